# SPDX-License-Identifier: MIT
"""Rubrics over dataframes, in exact integers: needs the extra ``thidua[columns]``.

``engine``
    What the libraries can do, and where they differ.
``demand``, ``inputs``, ``intake``
    What is asked for, and what comes in: columns read as whole numbers.
``rewrite``, ``width``, ``order``
    Programs without guards, how wide their numbers get, and ratios in order.
``printer``, ``sql``, ``arrays``, ``source``
    Nodes as expressions, as SQL or as functions of arrays, over columns that stand in a frame.
``table``, ``steps``, ``build``
    What needs a column of its own, and when.
``lists``, ``peers``, ``refusal``
    What is folded over items and clusters, and what cannot be.
``outcome``, ``results``
    Percents and classes; the columns that come out.
``plan``, ``run``
    What is computed for one kind of frame, and computing it.
``entries``, ``small``
    Frames that are there, looked at first; short ones, left to the compiled function.
``score``
    All of it, for users.
"""

from __future__ import annotations

from thidua.columns.demand import Output
from thidua.columns.inputs import Layout
from thidua.columns.score import ColumnRubric, columnar

__all__ = ["ColumnRubric", "Layout", "Output", "columnar"]
