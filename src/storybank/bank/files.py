"""Writing the user's files so that a crash or a full disk loses nothing."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from storybank.errors import BankError, ConflictError


def write_text(path: Path, text: str, *, expected: bytes | None = None) -> None:
    """Write a whole file or leave it as it was: a temporary file beside it, synced, then renamed over it.

    Args:
        path: the file; its folder is made. A link is followed and stays a link.
        text: what it shall hold.
        expected: what it must hold now; None means that it must not exist.

    Raises:
        ConflictError: it holds something else, for another program has written it.
        BankError: no permission, or the disk is full.
    """
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if (target.read_bytes() if target.exists() else None) != expected:
            raise ConflictError("was changed by another program", file=path, hint="Look at it, then try again")
        _replace(target, text.encode("utf-8"))
    except OSError as error:
        raise _explained(error, path) from None


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _explained(error: OSError, path: Path) -> BankError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return BankError("the disk is full; nothing was written", file=path, hint="Free some space and try again")
    return BankError(f"cannot be written: {error.strerror}", file=path, hint="Check the permissions of its folder")
