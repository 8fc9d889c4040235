from __future__ import annotations

from pathlib import Path

import pytest

from storybank.errors import InputFileError
from storybank.importers.decode import MAX_BYTES, decode
from storybank.importers.repair import repair

FILE = Path("stories.txt")
TEXT = "Situation: the café’s till\nTask: fix it"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), FILE) == TEXT


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_are_one_kind(end: str) -> None:
    assert decode(TEXT.replace("\n", end).encode(), FILE) == TEXT


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\n\t", "empty"),
        (b"PK\x03\x04 zip", "not a text file"),
        (b"%PDF-1.7", "not a text file"),
        (b"a\x00b\x00\x01\x02text" * 9, "not a text file"),
        (bytes(range(1, 32)) * 50, "not a text file"),
        (b"a" * (MAX_BYTES + 1), "larger than 20 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, message: str) -> None:
    with pytest.raises(InputFileError, match=message) as caught:
        decode(data, FILE)
    assert caught.value.hint
    assert caught.value.file == FILE


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("Leading an outage¶", "### Leading an outage"),
        ("ZZ-3: The outage¶", "#### ZZ-3: The outage"),
        (r"saving \(1M-\)5M a year", "saving $1M-$5M a year"),
        (r"worth \(2.1M in fees **Result**: - a gain (\)3.5M)", "worth $2.1M in fees Result: - a gain ($3.5M)"),
        ("rated 4.⅖ by all", "rated 4.2/5 by all"),
        ("Itâ€™s a cafÃ©", "It’s a café"),
        ("non\u00a0breaking\u200b", "non breaking"),
        ("<strong>Task:</strong> do it<br>", "**Task:** do it"),
        ("a &amp; b", "a & b"),
        ("<summary><b>The outage</b></summary>", "## The outage"),
        ("add ½ cup", "add ½ cup"),
        (r"f(x) = \(a+b\)", r"f(x) = \(a+b\)"),
    ],
)
def test_damage_is_mended_and_the_rest_left_alone(broken: str, meant: str) -> None:
    assert repair([broken]) == [meant]


def test_mending_keeps_the_number_of_lines() -> None:
    lines = ["a", "<!-- one", "two -->", "<details>", "b"]
    assert len(repair(lines)) == len(lines)
    assert repair(lines)[1:3] == ["", ""]
