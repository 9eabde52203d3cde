# SPDX-License-Identifier: MIT
"""Ceilings over the classes of a whole cluster (*khống chế tỷ lệ, chỉ tiêu*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import ClassVar, final

from attrs import evolve, field, frozen

from thidua.errors import Faults, RankingFault, suggest
from thidua.quantity import Interval, RoundingMode, round_ratio
from thidua.quantity.typed import typed
from thidua.ranking.classes import Classed, Classes, Demotion
from thidua.ranking.grades import tables_of
from thidua.ranking.places import Place, Ranking
from thidua.ranking.quota import Ceiling, Leftover, not_before

__all__ = ["LimitedClasses", "Verdict", "limit"]


@final
@frozen(field_transformer=typed(RankingFault))
class Verdict:
    """How a ceiling is kept."""

    ceiling: Ceiling
    """The ceiling."""
    base: Interval | None = field(kw_only=True)
    """How many units its share is of; None for a fixed number."""
    most: Interval = field(kw_only=True)
    """How many units it allows."""
    before: Interval = field(kw_only=True)
    """How many units had its classes."""
    after: Interval = field(kw_only=True)
    """How many have them after demotions."""
    open: tuple[str, ...] = field(default=(), kw_only=True)
    """Units of which it is open who falls, by code: they share a rank at the line, or
    their ranks or classes may still change."""

    @property
    def kept(self) -> bool | None:
        """Whether there are no more units than it allows; None while that is open."""
        balance = self._balance
        if balance.high is not None and balance.high <= 0:
            return True
        return False if balance.low is not None and balance.low > 0 else None

    @property
    def over(self) -> int | None:
        """How many units are too many (*thừa*), 0 if none; None while that is open."""
        balance = self._balance.value
        return None if balance is None else max(0, int(balance))

    @property
    def short(self) -> int | None:
        """How many more it would allow (*thiếu*), 0 if none; None while that is open."""
        balance = self._balance.value
        return None if balance is None else max(0, int(-balance))

    @property
    def _balance(self) -> Interval:
        return self.after + -self.most


@final
@frozen(field_transformer=typed(RankingFault))
class LimitedClasses:
    """Classes after ceilings, and how each ceiling is kept."""

    kind: ClassVar = "limited_classes"
    classes: Classes
    """The classes, with the demotions of each unit; as many units as before."""
    verdicts: tuple[Verdict, ...]
    """One for each ceiling, in order."""

    @property
    def kept(self) -> bool | None:
        """Whether all ceilings are kept; None while that is open."""
        answers = {verdict.kept for verdict in self.verdicts}
        return False if False in answers else None if None in answers else True


def limit(
    classes: Classes, ceilings: Iterable[Ceiling], ranking: Ranking | None = None
) -> LimitedClasses:
    """Hold the classes of a whole cluster against ceilings, and demote where they say so.

    Bases are counted once, on the classes given. A demotion takes, of the units with the
    worst class that is counted, the lowest ranked, to the next class that the ceiling does
    not count and of which the unit lacks nothing; this goes on until no ceiling that
    demotes is exceeded, or ties and open results are all that is left.

    Args:
        classes: The classes, as `classify` gives them.
        ceilings: The ceilings, all of which hold; `Ceilings` is a list of them.
        ranking: Who stands above whom; needed where ceilings demote.

    Returns:
        Every unit with its class and its demotions, and a verdict on every ceiling. Where
        classes are open, verdicts count from how many units to how many; nobody is then
        demoted for a ceiling of which that makes a difference.

    Raises:
        Faults: If a ceiling names a class that does not exist, or another ceiling that is
            not before it; if it demotes from a last class, without a ranking, across
            groups, or units that have no rank.
    """
    given = tuple(ceilings)
    if faults := tuple(_faults(classes, given, ranking)):
        raise Faults(faults)
    bases, most = _allowed(classes, given)
    places = {} if ranking is None else {place.unit: place for place in ranking.places}
    limited = classes
    moving = True
    while moving:
        moving = False
        for ceiling, allowed in zip(given, most, strict=True):
            sure, _ = _falling(limited, ceiling, allowed, places)
            if sure:
                limited = _demoted(limited, ceiling, sure)
                moving = True
    return LimitedClasses(
        limited,
        tuple(
            Verdict(
                ceiling,
                base=base,
                most=allowed,
                before=classes.having(*ceiling.grades),
                after=limited.having(*ceiling.grades),
                open=_falling(limited, ceiling, allowed, places)[1],
            )
            for ceiling, base, allowed in zip(given, bases, most, strict=True)
        ),
    )


def _allowed(
    classes: Classes, ceilings: Sequence[Ceiling]
) -> tuple[list[Interval | None], list[Interval]]:
    """Return the base of each ceiling, and how many units it allows."""
    bases: list[Interval | None] = []
    most: list[Interval] = []
    for ceiling in ceilings:
        if ceiling.share is None:
            bases.append(None)
            most.append(Interval.of(Fraction(ceiling.number or 0)))
            continue
        base = (
            most[ceiling.within]
            if ceiling.within is not None
            else classes.having(*(classes.names if ceiling.of is None else ceiling.of))
        )
        bases.append(base)
        most.append(_part(ceiling.share, base, ceiling.rounding))
    return bases, most


def _part(share: Fraction, base: Interval, mode: RoundingMode) -> Interval:
    low, high = (base.low or Fraction(0)) * share, (base.high or Fraction(0)) * share
    return Interval(
        round_ratio(low.numerator, low.denominator, mode),
        round_ratio(high.numerator, high.denominator, mode),
    )


def _falling(
    classes: Classes, ceiling: Ceiling, most: Interval, places: Mapping[str, Place]
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the units that certainly fall for a ceiling, and those of which it is open."""
    count = classes.having(*ceiling.grades).value
    if ceiling.leftover is Leftover.REPORT or count is None or most.value is None:
        return frozenset(), ()
    over = count - most.value
    if over <= 0:
        return frozenset(), ()
    order: dict[str | None, int] = {name: index for index, name in enumerate(classes.names)}
    having = [
        _Counted(unit, order[unit.possible[0]], order[unit.possible[-1]], places[unit.unit])
        for unit in classes
        if set(ceiling.grades).issuperset(unit.possible)
    ]
    sure: set[str] = set()
    near: set[str] = set()
    for one in having:
        if sum(not other.above(one) for other in having) <= over:  # the unit itself included
            (sure if one.placed else near).add(one.unit.unit)
        elif sum(one.above(other) for other in having) < over:
            near.add(one.unit.unit)
    return frozenset(sure), tuple(sorted(near))


