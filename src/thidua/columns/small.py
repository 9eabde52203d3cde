# SPDX-License-Identifier: MIT
"""Frames so small that expressions cost more than they save: the compiled function does them."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from thidua.columns.engine import Engine
from thidua.columns.plan import FramePlan
from thidua.program.node import Column, Literal, Multiplied
from thidua.program.source import functions

__all__ = ["SMALL", "compiled_points", "is_small"]

SMALL = 1500
"""Most rows that the compiled function does."""


def is_small(ready: FramePlan, units: Any, engine: Engine, short: int) -> bool:
    """Tell whether the compiled function takes a frame: a short one of integers, nothing else."""
    return (
        not engine.lazy
        and ready.parts is not None
        and len(units) <= short
        and bool(ready.inputs)
        and all(one.made is None for one in ready.inputs)
    )


def compiled_points(ready: FramePlan, units: Any) -> Any | None:
    """Return a frame with the points of all parts; None if some unit lacks some.

    Entries have been looked at.
    """
    given = functions(ready.rubric, sound=True)
    if given is None or ready.parts is None:
        return None
    columns = []
    for one in ready.inputs:
        values = units[one.code].to_list()
        match one.node:
            case Column():
                columns.append(values)
            case Multiplied((Literal(factor), Column())):
                columns.append([factor * value for value in values])
            case _:
                return None
    found = given.run([(row, (), ()) for row in zip(*columns, strict=True)])
    if not found or any(isinstance(one, int) for one in found):
        return None
    numbers = [*zip(*found, strict=True)]
    made = [
        nw.new_series(one.name, [*numbers[position]], one.dtype, backend=units.implementation)
        for position, one in ready.parts
    ]
    return units.with_columns(*made)
