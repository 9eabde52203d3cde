# SPDX-License-Identifier: MIT
"""Numbers for people, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Literal, TypeAlias

from thidua.quantity.interval import Interval
from thidua.quantity.term import check_option

__all__ = ["Language", "places_apart", "show", "show_interval", "show_percent"]

Language: TypeAlias = Literal["vi", "en"]
"""Vietnamese (decimal comma, point for thousands) or English (the reverse)."""

_MOST_PLACES = 100
"""Most decimals that are written to tell numbers apart."""


def show(number: Fraction, language: Language, places: int = 2) -> str:
    """Write *number* for people, with at most *places* decimals.

    A number that needs more decimals is rounded half-up and marked ``≈``.

    Example:
        >>> show(Fraction("1234.5"), "vi"), show(Fraction("1234.5"), "en")
        ('1.234,5', '1,234.5')
        >>> show(Fraction(2, 3), "vi")
        '≈ 0,67'
    """
    return _shown(number.numerator, number.denominator, language, places)


@lru_cache(maxsize=4096)  # a sheet says the same few numbers again and again
def _shown(above: int, below: int, language: Language, places: int) -> str:
    """Write *above* over *below*, which is above zero."""
    power = 10**places
    scaled, rest = divmod(abs(above) * power, below)
    scaled += 2 * rest >= below
    whole, decimals = divmod(scaled, power)
    text = f"{whole:,}"
    if language == "vi":
        text = text.replace(",", ".")
    elif language != "en":
        check_option("language", language, Language)
    if decimals:
        point = "," if language == "vi" else "."
        text += point + f"{decimals:0{places}d}".rstrip("0")
    sign = "-" if above < 0 and scaled else ""
    return f"≈ {sign}{text}" if rest else sign + text


def show_percent(share: Fraction, language: Language, places: int = 2) -> str:
    """Write *share* as a percentage: a half is ``50 %`` in Vietnamese, ``50%`` in English."""
    text = _shown(share.numerator * 100, share.denominator, language, places)
    return text + (" %" if language == "vi" else "%")


def show_interval(interval: Interval, language: Language, places: int = 2) -> str:
    """Write an interval in words, or its only value alone.

    Example:
        >>> show_interval(Interval(2, 5), "vi"), show_interval(Interval(2, 5), "en")
        ('từ 2 đến 5', '2 to 5')
        >>> show_interval(Interval(2, None), "vi"), show_interval(Interval(None, 5), "vi")
        ('từ 2 trở lên', 'không quá 5')
    """
    vietnamese = language == "vi"
    if interval.value is not None:
        return show(interval.value, language, places)
    if interval.low is not None:
        low = show(interval.low, language, places)
        if interval.high is None:
            return f"từ {low} trở lên" if vietnamese else f"{low} or more"
        high = show(interval.high, language, places)
        return f"từ {low} đến {high}" if vietnamese else f"{low} to {high}"
    if interval.high is not None:
        high = show(interval.high, language, places)
        return f"không quá {high}" if vietnamese else f"no more than {high}"
    return "chưa xác định" if vietnamese else "not known yet"


def places_apart(numbers: Iterable[Fraction | None], places: int = 2) -> int:
    """Return with how many decimals, at least *places*, those that differ look different.

    Numbers that a hundred decimals do not tell apart look alike; None is no number.

    Example:
        >>> places_apart([Fraction(50), Fraction("49.9999")])
        4
    """
    given = [number for number in numbers if number is not None]
    for enough in range(places, _MOST_PLACES):
        power, looks = 10**enough, dict[int, Fraction]()
        for number in given:
            above, below = number.numerator, number.denominator
            scaled = (2 * abs(above) * power + below) // (2 * below)
            first = looks.setdefault(scaled if above > 0 else -scaled, number)
            if first is not number and first != number:
                break
        else:
            return enough
    return _MOST_PLACES
