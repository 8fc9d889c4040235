"""Whole processes against `python -c "import sqlmodel"` in the same run: medians and their ratios.

    python -m tests.benchmarks.speed [RUNS]

The bounds are the design's: help, version and completion 0.5; a command that opens the store 1.5; match and check 2.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from statistics import median

QUESTION = "Tell me about a time you disagreed with your manager"
COMMANDS = {
    "--help": (0.5, ["--help"]),
    "--version": (0.5, ["--version"]),
    "list": (1.5, ["list"]),
    "search": (1.5, ["search", "checkout"]),
    "show": (1.5, ["show", "CO-1"]),
    "principles": (1.5, ["principles"]),
    "due": (1.5, ["due"]),
    "match": (2.0, ["match", QUESTION]),
    "check": (2.0, ["check"]),
}
"""Name -> bound of the ratio, arguments."""


def seconds(command: list[str], env: dict[str, str]) -> float:
    """Wall-clock seconds of one process."""
    begin = time.perf_counter()
    subprocess.run(command, env=env, capture_output=True, check=False)
    return time.perf_counter() - begin


def main() -> None:
    """Print the table; the commands take turns, so that a busy moment meets all of them."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    env = {**os.environ, "XDG_DATA_HOME": tempfile.mkdtemp()}
    baseline = [sys.executable, "-c", "import sqlmodel"]
    commands = {name: [sys.executable, "-m", "storybank", *args] for name, (_, args) in COMMANDS.items()}
    for command in commands.values():
        seconds(command, env)  # the first one indexes
    base: list[float] = []
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        base.append(seconds(baseline, env))
        for name, command in commands.items():
            taken[name].append(seconds(command, env))
    print(f"import sqlmodel: {median(base):.3f} s, median of {runs}")
    for name, times in taken.items():
        print(f"{name:12} {median(times):.3f} s  ratio {median(times) / median(base):.2f}  bound {COMMANDS[name][0]}")


if __name__ == "__main__":
    main()
