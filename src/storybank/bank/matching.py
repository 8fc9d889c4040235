"""The best stories for a prompt, why, and an honest 'nothing fits'."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from typing import TYPE_CHECKING

from storybank.bank.bank import Bank, Narrate
from storybank.bank.judged import load_judged
from storybank.bank.shelving import shelve
from storybank.bank.sync import Progress, no_progress
from storybank.bank.understanding import shipped_vectors
from storybank.bank.vectors import Drawer, make_encoder, make_model, vectors
from storybank.embed import Encoder
from storybank.errors import StoreError
from storybank.match.asked import Asked, read_asked
from storybank.match.behaviours import Behaviour, load_taxonomy
from storybank.match.confidence import Basis, features, load_calibration
from storybank.match.fulltext import SharedWords
from storybank.match.fusion import best, expected_grades, fresh, fuse
from storybank.match.judged import JudgedQuestions, Verdicts
from storybank.match.known import KnownQuestions
from storybank.match.language import TERSE, language
from storybank.match.meaning import NearInMeaning, NearStory
from storybank.match.passages import Passage, passages
from storybank.match.principle import CarriesPrinciple, PrincipleReader
from storybank.match.question import Question as AskedText
from storybank.match.question import read_question
from storybank.match.shelf import Shelf
from storybank.match.shown import TOLD, ShownBehaviours, lower_first
from storybank.match.signal import Signal
from storybank.model import Card, Prompt, Question, StoryText

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = {
    ShownBehaviours.name: 1.0,
    KnownQuestions.name: 0.1,
    CarriesPrinciple.name: 0.02,
    SharedWords.name: 0.1,
    NearStory.name: 0.1,
    NearInMeaning.name: 0.1,
}
"""Weights of the signals, chosen on the graded questions of the corpus."""
_CONFIDENCE_SIGNALS = (ShownBehaviours.name, KnownQuestions.name, SharedWords.name, NearStory.name)
_ASKS_NOTHING = 0.11
"""Highest behaviour probability below which a text asks for no story at all."""
_AT_A_TIME = 64
"""Questions that are read together."""
_LANGUAGE_SAMPLE, _LANGUAGE_CHARACTERS = 5, 400
"""Stories whose beginnings tell the bank's language."""

_SURENESS = ((0.8, "very sure"), (0.6, "sure"), (0.4, "fairly sure"), (0.2, "unsure"), (0.0, "very unsure"))


class Verdict(StrEnum):
    """What the bank has for a prompt."""

    FITS = "fits"
    NOTHING_FITS = "nothing fits"
    NO_QUESTION = "no behavioural question"
    OTHER_LANGUAGE = "another language"
    EMPTY_BANK = "empty bank"


@dataclass(frozen=True, slots=True)
class Match:
    """A story for a prompt."""

    card: Card
    score: float
    """The grade that people would give it for this question, 0 to 1."""
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bank has for a prompt."""

    question: str
    verdict: Verdict
    confidence: float
    """0 to 1: how sure the matcher is that the bank answers the question."""
    principles: Mapping[str, float]
    """Principle -> probability, the likeliest first."""
    asked: tuple[tuple[Behaviour, float], ...]
    """The behaviours asked for, with probabilities."""
    matches: tuple[Match, ...]
    """The best stories, the one to tell first; given also where none fits."""
    remark: str = ""
    """What to do where nothing fits."""

    @property
    def fits(self) -> bool:
        """Whether the confidence is enough to say that the best story answers the question."""
        return self.verdict is Verdict.FITS

    @property
    def sureness(self) -> str:
        """The confidence in a word."""
        return next(word for least, word in _SURENESS if self.confidence >= least)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a confidence is made of."""

    basis: Basis
    features: list[float]


@dataclass(frozen=True, slots=True, eq=False)
class _Ranking:
    scores: NDArray[np.float32]
    """Expected grade of each story, 0 to 1."""
    signals: Mapping[str, NDArray[np.float32]]
    verdicts: Verdicts | None = None

    @property
    def deciding(self) -> Verdicts | None:
        """The verdicts, where the answer rests on them."""
        return self.verdicts if self.verdicts and self.verdicts.matter else None


