"""The names people give the sections of a STAR answer: data, and the reading of one label's wording."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from storybank.model import SectionName


class Role(StrEnum):
    """What a label announces: a section, or a challenge (a task where a situation stands beside it)."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    REFLECTION = "reflection"
    CHALLENGE = "challenge"


_STRONG: dict[Role, str] = {
    Role.SITUATION: "situation|situations|situación|situação|situazione|situatie|ситуация|情境|情景|状況|상황",
    Role.TASK: "task|tasks|task(s)|tarea|tarefa|tâche|compito|aufgabe|taak|задача|任务|任務|課題|과제|임무|업무",
    Role.ACTION: "action|actions|action(s)|acción|acciones|ação|ações|azione|azioni|aktion|handlung|actie"
    "|действие|действия"
    "|行动|行動|행동",
    Role.RESULT: "result|results|result(s)|resultado|resultados|résultat|résultats|risultato|risultati|ergebnis"
    "|ergebnisse"
    "|resultaat|результат|результаты|结果|結果|결과",
    Role.CHALLENGE: "",
    Role.REFLECTION: "",
}
"""The words of STAR itself, in the languages we met."""

_WEAK: dict[Role, str] = {
    Role.SITUATION: "context|background|scenario|setting|setup|the context|scene|starting point|situation background"
    "|situation context|situation overview|situation description|contexto|contexte|kontext|背景|контекст",
    Role.TASK: "goal|goals|objective|objectives|task goal|task objective|assignment|responsibility|responsibilities"
    "|mission|target|task description|role|my role|task at hand|what i had to do|what was my task"
    "|objetivo|ziel|目标|目標",
    Role.ACTION: "action taken|actions taken|action i took|actions i took|action steps|approach|steps taken|steps"
    "|activity"
    "|activities|what i did|what did i do|what we did|what i actually did|solution|response"
    "|execution|behavior|behaviour"
    "|implementation|resolution|method",
    Role.RESULT: "outcome|outcomes|impact|impacts|effect|what happened in the end|end result|final result"
    "|business impact"
    "|measurable result|measurable results|quantified result|quantified results|what was the result|what changed"
    "|result achieved|results achieved|影响|итог",
    Role.REFLECTION: "reflection|reflections|learning|learnings|lesson|lessons|lesson learned|lessons learned"
    "|lesson learnt|lessons learnt|takeaway|takeaways|key takeaway|key takeaways|key learning|key learnings|key lesson"
    "|key lessons|what i learned|what i learnt|what i've learned|what did i learn|what we learned|insight|insights"
    "|retrospective|in hindsight|hindsight|looking back|what i would do differently|what i'd do differently"
    "|what would i do differently|what i would do differently next time|lesson i learned|lessons i learned"
    "|learned|learnt|evaluation|reflexion|reflexión|反思|总结|學習|复盘",
    Role.CHALLENGE: "challenge|challenges|obstacle|obstacles|problem|problems|problem statement|complication"
    "|hindrance|difficulty|desafío|desafio|herausforderung|挑战|проблема",
}
"""Words of CAR, PAR, SOAR and kin, and of everyday speech: a label only in company."""

LETTERS: dict[str, tuple[Role, bool]] = {
    "S": (Role.SITUATION, True),
    "T": (Role.TASK, True),
    "A": (Role.ACTION, True),
    "R": (Role.RESULT, True),
    "L": (Role.REFLECTION, False),
    "C": (Role.CHALLENGE, False),
    "P": (Role.CHALLENGE, False),
    "O": (Role.CHALLENGE, False),
}
"""One-letter labels with 'is a letter of STAR'."""

