# SPDX-License-Identifier: MIT
"""Where the columns of a program stand in a frame."""

from __future__ import annotations

from typing import final

import narwhals as nw
from attrs import frozen

__all__ = ["Source"]


@final
@frozen
class Source:
    """Where a column of a program stands in a frame."""

    name: str
    """Name of the column."""
    dtype: nw.dtypes.DType
    """Its type, one of integers."""
