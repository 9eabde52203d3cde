# SPDX-License-Identifier: MIT
"""All questions that are asked, and how much of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, final

from attrs import frozen

__all__ = [
    "CLUSTER_SCORED",
    "DOCUMENT",
    "EXPLAINED",
    "SIZES",
    "Ask",
    "Question",
    "Size",
    "counted",
    "prepared",
    "timed",
]

Question: TypeAlias = Literal[
    "one_unit",
    "frames",
    "growth",
    "imports",
    "working",
    "law",
    "wrong",
    "grown",
    "spark",
    "write",
    "write_exact",
]


@final
@frozen
class Ask:
    """One question to one subject."""

    question: Question
    subject: str = ""
    units: int = 0
    """How many units, dossiers or rounds."""
    detail: str = ""
    """The flavour of the data; of growth one of `GROWTH`."""
    rounds: int = 1
    """How many processes are asked."""

    @property
    def key(self) -> str:
        """The name of the answer."""
        parts = (self.question, self.subject, str(self.units or ""), self.detail)
        return "/".join(part for part in parts if part)


@final
@frozen
class Size:
    """How much is measured."""

    rounds: int
    limit: float
    """Seconds that a slow subject may take for one unit, again and again."""
    few: int
    """Units of a short frame."""
    many: int
    """Units of a frame, and of those that results are compared of."""
    slow: int
    """Units that results are compared of, of subjects that take too long for many."""
    growth: tuple[int, ...]
    """Units of files."""
    dossiers: int
    spark: int
    """Units on PySpark."""
    repeats: int
    """Turns of imports, and of what has its working."""


SIZES = {
    "full": Size(5, 2.0, 1000, 1_000_000, 100_000, (10**5, 10**6, 10**7), 10_000, 10**5, 31),
    "small": Size(2, 0.5, 1000, 100_000, 2000, (10**4, 10**5, 10**6), 1000, 2000, 7),
}

ONE_UNIT = (
    "py_float",
    "py_decimal",
    "py_fraction",
    "py_int",
    "py_int_codegen",
    "zen",
    "cel",
    "json_logic",
    "thidua_int",
    "thidua_decimal",
    "thidua_decimal_read",
)
FEW = (
    "polars_float",
    "polars_int",
    "pandas_int",
    "duckdb_int",
    "thidua_polars",
    "thidua_polars_columns",
    "thidua_pandas",
    "thidua_duckdb",
)
MANY = (
    "polars_float",
    "polars_int",
    "pandas_float",
    "pandas_int",
    "duckdb_int",
    "openfisca",
    "thidua_polars",
    "thidua_polars_32",
    "thidua_pandas",
    "thidua_duckdb",
    "thidua_pyarrow",
)
GROWTH = ("", "ranked", "parts")
"""What comes out of files: points and classes, ranks as well, these some clusters at a time."""
EXPLAINED = "one unit, scored and explained"
CLUSTER_SCORED = "8 units of 176 criteria, with their working"
DOCUMENT = "40 criteria, loaded and checked"
"""Answers about what has its working, by name."""
SLOW = ("py_fraction", "zen", "cel", "json_logic")
"""Subjects that take too long for a million units."""


def prepared(size: Size) -> Iterator[Ask]:
    """Return what is written beforehand."""
    for units in size.growth:
        yield Ask("write", units=units)
    yield Ask("write_exact", units=size.spark)


def timed(size: Size) -> Iterator[Ask]:
    """Return what is timed: nothing else runs meanwhile."""
    for name in ONE_UNIT:
        yield Ask("one_unit", name, rounds=size.rounds)
    for name in FEW:
        yield Ask("frames", name, size.few, rounds=size.rounds)
    for name in MANY:
        yield Ask("frames", name, size.many, rounds=size.rounds)
    for units in size.growth:
        for detail in GROWTH:
            yield Ask("growth", "thidua_polars", units, detail, rounds=min(size.rounds, 3))
    yield Ask("imports", units=size.repeats)
    yield Ask("working", units=size.repeats)
    yield Ask("law", units=size.dossiers, rounds=min(size.rounds, 3))


def counted(size: Size) -> Iterator[Ask]:
    """Return what is compared with the exact results: several at once, the longest first."""
    for detail in ("uniform", "percent"):
        for name in SLOW:
            yield Ask("wrong", name, size.slow, detail)
        for name in (*ONE_UNIT, *MANY):
            if name not in {*SLOW, "thidua_decimal_read"}:
                yield Ask("wrong", name, size.many, detail)
    for units in size.growth:
        for detail in GROWTH:
            yield Ask("grown", "thidua_polars", units, detail)
    yield Ask("spark", units=size.spark)
