# SPDX-License-Identifier: MIT
"""The cluster: members, who leads, cross-checks, the mid-year review (*cụm, khối thi đua*).

``fact``
    What is known, inferred or unknown.
``unit``
    Units, and what becomes of them.
``organisation``
    Clusters, their members and who leads them.
``paper``
    Charters, and documents referred to.
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

from thidua.cluster.fact import UNKNOWN, Fact, GivenFact, GivenFacts, Known, Unknown, value_of
from thidua.cluster.organisation import Cluster, ClusterForm, Member, Person, Post, Term
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
from thidua.cluster.pairing import Check, Pairing, pair, split, spread
from thidua.cluster.pairing_words import explain_check, pairing_table
from thidua.cluster.paper import Charter, PaperState, Reference
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
from thidua.cluster.unit import Change, Merge, Split, Unit, successors

__all__ = [
    "UNKNOWN",
    "ByTurn",
    "ByVote",
    "Change",
    "Charter",
    "Check",
    "ClassGoal",
    "Cluster",
    "ClusterForm",
    "Fact",
    "GivenFact",
    "GivenFacts",
    "Goal",
    "Known",
    "Lead",
    "Member",
    "Merge",
    "MidYear",
    "NextLead",
    "Outlook",
    "Pairing",
    "PaperState",
    "Person",
    "PlaceGoal",
    "Post",
    "Progress",
    "Prospect",
    "Reference",
    "Split",
    "Succession",
    "Target",
    "Term",
    "Unit",
    "Unknown",
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
    "spread",
    "successors",
    "targets_of",
    "value_of",
]
