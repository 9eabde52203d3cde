# SPDX-License-Identifier: MIT
"""What a review finds: one class for each kind of problem, with its own numbers."""

from __future__ import annotations

from typing import TypeAlias

from thidua.review.problem.answer import (
    DividesByZero,
    LawBroken,
    NoAnswer,
    TreatmentUnsaid,
    Unsaid,
    Unusable,
)
from thidua.review.problem.limit import (
    Limit,
    MaximumDiffers,
    MaximumExceeded,
    MaximumOutOfReach,
    NeverBinds,
)
from thidua.review.problem.reward import (
    AgainstBetter,
    Cliff,
    CountedTwice,
    LessPaysMore,
    NotProved,
    Unused,
)
from thidua.review.problem.seen import Seen, Severity
from thidua.review.problem.table import BandGap, BandOverlap, BandUnreachable

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
    "Seen",
    "Severity",
    "TreatmentUnsaid",
    "Unsaid",
    "Unusable",
    "Unused",
]

Problem: TypeAlias = (
    Unusable
    | MaximumDiffers
    | MaximumOutOfReach
    | MaximumExceeded
    | BandGap
    | BandOverlap
    | BandUnreachable
    | Unused
    | AgainstBetter
    | LessPaysMore
    | NotProved
    | Cliff
    | DividesByZero
    | NoAnswer
    | TreatmentUnsaid
    | NeverBinds
    | CountedTwice
    | LawBroken
)
"""Whatever a review may find."""
