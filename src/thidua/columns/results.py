# SPDX-License-Identifier: MIT
"""What comes out: points, percents, classes, ranks, and why there are none."""

from __future__ import annotations

from typing import final

import narwhals as nw
from attrs import frozen

from thidua.columns.build import Builder
from thidua.columns.demand import Demand, Output, distinct
from thidua.columns.intake import Intake
from thidua.columns.outcome import Outcome
from thidua.columns.peers import Peers
from thidua.columns.printer import Printer
from thidua.columns.table import Made
from thidua.program.make import ONE, ZERO, branch
from thidua.program.node import Column, Literal, Truth, Whole
from thidua.program.program import Program
from thidua.program.truth import NO, YES, all_of, at_least, negate
from thidua.ranking.grades import names_of
from thidua.rubric.plan import TOTAL, plan

__all__ = ["Results"]


@final
@frozen
class _Column:
    """A column of numbers that comes out."""

    output: Output
    made: Made
    below: Made | None = None
    """Its denominators, where they differ."""

    @property
    def named(self) -> list[tuple[str, Made]]:
        """The columns by their names."""
        found = [(self.output.name, self.made)]
        if self.below is not None:
            found.append((self.output.below_name or "", self.below))
        return found


class Results:
    """The columns that come out, and what they are."""

    def __init__(
        self,
        demand: Demand,
        program: Program,
        intake: Intake,
        builder: Builder,
        peers: Peers,
        clean: Truth,
    ) -> None:
        self._demand, self._program, self._intake = demand, program, intake
        self._builder, self._peers, self._clean = builder, peers, clean
        self._steps = intake.steps
        self._lines = {line.code: line for line in program.lines}
        row = [*plan(demand.rubric).row]
        ends = ["total", "maximum", "percent", "percent_below", "class", "rank", "fault"]
        parts = [f"{kind}_{code}" for kind in ("points", "below") for code in [*row, TOTAL]]
        self._names = distinct(demand.carried, [*ends, *parts])
        outcome = Outcome(program)
        begun = intake.units.sizes()
        columns = [self._points(code) for code in [*row, TOTAL]]
        self.of_points = {
            level: range(begun.get(level, 0), size) for level, size in intake.units.sizes().items()
        }
        """Which of the columns made at each level points take; others are made of points."""
        most = self._lines[TOTAL].maximum
        if not isinstance(most, Literal):
            output = Output("maximum", self._names["maximum"], program.scale)
            columns.append(_Column(output, builder.whole(most, (), "maximum")))
        if demand.percent:
            percent = outcome.percent()
            above = builder.whole(percent.above, (), "percent")
            below = builder.whole(percent.below, (), "percent")
            columns.append(self._column("percent", "percent", above, below, "percent_below"))
        self._class: tuple[str, Made, tuple[str, ...]] | None = None
        if demand.grading is not None:
            place = builder.whole(outcome.grade(demand.grading), ("grading",), "class")
            self._class = (self._names["class"], place, names_of(demand.grading))
        self._ranks: list[_Column] = []
        if demand.ties is not None:
            output = Output("rank", self._names["rank"])
            self._ranks = [_Column(output, self._rank(outcome))]
        self._columns = columns

    @property
    def classes(self) -> tuple[str, tuple[str, ...]] | None:
        """The column of classes that holds places among names, and these names."""
        if self._class is None or self._steps.engine.lazy:
            return None
        name, _, names = self._class
        return name, names

    @property
    def outputs(self) -> tuple[Output, ...]:
        """What the columns are that come out."""
        classes = [] if self._class is None else [Output("class", self._class[0])]
        return (
            *(one.output for one in self._columns),
            *classes,
            *(one.output for one in self._ranks),
            Output("fault", self._names["fault"]),
        )

    def _points(self, code: str) -> _Column:
        name = "total" if code == TOTAL else f"points_{code}"
        return self._column(code, name, *self._builder.points(code), f"below_{code}")

    def _column(self, code: str, name: str, above: Made, below: Made, under: str) -> _Column:
        if isinstance(below.node, Literal):
            return _Column(Output(code, self._names[name], below.node.value), above)
        return _Column(Output(code, self._names[name], None, self._names[under]), above, below)

    def _rank(self, outcome: Outcome) -> Made:
        """Rank units within their cluster; none of a cluster of which one has no points yet."""
        builder, peers = self._builder, self._peers
        own = builder.ordered(outcome.result(self._demand.rubric.ranked_by), (), "rank")
        points = builder.points(TOTAL)[0].holds
        sure: Truth = YES
        if points != YES:
            level = self._steps.after(own.node)  # beside the ranks: engines share their groups
            sure = at_least(peers.over(self._marked(points), "min", level), 1)
        apart = [] if own.holds in {YES, points} else [self._marked(own.holds)]
        groups = [one for one in apart if isinstance(one, Column)]
        method = {"share": "min", "dense": "dense"}[self._demand.ties or "share"]
        return Made(peers.place(own.node, *groups, method=method), all_of([sure, own.holds]))

    def _marked(self, truth: Truth) -> Whole:
        marked = branch(truth, ONE, ZERO)
        return self._steps.whole(self._intake.units, marked, (), "rank").node

    # --- as expressions ------------------------------------------------------

    def expressions(self) -> tuple[tuple[nw.Expr, ...], tuple[tuple[str, str], ...]]:
        """Return the columns that come out; where there is no number they are null.

        Of frames without nulls in columns of integers, the marks of where there is one come
        out too; their names are the second thing that is returned.
        """
        finals = [nw.col(name) for name in self._demand.carried]
        masks: list[tuple[str, str]] = []
        columns = [*self._columns, *self._ranks]
        for name, made in (named for one in columns for named in one.named):
            value = self._number(made)
            if made.holds != YES:
                asked = self._holds(made)
                if self._steps.engine.nullable:
                    value = nw.when(asked).then(value)
                else:
                    mark = self._steps.name()
                    finals.append(asked.alias(mark))
                    masks.append((name, mark))
            finals.append(value.alias(name))
        if self._class is not None:
            finals.append(self._class_name(*self._class))
        finals.append(self._fault().alias(self._names["fault"]))
        return tuple(finals), tuple(masks)

    def _printer(self, made: Made) -> Printer:
        return Printer(self._steps.sources, self._steps.width((), "result", made.node, made.holds))

    def _number(self, made: Made) -> nw.Expr:
        return self._printer(made).whole(made.node)

    def _holds(self, made: Made) -> nw.Expr:
        return self._printer(made).truth(made.holds)

    def _class_name(self, name: str, place: Made, names: tuple[str, ...]) -> nw.Expr:
        """Name the class of each unit; in frames that are there, by its place among the names.

        There, the names are put in at the end: that takes a fraction of the time that a
        choice among texts does. The place of none is how many names there are.
        """
        number, none = self._number(place), nw.lit(None, dtype=nw.String())
        if not self._steps.engine.lazy:
            if place.holds != YES:
                number = nw.when(self._holds(place)).then(number).otherwise(len(names))
            return number.alias(name)
        found = none
        for position, text in enumerate(names):
            found = nw.when(number == position).then(nw.lit(text)).otherwise(found)
        return nw.when(self._holds(place)).then(found).otherwise(none).alias(name)

    def _fault(self) -> nw.Expr:
        """Say why a unit has no points: what is wrong, else the first part without any."""
        found = nw.lit(None, dtype=nw.String())
        columns = [named for one in self._columns for named in one.named]
        if self._class is not None:
            columns.append(self._class[:2])
        columns += [named for one in self._ranks for named in one.named]
        first = {made.holds: name for name, made in reversed(columns)}
        for name, made in reversed(columns):
            if made.holds not in {YES, self._clean} and name == first[made.holds]:
                none = nw.lit(f"{name}: no number")
                never = made.holds == NO
                found = none if never else nw.when(self._holds(made)).then(found).otherwise(none)
        if self._clean == YES:
            return found
        for code, truth in self._intake.bad_lists.items():
            text = nw.lit(f"{code}: an item is wrong")
            found = nw.when(self._holds(Made(ZERO, truth))).then(text).otherwise(found)
        entry = nw.col(self._entry_fault())
        return nw.when(entry.is_null()).then(found).otherwise(entry)

    def _entry_fault(self) -> str:
        """Say at once what is wrong with entries: engines then drop them before they rank."""
        found, name = nw.lit(None, dtype=nw.String()), self._steps.name()
        for items, code, (one, fault, what) in reversed(self._intake.wrong):
            if items is None:
                text = nw.lit(f"{code}: {fault}: {what}")
                found = nw.when(one).then(text).otherwise(found)
        wrong = nw.when(self._holds(Made(ZERO, negate(self._clean)))).then(found)
        self._intake.units.at(self._steps.after(self._clean), wrong.alias(name))
        return name
