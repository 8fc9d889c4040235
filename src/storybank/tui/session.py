"""What all screens of one run of the app work with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from storybank.bank.bank import Bank
from storybank.bank.practice import Practice
from storybank.bank.preferences import Preferences

if TYPE_CHECKING:
    from storybank.bank.matching import Answer, Matcher
    from storybank.bank.telling import Choice
    from storybank.check.model import Outcome

Edit = Callable[[Path], None]
"""Opens a file in the user's editor and waits; raises `UsageError` where that fails."""


@dataclass
class Session:
    """The bank, its practice, and what is injected in tests."""

    bank: Bank
    practice: Practice
    random: Random
    edit: Edit
    in_browser: bool = False
    """Whether the app is shown in a browser, where no editor can be opened."""
    preferences: Preferences = field(default_factory=Preferences)
    """What is remembered of the person from run to run."""
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    """Story id -> its red flags; empty until the check is through."""
    choice: Choice | None = None
    """Length and what is shown of the take that was begun last; None before the first one of this run."""
    _matcher: Matcher | None = None
    _lock: Lock = field(default_factory=Lock)
    _matching: Lock = field(default_factory=Lock)
    _matched: bool = False

    def matcher(self) -> Matcher:
        """The matcher of the bank as it is now. Building it reads a model: call it in a worker."""
        from storybank.bank.matching import Matcher

        with self._lock:
            if self._matcher is None:
                self._matcher = Matcher(self.bank)
            return self._matcher

    @property
    def is_ready(self) -> bool:
        """Whether the matcher has answered already, and so answers at once."""
        return self._matched

    def match(self, prompt: str, top: int = 3, told: Collection[str] = ()) -> Answer:
        """The `top` best stories for a prompt, those `told` already behind fresh ones that are nearly as good.

        Workers that ask at the same time take turns. Call it in a worker.
        """
        with self._matching:
            answer = self.matcher().match(prompt, top, told)
            self._matched = True
            return answer

    def stories_changed(self) -> None:
        """Read the story files again that have changed; the matcher is built anew when it is asked next."""
        with self._lock:
            self.bank.resync()
            self._matcher, self._matched = None, False


class HasSession(Protocol):
    """An app that carries a session."""

    session: Session

    def terminal_given(self) -> AbstractContextManager[None]:
        """Gives the terminal to another program while the block runs."""
        ...
