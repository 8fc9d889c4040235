"""Coverage as the rows of a heat map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import set_cell_size

from storybank.bank.coverage import Coverage, PrincipleCoverage
from storybank.check.model import Outcome
from storybank.check.readiness import Readiness, readiness
from storybank.model import Card
from storybank.rules.model import Severity
from storybank.tui.widgets.heat_map import HeatCell, HeatRow
from storybank.tui.widgets.severity import SIGNS

LABEL, SHORT = 39, 16
"""Columns of the labels, wide and narrow."""
FAILURES, FLAGS = "failures", "flags"
"""Keys of the rows that are no principles."""
LEGEND = "P about it  s names it too  F a failure  !2 warnings  ✗2 flags with an error"
_NAME = 24
_PRIMARY, _SECONDARY = HeatCell("P", "strong"), HeatCell("s", "weak")
_FAILURE, _UNKNOWN = HeatCell("F", "strong"), HeatCell("…")


def heat_rows(result: Coverage, cards: Sequence[Card], outcomes: Mapping[str, Outcome]) -> list[HeatRow]:
    """The principles, then failures and red flags."""
    return [
        *(_principle(one, ready(one, outcomes)) for one in result.principles),
        _failures(result),
        _flags(cards, outcomes),
    ]


def ready(principle: PrincipleCoverage, outcomes: Mapping[str, Outcome]) -> Readiness | None:
    """How the stories of a principle stand; None until they have been checked."""
    checked = [outcomes[story] for story in principle.stories if story in outcomes]
    return readiness(principle.name, checked) if outcomes else None


def _principle(one: PrincipleCoverage, checked: Readiness | None) -> HeatRow:
    primary, secondary = f"{len(one.primary)}P", f"{len(one.secondary)}s"
    remark = f"     {checked.ready} of {len(one.stories)} ready" if checked and one.stories else ""
    return HeatRow(
        key=one.name,
        label=f"{set_cell_size(one.code, 5)}{_shortened(one.name)} {primary:>3}{secondary:>4} {_gap(one)}",
        short=f"{set_cell_size(one.code, 5)}{primary:>3}{secondary:>4} {_gap(one)}",
        remark=remark or ("     write a story" if one.is_gap else ""),
        warns=one.is_gap,
        cells={**dict.fromkeys(one.primary, _PRIMARY), **dict.fromkeys(one.secondary, _SECONDARY)},
    )


def _gap(one: PrincipleCoverage) -> str:
    return "gap" if one.is_gap else ""


def _shortened(name: str) -> str:
    return set_cell_size(name if len(name) <= _NAME else name[: _NAME - 1] + "…", _NAME)


def _failures(result: Coverage) -> HeatRow:
    count, gap = f"{len(result.failures)}F", "gap" if result.lacks_failures else ""
    return HeatRow(
        key=FAILURES,
        label=f"{'':5}{_shortened('Tells of a failure')} {count:>3}     {gap}",
        short=f"FAIL {count:>3}     {gap}",
        warns=result.lacks_failures,
        cells=dict.fromkeys(result.failures, _FAILURE),
    )


def _flags(cards: Sequence[Card], outcomes: Mapping[str, Outcome]) -> HeatRow:
    cells = {card.id: _flag_cell(outcomes.get(card.id), known=bool(outcomes)) for card in cards}
    flagged = sum(cell.shade != "empty" for cell in cells.values())
    count = f"{flagged}" if outcomes else "…"
    return HeatRow(FLAGS, f"{'':5}{_shortened('Stories with red flags')} {count:>3}", f"FLAGS{count:>3}", cells=cells)


def _flag_cell(outcome: Outcome | None, *, known: bool) -> HeatCell:
    if outcome is None:
        return HeatCell("·") if known else _UNKNOWN
    found = [finding for finding in outcome.findings if finding.severity is not Severity.INFO]
    if not found:
        return HeatCell("·")
    worst = min((finding.severity for finding in found), key=lambda severity: severity.rank).value
    return HeatCell(f"{SIGNS[worst]}{min(len(found), 99)}", worst)
