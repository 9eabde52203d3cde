# SPDX-License-Identifier: MIT
"""Values that are not known yet, compared: with another, with those of all peers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never, final

from attrs import frozen

from thidua.formula.exact import RELATIONS
from thidua.formula.fold import Relation
from thidua.quantity import Interval

__all__ = ["Others", "Truth", "compared"]


@final
@frozen
class Truth:
    """Which answers a predicate may still have."""

    yes: bool
    """Whether it may be true."""
    no: bool
    """Whether it may be false."""


def compared(left: Interval, relation: Relation, right: Interval) -> Truth:
    """Return which answers a comparison of two values may have, each in its interval."""
    if left.value is not None and right.value is not None:
        holds = RELATIONS[relation](left.value, right.value)
        return Truth(yes=holds, no=not holds)
    match relation:
        case Relation.LESS:
            return Truth(yes=_may_be_less(left, right), no=_may_be_at_most(right, left))
        case Relation.LESS_OR_EQUAL:
            return Truth(yes=_may_be_at_most(left, right), no=_may_be_less(right, left))
        case Relation.GREATER:
            return Truth(yes=_may_be_less(right, left), no=_may_be_at_most(left, right))
        case Relation.GREATER_OR_EQUAL:
            return Truth(yes=_may_be_at_most(right, left), no=_may_be_less(left, right))
        case Relation.EQUAL:
            return Truth(yes=_may_meet(left, right), no=True)
        case Relation.NOT_EQUAL:
            return Truth(yes=True, no=_may_meet(left, right))
        case _:
            assert_never(relation)


def _may_be_less(left: Interval, right: Interval) -> bool:
    return left.low is None or right.high is None or left.low < right.high


def _may_be_at_most(left: Interval, right: Interval) -> bool:
    return left.low is None or right.high is None or left.low <= right.high


def _may_meet(left: Interval, right: Interval) -> bool:
    return _may_be_at_most(left, right) and _may_be_at_most(right, left)


@final
@frozen
class Others:
    """What a rank compares with: ends in rising order, and the units that they are of."""

    lows: list[Fraction]
    """The low ends of those that certainly count."""
    highs: list[Fraction]
    """The high ends of all that may count."""
    members: Mapping[str, tuple[Interval, bool]]
    """The units that may count, each with whether it certainly does."""

    @classmethod
    def of(cls, members: Mapping[str, tuple[Interval, bool]]) -> Others:
        """Take the values of all units that may count."""
        lows = [member.low for member, sure in members.values() if sure]
        highs = [member.high for member, _ in members.values()]
        return cls(
            sorted(low for low in lows if low is not None),
            sorted(high for high in highs if high is not None),
            members,
        )

    def above(self, own: Interval, unit: str) -> tuple[int, int]:
        """Return how many others are certainly above *own*, and how many may be."""
        surely = 0 if own.high is None else len(self.lows) - bisect_right(self.lows, own.high)
        maybe = len(self.members)
        if own.low is not None:
            maybe -= bisect_right(self.highs, own.low)
        if unit in self.members:
            member, sure = self.members[unit]
            surely -= sure and not _may_be_at_most(member, own)
            maybe -= _may_be_less(own, member)
        return surely, maybe
