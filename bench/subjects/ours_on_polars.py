# SPDX-License-Identifier: MIT
"""This library over frames of polars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
import polars as pl

from bench.subjects.ours_by_frame import Ours
from bench.task.data import Columns, loaded

__all__ = ["ColumnsAlways", "Narrow", "Wide"]


class Wide(Ours):
    """Integers of 64 bits."""

    dtype: ClassVar[Any] = np.int64

    def load(self, columns: Columns) -> pl.DataFrame:
        """Return a frame."""
        return pl.DataFrame(loaded(columns, self.dtype))

    def columns(self, result: pl.DataFrame) -> Mapping[str, Any]:
        """Return the columns of the result."""
        return {name: result[name].to_numpy() for name in result.columns}


class Narrow(Wide):
    """Integers of 32 bits."""

    dtype: ClassVar[Any] = np.int32


class ColumnsAlways(Wide):
    """Columns, however short the frame is."""

    options: ClassVar[dict[str, Any]] = {"short": 0}
