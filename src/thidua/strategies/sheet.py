# SPDX-License-Identifier: MIT
"""The sheets of a cluster, and what they may still become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from math import floor
from typing import TypeAlias, final

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.formula import Scope
from thidua.formula.scope import Cell
from thidua.formula.walk import through_peers
from thidua.quantity import EVERYTHING, Entry, State
from thidua.rubric import Criterion, Indicator, Measure, Rubric, Sheet, Treatment
from thidua.rubric.edges import Edge, edges, meet
from thidua.rubric.measure import cell_of
from thidua.rubric.plan import Plan, plan, treatment_of
from thidua.strategies.measure import on_grid, values

__all__ = ["completions", "sheets"]

_UNITS = ("a", "b", "c", "d", "e")
_Row: TypeAlias = dict[str, Entry]
_Lists: TypeAlias = dict[str, list[_Row]]


@final
@frozen
class _Use:
    """How one criterion uses what is reported."""

    criterion: Criterion
    measures: frozenset[tuple[str | None, str]]
    asked: frozenset[tuple[str, State]]
    lists: frozenset[str]


@lru_cache(maxsize=64)
def _uses(rubric: Rubric) -> tuple[_Use, ...]:
    """Return what each criterion reads, of the unit and of its peers."""
    ready = plan(rubric)
    found: list[_Use] = []
    for row in ready.rows:
        if isinstance(row.part, Criterion):
            whats = [*through_peers(ready.reads[row.part.code])]
            measures = {
                (place if code in ready.items.get(place or "", {}) else None, code)
                for what in whats
                for place, code in what.measures
            }
            asked = {(code, state) for what in whats for _, code, state in what.asked}
            lists = {code for what in whats for code in what.lists}
            found.append(_Use(row.part, frozenset(measures), frozenset(asked), frozenset(lists)))
    return tuple(found)


def _treated(rubric: Rubric, place: str | None, code: str, state: State) -> set[Treatment | None]:
    """Return what a state does to the criteria that read the measure *code*.

    None stands for a formula that asks for the state and treats it itself.
    """
    uses = [use for use in _uses(rubric) if (place, code) in use.measures]
    asked = {None for use in uses if (code, state) in use.asked}
    return asked | {treatment_of(rubric, use.criterion, state) for use in uses}


def _treated_list(rubric: Rubric, code: str, state: State) -> set[Treatment | None]:
    return {
        treatment_of(rubric, use.criterion, state) for use in _uses(rubric) if code in use.lists
    }


def _grid(measure: Measure, ready: Plan) -> tuple[Fraction, int, int]:
    code = measure.code
    return on_grid(measure, ready.direct.get(code, EVERYTHING), ready.steps.get(code))


def _values(indicator: Indicator, ready: Plan) -> SearchStrategy[Entry]:
    code = indicator.code
    allowed, step = ready.direct.get(code, EVERYTHING), ready.steps.get(code)
    return values(indicator, allowed=allowed, step=step)


def _cells(row: Mapping[str, Entry]) -> dict[str, Cell]:
    return {code: cell_of(entry) for code, entry in row.items()}


def _row(
    draw: DrawFn, declared: Mapping[str, Indicator], ready: Plan, others: Sequence[_Row]
) -> _Row:
    """Draw a value for each indicator; now and then the same as in another row."""
    found: _Row = {}
    for code, indicator in declared.items():
        shared = others and not draw(st.integers(0, 3))
        row = draw(st.sampled_from(others)) if shared else {}
        found[code] = row[code] if row else draw(_values(indicator, ready))
    return found


def _sought(draw: DrawFn, ready: Plan, row: _Row, lists: _Lists) -> tuple[_Row, _Lists]:
    """Move some values onto an edge, or to the last place just under or over it."""
    rubric = ready.rubric
    turns = edges(rubric)
    for _ in range(draw(st.integers(0, 4)) if turns else 0):
        edge = draw(st.sampled_from(turns))
        items = lists.get(edge.items or "", [])
        if edge.items is None:
            row = _moved(row, edge, ready, _scope(row, {}, lists), draw(_WISHES))
        elif items:
            which = draw(st.integers(0, len(items) - 1))
            scope = _scope(row, items[which], lists)
            items[which] = _moved(items[which], edge, ready, scope, draw(_WISHES))
    return row, lists


_WISHES = st.tuples(st.integers(-3, 8), st.booleans(), st.sampled_from([0, -1, 1]))
"""Which value of an edge is met, whether near at hand, and by how many places it is missed."""


def _scope(row: _Row, item: _Row, lists: _Lists) -> Scope:
    return Scope(
        {**_cells(row), **_cells(item)},
        {code: [_cells(one) for one in listed] for code, listed in lists.items()},
    )


def _moved(row: _Row, edge: Edge, ready: Plan, scope: Scope, wish: tuple[int, bool, int]) -> _Row:
    pick, near, offset = wish
    measure = ready.items.get(edge.items or "", ready.indicators)[edge.code]
    found = meet(edge, ready.rubric, scope, pick, near=near)
    if found is None or not isinstance(measure, Measure):
        return row
    unit, first, last = _grid(measure, ready)
    number = floor(found / unit) + offset
    return {**row, edge.code: number * unit} if first <= number <= last else row


def _states(
    draw: DrawFn, rubric: Rubric, row: _Row, lists: _Lists, *, complete: bool
) -> tuple[_Row, dict[str, list[_Row] | State]]:
    """Take some values away; if *complete*, only where nothing is pending for that."""
    seldom = draw(st.sampled_from([5, 5, 1]))

    def state(treated: Callable[[State], set[Treatment | None]]) -> State | None:
        if draw(st.integers(0, seldom)):
            return None
        able = [one for one in State if not (complete and Treatment.PENDING in treated(one))]
        return draw(st.sampled_from(able)) if able else None

    def cells(place: str | None, entries: _Row) -> _Row:
        return {
            code: state(partial(_treated, rubric, place, code)) or entry
            for code, entry in entries.items()
        }

    listed = {
        code: state(partial(_treated_list, rubric, code)) or [cells(code, item) for item in items]
        for code, items in lists.items()
    }
    return cells(None, row), listed


def _sheet(  # noqa: PLR0913 - options
    draw: DrawFn,
    rubric: Rubric,
    unit: str,
    earlier: Sequence[_Row],
    *,
    complete: bool,
    states: bool,
) -> tuple[Sheet, _Row]:
    ready = plan(rubric)
    row = _row(draw, ready.indicators, ready, earlier)
    lists: _Lists = {}
    for code, declared in ready.items.items():
        lists[code] = []
        for _ in range(draw(st.integers(0, 4))):
            lists[code].append(_row(draw, declared, ready, lists[code]))
    row, lists = _sought(draw, ready, row, lists)
    if not states:
        return Sheet(unit, row, lists), row
    held, listed = _states(draw, rubric, row, lists, complete=complete)
    used = {one for one in (*held.values(), *listed.values()) if isinstance(one, State)}
    others = draw(st.sampled_from([None, *sorted(used)]))
    if others is not None:
        held = {code: entry for code, entry in held.items() if entry is not others}
        listed = {code: one for code, one in listed.items() if one is not others}
    return Sheet(unit, held, listed, others=others, name=draw(st.sampled_from(["", "Xã A"]))), row


@st.composite
def _sheets(
    draw: DrawFn, rubric: Rubric, units: Sequence[str] | None, *, complete: bool, states: bool
) -> tuple[Sheet, ...]:
    if units is None:
        units = _UNITS[: draw(st.integers(1, 4))]
    found: list[Sheet] = []
    rows: list[_Row] = []
    for unit in units:
        sheet, row = _sheet(draw, rubric, unit, rows, complete=complete, states=states)
        found.append(sheet)
        rows.append(row)
    return tuple(found)


def sheets(
    rubric: Rubric,
    *,
    units: Sequence[str] | None = None,
    complete: bool = False,
    states: bool = True,
) -> SearchStrategy[tuple[Sheet, ...]]:
    """Draw the sheets of a cluster that fit *rubric*, and seek its edges.

    Besides values anywhere in their bounds, at the bounds and at zero, and values that
    units share, there are values exactly on, and one last place under and over, every
    threshold, bound of a band, target, step, limit and rounding tie of the rubric.

    Args:
        rubric: A sound rubric.
        units: Codes of the units, all different; absent, up to four are drawn.
        complete: Whether nothing may be pending.
        states: Whether cells without a value are drawn.
    """
    return _sheets(rubric, units, complete=complete, states=states)


@st.composite
def _completions(draw: DrawFn, rubric: Rubric, given: Sequence[Sheet]) -> tuple[Sheet, ...]:
    ready = plan(rubric)
    pending = {Treatment.PENDING}

    def cell(place: str | None, code: str, entry: Entry) -> Entry:
        if not isinstance(entry, State) or _treated(rubric, place, code, entry) != pending:
            return entry
        declared = ready.indicators if place is None else ready.items[place]
        return draw(_values(declared[code], ready))

    found: list[Sheet] = []
    for sheet in given:
        held = dict(sheet.entries)
        listed = dict(sheet.items)
        if sheet.others is not None:
            held = {**dict.fromkeys(ready.indicators, sheet.others), **held}
            listed = {**dict.fromkeys(ready.items, sheet.others), **listed}
        lists: dict[str, list[_Row] | State] = {}
        for place, items in listed.items():
            if not isinstance(items, State):
                lists[place] = [
                    {code: cell(place, code, entry) for code, entry in item} for item in items
                ]
            elif _treated_list(rubric, place, items) == pending:
                lists[place] = [
                    _row(draw, ready.items[place], ready, ())
                    for _ in range(draw(st.integers(0, 3)))
                ]
            else:
                lists[place] = items
        held = {code: cell(None, code, entry) for code, entry in held.items()}
        found.append(evolve(sheet, entries=held, items=lists, others=None))
    return tuple(found)


def completions(rubric: Rubric, sheets: Sequence[Sheet]) -> SearchStrategy[tuple[Sheet, ...]]:
    """Draw what *sheets* may become: values in their domains for every pending entry.

    An entry is pending if its state keeps every criterion pending that reads it, and no
    formula asks for that state.
    """
    return _completions(rubric, sheets)
