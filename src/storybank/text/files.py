"""Reading the user's text files, with an error that says what to do."""

from __future__ import annotations

from pathlib import Path

from storybank.errors import InputFileError

MAX_BYTES = 20 * 1024 * 1024
"""No document that people write by hand comes near this."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a user's file.

    Raises:
        InputFileError: missing, a directory, unreadable, or larger than `MAX_BYTES`.
    """
    try:
        if path.stat().st_size > MAX_BYTES and path.is_file():
            raise InputFileError(
                f"larger than {MAX_BYTES // 2**20} MB", file=path, hint="Give the document itself, or split it"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise InputFileError("no such file", file=path, hint="Check the path") from None
    except IsADirectoryError:
        raise InputFileError("a directory, not a file", file=path, hint=f"Name its files: {path}/*.md") from None
    except OSError as error:
        raise InputFileError(
            f"cannot be read: {error.strerror}", file=path, hint="Check its permissions with 'ls -l'"
        ) from None


def decode(data: bytes, path: Path) -> str:
    """UTF-8 text with '\\n' line ends; a byte order mark is dropped.

    Raises:
        InputFileError: not UTF-8 text; with the line of the first bad byte.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputFileError("not UTF-8 text", file=path, line=line, hint="Save it as UTF-8") from None
    if "\0" in text:
        raise InputFileError("a binary file, not text", file=path, hint="Stories and prompts are markdown files")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(path: Path) -> str:
    """`decode` of `read_bytes`, with the errors of both."""
    return decode(read_bytes(path), path)
