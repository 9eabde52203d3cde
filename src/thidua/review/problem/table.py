# SPDX-License-Identifier: MIT
"""Tables with gaps, overlaps, or bands that hold nothing."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, final

from attrs import frozen

from thidua.errors import Path
from thidua.formula import Band
from thidua.quantity import Interval
from thidua.review.problem.seen import Seen, Severity

__all__ = ["BandGap", "BandOverlap", "BandUnreachable"]


@final
@frozen
class BandGap:
    """Values that a table has no band for."""

    kind: ClassVar = "band_gap"
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    gap: Band
    """The values; its points mean nothing."""
    value: Fraction
    """One of them; of the unit in the example, if there is one."""
    example: tuple[Seen, ...] = ()
    """A cluster in which it occurs, and the fault; empty if none was found, nor excluded."""

    @property
    def severity(self) -> Severity:
        """What no cluster is known to come to is only doubtful."""
        return Severity.WRONG if self.example else Severity.DOUBTFUL


@final
@frozen
class BandOverlap:
    """Values that a table has two bands for."""

    kind: ClassVar = "band_overlap"
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    shared: Band
    """The values; its points mean nothing."""
    value: Fraction
    """One of them; of the unit in the example, if there is one."""
    example: tuple[Seen, ...] = ()
    """A cluster in which it occurs, and the fault; empty if none was found, nor excluded."""

    @property
    def severity(self) -> Severity:
        """What no cluster is known to come to is only doubtful."""
        return Severity.WRONG if self.example else Severity.DOUBTFUL


@final
@frozen
class BandUnreachable:
    """A band that is proved to hold nothing that can be looked up."""

    kind: ClassVar = "band_unreachable"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    band: Band
    """The band; of forms by range, its points mean nothing."""
    span: Interval
    """What may be looked up."""
