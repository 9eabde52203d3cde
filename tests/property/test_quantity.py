# SPDX-License-Identifier: MIT

from __future__ import annotations

from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
)
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua.errors import NumberFault
from thidua.quantity import (
    EVERYTHING,
    Interval,
    Rounding,
    RoundingMode,
    State,
    add,
    as_entry,
    divide,
    exact,
    hull,
    looks_like_number,
    multiply,
    parse_vietnamese,
    plain,
    round_ratio,
    round_to,
    show,
)
from thidua.strategies import intervals, numbers, roundings

HALF_MODES = {RoundingMode.HALF_UP, RoundingMode.HALF_EVEN}
IN_DECIMAL = {
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.HALF_EVEN: ROUND_HALF_EVEN,
    RoundingMode.UP: ROUND_UP,
    RoundingMode.DOWN: ROUND_DOWN,
    RoundingMode.FLOOR: ROUND_FLOOR,
    RoundingMode.CEILING: ROUND_CEILING,
}


def ties(rounding: Rounding) -> st.SearchStrategy[Fraction]:
    """Draw multiples of half a step, half of which are ties."""
    return st.integers(-1000, 1000).map(lambda number: number * rounding.step / 2)


WITH_ROUNDING = roundings().flatmap(
    lambda rounding: st.tuples(numbers() | ties(rounding), st.just(rounding))
)


# --- reading and writing -----------------------------------------------------


@given(numbers())
def test_plain_is_read_back(number: Fraction) -> None:
    """What plain writes, exact reads."""

    assert number == exact(plain(number))


@given(numbers())
def test_plain_looks_like_a_number(number: Fraction) -> None:
    """What plain writes is taken for a number, never for the name of a level."""

    assert looks_like_number(plain(number))
    assert number == as_entry(plain(number))


@given(st.integers(-(10**40), 10**40), st.integers(0, 20))
def test_decimals_are_taken_exactly(digits: int, places: int) -> None:
    """A Decimal is taken exactly, and so is its text."""
    decimal = Decimal(digits).scaleb(-places, Context(prec=60))
    expected = Fraction(digits, 10**places)

    assert expected == exact(decimal)
    assert expected == exact(str(decimal))


@given(st.integers(-(10**30), 10**30))
def test_whole_numbers_are_taken_exactly(number: int) -> None:
    """An int is taken as it is, and so is its text."""

    assert Fraction(number) == exact(number) == exact(str(number))


@given(st.floats())
def test_floats_are_refused(number: float) -> None:
    """No float is a number, be it whole."""
    with pytest.raises(NumberFault):
        exact(number)  # type: ignore[arg-type]


@given(st.booleans())
def test_bools_are_refused(answer: bool) -> None:  # noqa: FBT001 - drawn
    """Yes and no are not numbers."""
    with pytest.raises(NumberFault):
        exact(answer)


@given(st.text() | st.from_regex(r"[+-]?[0-9]+([./eE,][+-]?[0-9]+)?", fullmatch=True))
def test_looking_like_a_number_is_being_read(text: str) -> None:
    """A text looks like a number if exact reads it, or refuses it for its size or a zero."""
    try:
        exact(text)
    except NumberFault as fault:
        is_number = fault.code == "too-long" or "division by zero" in fault.what
    else:
        is_number = True

    assert is_number == looks_like_number(text)


@given(st.text() | st.booleans() | st.sampled_from(State) | numbers())
def test_entries_are_entries(given_: object) -> None:
    """What is an entry once is the same entry again."""
    assume(not (isinstance(given_, str) and looks_like_number(given_)))

    assert given_ == as_entry(given_)  # type: ignore[arg-type]


@given(numbers(), st.integers(0, 6))
def test_vietnamese_numbers_are_read_back(number: Fraction, places: int) -> None:
    """What is shown in Vietnamese without rounding is read back."""
    shown = show(number, "vi", places)
    assume(not shown.startswith("≈"))

    assert number == parse_vietnamese(shown)


@given(numbers(), st.integers(0, 6))
def test_english_numbers_are_read_back(number: Fraction, places: int) -> None:
    """What is shown in English without rounding is read back, thousands apart."""
    shown = show(number, "en", places)
    assume(not shown.startswith("≈"))

    assert number == exact(shown.replace(",", ""))


@given(numbers(), st.integers(0, 6))
def test_shown_numbers_are_near(number: Fraction, places: int) -> None:
    """A number that is marked as rounded is shown to within half a last place."""
    shown = parse_vietnamese(show(number, "vi", places).removeprefix("≈ "))

    assert abs(shown - number) <= Fraction(1, 2 * 10**places)


# --- rounding ----------------------------------------------------------------


@given(WITH_ROUNDING)
def test_rounding_twice_is_rounding_once(drawn: tuple[Fraction, Rounding]) -> None:
    """Rounding is idempotent."""
    once = round_to(*drawn)

    assert once == round_to(once, drawn[1])


@given(WITH_ROUNDING)
def test_rounding_gives_a_multiple_of_the_step(drawn: tuple[Fraction, Rounding]) -> None:
    """What is rounded is a multiple of the step."""

    assert 1 == (round_to(*drawn) / drawn[1].step).denominator


@given(WITH_ROUNDING)
def test_rounding_moves_less_than_a_step(drawn: tuple[Fraction, Rounding]) -> None:
    """Rounding moves by less than a step, to the nearest by no more than half of one."""
    number, rounding = drawn
    distance = abs(round_to(number, rounding) - number)

    assert distance < rounding.step
    if rounding.mode in HALF_MODES:
        assert distance <= rounding.step / 2


