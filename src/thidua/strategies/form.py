# SPDX-License-Identifier: MIT
"""Forms: the ways of scoring that the field has names for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import get_args

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.formula import (
    AroundTarget,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    CapTogether,
    Case,
    Checklist,
    DirectEntry,
    Form,
    Gated,
    Highest,
    ItemFold,
    ItemTotal,
    Leveled,
    Piece,
    PrizeTable,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    ShareReached,
    Total,
    WeightedMean,
    YesNo,
)
from thidua.rubric import Indicator, ItemList
from thidua.strategies.expression import (
    POINTS,
    Drawing,
    any_of,
    draw_bands,
    draw_predicate,
)
from thidua.strategies.plain_form import (
    LIMIT,
    LIMITS,
    PLAIN,
    draw_guarded_raters,
    draw_result,
    with_choices,
)
from thidua.strategies.words import INDICATORS, ITEMS, Words

__all__ = ["draw_form", "forms"]


def _inner(draw: DrawFn, words: Words, depth: int) -> Form:
    return _drawn(draw, evolve(words, nested=True), get_args(Form), depth - 1)


def _inner_forms(draw: DrawFn, words: Words, depth: int) -> list[Form]:
    return [_inner(draw, words, depth) for _ in range(draw(st.integers(1, 3)))]


def _by_kind(draw: DrawFn, words: Words, depth: int) -> ByKind:
    choice = any_of(draw, words.choices)
    return ByKind(choice.code, [Case(one, _inner(draw, words, depth)) for one in choice.levels])


def _by_range(draw: DrawFn, words: Words, depth: int) -> ByRange:
    bands = draw_bands(draw, gaps=words.partial)
    pieces = [
        Piece(
            _inner(draw, words, depth),
            at_least=band.at_least,
            above=band.above,
            below=band.below,
            at_most=band.at_most,
        )
        for band in bands
    ]
    return ByRange(draw_result(draw, words), pieces)


def _total(draw: DrawFn, words: Words, depth: int) -> Total:
    at_least, at_most = draw(LIMITS)
    return Total(_inner_forms(draw, words, depth), at_least=at_least, at_most=at_most)


def _gated(draw: DrawFn, words: Words, depth: int) -> Gated:
    guarded = draw(st.booleans())
    if guarded and words.items:
        return draw_guarded_raters(draw, words)
    when = draw_predicate(draw, words, 1)
    return Gated(when, _inner(draw, words, depth), otherwise=draw(POINTS))


def _cap_across(draw: DrawFn, words: Words, depth: int) -> CapAcross:
    return CapAcross(_inner(draw, words, depth), draw(LIMIT), draw_result(draw, words))


def _item_total(draw: DrawFn, words: Words, depth: int) -> ItemTotal:
    listed = any_of(draw, words.items)
    own = words.item(listed)
    at_least, at_most = draw(LIMITS)
    return ItemTotal(
        listed.code,
        _inner(draw, own, depth),
        fold=any_of(draw, list(ItemFold) if words.partial else [ItemFold.SUM, ItemFold.COUNT]),
        where=draw_predicate(draw, own, 1) if draw(st.booleans()) else None,
        at_least=at_least,
        at_most=at_most,
    )


_COMPOSED: Mapping[type[Form], Drawing[Form]] = {
    ByKind: _by_kind,
    ByRange: _by_range,
    Highest: lambda draw, words, depth: Highest(_inner_forms(draw, words, depth)),
    Total: _total,
    Gated: _gated,
    Scaled: lambda draw, words, depth: Scaled(draw_result(draw, words), _inner(draw, words, depth)),
    CapAcross: _cap_across,
    ItemTotal: _item_total,
}
_FORMS = {**PLAIN, **_COMPOSED}


def _lacking(words: Words, depth: int) -> Iterator[type[Form]]:
    """Yield the forms that *words* do not suffice for, and those that would nest too deep."""
    if not words.direct:
        yield DirectEntry
    if not words.questions:
        yield from (YesNo, Checklist)
    if not words.choices:
        yield from (Leveled, ByKind)
    if not words.items:
        yield from (Raters, ShareReached, ItemTotal)
    if not with_choices(words):
        yield PrizeTable
    if not words.partial:
        yield Raters  # nobody may have rated, unless something guards against it
    if not words.peers:
        yield from (RelativeToPeers, RankPoints)
    if not (words.targets and words.peers and len(words.measures) > 1):
        yield AroundTarget
    if not words.criteria:
        yield CapTogether
    if not (words.measures or words.questions):
        yield WeightedMean
    if depth <= 1:
        yield from _COMPOSED


def draw_form(draw: DrawFn, words: Words, kinds: Collection[type[Form]] = get_args(Form)) -> Form:
    """Draw a form that *words* suffice for."""
    return _drawn(draw, words, kinds, 3)


def _drawn(draw: DrawFn, words: Words, kinds: Collection[type[Form]], depth: int) -> Form:
    lacking = {*_lacking(words, depth)}
    possible = [kind for kind in _FORMS if kind in kinds and kind not in lacking]
    often: list[type[Form]] = [Calculation] if Calculation in possible else []  # any node fits
    return _FORMS[any_of(draw, possible + often * 2)](draw, words, depth)


@st.composite
def _forms(draw: DrawFn, words: Words, kinds: Collection[type[Form]]) -> Form:
    return draw_form(draw, words, kinds)


def forms(  # noqa: PLR0913 - options
    *,
    indicators: Sequence[Indicator] = INDICATORS,
    items: Sequence[ItemList] = ITEMS,
    criteria: Sequence[str] = ("1",),
    peers: bool = True,
    partial: bool = False,
    kinds: Collection[type[Form]] = get_args(Form),
) -> SearchStrategy[Form]:
    """Draw forms of every kind that the indicators suffice for.

    Args:
        indicators: What the unit reports.
        items: Its lists.
        criteria: Criteria and sections whose points may be used.
        peers: Whether they may look at peers.
        partial: Whether they may lack an answer for some values; see `expressions`.
        kinds: Kinds of form.
    """
    words = Words(tuple(indicators), tuple(items), tuple(criteria), peers, partial)
    return _forms(words, kinds)
