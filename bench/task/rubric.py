# SPDX-License-Identifier: MIT
"""The benchmark rubric as a rubric of the library."""

from __future__ import annotations

from fractions import Fraction

from bench.task.criteria import CAP, CRITERIA, CUTS, SECTIONS, Line
from thidua import Criterion, Measure, Rounding, Rubric, Section
from thidua.formula import Band, Banded, PerEvent, Proportional, Stepped
from thidua.ranking import Grade, GradeTable

__all__ = ["grading", "rubric"]


def _hundredths(number: int) -> Fraction:
    return Fraction(number, 100)


def _criterion(line: Line) -> Criterion:
    code, data = line.code, line.data
    match line.kind:
        case "P":
            target, most = map(_hundredths, data)
            formula = Proportional(code, to=target)
            return Criterion(code, code, maximum=most, formula=formula, rounding=Rounding("0.01"))
        case "S":
            target, most = map(_hundredths, data)
            steps = Stepped(code, target, side="short", step="0.01", each="-0.5")
            return Criterion(code, code, maximum=most, formula=steps)
        case "B" | "R":
            ends = [None, *map(_hundredths, line.cuts), None]
            bands = [
                Band(_hundredths(worth), at_least=low, below=high)
                for worth, low, high in zip(line.worth, ends, ends[1:], strict=False)
            ]
            to = _hundredths(data[0]) if line.kind == "R" else None
            most = _hundredths(line.worth[-1])
            return Criterion(code, code, maximum=most, formula=Banded(code, bands, to=to))
        case "N":
            each, floor = map(_hundredths, data)
            events = PerEvent.of(code, -each, start=0, at_least=floor)
            return Criterion(code, code, maximum=0, formula=events)
        case _:
            target = _hundredths(data[0])
            steps = Stepped(code, target, side="over", step="0.01", each="0.5", at_most=5)
            return Criterion(code, code, maximum=0, role="bonus", formula=steps)


def rubric() -> Rubric:
    """Return the rubric."""
    made = {line.code: _criterion(line) for line in CRITERIA}
    return Rubric(
        "bench-40",
        "40 criteria",
        measures=[
            Measure(line.code, line.code, places=0 if line.kind == "N" else 2) for line in CRITERIA
        ],
        sections=[
            Section(section, section, at_most=_hundredths(CAP), criteria=[made[c] for c in codes])
            for section, codes in SECTIONS.items()
        ],
    )


def grading() -> GradeTable:
    """Return the classes "4" to "0"."""
    best = [Grade(str(i + 1), at_least=_hundredths(CUTS[i])) for i in (3, 2, 1, 0)]
    return GradeTable([*best, Grade("0")])
