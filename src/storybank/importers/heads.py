"""The wordings of headings: ids, numbers, principles, names that say nothing, and questions."""

from __future__ import annotations

import re
from functools import lru_cache

from storybank.principles import PrincipleSet
from storybank.text.labelnames import undecorate
from storybank.text.markdown import plain_title

_ID = re.compile(r"^\W{0,4}(?P<id>[A-Z]{1,5}-\d{1,3})\s*[:：.)–—-]\s+(?P<title>\S.*)$")
_NUMBERED = re.compile(
    r"^\W{0,4}(?:(?:star\s+)?(?:story|example|answer|case|experience|scenario|star|project|question|q|故事|사례|пример|история"
    r"|historia|histoire|beispiel|exemplo|exemple)[\s#]*(?:\d{1,3}|[A-H])\b|(?:q|s)\d{1,3}\b)\s*(?:[:：.)·|–—-]+\s*(?P<title>\S.*))?$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\s*[(\[]\s*(?:\d+\s*(?:examples?|stories|story|questions?|answers?|x)?|examples?|stories)\s*[)\]]\s*$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:(?:my|the|a|full|sample|example|model|suggested|draft|final|main|best|personal)\s+)*"
    r"(?:star ?[lr]?|soar|carl?|par|answers?|response|story|stories|example|question|version|notes?"
    r"|format|method|details"
    r"|narrative|script|title|s\.?t\.?a\.?r\.?|draft|write-?up|full|original|long)"
    r"(?:\s+(?:star|answers?|response|story|stories|format|method|framework|example|version|breakdown|structure|notes|\d{1,3}))*$",
    re.IGNORECASE,
)
_VARIANT = re.compile(
    r"\b(?:short(?:er|est)?|long(?:er)?|condensed|brief|quick|elevator|one[- ]liner|tl;?dr|concise|compact|compressed"
    r"|alternative|alternate|spoken|variant|\d+(?:[–-]\d+)?\s?-?\s?(?:min(?:ute)?s?|sec(?:ond)?s?|s)"
    r"|(?:two|three|one)[- ]minute|soar format"
    r"|car format)\b",
    re.IGNORECASE,
)
_VARIANT_NOUN = re.compile(
    r"\b(?:version|variant|answer|pitch|telling|format|summary|form|story|star|take|cut|one[- ]liner|tl;?dr)\b",
    re.IGNORECASE,
)
_ANGLES = re.compile(
    r"\b(?:also (?:works|fits|answers|good|useful|applies|covers)|works also|can also (?:be used"
    r"|answer)|other (?:questions|angles)"
    r"|further (?:questions|angles))\b",
    re.IGNORECASE,
)
_QUESTION_START = re.compile(
    r"^(?:tell (?:me|us)|describe|give (?:me|us|an)|share|walk (?:me|us)|talk (?:me|about|to)|can you"
    r"|could you|have you|do you"
    r"|did you|what|when|why|how|who|which|where|explain|discuss|provide an example)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"[.!?]\s+(?:tell (?:me|us) about|describe an?|give (?:me|us) an example|share an?|walk (?:me|us) through)\b",
    re.IGNORECASE,
)
_QUESTION_MARK = re.compile(
    r"^(?:\*\*|__)?\s*Q(?:uestion)?\s*\d{0,3}\s*(?:[.:：)>]|&gt;)+\s*(?:\*\*|__)?\s*", re.IGNORECASE
)


def id_and_title(text: str) -> tuple[str | None, str]:
    """'CO-1: Carts' -> ('CO-1', 'Carts'); without an id (None, the text)."""
    match = _ID.match(plain(text))
    return (match["id"], plain(match["title"])) if match else (None, plain(text))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A heading's words: no emphasis, no leading numbering or emoji, no anchor."""
    text = re.sub(r"\{#[^{}]*\}\s*$", "", text.strip())
    text = re.sub(r"\[([^\[\]]+)\]\([^()]*\)", r"\1", text)
    text = re.sub(r"\*\*|__|`", "", plain_title(text))
    text = re.sub(r"^(?:\d{1,3}\s*[.)·:–-]\s+|\d{1,3}[.)]\s*|[^\w\"“'‘(\[<«¿「『【]+)", "", text.strip())
    return text.strip().rstrip(":：").strip()


def title_of(text: str) -> tuple[str | None, str]:
    """The id and the title in a heading, without a number such as 'Story 3:'."""
    found, title = id_and_title(text)
    match = _NUMBERED.match(title)
    if found is None and match and match["title"]:
        title = plain(match["title"])
    lead, colon, rest = title.partition(":")
    if colon and rest.strip() and is_generic(lead):
        title = plain(rest)
    return found, re.sub(r"^STAR\s*[:–—-]\s+", "", title)


