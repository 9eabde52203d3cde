# SPDX-License-Identifier: MIT
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from thidua.errors import NumberFault
from thidua.quantity import (
    MAXIMUM_DIGITS,
    Number,
    exact,
    looks_like_number,
    parse_vietnamese,
    plain,
)

NINES = 10**MAXIMUM_DIGITS - 1
TOO_LONG = f"$.x: a number of more than {MAXIMUM_DIGITS} digits"
TOO_LONG_NUMBERS = [
    pytest.param(NINES + 1, id="int"),
    pytest.param(-NINES - 1, id="int below zero"),
    pytest.param(Fraction(NINES + 1), id="Fraction"),
    pytest.param(Fraction(-NINES - 1), id="Fraction below zero"),
    pytest.param(Fraction(1, NINES + 2), id="Fraction of a long divisor"),
    pytest.param(Decimal(f"1e{MAXIMUM_DIGITS}"), id="Decimal"),
    pytest.param(Decimal(f"1.3e-{MAXIMUM_DIGITS}"), id="Decimal of a place too many"),
    pytest.param(Decimal(f"1e-{MAXIMUM_DIGITS + 1}"), id="Decimal of many places"),
    pytest.param(Decimal("0." + "3" * (MAXIMUM_DIGITS + 1)), id="Decimal of many digits"),
    pytest.param(f"1e{MAXIMUM_DIGITS}", id="power of ten"),
    pytest.param("1e99999", id="largest exponent read"),
    pytest.param("9" * (MAXIMUM_DIGITS + 1), id="text"),
    pytest.param("9" * (2 * MAXIMUM_DIGITS + 3), id="text refused unread"),
    pytest.param("x" * (2 * MAXIMUM_DIGITS + 3), id="any text refused unread"),
    pytest.param("1" * (MAXIMUM_DIGITS + 1) + "/3", id="dividend"),
    pytest.param("3/" + "1" * (MAXIMUM_DIGITS + 1), id="divisor"),
]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (0, Fraction(0)),
        (-7, Fraction(-7)),
        (NINES, Fraction(NINES)),
        (-NINES, Fraction(-NINES)),
        (Fraction(2, 6), Fraction(1, 3)),
        (Decimal("12.50"), Fraction(25, 2)),
        (Decimal("-1E+3"), Fraction(-1000)),
        ("12.5", Fraction(25, 2)),
        ("+12.5", Fraction(25, 2)),
        ("-0.1", Fraction(-1, 10)),
        ("007", Fraction(7)),
        ("1e3", Fraction(1000)),
        ("25E-2", Fraction(1, 4)),
        ("1.5e+1", Fraction(15)),
        ("1/3", Fraction(1, 3)),
        ("-6/4", Fraction(-3, 2)),
        ("0/5", Fraction(0)),
        pytest.param("9" * MAXIMUM_DIGITS, Fraction(NINES), id="longest text"),
        pytest.param(f"-{NINES}/4", Fraction(-NINES, 4), id="longest ratio"),
        pytest.param(f"1.00e-{MAXIMUM_DIGITS}", Fraction(1, NINES + 1), id="zeros at the end"),
        pytest.param(
            f"1e{MAXIMUM_DIGITS - 1}", Fraction(10 ** (MAXIMUM_DIGITS - 1)), id="largest power"
        ),
        pytest.param(f"1e-{MAXIMUM_DIGITS}", Fraction(1, 10**MAXIMUM_DIGITS), id="smallest power"),
    ],
)
def test_numbers_are_taken_exactly(given: Number, expected: Fraction) -> None:
    """Ints, Decimals, Fractions and texts are taken to the last digit."""

    assert expected == exact(given)


@pytest.mark.parametrize(
    ("given", "code", "message"),
    [
        (True, "bool", "yes or no is not a number, True; write 1 or 0, or a question"),
        (False, "bool", "yes or no is not a number, False; write 1 or 0, or a question"),
        (0.1, "float", 'a float is not exact, 0.1; write "0.1" or Decimal("0.1")'),
        (2.0, "float", 'a float is not exact, 2.0; write "2.0" or Decimal("2.0")'),
        (float("nan"), "not-finite", "not a finite number, nan"),
        (float("inf"), "not-finite", "not a finite number, inf"),
        (float("-inf"), "not-finite", "not a finite number, -inf"),
        (Decimal("NaN"), "not-finite", "not a finite number, 'NaN'"),
        (Decimal("sNaN"), "not-finite", "not a finite number, 'sNaN'"),
        (Decimal("-Infinity"), "not-finite", "not a finite number, '-Infinity'"),
        ("nan", "not-finite", "not a finite number, 'nan'"),
        (" -Inf ", "not-finite", "not a finite number, ' -Inf '"),
        ("+infinity", "not-finite", "not a finite number, '+infinity'"),
        ("1/0", "not-a-number", "division by zero, '1/0'"),
        ("-1/000", "not-a-number", "division by zero, '-1/000'"),
        ("12,5", "comma", "a decimal comma, '12,5'; read Vietnamese numbers with parse_vietnamese"),
        ("-,5", "comma", "a decimal comma, '-,5'; read Vietnamese numbers with parse_vietnamese"),
        (
            "1.234,5",
            "comma",
            "a decimal comma, '1.234,5'; read Vietnamese numbers with parse_vietnamese",
        ),
        ("", "not-a-number", "not a number, ''; write it like \"12.5\""),
        ("1.", "not-a-number", "not a number, '1.'; write it like \"12.5\""),
        (".5", "not-a-number", "not a number, '.5'; write it like \"12.5\""),
        (" 5", "not-a-number", "not a number, ' 5'; write it like \"12.5\""),
        ("5\n", "not-a-number", "not a number, '5\\n'; write it like \"12.5\""),
        ("1_000", "not-a-number", "not a number, '1_000'; write it like \"12.5\""),
        ("٣", "not-a-number", "not a number, '٣'; write it like \"12.5\""),
        ("1/-2", "not-a-number", "not a number, '1/-2'; write it like \"12.5\""),
        ("1e100000", "not-a-number", "not a number, '1e100000'; write it like \"12.5\""),
        (None, "not-a-number", "not a number, None; give an int, a text or a Decimal"),
        (b"5", "not-a-number", "not a number, b'5'; give an int, a text or a Decimal"),
    ],
)
def test_what_is_no_exact_number_is_refused(given: object, code: str, message: str) -> None:
    """Floats, answers, infinities and all other texts are refused at their place, with a hint."""
    with pytest.raises(NumberFault) as refusal:
        exact(given, ("x", 0))  # type: ignore[arg-type]

    assert (code, f"$.x[0]: {message}") == (refusal.value.code, str(refusal.value))


