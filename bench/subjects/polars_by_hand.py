# SPDX-License-Identifier: MIT
"""What an expert writes for polars: one lazy plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from bench.subjects.subject import FrameSubject, hundredths
from bench.task.criteria import CAP, CODES, CRITERIA, CUTS, SECTIONS, Line
from bench.task.data import Columns, in_floats, loaded
from bench.task.exact import Found

__all__ = ["Floats", "Integers"]


def _chosen(value: Any, cuts: Sequence[Any], worth: Sequence[Any]) -> Any:
    found: Any = pl.when(value >= cuts[-1]).then(worth[-1])
    for cut, one in zip(reversed(cuts[:-1]), reversed(worth[1:-1]), strict=True):
        found = found.when(value >= cut).then(one)
    return found.otherwise(worth[0])


class Integers(FrameSubject):
    """Whole hundredths in 64 bits: exact."""

    scale = 1

    def load(self, columns: Columns) -> pl.DataFrame:
        """Return a frame."""
        return pl.DataFrame(loaded(columns))

    def points_of(self, line: Line) -> Any:
        """Return the points of a criterion."""
        value, data = pl.col(line.code), line.data
        match line.kind:
            case "P":
                target, most = data
                return ((2 * most * value + target) // (2 * target)).clip(upper_bound=most)
            case "S":
                target, most = data
                left = (most - 50 * ((target - value) * 100 // target)).clip(lower_bound=0)
                return pl.when(value < target).then(left).otherwise(most)
            case "B" | "R":
                cuts = line.cuts
                if line.kind == "R":  # the least value that reaches each
                    cuts = tuple(-(-cut * data[0] // 10000) for cut in cuts)
                return _chosen(value, cuts, [pl.lit(one, pl.Int64) for one in line.worth])
            case "N":
                return (-data[0] * value).clip(lower_bound=data[1])
            case _:
                over = (50 * ((value - data[0]) * 100 // data[0])).clip(upper_bound=500)
                return pl.when(value > data[0]).then(over).otherwise(0)

    def rounded(self, value: Any) -> Any:
        """Round half up to hundredths."""
        return value

    def score(self, given: pl.DataFrame) -> pl.DataFrame:
        """Compute everything in one plan."""
        made = [self.points_of(line).alias(f"p_{line.code}") for line in CRITERIA]
        sums = [
            pl.sum_horizontal(f"p_{code}" for code in codes).clip(upper_bound=CAP // self.scale)
            for codes in SECTIONS.values()
        ]
        total = pl.col("total")
        grade = _chosen(total, [cut // self.scale for cut in CUTS], range(5))
        rank = total.rank("min", descending=True).over("khoi")
        return (
            given.lazy()
            .select("unit", "khoi", *made)
            .with_columns(self.rounded(pl.sum_horizontal(sums)).alias("total"))
            .with_columns(grade.alias("grade"), rank.alias("rank"))
            .collect()
        )

    def found(self, result: pl.DataFrame) -> Found:
        """Read the result."""
        read = {name: result[name].to_numpy() for name in result.columns}
        points = [hundredths(read[f"p_{code}"], self.scale) for code in CODES]
        total = hundredths(read["total"], self.scale)
        return Found(np.array(points), total, read["grade"], read["rank"])


class Floats(Integers):
    """Floats, rounded half up by hand."""

    scale = 100

    def load(self, columns: Columns) -> pl.DataFrame:
        """Return a frame."""
        return pl.DataFrame(in_floats(columns))

    def rounded(self, value: Any) -> Any:
        """Round half up to hundredths."""
        return (value * 100 + 0.5).floor() / 100

    def points_of(self, line: Line) -> Any:
        """Return the points of a criterion."""
        value, data = pl.col(line.code), line.data
        first = data[0] / 100 if line.kind != "B" else 0
        match line.kind:
            case "P":
                share = (value / first).clip(upper_bound=1.0)
                return self.rounded(data[1] / 100 * share)
            case "S":
                most = data[1] / 100
                left = most - 0.5 * ((first - value) / first * 100).floor()
                return pl.when(value < first).then(left.clip(lower_bound=0.0)).otherwise(most)
            case "B" | "R":
                rate = value if line.kind == "B" else value / first * 100
                cuts = [cut / 100 for cut in line.cuts]
                return _chosen(rate, cuts, [one / 100 for one in line.worth])
            case "N":
                return (-first * value).clip(lower_bound=data[1] / 100)
            case _:
                over = (0.5 * ((value - first) / first * 100).floor()).clip(upper_bound=5.0)
                return pl.when(value > first).then(over).otherwise(0.0)
