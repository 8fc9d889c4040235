"""The shipped prompts, and prompt files of the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.errors import InputFileError
from storybank.principles import PrincipleSet
from storybank.promptfile import read_case, read_interview, read_prompts, read_scenario
from tests.conftest import REPOSITORY

PROMPTS = REPOSITORY / "prompts"
FILE = Path("x.md")


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_principle_has_at_least_twelve_questions_with_probes(principles: PrincipleSet) -> None:
    ids = []
    for principle in principles:
        path = PROMPTS / "principles" / f"{principle.slug}.md"
        prompts = read_prompts(text(path), path, principles)
        assert len(prompts) >= 12
        assert all(prompt.principle == principle.name for prompt in prompts)
        assert all(2 <= len(prompt.probes) <= 5 for prompt in prompts)
        lines = text(path).split("\n")
        assert all(prompt.text in lines[prompt.line - 1] for prompt in prompts)
        ids += [prompt.id for prompt in prompts]
    assert len(ids) == len(set(ids))


def test_scenarios() -> None:
    scenarios = [read_scenario(text(path), path) for path in sorted((PROMPTS / "scenarios").glob("*.md"))]
    assert sorted(s.minutes for s in scenarios) == [35, 40, 40, 45, 45, 45, 50, 60]
    for scenario in scenarios:
        assert len(scenario.challenges) == 5
        assert [len(group.points) for group in scenario.discussion] == [4, 4, 4, 4]


def test_the_case() -> None:
    (path,) = (PROMPTS / "cases").glob("*.md")
    case = read_case(text(path), path)
    assert (case.minutes, len(case.priorities), len(case.answer), len(case.assessment)) == (20, 5, 6, 6)
    assert case.remember


def test_interview_questions() -> None:
    questions = [read_interview(text(path), path) for path in sorted((PROMPTS / "interview").glob("*.md"))]
    assert len(questions) == 7
    assert all(q.question and len(q.points) >= 4 and q.probes for q in questions)


def test_an_id_of_ones_own(principles: PrincipleSet) -> None:
    source = "---\nprinciple: DR\n---\n\n## When did you deliver? {#mine-1}\n\n- How?\n\n## And again?\n"
    first, second = read_prompts(source, FILE, principles)
    assert (first.id, first.text, first.probes, first.line) == ("mine-1", "When did you deliver?", ("How?",), 5)
    assert second.id.startswith("DR-")
    reordered = "---\nprinciple: DR\n---\n## And again?\n## When did you deliver? {#mine-1}\n"
    assert {p.id for p in read_prompts(reordered, FILE, principles)} == {first.id, second.id}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("## A question?\n", "lacks 'principle'"),
        ("---\nprinciple: Deliver\n---\n", "unknown principle 'Deliver'"),
        ("---\nprinciple: [a\n---\n", "broken YAML"),
        ("---\nprinciple: DR\n---\n## A? {#x}\n## B? {#x}\n", "prompt 'x' stands twice, first in line 4"),
    ],
)
def test_mistakes_in_prompt_files(source: str, message: str, principles: PrincipleSet) -> None:
    with pytest.raises(InputFileError, match=message):
        read_prompts(source, FILE, principles)


def test_mistakes_in_scenarios() -> None:
    good = text(next((PROMPTS / "scenarios").glob("*.md")))
    with pytest.raises(InputFileError, match="has no section '## Challenges'"):
        read_scenario(good.replace("## Challenges", "## Difficulties"), FILE)
    with pytest.raises(InputFileError, match="is not a number of minutes"):
        read_scenario(good.replace("duration: ", "duration: about "), FILE)
