# SPDX-License-Identifier: MIT
"""This library over tables of PyArrow, and over relations of DuckDB, fetched as such."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from bench.subjects.duckdb_by_hand import stored
from bench.subjects.ours_by_frame import Ours
from bench.task.data import Columns, loaded

__all__ = ["DuckDB", "PyArrow"]


class PyArrow(Ours):
    """Integers of 64 bits."""

    def load(self, columns: Columns) -> Any:
        """Return a table."""
        return pa.table(loaded(columns))

    def columns(self, result: Any) -> Mapping[str, Any]:
        """Return the columns of the result."""
        return {name: result[name].to_numpy() for name in result.column_names}


class DuckDB(PyArrow):
    """Integers of 64 bits, fetched as those of the statement by hand are."""

    def load(self, columns: Columns) -> Any:
        """Return a connection."""
        return stored(columns)

    def frame(self, given: Any) -> Any:
        """Return the relation."""
        return given.table("units")

    def score(self, given: Any) -> Any:
        """Compute everything, and fetch it."""
        return super().score(given).to_arrow_table()
