"""The front matter of a prompt file: flat `key: value` lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from storybank.errors import InputFileError
from storybank.text.markdown import Document, Part, plain_title, read_document


@dataclass(frozen=True, slots=True)
class PromptDocument:
    """A prompt file: its header and its body, which starts below a top heading where it has one."""

    file: Path
    header: Mapping[str, str]
    body: Part

    def need(self, key: str) -> str:
        """A header value.

        Raises:
            InputFileError: the header lacks it.
        """
        if not self.header.get(key):
            raise InputFileError(f"the front matter lacks '{key}'", file=self.file, line=1, hint=f"Add '{key}: ...'")
        return self.header[key]

    def minutes(self) -> int:
        """The header's duration in minutes."""
        value = self.need("duration")
        if not value.isdecimal() or not int(value):
            raise InputFileError(
                f"duration {value!r} is not a number of minutes", file=self.file, line=1, hint="Write 'duration: 45'"
            )
        return int(value)

    def sections(self) -> dict[str, Part]:
        """The parts below second-level headings, by folded title."""
        return {plain_title(part.title).casefold(): part for part in self.body.split(2)[1]}


def read_prompt_document(text: str, file: Path) -> PromptDocument:
    """Parse a prompt file ('\\n' line ends).

    Raises:
        InputFileError: the front matter is not YAML of the form `key: value`.
    """
    document = read_document(text)
    return PromptDocument(file, _header(document, file), _below_title(document.root))


def _header(document: Document, file: Path) -> dict[str, str]:
    try:
        data = yaml.load(document.front or "", Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds texts only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise InputFileError(
            "broken YAML in the front matter", file=file, line=2 + (mark.line if mark else 0), hint="Quote the text"
        ) from None
    if data is None or data == "":
        return {}
    if not isinstance(data, dict) or not all(isinstance(v, str) for v in data.values()):
        raise InputFileError("the front matter is not 'key: value' lines", file=file, line=1)
    return {str(key): str(value).strip() for key, value in data.items()}


def _below_title(root: Part) -> Part:
    tops = root.split(1)[1]
    return tops[0] if len(tops) == 1 else root
