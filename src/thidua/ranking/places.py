# SPDX-License-Identifier: MIT
"""A ranking: who stands where, who shares a place, who is not ranked (*bảng xếp hạng*)."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import RankingFault, suggest
from thidua.quantity import Interval, exact
from thidua.quantity.typed import typed
from thidua.ranking.tie_break import Remeasure, TieBreak
from thidua.rubric import RankedBy

__all__ = ["OpenTie", "Place", "Ranking", "Unranked"]


def _exacts(given: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(exact(one) for one in given)


@final
@frozen(field_transformer=typed(RankingFault))
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
    possible: tuple[str | None, ...] = field(default=(), kw_only=True)
    """Where classes come first, those it may have, best first, None for no class."""
    best: int = field(kw_only=True)
    """The best rank it may still have."""
    worst: int = field(kw_only=True)
    """The worst rank it may still have."""
    keys: tuple[Fraction, ...] = field(default=(), converter=_exacts, kw_only=True)
    """What breaks ties, in order; a number of which less is better stands with its sign changed.
    It ends before the first that is still to come."""
    tied_with: tuple[str, ...] = field(default=(), kw_only=True)
    """Units that share the rank, by code; nothing that was agreed tells them apart."""

    def __attrs_post_init__(self) -> None:
        """Refuse ranks that are none, or the wrong way round."""
        if not 1 <= self.best <= self.worst:
            what = f"ranks from {self.best} to {self.worst}"
            raise RankingFault(("worst",), "ranks", what, "they rise from 1 on")

    @property
    def rank(self) -> int | None:
        """The rank, 1 for the first; None while it may still change."""
        return self.best if self.best == self.worst else None


@final
@frozen(field_transformer=typed(RankingFault))
class Unranked:
    """A unit that takes no rank, so that those behind it move up."""

    unit: str
    """Code of the unit."""
    name: str
    """Name of the unit, for people."""
    reason: str
    """Why, in the words given."""
    excluded: bool = field(default=False, kw_only=True)
    """Whether it was excluded; else no maximum applies to it, so that it has no percent."""


@final
@frozen(field_transformer=typed(RankingFault))
class OpenTie:
    """Units that are to be measured again, as nothing before tells them apart (*chờ đo lại*)."""

    what: str
    """What is measured again, in the words of the charter."""
    units: tuple[str, ...]
    """The units, by code."""
    lacking: tuple[str, ...]
    """Those of them whose result is not there yet, by code."""
    group: str = field(default="", kw_only=True)
    """The group they are ranked in."""


@final
@frozen(field_transformer=typed(RankingFault))
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
    labels: tuple[str, ...] = ()
    """What the rubric calls each thing that breaks ties; empty where it has no words for it."""
    grades: tuple[str, ...] = field(default=(), kw_only=True)
    """The classes, best first, where they come before what was compared; else none."""

    def __attrs_post_init__(self) -> None:
        """Refuse places without a class where classes come first, and what is not named."""
        units = {place.unit for place in self.places}
        for index, place in enumerate(self.places):
            at = ("places", index, "possible")
            for name in place.possible:
                if name not in {None, *self.grades}:
                    what = f"no class {name!r}"
                    raise RankingFault(at, "grade-unknown", what, suggest(str(name), self.grades))
            if self.grades and not place.possible:
                raise RankingFault(at, "empty", f"unit {place.unit!r} has no class it may have")
            for position, unit in enumerate(place.tied_with):
                if unit not in units:
                    what = f"{place.unit!r} ties with {unit!r}, which has no place"
                    where = ("places", index, "tied_with", position)
                    raise RankingFault(where, "unit-unknown", what, suggest(unit, units))

    @property
    def provisional(self) -> bool:
        """Whether some rank may still change."""
        return any(place.rank is None for place in self.places)

    @property
    def open_ties(self) -> tuple[OpenTie, ...]:
        """What is to be measured again, and among whom, before every rank is certain."""
        found: list[OpenTie] = []
        for index, key in enumerate(() if isinstance(self.ties, str) else self.ties):
            if not isinstance(key, Remeasure):
                continue
            tied: dict[tuple[object, ...], list[Place]] = {}
            for place in self.places:
                certain = place.value.value is not None and len(place.possible) <= 1
                if certain and len(place.keys) >= index:
                    equal = (place.group, place.possible, place.value.value, place.keys[:index])
                    tied.setdefault(equal, []).append(place)
            for places in tied.values():
                units = tuple(sorted(place.unit for place in places))
                lacking = tuple(sorted(one.unit for one in places if len(one.keys) == index))
                if len(units) > 1 and lacking:
                    found.append(OpenTie(key.what, units, lacking, group=places[0].group))
        return tuple(found)

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
