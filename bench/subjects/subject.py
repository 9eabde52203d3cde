# SPDX-License-Identifier: MIT
"""What a subject does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeAlias

import numpy as np

from bench.task.criteria import CLUSTER, CODES, CRITERIA
from bench.task.data import Array, Columns
from bench.task.exact import Found

__all__ = ["FrameSubject", "Row", "RowSubject", "Subject", "hundredths"]

Row: TypeAlias = Mapping[str, Any]
"""What one unit reports, in numbers of the subject's type."""


class Subject(ABC):
    """One way to compute points, sections with their caps, total, class and rank."""

    @abstractmethod
    def load(self, columns: Columns) -> Any:
        """Bring what units report into the subject's own shape; not timed."""

    @abstractmethod
    def score(self, given: Any) -> Any:
        """Compute everything for all units."""

    @abstractmethod
    def found(self, result: Any) -> Found:
        """Read the result; not timed."""


class RowSubject(Subject):
    """A subject that takes one unit at a time."""

    number: ClassVar[Callable[[int], Any]]
    """Makes a number of hundredths; counts stay whole numbers."""

    @abstractmethod
    def unit(self, row: Row) -> tuple[Any, Any, Any]:
        """Return the points of a unit by code, its total and its class."""

    def called(self) -> Callable[[Row], Any]:
        """Return what is called for one unit where its time is measured."""
        return self.unit

    def load(self, columns: Columns) -> list[Row]:
        """Return a mapping for each unit."""
        number = type(self).number
        made = [
            [int(one) if line.kind == "N" else number(int(one)) for one in columns[line.code]]
            for line in CRITERIA
        ]
        return [dict(zip(CODES, row, strict=True)) for row in zip(*made, strict=True)]

    def score(self, given: list[Row]) -> Any:
        """Compute unit by unit, then ranks cluster by cluster."""
        results = [self.unit(row) for row in given]
        ranks: list[int] = []
        for start in range(0, len(results), CLUSTER):
            totals = [one[1] for one in results[start : start + CLUSTER]]
            best = sorted(totals, reverse=True)
            ranks += [best.index(total) + 1 for total in totals]
        return results, ranks

    def points(self, made: Any) -> list[Any]:
        """Return the points of a unit in the order of criteria."""
        return [made[code] for code in CODES]

    def found(self, result: Any) -> Found:
        """Read the result in hundredths."""
        results, ranks = result
        scale = self.scale
        return Found(
            hundredths([self.points(points) for points, _, _ in results], scale).T,
            hundredths([total for _, total, _ in results], scale),
            np.array([int(grade) for _, _, grade in results]),
            np.array(ranks),
        )

    scale: ClassVar[int] = 100
    """How many hundredths a point of the result is."""


class FrameSubject(Subject):
    """A subject that takes a whole frame."""


def hundredths(numbers: Any, scale: int = 100) -> Array:
    """Return numbers of any type in hundredths, those that are near one taken for it."""
    return np.rint(np.asarray(numbers, np.float64) * scale).astype(np.int64)
