# SPDX-License-Identifier: MIT
"""What a mid-year review may already conclude (*sơ kết*): ranks and classes still possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import ClusterFault, Fault, Faults, suggest
from thidua.quantity import Interval, Term, exact
from thidua.quantity.typed import typed
from thidua.ranking import Classed, Classes, Lack, Place, Ranking
from thidua.ranking.grades import Grade, tables_of
from thidua.rubric import RankedBy

__all__ = ["ClassGoal", "Goal", "MidYear", "Outlook", "PlaceGoal", "Prospect", "mid_year"]


class Prospect(Term):
    """Whether something can still come about."""

    CERTAIN = "certain"
    """It will, whatever comes."""
    OPEN = "open"
    """It may."""
    LOST = "lost"
    """It cannot any more."""


@final
@frozen(field_transformer=typed(ClusterFault))
class PlaceGoal:
    """What it takes to be among the first: to have no more units above than that leaves."""

    kind: ClassVar = "place_goal"
    among: int
    """Among the first how many units; 1 for the head of the ranking."""
    prospect: Prospect = field(converter=Prospect, kw_only=True)
    """Whether the unit will be."""
    sure: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """The least final result that is enough whatever the others come to; None where no
    result is, as others may come to any, or where any result is."""
    more_than: bool = field(default=False, kw_only=True)
    """Whether it takes more than that, as a tie might be broken against the unit."""
    chance: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """The least final result with which it is still possible; None where any is."""


@final
@frozen(field_transformer=typed(ClusterFault))
class ClassGoal:
    """What it takes to have a class, or a better one."""

    kind: ClassVar = "class_goal"
    grade: str
    """Name of the class."""
    prospect: Prospect = field(converter=Prospect, kw_only=True)
    """Whether the unit will have it, or a better one."""
    sure: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """The least final result it asks for; None if it asks for none."""
    more_than: bool = field(default=False, kw_only=True)
    """Whether it asks for more than that."""
    lacks: tuple[Lack, ...] = field(default=(), kw_only=True)
    """What else it asks for that the unit lacks, or may lack."""


Goal: TypeAlias = PlaceGoal | ClassGoal
"""Something a unit may want to reach."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Outlook:
    """What one unit may still come to (*triển vọng*)."""

    unit: str
    """Code of the unit."""
    name: str = field(kw_only=True)
    """Name of the unit, for people."""
    group: str = field(default="", kw_only=True)
    """The group it is ranked in."""
    value: Interval = field(kw_only=True)
    """What its final result may be."""
    best: int = field(kw_only=True)
    """The best rank it may still have."""
    worst: int = field(kw_only=True)
    """The worst rank it may still have."""
    ranks: tuple[int, ...] = field(kw_only=True)
    """Every rank it may still have, best first; between the best and the worst some may be out
    of reach, as where two others are equal for good. Where ranks are dense, all from the best
    to the worst."""
    classes: tuple[str | None, ...] = field(default=(), kw_only=True)
    """The classes it may still have, best first, None for no class; empty if none were
    asked about."""
    goals: tuple[Goal, ...] = field(default=(), kw_only=True)
    """What the goals asked about take."""


@final
@frozen(field_transformer=typed(ClusterFault))
class MidYear:
    """The mid-year review of a cluster: one outlook for each unit that is ranked."""

    kind: ClassVar = "mid_year"
    ranked_by: RankedBy = field(converter=RankedBy)
    """Whether results are points or percent."""
    units: tuple[Outlook, ...]
    """The outlooks, in the order of the ranking."""

    def __getitem__(self, unit: str) -> Outlook:
        """Return the outlook of *unit*.

        Raises:
            KeyError: If the unit is not ranked; says which one was meant.
        """
        for one in self.units:
            if one.unit == unit:
                return one
        message = f"no outlook of {unit!r}; {suggest(unit, (one.unit for one in self.units))}"
        raise KeyError(message)


def mid_year(
    ranking: Ranking, *, among: Iterable[int] = (1,), classes: Classes | None = None
) -> MidYear:
    """Say what is certain already, what is possible, and what it still takes.

    Args:
        ranking: The ranking of provisional scores; each group stands for itself.
        among: To be among the first how many units the review says what it takes.
        classes: Classes of the same scores; the review then says what each class takes that
            a unit may still have, but need not.

    Returns:
        An outlook for each ranked unit. Results that a goal takes hold for the final result
        of the unit alone, while the others come to anything they still may. They may lie
        above what the unit can reach; then its prospect says so.

    Raises:
        Faults: If a number of units is below 1, if *classes* lacks a ranked unit, or if the
            ranking puts classes first, as then no result is enough for a rank.
    """
    first = tuple(among)
    if faults := tuple(_faults(ranking, first, classes)):
        raise Faults(faults)
    return MidYear(
        ranking.ranked_by,
        tuple(_outlook(place, ranking, first, classes) for place in ranking.places),
    )


