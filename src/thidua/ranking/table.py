# SPDX-License-Identifier: MIT
"""A ranking as a table for people (*bảng xếp hạng*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thidua.quantity import Language, Markup, show_interval, table
from thidua.quantity.show import places_apart
from thidua.quantity.term import check_option
from thidua.ranking.places import OpenTie, Place, Ranking, Unranked
from thidua.ranking.told_apart import Order, apart, key_words, possible_words

__all__ = ["no_maximum", "ranking_table"]

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

    Where classes come first, they have a column.

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
    heads = list(_HEADS[language][ranking.ranked_by.value])
    if ranking.grades:
        heads.insert(2, "Loại" if language == "vi" else "Class")
    blocks = [title] if title else []
    names = {one.unit: one.name for one in ranking.places}
    ties = ranking.open_ties
    for group in sorted({place.group for place in ranking.places}):
        inside = [one for one in enumerate(ranking.places) if one[1].group == group]
        ends = [end for _, place in inside for end in (place.value.low, place.value.high)]
        decimals = places_apart(ends)
        rows = [
            [
                _rank(place),
                place.name,
                *([possible_words(place.possible, language)] if ranking.grades else []),
                show_interval(place.value, language, decimals),
                "; ".join(
                    [*_ties(place, names, ties, language), *_notes(ranking, index, language)]
                ),
            ]
            for index, place in inside
        ]
        blocks.extend([group] if group else [])
        blocks.append(table(heads, rows, right="03" if ranking.grades else "02", markup=markup))
    blocks.extend(_unranked(one, language) for one in ranking.unranked)
    return "\n\n".join(blocks) if markup == "markdown" else "\n".join(blocks)


def _rank(place: Place) -> str:
    return str(place.rank) if place.rank is not None else f"{place.best}-{place.worst}"


def _ties(
    place: Place, names: Mapping[str, str], ties: tuple[OpenTie, ...], language: Language
) -> Iterator[str]:
    """Name the units that share a rank, or are to be measured again."""
    vietnamese = language == "vi"
    if place.tied_with:
        others = ", ".join(names[unit] for unit in place.tied_with)
        yield f"đồng hạng với {others}" if vietnamese else f"ties with {others}"
    for tie in ties:
        if place.unit in tie.units:
            others = ", ".join(names[unit] for unit in tie.units if unit != place.unit)
            again = f"chờ đo lại {tie.what} với {others}"
            yield again if vietnamese else f"{tie.what} to be measured again with {others}"


def _notes(ranking: Ranking, index: int, language: Language) -> Iterator[str]:
    """Say what put a unit behind the one with the same result that stands next above it."""
    place = ranking.places[index]
    if place.value.value is not None:
        level = {*place.tied_with}
        for before in range(index - 1, -1, -1):
            one = ranking.places[before]
            if one.group != place.group or one.value != place.value:
                break
            if one.possible != place.possible or len(place.possible) > 1:
                break
            if one.unit in level:
                continue
            found = apart(ranking, place, one)
            if found.order is Order.BELOW:
                after = "sau" if language == "vi" else "behind"
                yield f"{after} {one.name} {key_words(found, language)}"
                break
    if place.rank is None or place.value.value is None or len(place.possible) > 1:
        yield "tạm tính" if language == "vi" else "provisional"


def _unranked(one: Unranked, language: Language) -> str:
    reason = one.reason or ("" if one.excluded else no_maximum(language))
    text = f"Không xếp hạng: {one.name}" if language == "vi" else f"Not ranked: {one.name}"
    return f"{text} ({reason})" if reason else text


def no_maximum(language: Language) -> str:
    """Say why a unit has no percent, and so no rank by it."""
    return "không có điểm tối đa để tính tỷ lệ" if language == "vi" else "no maximum applies to it"
