# SPDX-License-Identifier: MIT
"""Frames that are there, looked at before anything is computed: all that is wrong, at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import narwhals as nw

from thidua.columns.plan import FramePlan
from thidua.errors import Fault, Faults, SheetFault

__all__ = ["all_differ", "refuse_wrong"]

_SHOWN = 20
"""Faults of a kind that are told of one measure."""
_TODO = "correct the entry"


def refuse_wrong(ready: FramePlan, units: Any, lists: Mapping[str, Any]) -> None:
    """Refuse frames with entries that are wrong.

    Raises:
        Faults: With each of them, a limited number of one kind.
    """
    faults: list[Fault] = []
    for items, frame in ((None, units), *((code, lists[code]) for code in ready.lists)):
        if len(frame) and not _within(ready, items, frame):
            faults += _wrong(ready, items, frame)
            faults += _twice(ready.unit, frame) if items is None else ()
        if items is not None:
            faults += _without_unit(ready.unit, items, frame, units)
    if faults:
        raise Faults(tuple(faults))


def _wrong(ready: FramePlan, items: str | None, frame: Any) -> Iterator[Fault]:
    for place, code, (wrong, fault, what) in ready.wrong:
        if place == items:
            rows = frame.filter(wrong.fill_null(False)).head(_SHOWN)  # noqa: FBT003
            held = _values(rows, code) if code in rows.columns else [None] * len(rows)
            for unit, value in zip(_values(rows, ready.unit), held, strict=True):
                at = (unit, code) if items is None else (unit, items, code)
                shown = "" if value is None else f"{value!s}, "
                said = f"unit {unit!r}: {code!r} holds {shown}{what}"
                yield SheetFault(tuple(map(str, at)), fault, said, _TODO)


def _values(frame: Any, name: str) -> list[Any]:
    """Return the values of a column; None where it is null, whatever pandas holds there."""
    empty = frame[name].is_null().to_list()
    return [None if null else one for one, null in zip(frame[name].to_list(), empty, strict=True)]


def _twice(unit: str, frame: Any) -> Iterator[Fault]:
    named = frame[unit]
    for one in named.filter(named.is_duplicated()).unique().sort().head(_SHOWN).to_list():
        yield SheetFault((str(one),), "unit-twice", f"unit {one!r} stands twice", "keep one")


def _without_unit(unit: str, items: str, frame: Any, units: Any) -> Iterator[Fault]:
    alone = frame.select(unit).unique().join(units.select(unit), on=unit, how="anti")
    for one in alone[unit].sort().head(_SHOWN).to_list():
        what = f"an item of {items!r} is of unit {one!r}, which is not there"
        yield SheetFault((str(one), items), "unit-unknown", what, _TODO)


def all_differ(named: nw.Series[Any]) -> bool:
    """Tell whether no value stands twice; where they are in order, a look at neighbours does."""
    if named.is_sorted():
        return not (named.tail(-1) == named.head(-1)).any()
    return named.n_unique() == len(named)


def _within(ready: FramePlan, items: str | None, frame: Any) -> bool:
    """Tell whether nothing is wrong, by as little as it takes."""
    marks: list[nw.Expr] = []
    limits: list[tuple[int, int]] = []
    simple: set[str] = set()
    for one in ready.inputs:
        if one.column.items != items or one.extremes is None or one.state is not None:
            continue
        simple.add(one.code)
        raw = nw.col(one.code)
        marks.append(raw.null_count())
        limits.append((0, 0))
        if any(fault == "out-of-bounds" for _, fault, _ in one.wrong):
            marks += [raw.min(), raw.max()]
            limits += [one.extremes] * 2
    for place, code, (wrong, _, _) in ready.wrong:
        if place == items and code not in simple:
            mark = nw.when(wrong.fill_null(False)).then(nw.lit(1)).otherwise(nw.lit(0))  # noqa: FBT003
            marks.append(mark.sum())
            limits.append((0, 0))
    if items is None and not all_differ(frame[ready.unit]):
        return False
    if not marks:
        return True
    named = (mark.alias(f"m{number}") for number, mark in enumerate(marks))
    counts = frame.lazy().select(*named).collect().row(0)
    return all(
        count is not None and low <= count <= high
        for count, (low, high) in zip(counts, limits, strict=True)
    )
