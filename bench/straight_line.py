# SPDX-License-Identifier: MIT
"""The 40 criteria by hand, as fast as people write them: the baselines of `run`.

In floats, as most offices' programs score; and as one straight-line function over whole
hundredths, printed from the same data, which is what compiling is measured against.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from rubric_40 import CRITERIA, SECTIONS

__all__ = ["by_floats", "printed"]

Result: TypeAlias = tuple[dict[str, int], int]


def _statements(key: str, kind: str, data: tuple[Any, ...]) -> Iterator[str]:
    yield f"a = r[{key!r}]"
    p = f"p_{key}"
    match kind:
        case "P":
            target, most = data
            yield f"{p} = {most} if a >= {target} else ({2 * most} * a + {target}) // {2 * target}"
        case "S":
            target, most = data
            steps = f"({target} - a) * 100 // {target}"
            yield f"{p} = {most} if a >= {target} else {most} - 50 * ({steps})"
            yield f"if {p} < 0: {p} = 0"
        case "B" | "R":
            cuts, points = data[-2:]
            cuts = cuts if kind == "B" else [-(-cut * data[0] // 10000) for cut in cuts]
            rows = [f"{worth} if a >= {cut}" for cut, worth in zip(cuts, points[1:], strict=True)]
            yield f"{p} = {' else '.join(reversed(rows))} else {points[0]}"
        case "N":
            each, floor = data
            yield f"{p} = {-each} * a"
            yield f"if {p} < {floor}: {p} = {floor}"
        case _:
            (target,) = data
            yield f"{p} = 50 * ((a - {target}) * 100 // {target}) if a > {target} else 0"
            yield f"if {p} > 500: {p} = 500"


def printed() -> Callable[[Mapping[str, int]], Result]:
    """Return the function over hundredths: points of the criteria by code, and the total."""
    lines = [line for code, _, kind, data in CRITERIA for line in _statements(code, kind, data)]
    for section, items in SECTIONS.items():
        inside = " + ".join(f"p_{section}{i}" for i in range(len(items)))
        lines += [f"s_{section} = {inside}", f"if s_{section} > 2500: s_{section} = 2500"]
    points = ", ".join(f"{code!r}: p_{code}" for code, *_ in CRITERIA)
    total = " + ".join(f"s_{section}" for section in SECTIONS)
    body = "\n    ".join([*lines, f"return {{{points}}}, {total}"])
    names: dict[str, Any] = {}
    exec(f"def unit(r):\n    {body}", names)  # noqa: S102 - printed above
    found: Callable[[Mapping[str, int]], Result] = names["unit"]
    return found


def _floats(value: object) -> Any:  # noqa: ANN401 - numbers, or lists of them
    return [_floats(one) for one in value] if isinstance(value, tuple) else value / 100  # type: ignore[operator]


TABLE = [(code, kind, _floats(data)) for code, _, kind, data in CRITERIA]
CODES = {
    section: [f"{section}{i}" for i in range(len(items))] for section, items in SECTIONS.items()
}


def by_floats(entries: Mapping[str, float]) -> tuple[dict[str, float], float]:
    """Return points of the criteria by code, and the total: fast, and now and then wrong."""
    points: dict[str, float] = {}
    for code, kind, data in TABLE:
        a = entries[code]
        if kind == "P":
            target, most = data
            points[code] = math.floor(most * min(a / target, 1.0) * 100 + 0.5) / 100
        elif kind == "S":
            target, most = data
            steps = math.floor((target - a) / target * 100)
            points[code] = max(most - 0.5 * steps, 0.0) if a < target else most
        elif kind == "B":
            cuts, table = data
            points[code] = table[bisect_right(cuts, a)]
        elif kind == "R":
            target, cuts, table = data
            points[code] = table[bisect_right(cuts, a / target * 100)]
        elif kind == "N":
            each, floor = data
            points[code] = max(-each * a, floor)
        else:
            (target,) = data
            steps = math.floor((a - target) / target * 100)
            points[code] = min(0.5 * steps, 5.0) if a > target else 0.0
    sums = [min(sum([points[code] for code in codes]), 25.0) for codes in CODES.values()]
    return points, math.floor(sum(sums) * 100 + 0.5) / 100
