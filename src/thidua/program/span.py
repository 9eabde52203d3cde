# SPDX-License-Identifier: MIT
"""How large the numbers of an integer program get: the span of every node."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache, reduce
from math import floor
from operator import add, mul
from typing import TypeAlias, assert_never

from thidua.formula import ItemFold, PeerFold
from thidua.program.linear import linear
from thidua.program.node import (
    Added,
    AllOf,
    AnyOf,
    Branch,
    Chain,
    Column,
    Divided,
    Fixed,
    Folded,
    FoldedRatio,
    Folding,
    Guarded,
    InState,
    Largest,
    ListInState,
    Literal,
    Look,
    Multiplied,
    Negated,
    OfPeers,
    Part,
    PartPoints,
    PeersKnown,
    Relates,
    Smallest,
    Sure,
    Truth,
    Whole,
)
from thidua.quantity import Interval, hull
from thidua.quantity.interval import spanning

__all__ = ["Node", "bits", "is_total", "operands", "size", "span", "walk"]

Node: TypeAlias = Whole | Truth
"""Any node of an integer program."""


_NONE = Interval(0, 0)
_ONE = Interval(1, 1)
_NOT_NEGATIVE = Interval(0, None)


def operands(node: Node | Look) -> tuple[Node, ...]:
    """Return the nodes directly inside *node*; those of a look are of the peers."""
    match node:
        case Column() | Literal() | PartPoints() | Fixed() | InState() | ListInState():
            return ()
        case Added(inside) | Multiplied(inside) | Smallest(inside) | Largest(inside):
            return inside
        case AllOf(of) | AnyOf(of):
            return of
        case Divided(of, by):
            return (of, by)
        case Branch(when, then, otherwise):
            return (when, then, otherwise)
        case Chain(of):
            return (of,)
        case Guarded(holds, of) | Sure(holds, of):
            return (holds, of)
        case Folded(_, _, of, where):
            return (where, of)
        case FoldedRatio(_, _, above, below, where):
            return (where, above, below)
        case OfPeers(_, _, own, own_below):
            return (own, own_below)
        case PeersKnown():
            return ()
        case Relates(left, _, right):
            return (left, right)
        case Negated(inner):
            return (inner,)
        case Look(_, above, below, where, left_out, awaited):
            return (left_out, awaited, where, above, below)
        case _:
            assert_never(node)


def walk(*tops: Node | Look, looks: bool = True) -> Iterator[Node | Look]:
    """Yield every node in *tops* once, each before what is inside it.

    Args:
        tops: Where to begin.
        looks: Whether looks at peers are yielded too, and what is inside them.
    """
    seen: set[Node | Look] = set()
    waiting = [*reversed(tops)]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        yield node
        waiting.extend(reversed(operands(node)))
        if looks and isinstance(node, OfPeers | PeersKnown):
            waiting.append(node.look)


@lru_cache(maxsize=65536)
def size(node: Node) -> int:
    """Return how many nodes *node* is made of, each as often as it stands there.

    A long number counts as several.
    """
    own = 1 + node.value.bit_length() // 64 if isinstance(node, Literal) else 1
    return own + sum(map(size, operands(node)))


@lru_cache(maxsize=65536)
def is_total(node: Node) -> bool:
    """Tell whether *node* has a value whatever is reported."""
    if isinstance(node, Guarded | Sure):
        return False
    return all(is_total(one) for one in operands(node))


@lru_cache(maxsize=65536)
def span(node: Whole) -> Interval:
    """Return every value *node* may have, also where a branch is not taken.

    The ends are whole numbers. What is computed where a guard does not hold is not counted.
    """
    match node:
        case Column(low=low, high=high) | PartPoints(low=low, high=high):
            return spanning(low, high)
        case Literal(value):
            return spanning(value, value)
        case Added(terms):
            return reduce(add, map(span, terms))
        case Multiplied(factors):
            return reduce(mul, map(span, factors))
        case Divided(of, by):
            return _quotient(span(of), span(by))
        case Smallest(of):
            return reduce(Interval.least, map(span, of))
        case Largest(of):
            most = reduce(Interval.greatest, map(span, of))
            return most.greatest(_NONE) if _is_size(of) else most
        case Branch(_, then, otherwise):
            return hull([span(then), span(otherwise)])
        case Chain(_, _, gives):
            return spanning(min(gives), max(gives))
        case Guarded(_, of):
            return span(of)
        case Folded(_, fold, of):
            return _folded(fold, span(of))
        case FoldedRatio(_, fold, above, below):
            return _ratio(fold, span(above), span(below), node.part)
        case OfPeers(look, part):
            if look.fold is PeerFold.RANK:
                return Interval(1, None) if part is Part.ABOVE else _ONE
            return _ratio(ItemFold(look.fold.value), span(look.above), span(look.below), part)
        case _:
            assert_never(node)


def bits(interval: Interval) -> int | None:
    """Return the width of a signed integer that holds the interval; None without bounds.

    Example:
        >>> bits(Interval(-128, 127)), bits(Interval(0, 128)), bits(Interval(0, None))
        (8, 9, None)
    """
    if interval.low is None or interval.high is None:
        return None
    ends = (floor(interval.low), floor(interval.high))
    return 1 + max((~end if end < 0 else end).bit_length() for end in ends)


def _is_size(of: tuple[Whole, ...]) -> bool:
    """Tell whether the larger of two numbers is the size of either, as they are opposites."""
    if len(of) != 2:  # noqa: PLR2004 - a pair
        return False
    one, other = linear(of[0]), linear(of[1])
    turned = tuple((-factor, atoms) for factor, atoms in other.terms)
    return one.terms == turned and one.constant == -other.constant


def _folded(fold: Folding, one: Interval) -> Interval:
    match fold:
        case Folding.SUM:
            return one * _NOT_NEGATIVE
        case Folding.COUNT:
            return _NOT_NEGATIVE
        case Folding.LEAST | Folding.GREATEST:
            return one
        case Folding.MIDDLES:
            return one + one
        case _:
            assert_never(fold)


def _ratio(fold: ItemFold, above: Interval, below: Interval, part: Part) -> Interval:
    """Return the span of a part of a folded ratio; only a least or greatest keeps its own."""
    if fold is ItemFold.COUNT:
        return _NOT_NEGATIVE if part is Part.ABOVE else _ONE
    if fold in {ItemFold.LEAST, ItemFold.GREATEST}:
        return above if part is Part.ABOVE else below
    return above * _NOT_NEGATIVE if part is Part.ABOVE else Interval(1, None)


def _quotient(of: Interval, by: Interval) -> Interval:
    """Return the span of a floor division by what is above zero."""
    near = 1 if by.low is None else max(by.low, Fraction(1))

    def ended(end: Fraction | None, *, low: bool) -> int | None:
        if end is None:
            return None
        if (end < 0) is low:  # the nearest divisor makes it extreme, else the farthest
            return floor(end / near)
        return (0 if low else -1) if by.high is None else floor(end / max(by.high, Fraction(1)))

    return Interval(ended(of.low, low=True), ended(of.high, low=False))
