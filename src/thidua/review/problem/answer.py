# SPDX-License-Identifier: MIT
"""Rubrics that cannot be used, and formulas without an answer."""

from __future__ import annotations

from typing import ClassVar, final

from attrs import frozen

from thidua.errors import Path
from thidua.quantity import State
from thidua.review.problem.seen import Seen, Severity

__all__ = ["DividesByZero", "LawBroken", "NoAnswer", "TreatmentUnsaid", "Unsaid", "Unusable"]


@final
@frozen
class Unusable:
    """A fault of the rubric as `check` finds it; nothing can be scored before it is mended."""

    kind: ClassVar = "unusable"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion or section there; empty if it is in none."""
    fault: str
    """Code of the fault."""
    what: str
    """What is wrong, in English."""
    todo: str = ""
    """What to do about it."""


@final
@frozen
class DividesByZero:
    """A formula that divides by zero for sheets that fit."""

    kind: ClassVar = "divides_by_zero"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    example: tuple[Seen, ...]
    """A cluster for which it does."""


@final
@frozen
class NoAnswer:
    """A formula that lacks an answer for sheets that fit, for another reason."""

    kind: ClassVar = "no_answer"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    fault: str
    """Code of the fault."""
    example: tuple[Seen, ...]
    """A cluster for which it lacks one."""


@final
@frozen
class Unsaid:
    """A state of entries that is refused where it occurs."""

    kind: ClassVar = "unsaid"
    state: State
    """The state."""
    codes: tuple[str, ...]
    """The criteria for which nothing says what it does."""


@final
@frozen
class TreatmentUnsaid:
    """States that are refused when they occur, as nothing says what they do."""

    kind: ClassVar = "treatment_unsaid"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """``"total"``: it is said of the whole rubric."""
    unsaid: tuple[Unsaid, ...]
    """Each such state, with the criteria."""


@final
@frozen
class LawBroken:
    """A law of scoring that does not hold for a cluster: a fault of this library."""

    kind: ClassVar = "law_broken"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion or section, or ``"total"``."""
    law: str
    """Name of the law, as `thidua.testing` lists it."""
    example: tuple[Seen, ...]
    """The cluster, and the one it is compared with if there is one."""
