"""Placing, suppressing and ranking findings, through the engine's door."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.check import Checker, Outcome, Selection
from storybank.errors import UsageError
from storybank.model import SectionName
from storybank.principles import load_principles
from storybank.rules import Severity, shipped_levels
from storybank.storyfile import read_story
from tests.check.stories import CLEAN, FLAGGED

PATH = Path("stories/OW-1.md")


def check(text: str, **selection: object) -> Outcome:
    checker = Checker(shipped_levels(), Selection(**selection))  # type: ignore[arg-type]
    return checker.story(read_story(text, PATH, load_principles()).story, text, str(PATH))


def rules(outcome: Outcome) -> list[str]:
    return [f.rule for f in outcome.findings]


def test_findings_point_at_their_evidence() -> None:
    lines = FLAGGED.split("\n")
    for finding in check(FLAGGED).findings:
        if finding.section and finding.end_column > finding.column:
            shown = lines[finding.line - 1][finding.column - 1 : finding.end_column - 1]
            assert finding.evidence.startswith(" ".join(shown.split())[:20])


def test_worst_first() -> None:
    ranks = [f.severity.rank for f in check(FLAGGED).findings]
    assert ranks == sorted(ranks)
    assert rules(check(FLAGGED))[0] == "numbers-disagree"


def test_a_good_story_is_left_alone() -> None:
    assert [f for f in check(CLEAN).findings if f.severity is not Severity.INFO] == []


def test_labelled_sections_have_columns_of_the_file() -> None:
    text = "---\nid: OW-1\n---\n\n**S:** It was slow.\n\n**T:** Mine.\n\n**A:** I asked them.\n\n"
    text += "**R:** It fell from 8 hours to 2, a 50% cut.\n"
    (finding,) = check(text, select=("numbers-disagree",)).findings
    line = text.split("\n")[finding.line - 1]
    assert line[finding.column - 1 : finding.end_column - 1] == "50%"


@pytest.mark.parametrize(
    ("where", "silent"),
    [
        ("## Situation\n", True),
        ("## Task\n", False),
    ],
)
def test_a_comment_silences_its_section(where: str, silent: bool) -> None:
    text = FLAGGED.replace(where, f"{where}\n<!-- storybank: ignore blame he agreed to this wording -->\n")
    outcome = check(text)
    assert ("blame" not in rules(outcome)) == silent
    assert ("unused-ignore" in rules(outcome)) != silent
    assert outcome.suppressed == silent


@pytest.mark.parametrize(
    "ignore", ["ignore: blame", "ignore: [blame]", "ignore: {blame: he agreed}", "ignore:\n  - blame he agreed"]
)
def test_front_matter_silences_the_story(ignore: str) -> None:
    outcome = check(FLAGGED.replace("level: L6\n", f"level: L6\n{ignore}\n"))
    assert "blame" not in rules(outcome)
    assert outcome.suppressed == 1


def test_a_comment_above_all_sections_silences_the_story() -> None:
    text = FLAGGED.replace("\n## Situation", "\n<!-- storybank: ignore numbers-disagree -->\n\n## Situation")
    assert "numbers-disagree" not in rules(check(text))


def test_an_unknown_rule_names_the_nearest() -> None:
    (finding,) = [
        f
        for f in check(FLAGGED.replace("level: L6\n", "level: L6\nignore: [blam]\n")).findings
        if f.rule == "unknown-ignore"
    ]
    assert "Did you mean 'blame'?" in finding.message
    assert finding.line == 6
    with pytest.raises(UsageError, match="no rule 'hegding'") as error:
        check(FLAGGED, select=("hegding",))
    assert "hedging" in error.value.hint


def test_a_suppression_of_a_rule_that_did_not_run_is_not_unused() -> None:
    text = FLAGGED.replace("level: L6\n", "level: L6\nignore: [jargon]\n")
    assert "unused-ignore" in rules(check(text))
    assert "unused-ignore" not in rules(check(text, select=("blame",)))


def test_select_and_ignore() -> None:
    assert rules(check(FLAGGED, select=("blame",))) == ["blame"]
    assert "blame" not in rules(check(FLAGGED, ignore=("blame",)))


def test_level_of_the_option_wins() -> None:
    assert "scope-too-small" not in rules(check(FLAGGED))
    assert "scope-too-small" in rules(check(FLAGGED, level="l7"))
    with pytest.raises(UsageError, match="no level 'L9'"):
        check(FLAGGED, level="L9")


def test_duplicates_name_the_first() -> None:
    checker = Checker(shipped_levels())
    first = read_story(CLEAN, PATH, load_principles()).story
    assert "duplicate-story" not in rules(checker.story(first, CLEAN, "a.md"))
    twin = checker.story(first, CLEAN.replace("DR-1", "DR-2"), "b.md")
    assert [f.message for f in twin.findings if f.rule == "duplicate-story"] == ["Nearly the same words as DR-1 (a.md)"]


def test_a_passage_is_not_judged_as_a_story() -> None:
    outcome = Checker(shipped_levels()).passage("It went really well.", SectionName.RESULT, "p1")
    assert rules(outcome) == ["vague-metric"]
    assert outcome.findings[0].file is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ok.",
        "Unser Chef war schrecklich, und das Team hat nichts getan. Die Leistung wurde mit der Zeit viel besser.",
        '> My boss was incompetent.\n\n```\nit was his fault\n```\n\n# It was his fault\n\nShe said "it was his fault".',
        "我们的经理很糟糕，我们大大提高了性能。",
    ],
)
def test_what_cannot_be_judged_is_left_alone(text: str) -> None:
    assert Checker(shipped_levels()).passage(text, SectionName.SITUATION).findings == ()
