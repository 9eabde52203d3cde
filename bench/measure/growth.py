# SPDX-License-Identifier: MIT
"""Parquet in, parquet out, on polars' streaming engine."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from time import perf_counter
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from bench.measure.memory import peak
from bench.subjects.ours_by_frame import ready
from bench.task.criteria import CLUSTER, CODES
from bench.task.data import loaded, parts
from bench.task.exact import Found, exactly

__all__ = ["expected_columns", "grow", "grown", "written"]

AT_A_TIME = 100_000
"""Clusters whose units are ranked in one plan, where that is done in parts."""


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


def grow(units: int, folder: Path, detail: str) -> dict[str, Any]:
    """Return milliseconds from file to file, and MiB.

    Ranks need all units of a cluster at once: in one plan all that come out are then held,
    in parts those of some clusters, one file after the other.
    """
    into = _into(folder, units, detail)
    into.mkdir(exist_ok=True)
    scorer = ready(ties="share" if detail else None)
    frame = pl.scan_parquet(folder / f"units-{units}.parquet")
    scorer.outputs(frame)  # makes the plan, which takes as long however many units there are
    began = perf_counter()
    if detail == "parts":
        for part, start in enumerate(range(0, units // CLUSTER, AT_A_TIME)):
            some = frame.filter(pl.col("khoi").is_between(start, start + AT_A_TIME - 1))
            scorer.score(some).sink_parquet(into / f"{part:03}.parquet")
    else:
        scorer.score(frame).sink_parquet(into / "all.parquet")
    took = (perf_counter() - began) * 1000
    return {"time": took, "least": took, "peak": peak()}


def grown(units: int, folder: Path, detail: str) -> dict[str, Any]:
    """Return how many units of the files that came out are wrong; these go away."""
    into = _into(folder, units, detail)
    found = pl.scan_parquet(sorted(into.iterdir()))
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
    rmtree(into)
    return {"units": start, **counts}


def _into(folder: Path, units: int, detail: str) -> Path:
    return folder / f"scored-{units}-{detail or 'points'}"
