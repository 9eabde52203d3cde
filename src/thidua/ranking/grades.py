# SPDX-License-Identifier: MIT
"""Classes and what they ask for (*bảng xếp loại*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import ClassVar, TypeAlias, cast, final

from attrs import Attribute, field, frozen
from attrs.converters import optional

from thidua.errors import Path, RankingFault, RubricFault
from thidua.formula import Band, Predicate, code_of_measure
from thidua.formula.given import one_each, several
from thidua.formula.kernel import predicate, predicate_or_none
from thidua.quantity import Interval, Number, exact, plain
from thidua.quantity.typed import typed
from thidua.rubric import RankedBy

__all__ = [
    "Grade",
    "GradeTable",
    "GradeTables",
    "Grading",
    "KnockOut",
    "Minimum",
    "TableFor",
    "names_of",
    "tables_of",
]


def _is_share(_: object, attribute: Attribute[Fraction], value: Fraction) -> None:
    if not 0 <= value <= 1:
        what = f"a share is from 0 to 1, {plain(value)!r}"
        raise RubricFault((attribute.name,), "not-a-share", what, 'write "0.5" for 50 %')


@final
@frozen(field_transformer=typed(RankingFault))
class Minimum:
    """A least share of a part's maximum (*điểm liệt*); a part that left asks for nothing."""

    kind: ClassVar = "minimum"
    code: str
    """Code of the criterion or section, as printed."""
    share: Fraction = field(converter=exact, validator=_is_share)
    """Share of the maximum that applies to the unit; as much as that is enough."""


def _minimums(given: Mapping[str, Number] | Iterable[Minimum]) -> tuple[Minimum, ...]:
    if isinstance(given, Mapping):
        return tuple(
            Minimum(code, share) for code, share in cast("Mapping[str, Number]", given).items()
        )
    return several(given)


