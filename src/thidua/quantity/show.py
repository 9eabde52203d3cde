# SPDX-License-Identifier: MIT
"""Numbers for people, in Vietnamese or English."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

from thidua.quantity.interval import Interval
from thidua.quantity.term import check_option

__all__ = ["Language", "show", "show_interval", "show_percent"]

Language: TypeAlias = Literal["vi", "en"]
"""Vietnamese (decimal comma, point for thousands) or English (the reverse)."""


_VIETNAMESE = str.maketrans(",.", ".,")


def show(number: Fraction, language: Language, places: int = 2) -> str:
    """Write *number* for people, with at most *places* decimals.

    A number that needs more decimals is rounded half-up and marked ``≈``.

    Example:
        >>> show(Fraction("1234.5"), "vi"), show(Fraction("1234.5"), "en")
        ('1.234,5', '1,234.5')
        >>> show(Fraction(2, 3), "vi")
        '≈ 0,67'
    """
    amount, below = abs(number.numerator), number.denominator
    scaled = (2 * amount * 10**places + below) // (2 * below)
    whole, rest = divmod(scaled, 10**places)
    text = f"{whole:,}"
    if rest:
        text += f".{rest:0{places}d}".rstrip("0")
    if language == "vi":
        text = text.translate(_VIETNAMESE)
    elif language != "en":
        check_option("language", language, Language)
    sign = "-" if number.numerator < 0 and scaled else ""
    mark = "" if scaled * below == amount * 10**places else "≈ "
    return mark + sign + text


def show_percent(share: Fraction, language: Language, places: int = 2) -> str:
    """Write *share* as a percentage: a half is ``50 %`` in Vietnamese, ``50%`` in English."""
    return show(share * 100, language, places) + (" %" if language == "vi" else "%")


def show_interval(interval: Interval, language: Language) -> str:
    """Write an interval in words, or its only value alone.

    Example:
        >>> show_interval(Interval(2, 5), "vi"), show_interval(Interval(2, 5), "en")
        ('từ 2 đến 5', '2 to 5')
        >>> show_interval(Interval(2, None), "vi"), show_interval(Interval(None, 5), "vi")
        ('từ 2 trở lên', 'không quá 5')
    """
    vietnamese = language == "vi"
    if interval.value is not None:
        return show(interval.value, language)
    if interval.low is not None:
        low = show(interval.low, language)
        if interval.high is None:
            return f"từ {low} trở lên" if vietnamese else f"{low} or more"
        high = show(interval.high, language)
        return f"từ {low} đến {high}" if vietnamese else f"{low} to {high}"
    if interval.high is not None:
        high = show(interval.high, language)
        return f"không quá {high}" if vietnamese else f"no more than {high}"
    return "chưa xác định" if vietnamese else "not known yet"
