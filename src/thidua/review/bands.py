# SPDX-License-Identifier: MIT
"""Tables of bands: their holes, their overlaps, and the bands that nothing reaches."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby, pairwise
from math import ceil, floor
from typing import final

from attrs import frozen

from thidua.formula import Band, Expression, Lookup, OverItems, OverPeers, Scope, bounds, children
from thidua.formula.bounds import blank_item
from thidua.formula.walk import Node
from thidua.quantity import Interval
from thidua.review.grid import grid_of
from thidua.rubric.plan import Plan

__all__ = ["Table", "flaws", "is_reached", "tables"]


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

    The line is cut at every bound into single values and what lies between them, and each
    piece is asked which bands hold it.
    """
    ends = sorted(
        {end for band in lookup.bands for end in (band.low, band.high) if end is not None}
    )
    cells = [*_cells(ends)]
    gaps: list[Band] = []
    shared: list[Band] = []
    holders = [
        frozenset(i for i, band in enumerate(lookup.bands) if mid in band) for mid, _ in cells
    ]
    for held, group in groupby(zip(holders, cells, strict=True), key=lambda pair: pair[0]):
        pieces = [piece for _, (_, piece) in group]
        if len(held) != 1:
            (gaps if not held else shared).append(_merged(pieces[0], pieces[-1]))
    return gaps, shared


def _cells(ends: list[Fraction]) -> Iterator[tuple[Fraction, Band]]:
    """Yield a value in each piece of the line, and the piece."""
    if not ends:
        yield Fraction(0), Band(0)
        return
    yield ends[0] - 1, Band(0, below=ends[0])
    for low, high in pairwise(ends):
        yield low, Band(0, at_least=low, at_most=low)
        yield (low + high) / 2, Band(0, above=low, below=high)
    yield ends[-1], Band(0, at_least=ends[-1], at_most=ends[-1])
    yield ends[-1] + 1, Band(0, above=ends[-1])


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
    span = table.span
    low = max((end for end in (span.low, band.low) if end is not None), default=None)
    high = min((end for end in (span.high, band.high) if end is not None), default=None)
    if low is None or high is None:
        return True
    if table.grid:
        first, last = ceil(low / table.grid), floor(high / table.grid)
        first += first * table.grid not in band
        last -= last * table.grid not in band
        return first <= last
    return low < high or (low == high and low in band)
