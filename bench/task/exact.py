# SPDX-License-Identifier: MIT
"""The exact results, in fractions, as the rubric is worded: slow, and obviously right."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from bench.task.criteria import CAP, CODES, CRITERIA, CUTS, SECTIONS, Line
from bench.task.data import Array, Columns, clusters

__all__ = ["Found", "by_hand", "exactly", "points_of", "ranks"]


class Found(NamedTuple):
    """What came out for many units, in hundredths, of units in the order they were given."""

    points: Array
    """A row for each criterion."""
    total: Array
    grade: Array
    """Class, 0 to 4."""
    rank: Array
    """Rank in the cluster; equal totals share it, and the next is skipped."""


def points_of(line: Line, value: Fraction) -> Fraction:
    """Return the points of one criterion."""
    match line.kind:
        case "P":
            target, most = (Fraction(one, 100) for one in line.data)
            exact = most * min(value / target, Fraction(1))
            return Fraction(math.floor(exact * 100 + Fraction(1, 2)), 100)
        case "S":
            target, most = (Fraction(one, 100) for one in line.data)
            if value >= target:
                return most
            short = math.floor((target - value) / target * 100)
            return max(most - Fraction(1, 2) * short, Fraction(0))
        case "B" | "R":
            rate = value if line.kind == "B" else value / Fraction(line.data[0], 100) * 100
            place = sum(rate >= Fraction(cut, 100) for cut in line.cuts)
            return Fraction(line.worth[place], 100)
        case "N":
            each, floor = (Fraction(one, 100) for one in line.data)
            return max(-each * value, floor)
        case _:
            target = Fraction(line.data[0], 100)
            if value <= target:
                return Fraction(0)
            over = math.floor((value - target) / target * 100)
            return min(Fraction(1, 2) * over, Fraction(5))


def by_hand(row: Mapping[str, Fraction]) -> tuple[dict[str, Fraction], Fraction, int]:
    """Return the points of one unit, its total and its class."""
    points = {line.code: points_of(line, row[line.code]) for line in CRITERIA}
    total = Fraction(0)
    for codes in SECTIONS.values():
        total += min(sum((points[code] for code in codes), Fraction(0)), Fraction(CAP, 100))
    return points, total, bisect_right(CUTS, total * 100)


def exactly(columns: Columns) -> Found:
    """Return the exact results of many units.

    Points depend on one value, so each value that occurs is computed once, in fractions.
    Points are whole hundredths; sums and comparisons of those are exact in integers.
    """
    points = []
    for line in CRITERIA:
        values, places = np.unique(columns[line.code], return_inverse=True)
        below = 1 if line.kind == "N" else 100
        worth = [points_of(line, Fraction(int(value), below)) * 100 for value in values]
        assert all(one.denominator == 1 for one in worth)
        points.append(np.array([int(one) for one in worth], np.int64)[places])
    inside = dict(zip(CODES, points, strict=True))
    total: Array = np.zeros(len(points[0]), np.int64)
    for codes in SECTIONS.values():
        total += np.minimum(sum(inside[code] for code in codes), CAP)
    grade = np.searchsorted(np.array(CUTS), total, side="right")
    return Found(np.array(points), total, grade, ranks(total, clusters(len(total))))


def ranks(total: Array, cluster: Array) -> Array:
    """Return ranks in clusters, the highest first; equal totals share one."""
    order = np.lexsort((-total, cluster))
    by_total, by_cluster = total[order], cluster[order]
    place = np.arange(len(total))
    starts = np.r_[True, by_cluster[1:] != by_cluster[:-1]]
    differs = starts | np.r_[True, by_total[1:] != by_total[:-1]]
    first = np.maximum.accumulate(np.where(starts, place, 0))
    shared = np.maximum.accumulate(np.where(differs, place, 0))
    found = np.empty(len(total), np.int64)
    found[order] = shared - first + 1
    return found
