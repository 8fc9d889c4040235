"""Which behaviours a story shows: suggested by the model, decided by its author."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storybank.bank.bank import Bank
from storybank.bank.files import write_text
from storybank.bank.sync import Progress, no_progress
from storybank.bank.understanding import understand
from storybank.bank.vectors import make_model
from storybank.errors import UsageError
from storybank.match.behaviours import Behaviour, load_taxonomy
from storybank.match.passages import passages
from storybank.storyfile.frontmatter import replace_key, write_behaviours
from storybank.text.files import decode, read_bytes
from storybank.text.markdown import read_document
from storybank.text.words import stem, words

SUGGESTED = 16
"""Suggestions shown; 77 % of what a story is about is among them, on the 550 stories set aside for validation."""
_STRENGTHS = (0.12, 0.35)
"""Expected grades from which 2 and 3 are suggested: between the medians of what was graded 1, 2 and 3 there."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A behaviour that the model reads in a story."""

    behaviour: Behaviour
    strength: float
    """Expected grade, 0 to 1."""
    place: str
    """'Action, line 14: "..."', '' for a story without text."""

    @property
    def grade(self) -> int:
        """The grade to start from, 1 to 3."""
        return 1 + sum(self.strength >= bound for bound in _STRENGTHS)


def suggest(bank: Bank, story_id: str, progress: Progress = no_progress) -> list[Suggestion]:
    """All behaviours for a story, the likeliest first.

    Raises:
        UsageError: there is no such story.
    """
    card = bank.card(story_id)
    (text,) = bank.store.texts([card.id])
    model = make_model(bank.config.match, bank.root)
    (read,) = understand(bank.store, model, {card.id: text.sha256}, progress, forget=False)
    sentences = passages(text)
    found = []
    for i, behaviour in enumerate(load_taxonomy()):
        passage = sentences[min(int(read.places[i]), len(sentences) - 1)] if sentences else None
        place = f'{passage.place}: "{passage.text}"' if passage else ""
        found.append(Suggestion(behaviour, float(read.shown[i]), place))
    return sorted(found, key=lambda suggestion: -suggestion.strength)


def find(text: str) -> list[Behaviour]:
    """Behaviours with all words of `text` in their key, name or definition."""
    wanted = {stem(word) for word in words(text)}

    def known(behaviour: Behaviour) -> set[str]:
        return {stem(w) for w in words(f"{behaviour.key.replace('_', ' ')} {behaviour.name} {behaviour.definition}")}

    return [behaviour for behaviour in load_taxonomy() if wanted <= known(behaviour)]


def set_grades(bank: Bank, story_id: str, changes: Mapping[str, int]) -> dict[str, int]:
    """Write grades into the story's front matter, and touch nothing else of its file; returns all its grades.

    Args:
        bank: where the story is.
        story_id: its id.
        changes: behaviour key -> 0 (remove) to 3.

    Raises:
        UsageError: no such story or behaviour; the nearest are named.
        BankError: the sample bank, or no permission.
    """
    bank.need_writable()
    known = load_taxonomy().by_key
    for key in changes:
        if key not in known:
            raise UsageError(f"unknown behaviour '{key}'", hint=_nearest(key, list(known)))
    card = bank.card(story_id)
    grades = {key: grade for key, grade in {**card.behaviours, **changes}.items() if grade}
    ordered = dict(sorted(grades.items(), key=lambda item: -item[1]))
    path = bank.root / card.file
    data = read_bytes(path)
    text = decode(data, path)
    front = read_document(text).front
    body = text if front is None else text[text.index("\n---", 3) + 4 :].lstrip("\n")
    written = replace_key(front or f"id: {card.id}", "behaviours", write_behaviours(ordered), path)
    write_text(path, f"---\n{written}\n---\n\n{body}", expected=data)
    bank.resync()
    return ordered


def _nearest(key: str, known: Sequence[str]) -> str:
    from rapidfuzz import process

    near = [name for name, _, _ in process.extract(key, known, limit=3)]
    return f"Nearest: {', '.join(near)}; 'storybank tag ID --search TEXT' looks through all"
