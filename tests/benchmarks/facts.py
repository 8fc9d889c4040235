"""How many altered figures `rehearse --transcript` names, and how often it cries wolf.

    python -m tests.benchmarks.facts

Every figure of every sample story is changed, rounded or dropped, one at a time, in a telling of the story's own words;
and every story is told unaltered, in digits and in spoken words.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from storybank.bank.bank import open_bank
from storybank.metrics import Figure, figures
from storybank.model import Story
from storybank.transcript import Fate
from storybank.transcript.facts import facts_kept

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"K": " thousand", "M": " million", "B": " billion"}
_FACTORS = (0.6, 0.8, 1.25, 1.5, 2.0)


def spoken(text: str) -> str:
    """`text` as a recogniser writes it: figures in words, lower case."""
    money = re.compile(r"\$(\d[\d,]*(?:\.\d+)?)\s*([KMB])?\b")
    text = money.sub(lambda m: f"{_words(m[1])}{_SCALES.get(m[2], '')} dollars", text)
    text = re.sub(r"(\d[\d,]*(?:\.\d+)?)\s*%", lambda m: f"{_words(m[1])} percent", text)
    plain = re.compile(r"(?<![\w/.-])(\d[\d,]*(?:\.\d+)?)([KMx])?(?![\w/])")
    return plain.sub(lambda m: f"{_words(m[1])}{' times' if m[2] == 'x' else _SCALES.get(m[2], '')}", text).lower()


def _words(digits: str) -> str:
    whole, _, decimals = digits.replace(",", "").partition(".")
    return _whole(int(whole or 0)) + (f" point {' '.join(_ONES[int(d)] for d in decimals)}" if decimals else "")


def _whole(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f" {_ONES[number % 10]}" if number % 10 else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            return f"{_whole(number // size)} {name}" + (f" {_whole(rest)}" if rest else "")
    raise AssertionError(number)


def altered(figure: Figure, rng: random.Random) -> Iterator[tuple[str, str]]:
    """How it was altered, and what is said instead."""
    found = _DIGITS.search(figure.text)
    assert found
    value = float(found[0].replace(",", ""))
    places = len(found[0].partition(".")[2])
    other = round(value * rng.choice(_FACTORS), places)
    other = value + 1 if other == value else other
    yield "changed", figure.text.replace(found[0], f"{other:.{places}f}", 1)
    size = 10 ** (len(str(int(value))) - 1)
    nearest = round(value / size) * size
    if value >= 10 and nearest != value:
        yield "rounded", figure.text.replace(found[0], str(nearest), 1)
    yield "dropped", "some"


def main() -> None:
    """Print the counts."""
    bank = open_bank(cwd=Path("/"), env={})
    stories = [bank.story(card.id)[0].story for card in bank.cards]
    facts, alarms = 0, 0
    for story in stories:
        for telling in (_text(story), spoken(_text(story))):
            kept = facts_kept(story, telling)
            facts += len(kept)
            alarms += sum(one.fate is not Fate.SAID for one in kept)
    print(f"told unaltered: {alarms} of {facts} facts are said to be altered or missing ({alarms / facts:.1%})")
    rng, tried, named = random.Random(5), Counter[str](), Counter[str]()
    for story in stories:
        for how, hit in _alterations(story, rng):
            tried[how] += 1
            named[how] += hit
    for how, count in tried.items():
        print(f"{how}: {named[how]} of {count} named ({named[how] / count:.1%})")
    print(f"together: {named.total() / tried.total():.1%}")


def _text(story: Story) -> str:
    return " ".join(section.text for section in story.sections)


def _alterations(story: Story, rng: random.Random) -> Iterator[tuple[str, bool]]:
    """For each altered telling, how it was altered, and whether a fact with that figure is named."""
    text = _text(story)
    found = [figure for figure in figures(text) if _DIGITS.search(figure.text)]
    for figure in found:
        if sum(other.value == figure.value for other in found) > 1:
            continue  # said twice: the other one still stands
        for how, instead in altered(figure, rng):
            telling = text[: figure.start] + instead + text[figure.end :]
            kept = [one for one in facts_kept(story, telling) if one.fate is not Fate.SAID]
            yield how, any(figure.text in one.message or figure.text in one.fact.text for one in kept)


if __name__ == "__main__":
    main()
