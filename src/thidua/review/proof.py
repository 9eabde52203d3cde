# SPDX-License-Identifier: MIT
"""What is proved of every part of a rubric: what its points may be, how they move."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import final

from attrs import frozen

from thidua.formula import Directions, Scope, bounds, directions
from thidua.quantity import Interval, State, hull
from thidua.rubric import Criterion, Rubric, Treatment
from thidua.rubric.plan import Plan, plan, treatment_of

__all__ = ["Proof", "prove", "scope_of"]


@final
@frozen(eq=False)
class Proof:
    """What holds for every sheet that fits a rubric."""

    formulas: Mapping[str, Interval]
    """What the expression of each part may give, by code."""
    spans: Mapping[str, Interval]
    """What its points may be; states without a value may give others than its formula."""
    directions: Mapping[str, Directions]
    """How its points move with each number of the unit or of an item."""


@lru_cache(maxsize=16)
def prove(rubric: Rubric) -> Proof:
    """Prove what can be proved of a sound rubric."""
    ready = plan(rubric)
    formulas: dict[str, Interval] = {}
    spans: dict[str, Interval] = {}
    moves: dict[str, Directions] = {}

    def span(code: str) -> Interval:
        if code not in spans:
            scope = Scope({}, domains=ready.domains, spans=span)
            formulas[code] = bounds(ready.expression[code], scope)
            spans[code] = _treated(ready, code, formulas[code])
        return spans[code]

    def move(code: str) -> Directions:
        if code not in moves:
            expression = ready.expression[code]
            moves[code] = directions(expression, ready.domains, spans=span, points=move)
        return moves[code]

    for code in ready.expression:
        span(code)
        move(code)
    return Proof(formulas, spans, moves)


def scope_of(ready: Plan, proof: Proof) -> Scope:
    """Return the scope of any unit, of which nothing is known but what is proved."""
    return Scope({}, domains=ready.domains, spans=proof.spans.__getitem__)


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
