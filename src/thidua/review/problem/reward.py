# SPDX-License-Identifier: MIT
"""What a measure pays: in the wrong direction, in leaps, twice, or not at all."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, final

from attrs import frozen

from thidua.errors import Path
from thidua.review.problem.seen import Seen, Severity
from thidua.rubric import Better

__all__ = ["AgainstBetter", "Cliff", "CountedTwice", "LessPaysMore", "NotProved", "Unused"]


@final
@frozen
class AgainstBetter:
    """A better result, as its measure declares, that lowers the total."""

    kind: ClassVar = "against_better"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion that loses most, or ``"total"``."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    better: Better
    """What it declares."""
    low: Fraction
    """The lower of two results."""
    high: Fraction
    """The higher one."""
    example: tuple[Seen, ...]
    """The cluster with the one, then with the other."""


@final
@frozen
class LessPaysMore:
    """More of what a bonus is given for that lowers the total: doing less pays."""

    kind: ClassVar = "less_pays_more"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion that loses most, or ``"total"``."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    low: Fraction
    """The lower of two results."""
    high: Fraction
    """The higher one."""
    example: tuple[Seen, ...]
    """The cluster with the one, then with the other."""


@final
@frozen
class NotProved:
    """A declared direction for which neither a proof nor a counter-example was found."""

    kind: ClassVar = "not_proved"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """``"total"``: the part whose direction is open."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    better: Better
    """What it declares."""


@final
@frozen
class Cliff:
    """The smallest step of a measure that moves much of a criterion's maximum."""

    kind: ClassVar = "cliff"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    low: Fraction
    """The lower of two results, one smallest step apart."""
    high: Fraction
    """The higher one."""
    maximum: Fraction
    """The criterion's maximum."""
    example: tuple[Seen, ...]
    """The cluster with the one, then with the other."""


@final
@frozen
class CountedTwice:
    """One measure that several criteria count, or take as points entered."""

    kind: ClassVar = "counted_twice"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric, of the second one."""
    code: str
    """The second criterion that counts it."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    codes: tuple[str, ...]
    """All criteria that count it."""


@final
@frozen
class Unused:
    """A measure or a list that units report and no formula reads.

    Only a note: classes and what breaks ties may read it, which a rubric does not hold.
    """

    kind: ClassVar = "unused"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """The measure or list."""
    items: str | None = None
    """The list that the measure is of, if it is of one."""
