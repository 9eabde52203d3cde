# SPDX-License-Identifier: MIT
"""How grave a problem is, and what is seen of a cluster."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, final

from attrs import frozen

from thidua.quantity import Term
from thidua.rubric import Sheet

__all__ = ["Seen", "Severity"]


class Severity(Term):
    """How grave a problem is."""

    WRONG = "wrong"
    """The rubric contradicts itself, or has no answer: mend it before it is signed (*sai*)."""
    DOUBTFUL = "doubtful"
    """Most likely not what was meant: look at it again (*cần xem lại*)."""
    NOTE = "note"
    """True and worth knowing; often meant so (*lưu ý*)."""


@final
@frozen
class Seen:
    """What is seen of a cluster: sheets that `score` accepts, and what it gives for them."""

    kind: ClassVar = "seen"
    sheets: tuple[Sheet, ...]
    """The cluster; its first unit is looked at."""
    code: str
    """The criterion or section looked at, or ``"total"``."""
    points: Fraction | None = None
    """Its points; None where there is a fault instead."""
    fault: str = ""
    """What `score` refuses, in words; empty where there are points."""
