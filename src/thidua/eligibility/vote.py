# SPDX-License-Identifier: MIT
"""Votes of councils, counted exactly (*bỏ phiếu, biểu quyết*).

They stand here and not with the rules of awards, since a condition asks for them;
`thidua.award` offers them too.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.dossier import Ballot
from thidua.eligibility.answer import Answer
from thidua.errors import RuleFault
from thidua.quantity import Number, Term, exact
from thidua.quantity.typed import typed

__all__ = ["Counted", "Tally", "Ties", "VoteBase", "VoteRule", "count_votes"]


class VoteBase(Term):
    """Of whom the share is taken."""

    MEMBERS = "members"
    """All members of the council (*tổng số thành viên Hội đồng*)."""
    PRESENT = "present"
    """Those at the meeting (*số thành viên dự họp*)."""
    VOTERS = "voters"
    """Those at the meeting and the absent who voted in writing."""


class Ties(Term):
    """What as many votes for as against, all being in, come to."""

    AGAIN = "again"
    """Another ballot is taken (*bỏ phiếu lại*)."""
    FAIL = "fail"
    """It is lost."""


class Counted(Term):
    """What a ballot came to."""

    PASSED = "passed"
    """The share is reached."""
    FAILED = "failed"
    """The share is not reached, and cannot be."""
    WAITING = "waiting"
    """Votes are still to come."""
    NO_QUORUM = "no_quorum"
    """Too few were there: it does not count (*không đủ túc số*)."""
    OPEN = "open"
    """It was not secret where it must be: it does not count (*không bỏ phiếu kín*)."""
    TIED = "tied"
    """It is taken again."""
    TOO_MANY = "too_many"
    """One ballot more than are allowed: it does not count."""
    NONE = "none"
    """There has been no ballot."""


def _share(given: Number) -> Fraction:
    share = exact(given)
    if not 0 <= share <= 1:
        what = f"a share is from 0 to 1, {share}"
        raise RuleFault((), "share", what, 'write "2/3" or "0.8"')
    return share


def _some(number: int | None) -> int | None:
    if number is not None and (type(number) is not int or number < 1):
        raise RuleFault((), "number", f"a number of ballots is from 1, {number!r}")
    return number


@final
@frozen(field_transformer=typed(RuleFault))
class VoteRule:
    """How a council decides (*tỷ lệ phiếu đồng ý*).

    Shares are compared as fractions: 6 of 9 are two thirds, 17 of 19 are not 90 %.
    """

    kind: ClassVar = "vote_rule"
    share: Fraction = field(converter=_share)
    """The share in favour that is asked for."""
    base: VoteBase = field(default=VoteBase.MEMBERS, converter=VoteBase, kw_only=True)
    """Of whom."""
    above: bool = field(default=False, kw_only=True)
    """Whether it must be more than the share; else the share itself does."""
    quorum: Fraction | None = field(default=None, converter=optional(_share), kw_only=True)
    """Least share of the members at the meeting (*túc số*); None for no quorum."""
    written: bool = field(default=True, kw_only=True)
    """Whether the absent vote in writing, and are waited for."""
    everyone: bool = field(default=False, kw_only=True)
    """Whether every member must have voted before it counts."""
    ballots: int | None = field(default=None, converter=_some, kw_only=True)
    """Most ballots that may be taken; None for no limit."""
    secret: bool = field(default=False, kw_only=True)
    """Whether the ballot must be secret (*bỏ phiếu kín*); else either will do."""
    ties: Ties = field(default=Ties.FAIL, converter=Ties, kw_only=True)
    """What becomes of a tie."""


@final
@frozen(field_transformer=typed(RuleFault))
class Tally:
    """A ballot, counted."""

    counted: Counted
    """What it came to."""
    agree: int = 0
    """Votes in favour."""
    base: int = 0
    """Number of those of whom the share is taken."""
    open: int = 0
    """Votes still to come."""

    @property
    def answer(self) -> Answer:
        """The answer to "has the council agreed?"."""
        match self.counted:
            case Counted.PASSED:
                return Answer.ELIGIBLE
            case Counted.FAILED | Counted.TOO_MANY:
                return Answer.NOT_ELIGIBLE
            case _:
                return Answer.DEFERRED


def count_votes(rule: VoteRule, ballots: Iterable[Ballot]) -> Tally:
    """Count the last of the ballots taken.

    Args:
        rule: How the council decides.
        ballots: The ballots of one council on one award, in any order.

    Example: 17 of 19 members are 89.5 %, and all of them have voted:
        >>> ballot = Ballot("cstd-bo-tinh", 2022, 19, present=18, agree=17, against=2, written=1)
        >>> count_votes(VoteRule("0.9"), [ballot]).counted.value
        'failed'
    """
    taken = sorted(ballots, key=lambda one: one.turn)
    if not taken:
        return Tally(Counted.NONE)
    last = taken[-1]
    voters = last.present + (last.written if rule.written else 0)
    base = {
        VoteBase.MEMBERS: last.members,
        VoteBase.PRESENT: last.present,
        VoteBase.VOTERS: voters,
    }[rule.base]
    absent = last.members - last.present - last.written
    waited = absent if rule.written and rule.base is not VoteBase.PRESENT else 0
    to_come = last.present + last.written - last.agree - last.against + waited
    counted = _counted(rule, last, base + (waited if rule.base is VoteBase.VOTERS else 0), to_come)
    return Tally(counted, last.agree, base, to_come)


def _counted(rule: VoteRule, last: Ballot, base: int, to_come: int) -> Counted:
    if rule.ballots is not None and last.turn > rule.ballots:
        return Counted.TOO_MANY
    if rule.quorum is not None and last.present < rule.quorum * last.members:
        return Counted.NO_QUORUM
    if rule.secret and last.secret is False:
        return Counted.OPEN
    if to_come and rule.everyone:
        return Counted.WAITING
    if _reached(rule, last.agree, base):
        return Counted.PASSED
    if to_come and _reached(rule, last.agree + to_come, base):
        return Counted.WAITING
    more = rule.ballots is None or last.turn < rule.ballots
    tied = last.agree == last.against and not to_come
    return Counted.TIED if tied and rule.ties is Ties.AGAIN and more else Counted.FAILED


def _reached(rule: VoteRule, agree: int, base: int) -> bool:
    needed = rule.share * base
    return agree > needed or (agree == needed and not rule.above and base > 0)
