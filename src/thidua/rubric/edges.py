# SPDX-License-Identifier: MIT
"""Where the points of a rubric change: thresholds, caps, steps, bounds of bands, ties.

All of them are where a node of the kernel turns: where two sides of a comparison meet,
where one value overtakes another, where a band ends, where a rounding jumps, where a
divisor is zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import cast, final

from attrs import evolve, frozen

from thidua.errors import FormulaFault
from thidua.formula import (
    Choose,
    Compare,
    Expression,
    Greatest,
    Least,
    Lookup,
    OverItems,
    OverPeers,
    Product,
    Quotient,
    Rounded,
    Scope,
    Sum,
    Undecided,
    children,
    prepare,
    reads,
)
from thidua.formula.scope import Cell
from thidua.formula.walk import Node
from thidua.quantity import Rounding
from thidua.rubric.measure import Measure
from thidua.rubric.plan import Plan, plan
from thidua.rubric.rubric import Rubric

__all__ = ["Edge", "edges", "edges_of", "meet"]

_ZERO = Fraction(0)


@final
@frozen
class Edge:
    """A quantity that turns something when it reaches certain values."""

    of: Expression
    """The quantity."""
    at: tuple[Fraction, ...] | Rounding
    """The values; of a rounding, its multiples and the ties between them."""
    code: str
    """The measure to move."""
    items: str | None
    """The list the measure is of, or None."""


@lru_cache(maxsize=64)
def edges(rubric: Rubric) -> tuple[Edge, ...]:
    """Return every edge of a sound rubric, as often as a measure can reach it."""
    found = (edge for code in plan(rubric).expression for edge in edges_of(rubric, code))
    return tuple(dict.fromkeys(found))


def edges_of(rubric: Rubric, code: str) -> Iterator[Edge]:
    """Yield the edges of one criterion, section or the total, by its code."""
    ready = plan(rubric)
    for of, at, items in _turns(ready.expression[code]):
        for place, measure in _movable(ready, of, items):
            yield Edge(of, at, measure, place)


def _turns(
    expression: Expression,
) -> Iterator[tuple[Expression, tuple[Fraction, ...] | Rounding, str | None]]:
    stack: list[tuple[Node, str | None]] = [(expression, None)]
    while stack:
        node, items = stack.pop()
        match node:
            case Compare(left, _, right):
                yield _minus(left, right), (_ZERO,), items
            case Least(of) | Greatest(of):
                for first, second in pairwise(of):
                    yield _minus(first, second), (_ZERO,), items
            case Lookup(looked_up, bands):
                bounds = {end for band in bands for end in (band.low, band.high)} - {None}
                if bounds:
                    yield looked_up, tuple(sorted(end for end in bounds if end is not None)), items
            case Rounded(inner, rounding):
                yield inner, rounding, items
            case Quotient(_, Sum() | Product() | Choose() as divisor):
                yield divisor, (_ZERO,), items
            case _:
                pass
        if isinstance(node, OverItems):
            items = node.items
        elif isinstance(node, OverPeers):
            items = None
        stack.extend((child, items) for child in children(node))


def _minus(left: Expression, right: Expression) -> Expression:
    return Sum([left, Product([-1, right])])


def _movable(ready: Plan, of: Expression, items: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield the measures whose value changes *of*, through other criteria too.

    What turns for each item is met by the measures of the item.
    """
    codes: set[tuple[str | None, str]] = set()
    seen: set[str] = set()
    waiting = [reads(of)]
    while waiting:
        what = waiting.pop()
        codes |= {(place or items, code) for place, code in what.measures}
        waiting.extend(ready.reads[code] for code in what.points - seen)
        seen |= what.points
    for place, code in sorted(codes, key=str):
        own = ready.items.get(place or "", {})
        if isinstance(own.get(code), Measure):
            if place == items:
                yield place, code
        elif items is None and isinstance(ready.indicators.get(code), Measure):
            yield None, code


def meet(edge: Edge, rubric: Rubric, scope: Scope, pick: int, *, near: bool) -> Fraction | None:
    """Return a value of the edge's measure at which its quantity meets one of its values.

    The quantity is taken to be linear in the measure, or in one over it, which is what
    forms are between two edges.

    Args:
        edge: What is to be met.
        rubric: The rubric it is of.
        scope: The unit, or the item, with a number in every measure.
        pick: Which of the values is met, by its number.
        near: Whether those of a rounding are numbered from the present one, not from zero.

    Returns:
        The value, also if it is out of bounds or has too many places; None if the
        quantity does not depend on the measure or has no answer near its present value.
    """
    here = cast("Fraction", scope.entries[edge.code])
    there = here + 1
    try:
        first = _quantity(edge, rubric, scope, here)
        second = _quantity(edge, rubric, scope, there)
    except (FormulaFault, Undecided):
        return None
    if first == second:
        return None
    if isinstance(edge.at, Rounding):
        half = edge.at.step / 2
        around = first / half // 1 if near else 0
        goal = (around + pick) * half
    else:
        goal = edge.at[pick % len(edge.at)]
    found = here + (goal - first) / (second - first)
    if not here or not there or _reaches(edge, rubric, scope, found, goal):
        return found
    slope = (second - first) / (1 / there - 1 / here)
    level = first - slope / here
    return found if goal == level else slope / (goal - level)


def _quantity(edge: Edge, rubric: Rubric, scope: Scope, value: Fraction) -> Fraction:
    cells: dict[str, Cell] = {**scope.entries, edge.code: value}
    compute = plan(rubric).compute
    known: dict[str, Fraction] = {}

    def points(code: str) -> Fraction:
        if code not in known:  # parts that others build on would else be computed for each
            known[code] = compute[code](moved).value
        return known[code]

    moved = evolve(scope, entries=cells, memory={}, points=points)
    return _prepared(edge.of)(moved).value


_prepared = lru_cache(maxsize=4096)(prepare)


def _reaches(edge: Edge, rubric: Rubric, scope: Scope, value: Fraction, goal: Fraction) -> bool:
    try:
        return _quantity(edge, rubric, scope, value) == goal
    except (FormulaFault, Undecided):
        return False
