# SPDX-License-Identifier: MIT
"""What documents of rubrics, sheets and scores have beyond their fields.

* A rubric is read only if `thidua.rubric.check` finds nothing wrong with it.
* The levels of a form may be written as an object: ``{"đúng hạn": "1.5", "trễ": "0.5"}``.
* The entries of a sheet are an object, ``{"thu": "105.2", "nop": true}``; an entry without
  a value is ``{"state": "not_due"}``, and so is a list of items that is not there.
* Scores hold their rubric once, and are read only if their sheets and lines fit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import cast, final

from attrs import evolve, frozen
from cattrs import Converter

from thidua.errors import DocumentFault, Fault
from thidua.formula import Level
from thidua.formula.agrees import disagreement
from thidua.quantity import Entry, Number, State, as_entry, plain
from thidua.rubric import Choice, Line, Rubric, Scores, Sheet, UnitScore, check
from thidua.rubric.plan import TOTAL, plan, rows
from thidua.rubric.sheet import Item, Items
from thidua.rubric.sheet_check import check_sheets
from thidua.wire.converter import number, structure_class
from thidua.wire.faults import collect, meant, shown, together

__all__ = ["MAXIMUM_ROWS", "teach_rubrics"]

MAXIMUM_ROWS = 2000
"""Most criteria, sections, measures and levels that a rubric in a document may have.

