"""Which language a text is in: enough to say that a question is in another one than the stories."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from storybank.text.words import words

_FEWEST = 3
"""Words below which a text says nothing about its language."""
_SHARE = 0.15
"""Share of function words from which a Latin text is taken to be in their language."""
TERSE = 0.05
"""The same for many words in telegram style, such as stories in bullets."""
_FUNCTION_WORDS = {
    "English": "the a an of to and in you your when how what did that was were with about tell me for have had it is",
    "German": "der die das und sie ihr ihre ihnen wann wie was haben mit von eine einen zu über als mir nicht ist",
    "French": "le la les des une un et vous votre quand comment que avez avec pour dans sur moi de du est qui ne pas",
    "Spanish": "el la los las una un y usted su cuando cómo que ha con por para en me de del es una vez cuénteme no",
    "Portuguese": "o a os as uma um e você seu sua quando como que com por para em me de do da foi não uma vez conte",
    "Italian": "il lo la gli le una un e lei suo sua quando come che ha con per di del della mi volta non è sono",
    "Dutch": "de het een en u uw je wanneer hoe wat heeft met van voor op over mij niet is dat die keer vertel",
    "Polish": "i w na z że się do nie to jak kiedy czy pan pani o po dla był była jest proszę opowiedz gdy",
}
_SCRIPTS = {
    "CYRILLIC": "Russian",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese",
    "HANGUL": "Korean",
    "DEVANAGARI": "Hindi",
    "ARABIC": "Arabic",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "THAI": "Thai",
}


def language(text: str, share: float = _SHARE) -> str | None:
    """The language's English name, None where the text is too short or too mixed to tell.

    Args:
        text: what is looked at.
        share: of function words, from which a Latin text is taken to be in their language.
    """
    scripts = Counter(_script(c) for c in text if c.isalpha())
    if not scripts:
        return None
    if scripts.get("Japanese") and scripts.most_common(1)[0][0] in {"Japanese", "Chinese"}:
        return "Japanese"  # Japanese is written in Chinese characters too
    script = scripts.most_common(1)[0][0]
    return script or _latin(words(text), share)


def _script(character: str) -> str:
    name = unicodedata.name(character, "")
    return next((language for prefix, language in _SCRIPTS.items() if name.startswith(prefix)), "")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(known.split()) for name, known in _FUNCTION_WORDS.items()}


def _latin(spoken: list[str], share: float) -> str | None:
    if len(spoken) < _FEWEST:
        return None
    hits = {name: sum(word in known for word in spoken) for name, known in _function_words().items()}
    name, count = max(hits.items(), key=lambda item: item[1])
    return name if count >= max(2, share * len(spoken)) else None
