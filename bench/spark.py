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

SEED, CLUSTER = 20260822, 1000


def main() -> None:
    """Score, compare, print."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    forty, draw = rubric(), random.Random(SEED)  # noqa: S311 - a check, not a secret
    sheets = [sheet(f"u{i}", draw) for i in range(units)]
    clusters = [sheets[i : i + CLUSTER] for i in range(0, units, CLUSTER)]
    measures = [one for one in forty.measures if isinstance(one, Measure)]
    rows = [
        (
            one.unit,
            number,
            *(int(dict(one.entries)[m.code] * 10 ** (m.places or 0)) for m in measures),
        )
        for number, cluster in enumerate(clusters)
        for one in cluster
    ]
    spark = SparkSession.builder.master("local[2]").getOrCreate()
    frame = spark.createDataFrame(rows, ["unit", "khoi", *(one.code for one in measures)])
    ready = columnar(forty, layout=Layout(cluster="khoi", scaled=True), ties="share")
    found = {row["unit"]: row for row in ready.score(frame).collect()}
    for cluster in clusters:
        exactly = score(forty, cluster)
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
