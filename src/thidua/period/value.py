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
from thidua.ranking import Classed, Place
from thidua.rubric import RankedBy, UnitScore
from thidua.rubric.plan import TOTAL

__all__ = ["Drawn", "Found", "Open", "draw", "found_in", "span_of_points"]


@final
@frozen
class Open:
    """A value that is not certain yet."""

    within: Interval = EVERYTHING
    """What it may still become."""


Drawn: TypeAlias = Entry | Open
"""A value, a state, or what is not certain yet."""


@final
@frozen
class Found:
    """What a result holds for one unit."""

    score: UnitScore
    place: Place | None
    """Where it stands; None if it takes no rank."""
    classed: Classed | None
    """Its class; None without classes."""


def found_in(result: PeriodResult) -> dict[str, Found]:
    """Return what a result holds for each unit, by code."""
    places = {} if result.ranking is None else {one.unit: one for one in result.ranking.places}
    classes = {} if result.classes is None else {one.unit: one for one in result.classes}
    return {
        score.unit: Found(score, places.get(score.unit), classes.get(score.unit))
        for score in result.scores
    }


def draw(carry: Carry, period: Period, found: Found | None) -> Drawn:
    """Return what *carry* takes for a unit; of no result, only what is known before it.

    A unit that takes no rank, has no class, or to which no maximum applies, is in the state
    not_applicable.
    """
    if isinstance(carry, CarryWeight):
        return period.weight
    if found is None:
        return Open()
    match carry:
        case CarryPoints(_, of):
            return _certain(span_of_points(found.score, of))
        case CarryPercent(_, of):
            return _certain(_percent(found.score, of))
        case CarryRank():
            if found.place is None:
                return State.NOT_APPLICABLE
            return _certain(Interval(found.place.best, found.place.worst))
        case CarryClass():
            return _class(found.classed)
        case CarryEntry(_, of):
            entry = found.score.sheet.entry(of)
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


def _class(classed: Classed | None) -> Drawn:
    if classed is not None and not classed.decided:
        return Open()
    grade = None if classed is None else classed.grade
    return State.NOT_APPLICABLE if grade is None else grade
