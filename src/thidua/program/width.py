# SPDX-License-Identifier: MIT
"""Whether a program fits the integers of an engine, and what to declare if it does not."""

from __future__ import annotations

from thidua.errors import Path, RubricFault
from thidua.program.node import Column, Folded, FoldedRatio, PartPoints, Whole
from thidua.program.program import Program
from thidua.program.span import bits, span, walk
from thidua.rubric.plan import plan

__all__ = ["too_wide"]


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
