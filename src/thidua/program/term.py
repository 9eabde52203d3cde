# SPDX-License-Identifier: MIT
"""The words that nodes of the integer program are told by."""

from __future__ import annotations

from collections.abc import Mapping

from thidua.quantity import State, Term

__all__ = ["STATES", "Folding", "Lack", "Part"]

STATES: Mapping[State, int] = {state: number for number, state in enumerate(State, 1)}
"""The number by which a state is told to a program; 0 is a value."""


class Lack(Term):
    """Why a program has no number for a unit; the exact evaluator then has the last word."""

    DIVISOR_ZERO = "divisor_zero"
    """A divisor is zero."""
    TARGET_NEGATIVE = "target_negative"
    """A target is below zero."""
    BAND = "band"
    """A value is in no band, or in two."""
    NOTHING_TO_FOLD = "nothing_to_fold"
    """A mean, least or greatest of nothing."""
    NO_VALUE = "no_value"
    """An entry is read that holds no value."""
    UNSAID = "unsaid"
    """An entry is in a state, and nothing says what that does."""
    PENDING = "pending"
    """Something is still to come, here or at a peer."""


class Part(Term):
    """Which part of a ratio a node stands for."""

    ABOVE = "above"
    """The numerator."""
    BELOW = "below"
    """The denominator, above zero."""


class Folding(Term):
    """What is made of whole numbers; a mean or a median is a quotient of these."""

    SUM = "sum"
    """Their sum; 0 for none."""
    COUNT = "count"
    """How many there are."""
    LEAST = "least"
    """The least; there is one."""
    GREATEST = "greatest"
    """The greatest; there is one."""
    MIDDLES = "middles"
    """The sum of the two in the middle, or twice the middle one; there is one."""
