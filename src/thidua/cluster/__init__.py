# SPDX-License-Identifier: MIT
"""The cluster and its year: cross-checks, who leads, the mid-year review (*cụm, khối thi đua*).

``assignment``
    Assignments of least cost.
``pairing``
    Who checks whom.
``pairing_words``
    A cross-check in words.
``rotation``
    Who leads next, and who appraises the head.
``outlook``
    What a mid-year review may already conclude.
``progress``
    Targets and how far they are.
``outlook_words``
    A mid-year review in words.
"""

from __future__ import annotations

from thidua.cluster.outlook import (
    ClassGoal,
    Goal,
    MidYear,
    Outlook,
    PlaceGoal,
    Prospect,
    mid_year,
)
from thidua.cluster.outlook_words import explain_goal, progress_table, review_table
from thidua.cluster.pairing import Check, Pairing, pair, split
from thidua.cluster.pairing_words import explain_check, pairing_table
from thidua.cluster.progress import Progress, Target, progress, targets_of
from thidua.cluster.rotation import (
    ByTurn,
    ByVote,
    Lead,
    NextLead,
    Succession,
    appraisers,
    next_lead,
)

__all__ = [
    "ByTurn",
    "ByVote",
    "Check",
    "ClassGoal",
    "Goal",
    "Lead",
    "MidYear",
    "NextLead",
    "Outlook",
    "Pairing",
    "PlaceGoal",
    "Progress",
    "Prospect",
    "Succession",
    "Target",
    "appraisers",
    "explain_check",
    "explain_goal",
    "mid_year",
    "next_lead",
    "pair",
    "pairing_table",
    "progress",
    "progress_table",
    "review_table",
    "split",
    "targets_of",
]
