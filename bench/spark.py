# SPDX-License-Identifier: MIT
"""Score units on PySpark, on this machine alone, and compare every number with the exact ones.

``make spark`` runs it in an environment of its own; Java is the system's.
"""

from __future__ import annotations

import random
import sys

from pyspark.sql import SparkSession
from rubric_40 import rubric, sheet

from thidua import Measure, rank, score
from thidua.columns import Layout, columnar

SEED = 20260822


def main() -> None:
    """Score, compare, print."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    forty, draw = rubric(), random.Random(SEED)  # noqa: S311 - a check, not a secret
    sheets = [sheet(f"u{i}", draw) for i in range(units)]
    places = {one.code: one.places or 0 for one in forty.measures if isinstance(one, Measure)}
    rows = [
        {"unit": one.unit, "khoi": "a"}
        | {code: int(value * 10 ** places[code]) for code, value in one.entries}
        for one in sheets
    ]
    spark = SparkSession.builder.master("local[2]").getOrCreate()
    ready = columnar(forty, layout=Layout(cluster="khoi", scaled=True), ties="share")
    found = {row["unit"]: row for row in ready.score(spark.createDataFrame(rows)).collect()}
    exactly = score(forty, sheets)
    for one in exactly:
        row = found[one.unit]
        assert one.points is not None
        assert one.points * 100 == row["total"]
        for line in one.lines:
            assert line.points is not None
            assert line.points * 100 == row[f"points_{line.code}"]
    for place in rank(exactly, ties="share").places:
        assert place.best == found[place.unit]["rank"]
    print(f"{units} units on PySpark: every number is exact")


if __name__ == "__main__":
    main()
