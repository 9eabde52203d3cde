# SPDX-License-Identifier: MIT
"""An integer program as steps over frames: every node that needs a column of its own gets one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

import narwhals as nw

from thidua.columns.inputs import Input
from thidua.columns.printer import Source
from thidua.columns.rewrite import answered, bare, mapped
from thidua.columns.steps import Folding as Step
from thidua.columns.steps import Made, Steps, Table
from thidua.errors import Path, RubricFault
from thidua.formula import PeerFold, Relation
from thidua.program.make import ZERO, add, branch, multiply
from thidua.program.node import (
    Column,
    Folded,
    FoldedRatio,
    Folding,
    InState,
    ListInState,
    Literal,
    Look,
    OfPeers,
    Part,
    PartPoints,
    PeersKnown,
    Truth,
    Whole,
)
from thidua.program.printer import STATES
from thidua.program.program import Program, ProgramLine
from thidua.program.span import Node, span
from thidua.program.truth import NO, YES, all_of, any_of, at_least, compare, negate
from thidua.rubric.plan import plan

__all__ = ["Builder"]

Inputs: TypeAlias = Mapping[tuple[str | None, str], Input]
_Point: TypeAlias = tuple[Made, Made]


class Builder:
    """Settles the nodes of a program: into columns that stand in frames, and sums of them."""

    def __init__(
        self,
        program: Program,
        steps: Steps,
        inputs: Inputs,
        list_states: Mapping[str, Column],
        units: Table,
        lists: Mapping[str, Table],
        *,
        cluster: str,
        clean: Truth,
        unit: str,
        most_units: int,
        most_items: Mapping[str, int],
    ) -> None:
        self._program = program
        self._steps = steps
        self._inputs = inputs
        self._list_states = list_states
        self._units = units
        self._lists = lists
        self._cluster = cluster
        self._clean = clean
        self._unit = unit
        self._most_units = most_units
        self._most_items = most_items
        self._line = {line.code: line for line in program.lines}
        self._rows = plan(program.rubric).row
        self._points: dict[str, _Point] = {}
        self._settled: dict[tuple[Node, str | None], Node] = {}
        self._looks: dict[Look, tuple[Truth, Whole, Whole, Column | None]] = {}
        self._names: dict[tuple[str, Part], str] = {}
        self._at: Path = ()
        self._code = ""

    def name(self, code: str, part: Part, name: str) -> None:
        """Give the column of the points of a part its name."""
        self._names[code, part] = name

    def points(self, code: str) -> _Point:
        """Return the numerator and the denominator of the points of a part."""
        if code not in self._points:
            line = self._line[code]
            outside = self._at, self._code
            self._at = (*self._rows[code].at, "formula") if code in self._rows else ()
            self._code = code
            above = self._stand(line, Part.ABOVE)
            below = self._stand(line, Part.BELOW)
            self._at, self._code = outside
            self._points[code] = above, below
        return self._points[code]

    def _stand(self, line: ProgramLine, part: Part) -> Made:
        node = self.settle(line.above if part is Part.ABOVE else line.below)
        name = self._names.get((line.code, part))
        return self._steps.whole(
            self._units, node, self._at, self._code, name=name, holds=self._clean
        )

    def whole(self, node: Whole, at: Path, code: str, name: str | None = None) -> Made:
        """Let a number that the rubric does not name stand in the frame."""
        self._at, self._code = at, code
        settled = self.settle(node)
        return self._steps.whole(self._units, settled, at, code, name=name, holds=self._clean)

    def settle(self, node: Whole, place: str | None = None) -> Whole:
        """Return a number as one of columns that stand in the frame of a list, or of units."""
        return cast("Whole", self._settle(node, place))

    def truth(self, node: Truth, place: str | None = None) -> Truth:
        """Return a condition as one about columns."""
        return cast("Truth", self._settle(node, place))

    def _settle(self, node: Node, place: str | None) -> Node:
        key = (node, place)
        if key not in self._settled:
            self._settled[key] = self._settle_anew(node, place)
        return self._settled[key]

    def _settle_anew(self, node: Node, place: str | None) -> Node:
        match node:
            case Column(code, items):
                return self._inputs[items, code].node
            case InState(code, items, state):
                return self._in_state(self._inputs[items, code].state, STATES[state])
            case ListInState(code, state):
                held = self._list_states.get(code)
                return NO if held is None else compare(held, Relation.EQUAL, Literal(STATES[state]))
            case PartPoints(code, part):
                above, below = self.points(code)
                return (above if part is Part.ABOVE else below).guarded()
            case Folded():
                return self._fold(node)
            case FoldedRatio():
                self._refuse(
                    f"the items of {node.items!r} have values over different denominators",
                    "round the value of an item",
                )
                return ZERO
            case OfPeers(look, part, own, own_below):
                return self._of_peers(look, part, own, own_below, place)
            case PeersKnown(look):
                return self._look(look)[0]
            case _:
                return mapped(node, lambda one: self._settle(one, place))

    def _in_state(self, state: tuple[Column, nw.Expr] | None, number: int) -> Truth:
        return NO if state is None else compare(state[0], Relation.EQUAL, Literal(number))

    def _refuse(self, why: str, todo: str) -> None:
        what = f"{self._code!r} cannot be computed in columns: {why}"
        fault = RubricFault(self._at, "not-columnar", what, f"{todo}, or use tally")
        if fault not in self._steps.faults:
            self._steps.faults.append(fault)

    # --- lists ---------------------------------------------------------------

    def _fold(self, node: Folded) -> Whole:
        """Fold a list into a column of the units."""
        items, table = node.items, self._lists[node.items]
        of, where = self.settle(node.of, items), self.truth(node.where, items)
        asked = bare(where)
        known = all_of([answered(where), any_of([negate(asked), answered(of)])])
        value = bare(of)
        most = self._most_items[items]
        reach = span(value)
        low, high = int(reach.low or 0), int(reach.high or 0)
        if reach.low is None or reach.high is None:
            self._refuse(f"a value of an item of {items!r} has no bounds", "declare them")
            return ZERO
        holds: Truth = YES
        if known != YES:
            lacking = branch(known, ZERO, Literal(1))
            holds = compare(self._folded(table, lacking, "sum", most, 0), Relation.EQUAL, ZERO)
        match node.fold:
            case Folding.SUM:
                found = self._folded(table, branch(asked, value, ZERO), "sum", most, 0)
            case Folding.COUNT:
                found = self._folded(table, branch(asked, Literal(1), ZERO), "sum", most, 0)
            case Folding.LEAST:
                last = branch(asked, value, Literal(high))
                found = self._folded(table, last, "min", 1, high)
            case Folding.GREATEST:
                last = branch(asked, value, Literal(low))
                found = self._folded(table, last, "max", 1, low)
            case Folding.MIDDLES:
                found = self._middles(table, asked, value, most)
        return Made(found, holds).guarded()

    def _folded(self, table: Table, each: Whole, function: str, most: int, otherwise: int) -> Whole:
        """Fold a column of a list; sums are computed in integers that hold *most* of them."""
        steps, items = self._steps, table.items
        assert items is not None  # noqa: S101 - tables of lists only
        inside = span(each)
        low, high = int(inside.low or 0), int(inside.high or 0)
        low, high = (min(low, 0) * most, max(high, 0) * most) if most > 1 else (low, high)
        column = steps.column(self._units, low, high)
        printer, _ = steps.printer(self._at, self._code, each, Column("", None, low, high))
        name = steps.name()
        level = steps.after(each)
        steps.borrow(table, level, each)
        table.at(level, printer.whole(each), name)
        dtype = printer.dtype
        step = Step(name, function, dtype, otherwise)
        table.foldings.setdefault(level + 1, []).append(step)
        steps.place(column, Source(name, dtype), level + 1)
        return column

    def _middles(self, table: Table, asked: Truth, value: Whole, most: int) -> Whole:
        """Sum the two values in the middle: those whose places among the items are the middle."""
        steps, unit = self._steps, self._unit
        counted = steps.whole(table, branch(asked, Literal(1), ZERO), self._at, self._code)
        column = steps.whole(table, add(value), self._at, self._code)
        one, of = counted.node, column.node
        if isinstance(of, Literal):
            return multiply(of, Literal(2))
        groups: list[Column | str] = [unit]
        if isinstance(one, Column):
            groups.append(one)
        assert isinstance(of, Column)  # noqa: S101 - a number of an item
        place = steps.ranked(table, of, groups, "ordinal", descending=False, most=most)
        names = [g if isinstance(g, str) else steps.sources[g].name for g in groups]
        level = steps.after(place)
        last = nw.col(steps.sources[place].name).max().over(*names)
        many = steps.made(table, last, level, 1, most)
        twice = multiply(Literal(2), place)
        off = add(twice, negative_of(many))  # 1 in the middle, else 0 and 2 around it
        first = all_of([at_least(off, 0), compare(off, Relation.LESS_OR_EQUAL, Literal(1))])
        second = all_of([at_least(off, 1), compare(off, Relation.LESS_OR_EQUAL, Literal(2))])
        each = add(branch(first, of, ZERO), branch(second, of, ZERO))
        if isinstance(one, Column):
            each = branch(at_least(one, 1), each, ZERO)
        return self._folded(table, each, "sum", 2, 0)

    # --- peers ---------------------------------------------------------------

    def _look(self, look: Look) -> tuple[Truth, Whole, Whole, Column | None]:
        """Return whether a look has an answer, what it comes to, and who counts for a rank."""
        if look in self._looks:
            return self._looks[look]
        nothing: tuple[Truth, Whole, Whole, Column | None] = (YES, ZERO, Literal(1), None)
        above, below = self.settle(look.above), self.settle(look.below)
        if not isinstance(below, Literal) and look.fold is not PeerFold.COUNT:
            self._refuse("peers have values over different denominators", "round the value")
            self._looks[look] = nothing
            return nothing
        where, out = self.truth(look.where), self.truth(look.left_out)
        awaited = self.truth(look.awaited)
        staying = negate(bare(out))
        asked = all_of([staying, bare(where)])
        known = all_of(
            [
                answered(out),
                any_of([bare(out), all_of([negate(bare(awaited)), answered(where)])]),
                any_of([negate(asked), all_of([answered(above), answered(below)])]),
                self._clean,
            ]
        )
        table, steps, most = self._units, self._steps, self._most_units
        at, code = self._at, self._code
        holds: Truth = YES
        if known != YES:
            mark = steps.whole(table, branch(known, Literal(1), ZERO), at, code).node
            holds = YES if mark == Literal(1) else at_least(self.over(mark, "min", 1), 1)
        counted = steps.whole(table, branch(asked, Literal(1), ZERO), at, code).node
        value = bare(above)
        reach = span(value)
        if reach.low is None or reach.high is None:
            self._refuse("a value of a peer has no bounds", "declare them")
            self._looks[look] = nothing
            return nothing
        low, high = Literal(int(reach.low)), Literal(int(reach.high))
        found: tuple[Truth, Whole, Whole, Column | None]
        needs = look.fold in {PeerFold.MEAN, PeerFold.LEAST, PeerFold.GREATEST, PeerFold.COUNT}
        many: Whole = self.over(counted, "sum", most) if needs else Literal(1)
        if look.fold not in {PeerFold.SUM, PeerFold.COUNT, PeerFold.RANK}:
            holds = all_of([holds, at_least(many, 1)])
        match look.fold:
            case PeerFold.COUNT:
                found = (holds, many, Literal(1), None)
            case PeerFold.SUM | PeerFold.MEAN:
                each = steps.whole(table, branch(asked, value, ZERO), at, code).node
                sums = self.over(each, "sum", most)
                times = many if look.fold is PeerFold.MEAN else Literal(1)
                found = (holds, sums, multiply(below, times), None)
            case PeerFold.LEAST:
                each = steps.whole(table, branch(asked, value, high), at, code).node
                found = (holds, self.over(each, "min", 1), below, None)
            case PeerFold.GREATEST:
                each = steps.whole(table, branch(asked, value, low), at, code).node
                found = (holds, self.over(each, "max", 1), below, None)
            case PeerFold.RANK:
                own = counted if isinstance(counted, Column) else None
                found = (holds, ZERO, counted, own)
        self._looks[look] = found
        return found

    def over(self, each: Whole, function: str, most: int) -> Whole:
        """Fold a column over the cluster; sums hold *most* of them."""
        steps, table = self._steps, self._units
        if isinstance(each, Literal):
            if function != "sum":
                return each
            each = steps.made(table, nw.lit(each.value), 0, each.value, each.value)
        assert isinstance(each, Column)  # noqa: S101 - made before
        inside = span(each)
        low, high = int(inside.low or 0), int(inside.high or 0)
        low, high = (min(low, 0) * most, max(high, 0) * most) if function == "sum" else (low, high)
        printer, _ = steps.printer(self._at, self._code, add(each), Column("", None, low, high))
        name, level = steps.sources[each].name, steps.after(each)
        if steps.sources[each].dtype != printer.dtype:
            wide = steps.made(table, nw.col(name).cast(printer.dtype), level, low, high)
            name, level = steps.sources[wide].name, level + 1
        folded = getattr(nw.col(name), function)().over(self._cluster)
        return steps.made(table, folded, level, low, high)

    def _of_peers(
        self, look: Look, part: Part, own: Whole, own_below: Whole, place: str | None
    ) -> Whole:
        _, above, below, counted = self._look(look)
        if look.fold is not PeerFold.RANK:
            return above if part is Part.ABOVE else below
        mine, under = self.settle(own), self.settle(own_below)
        if place is not None or not isinstance(under, Literal):
            self._refuse("a rank of an item, or of a ratio", "make it points of a criterion")
            return Literal(1)
        return self._rank(look, bare(mine), under.value, below, counted)

    def _rank(
        self, look: Look, mine: Whole, under: int, counts: Whole, counted: Column | None
    ) -> Whole:
        """Return one more than the peers above a unit, which need not be one of them.

        Where it is not, its value ranks among those of peers just above equal ones; of the
        rank the others that are none are taken off.
        """
        steps, table, most = self._steps, self._units, self._most_units
        at, code = self._at, self._code
        settled = self.settle(look.below)
        assert isinstance(settled, Literal)  # noqa: S101 - refused otherwise
        theirs = multiply(bare(self.settle(look.above)), Literal(under))
        own = multiply(mine, Literal(settled.value))
        if counts == ZERO:
            return Literal(1)
        if counted is None:
            if theirs != own:
                self._refuse("a rank of another value", "rank what is compared")
                return Literal(1)
            key = steps.whole(table, add(own), at, code).node
            if isinstance(key, Literal):
                return Literal(1)
            assert isinstance(key, Column)  # noqa: S101 - a number of a unit
            return steps.ranked(table, key, [self._cluster], "min", descending=True, most=most)
        twice = branch(
            at_least(counted, 1),
            multiply(Literal(2), theirs),
            add(multiply(Literal(2), own), Literal(1)),
        )
        key = steps.whole(table, twice, at, code).node
        assert isinstance(key, Column)  # noqa: S101 - a number of a unit
        apart: list[Column | str] = [self._cluster, counted]
        alone = steps.ranked(table, key, apart, "min", descending=True, most=most)
        every = steps.ranked(table, key, [self._cluster], "min", descending=True, most=most)
        others = add(every, negative_of(alone), Literal(1))
        return branch(at_least(counted, 1), alone, others)


def negative_of(node: Whole) -> Whole:
    """Return a number with its sign turned."""
    return multiply(Literal(-1), node)
