# SPDX-License-Identifier: MIT
"""Conditions in their simplest shape: comparisons with a fixed number, of a column if possible.

``600 * a // 100 >= 3`` becomes ``2 * a >= 1``, and that ``a >= 1``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, assert_never

from thidua.formula import Relation
from thidua.program.linear import Linear, linear, literal_of
from thidua.program.make import add, summed
from thidua.program.node import (
    AllOf,
    AnyOf,
    Branch,
    Chain,
    Divided,
    Fixed,
    InState,
    Lack,
    Largest,
    ListInState,
    Literal,
    Negated,
    PeersKnown,
    Relates,
    Smallest,
    Sure,
    Truth,
    Whole,
)
from thidua.program.span import is_total, span

__all__ = [
    "NO",
    "YES",
    "all_of",
    "any_of",
    "at_least",
    "chain",
    "compare",
    "negate",
    "reaching",
    "sure",
]

YES, NO = Fixed(truth=True), Fixed(truth=False)
_AT_LEAST, _AT_MOST = Relation.GREATER_OR_EQUAL, Relation.LESS_OR_EQUAL
_EQUAL, _UNEQUAL = Relation.EQUAL, Relation.NOT_EQUAL
_TURNED = {_AT_LEAST: _AT_MOST, _AT_MOST: _AT_LEAST, _EQUAL: _EQUAL, _UNEQUAL: _UNEQUAL}
Guards: TypeAlias = list[tuple[Truth, Lack]]


def compare(left: Whole, relation: Relation, right: Whole) -> Truth:
    """Tell how two nodes relate, as a condition of the four relations that programs have."""
    return _sign(add(left, _turned(right)), relation)


def _turned(node: Whole) -> Whole:
    part = linear(node)
    return summed(Linear(tuple((-factor, atoms) for factor, atoms in part.terms), -part.constant))


def _sign(node: Whole, relation: Relation) -> Truth:
    """Compare *node* with zero."""
    part = linear(node)
    common, constant = part.common or 1, part.constant
    sum_ = summed(Linear(tuple((factor // common, atoms) for factor, atoms in part.terms)))
    match relation:
        case Relation.GREATER_OR_EQUAL:
            return _against(sum_, _AT_LEAST, -(constant // common))
        case Relation.GREATER:
            return _against(sum_, _AT_LEAST, -constant // common + 1)
        case Relation.LESS_OR_EQUAL:
            return _against(sum_, _AT_MOST, -constant // common)
        case Relation.LESS:
            return _against(sum_, _AT_MOST, -(constant // common) - 1)
        case Relation.EQUAL | Relation.NOT_EQUAL:
            if constant % common and is_total(sum_):
                return Fixed(truth=relation is _UNEQUAL)
            if constant % common:
                return Relates(node, relation, Literal(0))
            return _against(sum_, relation, -constant // common)
        case _:
            assert_never(relation)


def _against(node: Whole, relation: Relation, limit: int) -> Truth:
    """Compare *node*, a sum without a constant, with a fixed number."""
    if is_total(node):
        decided = _decided(node, relation, limit)
        if decided is not None:
            return Fixed(truth=decided)
    match node:
        case Divided(of, Literal(by)) if relation is _AT_LEAST:
            return compare(of, _AT_LEAST, Literal(limit * by))
        case Divided(of, Literal(by)) if relation is _AT_MOST:
            return compare(of, _AT_MOST, Literal(limit * by + by - 1))
        case Smallest(of) | Largest(of) if relation in {_AT_LEAST, _AT_MOST}:
            every = isinstance(node, Smallest) is (relation is _AT_LEAST)
            each = [compare(one, relation, Literal(limit)) for one in of]
            simpler = all_of(each) if every else any_of(each)
            if not isinstance(simpler, AllOf | AnyOf):
                return simpler
        case Branch(when, then, otherwise):
            yes = compare(then, relation, Literal(limit))
            no = compare(otherwise, relation, Literal(limit))
            if isinstance(yes, Fixed) and isinstance(no, Fixed) and yes != no:
                return when if yes.truth else negate(when)
        case Chain(of, cuts, gives):
            return reaching(of, cuts, [_holds(one, relation, limit) for one in gives])
        case _:
            pass
    return _two_sided(node, relation, limit)


def _decided(node: Whole, relation: Relation, limit: int) -> bool | None:
    """Return whether the relation always holds, or never; None if it may do either."""
    inside = span(node)
    low, high = inside.low, inside.high
    at_least = None if low is None or low < limit else True
    never_reaches = high is not None and high < limit
    at_most = None if high is None or high > limit else True
    never_below = low is not None and low > limit
    match relation:
        case Relation.GREATER_OR_EQUAL:
            return False if never_reaches else at_least
        case Relation.LESS_OR_EQUAL:
            return False if never_below else at_most
        case _:
            if never_reaches or never_below:
                return relation is _UNEQUAL
            return (relation is _EQUAL) if at_least and at_most else None


def _holds(value: int, relation: Relation, limit: int) -> bool:
    match relation:
        case Relation.GREATER_OR_EQUAL:
            return value >= limit
        case Relation.LESS_OR_EQUAL:
            return value <= limit
        case Relation.EQUAL:
            return value == limit
        case _:
            return value != limit


def reaching(of: Whole, cuts: tuple[int, ...], rows: Sequence[bool]) -> Truth:
    """Tell whether a table's row is one of those that are true."""
    runs: list[list[Truth]] = []
    for index, row in enumerate(rows):
        before, after = index and rows[index - 1], index < len(cuts) and rows[index + 1]
        if row and not before:
            runs.append([compare(of, _AT_LEAST, Literal(cuts[index - 1]))] if index else [])
        if row and not after and index < len(cuts):
            runs[-1].append(compare(of, _AT_MOST, Literal(cuts[index] - 1)))
    return any_of([all_of(run) for run in runs])


