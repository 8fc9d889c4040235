"""The check: rules run over stories and passages, suppressions applied, findings placed at file:line:column."""

from storybank.check.engine import Checker, Selection
from storybank.check.model import Finding, Outcome

__all__ = ["Checker", "Finding", "Outcome", "Selection"]
