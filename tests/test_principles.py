"""Names of principles as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.errors import InputFileError, UnknownPrincipleError
from storybank.principles import PrincipleSet, load_principles

OFFICIAL = [
    "Customer Obsession", "Ownership", "Invent and Simplify", "Are Right, A Lot", "Learn and Be Curious",
    "Hire and Develop the Best", "Insist on the Highest Standards", "Think Big", "Bias for Action", "Frugality",
    "Earn Trust", "Dive Deep", "Have Backbone; Disagree and Commit", "Deliver Results",
    "Strive to be Earth's Best Employer", "Success and Scale Bring Broad Responsibility",
]  # fmt: skip


def test_the_sixteen_in_order(principles: PrincipleSet) -> None:
    assert [p.name for p in principles] == OFFICIAL
    assert len({p.code for p in principles}) == len({p.slug for p in principles}) == 16
    assert all(p.meaning for p in principles)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("CO", "Customer Obsession"), ("customer-obsession", "Customer Obsession"), ("Own", "Ownership"),
        ("I&S", "Invent and Simplify"), ("Invent & Simplify", "Invent and Simplify"),
        ("Are right a lot", "Are Right, A Lot"), ("ARAL", "Are Right, A Lot"), ("RAL", "Are Right, A Lot"),
        ("Hire and Develop", "Hire and Develop the Best"), ("HDB", "Hire and Develop the Best"),
        ("Bias For Action", "Bias for Action"), ("BIA", "Bias for Action"),
        ("Have Backbone", "Have Backbone; Disagree and Commit"), ("DAC", "Have Backbone; Disagree and Commit"),
        ("Have Backbone, Disagree & Commit", "Have Backbone; Disagree and Commit"),
        ("Earn Trust of Others", "Earn Trust"),
        ("Strive to be Earth’s Best Employer", "Strive to be Earth's Best Employer"),
        ("Success and Scale Bring Broad Responsibility.", "Success and Scale Bring Broad Responsibility"),
        ("Dive Depp", "Dive Deep"), ("Custmer Obsession", "Customer Obsession"), ("Frugalty", "Frugality"),
    ],
)  # fmt: skip
def test_names_as_written(written: str, meant: str, principles: PrincipleSet) -> None:
    assert principles.resolve(written).name == meant


def test_every_alias_means_one_principle(principles: PrincipleSet) -> None:
    for principle in principles:
        for alias in (principle.name, principle.slug, principle.code, *principle.aliases):
            assert principles.resolve(alias) == principle


@pytest.mark.parametrize("unclear", ["Deliver", "Action", "best", "zzz", ""])
def test_an_unclear_name_lists_the_nearest(unclear: str, principles: PrincipleSet) -> None:
    with pytest.raises(UnknownPrincipleError, match="Nearest: '"):
        principles.resolve(unclear)


def test_the_old_fourteen() -> None:
    old = load_principles("amazon-14")
    assert [p.name for p in old] == OFFICIAL[:14]


def test_a_set_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('name = "Mine"\n[[principle]]\nname = "Be Kind"\ncode = "BK"\n', encoding="utf-8")
    mine = load_principles("mine.toml", tmp_path)
    assert mine.resolve("be kind").slug == "be-kind"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nam = ", "not valid TOML"),
        ('name = "x"', "holds no principle"),
        ('[[principle]]\nname = "x"', "lacks or garbles 'code'"),
    ],
)
def test_a_wrong_set_is_named(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputFileError, match=message):
        load_principles("bad.toml", tmp_path)


def test_a_missing_set_lists_the_shipped() -> None:
    with pytest.raises(InputFileError, match="Shipped sets: amazon, amazon-14"):
        load_principles("google")
