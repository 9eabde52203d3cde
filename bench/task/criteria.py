# SPDX-License-Identifier: MIT
"""The benchmark rubric: 40 criteria in four sections, in whole hundredths."""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["CAP", "CLUSTER", "CODES", "CRITERIA", "CUTS", "SECTIONS", "Line"]

# P proportional (target, maximum): maximum × value / target, rounded half up to hundredths
# S half a point off for each full 1 % short (target, maximum), not below 0
# B bands of the value (thresholds, points)
# R bands of the percentage of the target (target, thresholds, points)
# N points off each time (each, floor)
# X half a point for each full 1 % over (target), at most 5
_ITEMS: dict[str, list[tuple[str, tuple[Any, ...]]]] = {
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


class Line(NamedTuple):
    """One criterion."""

    code: str
    section: str
    kind: str
    """A letter, see above."""
    data: tuple[Any, ...]

    @property
    def cuts(self) -> tuple[int, ...]:
        """Thresholds of the bands, from the lowest."""
        found: tuple[int, ...] = self.data[-2]
        return found

    @property
    def worth(self) -> tuple[int, ...]:
        """Points of the bands, one more than thresholds."""
        found: tuple[int, ...] = self.data[-1]
        return found


CRITERIA = [
    Line(f"{section}{i}", section, kind, data)
    for section, items in _ITEMS.items()
    for i, (kind, data) in enumerate(items)
]
CODES = [line.code for line in CRITERIA]
SECTIONS = {
    section: [line.code for line in CRITERIA if line.section == section] for section in _ITEMS
}
CAP = 2500
"""Most points of a section."""
CUTS = (5000, 7000, 8000, 9000)
"""Totals from which the classes 1 to 4 are given; below all of them it is 0."""
CLUSTER = 10
"""Units of a cluster, one after the other."""
