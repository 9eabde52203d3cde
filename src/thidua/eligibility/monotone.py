# SPDX-License-Identifier: MIT
"""Which conditions more achievements never spoil."""

from __future__ import annotations

from thidua.eligibility.condition import Condition, InYears, Not, Run, RunSpan, Side, parts_of
from thidua.eligibility.leaf import NoSanction, NotPending, ServedInPost, YearsSince
from thidua.eligibility.leaf_group import FigureIs, ShareIs, Voted
from thidua.eligibility.leaf_left import MeetsRule, MeetsStandard, NeedsLocalRules

__all__ = ["is_monotone"]


def is_monotone(condition: Condition) -> bool:
    """Tell whether another good fact on file can never turn a yes into anything else.

    A good fact is a rating, an award, an initiative, a post, a result or an attestation
    that speaks for the subject. It may spoil what asks that something is *not* so, or not
    yet: sanctions, pending matters, `Not`, a time since an award or in a post that must not
    be exceeded, numbers that are compared, votes, streaks that an award starts anew. It
    also moves what is counted from the first year of a streak: `blocks`, and the first
    years of a window. What refers to other rules is as they are, and not known here.

    Example:
        >>> from thidua.eligibility import Held, Rated
        >>> is_monotone(Run(5, Rated("well"))), is_monotone(Not(Held("bk")))
        (True, False)
    """
    return _is_monotone_itself(condition) and all(is_monotone(one) for one in parts_of(condition))


def _is_monotone_itself(condition: Condition) -> bool:
    match condition:
        case Run():
            return not condition.reset and condition.span is not RunSpan.BLOCKS
        case InYears():
            return condition.side is Side.LAST
        case YearsSince():
            return condition.at_least is None
        case ServedInPost():
            return condition.under is None
        case (
            Not()
            | NoSanction()
            | NotPending()
            | FigureIs()
            | ShareIs()
            | Voted()
            | MeetsStandard()
            | MeetsRule()
            | NeedsLocalRules()
        ):
            return False
        case _:
            return True