_WORDS: dict[str, tuple[Role, bool]] = {
    word: (role, strong)
    for table, strong in ((_WEAK, False), (_STRONG, True))
    for role, words in table.items()
    for word in words.split("|")
    if word
}
_INITIAL = re.compile(r"^[(\[](\w)[)\]]([^\W\d_]{3,})")
"""'(S)ituation'."""
_ARTICLES = re.compile(r"^(?:the|my|our|your|an?)\s+")
_ASIDE = re.compile(r"[(\[（【]([^()\[\]（）【】]*)[)\]）】]")
_JOINTS = re.compile(r"\s*(?:/|\||&|\+|,|;|→|=>|->|:|：)\s*|\s+(?:and|und|y|et|e|[-–—=])\s+|(?<=\w)[–—](?=\w)")
_EDGES = " \t\u00a0*_`#~:：.-–—=>→|\"“”'‘’"
_OPTION = ("-", "–", "/", "=", "\\", "$", "@")
"""What an option or a path starts with: '-S' is no label."""
MAX_NAME = 70
"""A label is short: longer wordings are prose."""


@dataclass(frozen=True, slots=True)
class Name:
    """What the wording of a label says."""

    roles: tuple[Role, ...]
    """One role, or several in a combined label such as 'Situation/Task'."""
    strong: bool
    """A word or letter of STAR itself."""
    letter: bool
    """Only a letter."""
    aside: str = ""
    """What stood in brackets."""


def section_of(role: Role, *, beside_situation: bool = True) -> SectionName:
    """The section that a role's text belongs to; a challenge is a task only beside a situation."""
    if role is Role.CHALLENGE:
        return SectionName.TASK if beside_situation else SectionName.SITUATION
    return SectionName(role.value)


@lru_cache(maxsize=4096)
def read_name(wording: str) -> Name | None:
    """Read a label's wording, markup and decoration included; None where it is not the name of a section."""
    if len(wording) > MAX_NAME or wording.lstrip(" *_`").startswith(_OPTION):
        return None
    plain = _INITIAL.sub(r"\1\2", undecorate(wording))
    whole = _single(plain)
    aside = " ".join(_ASIDE.findall(plain)).strip()
    outside = _ASIDE.sub(" ", plain).strip(_EDGES)
    if whole is None and outside:
        whole = _single(outside)
    if whole is None and not outside and aside:
        whole, aside = _single(aside), ""
    if whole is not None:
        return Name((whole[0],), whole[1], whole[2], aside)
    return _combined(outside or aside, aside if outside else "")


def undecorate(text: str) -> str:
    """`text` without emphasis, emoji, numbering and punctuation at its ends."""
    kept = "".join(c for c in text if unicodedata.category(c) not in {"So", "Sk", "Cf", "Me", "Mn"} or c in "´`")
    kept = re.sub(r"\{#[^{}]*\}\s*$", "", kept).strip(_EDGES + "•▪◦●▶➤")
    kept = re.sub(r"^(?:step\s*)?\d{1,2}\s*[.):\-–]*\s*(?=\D)", "", kept, flags=re.IGNORECASE)
    return re.sub(r"[*_`]+", "", kept).strip(_EDGES)


def _single(text: str) -> tuple[Role, bool, bool] | None:
    text = " ".join(text.strip(_EDGES).split())
    if text in LETTERS:
        return (*LETTERS[text], True)
    folded = text.casefold().replace("’", "'").rstrip("?!")
    found = _WORDS.get(folded) or _WORDS.get(_ARTICLES.sub("", folded))
    return (*found, False) if found else None


def _combined(text: str, aside: str) -> Name | None:
    pieces = [p for p in _JOINTS.split(text) if p and p.strip(_EDGES)]
    found = [_single(p) for p in pieces]
    if len(pieces) == 2 and found[0] is not None and found[1] is None and re.search(r"[&+]| and ", text):
        return Name((found[0][0],), found[0][1], found[0][2], aside) if len(pieces[1].split()) <= 2 else None
    if len(pieces) < 2 or len(pieces) > 4 or any(f is None for f in found):
        return None
    known = [f for f in found if f is not None]
    roles = tuple(dict.fromkeys(f[0] for f in known))
    return Name(roles, any(f[1] for f in known), all(f[2] for f in known), aside)
