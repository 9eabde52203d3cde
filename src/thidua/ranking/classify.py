# SPDX-License-Identifier: MIT
"""Scores into classes, with what bars every unit from the better ones (*xếp loại*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import final

from attrs import evolve, frozen

from thidua.errors import Fault, Faults, FormulaFault, Path
from thidua.formula import (
    All,
    Choose,
    Compare,
    Constant,
    Evaluator,
    Points,
    Predicate,
    Scope,
    Undecided,
    bounds,
    prepare,
)
from thidua.quantity import Interval, State
from thidua.ranking.classes import Barred, Classed, Classes, Lack
from thidua.ranking.grades import Grade, GradeTable, GradeTables, Grading, Minimum, tables_of
from thidua.ranking.grading_check import check_grading
from thidua.rubric import Scores, UnitScore
from thidua.rubric.plan import TOTAL
from thidua.rubric.scopes import scopes

__all__ = ["classify"]


def classify(scores: Scores, grading: Grading) -> Classes:
    """Give every unit of a cluster its class.

    The class is the first, from the best that no knock-out bars, of which the unit lacks
    nothing. Results are compared as the rubric rounds them. A condition reads entries as
    formulas do: one that asks for a state takes it as it stands.

    Args:
        scores: The score sheets of the cluster.
        grading: A table of classes, or a table for each kind of unit.

    Returns:
        For every unit its class and what it lacks of the others; while something is still
        to come, the classes it may have, among them its final one.

    Raises:
        Faults: With all that does not fit the rubric; else with every condition that has no
            answer for a unit, and every unit without a kind.
    """
    if wrong := check_grading(scores.rubric, grading):
        raise Faults(wrong)
    faults: list[Fault] = []
    units = tuple(
        _unit(_Case(score, scope, faults), grading)
        for score, scope in zip(scores, scopes(scores), strict=True)
    )
    if faults:
        raise Faults(tuple(faults))
    return Classes(scores.rubric, grading, units)


@final
@frozen
class _Case:
    """A unit whose class is looked for."""

    score: UnitScore
    scope: Scope
    faults: list[Fault]

    def note(self, fault: FormulaFault, at: Path) -> None:
        """Note that a condition has no answer."""
        what = f"unit {self.score.unit!r}: {fault.what}"
        self.faults.append(FormulaFault(("grading", *at), fault.code, what, fault.todo))


def _unit(case: _Case, grading: Grading) -> Classed:
    tables = {level: (table, at) for level, table, at in tables_of(grading)}
    if not isinstance(grading, GradeTables):
        return _in_table(case, *tables[""], "")
    cell = case.scope.entries[grading.choice]
    if isinstance(cell, str) and cell in tables:
        return _in_table(case, *tables[cell], cell)
    if cell not in case.scope.pending:
        state = cell.value if isinstance(cell, State) else cell
        what = f"the kind of unit {case.score.unit!r} is not known: {grading.choice!r} is {state}"
        case.faults.append(FormulaFault(("grading", "choice"), "no-value", what))
    ignored = evolve(case, faults=[])
    found = [_in_table(ignored, *tables[level], None) for level in tables]
    possible = dict.fromkeys(name for one in found for name in one.possible)
    return evolve(found[0], possible=_none_last(possible), lacks=(), barred=())


def _none_last(names: Iterable[str | None]) -> tuple[str | None, ...]:
    return tuple(sorted(names, key=lambda name: name is None))


def _in_table(case: _Case, table: GradeTable, at: Path, level: str | None) -> Classed:
    result = case.score.result(table.by)
    classed = Classed(
        case.score.unit,
        name=case.score.sheet.title,
        possible=(None,),
        level=level,
        value=result,
        by=table.by,
    )
    barred = tuple(_barred(case, table, at))
    if result is None:
        return evolve(classed, barred=barred)
    starts = _starts(table, barred)
    lacks: list[tuple[Lack, ...]] = []
    settled = not starts
    for index, grade in enumerate(table.grades):
        quiet = settled or index < min(starts)
        found = tuple(_lacks(case, grade, result, (*at, "grades", index), quiet=quiet))
        settled = settled or (index >= max(starts) and not found)
        lacks.append(found)
    possible = tuple(_possible(table, starts, lacks))
    none = (None,) if not starts or any(one.to is None for one in barred) else ()
    return evolve(
        classed,
        possible=(*possible, *none),
        lacks=tuple(lack for of_grade in lacks for lack in of_grade),
        barred=barred,
    )


def _barred(case: _Case, table: GradeTable, at: Path) -> Iterator[Barred]:
    for index, one in enumerate(table.knock_outs):
        try:
            answer = _holds(one.when, case.scope)
        except FormulaFault as fault:
            case.note(fault, (*at, "knock_outs", index, "when"))
            answer = None
        if answer is not False:
            yield Barred(one.reason, one.to, open=answer is None)


def _starts(table: GradeTable, barred: Sequence[Barred]) -> frozenset[int]:
    """Return the positions at which the best class still open may stand; none for no class."""
    if any(one.to is None and not one.open for one in barred):
        return frozenset()
    place = {grade.name: index for index, grade in enumerate(table.grades)}
    certain = max((place[one.to] for one in barred if one.to and not one.open), default=0)
    maybe = [place[one.to] for one in barred if one.to and one.open]
    return frozenset({certain, *(start for start in maybe if start > certain)})


def _possible(
    table: GradeTable, starts: Iterable[int], lacks: Sequence[tuple[Lack, ...]]
) -> Iterator[str]:
    """Yield the classes a unit may have, of those that stand at *starts* or below."""
    found: set[int] = set()
    for start in starts:
        sure = next(index for index in range(start, len(lacks)) if not lacks[index])
        found |= {
            index for index in range(start, sure + 1) if all(lack.open for lack in lacks[index])
        }
    for index in sorted(found):
        yield table.grades[index].name


def _lacks(case: _Case, grade: Grade, result: Interval, at: Path, *, quiet: bool) -> Iterator[Lack]:
    """Yield what the unit lacks of a class, or may lack."""
    reached = grade.reached(result)
    if reached is not True:
        yield Lack(grade.name, found=result, open=reached is None)
    yield from _required(case, grade, (*at, "requires"), quiet=quiet or reached is False)
    for minimum in grade.minimums:
        yield from _short(case, grade, minimum)


def _required(case: _Case, grade: Grade, at: Path, *, quiet: bool) -> Iterator[Lack]:
    """Yield the conditions that do not hold, or may not.

    After one that does not, or may not, those that have no answer are passed over: the
    first may be there to guard them. Of a class that does not matter for the unit (*quiet*)
    a condition without an answer is open.
    """
    asked = grade.requires.of if isinstance(grade.requires, All) else (grade.requires,)
    guarded = False
    for one in asked:
        if one is None:
            return
        try:
            answer = _holds(one, case.scope)
        except FormulaFault as fault:
            if quiet and not guarded:
                yield Lack(grade.name, one, open=True)
            elif not guarded:
                case.note(fault, at)
            return
        if answer is not True:
            guarded = True
            found, against = _sides(one, case.scope)
            yield Lack(grade.name, one, found=found, against=against, open=answer is None)


def _sides(predicate: Predicate, scope: Scope) -> tuple[Interval | None, Interval | None]:
    if not isinstance(predicate, Compare):
        return None, None
    against = None if isinstance(predicate.right, Constant) else bounds(predicate.right, scope)
    return bounds(predicate.left, scope), against


def _short(case: _Case, grade: Grade, minimum: Minimum) -> Iterator[Lack]:
    """Yield that a part is short of its least share, or may be."""
    line = case.score.total if minimum.code == TOTAL else case.score[minimum.code]
    least = minimum.share * line.maximum
    answer = not line.maximum or _holds(Compare(Points(minimum.code), ">=", least), case.scope)
    if answer is not True:
        against = Interval.of(line.maximum)
        yield Lack(grade.name, minimum, found=line.span, against=against, open=answer is None)


@lru_cache(maxsize=1024)
def _test(predicate: Predicate) -> tuple[Choose, Evaluator]:
    asked = Choose(predicate, 1, 0)
    return asked, prepare(asked)


def _holds(predicate: Predicate, scope: Scope) -> bool | None:
    """Tell whether a condition holds; None while it may come to be either."""
    asked, evaluator = _test(predicate)
    try:
        return bool(evaluator(scope).value)
    except Undecided:
        span = bounds(asked, scope).value
        return None if span is None else bool(span)
