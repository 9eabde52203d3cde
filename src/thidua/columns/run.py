# SPDX-License-Identifier: MIT
"""The steps of a plan, taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from thidua.columns.engine import Engine
from thidua.columns.plan import FramePlan
from thidua.columns.sql import Sql, with_sql
from thidua.columns.table import Computed, Folding, Native, Over

__all__ = ["run"]


def run(
    ready: FramePlan,
    units: Any,
    lists: Mapping[str, Any],
    engine: Engine,
    *,
    computed: bool,
) -> object:
    """Take the steps of a plan, and return a frame of the kind that came.

    Args:
        ready: The plan.
        units: The frame of units.
        lists: The frames of lists, by code.
        engine: What they can do.
        computed: Whether the columns that points take are there already.
    """
    at_once = engine.name == "polars" and not engine.lazy
    if at_once:  # its plans are run at once, and share what is common
        units, lists = units.lazy(), {code: one.lazy() for code, one in lists.items()}
    # Joins may change the order of rows; a plan has none that it keeps.
    ordered = not engine.lazy and (bool(ready.lists) or not engine.over)
    if ordered:
        units = units.with_row_index(ready.row, **({"order_by": None} if at_once else {}))
    tables = {code: lists[code] for code in ready.lists}
    beside: dict[str, set[str]] = {code: set() for code in tables}
    for level in range(-1, ready.last + 1):
        for code, table in ready.lists.items():
            if level in table.foldings:
                units = _fold(units, tables[code], ready.unit, table.foldings[level])
        for code, table in ready.lists.items():
            wanted = sorted(table.wanted.get(level, set()) - beside[code])
            if wanted:
                beside[code].update(wanted)
                borrowed = units.select(ready.unit, *wanted)
                tables[code] = tables[code].join(borrowed, on=ready.unit, how="inner")
            tables[code] = _made(tables[code], table.levels.get(level, ()), engine)
        made = ready.units.levels.get(level, [])
        given = ready.of_points.get(level, ()) if computed else ()
        units = _made(units, [one for at, one in enumerate(made) if at not in given], engine)
    if ordered:
        units = units.sort(ready.row)
    units = units.select(*ready.finals)
    units = units.collect() if at_once else units
    if ready.classes is not None:
        units = _named(units, *ready.classes)
    native = nw.to_native(units)
    return native if engine.nullable else _with_nulls(native, ready.masks)


def _fold(units: Any, table: Any, unit: str, foldings: Sequence[Folding]) -> Any:
    """Join what a list is folded into; units without items get what stands for none."""
    folded = (_folded(one) for one in foldings)
    filled = (
        nw.col(one.of).fill_null(one.otherwise).cast(one.dtype).alias(one.name) for one in foldings
    )
    return units.join(table.group_by(unit).agg(*folded), on=unit, how="left").with_columns(*filled)


def _made(
    frame: Any, made: Sequence[nw.Expr | Native | Sql | Computed | Over], engine: Engine
) -> Any:
    """Return a frame with more columns, none of which is made of another of them."""
    texts = [one for one in made if isinstance(one, Sql)]
    arrays = [one for one in made if isinstance(one, Computed)]
    overs = [one for one in made if isinstance(one, Over)]
    natives = [one.expression for one in made if isinstance(one, Native)]
    others = [one for one in made if isinstance(one, nw.Expr)]
    if engine.over:
        others += [_folded(one).over(*one.groups).cast(one.dtype).alias(one.name) for one in overs]
    if others:
        frame = frame.with_columns(*others)
    if natives:
        frame = nw.from_native(nw.to_native(frame).with_columns(*natives))
    if not engine.over:
        for groups in dict.fromkeys(one.groups for one in overs):
            frame = _beside(frame, groups, [one for one in overs if one.groups == groups])
    if texts and engine.dialect is not None:
        frame = nw.from_native(with_sql(nw.to_native(frame), engine.dialect, texts))
    if arrays:
        from thidua.columns.arrays import with_arrays  # noqa: PLC0415 - NumPy comes with pandas

        frame = with_arrays(frame, arrays)
    return frame


def _folded(one: Folding | Over) -> nw.Expr:
    folded: nw.Expr = getattr(nw.col(one.of), one.function)()
    return folded


def _beside(frame: Any, groups: Sequence[str], overs: Sequence[Over]) -> Any:
    """Join what columns are folded into to the rows of each group, in any order of rows."""
    folded = frame.group_by(*groups).agg(*(_folded(one).alias(one.name) for one in overs))
    joined = frame.join(folded, on=[*groups], how="left")
    return joined.with_columns(*(nw.col(one.name).cast(one.dtype) for one in overs))


def _named(frame: Any, column: str, names: Sequence[str]) -> Any:
    """Put the names of classes in the place of their numbers; none where there is none."""
    texts = nw.new_series(column, [*names, None], nw.String(), backend=frame.implementation)
    return frame.with_columns(texts[frame[column]].alias(column))


def _with_nulls(frame: Any, masks: Sequence[tuple[str, str]]) -> Any:
    """Return a frame whose numbers are null where a mark says that there are none."""
    for name, mark in masks:
        if not frame[mark].all():
            frame[name] = frame[name].astype("Int64").where(frame[mark])
    return frame.drop(columns=[mark for _, mark in masks])
