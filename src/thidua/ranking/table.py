# SPDX-License-Identifier: MIT
"""A ranking as a table for people (*bảng xếp hạng*)."""

from __future__ import annotations

from thidua.quantity import Language, Markup, show_interval, table
from thidua.ranking.places import Place, Ranking, Unranked

__all__ = ["ranking_table"]

_HEADS = {
    "vi": {
        "points": ["Hạng", "Đơn vị", "Điểm", "Ghi chú"],
        "percent": ["Hạng", "Đơn vị", "%", "Ghi chú"],
    },
    "en": {"points": ["Rank", "Unit", "Points", "Note"], "percent": ["Rank", "Unit", "%", "Note"]},
}


def ranking_table(
    ranking: Ranking, *, language: Language = "vi", markup: Markup = "text", title: str = ""
) -> str:
    """Write a ranking, one table for each group, and who is not ranked and why.

    Args:
        ranking: The ranking.
        language: Vietnamese or English.
        markup: Plain text or Markdown.
        title: A line to put above it.
    """
    heads = _HEADS[language][ranking.ranked_by.value]
    names = {place.unit: place.name for place in ranking.places}
    blocks = [title] if title else []
    for group in sorted({place.group for place in ranking.places}):
        rows = [
            [
                _rank(place),
                place.name,
                show_interval(place.value, language),
                _note(place, names, language),
            ]
            for place in ranking.places
            if place.group == group
        ]
        blocks.extend([group] if group else [])
        blocks.append(table(heads, rows, right="02", markup=markup))
    blocks.extend(_unranked(one, language) for one in ranking.unranked)
    return "\n\n".join(blocks) if markup == "markdown" else "\n".join(blocks)


def _rank(place: Place) -> str:
    return str(place.rank) if place.rank is not None else f"{place.best}-{place.worst}"


def _note(place: Place, names: dict[str, str], language: Language) -> str:
    notes: list[str] = []
    if place.tied_with:
        others = ", ".join(names[unit] for unit in place.tied_with)
        notes.append(f"đồng hạng với {others}" if language == "vi" else f"ties with {others}")
    if place.rank is None or place.value.value is None:
        notes.append("tạm tính" if language == "vi" else "provisional")
    return "; ".join(notes)


def _unranked(one: Unranked, language: Language) -> str:
    if language == "vi":
        return f"Không xếp hạng: {one.name} ({one.reason or 'không có điểm tối đa để tính tỷ lệ'})"
    return f"Not ranked: {one.name} ({one.reason or 'no maximum applies to it'})"
