# SPDX-License-Identifier: MIT
"""A ranking: who stands where, who shares a place, who is not ranked (*bảng xếp hạng*)."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen

from thidua.errors import suggest
from thidua.quantity import Interval, exact
from thidua.rubric import Better, RankedBy

__all__ = ["ByMeasure", "ByPoints", "Place", "Ranking", "TieBreak", "Unranked"]


@final
@frozen
class ByPoints:
    """Break a tie by the points of a criterion or section (*điểm thành phần*)."""

    kind: ClassVar = "by_points"
    code: str
    """Its code as printed."""
    better: Better = field(default=Better.HIGHER, converter=Better)
    """Which points stand above."""


@final
@frozen
class ByMeasure:
    """Break a tie by a number reported (*theo chỉ tiêu*)."""

    kind: ClassVar = "by_measure"
    code: str
    """Code of the measure."""
    better: Better = field(default=Better.HIGHER, converter=Better)
    """Which result stands above."""


TieBreak: TypeAlias = ByPoints | ByMeasure
"""What decides between units that are equal so far."""


def _exacts(given: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(exact(one) for one in given)


@final
@frozen
class Place:
    """Where one unit stands."""

    unit: str
    """Code of the unit."""
    name: str = field(kw_only=True)
    """Name of the unit, for people."""
    group: str = field(default="", kw_only=True)
    """The group it is ranked in; empty for the whole cluster."""
    value: Interval = field(kw_only=True)
    """What it is ranked by, as the rubric rounds it."""
    best: int = field(kw_only=True)
    """The best rank it may still have."""
    worst: int = field(kw_only=True)
    """The worst rank it may still have."""
    keys: tuple[Fraction, ...] = field(default=(), converter=_exacts, kw_only=True)
    """What breaks ties, in order; a number of which less is better stands with its sign changed.
    It ends before the first that is still to come."""
    tied_with: tuple[str, ...] = field(default=(), kw_only=True)
    """Units that share the rank, by code; nothing that was agreed tells them apart."""

    @property
    def rank(self) -> int | None:
        """The rank, 1 for the first; None while it may still change."""
        return self.best if self.best == self.worst else None


@final
@frozen
class Unranked:
    """A unit that takes no rank, so that those behind it move up."""

    unit: str
    """Code of the unit."""
    name: str
    """Name of the unit, for people."""
    reason: str
    """Why, in the words given; empty if no maximum applies to the unit."""


@final
@frozen
class Ranking:
    """The units of a cluster in order, group by group."""

    kind: ClassVar = "ranking"
    ranked_by: RankedBy = field(converter=RankedBy)
    """What was compared."""
    places: tuple[Place, ...]
    """The ranked units: by group, then rank, units of one rank by code."""
    unranked: tuple[Unranked, ...] = ()
    """The others, by code."""
    ties: str | tuple[TieBreak, ...] = "share"
    """How ties were to be treated."""

    @property
    def provisional(self) -> bool:
        """Whether some rank may still change."""
        return any(place.rank is None for place in self.places)

    def __getitem__(self, unit: str) -> Place:
        """Return the place of *unit*.

        Raises:
            KeyError: If the unit is not ranked; says which one was meant.
        """
        for place in self.places:
            if place.unit == unit:
                return place
        known = (place.unit for place in self.places)
        message = f"no ranked unit {unit!r}; {suggest(unit, known)}"
        raise KeyError(message)
