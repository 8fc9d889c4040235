"""The phases of scenarios and cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.model import Case, PointGroup, Scenario
from storybank.pace import phases


def scenario(minutes: int, *sizes: int) -> Scenario:
    groups = tuple(PointGroup(f"Group {n}", tuple(f"{n}.{i}" for i in range(size))) for n, size in enumerate(sizes))
    return Scenario("A scenario", "VP", minutes, "Any", "It burns.", (), groups)


def test_a_scenario_is_read_clarified_discussed_and_closed() -> None:
    parts = phases(scenario(40, 4, 4))
    assert [(p.title, p.seconds) for p in parts] == [
        ("Read", 240),
        ("Clarify", 240),
        ("Group 0", 840),
        ("Group 1", 840),
        ("Close", 240),
    ]
    assert parts[2].points == ("0.0", "0.1", "0.2", "0.3")
    assert all(p.advice for p in parts)


def test_a_case_gives_larger_parts_more_time() -> None:
    groups = (PointGroup("Plan", ("a", "b", "c")), PointGroup("Ask", ("d",)))
    parts = phases(Case("A case", "VP", 20, "Much at once.", (), (), groups, ()))
    assert [(p.title, p.seconds) for p in parts] == [
        ("Read", 180),
        ("Structure", 120),
        ("Plan", 585),
        ("Ask", 195),
        ("Check", 120),
    ]


def test_an_exercise_without_points_still_has_phases() -> None:
    assert sum(p.seconds for p in phases(scenario(10))) == 600


@given(minutes=st.integers(1, 120), sizes=st.lists(st.integers(0, 9), max_size=12))
def test_the_phases_take_exactly_the_time_of_the_exercise(minutes: int, sizes: list[int]) -> None:
    parts = phases(scenario(minutes, *sizes))
    assert sum(p.seconds for p in parts) == minutes * 60
    assert min(p.seconds for p in parts) >= 1


@pytest.mark.parametrize("size", [0, 2])
def test_a_group_says_what_to_do(size: int) -> None:
    assert phases(scenario(10, size))[2].advice
