# SPDX-License-Identifier: MIT
"""Expressions, predicates and forms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar, final, get_args

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.formula import (
    All,
    Any,
    AroundTarget,
    Band,
    Banded,
    Calculation,
    Choose,
    Compare,
    Constant,
    DirectEntry,
    EntryIs,
    Event,
    Expression,
    Form,
    Greatest,
    ItemFold,
    LeaderBy,
    Least,
    Level,
    Leveled,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    PerEvent,
    Points,
    Predicate,
    Product,
    Proportional,
    Quotient,
    Relation,
    Reported,
    Rounded,
    Side,
    Stepped,
    Sum,
    YesNo,
)
from thidua.quantity import State
from thidua.rubric import Choice, Indicator, ItemList, Measure, Question
from thidua.rubric.measure import domain
from thidua.strategies.number import limits, numbers, roundings

__all__ = ["INDICATORS", "ITEMS", "Words", "band_tables", "expressions", "forms", "predicates"]

INDICATORS: tuple[Indicator, ...] = (
    Measure("thu", "Thu ngân sách", unit="tỷ đồng", places=1),
    Measure("chenh", "Chênh lệch", unit="%", places=2, least=-100, most=100),
    Measure("ke_hoach", "Kế hoạch", unit="tỷ đồng", places=1, above=0),
    Question("co_quy_che", "Có quy chế"),
    Choice("tien_do", "Tiến độ", ("đúng hạn", "trễ", "không")),
)
"""What formulas name where a test does not say what they may name."""

ITEMS: tuple[ItemList, ...] = (
    ItemList(
        "nhiem_vu",
        "Nhiệm vụ",
        (
            Measure("diem", "Điểm", places=1, most=10),
            Question("xong", "Đã xong"),
            Choice("loai", "Loại", ("tốt", "khá")),
        ),
    ),
)
"""What lists formulas fold where a test does not say which there are."""

_T = TypeVar("_T")
_EITHER = (ItemFold.SUM, ItemFold.COUNT)


@final
@frozen
class Words:
    """What a formula may name."""

    indicators: tuple[Indicator, ...] = INDICATORS
    """What the unit reports."""
    items: tuple[ItemList, ...] = ITEMS
    """Its lists."""
    criteria: tuple[str, ...] = ()
    """Criteria and sections whose points may be used."""
    peers: bool = True
    """Whether it may look at peers."""
    partial: bool = False
    """Whether it may lack an answer for some values."""
    own: tuple[Indicator, ...] = ()
    """What is reported for the item at hand."""
    asked: tuple[Indicator, ...] = ()
    """What may be asked for its state; never read, unless formulas may lack an answer."""

    @property
    def numbers(self) -> list[str]:
        """Codes that hold a number."""
        return [one.code for one in self._all if not isinstance(one, Choice)]

    @property
    def choices(self) -> list[Choice]:
        """Choices."""
        return [one for one in self._all if isinstance(one, Choice)]

    @property
    def targets(self) -> list[str]:
        """Codes of measures that are above zero."""
        return [one.code for one in self._all if isinstance(one, Measure) and _is_target(one)]

    @property
    def _all(self) -> tuple[Indicator, ...]:
        return (*self.indicators, *self.own)

    def item(self, listed: ItemList) -> Words:
        """Return what may be named for an item of *listed*."""
        asked = (*self.indicators, *listed.measures) if self.partial else self.asked
        items = tuple(one for one in self.items if one != listed)
        return evolve(self, own=listed.measures, items=items, asked=asked)

    def peer(self) -> Words:
        """Return what may be named for a peer, wherever in a formula it is looked at."""
        return evolve(self, own=(), asked=self.indicators if self.partial else self.asked)

    def asking(self) -> list[Words]:
        """Return the ways of dividing what is reported into read and asked."""
        if self.partial:
            return [evolve(self, asked=(*self.indicators, *self.own))]
        one_asked = [
            evolve(self, asked=(one,), indicators=tuple(i for i in self.indicators if i != one))
            for one in self.indicators
        ]
        return [self, *one_asked]


def _is_target(measure: Measure) -> bool:
    low = domain(measure).low
    return low is not None and (low > 0 or (low == 0 and measure.above == 0))


# --- expressions and predicates ----------------------------------------------


@lru_cache(maxsize=1024)
def _expression(words: Words, depth: int) -> SearchStrategy[Expression]:
    return st.one_of([make() for make in _expressions_by_kind(words, depth).values()])


@lru_cache(maxsize=1024)
def _predicate(words: Words, depth: int) -> SearchStrategy[Predicate]:
    return st.one_of([make() for make in _predicates_by_kind(words, depth).values()])


def _expressions_by_kind(
    words: Words, depth: int
) -> Mapping[type[Expression], Callable[[], SearchStrategy[Expression]]]:
    """Return how each kind is drawn, so that nothing nests deeper than *depth*."""
    found: dict[type[Expression], Callable[[], SearchStrategy[Expression]]] = {}
    if words.numbers:
        found[Reported] = lambda: st.sampled_from(words.numbers).map(Reported)
    found[Constant] = lambda: numbers(low=-100, high=100).map(Constant)
    if words.criteria:
        found[Points] = lambda: st.sampled_from(words.criteria).map(Points)
    if depth <= 0:
        return found

    def several(least: int) -> SearchStrategy[list[Expression]]:
        return st.lists(_expression(words, depth - 1), min_size=least, max_size=3)

    def inner() -> SearchStrategy[Expression]:
        return _expression(words, depth - 1)

    found[Sum] = lambda: several(0).map(Sum)
    found[Product] = lambda: several(0).map(Product)
    found[Quotient] = lambda: st.builds(Quotient, inner(), _divisor(words, depth - 1))
    found[Least] = lambda: several(1).map(Least)
    found[Greatest] = lambda: several(1).map(Greatest)
    found[Rounded] = lambda: st.builds(Rounded, inner(), roundings())
    found[Choose] = lambda: st.one_of(
        st.builds(Choose, _predicate(words, depth - 1), inner(), inner()),
        *([_guarded_items(words, depth - 1)] if words.items else []),
        *([_guarded_peers(words, depth - 1)] if words.peers else []),
    )
    tables = band_tables(gaps=words.partial)
    found[Lookup] = lambda: st.builds(Lookup, inner(), tables)
    if words.items:
        found[OverItems] = lambda: _over_items(
            words, depth - 1, list(ItemFold) if words.partial else _EITHER
        )
    if words.peers:
        total = [PeerFold.SUM, PeerFold.COUNT, PeerFold.RANK]
        folds = list(PeerFold) if words.partial else total
        found[OverPeers] = lambda: _over_peers(words, depth - 1, folds)
    return found


def _predicates_by_kind(
    words: Words, depth: int
) -> Mapping[type[Predicate], Callable[[], SearchStrategy[Predicate]]]:
    found: dict[type[Predicate], Callable[[], SearchStrategy[Predicate]]] = {}
    side = _expression(words, max(0, depth - 1))
    found[Compare] = lambda: st.builds(Compare, side, st.sampled_from(Relation), side)
    if words.choices:
        found[LevelIs] = lambda: st.sampled_from(words.choices).flatmap(
            lambda choice: st.builds(LevelIs, st.just(choice.code), st.sampled_from(choice.levels))
        )
    if words.asked:
        asked = st.sampled_from([one.code for one in words.asked])
        found[EntryIs] = lambda: st.builds(EntryIs, asked, st.sampled_from(State))
    if depth <= 0:
        return found

    def several() -> SearchStrategy[list[Predicate]]:
        return st.lists(_predicate(words, depth - 1), max_size=3)

    found[All] = lambda: several().map(All)
    found[Any] = lambda: several().map(Any)
    found[Not] = lambda: _predicate(words, depth - 1).map(Not)
    return found


def _divisor(words: Words, depth: int) -> SearchStrategy[Expression]:
    """Draw what one may divide by: never zero, unless formulas may lack an answer."""
    positive = numbers(low=Fraction(1, 4), high=50)
    at_hand: list[SearchStrategy[Expression]] = [
        positive.map(Constant),
        st.builds(lambda one, least: Greatest([one, least]), _expression(words, 0), positive),
    ]
    if words.targets:
        at_hand.insert(0, st.sampled_from(words.targets).map(Reported))
    if words.partial:
        at_hand.append(_expression(words, depth))
    return st.one_of(at_hand)


@st.composite
def _over_items(draw: DrawFn, words: Words, depth: int, folds: Collection[ItemFold]) -> OverItems:
    listed = draw(st.sampled_from(words.items))
    inside = words.item(listed)
    fold = draw(st.sampled_from(list(folds)))
    of = draw(_expression(inside, min(depth, 1)))
    return OverItems(listed.code, fold, of, draw(st.none() | _predicate(inside, min(depth, 1))))


@st.composite
def _over_peers(draw: DrawFn, words: Words, depth: int, folds: Collection[PeerFold]) -> OverPeers:
    peer = words.peer()
    fold = draw(st.sampled_from(list(folds)))
    of = draw(_expression(peer, min(depth, 1)))
    return OverPeers(fold, of, draw(st.none() | _predicate(peer, min(depth, 1))))


@st.composite
def _guarded_items(draw: DrawFn, words: Words, depth: int) -> Choose:
    """Draw any fold over items, guarded against having too few of them."""
    folded = draw(_over_items(words, depth, list(ItemFold)))
    enough = 3 if folded.fold is ItemFold.TRIMMED_MEAN else 1
    count = evolve(folded, fold=ItemFold.COUNT)
    return Choose(Compare(count, Relation.GREATER_OR_EQUAL, enough), folded, draw(numbers(low=-9, high=9)))


@st.composite
def _guarded_peers(draw: DrawFn, words: Words, depth: int) -> Choose:
    """Draw any fold over peers, guarded against having none."""
    folded = draw(_over_peers(words, depth, list(PeerFold)))
    count = evolve(folded, fold=PeerFold.COUNT)
    return Choose(Compare(count, Relation.GREATER, 0), folded, draw(numbers(low=-9, high=9)))


def expressions(
    *,
    indicators: Sequence[Indicator] = INDICATORS,
    items: Sequence[ItemList] = ITEMS,
    criteria: Sequence[str] = ("1",),
    peers: bool = True,
    partial: bool = False,
    depth: int = 3,
    kinds: Collection[type[Expression]] = (),
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
        depth: How deep they nest, forms of guards and folds apart.
        kinds: Kinds of the outermost node; absent, all.
    """
    words = Words(tuple(indicators), tuple(items), tuple(criteria), peers, partial)
    return st.one_of(
        [
            make()
            for divided in words.asking()
            for kind, make in _expressions_by_kind(divided, depth).items()
            if not kinds or kind in kinds
        ]
    )


