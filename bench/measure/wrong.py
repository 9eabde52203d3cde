# SPDX-License-Identifier: MIT
"""How many totals, ranks and classes differ from the exact ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.subjects import subject
from bench.subjects.subject import RowSubject
from bench.task.criteria import CLUSTER, CODES
from bench.task.data import Columns, stored
from bench.task.exact import exactly

__all__ = ["wrong"]

_PART = 10_000
"""Units that a row subject holds at once: whole clusters."""
assert _PART % CLUSTER == 0


def wrong(name: str, units: int, flavour: str, folder: Path) -> dict[str, Any]:
    """Return how many of *units* have a wrong total, rank or class, or any wrong points."""
    columns, one = stored(folder, units, flavour), subject(name)
    whole = {code: columns[code] for code in CODES}
    expected = exactly(whole)
    counts = {"totals": 0, "ranks": 0, "classes": 0, "points": 0}
    part = _PART if isinstance(one, RowSubject) else units
    for start in range(0, units, part):
        here = slice(start, start + part)
        some: Columns = {code: column[here] for code, column in whole.items()}
        found = one.found(one.score(one.load(some)))
        counts["totals"] += int((found.total != expected.total[here]).sum())
        counts["ranks"] += int((found.rank != expected.rank[here]).sum())
        counts["classes"] += int((found.grade != expected.grade[here]).sum())
        counts["points"] += int((found.points != expected.points[:, here]).any(axis=0).sum())
    return {"units": units, **counts}
