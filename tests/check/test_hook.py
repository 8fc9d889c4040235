"""The pre-commit hook names a command that exists."""

from __future__ import annotations

import yaml

from tests.check.stories import FLAGGED
from tests.conftest import REPOSITORY, RunCli


def test_the_hook_runs(run: RunCli, tmp_path: object) -> None:
    (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "storybank-check"
    program, *args = hook["entry"].split()
    assert program == "storybank"
    file = f"{tmp_path}/OW-1.md"
    with open(file, "w", encoding="utf-8") as out:  # noqa: PTH123
        out.write(FLAGGED)
    assert run(*args, file).code == 1
