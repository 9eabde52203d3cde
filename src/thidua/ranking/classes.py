# SPDX-License-Identifier: MIT
"""The classes of the units of a cluster, and why (*kết quả xếp loại*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen

from thidua.errors import RankingFault, suggest
from thidua.formula import Predicate
from thidua.quantity import Interval
from thidua.quantity.typed import typed
from thidua.ranking.grades import Grading, Minimum, names_of
from thidua.ranking.quota import Ceiling
from thidua.rubric import RankedBy, Rubric

__all__ = ["Barred", "Classed", "Classes", "Demand", "Demotion", "Lack"]

Demand: TypeAlias = Predicate | Minimum
"""What a class may ask for besides a result."""


@final
@frozen(field_transformer=typed(RankingFault))
class Lack:
    """One thing a class asks for and a unit lacks, or may lack."""

    grade: str
    """Name of the class."""
    demand: Predicate | Minimum | None = None
    """What it asks for; None is its result."""
    found: Interval | None = field(default=None, kw_only=True)
    """What the unit has, for a comparison or a minimum: the left-hand side, the points."""
    against: Interval | None = field(default=None, kw_only=True)
    """What that is compared with: the right-hand side, the maximum."""
    open: bool = field(default=False, kw_only=True)
    """Whether the unit may still come to have it."""


@final
@frozen(field_transformer=typed(RankingFault))
class Barred:
    """A knock-out that applies to a unit, or may."""

    reason: str
    """Why, in the words of the rubric."""
    to: str | None = None
    """The best class still open; None for none."""
    open: bool = field(default=False, kw_only=True)
    """Whether it is open that it applies."""


@final
@frozen(field_transformer=typed(RankingFault))
class Demotion:
    """A step down, as a quota was used up (*hết chỉ tiêu*)."""

    before: str
    """The class the unit had."""
    after: str
    """The next class of which it lacks nothing."""
    ceiling: Ceiling
    """The ceiling that was exceeded."""


@final
@frozen(field_transformer=typed(RankingFault))
class Classed:
    """The class of one unit."""

    unit: str
    """Code of the unit."""
    name: str = field(kw_only=True)
    """Name of the unit, for people."""
    possible: tuple[str | None, ...] = field(kw_only=True)
    """The classes it may have, best first, None for no class; one once that is certain."""
    level: str | None = field(default="", kw_only=True)
    """Its kind, if there are tables by kind; None while that is open."""
    value: Interval | None = field(default=None, kw_only=True)
    """Its result, as the rubric rounds it; None if no maximum applies to it."""
    by: RankedBy = field(default=RankedBy.POINTS, converter=RankedBy, kw_only=True)
    """Whether that is points or percent."""
    lacks: tuple[Lack, ...] = field(default=(), kw_only=True)
    """What it lacks of every class of its table, best class first."""
    barred: tuple[Barred, ...] = field(default=(), kw_only=True)
    """The knock-outs that apply, or may."""
    demoted: tuple[Demotion, ...] = field(default=(), kw_only=True)
    """Its steps down, in order."""

    @property
    def decided(self) -> bool:
        """Whether its class, or that it has none, is certain."""
        return len(self.possible) == 1

    @property
    def grade(self) -> str | None:
        """Name of its class; None if it has none or that is open."""
        return self.possible[0] if self.decided else None


@final
@frozen(field_transformer=typed(RankingFault))
class Classes:
    """The classes of the units of a cluster, in the order of its scores."""

    kind: ClassVar = "classes"
    rubric: Rubric
    """The rubric they were scored by."""
    grading: Grading
    """How they came to classes."""
    units: tuple[Classed, ...]
    """One result for each unit."""

    def __attrs_post_init__(self) -> None:
        """Refuse classes that are not in the grading, and units of no possible class."""
        names = self.names
        for index, unit in enumerate(self.units):
            at = ("units", index, "possible")
            for name in unit.possible:
                if name is not None and name not in names:
                    what = f"no class {name!r}"
                    raise RankingFault(at, "grade-unknown", what, suggest(name, names))
            if not unit.possible:
                raise RankingFault(at, "empty", f"unit {unit.unit!r} has no class it may have")

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the classes, best first."""
        return names_of(self.grading)

    @property
    def provisional(self) -> bool:
        """Whether some class is open."""
        return not all(unit.decided for unit in self.units)

    @property
    def listed(self) -> tuple[Classed, ...]:
        """The units by class, then result, then code; it breaks no tie and says of none."""
        order = {name: index for index, name in enumerate(self.names)}

        def key(unit: Classed) -> tuple[int, bool, object, str]:
            best = unit.possible[0]
            low = None if unit.value is None else unit.value.low
            place = len(order) if best is None else order[best]
            return (place, low is None, -(low or 0), unit.unit)

        return tuple(sorted(self.units, key=key))

    def having(self, *grades: str | None) -> Interval:
        """Return how many units have, or may come to have, one of *grades*; None is no class."""
        wanted = set(grades)
        return Interval(
            sum(wanted.issuperset(unit.possible) for unit in self.units),
            sum(not wanted.isdisjoint(unit.possible) for unit in self.units),
        )

    def __iter__(self) -> Iterator[Classed]:
        """Iterate over the units."""
        return iter(self.units)

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.units)

    def __getitem__(self, unit: str) -> Classed:
        """Return the class of *unit*.

        Raises:
            KeyError: If there is no such unit; says which one was meant.
        """
        for one in self.units:
            if one.unit == unit:
                return one
        message = f"no unit {unit!r}; {suggest(unit, (one.unit for one in self.units))}"
        raise KeyError(message)
