"""The user's editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from storybank.errors import UsageError


def editor_command(env: Mapping[str, str]) -> list[str]:
    """$VISUAL, else $EDITOR, else vi; each may have arguments."""
    return shlex.split(env.get("VISUAL") or env.get("EDITOR") or "vi")


def edit_file(path: Path, env: Mapping[str, str] | None = None) -> None:
    """Open `path` in the user's editor and wait.

    Raises:
        UsageError: the editor is missing or failed.
    """
    command = editor_command(os.environ if env is None else env)
    try:
        code = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 - the user's own command
    except OSError:
        raise UsageError(f"no editor '{command[0]}'", hint=f"Set EDITOR, or open {path} yourself") from None
    if code:
        raise UsageError(f"'{command[0]}' ended with {code}", hint=f"Your story is in {path}")
