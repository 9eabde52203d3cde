# SPDX-License-Identifier: MIT
"""What units report, in whole hundredths: the same on every machine, from a seed.

``uniform`` draws from the whole range around a target. ``percent`` draws whole and half
percents of the target, rounded to hundredths, as offices report: values that lie exactly on
thresholds and on ties of rounding are then common, and floats show.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from bench.task.criteria import CLUSTER, CODES, CRITERIA

__all__ = [
    "FLAVOURS",
    "PART",
    "SEED",
    "Array",
    "Columns",
    "clusters",
    "draw",
    "loaded",
    "parts",
    "stored",
]

Array: TypeAlias = npt.NDArray[Any]
Columns: TypeAlias = Mapping[str, Array]
"""A column for each criterion, by code, in hundredths; of events the count."""

SEED = 20260822
FLAVOURS = ("uniform", "percent")
PART = 1_000_000
"""Most units drawn at once, where there are more."""
_RANGES = {"P": (0.70, 1.10), "S": (0.85, 1.05), "R": (0.5, 1.1), "X": (0.9, 1.15)}


def draw(units: int, flavour: str, part: int = 0) -> Columns:
    """Draw what *units* report."""
    seeds = [SEED, units, FLAVOURS.index(flavour)]
    dice = np.random.default_rng([*seeds, part] if part else seeds)
    found: dict[str, Array] = {}
    percent = flavour == "percent"
    for line in CRITERIA:
        if line.kind == "N":
            drawn = dice.poisson(0.8, units)
        elif line.kind == "B":
            drawn = (
                dice.integers(80, 201, units) * 50 if percent else dice.integers(4000, 10001, units)
            )
        else:
            target, (low, high) = line.data[0], _RANGES[line.kind]
            if percent:
                halves = dice.integers(int(low * 200), int(high * 200) + 1, units)
                drawn = (2 * target * halves.astype(np.int64) + 200) // 400
            else:
                drawn = dice.integers(int(low * target), int(high * target) + 1, units)
        found[line.code] = drawn.astype(np.int32)
    return found


def parts(units: int, flavour: str) -> Iterator[Columns]:
    """Draw many units, a part after the other."""
    for part, start in enumerate(range(0, units, PART)):
        yield draw(min(PART, units - start), flavour, part)


def stored(folder: Path, units: int, flavour: str) -> Columns:
    """Return what *units* report, from a file, written if it is not there.

    Columns are read one at a time, when they are asked for: memory then holds what the
    subjects make of them and nothing else.
    """
    path = folder / f"{flavour}-{units}.i32"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")  # several processes may want it at once
        with part.open("wb") as file:
            for column in draw(units, flavour).values():
                column.tofile(file)
        part.rename(path)
    return _Stored(path, units)


class _Stored(Mapping[str, Array]):
    def __init__(self, path: Path, units: int) -> None:
        self._path = path
        self._units = units

    def __getitem__(self, code: str) -> Array:
        start = CODES.index(code) * self._units * 4
        return np.fromfile(self._path, np.int32, count=self._units, offset=start)

    def __iter__(self) -> Iterator[str]:
        return iter(CODES)

    def __len__(self) -> int:
        return len(CODES)


def clusters(units: int) -> Array:
    """Return the number of the cluster of each unit."""
    return np.arange(units, dtype=np.int64) // CLUSTER


def loaded(columns: Columns, dtype: Any = np.int64) -> dict[str, Array]:
    """Return units, clusters and whole hundredths as arrays of one type."""
    return _with_units({code: columns[code].astype(dtype) for code in CODES})


def in_floats(columns: Columns) -> dict[str, Array]:
    """Return units, clusters and floats as arrays; of events the count."""
    return _with_units(
        {
            line.code: columns[line.code].astype(np.int64)
            if line.kind == "N"
            else columns[line.code] / 100
            for line in CRITERIA
        }
    )


def _with_units(made: dict[str, Array]) -> dict[str, Array]:
    units = len(made[CODES[0]])
    return {"unit": np.arange(units), "khoi": clusters(units), **made}
