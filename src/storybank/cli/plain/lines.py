"""Lines typed by a person, waited for with patience that can end."""

from __future__ import annotations

import io
import os
import select
import sys
import time
from collections.abc import Callable
from typing import Protocol, TextIO

Write = Callable[[str], None]
"""Shows one line."""


class Lines(Protocol):
    """Where the typed lines come from."""

    def wait(self, seconds: float | None = None) -> str | None:
        """The next line without its end; None where none came within `seconds`.

        Raises:
            EOFError: no line will come any more.
        """
        ...


class TypedLines:
    """Lines of standard input, without a thread: one that hangs in a read would spoil the end of the process.

    Where the system cannot wait for input with a limit (Windows, a stream in memory), `wait` waits for the line.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdin
        self._buffer = b""
        self._ended = False
        try:
            self._file: int | None = self._stream.fileno() if os.name != "nt" else None
        except (io.UnsupportedOperation, ValueError):
            self._file = None

    def wait(self, seconds: float | None = None) -> str | None:
        """See `Lines`."""
        if self._file is None:
            line = self._stream.readline()
            if not line:
                raise EOFError
            return line.rstrip("\r\n")
        end = None if seconds is None else time.monotonic() + seconds
        while b"\n" not in self._buffer and not self._ended:
            left = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([self._file], [], [], left)[0]:
                return None
            data = os.read(self._file, 65536)
            self._ended = not data
            self._buffer += data
        if not self._buffer:
            raise EOFError
        line_bytes, _, self._buffer = self._buffer.partition(b"\n")
        return line_bytes.decode("utf-8", "replace").rstrip("\r")
