# SPDX-License-Identifier: MIT
"""PySpark on this machine alone, every number compared with the exact one.

It runs in an environment of its own, which has no other library of frames: the file that
`growth.written` made holds what units report and what must come of it.
"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

from pyspark.sql import SparkSession, functions

from bench.task.criteria import CODES
from bench.task.rubric import grading, rubric
from thidua.columns import Layout, columnar

__all__ = ["spark"]


def spark(path: Path) -> dict[str, Any]:
    """Return how many units have a wrong number of each kind, and the seconds it took."""
    session = SparkSession.builder.master("local[*]").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    frame = session.read.parquet(str(path))
    exact = [f"exact_{code}" for code in (*CODES, "total", "grade", "rank")]
    ready = columnar(
        rubric(),
        layout=Layout(cluster="khoi", scaled=True),
        grading=grading(),
        ties="share",
        keep=exact,
    )
    below = {one.code: one.below or 1 for one in ready.outputs(frame)}
    ours = {f"exact_{code}": f"points_{code}" for code in CODES}
    ours |= {"exact_total": "total", "exact_grade": "class", "exact_rank": "rank"}
    scale = {f"exact_{code}": 100 // below[code] for code in (*CODES, "total")}
    marks = []
    for one, name in ours.items():
        here = functions.col(name).cast("long") * scale.get(one, 1)
        same = here.eqNullSafe(functions.col(one))
        marks.append(functions.sum(functions.when(same, 0).otherwise(1)).alias(one))
    began = perf_counter()
    row = ready.score(frame).select(functions.count("*").alias("units"), *marks).collect()[0]
    took = perf_counter() - began
    session.stop()
    return {
        "units": row["units"],
        "totals": row["exact_total"],
        "ranks": row["exact_rank"],
        "classes": row["exact_grade"],
        "points": sum(row[f"exact_{code}"] for code in CODES),
        "time": took * 1000,
    }
