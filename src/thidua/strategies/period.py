# SPDX-License-Identifier: MIT
"""Trees of periods, and results of periods."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.period import Period, PeriodResult
from thidua.ranking import rank
from thidua.rubric import Rubric, Sheet, score
from thidua.strategies.sheet import sheets

__all__ = ["period_results", "periods"]

_LEVELS = ("năm", "học kỳ", "tháng", "tuần")
_WEIGHTS = st.sampled_from([Fraction(1), Fraction(1), Fraction(2), Fraction(1, 3)])


@st.composite
def _periods(draw: DrawFn, levels: int, most: int) -> Period:
    numbers = iter(range(1, (most + 1) ** levels + 1))

    def period(level: int) -> Period:
        code = f"p{next(numbers)}"
        few = 0 if level + 1 == levels else draw(st.integers(0 if level else 1, most))
        parts = tuple(period(level + 1) for _ in range(few))
        name = f"{_LEVELS[level].capitalize()} {code}"
        return Period(code, name, parts=parts, weight=draw(_WEIGHTS), level=_LEVELS[level])

    return period(0)


def periods(*, levels: int = 3, most: int = 3) -> SearchStrategy[Period]:
    """Draw trees of periods: a year of semesters, months and weeks, some without parts.

    Args:
        levels: Most levels, the whole counted; from 2 to 4.
        most: Most parts of a period.
    """
    return _periods(levels, most)


def period_results(
    period: str,
    rubric: Rubric,
    *,
    units: Sequence[str] | None = None,
    complete: bool = False,
) -> SearchStrategy[PeriodResult]:
    """Draw results of a period: scores that seek the edges of *rubric*, and their ranking.

    Args:
        period: Code of the period.
        rubric: A sound rubric.
        units: Codes of the units, all different; absent, up to four are drawn.
        complete: Whether nothing may be pending.
    """
    return sheets(rubric, units=units, complete=complete).map(partial(_result, period, rubric))


def _result(period: str, rubric: Rubric, given: Sequence[Sheet]) -> PeriodResult:
    scores = score(rubric, given)
    return PeriodResult(period, scores, ranking=rank(scores, ties="share"))
