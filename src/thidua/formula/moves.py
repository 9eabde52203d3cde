# SPDX-License-Identifier: MIT
"""Directions, and how they combine (*chiều tác động*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from thidua.quantity import Interval, Term

__all__ = [
    "Direction",
    "Directions",
    "flipped",
    "joined",
    "jump",
    "moving",
    "scaled",
    "signs",
    "through",
    "together",
]


class Direction(Term):
    """How a value moves when one number grows and all else stays."""

    RISING = "rising"
    """It never falls."""
    FALLING = "falling"
    """It never rises."""
    LEVEL = "level"
    """It stays."""
    UNKNOWN = "unknown"
    """Nothing is proved."""


Directions: TypeAlias = Mapping[tuple[str | None, str], Direction]
"""A direction for each measure, by list of items (or None) and code; level if absent."""

_FLIPPED = {
    Direction.RISING: Direction.FALLING,
    Direction.FALLING: Direction.RISING,
    Direction.LEVEL: Direction.LEVEL,
    Direction.UNKNOWN: Direction.UNKNOWN,
}


def joined(first: Direction, second: Direction) -> Direction:
    """Return how something moves that rises with both."""
    if first is second or second is Direction.LEVEL:
        return first
    return second if first is Direction.LEVEL else Direction.UNKNOWN


def together(several: Iterable[Directions]) -> Directions:
    """Return how something moves that rises with each of *several*."""
    found: dict[tuple[str | None, str], Direction] = {}
    for one in several:
        for key, direction in one.items():
            found[key] = joined(found.get(key, Direction.LEVEL), direction)
    return found


def moving(moves: Directions, direction: Direction) -> Directions:
    """Let everything that moves at all move in *direction*."""
    still = Direction.LEVEL
    return {key: still if one is still else direction for key, one in moves.items()}


def flipped(moves: Directions) -> Directions:
    """Return how something moves that falls as what moves so rises."""
    return {key: _FLIPPED[one] for key, one in moves.items()}


def scaled(moves: Directions, by: Interval) -> Directions:
    """Return how something moves that is multiplied by what lies in *by*."""
    above, below = signs(by)
    if above and below:
        return moving(moves, Direction.UNKNOWN)
    if below:
        return flipped(moves)
    return moves if above else moving(moves, Direction.LEVEL)


def signs(span: Interval) -> tuple[bool, bool]:
    """Tell whether something in *span* is above zero, and whether something is below."""
    return span.high is None or span.high > 0, span.low is None or span.low < 0


def jump(then: Interval, otherwise: Interval) -> Direction:
    """Return which way a value jumps when a condition turns true."""
    up = then.low is not None and otherwise.high is not None and then.low >= otherwise.high
    down = then.high is not None and otherwise.low is not None and then.high <= otherwise.low
    if up and down:
        return Direction.LEVEL
    if up:
        return Direction.RISING
    return Direction.FALLING if down else Direction.UNKNOWN


def through(inner: Direction, outer: Direction) -> Direction:
    """Return how something moves with a number through what moves with that number."""
    if Direction.LEVEL in {inner, outer}:
        return Direction.LEVEL
    if inner is Direction.UNKNOWN:
        return Direction.UNKNOWN
    return outer if inner is Direction.RISING else _FLIPPED[outer]
