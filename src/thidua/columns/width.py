# SPDX-License-Identifier: MIT
"""How many bits computing takes: of every partial result, not only of what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

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

__all__ = ["clipped", "ends", "widest"]


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


def ends(node: Whole) -> tuple[int, int]:
    """Return the least and the most that a number may be: columns of frames have both."""
    inside = span(node)
    assert inside.low is not None  # noqa: S101 - a column holds no less than its type
    assert inside.high is not None  # noqa: S101 - nor more
    return int(inside.low), int(inside.high)


def _needs(node: Whole) -> tuple[int, int]:
    """Return the extremes that computing *node* comes by, those of its operands aside."""
    match node:
        case Added(terms):
            reach = [ends(one) for one in terms]
            return sum(min(low, 0) for low, _ in reach), sum(max(high, 0) for _, high in reach)
        case Multiplied(factors):
            size = prod(max(-low, high, 1) for low, high in map(ends, factors))
            return -size, size
        case _:
            return ends(node)


def widest(*tops: Node) -> tuple[int, Node]:
    """Return how many bits computing nodes takes, and the node that says so."""
    most, culprit = 1, tops[0]
    for node in _computed(tops):
        size = bits(Interval(*_needs(node))) or 1
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
