# SPDX-License-Identifier: MIT
"""What is computed for one kind of frame: its steps, in order, and the columns that come out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

import narwhals as nw
from attrs import frozen

from thidua.columns.build import Builder
from thidua.columns.demand import Demand, Output
from thidua.columns.engine import Engine
from thidua.columns.inputs import Input, Wrong
from thidua.columns.intake import Intake, Schema
from thidua.columns.lists import Lists
from thidua.columns.peers import Peers
from thidua.columns.refusal import Place
from thidua.columns.results import Results
from thidua.columns.source import Source
from thidua.columns.table import Table
from thidua.errors import Faults
from thidua.program.node import Column, Literal
from thidua.program.program import Program, program
from thidua.program.truth import YES
from thidua.rubric import Rubric

__all__ = ["FramePlan", "make_plan"]


@final
@frozen(eq=False)
class FramePlan:
    """Steps over frames of one kind, ready to be taken."""

    units: Table
    """The frame of units."""
    lists: Mapping[str, Table]
    """The frames of lists, by code."""
    unit: str
    """Column with the code of the unit."""
    row: str
    """A column that no frame has, for the order of rows."""
    wrong: tuple[tuple[str | None, str, Wrong], ...]
    """All that may be wrong, with the list and the measure."""
    inputs: tuple[Input, ...]
    """What is read."""
    finals: tuple[nw.Expr, ...]
    """The columns that come out."""
    masks: tuple[tuple[str, str], ...]
    """Columns that come out, and those of where they hold; for frames without nulls in integers."""
    classes: tuple[str, tuple[str, ...]] | None
    """The column that holds places among the names of classes, and these; None if it holds
    the names themselves, or nobody asks for classes."""
    outputs: tuple[Output, ...]
    """What they are."""
    widths: Mapping[str, int]
    """Bits of the integers that each part is computed in, by code."""
    last: int
    """The last level."""
    rubric: Rubric
    """The rubric."""
    parts: tuple[tuple[int, Source], ...] | None
    """Where each number of the compiled function stands as a column, by its position; None if
    points take more than the entries of a unit."""
    of_points: Mapping[int, range]
    """Which of the columns made at each level points take; others are made of points."""


def make_plan(
    demand: Demand,
    engine: Engine,
    schema: Schema,
    list_schemas: Mapping[str, Schema],
    *,
    sound: bool,
    most_units: int,
    most_items: Mapping[str, int],
) -> FramePlan:
    """Plan what is done to frames of one kind.

    Raises:
        Faults: If columns are missing or of the wrong type, or if numbers may not fit; all
            of them at once.
    """
    found = program(demand.rubric, sound=sound)
    intake = Intake(demand, found, engine, schema, list_schemas)
    if intake.faults:
        raise Faults(tuple(intake.faults))
    steps, units, place = intake.steps, intake.units, Place(intake.faults)
    clean = intake.clean()
    unit = demand.layout.unit
    peers = Peers(steps, units, intake.cluster(), most_units, clean, place)
    lists = Lists(steps, units, intake.lists, unit, most_items, place)
    builder = Builder(
        found, steps, intake.inputs, intake.list_states, units, lists, peers, clean, place
    )
    results = Results(demand, found, intake, builder, peers, clean)
    if intake.faults:
        raise Faults(tuple({str(one): one for one in intake.faults}.values()))  # each once
    finals, masks = results.expressions()
    tables = [units, *intake.lists.values()]
    return FramePlan(
        units,
        intake.lists,
        unit,
        steps.name(),
        tuple(intake.wrong),
        tuple(intake.inputs.values()),
        finals,
        masks,
        results.classes,
        results.outputs,
        steps.widths,
        max((level for one in tables for level in [*one.levels, *one.foldings]), default=0),
        demand.rubric,
        _compiled(found, builder, intake, schema),
        results.of_points,
    )


def _compiled(
    found: Program, builder: Builder, intake: Intake, schema: Schema
) -> tuple[tuple[int, Source], ...] | None:
    """Return where the numbers of the compiled function stand, if it gives all points take."""
    if not found.sound or found.looks or found.items:
        return None
    parts: dict[Column, tuple[int, Source]] = {}
    for position, line in enumerate(found.lines):
        above, below = builder.points(line.code)
        if not isinstance(line.below, Literal) or above.holds != YES or below.holds != YES:
            return None
        if isinstance(above.node, Column) and intake.steps.sources[above.node].name not in schema:
            parts[above.node] = position, intake.steps.sources[above.node]
    return tuple(parts.values())
