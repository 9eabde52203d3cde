# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.errors import RubricFault
from thidua.formula import Band
from thidua.formula.band import bands_of
from thidua.quantity import Number


@pytest.mark.parametrize(
    ("band", "low", "high", "inside", "outside"),
    [
        (Band(1, at_least=95, below=100), 95, 100, ["95", "99.99"], ["94.99", "100"]),
        (Band(1, above=95, at_most=100), 95, 100, ["95.01", "100"], ["95", "100.01"]),
        (Band(1, at_least=95, at_most=100), 95, 100, ["95", "100"], ["94.99", "100.01"]),
        (Band(1, above=95, below=100), 95, 100, ["95.01", "99.99"], ["95", "100"]),
        (Band(1, at_least=95), 95, None, ["95", "1e9"], ["94.99"]),
        (Band(1, above=95), 95, None, ["95.01", "1e9"], ["95"]),
        (Band(1, at_most=0), None, 0, ["0", "-1e9"], ["0.01"]),
        (Band(1, below=0), None, 0, ["-0.01", "-1e9"], ["0"]),
        (Band(1), None, None, ["-1e9", "0", "1e9"], []),
        (Band(1, at_least=0, at_most=0), 0, 0, ["0"], ["-0.01", "0.01"]),
    ],
)
def test_each_side_is_closed_or_open(
    band: Band, low: int | None, high: int | None, inside: list[str], outside: list[str]
) -> None:
    """A closed bound is inside, an open one outside, and an absent one bounds nothing."""

    assert (low, high) == (band.low, band.high)
    assert [True] * len(inside) == [Fraction(one) in band for one in inside]
    assert [False] * len(outside) == [Fraction(one) in band for one in outside]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"at_least": 1, "above": 1}, "a band with both at_least and above; keep one"),
        ({"at_most": 1, "below": 2}, "a band with both at_most and below; keep one"),
        ({"at_least": 3, "at_most": "2.5"}, "a band that holds nothing, from 3 to 2.5"),
        ({"above": 2, "below": 2}, "a band that holds nothing, from 2 to 2"),
        ({"at_least": 2, "below": 2}, "a band that holds nothing, from 2 to 2"),
        ({"above": 2, "at_most": 2}, "a band that holds nothing, from 2 to 2"),
    ],
    ids=str,
)
def test_bands_that_cannot_be_meant_are_refused(given: dict[str, Number], message: str) -> None:
    """Two bounds on one side, and a band that holds nothing, are refused."""
    with pytest.raises(RubricFault) as refusal:
        Band(1, **given)

    assert f"$: {message}" == str(refusal.value)


def test_a_table_has_bands() -> None:
    """A table without bands is refused."""
    with pytest.raises(RubricFault) as refusal:
        bands_of([])

    assert "$: a table without bands" == str(refusal.value)


def test_bounds_are_exact() -> None:
    """Points and bounds are taken as any number is."""
    band = Band("1.75", at_least="0.1", below="1/3")

    assert (Fraction(7, 4), Fraction(1, 10), Fraction(1, 3)) == (band.points, band.low, band.high)


def test_tables_keep_their_order() -> None:
    """A table is the bands as they were given."""
    first, second = Band(1, at_least=5), Band(0, below=5)

    assert (first, second) == bands_of(iter([first, second]))
