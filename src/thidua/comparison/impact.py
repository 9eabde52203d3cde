# SPDX-License-Identifier: MIT
"""Two results of the same units into who gains and who loses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from thidua.comparison.match import Standing, match_parts, standings
from thidua.comparison.shift import (
    Alone,
    GradeShift,
    Impact,
    PartImpact,
    RankShift,
    Shift,
    Trend,
    UnitImpact,
)
from thidua.errors import Fault, Faults, RankingFault, suggest
from thidua.quantity import Interval
from thidua.ranking import Classed, Classes, Place, Ranking
from thidua.ranking.grades import Grading, tables_of
from thidua.rubric import RankedBy, Role, Scores, UnitScore

__all__ = ["impact"]

_SIDES = ("old", "new")
_Names: TypeAlias = Mapping[str, tuple[str, ...]]
"""Names of the classes of each table, by the kind of unit it is for."""


def impact(
    old: Scores,
    new: Scores,
    *,
    rankings: tuple[Ranking, Ranking] | None = None,
    classes: tuple[Classes, Classes] | None = None,
    parts: bool = False,
) -> Impact:
    """Find who gains and who loses, between two results of the same units.

    Score the sheets with both rubrics; where these ask for different measures, each side
    has sheets of its own. What is provisional is compared as an interval: a unit gains only
    if it does whatever is still to come.

    Args:
        old: The scores by the old rubric.
        new: The scores by the new rubric.
        rankings: The rankings of the old and of the new scores.
        classes: The classes of the old and of the new scores.
        parts: Whether points are compared by criterion and section too.

    Returns:
        What each unit gains or loses; units of which there is only one result are named.

    Raises:
        Faults: If no unit has both results, or if a ranking or classes were not made from
            the scores of their side.
    """
    faults = list(_apart(old, new))
    for index, side, scores in zip((0, 1), _SIDES, (old, new), strict=True):
        if rankings is not None:
            faults.extend(_unfit_ranking(scores, rankings[index], index, side))
        if classes is not None:
            faults.extend(_unfit_classes(scores, classes[index], index, side))
    if faults:
        raise Faults(tuple(faults))
    before = {score.unit: score for score in old}
    after = {score.unit: score for score in new}
    places = _places(rankings)
    found = _rows(old, new) if parts else ()
    return Impact(
        tuple(
            UnitImpact(
                unit,
                score.sheet.title,
                points=Shift(before[unit].total.span, score.total.span),
                percent=Shift(
                    before[unit].result(RankedBy.PERCENT), score.result(RankedBy.PERCENT)
                ),
                rank=None if places is None else _rank(unit, *places),
                grade=None if classes is None else _grade(unit, *classes),
                parts=tuple(_part(before[unit], score, *row) for row in found),
            )
            for unit, score in after.items()
            if unit in before
        ),
        tuple(_alone(score) for unit, score in before.items() if unit not in after),
        tuple(_alone(score) for unit, score in after.items() if unit not in before),
        old_ranked_by=old.rubric.ranked_by,
        new_ranked_by=new.rubric.ranked_by,
    )


def _alone(score: UnitScore) -> Alone:
    return Alone(score.unit, score.sheet.title)


# --- what does not fit ------------------------------------------------------


def _apart(old: Scores, new: Scores) -> Iterator[Fault]:
    before, after = ([score.unit for score in side] for side in (old, new))
    if set(before).isdisjoint(after):
        what = f"no unit has both scores, the old are of {before[:3]!r}, the new of {after[:3]!r}"
        hint = "score the same units with both rubrics"
        yield RankingFault(("new",), "units-differ", what, hint)


def _unfit_ranking(scores: Scores, ranking: Ranking, index: int, side: str) -> Iterator[Fault]:
    at = ("rankings", index)
    places = {place.unit: place for place in ranking.places}
    yield from _unlike(
        scores, [*places, *(one.unit for one in ranking.unranked)], at, f"{side} ranking"
    )
    for score in scores:
        if score.unit in places and places[score.unit].value != score.ranked:
            what = f"unit {score.unit!r} was not ranked by its {side} score"
            hint = "give the ranking of the old scores, then that of the new"
            yield RankingFault(at, "scores-differ", what, hint)


def _unfit_classes(scores: Scores, classes: Classes, index: int, side: str) -> Iterator[Fault]:
    at = ("classes", index)
    yield from _unlike(scores, [one.unit for one in classes], at, f"{side} classes")
    if classes.rubric != scores.rubric:
        what = f"the {side} classes are not of the {side} rubric, {classes.rubric.code!r}"
        hint = "give the classes of the old scores, then those of the new"
        yield RankingFault(at, "rubric-differs", what, hint)


def _unlike(scores: Scores, units: list[str], at: tuple[str, int], where: str) -> Iterator[Fault]:
    scored = [score.unit for score in scores]
    for unit in units:
        if unit not in scored:
            what = f"unit {unit!r} of the {where} has no score"
            yield RankingFault(at, "unit-unknown", what, suggest(unit, scored))
    for unit in scored:
        if unit not in units:
            what = f"unit {unit!r} is not in the {where}"
            yield RankingFault(at, "unit-missing", what, suggest(unit, units))


# --- ranks and classes ------------------------------------------------------


def _places(
    rankings: tuple[Ranking, Ranking] | None,
) -> tuple[dict[str, Place], dict[str, Place]] | None:
    if rankings is None:
        return None
    old, new = ({place.unit: place for place in one.places} for one in rankings)
    return old, new


def _rank(unit: str, old: Mapping[str, Place], new: Mapping[str, Place]) -> RankShift:
    places = old.get(unit), new.get(unit)
    was, now = (None if one is None else Interval(one.best, one.worst) for one in places)
    groups = ["" if one is None else one.group for one in places]
    return RankShift(was, now, old_group=groups[0], new_group=groups[1])


def _grade(unit: str, old: Classes, new: Classes) -> GradeShift:
    was, now = old[unit], new[unit]
    trend = _grade_trend(was, now, _names(old.grading), _names(new.grading))
    return GradeShift(was.possible, now.possible, trend)


def _names(grading: Grading) -> _Names:
    return {
        level: tuple(grade.name for grade in table.grades) for level, table, _ in tables_of(grading)
    }


def _grade_trend(old: Classed, new: Classed, before: _Names, after: _Names) -> Trend:
    """Compare classes of one list of names; no class stands beneath the last."""
    if old.decided and old.possible == new.possible:
        return Trend.SAME
    if old.level is None or new.level is None:
        return Trend.OPEN
    names: list[str | None] = [*after.get(new.level, ()), None]
    if names != [*before.get(old.level, ()), None]:
        return Trend.DIFFERS
    was, now = ([names.index(name) for name in one.possible] for one in (old, new))
    if max(now) < min(was):
        return Trend.GAINS
    return Trend.LOSES if min(now) > max(was) else Trend.OPEN


# --- criteria and sections --------------------------------------------------


_Row: TypeAlias = tuple[str, str, str, int, int]
"""Old and new code of a part, its name, and how its points count on either side."""


def _rows(old: Scores, new: Scores) -> tuple[_Row, ...]:
    was, now = standings(old.rubric), standings(new.rubric)
    pairs, _ = match_parts(was, now)
    signs = _signs(was), _signs(now)
    return tuple(
        (
            before,
            code,
            now[code].part.name if code else was[before].part.name,
            signs[0].get(before, 0),
            signs[1].get(code, 0),
        )
        for before, code in pairs
    )


def _signs(parts: Mapping[str, Standing]) -> dict[str, int]:
    """Return -1 for the parts that take off the total, 1 for the others."""
    signs = {"": 1}
    for code, one in parts.items():
        signs[code] = signs[one.spot.within] * (-1 if one.part.role is Role.PENALTY else 1)
    del signs[""]
    return signs


def _part(  # noqa: PLR0913, PLR0917 - a row
    old: UnitScore, new: UnitScore, before: str, code: str, name: str, was: int, now: int
) -> PartImpact:
    return PartImpact(code, before, name, Shift(_span(old, before, was), _span(new, code, now)))


def _span(score: UnitScore, code: str, sign: int) -> Interval:
    """Return the points of a part as they count in the total."""
    return score[code].span * Interval(sign, sign) if code else Interval(0, 0)
