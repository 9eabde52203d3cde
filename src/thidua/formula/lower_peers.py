# SPDX-License-Identifier: MIT
"""What the forms compute that compare a unit with the cluster: their translation to the kernel."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from thidua.formula.fold import PeerFold, Relation
from thidua.formula.forms import AroundTarget, LeaderBy, RelativeToPeers
from thidua.formula.kernel import (
    Choose,
    Compare,
    EntryIs,
    Expression,
    Greatest,
    Least,
    Not,
    OverPeers,
    Product,
    Quotient,
    Reported,
    Sum,
)
from thidua.quantity import State

__all__ = ["around_target", "between", "of_target", "relative_to_peers"]


def between(of: Expression, at_least: Fraction | None, at_most: Fraction | None) -> Expression:
    """Hold *of* between two limits, either of which may be absent."""
    if at_most is not None:
        of = Least([of, at_most])
    if at_least is not None:
        of = Greatest([of, at_least])
    return of


def relative_to_peers(form: RelativeToPeers, maximum: Fraction) -> Expression:
    """Return a share of the maximum by comparison with the best or the mean of the cluster."""
    peers = OverPeers(PeerFold(form.to.value), form.measure)
    over, under = (peers, form.measure) if form.lower_is_better else (form.measure, peers)
    points = between(
        Quotient(Product([maximum, over]), under), None, maximum if form.capped else None
    )
    nothing = maximum if form.lower_is_better else Fraction(0)
    return Choose(Compare(under, Relation.GREATER, 0), points, nothing)


def of_target(result: Expression, target: Expression) -> Quotient:
    """Return a result as a share of a target, which is above zero."""
    return Quotient(result, target, of_target=True)


def around_target(form: AroundTarget, maximum: Fraction) -> Expression:
    """Return a part of the maximum at the target, and the rest against the leader."""
    result, target = Reported(form.measure), Reported(form.to)
    at_target = maximum * form.at_target
    excess, leaders = _excess(form, result, target)
    # The limits change no value; they tell `bounds` what the quotients cannot exceed.
    compared = Choose(
        Compare(result, Relation.LESS_OR_EQUAL, target),
        between(of_target(Product([at_target, result]), target), None, at_target),
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
        0,
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
            ratio = of_target(result, target)
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
