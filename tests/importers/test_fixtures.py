"""The documents under fixtures/: shapes people really write, each with what must be read from it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from storybank.importers import Draft, Imported, read_document
from storybank.principles import load_principles

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED: dict[str, Any] = json.loads((FIXTURES / "expected.json").read_text(encoding="utf-8"))


def read(name: str) -> Imported:
    path = FIXTURES / name
    return read_document(path.read_bytes(), path, load_principles())


def words(text: str) -> str:
    return " ".join(text.split())


def sections(draft: Draft) -> dict[str, str]:
    found: dict[str, str] = {}
    for section in draft.sections:
        found[section.name.value] = words(found.get(section.name.value, "") + "\n" + section.text)
    return found


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_story_of_the_document_is_found_and_no_other(name: str) -> None:
    titles = [d.title for d in read(name).drafts]
    assert len(titles) == len(EXPECTED[name]["stories"]), titles


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_sections_hold_what_their_author_wrote(name: str) -> None:
    for draft, want in zip(read(name).drafts, EXPECTED[name]["stories"], strict=True):
        found = sections(draft)
        assert set(found) == set(want["sections"]), draft.title
        for key, phrase in want["sections"].items():
            assert words(phrase) in found[key], (draft.title, key)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_titles_ids_principles_and_parts(name: str) -> None:
    for draft, want in zip(read(name).drafts, EXPECTED[name]["stories"], strict=True):
        assert want["title"] in (None, draft.title)
        assert draft.id == want.get("id")
        assert list(draft.principles) == want["principles"], draft.title
        probes = len(draft.questions[0].probes) if draft.questions else 0
        parts = {
            "variants": len(draft.variants),
            "angles": len(draft.angles),
            "cues": len(draft.cues),
            "probes": probes,
        }
        assert parts == {key: want.get(key, 0) for key in parts}, draft.title


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_what_was_not_understood_is_listed(name: str) -> None:
    skipped = read(name).skipped
    assert len(skipped) >= EXPECTED[name]["skipped"]
    assert all(s.reason and s.line <= s.end_line for s in skipped)


def kept_text(draft: Draft) -> str:
    told = [*draft.sections, *draft.cues, *(s for v in draft.variants for s in v.sections)]
    parts = [s.text for s in told]
    parts += [v.name + " " + v.text for v in draft.variants]
    parts += [a.principle + " " + a.text for a in draft.angles]
    parts += [n.heading + " " + n.text for n in draft.notes]
    parts += [" ".join([q.text, *q.probes]) for q in draft.questions]
    return " ".join([draft.title, draft.id or "", draft.level or "", *draft.tags, *draft.principles, *parts]).casefold()


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_line_is_in_a_story_or_listed_or_a_heading(name: str) -> None:
    from storybank.importers.decode import decode

    result = read(name)
    lines = decode((FIXTURES / name).read_bytes(), Path(name)).split("\n")
    inside = {n for d in result.drafts for n in range(d.line, d.end_line + 1)}
    listed = [n for s in result.skipped for n in range(s.line, s.end_line + 1)]
    assert len(listed) == len(set(listed)), "ranges overlap"
    for number, line in enumerate(lines, 1):
        if not re.search(r"\w", re.sub(r"<[^>]*>|&nbsp;", "", line)) or number in inside or number in listed:
            continue
        assert is_heading(lines, number), f"line {number} is dropped: {line}"


def is_heading(lines: list[str], number: int) -> bool:
    """A title above a story, front matter, or the fence around it."""
    line = lines[number - 1].strip().lstrip("> ")
    below = lines[number].strip() if number < len(lines) else ""
    front = lines[0].strip() == "---" and number < len(lines) and "---" in [x.strip() for x in lines[number:]]
    marked = (
        line.startswith(("#", "**", "```", "~~~", "<"))
        or line.endswith("¶")
        or (set(below) <= set("=-") and below != "")
    )
    return marked or front or len(line.split()) <= 12


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_no_word_inside_a_story_is_lost(name: str) -> None:
    from storybank.importers.decode import decode
    from storybank.importers.repair import repair

    result = read(name)
    listed = {n for s in result.skipped for n in range(s.line, s.end_line + 1)}
    lines = repair(decode((FIXTURES / name).read_bytes(), Path(name)).split("\n"))
    for draft in result.drafts:
        span = range(draft.line, draft.end_line + 1)
        own = [line for n, line in enumerate(lines, 1) if n in span and n not in listed and "|" not in line]
        have = set(re.findall(r"\w+", kept_text(draft)))
        for line in own:
            long = [w for w in re.findall(r"\w+", line.casefold()) if len(w) > 5]
            lost = [w for w in long if w not in have]
            assert len(lost) <= max(3, len(long) // 3), f"{draft.title}: {lost} of {line!r}"
