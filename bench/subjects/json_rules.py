# SPDX-License-Identifier: MIT
"""JSON Logic, with the operators that every implementation has: floats in Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from json_logic import jsonLogic

from bench.subjects.subject import Row, RowSubject
from bench.task.criteria import CAP, CRITERIA, CUTS, SECTIONS, Line

__all__ = ["JsonRules"]


def _floor(value: Any) -> Any:
    return {"-": [value, {"%": [value, 1]}]}


def _rounded(value: Any) -> Any:
    return {"/": [_floor({"+": [{"*": [value, 100]}, 0.5]}), 100]}


def _bands(value: Any, cuts: Sequence[int], worth: Sequence[float]) -> Any:
    found: list[Any] = []
    for cut, points in zip(reversed(cuts), reversed(worth[1:]), strict=True):
        found += [{">=": [value, cut / 100]}, points]
    return {"if": [*found, worth[0]]}


def _rule(line: Line) -> Any:
    value = {"var": line.code}
    first = line.data[0] / 100 if line.kind != "B" else None
    match line.kind:
        case "P":
            share = {"min": [{"/": [value, first]}, 1]}
            return _rounded({"*": [line.data[1] / 100, share]})
        case "S":
            most = line.data[1] / 100
            short = _floor({"*": [{"/": [{"-": [first, value]}, first]}, 100]})
            left = {"max": [{"-": [most, {"*": [0.5, short]}]}, 0]}
            return {"if": [{"<": [value, first]}, left, most]}
        case "B" | "R":
            rate = value if line.kind == "B" else {"*": [{"/": [value, first]}, 100]}
            return _bands(rate, line.cuts, [one / 100 for one in line.worth])
        case "N":
            return {"max": [{"*": [-line.data[0] / 100, value]}, line.data[1] / 100]}
        case _:
            over = _floor({"*": [{"/": [{"-": [value, first]}, first]}, 100]})
            return {"if": [{">": [value, first]}, {"min": [{"*": [0.5, over]}, 5]}, 0]}


class JsonRules(RowSubject):
    """A rule for each criterion, section, the total and the class."""

    number: ClassVar[Callable[[int], Any]] = staticmethod(lambda value: value / 100)

    def __init__(self) -> None:
        self._points = [(line.code, _rule(line)) for line in CRITERIA]
        self._sections = [
            (section, {"min": [{"+": [{"var": code} for code in codes]}, CAP / 100]})
            for section, codes in SECTIONS.items()
        ]
        self._total = _rounded({"+": [{"var": section} for section in SECTIONS]})
        self._grade = _bands({"var": "total"}, CUTS, [0, 1, 2, 3, 4])

    def unit(self, row: Row) -> tuple[dict[str, Any], Any, Any]:
        """Compute one unit."""
        points = {code: jsonLogic(rule, row) for code, rule in self._points}
        sections = {code: jsonLogic(rule, points) for code, rule in self._sections}
        total = jsonLogic(self._total, sections)
        return points, total, jsonLogic(self._grade, {"total": total})
