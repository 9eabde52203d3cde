# SPDX-License-Identifier: MIT
"""Exact arithmetic on several numbers at once.

Each function reduces its result once, which is several times faster than the operators
of Fraction in turn, and gives the same. What comes out has no more digits than what may be
given, so that nobody can write a formula that takes for ever, or whose result no document
holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from thidua.errors import FormulaFault
from thidua.quantity.exact import LONGEST, LOWEST, MAXIMUM_DIGITS, is_long

__all__ = ["add", "divide", "greatest", "least", "multiply", "ratio"]


def ratio(above: int, below: int) -> Fraction:
    """Return *above* over *below*, which is not zero.

    Raises:
        FormulaFault: If the result has more than `MAXIMUM_DIGITS` digits above or below.
    """
    found = Fraction(above, below)
    if (LOWEST < above < LONGEST and LOWEST < below < LONGEST) or not is_long(found):
        return found
    what = f"a result of more than {MAXIMUM_DIGITS} digits"
    raise FormulaFault((), "too-long", what, "round what it is made of")


def add(values: Iterable[Fraction]) -> Fraction:
    """Return the sum of *values*; 0 for none.

    Raises:
        FormulaFault: As `ratio` does; so do the others that make a new number.

    Example:
        >>> add([Fraction(1, 2), Fraction(1, 3)])
        Fraction(5, 6)
    """
    above, below = 0, 1
    for value in values:
        over = value.denominator
        if over == below:
            above += value.numerator
        else:
            above = above * over + value.numerator * below
            below *= over
            if below >= LONGEST:
                above, below = ratio(above, below).as_integer_ratio()
    return ratio(above, below)


def multiply(values: Iterable[Fraction]) -> Fraction:
    """Return the product of *values*; 1 for none."""
    above, below = 1, 1
    for value in values:
        above *= value.numerator
        below *= value.denominator
        if not LOWEST < above < LONGEST or below >= LONGEST:
            above, below = ratio(above, below).as_integer_ratio()
    return ratio(above, below)


def least(values: Iterable[Fraction]) -> Fraction:
    """Return the least of *values*, of which there are some."""
    best, *others = values
    above, below = best.numerator, best.denominator
    for value in others:
        if value.numerator * below < above * value.denominator:
            best, above, below = value, value.numerator, value.denominator
    return best


def greatest(values: Iterable[Fraction]) -> Fraction:
    """Return the greatest of *values*, of which there are some."""
    best, *others = values
    above, below = best.numerator, best.denominator
    for value in others:
        if value.numerator * below > above * value.denominator:
            best, above, below = value, value.numerator, value.denominator
    return best


def divide(dividend: Fraction, divisor: Fraction) -> Fraction:
    """Return *dividend* over *divisor*, which is not zero."""
    return ratio(dividend.numerator * divisor.denominator, dividend.denominator * divisor.numerator)
