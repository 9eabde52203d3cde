# SPDX-License-Identifier: MIT
"""One value out of the result of a period, or what it may still become."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias, assert_never, final

from attrs import frozen

from thidua.period.intake import (
    Carry,
    CarryClass,
    CarryEntry,
    CarryPercent,
    CarryPoints,
    CarryRank,
    CarryWeight,
)
from thidua.period.period import Period
from thidua.period.result import PeriodResult
from thidua.quantity import EVERYTHING, Entry, Interval, State
from thidua.rubric import RankedBy, UnitScore
from thidua.rubric.plan import TOTAL

__all__ = ["Drawn", "Open", "draw", "span_of_points"]


@final
@frozen
class Open:
    """A value that is not certain yet."""

    within: Interval = EVERYTHING
    """What it may still become."""


Drawn: TypeAlias = Entry | Open
"""A value, a state, or what is not certain yet."""


def draw(carry: Carry, period: Period, result: PeriodResult | None, unit: str) -> Drawn:
    """Return what *carry* takes of *unit*; of no result, only what is known before it.

    A unit that takes no rank, has no class, or to which no maximum applies, is in the state
    not_applicable.
    """
    if isinstance(carry, CarryWeight):
        return period.weight
    if result is None:
        return Open()
    match carry:
        case CarryPoints(_, of):
            return _certain(span_of_points(result.scores[unit], of))
        case CarryPercent(_, of):
            return _certain(_percent(result.scores[unit], of))
        case CarryRank():
            return _rank(result, unit)
        case CarryClass():
            return _class(result, unit)
        case CarryEntry(_, of):
            entry = result.scores[unit].sheet.entry(of)
            return State.MISSING if entry is None else entry
        case _:
            assert_never(carry)


def span_of_points(score: UnitScore, code: str) -> Interval:
    """Return what the points of a part, or of the total, may still become."""
    return score.total.span if code == TOTAL else score[code].span


def _certain(span: Interval | None) -> Drawn:
    if span is None:
        return State.NOT_APPLICABLE
    return Open(span) if span.value is None else span.value


def _percent(score: UnitScore, code: str) -> Interval | None:
    if code == TOTAL:
        return score.result(RankedBy.PERCENT)
    line = score[code]
    return line.span * Interval.of(Fraction(100) / line.maximum) if line.maximum else None


def _rank(result: PeriodResult, unit: str) -> Drawn:
    places = () if result.ranking is None else result.ranking.places
    for place in places:
        if place.unit == unit:
            return _certain(Interval(place.best, place.worst))
    return State.NOT_APPLICABLE


def _class(result: PeriodResult, unit: str) -> Drawn:
    classed = None if result.classes is None else result.classes[unit]
    if classed is not None and not classed.decided:
        return Open()
    grade = None if classed is None else classed.grade
    return State.NOT_APPLICABLE if grade is None else grade
