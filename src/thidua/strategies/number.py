# SPDX-License-Identifier: MIT
"""Exact numbers, roundings, intervals."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from thidua.quantity import Interval, Rounding, RoundingMode

__all__ = ["intervals", "limits", "numbers", "roundings"]

_FAR = 10**12
_STEPS = ("0.01", "0.1", "0.25", "0.5", "1", "5", "1/3")


def numbers(
    *, low: Fraction | int | None = None, high: Fraction | int | None = None
) -> SearchStrategy[Fraction]:
    """Draw exact numbers: small whole ones, decimals, ratios, and large ones.

    Args:
        low: Lowest number; absent, it is -10¹².
        high: Highest number; absent, it is 10¹².
    """
    least = Fraction(-_FAR if low is None else low)
    most = Fraction(_FAR if high is None else high)

    def multiples(step: Fraction, furthest: int) -> list[SearchStrategy[Fraction]]:
        first, last = ceil(least / step), floor(most / step)
        around = min(max(0, first), last)
        first, last = max(first, around - furthest), min(last, around + furthest)
        return [st.integers(first, last).map(lambda n: n * step)] if first <= last else []

    return st.one_of(
        *multiples(Fraction(1), 20),
        *multiples(Fraction(1, 4), 400),
        *multiples(Fraction(1, 1000), 100_000),
        st.fractions(least, most, max_denominator=max(60, least.denominator, most.denominator)),
    )


def roundings() -> SearchStrategy[Rounding]:
    """Draw roundings of every mode, mostly to steps that regulations use."""
    steps = st.one_of(
        st.sampled_from(_STEPS).map(Fraction),
        st.fractions(Fraction(1, 1000), 100, max_denominator=1000),
    )
    return st.builds(Rounding, steps, st.sampled_from(RoundingMode))


def intervals() -> SearchStrategy[Interval]:
    """Draw intervals with and without bounds, single numbers among them."""
    ends = st.sampled_from([None, Fraction(0)]) | numbers()
    return st.one_of(
        numbers(low=-5, high=5).map(Interval.of),
        st.tuples(ends, ends).map(_in_order),
    )


def _in_order(ends: tuple[Fraction | None, Fraction | None]) -> Interval:
    low, high = ends
    if low is not None and high is not None and low > high:
        return Interval(high, low)
    return Interval(low, high)


def limits(
    *, low: int = -20, high: int = 40
) -> SearchStrategy[tuple[Fraction | None, Fraction | None]]:
    """Draw a floor and a ceiling, each of which may be absent; they do not cross."""
    some = st.none() | numbers(low=low, high=high)
    return st.one_of(
        st.just((None, None)),
        st.tuples(some, some).map(_in_order).map(lambda span: (span.low, span.high)),
    )
