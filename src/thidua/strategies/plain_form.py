# SPDX-License-Identifier: MIT
"""Forms that hold no other form: one drawing for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.formula import (
    AroundTarget,
    Banded,
    BasePoints,
    ByCount,
    Calculation,
    CapTogether,
    Checklist,
    Compare,
    DirectEntry,
    EqualSplit,
    Event,
    Expression,
    Factor,
    Form,
    Gated,
    Group,
    ItemFold,
    LeaderBy,
    Level,
    Leveled,
    OverItems,
    PerEvent,
    Pick,
    Prize,
    PrizeTable,
    Proportional,
    RankPoints,
    Raters,
    Relation,
    RelativeToPeers,
    Reported,
    ShareReached,
    Side,
    Stepped,
    Sum,
    Threshold,
    Tick,
    WeightedMean,
    WeightedSum,
    YesNo,
)
from thidua.rubric import Choice, ItemList
from thidua.strategies.expression import (
    POINTS,
    Drawing,
    any_of,
    draw_bands,
    draw_divisor,
    draw_expression,
    draw_target,
)
from thidua.strategies.number import limits, numbers
from thidua.strategies.words import Words

__all__ = ["LIMIT", "LIMITS", "PLAIN", "draw_guarded_raters", "draw_result", "with_choices"]

LIMITS = limits()
_SHARES = numbers(low=0, high=1)
_EACH = numbers(low=-5, high=5)
LIMIT = numbers(low=0, high=20)
_LEAST = st.just(Fraction(0)) | numbers(low=-20, high=0)
_WEIGHTS = st.just(Fraction(1)) | numbers(low=Fraction(1, 4), high=5)
_STEPS = tuple(Fraction(step) for step in ("0.01", "0.05", "1/3", "1", "5"))


def _optional(draw: DrawFn, strategy: SearchStrategy[Fraction]) -> Fraction | None:
    return draw(strategy) if draw(st.booleans()) else None


def draw_result(draw: DrawFn, words: Words) -> Expression:
    """Draw what a form measures: mostly what is reported, as it is."""
    if draw(st.integers(0, 3)) and words.numbers:
        return Reported(any_of(draw, words.numbers))
    return draw_expression(draw, words, 1)


def _leveled(draw: DrawFn, words: Words, _: int) -> Leveled:
    choice = any_of(draw, words.choices)
    return Leveled(choice.code, [Level(name, draw(POINTS)) for name in choice.levels])


def _proportional(draw: DrawFn, words: Words, _: int) -> Proportional:
    return Proportional(
        draw_result(draw, words),
        draw_target(draw, words, 1),
        zero_below=_optional(draw, _SHARES),
        capped=draw(st.booleans()),
    )


def _stepped(draw: DrawFn, words: Words, _: int) -> Stepped:
    relative = draw(st.booleans())
    at_least, at_most = draw(LIMITS)
    return Stepped(
        draw_result(draw, words),
        draw_target(draw, words, 1) if relative else draw_result(draw, words),
        side=any_of(draw, list(Side)),
        step=any_of(draw, _STEPS),
        each=draw(_EACH),
        relative=relative,
        started=draw(st.booleans()),
        start=_optional(draw, POINTS),
        at_least=at_least,
        at_most=at_most,
    )


def _banded(draw: DrawFn, words: Words, _: int) -> Banded:
    to = draw_target(draw, words, 1) if draw(st.booleans()) else None
    return Banded(draw_result(draw, words), draw_bands(draw, gaps=words.partial), to=to)


def _event(draw: DrawFn, words: Words) -> Event:
    return Event(draw_result(draw, words), draw(_EACH), limit=_optional(draw, LIMIT))


def _per_event(draw: DrawFn, words: Words, _: int) -> PerEvent:
    at_least, at_most = draw(LIMITS)
    return PerEvent(
        [_event(draw, words) for _ in range(draw(st.integers(1, 3)))],
        start=_optional(draw, POINTS),
        deductions_limit=_optional(draw, LIMIT),
        bonuses_limit=_optional(draw, LIMIT),
        bonus_if_clean=draw(st.booleans()),
        per=draw_divisor(draw, words, 1) if draw(st.integers(0, 3)) == 0 else None,
        at_least=at_least,
        at_most=at_most,
    )


def _direct_entry(draw: DrawFn, words: Words, _: int) -> DirectEntry:
    """Draw points entered; nothing else may read what they ask whether it is applicable."""
    measure, step = any_of(draw, words.direct), any_of(draw, [None, None, *_STEPS])
    otherwise = None
    if (words.partial or not words.nested) and draw(st.integers(0, 3)) == 0:
        others = words if words.partial else words.without({measure})
        otherwise = draw_expression(draw, others, 1)
    if draw(st.integers(0, 3)) == 0:
        return DirectEntry(measure, step=step, unlimited=True, otherwise=otherwise)
    least, most = draw(_LEAST), _optional(draw, LIMIT)
    return DirectEntry(measure, least=least, most=most, step=step, otherwise=otherwise)


def _checklist(draw: DrawFn, words: Words, _: int) -> Checklist:
    questions = [any_of(draw, words.questions) for _ in range(draw(st.integers(1, 3)))]
    return Checklist([Tick(question, draw(POINTS)) for question in questions])


def _threshold(draw: DrawFn, words: Words, _: int) -> Threshold:
    return Threshold(
        draw_result(draw, words),
        any_of(draw, list(Relation)),
        draw_result(draw, words),
        yes=_optional(draw, POINTS),
        no=draw(POINTS),
    )


def _around_target(draw: DrawFn, words: Words, _: int) -> AroundTarget:
    words = words.peer()
    target = any_of(draw, words.measures if words.partial else words.targets)
    # A form beside it may read the target, which then must not be without a value.
    alone = words.partial or not words.nested
    return AroundTarget(
        any_of(draw, [code for code in words.measures if code != target]),
        target,
        draw(_SHARES),
        leader=any_of(draw, list(LeaderBy)),
        second_group=alone and draw(st.booleans()),
    )


def _several_points(draw: DrawFn) -> list[Fraction]:
    return [draw(POINTS) for _ in range(draw(st.integers(1, 4)))]


def _by_count(draw: DrawFn, words: Words, _: int) -> ByCount:
    further = draw(_EACH) if draw(st.booleans()) else Fraction(0)
    return ByCount(draw_result(draw, words), _several_points(draw), further=further)


def _prize_table(draw: DrawFn, words: Words, _: int) -> PrizeTable:
    listed = any_of(draw, with_choices(words))
    choices = words.item(listed).choices
    return PrizeTable(
        listed.code,
        [_prize(draw, choices) for _ in range(draw(st.integers(1, 3)))],
        only_highest=draw(st.booleans()),
        without=draw(POINTS),
        at_most=_optional(draw, POINTS),
    )


def _prize(draw: DrawFn, choices: Sequence[Choice]) -> Prize:
    picked = draw(
        st.lists(st.sampled_from(choices), min_size=1, max_size=2, unique_by=lambda one: one.code)
    )
    return Prize(draw(POINTS), [Pick(one.code, any_of(draw, one.levels)) for one in picked])


def with_choices(words: Words) -> list[ItemList]:
    """Return the lists whose items hold a choice."""
    return [one for one in words.items if words.item(one).choices]


def _weighted_mean(draw: DrawFn, words: Words, _: int) -> WeightedMean:
    """Draw a mean; unless formulas may lack an answer, some factor is always there.

    A measure alone is asked whether it is applicable, so nothing else may read it then.
    """
    factors: list[Expression] = []
    if words.partial or not words.nested:
        codes = [*words.measures, *words.questions]
        factors += [
            Reported(code)
            for code in draw(st.lists(st.sampled_from(codes), max_size=2, unique=True))
        ]
        if not words.partial:
            words = words.without({one.code for one in factors if isinstance(one, Reported)})
    others = range(draw(st.integers(0 if words.partial and factors else 1, 2)))
    factors += [Sum([draw_result(draw, words)]) for _ in others]
    return WeightedMean(
        [Factor(one, draw(_WEIGHTS)) for one in draw(st.permutations(factors))], scale=draw(_EACH)
    )


def _weighted_sum(draw: DrawFn, words: Words, _: int) -> WeightedSum:
    factors = range(draw(st.integers(1, 3)))
    return WeightedSum([Factor(draw_result(draw, words), draw(_WEIGHTS)) for _ in factors])


def _cap_together(draw: DrawFn, words: Words, _: int) -> CapTogether:
    codes = draw(st.lists(st.sampled_from(words.criteria), min_size=1, max_size=3))
    return CapTogether(codes, draw(LIMIT))


def _raters(draw: DrawFn, words: Words, _: int) -> Raters:
    listed = any_of(draw, words.items)
    own = words.item(listed)
    choice = any_of(draw, [None, *own.choices])
    groups = () if choice is None else tuple(Group(one, draw(_WEIGHTS)) for one in choice.levels)
    return Raters(
        listed.code,
        draw_result(draw, own),
        by=None if choice is None else choice.code,
        groups=groups,
        trimmed=draw(st.booleans()),
    )


def draw_guarded_raters(draw: DrawFn, words: Words) -> Gated:
    """Draw the mean of one group of raters, behind the condition that there are enough."""
    form = evolve(_raters(draw, words, 0), by=None, groups=())
    count = OverItems(form.items, ItemFold.COUNT)
    return Gated(Compare(count, ">=", 3), form, otherwise=draw(POINTS))


def _share_reached(draw: DrawFn, words: Words, _: int) -> ShareReached:
    listed = any_of(draw, words.items)
    own = words.item(listed)
    return ShareReached(
        listed.code,
        draw_result(draw, own),
        any_of(draw, list(Relation)),
        draw_result(draw, own),
        each=_optional(draw, _EACH) if words.partial else draw(_EACH),
    )


def _relative_to_peers(draw: DrawFn, words: Words, _: int) -> RelativeToPeers:
    return RelativeToPeers(
        draw_result(draw, words.peer()),
        any_of(draw, ["greatest", "least", "mean"]),
        lower_is_better=draw(st.booleans()),
        capped=draw(st.booleans()),
    )


def _rank_points(draw: DrawFn, words: Words, _: int) -> RankPoints:
    return RankPoints(
        draw_result(draw, words.peer()),
        _several_points(draw),
        beyond=_optional(draw, POINTS) if words.partial else draw(POINTS),
        lower_is_better=draw(st.booleans()),
    )


def _equal_split(draw: DrawFn, words: Words, _: int) -> EqualSplit:
    return EqualSplit(draw_divisor(draw, words, 1), points=_optional(draw, POINTS))


def _calculation(draw: DrawFn, words: Words, depth: int) -> Calculation:
    divided = any_of(draw, words.asking())
    wording = any_of(draw, ["", "theo quy chế"])
    return Calculation(draw_expression(draw, divided, depth), wording)


PLAIN: Mapping[type[Form], Drawing[Form]] = {
    BasePoints: lambda draw, _words, _: BasePoints(_optional(draw, POINTS)),
    DirectEntry: _direct_entry,
    YesNo: lambda draw, words, _: YesNo(
        any_of(draw, words.questions), _optional(draw, POINTS), draw(POINTS)
    ),
    Leveled: _leveled,
    Checklist: _checklist,
    Threshold: _threshold,
    Proportional: _proportional,
    Stepped: _stepped,
    Banded: _banded,
    AroundTarget: _around_target,
    PerEvent: _per_event,
    ByCount: _by_count,
    PrizeTable: _prize_table,
    WeightedMean: _weighted_mean,
    WeightedSum: _weighted_sum,
    Raters: _raters,
    ShareReached: _share_reached,
    RelativeToPeers: _relative_to_peers,
    RankPoints: _rank_points,
    EqualSplit: _equal_split,
    CapTogether: _cap_together,
    Calculation: _calculation,
}
"""How each of them is drawn."""
