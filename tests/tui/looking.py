"""What a person reads on the screen."""

from __future__ import annotations

from textual.app import App
from textual.message import Message
from textual.pilot import Pilot

from storybank.tui.app import StorybankApp
from storybank.tui.messages import StoryChosen


def screen_text(app: App[None]) -> str:
    """All characters on the screen, line by line."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width] for strip in lines[:height])


async def settle(pilot: Pilot[None]) -> None:
    """Wait until workers are through and the screen no longer changes."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    shown = ""
    while shown != screen_text(pilot.app):
        shown = screen_text(pilot.app)
        await pilot.pause()


def chosen_stories(app: StorybankApp) -> list[StoryChosen]:
    """Grows with every story that is chosen to be told, which is then not told."""
    chosen: list[StoryChosen] = []
    post = app.post_message

    def spy(message: Message) -> bool:
        if isinstance(message, StoryChosen):
            chosen.append(message)
            return True
        return post(message)

    app.post_message = spy  # type: ignore[method-assign]
    return chosen


def notices(app: StorybankApp) -> str:
    """What the app has told at the edge of the screen."""
    return "\n".join(notification.message for notification in app._notifications)
