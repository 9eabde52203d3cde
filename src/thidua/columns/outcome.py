# SPDX-License-Identifier: MIT
"""Percents and classes as nodes of a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from thidua.errors import Faults, RubricFault
from thidua.formula import OverPeers, Predicate, Relation, reads
from thidua.program.make import ZERO, branch, guarded
from thidua.program.node import Column, InState, Lack, Literal, Look, Part, Truth, Whole
from thidua.program.program import Program, ProgramLine, part_points
from thidua.program.ratio import Ratio, product, quotient, ratio_of, related, rounded
from thidua.program.translate import Names, Translator
from thidua.program.truth import YES, all_of, any_of, compare, negate, sure
from thidua.quantity import State
from thidua.ranking import GradeTable, GradeTables, Grading
from thidua.ranking.grades import names_of, tables_of
from thidua.rubric import Choice, Indicator, RankedBy
from thidua.rubric.plan import TOTAL, plan

__all__ = ["Outcome"]

_HUNDRED = Fraction(100)
_AWAITED = (State.MISSING, State.NOT_DUE)


class Outcome:
    """What is made of the points of a rubric."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._lines: Mapping[str, ProgramLine] = {line.code: line for line in program.lines}
        ready = plan(program.rubric)
        self._columns: dict[tuple[str | None, str], tuple[Indicator, Column]] = {
            (None, column.code): (ready.indicators[column.code], column)
            for column in program.columns
        }
        for items, columns in program.items.items():
            for column in columns:
                self._columns[items, column.code] = (ready.items[items][column.code], column)
        self._names = Names(self._columns, self.points, self._no_look, sound=program.sound)

    def _no_look(self, node: OverPeers, _: frozenset[State]) -> Look:
        what = f"a condition on classes looks at peers: {node.fold.value}"
        fault = RubricFault(("grading",), "not-columnar", what, "make it a criterion")
        raise Faults((fault,))

    def points(self, code: str) -> Ratio:
        """Return the points of a part."""
        line = self._lines[code]
        return Ratio(
            part_points(code, Part.ABOVE, line.above), part_points(code, Part.BELOW, line.below)
        )

    def maximum(self, code: str) -> Ratio:
        """Return the maximum of a part that applies to the unit."""
        return Ratio(self._lines[code].maximum, Literal(self._program.scale))

    def percent(self) -> Ratio:
        """Return the percent of the total, as the rubric rounds it; none of a maximum of zero."""
        some = compare(self.maximum(TOTAL).above, Relation.NOT_EQUAL, ZERO)
        found = product([self.points(TOTAL), ratio_of(_HUNDRED)])
        found = quotient(found, self.maximum(TOTAL))
        if self._program.rubric.percent_rounding is not None:
            found = rounded(found, self._program.rubric.percent_rounding)
        if some == YES:
            return found
        return Ratio(guarded([(some, Lack.DIVISOR_ZERO)], found.above), found.below)

    def result(self, by: RankedBy) -> Ratio:
        """Return what units are ranked or classed by."""
        return self.points(TOTAL) if by is RankedBy.POINTS else self.percent()

    def grade(self, grading: Grading) -> Whole:
        """Return the position of the class among `names_of`, or how many there are for none."""
        names = names_of(grading)
        tables = {level: table for level, table, _ in tables_of(grading)}
        if not isinstance(grading, GradeTables):
            return self._grade(tables[""], names)
        indicator, column = self._columns[None, grading.choice]
        assert isinstance(indicator, Choice)  # noqa: S101 - the grading was checked
        found: Whole = Literal(len(names))
        for position, level in enumerate(indicator.levels):
            here = compare(column, Relation.EQUAL, Literal(position))
            found = branch(here, self._grade(tables[level], names), found)
        known = [] if self._program.sound else _not_in([(None, grading.choice)], State, frozenset())
        return guarded(known, found)

    def _grade(self, table: GradeTable, names: tuple[str, ...]) -> Whole:
        result = self.result(table.by)
        place = {grade.name: index for index, grade in enumerate(table.grades)}
        bars = [
            (len(place) if one.to is None else place[one.to], self._holds(one.when))
            for one in table.knock_outs
        ]
        found: Whole = Literal(names.index(table.grades[-1].name))
        for index, grade in reversed([*enumerate(table.grades[:-1])]):
            asked: list[Truth] = [negate(truth) for to, truth in bars if to > index]
            if grade.low is not None:
                relation = Relation.GREATER_OR_EQUAL if grade.above is None else Relation.GREATER
                asked.append(related(result, relation, ratio_of(grade.low)))
            if grade.requires is not None:
                asked.append(self._holds(grade.requires))
            for minimum in grade.minimums:
                most = self.maximum(minimum.code)
                least = product([most, ratio_of(minimum.share)])
                enough = related(self.points(minimum.code), Relation.GREATER_OR_EQUAL, least)
                asked.append(any_of([compare(most.above, Relation.EQUAL, ZERO), enough]))
            found = branch(all_of(asked), Literal(names.index(grade.name)), found)
        none = any_of([truth for to, truth in bars if to == len(place)])
        return branch(none, Literal(len(names)), found)

    def _holds(self, predicate: Predicate) -> Truth:
        what = reads(predicate)
        truth = Translator(self._names, what.asked, frozenset(State)).truth(predicate)
        if self._program.sound:
            return truth
        if what.lists:
            todo = "make it a criterion, which says what states do, or use tally"
            why = "a condition on classes reads lists that may be in states"
            raise Faults((RubricFault(("grading",), "not-columnar", why, todo),))
        values = what.numbers | {(place, code) for place, code, _ in what.levels}
        guards = _not_in(sorted(values, key=str), State, what.asked)
        guards += _not_in(sorted(what.measures - values, key=str), _AWAITED, what.asked)
        return sure(guards, truth)


def _not_in(
    measures: Iterable[tuple[str | None, str]],
    states: Iterable[State],
    asked: frozenset[tuple[str | None, str, State]],
) -> list[tuple[Truth, Lack]]:
    """Return the guards by which entries are in none of *states*, but those asked for."""
    return [
        (negate(InState(code, None, state)), Lack.NO_VALUE)
        for place, code in measures
        for state in states
        if (place, code, state) not in asked
    ]
