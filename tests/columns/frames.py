# SPDX-License-Identifier: MIT
"""Sheets as frames of every library, and what comes out read back."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from thidua.columns import ColumnRubric, Layout, Output
from thidua.errors import Faults
from thidua.quantity import Entry, State
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    ItemList,
    Measure,
    Question,
    Rubric,
    Sheet,
)

Row: TypeAlias = Mapping[str, Any]
ENGINES: dict[str, Callable[[pa.Table], Any]] = {
    "polars": pl.from_arrow,
    "polars lazy": lambda table: pl.DataFrame(table).lazy(),
    "pandas": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "pandas on numpy": lambda table: table.to_pandas(),
    "pyarrow": lambda table: table,
    "duckdb": duckdb.from_arrow,
}
PLANS = {"polars lazy", "duckdb", "pyspark"}


def on_spark(table: pa.Table) -> Any:
    """Return a frame of Spark, on this machine alone."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - in an environment of its own

    return SparkSession.builder.master("local[2]").getOrCreate().createDataFrame(table)


if "THIDUA_SPARK" in os.environ:  # `make spark` sets it
    ENGINES["pyspark"] = on_spark
LAZY = [name for name in ENGINES if name in PLANS]
EAGER = [name for name in ENGINES if name not in PLANS]
STATES = "_state"
WHOLE = Layout(cluster="khoi", scaled=True)


def one(formula: Any, *measures: Indicator, items: tuple[ItemList, ...] = ()) -> Rubric:
    """Return a rubric of one criterion."""
    points = Criterion("1", "Thu", maximum=10, formula=formula)
    return Rubric("r", "R", measures=measures, items=items, sections=[points])


def codes(raised: pytest.ExceptionInfo[Faults]) -> set[str]:
    """Return the codes of faults."""
    return {fault.code for fault in raised.value.faults}


def frame(engine: str, **columns: Any) -> Any:
    """Return a frame of an engine."""
    count = len(next(iter(columns.values())))
    named = {"unit": [f"u{i}" for i in range(count)], "khoi": ["a"] * count, **columns}
    return ENGINES[engine](pa.table(named))


def columns_of(
    declared: Sequence[Indicator],
    rows: Sequence[Mapping[str, Entry]],
    *,
    states: bool,
    decimals: bool = False,
) -> dict[str, pa.Array]:
    """Return entries as columns: scaled integers or decimals, answers, names of levels, states."""
    found: dict[str, pa.Array] = {}
    for one in declared:
        cells = [row.get(one.code, State.MISSING) for row in rows]
        held = [None if isinstance(cell, State) else cell for cell in cells]
        match one:
            case Measure(places=places):
                numbers = [
                    None if cell is None else int(cell * 10 ** (places or 0)) for cell in held
                ]
                column = pa.array(numbers, pa.int64())
                if decimals:
                    column = _decimals(numbers, places or 0)
                found[one.code] = column
            case Question():
                found[one.code] = pa.array(held, pa.bool_())
            case Choice():
                found[one.code] = pa.array(held, pa.string())
        if states:
            names = [cell.value if isinstance(cell, State) else None for cell in cells]
            found[one.code + STATES] = pa.array(names, pa.string())
    return found


def _decimals(numbers: Sequence[int | None], places: int) -> pa.Array:
    values = [None if one is None else Decimal(one).scaleb(-places) for one in numbers]
    if any(one is not None and abs(one) >= 10 ** (18 - places) for one in values):
        raise OverflowError
    return pa.array(values, pa.decimal128(18, places))


def entries_of(sheet: Sheet, rubric: Rubric) -> dict[str, Entry]:
    """Return an entry for every measure."""
    found = {one.code: sheet.entry(one.code) for one in rubric.measures}
    return {code: cell for code, cell in found.items() if cell is not None}


def tables(
    rubric: Rubric,
    sheets: Sequence[Sheet],
    *,
    states: bool,
    decimals: bool = False,
    clusters: Sequence[str] = (),
) -> tuple[pa.Table, dict[str, pa.Table]]:
    """Return sheets as Arrow tables: one of the units, one of the items of each list."""
    units = {"unit": pa.array([sheet.unit for sheet in sheets], pa.string())}
    units["khoi"] = pa.array(clusters or ["a"] * len(sheets), pa.string())
    cells = [entries_of(one, rubric) for one in sheets]
    units |= columns_of(rubric.measures, cells, states=states, decimals=decimals)
    lists: dict[str, pa.Table] = {}
    for one in rubric.items:
        names: list[str] = []
        rows: list[Mapping[str, Entry]] = []
        held: list[str | None] = []
        for sheet in sheets:
            items = dict(sheet.items).get(one.code, sheet.others)
            held.append(items.value if isinstance(items, State) else None)
            if items is not None and not isinstance(items, State):
                names += [sheet.unit] * len(items)
                rows += [dict(item) for item in items]
        if states:
            units[one.code + STATES] = pa.array(held, pa.string())
        listed = columns_of(one.measures, rows, states=states, decimals=decimals)
        lists[one.code] = pa.table({"unit": pa.array(names, pa.string()), **listed})
    return pa.table(units), lists


def read(frame: Any) -> dict[str, Row]:
    """Return the rows of a frame by unit."""
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        rows = frame.to_dicts()
    elif isinstance(frame, pd.DataFrame):
        rows = pa.Table.from_pandas(frame, preserve_index=False).to_pylist()
    elif isinstance(frame, pa.Table):
        rows = frame.to_pylist()
    elif hasattr(frame, "sparkSession"):
        rows = [row.asDict() for row in frame.collect()]
    else:
        rows = [dict(zip(frame.columns, row, strict=True)) for row in frame.fetchall()]
    return {row["unit"]: row for row in rows}


def scored(
    ready: ColumnRubric, engine: str, units: pa.Table, lists: Mapping[str, pa.Table]
) -> tuple[tuple[Output, ...], dict[str, Row]]:
    """Score tables in the frames of an engine."""
    make = ENGINES[engine]
    frame, items = make(units), {code: make(one) for code, one in lists.items()}
    return ready.outputs(frame, items), read(ready.score(frame, items))


def value(output: Output, row: Row) -> Fraction | None:
    """Return a number that came out."""
    number = row[output.name]
    if number is None:
        return None
    below = output.below if output.below_name is None else row[output.below_name]
    return Fraction(int(number), int(below or 1))
