# SPDX-License-Identifier: MIT
"""Scores into a ranking: the key that orders is the key that numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, final

from attrs import evolve, frozen

from thidua.errors import Fault, Faults, Path, RankingFault, suggest
from thidua.quantity import Interval, Number, exact
from thidua.ranking.class_first import class_faults, compared
from thidua.ranking.classes import Classes
from thidua.ranking.places import Place, Ranking, Unranked
from thidua.ranking.tie_break import Remeasure, TieBreak, keys_of, label_of
from thidua.ranking.ties import Ties
from thidua.rubric import Scores, UnitScore

__all__ = ["rank"]


@final
@frozen
class _Runner:
    """A unit in its group, with what it is compared by."""

    score: UnitScore
    group: str
    value: Interval
    """What is compared, the higher the better: its result, or its class and then its result."""
    result: Interval
    possible: tuple[str | None, ...]
    keys: tuple[Fraction | None, ...]
    """What breaks ties, the higher the better; None for what is still to come."""

    def above(self, other: _Runner) -> bool:
        """Tell whether this unit is certainly above the other."""
        mine, theirs = self.value.low, other.value.high
        if mine is None or theirs is None:
            return False
        return mine > theirs or (mine == theirs and self._by_keys(other) == 1)

    def may_be_above(self, other: _Runner) -> bool:
        """Tell whether this unit may still come to stand above the other."""
        mine, theirs = self.value.high, other.value.low
        if mine is None or theirs is None:
            return True
        return mine > theirs or (mine == theirs and self._by_keys(other) in {1, None})

    def equal(self, other: _Runner) -> bool:
        """Tell whether nothing tells the two units apart, and nothing will."""
        mine, theirs = self.value.value, other.value.value
        return mine is not None and mine == theirs and self._by_keys(other) == 0

    def _by_keys(self, other: _Runner) -> int | None:
        """Compare what breaks ties: 1 if this unit is above, -1 below, 0 equal, None if open."""
        for mine, theirs in zip(self.keys, other.keys, strict=True):
            if mine is None or theirs is None:
                return None
            if mine != theirs:
                return 1 if mine > theirs else -1
        return 0


def rank(  # noqa: PLR0913 - what a charter may settle
    scores: Scores,
    *,
    ties: Ties | Literal["share", "dense"] | Iterable[TieBreak | str],
    classes: Classes | None = None,
    groups: Mapping[str, str] | None = None,
    excluded: Mapping[str, str] | None = None,
    remeasured: Mapping[str, Mapping[str, Number]] | None = None,
) -> Ranking:
    """Rank the units of a cluster by what their rubric says, as it rounds it.

    Args:
        scores: The score sheets of the cluster.
        ties: ``"share"``: equal units share a rank and the next ranks are left out
            (1, 2, 2, 4). ``"dense"``: they share it and none is left out (1, 2, 2, 3).
            Otherwise what breaks ties, in order: `ByPoints`, `ByMeasure`, `ByName`,
            `ByCode`, `Remeasure`, or the code of a criterion or section; units still equal
            then share a rank and say so. `Ties` is any of these, as a document holds it.
        classes: Classes of these scores, if they come first (*xếp theo loại trước*): a unit
            of a better class stands above, whatever the results, and units without a class
            stand below all others. Absent, results alone are compared.
        groups: Group of each unit, by code; units are ranked within their group.
        excluded: Reason for each unit that takes no rank, by code.
        remeasured: Results of each `Remeasure`, by what was measured, then by unit. Those
            of units that are not tied decide nothing.

    Returns:
        The places. A unit whose score or class is provisional, or may be overtaken by one whose is,
        has the best and the worst rank still possible; so have units that are equal while
        an entry that breaks the tie is missing or not due, or they are still to be measured
        again.

    Raises:
        Faults: If a unit, criterion, measure or `Remeasure` named here does not exist, if a
            unit has no group, if *classes* are of other scores or have no one order, if a
            result is no exact number, or if an entry that breaks ties holds no value and none
            is to come.
    """
    apart = dict(excluded or {})
    faults = [*_unknown(scores, groups, apart), *class_faults(scores, classes)]
    try:
        how = ties if isinstance(ties, Ties) else Ties(ties)
    except RankingFault as fault:
        raise Faults((evolve(fault, at=("ties", *fault.at[1:])), *faults)) from None
    breaks = how.breaks
    results = _results(scores, breaks, remeasured or {}, faults)
    if faults:
        raise Faults(tuple(faults))
    unranked = [
        Unranked(
            score.unit,
            score.sheet.title,
            apart.get(score.unit, ""),
            excluded=score.unit in apart,
        )
        for score in scores
        if score.unit in apart or score.ranked is None
    ]
    by_group: dict[str, list[tuple[UnitScore, Interval]]] = {}
    for score in scores:
        if score.unit not in apart and score.ranked is not None:
            group = "" if groups is None else groups[score.unit]
            by_group.setdefault(group, []).append((score, score.ranked))
    together = [pair for pairs in by_group.values() for pair in pairs]
    compare = compared(together, classes)
    may_have = {} if classes is None else {one.unit: one.possible for one in classes}
    runners: list[_Runner] = []
    for group, pairs in by_group.items():
        keys = keys_of([score for score, _ in pairs], breaks, results, faults)
        runners.extend(
            _Runner(
                score,
                group,
                compare[score.unit],
                result,
                may_have.get(score.unit, ()),
                keys[score.unit],
            )
            for score, result in pairs
        )
    if faults:
        raise Faults(tuple(faults))
    places = [_place(one, runners, dense=how.how == "dense") for one in runners]
    return Ranking(
        scores.rubric.ranked_by,
        tuple(sorted(places, key=lambda place: (place.group, place.best, place.worst, place.unit))),
        tuple(sorted(unranked, key=lambda one: one.unit)),
        how.how,
        tuple(label_of(scores.rubric, one) for one in breaks),
        grades=() if classes is None else classes.names,
    )


def _unknown(
    scores: Scores, groups: Mapping[str, str] | None, excluded: Mapping[str, str]
) -> Iterable[Fault]:
    units = [score.unit for score in scores]
    for name, given in (("groups", groups or {}), ("excluded", excluded)):
        for unit in given:
            if unit not in units:
                what = f"no unit {unit!r} has been scored"
                yield RankingFault((name, unit), "unit-unknown", what, suggest(unit, units))
    for unit in units:
        if groups is not None and unit not in groups and unit not in excluded:
            what = f"unit {unit!r} has no group"
            yield RankingFault(("groups",), "group-missing", what, "name its group, or exclude it")


def _results(
    scores: Scores,
    breaks: Iterable[TieBreak],
    remeasured: Mapping[str, Mapping[str, Number]],
    faults: list[Fault],
) -> dict[str, dict[str, Fraction]]:
    """Take what was measured again; note a fault for what is not asked, or no number."""
    asked = [one.what for one in breaks if isinstance(one, Remeasure)]
    units = [score.unit for score in scores]
    results: dict[str, dict[str, Fraction]] = {}
    for what, numbers in remeasured.items():
        at: Path = ("remeasured", what)
        if what not in asked:
            said = f"results of {what!r}, which breaks no tie"
            faults.append(RankingFault(at, "remeasure-unknown", said, suggest(what, asked)))
        results[what] = {}
        for unit, number in numbers.items():
            if unit not in units:
                said, hint = f"no unit {unit!r} has been scored", suggest(unit, units)
                faults.append(RankingFault((*at, unit), "unit-unknown", said, hint))
            try:
                results[what][unit] = exact(number)
            except Fault as fault:
                faults.append(evolve(fault, at=(*at, unit)))
    return results


def _place(one: _Runner, runners: Sequence[_Runner], *, dense: bool) -> Place:
    others = [other for other in runners if other.group == one.group and other is not one]
    above = [other for other in others if other.above(one)]
    maybe = [other for other in others if other.may_be_above(one)]
    if dense:
        best, worst = 1 + _least_distinct(above), 1 + _most_distinct(maybe)
    else:
        best, worst = 1 + len(above), 1 + len(maybe)
    return Place(
        one.score.unit,
        name=one.score.sheet.title,
        group=one.group,
        value=one.result,
        possible=one.possible,
        best=best,
        worst=worst,
        keys=tuple(_known(one.keys)),
        tied_with=tuple(sorted(other.score.unit for other in others if other.equal(one))),
    )


def _known(keys: Iterable[Fraction | None]) -> Iterator[Fraction]:
    """Yield the keys before the first that is still to come."""
    for key in keys:
        if key is None:
            return
        yield key


def _least_distinct(runners: Sequence[_Runner]) -> int:
    """Return how few different values the units may have between them.

    Taken by their highest value, each that does not reach down to the last one counted
    needs a value of its own.
    """
    count = 0
    last: Fraction | None = None
    ends = [(one.value.low, one.value.high) for one in runners]
    for low, high in sorted(ends, key=lambda end: (end[1] is None, end[1] or 0)):
        if last is None or (low is not None and low > last):
            count += 1
            if high is None:
                return count
            last = high
    return count


def _most_distinct(runners: Sequence[_Runner]) -> int:
    """Return how many different values the units may have between them."""
    certain = {one.value.value for one in runners if one.value.value is not None}
    return len(certain) + sum(one.value.value is None for one in runners)
