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
from thidua.quantity import Rounding
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
from thidua.strategies.formula import INDICATORS, ITEMS, Words, form_of
from thidua.strategies.measure import item_lists, measures, names
from thidua.strategies.number import limits, numbers, roundings

__all__ = ["criteria", "parts", "rubrics", "treatments"]

_NUMERALS = ("I", "II", "III", "IV")
_ROLES = st.sampled_from([Role.STANDARD, Role.STANDARD, Role.STANDARD, Role.BONUS, Role.PENALTY])
_MAXIMA = numbers(low=1, high=60) | st.just(Fraction(0))


def _maybe(strategy: SearchStrategy[Rounding]) -> SearchStrategy[Rounding | None]:
    return st.one_of(st.none(), st.none(), strategy)


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


def _citations() -> SearchStrategy[Citation | None]:
    numerals = st.sampled_from(["", "1", "25"])
    return st.none() | st.builds(
        Citation, st.sampled_from(["Quy chế Cụm 3"]), article=numerals, clause=numerals, point=numerals
    )


@st.composite
def _criteria(draw: DrawFn, words: Words, code: str) -> Criterion:
    at_least, at_most = draw(limits())
    return Criterion(
        code,
        draw(names()),
        maximum=draw(_MAXIMA),
        formula=draw(form_of(words)),
        role=draw(_ROLES),
        at_least=at_least,
        at_most=at_most,
        rounding=draw(_maybe(roundings())),
        treatments=draw(st.just(Treatments()) | treatments()),
        basis=draw(_citations()),
    )


@st.composite
def _sections(draw: DrawFn, words: Words, code: str, depth: int) -> tuple[Section, Words]:
    inside, words = draw(_trees(words, f"{code}.", depth - 1, 1))
    at_least, at_most = draw(limits(high=100))
    section = Section(
        code,
        draw(names()),
        criteria=inside,
        role=draw(_ROLES),
        at_least=at_least,
        at_most=at_most,
        rounding=draw(_maybe(roundings())),
        basis=draw(_citations()),
    )
    declared = draw(st.none() | numbers(low=0, high=10))
    if declared is not None:
        section = evolve(section, maximum=_whole(inside) + declared)
    return section, words


@st.composite
def _trees(
    draw: DrawFn, words: Words, prefix: str, depth: int, at_least: int
) -> tuple[tuple[Part, ...], Words]:
    """Draw parts, each of which may use the points of those drawn before it."""
    found: list[Part] = []
    for number in range(1, draw(st.integers(at_least, 3)) + 1):
        code = f"{prefix}{number}" if prefix else _NUMERALS[number - 1]
        if depth > 0 and draw(st.booleans()):
            section, words = draw(_sections(words, code, depth))
            found.append(section)
        else:
            found.append(draw(_criteria(words, code)))
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


def criteria(
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
    return _criteria(Words(tuple(indicators), tuple(items), tuple(others), peers, partial), code)


def parts(
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
        Section: _sections(words, code, 2).map(lambda pair: pair[0]),
    }
    return st.one_of([by_kind[kind] for kind in kinds])


@st.composite
def _rubrics(draw: DrawFn, *, peers: bool, items: bool, partial: bool) -> Rubric:
    reported: list[Indicator] = [draw(measures(code="thu")), draw(measures(code="du_toan", target=True))]
    if draw(st.booleans()):
        reported.append(draw(measures(code="so_vu")))
    if draw(st.booleans()):
        reported.append(Question("dat", draw(names())))
    if draw(st.booleans()):
        levels = draw(st.sampled_from([("tốt",), ("tốt", "khá"), ("tốt", "khá", "yếu")]))
        reported.append(Choice("muc", draw(names()), levels))
    lists = tuple(
        draw(item_lists(code=code, prefix=f"{code}_"))
        for code in draw(st.sampled_from([(), ("viec",), ("viec", "tiet")]) if items else st.just(()))
    )
    words = Words(tuple(draw(st.permutations(reported))), lists, (), peers, partial)
    sections, _ = draw(_trees(words, "", 2, 1))
    at_least, at_most = draw(limits(high=100))
    declared = draw(st.none() | numbers(low=0, high=10))
    return Rubric(
        draw(st.sampled_from(["bang-diem", "khoi-1"])),
        draw(names()),
        measures=words.indicators,
        items=lists,
        sections=sections,
        maximum=None if declared is None else _whole(sections) + declared,
        at_least=at_least,
        at_most=at_most,
        rounding=draw(_maybe(roundings())),
        ranked_by=draw(st.sampled_from(RankedBy)),
        percent_rounding=draw(_maybe(roundings())),
        treatments=draw(treatments(said=not partial)),
        basis=draw(_citations()),
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