def predicates(
    *,
    indicators: Sequence[Indicator] = INDICATORS,
    items: Sequence[ItemList] = ITEMS,
    criteria: Sequence[str] = ("1",),
    peers: bool = True,
    partial: bool = False,
    depth: int = 3,
    kinds: Collection[type[Predicate]] = (),
) -> SearchStrategy[Predicate]:
    """Draw kernel predicates of every kind; for the arguments see `expressions`."""
    words = Words(tuple(indicators), tuple(items), tuple(criteria), peers, partial)
    return st.one_of(
        [
            make()
            for divided in words.asking()
            for kind, make in _predicates_by_kind(divided, depth).items()
            if not kinds or kind in kinds
        ]
    )


@st.composite
def _band_tables(draw: DrawFn, *, gaps: bool) -> tuple[Band, ...]:
    cuts = sorted(draw(st.lists(numbers(low=-20, high=120), max_size=4, unique=True)))
    points = draw(
        st.lists(numbers(low=-5, high=20), min_size=len(cuts) + 1, max_size=len(cuts) + 1)
    )
    above = [draw(st.booleans()) for _ in cuts]
    bands: list[Band] = []
    ends = [None, *zip(cuts, above, strict=True), None]
    for worth, (low, high) in zip(points, pairwise(ends), strict=True):
        bounds: dict[str, Fraction] = {}
        if low is not None:
            bounds["above" if low[1] else "at_least"] = low[0]
        if high is not None:
            bounds["at_most" if high[1] else "below"] = high[0]
        bands.append(Band(worth, **bounds))
    if gaps:
        again = draw(st.lists(st.sampled_from(bands), max_size=1))
        left_out = draw(st.integers(0, 3 * len(bands)))
        bands = [band for i, band in enumerate(bands) if i != left_out] + again
    return tuple(draw(st.permutations(bands or [Band(points[0])])))