def _faults(ranking: Ranking, among: tuple[int, ...], classes: Classes | None) -> Iterator[Fault]:
    for index, number in enumerate(among):
        if type(number) is not int or number < 1:
            what = f"to be among the first {number!r} says nothing"
            yield ClusterFault(("among", index), "among", what, "write a whole number from 1")
    if ranking.grades:
        what = "classes come first in this ranking, so no result is enough for a rank"
        hint = "rank without classes, and give them to mid_year"
        yield ClusterFault(("ranking",), "classes-first", what, hint)
    if classes is not None:
        known = [one.unit for one in classes.units]
        for place in ranking.places:
            if place.unit not in known:
                what = f"unit {place.unit!r} is ranked, but has no class"
                hint = "classify the scores that were ranked"
                yield ClusterFault(("classes",), "unit-missing", what, hint)


def _outlook(
    place: Place, ranking: Ranking, among: tuple[int, ...], classes: Classes | None
) -> Outlook:
    others = [
        other.value
        for other in ranking.places
        if other.group == place.group and other.unit != place.unit
    ]
    broken = not isinstance(ranking.ties, str)
    goals: list[Goal] = [_place_goal(number, place, others, broken=broken) for number in among]
    classed = None if classes is None else classes[place.unit]
    if classed is not None and classes is not None:
        goals.extend(_class_goals(classed, classes))
    return Outlook(
        place.unit,
        name=place.name,
        group=place.group,
        value=place.value,
        best=place.best,
        worst=place.worst,
        ranks=_ranks(place, others, ranking.ties),
        classes=() if classed is None else classed.possible,
        goals=tuple(goals),
    )


def _ranks(place: Place, others: Sequence[Interval], ties: object) -> tuple[int, ...]:
    """Return the ranks that some results of all units lead to.

    For one result of the unit, every number of units above is possible from those that are
    above for good to those that may be, as each of the rest may be above or not. It changes
    at ends of intervals only.
    """
    every = range(place.best, place.worst + 1)
    if ties == "dense":
        return tuple(every)
    low, span = place.value.low, place.value
    ends = {end for one in others for end in (one.low, one.high) if end is not None and end in span}
    found: set[int] = set()
    for value in {low, *ends}:
        above = sum(one.low is not None and (value is None or one.low > value) for one in others)
        # A tie that is broken may put the other above.
        may = sum(
            value is None
            or one.high is None
            or one.high > value
            or (one.high == value and ties != "share")
            for one in others
        )
        found.update(range(1 + above, 2 + may))
    return tuple(rank for rank in every if rank in found)


def _place_goal(among: int, place: Place, others: Sequence[Interval], *, broken: bool) -> PlaceGoal:
    """Say what it takes to have fewer than *among* of the others above."""
    if among > len(others):
        return PlaceGoal(among, prospect=Prospect.CERTAIN)
    # Whoever reaches the highest that the n-th of the others may reach has n - 1 above at most.
    sure = _nth([other.high for other in others], among, missing_first=True)
    chance = _nth([other.low for other in others], among, missing_first=False)
    low, high = place.value.low, place.value.high
    if sure is not None and low is not None and (low > sure or (low == sure and not broken)):
        prospect = Prospect.CERTAIN
    elif chance is not None and high is not None and high < chance:
        prospect = Prospect.LOST
    else:
        # The ranking knows more where a tie is broken already.
        certain, lost = place.worst <= among, place.best > among
        prospect = Prospect.CERTAIN if certain else Prospect.LOST if lost else Prospect.OPEN
    return PlaceGoal(
        among, prospect=prospect, sure=sure, more_than=broken and sure is not None, chance=chance
    )


def _nth(ends: Iterable[Fraction | None], number: int, *, missing_first: bool) -> Fraction | None:
    """Return the n-th highest of some ends; those without stand first or last."""
    found = list(ends)
    known = sorted((end for end in found if end is not None), reverse=True)
    place = number - 1 - (len(found) - len(known) if missing_first else 0)
    return known[place] if 0 <= place < len(known) else None


def _class_goals(classed: Classed, classes: Classes) -> Iterator[ClassGoal]:
    table = next(
        (table for level, table, _ in tables_of(classes.grading) if level == classed.level), None
    )
    if table is None or classed.decided:
        return  # without a kind, nothing says which classes there are
    names = [grade.name for grade in table.grades]
    open_names = {name for name in classed.possible if name is not None}
    worst = max((names.index(name) for name in open_names if name in names), default=0)
    for index, grade in enumerate(table.grades[: worst + 1]):
        if grade.name in open_names and (index < worst or None in classed.possible):
            yield _class_goal(grade, classed)


def _class_goal(grade: Grade, classed: Classed) -> ClassGoal:
    return ClassGoal(
        grade.name,
        prospect=Prospect.OPEN,
        sure=grade.low,
        more_than=grade.above is not None,
        lacks=tuple(
            lack for lack in classed.lacks if lack.grade == grade.name and lack.demand is not None
        ),
    )