@pytest.mark.parametrize("given", TOO_LONG_NUMBERS)
def test_long_numbers_are_refused(given: Number) -> None:
    """A number of more digits than are ever needed is refused, however it is written."""
    with pytest.raises(NumberFault) as refusal:
        exact(given, ("x",))

    assert ("too-long", TOO_LONG) == (refusal.value.code, str(refusal.value))


@pytest.mark.parametrize("text", ["0", "-3", "+3", "12.5", "1e3", "1E-3", "1/3", "-1/3", "1/0"])
def test_texts_that_look_like_numbers(text: str) -> None:
    """Whole numbers, decimals, powers and ratios look like numbers."""

    assert looks_like_number(text)


@pytest.mark.parametrize("text", ["", "a", "12,5", ".5", "5.", " 5", "5 ", "1/2/3", "--1", "nan"])
def test_texts_that_do_not_look_like_numbers(text: str) -> None:
    """Anything else does not."""

    assert not looks_like_number(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,5", Fraction(25, 2)),
        ("0,25", Fraction(1, 4)),
        ("-0,5", Fraction(-1, 2)),
        ("+3", Fraction(3)),
        ("1234", Fraction(1234)),
        ("1.234", Fraction(1234)),
        ("12.345.678,9", Fraction(123456789, 10)),
        ("1234567,89", Fraction(123456789, 100)),
        ("007", Fraction(7)),
    ],
)
def test_vietnamese_numbers_are_read(text: str, expected: Fraction) -> None:
    """A comma starts the decimals, points part thousands."""

    assert expected == parse_vietnamese(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.5",
        "1.23,5",
        "1234.567",
        "1,234,567.8",
        "12,",
        ",5",
        "1 234",
        "một",
        "0.500",
        "0.123.456",
        "012.345",
        "٣",
        pytest.param("1" * (MAXIMUM_DIGITS + 1), id="too long"),
    ],
)
def test_what_is_no_vietnamese_number_is_refused(text: str) -> None:
    """A point that parts no thousands is refused, never read as a decimal point or dropped."""
    with pytest.raises(NumberFault) as refusal:
        parse_vietnamese(text, ("thu",))
    given = text if len(text) <= MAXIMUM_DIGITS else text[:100] + "…"
    message = f'$.thu: not a Vietnamese number, {given!r}; write it like "1.234,5"'

    assert message == str(refusal.value)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Fraction(0), "0"),
        (Fraction(40), "40"),
        (Fraction(-40), "-40"),
        (Fraction(5, 4), "1.25"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 5), "0.2"),
        (Fraction(3, 50), "0.06"),
        (Fraction(7, 20), "0.35"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-5, 6), "-5/6"),
        pytest.param(Fraction(NINES), "9" * MAXIMUM_DIGITS, id="longest"),
        pytest.param(Fraction(NINES, 2), f"{NINES}/2", id="decimal too long"),
        pytest.param(
            Fraction(1, 10**MAXIMUM_DIGITS), "0." + "1".rjust(MAXIMUM_DIGITS, "0"), id="smallest"
        ),
    ],
)
def test_numbers_are_written_plain(number: Fraction, expected: str) -> None:
    """A number that ends is written as a decimal, another as a ratio."""

    assert expected == plain(number)
    assert number == exact(plain(number))


@pytest.mark.parametrize("number", [Fraction(NINES + 1), Fraction(1, NINES + 2)])
def test_numbers_that_cannot_be_read_are_not_written(number: Fraction) -> None:
    """What `exact` would refuse is refused here, and not by Python."""
    with pytest.raises(NumberFault) as refusal:
        plain(number)

    assert "$: a number of more than 4000 digits" == str(refusal.value)
