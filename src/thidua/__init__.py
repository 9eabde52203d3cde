# SPDX-License-Identifier: MIT
"""Exact, explained scoring of emulation and commendation (*thi đua, khen thưởng*).

A rubric is data, a sheet is data: `score` turns them into points with their working,
`rank` orders the units of a cluster, `propose` says what each is put forward for and why,
`explain` puts a score sheet into words. Everything is an immutable value.
"""

from __future__ import annotations

from thidua.award import Offer, Slate, propose, slate_table
from thidua.errors import Fault, Faults, ThiduaError
from thidua.quantity import Rounding, State, exact, parse_vietnamese
from thidua.ranking import ByMeasure, ByPoints, Ranking, rank, ranking_table
from thidua.rubric import (
    Choice,
    Criterion,
    ItemList,
    Measure,
    Question,
    Rubric,
    Scores,
    Section,
    Sheet,
    Treatments,
    UnitScore,
    check,
    explain,
    score,
)

__all__ = [
    "ByMeasure",
    "ByPoints",
    "Choice",
    "Criterion",
    "Fault",
    "Faults",
    "ItemList",
    "Measure",
    "Offer",
    "Question",
    "Ranking",
    "Rounding",
    "Rubric",
    "Scores",
    "Section",
    "Sheet",
    "Slate",
    "State",
    "ThiduaError",
    "Treatments",
    "UnitScore",
    "check",
    "exact",
    "explain",
    "parse_vietnamese",
    "propose",
    "rank",
    "ranking_table",
    "score",
    "slate_table",
]
