# SPDX-License-Identifier: MIT
"""What an expression may still become: intervals instead of numbers.

The interval always contains every value that the exact evaluator can give once the
pending entries are known; it may be wider than that, as it does not notice when the
same entry is used twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from typing import Literal, TypeAlias, assert_never, cast

from thidua.errors import FormulaFault
from thidua.formula.compared import Others, Truth, compared
from thidua.formula.fold import ItemFold, PeerFold
from thidua.formula.kernel import (
    All,
    Any,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    Points,
    Predicate,
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
)
from thidua.formula.scope import Scope, items_of, standing
from thidua.formula.walk import children, reads
from thidua.formula.working import fold_items
from thidua.quantity import EVERYTHING, Interval, Rounding, State, hull, round_to

__all__ = ["blank_item", "bounds", "truth"]

_NONE = Interval.of(Fraction(0))
_Fold: TypeAlias = (
    ItemFold
    | Literal[PeerFold.SUM, PeerFold.COUNT, PeerFold.MEAN, PeerFold.LEAST, PeerFold.GREATEST]
)


def bounds(expression: Expression, scope: Scope) -> Interval:
    """Return an interval that contains every value *expression* may still have.

    An entry that is pending, or that the scope does not hold at all, may be anything in
    its domain. A scope without peers stands for any cluster whatever.

    Example:
        >>> from thidua.formula import Least, Product
        >>> late = Scope({"thu": State.NOT_DUE}, domains={(None, "thu"): Interval(0, None)})
        >>> bounds(Least([Product([2, "thu"]), 20]), late)
        Interval(low=Fraction(0, 1), high=Fraction(20, 1))
    """
    match expression:
        case Reported(code):
            cell = scope.entries.get(code)
            if isinstance(cell, Fraction):
                return Interval.of(cell)
            return scope.domains.get((None, code), EVERYTHING)
        case Constant(value):
            return Interval.of(value)
        case Sum(terms):
            total = _NONE
            for term in terms:
                total += bounds(term, scope)
            return total
        case Product(factors):
            result = Interval.of(Fraction(1))
            for factor in factors:
                result *= bounds(factor, scope)
            return result
        case Quotient(dividend, divisor):
            below = bounds(divisor, scope)
            if expression.of_target and (below.high is None or below.high >= 0):
                below = below.greatest(_NONE)  # below zero there is no value at all
            return bounds(dividend, scope) * below.inverse()
        case Least(of):
            first, *others = [bounds(one, scope) for one in of]
            for other in others:
                first = first.least(other)
            return first
        case Greatest(of):
            first, *others = [bounds(one, scope) for one in of]
            for other in others:
                first = first.greatest(other)
            return first
        case Rounded(of, rounding):
            return _rounded(bounds(of, scope), rounding)
        case Choose(when, then, otherwise):
            answer = truth(when, scope)
            branches = [then] * answer.yes + [otherwise] * answer.no
            return hull(bounds(branch, scope) for branch in branches)
        case Lookup(of):
            return _look_up(expression, bounds(of, scope))
        case Points(code):
            return scope.spans(code)
        case OverItems():
            return _over_items(expression, scope)
        case OverPeers():
            return _over_peers(expression, scope)
        case _:
            assert_never(expression)


def _rounded(inner: Interval, rounding: Rounding) -> Interval:
    low = None if inner.low is None else _rounded_end(inner.low, rounding)
    return Interval(low, None if inner.high is None else _rounded_end(inner.high, rounding))


def _rounded_end(end: Fraction, rounding: Rounding) -> Fraction | None:
    with suppress(FormulaFault):  # too long to be kept
        return round_to(end, rounding)
    return None


def _look_up(table: Lookup, inner: Interval) -> Interval:
    """Return the points of every band the interval touches; of all, if it touches none."""
    touched = [
        band.points
        for band in table.bands
        if (inner.high is None or band.low is None or band.low <= inner.high)
        and (inner.low is None or band.high is None or band.high >= inner.low)
        and (inner.value is None or inner.value in band)
    ]
    points = touched or [band.points for band in table.bands]
    return Interval(min(points), max(points))


def truth(predicate: Predicate, scope: Scope) -> Truth:
    """Return which answers *predicate* may still have."""
    match predicate:
        case Compare(left, relation, right):
            return compared(bounds(left, scope), relation, bounds(right, scope))
        case LevelIs(code, level):
            cell = scope.entries.get(code)
            if isinstance(cell, State) or cell is None:
                return Truth(yes=True, no=True)
            return Truth(yes=cell == level, no=cell != level)
        case EntryIs(code, state):
            cell = scope.entries.get(code)
            return Truth(
                yes=cell is state or cell is None, no=cell is not state or cell in scope.pending
            )
        case All(of):
            answers = [truth(one, scope) for one in of]
            return Truth(
                yes=all(answer.yes for answer in answers), no=any(answer.no for answer in answers)
            )
        case Any(of):
            answers = [truth(one, scope) for one in of]
            return Truth(
                yes=any(answer.yes for answer in answers), no=all(answer.no for answer in answers)
            )
        case Not(of):
            inner = truth(of, scope)
            return Truth(yes=inner.no, no=inner.yes)
        case _:
            assert_never(predicate)


def _over_items(node: OverItems, scope: Scope) -> Interval:
    listed = scope.items.get(node.items)
    if listed is None or isinstance(listed, State):
        return _any_number(node, scope)
    members: list[tuple[Interval, bool]] = []
    for item in items_of(scope, node.items):
        counts = Truth(yes=True, no=False) if node.where is None else truth(node.where, item)
        if counts.yes:
            members.append((bounds(node.of, item), not counts.no))
    values = [member.value for member, _ in members]
    if all(certain for _, certain in members) and None not in values:
        with suppress(FormulaFault):  # what has no answer lies in any interval
            return Interval.of(fold_items(node, sorted(v for v in values if v is not None)))
    return _fold(node.fold, members)


def _any_number(node: OverItems, scope: Scope) -> Interval:
    """Return what a list may give of which nothing is known, not even its length."""
    return _of_any_number(node.fold, bounds(node.of, blank_item(scope, node.items)))


def blank_item(scope: Scope, code: str) -> Scope:
    """Return the scope of an item of the list *code* of which nothing is known."""
    own = {measure: span for (place, measure), span in scope.domains.items() if place == code}
    return Scope(
        {measure: cell for measure, cell in scope.entries.items() if measure not in own},
        domains={**scope.domains, **{(None, measure): span for measure, span in own.items()}},
        spans=scope.spans,
        pending=scope.pending,
    )


def _of_any_number(fold: ItemFold | PeerFold, one: Interval) -> Interval:
    """Fold any number of values, each in *one*."""
    match fold:
        case ItemFold.COUNT | PeerFold.COUNT:
            return Interval(0, None)
        case ItemFold.SUM | PeerFold.SUM:
            return hull([_NONE, one * Interval(0, None)])
        case PeerFold.RANK:
            return Interval(1, None)
        case (
            ItemFold.MEAN
            | ItemFold.LEAST
            | ItemFold.GREATEST
            | ItemFold.MEDIAN
            | ItemFold.TRIMMED_MEAN
            | PeerFold.MEAN
            | PeerFold.LEAST
            | PeerFold.GREATEST
        ):
            return one
        case _:
            assert_never(fold)


def _fold(fold: _Fold, members: list[tuple[Interval, bool]]) -> Interval:
    """Fold intervals, each with whether its owner certainly counts."""
    certain = [member for member, sure in members if sure]
    everyone = [member for member, _ in members]
    match fold:
        case ItemFold.COUNT | PeerFold.COUNT:
            return Interval(len(certain), len(everyone))
        case ItemFold.SUM | PeerFold.SUM:
            total = _NONE
            for member, sure in members:
                total += member if sure else hull([_NONE, member])
            return total
        case _ if not everyone:
            return EVERYTHING
        case ItemFold.GREATEST | PeerFold.GREATEST:
            whole = hull(everyone)
            if not certain:
                return whole
            first, *others = certain
            for other in others:
                first = first.greatest(other)
            return Interval(first.low, whole.high)
        case ItemFold.LEAST | PeerFold.LEAST:
            return -_fold(PeerFold.GREATEST, [(-member, sure) for member, sure in members])
        case ItemFold.MEAN | PeerFold.MEAN if len(certain) == len(everyone):
            return _fold(PeerFold.SUM, members) * Interval.of(Fraction(1, len(everyone)))
        case ItemFold.MEAN | ItemFold.MEDIAN | ItemFold.TRIMMED_MEAN | PeerFold.MEAN:
            return hull(everyone)
        case _:
            assert_never(fold)


def _over_peers(node: OverPeers, scope: Scope) -> Interval:
    if not scope.peers:
        unknown = Scope({}, domains=scope.domains)
        return _of_any_number(node.fold, bounds(node.of, unknown))
    key = (node, "bounds")
    known = scope.memory.get(key)
    if known is None:
        members = [*_members(node, scope)]
        if node.fold is PeerFold.RANK:
            known = Others.of(dict(members))
        else:
            known = _fold(node.fold, [member for _, member in members])
        scope.memory[key] = known
    if isinstance(known, Interval):
        return known
    surely, maybe = cast("Others", known).above(bounds(node.of, scope), scope.unit)
    return Interval(1 + surely, 1 + maybe)


def _members(node: OverPeers, scope: Scope) -> Iterator[tuple[str, tuple[Interval, bool]]]:
    """Yield each unit that may count as a peer, with its value and whether it certainly does."""
    what = reads(*children(node))
    for peer in scope.peers:
        state = standing(peer, what)
        if state is not None and state not in scope.pending:
            continue
        counts = Truth(yes=True, no=False) if node.where is None else truth(node.where, peer)
        if counts.yes:
            yield peer.unit, (bounds(node.of, peer), not counts.no)
