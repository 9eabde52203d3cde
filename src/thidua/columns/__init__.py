# SPDX-License-Identifier: MIT
"""Rubrics over dataframes, in exact integers: needs the extra ``thidua[columns]``.

``engine``
    What the libraries can do, and where they differ.
``inputs``
    Columns as they come, read as whole numbers.
``rewrite``
    Programs without guards, and no wider than they must be.
``printer``
    Nodes as narwhals expressions.
``steps``, ``build``
    What needs a column of its own, and when.
``outcome``
    Percents and classes.
``plan``
    What is computed for one kind of frame.
``score``
    All of it, for users.
"""

from __future__ import annotations

from thidua.columns.demand import Output
from thidua.columns.inputs import Layout
from thidua.columns.score import ColumnRubric, columnar

__all__ = ["ColumnRubric", "Layout", "Output", "columnar"]
