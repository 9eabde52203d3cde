# SPDX-License-Identifier: MIT
"""Points without their working (*tính điểm nhanh*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, TypeAlias, final

from attrs import evolve, field, frozen

from thidua.errors import suggest
from thidua.formula import Scope, standing
from thidua.program.source import Functions, Output
from thidua.quantity import Given, Interval
from thidua.rubric import Criterion, Line, Rubric, Scores, Sheet, UnitScore, score
from thidua.rubric.plan import TOTAL, plan, treatment_of
from thidua.rubric.score import cells_of, lists_of

__all__ = ["Reported", "Tallies", "Tally"]

Reported: TypeAlias = Sheet | tuple[str, Mapping[str, Given]]
"""A sheet, or what one is made of: the unit's code and its entries."""


@final
@frozen(eq=False)
class Tally:
    """The points of one unit, kept as whole numbers until they are read.

    Whatever it gives equals what `score` gives, apart from the working.
    """

    kind: ClassVar = "tally"
    rubric: Rubric = field(repr=False)
    """The rubric it was computed by."""
    reported: Reported
    """What the unit reported."""
    functions: Functions | None = field(repr=False)
    """What computed it; None if the exact evaluator did."""
    numbers: tuple[int, ...]
    """The result, as `Output` says; empty if the exact evaluator computed it."""
    exactly: UnitScore | None = field(default=None, repr=False)
    """The score by the exact evaluator, if that computed it."""
    exact_because: str = ""
    """Why the exact evaluator computed it; empty if the compiled function did."""

    @property
    def unit(self) -> str:
        """Code of the unit."""
        return self.reported.unit if isinstance(self.reported, Sheet) else self.reported[0]

    @cached_property
    def sheet(self) -> Sheet:
        """What the unit reported, as a sheet."""
        return self.reported if isinstance(self.reported, Sheet) else Sheet(*self.reported)

    @property
    def points(self) -> Fraction | None:
        """Total points; None while they are still an interval."""
        if self.functions is None:
            return self.total.points
        return self._points(self.functions.outputs[TOTAL])

    @property
    def maximum(self) -> Fraction:
        """The maximum that applies to the unit."""
        return self.total.maximum

    @property
    def percent(self) -> Fraction | None:
        """Percent of the maximum that applies, rounded as the rubric says."""
        return self._bare.percent

    @property
    def provisional(self) -> bool:
        """Whether something is still to come."""
        return self.total.provisional

    @property
    def ranked(self) -> Interval | None:
        """What the unit is ranked by, as the rubric rounds it; None if it has none."""
        return self._bare.ranked

    @cached_property
    def total(self) -> Line:
        """The line of the total, without working."""
        return self._line(TOTAL)

    @cached_property
    def score(self) -> UnitScore:
        """The score sheet, without working: for `rank` and whatever else takes one."""
        lines = tuple(self._line(code) for code in plan(self.rubric).row)
        return UnitScore(self.rubric, self.sheet, lines, self.total)

    @property
    def _bare(self) -> UnitScore:
        return UnitScore(self.rubric, self.sheet, (), self.total)

    def __getitem__(self, code: str) -> Line:
        """Return the line of the criterion or section *code*, without working.

        Raises:
            KeyError: If the rubric has none of that code; says which one was meant.
        """
        rows = plan(self.rubric).row
        if code not in rows:
            message = f"no criterion {code!r}; {suggest(code, rows)}"
            raise KeyError(message)
        return self._line(code)

    def _points(self, output: Output) -> Fraction:
        above = self.numbers[output.above]
        return Fraction(above, output.below or self.numbers[output.above + 1])

    def _line(self, code: str) -> Line:
        if self.exactly is not None:
            line = self.exactly.total if code == TOTAL else self.exactly[code]
            return evolve(line, working=None)
        assert self.functions is not None  # noqa: S101 - one of the two computed it
        output = self.functions.outputs[code]
        points, maximum = self._points(output), output.maximum
        if maximum is None:
            maximum = Fraction(self.numbers[output.maximum_at], self.functions.program.scale)
        line = Line(code, points, maximum)
        return line if self.functions.program.sound else self._treated(line)

    def _treated(self, line: Line) -> Line:
        """Say which state decided the points of a criterion, if one did."""
        ready = plan(self.rubric)
        row = ready.row.get(line.code)
        if row is None or not isinstance(row.part, Criterion):
            return line
        scope = Scope(
            cells_of(ready, self.sheet),
            lists_of(ready, self.sheet),
            pending=ready.pending[line.code],
        )
        state = standing(scope, ready.reads[line.code])
        if state is None:
            return line
        said = treatment_of(self.rubric, row.part, state)
        return evolve(line, state=state, treatment=said)


@final
@frozen(eq=False)
class Tallies:
    """The points of a cluster, in the order of its sheets."""

    kind: ClassVar = "tallies"
    rubric: Rubric = field(repr=False)
    """The rubric all were computed by."""
    units: tuple[Tally, ...]
    """One for each unit."""

    @cached_property
    def scores(self) -> Scores:
        """The scores of the cluster, without working: for `rank`."""
        return Scores(self.rubric, tuple(unit.score for unit in self.units))

    def worked(self) -> Scores:
        """Return the scores with their working, by the exact evaluator."""
        return score(self.rubric, [unit.sheet for unit in self.units])

    def __getitem__(self, unit: str) -> Tally:
        """Return the points of *unit*.

        Raises:
            KeyError: If the cluster has no such unit; says which one was meant.
        """
        for one in self.units:
            if one.unit == unit:
                return one
        message = f"no unit {unit!r}; {suggest(unit, (one.unit for one in self.units))}"
        raise KeyError(message)

    def __iter__(self) -> Iterator[Tally]:
        """Iterate over the units."""
        return iter(self.units)

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.units)
