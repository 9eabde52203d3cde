# SPDX-License-Identifier: MIT
"""What an expert writes for DuckDB: one statement over whole hundredths."""

from __future__ import annotations

import os
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from bench.subjects.subject import FrameSubject, hundredths
from bench.task.criteria import CAP, CODES, CRITERIA, CUTS, SECTIONS, Line
from bench.task.data import Columns, loaded
from bench.task.exact import Found

__all__ = ["Integers", "stored"]


def stored(columns: Columns) -> Any:
    """Return a connection whose table ``units`` holds whole hundredths."""
    base = duckdb.connect()
    base.execute(f"SET threads = {os.cpu_count()}")
    base.register("frame", pa.table(loaded(columns)))
    base.execute("CREATE TABLE units AS SELECT * FROM frame")
    base.unregister("frame")
    return base


def _points(line: Line) -> str:
    code, data = line.code, line.data
    match line.kind:
        case "P":
            target, most = data
            return f"least(({2 * most} * {code} + {target}) // {2 * target}, {most})"
        case "S":
            target, most = data
            left = f"greatest({most} - 50 * (({target} - {code}) * 100 // {target}), 0)"
            return f"CASE WHEN {code} < {target} THEN {left} ELSE {most} END"
        case "B" | "R":
            rate = code if line.kind == "B" else f"({code} * 10000 // {data[0]})"
            return _chosen(rate, line.cuts, line.worth)
        case "N":
            return f"greatest(-{data[0]} * {code}, {data[1]})"
        case _:
            over = f"least(50 * (({code} - {data[0]}) * 100 // {data[0]}), 500)"
            return f"CASE WHEN {code} > {data[0]} THEN {over} ELSE 0 END"


def _chosen(value: str, cuts: tuple[int, ...], worth: tuple[int, ...]) -> str:
    rows = [f"WHEN {value} >= {cut} THEN {one}" for cut, one in zip(cuts, worth[1:], strict=True)]
    return f"CASE {' '.join(reversed(rows))} ELSE {worth[0]} END"


def _sql() -> str:
    made = ", ".join(f"{_points(line)} AS p_{line.code}" for line in CRITERIA)
    total = " + ".join(
        f"least({' + '.join(f'p_{code}' for code in codes)}, {CAP})" for codes in SECTIONS.values()
    )
    ranked = "rank() OVER (PARTITION BY khoi ORDER BY total DESC) AS rank"
    return (
        f"WITH p AS (SELECT unit, khoi, {made} FROM units), "  # noqa: S608 - numbers only
        f"t AS (SELECT *, {total} AS total FROM p) "
        f"SELECT *, {_chosen('total', CUTS, (0, 1, 2, 3, 4))} AS grade, {ranked} FROM t"
    )


class Integers(FrameSubject):
    """Whole hundredths in 64 bits: exact."""

    def load(self, columns: Columns) -> Any:
        """Return a connection."""
        return stored(columns)

    def score(self, given: Any) -> Any:
        """Run the statement, and fetch what comes of it."""
        return given.sql(_sql()).to_arrow_table()

    def found(self, result: Any) -> Found:
        """Read the result."""
        read = result.sort_by("unit")
        points = [hundredths(read[f"p_{code}"], 1) for code in CODES]
        rest = [read[name].to_numpy() for name in ("total", "grade", "rank")]
        return Found(np.array(points), *rest)
