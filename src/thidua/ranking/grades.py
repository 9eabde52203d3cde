# SPDX-License-Identifier: MIT
"""Classes and how units come to them (*xếp loại*): tables with guards, quotas as ceilings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, TypeAlias, cast, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import RankingFault, RubricFault
from thidua.formula import Band, Predicate, code_of_measure
from thidua.formula.kernel import predicate, predicate_or_none
from thidua.quantity import RoundingMode, exact, plain
from thidua.rubric import RankedBy

__all__ = [
    "Ceiling",
    "Grade",
    "GradeTable",
    "GradeTables",
    "Grading",
    "KnockOut",
    "Leftover",
]


@final
@frozen
class Grade:
    """One class, with the results it asks for (*hạng, mức xếp loại*).

    Example: at least 90 in all, and at least 63 of the professional part:
        >>> from thidua.formula import Compare, Points
        >>> Grade("Xuất sắc", at_least=90, requires=Compare(Points("CM"), ">=", 63)).below is None
        True
    """

    kind: ClassVar = "grade"
    name: str
    """Name of the class."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lower bound of the result, inside the class."""
    above: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lower bound, outside the class."""
    below: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Upper bound, outside the class; usually left to the class above."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Upper bound, inside the class."""
    requires: Predicate | None = field(default=None, converter=predicate_or_none, kw_only=True)
    """What else it asks for: points of a part, an answer, a count; a unit that lacks it
    falls to the next class whose demands it meets (*điểm liệt*)."""

    def __attrs_post_init__(self) -> None:
        """Refuse what `Band` refuses."""
        self.band(0)

    def band(self, position: int) -> Band:
        """Return the class as a band that gives its position in the table."""
        return Band(
            position,
            at_least=self.at_least,
            above=self.above,
            below=self.below,
            at_most=self.at_most,
        )


@final
@frozen
class KnockOut:
    """Something that bars a unit from classes, whatever its result (*loại trừ*)."""

    kind: ClassVar = "knock_out"
    reason: str
    """Why, in the words of the rubric."""
    when: Predicate = field(converter=predicate)
    """When it applies."""
    to: str | None = field(default=None, kw_only=True)
    """The best class still open; None for no class at all (*không xếp loại*)."""


def _grades(given: Iterable[Grade]) -> tuple[Grade, ...]:
    grades = tuple(given)
    if not grades:
        raise RubricFault(("grades",), "empty", "a table without classes")
    names = [grade.name for grade in grades]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise RubricFault(("grades", index), "grade-twice", f"class {name!r} stands twice")
    return grades


def _knock_outs(given: Iterable[KnockOut]) -> tuple[KnockOut, ...]:
    return tuple(given)


@final
@frozen
class GradeTable:
    """A table of classes, best first (*bảng xếp loại*).

    A class without an upper bound ends where the class above it begins.
    """

    kind: ClassVar = "grade_table"
    grades: tuple[Grade, ...] = field(converter=_grades)
    """The classes, best first; the last asks for nothing but its result."""
    by: RankedBy = field(default=RankedBy.POINTS, converter=RankedBy, kw_only=True)
    """Whether results are total points or percents, as the rubric rounds them."""
    knock_outs: tuple[KnockOut, ...] = field(default=(), converter=_knock_outs, kw_only=True)
    """What bars from classes, asked in this order; all that apply count."""

    def __attrs_post_init__(self) -> None:
        """Refuse a last class that asks for more, gaps, overlaps, and unknown classes."""
        names = [grade.name for grade in self.grades]
        if self.grades[-1].requires is not None:
            what = f"the last class, {names[-1]!r}, asks for more than its result"
            raise RubricFault(("grades", len(names) - 1), "no-class-left", what)
        for index, one in enumerate(self.knock_outs):
            if one.to is not None and one.to not in names:
                what = f"no class {one.to!r} for a knock-out"
                raise RubricFault(("knock_outs", index, "to"), "grade-unknown", what)
        bands = self.bands
        for index, (better, worse) in enumerate(zip(bands, bands[1:], strict=False)):
            _meet(better, worse, names[index], names[index + 1], index)
        if bands[0].high is not None or bands[-1].low is not None:
            what = "the best class has an upper bound, or the last a lower one"
            raise RubricFault(("grades",), "grade-gap", what, "leave those two sides open")

    @property
    def bands(self) -> tuple[Band, ...]:
        """The classes as bands, each closed above by the class before it."""
        found: list[Band] = []
        for position, grade in enumerate(self.grades):
            band = grade.band(position)
            if found and band.high is None:
                before = found[-1]
                below, at_most = before.at_least, before.above
                band = Band(
                    position,
                    at_least=grade.at_least,
                    above=grade.above,
                    below=below,
                    at_most=at_most,
                )
            found.append(band)
        return tuple(found)


