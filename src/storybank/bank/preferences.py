"""What the app remembers of a person from run to run, beside the person's banks: no setting worth a file of its own."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from storybank.bank.files import write_text
from storybank.bank.locate import user_root
from storybank.errors import BankError

FILE_NAME = "app.json"


class Preferences:
    """A few texts by name. Losing them is no harm: a file that cannot be read is empty, one that cannot be written is
    left alone.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read `path`; None remembers nothing beyond the process."""
        self.path = path
        """Where it is kept; None where it is not."""
        self._values = _read(path)

    @classmethod
    def of_user(cls) -> Preferences:
        """Those in the user's data folder."""
        root = user_root()
        return cls(root.parent / FILE_NAME if root else None)

    def get(self, name: str) -> str | None:
        """What is remembered under a name."""
        return self._values.get(name)

    def put(self, name: str, value: str) -> None:
        """Remember a text, in the file as well where there is one."""
        if self._values.get(name) == value:
            return
        self._values = {**_read(self.path), **self._values, name: value}
        if self.path is not None:
            with suppress(BankError, OSError):
                before = self.path.read_bytes() if self.path.exists() else None
                write_text(self.path, json.dumps(self._values, indent=2) + "\n", expected=before)


def _read(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {k: v for k, v in data.items() if isinstance(v, str)} if isinstance(data, dict) else {}
