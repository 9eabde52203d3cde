# SPDX-License-Identifier: MIT
"""Expressions and predicates of the kernel."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias, TypeVar, get_args

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.formula import (
    All,
    Any,
    Band,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    ItemFold,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    Points,
    Predicate,
    Product,
    Quotient,
    Relation,
    Reported,
    Rounded,
    Sum,
)
from thidua.quantity import State
from thidua.rubric import Indicator, ItemList
from thidua.strategies.number import numbers, roundings
from thidua.strategies.words import INDICATORS, ITEMS, Words

__all__ = [
    "POINTS",
    "Drawing",
    "any_of",
    "band_tables",
    "draw_bands",
    "draw_divisor",
    "draw_expression",
    "draw_predicate",
    "draw_target",
    "expressions",
    "predicates",
]

_T = TypeVar("_T")
Drawing: TypeAlias = Callable[[DrawFn, Words, int], _T]
"""How a node is drawn from what it may name, nesting no deeper than a number."""

_SOME = numbers(low=-100, high=100)
POINTS = numbers(low=-20, high=20)
_POSITIVE = numbers(low=Fraction(1, 4), high=50)
_ROUNDINGS = roundings()


def any_of(draw: DrawFn, options: Sequence[_T]) -> _T:
    """Draw one of *options*."""
    return draw(st.sampled_from(options))


def draw_expression(draw: DrawFn, words: Words, depth: int) -> Expression:
    """Draw an expression that nests no deeper than *depth*, guards and folds apart."""
    kinds = _expressions_for(words, depth)
    often: list[type[Expression]] = []
    if Reported in kinds:
        often += [Reported] * (4 if depth > 0 else 1)
    if Choose in kinds:
        often += [Choose, Choose]  # formulas turn on what is reported, mostly by conditions
    return _EXPRESSIONS[any_of(draw, [*kinds, *often])](draw, words, depth - 1)


def draw_predicate(draw: DrawFn, words: Words, depth: int) -> Predicate:
    """Draw a predicate that nests no deeper than *depth*, guards and folds apart."""
    return _PREDICATES[any_of(draw, _predicates_for(words, depth))](draw, words, depth - 1)


def _expressions_for(words: Words, depth: int) -> list[type[Expression]]:
    """Return the kinds of expression that *words* suffice for, the simplest first."""
    lacking: set[type[Expression]] = set()
    if not words.numbers:
        lacking.add(Reported)
    if not words.criteria:
        lacking.add(Points)
    if not words.items:
        lacking.add(OverItems)
    if not words.peers:
        lacking.add(OverPeers)
    leaves = {Reported, Constant, Points}
    return [kind for kind in _EXPRESSIONS if kind not in lacking and (depth > 0 or kind in leaves)]


def _predicates_for(words: Words, depth: int) -> list[type[Predicate]]:
    lacking: set[type[Predicate]] = set()
    if not words.choices:
        lacking.add(LevelIs)
    if not words.asked:
        lacking.add(EntryIs)
    leaves = {Compare, LevelIs, EntryIs}
    return [kind for kind in _PREDICATES if kind not in lacking and (depth > 0 or kind in leaves)]


def _several(draw: DrawFn, words: Words, depth: int, least: int) -> list[Expression]:
    return [draw_expression(draw, words, depth) for _ in range(draw(st.integers(least, 3)))]


def _conditions(draw: DrawFn, words: Words, depth: int) -> list[Predicate]:
    return [draw_predicate(draw, words, depth) for _ in range(draw(st.integers(0, 3)))]


def draw_divisor(draw: DrawFn, words: Words, depth: int) -> Expression:
    """Draw what one may divide by: never zero, unless formulas may lack an answer."""
    match draw(st.integers(0, 3)):
        case 0:
            return Constant(draw(_POSITIVE))
        case 1:
            return Greatest([draw_expression(draw, words, 0), draw(_POSITIVE)])
        case 2 if words.partial:
            return draw_expression(draw, words, depth)
        case _ if words.targets:
            return Reported(any_of(draw, words.targets))
        case _:
            return Constant(draw(_POSITIVE))


def draw_target(draw: DrawFn, words: Words, depth: int) -> Expression:
    """Draw what a result may be a share of: a fixed target is above zero."""
    drawn = draw_divisor(draw, words, depth)
    is_none = isinstance(drawn, Constant) and drawn.value <= 0
    return Constant(draw(_POSITIVE)) if is_none else drawn


def _quotient(draw: DrawFn, words: Words, depth: int) -> Quotient:
    of_target = draw(st.booleans())
    divisor = (draw_target if of_target else draw_divisor)(draw, words, depth)
    return Quotient(draw_expression(draw, words, depth), divisor, of_target=of_target)


def _choose(draw: DrawFn, words: Words, depth: int) -> Choose:
    guards: list[Drawing[Choose]] = [_plain_choose]
    if words.items:
        guards.append(_guarded_items)
    if words.peers:
        guards.append(_guarded_peers)
    return any_of(draw, guards)(draw, words, depth)


def _plain_choose(draw: DrawFn, words: Words, depth: int) -> Choose:
    when = draw_predicate(draw, words, depth)
    return Choose(when, draw_expression(draw, words, depth), draw_expression(draw, words, depth))


def _guarded_items(draw: DrawFn, words: Words, depth: int) -> Choose:
    """Draw any fold over items, guarded against having too few of them."""
    folded = _items_folded(draw, words, depth, list(ItemFold))
    enough = 3 if folded.fold is ItemFold.TRIMMED_MEAN else 1
    count = evolve(folded, fold=ItemFold.COUNT)
    return Choose(Compare(count, Relation.GREATER_OR_EQUAL, enough), folded, draw(POINTS))


def _guarded_peers(draw: DrawFn, words: Words, depth: int) -> Choose:
    """Draw any fold over peers, guarded against having none."""
    folded = _peers_folded(draw, words, depth, list(PeerFold))
    count = evolve(folded, fold=PeerFold.COUNT)
    return Choose(Compare(count, Relation.GREATER, 0), folded, draw(POINTS))


def _over_items(draw: DrawFn, words: Words, depth: int) -> OverItems:
    folds = list(ItemFold) if words.partial else [ItemFold.SUM, ItemFold.COUNT]
    return _items_folded(draw, words, depth, folds)


def _over_peers(draw: DrawFn, words: Words, depth: int) -> OverPeers:
    folds = list(PeerFold) if words.partial else [PeerFold.SUM, PeerFold.COUNT, PeerFold.RANK]
    return _peers_folded(draw, words, depth, folds)


def _items_folded(draw: DrawFn, words: Words, depth: int, folds: Sequence[ItemFold]) -> OverItems:
    listed = any_of(draw, words.items)
    inside, depth = words.item(listed), min(depth, 1)
    fold, of = any_of(draw, folds), draw_expression(draw, inside, depth)
    where = draw_predicate(draw, inside, depth) if draw(st.booleans()) else None
    return OverItems(listed.code, fold, of, where)


def _peers_folded(draw: DrawFn, words: Words, depth: int, folds: Sequence[PeerFold]) -> OverPeers:
    inside, depth = words.peer(), min(depth, 1)
    fold, of = any_of(draw, folds), draw_expression(draw, inside, depth)
    where = draw_predicate(draw, inside, depth) if draw(st.booleans()) else None
    return OverPeers(fold, of, where)


def _level_is(draw: DrawFn, words: Words, _: int) -> LevelIs:
    choice = any_of(draw, words.choices)
    return LevelIs(choice.code, any_of(draw, choice.levels))


_EXPRESSIONS: Mapping[type[Expression], Drawing[Expression]] = {
    Constant: lambda draw, _words, _depth: Constant(draw(_SOME)),
    Reported: lambda draw, words, _: Reported(any_of(draw, words.numbers)),
    Points: lambda draw, words, _: Points(any_of(draw, words.criteria)),
    Sum: lambda draw, words, depth: Sum(_several(draw, words, depth, 0)),
    Product: lambda draw, words, depth: Product(_several(draw, words, depth, 0)),
    Quotient: _quotient,
    Least: lambda draw, words, depth: Least(_several(draw, words, depth, 1)),
    Greatest: lambda draw, words, depth: Greatest(_several(draw, words, depth, 1)),
    Rounded: lambda draw, words, depth: Rounded(
        draw_expression(draw, words, depth), draw(_ROUNDINGS)
    ),
    Choose: _choose,
    Lookup: lambda draw, words, depth: Lookup(
        draw_expression(draw, words, depth), draw_bands(draw, gaps=words.partial)
    ),
    OverItems: _over_items,
    OverPeers: _over_peers,
}

_PREDICATES: Mapping[type[Predicate], Drawing[Predicate]] = {
    Compare: lambda draw, words, depth: Compare(
        draw_expression(draw, words, depth),
        any_of(draw, list(Relation)),
        draw_expression(draw, words, depth),
    ),
    LevelIs: _level_is,
    EntryIs: lambda draw, words, _: EntryIs(
        any_of(draw, words.asked).code, any_of(draw, list(State))
    ),
    All: lambda draw, words, depth: All(_conditions(draw, words, depth)),
    Any: lambda draw, words, depth: Any(_conditions(draw, words, depth)),
    Not: lambda draw, words, depth: Not(draw_predicate(draw, words, depth)),
}


@st.composite
def _expressions(
    draw: DrawFn, words: Words, depth: int, kinds: Collection[type[Expression]]
) -> Expression:
    divided = any_of(draw, words.asking())
    possible = [kind for kind in _expressions_for(divided, depth) if kind in kinds]
    return _EXPRESSIONS[any_of(draw, possible)](draw, divided, depth - 1)


@st.composite
def _predicates(
    draw: DrawFn, words: Words, depth: int, kinds: Collection[type[Predicate]]
) -> Predicate:
    able = [
        divided for divided in words.asking() if set(_predicates_for(divided, depth)) & set(kinds)
    ]
    divided = any_of(draw, able)
    possible = [kind for kind in _predicates_for(divided, depth) if kind in kinds]
    return _PREDICATES[any_of(draw, possible)](draw, divided, depth - 1)


def expressions(  # noqa: PLR0913 - options
    *,
    indicators: Sequence[Indicator] = INDICATORS,
    items: Sequence[ItemList] = ITEMS,
    criteria: Sequence[str] = ("1",),
    peers: bool = True,
    partial: bool = False,
    depth: int = 3,
    kinds: Collection[type[Expression]] = get_args(Expression),
) -> SearchStrategy[Expression]:
    """Draw kernel expressions of every kind.

    Args:
        indicators: What the unit reports.
        items: Its lists.
        criteria: Criteria and sections whose points may be used.
        peers: Whether they may look at peers.
        partial: Whether they may lack an answer for some values: divisors that may be
            zero, tables with holes or overlaps, folds of nothing, reading what holds no
            value.
        depth: How deep they nest, guards and folds apart.
        kinds: Kinds of the outermost node.
    """
    words = Words(tuple(indicators), tuple(items), tuple(criteria), peers, partial)
    return _expressions(words, depth, kinds)


def predicates(  # noqa: PLR0913 - options
    *,
    indicators: Sequence[Indicator] = INDICATORS,
    items: Sequence[ItemList] = ITEMS,
    criteria: Sequence[str] = ("1",),
    peers: bool = True,
    partial: bool = False,
    depth: int = 3,
    kinds: Collection[type[Predicate]] = get_args(Predicate),
) -> SearchStrategy[Predicate]:
    """Draw kernel predicates of every kind; for the arguments see `expressions`."""
    words = Words(tuple(indicators), tuple(items), tuple(criteria), peers, partial)
    return _predicates(words, depth, kinds)


_CUTS = st.lists(numbers(low=-20, high=120), max_size=4, unique=True)


def draw_bands(draw: DrawFn, *, gaps: bool) -> tuple[Band, ...]:
    """Draw a table of bands; see `band_tables`."""
    cuts = [(cut, draw(st.booleans())) for cut in sorted(draw(_CUTS))]
    bands: list[Band] = []
    for low, high in pairwise([None, *cuts, None]):
        bounds: dict[str, Fraction] = {}
        if low is not None:
            bounds["above" if low[1] else "at_least"] = low[0]
        if high is not None:
            bounds["at_most" if high[1] else "below"] = high[0]
        bands.append(Band(draw(POINTS), **bounds))
    if gaps and draw(st.booleans()):
        again = any_of(draw, [[], bands[:1]])
        bands = (bands[1:] or bands) + again
    return tuple(draw(st.permutations(bands)))


@st.composite
def _band_tables(draw: DrawFn, *, gaps: bool) -> tuple[Band, ...]:
    return draw_bands(draw, gaps=gaps)


def band_tables(*, gaps: bool = False) -> SearchStrategy[tuple[Band, ...]]:
    """Draw tables of bands, in any order, that hold every number exactly once.

    Args:
        gaps: Whether tables with a hole, or with two bands for a number, are drawn too.
    """
    return _band_tables(gaps=gaps)
