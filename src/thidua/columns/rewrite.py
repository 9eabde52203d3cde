# SPDX-License-Identifier: MIT
"""Programs rewritten for columns: without guards, and no wider than they must be.

A column holds a number for every unit, also where a guard says that there is none; what
guards say is a condition of its own, `answered`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias, TypeVar, assert_never, cast

from thidua.formula import Relation
from thidua.program.make import ONE, largest, smallest
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
    Guarded,
    InState,
    Largest,
    ListInState,
    Literal,
    Multiplied,
    Negated,
    OfPeers,
    PartPoints,
    PeersKnown,
    Relates,
    Smallest,
    Sure,
    Truth,
    Whole,
)
from thidua.program.span import Node, is_total, operands, span
from thidua.program.truth import YES, all_of, any_of, compare, negate
from thidua.quantity import Interval

__all__ = ["answered", "bare", "mapped", "narrowed"]

_AnyNode = TypeVar("_AnyNode", Whole, Truth)
_Change: TypeAlias = Callable[[Node], Node]
_Limits: TypeAlias = Mapping[Column, Interval]


def mapped(node: Node, change: _Change) -> Node:
    """Return *node* with what is directly inside it changed."""

    def whole(one: Whole) -> Whole:
        return cast("Whole", change(one))

    def truth(one: Truth) -> Truth:
        return cast("Truth", change(one))

    match node:
        case (
            Column()
            | Literal()
            | PartPoints()
            | Fixed()
            | InState()
            | ListInState()
            | PeersKnown()
            | OfPeers()
            | Folded()
            | FoldedRatio()
        ):
            return node
        case Added(terms):
            return Added(tuple(map(whole, terms)))
        case Multiplied(factors):
            return Multiplied(tuple(map(whole, factors)))
        case Smallest(of):
            return smallest(*map(whole, of))
        case Largest(of):
            return largest(*map(whole, of))
        case AllOf(conditions):
            return all_of(list(map(truth, conditions)))
        case AnyOf(conditions):
            return any_of(list(map(truth, conditions)))
        case Divided(of, by):
            return Divided(whole(of), whole(by))
        case Branch(when, then, otherwise):
            return Branch(truth(when), whole(then), whole(otherwise))
        case Chain(of, cuts, gives):
            return Chain(whole(of), cuts, gives)
        case Guarded(holds, of, lack):
            return Guarded(truth(holds), whole(of), lack)
        case Relates(left, relation, right):
            return Relates(whole(left), relation, whole(right))
        case Negated(condition):
            return negate(truth(condition))
        case Sure(holds, condition, lack):
            return Sure(truth(holds), truth(condition), lack)
        case _:
            assert_never(node)


@lru_cache(maxsize=65536)
def _bare(node: Node) -> Node:
    match node:
        case Guarded(_, of):
            return _bare(of)
        case Sure(_, condition):
            return _bare(condition)
        case Divided(of, by):
            return Divided(cast("Whole", _bare(of)), largest(cast("Whole", _bare(by)), ONE))
        case _:
            return mapped(node, _bare)


def bare(node: _AnyNode) -> _AnyNode:
    """Return *node* without guards: some number, or some truth, also where there is none.

    What is divided by is never less than one.
    """
    return cast("_AnyNode", _bare(node))


@lru_cache(maxsize=65536)
def answered(node: Node) -> Truth:
    """Tell where *node* has a value: its guards hold wherever they count; without guards itself."""
    if is_total(node):
        return YES
    match node:
        case Guarded(holds, of):
            return all_of([answered(holds), bare(holds), answered(of)])
        case Sure(holds, condition):
            return all_of([answered(holds), bare(holds), answered(condition)])
        case Branch(when, then, otherwise):
            asked = bare(when)
            return all_of(
                [
                    answered(when),
                    any_of([negate(asked), answered(then)]),
                    any_of([asked, answered(otherwise)]),
                ]
            )
        case AllOf(of):
            return _in_turn(of, until=negate)
        case AnyOf(of):
            return _in_turn(of, until=lambda truth: truth)
        case _:
            return all_of([answered(one) for one in operands(node)])


def _in_turn(of: tuple[Truth, ...], until: Callable[[Truth], Truth]) -> Truth:
    """Tell whether conditions are answered of which the later are asked only if need be."""
    *others, last = of
    found = answered(last)
    for one in reversed(others):
        found = all_of([answered(one), any_of([until(bare(one)), found])])
    return found


def narrowed(node: Whole, limits: _Limits | None = None) -> Whole:
    """Return *node*, which has no guards, with each column limited to where it matters.

    ``min(3 * a, 300)`` becomes ``3 * min(a, 100)``: it fits more integers, and costs no more.
    """
    limits = limits or {}
    match node:
        case Column():
            return _limited(node, limits.get(node))
        case Smallest(of):
            return smallest(*(_beneath(one, of, Relation.GREATER_OR_EQUAL, limits) for one in of))
        case Largest(of):
            return largest(*(_beneath(one, of, Relation.LESS_OR_EQUAL, limits) for one in of))
        case Branch(when, then, otherwise):
            return Branch(
                when,
                narrowed(then, _within(limits, when)),
                narrowed(otherwise, _within(limits, negate(when))),
            )
        case Relates():  # pragma: no cover - only numbers are narrowed
            return node
        case Chain():
            return node
        case _:
            return cast(
                "Whole",
                mapped(
                    node,
                    lambda one: narrowed(one, limits) if isinstance(one, Whole) else one,
                ),
            )


def _limited(column: Column, limit: Interval | None) -> Whole:
    if limit is None:
        return column
    node: Whole = column
    if limit.high is not None:
        node = smallest(node, Literal(int(limit.high)))
    if limit.low is not None:
        node = largest(node, Literal(int(limit.low)))
    return node


def _beneath(one: Whole, beside: tuple[Whole, ...], relation: Relation, limits: _Limits) -> Whole:
    """Narrow one of several numbers, of which another is fixed and taken beyond a threshold."""
    fixed = next((other for other in beside if isinstance(other, Literal)), None)
    if fixed is None or isinstance(one, Literal):
        return narrowed(one, limits)
    match compare(one, relation, fixed):
        case Relates(Column() as column, Relation.GREATER_OR_EQUAL, Literal(value)):
            return narrowed(one, _both(limits, column, Interval(None, value)))
        case Relates(Column() as column, Relation.LESS_OR_EQUAL, Literal(value)):
            return narrowed(one, _both(limits, column, Interval(value, None)))
        case _:
            return narrowed(one, limits)


def _within(limits: _Limits, truth: Truth) -> _Limits:
    """Return the limits where a condition holds."""
    for one in truth.of if isinstance(truth, AllOf) else (truth,):
        match one:
            case Relates(Column() as column, Relation.GREATER_OR_EQUAL, Literal(value)):
                limits = _both(limits, column, Interval(value, None))
            case Relates(Column() as column, Relation.LESS_OR_EQUAL, Literal(value)):
                limits = _both(limits, column, Interval(None, value))
            case Relates(Column() as column, Relation.EQUAL, Literal(value)):
                limits = _both(limits, column, Interval(value, value))
            case _:
                pass
    return limits


def _both(limits: _Limits, column: Column, more: Interval) -> _Limits:
    """Return limits with one more, unless no number would be left between them."""
    inside = more if column not in limits else limits[column].both(more)
    reach = span(column).both(inside)
    if reach.low is not None and reach.high is not None and reach.low > reach.high:
        return limits
    return {**limits, column: inside}
