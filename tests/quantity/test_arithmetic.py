# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.quantity import add, divide, multiply


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
