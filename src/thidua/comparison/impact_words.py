# SPDX-License-Identifier: MIT
"""Gains and losses in words (*tăng, giảm*)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from thidua.comparison.shift import Aspect, GradeShift, Impact, RankShift, Shift, Trend, UnitImpact
from thidua.quantity import Interval, Language, show_interval
from thidua.quantity.show import places_apart
from thidua.quantity.term import check_option
from thidua.rubric import RankedBy

__all__ = [
    "aspects",
    "cells",
    "explain_impact",
    "noun",
    "numbers",
    "signed",
    "summary",
    "verb",
]

_NOUNS: dict[Aspect, tuple[str, str]] = {
    "points": ("điểm", "points"),
    "percent": ("tỷ lệ", "percent"),
    "rank": ("hạng", "rank"),
    "grade": ("xếp loại", "class"),
}
_TRENDS = {
    Trend.GAINS: ("tăng", "up"),
    Trend.LOSES: ("giảm", "down"),
    Trend.SAME: ("giữ nguyên", "unchanged"),
    Trend.OPEN: ("còn có thể thay đổi", "can still change"),
    Trend.DIFFERS: ("không so sánh được", "not comparable"),
}
_MOVES = {Trend.GAINS: "lên", Trend.LOSES: "xuống"}
"""How Vietnamese says it of ranks and classes."""


def explain_impact(impact: Impact, unit: str, *, language: Language = "vi") -> str:
    """Say in one sentence what a unit gains or loses.

    Raises:
        KeyError: If not both results have the unit; says which one was meant.
    """
    check_option("language", language, Language)
    one = impact[unit]
    said = [
        _sentence(one, aspect, trend, language)
        for aspect in aspects(impact)
        if (trend := one.trend(aspect)) is not None
    ]
    return f"{one.name}: {'; '.join(said)}"


def aspects(impact: Impact) -> list[Aspect]:
    """Return what the units are compared by: percents only where a rubric ranks by them."""
    by_percent = RankedBy.PERCENT in {impact.old_ranked_by, impact.new_ranked_by}
    shown: dict[Aspect, bool] = {
        "points": True,
        "percent": by_percent,
        "rank": any(one.rank is not None for one in impact),
        "grade": any(one.grade is not None for one in impact),
    }
    return [aspect for aspect, is_shown in shown.items() if is_shown]


def _sentence(one: UnitImpact, aspect: Aspect, trend: Trend, language: Language) -> str:
    was, now = cells(one, aspect, language)
    text = f"{noun(aspect, language)} {verb(trend, language, aspect)}"
    shift = {"points": one.points, "percent": one.percent, "rank": one.rank}.get(aspect)
    if shift is not None:
        text += _size(shift, language)
    return f"{text} ({now if trend is Trend.SAME else f'{was} → {now}'})"


def noun(aspect: Aspect, language: Language) -> str:
    """Name what is compared."""
    return _NOUNS[aspect][language == "en"]


def verb(trend: Trend, language: Language, aspect: Aspect = "points") -> str:
    """Say whether it goes up or down."""
    vietnamese, english = _TRENDS[trend]
    if language == "en":
        return english
    return _MOVES.get(trend, vietnamese) if aspect in {"rank", "grade"} else vietnamese


def _size(shift: Shift | RankShift, language: Language) -> str:
    """Say how much is certainly gained or lost; nothing where that is open."""
    match shift.trend, shift.change:
        case Trend.GAINS, Interval() as gain:
            return f" {_gain(gain, language)}"
        case Trend.LOSES, Interval() as gain:
            return f" {_gain(-gain, language)}"
        case _:
            return ""


def _gain(change: Interval, language: Language) -> str:
    """Write what is gained; the least gain does not look like none."""
    return show_interval(change, language, places_apart([change.low, change.high, Fraction(0)]))


def cells(one: UnitImpact, aspect: Aspect, language: Language) -> tuple[str, str]:
    """Write what there was and what there is."""
    match aspect:
        case "points":
            return numbers(one.points, language)
        case "percent":
            return numbers(one.percent, language)
        case "rank":
            return ("", "") if one.rank is None else _ranks(one.rank, language)
        case "grade":
            return ("", "") if one.grade is None else _grades(one.grade, language)
        case _:
            assert_never(aspect)


def numbers(shift: Shift, language: Language) -> tuple[str, str]:
    """Write the points or percent before and after."""
    none = "không có" if language == "vi" else "none"
    ends = [end for value in (shift.old, shift.new) if value for end in (value.low, value.high)]
    places = places_apart(ends)
    was, now = (
        none if value is None else show_interval(value, language, places)
        for value in (shift.old, shift.new)
    )
    return was, now


def _ranks(shift: RankShift, language: Language) -> tuple[str, str]:
    none = "không xếp hạng" if language == "vi" else "not ranked"
    was, now = (
        none if value is None else _rank(value, group if shift.old_group != shift.new_group else "")
        for value, group in ((shift.old, shift.old_group), (shift.new, shift.new_group))
    )
    return was, now


def _rank(span: Interval, group: str) -> str:
    ends = (str(end) for end in (span.low, span.high) if end is not None)
    ranks = "-".join(dict.fromkeys(ends))
    return f"{ranks} ({group})" if group else ranks


def _grades(shift: GradeShift, language: Language) -> tuple[str, str]:
    return _listed(shift.old, language), _listed(shift.new, language)


def _listed(names: Sequence[str | None], language: Language) -> str:
    none = "không xếp loại" if language == "vi" else "no class"
    word = " hoặc " if language == "vi" else " or "
    return word.join(none if name is None else name for name in names)


def signed(change: Interval | None, language: Language) -> str:
    """Write a gain with its sign: ``+2``, ``-1,5``; what is open as an interval."""
    if change is None:
        return ""
    text = _gain(change, language)
    if change.value is None or change.value <= 0:
        return text
    return f"≈ +{text[2:]}" if text.startswith("≈") else f"+{text}"


def summary(impact: Impact, aspect: Aspect, language: Language) -> str:
    """Count the units of each trend: ``Điểm (số đơn vị): 2 tăng, 1 giữ nguyên``."""
    counts = [(len(impact.having(trend, aspect)), trend) for trend in Trend]
    said = [f"{count} {verb(trend, language, aspect)}" for count, trend in counts if count]
    word = "số đơn vị" if language == "vi" else "units"
    return f"{noun(aspect, language).capitalize()} ({word}): {', '.join(said)}"
