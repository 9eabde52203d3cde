# SPDX-License-Identifier: MIT
"""Forms: the ways of scoring that the field has names for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.formula import (
    AroundTarget,
    Banded,
    Calculation,
    DirectEntry,
    Event,
    Expression,
    Form,
    LeaderBy,
    Level,
    Leveled,
    PerEvent,
    Proportional,
    Reported,
    Side,
    Stepped,
    YesNo,
)
from thidua.rubric import Indicator, ItemList
from thidua.strategies.expression import (
    POINTS,
    Drawing,
    any_of,
    draw_bands,
    draw_divisor,
    draw_expression,
)
from thidua.strategies.number import limits, numbers
from thidua.strategies.words import INDICATORS, ITEMS, Words

__all__ = ["draw_form", "forms"]

_LIMITS = limits()
_SHARES = numbers(low=0, high=1)
_EACH = numbers(low=-5, high=5)
_STEPS = tuple(Fraction(step) for step in ("0.01", "0.05", "1/3", "1", "5"))


def _optional(draw: DrawFn, strategy: SearchStrategy[Fraction]) -> Fraction | None:
    return draw(strategy) if draw(st.booleans()) else None


def _result(draw: DrawFn, words: Words) -> Expression:
    if draw(st.integers(0, 3)) and words.numbers:
        return Reported(any_of(draw, words.numbers))
    return draw_expression(draw, words, 1)


def _leveled(draw: DrawFn, words: Words, _: int) -> Leveled:
    choice = any_of(draw, words.choices)
    return Leveled(choice.code, [Level(name, draw(POINTS)) for name in choice.levels])


def _proportional(draw: DrawFn, words: Words, _: int) -> Proportional:
    return Proportional(
        _result(draw, words),
        draw_divisor(draw, words, 1),
        zero_below=_optional(draw, _SHARES),
        capped=draw(st.booleans()),
    )


def _stepped(draw: DrawFn, words: Words, _: int) -> Stepped:
    relative = draw(st.booleans())
    at_least, at_most = draw(_LIMITS)
    return Stepped(
        _result(draw, words),
        draw_divisor(draw, words, 1) if relative else _result(draw, words),
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
    to = draw_divisor(draw, words, 1) if draw(st.booleans()) else None
    return Banded(_result(draw, words), draw_bands(draw, gaps=words.partial), to=to)


def _per_event(draw: DrawFn, words: Words, _: int) -> PerEvent:
    change_at_least, change_at_most = draw(_LIMITS)
    at_least, at_most = draw(_LIMITS)
    return PerEvent(
        [Event(_result(draw, words), draw(_EACH)) for _ in range(draw(st.integers(1, 3)))],
        start=_optional(draw, POINTS),
        change_at_least=change_at_least,
        change_at_most=change_at_most,
        at_least=at_least,
        at_most=at_most,
    )


def _around_target(draw: DrawFn, words: Words, _: int) -> AroundTarget:
    target = any_of(draw, words.measures if words.partial else words.targets)
    return AroundTarget(
        any_of(draw, [code for code in words.measures if code != target]),
        target,
        draw(_SHARES),
        leader=any_of(draw, list(LeaderBy)),
        second_group=draw(st.booleans()),
    )


def _calculation(draw: DrawFn, words: Words, depth: int) -> Calculation:
    divided = any_of(draw, words.asking())
    wording = any_of(draw, ["", "theo quy chế"])
    return Calculation(draw_expression(draw, divided, depth), wording)


_FORMS: Mapping[type[Form], Drawing[Form]] = {
    DirectEntry: lambda draw, words, _: DirectEntry(any_of(draw, words.direct)),
    YesNo: lambda draw, words, _: YesNo(
        any_of(draw, words.questions), _optional(draw, POINTS), draw(POINTS)
    ),
    Leveled: _leveled,
    Proportional: _proportional,
    Stepped: _stepped,
    Banded: _banded,
    PerEvent: _per_event,
    AroundTarget: _around_target,
    Calculation: _calculation,
}


def draw_form(draw: DrawFn, words: Words, kinds: Collection[type[Form]] = get_args(Form)) -> Form:
    """Draw a form that *words* suffice for."""
    lacking: set[type[Form]] = set()
    if not words.direct:
        lacking.add(DirectEntry)
    if not words.questions:
        lacking.add(YesNo)
    if not words.choices:
        lacking.add(Leveled)
    if not (words.targets and words.peers and len(words.measures) > 1):
        lacking.add(AroundTarget)
    possible = [kind for kind in _FORMS if kind in kinds and kind not in lacking]
    often: list[type[Form]] = [Calculation] if Calculation in possible else []  # any node fits
    return _FORMS[any_of(draw, possible + often * 2)](draw, words, 3)


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
