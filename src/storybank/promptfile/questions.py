"""`prompts/principles/*.md`: the questions of one principle, each with its probes."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from storybank.errors import InputFileError, UnknownPrincipleError
from storybank.model import Prompt
from storybank.principles import Principle, PrincipleSet
from storybank.promptfile.header import read_prompt_document
from storybank.text.markdown import bullets

_GIVEN_ID = re.compile(r"\s*\{#(?P<id>[A-Za-z0-9_-]+)\}\s*$")


def read_prompts(text: str, file: Path, principles: PrincipleSet) -> tuple[Prompt, ...]:
    """The questions of a principle's file: `## question {#id}` headings with probes as bullets.

    Raises:
        InputFileError: no or unknown `principle:` in the front matter, or one id twice.
    """
    document = read_prompt_document(text, file)
    try:
        principle = principles.resolve(document.need("principle"))
    except UnknownPrincipleError as error:
        raise InputFileError(error.message, file=file, line=1, hint=error.hint) from None
    prompts: dict[str, Prompt] = {}
    for part in document.body.split(2)[1]:
        given = _GIVEN_ID.search(part.title)
        question = _GIVEN_ID.sub("", part.title)
        key = given["id"] if given else _made_id(principle, question)
        if key in prompts:
            raise InputFileError(
                f"prompt '{key}' stands twice, first in line {prompts[key].line}",
                file=file,
                line=part.line,
                hint="Give one of them another {#id}",
            )
        prompts[key] = Prompt(key, question, principle.name, bullets(part.text), file, part.line)
    return tuple(prompts.values())


def _made_id(principle: Principle, question: str) -> str:
    folded = " ".join(re.findall(r"\w+", question.casefold()))
    return f"{principle.code}-{hashlib.sha256(folded.encode()).hexdigest()[:8]}"
