# SPDX-License-Identifier: MIT
"""What is proposed for every unit of a cluster, and why (*danh sách đề nghị*)."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, final

from attrs import Attribute, field, frozen
from attrs.converters import optional

from thidua import eligibility
from thidua.award.quota_check import QuotaCheck
from thidua.errors import RankingFault, suggest
from thidua.quantity import Interval, Term, exact
from thidua.quantity.typed import typed
from thidua.rubric import RankedBy

__all__ = ["Decision", "Offer", "Outcome", "Slate"]


def _not_below_zero(_: object, attribute: Attribute[int], value: int) -> None:
    if type(value) is not int or value < 0:
        what = f"a number of awards is a whole number from 0, {value!r}"
        raise RankingFault((attribute.name,), "number", what)


def _some_name(_: object, attribute: Attribute[str], value: str) -> None:
    if not value.strip():
        what = f"an award has a name, {value!r}"
        raise RankingFault((attribute.name,), "name", what)


@final
@frozen(field_transformer=typed(RankingFault))
class Offer:
    """An award that a cluster may propose, and how many of it (*số lượng*)."""

    kind: ClassVar = "offer"
    award: str = field(validator=_some_name)
    """Name of the award: ``"Cờ thi đua của UBND tỉnh"``."""
    number: int = field(validator=_not_below_zero)
    """How many, in each group of the ranking."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Least points, or percent if the rubric ranks by percent; absent, any will do."""
    code: str = field(default="", kw_only=True)
    """Code of the award in the law, where rules are asked about it; absent, its name."""

    @property
    def title(self) -> str:
        """What rules call the award."""
        return self.code or self.award


class Outcome(Term):
    """What became of a unit."""

    AWARDED = "awarded"
    """It is proposed for an award."""
    TIED = "tied"
    """It shares a rank, and there is not the same award for all who do; people decide."""
    BELOW_MINIMUM = "below_minimum"
    """Awards are left, but its result is below what they ask for."""
    NOT_ELIGIBLE = "not_eligible"
    """Awards are left, but the rules do not allow them for it (*không đủ điều kiện*)."""
    OPEN = "open"
    """An award is kept for it, but whether the rules allow that is not certain yet."""
    OVER_QUOTA = "over_quota"
    """By rank and by the rules it would have the award, but a quota is exceeded by it (*thừa*)."""
    NO_AWARD_LEFT = "no_award_left"
    """Nothing is left for it: units ranked above took, or wait for, all there is."""
    KNOCKED_OUT = "knocked_out"
    """Something bars it, whatever its rank (*loại trừ*)."""
    UNRANKED = "unranked"
    """It takes no rank."""
    PROVISIONAL = "provisional"
    """Its rank, what is left for it, or whether it reaches a minimum may still change."""


@final
@frozen(field_transformer=typed(RankingFault))
class Decision:
    """What is proposed for one unit."""

    unit: str
    """Code of the unit."""
    name: str = field(kw_only=True)
    """Name of the unit, for people."""
    outcome: Outcome = field(converter=Outcome, kw_only=True)
    """What became of it."""
    group: str = field(default="", kw_only=True)
    """Its group in the ranking."""
    rank: int | None = field(default=None, kw_only=True)
    """Its rank, if it has one that is certain."""
    value: Interval | None = field(default=None, kw_only=True)
    """What it was ranked by."""
    ranked_by: RankedBy = field(default=RankedBy.POINTS, converter=RankedBy, kw_only=True)
    """Whether that, and the minimum, are points or percent."""
    nominated: bool | None = field(default=False, kw_only=True)
    """Whether the cluster puts it forward (*suy tôn*); None where people must decide."""
    awards: tuple[str, ...] = field(default=(), kw_only=True)
    """The award; several, or one that is too scarce, where a tie leaves it open."""
    minimum: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """The least that the awards still left ask for, if that was the reason."""
    note: str = field(default="", kw_only=True)
    """The reason in the words given, for knock-outs and unranked units."""
    excluded: bool = field(default=False, kw_only=True)
    """Whether a unit that takes no rank was excluded; else no maximum applies to it, so that
    it has no percent."""
    verdicts: tuple[eligibility.Verdict, ...] = field(default=(), kw_only=True)
    """What the rules say of it, for every award that was asked about, highest first."""
    quota: QuotaCheck | None = field(default=None, kw_only=True)
    """The quota that it exceeds, or of which is not known what it allows on that day."""


@final
@frozen(field_transformer=typed(RankingFault))
class Slate:
    """The proposal of a cluster: one decision for every unit."""

    kind: ClassVar = "slate"
    offers: tuple[Offer, ...]
    """What there was to award, highest first."""
    decisions: tuple[Decision, ...]
    """The decisions, in the order of the ranking, then the units that have no rank."""
    checks: tuple[QuotaCheck, ...] = field(default=(), kw_only=True)
    """The quotas that its lists were held against."""

    @property
    def nominees(self) -> tuple[str, ...]:
        """Units put forward, by code, in order."""
        return tuple(one.unit for one in self.decisions if one.nominated)

    def recipients(self, award: str) -> tuple[str, ...]:
        """Return the units proposed for *award*, by code, in order."""
        return tuple(
            one.unit
            for one in self.decisions
            if one.outcome is Outcome.AWARDED and one.awards == (award,)
        )

    def __getitem__(self, unit: str) -> Decision:
        """Return the decision on *unit*.

        Raises:
            KeyError: If there is none; says which unit was meant.
        """
        for one in self.decisions:
            if one.unit == unit:
                return one
        message = f"no decision on {unit!r}; {suggest(unit, (one.unit for one in self.decisions))}"
        raise KeyError(message)
