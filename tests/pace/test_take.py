"""The clock of a take: exact section times, whatever keys are pressed in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.pace import State, Take, shipped_paces

PACE = {pace.name: pace for pace in shipped_paces()}["standard-2"]


def test_a_scripted_take_with_pauses_and_a_step_back() -> None:
    take = Take.new(PACE).start(100.0)
    take = take.pause(110.0).resume(175.25)  # 10 s of situation
    take = take.next(190.25)  # 25 s of situation
    take = take.filler().filler()
    take = take.next(200.0)  # 9.75 s of task
    take = take.back(230.5)  # 30.5 s of action
    take = take.next(231.0)  # 10.25 s of task
    take = take.pause(232.0).next(300.0)  # 31.5 s of action; on while paused
    assert take.state is State.PAUSED
    take = take.resume(1000.0).next(1060.0)
    assert take.state is State.FINISHED
    assert take.spent == (25.0, 10.25, 31.5, 60.0)
    assert take.fillers == 2
    assert take.total(9999.0) == 126.75
    assert take.overtime(9999.0) == pytest.approx(6.75)


def test_a_section_overruns_and_overtime_counts_on() -> None:
    take = Take.new(PACE).start(0.0)
    assert take.left(21.0) == 0.0
    assert take.left(25.5) == -4.5
    assert take.overtime(119.0) == 0.0
    assert take.overtime(180.0) == 60.0


def test_steps_that_make_no_sense_change_nothing() -> None:
    ready = Take.new(PACE)
    assert ready.pause(1.0) is ready
    assert ready.next(1.0) is ready
    assert ready.back(1.0) is ready
    assert ready.filler() is ready
    assert ready.finish(1.0) is ready
    running = ready.start(1.0)
    assert running.start(2.0) is running
    assert running.resume(2.0) is running
    assert running.back(2.0) is running
    done = running.finish(3.0)
    assert done.toggle(4.0) is done
    assert done.filler() is done
    assert done.restart() == ready


def test_an_interrupted_take_goes_on() -> None:
    take = Take.interrupted(PACE, (20.0, 5.0, 0.0, 0.0), 1, 3).resume(50.0).finish(60.0)
    assert take.spent == (20.0, 15.0, 0.0, 0.0)
    assert take.fillers == 3


steps = st.lists(st.tuples(st.sampled_from(["toggle", "next", "back", "filler"]), st.integers(0, 600_000)), max_size=40)


@given(steps)
def test_the_sections_sum_to_the_time_the_clock_ran(script: list[tuple[str, int]]) -> None:
    now, ran = 0.0, 0.0
    take = Take.new(PACE)
    for step, wait in script:
        ran += wait / 1000 if take.state is State.RUNNING else 0.0
        now += wait / 1000
        take = take.filler() if step == "filler" else getattr(take, step)(now)
    assert take.total(now) == pytest.approx(ran, abs=1e-6)
    assert all(second >= 0 for second in take.seconds(now))


def test_a_clock_that_goes_backwards_takes_nothing_away() -> None:
    assert Take.new(PACE).start(100.0).finish(90.0).total(0.0) == 0.0
