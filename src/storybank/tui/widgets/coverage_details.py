"""What is said of a cell of the coverage, of its principle, and of the bank as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from storybank.bank.cells import cell
from storybank.bank.coverage import FAILURES, STORIES_A_PRINCIPLE, Coverage, PrincipleCoverage
from storybank.check.model import Outcome
from storybank.check.readiness import Readiness
from storybank.model import Card
from storybank.rules.model import Severity

_REASONS = 6
_LISTED = 20
"""Of what a large bank has hundreds."""
_SIGNS = {Severity.ERROR: ("error", "$text-error"), Severity.WARNING: ("warning", "$text-warning")}

Lines = Iterator[Content]


def joined(lines: Lines) -> Content:
    """One line a line."""
    return Content("\n").join(lines)


def about_cell(card: Card, principle: str | None, outcomes: Mapping[str, Outcome]) -> Lines:
    """The story under the cursor, why it counts, and its red flags."""
    yield Content.assemble((card.id, "bold $text-primary"), "  ", (card.title, "bold"))
    if principle is not None:
        found = cell(card, principle)
        yield Content(found.reason)
        if found.shows:
            yield Content.assemble(("It shows: ", "$foreground-muted"), "; ".join(b.name for b in found.shows))
    else:
        yield Content.assemble(("Principles: ", "$foreground-muted"), ", ".join(card.all_principles) or "none named")
    yield from _flags(card, outcomes)


def _flags(card: Card, outcomes: Mapping[str, Outcome]) -> Lines:
    if not outcomes:
        yield Content.styled("Red flags: …", "$foreground-muted")
        return
    outcome = outcomes.get(card.id)
    found = [f for f in outcome.findings if f.severity in _SIGNS] if outcome else []
    if not found:
        yield Content.styled("No red flags.", "$text-success")
    for finding in found:
        word, colour = _SIGNS[finding.severity]
        yield Content.assemble((f"{word} ", colour), finding.message, (f"  {finding.rule}", "$foreground-muted"))


def about_principle(one: PrincipleCoverage, checked: Readiness | None, result: Coverage) -> Lines:
    """How a principle stands, and what it lacks."""
    yield Content.assemble((one.code, "bold $text-primary"), "  ", (one.name, "bold"))
    yield Content(f"{_stories(len(one.primary))} about it, {len(one.secondary)} more that name it")
    if one.is_gap:
        yield Content.styled(f"Gap: {one.lacks} more wanted. Enter says what to write.", "$text-warning")
    yield from _readiness(one, checked)
    lacking = [behaviour.name for behaviour in result.lacking if behaviour.principle == one.name]
    if lacking:
        yield Content.assemble(("No story shows yet: ", "$foreground-muted"), "; ".join(lacking))
    if one.primary:
        yield Content.assemble(("About it: ", "$foreground-muted"), _some(one.primary))


def _readiness(one: PrincipleCoverage, checked: Readiness | None) -> Lines:
    if checked is None:
        yield Content.styled("Ready: …", "$foreground-muted")
        return
    if not one.stories:
        return
    colour = "$text-success" if checked.ready >= STORIES_A_PRINCIPLE else "$text-warning"
    yield Content.assemble(
        (f"{checked.ready} of {_stories(len(one.stories))} ready", colour), " (no error, no warning)"
    )
    if checked.reasons:
        reasons = ", ".join(f"{rule} ×{count}" for rule, count in checked.reasons[:_REASONS])
        yield Content.assemble(("In the way: ", "$foreground-muted"), reasons)


def about_bank(result: Coverage, *, compared: bool) -> Lines:
    """Gaps, failures, near duplicates and untagged stories."""
    gaps = ", ".join(f"{gap.name} (needs {gap.lacks})" for gap in result.gaps)
    yield Content.styled(f"Gaps: {gaps}", "$text-warning") if gaps else Content.styled("No gaps.", "$text-success")
    told = f"Stories of a failure: {len(result.failures)}"
    short = f"{told}, {FAILURES} wanted; tag them 'failure'"
    yield Content.styled(short, "$text-warning") if result.lacks_failures else Content(told)
    yield from _duplicates(result, compared=compared)
    if result.lacking:
        names = "; ".join(behaviour.name for behaviour in result.lacking)
        yield Content.assemble((f"No story shows yet, {len(result.lacking)}: ", "$foreground-muted"), names)
    if result.untagged:
        names = _some(result.untagged)
        yield Content.assemble(
            (f"Behaviours not confirmed, {len(result.untagged)}: ", "$foreground-muted"), f"{names} (storybank tag ID)"
        )


def _duplicates(result: Coverage, *, compared: bool) -> Lines:
    if not compared:
        yield Content.styled("Nearly the same words: …", "$foreground-muted")
    elif not result.duplicates:
        yield Content("No two stories with nearly the same words.")
    for first, second, cosine in result.duplicates[:_LISTED]:
        yield Content.styled(f"Nearly the same words: {first} and {second} ({cosine:.0%})", "$text-warning")
    if len(result.duplicates) > _LISTED:
        yield Content(f"and {len(result.duplicates) - _LISTED} more pairs: storybank coverage")


def _some(stories: Sequence[str]) -> str:
    more = f" and {len(stories) - _LISTED} more" if len(stories) > _LISTED else ""
    return " ".join(stories[:_LISTED]) + more


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count} stories"
