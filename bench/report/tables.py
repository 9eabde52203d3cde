# SPDX-License-Identifier: MIT
"""The figures in tables, ratios first: on the screen and in the docs alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, final

from attrs import frozen

from bench.plan import FEW, MANY, ONE_UNIT, SIZES, Size
from bench.report.medians import Figures, amount, over

__all__ = ["Table", "tables"]

_DONE = {True: "yes", False: "NO", None: "–"}
_GROWTH = (
    ("", "points and classes"),
    ("/ranked", "ranks as well, in one plan"),
    ("/parts", "ranks as well, some clusters at a time"),
)


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
        _turns(
            "With working, and documents",
            figures[f"working/{size.repeats}"],
            "one unit, fractions by hand",
        ),
        _turns("Imports", figures[f"imports/{size.repeats}"], "attrs and cattrs"),
        _law(figures[f"law/{size.dossiers}"], size.dossiers),
    ]


def _promised(promised: list[Mapping[str, Any]]) -> Table:
    rows = [(one["what"], one["measured"], one["target"], _DONE[one["holds"]]) for one in promised]
    return Table("Promised", ("what", "measured", "target", "holds"), tuple(rows))


def _number(found: float | None, digits: int = 1) -> str:
    return "failed" if found is None else f"{found:,.{digits}f}"


def _one_unit(figures: Figures) -> Table:
    given = {name: figures[f"one_unit/{name}"] for name in ONE_UNIT}
    rows = [
        (
            name,
            _number(over(one, given["py_float"]), 2),
            _number(amount(one, "time")),
            _number(amount(one, "ready")),
        )
        for name, one in given.items()
    ]
    head = ("subject", "× py_float", "µs", "ms to make ready")
    return Table("One unit, everything but its rank", head, tuple(rows))


def _frames(figures: Figures, names: tuple[str, ...], units: int, base: str) -> Table:
    given = {name: figures[f"frames/{name}/{units}"] for name in names}
    rows = [
        (
            name,
            _number(over(given[base], one), 2),
            _number(amount(one, "time")),
            _number(amount(one, "cores")),
            _number(amount(one, "first")),
            _number(amount(one, "peak"), 0),
        )
        for name, one in given.items()
    ]
    head = (
        "subject",
        f"throughput, × {base}",
        "ms",
        "ms of cores",
        "ms the first time",
        "peak MiB",
    )
    return Table(f"{units:,} units, everything", head, tuple(rows))


def _growth(figures: Figures, size: Size) -> Table:
    rows = []
    for detail, what in _GROWTH:
        for units in size.growth:
            one = figures[f"growth/thidua_polars/{units}{detail}"]
            time = amount(one, "time")
            speed = None if time is None else units / time * 1000
            rows.append((f"{units:,}", what, _number(speed, 0), _number(amount(one, "peak"), 0)))
    head = ("units", "what", "units a second", "peak MiB")
    return Table("Parquet to parquet, on polars' streaming engine", head, tuple(rows))


def _wrong(figures: Figures) -> Table:
    rows: list[tuple[str, ...]] = []
    for name in (*ONE_UNIT, *MANY):
        keys = [key for key in figures if key.startswith(f"wrong/{name}/")]
        if not keys:
            continue
        found = {key.split("/")[3]: figures[key] for key in keys}
        uniform, percent = found["uniform"], found["percent"]
        counts = [
            f"{_number(amount(uniform, kind), 0)} / {_number(amount(percent, kind), 0)}"
            for kind in ("totals", "ranks", "classes")
        ]
        rows.append((name, _number(amount(uniform, "units"), 0), *counts))
    head = ("subject", "units", "totals", "ranks", "classes")
    return Table("Wrong results, on uniform / percent data", head, tuple(rows))


def _turns(title: str, given: Mapping[str, Any], base: str) -> Table:
    rows: list[tuple[str, ...]] = []
    if "error" not in given:
        rows = [
            (name, _number(over(one, given[base]), 2), _number(amount(one, "time"), 2))
            for name, one in given.items()
        ]
    return Table(title, ("what", f"× {base}", "ms"), tuple(rows))


def _law(given: Mapping[str, Any], dossiers: int) -> Table:
    answers = sorted(given.get("answers", {}).items())
    each = amount(given, "time")
    row = (
        f"{dossiers:,}",
        _number(amount(given, "rules"), 0),
        _number(None if each is None else each / dossiers, 2),
        ", ".join(f"{name}: {count:,}" for name, count in answers),
    )
    return Table("Law", ("dossiers", "rules", "ms each", "answers"), (row,))
