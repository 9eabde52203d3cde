# SPDX-License-Identifier: MIT
"""Exact numbers, and the states of a cell that holds none.

``exact``
    Numbers at the door: ints, texts, Decimals, Fractions; floats are refused.
``arithmetic``
    Sums, products and quotients, reduced once.
``rounding``
    Rounding to a step, by mode.
``interval``
    What a number may still become.
``entry``
    What a cell of a sheet may hold.
``show``
    Numbers for people, in Vietnamese or English.
``table``
    Tables of text, as plain columns or as Markdown.
``term``
    Enumerations that answer a wrong name kindly.
"""

from __future__ import annotations

from thidua.quantity.arithmetic import add, divide, multiply
from thidua.quantity.entry import Entry, Given, State, as_entry
from thidua.quantity.exact import (
    MAXIMUM_DIGITS,
    Number,
    exact,
    looks_like_number,
    parse_vietnamese,
    plain,
)
from thidua.quantity.interval import EVERYTHING, Interval, hull
from thidua.quantity.rounding import Rounding, RoundingMode, round_ratio, round_to
from thidua.quantity.show import Language, show, show_interval, show_percent
from thidua.quantity.table import Markup, table
from thidua.quantity.term import Term

__all__ = [
    "EVERYTHING",
    "MAXIMUM_DIGITS",
    "Entry",
    "Given",
    "Interval",
    "Language",
    "Markup",
    "Number",
    "Rounding",
    "RoundingMode",
    "State",
    "Term",
    "add",
    "as_entry",
    "divide",
    "exact",
    "hull",
    "looks_like_number",
    "multiply",
    "parse_vietnamese",
    "plain",
    "round_ratio",
    "round_to",
    "show",
    "show_interval",
    "show_percent",
    "table",
]
