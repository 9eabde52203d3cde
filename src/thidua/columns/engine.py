# SPDX-License-Identifier: MIT
"""What the dataframe libraries can do, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, ClassVar, final

import narwhals as nw
from attrs import frozen

from thidua.errors import Faults, SheetFault

__all__ = ["DTYPES", "Dialect", "Engine", "engine_of"]

DTYPES: dict[int, nw.dtypes.DType] = {32: nw.Int32(), 64: nw.Int64(), 128: nw.Int128()}
"""The integers that points are computed in, by their bits."""


class Dialect(Enum):
    """What text is written in, where frames take that."""

    DUCKDB = "duckdb"
    SPARK = "spark"

    @property
    def quote(self) -> str:
        """What stands around names."""
        return '"' if self is Dialect.DUCKDB else "`"

    @property
    def divide(self) -> str:
        """The division of integers that cuts off towards zero."""
        return "//" if self is Dialect.DUCKDB else "DIV"

    @property
    def integers(self) -> Mapping[int, str]:
        """The names of integers, by their bits."""
        wider = {128: "HUGEINT"} if self is Dialect.DUCKDB else {}
        return {32: "INTEGER", 64: "BIGINT"} | wider


@final
@frozen
class Engine:
    """What a kind of frame can do.

    Facts about exactness are tested engine by engine: see `tests/columns`.
    """

    kind: ClassVar = "engine"
    name: str
    """Name of the library."""
    lazy: bool
    """Whether the frame is a plan: nothing in it may be looked at beforehand."""
    widest: int = 64
    """Bits of its widest integers that are computed exactly."""
    ranks: bool = True
    """Whether it ranks within groups; else that is made of ranks over everything."""
    over: bool = True
    """Whether a column folded over groups comes out row by row as the rows stand. On PyArrow
    narwhals joins it to them, and Arrow's joins change the order of rows in long tables."""
    nullable: bool = True
    """Whether its columns of integers hold nulls."""
    dialect: Dialect | None = None
    """The language of what is computed within a row; None for expressions of narwhals."""
    words: bool = False
    """Whether its own expressions have the words of narwhals, and casts that check nothing."""
    arrays: bool = False
    """Whether its columns are arrays of NumPy, from which that is computed."""


_DUCKDB = Engine("duckdb", lazy=True, widest=128, dialect=Dialect.DUCKDB)
_SPARK = Engine("pyspark", lazy=True, dialect=Dialect.SPARK)
_POLARS = Engine("polars", lazy=False, widest=128, words=True)
_POLARS_LAZY = Engine("polars", lazy=True, widest=128, words=True)
_PANDAS = Engine("pandas", lazy=False, nullable=False, arrays=True)
_ARROW = Engine("pyarrow", lazy=False, ranks=False, over=False)


def engine_of(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> Engine:
    """Return the engine of a frame.

    Raises:
        Faults: If it is of a library that is not known to compute exactly.
    """
    library = frame.implementation
    if library.is_polars():
        return _POLARS_LAZY if isinstance(frame, nw.LazyFrame) else _POLARS
    if library.is_pandas():
        return _PANDAS
    if library.is_pyarrow():
        return _ARROW
    if library.is_duckdb():
        return _DUCKDB
    if library.is_pyspark() or library.is_pyspark_connect():
        return _SPARK
    what = f"no frame that is known to compute exactly, {library.value!r}"
    todo = "give a frame of polars, pandas, PyArrow, DuckDB or PySpark"
    raise Faults((SheetFault((), "frame-unknown", what, todo),))
