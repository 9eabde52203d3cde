# SPDX-License-Identifier: MIT
"""What the points of every part of a rubric may be, whatever is reported (*khoảng điểm có thể*)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import final

from attrs import frozen

from thidua.formula import Scope, bounds
from thidua.quantity import Interval, State, hull
from thidua.rubric.criterion import Criterion, Treatment
from thidua.rubric.plan import Plan, plan, treatment_of
from thidua.rubric.rubric import Rubric

__all__ = ["Reachable", "reachable"]


@final
@frozen(eq=False)
class Reachable:
    """What holds for every sheet that fits a rubric."""

    formulas: Mapping[str, Interval]
    """What the expression of each part may give, by code."""
    spans: Mapping[str, Interval]
    """What its points may be; states without a value may give others than its formula."""


@lru_cache(maxsize=16)
def reachable(rubric: Rubric) -> Reachable:
    """Prove what the parts of a sound rubric may give."""
    ready = plan(rubric)
    formulas: dict[str, Interval] = {}
    spans: dict[str, Interval] = {}

    def span(code: str) -> Interval:
        if code not in spans:
            scope = Scope({}, domains=ready.domains, spans=span)
            formulas[code] = bounds(ready.expression[code], scope)
            spans[code] = _treated(ready, code, formulas[code])
        return spans[code]

    for code in ready.expression:
        span(code)
    return Reachable(formulas, spans)


def _treated(ready: Plan, code: str, formula: Interval) -> Interval:
    """Add what states of entries may give instead of the formula."""
    row, what = ready.row.get(code), ready.reads[code]
    if row is None or not isinstance(row.part, Criterion) or not (what.measures or what.lists):
        return formula
    given = [formula]
    said = {treatment_of(ready.rubric, row.part, state) for state in State}
    if Treatment.FULL in said:
        given.append(Interval.of(row.part.maximum))
    if said & {Treatment.ZERO, Treatment.LEAVE}:
        given.append(Interval(0, 0))
    return hull(given)