def band_tables(*, gaps: bool = False) -> SearchStrategy[tuple[Band, ...]]:
    """Draw tables of bands, in any order, that hold every number exactly once.

    Args:
        gaps: Whether tables with a hole, or with two bands for a number, are drawn too.
    """
    return _band_tables(gaps=gaps)


# --- forms -------------------------------------------------------------------


def _forms_by_kind(words: Words) -> Mapping[type[Form], Callable[[], SearchStrategy[Form]]]:
    """Return how each form is drawn that *words* suffice for."""
    points = numbers(low=-20, high=20)
    share = st.none() | numbers(low=0, high=1)
    result = st.sampled_from(words.numbers).map(Reported) if words.numbers else st.nothing()
    result = st.one_of(result, result, _expression(words, 1))
    target = _divisor(words, 1)
    found: dict[type[Form], Callable[[], SearchStrategy[Form]]] = {
        Proportional: lambda: st.builds(
            Proportional, result, target, zero_below=share, capped=st.booleans()
        ),
        Stepped: lambda: _stepped(result, target, words),
        Banded: lambda: st.builds(
            Banded, result, band_tables(gaps=words.partial), to=st.none() | target
        ),
        PerEvent: lambda: _per_event(result),
        Calculation: lambda: st.one_of(
            [
                st.builds(Calculation, _expression(divided, 3), st.sampled_from(["", "theo quy chế"]))
                for divided in words.asking()
            ]
        ),
    }
    if direct := [one.code for one in words.indicators if isinstance(one, Measure) and _is_zero(one)]:
        found[DirectEntry] = lambda: st.sampled_from(direct).map(DirectEntry)
    if asked := [one.code for one in words.indicators if isinstance(one, Question)]:
        found[YesNo] = lambda: st.builds(
            YesNo, st.sampled_from(asked), st.none() | points, points
        )
    if words.choices:
        found[Leveled] = lambda: st.sampled_from(words.choices).flatmap(
            lambda choice: st.builds(
                Leveled,
                st.just(choice.code),
                st.tuples(*(st.builds(Level, st.just(name), points) for name in choice.levels)),
            )
        )
    results = [one.code for one in words.indicators if isinstance(one, Measure)]
    targets = results if words.partial else words.targets
    if targets and words.peers:
        found[AroundTarget] = lambda: st.builds(
            AroundTarget,
            st.sampled_from(results),
            st.sampled_from(targets),
            numbers(low=0, high=1),
            leader=st.sampled_from(LeaderBy),
            second_group=st.booleans(),
        )
    return found


