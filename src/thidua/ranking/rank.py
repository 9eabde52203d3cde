# SPDX-License-Identifier: MIT
"""Scores into a ranking: the key that orders is the key that numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, final

from attrs import evolve, frozen

from thidua.errors import Fault, Faults, Path, RankingFault, shown, suggest
from thidua.quantity import Interval, Number, exact
from thidua.quantity.typed import composed, misfits
from thidua.ranking.places import Place, Ranking, Unranked
from thidua.ranking.tie_break import (
    ByMeasure,
    ByPoints,
    Remeasure,
    TieBreak,
    codes_of,
    keys_of,
    label_of,
)
from thidua.rubric import Rubric, Scores, UnitScore

__all__ = ["rank"]


@final
@frozen
class _Runner:
    """A unit in its group, with what it is compared by."""

    score: UnitScore
    group: str
    value: Interval
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


def rank(
    scores: Scores,
    *,
    ties: Literal["share", "dense"] | Iterable[TieBreak | str],
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
            `Remeasure`, or the code of a criterion or section; units still equal then share
            a rank and say so.
        groups: Group of each unit, by code; units are ranked within their group.
        excluded: Reason for each unit that takes no rank, by code.
        remeasured: Results of each `Remeasure`, by what was measured, then by unit. Those
            of units that are not tied decide nothing.

    Returns:
        The places. A unit whose score is provisional, or may be overtaken by one whose is,
        has the best and the worst rank still possible; so have units that are equal while
        an entry that breaks the tie is missing or not due, or they are still to be measured
        again.

    Raises:
        Faults: If a unit, criterion, measure or `Remeasure` named here does not exist, if a
            unit has no group, if a result is no exact number, or if an entry that breaks
            ties holds no value and none is to come.
    """
    if isinstance(ties, Iterable) and not isinstance(ties, str):
        ties = tuple(ties)
    if wrong := [*_wrong_kinds(scores, ties, groups, excluded, remeasured)]:
        raise Faults(tuple(wrong))
    breaks = () if isinstance(ties, str) else tuple(_tie_break(one) for one in ties)
    groups = None if groups is None else _composed(groups)
    apart = _composed(excluded or {})
    faults = [*_unmeant(scores.rubric, ties, breaks), *_unknown(scores, groups, apart)]
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
    runners: list[_Runner] = []
    for group, together in by_group.items():
        keys = keys_of([score for score, _ in together], breaks, results, faults)
        runners.extend(_Runner(score, group, value, keys[score.unit]) for score, value in together)
    if faults:
        raise Faults(tuple(faults))
    places = [_place(one, runners, dense=ties == "dense") for one in runners]
    return Ranking(
        scores.rubric.ranked_by,
        tuple(sorted(places, key=lambda place: (place.group, place.best, place.worst, place.unit))),
        tuple(sorted(unranked, key=lambda one: one.unit)),
        ties if isinstance(ties, str) else breaks,
        tuple(label_of(scores.rubric, one) for one in breaks),
    )


def _wrong_kinds(
    scores: object, ties: object, groups: object, excluded: object, remeasured: object
) -> Iterator[Fault]:
    names = Mapping[str, str] | None
    yield from misfits(scores, Scores, ("scores",), RankingFault)
    if not isinstance(ties, str | tuple):
        what = f"ties are 'share', 'dense' or a list of what breaks them, given {shown(ties)}"
        yield RankingFault(("ties",), "ties-unknown", what, 'write ["1"] or [ByPoints("1")]')
    elif isinstance(ties, tuple):
        yield from misfits(ties, tuple[TieBreak | str, ...], ("ties",), RankingFault)
    yield from misfits(groups, names, ("groups",), RankingFault)
    yield from misfits(excluded, names, ("excluded",), RankingFault)
    results = Mapping[str, Mapping[str, object]] | None
    yield from misfits(remeasured, results, ("remeasured",), RankingFault)


def _composed(names: Mapping[str, str]) -> dict[str, str]:
    return {composed(unit): composed(name) for unit, name in names.items()}


def _tie_break(given: TieBreak | str) -> TieBreak:
    return ByPoints(given) if isinstance(given, str) else given


def _unmeant(rubric: Rubric, ties: object, breaks: Iterable[TieBreak]) -> Iterable[Fault]:
    if isinstance(ties, str) and ties not in {"share", "dense"}:
        what = f"ties are 'share', 'dense' or a list of what breaks them, given {ties!r}"
        yield RankingFault(("ties",), "ties-unknown", what, f"write [{ties!r}]")
    for index, one in enumerate(breaks):
        codes = codes_of(rubric, one)
        if isinstance(one, ByPoints | ByMeasure) and one.code not in codes:
            noun = "criterion or section" if isinstance(one, ByPoints) else "measure"
            what = f"{one.code!r} breaks ties, but is no {noun}"
            hint = suggest(one.code, codes)
            yield RankingFault(("ties", index), "key-unknown", what, hint)


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
        value=one.value,
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
