# SPDX-License-Identifier: MIT
"""Rubrics over dataframes, in exact integers: needs the extra ``thidua[columns]``."""

from __future__ import annotations

from thidua.columns.inputs import Layout
from thidua.columns.plan import Output
from thidua.columns.score import ColumnRubric, columnar

__all__ = ["ColumnRubric", "Layout", "Output", "columnar"]
