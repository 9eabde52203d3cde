# SPDX-License-Identifier: MIT
"""What a unit gains or loses (*tác động đối với từng đơn vị*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, TypeAlias, final

from attrs import field, frozen

from thidua.errors import suggest
from thidua.quantity import Interval, Term
from thidua.rubric import RankedBy

__all__ = [
    "Alone",
    "Aspect",
    "GradeShift",
    "Impact",
    "PartImpact",
    "RankShift",
    "Shift",
    "Trend",
    "UnitImpact",
]

Aspect: TypeAlias = Literal["points", "percent", "rank", "grade"]
"""What a unit may gain or lose."""

_NOTHING = Interval(0, 0)


class Trend(Term):
    """Whether a unit gains or loses."""

    GAINS = "gains"
    """It comes to stand better (*được lợi*)."""
    LOSES = "loses"
    """It comes to stand worse (*bị thiệt*)."""
    SAME = "same"
    """It stands as it did (*không đổi*)."""
    OPEN = "open"
    """It can still change: something is still to come (*còn có thể thay đổi*)."""
    DIFFERS = "differs"
    """It stands elsewhere, and nothing says which is better (*khác, không so sánh được*)."""


def _trend(change: Interval) -> Trend:
    """Return the trend of what is the better the more there is of it."""
    if change == _NOTHING:
        return Trend.SAME
    if change.low is not None and change.low > 0:
        return Trend.GAINS
    return Trend.LOSES if change.high is not None and change.high < 0 else Trend.OPEN


@final
@frozen
class Shift:
    """Points or percent before and after."""

    kind: ClassVar = "shift"
    old: Interval | None
    """What there was, or may have been; None for a percent if no maximum applied."""
    new: Interval | None
    """What there is, or may come to be."""

    @property
    def change(self) -> Interval | None:
        """What is gained, below zero what is lost; None if either side has nothing.

        Where both sides are open it is wider than need be: that the same entry is still to
        come on both is not used.
        """
        return None if self.old is None or self.new is None else self.new + -self.old

    @property
    def trend(self) -> Trend:
        """Whether the unit gains or loses."""
        if self.change is None:
            return Trend.SAME if self.old is self.new else Trend.DIFFERS
        return _trend(self.change)


@final
@frozen
class RankShift:
    """The rank before and after."""

    kind: ClassVar = "rank_shift"
    old: Interval | None
    """From the best to the worst rank it could have; None if it was not ranked."""
    new: Interval | None
    """From the best to the worst rank it can have; None if it is not ranked."""
    old_group: str = field(default="", kw_only=True)
    """The group it was ranked in."""
    new_group: str = field(default="", kw_only=True)
    """The group it is ranked in."""

    @property
    def change(self) -> Interval | None:
        """How many ranks it moves up, below zero down; None if ranks do not compare."""
        if self.old is None or self.new is None or self.old_group != self.new_group:
            return None
        return self.old + -self.new

    @property
    def trend(self) -> Trend:
        """Whether the unit moves up or down."""
        if self.change is None:
            return Trend.SAME if self.old is self.new else Trend.DIFFERS
        return _trend(self.change)


@final
@frozen
class GradeShift:
    """The class before and after."""

    kind: ClassVar = "grade_shift"
    old: tuple[str | None, ...]
    """The classes it could have, best first, None for no class."""
    new: tuple[str | None, ...]
    """The classes it can have."""
    trend: Trend = field(converter=Trend)
    """Whether the unit moves up or down; classes of two different tables do not compare."""


@final
@frozen
class PartImpact:
    """What a unit gains or loses by one criterion or section."""

    kind: ClassVar = "part_impact"
    code: str
    """Code in the new rubric; empty if it has no such part."""
    old_code: str
    """Code in the old rubric; empty if it had no such part."""
    name: str
    """Name of the part, for people."""
    points: Shift
    """Its points as they count in the total: penalties below zero, 0 where there is no such
    part."""


@final
@frozen
class UnitImpact:
    """What one unit gains or loses."""

    kind: ClassVar = "unit_impact"
    unit: str
    """Code of the unit."""
    name: str
    """Name of the unit, for people."""
    points: Shift = field(kw_only=True)
    """Its total points."""
    percent: Shift = field(kw_only=True)
    """Percent of the maximum that applies to it."""
    rank: RankShift | None = field(default=None, kw_only=True)
    """Its rank, if rankings were given."""
    grade: GradeShift | None = field(default=None, kw_only=True)
    """Its class, if classes were given."""
    parts: tuple[PartImpact, ...] = field(default=(), kw_only=True)
    """What it gains or loses by each part, if asked for, in the order of the new rubric."""

    def trend(self, by: Aspect) -> Trend | None:
        """Return whether it gains or loses *by* this; None if that was not compared."""
        shift = {
            "points": self.points,
            "percent": self.percent,
            "rank": self.rank,
            "grade": self.grade,
        }[by]
        return None if shift is None else shift.trend


@final
@frozen
class Alone:
    """A unit of which there is only one result, so that nothing can be compared."""

    unit: str
    """Code of the unit."""
    name: str
    """Name of the unit, for people."""


@final
@frozen
class Impact:
    """Who gains and who loses by another rubric (*đánh giá tác động*)."""

    kind: ClassVar = "impact"
    units: tuple[UnitImpact, ...]
    """The units that both results have, in the order of the new one."""
    only_old: tuple[Alone, ...] = ()
    """Units that only the old result has."""
    only_new: tuple[Alone, ...] = ()
    """Units that only the new result has."""
    old_ranked_by: RankedBy = field(default=RankedBy.POINTS, converter=RankedBy, kw_only=True)
    """What the old rubric ranks by."""
    new_ranked_by: RankedBy = field(default=RankedBy.POINTS, converter=RankedBy, kw_only=True)
    """What the new rubric ranks by."""

    def having(self, trend: Trend, by: Aspect = "points") -> tuple[str, ...]:
        """Return the units of a trend, by code, in order."""
        return tuple(one.unit for one in self.units if one.trend(by) is trend)

    def __iter__(self) -> Iterator[UnitImpact]:
        """Iterate over the units that both results have."""
        return iter(self.units)

    def __len__(self) -> int:
        """Return how many units both results have."""
        return len(self.units)

    def __getitem__(self, unit: str) -> UnitImpact:
        """Return what *unit* gains or loses.

        Raises:
            KeyError: If not both results have it; says which one was meant.
        """
        for one in self.units:
            if one.unit == unit:
                return one
        message = f"no unit {unit!r} in both; {suggest(unit, (one.unit for one in self.units))}"
        raise KeyError(message)
