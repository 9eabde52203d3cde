# SPDX-License-Identifier: MIT
"""The figures in tables, ratios first: on the screen and in the docs alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, final

from attrs import frozen

from bench.plan import FEW, MANY, ONE_UNIT, SIZES, Size
from bench.report.medians import Figures

__all__ = ["Table", "tables"]

_DONE = {True: "yes", False: "NO", None: "–"}


@final
@frozen
class Table:
    """One table."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(found: Mapping[str, Any]) -> list[Table]:
    """Return all tables of what was measured."""
    figures, size = found["figures"], SIZES[found["about"]["size"]]
    return [
        _promised(found["promised"]),
        _one_unit(figures),
        _frames(figures, FEW, size.few, "polars_int"),
        _frames(figures, MANY, size.many, "polars_float"),
        _growth(figures, size),
        _wrong(figures),
        _working(figures[f"working/{size.repeats}"]),
        _imports(figures[f"imports/{size.repeats}"]),
        _law(figures[f"law/{size.dossiers}"], size.dossiers),
    ]


def _promised(promised: list[Mapping[str, Any]]) -> Table:
    rows = [(one["what"], one["measured"], one["target"], _DONE[one["holds"]]) for one in promised]
    return Table("Promised", ("what", "measured", "target", "holds"), tuple(rows))


def _one_unit(figures: Figures) -> Table:
    base = figures["one_unit/py_float"]["time"]
    rows = []
    for name in ONE_UNIT:
        one = figures[f"one_unit/{name}"]
        if "error" in one:
            rows.append((name, "failed", "", ""))
            continue
        time = one["time"]
        rows.append((name, f"{time / base:.2f}", f"{time:,.1f}", f"{one['ready']:,.1f}"))
    head = ("subject", "× py_float", "µs", "ms to make ready")
    return Table("One unit, everything but its rank", head, tuple(rows))


def _frames(figures: Figures, names: tuple[str, ...], units: int, base: str) -> Table:
    against = figures[f"frames/{base}/{units}"]
    rows = []
    for name in names:
        one = figures[f"frames/{name}/{units}"]
        if "error" in one:
            rows.append((name, "failed", "", "", ""))
            continue
        rows.append(
            (
                name,
                f"{against['time'] / one['time']:.2f}",
                f"{one['time']:,.1f}",
                f"{one['first']:,.1f}",
                f"{one['peak']:,.0f}",
            )
        )
    head = ("subject", f"throughput, × {base}", "ms", "ms the first time", "peak MiB")
    return Table(f"{units:,} units, everything", head, tuple(rows))


def _growth(figures: Figures, size: Size) -> Table:
    rows = []
    for detail in ("", "ranked"):
        for units in size.growth:
            key = f"growth/thidua_polars/{units}" + (f"/{detail}" if detail else "")
            one = figures[key]
            if "error" in one:
                rows.append((f"{units:,}", detail or "points and classes", "failed", ""))
                continue
            speed = f"{units / one['time'] * 1000:,.0f}"
            rows.append(
                (f"{units:,}", detail or "points and classes", speed, f"{one['peak']:,.0f}")
            )
    head = ("units", "what", "units a second", "peak MiB")
    return Table("Parquet to parquet, on polars' streaming engine", head, tuple(rows))


def _wrong(figures: Figures) -> Table:
    rows: list[tuple[str, ...]] = []
    for name in (*ONE_UNIT, *MANY):
        found = {
            key.split("/")[3]: one
            for key, one in figures.items()
            if key.startswith(f"wrong/{name}/")
        }
        if not found:
            continue
        if any("error" in one for one in found.values()):
            rows.append((name, "failed", "", "", ""))
            continue
        counts = [
            f"{found['uniform'][kind]:,} / {found['percent'][kind]:,}"
            for kind in ("totals", "ranks", "classes")
        ]
        rows.append((name, f"{found['uniform']['units']:,}", *counts))
    head = ("subject", "units", "totals", "ranks", "classes")
    return Table("Wrong results, on uniform / percent data", head, tuple(rows))


def _timed(given: Mapping[str, Any], base: str) -> Iterator[tuple[str, ...]]:
    for name, one in given.items():
        yield name, f"{one['time'] / given[base]['time']:.2f}", f"{one['time']:,.2f}"


def _working(given: Mapping[str, Any]) -> Table:
    base = "one unit, fractions by hand"
    head = ("what", "× fractions by hand", "ms")
    return Table("With working, and documents", head, tuple(_timed(given, base)))


def _imports(given: Mapping[str, Any]) -> Table:
    base = "attrs and cattrs"
    return Table("Imports", ("what", f"× {base}", "ms"), tuple(_timed(given, base)))


def _law(given: Mapping[str, Any], dossiers: int) -> Table:
    answers = ", ".join(f"{name}: {count:,}" for name, count in sorted(given["answers"].items()))
    row = (f"{dossiers:,}", str(given["rules"]), f"{given['time'] / dossiers:.2f}", answers)
    return Table("Law", ("dossiers", "rules", "ms each", "answers"), (row,))