class Matcher:
    """Matches prompts against one state of a bank; build it once for many prompts."""

    def __init__(
        self,
        bank: Bank,
        narrate: Narrate = lambda _: None,
        progress: Progress = no_progress,
        leave_out: Collection[str] = (),
        *,
        judged: bool = True,
    ) -> None:
        """Match against `bank`.

        Args:
            bank: its stories as they are now.
            narrate: hears of models that are loaded.
            progress: shows how far the reading of stories is.
            leave_out: ids of stories that are not to be matched.
            judged: judged questions count; without them the stories speak for themselves.
        """
        self._bank = bank
        self._cards = [card for card in bank.cards if card.id not in leave_out]
        self._narrate = narrate
        self._progress = progress
        self._model = make_model(bank.config.match, bank.root)
        self._taxonomy = load_taxonomy()
        self._read: dict[int, list[Passage]] = {}
        self._uses_judged = judged

    def match(self, prompt: str, top: int = 3, told: Collection[str] = ()) -> Answer:
        """The `top` best stories for a prompt.

        Args:
            prompt: a question, or anything else a person may ask.
            top: how many stories are wanted.
            told: ids of stories that the interviewers know: a fresh one that is nearly as good comes first.
        """
        return next(self.match_all([prompt], top, told))

    def match_all(self, prompts: Sequence[str], top: int = 3, told: Collection[str] = ()) -> Iterator[Answer]:
        """`match` for each prompt in turn; questions are read many at a time, which is quicker."""
        for start in range(0, len(prompts), _AT_A_TIME):
            questions = [read_question(prompt) for prompt in prompts[start : start + _AT_A_TIME]]
            refused = [self._refused(question) for question in questions]
            askable = [question for question, answer in zip(questions, refused, strict=True) if answer is None]
            asked = iter(read_asked(askable, self._model) if askable else ())
            yield from (answer or self._answer(next(asked), top, told) for answer in refused)

    def _refused(self, question: AskedText) -> Answer | None:
        """The answer to what no story can be matched with."""
        if question.is_empty:
            return self._nothing(question.text, Verdict.NO_QUESTION, "It has no word that asks for anything.")
        if not self._cards:
            return self._nothing(question.text, Verdict.EMPTY_BANK, "Add stories: storybank import FILE")
        foreign = self._foreign(question.text)
        return self._nothing(question.text, Verdict.OTHER_LANGUAGE, foreign) if foreign else None

    def _answer(self, asked: Asked, top: int, told: Collection[str]) -> Answer:
        ranking = self._rank(asked)
        (winner,) = best(ranking.scores, 1)
        calibration = load_calibration()[self._basis(ranking, winner)]
        confidence = calibration.confidence(self._features(asked, ranking, winner))
        verdict = self._verdict(asked, confidence >= calibration.fits)
        return Answer(
            question=asked.question.text,
            verdict=verdict,
            confidence=confidence,
            principles=self._principles.probabilities(asked),
            asked=self._asked(asked),
            matches=tuple(self._match(asked, ranking, row) for row in self._in_order(ranking, top, told)),
            remark=self._remark(asked, verdict),
        )

    def _in_order(self, ranking: _Ranking, top: int, told: Collection[str]) -> list[int]:
        heard = [row for row, card in enumerate(self._cards) if card.id in told] if told else []
        return best(fresh(ranking.scores, heard), top)

    def _nothing(self, question: str, verdict: Verdict, remark: str) -> Answer:
        return Answer(question, verdict, 0.0, {}, (), (), remark)

    def _match(self, asked: Asked, ranking: _Ranking, row: int) -> Match:
        reasons = [reason for signal in self._signals for reason in signal.why(asked, row)]
        if self._judged and ranking.verdicts:
            reasons += self._judged.why(ranking.verdicts, row)
        return Match(
            self._shelf.cards[row],
            float(ranking.scores[row]),
            tuple(reasons) or ("nothing in it speaks for this question",),
        )

    def evidence(self, prompt: str) -> Evidence:
        """What the confidence in the best story is made of, for calibration."""
        (asked,) = read_asked([read_question(prompt)], self._model)
        ranking = self._rank(asked)
        row = best(ranking.scores, 1)[0]
        return Evidence(self._basis(ranking, row), self._features(asked, ranking, row))

    def _rank(self, asked: Asked) -> _Ranking:
        signals = {signal.name: signal.scores(asked) for signal in self._signals}
        scores = expected_grades(fuse(signals, WEIGHTS))
        if self._judged is None:
            return _Ranking(scores, signals)
        verdicts = self._judged.verdicts(asked)
        return _Ranking(self._judged.blend(scores, verdicts, asked.question.text), signals, verdicts)

    def _basis(self, ranking: _Ranking, row: int) -> Basis:
        if ranking.deciding:
            return Basis.JUDGED
        return Basis.PREDICTED if self._shelf.predicted[row] else Basis.GRADED

    def _features(self, asked: Asked, ranking: _Ranking, row: int) -> list[float]:
        told = [float(ranking.signals[name][row]) for name in _CONFIDENCE_SIGNALS]
        return features(asked.behaviours, self._shelf.shown[row], told, ranking.scores, row, ranking.deciding)

    def _verdict(self, asked: Asked, enough: bool) -> Verdict:
        if float(asked.behaviours.max()) < _ASKS_NOTHING:
            return Verdict.NO_QUESTION
        return Verdict.FITS if enough else Verdict.NOTHING_FITS

    def _remark(self, asked: Asked, verdict: Verdict) -> str:
        if verdict is Verdict.NO_QUESTION:
            return "It asks no behavioural question, so no story can answer it."
        if verdict is Verdict.NOTHING_FITS:
            wanted = self._taxonomy.behaviours[int(asked.behaviours.argmax())]
            return f"Write a story in which you {lower_first(wanted.name)}."
        return ""

    def _asked(self, asked: Asked) -> tuple[tuple[Behaviour, float], ...]:
        order = asked.behaviours.argsort()[::-1]
        likely = [(self._taxonomy.behaviours[i], float(asked.behaviours[i])) for i in order[:6]]
        return tuple((behaviour, p) for behaviour, p in likely if p >= TOLD)

    def _foreign(self, question: str) -> str:
        theirs = language(question)
        if theirs is None or theirs == self._language or self._language is None:
            return ""
        return f"The question is in {theirs}, your stories are in {self._language}: ask it in {self._language}."

    @cached_property
    def _language(self) -> str | None:
        sample = self._bank.store.texts([card.id for card in self._cards[:_LANGUAGE_SAMPLE]])
        told = (" ".join(section.text for section in story.sections) for story in sample)
        return language(" ".join(text[:_LANGUAGE_CHARACTERS] for text in told), TERSE)

    @cached_property
    def _shelf(self) -> Shelf:
        return shelve(self._bank.store, self._model, self._cards, self._taxonomy, self._progress)

    def _passages(self, row: int) -> Sequence[Passage]:
        if row not in self._read:
            found = self._bank.store.texts([self._cards[row].id])
            if not found:
                raise StoreError(f"{self._cards[row].id} is gone from the bank", hint="Ask again")
            self._read[row] = passages(found[0])
        return self._read[row]

    @cached_property
    def _question_vectors(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Of the stories' questions, and of the bank's prompts."""
        mine = [question.text for _, question in self._questions]
        prompts = [prompt.text for prompt in self._prompts]
        shipped = partial(shipped_vectors, self._model.fingerprint)
        both = vectors(self._bank.store, self._model, [*mine, *prompts], self._in_use, self._progress, shipped)
        return both[: len(mine)], both[len(mine) :]

    @cached_property
    def _prompts(self) -> list[Prompt]:
        return self._bank.store.prompts(self._bank.root)

    @cached_property
    def _judged(self) -> JudgedQuestions | None:
        if not self._uses_judged:
            return None
        embed = partial(vectors, self._bank.store, self._drawer, in_use=self._in_use, progress=self._progress)
        return load_judged(self._bank, self._model, [card.id for card in self._cards], embed, self._narrate)

    @cached_property
    def _known(self) -> KnownQuestions:
        return KnownQuestions(len(self._cards), self._questions, self._question_vectors[0])

    @cached_property
    def _questions(self) -> list[tuple[int, Question]]:
        """What the authors say their stories answer, with the rows of the stories."""
        known = self._bank.store.questions()
        return [(row, question) for row, card in enumerate(self._cards) for question in known.get(card.id, ())]

    @cached_property
    def _principles(self) -> PrincipleReader:
        import numpy as np

        known = {p.name for p in self._bank.principles}
        mine = [question.principle or self._cards[row].primary for row, question in self._questions]
        names = [*mine, *(prompt.principle for prompt in self._prompts)]
        vectors = np.concatenate(self._question_vectors)
        kept = [row for row, name in enumerate(names) if name in known]
        return PrincipleReader(self._bank.principles, self._taxonomy, [str(names[row]) for row in kept], vectors[kept])

    @cached_property
    def _signals(self) -> tuple[Signal, ...]:
        ids = [card.id for card in self._cards]
        signals: tuple[Signal, ...] = (
            ShownBehaviours(self._shelf, self._taxonomy, self._passages),
            self._known,
            CarriesPrinciple(self._shelf, self._principles),
            SharedWords(ids, self._bank.store.word_scores, self._passages),
            NearStory(self._shelf),
        )
        if self._encoder is None:
            return signals
        for row, text in enumerate(self._texts()):
            self._read.setdefault(row, passages(text))
        places = [(row, p.place) for row in range(len(ids)) for p in self._passages(row)]
        texts = [p.text for row in range(len(ids)) for p in self._passages(row)]
        embedded = vectors(self._bank.store, self._encoder, texts, self._in_use, self._progress)
        return (*signals, NearInMeaning(len(ids), places, embedded, self._encoder.encode))

    def _texts(self) -> list[StoryText]:
        texts = {text.id: text for text in self._bank.store.texts()}
        return [texts[card.id] for card in self._cards]

    @cached_property
    def _encoder(self) -> Encoder | None:
        """The model of the user's choice that is asked beside ours."""
        return make_encoder(self._bank.config.match, self._narrate)

    @cached_property
    def _drawer(self) -> Drawer:
        """Of the judged questions' vectors."""
        return Drawer(self._model, "judged")

    @cached_property
    def _in_use(self) -> list[str]:
        used: list[Encoder] = [self._model, self._drawer, *([self._encoder] if self._encoder else [])]
        return [encoder.fingerprint for encoder in used]
