"""Whole processes against `python -c "import sqlmodel"` in the same run: medians and their ratios.

    python -m tests.benchmarks.speed [RUNS]

The bounds are the design's: help, version and completion 0.5; a command that opens the store 1.5; match and check 2.
The app is timed under a pseudo terminal until its first story can be read, against what no such app can do without:
`python -c "import textual.app, sqlmodel"`, bound 1.5.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
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

APP_BOUND = 1.5
FIRST_STORY, QUIT = b"CO-1", b"\x11"
"""What the first screen shows, and ctrl+q."""


def first_paint(command: list[str], env: dict[str, str]) -> float:
    """Seconds from the start of the app until its first story is on a terminal of 80 x 24."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begin, shown, seen = time.perf_counter(), 0.0, b""
    app = subprocess.Popen(command, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    while not shown and time.perf_counter() - begin < 60:
        if select.select([ours], [], [], 1)[0]:
            seen += os.read(ours, 65536)
            shown = time.perf_counter() - begin if FIRST_STORY in seen else 0.0
    while app.poll() is None:
        os.write(ours, QUIT)
        while select.select([ours], [], [], 0.2)[0]:
            try:
                os.read(ours, 65536)
            except OSError:  # its end of the terminal is closed
                break
    os.close(ours)
    return shown


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
    app = [sys.executable, "-m", "storybank"]
    app_baseline = [sys.executable, "-c", "import textual.app, sqlmodel"]
    app_base, app_taken = [], []
    base: list[float] = []
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        base.append(seconds(baseline, env))
        for name, command in commands.items():
            taken[name].append(seconds(command, env))
        app_base.append(seconds(app_baseline, env))
        app_taken.append(first_paint(app, env))
    print(f"import sqlmodel: {median(base):.3f} s, median of {runs}")
    for name, times in taken.items():
        print(f"{name:12} {median(times):.3f} s  ratio {median(times) / median(base):.2f}  bound {COMMANDS[name][0]}")
    print(f"import textual.app, sqlmodel: {median(app_base):.3f} s")
    print(
        f"{'the app':12} {median(app_taken):.3f} s  ratio {median(app_taken) / median(app_base):.2f}  bound {APP_BOUND}"
    )


if __name__ == "__main__":
    main()
