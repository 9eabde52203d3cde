# SPDX-License-Identifier: MIT
"""What each form computes: its translation to the kernel."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from thidua.formula.band import Band
from thidua.formula.fold import ItemFold, PeerFold, Relation
from thidua.formula.forms import (
    AroundTarget,
    Banded,
    BasePoints,
    ByCount,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    CapTogether,
    Checklist,
    DirectEntry,
    EqualSplit,
    Event,
    Factor,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Leveled,
    PerEvent,
    PrizeTable,
    Proportional,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    ShareReached,
    Side,
    Stepped,
    Threshold,
    Total,
    WeightedMean,
    WeightedSum,
    YesNo,
)
from thidua.formula.kernel import (
    All,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    Least,
    LevelIs,
    Lookup,
    OverItems,
    OverPeers,
    Points,
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
)
from thidua.formula.lower_peers import around_target, between, of_target, relative_to_peers
from thidua.quantity import Rounding, RoundingMode, State

__all__ = ["count_steps", "lower"]

_ZERO = Constant(0)


def times(factor: Fraction | int, of: Expression) -> Expression:
    """Multiply by a constant; a constant stays one."""
    return Constant(factor * of.value) if isinstance(of, Constant) else Product([factor, of])


def count_steps(form: Stepped) -> Expression:
    """Return how many steps a result is over or short of its target; below zero on the other."""
    first, second = (form.measure, form.to) if form.side is Side.OVER else (form.to, form.measure)
    distance = Sum([first, times(-1, second)])
    mode = RoundingMode.CEILING if form.started else RoundingMode.FLOOR
    step = times(form.step, form.to) if form.relative else Constant(form.step)
    return Rounded(Quotient(distance, step, of_target=form.relative), Rounding(1, mode))


def lower(form: Form, maximum: Fraction) -> Expression:
    """Translate *form* to the kernel.

    Args:
        form: The way of scoring.
        maximum: Points of the criterion it stands in (*điểm chuẩn*).

    Returns:
        An expression for the points, before the criterion's own limits and rounding.
    """
    match form:
        case BasePoints(points):
            return Constant(maximum if points is None else points)
        case DirectEntry():
            return _direct_entry(form)
        case YesNo(question, yes, no):
            done = Compare(question, Relation.EQUAL, 1)
            return Choose(done, maximum if yes is None else yes, no)
        case Leveled(choice, levels):
            return _by_level(choice, [(one.name, Constant(one.points)) for one in levels])
        case Checklist(ticks):
            return Sum([Product([tick.points, tick.question]) for tick in ticks])
        case Threshold(measure, relation, to):
            yes = maximum if form.yes is None else form.yes
            return Choose(Compare(measure, relation, to), yes, form.no)
        case Proportional(measure, to):
            return _proportional(form, measure, to, maximum)
        case Stepped():
            return _stepped(form, maximum)
        case Banded(measure, bands, to=to):
            rate = measure if to is None else of_target(Product([100, measure]), to)
            return Lookup(rate, bands)
        case AroundTarget():
            return around_target(form, maximum)
        case PerEvent():
            return _per_event(form, maximum)
        case ByCount(count, points):
            return _by_count(count, points, form.further)
        case PrizeTable():
            return _prize_table(form)
        case WeightedMean(factors):
            return _weighted_mean(factors, form.scale)
        case WeightedSum(factors):
            return Sum([Product([one.weight, one.of]) for one in factors])
        case Raters():
            return _raters(form)
        case ShareReached(items, measure, relation, to):
            reached = OverItems(items, ItemFold.COUNT, 1, Compare(measure, relation, to))
            if form.each is not None:
                return Product([form.each, reached])
            return Quotient(Product([maximum, reached]), OverItems(items, ItemFold.COUNT))
        case RelativeToPeers():
            return relative_to_peers(form, maximum)
        case RankPoints(measure, points):
            key = times(-1, measure) if form.lower_is_better else measure
            table = [Band(one, at_least=i, at_most=i) for i, one in enumerate(points, 1)]
            if form.beyond is not None:
                table.append(Band(form.beyond, above=len(points)))
            return Lookup(OverPeers(PeerFold.RANK, key), table)
        case EqualSplit(among):
            return Quotient(maximum if form.points is None else form.points, among)
        case CapTogether(of, at_most):
            return Greatest([Sum([*map(Points, of), -at_most]), 0])
        case ByKind(choice, cases):
            return _by_level(choice, [(one.level, lower(one.form, maximum)) for one in cases])
        case ByRange(by, pieces):
            place = Lookup(by, [piece.band(i) for i, piece in enumerate(pieces)])
            *others, last = [lower(piece.form, maximum) for piece in pieces]
            chosen = last
            for i, other in reversed([*enumerate(others)]):
                chosen = Choose(Compare(place, Relation.EQUAL, i), other, chosen)
            # A single piece still refuses numbers outside of it, and is not written twice, as
            # pieces in pieces would then double each time.
            return chosen if others else Choose(Compare(place, Relation.EQUAL, 0), last, _ZERO)
        case Highest(of):
            return Greatest([lower(one, maximum) for one in of])
        case Total(of):
            return between(Sum([lower(one, maximum) for one in of]), form.at_least, form.at_most)
        case Gated(when, inner):
            return Choose(when, lower(inner, maximum), form.otherwise)
        case Scaled(by, inner):
            return Product([by, lower(inner, maximum)])
        case CapAcross(inner, at_most, used):
            left = Greatest([Sum([at_most, times(-1, used)]), 0])
            return Least([lower(inner, maximum), left])
        case ItemTotal(items, inner):
            total = OverItems(items, form.fold, lower(inner, maximum), form.where)
            return between(total, form.at_least, form.at_most)
        case Calculation(points):
            return points
        case _:
            assert_never(form)


def _direct_entry(form: DirectEntry) -> Expression:
    points = Reported(form.measure)
    if form.otherwise is None:
        return points
    return Choose(EntryIs(form.measure, State.NOT_APPLICABLE), form.otherwise, points)


def _by_level(choice: str, cases: Sequence[tuple[str, Expression]]) -> Expression:
    """Choose by the level; the last one is what remains, as every level is listed."""
    *others, (_, chosen) = cases
    for level, then in reversed(others):
        chosen = Choose(LevelIs(choice, level), then, chosen)
    return chosen


def _per_event(form: PerEvent, maximum: Fraction) -> Expression:
    costs = any(event.each < 0 for event in form.events)
    start = (maximum if costs else Fraction(0)) if form.start is None else form.start
    off: Sequence[Expression] = [_event(one) for one in form.events if one.each < 0]
    more: Sequence[Expression] = [_event(one) for one in form.events if one.each >= 0]
    if form.deductions_limit is not None:
        off = [Greatest([Sum(off), -form.deductions_limit])]
    if form.bonuses_limit is not None:
        more = [Least([Sum(more), form.bonuses_limit])]
    if form.bonus_if_clean:
        more = [Choose(Compare(Sum(off), Relation.EQUAL, 0), Sum(more), 0)]
    changes = [*off, *more]
    if form.per is not None:
        changes = [Quotient(Sum(changes), form.per)]
    return between(Sum([start, *changes]), form.at_least, form.at_most)


def _event(event: Event) -> Expression:
    """Return what events of one kind give or cost together."""
    change = Product([event.each, event.count])
    if event.limit is None:
        return change
    return Greatest([change, -event.limit]) if event.each < 0 else Least([change, event.limit])


def _by_count(count: Expression, points: tuple[Fraction, ...], further: Fraction) -> Expression:
    last = len(points) - 1
    bands = [
        Band(one, above=i - 1 if i else None, at_most=i if i < last else None)
        for i, one in enumerate(points)
    ]
    table = Lookup(count, bands)
    if not further:
        return table
    beyond = Product([further, Greatest([Sum([count, -last]), 0])])
    return Sum([table, beyond])


def _prize_table(form: PrizeTable) -> Expression:
    worth: Expression = Constant(0)
    for prize in reversed(form.prizes):
        fits = All([LevelIs(pick.choice, pick.level) for pick in prize.levels])
        worth = Choose(fits, prize.points, worth)
    fold = ItemFold.GREATEST if form.only_highest else ItemFold.SUM
    some = Compare(OverItems(form.items, ItemFold.COUNT), Relation.GREATER, 0)
    won = Choose(some, OverItems(form.items, fold, worth), form.without)
    return between(won, None, form.at_most)


def _weighted_mean(factors: tuple[Factor, ...], scale: Fraction) -> Expression:
    values: list[Expression] = []
    weights: list[Expression] = []
    for factor in factors:
        value: Expression = Product([factor.weight, factor.of])
        weight: Expression = Constant(factor.weight)
        if isinstance(factor.of, Reported):
            absent = EntryIs(factor.of.code, State.NOT_APPLICABLE)
            value, weight = Choose(absent, 0, value), Choose(absent, 0, weight)
        values.append(value)
        weights.append(weight)
    return Quotient(Product([scale, Sum(values)]), Sum(weights))


def _raters(form: Raters) -> Expression:
    fold = ItemFold.TRIMMED_MEAN if form.trimmed else ItemFold.MEAN
    if form.by is None:
        return OverItems(form.items, fold, form.rating)
    means = [
        Product(
            [group.weight, OverItems(form.items, fold, form.rating, LevelIs(form.by, group.name))]
        )
        for group in form.groups
    ]
    return Quotient(Sum(means), sum((group.weight for group in form.groups), Fraction(0)))


def _proportional(
    form: Proportional, measure: Expression, to: Expression, maximum: Fraction
) -> Expression:
    points: Expression = of_target(Product([maximum, measure]), to)
    if form.capped:
        points = Least([points, maximum])
    if form.zero_below is not None:
        enough = Compare(of_target(measure, to), Relation.GREATER_OR_EQUAL, form.zero_below)
        points = Choose(enough, points, _ZERO)
    return points


def _stepped(form: Stepped, maximum: Fraction) -> Expression:
    deduction = form.each < 0
    start = (maximum if deduction else Fraction(0)) if form.start is None else form.start
    floor = Fraction(0) if form.at_least is None and deduction else form.at_least
    # A deduction never exceeds its start, so a ceiling there would only cost time.
    ceiling = form.at_most
    if ceiling is None and not (deduction and start <= maximum):
        ceiling = maximum
    counted = Greatest([count_steps(form), 0])
    return between(Sum([start, Product([form.each, counted])]), floor, ceiling)
