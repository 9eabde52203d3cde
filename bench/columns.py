# SPDX-License-Identifier: MIT
"""Measure rubrics over frames against the same rubric written by hand for each library.

``python bench/columns.py [--units N] [--json FILE]`` checks every result against exact
integers, then prints medians of rounds in which the subjects take turns.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
from rubric_40 import CRITERIA, SECTIONS, rubric

from thidua.columns import Layout, columnar
from thidua.ranking import Grade, GradeTable

ROUNDS, SEED, CLUSTER, CAP = 7, 20260822, 10, 2500
CUTS = (5000, 7000, 8000, 9000)
KEYS = [key for key, _, _, _ in CRITERIA]


def draw(units: int) -> dict[str, Any]:
    """Draw results in whole or half percents of their targets, in hundredths."""
    dice = np.random.default_rng([SEED, units])
    found: dict[str, Any] = {}
    for key, _, kind, data in CRITERIA:
        if kind == "N":
            found[key] = dice.poisson(0.8, units)
        elif kind == "B":
            found[key] = dice.integers(80, 201, units) * 50
        else:
            low, high = {"P": (140, 221), "S": (170, 211), "R": (100, 221), "X": (180, 231)}[kind]
            found[key] = (2 * data[0] * dice.integers(low, high, units) + 200) // 400
    return found


def exact(drawn: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    """Score in integers of 64 bits, one criterion at a time: what results are held to."""
    points: dict[str, Any] = {}
    for key, _, kind, data in CRITERIA:
        value = drawn[key].astype(np.int64)
        if kind == "P":
            target, most = data
            points[key] = np.minimum((2 * most * value + target) // (2 * target), most)
        elif kind == "S":
            target, most = data
            fallen = np.maximum(most - 50 * ((target - value) * 100 // target), 0)
            points[key] = np.where(value < target, fallen, most)
        elif kind in "BR":
            rate = value * 10000 if kind == "B" else value * 10000 * 10000 // data[0]
            cuts = np.array(data[-2]) * 10000
            points[key] = np.array(data[-1])[np.searchsorted(cuts, rate, side="right")]
        elif kind == "N":
            points[key] = np.maximum(-data[0] * value, data[1])
        else:
            over = np.minimum(50 * ((value - data[0]) * 100 // data[0]), 500)
            points[key] = np.where(value > data[0], over, 0)
    capped = [
        np.minimum(sum(points[f"{section}{i}"] for i in range(len(items))), CAP)
        for section, items in SECTIONS.items()
    ]
    return points, sum(capped)


def polars_floats(frame: pl.DataFrame) -> pl.DataFrame:
    """Score as people do: floats, rounded half up by hand."""
    made = []
    points: Any
    for key, _, kind, data in CRITERIA:
        value = pl.col(key)
        if kind == "P":
            share = (value / (data[0] / 100)).clip(upper_bound=1.0)
            points = (data[1] / 100 * share * 100 + 0.5).floor() / 100
        elif kind == "S":
            target, most = data[0] / 100, data[1] / 100
            fallen = most - 0.5 * ((target - value) / target * 100).floor()
            points = pl.when(value < target).then(fallen.clip(lower_bound=0.0)).otherwise(most)
        elif kind in "BR":
            rate = value if kind == "B" else value / (data[0] / 100) * 100
            cuts, worth = data[-2:]
            points = pl.when(rate >= cuts[3] / 100).then(worth[4] / 100)
            for i in (2, 1, 0):
                points = points.when(rate >= cuts[i] / 100).then(worth[i + 1] / 100)
            points = points.otherwise(worth[0] / 100)
        elif kind == "N":
            points = (-data[0] / 100 * value).clip(lower_bound=data[1] / 100)
        else:
            target = data[0] / 100
            over = (0.5 * ((value - target) / target * 100).floor()).clip(upper_bound=5.0)
            points = pl.when(value > target).then(over).otherwise(0.0)
        made.append(points.alias(f"p_{key}"))
    lazy = frame.lazy().select("khoi", *made)
    capped = [
        pl.sum_horizontal(f"p_{section}{i}" for i in range(len(items))).clip(upper_bound=CAP / 100)
        for section, items in SECTIONS.items()
    ]
    lazy = lazy.with_columns(((pl.sum_horizontal(capped) * 100 + 0.5).floor() / 100).alias("total"))
    total = pl.col("total")
    named: Any = pl.when(total >= CUTS[3] / 100).then(4)
    for i in (2, 1, 0):
        named = named.when(total >= CUTS[i] / 100).then(i + 1)
    rank = total.rank("min", descending=True).over("khoi")
    return lazy.with_columns(named.otherwise(0).alias("class"), rank.alias("rank")).collect()


def pandas_integers(frame: pd.DataFrame) -> pd.DataFrame:
    """Score with integers, as written in `exact`."""
    points, total = exact({key: frame[key].to_numpy() for key in KEYS})
    found = pd.DataFrame({"khoi": frame["khoi"], **points, "total": total})
    found["class"] = np.searchsorted(np.array(CUTS), total, side="right")
    found["rank"] = found.groupby("khoi")["total"].rank(method="min", ascending=False)
    return found


def duckdb_sql() -> str:
    """Return the rubric as SQL over integers."""
    made = []
    for key, _, kind, data in CRITERIA:
        if kind == "P":
            text = f"least(({2 * data[1]} * {key} + {data[0]}) // {2 * data[0]}, {data[1]})"
        elif kind == "S":
            fallen = f"greatest({data[1]} - 50 * (({data[0]} - {key}) * 100 // {data[0]}), 0)"
            text = f"CASE WHEN {key} < {data[0]} THEN {fallen} ELSE {data[1]} END"
        elif kind in "BR":
            rate = key if kind == "B" else f"({key} * 10000 // {data[0]})"
            cuts, worth = data[-2:]
            whens = " ".join(f"WHEN {rate} >= {cuts[i]} THEN {worth[i + 1]}" for i in (3, 2, 1, 0))
            text = f"CASE {whens} ELSE {worth[0]} END"
        elif kind == "N":
            text = f"greatest(-{data[0]} * {key}, {data[1]})"
        else:
            over = f"least(50 * (({key} - {data[0]}) * 100 // {data[0]}), 500)"
            text = f"CASE WHEN {key} > {data[0]} THEN {over} ELSE 0 END"
        made.append(f"{text} AS p_{key}")
    capped = " + ".join(
        f"least({' + '.join(f'p_{section}{i}' for i in range(len(items)))}, {CAP})"
        for section, items in SECTIONS.items()
    )
    named = " ".join(f"WHEN total >= {CUTS[i]} THEN {i + 1}" for i in (3, 2, 1, 0))
    ranked = "rank() OVER (PARTITION BY khoi ORDER BY total DESC) AS rank"
    return (
        f"WITH p AS (SELECT khoi, {', '.join(made)} FROM units), "  # noqa: S608 - numbers only
        f"t AS (SELECT *, {capped} AS total FROM p) "
        f"SELECT *, CASE {named} ELSE 0 END AS class, {ranked} FROM t"
    )


def main() -> None:
    """Check, measure, print."""
    units = int(sys.argv[sys.argv.index("--units") + 1]) if "--units" in sys.argv else 1_000_000
    drawn = draw(units)
    points, total = exact(drawn)
    keys = {"unit": np.arange(units), "khoi": np.arange(units) // CLUSTER}
    whole = pl.DataFrame({**keys, **{key: one.astype(np.int64) for key, one in drawn.items()}})
    counts = {key for key, _, kind, _ in CRITERIA if kind == "N"}
    floats = whole.with_columns(pl.col(key) / 100 for key in KEYS if key not in counts)
    narrow, panda = whole.cast(dict.fromkeys(KEYS, pl.Int32)), whole.to_pandas()
    base = duckdb.connect()
    base.execute("SET threads = 2")
    base.register("frame", whole.to_arrow())
    base.execute("CREATE TABLE units AS SELECT * FROM frame")
    table, sql = base.table("units"), duckdb_sql()
    grades = [Grade(str(i + 1), at_least=CUTS[i] // 100) for i in (3, 2, 1, 0)]
    ready = columnar(
        rubric(),
        layout=Layout(cluster="khoi", scaled=True),
        grading=GradeTable([*grades, Grade("0")]),
        ties="share",
    )
    ours: dict[str, Callable[[], Any]] = {
        "polars, thidua": lambda: ready.score(whole),
        "polars, thidua, 32 bits": lambda: ready.score(narrow),
        "pandas, thidua": lambda: ready.score(panda),
        "duckdb, thidua": lambda: ready.score(table).to_arrow_table(),
    }
    ranks = pandas_integers(panda)["rank"].to_numpy()
    for name, run in ours.items():
        found = run()
        if not isinstance(found, pl.DataFrame):
            found = pl.DataFrame(found)
        found = found.sort("unit")
        assert (found["total"].to_numpy() == total).all(), name
        assert (found["rank"].to_numpy() == ranks).all(), name
        assert all((found[f"points_{key}"].to_numpy() == points[key]).all() for key in KEYS), name
    wrong = int((np.rint(polars_floats(floats)["total"].to_numpy() * 100) != total).sum())
    subjects = {
        "polars, floats by hand": lambda: polars_floats(floats),
        "pandas, integers by hand": lambda: pandas_integers(panda),
        "duckdb, integers by hand": lambda: base.sql(sql).to_arrow_table(),
        **ours,
    }
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(ROUNDS):
        for name, run in subjects.items():
            started = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - started)
    medians = {name: median(one) for name, one in times.items()}
    print(f"{units} units; floats by hand get {wrong} totals wrong, columns none")
    for name, seconds in medians.items():
        hand = next(one for one in medians if one.startswith(name.split(",")[0]))
        throughput = medians[hand] / seconds
        print(f"{name:28} {seconds * 1e3:9.1f} ms {throughput:6.2f} × the throughput by hand")
    if "--json" in sys.argv:
        found = {"units": units, "wrong_totals_of_floats": wrong, "seconds": medians}
        Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main()
