# SPDX-License-Identifier: MIT
"""A rubric of 40 criteria in four sections, with sheets drawn from a seed.

Numbers are whole hundredths, so that a baseline of any number type can start from them.
"""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from thidua import Criterion, Measure, Rounding, Rubric, Section, Sheet
from thidua.formula import Band, Banded, PerEvent, Proportional, Stepped
from thidua.quantity import Given

# P proportional (target, maximum); S half a point off for each full 1 % short (target, maximum);
# B bands of the value (thresholds, points); R bands of the percentage (target, thresholds, points);
# N points off each time (each, floor); X half a point for each full 1 % over (target), at most 5.
SECTIONS: dict[str, list[tuple[str, tuple[Any, ...]]]] = {
    "a": [
        ("P", (10000, 300)),
        ("P", (9500, 250)),
        ("P", (3650, 200)),
        ("P", (12000, 300)),
        ("S", (9000, 400)),
        ("S", (9800, 300)),
        ("B", ((5000, 6500, 8000, 9500), (0, 100, 200, 300, 400))),
        ("R", (4800, (6000, 7500, 9000, 10000), (0, 100, 200, 300, 350))),
        ("N", (25, -200)),
        ("X", (9000,)),
    ],
    "b": [
        ("P", (8500, 200)),
        ("P", (735, 300)),
        ("P", (9750, 350)),
        ("P", (24000, 200)),
        ("S", (9500, 350)),
        ("S", (1280, 350)),
        ("B", ((4500, 6000, 7500, 9000), (50, 100, 200, 300, 400))),
        ("R", (36000, (5000, 7000, 8500, 9500), (0, 100, 150, 250, 350))),
        ("N", (50, -300)),
        ("X", (6400,)),
    ],
    "c": [
        ("P", (9200, 400)),
        ("P", (6667, 300)),
        ("P", (4550, 350)),
        ("P", (1600, 250)),
        ("S", (10000, 400)),
        ("S", (7250, 400)),
        ("R", (9250, (5500, 7000, 8000, 9200), (0, 100, 200, 300, 400))),
        ("N", (100, -500)),
        ("N", (25, -100)),
        ("X", (11500,)),
    ],
    "d": [
        ("P", (3600, 300)),
        ("P", (15000, 400)),
        ("P", (2365, 300)),
        ("P", (9900, 300)),
        ("S", (8000, 350)),
        ("S", (45000, 450)),
        ("B", ((6000, 7000, 8000, 9000), (0, 150, 250, 350, 400))),
        ("N", (50, -200)),
        ("N", (25, -200)),
        ("X", (7000,)),
    ],
}
CRITERIA = [
    (f"{section}{i}", section, kind, data)
    for section, items in SECTIONS.items()
    for i, (kind, data) in enumerate(items)
]


def _hundredths(number: int) -> Fraction:
    return Fraction(number, 100)


def _bands(thresholds: tuple[int, ...], points: tuple[int, ...]) -> list[Band]:
    ends = [None, *map(_hundredths, thresholds), None]
    return [
        Band(_hundredths(worth), at_least=low, below=high)
        for worth, low, high in zip(points, ends, ends[1:], strict=False)
    ]


def _criterion(code: str, kind: str, data: tuple[Any, ...]) -> Criterion:
    match kind:
        case "P":
            target, most = map(_hundredths, data)
            formula = Proportional(code, to=target)
            return Criterion(code, code, maximum=most, formula=formula, rounding=Rounding("0.01"))
        case "S":
            target, most = map(_hundredths, data)
            steps = Stepped(code, target, side="short", step="0.01", each="-0.5")
            return Criterion(code, code, maximum=most, formula=steps)
        case "B" | "R":
            thresholds, points = data[-2:]
            to = _hundredths(data[0]) if kind == "R" else None
            table = Banded(code, _bands(thresholds, points), to=to)
            return Criterion(code, code, maximum=_hundredths(points[-1]), formula=table)
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
    measures = [
        Measure(code, code, places=0 if kind == "N" else 2) for code, _, kind, _ in CRITERIA
    ]
    sections = [
        Section(
            section,
            section,
            at_most=25,
            criteria=[_criterion(f"{section}{i}", *item) for i, item in enumerate(items)],
        )
        for section, items in SECTIONS.items()
    ]
    return Rubric("bench-40", "40 criteria", measures=measures, sections=sections)


def sheet(unit: str, draw: random.Random) -> Sheet:
    """Draw the sheet of a unit: results around their targets."""
    entries: dict[str, Given] = {}
    for code, _, kind, data in CRITERIA:
        if kind == "N":
            entries[code] = draw.randint(0, 3)
        elif kind == "B":
            entries[code] = _hundredths(draw.randint(4000, 10000))
        else:
            entries[code] = _hundredths(int(data[0] * draw.uniform(0.7, 1.15)))
    return Sheet(unit, entries)
