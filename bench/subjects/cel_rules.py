# SPDX-License-Identifier: MIT
"""The Common Expression Language, as its Rust implementation computes it: doubles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import cel

from bench.subjects.subject import Row, RowSubject
from bench.subjects.zen_rules import bands, written
from bench.task.criteria import CAP, CRITERIA, CUTS, SECTIONS, Line

__all__ = ["Cel"]


def _least(one: str, other: str) -> str:
    return f"({one} < {other} ? {one} : {other})"


def _rounded(value: str) -> str:
    return f"double(int(({value}) * 100.0 + 0.5)) / 100.0"


def _expression(line: Line) -> str:
    code, data = line.code, [written(one) for one in line.data if isinstance(one, int)]
    match line.kind:
        case "P":
            return _rounded(f"{data[1]} * {_least(f'{code} / {data[0]}', '1.0')}")
        case "S":
            left = f"({data[1]} - 0.5 * double(int(({data[0]} - {code}) / {data[0]} * 100.0)))"
            return f"{code} < {data[0]} ? ({left} > 0.0 ? {left} : 0.0) : {data[1]}"
        case "B":
            return bands(code, line.cuts, [written(one) for one in line.worth])
        case "R":
            rate = f"{code} / {data[0]} * 100.0"
            return bands(rate, line.cuts, [written(one) for one in line.worth])
        case "N":
            off = f"-{data[0]} * double({code})"
            return f"{off} > {data[1]} ? {off} : {data[1]}"
        case _:
            gain = f"0.5 * double(int(({code} - {data[0]}) / {data[0]} * 100.0))"
            return f"{code} > {data[0]} ? {_least(gain, '5.0')} : 0.0"


class Cel(RowSubject):
    """A program for each criterion, section, the total and the class."""

    number: ClassVar[Callable[[int], Any]] = staticmethod(lambda value: value / 100)

    def __init__(self) -> None:
        self._points = [(line.code, cel.compile(_expression(line))) for line in CRITERIA]
        self._sections = [
            (section, cel.compile(_least(f"({' + '.join(codes)})", written(CAP))))
            for section, codes in SECTIONS.items()
        ]
        self._total = cel.compile(_rounded(" + ".join(SECTIONS)))
        self._grade = cel.compile(bands("total", CUTS, ["0", "1", "2", "3", "4"]))

    def unit(self, row: Row) -> tuple[dict[str, Any], Any, Any]:
        """Compute one unit."""
        points = {code: program.execute(row) for code, program in self._points}
        sections = {code: program.execute(points) for code, program in self._sections}
        total = self._total.execute(sections)
        return points, total, self._grade.execute({"total": total})
