"""What the matcher's model reads in the bank's stories: computed once for each version of a file, then remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from storybank.bank.bank import Bank
from storybank.bank.sync import Progress, no_progress
from storybank.bank.vectors import digest
from storybank.embed.behaviour_model import SHIPPED, BehaviourModel, shipped_arrays
from storybank.errors import StoreError
from storybank.match.passages import passages, told
from storybank.model import StoryText, Understanding
from storybank.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE = SHIPPED / "sample.npz"
"""What the shipped model reads in the sample stories, so that a first match need not read them."""
_BATCH = 200
"""Stories read, and remembered, at a time."""
_CHUNK_WORDS = 120
"""Words read at a time: about what the model was trained on, and what it can hold."""


def understand(
    store: Store,
    model: BehaviourModel,
    stories: Mapping[str, str],
    progress: Progress = no_progress,
    *,
    forget: bool = True,
) -> Iterator[Understanding]:
    """What `model` reads in each story; new and changed ones are read now and remembered, a batch at a time.

    Args:
        store: remembers.
        model: reads.
        stories: id -> SHA-256 of the file, in the order of the answers.
        progress: shows how far it is, where any story is to be read.
        forget: `stories` are all there is; what was read in other files is forgotten.

    Raises:
        InputFileError: a file of the model is missing or damaged.
        StoreError: the database could not be read or written, or its stories changed meanwhile.
    """
    read = store.understood(model.fingerprint)
    unknown = not read.issuperset(stories.values())
    shipped = _shipped(model.fingerprint) if unknown and model.folder == SHIPPED else {}
    read |= shipped.keys()
    items = list(stories.items())
    batches = [dict(items[i : i + _BATCH]) for i in range(0, len(items), _BATCH)]
    anything = not read.issuperset(stories.values())
    for batch in progress(batches, "Reading stories") if anything else batches:
        unread = [name for name, digest in batch.items() if digest not in read]
        made = {text.sha256: read_story(model, text) for text in (store.texts(unread) if unread else ())}
        if made:
            store.add_understandings(model.fingerprint, made)
        known = store.understandings(model.fingerprint, list(batch.values())) | made
        if not (known.keys() | shipped.keys()).issuperset(batch.values()):
            raise StoreError("the stories changed while they were read", hint="Try again")
        yield from (known[digest] if digest in known else shipped[digest] for digest in batch.values())
    if anything and forget:
        store.keep_understandings(model.fingerprint, set(stories.values()))


def read_story(model: BehaviourModel, text: StoryText) -> Understanding:
    """Read one story: whole, in chunks, and sentence by sentence."""
    import numpy as np

    chunks = _chunks(told(text))
    sentences = [passage.text for passage in passages(text)]
    vectors = model.encode([*chunks, *sentences])
    parts = vectors[: len(chunks)]
    whole = parts.mean(axis=0)
    length = float(np.linalg.norm(whole))
    vector: NDArray[np.float32] = whole / length if length > 0 else whole
    shown = np.maximum(model.shown(vector[None])[0], model.shown(parts).mean(axis=0))
    by_sentence = model.shown(vectors[len(chunks) :])
    places = by_sentence.argmax(axis=0) if len(sentences) else np.zeros(len(shown))
    return Understanding(vector.astype(np.float32), shown.astype(np.float32), places.astype(np.uint16))


def _chunks(text: str) -> list[str]:
    """`text` in stretches of about `_CHUNK_WORDS` words of equal length; one empty stretch for an empty text."""
    spoken = text.split()
    count = max(1, -(-len(spoken) // _CHUNK_WORDS))
    size = -(-len(spoken) // count) if spoken else 1
    return [" ".join(spoken[i : i + size]) for i in range(0, len(spoken), size)] or [""]


@cache
def _shipped(fingerprint: str) -> Mapping[str, Understanding]:
    import numpy as np

    saved = shipped_arrays(SAMPLE, model=fingerprint)
    if not saved:
        return {}
    rows = zip(saved["sha256"], saved["vectors"], saved["shown"], saved["places"], strict=True)
    return {str(sha): Understanding(v.astype(np.float32), s.astype(np.float32), p) for sha, v, s, p in rows}


def shipped_vectors(fingerprint: str) -> dict[str, NDArray[np.float32]]:
    """SHA-256 of a sample question -> its vector, as shipped with the model of this fingerprint."""
    import numpy as np

    saved = shipped_arrays(SAMPLE, model=fingerprint)
    if not saved:
        return {}
    rows = zip(saved["questions"], saved["question_vectors"], strict=True)
    return {str(key): vector.astype(np.float32) for key, vector in rows}


def save_sample(bank: Bank, model: BehaviourModel, narrate: Callable[[str], None]) -> None:
    """Write what `model` reads in the sample stories and prompts, to be shipped with it."""
    import numpy as np

    texts = bank.store.texts()
    read = [read_story(model, text) for text in texts]
    known = [question.text for text in texts for question in text.questions]
    known += [prompt.text for prompt in bank.store.prompts(bank.root)]
    np.savez(
        SAMPLE,
        model=np.array(model.fingerprint),
        sha256=np.array([text.sha256 for text in texts]),
        vectors=np.array([one.vector for one in read], dtype=np.float16),
        shown=np.array([one.shown for one in read], dtype=np.float16),
        places=np.array([one.places for one in read], dtype=np.uint16),
        questions=np.array([digest(text) for text in known]),
        question_vectors=model.encode(known).astype(np.float16),
    )
    narrate(f"{len(read)} sample stories and {len(known)} questions read")
