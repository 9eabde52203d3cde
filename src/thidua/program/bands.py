# SPDX-License-Identifier: MIT
"""Tables in whole numbers: where their rows begin, and which of them give points."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, lcm
from typing import TypeAlias

from thidua.formula import Band, Relation
from thidua.program.make import branch
from thidua.program.node import Literal, Truth, Whole
from thidua.program.ratio import Ratio, lowest, ratio_of, related
from thidua.program.truth import NO, YES, all_of, any_of, chain, negate, reaching

__all__ = ["look_up"]

_Edge: TypeAlias = tuple[Fraction, bool]
"""Where a row begins: at a number, or just after it."""


def look_up(of: Ratio, bands: tuple[Band, ...]) -> tuple[Truth, Ratio]:
    """Return whether a value is in just one band, and the points of that."""
    shared = lcm(*(band.points.denominator for band in bands))
    ends = {*map(_start, bands), *map(_end, bands)}
    edges = sorted(edge for edge in ends if edge is not None)
    rows: list[int | None] = []
    for start in (None, *edges):
        inside = [band for band in bands if _begins(band, start) and not _ended(band, start)]
        sole = len(inside) == 1
        rows.append(int(inside[0].points * shared) if sole else None)
    known = [row is not None for row in rows]
    points = [row for row in rows if row is not None] or [0]
    filled: list[int] = []
    for row in rows:
        filled.append(row if row is not None else filled[-1] if filled else points[0])
    if isinstance(of.below, Literal):
        cuts = tuple(_whole(edge, of.below.value) for edge in edges)
        holds = reaching(of.above, cuts, known) if cuts else _fixed(known)
        return holds, lowest(chain(of.above, cuts, tuple(filled)), Literal(shared))
    reached = [_reached(of, edge) for edge in edges]
    above: Whole = Literal(filled[0])
    for truth, row in zip(reached, filled[1:], strict=True):
        above = branch(truth, Literal(row), above)
    return _some_row(reached, known), lowest(above, Literal(shared))


def _start(band: Band) -> _Edge | None:
    return None if band.low is None else (band.low, band.above is not None)


def _end(band: Band) -> _Edge | None:
    """Return where what follows the band begins."""
    return None if band.high is None else (band.high, band.at_most is not None)


def _begins(band: Band, row: _Edge | None) -> bool:
    start = _start(band)
    return start is None or (row is not None and start <= row)


def _ended(band: Band, row: _Edge | None) -> bool:
    end = _end(band)
    return end is not None and row is not None and end <= row


def _whole(edge: _Edge, below: int) -> int:
    """Return the first numerator over *below* that has reached *edge*."""
    value, after = edge
    return floor(value * below) + 1 if after else ceil(value * below)


def _reached(of: Ratio, edge: _Edge) -> Truth:
    value, after = edge
    return related(of, Relation.GREATER if after else Relation.GREATER_OR_EQUAL, ratio_of(value))


def _fixed(known: list[bool]) -> Truth:
    return YES if known[0] else NO


def _some_row(reached: list[Truth], known: list[bool]) -> Truth:
    """Tell whether a row is reached that gives points; rows begin one after the other."""
    found: list[Truth] = []
    for index, row in enumerate(known):
        if row:
            begun = [reached[index - 1]] if index else []
            ended = [negate(reached[index])] if index < len(reached) else []
            found.append(all_of([*begun, *ended]))
    return YES if all(known) else any_of(found)