def _meet(better: Band, worse: Band, above: str, beneath: str, index: int) -> None:
    """Refuse two neighbouring classes that leave a gap or overlap."""
    low, high = better.low, worse.high
    place = ("grades", index + 1)
    if low is None or high is None or high > low:
        raise RubricFault(place, "grade-overlap", f"classes {above!r} and {beneath!r} overlap")
    if high < low:
        what = f"between {plain(high)} and {plain(low)} there is no class"
        raise RubricFault(place, "grade-gap", what, "let classes meet")
    closed = (better.at_least is not None) + (worse.at_most is not None)
    if closed != 1:
        fault, word = ("grade-gap", "no class") if not closed else ("grade-overlap", "two classes")
        raise RubricFault(place, fault, f"exactly {plain(low)} is in {word}", "close one side")


def _tables(
    given: Mapping[str, GradeTable] | Iterable[tuple[str, GradeTable]],
) -> tuple[tuple[str, GradeTable], ...]:
    if isinstance(given, Mapping):
        return tuple(cast("Mapping[str, GradeTable]", given).items())
    return tuple((level, table) for level, table in given)


@final
@frozen
class GradeTables:
    """One table for each kind of unit (*bảng theo loại đơn vị*)."""

    kind: ClassVar = "grade_tables"
    choice: str = field(converter=code_of_measure)
    """Code of the choice that names the kind of a unit."""
    tables: tuple[tuple[str, GradeTable], ...] = field(converter=_tables)
    """The table of each level; a mapping is taken as it is."""


Grading: TypeAlias = GradeTable | GradeTables
"""How units come to classes."""


class Leftover(StrEnum):
    """What happens to units over a ceiling."""

    REPORT = "report"
    """They are reported; people decide."""
    DEMOTE = "demote"
    """The lowest ranked fall to the next class; ties at the line are reported."""


@final
@frozen
class Ceiling:
    """The most units that may have a class (*chỉ tiêu, tỷ lệ khống chế*).

    Example: at most 20 % of those rated excellent or good may be excellent:
        >>> Ceiling(["Xuất sắc"], share="0.2", of=["Xuất sắc", "Tốt"]).rounding
        <RoundingMode.FLOOR: 'floor'>
    """

    kind: ClassVar = "ceiling"
    grades: tuple[str, ...] = field(converter=lambda given: _names(given))
    """The classes that are counted together."""
    share: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Share of the base; give this or *number*."""
    number: int | None = field(default=None, kw_only=True)
    """A fixed number."""
    of: tuple[str, ...] | None = field(
        default=None, converter=lambda given: None if given is None else _names(given), kw_only=True
    )
    """The base: the units that have one of these classes; None for all that have a class."""
    within: int | None = field(default=None, kw_only=True)
    """The base is the ceiling at this position of the list instead: a share of a share."""
    rounding: RoundingMode = field(default=RoundingMode.FLOOR, converter=RoundingMode, kw_only=True)
    """How the share of the base becomes a whole number."""
    leftover: Leftover = field(default=Leftover.REPORT, converter=Leftover, kw_only=True)
    """What happens to units over it."""

    def __attrs_post_init__(self) -> None:
        """Refuse a ceiling that is both a share and a number, or neither."""
        if (self.share is None) == (self.number is None):
            what = "a ceiling is a share or a number"
            raise RankingFault(("share",), "ceiling", what, "give one of them")
        if self.of is not None and self.within is not None:
            raise RankingFault(("of",), "ceiling", "a ceiling has one base", "keep of or within")


def _names(given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        return (given,)
    return tuple(given)
