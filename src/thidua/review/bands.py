# SPDX-License-Identifier: MIT
"""Tables of bands: their holes, their overlaps, and the bands that nothing reaches."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import final

from attrs import frozen

from thidua.formula import Band, Expression, Lookup, OverItems, OverPeers, Scope, bounds, children
from thidua.formula.bounds import blank_item
from thidua.formula.walk import Node
from thidua.quantity import Interval
from thidua.review.grid import grid_of
from thidua.rubric.plan import Plan

__all__ = ["Table", "flaws", "inner_value", "is_reached", "meets", "tables"]


@final
@frozen
class Table:
    """A table that a formula looks up in, and where that happens."""

    lookup: Lookup
    """The table with what is looked up."""
    items: tuple[str, ...]
    """The lists it stands in, the innermost last."""
    span: Interval
    """What may be looked up."""
    grid: Fraction | None
    """What that is a multiple of."""


def tables(expression: Expression, ready: Plan, scope: Scope) -> Iterator[Table]:
    """Yield every table in *expression* once."""
    stack: list[tuple[Node, tuple[str, ...], Scope]] = [(expression, (), scope)]
    seen: set[tuple[Lookup, tuple[str, ...]]] = set()
    while stack:
        node, items, inside = stack.pop()
        if isinstance(node, Lookup) and (node, items) not in seen:
            seen.add((node, items))
            yield Table(node, items, bounds(node.of, inside), grid_of(node.of, ready))
        if isinstance(node, OverItems):
            items, inside = (*items, node.items), blank_item(inside, node.items)
        elif isinstance(node, OverPeers):
            items, inside = (), Scope({}, domains=scope.domains)
        stack.extend((child, items, inside) for child in reversed(children(node)))


def flaws(lookup: Lookup) -> tuple[list[Band], list[Band]]:
    """Return the ranges that are in no band, and those that are in several.

    The line is cut at every bound into single values and what lies between them, and gone
    along once; a range ends where a band begins or ends.
    """
    ends = sorted(
        {end for band in lookup.bands for end in (band.low, band.high) if end is not None}
    )
    pieces = _pieces(ends)
    number = {end: 2 * i + 1 for i, end in enumerate(ends)}
    turns: dict[int, int] = {0: 0}
    for band in lookup.bands:
        first = 0 if band.low is None else number[band.low] + (band.at_least is None)
        last = len(pieces) if band.high is None else number[band.high] + (band.below is None)
        turns[first] = turns.get(first, 0) + 1
        turns[last] = turns.get(last, 0) - 1
    gaps: list[Band] = []
    shared: list[Band] = []
    held = 0
    for first, last in pairwise([*sorted(turns), len(pieces)]):
        held += turns[first]
        if held != 1 and first < last:
            (gaps if not held else shared).append(_merged(pieces[first], pieces[last - 1]))
    return gaps, shared


def _pieces(ends: list[Fraction]) -> list[Band]:
    """Return the pieces of the line: what lies below, an end, what lies between, and so on."""
    if not ends:
        return [Band(0)]
    found = [Band(0, below=ends[0])]
    for low, high in pairwise(ends):
        found += [Band(0, at_least=low, at_most=low), Band(0, above=low, below=high)]
    return [*found, Band(0, at_least=ends[-1], at_most=ends[-1]), Band(0, above=ends[-1])]


def _merged(first: Band, last: Band) -> Band:
    return Band(
        0,
        at_least=first.at_least,
        above=first.above,
        below=last.below,
        at_most=last.at_most,
    )


def is_reached(band: Band, table: Table) -> bool:
    """Tell whether something that may be looked up could lie in *band*."""
    return meets(band, table.span, table.grid)


def meets(band: Band, span: Interval, grid: Fraction | None) -> bool:
    """Tell whether a multiple of *grid* in *span* could lie in *band*; None is any number."""
    low = max((end for end in (span.low, band.low) if end is not None), default=None)
    high = min((end for end in (span.high, band.high) if end is not None), default=None)
    if low is None or high is None:
        return True
    if grid:
        first, last = ceil(low / grid), floor(high / grid)
        first += first * grid not in band
        last -= last * grid not in band
        return first <= last
    return low < high or (low == high and low in band)


def inner_value(band: Band) -> Fraction:
    """Return a value in *band*: the middle, or one beside its only end.

    Example:
        >>> inner_value(Band(0, above=85, below=86))
        Fraction(171, 2)
    """
    low = band.high - 2 if band.low is None and band.high is not None else band.low or Fraction(0)
    high = low + 2 if band.high is None else band.high
    return (low + high) / 2
