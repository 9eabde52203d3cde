# SPDX-License-Identifier: MIT
"""What was promised, what was measured, and whether it holds. It reports, and never fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, final

from attrs import asdict, frozen

from bench.plan import CLUSTER_SCORED, DOCUMENT, EXPLAINED, Size
from bench.report.medians import Figure, Figures, amount, over

__all__ = ["promises"]

_KINDS = ("totals", "ranks", "classes")


@final
@frozen
class _Promise:
    what: str
    found: float | None
    """None if it was not measured."""
    sign: str = "≤"
    bound: float = 0
    unit: str = "×"
    besides: str = ""

    def told(self) -> dict[str, Any]:
        """Return it as it is printed and stored."""
        holds: bool | None = None
        if self.found is not None:
            holds = self.found <= self.bound if self.sign == "≤" else self.found >= self.bound
        digits = 2 if self.unit == "×" else 0
        measured = "not measured"
        if self.found is not None:
            measured = f"{self.found:,.{digits}f} {self.unit}".strip()
        target = f"{self.sign} {self.bound:,.{1 if self.unit == '×' else 0}f} {self.unit}"
        return {
            **asdict(self),
            "measured": f"{measured} {self.besides}".strip(),
            "target": target.strip(),
            "holds": holds,
        }


def promises(figures: Figures, size: Size) -> list[dict[str, Any]]:
    """Return all promises, each with what was measured, its target and whether it holds."""
    parts = (_one_unit, _frames, _growth, _exact, _working, _edges)
    return [one.told() for part in parts for one in part(figures, size)]


def _ratio(what: str, one: Figure, other: Figure, sign: str, bound: float) -> _Promise:
    """Promise a ratio of times, beside it those of the least times and of the work of cores."""
    least, cores = over(one, other, "least"), over(one, other, "cores")
    told = [] if least is None else [f"{least:.2f} of the least"]
    told += [] if cores is None else [f"{cores:.2f} of the cores' work"]
    besides = f"({', '.join(told)})" if told else ""
    return _Promise(what, over(one, other), sign, bound, besides=besides)


def _one_unit(figures: Figures, _: Size) -> Iterator[_Promise]:
    names = ("thidua_int", "thidua_decimal", "py_int_codegen", "py_float", "zen")
    ours, checked, straight, floats, zen = (figures[f"one_unit/{name}"] for name in names)
    what = "one unit, whole numbers in: time"
    yield _ratio(f"{what}, to the straight-line function by hand", ours, straight, "≤", 1.1)
    yield _ratio(f"{what}, to floats by hand", ours, floats, "≤", 1)
    yield _ratio(f"{what} of zen-engine, to ours", zen, ours, "≥", 40)
    what = "one unit, decimals in, checked: time, to floats by hand"
    yield _ratio(what, checked, floats, "≤", 2)


def _frames(figures: Figures, size: Size) -> Iterator[_Promise]:
    many: Mapping[str, Figure] = {
        key.split("/")[1]: one
        for key, one in figures.items()
        if key.startswith("frames/") and key.endswith(f"/{size.many}")
    }
    for ours, hand, bound in (
        ("thidua_polars", "polars_float", 1.0),
        ("thidua_pandas", "pandas_int", 0.9),
        ("thidua_duckdb", "duckdb_int", 0.9),
    ):
        what = f"{size.many:,} units, {ours}: throughput, to {hand}"
        yield _ratio(what, many[hand], many[ours], "≥", bound)
    peaks = over(many["thidua_polars"], many["polars_float"], "peak")
    yield _Promise(
        f"{size.many:,} units, thidua_polars: peak memory, to polars_float", peaks, "≤", 1
    )
    few = figures[f"frames/thidua_polars/{size.few}"]
    yield _Promise(f"{size.few:,} units, thidua_polars: time", amount(few, "time"), "≤", 20, "ms")


def _growth(figures: Figures, size: Size) -> Iterator[_Promise]:
    first, last = size.growth[0], size.growth[-1]
    for detail, also in (("", ""), ("/parts", ", with ranks, some clusters at a time")):
        one, other = (figures[f"growth/thidua_polars/{n}{detail}"] for n in (first, last))
        what = f"parquet to parquet, {first:,} to {last:,} units{also}"
        longer = over(one, other)
        kept = None if longer is None else longer * last / first
        yield _Promise(f"{what}: throughput kept", kept, "≥", 0.8)
        yield _Promise(f"{what}: peak memory", amount(other, "peak"), "≤", 2048, "MiB")


def _exact(figures: Figures, size: Size) -> Iterator[_Promise]:
    """Count what is wrong of ours: in memory, in files, and on PySpark."""
    here = f"/{size.many}/"
    ours = {
        key: one
        for key, one in figures.items()
        if key.startswith("grown/") or (key.startswith("wrong/thidua") and here in key)
    }
    failed = any("error" in one for one in ours.values())
    wrong = {
        key.split("/")[1]: sum(one[kind] for kind in _KINDS)
        for key, one in ours.items()
        if "error" not in one
    }
    guilty = [name for name, count in wrong.items() if count]
    yield _Promise(
        f"wrong totals, ranks and classes, {len(ours)} runs of all engines",
        None if failed else sum(wrong.values()),
        unit="",
        besides=f"({', '.join(guilty)})" if guilty else "",
    )
    spark = figures[f"spark/{size.spark}"]
    counts = [amount(spark, kind) for kind in (*_KINDS, "points")]
    yield _Promise(
        f"wrong numbers on PySpark, {size.spark:,} units",
        None if "error" in spark else sum(one for one in counts if one),
        unit="",
        besides=spark.get("error", ""),
    )


def _working(figures: Figures, size: Size) -> Iterator[_Promise]:
    given = figures[f"working/{size.repeats}"]
    for name, per, bound, unit in (
        (CLUSTER_SCORED, 1, 50, "ms"),
        (EXPLAINED, 1000, 500, "µs"),
        (DOCUMENT, 1, 10, "ms"),
    ):
        time = amount(given.get(name, {}), "time")
        yield _Promise(f"{name}: time", None if time is None else time * per, "≤", bound, unit)


def _edges(figures: Figures, size: Size) -> Iterator[_Promise]:
    given = figures[f"imports/{size.repeats}"]
    lacking = {"error": "no imports"}
    one, other = given.get("the library", lacking), given.get("attrs and cattrs", lacking)
    yield _ratio("import thidua: time, to attrs and cattrs", one, other, "≤", 1.3)
    law = figures[f"law/{size.dossiers}"]
    what = f"{size.dossiers:,} dossiers by the whole law: time"
    yield _Promise(what, amount(law, "time"), "≤", 2 * size.dossiers, "ms")
