# SPDX-License-Identifier: MIT
"""Official values, and where stages differ (*điểm chính thức, chênh lệch giữa các bước*)."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, assert_never, final

from attrs import field, frozen

from thidua.cluster import UNKNOWN, Fact, Known
from thidua.cluster.fact import value_of
from thidua.errors import ClusterFault, suggest
from thidua.quantity import exact
from thidua.year.stage import OfficialRule
from thidua.year.year import Entered, Year

__all__ = ["Difference", "as_of", "cells", "differences", "official", "total"]


def cells(year: Year) -> tuple[tuple[str, str], ...]:
    """Return the units and codes that have entries, in the order of the first entry of each."""
    entered = value_of(year.entries) or ()
    return tuple(dict.fromkeys((one.entry.unit, one.entry.code) for one in entered))


def official(year: Year, unit: str, code: str) -> Fact[Fraction]:
    """Return the value that counts, by the rule of the procedure.

    Unknown where nothing was entered, and where the rule finds none: no consensus, or two
    who entered different values in the furthest stage.
    """
    rule = year.procedure.official
    found = [
        one for one in _of(year, unit, code) if not rule.stages or one.entry.stage in rule.stages
    ]
    if not found:
        return UNKNOWN
    values = [one.entry.value for one in found]
    match rule.rule:
        case OfficialRule.LATEST:
            return Known(values[-1])
        case OfficialRule.OVERRIDE:
            furthest = max(year.procedure.place(one.entry.stage) for one in found)
            return _same(
                [
                    one.entry.value
                    for one in found
                    if year.procedure.place(one.entry.stage) == furthest
                ]
            )
        case OfficialRule.MAXIMUM:
            return Known(max(values))
        case OfficialRule.MEAN:
            return Known(sum(values, Fraction(0)) / len(values))
        case OfficialRule.CONSENSUS:
            return _same(values)
        case _:
            assert_never(rule.rule)


def _same(values: list[Fraction]) -> Fact[Fraction]:
    return Known(values[0]) if len(set(values)) == 1 else UNKNOWN


def _of(year: Year, unit: str, code: str) -> list[Entered]:
    return [
        one
        for one in value_of(year.entries) or ()
        if (one.entry.unit, one.entry.code) == (unit, code)
    ]


@final
@frozen
class Difference:
    """What two stages hold for one criterion of one unit, where they differ."""

    kind: ClassVar = "difference"
    unit: str
    """Code of the unit."""
    code: str
    """Code of the criterion."""
    first: Fraction = field(converter=exact, kw_only=True)
    """Value as of the first stage."""
    second: Fraction = field(converter=exact, kw_only=True)
    """Value as of the second."""
    by: str = field(kw_only=True)
    """Who entered the second."""
    reason: str = field(kw_only=True)
    """Why."""

    @property
    def change(self) -> Fraction:
        """Second less first."""
        return self.second - self.first


def differences(year: Year, first: str, second: str) -> tuple[Difference, ...]:
    """Return where the second of two stages came to another value than the first.

    The value as of a stage is the last that was entered in it, or else in the nearest stage
    before it: who agrees need not enter it again.

    Raises:
        ClusterFault: If the procedure has no such stage.
    """
    found: list[Difference] = []
    for unit, code in cells(year):
        one, other = as_of(year, first, unit, code), as_of(year, second, unit, code)
        if one is not None and other is not None and one.entry.value != other.entry.value:
            found.append(
                Difference(
                    unit,
                    code,
                    first=one.entry.value,
                    second=other.entry.value,
                    by=other.by,
                    reason=other.entry.reason,
                )
            )
    return tuple(found)


def as_of(year: Year, stage: str, unit: str, code: str) -> Entered | None:
    """Return what stood for a criterion of a unit once a stage was through."""
    codes = [one.code for one in year.procedure.stages]
    if stage not in codes:
        what = f"no stage {stage!r}"
        raise ClusterFault((), "stage-unknown", what, suggest(stage, codes))
    upto = codes[: codes.index(stage) + 1]
    found = [one for one in _of(year, unit, code) if one.entry.stage in upto]
    order = enumerate(found)
    last = max(order, key=lambda pair: (codes.index(pair[1].entry.stage), pair[0]), default=None)
    return None if last is None else last[1]


def total(year: Year, stage: str, unit: str) -> Fraction:
    """Return the sum of what stood for a unit once a stage was through."""
    stood = (as_of(year, stage, unit, code) for one, code in cells(year) if one == unit)
    return sum((one.entry.value for one in stood if one is not None), Fraction(0))