def _two_sided(node: Whole, relation: Relation, limit: int) -> Truth:
    """Write a comparison with what is added on either side."""
    part = linear(node)
    if all(factor < 0 for factor, _ in part.terms):
        part = Linear(tuple((-factor, atoms) for factor, atoms in part.terms))
        return _against(summed(part), _TURNED[relation], -limit)
    left = Linear(tuple(term for term in part.terms if term[0] >= 0), max(-limit, 0))
    right = Linear(
        tuple((-factor, atoms) for factor, atoms in part.terms if factor < 0), max(limit, 0)
    )
    if not right.terms:
        left, right = Linear(left.terms), Linear((), limit)
    return Relates(summed(left), relation, summed(right))


def at_least(of: Whole, bound: int) -> Truth:
    """Tell whether *of* has reached a fixed number."""
    return compare(of, _AT_LEAST, Literal(bound))


def negate(truth: Truth) -> Truth:
    """Return the opposite of a condition."""
    match truth:
        case Fixed(yes):
            return Fixed(truth=not yes)
        case Relates(left, relation, right):
            match relation:
                case Relation.GREATER_OR_EQUAL:
                    return compare(left, Relation.LESS, right)
                case Relation.LESS_OR_EQUAL:
                    return compare(left, Relation.GREATER, right)
                case _:
                    other = _UNEQUAL if relation is _EQUAL else _EQUAL
                    return Relates(left, other, right)
        case AllOf(of):
            return any_of([negate(one) for one in of])
        case AnyOf(of):
            return all_of([negate(one) for one in of])
        case Negated(inner):
            return inner
        case Sure(holds, of, lack):
            return Sure(holds, negate(of), lack)
        case InState() | ListInState() | PeersKnown():
            return Negated(truth)
        case _:
            assert_never(truth)


def all_of(given: Iterable[Truth]) -> Truth:
    """Return whether all conditions hold; none is true."""
    found = _distinct(given, AllOf, end=NO)
    if NO in found and all(map(is_total, found)):
        return NO
    if not found:
        return YES
    return found[0] if len(found) == 1 else AllOf(tuple(found))


def any_of(given: Iterable[Truth]) -> Truth:
    """Return whether some condition holds; none is false."""
    found = _distinct(given, AnyOf, end=YES)
    if YES in found and all(map(is_total, found)):
        return YES
    if not found:
        return NO
    return found[0] if len(found) == 1 else AnyOf(tuple(found))


def _distinct(given: Iterable[Truth], kind: type[AllOf | AnyOf], *, end: Fixed) -> list[Truth]:
    """Return the different conditions that matter, up to one that decides."""
    found: dict[Truth, None] = {}
    for truth in given:
        for one in truth.of if isinstance(truth, kind) else (truth,):
            if one == end:
                return [*found, end]
            if not isinstance(one, Fixed):
                found[one] = None
    return [*found]


def sure(guards: Guards, of: Truth) -> Truth:
    """Return a condition behind *guards*, the first outermost."""
    for holds, lack in reversed(guards):
        of = Sure(holds, of, lack)
    return of


def chain(of: Whole, cuts: tuple[int, ...], gives: tuple[int, ...]) -> Whole:
    """Return a table, looked up by the simplest node that tells its rows apart.

    Args:
        of: What is looked up.
        cuts: Where the next row begins, rising.
        gives: The rows: one more than there are cuts.
    """
    part = linear(of)
    if is_total(of):
        cuts, gives = _reachable(of, cuts, gives)
    kept = [i for i in range(len(cuts)) if gives[i] != gives[i + 1]]
    cuts, gives = tuple(cuts[i] for i in kept), (gives[0], *(gives[i + 1] for i in kept))
    if not cuts and is_total(of):
        return Literal(gives[0])
    if not part.terms or not part.common or not cuts:
        return _fixed(of, cuts, gives)
    ((factor, _), *_) = part.terms
    common = part.common if factor > 0 else -part.common
    inner = summed(Linear(tuple((own // common, atoms) for own, atoms in part.terms)))
    if inner != of:
        if common < 0:
            cuts = tuple((cut - part.constant) // common + 1 for cut in reversed(cuts))
            gives = gives[::-1]
        else:
            cuts = tuple(-((part.constant - cut) // common) for cut in cuts)
        return chain(inner, *_without_empty(cuts, gives))
    match of:
        case Divided(dividend, Literal(by)):
            return chain(dividend, tuple(cut * by for cut in cuts), gives)
        case _:
            return Chain(of, cuts, gives)


def _reachable(
    of: Whole, cuts: tuple[int, ...], gives: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Leave out the rows that lie outside the span of what is looked up."""
    low, high = span(of).low, span(of).high
    first = sum(low is not None and low >= cut for cut in cuts)
    last = sum(high is None or high >= cut for cut in cuts)
    return cuts[first:last], gives[first : last + 1]


def _fixed(of: Whole, cuts: tuple[int, ...], gives: tuple[int, ...]) -> Whole:
    value = literal_of(of)
    if value is None:  # what may lack a value is computed all the same
        return Chain(of, cuts or (0,), gives if cuts else gives * 2)
    return Literal(gives[sum(value >= cut for cut in cuts)])


def _without_empty(
    cuts: tuple[int, ...], gives: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Leave out the rows that no whole number is in."""
    kept = [i for i in range(len(cuts)) if i + 1 == len(cuts) or cuts[i] != cuts[i + 1]]
    return tuple(cuts[i] for i in kept), (gives[0], *(gives[i + 1] for i in kept))
