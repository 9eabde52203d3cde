# SPDX-License-Identifier: MIT
"""What is reported, as columns of whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, assert_never

from thidua.program.node import Column
from thidua.quantity import EVERYTHING
from thidua.rubric import Choice, Indicator, Measure, Question, Rubric
from thidua.rubric.measure import decimal_places, reach
from thidua.rubric.plan import Plan

__all__ = ["Columns", "columns_of", "not_whole"]


def not_whole(rubric: Rubric) -> str:
    """Say why the rubric has no program in whole numbers; empty if it has one."""
    declared = [*rubric.measures, *(one for listed in rubric.items for one in listed.measures)]
    for one in declared:
        if isinstance(one, Measure) and one.places is None:
            return f"measure {one.code!r} may hold any exact number"
    return ""


Columns: TypeAlias = Mapping[tuple[str | None, str], tuple[Indicator, Column]]


def _column(ready: Plan, indicator: Indicator, place: str | None) -> Column:
    code = indicator.code
    match indicator:
        case Measure():
            own = place is None
            allowed = ready.direct.get(code, EVERYTHING) if own else EVERYTHING
            unit, low, high = reach(indicator, allowed, ready.steps.get(code) if own else None)
            times = int(unit * 10 ** decimal_places(indicator))
            return Column(
                code,
                place,
                None if low is None else low * times,
                None if high is None else high * times,
            )
        case Question():
            return Column(code, place, 0, 1)
        case Choice(levels=levels):
            return Column(code, place, 0, len(levels) - 1)
        case _:
            assert_never(indicator)


def columns_of(ready: Plan) -> Columns:
    """Return the columns of all that is reported, of the unit and of the items of its lists."""
    found: dict[tuple[str | None, str], tuple[Indicator, Column]] = {}
    for code, indicator in ready.indicators.items():
        found[None, code] = (indicator, _column(ready, indicator, None))
    for place, listed in ready.items.items():
        for code, indicator in listed.items():
            found[place, code] = (indicator, _column(ready, indicator, place))
    return found
