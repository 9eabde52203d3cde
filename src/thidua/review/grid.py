# SPDX-License-Identifier: MIT
"""What the values of an expression are multiples of, where that can be said.

So a whole number has no hole between 85 and 86, a number with one place has, and so has
a ratio.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import gcd, lcm
from typing import assert_never

from thidua.formula import (
    Band,
    Choose,
    Constant,
    Expression,
    Greatest,
    ItemFold,
    Least,
    Lookup,
    OverItems,
    OverPeers,
    PeerFold,
    Points,
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
)
from thidua.quantity import EVERYTHING
from thidua.rubric.measure import Indicator, Measure, reach
from thidua.rubric.plan import Plan

__all__ = ["grid_of", "measure_step", "simplest"]

_ONE = Fraction(1)


def grid_of(expression: Expression, ready: Plan) -> Fraction | None:
    """Return a step that every value of *expression* is a multiple of; None if none is known.

    A step of 0 stands for zero alone.
    """
    match expression:
        case Reported(code):
            return _of_measure(code, ready)
        case Constant(value):
            return abs(value)
        case Sum(parts) | Least(parts) | Greatest(parts):
            return _coarsest(grid_of(one, ready) for one in parts)
        case Product(factors):
            steps = [grid_of(one, ready) for one in factors]
            found = _ONE
            for step in steps:
                if step is None:
                    return None
                found *= step
            return found
        case Quotient(dividend, Constant(value)) if value:
            step = grid_of(dividend, ready)
            return None if step is None else step / abs(value)
        case Rounded(_, rounding):
            return rounding.step
        case Choose(_, then, otherwise):
            return _coarsest([grid_of(then, ready), grid_of(otherwise, ready)])
        case Lookup(_, bands):
            return _coarsest(abs(band.points) for band in bands)
        case OverItems(_, ItemFold.COUNT) | OverPeers(PeerFold.COUNT | PeerFold.RANK):
            return _ONE
        case OverItems(_, ItemFold.SUM | ItemFold.LEAST | ItemFold.GREATEST, of) | OverPeers(
            PeerFold.SUM | PeerFold.LEAST | PeerFold.GREATEST, of
        ):
            return grid_of(of, ready)
        case Quotient() | OverItems() | OverPeers() | Points():
            return None
        case _:
            assert_never(expression)


def measure_step(measure: Measure, ready: Plan) -> Fraction:
    """Return the smallest step of a measure; of one that may hold any number, a small one."""
    step, _, _ = reach(measure, EVERYTHING, ready.steps.get(measure.code))
    return step


def _of_measure(code: str, ready: Plan) -> Fraction | None:
    """Return the step of all measures of that code, of units and of items."""
    named = [ready.indicators.get(code), *(own.get(code) for own in ready.items.values())]
    return _coarsest(_of_indicator(one, ready) for one in named if one is not None)


def _of_indicator(indicator: Indicator, ready: Plan) -> Fraction | None:
    if not isinstance(indicator, Measure):
        return _ONE
    exact = indicator.places is None and indicator.code not in ready.steps
    return None if exact else measure_step(indicator, ready)


def _coarsest(steps: Iterable[Fraction | None]) -> Fraction | None:
    """Return the largest step that all *steps* are multiples of."""
    found = Fraction(0)
    for step in steps:
        if step is None:
            return None
        below = lcm(found.denominator, step.denominator)
        above = gcd(int(found * below), int(step * below))
        found = Fraction(above, below)
    return found


def simplest(band: Band, scale: Fraction) -> Fraction:
    """Return the fraction of least numerator and denominator that lies in *band*, scaled down.

    Args:
        band: A range that begins at zero or above.
        scale: What the fraction is multiplied by to lie in it; above zero.

    Example:
        >>> simplest(Band(0, above="89.99", below=90), Fraction(100))
        Fraction(908, 1009)
    """
    assert band.low is not None  # noqa: S101 - callers ask before
    high = None if band.high is None else band.high / scale
    return _simplest(band.low / scale, high, low_in=band.above is None, high_in=band.below is None)


def _simplest(low: Fraction, high: Fraction | None, *, low_in: bool, high_in: bool) -> Fraction:
    whole = Fraction(low // 1)
    if low_in and low == whole:
        return whole
    if high is None or whole + 1 < high or (high_in and whole + 1 == high):
        return whole + 1
    far = None if low == whole else 1 / (low - whole)
    rest = _simplest(1 / (high - whole), far, low_in=high_in, high_in=low_in)
    return whole + 1 / rest
