"""Every rule fires on its examples and stays silent on the others."""

from __future__ import annotations

import pytest

from storybank.model import STAR
from storybank.rules import RULES, Example, Passage, Rule, Telling, level_named, shipped_levels


def telling(example: Example) -> Telling:
    """The telling that an example describes."""
    return Telling(
        passages=tuple(Passage(text, section) for section, text in example.sections),
        whole=example.whole,
        level=level_named(example.level, shipped_levels()) if example.level else None,
        others=tuple(Passage(text, section, part="cues") for section, text in example.others),
        twins=example.twins,
        missing=tuple(s for s in STAR if s not in {name for name, _ in example.sections}),
    )


CASES = [
    (rule, example, fires)
    for rule in RULES
    for fires in (True, False)
    for example in (rule.fires if fires else rule.silent)
]


@pytest.mark.parametrize(("rule", "example", "fires"), CASES, ids=lambda v: getattr(v, "id", None))
def test_example(rule: Rule, example: Example, fires: bool) -> None:
    hits = list(rule.check(telling(example)))
    assert bool(hits) == fires, [(h.message, h.passage and h.passage.text[h.start : h.end]) for h in hits]
    for hit in hits:
        if hit.passage:
            assert 0 <= hit.start <= hit.end <= len(hit.passage.text)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_no_rule_without_examples_and_words(rule: Rule) -> None:
    assert len(rule.fires) >= 2
    assert len(rule.silent) >= 2
    for text in (rule.name, rule.message, rule.why, rule.fix):
        assert text
        assert text[0].isupper() or text[0] == "'"
    assert rule.id == rule.id.lower()
    assert not rule.message.endswith(".")


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
