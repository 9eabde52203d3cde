# SPDX-License-Identifier: MIT
"""Scores into a ranking: the key that orders is the key that numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

from attrs import evolve

from thidua.errors import Fault, Faults, Path, RankingFault, first, suggest
from thidua.quantity import Interval, Number, exact
from thidua.quantity.typed import composed, misfits
from thidua.ranking.above import Group, Runner, known
from thidua.ranking.class_first import class_faults, compared
from thidua.ranking.classes import Classes
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
from thidua.ranking.ties import Ties
from thidua.rubric import Rubric, Scores, UnitScore

__all__ = ["rank"]


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
    if wrong := [*_wrong_kinds(scores, classes, groups, excluded, remeasured)]:
        raise Faults(tuple(wrong))
    groups = None if groups is None else _composed(groups)
    apart = _composed(excluded or {})
    faults = [*first((*_unknown(scores, groups, apart), *class_faults(scores, classes)))]
    try:
        how = ties if isinstance(ties, Ties) else Ties(ties)
    except RankingFault as fault:
        raise Faults((evolve(fault, at=("ties", *fault.at[1:])), *faults)) from None
    breaks = how.breaks
    faults += _unmeant(scores.rubric, breaks)
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
    places: list[Place] = []
    for group, pairs in by_group.items():
        keys = keys_of([score for score, _ in pairs], breaks, results, faults)
        runners = [Runner(one.unit, compare[one.unit], keys[one.unit]) for one, _ in pairs]
        ranks = Group(runners)
        for runner, (score, result) in zip(runners, pairs, strict=True):
            best, worst = (ranks.dense_ranks if how.how == "dense" else ranks.ranks)(runner)
            places.append(
                Place(
                    score.unit,
                    name=score.sheet.title,
                    group=group,
                    value=result,
                    possible=may_have.get(score.unit, ()),
                    best=best,
                    worst=worst,
                    keys=known(runner.keys),
                    tied_with=ranks.equals(runner),
                )
            )
    if faults:
        raise Faults(tuple(faults))
    return Ranking(
        scores.rubric.ranked_by,
        tuple(sorted(places, key=lambda place: (place.group, place.best, place.worst, place.unit))),
        tuple(sorted(unranked, key=lambda one: one.unit)),
        how.how,
        tuple(label_of(scores.rubric, one) for one in breaks),
        grades=() if classes is None else classes.names,
    )


def _wrong_kinds(
    scores: object, classes: object, groups: object, excluded: object, remeasured: object
) -> Iterator[Fault]:
    names = Mapping[str, str] | None
    results = Mapping[str, Mapping[str, object]] | None
    yield from misfits(scores, Scores, ("scores",), RankingFault)
    yield from misfits(classes, Classes | None, ("classes",), RankingFault)
    yield from misfits(groups, names, ("groups",), RankingFault)
    yield from misfits(excluded, names, ("excluded",), RankingFault)
    yield from misfits(remeasured, results, ("remeasured",), RankingFault)


def _composed(names: Mapping[str, str]) -> dict[str, str]:
    return {composed(unit): composed(name) for unit, name in names.items()}


def _unmeant(rubric: Rubric, breaks: Iterable[TieBreak]) -> Iterator[Fault]:
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
