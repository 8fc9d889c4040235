"""The ledger of a story: every figure with its line, baseline and recomputation, and what its author says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from storybank.check.tellings import telling_of
from storybank.errors import InputFileError
from storybank.metrics import Figure
from storybank.model import ExtraKey, Story
from storybank.rules.arithmetic import Claim, claims
from storybank.rules.passage import Passage, Telling

KEY = "figures"
"""The front-matter key that holds the author's word on each figure."""


class Standing(StrEnum):
    """What the author says of a figure."""

    CONFIRMED = "confirmed"
    ESTIMATE = "estimate"
    CANNOT_CONFIRM = "cannot confirm"


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of a story."""

    figure: Figure
    section: str
    line: int
    """1-based line of the file."""
    baseline: str = ""
    """What it is measured against, as written; '' where the story gives nothing."""
    recomputed: str = ""
    """The value that follows from the story's own numbers, with the verdict; '' where nothing follows."""
    standing: Standing | None = None
    """None where the author has not said."""


def ledger(story: Story, file: str) -> list[Entry]:
    """All figures of the story's own sections, in the order of the file.

    Raises:
        InputFileError: the front-matter key `figures` is not 'figure: standing' pairs.
    """
    telling = telling_of(story, None)
    said = {_same(text): standing for text, standing in standings(story, file).items()}
    computed = {(id(c.place.passage), c.place.figure.start): c for c in claims(telling)}
    return [
        _entry(passage, figure, computed.get((id(passage), figure.start)), said.get(_same(figure.text)))
        for passage, figure in _figures(telling)
    ]


def _figures(telling: Telling) -> Iterator[tuple[Passage, Figure]]:
    return ((p, f) for p in telling.passages for f in p.figures)


def _entry(passage: Passage, figure: Figure, claim: Claim | None, standing: Standing | None) -> Entry:
    line = passage.line + passage.text.count("\n", 0, figure.start)
    baseline, recomputed = "", ""
    if claim:
        baseline = _written(claim.before.figure)
        unit = "%" if figure.unit == "%" else "x"
        value = f"{claim.computed:.1f}".removesuffix(".0")
        recomputed = (
            f"{_written(claim.before.figure)} to {_written(claim.after.figure)} is {value}{unit}: {claim.verdict}"
        )
    else:
        baseline = next((_written(c.before) for c in passage.changes if c.after.start == figure.start), "")
    section = passage.section.value if passage.section else ""
    return Entry(figure, section, line, baseline, recomputed, standing)


def _written(figure: Figure) -> str:
    return " ".join(figure.text.split())


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()


def standings(story: Story, file: str) -> Mapping[str, Standing]:
    """Figure as written -> what the author says of it.

    Raises:
        InputFileError: the key `figures` has another shape, or an unknown standing.
    """
    key = _key(story)
    if key is None:
        return {}
    import yaml

    value = yaml.load(key.source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))[KEY]  # noqa: S506 - a safe loader
    hint = f"Write 'figures: {{\"73%\": confirmed}}'; standings: {', '.join(Standing)}"
    if not isinstance(value, dict):
        raise InputFileError(f"'{KEY}' must be pairs of figure and standing", file=file, line=key.line, hint=hint)
    try:
        return {str(figure): Standing(str(standing).replace("-", " ")) for figure, standing in value.items()}
    except ValueError as error:
        raise InputFileError(f"'{KEY}': {error}", file=file, line=key.line, hint=hint) from None


def _key(story: Story) -> ExtraKey | None:
    return next((key for key in story.extra if key.key == KEY), None)


def with_standing(story: Story, text: str, figure: str, standing: Standing, file: str) -> str:
    """The file's text with the author's word on one figure written into its front matter; all else stays.

    Raises:
        InputFileError: there is no front matter to write into, or its `figures` cannot be read.
    """
    import yaml

    said = {**standings(story, file), figure: standing}
    whole = yaml.safe_dump(
        {KEY: {k: v.value for k, v in said.items()}}, allow_unicode=True, sort_keys=False, width=10**9
    )
    lines = text.split("\n")
    written = whole.rstrip("\n").split("\n")
    key = _key(story)
    if key is not None:
        lines[key.line - 1 : key.line - 1 + key.source.count("\n") + 1] = written
        return "\n".join(lines)
    if lines[0].rstrip() != "---" or "---" not in [line.rstrip() for line in lines[1:]]:
        raise InputFileError("no front matter to write into", file=file, hint="Put 'id: ...' between two lines '---'")
    end = next(i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    lines[end:end] = written
    return "\n".join(lines)
