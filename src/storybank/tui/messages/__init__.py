"""What screens and workers tell each other, in the past tense, one a file."""

from storybank.tui.messages.drill_chosen import DrillChosen
from storybank.tui.messages.order_chosen import OrderChosen
from storybank.tui.messages.practised import Practised
from storybank.tui.messages.stories_changed import StoriesChanged
from storybank.tui.messages.stories_checked import StoriesChecked
from storybank.tui.messages.stories_found import StoriesFound
from storybank.tui.messages.story_chosen import StoryChosen
from storybank.tui.messages.story_highlighted import StoryHighlighted
from storybank.tui.messages.take_resumed import TakeResumed

__all__ = [
    "DrillChosen",
    "OrderChosen",
    "Practised",
    "StoriesChanged",
    "StoriesChecked",
    "StoriesFound",
    "StoryChosen",
    "StoryHighlighted",
    "TakeResumed",
]
