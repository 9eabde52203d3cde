# SPDX-License-Identifier: MIT
"""Two rubrics into what differs between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from thidua.comparison.change import (
    BasisChanged,
    Change,
    Comparison,
    FormulaChanged,
    LimitsChanged,
    MaximumChanged,
    PartAdded,
    PartMoved,
    PartRemoved,
    PercentRoundingChanged,
    RankedByChanged,
    Recoded,
    Renamed,
    RoleChanged,
    RoundingChanged,
    TreatmentsChanged,
)
from thidua.comparison.declared import (
    Declared,
    IndicatorAdded,
    IndicatorChanged,
    IndicatorMoved,
    IndicatorRemoved,
)
from thidua.comparison.match import bare, match_parts, moved_among, spots_of, standings
from thidua.comparison.order import merged
from thidua.errors import Fault, Faults
from thidua.quantity import Interval
from thidua.rubric import Criterion, Part, Rubric, check
from thidua.rubric.plan import TOTAL

__all__ = ["compare"]

_TWICE = frozenset({"criterion-twice", "measure-twice", "items-twice"})


def compare(old: Rubric, new: Rubric) -> Comparison:
    """Find all that differs between two rubrics.

    Parts are compared by code. One that only has another code, and is the same in all else
    but its place, is told as recoded if nothing else could be meant; a section of another
    code must keep one of its parts. A code that stood for a section and stands for a
    criterion is told as removed and added.

    Args:
        old: The rubric before.
        new: The rubric now. Neither need be sound, but every code must be its own.

    Returns:
        Every change; none if and only if the rubrics are equal.

    Raises:
        Faults: If a code stands twice in one of them.

    Example:
        >>> from attrs import evolve
        >>> from thidua.formula import PerEvent
        >>> from thidua.rubric import Measure
        >>> late = Criterion("1", "Báo cáo", maximum=10, formula=PerEvent.of("tre", -2))
        >>> old = Rubric(
        ...     "r", "Bảng điểm", measures=[Measure("tre", "Báo cáo trễ")], sections=[late]
        ... )
        >>> (change,) = compare(old, evolve(old, sections=[evolve(late, maximum=8)]))
        >>> change.code, change.kind, str(change.old), str(change.new)
        ('1', 'maximum_changed', '10', '8')
    """
    if faults := (*_twice(old, "old"), *_twice(new, "new")):
        raise Faults(faults)
    return Comparison(old, new, (*_whole(old, new), *_declared(old, new), *_parts(old, new)))


def _twice(rubric: Rubric, side: str) -> Iterator[Fault]:
    for fault in check(rubric):
        if fault.code in _TWICE:
            yield evolve(fault, at=(side, *fault.at))


def _whole(old: Rubric, new: Rubric) -> Iterator[Change]:
    """Compare what a rubric says of itself."""
    yield from _common(TOTAL, old, new)
    if old.ranked_by != new.ranked_by:
        yield RankedByChanged(TOTAL, old.ranked_by, new.ranked_by)
    if old.percent_rounding != new.percent_rounding:
        yield PercentRoundingChanged(TOTAL, old.percent_rounding, new.percent_rounding)
    if old.treatments != new.treatments:
        yield TreatmentsChanged(TOTAL, old.treatments, new.treatments)


def _common(code: str, old: Part | Rubric, new: Part | Rubric) -> Iterator[Change]:
    """Compare what sections, criteria and rubrics all have."""
    if old.code != new.code:
        yield Recoded(code, old.code, new.code)
    if old.name != new.name:
        yield Renamed(code, old.name, new.name)
    if old.maximum != new.maximum:
        yield MaximumChanged(code, old.maximum, new.maximum)
    limits = Interval(old.at_least, old.at_most), Interval(new.at_least, new.at_most)
    if limits[0] != limits[1]:
        yield LimitsChanged(code, *limits)
    if old.rounding != new.rounding:
        yield RoundingChanged(code, old.rounding, new.rounding)
    if old.basis != new.basis:
        yield BasisChanged(code, old.basis, new.basis)


# --- what units report ------------------------------------------------------


def _declared(old: Rubric, new: Rubric) -> Iterator[Change]:
    yield from _listed(old.measures, new.measures)
    was, now = ([evolve(one, measures=()) for one in rubric.items] for rubric in (old, new))
    yield from _listed(was, now)
    measures_was, measures_now = (
        {one.code: one.measures for one in rubric.items} for rubric in (old, new)
    )
    for code in dict.fromkeys([*measures_now, *measures_was]):
        yield from _listed(measures_was.get(code, ()), measures_now.get(code, ()), code)


def _listed(old: Sequence[Declared], new: Sequence[Declared], items: str = "") -> Iterator[Change]:
    """Compare two lists of what is reported, by code."""
    was, now = ({one.code: one for one in side} for side in (old, new))
    spots = [spots_of([*side], items) for side in (was, now)]
    moved = moved_among(was, now)
    both = {code: code for code in was if code in now}
    for before, code in merged(dict.fromkeys(was, 0), dict.fromkeys(now, 0), both, moved):
        if not before:
            yield IndicatorAdded(now[code], spots[1][code])
        elif not code:
            yield IndicatorRemoved(was[before], spots[0][before])
        else:
            if code in moved and spots[0][code] != spots[1][code]:
                yield IndicatorMoved(code, spots[0][code], spots[1][code])
            if was[code] != now[code]:
                yield IndicatorChanged(was[code], now[code], items)


# --- the criteria tree ------------------------------------------------------


def _parts(old: Rubric, new: Rubric) -> Iterator[Change]:
    was, now = standings(old), standings(new)
    found, moved = match_parts(was, now)
    for before, code in found:
        if not before:
            yield PartAdded(bare(now[code].part), now[code].spot)
        elif not code:
            yield PartRemoved(bare(was[before].part), was[before].spot)
        else:
            if code in moved and was[before].spot != now[code].spot:
                yield PartMoved(code, was[before].spot, now[code].spot)
            yield from _part(was[before].part, now[code].part)


def _part(old: Part, new: Part) -> Iterator[Change]:
    """Compare a part with the same part of the other rubric."""
    yield from _common(new.code, old, new)
    if old.role != new.role:
        yield RoleChanged(new.code, old.role, new.role)
    if isinstance(old, Criterion) and isinstance(new, Criterion):
        if old.formula != new.formula:
            yield FormulaChanged(new.code, old.formula, new.formula)
        if old.treatments != new.treatments:
            yield TreatmentsChanged(new.code, old.treatments, new.treatments)
