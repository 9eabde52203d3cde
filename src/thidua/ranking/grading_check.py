# SPDX-License-Identifier: MIT
"""Whether a grading fits a rubric: every fault at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from thidua.errors import Path, RubricFault, suggest
from thidua.formula import MAXIMUM_DEPTH, Predicate, is_too_deep
from thidua.ranking.grades import GradeTable, GradeTables, Grading, tables_of
from thidua.rubric import Choice, Rubric
from thidua.rubric.check import reading_faults
from thidua.rubric.named import at_their_names
from thidua.rubric.plan import TOTAL, rows

__all__ = ["check_grading"]


def check_grading(rubric: Rubric, grading: Grading) -> tuple[RubricFault, ...]:
    """Return every fault of *grading* for scores by *rubric*, which must be sound.

    Unknown criteria, measures and levels are faults, and kinds of units without a table.
    """
    return tuple(_faults(rubric, grading))


def _faults(rubric: Rubric, grading: Grading) -> Iterator[RubricFault]:
    codes = {row.part.code for row in rows(rubric)}
    if isinstance(grading, GradeTables):
        yield from _kinds(rubric, grading)
    for _, table, place in tables_of(grading):
        yield from _table(rubric, table, ("grading", *place), codes)


def _table(rubric: Rubric, table: GradeTable, at: Path, codes: set[str]) -> Iterator[RubricFault]:
    for index, grade in enumerate(table.grades):
        place: Path = (*at, "grades", index)
        if grade.requires is not None:
            yield from _predicate(rubric, grade.requires, (*place, "requires"), codes)
        for position, minimum in enumerate(grade.minimums):
            if minimum.code not in codes | {TOTAL}:
                what = f"no criterion has the code {minimum.code!r}"
                where = (*place, "minimums", position, "code")
                yield RubricFault(where, "points-unknown", what, suggest(minimum.code, codes))
    for index, one in enumerate(table.knock_outs):
        yield from _predicate(rubric, one.when, (*at, "knock_outs", index, "when"), codes)


def _predicate(
    rubric: Rubric, predicate: Predicate, at: Path, codes: set[str]
) -> Iterator[RubricFault]:
    if is_too_deep(predicate):
        what = f"a condition nests more than {MAXIMUM_DEPTH} deep"
        yield RubricFault(at, "too-deep", what, "make it a criterion")
    else:
        ask = partial(reading_faults, rubric, at=at, codes=codes)
        yield from at_their_names(ask(predicate), predicate, at, ask)


def _kinds(rubric: Rubric, grading: GradeTables) -> Iterator[RubricFault]:
    declared = {one.code: one for one in rubric.measures}
    choice = declared.get(grading.choice)
    at: Path = ("grading", "choice")
    if choice is None:
        what = f"measure {grading.choice!r} is not declared"
        yield RubricFault(at, "measure-unknown", what, suggest(grading.choice, declared))
    elif not isinstance(choice, Choice):
        what = f"{grading.choice!r} is no choice, so units have no kind"
        yield RubricFault(at, "measure-kind", what)
    else:
        levels = [one.level for one in grading.tables]
        for index, level in enumerate(levels):
            if level not in choice.levels:
                what = f"choice {choice.code!r} has no level {level!r}"
                place = ("grading", "tables", index, "level")
                yield RubricFault(place, "level-unknown", what, suggest(level, choice.levels))
        for level in choice.levels:
            if level not in levels:
                what = f"no table for level {level!r} of choice {choice.code!r}"
                yield RubricFault(("grading", "tables"), "level-missing", what, "give it one")
