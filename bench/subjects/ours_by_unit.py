# SPDX-License-Identifier: MIT
"""This library, one unit at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

from bench.subjects.subject import Row, RowSubject
from bench.task.criteria import CODES, CUTS
from bench.task.rubric import rubric
from thidua.program import Output, Tally, compile_rubric

__all__ = ["Compiled", "Tallied", "TalliedAndRead"]


def _places(outputs: Iterable[Output]) -> list[tuple[int, int]]:
    """Return where the points of criteria stand, and by how much they are short of hundredths."""
    found = {one.code: (one.above, 100 // (one.below or 1)) for one in outputs}
    return [found[code] for code in CODES]


class Compiled(RowSubject):
    """Whole numbers in, unchecked, whole numbers out."""

    number: ClassVar[Callable[[int], Any]] = int
    scale: ClassVar[int] = 1

    def __init__(self) -> None:
        compiled = compile_rubric(rubric())
        self._integers = compiled.integers
        self._places = _places(compiled.outputs)
        total = compiled.outputs[-1]
        assert (total.code, total.below) == ("total", 100)  # as cuts are
        self._total = total.above

    def unit(self, row: Row) -> tuple[tuple[int, ...], int, int]:
        """Compute one unit."""
        numbers = self._integers(row)
        total = numbers[self._total]
        return numbers, total, bisect_right(CUTS, total)

    def points(self, made: tuple[int, ...]) -> list[int]:
        """Return points in hundredths, in the order of criteria."""
        return [made[place] * times for place, times in self._places]


class Tallied(RowSubject):
    """Decimals in, checked like a sheet; numbers stay whole until they are read."""

    number: ClassVar[Callable[[int], Any]] = staticmethod(lambda value: Decimal(value).scaleb(-2))
    _cuts = tuple(Fraction(cut, 100) for cut in CUTS)

    def __init__(self) -> None:
        compiled = compile_rubric(rubric())
        self._tally = compiled.tally
        self._places = _places(compiled.outputs)

    def called(self) -> Callable[[Row], Any]:
        """Return the public call itself."""
        return self._tally

    def unit(self, row: Row) -> tuple[Tally, Fraction, int]:
        """Compute one unit, and read its total and class."""
        made = self._tally(row)
        total = made.points
        assert total is not None
        return made, total, bisect_right(self._cuts, total)

    def points(self, made: Tally) -> list[float]:
        """Return points, in the order of criteria."""
        return [made.numbers[place] * times / 100 for place, times in self._places]


class TalliedAndRead(Tallied):
    """The same, measured with the total read as a fraction, and its class."""

    def called(self) -> Callable[[Row], Any]:
        """Return the call that reads them."""
        return self.unit
