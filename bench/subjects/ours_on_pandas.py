# SPDX-License-Identifier: MIT
"""This library over frames of pandas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from bench.subjects.ours_by_frame import Ours
from bench.task.data import Columns, loaded

__all__ = ["Wide"]


class Wide(Ours):
    """Integers of 64 bits."""

    def load(self, columns: Columns) -> Any:
        """Return a frame."""
        return pd.DataFrame(loaded(columns))

    def columns(self, result: Any) -> Mapping[str, Any]:
        """Return the columns of the result."""
        return {name: result[name].to_numpy() for name in result.columns}
