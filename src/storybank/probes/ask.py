"""Follow-up questions made of a story's own facts and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from storybank.model import STAR, SectionName, Story
from storybank.probes.figures import figure_probes
from storybank.probes.model import Probe, Source

_I = re.compile(r"\b(?:I|I'[a-z]+|I’[a-z]+|my|mine|myself|me)\b")
_WE = re.compile(r"\b(?:we|we['’][a-z]+|our|ours|us|the team)\b", re.IGNORECASE)
_LEARNT = re.compile(
    r"\b(?:learn\w*|lesson\w*|differently|hindsight|next time|since then|now I|taught me|mistake|should have|regret)\b",
    re.IGNORECASE,
)
_HARD = re.compile(
    r"\b(?:but|however|although|despite|against|disagree\w*|refus\w*|push\w* back|worr\w+|risk\w*|fail\w*|"
    r"blocked|resist\w*|unhappy|objected|sceptic\w*|skeptic\w*|trade-off\w*)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\b(?:decid\w+|chose|choos\w+|picked|opted|instead of|rather than)\b", re.IGNORECASE)


_ORDER = (Source.GAP, Source.FACT, Source.AUTHOR, Source.COMMON)
_COMMON = tuple(
    Probe(text, "asked of any story", Source.COMMON)
    for text in (
        "Tell me about a more recent example.",
        "What has changed since then?",
        "What was your own biggest contribution?",
        "Why did this matter at the time?",
    )
)
_MISSING = {
    SectionName.SITUATION: "What was the situation, and why did it matter?",
    SectionName.TASK: "What exactly was expected of you, and how would success be told?",
    SectionName.ACTION: "What did you do yourself, step by step?",
    SectionName.RESULT: "How did it end, and how do you know?",
}


def probes(story: Story) -> list[Probe]:
    """The follow-ups a story invites: gaps first, then its facts, its author's own, and what is always asked."""
    found = [*_gaps(story), *figure_probes(story), *_choices(story), *_authors(story)]
    unique = {probe.text.casefold(): probe for probe in [*_COMMON, *reversed(found)]}
    ordered = list(reversed(unique.values()))
    return sorted(ordered, key=lambda probe: _ORDER.index(probe.source))


def _gaps(story: Story) -> Iterator[Probe]:
    for name in STAR:
        if not story.text_of(name):
            yield Probe(_MISSING[name], f"{name.title()} is empty", Source.GAP, name)
    action = story.text_of(SectionName.ACTION)
    if action and len(_WE.findall(action)) > len(_I.findall(action)):
        yield _at(
            story, SectionName.ACTION, "Which part of this did you do yourself?", "Action says 'we' more than 'I'"
        )
    told = "\n".join(section.text for section in story.sections)
    if action and not _HARD.search(told):
        yield _at(
            story, SectionName.ACTION, "Who was against it, or what went wrong on the way?", "nothing is in the way"
        )
    if told and not story.text_of(SectionName.REFLECTION) and not _LEARNT.search(told):
        yield Probe("What would you do differently today?", "no learning is told", Source.GAP, SectionName.REFLECTION)


def _choices(story: Story) -> Iterator[Probe]:
    for section in story.sections:
        if section.name is not SectionName.ACTION:
            continue
        for number, line in enumerate(section.text.split("\n")):
            chosen = _CHOICE.search(line)
            if chosen:
                why = f"'{chosen[0]}' in Action"
                yield Probe(
                    "Which alternatives did you turn down, and why?",
                    why,
                    Source.FACT,
                    section.name,
                    section.text_line + number if section.text_line else 0,
                )
                return


def _authors(story: Story) -> Iterator[Probe]:
    for question in story.all_questions:
        for probe in question.probes:
            yield Probe(probe, f"with '{question.text}'", Source.AUTHOR, None, question.line)


def _at(story: Story, name: SectionName, text: str, why: str) -> Probe:
    line = next((section.line for section in story.sections if section.name is name), 0)
    return Probe(text, why, Source.GAP, name, line)
