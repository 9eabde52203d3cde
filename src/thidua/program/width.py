# SPDX-License-Identifier: MIT
"""How wide the numbers of a program get: whether an engine's integers hold them, or a document."""

from __future__ import annotations

from collections.abc import Mapping

from thidua.errors import Path, RubricFault
from thidua.program.node import (
    Added,
    Column,
    Folded,
    FoldedRatio,
    Literal,
    Multiplied,
    OfPeers,
    Part,
    PartPoints,
    Whole,
)
from thidua.program.program import Program
from thidua.program.span import bits, operands, span, walk
from thidua.rubric.plan import plan

__all__ = ["INPUT_BITS", "too_wide", "widest"]

INPUT_BITS = 200
"""Bits of a number that is reported, at most, where its measure has no bounds."""

_RATIO_BITS = 13_300
"""Bits of a sum of ratios that are folded, at most: those of 4000 digits."""

_COUNT_BITS = 40
"""Bits that a fold of any number of values has beyond those of one."""


def too_wide(found: Program, width: int) -> tuple[RubricFault, ...]:
    """Return where numbers may need more than *width* bits, sign included, and why.

    An engine of fixed width refuses a program for which this is not empty.

    Args:
        found: The program.
        width: Bits of the engine's integers, such as 64.
    """
    faults: list[RubricFault] = []
    rows = plan(found.rubric).row
    wide: set[str] = set()
    for line in found.lines:
        inside = [*walk(line.above, line.below, line.maximum)]
        node = next(
            (one for one in inside if isinstance(one, Whole) and _exceeds(one, width)), None
        )
        if node is None:
            continue
        if not any(isinstance(one, PartPoints) and one.code in wide for one in inside):
            at = (*rows[line.code].at, "formula") if line.code in rows else ()
            faults.append(_wide(line.code, at, node, width))
        wide.add(line.code)  # and what reads it, which needs no fault of its own
    return tuple(faults)


def _exceeds(node: Whole, width: int) -> bool:
    size = bits(span(node))
    return size is None or size > width


def _wide(code: str, at: Path, node: Whole, width: int) -> RubricFault:
    """Say which node is too wide, and which bound to declare."""
    size = bits(span(node))
    inside = [one for one in walk(node) if isinstance(one, Column)]
    free = sorted({one.code for one in inside if one.low is None or one.high is None})
    lists = sorted({one.items for one in walk(node) if isinstance(one, Folded | FoldedRatio)})
    much = "without bound" if size is None else f"of {size} bits"
    what = f"the points of {code!r} need numbers {much}, more than {width}: a {node.kind} node"
    if free:
        todo = "declare the least and the most of " + ", ".join(map(repr, free))
    elif lists:
        todo = "a list has no longest length: " + ", ".join(map(repr, lists))
    else:
        todo = "declare narrower bounds or fewer places, or round before multiplying"
    return RubricFault(at, "too-wide", what, todo)


def widest(found: Program) -> int:
    """Return how many bits the longest number of a program may have.

    A number that is reported has no more than `INPUT_BITS`, if its measure has no bounds.
    """
    parts: dict[tuple[str, Part], int] = {}
    known: dict[Whole, int] = {}
    for line in found.lines:
        for node in reversed([*walk(line.above, line.below, line.maximum)]):
            if isinstance(node, Whole):
                _width(node, parts, known)
        parts[line.code, Part.ABOVE] = known[line.above]
        parts[line.code, Part.BELOW] = known[line.below]
    return max(known.values(), default=0)


def _width(node: Whole, parts: Mapping[tuple[str, Part], int], known: dict[Whole, int]) -> int:
    if node not in known:
        size = bits(span(node))
        known[node] = _by_shape(node, parts, known) if size is None else size
    return known[node]


def _by_shape(node: Whole, parts: Mapping[tuple[str, Part], int], known: dict[Whole, int]) -> int:
    """Return the width of what has no bounds, by what it is made of."""
    inside = [_width(one, parts, known) for one in operands(node) if isinstance(one, Whole)]
    match node:
        case Column():
            return INPUT_BITS
        case PartPoints(code, part):
            return parts[code, part]
        case Literal(value):
            return value.bit_length()
        case Multiplied():
            return sum(inside)
        case Added():
            return max(inside) + len(inside)
        case FoldedRatio() | OfPeers():
            return _RATIO_BITS
        case _:
            return max(inside, default=0) + _COUNT_BITS
