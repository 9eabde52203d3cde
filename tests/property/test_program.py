# SPDX-License-Identifier: MIT
"""The compiled function against the exact evaluator: bit for bit the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from thidua.errors import Faults
from thidua.program import tally
from thidua.rubric import Line, Rubric, Sheet, UnitScore, score
from thidua.strategies import rubrics, sheets

T = TypeVar("T")


@st.composite
def clusters(
    draw: st.DrawFn, *, states: bool = True, complete: bool = False, partial: bool = False
) -> tuple[Rubric, tuple[Sheet, ...]]:
    """Draw a rubric with the sheets of a cluster."""
    rubric = draw(rubrics(partial=partial))
    return rubric, draw(sheets(rubric, states=states, complete=complete))


def without_working(unit: UnitScore) -> UnitScore:
    """Leave the working out, which programs do not make."""

    def bare(line: Line) -> Line:
        return evolve(line, working=None)

    return evolve(unit, lines=tuple(map(bare, unit.lines)), total=bare(unit.total))


def agree(rubric: Rubric, cluster: tuple[Sheet, ...]) -> None:
    """Check that both evaluators give the same scores, or the same faults."""
    expected = outcome(score, rubric, cluster)
    if isinstance(expected, str):
        assert expected == outcome(tally, rubric, cluster)
    else:
        for one, unit in zip(expected, tally(rubric, cluster), strict=True):
            assert without_working(one) == unit.score


def outcome(
    evaluator: Callable[[Rubric, tuple[Sheet, ...]], T], rubric: Rubric, cluster: tuple[Sheet, ...]
) -> T | str:
    """Return what an evaluator gives, or the faults it raises."""
    try:
        return evaluator(rubric, cluster)
    except Faults as faults:
        return str(faults)


@given(clusters(states=False))
def test_values(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """Without states, every point of every unit is what the exact evaluator gives."""
    agree(*drawn)


@given(clusters())
def test_states(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """With states, so are points, maxima, states, treatments and intervals."""
    agree(*drawn)


@given(clusters(partial=True))
def test_faults(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """Where formulas lack an answer, the faults are the same."""
    agree(*drawn)
