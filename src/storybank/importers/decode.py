"""Bytes to text, whatever program wrote them."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from storybank.errors import InputFileError

MAX_BYTES = 20_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARY = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"{\\rtf",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HINT = "Save it as plain text or markdown (UTF-8) first"
_SAMPLE = 200_000


def decode(data: bytes, file: Path) -> str:
    """The text of a document with '\\n' line ends: UTF-8, UTF-16 and UTF-32 (with or without BOM), Windows-1252.

    Raises:
        InputFileError: empty, larger than 20 MB, or not text.
    """
    if len(data) > MAX_BYTES:
        raise InputFileError(
            f"larger than {MAX_BYTES // 1_000_000} MB", file=file, hint="Import only the part that holds the stories"
        )
    if data.startswith(_KNOWN_BINARY):
        raise InputFileError("not a text file", file=file, hint=_HINT)
    text = _text(data, file)
    if not text.strip("\ufeff \t\r\n\x0b\x0c"):
        raise InputFileError("the file is empty", file=file, hint="Nothing to import")
    if len(_CONTROL.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 50 or "\x00" in text:
        raise InputFileError("not a text file", file=file, hint=_HINT)
    return re.sub(r"\r\n?|[\u2028\u2029\x85\x0b]", "\n", text.removeprefix("\ufeff")).replace("\x0c", " ")


def _text(data: bytes, file: Path) -> str:
    try:
        encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _wide(data)
        if encoding is not None:
            return data.decode(encoding)
        if b"\x00" in data:
            raise InputFileError("not a text file: it holds NUL bytes", file=file, hint=_HINT)
        return _narrow(data)
    except UnicodeError:
        raise InputFileError("its characters cannot be decoded", file=file, hint=_HINT) from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without BOM: text whose every other byte is mostly NUL."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _narrow(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for c in text if c > "\x7f") - wrong
    if right > 4 * wrong:
        return text
    return data.decode("cp1252")
