# SPDX-License-Identifier: MIT
"""A search along one measure for the nearest result that is good enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from thidua.errors import FormulaFault
from thidua.formula import Evaluator, Expression, Scope, Undecided, bounds
from thidua.quantity import Interval

__all__ = ["Search"]

_BUDGET = 1_000
"""Most computations of a criterion, exact or as an interval, that one search may take."""


_FARTHEST = 1 << 40
"""How far a guess goes."""


class _Spent(Exception):
    """The search has taken all the computations it may."""


class Search:
    """A search for the nearest result that is good enough.

    Results are numbered by how far they are from the present one. One is guessed, as if
    points only moved one way; then what is nearer is searched: what `bounds` proves to hold
    nothing good enough is passed over whole, mostly all of it at once, and the rest halved
    down to single results. Without a guess both ways are looked through together, in
    stretches that double.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it needs
        self,
        expression: Expression,
        evaluator: Evaluator,
        scope: Callable[[Fraction | Interval], Scope],
        enough: Callable[[Fraction], bool],
        start: Fraction,
        size: Fraction,
        *,
        rising: bool,
    ) -> None:
        self.expression, self.evaluator, self.scope = expression, evaluator, scope
        self.enough, self.rising, self.start, self.size = enough, rising, start, size
        self.left = _BUDGET

    def nearest(self, room: Mapping[int, int | None]) -> int:
        """Return how far the nearest is, below zero if it is below; 0 if none is, or is found.

        Args:
            room: How many results there are above (1) and below (-1); None is no end, and a
                way that is absent is not gone.
        """
        try:
            ways = {way: far for way, far in room.items() if far != 0 and self._may(way, 1, far)}
            guesses = [way * self._guess(way, far) for way, far in ways.items()]
            found = min((guess for guess in guesses if guess), key=abs, default=0)
            if not found:
                return self._nearest(ways)
            for way, far in ways.items():
                last = abs(found) - 1 if far is None else min(far, abs(found) - 1)
                found = way * self._within(way, 1, last) or found
        except _Spent:
            return 0
        return found

    def _guess(self, way: int, room: int | None) -> int:
        """Return the nearest result that is good enough, if all beyond one are; 0 if none is."""
        low, high, last = 0, 1, _FARTHEST if room is None else min(room, _FARTHEST)
        while not self._does(way * high):
            if high == last:
                return 0
            low, high = high, min(2 * high, last)
        while high - low > 1:
            middle = (low + high) // 2
            if self._does(way * middle):
                high = middle
            else:
                low = middle
        return high

    def _nearest(self, ways: dict[int, int | None]) -> int:
        first = length = 1
        while ways:
            found = 0
            for way, room in [*ways.items()]:
                if (room is not None and first > room) or not self._may(way, first, room):
                    del ways[way]
                    continue
                last = first + length - 1 if room is None else min(room, first + length - 1)
                last = min(last, abs(found) - 1) if found else last
                found = way * self._within(way, first, last) or found
            if found:
                return found
            first, length = first + length, length * 2
        return 0

    def _result(self, offset: int) -> Fraction:
        start, size = self.start, self.size
        far = offset * size.numerator * start.denominator
        above = start.numerator * size.denominator + far
        return Fraction(above, start.denominator * size.denominator)

    def points(self, value: Fraction) -> Fraction:
        """Return the points of a result."""
        return self.evaluator(self.scope(value)).value

    def _within(self, way: int, first: int, last: int) -> int:
        """Halve a stretch until its nearest good result is found; 0 if there is none."""
        waiting = [(first, last)] if first <= last else []
        while waiting:
            low, high = waiting.pop()
            if low == high:
                if self._does(way * low):
                    return low
            elif self._may(way, low, high):
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]
        return 0

    def _may(self, way: int, first: int, last: int | None) -> bool:
        """Tell whether some result of a stretch may be good enough."""
        self._spend()
        near = self._result(way * first)
        far = None if last is None else self._result(way * last)
        span = bounds(self.expression, self.scope(Interval(*((near, far)[::way]))))
        end = span.high if self.rising else span.low
        return end is None or self.enough(end)

    def _does(self, offset: int) -> bool:
        """Tell whether a result is good enough; what has no answer is not."""
        self._spend()
        try:
            return self.enough(self.points(self._result(offset)))
        except (FormulaFault, Undecided):
            return False

    def _spend(self) -> None:
        if not self.left:
            raise _Spent
        self.left -= 1
