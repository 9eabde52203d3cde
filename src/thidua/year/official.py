# SPDX-License-Identifier: MIT
"""Official values, and where stages differ (*điểm chính thức, chênh lệch giữa các bước*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, TypeAlias, assert_never, final

from attrs import field, frozen

from thidua.cluster import UNKNOWN, Fact, Known
from thidua.cluster.fact import value_of
from thidua.errors import ClusterFault, suggest
from thidua.quantity import exact
from thidua.quantity.typed import typed
from thidua.year.stage import OfficialRule, Procedure
from thidua.year.year import Entered, Year

__all__ = ["Difference", "as_of", "by_cell", "differences", "official", "official_of", "stood"]

Cell: TypeAlias = tuple[str, str]
"""A unit, and a criterion or measure."""


def by_cell(year: Year) -> dict[Cell, list[Entered]]:
    """Return the entries of each unit and code, in the order of the first entry of each."""
    found: dict[Cell, list[Entered]] = {}
    for one in value_of(year.entries) or ():
        found.setdefault((one.entry.unit, one.entry.code), []).append(one)
    return found


def official(year: Year, unit: str, code: str) -> Fact[Fraction]:
    """Return the value that counts, by the rule of the procedure.

    Unknown where nothing was entered, and where the rule finds none: no consensus, or two
    who entered different values in the furthest stage.
    """
    return official_of(by_cell(year).get((unit, code), []), year.procedure)


def official_of(entries: Iterable[Entered], procedure: Procedure) -> Fact[Fraction]:
    """Return which of the entries of one cell counts."""
    rule = procedure.official
    found = [one for one in entries if not rule.stages or one.entry.stage in rule.stages]
    if not found:
        return UNKNOWN
    values = [one.entry.value for one in found]
    match rule.rule:
        case OfficialRule.LATEST:
            return Known(values[-1])
        case OfficialRule.OVERRIDE:
            places = [procedure.place(one.entry.stage) for one in found]
            furthest = max(places)
            return _same(
                [value for value, place in zip(values, places, strict=True) if place == furthest]
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


@final
@frozen(field_transformer=typed(ClusterFault))
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
    for stage in (first, second):
        _place(year.procedure, stage)
    found: list[Difference] = []
    for (unit, code), entries in by_cell(year).items():
        one, other = (stood(entries, year.procedure, stage) for stage in (first, second))
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
    """Return what stood for a criterion of a unit once a stage was through.

    Raises:
        ClusterFault: If the procedure has no such stage.
    """
    return stood(by_cell(year).get((unit, code), []), year.procedure, stage)


def stood(entries: Iterable[Entered], procedure: Procedure, stage: str) -> Entered | None:
    """Return which of the entries of one cell stood once a stage was through."""
    upto, order = _place(procedure, stage), enumerate(entries)
    places = [(procedure.place(one.entry.stage), place, one) for place, one in order]
    found = [one for one in places if one[0] <= upto]
    return max(found, key=lambda one: one[:2])[2] if found else None


def _place(procedure: Procedure, stage: str) -> int:
    codes = [one.code for one in procedure.stages]
    if stage not in codes:
        what = f"no stage {stage!r}"
        raise ClusterFault((), "stage-unknown", what, suggest(stage, codes))
    return codes.index(stage)