def is_id_title(text: str) -> bool:
    """'CO-1: Carts'."""
    return _ID.match(plain(text)) is not None


def is_numbered(text: str) -> bool:
    """'Story 2: ...', 'Example 1', 'Q3: ...'."""
    return _NUMBERED.match(plain(text)) is not None


def is_generic(text: str) -> bool:
    """It names no story: 'Answer', 'STAR', 'Question 1'."""
    words = plain(text)
    if not re.search(r"\([^()]*\w+\W+\w+\W+\w+[^()]*\)", words):
        words = re.sub(r"\([^()]*\)", "", words)
    words = " ".join(re.sub(r"[-–—:·|]", " ", words).split()).strip(" .")
    numbered = _NUMBERED.match(plain(text))
    return not words or bool(_GENERIC.match(words)) or bool(numbered and not numbered["title"]) or is_variant(text)


def is_variant(text: str) -> bool:
    """It announces another telling: 'Short version', '2-minute answer', 'Variant: Long'."""
    words = re.sub(r"\([^()]*\)", "", plain(text)).strip()
    if len(words) > 60 or is_id_title(words) or is_numbered(words) or len(words.split()) > 6:
        return False
    if re.match(r"variant\s*[:–-]", words, re.IGNORECASE):
        return True
    return bool(_VARIANT.search(words)) and (bool(_VARIANT_NOUN.search(words)) or len(words.split()) <= 2)


def is_cues(text: str) -> bool:
    """It announces memory hooks."""
    return bool(
        re.match(
            r"(?:cues?|memory (?:hooks?|aids?)|cue cards?|outline|key ?words|bullet outline)$",
            plain(text),
            re.IGNORECASE,
        )
    )


def is_angles(text: str) -> bool:
    """It announces other questions that the story answers."""
    return bool(_ANGLES.search(plain(text))) or bool(re.match(r"angles?\s*(?:[:–-]|$)", plain(text), re.IGNORECASE))


def question_in(text: str) -> str | None:
    """The interview question that a line is, without its 'Q:' and quotes."""
    text = re.sub(r"[*_`]", "", text).strip()
    bare = _QUESTION_MARK.sub("", text)
    marked = bare != text
    bare = bare.strip(' *_"“”')
    if 12 <= len(bare) <= 400 and (
        marked or bare.endswith(("?", "？")) or _QUESTION_START.match(bare) or _ASKED.search(bare)
    ):
        return bare
    return None


def principles_in(text: str, principles: PrincipleSet) -> tuple[str, ...]:
    """The principles that a heading names, whole or in parts ('Ownership', 'LP 3: Dive Deep', 'X (Earn Trust)')."""
    words = _COUNT.sub("", plain(text))
    whole = _principle(words, principles)
    if whole:
        return (whole,)
    pieces = re.split(r"\s*(?:[:：(),|\[\]/•·]|\s[–—-]\s|\s&\s|\s\+\s)\s*", re.sub(r"^LP\s?\d*\s*[-:–.]\s*", "", words))
    found = [_principle(p, principles) for p in pieces if p]
    if not any(found):
        found = [_principle(p, principles) for p in re.split(r"\s*(?:;|,|\band\b)\s*", words) if p]
    return tuple(dict.fromkeys(p for p in found if p))


def without_principles(title: str, principles: PrincipleSet) -> str:
    """A title without a closing bracket that only names principles: 'Borrowed monitors (Frugality)'."""
    match = re.match(r"^(?P<title>.{3,}?)\s*[(\[](?P<names>[^()\[\]]+)[)\]]$", title)
    if match is None:
        return title
    parts = [p for p in re.split(r"\s*[,/;&]\s*", match["names"]) if p]
    return match["title"] if parts and all(_principle(p, principles) for p in parts) else title


def is_principle(text: str, principles: PrincipleSet) -> bool:
    """The whole heading is the name of a principle."""
    words = re.sub(
        r"^(?:LP|Principle|Leadership Principle)\s?\d*\s*[-:–.]\s*",
        "",
        _COUNT.sub("", plain(text)),
        flags=re.IGNORECASE,
    )
    return _principle(words, principles) is not None


def _principle(words: str, principles: PrincipleSet) -> str | None:
    bare = undecorate(words)
    if len(bare) < 5 or len(bare) > 60:
        return None
    found = principles.find(bare) or (principles.guess(bare) if len(bare) >= 8 else None)
    return found.name if found else None
