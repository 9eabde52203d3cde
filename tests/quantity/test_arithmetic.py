# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import count, repeat

import pytest

from thidua.errors import FormulaFault
from thidua.quantity import (
    MAXIMUM_DIGITS,
    Rounding,
    RoundingMode,
    add,
    divide,
    greatest,
    least,
    multiply,
    round_to,
)


@pytest.mark.parametrize(
    ("values", "total", "product"),
    [
        ([], "0", "1"),
        (["5/6"], "5/6", "5/6"),
        (["1/2", "1/3"], "5/6", "1/6"),
        (["1/2", "1/2", "1/2"], "3/2", "1/8"),
        (["1/2", "1/3", "1/6"], "1", "1/36"),
        (["-1/2", "1/4"], "-1/4", "-1/8"),
        (["-2", "-3"], "-5", "6"),
        (["7", "0", "-7"], "0", "0"),
    ],
)
def test_sums_and_products(values: list[str], total: str, product: str) -> None:
    """Sums and products are reduced; nothing sums to 0 and multiplies to 1."""
    numbers = [Fraction(value) for value in values]

    assert Fraction(total) == add(numbers)
    assert Fraction(product) == multiply(numbers)


def test_any_iterable_is_taken() -> None:
    """Values may come from a generator."""

    assert 6 == add(Fraction(n) for n in (1, 2, 3))
    assert 24 == multiply(Fraction(n) for n in (2, 3, 4))


@pytest.mark.parametrize(
    ("dividend", "divisor", "quotient"),
    [
        ("1", "3", "1/3"),
        ("3/4", "3/8", "2"),
        ("0", "5", "0"),
        ("-1/2", "1/4", "-2"),
        ("1/2", "-1/4", "-2"),
        ("-1/2", "-3", "1/6"),
    ],
)
def test_quotients(dividend: str, divisor: str, quotient: str) -> None:
    """Quotients are reduced, with the sign above."""
    result = divide(Fraction(dividend), Fraction(divisor))

    assert Fraction(quotient) == result
    assert result.denominator > 0


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        (["1/2"], "1/2", "1/2"),
        (["1/2", "1/3", "2/3"], "1/3", "2/3"),
        (["-1/2", "-1/3", "0"], "-1/2", "0"),
        (["7", "7"], "7", "7"),
    ],
)
def test_extremes(values: list[str], low: str, high: str) -> None:
    """The least and the greatest are found by exact comparison."""
    numbers = [Fraction(value) for value in values]

    assert Fraction(low) == least(numbers)
    assert Fraction(high) == greatest(numbers)


LONGEST = Fraction(10 ** (MAXIMUM_DIGITS - 1))
THIRD, SEVENTH = Fraction(1, 3 * LONGEST), Fraction(1, 7 * LONGEST)


@pytest.mark.parametrize(
    "compute",
    [
        lambda: add([9 * LONGEST, LONGEST]),
        lambda: add([-9 * LONGEST, -LONGEST]),
        lambda: add([THIRD, Fraction(1, 7)]),
        lambda: multiply([LONGEST, Fraction(10)]),
        lambda: multiply([-LONGEST, Fraction(10)]),
        lambda: multiply([THIRD, Fraction(1, 7)]),
        lambda: multiply(repeat(LONGEST)),
        lambda: add(Fraction(1, LONGEST + 2 * i + 1) for i in count()),
        lambda: divide(LONGEST, 1 / LONGEST),
        lambda: divide(1 / LONGEST, -LONGEST),
        lambda: round_to(9 * LONGEST, Rounding(4 * LONGEST, RoundingMode.UP)),
    ],
    ids=count(),
)
def test_results_are_not_longer_than_what_may_be_given(compute: Callable[[], Fraction]) -> None:
    """A result that no document could hold is refused, before it takes for ever.

    Some of these never end.
    """
    with pytest.raises(FormulaFault) as refusal:
        compute()

    assert "$: a result of more than 4000 digits; round what it is made of" == str(refusal.value)


def test_long_numbers_that_cancel() -> None:
    """What is reduced in time is not too long."""

    assert 3 == multiply([LONGEST, 3 / LONGEST, LONGEST, 1 / LONGEST])
    assert 2 * THIRD == add([THIRD, SEVENTH - THIRD, 2 * THIRD - SEVENTH])
    assert LONGEST * 9 == add([LONGEST * 8, LONGEST])