def _is_zero(measure: Measure) -> bool:
    """Tell whether zero is a value of the measure."""
    return Fraction(0) in domain(measure) and (measure.above is None or measure.above < 0)


@st.composite
def _stepped(
    draw: DrawFn,
    result: SearchStrategy[Expression],
    target: SearchStrategy[Expression],
    words: Words,
) -> Stepped:
    relative = draw(st.booleans())
    at_least, at_most = draw(limits())
    return Stepped(
        draw(result),
        draw(target if relative else target | _expression(words, 1)),
        side=draw(st.sampled_from(Side)),
        step=draw(st.sampled_from(["0.01", "0.05", "1/3", "1", "5"]).map(Fraction)),
        each=draw(numbers(low=-5, high=5)),
        relative=relative,
        started=draw(st.booleans()),
        start=draw(st.none() | numbers(low=-20, high=20)),
        at_least=at_least,
        at_most=at_most,
    )


@st.composite
def _per_event(draw: DrawFn, result: SearchStrategy[Expression]) -> PerEvent:
    events = st.builds(Event, result, numbers(low=-5, high=5))
    least_change, most_change = draw(limits(low=-20, high=20))
    at_least, at_most = draw(limits())
    return PerEvent(
        draw(st.lists(events, min_size=1, max_size=3)),
        start=draw(st.none() | numbers(low=-20, high=20)),
        change_at_least=least_change,
        change_at_most=most_change,
        at_least=at_least,
        at_most=at_most,
    )


def form_of(words: Words, kinds: Collection[type[Form]] = ()) -> SearchStrategy[Form]:
    """Draw forms that name *words*."""
    return st.one_of(
        [make() for kind, make in _forms_by_kind(words).items() if not kinds or kind in kinds]
    )


def forms(
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
    return form_of(words, kinds)
