"""From a question to stories: signals that each return scores with their evidence, and one fusion."""

from storybank.match.fusion import Ranked, fuse
from storybank.match.question import Question, read_question
from storybank.match.signal import Evidence, Signal

__all__ = ["Evidence", "Question", "Ranked", "Signal", "fuse", "read_question"]
