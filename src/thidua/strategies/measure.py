# SPDX-License-Identifier: MIT
"""What units report, and entries."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import assert_never, get_args

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.quantity import EVERYTHING, Entry, Interval, State
from thidua.rubric import Better, Choice, Indicator, ItemList, Measure, Question
from thidua.rubric.measure import reach

__all__ = ["codes", "entries", "indicators", "item_lists", "measures", "on_grid", "values"]

_CODES = ("thu", "chi", "du_toan", "ke_hoach", "so_vu", "tre_han", "diem", "A1", "_x")
_NAMES = ("Thu ngân sách", "Chế độ báo cáo", "Số vụ việc", "Tiến độ", "x")
_LEVELS = ("đúng hạn", "trễ", "không", "mức 1", "x")
_UNITS = ("", "tỷ đồng", "%", "lần")
_REACH = 10**6


def codes() -> SearchStrategy[str]:
    """Draw codes of measures."""
    return st.sampled_from(_CODES) | st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True)


def names() -> SearchStrategy[str]:
    """Draw names as printed."""
    return st.sampled_from(_NAMES)


@st.composite
def _measures(draw: DrawFn, code: str | None, *, target: bool) -> Measure:
    places = draw(st.none() | st.integers(0, 3))
    unit = Fraction(1, 2520 if places is None else 10**places)
    off_grid = draw(st.sampled_from([Fraction(0), Fraction(0), unit / 3]))
    least: Fraction | None = Fraction(0)
    above: Fraction | None = None
    if target:
        least, above = draw(st.sampled_from([(Fraction(0), Fraction(0)), (unit, None)]))
    elif draw(st.integers(0, 3)) == 0:
        least = draw(st.none() | st.integers(-1000, 1000).map(lambda n: n * unit - off_grid))
        above = draw(st.none() | st.integers(-1000, 1000).map(lambda n: n * unit))
    most: Fraction | None = None
    if draw(st.booleans()):
        floors = [bound for bound in (least, above) if bound is not None]
        room = draw(st.sampled_from([1, 2, 10, 100, 1000]))
        most = (ceil(max(floors, default=Fraction(0)) / unit) + room) * unit + off_grid
    return Measure(
        draw(codes()) if code is None else code,
        draw(names()),
        unit=draw(st.sampled_from(_UNITS)),
        places=places,
        least=least,
        most=most,
        above=above,
        better=draw(st.none() | st.sampled_from(Better)),
    )


def measures(*, code: str | None = None, target: bool = False) -> SearchStrategy[Measure]:
    """Draw measures, with bounds of every kind that leave room for some value.

    Args:
        code: Code of the measure; absent, it is drawn.
        target: Whether only measures above zero are drawn, by which one can divide.
    """
    return _measures(code, target=target)


def indicators(
    *, code: str | None = None, kinds: Collection[type[Indicator]] = get_args(Indicator)
) -> SearchStrategy[Indicator]:
    """Draw measures, targets above zero, questions and choices.

    Args:
        code: Code of the indicator; absent, it is drawn.
        kinds: Kinds of indicator.
    """
    named = codes() if code is None else st.just(code)
    levels = st.lists(st.sampled_from(_LEVELS), min_size=1, max_size=3, unique=True)
    by_kind: dict[type[Indicator], SearchStrategy[Indicator]] = {
        Measure: measures(code=code) | measures(code=code, target=True),
        Question: st.builds(Question, named, names()),
        Choice: st.builds(Choice, named, names(), levels),
    }
    return st.one_of([by_kind[kind] for kind in kinds])


def item_lists(*, code: str | None = None, prefix: str = "") -> SearchStrategy[ItemList]:
    """Draw lists of items with up to three indicators.

    Args:
        code: Code of the list; absent, it is drawn.
        prefix: What the codes of its indicators begin with.
    """
    own = st.lists(indicators(), max_size=3, unique_by=lambda one: one.code)
    prefixed = own.map(lambda ones: [evolve(one, code=f"{prefix}{one.code}") for one in ones])
    return st.builds(ItemList, codes() if code is None else st.just(code), names(), prefixed)


def on_grid(
    measure: Measure, allowed: Interval = EVERYTHING, step: Fraction | None = None
) -> tuple[Fraction, int, int]:
    """Return the unit of the measure's values, and the lowest and highest value in units.

    Where nothing bounds the measure, a bound is set some way off.
    """
    unit, first, last = reach(measure, allowed, step)
    if first is None:
        first = min(0, 0 if last is None else last) - _REACH
    return unit, first, max(first, 0) + _REACH if last is None else last


@lru_cache(maxsize=1024)
def values(
    indicator: Indicator, *, allowed: Interval = EVERYTHING, step: Fraction | None = None
) -> SearchStrategy[Entry]:
    """Draw what the indicator may hold, of numbers only multiples of *step* that are *allowed*."""
    match indicator:
        case Measure():
            unit, first, last = on_grid(indicator, allowed, step)
            near = min(max(first, 0), last)
            far = int(200 / unit)
            steps = st.one_of(
                st.sampled_from(sorted({near, first, last})),
                st.integers(max(first, near - 10), min(last, near + 10)),
                st.integers(max(first, near - far), min(last, near + far)),
                st.integers(first, last),
            )
            return steps.map(lambda number: number * unit)
        case Question():
            return st.booleans()
        case Choice(levels=levels):
            return st.sampled_from(levels)
        case _:
            assert_never(indicator)


def entries(indicator: Indicator, *, states: bool = True) -> SearchStrategy[Entry]:
    """Draw what a cell for *indicator* may hold.

    Args:
        indicator: What the cell answers.
        states: Whether cells without a value are drawn too.
    """
    return values(indicator) | st.sampled_from(State) if states else values(indicator)
