# SPDX-License-Identifier: MIT
"""What each form computes: its translation to the kernel."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from thidua.formula.fold import PeerFold, Relation
from thidua.formula.forms import (
    AroundTarget,
    Banded,
    Calculation,
    DirectEntry,
    Form,
    LeaderBy,
    Leveled,
    PerEvent,
    Proportional,
    Side,
    Stepped,
    YesNo,
)
from thidua.formula.kernel import (
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
    OverPeers,
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
)
from thidua.quantity import Rounding, RoundingMode, State

__all__ = ["between", "count_steps", "lower"]

_ZERO = Constant(0)


def between(of: Expression, at_least: Fraction | None, at_most: Fraction | None) -> Expression:
    """Hold *of* between two limits, either of which may be absent."""
    if at_most is not None:
        of = Least([of, at_most])
    if at_least is not None:
        of = Greatest([of, at_least])
    return of


def times(factor: Fraction | int, of: Expression) -> Expression:
    """Multiply by a constant; a constant stays one."""
    return Constant(factor * of.value) if isinstance(of, Constant) else Product([factor, of])


def count_steps(form: Stepped) -> Expression:
    """Return how many steps a result is over or short of its target; below zero on the other."""
    first, second = (form.measure, form.to) if form.side is Side.OVER else (form.to, form.measure)
    distance = Sum([first, times(-1, second)])
    mode = RoundingMode.CEILING if form.started else RoundingMode.FLOOR
    step = times(form.step, form.to) if form.relative else Constant(form.step)
    return Rounded(Quotient(distance, step), Rounding(1, mode))


def lower(form: Form, maximum: Fraction) -> Expression:
    """Translate *form* to the kernel.

    Args:
        form: The way of scoring.
        maximum: Points of the criterion it stands in (*điểm chuẩn*).

    Returns:
        An expression for the points, before the criterion's own limits and rounding.
    """
    match form:
        case DirectEntry(measure):
            return Reported(measure)
        case YesNo(question, yes, no):
            done = Compare(question, Relation.EQUAL, 1)
            return Choose(done, maximum if yes is None else yes, no)
        case Leveled(choice, levels):
            *others, last = levels
            chosen: Expression = Constant(last.points)
            for level in reversed(others):
                chosen = Choose(LevelIs(choice, level.name), level.points, chosen)
            return chosen
        case Proportional(measure, to):
            return _proportional(form, measure, to, maximum)
        case Stepped():
            return _stepped(form, maximum)
        case Banded(measure, bands, to=to):
            rate = measure if to is None else Quotient(Product([100, measure]), to)
            return Lookup(rate, bands)
        case PerEvent(events):
            costs = any(event.each < 0 for event in events)
            start = (maximum if costs else Fraction(0)) if form.start is None else form.start
            changes: list[Expression] = [Product([one.each, one.count]) for one in events]
            if form.change_at_least is not None or form.change_at_most is not None:
                changes = [between(Sum(changes), form.change_at_least, form.change_at_most)]
            return between(Sum([start, *changes]), form.at_least, form.at_most)
        case AroundTarget():
            return _around_target(form, maximum)
        case Calculation(points):
            return points
        case _:
            assert_never(form)


def _proportional(
    form: Proportional, measure: Expression, to: Expression, maximum: Fraction
) -> Expression:
    points: Expression = Quotient(Product([maximum, measure]), to)
    if form.capped:
        points = Least([points, maximum])
    if form.zero_below is not None:
        enough = Compare(Quotient(measure, to), Relation.GREATER_OR_EQUAL, form.zero_below)
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


def _around_target(form: AroundTarget, maximum: Fraction) -> Expression:
    result, target = Reported(form.measure), Reported(form.to)
    at_target = maximum * form.at_target
    excess, leaders = _excess(form, result, target)
    # The limits change no value; they tell `bounds` what the quotients cannot exceed.
    compared = Choose(
        Compare(result, Relation.LESS_OR_EQUAL, target),
        between(Quotient(Product([at_target, result]), target), None, at_target),
        between(
            Sum([at_target, Quotient(Product([maximum - at_target, excess]), leaders)]),
            at_target,
            maximum,
        ),
    )
    if not form.second_group:
        return compared
    without_target = EntryIs(form.to, State.NOT_ASSIGNED)
    best = OverPeers(PeerFold.GREATEST, result, without_target)
    second = Choose(
        Compare(best, Relation.GREATER, 0),
        between(Quotient(Product([maximum, result]), best), None, maximum),
        _ZERO,
    )
    return Choose(without_target, second, compared)


def _excess(
    form: AroundTarget, result: Expression, target: Expression
) -> tuple[Expression, Expression]:
    """Return the unit's excess over its target, and the excess of whoever leads."""
    has_target = Not(EntryIs(form.to, State.NOT_ASSIGNED))
    minus_target = Product([-1, target])
    match form.leader:
        case LeaderBy.RATIO:
            ratio = Quotient(result, target)
            best = OverPeers(PeerFold.GREATEST, ratio, has_target)
            return Sum([ratio, -1]), Sum([best, -1])
        case LeaderBy.EXCESS:
            over = Sum([result, minus_target])
            return over, OverPeers(PeerFold.GREATEST, over, has_target)
        case LeaderBy.ACTUAL:
            best = OverPeers(PeerFold.GREATEST, result, has_target)
            return Sum([result, minus_target]), Sum([best, minus_target])
        case _:
            assert_never(form.leader)
