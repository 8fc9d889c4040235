"""Documents with STAR answers in any shape, read into drafts of stories."""

from storybank.importers.model import Draft, Imported, Skipped
from storybank.importers.reader import read_document

__all__ = ["Draft", "Imported", "Skipped", "read_document"]
