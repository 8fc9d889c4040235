"""A bank far larger than any person's: seconds to index it, to start matching against it, and for a warm question.

    python -m tests.benchmarks.large [STORIES]

The stories are mini-stories of the corpus, again and again. What the model reads in them is made up, because reading so
many takes an hour or more and is done once; all that a question costs afterwards depends on their number alone.
The warm bound is the design's: 150 ms at 100,000 stories.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np

from storybank.bank.bank import Bank, open_bank
from storybank.bank.create import create_bank
from storybank.bank.matching import Matcher
from storybank.embed.behaviour_model import BehaviourModel
from storybank.model import Section, SectionName, Story, Understanding
from storybank.storyfile import write_story
from storybank.training.corpus import stories

_FOLDER, _BATCH, _DIMENSIONS, _SENTENCES = 1000, 5000, 384, 3
QUESTIONS = (
    "Tell me about a time you disagreed with your manager",
    "Describe a failure you learned from",
    "When did you simplify a process?",
    "Tell me about a tight deadline you met",
)


def write_bank(root: Path, count: int) -> None:
    """Write `count` stories."""
    create_bank(root)
    texts = [story.text for story in stories(validation=False)]
    for number in range(count):
        folder = root / "stories" / f"{number // _FOLDER:03}"
        folder.mkdir(exist_ok=True)
        section = Section(SectionName.ACTION, texts[number % len(texts)])
        story = Story(f"S-{number}", f"Story {number}", ("Ownership",), (section,))
        (folder / f"S-{number}.md").write_text(write_story(story), encoding="utf-8")


def make_up_readings(bank: Bank, model: BehaviourModel) -> None:
    """Remember for each story what no model read in it."""
    rng = np.random.default_rng(7)
    digests = list(bank.store.digests().values())
    for start in range(0, len(digests), _BATCH):
        made = {}
        for digest in digests[start : start + _BATCH]:
            vector = rng.standard_normal(_DIMENSIONS).astype(np.float32)
            shown = rng.random(len(model.behaviours)).astype(np.float32) ** 6
            places = rng.integers(0, _SENTENCES, len(model.behaviours)).astype(np.uint16)
            made[digest] = Understanding(vector / np.linalg.norm(vector), shown, places)
        bank.store.add_understandings(model.fingerprint, made)


def timed(label: str, step: Callable[[], object]) -> float:
    """Run a step and print its seconds."""
    begin = time.perf_counter()
    step()
    taken = time.perf_counter() - begin
    print(f"{label:28} {taken:9.3f} s", flush=True)
    return taken


def main() -> None:
    """Print the seconds of each step and the memory that matching takes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "bank"
        timed(f"write {count} stories", partial(write_bank, root, count))
        timed("index them", lambda: open_bank(root, cwd=root, env={}).store.close())
        if os.fork() == 0:  # memory is counted for the process that matches alone
            make_up_readings(open_bank(root, cwd=root, env={}), BehaviourModel())
            os._exit(0)
        os.wait()
        begin = time.perf_counter()
        matcher = Matcher(open_bank(root, cwd=root, env={}))
        print(f"{'open the bank again':28} {time.perf_counter() - begin:9.3f} s")
        timed("first question", partial(matcher.match, QUESTIONS[0]))
        warm = [timed("question", partial(matcher.match, one)) for one in QUESTIONS * 3]
        print(f"warm question, median        {median(warm):9.3f} s")
        print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
