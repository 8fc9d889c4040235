"""A stated change that does not follow from the story's own numbers.

Source: provenance checks of neighbouring tools, and the L6 guide, whose own examples hold such slips. A difference that
rounding explains is a hint.
"""

from collections.abc import Iterator

from storybank.metrics import Kind
from storybank.rules.arithmetic import Claim, Verdict, claims
from storybank.rules.kinds import Arithmetic
from storybank.rules.model import Hit, Severity, said, told
from storybank.rules.passage import Telling

_GROSS = 2.0
"""Percentage points from which it is an error and not a slip."""


def _judge(telling: Telling) -> Iterator[Hit]:
    for claim in claims(telling):
        if claim.verdict is not Verdict.AGREES:
            figure = claim.place.figure
            yield Hit(claim.place.passage, figure.start, figure.end, _message(claim), severity=_severity(claim))


def _severity(claim: Claim) -> Severity:
    if claim.verdict is Verdict.ROUNDING:
        return Severity.INFO
    gross = claim.difference >= (_GROSS if claim.place.figure.kind is Kind.PERCENT else claim.computed / 4)
    return Severity.ERROR if gross else Severity.WARNING


def _message(claim: Claim) -> str:
    before, after = (_shown(p.figure.text) for p in (claim.before, claim.after))
    kind = claim.place.figure.kind
    computed = f"{claim.computed:.1f}".removesuffix(".0") + ("%" if kind is Kind.PERCENT else "x")
    where = (
        ""
        if claim.before.passage is claim.place.passage or not claim.before.passage.section
        else (f" (in {claim.before.passage.section.value.capitalize()})")
    )
    hint = "; rounding may explain it" if claim.verdict is Verdict.ROUNDING else ""
    return f"Says {_shown(claim.place.figure.text)}, but {before}{where} to {after} is {computed}{hint}"


def _shown(text: str) -> str:
    return " ".join(text.split())


RULE = Arithmetic(
    id="numbers-disagree",
    name="Numbers that disagree",
    severity=Severity.ERROR,
    message="A stated change does not follow from the story's own numbers",
    why="Interviewers recompute; one wrong sum puts every other number in doubt.",
    fix="Correct the figure, or say what it is measured against.",
    judge=_judge,
    fires=(
        said("Waiting time fell from 80 minutes to 60, a 40% reduction."),
        told("The build took 50 minutes.", "Speed it up.", "I cut it.", "The build takes 20 minutes (70% faster)."),
        told("", "Builds in less than 10 minutes.", "I cut it.", "Builds take 5 minutes, 30% better than target."),
    ),
    silent=(
        said("Waiting time fell from 80 minutes to 60, a 25% reduction."),
        said("Errors went from 18% to 2%, which is down 89%, and calls from 40 to 10."),
        told("The build took 50 minutes.", "Speed it up.", "I cut it.", "The build takes 20 minutes (60% faster)."),
        told("The build took 50 minutes.", "", "I cut it.", "It takes 20 minutes, and 70% of the team noticed."),
    ),
)