@final
@frozen(field_transformer=typed(RankingFault))
class Grade:
    """One class, with what it asks for (*hạng, mức xếp loại*).

    A unit whose result is high enough but that lacks something else falls to the next
    class of which it lacks nothing.

    Example: at least 90 in all, and at least 63 of the professional part:
        >>> from thidua.formula import Compare, Points
        >>> Grade("Xuất sắc", at_least=90, requires=Compare(Points("CM"), ">=", 63)).low
        Fraction(90, 1)
    """

    kind: ClassVar = "grade"
    name: str
    """Name of the class."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Least result, inside the class."""
    above: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """A result that is just too low."""
    below: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Where a class above begins, if it is to be said again; it must begin there."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """The highest result beneath the class above, if it is to be said again."""
    requires: Predicate | None = field(default=None, converter=predicate_or_none, kw_only=True)
    """What else it asks for: points of a part, an answer, a count."""
    minimums: tuple[Minimum, ...] = field(default=(), converter=_minimums, kw_only=True)
    """Least shares of parts; a mapping from code to share is taken as it is."""

    def __attrs_post_init__(self) -> None:
        """Refuse bounds that no band has."""
        _ = self.band

    @property
    def band(self) -> Band:
        """The results it asks for, as a band without points."""
        return Band(
            0, at_least=self.at_least, above=self.above, below=self.below, at_most=self.at_most
        )

    @property
    def low(self) -> Fraction | None:
        """Where it begins, closed or open; None if it asks for no result."""
        return self.band.low

    @property
    def demands(self) -> bool:
        """Whether it asks for more than a result."""
        return self.requires is not None or bool(self.minimums)

    def reached(self, result: Interval) -> bool | None:
        """Tell whether a result is high enough; None while it may come to be either."""
        if self._enough(result.low):
            return True
        return None if result.high is None or self._enough(result.high) else False

    def _enough(self, value: Fraction | None) -> bool:
        if self.low is None:
            return True
        return value is not None and (value >= self.low if self.above is None else value > self.low)


@final
@frozen(field_transformer=typed(RankingFault))
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
    return several(given)


def _each_once(_: object, _attribute: object, grades: tuple[Grade, ...]) -> None:
    if not grades:
        raise RubricFault(("grades",), "empty", "a table without classes")
    names = [grade.name for grade in grades]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise RubricFault(("grades", index), "grade-twice", f"class {name!r} stands twice")


def _knock_outs(given: Iterable[KnockOut]) -> tuple[KnockOut, ...]:
    return several(given)


@final
@frozen(field_transformer=typed(RankingFault))
class GradeTable:
    """A table of classes, best first (*bảng xếp loại*).

    A unit has the first class of which it lacks nothing; the last asks for nothing, so
    that every unit has exactly one.
    """

    kind: ClassVar = "grade_table"
    grades: tuple[Grade, ...] = field(converter=_grades, validator=_each_once)
    """The classes, best first."""
    by: RankedBy = field(default=RankedBy.POINTS, converter=RankedBy, kw_only=True)
    """Whether results are total points or percents; both as the rubric rounds them."""
    knock_outs: tuple[KnockOut, ...] = field(default=(), converter=_knock_outs, kw_only=True)
    """What bars from classes; of several that apply, all count."""

    def __attrs_post_init__(self) -> None:
        """Refuse gaps, overlaps, classes that no unit comes to, and unknown classes."""
        _refuse_last(self.grades)
        above: Grade | None = None
        for index, grade in enumerate(self.grades):
            if grade.low is None and not grade.demands and index + 1 < len(self.grades):
                following = self.grades[index + 1].name
                what = f"class {grade.name!r} asks for nothing, so no unit comes to {following!r}"
                hint = "give it a lower bound or a demand"
                raise RubricFault(("grades", index), "grade-overlap", what, hint)
            _refuse_top(grade, above, index)
            if grade.low is not None:
                _refuse_order(grade, above, index)
                above = grade
        names = [grade.name for grade in self.grades]
        for index, one in enumerate(self.knock_outs):
            if one.to is not None and one.to not in names:
                what = f"no class {one.to!r} for a knock-out"
                raise RubricFault(("knock_outs", index, "to"), "grade-unknown", what)


def _refuse_last(grades: tuple[Grade, ...]) -> None:
    last = grades[-1]
    at: Path = ("grades", len(grades) - 1)
    hint = "leave the last class open, or add one beneath it"
    if last.low is not None:
        what = f"below {plain(last.low)} there is no class"
        raise RubricFault(at, "grade-gap", what, hint)
    if last.demands:
        what = f"the last class, {last.name!r}, asks for more than its result"
        raise RubricFault(at, "grade-gap", what, hint)


def _refuse_top(grade: Grade, above: Grade | None, index: int) -> None:
    """Refuse an upper bound unless the class above begins exactly there."""
    high = grade.band.high
    if high is None:
        return
    at: Path = ("grades", index)
    low = None if above is None else above.low
    if above is None or low is None or high < low:
        beyond = (
            f"above {plain(high)}" if low is None else f"between {plain(high)} and {plain(low)}"
        )
        raise RubricFault(at, "grade-gap", f"{beyond} there is no class", "let classes meet")
    if high > low:
        what = f"classes {above.name!r} and {grade.name!r} overlap from {plain(low)}"
        raise RubricFault(at, "grade-overlap", what, "let classes meet")
    closed = (above.at_least is not None) + (grade.at_most is not None)
    if closed != 1:
        fault, word = ("grade-overlap", "two classes") if closed else ("grade-gap", "no class")
        raise RubricFault(at, fault, f"exactly {plain(low)} is in {word}", "close one side")


def _refuse_order(grade: Grade, above: Grade | None, index: int) -> None:
    """Refuse a class that begins above the one before it, or with it and asks no less."""
    if above is None:
        return
    mine, theirs = _start(grade), _start(above)
    if mine > theirs or (mine == theirs and not above.demands):
        what = f"class {grade.name!r} begins no lower than {above.name!r}"
        raise RubricFault(("grades", index), "grade-overlap", what, "list classes best first")


def _start(grade: Grade) -> tuple[Fraction, bool]:
    return grade.low or Fraction(0), grade.above is not None


@final
@frozen(field_transformer=typed(RankingFault))
class TableFor:
    """The table for one kind of unit."""

    kind: ClassVar = "table_for"
    level: str
    """The kind: a level of the choice."""
    table: GradeTable
    """Its table."""


def _tables(given: Mapping[str, GradeTable] | Iterable[TableFor]) -> tuple[TableFor, ...]:
    if isinstance(given, Mapping):
        pairs = cast("Mapping[str, GradeTable]", given).items()
        return tuple(TableFor(level, table) for level, table in pairs)
    return several(given)


@final
@frozen(field_transformer=typed(RankingFault))
class GradeTables:
    """One table for each kind of unit (*bảng theo loại đơn vị*)."""

    kind: ClassVar = "grade_tables"
    choice: str = field(converter=code_of_measure)
    """Code of the choice that says of which kind a unit is."""
    tables: tuple[TableFor, ...] = field(
        converter=_tables, validator=one_each("tables", RubricFault)
    )
    """A table for each level of the choice; a mapping is taken as it is."""


Grading: TypeAlias = GradeTable | GradeTables
"""How units come to classes."""


def tables_of(grading: Grading) -> tuple[tuple[str, GradeTable, Path], ...]:
    """Return every table with the kind of unit it is for, empty for all, and its place."""
    if isinstance(grading, GradeTable):
        return (("", grading, ()),)
    return tuple(
        (one.level, one.table, ("tables", index, "table"))
        for index, one in enumerate(grading.tables)
    )


def names_of(grading: Grading) -> tuple[str, ...]:
    """Return the names of all classes, best first, table by table, each once."""
    names = (grade.name for _, table, _ in tables_of(grading) for grade in table.grades)
    return tuple(dict.fromkeys(names))
