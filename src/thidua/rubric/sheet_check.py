# SPDX-License-Identifier: MIT
"""Whether sheets fit their rubric: every fault of every sheet at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from thidua.errors import Path, SheetFault, first, suggest
from thidua.quantity import Entry, State, plain
from thidua.rubric.measure import Indicator, Measure, fault_of_entry
from thidua.rubric.plan import Plan
from thidua.rubric.sheet import Awaited, Sheet

__all__ = ["check_sheets"]


def check_sheets(ready: Plan, sheets: Iterable[Sheet]) -> tuple[SheetFault, ...]:
    """Return what is wrong in *sheets*, in their order.

    After a hundred faults, one says that there are more.
    """
    return first(_faults(ready, sheets))


def _faults(ready: Plan, sheets: Iterable[Sheet]) -> Iterator[SheetFault]:
    known = {*ready.indicators, *ready.items}
    seen: set[str] = set()
    for index, sheet in enumerate(sheets):
        at: Path = ("sheets", index)
        if sheet.unit in seen:
            what = f"unit {sheet.unit!r} has two sheets"
            yield SheetFault((*at, "unit"), "unit-twice", what, "keep one")
        seen.add(sheet.unit)
        entries = dict(sheet.entries)
        complete = sheet.others is not None
        told: set[Path] = set()
        for fault in _row(
            ready.indicators, entries, (*at, "entries"), sheet.unit, complete=complete
        ):
            told.add(fault.at)
            yield fault
        for fault in _narrow(ready, entries, (*at, "entries")):
            if fault.at not in told:  # one fault is enough for one cell
                yield fault
        for position, code in enumerate(sheet.illustrative):
            if code not in known:
                what = f"measure {code!r} is not in the rubric"
                place = (*at, "illustrative", position)
                yield SheetFault(place, "measure-unknown", what, suggest(code, known))
        yield from _lists(ready, sheet, (*at, "items"))
        yield from _awaited(ready, sheet, (*at, "awaited"))


def _row(
    declared: Mapping[str, Indicator],
    entries: Mapping[str, Entry],
    at: Path,
    unit: str,
    *,
    complete: bool,
) -> Iterator[SheetFault]:
    """Check the entries of a unit or of an item against what is declared."""
    for code, entry in entries.items():
        if code not in declared:
            what = f"measure {code!r} is not in the rubric"
            yield SheetFault((*at, code), "measure-unknown", what, suggest(code, declared))
        elif fault := fault_of_entry(declared[code], entry, (*at, code)):
            yield fault
    if complete:
        return
    for code in declared:
        if code not in entries:
            what = f"unit {unit!r} has no entry for measure {code!r}"
            hint = "give a value or a state such as missing; nothing is read as zero"
            yield SheetFault((*at, code), "measure-missing", what, hint)


def _narrow(ready: Plan, entries: Mapping[str, Entry], at: Path) -> Iterator[SheetFault]:
    """Check the bounds and the step that points entered draw from their criteria."""
    for code, allowed in ready.direct.items():
        entry, step = entries.get(code), ready.steps.get(code)
        if not isinstance(entry, Fraction):
            continue
        if entry not in allowed:
            low, high = (plain(end or Fraction(0)) for end in (allowed.low, allowed.high))
            wrong, hint = f"go from {low} to {high}", "correct the entry or the maximum"
            kind = "out-of-bounds"
        elif step is not None and entry % step:
            wrong, hint = f"are multiples of {plain(step)}", "correct the entry or the step"
            kind = "not-a-multiple"
        else:
            continue
        what = f"measure {code!r} is {plain(entry)}, but points entered {wrong}"
        yield SheetFault((*at, code), kind, what, hint)


def _lists(ready: Plan, sheet: Sheet, at: Path) -> Iterator[SheetFault]:
    given = dict(sheet.items)
    for code, listed in given.items():
        if code not in ready.items:
            what = f"list {code!r} is not in the rubric"
            yield SheetFault((*at, code), "items-unknown", what, suggest(code, ready.items))
        elif not isinstance(listed, State):
            for index, item in enumerate(listed):
                place = (*at, code, index)
                yield from _row(ready.items[code], dict(item), place, sheet.unit, complete=False)
    if sheet.others is None:
        for code in ready.items:
            if code not in given:
                what = f"unit {sheet.unit!r} has no list {code!r}"
                hint = "give a list, which may be empty, or a state such as missing"
                yield SheetFault((*at, code), "items-missing", what, hint)


def _awaited(ready: Plan, sheet: Sheet, at: Path) -> Iterator[SheetFault]:
    """Check that what is said of awaited entries is said once, of numbers that are not there."""
    seen: set[tuple[str | None, int | None, str]] = set()
    for index, one in enumerate(sheet.awaited):
        place = (*at, index)
        declared = ready.indicators if one.items is None else ready.items.get(one.items, {})
        code = repr(one.code)
        if (one.items, one.item, one.code) in seen:
            yield SheetFault(place, "entry-twice", f"measure {code} is awaited twice", "keep one")
        elif one.code not in declared:
            what = f"measure {code} is not in the rubric, or not in that list"
            yield SheetFault(place, "measure-unknown", what, suggest(one.code, declared))
        elif not isinstance(declared[one.code], Measure):
            yield SheetFault(place, "not-a-number", f"{code} is awaited, but is no number")
        elif not isinstance(_entry(sheet, one), State):
            what = f"measure {code} is awaited, but its entry is not in a state"
            yield SheetFault(place, "not-awaited", what, "leave one of the two out")
        else:
            both = one.within.both(ready.domains[one.items, one.code])
            if both.low is not None and both.high is not None and both.low > both.high:
                what = f"measure {code} is awaited outside of its bounds"
                yield SheetFault(place, "out-of-bounds", what, "correct one of the two")
        seen.add((one.items, one.item, one.code))


def _entry(sheet: Sheet, one: Awaited) -> Entry | None:
    """Return the entry that is awaited, as the sheet holds it."""
    if one.items is None or one.item is None:
        return sheet.entry(one.code)
    listed = dict(sheet.items).get(one.items, ())
    if isinstance(listed, State) or not 0 <= one.item < len(listed):
        return None
    return dict(listed[one.item]).get(one.code)
