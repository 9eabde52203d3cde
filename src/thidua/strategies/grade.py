# SPDX-License-Identifier: MIT
"""Tables of classes for a rubric."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.formula import Predicate
from thidua.ranking import Grade, GradeTable, KnockOut, Minimum
from thidua.rubric import RankedBy, Rubric
from thidua.rubric.plan import TOTAL, rows
from thidua.strategies.expression import predicates
from thidua.strategies.number import numbers

__all__ = ["grade_tables"]

_CUTS = st.lists(numbers(low=-20, high=120), max_size=3, unique=True)
_SHARES = st.fractions(0, 1, max_denominator=20)


def _minimums(draw: DrawFn, codes: Sequence[str]) -> list[Minimum]:
    found = draw(st.lists(st.sampled_from(codes), max_size=2, unique=True))
    return [Minimum(code, draw(_SHARES)) for code in found]


_Cut: TypeAlias = tuple[Fraction, bool]
"""Where a class begins, and whether that is outside it."""


def _grade(draw: DrawFn, name: str, cut: _Cut, above: _Cut | None) -> Grade:
    """Draw a class without guards, its upper bound said again now and then."""
    (low, is_open), high = cut, above if draw(st.booleans()) else None
    return Grade(
        name,
        at_least=None if is_open else low,
        above=low if is_open else None,
        below=high[0] if high and not high[1] else None,
        at_most=high[0] if high and high[1] else None,
    )


@st.composite
def _grade_tables(draw: DrawFn, rubric: Rubric, *, guards: bool) -> GradeTable:
    codes = (*(row.part.code for row in rows(rubric)), TOTAL)
    conditions: SearchStrategy[Predicate] = predicates(
        indicators=rubric.measures, items=rubric.items, criteria=codes, depth=1
    )
    grades: list[Grade] = []
    above: _Cut | None = None
    for value in sorted(draw(_CUTS), reverse=True):
        cut = (value, draw(st.booleans()))
        grade = _grade(draw, f"Hạng {len(grades) + 1}", cut, above)
        if guards and draw(st.booleans()):
            minimums = tuple(_minimums(draw, codes))
            grade = evolve(grade, requires=draw(st.none() | conditions), minimums=minimums)
        grades.append(grade)
        above = cut
    if guards and draw(st.booleans()):
        place = draw(st.integers(0, len(grades)))
        grades.insert(place, Grade("Hạng đặc cách", requires=draw(conditions)))
    grades.append(Grade("Hạng cuối"))
    bars = [None, *(grade.name for grade in grades)]
    knock_outs = [
        KnockOut("loại trừ", draw(conditions), to=draw(st.sampled_from(bars)))
        for _ in range(draw(st.integers(0, 2)) if guards else 0)
    ]
    return GradeTable(grades, by=draw(st.sampled_from(RankedBy)), knock_outs=knock_outs)


def grade_tables(rubric: Rubric, *, guards: bool = True) -> SearchStrategy[GradeTable]:
    """Draw tables of classes that fit *rubric*, by points and by percent.

    Args:
        rubric: A sound rubric.
        guards: Whether classes ask for more than results, and knock-outs bar from them.
    """
    return _grade_tables(rubric, guards=guards)
