# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.errors import NumberFault
from thidua.quantity import EVERYTHING, Interval, Number, hull


def between(low: Number | None, high: Number | None) -> Interval:
    """Return an interval, under a shorter name for tables."""
    return Interval(low, high)


def test_ends_are_exact() -> None:
    """Ends are taken as any number is; floats are refused."""

    assert Interval(Fraction(1, 10), Fraction(5)) == Interval("0.1", 5)
    with pytest.raises(NumberFault):
        Interval(0.1, 5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("interval", "value"),
    [
        (Interval.of(Fraction(3)), Fraction(3)),
        (between(3, 3), Fraction(3)),
        (between(2, 3), None),
        (between(3, None), None),
        (between(None, 3), None),
        (EVERYTHING, None),
    ],
)
def test_value_is_the_only_one(interval: Interval, value: Fraction | None) -> None:
    """Only an interval of a single number has a value."""

    assert value == interval.value


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        (between(2, 5), ["2", "3.5", "5"], ["1.99", "5.01"]),
        (between(2, None), ["2", "1e9"], ["1.99"]),
        (between(None, 5), ["-1e9", "5"], ["5.01"]),
        (EVERYTHING, ["-1e9", "0", "1e9"], []),
    ],
)
def test_both_ends_are_inside(interval: Interval, inside: list[str], outside: list[str]) -> None:
    """An interval holds its ends and what is between them."""

    assert [True] * len(inside) == [Fraction(one) in interval for one in inside]
    assert [False] * len(outside) == [Fraction(one) in interval for one in outside]


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        (between(1, 2), between(10, 20), between(11, 22)),
        (between(-1, 2), between(-3, 4), between(-4, 6)),
        (between(1, None), between(10, 20), between(11, None)),
        (between(1, 2), between(None, 20), between(None, 22)),
        (between(1, None), between(None, 20), EVERYTHING),
    ],
)
def test_sums(one: Interval, other: Interval, total: Interval) -> None:
    """Ends are added to ends; what has no bound on a side has none after."""

    assert total == one + other
    assert total == other + one


@pytest.mark.parametrize(
    ("interval", "mirrored"),
    [
        (between(1, 2), between(-2, -1)),
        (between(-1, None), between(None, 1)),
        (between(None, -1), between(1, None)),
        (EVERYTHING, EVERYTHING),
    ],
)
def test_mirrors(interval: Interval, mirrored: Interval) -> None:
    """The ends change places and signs."""

    assert mirrored == -interval


@pytest.mark.parametrize(
    ("one", "other", "product"),
    [
        (between(2, 3), between(4, 5), between(8, 15)),
        (between(-2, 3), between(4, 5), between(-10, 15)),
        (between(-2, 3), between(-5, 4), between(-15, 12)),
        (between(-3, -2), between(-5, -4), between(8, 15)),
        (between(0, 3), between(2, None), between(0, None)),
        (between(0, 3), between(-2, None), between(-6, None)),
        (between(-1, 3), between(2, None), EVERYTHING),
        (between(-3, 0), between(2, None), between(None, 0)),
        (between(-3, -1), between(2, None), between(None, -2)),
        (between(2, None), between(3, None), between(6, None)),
        (between(None, -2), between(None, -3), between(6, None)),
        (between(None, -2), between(3, None), between(None, -6)),
        (between(None, 2), between(3, None), EVERYTHING),
        (EVERYTHING, between(1, 2), EVERYTHING),
        (EVERYTHING, EVERYTHING, EVERYTHING),
        (EVERYTHING, between(0, 0), between(0, 0)),
        (between(0, 0), between(5, None), between(0, 0)),
    ],
)
def test_products(one: Interval, other: Interval, product: Interval) -> None:
    """The ends are the least and the greatest corner; zero times anything is zero."""

    assert product == one * other
    assert product == other * one


@pytest.mark.parametrize(
    ("interval", "inverse"),
    [
        (between(2, 4), between("0.25", "0.5")),
        (between(2, None), between(0, "0.5")),
        (between(0, 4), between("0.25", None)),
        (between(0, None), between(0, None)),
        (between(0, 0), EVERYTHING),
        (between(-4, -2), between("-0.5", "-0.25")),
        (between(None, -2), between("-0.5", 0)),
        (between(-4, 0), between(None, "-0.25")),
        (between(None, 0), between(None, 0)),
        (between(-1, 1), EVERYTHING),
        (between(-1, None), EVERYTHING),
        (between(None, 1), EVERYTHING),
        (EVERYTHING, EVERYTHING),
    ],
)
def test_inverses(interval: Interval, inverse: Interval) -> None:
    """One over every member but zero; a zero inside leaves nothing known."""

    assert inverse == interval.inverse()


@pytest.mark.parametrize(
    ("one", "other", "both", "least", "greatest"),
    [
        (between(1, 4), between(2, 6), between(2, 4), between(1, 4), between(2, 6)),
        (between(1, 6), between(2, 3), between(2, 3), between(1, 3), between(2, 6)),
        (between(1, None), between(2, 3), between(2, 3), between(1, 3), between(2, None)),
        (between(None, 6), between(2, 3), between(2, 3), between(None, 3), between(2, 6)),
        (between(None, 2), between(1, None), between(1, 2), between(None, 2), between(1, None)),
        (EVERYTHING, between(1, 2), between(1, 2), between(None, 2), between(1, None)),
        (EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    ],
)
def test_what_two_intervals_give(
    one: Interval, other: Interval, both: Interval, least: Interval, greatest: Interval
) -> None:
    """What lies in both, every lesser and every greater of two have the right ends."""

    assert (both, both) == (one.both(other), other.both(one))
    assert (least, least) == (one.least(other), other.least(one))
    assert (greatest, greatest) == (one.greatest(other), other.greatest(one))


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([between(1, 2)], between(1, 2)),
        ([between(3, 4), between(1, 2)], between(1, 4)),
        ([between(1, 9), between(2, 3)], between(1, 9)),
        ([between(1, 2), between(None, 1)], between(None, 2)),
        ([between(1, None), between(0, 3)], between(0, None)),
        ([between(1, None), between(None, 0), between(5, 6)], EVERYTHING),
    ],
)
def test_hulls(intervals: list[Interval], expected: Interval) -> None:
    """The hull goes from the lowest end to the highest."""

    assert expected == hull(intervals)


def test_ends_that_are_too_long_are_none() -> None:
    """An end of more digits than a number may have bounds nothing; the other end does."""
    long = Fraction(10**3999)
    tiny = Fraction(1, 10**4000)

    assert between(2, None) == Interval(1, 9 * long) + Interval(1, long)
    assert between(None, 2) == Interval(-9 * long, 1) + Interval(-long, 1)
    assert between(1, None) == Interval(1, long) * Interval(1, long)
    assert between(None, long) == Interval(-long, 1) * Interval(1, long)
    assert between(None, None) == Interval(-long, long) * Interval(-long, long)
    assert between(1, None) == Interval(tiny, 1).inverse()
    with pytest.raises(NumberFault, match="more than 4000 digits"):
        Interval(1, 10 * long)
