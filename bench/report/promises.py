# SPDX-License-Identifier: MIT
"""What was promised, what was measured, and whether it holds. It reports, and never fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, final

from attrs import asdict, frozen

from bench.plan import MANY, ONE_UNIT, Size
from bench.report.medians import Figures

__all__ = ["OURS", "promises"]

OURS = tuple(name for name in (*ONE_UNIT, *MANY) if name.startswith("thidua"))


@final
@frozen
class Promise:
    """One promise."""

    what: str
    measured: str
    target: str
    holds: bool | None
    """None if it was not measured."""


def promises(figures: Figures, size: Size) -> list[dict[str, Any]]:
    """Return all promises."""
    return [asdict(one) for one in _promises(figures, size)]


def _promises(figures: Figures, size: Size) -> Iterator[Promise]:
    many, few = f"{size.many:,} units", f"{size.few:,} units"

    def ratio(what: str, above: str, below: str, target: str, name: str = "time") -> Promise:
        one, other = figures[above], figures[below]
        if "error" in one or "error" in other:
            return Promise(what, "not measured", target, None)
        found = one[name] / other[name]
        least = f" ({one['least'] / other['least']:.2f} of the least)" if name == "time" else ""
        return Promise(what, f"{found:.2f} ×{least}", target, _holds(found, target))

    def amount(what: str, key: str, name: str, unit: str, target: str) -> Promise:
        one = figures[key]
        if "error" in one:
            return Promise(what, "not measured", target, None)
        return Promise(what, f"{one[name]:,.1f} {unit}", target, _holds(one[name], target))

    unit, whole = "one_unit/{}".format, "one unit, whole numbers in"
    yield ratio(
        f"{whole}: time, to the straight-line function by hand",
        unit("thidua_int"),
        unit("py_int_codegen"),
        "≤ 1.1",
    )
    yield ratio(f"{whole}: time, to floats by hand", unit("thidua_int"), unit("py_float"), "≤ 1.0")
    yield ratio(f"{whole}: time of zen-engine, to ours", unit("zen"), unit("thidua_int"), "≥ 40")
    yield ratio(
        "one unit, decimals in, checked: time, to floats by hand",
        unit("thidua_decimal"),
        unit("py_float"),
        "≤ 2.0",
    )

    def frame(name: str) -> str:
        return f"frames/{name}/{size.many}"

    for ours, hand, target in (
        ("thidua_polars", "polars_float", "≥ 1.0"),
        ("thidua_pandas", "pandas_int", "≥ 0.9"),
        ("thidua_duckdb", "duckdb_int", "≥ 0.9"),
    ):
        what = f"{many}, {ours.split('_')[1]}: throughput, to {hand} by hand"
        yield ratio(what, frame(hand), frame(ours), target)
    what = f"{many}, polars: peak memory, to polars_float by hand"
    yield ratio(what, frame("thidua_polars"), frame("polars_float"), "≤ 1.0", "peak")
    yield amount(f"{few}, polars", f"frames/thidua_polars/{size.few}", "time", "ms", "≤ 20")
    yield from _growth(figures, size)
    yield _exact(figures, size)
    spark = figures[f"spark/{size.spark}"]
    what = f"PySpark on this machine, {size.spark:,} units: numbers that differ from the exact ones"
    if "error" in spark:
        yield Promise(what, f"not measured: {spark['error']}", "≤ 0", None)
    else:
        wrong = sum(spark[name] for name in ("points", "totals", "ranks", "classes"))
        yield Promise(what, str(wrong), "≤ 0", wrong == 0 and spark["units"] == size.spark)
    given = figures[f"imports/{size.repeats}"]
    for name, what in (("the library", "import thidua"), ("what scores", "from thidua import …")):
        found = given[name]["time"] / given["attrs and cattrs"]["time"]
        target = "≤ 1.3" if name == "the library" else "–"
        holds = _holds(found, target) if target != "–" else None
        yield Promise(f"{what}: time, to attrs and cattrs", f"{found:.2f} ×", target, holds)
    key = f"law/{size.dossiers}"
    target = f"≤ {20_000 * size.dossiers / 10_000:,.0f}".replace(",", "")
    yield amount(f"{size.dossiers:,} dossiers by the whole law", key, "time", "ms", target)


def _growth(figures: Figures, size: Size) -> Iterator[Promise]:
    first, last = size.growth[0], size.growth[-1]
    for detail in ("", "/ranked"):
        one = figures[f"growth/thidua_polars/{first}{detail}"]
        other = figures[f"growth/thidua_polars/{last}{detail}"]
        what = f"parquet to parquet, {first:,} to {last:,} units{', ranks' if detail else ''}"
        if "error" in one or "error" in other:
            yield Promise(what, "not measured", "≥ 0.8", None)
            continue
        kept = (last / other["time"]) / (first / one["time"])
        yield Promise(f"{what}: throughput kept", f"{kept:.2f} ×", "≥ 0.8", kept >= 0.8)
        peak = other["peak"]
        yield Promise(f"{what}: peak memory", f"{peak:,.0f} MiB", "< 2048", peak < 2048)


def _exact(figures: Figures, size: Size) -> Promise:
    """Return how many results of ours are wrong: those in memory and those in files."""
    keys = [
        key
        for key in figures
        if key.startswith("grown/") or (key.startswith("wrong/thidua") and f"/{size.many}/" in key)
    ]
    what = f"wrong totals, ranks and classes, {len(keys)} runs of all engines"
    given = [figures[key] for key in keys]
    if failed := [one for one in given if "error" in one]:
        return Promise(what, f"{len(failed)} failed", "≤ 0", holds=False)
    wrong = sum(one[name] for one in given for name in ("totals", "ranks", "classes"))
    return Promise(what, str(wrong), "≤ 0", wrong == 0)


def _holds(found: float, target: str) -> bool:
    sign, number = target.split()
    return found <= float(number) if sign == "≤" else found >= float(number)
