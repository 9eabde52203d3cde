# SPDX-License-Identifier: MIT
"""Criteria, the tree of them, and rubrics."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import get_args

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.basis import Citation
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    ItemList,
    Part,
    Question,
    RankedBy,
    Role,
    Rubric,
    Section,
    Treatment,
    Treatments,
)
from thidua.strategies.form import draw_form
from thidua.strategies.measure import item_lists, measures, names
from thidua.strategies.number import limits, numbers, roundings
from thidua.strategies.words import INDICATORS, ITEMS, Words

__all__ = ["criteria", "parts", "rubrics", "treatments"]

_NUMERALS = ("I", "II", "III", "IV")
_ROLES = st.sampled_from([Role.STANDARD, Role.STANDARD, Role.STANDARD, Role.BONUS, Role.PENALTY])
_MAXIMA = numbers(low=1, high=60) | st.just(Fraction(0))


def treatments(*, said: bool = False) -> SearchStrategy[Treatments]:
    """Draw what states do.

    Args:
        said: Whether everything is said that must be said when it occurs.
    """
    some = st.sampled_from(Treatment)
    maybe = st.none() | some
    late = some if said else maybe
    return st.builds(
        Treatments,
        missing=maybe,
        not_due=maybe,
        not_applicable=late,
        exempt=late,
        not_assigned=late,
    )


_CITATIONS = st.sampled_from(
    [None, Citation("Quy chế Cụm 3"), Citation("Quy chế Cụm 3", article="25", point="a")]
)
_TREATMENTS = st.just(Treatments()) | treatments()
_SAID = treatments(said=True)
_RESULT = measures(code="thu")
_TARGET = measures(code="du_toan", target=True)
_COUNT = measures(code="so_vu")
_LISTS = {code: item_lists(code=code, prefix=f"{code}_") for code in ("viec", "tiet")}
_NAMES = names()
_LIMITS = limits(high=100)
_MORE = st.none() | numbers(low=0, high=10)
_ROUNDINGS = st.one_of(st.none(), st.none(), roundings())


def _criterion(draw: DrawFn, words: Words, code: str) -> Criterion:
    at_least, at_most = draw(_LIMITS)
    return Criterion(
        code,
        draw(_NAMES),
        maximum=draw(_MAXIMA),
        formula=draw_form(draw, words),
        role=draw(_ROLES),
        at_least=at_least,
        at_most=at_most,
        rounding=draw(_ROUNDINGS),
        treatments=draw(_TREATMENTS),
        basis=draw(_CITATIONS),
    )


def _section(draw: DrawFn, words: Words, code: str, depth: int) -> tuple[Section, Words]:
    inside, words = _tree(draw, words, f"{code}.", depth - 1)
    at_least, at_most = draw(_LIMITS)
    section = Section(
        code,
        draw(_NAMES),
        criteria=inside,
        maximum=draw(_MORE),
        role=draw(_ROLES),
        at_least=at_least,
        at_most=at_most,
        rounding=draw(_ROUNDINGS),
        basis=draw(_CITATIONS),
    )
    if section.maximum is not None:
        section = evolve(section, maximum=_whole(inside) + section.maximum)
    return section, words


def _tree(draw: DrawFn, words: Words, prefix: str, depth: int) -> tuple[tuple[Part, ...], Words]:
    """Draw parts, each of which may use the points of those drawn before it."""
    found: list[Part] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        code = f"{prefix}{number}" if prefix else _NUMERALS[number - 1]
        if depth > 0 and draw(st.booleans()):
            section, words = _section(draw, words, code, depth)
            found.append(section)
        else:
            found.append(_criterion(draw, words, code))
        words = evolve(words, criteria=(*words.criteria, code))
    return tuple(draw(st.permutations(found))), words


def _whole(inside: Sequence[Part]) -> Fraction:
    """Return the maximum of parts together."""
    total = Fraction(0)
    for part in inside:
        if part.role is Role.STANDARD:
            declared = part.maximum
            if declared is None and isinstance(part, Section):
                declared = _whole(part.criteria)
            total += declared or 0
    return total


@st.composite
def _criteria(draw: DrawFn, words: Words, code: str) -> Criterion:
    return _criterion(draw, words, code)


@st.composite
def _sections(draw: DrawFn, words: Words, code: str) -> Section:
    return _section(draw, words, code, 2)[0]


def criteria(  # noqa: PLR0913 - options
    *,
    code: str = "1",
    indicators: Sequence[Indicator] = INDICATORS,
    items: Sequence[ItemList] = ITEMS,
    others: Sequence[str] = (),
    peers: bool = True,
    partial: bool = False,
) -> SearchStrategy[Criterion]:
    """Draw criteria of every form.

    Args:
        code: Code as printed.
        indicators: What the unit reports.
        items: Its lists.
        others: Other criteria and sections whose points may be used.
        peers: Whether formulas may look at peers.
        partial: Whether formulas may lack an answer for some values; see `expressions`.
    """
    words = Words(tuple(indicators), tuple(items), tuple(others), peers, partial)
    return _criteria(words, code)


def parts(  # noqa: PLR0913 - options
    *,
    code: str = "1",
    indicators: Sequence[Indicator] = INDICATORS,
    items: Sequence[ItemList] = ITEMS,
    others: Sequence[str] = (),
    peers: bool = True,
    partial: bool = False,
    kinds: Collection[type[Part]] = get_args(Part),
) -> SearchStrategy[Part]:
    """Draw criteria and sections of them, nested.

    Args:
        code: Code as printed; what stands in a section is numbered after it.
        indicators: What the unit reports.
        items: Its lists.
        others: Other criteria and sections whose points may be used.
        peers: Whether formulas may look at peers.
        partial: Whether formulas may lack an answer for some values; see `expressions`.
        kinds: Criterion, Section or both.
    """
    words = Words(tuple(indicators), tuple(items), tuple(others), peers, partial)
    by_kind: dict[type[Part], SearchStrategy[Part]] = {
        Criterion: _criteria(words, code),
        Section: _sections(words, code),
    }
    return st.one_of([by_kind[kind] for kind in kinds])


@st.composite
def _rubrics(draw: DrawFn, *, peers: bool, items: bool, partial: bool) -> Rubric:
    reported: list[Indicator] = [draw(_RESULT), draw(_TARGET)]
    if draw(st.booleans()):
        reported.append(draw(_COUNT))
    if draw(st.booleans()):
        reported.append(Question("dat", draw(_NAMES)))
    if draw(st.booleans()):
        levels = ("tốt", "khá", "yếu")[: draw(st.integers(1, 3))]
        reported.append(Choice("muc", draw(_NAMES), levels))
    lists = ("viec", "tiet")[: draw(st.integers(0, 2)) if items else 0]
    words = Words(
        tuple(draw(st.permutations(reported))),
        tuple(draw(_LISTS[code]) for code in lists),
        peers=peers,
        partial=partial,
    )
    sections, _ = _tree(draw, words, "", 2)
    at_least, at_most = draw(_LIMITS)
    more = draw(_MORE)
    return Rubric(
        "khoi-1",
        draw(_NAMES),
        measures=words.indicators,
        items=words.items,
        sections=sections,
        maximum=None if more is None else _whole(sections) + more,
        at_least=at_least,
        at_most=at_most,
        rounding=draw(_ROUNDINGS),
        ranked_by=draw(st.sampled_from(RankedBy)),
        percent_rounding=draw(_ROUNDINGS),
        treatments=draw(_TREATMENTS if partial else _SAID),
        basis=draw(_CITATIONS),
    )


def rubrics(
    *, peers: bool = True, items: bool = True, partial: bool = False
) -> SearchStrategy[Rubric]:
    """Draw sound rubrics: every form and node, nested sections, roles, limits, roundings.

    `thidua.rubric.check` finds no fault in them, and their criteria may use each other's
    points, forwards and backwards, without going round in a circle.

    Args:
        peers: Whether formulas may look at peers.
        items: Whether units report lists.
        partial: Whether scoring may fail for some sheets in bounds, as formulas lack an
            answer for them or nothing says what a state does.
    """
    return _rubrics(peers=peers, items=items, partial=partial)
