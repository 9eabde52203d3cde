# SPDX-License-Identifier: MIT
"""Classes as tables for people (*bảng xếp loại, bảng kiểm tra tỷ lệ*)."""

from __future__ import annotations

from fractions import Fraction

from thidua.formula import Wording
from thidua.quantity import Interval, Language, Markup, show_interval, show_percent, table
from thidua.quantity.term import check_option
from thidua.ranking.ceiling import LimitedClasses, Verdict
from thidua.ranking.class_words import (
    ceiling_words,
    class_words,
    none_words,
    note_on,
    result_text,
    verdict_words,
)
from thidua.ranking.classes import Classed, Classes
from thidua.rubric import RankedBy
from thidua.rubric.explain import wording_of

__all__ = ["classes_table"]


def classes_table(
    given: Classes | LimitedClasses,
    *,
    language: Language = "vi",
    markup: Markup = "text",
    title: str = "",
) -> str:
    """Write who has which class and why, how many have each, and how ceilings are kept.

    Args:
        given: Classes, or classes after ceilings.
        language: Vietnamese or English.
        markup: Plain text or Markdown.
        title: A line to put above it.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    limited = LimitedClasses(given, ()) if isinstance(given, Classes) else given
    wording = wording_of(limited.classes.rubric, language)
    blocks = [title] if title else []
    blocks.append(_units(limited.classes, wording, markup))
    blocks.append(_counts(limited.classes, wording, markup))
    if limited.verdicts:
        blocks.append(_ceilings(limited, wording, markup))
    return "\n\n".join(blocks)


def _units(classes: Classes, wording: Wording, markup: Markup) -> str:
    by_percent = {unit.by for unit in classes} == {RankedBy.PERCENT}
    heads = [
        wording.pick("Đơn vị", "Unit"),
        "%" if by_percent else wording.pick("Điểm", "Points"),
        wording.pick("Xếp loại", "Class"),
        wording.pick("Lý do", "Reason"),
    ]
    rows = [
        [
            one.name,
            _value(classes, one, wording, by_percent=by_percent),
            one.grade or class_words(one, wording),
            note_on(classes, one, wording),
        ]
        for one in classes.listed
    ]
    return table(heads, rows, right="1", markup=markup)


def _value(classes: Classes, one: Classed, wording: Wording, *, by_percent: bool) -> str:
    if one.value is None:
        return ""
    text = result_text(classes, one.value, wording)
    return text if by_percent or one.by is RankedBy.POINTS else text + wording.pick(" %", "%")


def _counts(classes: Classes, wording: Wording, markup: Markup) -> str:
    heads = [wording.pick("Xếp loại", "Class"), wording.pick("Số đơn vị", "Units")]
    base = classes.having(*classes.names)
    rows = [[name, _of(classes.having(name), base, wording)] for name in classes.names]
    none = classes.having(None)
    if none.high:
        rows.append([none_words(wording), show_interval(none, wording.language)])
    return table(heads, rows, markup=markup)


def _ceilings(limited: LimitedClasses, wording: Wording, markup: Markup) -> str:
    heads = [
        wording.pick("Chỉ tiêu", "Quota"),
        wording.pick("Thực tế", "Actual"),
        wording.pick("Tối đa", "At most"),
        wording.pick("Kết luận", "Verdict"),
    ]
    names = [(unit.unit, unit.name) for unit in limited.classes]
    rows = [
        [
            " + ".join(one.ceiling.grades),
            _of(one.after, one.base, wording),
            _most(one, wording),
            verdict_words(one, names, wording),
        ]
        for one in limited.verdicts
    ]
    return table(heads, rows, markup=markup)


def _most(verdict: Verdict, wording: Wording) -> str:
    most = show_interval(verdict.most, wording.language)
    if verdict.base is None:
        return most
    share, base = ceiling_words(verdict.ceiling, wording), verdict.base
    of = wording.pick(" của ", " of ") + show_interval(base, wording.language)
    return f"{most} ({share}{of})"


def _of(count: Interval, base: Interval | None, wording: Wording) -> str:
    """Write ``3/13 ≈ 23,08 %``, or as much of it as there is."""
    text = show_interval(count, wording.language)
    if base is None:
        return text
    if count.value is None or not base.value:
        return f"{text} / {show_interval(base, wording.language)}"
    percent = show_percent(Fraction(count.value, base.value), wording.language)
    sign = " " if percent.startswith("≈") else " = "
    return f"{text}/{show_interval(base, wording.language)}{sign}{percent}"
