# SPDX-License-Identifier: MIT
"""Scores into a ranking: the key that orders is the key that numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal, assert_never, final

from attrs import frozen

from thidua.errors import Fault, Faults, RankingFault, suggest
from thidua.quantity import Interval
from thidua.ranking.places import ByMeasure, ByPoints, Place, Ranking, TieBreak, Unranked
from thidua.rubric import Better, Scores, UnitScore

__all__ = ["rank"]


@final
@frozen
class _Runner:
    """A unit in its group, with what it is compared by."""

    score: UnitScore
    group: str
    value: Interval
    keys: tuple[Fraction, ...]

    def above(self, other: _Runner) -> bool:
        """Tell whether this unit is certainly above the other."""
        if self.value.value is None or other.value.value is None:
            mine, theirs = self.value.low, other.value.high
            return mine is not None and theirs is not None and mine > theirs
        return (self.value.value, self.keys) > (other.value.value, other.keys)

    def may_be_above(self, other: _Runner, *, keyed: bool) -> bool:
        """Tell whether this unit may still come to stand above the other."""
        if self.value.value is not None and other.value.value is not None:
            return self.above(other)
        mine, theirs = self.value.high, other.value.low
        return mine is None or theirs is None or mine > theirs or (keyed and mine == theirs)


def rank(
    scores: Scores,
    *,
    ties: Literal["share", "dense"] | Iterable[TieBreak | str],
    groups: Mapping[str, str] | None = None,
    excluded: Mapping[str, str] | None = None,
) -> Ranking:
    """Rank the units of a cluster by what their rubric says, as it rounds it.

    Args:
        scores: The score sheets of the cluster.
        ties: ``"share"``: equal units share a rank and the next ranks are left out
            (1, 2, 2, 4). ``"dense"``: they share it and none is left out (1, 2, 2, 3).
            Otherwise what breaks ties, in order: `ByPoints`, `ByMeasure`, or the code of a
            criterion or section; units still equal then share a rank and say so.
        groups: Group of each unit, by code; units are ranked within their group.
        excluded: Reason for each unit that takes no rank, by code.

    Returns:
        The places. A unit whose score is provisional, or may be overtaken by one whose is,
        has the best and the worst rank still possible.

    Raises:
        Faults: If a unit, criterion or measure named here does not exist, if a unit has no
            group, or if an entry that breaks ties holds no value.
    """
    breaks = () if isinstance(ties, str) else tuple(_tie_break(one) for one in ties)
    apart = dict(excluded or {})
    if faults := [*_unknown(scores, groups, apart)]:
        raise Faults(tuple(faults))
    unranked = [
        Unranked(score.unit, score.sheet.title, apart.get(score.unit, ""))
        for score in scores
        if score.unit in apart or score.ranked is None
    ]
    runners: list[_Runner] = []
    for score in scores:
        if score.unit not in apart and score.ranked is not None:
            group = "" if groups is None else groups[score.unit]
            keys = tuple(_key(score, one, faults) for one in breaks)
            runners.append(_Runner(score, group, score.ranked, keys))
    if faults:
        raise Faults(tuple(faults))
    places = [_place(one, runners, dense=ties == "dense", keyed=bool(breaks)) for one in runners]
    return Ranking(
        scores.rubric.ranked_by,
        tuple(sorted(places, key=lambda place: (place.group, place.best, place.worst, place.unit))),
        tuple(sorted(unranked, key=lambda one: one.unit)),
        ties if isinstance(ties, str) else breaks,
    )


def _tie_break(given: TieBreak | str) -> TieBreak:
    return ByPoints(given) if isinstance(given, str) else given


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
        if groups is not None and unit not in groups:
            what = f"unit {unit!r} has no group"
            yield RankingFault(("groups",), "group-missing", what, "name its group, or exclude it")


def _key(score: UnitScore, tie_break: TieBreak, faults: list[Fault]) -> Fraction:
    """Return what breaks ties, the higher the better; note a fault where there is nothing."""
    match tie_break:
        case ByPoints(code):
            codes = [line.code for line in score.lines]
            value = score[code].points if code in codes else None
            known = code in codes
        case ByMeasure(code):
            codes = [measure.code for measure in score.rubric.measures]
            entry = score.sheet.entry(code)
            value = entry if isinstance(entry, Fraction) else None
            known = code in codes
        case _:
            assert_never(tie_break)
    if value is None and (not known or not score.provisional):
        what = f"{code!r} breaks ties, but unit {score.unit!r} has no number there"
        hint = suggest(code, codes)
        hint = "exclude the unit, or break ties by something else" if known else hint
        faults.append(RankingFault(("ties",), "key-missing", what, hint))
    sign = 1 if tie_break.better is Better.HIGHER else -1
    return Fraction(0) if value is None else sign * value


def _place(one: _Runner, runners: Sequence[_Runner], *, dense: bool, keyed: bool) -> Place:
    others = [other for other in runners if other.group == one.group and other is not one]
    above = [other for other in others if other.above(one)]
    maybe = [other for other in others if other.may_be_above(one, keyed=keyed)]
    if dense:
        best, worst = 1 + _distinct(above), 1 + len({other.score.unit for other in maybe})
        if len(above) == len(maybe) and all(other.value.value is not None for other in maybe):
            worst = best
    else:
        best, worst = 1 + len(above), 1 + len(maybe)
    equal = [
        other.score.unit
        for other in others
        if one.value.value is not None
        and (other.value.value, other.keys) == (one.value.value, one.keys)
    ]
    return Place(
        one.score.unit,
        name=one.score.sheet.title,
        group=one.group,
        value=one.value,
        best=best,
        worst=worst,
        keys=one.keys,
        tied_with=tuple(sorted(equal)),
    )


def _distinct(runners: Sequence[_Runner]) -> int:
    """Return how few different values the units may have between them."""
    count = 0
    last: Fraction | None = None
    ends = [(one.value.low, one.value.high) for one in runners]
    for low, high in sorted(ends, key=lambda end: (end[1] is None, end[1] or 0)):
        if last is None or low is None or low > last:
            count += 1
            last = high
            if high is None:
                break
    return count
