"""Failures that a person can act on are said, not raised: they must never end the app."""

from __future__ import annotations

from textual.message import Message
from textual.message_pump import MessagePump

from storybank.errors import StorybankError


class Guarded(MessagePump):
    """Something that handles messages and says what went wrong in one of them."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except StorybankError as error:
            place = f"{error.file}:{error.line}" if error.line else str(error.file or "")
            text = ". ".join(part.rstrip(".") for part in (error.message, error.hint) if part)
            self.app.notify(f"{text}.", title=place, severity="error", timeout=8, markup=False)
