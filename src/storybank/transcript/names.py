"""Names in a story: teams, products, systems; and whether a telling has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from storybank.model import SectionName, Story
from storybank.text.sentences import sentences
from storybank.text.words import content_words, stem, stop_words, words
from storybank.transcript.spoken import in_digits

_TOKEN = re.compile(r"[A-Za-z0-9][\w'’]*(?:[/&.-][\w'’]+)*")
_CLOSE = 85.0
"""rapidfuzz ratio (0-100) from which a long word that was heard is the name."""
_LONG = 5
_LONGEST_NAME = 5
"""Words that a recogniser may make of one name: 'i o s', 'e c two'."""
_AROUND = 5
_SHARED = 2
"""Words around that must agree for one name to stand in another's place."""
_SENTENCE_START = re.compile(r"(?:^|[.!?:]['\")\]]*)\s*$")


@dataclass(frozen=True, slots=True)
class KeptName:
    """A name of the story."""

    name: str
    section: SectionName
    line: int
    said: str
    """The name where it was said, another one that was said in its place, or ''."""


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    around: frozenset[str]


def names_kept(story: Story, told: str) -> list[KeptName]:
    """The names of a story, each once, with what was said for them."""
    heard = _keys(told)
    wanted = {_key(found.name): (found, section, line) for found, section, line in _of_story(story)}
    others = [found for found in _names(told) if _key(found.name) not in wanted]
    kept = []
    for key, (found, section, line) in wanted.items():
        said = found.name if _is_heard(key, heard) else _replaced(found, others)
        kept.append(KeptName(found.name, section, line, said))
    return kept


def _of_story(story: Story) -> Iterator[tuple[_Found, SectionName, int]]:
    sure = {found.name for section in story.sections for found in _names(section.text)}
    for section in story.sections:
        for number, sentence in sentences(section.text):
            for found in _names(sentence, sure):
                yield found, section.name, section.text_line + number if section.text_line else 0


def _names(text: str, sure: set[str] | None = None) -> Iterator[_Found]:
    """Capitalised words inside a sentence, and words that no sentence start explains: 'iOS', 'Q3', 'A/B'."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        glued = bool(run) and text[run[-1].end() : token.start()] == " "
        if _is_name(token, text, sure or set()):
            if run and not glued:
                yield _found(run, text)
                run = []
            run.append(token)
        elif run:
            yield _found(run, text)
            run = []
    if run:
        yield _found(run, text)


def _is_name(token: re.Match[str], text: str, sure: set[str]) -> bool:
    word = token[0]
    if word.casefold() in stop_words():
        return False
    if _odd(word):
        return True
    if not word[0].isupper() or re.fullmatch(r"I(?:['’]\w+)?", word):
        return False
    return not _SENTENCE_START.search(text[: token.start()]) or word in sure


def _odd(word: str) -> bool:
    """A capital behind its first letter, or a letter with digits: 'iOS', 'API', 'Q3'; no '30s', 'I'm'."""
    if word[0].isdigit() or "'" in word or "’" in word:
        return False
    inner = any(c.isupper() for c in word[1:])
    return inner or (word[0].isupper() and any(c.isdigit() for c in word))


def _found(run: list[re.Match[str]], text: str) -> _Found:
    before, after = text[: run[0].start()].split()[-_AROUND:], text[run[-1].end() :].split()[:_AROUND]
    name = text[run[0].start() : run[-1].end()]
    return _Found(name, frozenset(map(stem, content_words(" ".join([*before, *after])))))


def _key(name: str) -> str:
    """A name as sound would have it: lower case, letters and digits alone, no plural or possessive."""
    plain = "".join(c for c in re.sub(r"['’]s\b", "", name.casefold()) if c.isalnum())
    return plain.removesuffix("s") if len(plain) > _LONG else plain


def _keys(told: str) -> set[str]:
    """All that could be a name: up to five words in a row, joined."""
    spoken = in_digits(words(re.sub(r"['’]s\b", "", told)))
    return {
        _key("".join(spoken[at : at + length])) for at in range(len(spoken)) for length in range(1, _LONGEST_NAME + 1)
    }


def _is_heard(key: str, heard: set[str]) -> bool:
    if key in heard:
        return True
    if len(key) < _LONG:
        return False
    from rapidfuzz import fuzz, process

    return process.extractOne(key, heard, scorer=fuzz.ratio, score_cutoff=_CLOSE) is not None


def _replaced(found: _Found, others: list[_Found]) -> str:
    best = max(others, key=lambda other: len(other.around & found.around), default=None)
    return best.name if best and len(best.around & found.around) >= _SHARED else ""
