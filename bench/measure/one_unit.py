# SPDX-License-Identifier: MIT
"""How long one unit takes: everything but its rank."""

from __future__ import annotations

import gc
from itertools import cycle, islice
from statistics import median
from time import process_time
from typing import Any

from bench.subjects import subject
from bench.subjects.subject import RowSubject
from bench.task.data import draw

__all__ = ["one_unit"]

_ROWS, _REPEATS, _LEAST, _LASTS = 1000, 15, 3, 0.05


def one_unit(name: str, limit: float) -> dict[str, Any]:
    """Return microseconds for a unit of a thousand in turn, and how long making ready took."""
    columns = draw(_ROWS, "uniform")
    began = process_time()
    one = subject(name)
    ready = process_time() - began
    assert isinstance(one, RowSubject)
    rows, unit = one.load(columns), one.called()
    began = process_time()
    for row in rows[:3]:
        unit(row)
    took = max((process_time() - began) / 3, 1e-7)
    loop = [*islice(cycle(rows), min(20_000, max(3, int(_LASTS / took))))]
    times: list[float] = []
    end = process_time() + limit
    gc.disable()
    while len(times) < _REPEATS and (process_time() < end or len(times) < _LEAST):
        began = process_time()
        for row in loop:
            unit(row)
        times.append((process_time() - began) / len(loop) * 1e6)
    return {"time": median(times), "least": min(times), "ready": ready * 1000}
