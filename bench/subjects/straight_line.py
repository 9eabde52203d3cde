# SPDX-License-Identifier: MIT
"""The rubric as one straight-line function over whole hundredths, printed from its data.

The fastest that Python does: what compiling is measured against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

from bench.subjects.subject import Row, RowSubject
from bench.task.criteria import CAP, CODES, CRITERIA, CUTS, SECTIONS, Line

__all__ = ["StraightLine"]


def _chosen(value: str, cuts: Sequence[int], worth: Sequence[int]) -> str:
    rows = [f"{one} if {value} >= {cut}" for cut, one in zip(cuts, worth[1:], strict=True)]
    return f"{' else '.join(reversed(rows))} else {worth[0]}"


def _statements(line: Line) -> Iterator[str]:
    yield f"a = r[{line.code!r}]"
    p = f"p_{line.code}"
    match line.kind:
        case "P":
            target, most = line.data
            yield f"{p} = {most} if a >= {target} else ({2 * most} * a + {target}) // {2 * target}"
        case "S":
            target, most = line.data
            steps = f"({target} - a) * 100 // {target}"
            yield f"{p} = {most} if a >= {target} else {most} - 50 * ({steps})"
            yield f"if {p} < 0: {p} = 0"
        case "B":
            yield f"{p} = {_chosen('a', line.cuts, line.worth)}"
        case "R":
            cuts = [-(-cut * line.data[0] // 10000) for cut in line.cuts]
            yield f"{p} = {_chosen('a', cuts, line.worth)}"
        case "N":
            each, floor = line.data
            yield f"{p} = {-each} * a"
            yield f"if {p} < {floor}: {p} = {floor}"
        case _:
            (target,) = line.data
            yield f"{p} = 50 * ((a - {target}) * 100 // {target}) if a > {target} else 0"
            yield f"if {p} > 500: {p} = 500"


def _source() -> str:
    lines = [statement for line in CRITERIA for statement in _statements(line)]
    for section, codes in SECTIONS.items():
        lines.append(f"s_{section} = {' + '.join(f'p_{code}' for code in codes)}")
        lines.append(f"if s_{section} > {CAP}: s_{section} = {CAP}")
    lines.append(f"total = {' + '.join(f's_{section}' for section in SECTIONS)}")
    lines.append(f"grade = {_chosen('total', CUTS, range(5))}")
    points = ", ".join(f"{code!r}: p_{code}" for code in CODES)
    body = "\n    ".join([*lines, f"return {{{points}}}, total, grade"])
    return f"def unit(r):\n    {body}\n"


class StraightLine(RowSubject):
    """The printed function."""

    number: ClassVar[Callable[[int], Any]] = int
    scale: ClassVar[int] = 1

    def __init__(self) -> None:
        names: dict[str, Any] = {}
        exec(_source(), names)  # noqa: S102 - printed above
        self._function: Callable[[Row], tuple[dict[str, int], int, int]] = names["unit"]

    def called(self) -> Callable[[Row], Any]:
        """Return the function itself, without a step between."""
        return self._function

    def unit(self, row: Row) -> tuple[dict[str, int], int, int]:
        """Compute one unit."""
        return self._function(row)
