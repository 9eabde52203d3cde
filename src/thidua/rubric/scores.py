# SPDX-License-Identifier: MIT
"""What scoring gives: points with their working (*kết quả chấm điểm*)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import suggest
from thidua.formula import Working
from thidua.quantity import EVERYTHING, Interval, State, divide, multiply, round_to
from thidua.rubric.criterion import Treatment, standard_maximum
from thidua.rubric.rubric import RankedBy, Rubric
from thidua.rubric.sheet import Sheet

__all__ = ["Line", "Scores", "UnitScore"]


@final
@frozen
class Line:
    """The result of one criterion, one section, or the total, for one unit."""

    kind: ClassVar = "line"
    code: str
    """Code as printed, or ``"total"``."""
    points: Fraction | None
    """The points; None while they are still an interval."""
    maximum: Fraction
    """The maximum that applies to this unit; 0 for a criterion that left it."""
    interval: Interval | None = field(default=None, kw_only=True)
    """What the points may still become; None once they are certain."""
    state: State | None = field(default=None, kw_only=True)
    """Why there is no value, if an entry holds none."""
    treatment: Treatment | None = field(default=None, kw_only=True)
    """What that did."""
    provisional: bool = field(default=False, kw_only=True)
    """Whether something it depends on is still to come, here or at a peer."""
    working: Working | None = field(default=None, kw_only=True)
    """How the points were made, for a criterion whose values are all there."""

    @property
    def span(self) -> Interval:
        """All values the points may still take; a single one once they are certain."""
        if self.points is not None:
            return Interval.of(self.points)
        return EVERYTHING if self.interval is None else self.interval

    @property
    def percent(self) -> Fraction | None:
        """Points over the maximum, times 100; None if one of them is not there.

        Raises:
            FormulaFault: If it has more than `MAXIMUM_DIGITS` digits.
        """
        if self.points is None or not self.maximum:
            return None
        return divide(self.points * 100, self.maximum)


@final
@frozen
class UnitScore:
    """The score sheet of one unit (*phiếu chấm điểm*)."""

    kind: ClassVar = "unit_score"
    rubric: Rubric
    """The rubric it was scored by."""
    sheet: Sheet
    """What the unit reported."""
    lines: tuple[Line, ...]
    """One line for each criterion and section, in printed order."""
    total: Line
    """The total, limited and rounded as the rubric says."""

    @property
    def unit(self) -> str:
        """Code of the unit."""
        return self.sheet.unit

    @property
    def points(self) -> Fraction | None:
        """Total points; None while they are still an interval."""
        return self.total.points

    @property
    def percent(self) -> Fraction | None:
        """Percent of the maximum that applies, rounded as the rubric says.

        Raises:
            FormulaFault: If it has more than `MAXIMUM_DIGITS` digits.
        """
        return self._percent(self.total.points)

    @property
    def rescaled(self) -> Fraction | None:
        """Total points on the scale of the whole rubric (*điểm quy đổi*).

        As if what does not apply to the unit had been reached like the rest: 63 of the 70
        points that apply are 90 of 100. Rounded as the rubric rounds the total.

        Raises:
            FormulaFault: If it has more than `MAXIMUM_DIGITS` digits.
        """
        points, applies = self.total.points, self.total.maximum
        if points is None or not applies:
            return None
        whole = self.rubric.maximum
        if whole is None:
            whole = standard_maximum(self.rubric.sections)
        rounding = self.rubric.rounding
        scaled = divide(multiply([points, whole]), applies)
        return scaled if rounding is None else round_to(scaled, rounding)

    @property
    def provisional(self) -> bool:
        """Whether something is still to come."""
        return self.total.provisional

    @property
    def ranked(self) -> Interval | None:
        """What the unit is ranked by, as the rubric rounds it; None if it has none."""
        return self.result(self.rubric.ranked_by)

    def result(self, by: RankedBy) -> Interval | None:
        """Return total points or percent, as the rubric rounds them; None if there is none."""
        if by is RankedBy.POINTS:
            return self.total.span
        if not self.total.maximum:
            return None
        return Interval(self._percent(self.total.span.low), self._percent(self.total.span.high))

    def _percent(self, points: Fraction | None) -> Fraction | None:
        if points is None or not self.total.maximum:
            return None
        percent = divide(points * 100, self.total.maximum)
        rounding = self.rubric.percent_rounding
        return percent if rounding is None else round_to(percent, rounding)

    def __getitem__(self, code: str) -> Line:
        """Return the line of the criterion or section *code*.

        Raises:
            KeyError: If the rubric has none of that code; says which one was meant.
        """
        for line in self.lines:
            if line.code == code:
                return line
        message = f"no criterion {code!r}; {suggest(code, (line.code for line in self.lines))}"
        raise KeyError(message)


@final
@frozen
class Scores:
    """The score sheets of a cluster, in the order of its sheets."""

    kind: ClassVar = "scores"
    rubric: Rubric
    """The rubric all were scored by."""
    units: tuple[UnitScore, ...]
    """One score sheet for each unit."""

    def __getitem__(self, unit: str) -> UnitScore:
        """Return the score sheet of *unit*.

        Raises:
            KeyError: If the cluster has no such unit; says which one was meant.
        """
        for score in self.units:
            if score.unit == unit:
                return score
        message = f"no unit {unit!r}; {suggest(unit, (score.unit for score in self.units))}"
        raise KeyError(message)

    def __iter__(self) -> Iterator[UnitScore]:
        """Iterate over the score sheets."""
        return iter(self.units)

    def __len__(self) -> int:
        """Return how many units were scored."""
        return len(self.units)
