# SPDX-License-Identifier: MIT
"""An integer program as steps over frames: every node that needs a column of its own gets one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

from thidua.columns.inputs import Input
from thidua.columns.lists import Lists
from thidua.columns.order import fineness, in_order
from thidua.columns.peers import Peers, Seen
from thidua.columns.refusal import Place
from thidua.columns.rewrite import bare, mapped
from thidua.columns.steps import Steps
from thidua.columns.table import Made, Table
from thidua.errors import Path
from thidua.formula import PeerFold, Relation
from thidua.program.make import ONE
from thidua.program.node import (
    Column,
    Folded,
    FoldedRatio,
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
from thidua.program.program import Program
from thidua.program.ratio import Ratio
from thidua.program.span import Node
from thidua.program.term import STATES
from thidua.program.truth import NO, compare
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
        lists: Lists,
        peers: Peers,
        clean: Truth,
        place: Place,
    ) -> None:
        self._steps = steps
        self._inputs = inputs
        self._list_states = list_states
        self._units = units
        self._lists = lists
        self._peers = peers
        self._clean = clean
        self._place = place
        self._line = {line.code: line for line in program.lines}
        self._rows = plan(program.rubric).row
        self._points: dict[str, _Point] = {}
        self._settled: dict[tuple[Node, str | None], Node] = {}
        self._looks: dict[Look, Seen] = {}

    def points(self, code: str) -> _Point:
        """Return the numerator and the denominator of the points of a part."""
        if code not in self._points:
            line = self._line[code]
            at = (*self._rows[code].at, "formula") if code in self._rows else ()
            self._points[code] = self.whole(line.above, at, code), self.whole(line.below, at, code)
        return self._points[code]

    def whole(self, node: Whole, at: Path, code: str) -> Made:
        """Let a number stand in the frame of units."""
        with self._place.within(at, code):
            settled = self.settle(node)
            return self._steps.whole(self._units, settled, at, code, holds=self._clean)

    def ordered(self, ratio: Ratio, at: Path, code: str) -> Made:
        """Let a whole number stand in the frame of units that orders them as a ratio does."""
        with self._place.within(at, code):
            settled = Ratio(self.settle(ratio.above), self.settle(ratio.below))
            key = in_order(settled, fineness(bare(settled.below)))
            return self._steps.whole(self._units, key, at, code, holds=self._clean)

    def settle(self, node: Whole, items: str | None = None) -> Whole:
        """Return a number as one of columns that stand in the frame of a list, or of units."""
        return cast("Whole", self._settle(node, items))

    def _truth(self, node: Truth, items: str | None = None) -> Truth:
        return cast("Truth", self._settle(node, items))

    def _settle(self, node: Node, items: str | None) -> Node:
        key = (node, items)
        if key not in self._settled:
            self._settled[key] = self._settle_anew(node, items)
        return self._settled[key]

    def _settle_anew(self, node: Node, items: str | None) -> Node:
        match node:
            case Column(code, place):
                return self._inputs[place, code].node
            case InState(code, place, state):
                held = self._inputs[place, code].state
                return NO if held is None else _is(held[0], STATES[state])
            case ListInState(code, state):
                one = self._list_states.get(code)
                return NO if one is None else _is(one, STATES[state])
            case PartPoints(code, part):
                above, below = self.points(code)
                return (above if part is Part.ABOVE else below).guarded()
            case Folded(place, _, of, where):
                return self._lists.fold(node, self.settle(of, place), self._truth(where, place))
            case FoldedRatio(place, _, above, below, where):
                settled = self.settle(above, place), self.settle(below, place)
                return self._lists.ratio(node, *settled, self._truth(where, place))
            case OfPeers(look):
                return self._of_peers(node, self._look(look), items)
            case PeersKnown(look):
                return self._look(look).holds
            case _:
                return mapped(node, lambda one: self._settle(one, items))

    def _look(self, look: Look) -> Seen:
        if look not in self._looks:
            self._looks[look] = self._peers.look(
                look,
                Ratio(self.settle(look.above), self.settle(look.below)),
                self._truth(look.where),
                self._truth(look.left_out),
                self._truth(look.awaited),
            )
        return self._looks[look]

    def _of_peers(self, node: OfPeers, seen: Seen, items: str | None) -> Whole:
        if node.look.fold is not PeerFold.RANK:
            return seen.above if node.part is Part.ABOVE else seen.below
        if items is not None:
            self._place.refuse("a rank of an item", "make it points of a criterion")
            return ONE
        return self._peers.rank(seen, Ratio(self.settle(node.own), self.settle(node.own_below)))


def _is(column: Column, number: int) -> Truth:
    return compare(column, Relation.EQUAL, Literal(number))
