# SPDX-License-Identifier: MIT
"""Laws of a rubric, and a search for clusters that break them; needs Hypothesis.

``laws``
    The laws.
``search``
    The search.
"""

from __future__ import annotations

from thidua.testing.laws import LAWS
from thidua.testing.search import search

__all__ = ["LAWS", "search"]
