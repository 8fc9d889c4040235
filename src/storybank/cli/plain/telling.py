"""One take, told line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from storybank.bank.rehearsal import Rehearsal
from storybank.cli.plain.lines import Lines, Write
from storybank.model import SectionName
from storybank.pace import State
from storybank.text.when import minutes

HELP = "Enter: next section, p: pause or go on, b: back, f: count a filler, r: restart, q: quit, ?: this help"
REMIND_SECONDS = 15
"""How often an overrun is said again."""
_TICK = 1.0


class Telling:
    """Shows the sections of a take as lines, and obeys typed lines."""

    def __init__(self, rehearsal: Rehearsal, hints: Mapping[SectionName, str], lines: Lines, write: Write) -> None:
        self._take = rehearsal
        self._hints = hints
        self._lines = lines
        self._write = write
        self._said = 0
        """Seconds of overrun that were last announced for this section."""

    def run(self) -> bool:
        """Tell the take to its end; False where it was left before, as a take that can be resumed or was dropped."""
        self._write(HELP)
        if self._take.state is State.READY:
            self._write(f"{self._plan()} Press Enter to begin.")
        else:
            self._write(f"{minutes(self._take.total)} told so far, paused. Press Enter to go on.")
        while self._take.state is not State.FINISHED:
            try:
                line = self._lines.wait(_TICK if self._take.state is State.RUNNING else None)
            except EOFError:
                return self._leave()
            if line is None:
                self._tick()
            elif not self._obey(line.strip().casefold()):
                return False
        return True

    def _plan(self) -> str:
        parts = ", ".join(f"{budget.name.title()} {budget.seconds}" for budget in self._take.pace.budgets)
        return f"{minutes(self._take.pace.total)} in all; seconds: {parts}."

    def _obey(self, typed: str) -> bool:
        """Do what a line says; False where the take was left."""
        if typed in {"q", "quit"}:
            return self._quit()
        steps: dict[str, Callable[[], None]] = {
            "": self._forward,
            "n": self._forward,
            "p": self._pause,
            "b": self._back,
            "f": self._filler,
            "r": self._restart,
        }
        steps.get(typed, lambda: self._write(HELP))()
        return True

    def _forward(self) -> None:
        if self._take.state is State.RUNNING:
            self._take.next()
        else:
            self._take.start()
        self._announce()

    def _pause(self) -> None:
        self._take.toggle()
        if self._take.state is State.PAUSED:
            self._write(f"Paused at {minutes(self._take.total)}. Enter or p goes on.")
        else:
            self._announce()

    def _back(self) -> None:
        self._take.back()
        self._announce()

    def _filler(self) -> None:
        self._take.filler()
        self._write(f"Fillers: {self._take.take.fillers}")

    def _restart(self) -> None:
        self._take.restart()
        self._write("Begun anew. Press Enter to begin.")

    def _announce(self) -> None:
        """Say which section runs."""
        if self._take.state is State.FINISHED:
            return
        self._said = 0
        budget = self._take.budget
        left = self._take.left
        time = f"{minutes(left)} left" if left >= 0 else f"{minutes(-left)} over"
        paused = "" if self._take.state is State.RUNNING else ", paused"
        self._write(f"{budget.name.title()}: {time}{paused}.")
        if hint := self._hints.get(budget.name):
            self._write(hint)

    def _tick(self) -> None:
        self._take.tick()
        over = -self._take.left
        if over < max(1, self._said + REMIND_SECONDS if self._said else 1):
            return
        name = self._take.budget.name.title()
        self._write(f"{name}: {minutes(over)} over." if self._said else f"{name}: time is up.")
        self._said = int(over)

    def _quit(self) -> bool:
        """Ask before losing a take; True where it goes on."""
        if self._take.state is State.READY:
            return False
        self._take.pause()
        self._write("Drop this take? y: drop it, k: keep it to resume later, anything else: go on")
        try:
            answer = (self._lines.wait() or "").strip().casefold()
        except EOFError:
            return self._leave()
        if answer in {"y", "yes"}:
            self._take.abandon()
            self._write("Dropped.")
            return False
        if answer in {"k", "keep"}:
            return self._leave()
        self._take.start()
        self._announce()
        return True

    def _leave(self) -> bool:
        self._take.pause()
        if self._take.record.id is not None:
            self._write("Kept unfinished; go on with: storybank rehearse --plain --resume")
        return False
