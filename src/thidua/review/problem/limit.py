# SPDX-License-Identifier: MIT
"""Maxima that do not add up or are out of reach, and limits that never bind."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import Path
from thidua.quantity import Term
from thidua.review.problem.seen import Seen, Severity

__all__ = ["Limit", "MaximumDiffers", "MaximumExceeded", "MaximumOutOfReach", "NeverBinds"]


@final
@frozen
class MaximumDiffers:
    """A declared maximum that is not the sum of the standard parts below it."""

    kind: ClassVar = "maximum_differs"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The section, or ``"total"``."""
    declared: Fraction
    """The maximum it declares."""
    children: Fraction
    """The sum of the maxima of its standard parts."""


@final
@frozen
class MaximumOutOfReach:
    """A maximum that the formula is proved never to give."""

    kind: ClassVar = "maximum_out_of_reach"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    maximum: Fraction
    """Its maximum."""
    highest: Fraction
    """What its formula gives at most."""


@final
@frozen
class MaximumExceeded:
    """A formula that gives more than the maximum, though nothing in the criterion says so."""

    kind: ClassVar = "maximum_exceeded"
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    maximum: Fraction
    """Its maximum."""
    points: Fraction
    """What it gives in the example."""
    example: tuple[Seen, ...]
    """A cluster that has more."""
    capped: bool = field(default=False, kw_only=True)
    """Whether events, or a formula of the rubric's own, add a bonus that has an end."""

    @property
    def severity(self) -> Severity:
        """A bonus that has an end is often meant so; others seldom are."""
        return Severity.NOTE if self.capped else Severity.DOUBTFUL


class Limit(Term):
    """Which side is limited."""

    CEILING = "ceiling"
    """Not more (*trần*)."""
    FLOOR = "floor"
    """Not less (*sàn*)."""


@final
@frozen
class NeverBinds:
    """A ceiling or a floor that is proved to change nothing."""

    kind: ClassVar = "never_binds"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion or section, or ``"total"``."""
    limit: Limit
    """Which side it limits."""
    value: Fraction
    """The limit."""
    reached: Fraction
    """The most, or the least, that there may be without it."""
