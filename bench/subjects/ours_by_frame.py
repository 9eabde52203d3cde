# SPDX-License-Identifier: MIT
"""This library over frames: the same rubric for every library of dataframes."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import pandas as pd
import polars as pl

from bench.subjects.duckdb_by_hand import stored
from bench.subjects.polars_by_hand import loaded
from bench.subjects.subject import FrameSubject, hundredths
from bench.task.criteria import CODES
from bench.task.data import Columns
from bench.task.exact import Found
from bench.task.rubric import grading, rubric
from thidua.columns import ColumnRubric, Layout, columnar

__all__ = ["DuckDB", "Pandas", "Polars", "PolarsColumns", "PolarsNarrow", "PyArrow", "ready"]


def ready(**options: Any) -> ColumnRubric:
    """Return the rubric for frames of whole hundredths, with classes and ranks."""
    asked: dict[str, Any] = {"ties": "share", **options}
    layout = Layout(cluster="khoi", scaled=True)
    return columnar(rubric(), layout=layout, grading=grading(), **asked)


class Polars(FrameSubject):
    """Frames of polars, integers of 64 bits."""

    options: ClassVar[dict[str, Any]] = {}
    dtype: ClassVar[Any] = np.int64

    def __init__(self) -> None:
        self._ready = ready(**self.options)

    def load(self, columns: Columns) -> Any:
        """Return a frame."""
        return pl.DataFrame(loaded(columns, self.dtype))

    def score(self, given: Any) -> Any:
        """Compute everything."""
        return self._ready.score(given)

    def found(self, result: Any) -> Found:
        """Read the result: points over the denominators that `outputs` tells."""
        read = pl.DataFrame(result).sort("unit")
        given = pl.DataFrame(loaded(dict.fromkeys(CODES, np.zeros(1, np.int64)), self.dtype))
        below = {one.code: one.below or 1 for one in self._ready.outputs(given)}
        points = [hundredths(read[f"points_{code}"] * (100 // below[code]), 1) for code in CODES]
        grade = read["class"].cast(pl.Int64).to_numpy()
        total = hundredths(read["total"] * (100 // below["total"]), 1)
        return Found(np.array(points), total, grade, read["rank"].to_numpy())


class PolarsColumns(Polars):
    """The same, with columns however short the frame is."""

    options: ClassVar[dict[str, Any]] = {"short": 0}


class PolarsNarrow(Polars):
    """Frames of polars, integers of 32 bits."""

    dtype: ClassVar[Any] = np.int32


class Pandas(Polars):
    """Frames of pandas."""

    def load(self, columns: Columns) -> Any:
        """Return a frame."""
        return pd.DataFrame(loaded(columns, np.int64))


class PyArrow(Polars):
    """Tables of PyArrow."""

    def load(self, columns: Columns) -> Any:
        """Return a table."""
        return pl.DataFrame(loaded(columns, np.int64)).to_arrow()


class DuckDB(Polars):
    """Relations of DuckDB, fetched as the statement by hand is."""

    def load(self, columns: Columns) -> Any:
        """Return a connection."""
        return stored(columns)

    def score(self, given: Any) -> Any:
        """Compute everything."""
        return self._ready.score(given.table("units")).to_arrow_table()
