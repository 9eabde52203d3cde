# SPDX-License-Identifier: MIT
"""Rubrics as compiled functions: the points of `score`, in whole numbers, without working."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar, TypeAlias, assert_never, final

from attrs import field, frozen

from thidua.errors import Faults, FormulaFault, RubricFault
from thidua.program.column import not_whole
from thidua.program.door import Reader, door, reader
from thidua.program.source import Functions, Output, Row, functions
from thidua.program.tally import Tallies, Tally
from thidua.program.translate import TOO_LARGE
from thidua.quantity import Given, State
from thidua.rubric import Choice, Indicator, Measure, Question, Rubric, Sheet, check, score
from thidua.rubric.measure import decimal_places
from thidua.rubric.plan import plan
from thidua.rubric.sheet_check import check_sheets

__all__ = ["CompiledRubric", "Input", "compile_rubric", "tally"]

_TOO_LONG = "numbers are too long to be compiled for"
_Numbers: TypeAlias = Mapping[str, Iterable[Mapping[str, int]]]


@final
@frozen
class Input:
    """How a measure is given as a whole number."""

    code: str
    """Code of the measure."""
    places: int
    """Decimal places: the number counts units of 10^-places. A yes is 1, a no 0."""
    levels: tuple[str, ...] = ()
    """Levels of a choice: the number is the position of one of them, the first 0."""


@final
@frozen(eq=False)
class CompiledRubric:
    """A rubric as a function over whole numbers (*bảng điểm đã biên dịch*).

    Example:
        >>> from thidua import Criterion
        >>> from thidua.formula import Proportional
        >>> points = Criterion("1", "Thu", maximum=40, formula=Proportional("thu", to=98))
        >>> rubric = Rubric("a", "A", measures=[Measure("thu", "Thu", places=1)], sections=[points])
        >>> compiled = compile_rubric(rubric)
        >>> print(compiled.source)
        def unit(v, s, w, f):
            a0, = v
            p0 = 1960 if a0 >= 980 else 2 * a0
            return p0, p0,
        <BLANKLINE>
        >>> compiled.integers({"thu": 490}), compiled.tally({"thu": 49}).points
        ((980, 980), Fraction(20, 1))
    """

    kind: ClassVar = "compiled_rubric"
    rubric: Rubric
    """The rubric."""
    inputs: tuple[Input, ...]
    """How each measure is given, in the order of the rubric; none if it is not compiled, as
    some measure may hold any exact number."""
    functions: Functions | None = field(repr=False)
    """The function for units that hold values only, and what goes with it."""
    read: Reader = field(repr=False)
    """Takes the numbers of all measures out of a mapping."""

    @property
    def exact_because(self) -> str:
        """Why the exact evaluator computes every unit; empty if a function does."""
        return "" if self.functions is not None else not_whole(self.rubric) or TOO_LARGE

    @property
    def source(self) -> str:
        """Source of the function for units that hold values only; empty if there is none."""
        return "" if self.functions is None else self.functions.source

    @property
    def outputs(self) -> tuple[Output, ...]:
        """Where each part's points stand in the result, in printed order, the total last."""
        return () if self.functions is None else tuple(self.functions.outputs.values())

    def integers(
        self,
        entries: Mapping[str, int],
        items: Mapping[str, Iterable[Mapping[str, int]]] | None = None,
    ) -> tuple[int, ...]:
        """Return the points of a unit from whole numbers, unchecked: the fastest way.

        Numbers must lie in the bounds of their measures; what comes out otherwise means
        nothing. The unit has no peers but itself.

        Args:
            entries: Value of each measure as `inputs` says.
            items: Items of each list, in the same way.

        Returns:
            Whole numbers, as `outputs` says.

        Raises:
            Faults: If the rubric has no answer for these values, or is not compiled.
            KeyError: If a measure is not given.
        """
        ready = self.functions
        if ready is None:
            raise Faults((RubricFault((), "not-compiled", self.exact_because, "use score"),))
        if ready.looks or items:
            found = ready.run([(self.read(entries), (), self._lists(items or {}))])[0]
        else:
            found = ready.unit(self.read(entries), (), (), ())
        if isinstance(found, int):
            score(self.rubric, [self._sheet(entries, items or {})])  # raises, in its own words
        assert not isinstance(found, int)  # noqa: S101 - else the two evaluators would differ
        return found

    def tally(
        self,
        entries: Mapping[str, Given],
        items: Mapping[str, Iterable[Mapping[str, Given]] | State] | None = None,
        *,
        unit: str = "",
    ) -> Tally:
        """Return the points of one unit that is a cluster of its own, as `score` gives them.

        Args:
            entries: What a `Sheet` takes: a number, answer, level or state for each measure.
            items: What a sheet takes for its lists.
            unit: Code of the unit, for faults.

        Raises:
            Faults: As `score` raises them.
        """
        ready = self.functions
        if ready is not None and items is None and not ready.looks and not ready.program.items:
            values = door(self.rubric).values(entries)
            if values is not None and not values[1]:
                found = ready.unit(values[0], (), (), ())
                if not isinstance(found, int) and not ready.too_long(found):
                    return Tally(self.rubric, (unit, dict(entries)), ready, found)
        return tally(self.rubric, [Sheet(unit, entries, items or {})])[unit]

    def _lists(self, items: _Numbers) -> Sequence[Sequence[Sequence[int]]]:
        return [
            [[item[one.code] for one in listed.measures] for item in items[listed.code]]
            for listed in self.rubric.items
        ]

    def _sheet(self, entries: Mapping[str, int], items: _Numbers) -> Sheet:
        lists = {
            listed.code: [_entries(listed.measures, item) for item in items[listed.code]]
            for listed in self.rubric.items
        }
        return Sheet("", _entries(self.rubric.measures, entries), lists)


