"""Words: splitting, stop words, and the template around what a question really asks."""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = """
a about after all also am an and any are as at be because been before being between both but by can could did do does
doing down during each few for from further had has have having he her here hers him his how i if in into is it its
just like may me might more most my no nor not of off on once only or other our out over own please same shall she
should so some such than that the their them then there these they this those through to too under until up us very
was we were what when where which while who whom why will with would you your yours
"""
_SUFFIX = re.compile(r"(?:ingly|edly|ations?|ments?|ness|ing|ies|ied|ers?|ed|es|ly|s)$")
_SHORTEST_STEM = 3
_TEMPLATE = re.compile(
    r"""(?ix)
    ^\W*(?:
        (?: (?:can|could|would|will) \s you \s (?:please \s)? )?
        (?: (?:tell|talk) \s (?:me|us|to \s me|to \s us) \s (?:about|of) | describe (?:\s (?:to|for) \s (?:me|us))?
          | (?:give|share) (?:\s (?:me|us|with \s (?:me|us)))? | walk \s (?:me|us) \s through | think \s of
          | recall | explain | discuss | provide | name | share )
        \s+
    )?
    (?: (?:an?|some|any|one|the|your) \s (?:\w+ \s){0,2}?
        (?:time|times|example|examples|situation|situations|instance|instances|occasion|occasions|moment|case|story
          |experience)
        \s+ (?:of \s+ (?:a \s+ time \s+)? | in \s+ which \s+ | that \s+ | with \s+ )?
      | (?: when | how | what | which ) \s+ (?=have|did|do|was|were|is|are|had)
    )?
    (?: (?:when|where|in \s which|that|how) \s+ )?
    (?: (?:have|had|did|do|were|was|are) \s+ you \s+ (?:ever|last|recently)? \s* )?
    (?: you (?:'ve|['’]d|\s+have|\s+had|\s+were)? \s+ (?:to \s+)? )?
    """
)


@cache
def stop_words() -> frozenset[str]:
    """English words too common to tell one text from another."""
    return frozenset(_STOP.split())


def words(text: str) -> list[str]:
    """The words of a text, lower case, with straight apostrophes."""
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def content_words(text: str) -> list[str]:
    """`words` without stop words; all words where only stop words are left."""
    every = words(text)
    return [word for word in every if word not in stop_words()] or every


def stem(word: str) -> str:
    """`word` without its inflection, roughly; never shorter than three letters."""
    cut = _SUFFIX.sub("", word)
    return cut if len(cut) >= _SHORTEST_STEM else word


def count_words(text: str) -> int:
    """How many words a text has when it is spoken; '$2.3M' and '24/7' are one each."""
    return sum(1 for chunk in text.split() if any(c.isalnum() for c in chunk))


def strip_template(question: str) -> str:
    """What a question asks about, without 'Tell me about a time when you ...'; the question where nothing is left."""
    asked = _TEMPLATE.sub("", question, count=1).strip()
    return asked if words(asked) else question.strip()
