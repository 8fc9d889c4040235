"""What the check says of the sample bank's 53 stories."""

from __future__ import annotations

import json

import pytest

from tests.conftest import REPOSITORY, RunCli


def flagged(run: RunCli, *args: str) -> dict[str, set[str]]:
    """Rule -> ids of the stories it fires on."""
    found: dict[str, set[str]] = {}
    for finding in json.loads(run("--bank", REPOSITORY, "check", "--format", "json", *args).out)["findings"]:
        name = finding["file"].rpartition("/")[2]
        found.setdefault(finding["rule"], set()).add("-".join(name.split("-")[:2]))
    return found


def test_numbers_disagree_in_two_stories_alone(run: RunCli) -> None:
    """The guide's two slips were kept by the stories told after it: ten points off, and one point off."""
    assert flagged(run, "--select", "numbers-disagree,figures-contradict") == {"numbers-disagree": {"CO-4", "IS-2"}}


def test_at_l7_every_story_is_told_that_its_scope_is_too_small(run: RunCli) -> None:
    assert len(flagged(run, "--level", "L7", "--select", "scope-too-small")["scope-too-small"]) == 53


def test_at_l6_only_those_below_the_threshold(run: RunCli) -> None:
    found = flagged(run, "--level", "L6", "--select", "scope-too-small,impact-too-small")
    assert found == {"impact-too-small": {"CO-4", "CO-7", "HD-3", "OW-4", "OW-6"}}


@pytest.mark.parametrize("rule", ["blame", "negativity", "hypothetical", "hedging", "micromanagement", "jargon"])
def test_good_stories_are_not_accused(rule: str, run: RunCli) -> None:
    assert flagged(run, "--select", rule) == {}
