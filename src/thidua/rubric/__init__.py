# SPDX-License-Identifier: MIT
"""Rubrics, sheets, and the points that come of them.

``measure``
    What units report.
``criterion``
    The criteria tree.
``rubric``
    The rubric: measures, criteria, and how totals are made.
``sheet``
    What one unit reports.
``plan``
    A rubric made ready: every part with its expression.
``check``
    What makes a rubric unusable.
``sheet_check``
    Whether sheets fit their rubric.
``scores``
    What scoring gives.
``score``
    Sheets into points.
``scopes``
    Scored units as conditions on them see them.
``edges``
    Where the points of a rubric change.
``nearest``
    A search along one measure.
``distance``
    How far a unit is from its next step, band or cap.
``step_words``
    That distance in words.
``points_words``
    Points in words.
``explain``
    A score sheet in words.
"""

from __future__ import annotations

from thidua.rubric.check import check
from thidua.rubric.criterion import Criterion, Part, Role, Section, Treatment, Treatments
from thidua.rubric.distance import Step, next_step, steps_ahead
from thidua.rubric.explain import Detail, explain, explain_line
from thidua.rubric.measure import Better, Choice, Indicator, ItemList, Measure, Question
from thidua.rubric.rubric import RankedBy, Rubric
from thidua.rubric.score import score
from thidua.rubric.scores import Line, Scores, UnitScore
from thidua.rubric.sheet import Awaited, Sheet

__all__ = [
    "Awaited",
    "Better",
    "Choice",
    "Criterion",
    "Detail",
    "Indicator",
    "ItemList",
    "Line",
    "Measure",
    "Part",
    "Question",
    "RankedBy",
    "Role",
    "Rubric",
    "Scores",
    "Section",
    "Sheet",
    "Step",
    "Treatment",
    "Treatments",
    "UnitScore",
    "check",
    "explain",
    "explain_line",
    "next_step",
    "score",
    "steps_ahead",
]
