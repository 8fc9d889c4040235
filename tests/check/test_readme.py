"""The README's table of rules is the one that the rules give."""

from __future__ import annotations

import re

from tests.conftest import REPOSITORY, RunCli


def test_the_table_is_generated(run: RunCli) -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    table = re.search(r"<!-- rules: [^>]*-->\n(.*)<!-- end of rules -->", readme, re.DOTALL)
    assert table
    assert table[1] == run("rules", "--markdown").out
