# SPDX-License-Identifier: MIT
"""Numbers at the door: exact rationals in, floats refused."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from thidua.errors import NumberFault, Path, shown

__all__ = [
    "LONGEST",
    "LOWEST",
    "MAXIMUM_DIGITS",
    "Number",
    "exact",
    "is_long",
    "looks_like_number",
    "parse_vietnamese",
    "plain",
]

Number: TypeAlias = int | str | Decimal | Fraction
"""What may be given where a number is wanted."""

MAXIMUM_DIGITS = 4000
"""Most digits of a number, above and below; longer ones are neither read nor computed."""

LONGEST = 10**MAXIMUM_DIGITS
"""The first number that is too long."""

LOWEST = -LONGEST
"""The same below zero."""

_DECIMAL = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,5})?", re.ASCII)
_RATIO = re.compile(r"([+-]?[0-9]+)/([0-9]+)", re.ASCII)
_VIETNAMESE = re.compile(r"([+-]?)([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?", re.ASCII)
_COMMA = re.compile(r"[+-]?[0-9.]*,[0-9]+", re.ASCII)


def exact(number: Number, at: Path = ()) -> Fraction:
    """Take *number* exactly (*giá trị chính xác*).

    Args:
        number: An int, a Decimal, a Fraction, or a text such as ``"12.5"``, ``"-3"``,
            ``"1e3"`` or ``"1/3"``.
        at: Place to name in the error.

    Returns:
        The same number as a Fraction.

    Raises:
        NumberFault: For a float or a bool, for NaN and infinities, for a text that is
            no number, and for numbers of more than `MAXIMUM_DIGITS` digits, above
            or below.

    Example:
        >>> exact("12.5")
        Fraction(25, 2)
        >>> exact(0.1)
        Traceback (most recent call last):
        ...
        thidua.errors.NumberFault: $: a float is not exact, 0.1; write "0.1" or Decimal("0.1")
    """
    match number:
        case Fraction():
            if is_long(number):
                raise _too_long(at)
            return number
        case bool():
            raise NumberFault(
                at, "bool", f"yes or no is not a number, {number!r}", "write 1 or 0, or a question"
            )
        case int():
            if not LOWEST < number < LONGEST:
                raise _too_long(at)
            return Fraction(number)
        case float():
            if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124 - NaN
                raise NumberFault(at, "not-finite", f"not a finite number, {number!r}")
            hint = f'write "{number!r}" or Decimal("{number!r}")'
            raise NumberFault(at, "float", f"a float is not exact, {number!r}", hint)
        case Decimal():
            if not number.is_finite():
                raise NumberFault(at, "not-finite", f"not a finite number, {str(number)!r}")
            digits = len(number.as_tuple().digits)
            far = number.adjusted()
            if max(far + 1, -far, digits) > MAXIMUM_DIGITS:
                raise _too_long(at)
            found = Fraction(number)
            if digits - far > MAXIMUM_DIGITS and is_long(found):
                raise _too_long(at)
            return found
        case str():
            return _from_text(number, at)
        case _:
            raise NumberFault(
                at,
                "not-a-number",
                f"not a number, {shown(number)}",
                "give an int, a text or a Decimal",
            )


def _from_text(text: str, at: Path) -> Fraction:
    if len(text) > 2 * MAXIMUM_DIGITS + 2:
        raise _too_long(at)
    if _DECIMAL.fullmatch(text):
        return exact(Decimal(text), at)
    if ratio := _RATIO.fullmatch(text):
        above, below = ratio.groups()
        if max(len(above.lstrip("+-")), len(below)) > MAXIMUM_DIGITS:
            raise _too_long(at)
        if not int(below):
            raise NumberFault(at, "not-a-number", f"division by zero, {text!r}")
        return Fraction(int(above), int(below))
    if text.strip().lower().lstrip("+-") in {"nan", "inf", "infinity"}:
        raise NumberFault(at, "not-finite", f"not a finite number, {text!r}")
    if _COMMA.fullmatch(text):
        hint = "read Vietnamese numbers with parse_vietnamese"
        raise NumberFault(at, "comma", f"a decimal comma, {text!r}", hint)
    raise NumberFault(at, "not-a-number", f"not a number, {text!r}", 'write it like "12.5"')


def _too_long(at: Path) -> NumberFault:
    return NumberFault(at, "too-long", f"a number of more than {MAXIMUM_DIGITS} digits")


def is_long(number: Fraction) -> bool:
    """Tell whether *number* has more than `MAXIMUM_DIGITS` digits above, or as many zeros below."""
    return not LOWEST < number.numerator < LONGEST or number.denominator > LONGEST


def looks_like_number(text: str) -> bool:
    """Tell whether `exact` reads *text* as a number."""
    return bool(_DECIMAL.fullmatch(text) or _RATIO.fullmatch(text))


def parse_vietnamese(text: str, at: Path = ()) -> Fraction:
    """Read a number written the Vietnamese way: decimal comma, points for thousands.

    Args:
        text: For example ``"12,5"``, ``"1.234.567,89"`` or ``"1234"``.
        at: Place to name in the error.

    Raises:
        NumberFault: For anything else, also for ``"12.5"``: its point is no thousands
            separator, and guessing would turn 12.5 into 125.

    Example:
        >>> parse_vietnamese("1.234,5")
        Fraction(2469, 2)
        >>> parse_vietnamese("12.5")
        Traceback (most recent call last):
        ...
        thidua.errors.NumberFault: $: not a Vietnamese number, '12.5'; write it like "1.234,5"
    """
    is_text = isinstance(text, str) and len(text) <= MAXIMUM_DIGITS
    parts = _VIETNAMESE.fullmatch(text) if is_text else None
    if parts is None:
        what = f"not a Vietnamese number, {shown(text)}"
        raise NumberFault(at, "not-a-number", what, 'write it like "1.234,5"')
    sign, whole, rest = parts.groups()
    return Fraction(Decimal(f"{sign}{whole.replace('.', '')}.{rest or '0'}"))


def plain(number: Fraction) -> str:
    """Write *number* so that `exact` reads it back: a decimal if it ends, else a ratio.

    Raises:
        NumberFault: If it has more than `MAXIMUM_DIGITS` digits.

    Example:
        >>> plain(Fraction(5, 4)), plain(Fraction(1, 3)), plain(Fraction(40))
        ('1.25', '1/3', '40')
    """
    if is_long(number):
        raise _too_long(())
    rest = number.denominator
    twos = (rest & -rest).bit_length() - 1
    rest >>= twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    places = max(twos, fives)
    scaled = abs(number.numerator) * 10**places // number.denominator
    if rest != 1 or scaled >= LONGEST:
        return f"{number.numerator}/{number.denominator}"
    if not places:
        return str(number.numerator)
    digits = str(scaled).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"