def _entries(declared: Sequence[Indicator], numbers: Mapping[str, int]) -> Mapping[str, Given]:
    """Return whole numbers as the entries they stand for."""
    found: dict[str, Given] = {}
    for one in declared:
        number = numbers[one.code]
        match one:
            case Measure():
                found[one.code] = Fraction(number, 10 ** decimal_places(one))
            case Question():
                found[one.code] = bool(number)
            case Choice(levels=levels):
                found[one.code] = levels[number]
            case _:
                assert_never(one)
    return found


@lru_cache(maxsize=64)
def compile_rubric(rubric: Rubric) -> CompiledRubric:
    """Compile a rubric, once for each: equal rubrics share their function.

    Raises:
        Faults: With all that is wrong in the rubric.
    """
    if faults := check(rubric):
        raise Faults(faults)
    whole = not not_whole(rubric)
    return CompiledRubric(
        rubric,
        tuple(
            Input(
                one.code,
                decimal_places(one) if isinstance(one, Measure) else 0,
                one.levels if isinstance(one, Choice) else (),
            )
            for one in rubric.measures
        )
        if whole
        else (),
        functions(rubric, sound=True) if whole else None,
        reader([one.code for one in rubric.measures]),
    )


def tally(rubric: Rubric, sheets: Iterable[Sheet]) -> Tallies:
    """Compute the points of a cluster: those of `score`, faster, without their working.

    Units that hold states are computed by a second function. What is still to come has no
    whole number; those units, or the whole cluster if they are peers of each other, go to
    the exact evaluator and say so.

    Args:
        rubric: What the cluster has agreed on.
        sheets: One sheet for each unit; the units of these sheets are the cluster.

    Raises:
        Faults: As `score` raises them.
    """
    compiled = compile_rubric(rubric)
    listed = tuple(sheets)
    if why := not_whole(rubric):
        whole = score(rubric, listed)
        return Tallies(rubric, tuple(Tally(rubric, one.sheet, None, (), one, why) for one in whole))
    rows, because = _rows(rubric, listed)
    peers = bool(compiled.functions and compiled.functions.looks)
    states = [index for index, row in enumerate(rows) if row[1]]
    values = [index for index, row in enumerate(rows) if not row[1]]
    if peers and because:
        because = dict.fromkeys(range(len(rows)), _TOO_LONG)
    found: dict[int, Tally] = {}
    for some in [[*range(len(rows))]] if peers else [values, states]:
        together = [index for index in some if index not in because]
        sound = not any(rows[index][1] for index in together)
        ready = functions(rubric, sound=sound) if together else None
        if ready is None:
            because |= dict.fromkeys(together, TOO_LARGE)
            continue
        try:
            numbers = ready.run(
                [rows[i] if sound else ready.with_states(rows[i]) for i in together]
            )
        except FormulaFault:  # folded ratios
            because |= dict.fromkeys(together, _TOO_LONG)
            continue
        for index, one in zip(together, numbers, strict=True):
            if isinstance(one, int):
                code, lack = ready.lacks[one]
                because[index] = f"{code!r}: {lack.value}"
            elif ready.too_long(one):
                because[index] = _TOO_LONG
            else:
                found[index] = Tally(rubric, listed[index], ready, one)
    if because:
        exactly = score(rubric, listed if peers else [listed[index] for index in sorted(because)])
        for index, why in because.items():
            sheet = listed[index]
            found[index] = Tally(rubric, sheet, None, (), exactly[sheet.unit], why)
    return Tallies(rubric, tuple(found[index] for index in range(len(listed))))


def _rows(rubric: Rubric, sheets: Sequence[Sheet]) -> tuple[list[Row], dict[int, str]]:
    """Return sheets as numbers, those that are wrong refused, and which are too long for that."""
    ready, way_in = plan(rubric), door(rubric)
    found: list[Row | None] = []
    for sheet in sheets:
        simple = not (rubric.items or sheet.items or sheet.others or sheet.illustrative)
        values = way_in.values(dict(sheet.entries)) if simple else None
        found.append(None if values is None else (*values, ()))
    doubtful = None in found or len({sheet.unit for sheet in sheets}) < len(sheets)
    if doubtful and (faults := check_sheets(ready, sheets)):
        raise Faults(faults)
    because: dict[int, str] = {}
    rows: list[Row] = []
    for index, (sheet, row) in enumerate(zip(sheets, found, strict=True)):
        rows.append(way_in.row(sheet) if row is None else row)
        if row is None and way_in.is_long(rows[-1]):
            because[index] = _TOO_LONG
    return rows, because
