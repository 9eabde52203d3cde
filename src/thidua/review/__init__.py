# SPDX-License-Identifier: MIT
"""The review of a rubric before it is signed (*rà soát bảng điểm*).

``problem``
    The kinds of problems, and how grave they are.
``proof``
    What is proved of every part: what its points may be, how they move.
``tree``
    What the tree shows by itself.
``limits``
    Maxima out of reach, limits that never bind.
``grid``, ``bands``
    What may be looked up in a table, and where the table fails it.
``entries``
    What units report while it is tried out.
``trial``, ``run``
    Clusters to try a rubric on, and what they score.
``search``
    What trying brings to light.
``aims``
    What formulas could be brought to: holes, zeros, branches.
``hunt``, ``budget``
    Clusters that bring them there, and how much may be looked at.
``pursue``
    What no single change has met.
``review``
    All of it together.
``words``
    A problem in words.
``source``
    Sheets as Python source.
``table``
    A review as a table for people.
"""

from __future__ import annotations

from thidua.review.problem import (
    AgainstBetter,
    BandGap,
    BandOverlap,
    BandUnreachable,
    Cliff,
    CountedTwice,
    DividesByZero,
    LawBroken,
    LessPaysMore,
    Limit,
    MaximumDiffers,
    MaximumExceeded,
    MaximumOutOfReach,
    NeverBinds,
    NoAnswer,
    NotProved,
    Problem,
    Seen,
    Severity,
    TreatmentUnsaid,
    Unsaid,
    Unusable,
    Unused,
)
from thidua.review.review import Review, review
from thidua.review.source import sheets_source
from thidua.review.table import explain_review
from thidua.review.words import say_problem

__all__ = [
    "AgainstBetter",
    "BandGap",
    "BandOverlap",
    "BandUnreachable",
    "Cliff",
    "CountedTwice",
    "DividesByZero",
    "LawBroken",
    "LessPaysMore",
    "Limit",
    "MaximumDiffers",
    "MaximumExceeded",
    "MaximumOutOfReach",
    "NeverBinds",
    "NoAnswer",
    "NotProved",
    "Problem",
    "Review",
    "Seen",
    "Severity",
    "TreatmentUnsaid",
    "Unsaid",
    "Unusable",
    "Unused",
    "explain_review",
    "review",
    "say_problem",
    "sheets_source",
]
