# SPDX-License-Identifier: MIT
"""What the dataframe libraries can do, and where they differ."""

from __future__ import annotations

from typing import Any, ClassVar, final

import narwhals as nw
from attrs import frozen

from thidua.errors import Faults, SheetFault

__all__ = ["DTYPES", "Engine", "engine_of"]

DTYPES: dict[int, nw.dtypes.DType] = {32: nw.Int32(), 64: nw.Int64(), 128: nw.Int128()}
"""The integers that points are computed in, by their bits."""


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
    divides: int = 128
    """Bits up to which its floor division is one of integers."""
    ranks: bool = True
    """Whether it ranks within groups; else that is made of ranks over everything."""


_DUCKDB = Engine("duckdb", lazy=True, widest=128)
_SPARK = Engine("pyspark", lazy=True, divides=53)
_POLARS = Engine("polars", lazy=False, widest=128)
_POLARS_LAZY = Engine("polars", lazy=True, widest=128)
_PANDAS = Engine("pandas", lazy=False)
_ARROW = Engine("pyarrow", lazy=False, ranks=False)


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
