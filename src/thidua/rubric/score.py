# SPDX-License-Identifier: MIT
"""Sheets into points, for a whole cluster (*chấm điểm*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import compress
from typing import TypeVar, assert_never

from attrs import evolve

from thidua.errors import Fault, Faults, FormulaFault, SheetFault, first, suggest
from thidua.formula import Scope, Undecided, bounds, standing
from thidua.formula.given import several
from thidua.formula.scope import Cell
from thidua.quantity import Interval, State, add
from thidua.quantity.typed import composed, misfits
from thidua.rubric.check import check
from thidua.rubric.criterion import Criterion, Role, Section, Treatment, standard_maximum
from thidua.rubric.measure import cell_of
from thidua.rubric.plan import TOTAL, Plan, plan, summed, treatment_of
from thidua.rubric.rubric import Rubric
from thidua.rubric.scores import Line, Scores, UnitScore
from thidua.rubric.sheet import Sheet
from thidua.rubric.sheet_check import check_sheets

__all__ = ["awaited_items", "cells_of", "domains_of", "lists_of", "score"]

_T = TypeVar("_T")
_ZERO = Fraction(0)
_UNKNOWN = Line("", None, _ZERO, provisional=True)


def score(rubric: Rubric, sheets: Iterable[Sheet], *, units: Iterable[str] | None = None) -> Scores:
    """Score the units of a cluster by a rubric.

    Args:
        rubric: What the cluster has agreed on.
        sheets: One sheet for each unit; the units of these sheets are the cluster.
        units: Codes of all units of the cluster, if they are known apart from the sheets.
            A unit without a sheet then has every entry missing.

    Returns:
        Points, maximum and working of every part, for every unit, in the order of the
        sheets. Where something is still to come, an interval that contains every
        final value.

    Raises:
        Faults: With all that is wrong in the rubric; else with all that is wrong in the
            sheets; else with every criterion that has no answer for a unit.
    """
    if wrong := misfits(rubric, Rubric, ("rubric",), SheetFault):
        raise Faults(tuple(wrong))
    listed = _listed(sheets, Sheet, "sheets")
    if faults := check(rubric):
        raise Faults(faults)
    if units is not None:
        listed = _everyone(listed, tuple(map(composed, _listed(units, str, "units"))))
    ready = plan(rubric)
    if unfit := check_sheets(ready, listed):
        raise Faults(unfit)
    cluster = _Cluster(ready, listed)
    scored = tuple(cluster.unit(index) for index in range(len(listed)))
    if cluster.faults:
        raise Faults(tuple(cluster.faults))
    return Scores(rubric, scored)


def _listed(given: Iterable[_T], kind: type[_T], name: str) -> tuple[_T, ...]:
    """Take what is listed as the argument *name*; refuse what is of another kind."""
    try:
        found = several(given, SheetFault)
    except SheetFault as fault:
        raise Faults((evolve(fault, at=(name,)),)) from None
    if wrong := misfits(found, tuple[kind, ...], (name,), SheetFault):  # type: ignore[valid-type]
        raise Faults(tuple(wrong))
    return found


def _everyone(sheets: Sequence[Sheet], units: tuple[str, ...]) -> tuple[Sheet, ...]:
    """Add an empty sheet for every unit without one; refuse what does not belong."""
    if faults := first(_strangers(sheets, units)):
        raise Faults(faults)
    present = {sheet.unit for sheet in sheets}
    absent = [Sheet(unit, {}, others=State.MISSING) for unit in units if unit not in present]
    return (*sheets, *absent)


def _strangers(sheets: Sequence[Sheet], units: tuple[str, ...]) -> Iterator[Fault]:
    """Yield units that are listed twice, and sheets of units that are not listed."""
    seen: set[str] = set()
    for index, unit in enumerate(units):
        if unit in seen:
            what = f"unit {unit!r} stands twice in the cluster"
            yield SheetFault(("units", index), "unit-twice", what, "list it once")
        seen.add(unit)
    for index, sheet in enumerate(sheets):
        if sheet.unit not in seen:
            what = f"a sheet for unit {sheet.unit!r}, which is not in the cluster"
            at = ("sheets", index, "unit")
            yield SheetFault(at, "unit-unknown", what, suggest(sheet.unit, units))


class _Cluster:
    """One run over a cluster: lines by unit and code, each computed once."""

    def __init__(self, ready: Plan, sheets: tuple[Sheet, ...]) -> None:
        self.plan = ready
        self.sheets = sheets
        self.faults: list[FormulaFault] = []
        self._lines: list[dict[str, Line]] = [{} for _ in sheets]
        self._scopes: dict[frozenset[State], list[Scope]] = {}
        self._entries = [cells_of(ready, sheet) for sheet in sheets]
        self._items = [lists_of(ready, sheet) for sheet in sheets]
        self._domains = [domains_of(ready, sheet) for sheet in sheets]
        self._awaited = [awaited_items(ready, sheet) for sheet in sheets]
        self._sound = [
            not any(isinstance(cell, State) for cell in entries.values()) and not items
            for entries, items in zip(self._entries, self._items, strict=True)
        ]

    def unit(self, index: int) -> UnitScore:
        """Score one unit, whole."""
        lines = tuple(self.line(index, row.part.code) for row in self.plan.rows)
        total = self.line(index, TOTAL)
        return UnitScore(self.plan.rubric, self.sheets[index], lines, total)

    def line(self, index: int, code: str) -> Line:
        """Return the line of one part, computing it when it is first asked for."""
        known = self._lines[index]
        if code not in known:
            try:
                known[code] = self._line(index, code)
            except FormulaFault as fault:
                self.faults.append(self._placed(fault, index, code))
                known[code] = _UNKNOWN
        return known[code]

    def _placed(self, fault: FormulaFault, index: int, code: str) -> FormulaFault:
        row = self.plan.row.get(code)
        at = () if row is None else (*row.at, "formula")
        what = f"unit {self.sheets[index].unit!r}, criterion {code!r}: {fault.what}"
        return FormulaFault(at, fault.code, what, fault.todo)

    def _line(self, index: int, code: str) -> Line:
        row = self.plan.row.get(code)
        part = self.plan.rubric if row is None else row.part
        if not isinstance(part, Criterion):
            return self._sum(index, code, part)
        scope = self._scope(index, self.plan.pending[code])
        expression = self.plan.expression[code]
        state = None if self._sound[index] else standing(scope, self.plan.reads[code])
        said = None if state is None else treatment_of(self.plan.rubric, part, state)
        match said:
            case None if state is not None:
                what = f"an entry is {state.value}, and nothing says what that does here"
                hint = f"state treatments.{state.value} in the criterion or the rubric"
                raise FormulaFault((), "treatment-unsaid", what, hint)
            case Treatment.LEAVE:
                return Line(code, _ZERO, _ZERO, state=state, treatment=said)
            case Treatment.ZERO | Treatment.FULL:
                points = part.maximum if said is Treatment.FULL else _ZERO
                return Line(code, points, part.maximum, state=state, treatment=said)
            case None:
                try:
                    working = self.plan.compute[code](scope)
                except Undecided:
                    pass
                else:
                    return Line(code, working.value, part.maximum, working=working)
            case Treatment.PENDING:
                pass
            case _:
                assert_never(said)
        line = _provisional(code, bounds(expression, scope), part.maximum)
        return evolve(line, state=state, treatment=said)

    def _sum(self, index: int, code: str, whole: Section | Rubric) -> Line:
        """Return the line of a section or the total, from the lines of its parts."""
        parts = whole.sections if isinstance(whole, Rubric) else whole.criteria
        lines = [self.line(index, part.code) for part in parts]
        standard = [part.role is Role.STANDARD for part in parts]
        maximum = add([line.maximum for line in compress(lines, standard)])
        if whole.maximum is not None:
            maximum = add([maximum, whole.maximum, -standard_maximum(parts)])
            maximum = max(maximum, _ZERO)  # what left may be worth more
        points = [line.points for line in lines if line.points is not None and not line.provisional]
        if len(points) < len(lines):
            scope = self._scope(index, frozenset())
            return _provisional(code, bounds(self.plan.expression[code], scope), maximum)
        return Line(code, summed(whole, parts, points)[-1], maximum)

    def _scope(self, index: int, pending: frozenset[State]) -> Scope:
        if pending not in self._scopes:
            self._scopes[pending] = self._all_scopes(pending)
        return self._scopes[pending][index]

    def _all_scopes(self, pending: frozenset[State]) -> list[Scope]:
        """Return a scope for each unit, all with each other for peers."""
        scopes: list[Scope] = []
        memory: dict[object, object] = {}
        for index, sheet in enumerate(self.sheets):
            scopes.append(
                Scope(
                    self._entries[index],
                    self._items[index],
                    sheet.unit,
                    sheet.title,
                    scopes,
                    partial(self._points, index),
                    partial(self._span, index),
                    self._domains[index],
                    pending,
                    memory,
                    self._awaited[index],
                )
            )
        return scopes

    def _points(self, index: int, code: str) -> Fraction:
        line = self.line(index, code)
        if line.points is None or line.provisional:
            raise Undecided(code)
        return line.points

    def _span(self, index: int, code: str) -> Interval:
        return self.line(index, code).span


def _provisional(code: str, span: Interval, maximum: Fraction) -> Line:
    interval = span if span.value is None else None
    return Line(code, span.value, maximum, interval=interval, provisional=True)


def cells_of(ready: Plan, sheet: Sheet) -> Mapping[str, Cell]:
    """Return the entries of a sheet as evaluators read them."""
    given = {code: cell_of(entry) for code, entry in sheet.entries}
    if sheet.others is not None:
        given = dict.fromkeys(ready.indicators, sheet.others) | given
    return given


def lists_of(ready: Plan, sheet: Sheet) -> Mapping[str, Sequence[Mapping[str, Cell]] | State]:
    """Return the lists of items of a sheet as evaluators read them."""
    given: dict[str, Sequence[Mapping[str, Cell]] | State] = {
        code: listed
        if isinstance(listed, State)
        else [{measure: cell_of(entry) for measure, entry in item} for item in listed]
        for code, listed in sheet.items
    }
    if sheet.others is not None:
        given = {**dict.fromkeys(ready.items, sheet.others), **given}
    return given


def domains_of(ready: Plan, sheet: Sheet) -> Mapping[tuple[str | None, str], Interval]:
    """Return what each measure of a sheet may be, by list of items (or None) and code."""
    known = [one for one in sheet.awaited if one.items is None]
    if not known:
        return ready.domains
    domains = dict(ready.domains)
    for one in known:
        domains[None, one.code] = domains[None, one.code].both(one.within)
    return domains


def awaited_items(ready: Plan, sheet: Sheet) -> Mapping[tuple[str, int], Mapping[str, Interval]]:
    """Return what more is known of single items, by list and place."""
    found: dict[tuple[str, int], dict[str, Interval]] = {}
    for one in sheet.awaited:
        if one.items is not None and one.item is not None:
            span = one.within.both(ready.domains[one.items, one.code])
            found.setdefault((one.items, one.item), {})[one.code] = span
    return found
