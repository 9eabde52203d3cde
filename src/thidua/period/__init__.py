# SPDX-License-Identifier: MIT
"""Periods, and results of one as entries of the next (*kỳ, chuyển kết quả sang kỳ sau*).

Schemes go from weeks to months, semesters and years; the points or the rank of one rubric
are a measure of the next.

``period``
    A tree of periods: what belongs to what, with weights.
``result``
    What one rubric gave in one period.
``intake``
    What the sheets of a rubric take from results: all that can be carried, and from where.
``intake_check``
    Whether an intake fits its rubric and the results.
``asked``
    Which results the sources of an intake ask for.
``value``
    One value out of a result, or what it may still become.
``fill``
    What every unit receives, and what waits.
``carry``
    Results into official sheets, or into a preview.
``carried``
    Such sheets, and what they lack.
``gap_words``
    What they lack, in words.
"""

from __future__ import annotations

from thidua.period.carried import Carried, Gap, Lacking
from thidua.period.carry import carry, preview
from thidua.period.gap_words import explain_carried
from thidua.period.intake import (
    Carry,
    CarryClass,
    CarryEntry,
    CarryPercent,
    CarryPoints,
    CarryRank,
    CarryWeight,
    EarnedBefore,
    FromParts,
    FromPeriod,
    Intake,
    Outside,
    Source,
    UsedBefore,
)
from thidua.period.intake_check import check_intake
from thidua.period.period import Period
from thidua.period.result import PeriodResult

__all__ = [
    "Carried",
    "Carry",
    "CarryClass",
    "CarryEntry",
    "CarryPercent",
    "CarryPoints",
    "CarryRank",
    "CarryWeight",
    "EarnedBefore",
    "FromParts",
    "FromPeriod",
    "Gap",
    "Intake",
    "Lacking",
    "Outside",
    "Period",
    "PeriodResult",
    "Source",
    "UsedBefore",
    "carry",
    "check_intake",
    "explain_carried",
    "preview",
]
