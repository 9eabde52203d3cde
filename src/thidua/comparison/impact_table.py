# SPDX-License-Identifier: MIT
"""Gains and losses as tables that a meeting reads (*bảng đánh giá tác động*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua.comparison.impact_words import aspects, cells, noun, numbers, signed, summary, verb
from thidua.comparison.shift import Aspect, Impact, Trend, UnitImpact
from thidua.quantity import Language, Markup, table
from thidua.quantity.term import check_option

__all__ = ["impact_table"]

_HEADS: dict[Aspect, tuple[tuple[str, str], ...]] = {
    "points": (("Điểm cũ", "Old points"), ("Điểm mới", "New points"), ("Chênh lệch", "Change")),
    "percent": (("% cũ", "Old %"), ("% mới", "New %"), ("Chênh lệch %", "Change of %")),
    "rank": (("Hạng cũ", "Old rank"), ("Hạng mới", "New rank")),
    "grade": (("Loại cũ", "Old class"), ("Loại mới", "New class")),
}


def impact_table(
    impact: Impact, *, language: Language = "vi", markup: Markup = "text", title: str = ""
) -> str:
    """Write who gains and who loses, how many they are, and of whom there is one result only.

    Where points were compared by part, a table for each unit follows, of the parts by which
    it gains or loses, or may.

    Args:
        impact: Gains and losses.
        language: Vietnamese or English.
        markup: Plain text or Markdown.
        title: A line to put above it.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    shown = aspects(impact)
    blocks = [title] if title else []
    blocks.append(_units(impact, shown, language, markup))
    joint = "\n\n" if markup == "markdown" else "\n"
    blocks.append(joint.join(_notes(impact, shown, language)))
    for one in impact:
        rows = _parts(one, language)
        if rows:
            heads = ["Mã", "Nội dung", "Cũ", "Mới", "Chênh lệch"]
            heads = heads if language == "vi" else ["Code", "What", "Old", "New", "Change"]
            blocks.extend([one.name, table(heads, rows, right="234", markup=markup)])
    return "\n\n".join(blocks)


def _units(impact: Impact, shown: Sequence[Aspect], language: Language, markup: Markup) -> str:
    heads = ["Đơn vị" if language == "vi" else "Unit"]
    right = ""
    for aspect in shown:
        for head in _HEADS[aspect]:
            right += "" if aspect == "grade" else str(len(heads))
            heads.append(head[language == "en"])
    heads.append("Ghi chú" if language == "vi" else "Note")
    rows = [_row(one, shown, language) for one in impact]
    return table(heads, rows, right=right, markup=markup)


def _row(one: UnitImpact, shown: Sequence[Aspect], language: Language) -> list[str]:
    row = [one.name]
    for aspect in shown:
        row.extend(cells(one, aspect, language))
        if aspect == "points":
            row.append(signed(one.points.change, language))
        elif aspect == "percent":
            row.append(signed(one.percent.change, language))
    found = {
        trend: [noun(aspect, language) for aspect in shown if one.trend(aspect) is trend]
        for trend in (Trend.OPEN, Trend.DIFFERS)
    }
    notes = [
        f"{verb(trend, language)}: {', '.join(names)}" for trend, names in found.items() if names
    ]
    return [*row, "; ".join(notes)]


def _notes(impact: Impact, shown: Sequence[Aspect], language: Language) -> Iterator[str]:
    for aspect in shown:
        yield summary(impact, aspect, language)
    if impact.only_old:
        head = "Chỉ có kết quả cũ" if language == "vi" else "Only the old result"
        yield f"{head}: {', '.join(one.name for one in impact.only_old)}"
    if impact.only_new:
        head = "Chỉ có kết quả mới" if language == "vi" else "Only the new result"
        yield f"{head}: {', '.join(one.name for one in impact.only_new)}"


def _parts(one: UnitImpact, language: Language) -> list[list[str]]:
    return [
        [
            part.code or part.old_code,
            part.name,
            *numbers(part.points, language),
            signed(part.points.change, language),
        ]
        for part in one.parts
        if part.points.trend is not Trend.SAME
    ]
