"""What screens and workers tell each other, in the past tense, one a file."""

from storybank.tui.messages.practised import Practised
from storybank.tui.messages.stories_changed import StoriesChanged
from storybank.tui.messages.stories_checked import StoriesChecked
from storybank.tui.messages.story_chosen import StoryChosen

__all__ = ["Practised", "StoriesChanged", "StoriesChecked", "StoryChosen"]
