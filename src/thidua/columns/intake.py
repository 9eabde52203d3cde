# SPDX-License-Identifier: MIT
"""What comes in: the columns of units and lists that a program reads, or why they cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from operator import and_
from typing import TypeAlias

import narwhals as nw

from thidua.columns.demand import Demand, unused
from thidua.columns.engine import DTYPES, Engine
from thidua.columns.inputs import Input, Wrong, read, state_number
from thidua.columns.source import Source
from thidua.columns.steps import Steps
from thidua.columns.table import Folding, Table
from thidua.errors import Fault, Path, SheetFault, suggest
from thidua.program.node import Column, Truth
from thidua.program.program import Program
from thidua.program.term import STATES
from thidua.program.truth import YES, all_of, at_least, negate
from thidua.rubric import Indicator
from thidua.rubric.plan import plan

__all__ = ["Intake", "Schema"]

Schema: TypeAlias = Mapping[str, nw.dtypes.DType]
_ONE, _NONE = (nw.lit(number, dtype=DTYPES[32]) for number in (1, 0))


class Intake:
    """The columns that a program reads, of frames of one layout."""

    def __init__(
        self,
        demand: Demand,
        program: Program,
        engine: Engine,
        schema: Schema,
        list_schemas: Mapping[str, Schema],
    ) -> None:
        self._demand, self._program, self._engine = demand, program, engine
        self._schema, self._list_schemas = schema, list_schemas
        self._plan = plan(demand.rubric)
        self.faults: list[Fault] = []
        names = [*schema, *(name for one in list_schemas.values() for name in one)]
        self.steps = Steps(engine, unused(names), self.faults)
        self.units = Table(None)
        self.lists = {code: Table(code) for code in program.items}
        self.wrong: list[tuple[str | None, str, Wrong]] = []
        """All that may be wrong, with the list and the measure."""
        self.inputs: dict[tuple[str | None, str], Input] = {}
        self.list_states: dict[str, Column] = {}
        self.bad_lists: dict[str, Truth] = {}
        """Where an item of a list is wrong, by its code."""
        self._fine: dict[str | None, list[nw.Expr]] = {}
        self._read()

    def _read(self) -> None:
        layout = self._demand.layout
        for name in self._demand.carried:
            self._find((), name, self._schema, "the frame")
        for one in (layout.unit, layout.cluster):
            if one is not None:
                self._never_null(None, one)
        for column in self._program.columns:
            step = self._plan.steps.get(column.code)
            self._take(self._plan.indicators[column.code], column, step, self._schema, self.units)
        for code, columns in self._program.items.items():
            if code not in self._list_schemas:
                what = f"no frame for the list {code!r}"
                self.faults.append(SheetFault((code,), "list-missing", what, "give it in items"))
                continue
            schema = self._list_schemas[code]
            self._find_unit(code, schema)
            for column in columns:
                self._take(
                    self._plan.items[code][column.code], column, None, schema, self.lists[code]
                )
            if layout.states is not None and code + layout.states in self._schema:
                self._take_list_state(code, code + layout.states)

    def _find(self, at: Path, name: str, schema: Schema, where: str) -> bool:
        if name not in schema:
            what = f"{where} has no column {name!r}"
            self.faults.append(SheetFault(at, "column-missing", what, suggest(name, schema)))
        return name in schema

    def _find_unit(self, code: str, schema: Schema) -> None:
        """Find the column by which a list is joined to the units; both are of one type."""
        unit, where = self._demand.layout.unit, f"the frame of {code!r}"
        if self._find((code,), unit, schema, where) and unit in self._schema:
            own, theirs = schema[unit], self._schema[unit]
            if own != theirs:
                what = f"{where} holds {own} in {unit!r}, that of the units {theirs}"
                self.faults.append(SheetFault((code,), "column-type", what, "make them the same"))

    def _never_null(self, items: str | None, name: str) -> None:
        empty = nw.col(name).is_null()
        self.wrong.append((items, name, (empty, "no-value", "nothing")))
        self._fine.setdefault(items, []).append(~empty)

    def _take(
        self,
        indicator: Indicator,
        column: Column,
        step: Fraction | None,
        schema: Schema,
        table: Table,
    ) -> None:
        layout, steps, place = self._demand.layout, self.steps, column.items
        apart, name = bool(self._list_schemas), steps.name()
        one = read(indicator, column, step, schema, layout, self._engine, name, apart=apart)
        if not isinstance(one, Input):
            self.faults.append(one)
            return
        self.inputs[place, column.code] = one
        self.wrong += [(place, column.code, wrong) for wrong in one.wrong]
        if one.fine is not None:
            self._fine.setdefault(place, []).append(one.fine)
        if one.made is not None:
            table.at(0, one.made.alias(one.source.name))
        steps.place(one.column, one.source, -1 if one.made is None else 0)
        if one.state is not None:
            self._mark(table, one.state[0], one.state[1])

    def _mark(self, table: Table, column: Column, made: nw.Expr) -> None:
        name = self.steps.name()
        table.at(0, made.cast(DTYPES[32]).alias(name))
        self.steps.place(column, Source(name, DTYPES[32]), 0)

    def _take_list_state(self, code: str, name: str) -> None:
        wrong: list[Wrong] = []
        number = state_number(name, wrong)
        column = Column(f"?{code}", None, 0, len(STATES))
        self._mark(self.units, column, number)
        self.list_states[code] = column
        self.wrong += [(None, code, one) for one in wrong]
        self._fine.setdefault(None, []).extend(~one.fill_null(False) for one, _, _ in wrong)  # noqa: FBT003

    def cluster(self) -> str:
        """Return the column of clusters; one is made if all units are of one."""
        if self._demand.layout.cluster is not None:
            return self._demand.layout.cluster
        name = self.steps.name()
        if self._program.looks or self._demand.ties is not None:
            self.units.at(-1, nw.lit(0, dtype=DTYPES[32]).alias(name))
        return name

    def clean(self) -> Truth:
        """Return where nothing is wrong; of frames that are looked at first, everywhere."""
        if not self._engine.lazy:
            return YES
        wrong: list[Truth] = []
        for items, fine in self._fine.items():
            table = self.units if items is None else self.lists[items]
            column = Column(f"!{items or ''}", items, 0, 1)
            self._mark(table, column, nw.when(reduce(and_, fine)).then(_NONE).otherwise(_ONE))
            if items is None:
                wrong.append(at_least(column, 1))
            else:
                self.bad_lists[items] = at_least(self._fold_mark(column, table), 1)
        return all_of([negate(one) for one in [*wrong, *self.bad_lists.values()]])

    def _fold_mark(self, column: Column, table: Table) -> Column:
        of, name = self.steps.sources[column].name, self.steps.name()
        table.foldings.setdefault(1, []).append(Folding(of, name, "max", DTYPES[32], 0))
        found = Column(column.code, None, 0, 1)
        self.steps.place(found, Source(name, DTYPES[32]), 1)
        return found
