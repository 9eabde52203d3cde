# SPDX-License-Identifier: MIT
"""Parquet in, parquet out, on polars' streaming engine: points, totals and classes."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from bench.measure.memory import peak
from bench.subjects.ours_by_frame import ready
from bench.task.criteria import CODES
from bench.task.data import loaded, parts
from bench.task.exact import Found, exactly

__all__ = ["expected_columns", "grow", "grown", "written"]


def expected_columns(found: Found) -> dict[str, Any]:
    """Return the exact results as columns, in hundredths."""
    points = {f"exact_{code}": row for code, row in zip(CODES, found.points, strict=True)}
    rest = {"total": found.total, "grade": found.grade, "rank": found.rank}
    return points | {f"exact_{name}": column for name, column in rest.items()}


def written(folder: Path, units: int, *, exact: bool = False) -> Path:
    """Write what units report, and the exact results beside it if asked to; once."""
    path = folder / f"{'exact' if exact else 'units'}-{units}.parquet"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    writer, start = None, 0
    for columns in parts(units, "percent"):
        made = loaded(columns, np.int32)
        made["unit"] = made["unit"] + start
        made["khoi"] = made["unit"] // 10
        table = pa.table(made | (expected_columns(exactly(columns)) if exact else {}))
        writer = writer or pq.ParquetWriter(path.with_suffix(".part"), table.schema)
        writer.write_table(table, row_group_size=100_000)
        start += table.num_rows
    assert writer is not None
    writer.close()
    path.with_suffix(".part").rename(path)
    return path


def grow(units: int, folder: Path, *, ranked: bool) -> dict[str, Any]:
    """Return milliseconds from file to file, and MiB."""
    into = _into(folder, units, ranked=ranked)
    scorer = ready(ties="share" if ranked else None)
    frame = pl.scan_parquet(folder / f"units-{units}.parquet")
    scorer.outputs(frame)  # makes the plan, which takes as long however many units there are
    began = perf_counter()
    scorer.score(frame).sink_parquet(into)
    took = (perf_counter() - began) * 1000
    return {"time": took, "least": took, "peak": peak()}


def grown(units: int, folder: Path, *, ranked: bool) -> dict[str, Any]:
    """Return how many units of the file that came out are wrong; the file goes away."""
    found = pl.scan_parquet(_into(folder, units, ranked=ranked))
    counts = {"totals": 0, "ranks": 0, "classes": 0}
    start = 0
    for columns in parts(units, "percent"):
        expected = exactly(columns)
        here = found.slice(start, len(expected.total)).collect()
        start += len(expected.total)
        pairs = {"totals": ("total", expected.total), "ranks": ("rank", expected.rank)}
        grade = here["class"].cast(pl.Int64)
        counts["classes"] += int((grade != pl.Series(expected.grade)).fill_null(value=True).sum())
        for name, (column, exact) in pairs.items():
            if column in here.columns:
                differs = here[column].cast(pl.Int64) != pl.Series(exact)
                counts[name] += int(differs.fill_null(value=True).sum())
    _into(folder, units, ranked=ranked).unlink()
    return {"units": start, **counts}


def _into(folder: Path, units: int, *, ranked: bool) -> Path:
    return folder / f"scored-{units}{'-ranked' if ranked else ''}.parquet"
