"""Probes: each gap is asked for, and a whole story has none."""

from __future__ import annotations

from storybank.model import Question, Section, SectionName, Story
from storybank.probes import Source, probes

WHOLE = {
    SectionName.SITUATION: "In March checkout lost 12% of the carts, $2M a year.",
    SectionName.TASK: "I had to halve that in 6 weeks.",
    SectionName.ACTION: "I measured every step.\nMy manager was against it, but I chose the small fix first.",
    SectionName.RESULT: "The loss fell from 12% to 5%, worth $1.1M a year.",
    SectionName.REFLECTION: "Next time I would ask the customers first.",
}


def story(**changed: str) -> Story:
    texts = {**WHOLE, **{SectionName(name): text for name, text in changed.items()}}
    sections = [Section(name, text, 10 * n, 10 * n + 2) for n, (name, text) in enumerate(texts.items(), 1) if text]
    return Story("CO-1", "A story", sections=tuple(sections))


def gaps(**changed: str) -> list[str]:
    return [probe.text for probe in probes(story(**changed)) if probe.source is Source.GAP]


def test_a_whole_story_has_no_gap_and_is_still_asked_about() -> None:
    asked = probes(story())
    assert [probe.text for probe in asked if probe.source is Source.GAP] == []
    facts = {probe.text: (probe.section, probe.line) for probe in asked if probe.source is Source.FACT}
    assert facts["Which alternatives did you turn down, and why?"] == ("action", 33)
    assert any(text.startswith("How was ") for text in facts)
    assert asked[-1].source is Source.COMMON


def test_gaps() -> None:
    assert gaps(result="") == ["How did it end, and how do you know?"]
    assert gaps(action="We measured it, our team fixed it, but we had a fight.") == [
        "Which part of this did you do yourself?"
    ]
    assert gaps(action="I measured it and fixed it.") == ["Who was against it, or what went wrong on the way?"]
    assert gaps(reflection="") == ["What would you do differently today?"]
    assert gaps(result="Everybody was glad.") == ["How do you know that it worked? Which number moved?"]
    assert "What was that worth in money?" in gaps(
        situation="In March 12% of carts were lost.", result="The loss fell from 12% to 5%."
    )


def test_a_figure_without_its_start() -> None:
    assert gaps(situation="In March many carts cost us $2M a year.", result="I reduced the loss by 40%.") == [
        "You say 40%: from what to what?"
    ]


def test_the_authors_own_probes_are_kept_with_their_question() -> None:
    one = Story("CO-1", "A story", questions=(Question("Why?", None, ("Really?",), 4),))
    own = [probe for probe in probes(one) if probe.source is Source.AUTHOR]
    assert [(probe.text, probe.why, probe.line) for probe in own] == [("Really?", "with 'Why?'", 4)]


def test_an_empty_story_is_asked_for_its_sections() -> None:
    assert [probe.section for probe in probes(Story("X", "x"))[:4]] == ["situation", "task", "action", "result"]