@final
@frozen
class _Counted:
    """A unit that a ceiling counts, whichever of its possible classes it comes to have."""

    unit: Classed
    best: int
    """Position of the best class it may have."""
    worst: int
    """Position of the worst."""
    place: Place

    @property
    def placed(self) -> bool:
        """Whether it is known what it would fall from, and by which table."""
        return self.unit.decided and self.unit.level is not None

    def above(self, other: _Counted) -> bool:
        """Tell whether it certainly stands above *other*: by class, then rank."""
        if self.worst == other.best:
            return self.place.worst < other.place.best
        return self.worst < other.best


def _demoted(classes: Classes, ceiling: Ceiling, units: frozenset[str]) -> Classes:
    """Move *units* to the next class that the ceiling does not count."""
    names = {
        level: [grade.name for grade in table.grades]
        for level, table, _ in tables_of(classes.grading)
    }
    moved: list[Classed] = []
    for unit in classes:
        if unit.unit in units:
            before, ladder = unit.grade or "", names[unit.level or ""]
            lacking = {lack.grade for lack in unit.lacks} | {*ceiling.grades}
            below = ladder[ladder.index(before) + 1 :]
            after = next(name for name in below if name not in lacking)
            step = Demotion(before, after, ceiling)
            moved.append(evolve(unit, possible=(after,), demoted=(*unit.demoted, step)))
        else:
            moved.append(unit)
    return evolve(classes, units=tuple(moved))


def _faults(
    classes: Classes, ceilings: Sequence[Ceiling], ranking: Ranking | None
) -> Iterator[RankingFault]:
    for index, ceiling in enumerate(ceilings):
        for key, names in (("grades", ceiling.grades), ("of", ceiling.of or ())):
            for position, name in enumerate(names):
                if name not in classes.names:
                    what = f"no class {name!r}"
                    place = ("ceilings", index, key, position)
                    yield RankingFault(place, "grade-unknown", what, suggest(name, classes.names))
        yield from not_before(ceiling, index)
        if ceiling.leftover is Leftover.DEMOTE:
            yield from _cannot_demote(classes, ceiling, index, ranking)


def _cannot_demote(
    classes: Classes, ceiling: Ceiling, index: int, ranking: Ranking | None
) -> Iterator[RankingFault]:
    for _, table, _ in tables_of(classes.grading):
        last = table.grades[-1].name
        if last in ceiling.grades:
            what = f"no class stands beneath {last!r}"
            yield RankingFault(("ceilings", index, "grades"), "grade-last", what, "report it only")
    at = ("ceilings", index, "leftover")
    if ranking is None:
        what = "nobody can be demoted without a ranking"
        yield RankingFault(at, "ranking-missing", what, "give the ranking")
        return
    if len({place.group for place in ranking.places}) > 1:
        what = "ranks of different groups cannot be compared"
        yield RankingFault(at, "ranking-groups", what, "rank the whole cluster")
    ranked = {place.unit for place in ranking.places}
    for unit in classes:
        if unit.unit not in ranked and unit.possible != (None,):
            what = f"unit {unit.unit!r} has a class and no rank"
            yield RankingFault(at, "unit-unranked", what, "rank it, or report only")
