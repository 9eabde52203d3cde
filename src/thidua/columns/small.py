# SPDX-License-Identifier: MIT
"""Frames so small that expressions cost more than they save: the compiled function does them."""

from __future__ import annotations

from typing import Any, cast

import narwhals as nw

from thidua.columns.engine import Engine
from thidua.columns.entries import all_differ
from thidua.columns.inputs import Input
from thidua.columns.plan import FramePlan
from thidua.program.node import Literal, Multiplied
from thidua.program.source import functions

__all__ = ["SMALL", "compiled_points", "is_small"]

SMALL = 1500
"""Most rows that the compiled function does."""


def is_small(ready: FramePlan, units: Any, engine: Engine, short: int) -> bool:
    """Tell whether the compiled function takes a frame: a short one of integers, nothing else."""
    return (
        not engine.lazy
        and ready.parts is not None
        and 0 < len(units) <= short
        and bool(ready.inputs)
        and all(one.made is None and one.extremes is not None for one in ready.inputs)
    )


def compiled_points(ready: FramePlan, units: Any) -> Any | None:
    """Return a frame with the points of all parts; None if something is wrong, or lacking."""
    given = functions(ready.rubric, sound=True)
    if given is None or ready.parts is None or not _named(ready, units):
        return None
    columns = [_values(one, units[one.code].to_list()) for one in ready.inputs]
    if None in columns:
        return None
    # parts of which every unit has a number lack none: what comes out are tuples
    found = given.run([(row, (), ()) for row in zip(*filter(None, columns), strict=True)])
    numbers = [*zip(*cast("list[tuple[int, ...]]", found), strict=True)]
    made = [
        nw.new_series(one.name, [*numbers[position]], one.dtype, backend=units.implementation)
        for position, one in ready.parts
    ]
    return units.with_columns(*made)


def _named(ready: FramePlan, units: Any) -> bool:
    """Tell whether every unit has a code of its own, and every cluster has one."""
    codes = [code for _, code, (_, fault, _) in ready.wrong if fault == "no-value"]
    named = [units[code] for code in codes if code not in {one.code for one in ready.inputs}]
    return not any(one.null_count() for one in named) and all_differ(units[ready.unit])


def _values(one: Input, given: list[Any]) -> list[int] | None:
    """Return entries as the function takes them; None if one of them is wrong."""
    low, high = one.extremes or (0, 0)
    if {*map(type, given)} != {int} or min(given) < low or max(given) > high:
        return None
    match one.node:
        case Multiplied((Literal(factor), _)):
            return [factor * value for value in given]
        case _:
            return given
