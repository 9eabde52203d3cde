# SPDX-License-Identifier: MIT
"""Ratios in order, by one whole number each: how they are ranked, and the least of them found.

Two different numbers whose denominators are at most *d* lie at least 1/*d*² apart. So the
floors of *d*² times each differ, and stand in the same order; those of equal numbers are
equal, whatever they are written over. That is comparing by cross multiplication, without a
second number to compare with.
"""

from __future__ import annotations

from math import gcd

from thidua.columns.width import ends
from thidua.program.make import content, divide, multiply
from thidua.program.node import Literal, Whole
from thidua.program.ratio import Ratio

__all__ = ["fineness", "in_order"]


def fineness(*belows: Whole) -> int:
    """Return how fine a grid tells ratios over these denominators apart."""
    common = gcd(*map(content, belows)) or 1  # what all of them share moves nothing
    most = max(high for _, high in map(ends, belows)) // common
    return most**2 * common


def in_order(ratio: Ratio, fine: int) -> Whole:
    """Return a whole number that orders a ratio among others that *fine* tells apart."""
    return divide(multiply(Literal(fine), ratio.above), ratio.below)
