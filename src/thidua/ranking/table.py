# SPDX-License-Identifier: MIT
"""A ranking as a table for people (*bảng xếp hạng*)."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.quantity import Language, Markup, show_interval, table
from thidua.quantity.term import check_option
from thidua.ranking.places import Place, Ranking, Unranked
from thidua.ranking.told_apart import Order, key_words, told_apart

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

    The note of a place says with whom it is shared, what put the unit behind another with
    the same result, with both numbers, and what is still to come.

    Args:
        ranking: The ranking.
        language: Vietnamese or English.
        markup: Plain text or Markdown.
        title: A line to put above it.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    heads = _HEADS[language][ranking.ranked_by.value]
    blocks = [title] if title else []
    for group in sorted({place.group for place in ranking.places}):
        rows = [
            [
                _rank(place),
                place.name,
                show_interval(place.value, language),
                _note(ranking, place, language),
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


def _note(ranking: Ranking, place: Place, language: Language) -> str:
    vietnamese = language == "vi"
    names = {one.unit: one.name for one in ranking.places}
    notes: list[str] = []
    if place.tied_with:
        others = ", ".join(names[unit] for unit in place.tied_with)
        notes.append(f"đồng hạng với {others}" if vietnamese else f"ties with {others}")
    for tie in ranking.open_ties:
        if place.unit in tie.units:
            others = ", ".join(names[unit] for unit in tie.units if unit != place.unit)
            again = f"chờ đo lại {tie.what} với {others}"
            notes.append(again if vietnamese else f"{tie.what} to be measured again with {others}")
    notes.extend(_behind(ranking, place, language))
    if place.rank is None or place.value.value is None:
        notes.append("tạm tính" if vietnamese else "provisional")
    return "; ".join(notes)


def _behind(ranking: Ranking, place: Place, language: Language) -> Iterator[str]:
    """Say what put a unit behind the one with the same result that stands next above it."""
    before = ranking.places[: ranking.places.index(place)]
    for one in reversed(before):
        if one.group != place.group or one.value != place.value or place.value.value is None:
            return
        apart = told_apart(ranking, place.unit, one.unit)
        if apart.order is Order.BELOW:
            after = "sau" if language == "vi" else "behind"
            yield f"{after} {one.name} {key_words(apart, language)}"
            return


def _unranked(one: Unranked, language: Language) -> str:
    none = "" if one.excluded else "không có điểm tối đa để tính tỷ lệ"
    if language != "vi":
        none = none and "no maximum applies to it"
    reason = one.reason or none
    text = f"Không xếp hạng: {one.name}" if language == "vi" else f"Not ranked: {one.name}"
    return f"{text} ({reason})" if reason else text
