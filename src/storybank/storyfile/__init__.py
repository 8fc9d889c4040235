"""Story files: liberal reading, canonical writing."""

from storybank.storyfile.reader import StoryFile, read_story
from storybank.storyfile.writer import file_name, slugify, write_story

__all__ = ["StoryFile", "file_name", "read_story", "slugify", "write_story"]
