"""What can go wrong, in words for people, and the exit code that each kind ends a command with."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of every command (design: one enum)."""

    OK = 0
    NOTHING = 1
    """A check found something, or a search or match found nothing."""
    USAGE = 2
    BAD_INPUT = 3
    DAMAGED_STORE = 4
    INTERRUPTED = 130


class StorybankError(Exception):
    """A failure that a person can act on: what was wrong, where, and what to do next.

    `str()` is one line: `file:line: message. hint`.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE

    def __init__(
        self, message: str, *, hint: str = "", file: Path | str | None = None, line: int | None = None
    ) -> None:
        self.message = message
        self.hint = hint
        self.file = file
        self.line = line
        """1-based line in `file`."""
        super().__init__(message)

    def __str__(self) -> str:
        place = "" if self.file is None else f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        text = place + self.message
        return f"{text.rstrip('.')}. {self.hint}" if self.hint else text


class UsageError(StorybankError):
    """The command was asked for something that does not exist or cannot be combined."""


class InputFileError(StorybankError):
    """A file of the user's that cannot be read as what it should be."""

    exit_code = ExitCode.BAD_INPUT


class UnknownPrincipleError(InputFileError):
    """A leadership principle by a name that no alias is near enough to."""


class BankError(StorybankError):
    """The bank itself is missing, not writable, or contradicts itself."""

    exit_code = ExitCode.BAD_INPUT


class ConflictError(BankError):
    """A write would have replaced text of the user's."""


class StoreError(StorybankError):
    """The database is damaged, locked, or newer than this program."""

    exit_code = ExitCode.DAMAGED_STORE
