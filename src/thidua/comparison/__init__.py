# SPDX-License-Identifier: MIT
"""Two rubrics, and their results, side by side (*so sánh, đánh giá tác động*).

``order``
    Where things stand: two trees in one order, and what moved.
``parameter``
    Where two forms differ.
``declared``
    What may differ in what units report.
``change``
    What may differ between two rubrics.
``match``
    Which parts of two rubrics are the same.
``compare``
    Two rubrics into what differs.
``indicator_words``
    What units report, in words.
``parameter_words``
    Parameters of forms, as people call them.
``change_words``
    A change in words.
``change_table``
    Changes as a table for people.
``shift``
    What a unit gains or loses.
``impact``
    Two results into who gains and who loses.
``impact_words``
    Gains and losses in words.
``impact_table``
    Gains and losses as tables for people.
"""

from __future__ import annotations

from thidua.comparison.change import (
    BasisChanged,
    Change,
    Comparison,
    FormulaChanged,
    LimitsChanged,
    MaximumChanged,
    PartAdded,
    PartMoved,
    PartRemoved,
    PercentRoundingChanged,
    RankedByChanged,
    Recoded,
    Renamed,
    RoleChanged,
    RoundingChanged,
    TreatmentsChanged,
)
from thidua.comparison.change_table import changes_table
from thidua.comparison.compare import compare
from thidua.comparison.declared import (
    Declared,
    IndicatorAdded,
    IndicatorChanged,
    IndicatorMoved,
    IndicatorRemoved,
)
from thidua.comparison.impact import impact
from thidua.comparison.impact_table import impact_table
from thidua.comparison.impact_words import explain_impact
from thidua.comparison.order import Spot
from thidua.comparison.shift import (
    Alone,
    Aspect,
    GradeShift,
    Impact,
    PartImpact,
    RankShift,
    Shift,
    Trend,
    UnitImpact,
)

__all__ = [
    "Alone",
    "Aspect",
    "BasisChanged",
    "Change",
    "Comparison",
    "Declared",
    "FormulaChanged",
    "GradeShift",
    "Impact",
    "IndicatorAdded",
    "IndicatorChanged",
    "IndicatorMoved",
    "IndicatorRemoved",
    "LimitsChanged",
    "MaximumChanged",
    "PartAdded",
    "PartImpact",
    "PartMoved",
    "PartRemoved",
    "PercentRoundingChanged",
    "RankShift",
    "RankedByChanged",
    "Recoded",
    "Renamed",
    "RoleChanged",
    "RoundingChanged",
    "Shift",
    "Spot",
    "TreatmentsChanged",
    "Trend",
    "UnitImpact",
    "changes_table",
    "compare",
    "explain_impact",
    "impact",
    "impact_table",
]
