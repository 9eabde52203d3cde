# SPDX-License-Identifier: MIT
"""What puts one unit above another, in numbers and in words (*vì sao xếp trên, xếp dưới*)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never, final

from attrs import frozen

from thidua.errors import RankingFault
from thidua.quantity import Language, Term, show, show_interval
from thidua.quantity.show import places_apart
from thidua.quantity.term import check_option
from thidua.quantity.typed import typed
from thidua.ranking.places import Place, Ranking
from thidua.ranking.tie_break import (
    ByCode,
    ByMeasure,
    ByName,
    ByPoints,
    Remeasure,
    TieBreak,
    turned,
)
from thidua.rubric import RankedBy

__all__ = [
    "Apart",
    "Order",
    "apart",
    "explain_place",
    "key_words",
    "possible_words",
    "told_apart",
]


class Order(Term):
    """How one unit stands to another."""

    ABOVE = "above"
    """Above it, for certain."""
    BELOW = "below"
    """Below it, for certain."""
    EQUAL = "equal"
    """Level with it: nothing that was agreed tells them apart."""
    OPEN = "open"
    """Not certain yet."""


@final
@frozen(field_transformer=typed(RankingFault))
class Apart:
    """What tells one unit from another, with both numbers."""

    order: Order
    """How the first stands to the second."""
    key: TieBreak | None = None
    """What decides, or is still to come; None is the result itself."""
    label: str = ""
    """What the rubric calls it; empty where each language has its own words."""
    mine: Fraction | None = None
    """The number of the first, if that decides."""
    theirs: Fraction | None = None
    """The number of the second."""
    by_class: bool = False
    """Whether it is the class that decides, or is still to come."""


def told_apart(ranking: Ranking, unit: str, other: str) -> Apart:
    """Say what puts *unit* above or below *other*: the first thing in which they differ.

    Raises:
        KeyError: If one of them is not ranked.
        RankingFault: If they are ranked in different groups.
    """
    mine, theirs = ranking[unit], ranking[other]
    if mine.group != theirs.group:
        what = f"{unit!r} and {other!r} are ranked in different groups"
        raise RankingFault((), "groups-differ", what, "compare units of one group")
    return apart(ranking, mine, theirs)


def apart(ranking: Ranking, mine: Place, theirs: Place) -> Apart:
    """Say the same of two places of one group."""
    found = _by_result(ranking, mine, theirs)
    (best, worst), (other_best, other_worst) = _span(ranking, mine), _span(ranking, theirs)
    if best == worst == other_best == other_worst:
        return found
    # At worst the first has the class that the other has at best: then its result may decide.
    if worst < other_best or (worst == other_best and found.order is Order.ABOVE):
        return Apart(Order.ABOVE, by_class=True)
    if other_worst < best or (other_worst == best and found.order is Order.BELOW):
        return Apart(Order.BELOW, by_class=True)
    return Apart(Order.OPEN, by_class=True)


def _span(ranking: Ranking, place: Place) -> tuple[int, int]:
    """Return the best and the worst class a unit may have, by position; no class is last.

    Where classes do not come first, all units stand in one place.
    """
    order = [(*ranking.grades, None).index(name) for name in place.possible]
    return min(order, default=0), max(order, default=0)


def _by_result(ranking: Ranking, mine: Place, theirs: Place) -> Apart:
    """Say what tells two units of one class apart."""
    first, second = mine.value, theirs.value
    if first.value is None or second.value is None or first.value != second.value:
        if first.low is not None and second.high is not None and first.low > second.high:
            return Apart(Order.ABOVE, mine=first.value, theirs=second.value)
        if second.low is not None and first.high is not None and second.low > first.high:
            return Apart(Order.BELOW, mine=first.value, theirs=second.value)
        return Apart(Order.OPEN)
    for index, key in enumerate(() if isinstance(ranking.ties, str) else ranking.ties):
        label = ranking.labels[index] if index < len(ranking.labels) else ""
        if index >= len(mine.keys) or index >= len(theirs.keys):
            return Apart(Order.OPEN, key, label)
        one, two = mine.keys[index], theirs.keys[index]
        if one != two:
            order = Order.ABOVE if one > two else Order.BELOW
            return Apart(order, key, label, turned(one, key), turned(two, key))
    return Apart(Order.EQUAL)


def explain_place(ranking: Ranking, unit: str, *, language: Language = "vi") -> str:
    """Say in one sentence where a unit stands, and what tells it from its neighbours.

    Its neighbours are the units next above it and next below it, all those that it is
    level with, and all of which that is still open.

    Raises:
        KeyError: If the unit is not ranked; says which one was meant.
    """
    check_option("language", language, Language)
    place = ranking[unit]
    vietnamese = language == "vi"
    rank = str(place.rank) if place.rank is not None else f"{place.best}-{place.worst}"
    inside = [one.value for one in ranking.places if one.group == place.group]
    decimals = places_apart(end for value in inside for end in (value.low, value.high))
    result = show_interval(place.value, language, decimals)
    result += _after(ranking.ranked_by, language, place.value.value)
    result = "".join([*_class_before(place, language), result])
    head = f"hạng {rank} ({result})" if vietnamese else f"rank {rank} ({result})"
    said = [*_neighbours(ranking, place, language, decimals)]
    alone = "không có đơn vị nào khác" if vietnamese else "no other unit is ranked"
    return f"{place.name}: {head}; {'; '.join(said) or alone}"


def _neighbours(ranking: Ranking, place: Place, language: Language, decimals: int) -> Iterator[str]:
    """Say what tells a unit from its neighbours, in the order of the ranking."""
    others = [one for one in ranking.places if one.group == place.group and one is not place]
    told = {one.unit: apart(ranking, place, one) for one in others}
    below = [one for one in others if told[one.unit].order is Order.BELOW]
    above = [one for one in others if told[one.unit].order is Order.ABOVE]
    nearest = {one.unit for one in (*below[-1:], *above[:1])}
    for one in others:
        found = told[one.unit]
        if one.unit in nearest or found.order in {Order.EQUAL, Order.OPEN}:
            yield _told(found, one, ranking, language, decimals)


def _told(found: Apart, other: Place, ranking: Ranking, language: Language, decimals: int) -> str:
    vietnamese = language == "vi"
    match found.order:
        case Order.EQUAL:
            if vietnamese:
                return f"đồng hạng với {other.name}, những gì đã thống nhất không phân định được"
            return f"level with {other.name}, nothing that was agreed tells them apart"
        case Order.OPEN:
            awaited = _awaited(found, language)
            if vietnamese:
                return f"chưa phân định được với {other.name}, chờ {awaited}"
            return f"not told apart from {other.name} yet, {awaited} awaited"
        case Order.ABOVE:
            word = "xếp trên" if vietnamese else "above"
        case Order.BELOW:
            word = "xếp dưới" if vietnamese else "below"
        case _:
            assert_never(found.order)
    if found.key is None:
        theirs = show_interval(other.value, language, decimals)
        theirs += _after(ranking.ranked_by, language, other.value.value)
        theirs = "".join([*_class_before(other, language), theirs])
        return f"{word} {other.name} ({theirs})"
    equal = "bằng nhau, " if vietnamese else "level at first, "
    return f"{equal}{word} {other.name} {key_words(found, language)}"


def _class_before(place: Place, language: Language) -> Iterator[str]:
    """Write the class that comes before the result, where it does."""
    if place.possible:
        yield possible_words(place.possible, language) + ", "


def possible_words(possible: tuple[str | None, ...], language: Language) -> str:
    """Name the classes a unit may have: ``Tốt hoặc Khá``."""
    none, word = ("không xếp loại", " hoặc ") if language == "vi" else ("no class", " or ")
    names = [none if name is None else name for name in possible]
    return word.join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _awaited(found: Apart, language: Language) -> str:
    vietnamese = language == "vi"
    if isinstance(found.key, Remeasure):
        again = "đo lại" if vietnamese else "to be measured again"
        return f"{again}: {found.key.what}" if vietnamese else f"{found.key.what} {again} is"
    if found.by_class:
        return "xếp loại" if vietnamese else "the class is"
    if found.key is None:
        return "đủ số liệu" if vietnamese else "results are"
    name = _name(found.key, found.label, language)
    return name if vietnamese else f"{name} is"


def key_words(found: Apart, language: Language) -> str:
    """Say what decided, with both numbers: ``theo Số lượt đi muộn: 1 so với 2``."""
    assert found.key is not None and found.mine is not None and found.theirs is not None  # noqa: S101, PT018 - a key decided
    name = _name(found.key, found.label, language)
    places = places_apart([found.mine, found.theirs], 6)
    mine, theirs = show(found.mine, language, places), show(found.theirs, language, places)
    if language == "vi":
        return f"theo {name}: {mine} so với {theirs}"
    return f"by {name}: {mine} against {theirs}"


def _name(key: TieBreak, label: str, language: Language) -> str:
    vietnamese = language == "vi"
    match key:
        case ByPoints(code, by=by):
            after = " (%)" if by is RankedBy.PERCENT else ""
            plain = code if code != "total" else ("tổng điểm" if vietnamese else "the total")
            return label or plain + after
        case ByMeasure(code):
            return label or code
        case ByName():
            return "thứ tự tên" if vietnamese else "the order of names"
        case ByCode():
            return "thứ tự mã" if vietnamese else "the order of codes"
        case Remeasure(what):
            return f"{what} (đo lại)" if vietnamese else f"{what} (measured again)"
        case _:
            assert_never(key)


def _after(by: RankedBy, language: Language, amount: Fraction | None) -> str:
    if by is RankedBy.PERCENT:
        return " %" if language == "vi" else "%"
    if language == "vi":
        return " điểm"
    return " point" if amount == 1 else " points"
