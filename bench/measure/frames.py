# SPDX-License-Identifier: MIT
"""How long many units take at once, and how much memory."""

from __future__ import annotations

import gc
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from bench.measure.memory import peak
from bench.subjects import subject
from bench.task.data import stored

__all__ = ["frames"]

_FEW = 1000


def frames(name: str, units: int, folder: Path) -> dict[str, Any]:
    """Return milliseconds for all units, and MiB: the peak, and that before scoring.

    The work of all cores is told beside the time on the wall; the first time is told apart
    where units are few, as it makes plans and compiles.
    """
    columns = stored(folder, units, "uniform")
    one = subject(name)
    given = one.load(columns)
    gc.collect()
    loaded = peak()
    times: list[float] = []
    cores: list[float] = []
    for _ in range(11 if units <= _FEW else 3):
        began, worked = perf_counter(), process_time()
        result = one.score(given)
        times.append((perf_counter() - began) * 1000)
        cores.append((process_time() - worked) * 1000)
        del result
        gc.collect()
    first, warm = times[0], 1 if units <= _FEW else 0
    later = times[warm:]
    return {
        "time": median(later),
        "least": min(later),
        "cores": median(cores[warm:]),
        "first": first,
        "peak": peak(),
        "loaded": loaded,
    }
