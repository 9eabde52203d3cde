# SPDX-License-Identifier: MIT
"""How many bits computing takes: of every partial result, not only of what comes out."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.program.node import (
    Added,
    Chain,
    Column,
    Largest,
    Literal,
    Multiplied,
    Relates,
    Smallest,
    Whole,
)
from thidua.program.span import Node, bits, operands, span
from thidua.quantity import Interval

__all__ = ["clipped", "widest"]


def clipped(node: Whole) -> tuple[Column, int | None, int | None] | None:
    """Return a column and its limits, if *node* is that: the column itself may be wider."""
    low = None
    match node:
        case Largest((inner, Literal(value))):
            node, low = inner, value
        case _:
            pass
    match node:
        case Smallest((Column() as column, Literal(value))):
            return column, low, value
        case Column():
            return node, low, None
        case _:
            return None


def _needs(node: Whole) -> Interval:
    """Return every value that computing *node* comes by, those of its operands aside."""
    match node:
        case Added(terms):
            spans = [span(one) for one in terms]
            lows = [one.low for one in spans]
            highs = [one.high for one in spans]
            return Interval(
                None if None in lows else sum(min(one or 0, 0) for one in lows),
                None if None in highs else sum(max(one or 0, 0) for one in highs),
            )
        case Multiplied(factors):
            size = 1
            for factor in factors:
                inside = span(factor)
                if inside.low is None or inside.high is None:
                    return Interval(None, None)
                size *= max(int(-inside.low), int(inside.high), 1)
            return Interval(-size, size)
        case Chain(_, _, gives):
            return Interval(min(gives), max(gives))
        case _:
            return span(node)


def widest(*tops: Node) -> tuple[int | None, Node | None]:
    """Return how many bits computing nodes takes, None for no bound, and the node that says so."""
    most, culprit = 1, None
    for node in _computed(tops):
        size = bits(_needs(node))
        if size is None:
            return None, node
        if size > most:
            most, culprit = size, node
    return most, culprit


def _computed(tops: tuple[Node, ...]) -> Iterator[Whole]:
    """Yield the numbers that are computed, without columns that are compared or limited as is."""
    seen: set[Node] = set()
    waiting = [*tops]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        match node:
            case Relates(Column(), _, Literal()):
                continue
            case Chain(Column()):
                yield node
                continue
            case _ if isinstance(node, Whole):
                yield node
                if clipped(node) is not None:
                    continue
            case _:
                pass
        waiting.extend(operands(node))
