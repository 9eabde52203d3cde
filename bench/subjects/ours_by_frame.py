# SPDX-License-Identifier: MIT
"""This library over frames: the same rubric whatever the library of dataframes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np

from bench.subjects.subject import FrameSubject
from bench.task.criteria import CODES
from bench.task.data import Array, Columns
from bench.task.exact import Found
from bench.task.rubric import grading, rubric
from thidua.columns import ColumnRubric, Layout, columnar

__all__ = ["Ours", "ready"]


def ready(**options: Any) -> ColumnRubric:
    """Return the rubric for frames of whole hundredths, with classes and ranks."""
    asked: dict[str, Any] = {"ties": "share", **options}
    layout = Layout(cluster="khoi", scaled=True)
    return columnar(rubric(), layout=layout, grading=grading(), **asked)


class Ours(FrameSubject):
    """A frame of whole hundredths in, a frame of whole numbers out."""

    options: ClassVar[dict[str, Any]] = {}

    def __init__(self) -> None:
        self.ready = ready(**self.options)

    def frame(self, given: Any) -> Any:
        """Return what is scored of what was loaded."""
        return given

    def score(self, given: Any) -> Any:
        """Compute everything."""
        return self.ready.score(self.frame(given))

    @abstractmethod
    def columns(self, result: Any) -> Mapping[str, Any]:
        """Return the columns of the result, in whatever order units have."""

    def found(self, result: Any) -> Found:
        """Read the result: points over the denominators that `outputs` tells."""
        one: Columns = dict.fromkeys(CODES, np.zeros(1, np.int32))
        outputs = self.ready.outputs(self.frame(self.load(one)))
        below = {each.code: each.below or 1 for each in outputs}
        columns = self.columns(result)
        order = np.argsort(np.asarray(columns["unit"]), kind="stable")

        def read(name: str, code: str) -> Array:
            return np.asarray(columns[name]).astype(np.int64)[order] * (100 // below.get(code, 100))

        points = np.array([read(f"points_{code}", code) for code in CODES])
        return Found(points, read("total", "total"), read("class", ""), read("rank", ""))