Checking a rubric compares them with each other, so a document may not bring any number.
"""


@final
@frozen
class _UnitRecord:
    """What a document says of one unit."""

    sheet: Sheet
    lines: tuple[Line, ...]
    total: Line


@final
@frozen
class _ScoresRecord:
    """Scores as a document holds them: the rubric once."""

    rubric: Rubric
    units: tuple[_UnitRecord, ...]


def teach_rubrics(converter: Converter) -> None:
    """Teach *converter* what annotations do not say."""
    bare_rubric = structure_class(Rubric, converter)
    levels = converter.get_structure_hook(tuple[Level, ...])

    def rubric(document: object, _: object) -> Rubric:
        made: Rubric = bare_rubric(document, Rubric)
        if faults := [*_too_many(made)] or [*check(made)]:
            raise together(faults)
        return made

    def level_table(document: object, type_: object) -> tuple[Level, ...]:
        if not isinstance(document, dict):
            made: tuple[Level, ...] = levels(document, type_)
            return made
        points = collect(document.items(), number, type_)
        return tuple(Level(name, one) for name, one in zip(document, points, strict=True))

    def scores(document: object, _: object) -> Scores:
        made = _scores(converter.structure(document, _ScoresRecord))
        if faults := [*_unfit(made)]:
            raise together(faults)
        return made

    converter.register_structure_hook(Rubric, rubric)
    converter.register_structure_hook_func(lambda type_: type_ == tuple[Level, ...], level_table)
    converter.register_structure_hook_func(lambda type_: type_ == Item, _structure_entries)
    converter.register_unstructure_hook_func(lambda type_: type_ == Item, _unstructure_entries)
    converter.register_structure_hook_func(lambda type_: type_ == Items, _structure_items)
    converter.register_unstructure_hook_func(lambda type_: type_ == Items, _unstructure_items)
    converter.register_structure_hook(Scores, scores)
    converter.register_unstructure_hook(
        Scores, lambda given: converter.unstructure(_scores_record(given))
    )


def _too_many(rubric: Rubric) -> Iterator[Fault]:
    measures = [*rubric.measures, *(one for items in rubric.items for one in items.measures)]
    levels = sum(len(one.levels) for one in measures if isinstance(one, Choice))
    if len(measures) + levels + sum(1 for _ in rows(rubric)) > MAXIMUM_ROWS:
        what = f"more than {MAXIMUM_ROWS} criteria, sections, measures and levels"
        yield DocumentFault((), "too-large", what, "split the rubric")


# --- entries of a sheet ---------------------------------------------------------------


def _structure_entry(document: object) -> Entry:
    if isinstance(document, dict):
        return _structure_state(document)
    if isinstance(document, str | int | float | Decimal | Fraction):
        return as_entry(cast("Number", document))  # also a float: its refusal has the hint
    hint = 'write a number, true or false, a level, or {"state": "missing"}'
    raise DocumentFault((), "not-an-entry", f"not an entry, {shown(document)}", hint)


def _structure_state(document: dict[str, object]) -> State:
    state = document.get("state")
    if set(document) != {"state"}:
        what = "an entry without a value has the one key 'state'"
        raise DocumentFault((), "not-an-entry", what, 'write {"state": "missing"}')
    known = {one.value: one for one in State}
    if isinstance(state, str) and state in known:
        return known[state]
    what = f"unknown state {shown(state)}"
    raise DocumentFault(("state",), "state-unknown", what, meant(state, known))


def _unstructure_entry(entry: Entry) -> object:
    match entry:
        case State():
            return {"state": entry.value}
        case bool() | str():
            return entry
        case _:
            return plain(entry)


def _structure_entries(document: object, type_: object) -> Item:
    if not isinstance(document, dict):
        what = f"an object of entries by code is wanted, given {shown(document)}"
        raise DocumentFault((), "not-an-object", what)
    entries = collect(document.items(), _structure_entry, type_)
    return tuple(zip(document, entries, strict=True))


def _unstructure_entries(item: Item) -> dict[str, object]:
    return {code: _unstructure_entry(entry) for code, entry in item}


def _structure_items(document: object, type_: object) -> Items:
    if not isinstance(document, dict):
        what = f"an object of lists by code is wanted, given {shown(document)}"
        raise DocumentFault((), "not-an-object", what)
    lists = collect(document.items(), _structure_listed, type_)
    return tuple(zip(document, lists, strict=True))


def _structure_listed(document: object) -> tuple[Item, ...] | State:
    if isinstance(document, dict):
        return _structure_state(document)
    if not isinstance(document, list | tuple):
        hint = 'write a list, which may be empty, or {"state": "missing"}'
        raise DocumentFault((), "not-a-list", f"a list is wanted, given {shown(document)}", hint)
    return tuple(collect(enumerate(document), lambda one: _structure_entries(one, Item), Items))


def _unstructure_items(items: Items) -> dict[str, object]:
    return {
        code: _unstructure_entry(listed)
        if isinstance(listed, State)
        else [_unstructure_entries(item) for item in listed]
        for code, listed in items
    }


# --- scores -----------------------------------------------------------------------------


def _scores(record: _ScoresRecord) -> Scores:
    return Scores(
        record.rubric,
        tuple(
            UnitScore(record.rubric, unit.sheet, unit.lines, unit.total) for unit in record.units
        ),
    )


def _scores_record(scores: Scores) -> _ScoresRecord:
    for index, unit in enumerate(scores.units):
        if unit.rubric is not scores.rubric and unit.rubric != scores.rubric:
            what = f"unit {unit.unit!r} was scored by another rubric"
            raise DocumentFault(("units", index, "rubric"), "rubric-differs", what)
    units = tuple(_UnitRecord(unit.sheet, unit.lines, unit.total) for unit in scores.units)
    return _ScoresRecord(scores.rubric, units)


def _unfit(scores: Scores) -> Iterator[Fault]:
    """Find what does not fit the rubric of the scores; whether sums are right is not asked."""
    for fault in check_sheets(plan(scores.rubric), [unit.sheet for unit in scores.units]):
        _, *place = fault.at  # nothing more, where there are more faults than are told
        at = ("units", place[0], "sheet", *place[1:]) if place else ("units",)
        yield evolve(fault, at=at)
    codes = [row.part.code for row in rows(scores.rubric)]
    for index, unit in enumerate(scores.units):
        if [line.code for line in unit.lines] != codes:
            what = "not a line for each criterion and section, in printed order"
            yield DocumentFault(("units", index, "lines"), "lines", what, "score the sheet again")
        else:
            yield from _workings(scores, index)
        if unit.total.code != TOTAL:
            what = f"not the line of the total, {shown(unit.total.code)}"
            yield DocumentFault(("units", index, "total", "code"), "lines", what)


def _workings(scores: Scores, index: int) -> Iterator[Fault]:
    """Find workings that do not lead from the formula of a criterion to its points."""
    ready = plan(scores.rubric)
    for place, line in enumerate(scores.units[index].lines):
        if line.working is None:
            continue
        at = disagreement(line.working, ready.expression[line.code])
        if at is None and line.working.value == line.points:
            continue
        what = f"a working that does not lead to the points of {line.code!r}"
        path = ("units", index, "lines", place, "working", *(at or ()))
        yield DocumentFault(path, "working", what, "score the sheet again")
