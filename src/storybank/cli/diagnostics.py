"""The one writer to standard error, and the way every command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from storybank.errors import ExitCode, StorybankError


def narrate(message: str) -> None:
    """One line of narration."""
    print(f"storybank: {message}", file=sys.stderr)  # noqa: T201


def aside(text: str) -> None:
    """Text of a conversation beside the data, as it is."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def exits() -> Iterator[None]:
    """End the process as the design says, whatever happens inside; a person never sees a traceback.

    With STORYBANK_TRACEBACK set, unforeseen failures keep their traceback, for a report.
    """
    try:
        yield
    except StorybankError as error:
        narrate(str(error))
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # 'storybank list | head' is no failure
        sys.exit(ExitCode.OK)
    except Exception as error:
        if os.environ.get("STORYBANK_TRACEBACK"):
            raise
        narrate(f"unforeseen failure: {type(error).__name__}: {error}")
        narrate("nothing of yours was changed; STORYBANK_TRACEBACK=1 shows where it happened")
        sys.exit(ExitCode.USAGE)
