# SPDX-License-Identifier: MIT
"""What is computed for one kind of frame: its steps, in order, and the columns that come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import ClassVar, TypeAlias, final

import narwhals as nw
from attrs import frozen

from thidua.columns.build import Builder
from thidua.columns.engine import Engine
from thidua.columns.inputs import Input, Layout, Wrong, read, state_number
from thidua.columns.outcome import Outcome
from thidua.columns.printer import Source
from thidua.columns.steps import Folding, Made, Steps, Table
from thidua.errors import Fault, Faults, RankingFault, SheetFault
from thidua.program.make import ONE, ZERO, branch
from thidua.program.node import Column, Literal, Truth
from thidua.program.printer import STATES
from thidua.program.program import Program, program
from thidua.program.truth import NO, YES, all_of, at_least, negate
from thidua.ranking import Grading
from thidua.ranking.grades import names_of
from thidua.rubric import Indicator, Rubric
from thidua.rubric.plan import TOTAL, plan

__all__ = ["Demand", "FramePlan", "Output", "make_plan"]

Schema: TypeAlias = Mapping[str, nw.dtypes.DType]


@final
@frozen
class Demand:
    """What is asked for."""

    rubric: Rubric
    """The rubric."""
    layout: Layout
    """What the columns of frames hold."""
    grading: Grading | None
    """How units come to classes, if they do."""
    ties: str | None
    """How equal units share ranks, if units are ranked."""
    percent: bool
    """Whether percents are asked for."""
    keep: tuple[str, ...]
    """Columns that come out as they came in."""


@final
@frozen
class Output:
    """A column that comes out."""

    kind: ClassVar = "output"
    code: str
    """Code of the part as printed; ``"total"``, ``"maximum"``, ``"percent"``, ``"class"``,
    ``"rank"`` or ``"fault"``."""
    name: str
    """Name of the column."""
    below: int | None = None
    """What its whole numbers are counted in: points are the number over this."""
    below_name: str | None = None
    """Name of the column of denominators, where they differ from unit to unit."""


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
    wrong: tuple[tuple[str | None, str, Wrong], ...]
    """All that may be wrong, with the list and the measure."""
    inputs: tuple[Input, ...]
    """What is read."""
    finals: tuple[nw.Expr, ...]
    """The columns that come out."""
    masks: tuple[tuple[str, str], ...]
    """Columns that come out, and those of where they hold; for frames without nulls in integers."""
    outputs: tuple[Output, ...]
    """What they are."""
    widths: Mapping[str, int]
    """Bits of the integers that each part is computed in, by code."""
    last: int
    """The last level."""
    rubric: Rubric
    """The rubric."""
    parts: tuple[tuple[int, str, nw.dtypes.DType], ...] | None
    """Where each number of the compiled function stands as a column, by its position; None if
    points take more than the entries of a unit."""
    after: Mapping[int, int]
    """How many columns of each level points take; those that follow are made of points."""


def _prefix(names: Iterable[str]) -> str:
    """Return a beginning that no name has, in any case: some engines do not tell cases apart."""
    found = "thidua_"
    lowered = [name.casefold() for name in names]
    while any(name.startswith(found) for name in lowered):
        found += "_"
    return found


def _named(wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return names of letters, digits and ``_`` that differ whatever the case, by code."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for code, text in wanted:
        name = base = "".join(one if one.isalnum() else "_" for one in text)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}_{number}"
        taken.add(name.casefold())
        found[code] = name
    return found


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
    return _Planner(demand, engine, schema, list_schemas, sound=sound).plan(most_units, most_items)


class _Planner:
    def __init__(
        self,
        demand: Demand,
        engine: Engine,
        schema: Schema,
        list_schemas: Mapping[str, Schema],
        *,
        sound: bool,
    ) -> None:
        self.demand, self.engine = demand, engine
        self.schema, self.list_schemas = schema, list_schemas
        self.layout = demand.layout
        self.faults: list[Fault] = []
        self.program: Program = program(demand.rubric, sound=sound)
        self.ready = plan(demand.rubric)
        names = [*schema, *(name for one in list_schemas.values() for name in one)]
        self.steps = Steps(engine, _prefix(names), self.faults)
        self.units = Table(None, schema)
        self.lists = {code: Table(code, one) for code, one in list_schemas.items()}
        self.wrong: list[tuple[str | None, str, Wrong]] = []
        self.inputs: dict[tuple[str | None, str], Input] = {}
        self.list_states: dict[str, Column] = {}

    def plan(self, most_units: int, most_items: Mapping[str, int]) -> FramePlan:
        demand = self.demand
        self._read()
        if self.faults:
            raise Faults(tuple(self.faults))
        cluster = self._cluster()
        builder = Builder(
            self.program,
            self.steps,
            self.inputs,
            self.list_states,
            self.units,
            self.lists,
            cluster=cluster,
            clean=self._clean(),
            unit=self.layout.unit,
            most_units=most_units,
            most_items=most_items,
        )
        outputs, columns = self._results(builder, cluster, most_units)
        if self.faults:
            raise Faults(tuple(dict.fromkeys(self.faults)))
        finals, masks = self._finals(columns)
        tables = [self.units, *self.lists.values()]
        last = max((level for one in tables for level in [*one.levels, *one.foldings]), default=0)
        return FramePlan(
            self.units,
            self.lists,
            self.layout.unit,
            tuple(self.wrong),
            tuple(self.inputs.values()),
            finals,
            masks,
            tuple(outputs),
            self.steps.widths,
            last,
            demand.rubric,
            self.parts,
            self.after,
        )

    # --- what comes in -------------------------------------------------------

    def _read(self) -> None:
        layout = self.layout
        for name in (layout.unit, layout.cluster, *self.demand.keep):
            if name is not None and name not in self.schema:
                what = f"the frame has no column {name!r}"
                self.faults.append(SheetFault((), "column-missing", what, "name it so"))
        for column in self.program.columns:
            step = self.ready.steps.get(column.code)
            indicator = self.ready.indicators[column.code]
            self._take(indicator, column, step, self.schema, self.units)
        for code, columns in self.program.items.items():
            if code not in self.list_schemas:
                what = f"no frame for the list {code!r}"
                self.faults.append(SheetFault((code,), "list-missing", what, "give it in items"))
                continue
            if layout.unit not in self.list_schemas[code]:
                what = f"the frame of {code!r} has no column {layout.unit!r}"
                self.faults.append(SheetFault((code,), "column-missing", what, "name it so"))
            for column in columns:
                indicator = self.ready.items[code][column.code]
                self._take(indicator, column, None, self.list_schemas[code], self.lists[code])
            if layout.states is not None and code + layout.states in self.schema:
                self._list_state(code, code + layout.states)

    def _take(
        self,
        indicator: Indicator,
        column: Column,
        step: Fraction | None,
        schema: Schema,
        table: Table,
    ) -> None:
        one = read(indicator, column, step, schema, self.layout, self.engine, self.steps.prefix)
        if not isinstance(one, Input):
            self.faults.append(one)
            return
        self.inputs[column.items, column.code] = one
        self.wrong += [(column.items, column.code, wrong) for wrong in one.wrong]
        if one.made is not None:
            table.at(0, one.made, one.source.name)
        self.steps.place(one.column, one.source, -1 if one.made is None else 0)
        if one.state is not None:
            state, made = one.state
            name = self.steps.name()
            table.at(0, made.cast(nw.Int32()), name)
            self.steps.place(state, Source(name, nw.Int32()), 0)

    def _list_state(self, code: str, name: str) -> None:
        wrong: list[Wrong] = []
        number = state_number(name, wrong)
        own = self.steps.name()
        self.units.at(0, number.cast(nw.Int32()), own)
        column = Column(f"?{code}", None, 0, len(STATES))
        self.steps.place(column, Source(own, nw.Int32()), 0)
        self.list_states[code] = column
        self.wrong += [(None, code, one) for one in wrong]

    def _cluster(self) -> str:
        """Return the column of clusters; one is made if all units are of one."""
        if self.layout.cluster is not None:
            return self.layout.cluster
        name = self.steps.name()
        if self.program.looks or self.demand.ties is not None:
            self.units.at(-1, nw.lit(0, dtype=nw.Int32()), name)
        return name

    def _clean(self) -> Truth:
        """Return where nothing is wrong; of frames that are looked at first, everywhere."""
        if not self.engine.lazy or not self.wrong:
            return YES
        clean: list[Truth] = []
        by_table: dict[str | None, list[nw.Expr]] = {}
        for items, _, (wrong, _, _) in self.wrong:
            by_table.setdefault(items, []).append(wrong.fill_null(False))  # noqa: FBT003
        for items, found in by_table.items():
            table = self.units if items is None else self.lists[items]
            name = self.steps.name()
            marked = nw.when(reduce(or_, found)).then(nw.lit(1, dtype=nw.Int32()))
            table.at(0, marked.otherwise(nw.lit(0, dtype=nw.Int32())), name)
            column = Column(f"!{items or ''}", items, 0, 1)
            self.steps.place(column, Source(name, nw.Int32()), 0)
            if items is not None:
                column = self._fold_mark(column, table)
            clean.append(at_least(column, 1))
        return all_of([negate(one) for one in clean])

    def _fold_mark(self, column: Column, table: Table) -> Column:
        name = self.steps.sources[column].name
        step = Folding(name, "max", nw.Int32(), 0)
        table.foldings.setdefault(1, []).append(step)
        found = Column(column.code, None, 0, 1)
        self.steps.place(found, Source(name, nw.Int32()), 1)
        return found

    # --- what comes out ------------------------------------------------------

    def _results(
        self, builder: Builder, cluster: str, most_units: int
    ) -> tuple[list[Output], list[tuple[str, Made]]]:
        demand, outcome = self.demand, Outcome(self.program)
        row = [*self.ready.row]
        wanted = [(code, f"points_{code}") for code in row]
        lines = {line.code: line for line in self.program.lines}
        belows = [
            (f"\0{code}", f"below_{code}")
            for code in [*row, TOTAL]
            if not isinstance(lines[code].below, Literal)
        ]
        rest = ["total", "maximum", "percent", "percent_below", "class", "rank", "fault"]
        taken = [
            (name, name) for name in (self.layout.unit, self.layout.cluster, *demand.keep) if name
        ]
        names = _named(
            [
                *((f"\1{a}", b) for a, b in taken),
                *((f"\2{one}", one) for one in rest),
                *wanted,
                *belows,
            ]
        )
        names[TOTAL] = names["\2total"]
        outputs: list[Output] = []
        columns: list[tuple[str, Made]] = []
        for code in [*row, TOTAL]:
            above, below = builder.points(code)
            columns.append((names[code], above))
            if isinstance(below.node, Literal):
                outputs.append(Output(code, names[code], below.node.value))
            else:
                columns.append((names[f"\0{code}"], below))
                outputs.append(Output(code, names[code], None, names[f"\0{code}"]))
        self._compiled(builder)
        most = lines[TOTAL].maximum
        if not isinstance(most, Literal):
            columns.append((names["\2maximum"], builder.whole(most, (), "maximum")))
            outputs.append(Output("maximum", names["\2maximum"], self.program.scale))
        if demand.percent:
            percent = outcome.percent()
            columns.append((names["\2percent"], builder.whole(percent.above, (), "percent")))
            if isinstance(percent.below, Literal):
                outputs.append(Output("percent", names["\2percent"], percent.below.value))
            else:
                below = builder.whole(percent.below, (), "percent")
                columns.append((names["\2percent_below"], below))
                outputs.append(
                    Output("percent", names["\2percent"], None, names["\2percent_below"])
                )
        self.class_of: tuple[str, Made, tuple[str, ...]] | None = None
        if demand.grading is not None:
            place = builder.whole(outcome.grade(demand.grading), ("grading",), "class")
            self.class_of = (names["\2class"], place, names_of(demand.grading))
            outputs.append(Output("class", names["\2class"]))
        if demand.ties is not None:
            columns.append((names["\2rank"], self._rank(builder, outcome, cluster, most_units)))
            outputs.append(Output("rank", names["\2rank"]))
        self.fault_name = names["\2fault"]
        outputs.append(Output("fault", self.fault_name))
        return outputs, columns

    def _compiled(self, builder: Builder) -> None:
        """Note which columns the compiled function gives, if it gives all that points take."""
        self.after = {level: len(made) for level, made in self.units.levels.items()}
        self.parts: tuple[tuple[int, str, nw.dtypes.DType], ...] | None = None
        found: list[tuple[int, str, nw.dtypes.DType]] = []
        for position, line in enumerate(self.program.lines):
            above, below = builder.points(line.code)
            if not isinstance(line.below, Literal) or above.holds != YES or below.holds != YES:
                return
            if isinstance(above.node, Column) and above.node in self.steps.sources:
                source = self.steps.sources[above.node]
                found.append((position, source.name, source.dtype))
        plain = self.program.sound and not self.program.looks and not self.program.items
        if plain and not {name for _, name, _ in found} & {*self.schema}:
            self.parts = tuple({one[1]: one for one in found}.values())

    def _rank(self, builder: Builder, outcome: Outcome, cluster: str, most: int) -> Made:
        """Rank units within their cluster; none of a cluster of which one has no points yet."""
        method = {"share": "min", "dense": "dense"}[self.demand.ties or "share"]
        result = outcome.result(self.demand.rubric.ranked_by)
        if not isinstance(result.below, Literal):
            what = "units are ranked by numbers over different denominators"
            self.faults.append(
                RankingFault((), "not-columnar", what, "round percents, or use rank")
            )
            return Made(ONE, YES)
        own = builder.whole(result.above, (), "rank")
        points = builder.points(TOTAL)[0].holds
        sure: Truth = YES
        if points != YES:
            mark = self.steps.whole(self.units, branch(points, ONE, ZERO), (), "rank").node
            sure = YES if mark == ONE else at_least(builder.over(mark, "min", 1), 1)
        groups: list[Column | str] = [cluster]
        node = own.node
        if own.holds not in {YES, points}:
            apart = self.steps.whole(self.units, branch(own.holds, ONE, ZERO), (), "rank").node
            if isinstance(apart, Column):
                groups.append(apart)
        if isinstance(node, Literal):
            node = self.steps.made(self.units, nw.lit(node.value), 0, node.value, node.value)
        assert isinstance(node, Column)  # noqa: S101 - a number of a unit
        place = self.steps.ranked(self.units, node, groups, method, descending=True, most=most)
        return Made(place, all_of([sure, own.holds]))

    def _finals(
        self, columns: list[tuple[str, Made]]
    ) -> tuple[tuple[nw.Expr, ...], tuple[tuple[str, str], ...]]:
        """Return the columns that come out; where there is no number they are null."""
        steps = self.steps
        finals = [
            nw.col(name)
            for name in dict.fromkeys(
                one for one in (self.layout.unit, self.layout.cluster, *self.demand.keep) if one
            )
        ]
        masks: list[tuple[str, str]] = []
        for name, made in columns:
            printer, _ = steps.printer((), name, made.node)
            value = printer.whole(made.node)
            if made.holds != YES:
                asked = steps.printer((), name, made.holds)[0].truth(made.holds)
                if self.engine.name == "pandas":
                    mark = steps.name()
                    finals.append(asked.alias(mark))
                    masks.append((name, mark))
                else:
                    value = nw.when(asked).then(value)
            finals.append(value.alias(name))
        if self.class_of is not None:
            finals.append(self._class_name(*self.class_of))
        finals.append(self._fault(columns).alias(self.fault_name))
        return tuple(finals), tuple(masks)

    def _class_name(self, name: str, place: Made, names: tuple[str, ...]) -> nw.Expr:
        printer, _ = self.steps.printer((), "class", place.node)
        number = printer.whole(place.node)
        found = nw.lit(None, dtype=nw.String())
        for position, text in enumerate(names):
            found = nw.when(number == position).then(nw.lit(text)).otherwise(found)
        if place.holds != YES:
            asked = self.steps.printer((), "class", place.holds)[0].truth(place.holds)
            found = nw.when(asked).then(found).otherwise(nw.lit(None, dtype=nw.String()))
        return found.alias(name)

    def _fault(self, columns: list[tuple[str, Made]]) -> nw.Expr:
        """Say why a unit has no points: what is wrong, else the first part without any."""
        found = nw.lit(None, dtype=nw.String())
        if self.class_of is not None:
            columns = [*columns, self.class_of[:2]]
        for name, made in reversed(columns):
            if made.holds not in {YES, NO}:
                asked = self.steps.printer((), name, made.holds)[0].truth(made.holds)
                found = nw.when(asked).then(found).otherwise(nw.lit(f"{name}: no number"))
        if self.engine.lazy:
            for items, code, (wrong, fault, what) in reversed(self.wrong):
                if items is None:
                    text = nw.lit(f"{code}: {fault}: {what}")
                    found = nw.when(wrong.fill_null(False)).then(text).otherwise(found)  # noqa: FBT003
        return found
