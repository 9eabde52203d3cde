# SPDX-License-Identifier: MIT
"""What an expert writes for pandas: arrays in, arrays out, ranks by groups."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from bench.subjects.subject import FrameSubject, hundredths
from bench.task.criteria import CAP, CODES, CRITERIA, CUTS, SECTIONS, Line
from bench.task.data import Columns, in_floats, loaded
from bench.task.exact import Found

__all__ = ["Floats", "Integers"]


class Integers(FrameSubject):
    """Whole hundredths in 64 bits: exact."""

    scale = 1

    def load(self, columns: Columns) -> Any:
        """Return a frame."""
        return pd.DataFrame(loaded(columns))

    def points_of(self, line: Line, value: Any) -> Any:
        """Return the points of a criterion."""
        data = line.data
        match line.kind:
            case "P":
                target, most = data
                return np.minimum((2 * most * value + target) // (2 * target), most)
            case "S":
                target, most = data
                left = np.maximum(most - 50 * ((target - value) * 100 // target), 0)
                return np.where(value < target, left, most)
            case "B" | "R":
                rate = value if line.kind == "B" else value * 10000 // data[0]
                place = np.searchsorted(np.array(line.cuts), rate, side="right")
                return np.array(line.worth)[place]
            case "N":
                return np.maximum(-data[0] * value, data[1])
            case _:
                over = np.minimum(50 * ((value - data[0]) * 100 // data[0]), 500)
                return np.where(value > data[0], over, 0)

    def rounded(self, value: Any) -> Any:
        """Round half up to hundredths."""
        return value

    def score(self, given: Any) -> Any:
        """Compute everything."""
        made = {line.code: self.points_of(line, given[line.code].to_numpy()) for line in CRITERIA}
        total = sum(
            np.minimum(sum(made[code] for code in codes), CAP // self.scale)
            for codes in SECTIONS.values()
        )
        total = self.rounded(total)
        found = pd.DataFrame({"unit": given["unit"], "khoi": given["khoi"], **made, "total": total})
        found["grade"] = np.searchsorted(np.array(CUTS) // self.scale, total, side="right")
        found["rank"] = found.groupby("khoi")["total"].rank(method="min", ascending=False)
        return found

    def found(self, result: Any) -> Found:
        """Read the result."""
        points = [hundredths(result[code], self.scale) for code in CODES]
        total = hundredths(result["total"], self.scale)
        return Found(np.array(points), total, result["grade"].to_numpy(), result["rank"].to_numpy())


class Floats(Integers):
    """Floats, rounded half up by hand."""

    scale = 100

    def load(self, columns: Columns) -> Any:
        """Return a frame."""
        return pd.DataFrame(in_floats(columns))

    def rounded(self, value: Any) -> Any:
        """Round half up to hundredths."""
        return np.floor(value * 100 + 0.5) / 100

    def points_of(self, line: Line, value: Any) -> Any:
        """Return the points of a criterion."""
        data = line.data
        first = data[0] / 100 if line.kind != "B" else 0
        match line.kind:
            case "P":
                return self.rounded(data[1] / 100 * np.minimum(value / first, 1.0))
            case "S":
                most = data[1] / 100
                left = np.maximum(most - 0.5 * np.floor((first - value) / first * 100), 0.0)
                return np.where(value < first, left, most)
            case "B" | "R":
                rate = value if line.kind == "B" else value / first * 100
                place = np.searchsorted(np.array(line.cuts) / 100, rate, side="right")
                return (np.array(line.worth) / 100)[place]
            case "N":
                return np.maximum(-first * value, data[1] / 100)
            case _:
                over = np.minimum(0.5 * np.floor((value - first) / first * 100), 5.0)
                return np.where(value > first, over, 0.0)
