# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.quantity import Interval, parse_vietnamese, show, show_interval, show_percent
from thidua.quantity.show import places_apart


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        ("0", "0", "0"),
        ("7", "7", "7"),
        ("-7", "-7", "-7"),
        ("9.5", "9,5", "9.5"),
        ("0.05", "0,05", "0.05"),
        ("999", "999", "999"),
        ("1000", "1.000", "1,000"),
        ("1234567.89", "1.234.567,89", "1,234,567.89"),
        ("-1234.5", "-1.234,5", "-1,234.5"),
        ("2/3", "≈ 0,67", "≈ 0.67"),
        ("-2/3", "≈ -0,67", "≈ -0.67"),
        ("0.125", "≈ 0,13", "≈ 0.13"),
        ("-0.125", "≈ -0,13", "≈ -0.13"),
        ("0.004", "≈ 0", "≈ 0"),
        ("-0.004", "≈ 0", "≈ 0"),
        ("0.999", "≈ 1", "≈ 1"),
        ("999.999", "≈ 1.000", "≈ 1,000"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    number: str, vietnamese: str, english: str
) -> None:
    """Comma and point stand as in the language; what is rounded is marked."""
    value = Fraction(number)

    assert (vietnamese, english) == (show(value, "vi"), show(value, "en"))


def test_places_bound_the_decimals() -> None:
    """At most so many decimals are written, and none more than needed."""
    value = Fraction("12.3456")

    assert ["≈ 12", "≈ 12,3", "12,3456", "12,3456"] == [
        show(value, "vi", places) for places in (0, 1, 4, 6)
    ]


@pytest.mark.parametrize(
    ("share", "vietnamese", "english"),
    [
        ("0", "0 %", "0%"),
        ("1/2", "50 %", "50%"),
        ("0.975", "97,5 %", "97.5%"),
        ("2/3", "≈ 66,67 %", "≈ 66.67%"),
        ("12.5", "1.250 %", "1,250%"),
        ("-0.1", "-10 %", "-10%"),
    ],
)
def test_shares_are_written_in_percent(share: str, vietnamese: str, english: str) -> None:
    """A share is a hundred times as many percent; only Vietnamese spaces the sign."""
    value = Fraction(share)

    assert (vietnamese, english) == (show_percent(value, "vi"), show_percent(value, "en"))


@pytest.mark.parametrize(
    ("interval", "vietnamese", "english"),
    [
        (Interval(2, 2), "2", "2"),
        (Interval(2, "5.5"), "từ 2 đến 5,5", "2 to 5.5"),
        (Interval(-5, -2), "từ -5 đến -2", "-5 to -2"),
        (Interval(2, None), "từ 2 trở lên", "2 or more"),
        (Interval(None, 5), "không quá 5", "no more than 5"),
        (Interval(None, None), "chưa xác định", "not known yet"),
        (Interval("1/3", "2/3"), "từ ≈ 0,33 đến ≈ 0,67", "≈ 0.33 to ≈ 0.67"),
    ],
)
def test_an_interval_is_written_in_words(interval: Interval, vietnamese: str, english: str) -> None:
    """What may still come is said from its least to its most, as far as there are."""

    assert (vietnamese, english) == (show_interval(interval, "vi"), show_interval(interval, "en"))


@given(st.fractions(), st.integers(0, 6))
def test_what_is_shown_is_near_and_says_if_it_is_not_the_number(
    number: Fraction, places: int
) -> None:
    """Read back, a shown number is the number, or marked and within half a last place."""
    text = show(number, "vi", places)
    read = parse_vietnamese(text.removeprefix("≈ "))

    assert abs(read - number) <= Fraction(1, 2 * 10**places)
    assert (read != number) == text.startswith("≈ ")


def test_numbers_that_differ_look_different() -> None:
    """As many decimals are needed as tell numbers apart, on both sides of zero, and no more."""
    third = Fraction(1, 3)

    assert 2 == places_apart([])
    assert 2 == places_apart([third, None, third, Fraction("0.34")])
    assert 5 == places_apart([third, Fraction("0.3333")])
    assert 3 == places_apart([Fraction("0.001"), Fraction("-0.001")])
    assert 3 == places_apart([Fraction("-0.004"), Fraction(0)])
    assert 6 == places_apart([Fraction(1), Fraction(2)], 6)
    assert 100 == places_apart([third, third + Fraction(1, 10**200)])
