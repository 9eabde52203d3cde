# SPDX-License-Identifier: MIT
"""The order of the units of a cluster (*xếp hạng*).

``places``
    A ranking: who stands where, and who shares a place.
``rank``
    Scores into a ranking.
``table``
    A ranking as a table for people.
"""

from __future__ import annotations

from thidua.ranking.places import ByMeasure, ByPoints, Place, Ranking, TieBreak, Unranked
from thidua.ranking.rank import rank
from thidua.ranking.table import ranking_table

__all__ = [
    "ByMeasure",
    "ByPoints",
    "Place",
    "Ranking",
    "TieBreak",
    "Unranked",
    "rank",
    "ranking_table",
]
