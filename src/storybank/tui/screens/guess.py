"""The drill 'Guess the principle'."""

from __future__ import annotations

from textual import on
from textual.content import Content

from storybank.bank.drilling import guessed, suggest_principles
from storybank.model import Prompt
from storybank.principles import Principle, PrincipleSet
from storybank.schedule import grade_of
from storybank.tui.messages.choice_made import ChoiceMade
from storybank.tui.screens.drill_question import DrillQuestion, Phase
from storybank.tui.widgets.finder import Choice, Finder


class GuessScreen(DrillQuestion):
    """Say which principle a question probes."""

    GUIDE = """\
Which principle does the question probe? Type its name or code, or choose it from the list, and press enter.
An interviewer rarely names the principle; who hears it tells the right story.
"""

    def finder(self) -> Finder:
        """The principles."""
        return Finder(self._suggest, "Which principle does it probe? Its name or code")

    def _suggest(self, typed: str) -> list[Choice]:
        return principle_choices(self.session.bank.principles, typed)

    @on(ChoiceMade)
    def _guessed(self, message: ChoiceMade) -> None:
        if self.phase is not Phase.ASKING:
            return
        prompt, seconds = self.turn.prompt, self.seconds
        principle, right = guessed(self.session.bank.principles, prompt, message.key or message.typed)
        name = principle.name if principle else ""
        self.show_verdict(_verdict(self.session.bank.principles, prompt, principle, right, seconds))
        self.keep(lambda: self.drill.answer(grade_of(seconds, right=right), name, right=right, seconds=seconds))


def principle_choices(principles: PrincipleSet, typed: str) -> list[Choice]:
    """The principles that may be meant, as entries of a finder."""
    return [
        Choice(p.name, Content.assemble((f"{p.code:<5}", "bold $primary"), p.name))
        for p in suggest_principles(principles, typed)
    ]


def _verdict(principles: PrincipleSet, prompt: Prompt, guess: Principle | None, right: bool, seconds: float) -> Content:
    probed = principles.find(prompt.principle)
    lines = [
        Content.assemble(("✓ Right", "bold $success") if right else ("✗ No", "bold $error"), f"   {seconds:.1f} s")
    ]
    for word, principle in (("It probes", probed), ("You said", None if right else guess)):
        if principle:
            head = Content.assemble((f"{word}  ", "$foreground-muted"), (principle.name, "bold"))
            lines += [Content(), head, Content.styled(principle.meaning, "$foreground-muted")]
    return Content("\n").join(lines)
