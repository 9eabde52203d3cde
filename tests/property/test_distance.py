# SPDX-License-Identifier: MIT
"""The laws of how far it is to the next step."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from attrs import evolve
from hypothesis import event, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from thidua.errors import Faults
from thidua.quantity import EVERYTHING
from thidua.rubric import Measure, Rubric, Scores, Step, next_step, score, steps_ahead
from thidua.rubric.measure import reach
from thidua.rubric.plan import plan
from thidua.strategies import rubrics, sheets


def _rescored(scores: Scores, measure: str, value: Fraction) -> Scores:
    """Score the cluster again, with another result of its first unit."""
    first, *others = [one.sheet for one in scores]
    changed = evolve(first, entries={**dict(first.entries), measure: value})
    return score(scores.rubric, [changed, *others])


def _check(scores: Scores, step: Step) -> None:
    """Check one step of the first unit by scoring the cluster again, and once more with less."""
    first, ready = scores.units[0], plan(scores.rubric)
    deducts = ready.row[step.criterion].deducts
    now = first[step.criterion].points
    after = _rescored(scores, step.measure, step.value).units[0][step.criterion].points

    assert now is not None
    assert after == step.points
    assert (after < now) if deducts else (after > now)
    assert first.sheet.entry(step.measure) == step.value - step.change
    measure = ready.indicators[step.measure]
    assert isinstance(measure, Measure)
    size, _, _ = reach(measure, EVERYTHING, ready.steps.get(step.measure))
    less = step.value - (size if step.change > 0 else -size)
    with suppress(Faults):  # the formula may have no answer there
        before = _rescored(scores, step.measure, less).units[0][step.criterion].points

        assert before is None or ((before >= now) if deducts else (before <= now))


@given(st.data(), rubrics())
def test_the_step_betters_the_points_and_less_does_not(data: DataObject, rubric: Rubric) -> None:
    """Scored again, the change that is told gives its points; one smallest step less does not."""
    scores = score(rubric, data.draw(sheets(rubric, complete=True)))
    ready = plan(rubric)
    steps = [
        step
        for line in scores.units[0].lines
        for place, measure in sorted(ready.reads[line.code].numbers, key=str)
        if place is None
        and (step := next_step(scores, scores.units[0].unit, line.code, measure)) is not None
    ]
    event(f"{len(steps)} steps")

    for step in steps:
        _check(scores, step)


@given(st.data(), rubrics())
def test_every_step_ahead_is_one(data: DataObject, rubric: Rubric) -> None:
    """What would better a criterion is found for any rubric, and each step does."""
    scores = score(rubric, data.draw(sheets(rubric)))
    unit = scores.units[0].unit
    ready = plan(rubric)

    for line in scores[unit].lines:
        for step in steps_ahead(scores, unit, line.code):
            assert line.points is not None
            assert (step.points < line.points) is ready.row[line.code].deducts
            assert step.change
