# SPDX-License-Identifier: MIT
"""Scores into a ranking: the key that orders is the key that numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from attrs import evolve

from thidua.errors import Fault, Faults, Path, RankingFault, first, suggest
from thidua.quantity import Interval, Number, exact
from thidua.ranking.above import Group, Runner, known
from thidua.ranking.places import Place, Ranking, Unranked
from thidua.ranking.tie_break import ByPoints, Remeasure, TieBreak, keys_of, label_of
from thidua.rubric import Scores, UnitScore

__all__ = ["rank"]


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
    breaks = () if isinstance(ties, str) else tuple(_tie_break(one) for one in ties)
    apart = dict(excluded or {})
    faults = [*_unmeant(ties), *first(_unknown(scores, groups, apart))]
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
    places: list[Place] = []
    for group, together in by_group.items():
        keys = keys_of([score for score, _ in together], breaks, results, faults)
        runners = [Runner(one.unit, value, keys[one.unit]) for one, value in together]
        names = {one.unit: one.sheet.title for one, _ in together}
        places.extend(_places(group, names, runners, dense=ties == "dense"))
    if faults:
        raise Faults(tuple(faults))
    return Ranking(
        scores.rubric.ranked_by,
        tuple(sorted(places, key=lambda place: (place.group, place.best, place.worst, place.unit))),
        tuple(sorted(unranked, key=lambda one: one.unit)),
        ties if isinstance(ties, str) else breaks,
        tuple(label_of(scores.rubric, one) for one in breaks),
    )


def _tie_break(given: TieBreak | str) -> TieBreak:
    return ByPoints(given) if isinstance(given, str) else given


def _unmeant(ties: object) -> Iterable[Fault]:
    if isinstance(ties, str) and ties not in {"share", "dense"}:
        what = f"ties are 'share', 'dense' or a list of what breaks them, given {ties!r}"
        yield RankingFault(("ties",), "ties-unknown", what, f"write [{ties!r}]")


def _unknown(
    scores: Scores, groups: Mapping[str, str] | None, excluded: Mapping[str, str]
) -> Iterable[Fault]:
    units = {score.unit: None for score in scores}
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
    units = {score.unit: None for score in scores}
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


def _places(
    code: str, names: Mapping[str, str], runners: Sequence[Runner], *, dense: bool
) -> Iterator[Place]:
    group = Group(runners)
    for one in runners:
        best, worst = group.dense_ranks(one) if dense else group.ranks(one)
        yield Place(
            one.unit,
            name=names[one.unit],
            group=code,
            value=one.value,
            best=best,
            worst=worst,
            keys=known(one.keys),
            tied_with=group.equals(one),
        )