@given(WITH_ROUNDING, numbers())
def test_rounding_is_monotone(drawn: tuple[Fraction, Rounding], other: Fraction) -> None:
    """A greater number never rounds to less."""
    number, rounding = drawn
    low, high = sorted([number, other])

    assert round_to(low, rounding) <= round_to(high, rounding)


@given(WITH_ROUNDING)
def test_modes_go_their_way(drawn: tuple[Fraction, Rounding]) -> None:
    """Floor never rises, ceiling never falls, down goes towards zero, up away from it."""
    number, rounding = drawn
    rounded = {mode: round_to(number, Rounding(rounding.step, mode)) for mode in RoundingMode}

    assert rounded[RoundingMode.FLOOR] <= number <= rounded[RoundingMode.CEILING]
    assert abs(rounded[RoundingMode.DOWN]) <= abs(number) <= abs(rounded[RoundingMode.UP])


@given(WITH_ROUNDING)
def test_rounding_is_symmetric(drawn: tuple[Fraction, Rounding]) -> None:
    """Mirroring at zero swaps floor and ceiling and leaves the other modes alone."""
    number, rounding = drawn
    swapped = {
        RoundingMode.FLOOR: RoundingMode.CEILING,
        RoundingMode.CEILING: RoundingMode.FLOOR,
    }
    mirrored = Rounding(rounding.step, swapped.get(rounding.mode, rounding.mode))

    assert round_to(-number, rounding) == -round_to(number, mirrored)


@given(
    st.integers(-(10**9), 10**9) | st.integers(-100, 100).map(lambda number: number * 5),
    st.integers(0, 6),
    st.integers(-2, 4),
    st.sampled_from(RoundingMode),
)
def test_rounding_agrees_with_decimal(
    digits: int, places: int, kept: int, mode: RoundingMode
) -> None:
    """For steps that are powers of ten, decimal.quantize gives the same in every mode."""
    decimal = Decimal(digits).scaleb(-places)
    expected = decimal.quantize(Decimal(1).scaleb(-kept), IN_DECIMAL[mode])

    assert Fraction(expected) == round_to(
        Fraction(decimal), Rounding(Fraction(1, 10) ** kept, mode)
    )


@given(st.integers(), st.integers(1), st.sampled_from(RoundingMode))
def test_rounding_a_ratio_is_rounding_to_one(above: int, below: int, mode: RoundingMode) -> None:
    """Rounding a ratio gives what rounding to steps of one gives."""

    assert round_to(Fraction(above, below), Rounding(1, mode)) == round_ratio(above, below, mode)


# --- arithmetic --------------------------------------------------------------


@given(st.lists(numbers()))
def test_adding_at_once_is_adding_in_turn(values: list[Fraction]) -> None:
    """The sum is the sum."""

    assert sum(values, Fraction(0)) == add(values)


@given(st.lists(numbers()))
def test_multiplying_at_once_is_multiplying_in_turn(values: list[Fraction]) -> None:
    """The product is the product."""
    expected = Fraction(1)
    for value in values:
        expected *= value

    assert expected == multiply(values)


@given(numbers(), numbers())
def test_dividing_is_dividing(dividend: Fraction, divisor: Fraction) -> None:
    """The quotient is the quotient."""
    assume(divisor)

    assert dividend / divisor == divide(dividend, divisor)


# --- intervals ---------------------------------------------------------------


def members(interval: Interval) -> st.SearchStrategy[Fraction]:
    """Draw numbers of *interval*, its ends among them."""
    low = -(10**12) if interval.low is None else interval.low
    high = max(Fraction(low), Fraction(10**12)) if interval.high is None else interval.high
    ends = [end for end in (interval.low, interval.high) if end is not None]
    inside = numbers(low=min(Fraction(low), high), high=high)
    return inside | st.sampled_from(ends) if ends else inside


WITH_MEMBER = intervals().flatmap(lambda one: st.tuples(st.just(one), members(one)))


@given(WITH_MEMBER, WITH_MEMBER)
def test_intervals_hold_what_their_members_give(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    """Sum, product, lesser and greater of intervals hold those of their members."""
    (first, x), (second, y) = one, other

    assert x in first
    assert y in second
    assert x + y in first + second
    assert x * y in first * second
    assert min(x, y) in first.least(second)
    assert max(x, y) in first.greatest(second)


@given(WITH_MEMBER)
def test_intervals_hold_what_their_member_gives(drawn: tuple[Interval, Fraction]) -> None:
    """Mirror and inverse of an interval hold those of its members."""
    interval, x = drawn

    assert -x in -interval
    if x:
        assert 1 / x in interval.inverse()


@given(WITH_MEMBER, intervals())
def test_hull_and_meet(drawn: tuple[Interval, Fraction], other: Interval) -> None:
    """A hull holds what one of its intervals holds; what two share holds what both hold."""
    interval, x = drawn

    assert x in hull([interval, other])
    assert (x in other) == (x in interval.both(other))


@given(intervals(), intervals())
def test_interval_arithmetic_commutes(one: Interval, other: Interval) -> None:
    """The order of two intervals does not matter, and mirroring twice changes nothing."""

    assert one + other == other + one
    assert one * other == other * one
    assert one.least(other) == other.least(one)
    assert one.greatest(other) == other.greatest(one)
    assert hull([one, other]) == hull([other, one])
    assert one == one.both(EVERYTHING)
    mirrored = -one

    assert one == -mirrored


@given(numbers(low=-1000, high=1000))
def test_single_numbers_calculate_as_numbers(x: Fraction) -> None:
    """Intervals of one number give the interval of the result."""

    assert Interval.of(x + 2) == Interval.of(x) + Interval.of(Fraction(2))
    assert Interval.of(x * 2) == Interval.of(x) * Interval.of(Fraction(2))
    assert x == Interval.of(x).value
