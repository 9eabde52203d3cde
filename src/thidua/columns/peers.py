# SPDX-License-Identifier: MIT
"""Looks at peers: what the units of a cluster come to, in columns of each of them."""

from __future__ import annotations

from typing import assert_never, final

import narwhals as nw
from attrs import frozen

from thidua.columns.engine import DTYPES
from thidua.columns.order import fineness, in_order
from thidua.columns.refusal import Place
from thidua.columns.rewrite import answered, bare
from thidua.columns.steps import Steps
from thidua.columns.table import Table
from thidua.columns.width import ends
from thidua.formula import PeerFold, Relation
from thidua.program.make import ONE, ZERO, add, branch, multiply, negative
from thidua.program.node import Column, Literal, Look, Truth, Whole
from thidua.program.ratio import Ratio
from thidua.program.truth import YES, all_of, any_of, at_least, compare, negate

__all__ = ["Peers", "Seen"]


_NOTHING = Ratio(ZERO, ONE)


@final
@frozen
class Seen:
    """What a look comes to."""

    holds: Truth
    """Where it has an answer."""
    above: Whole = ZERO
    """Numerator of the result; of a rank nothing."""
    below: Whole = ONE
    """Its denominator."""
    counted: Whole = ZERO
    """Of a rank: 1 for who counts among the peers."""
    theirs: Ratio = _NOTHING
    """Of a rank: what each peer holds."""


class Peers:
    """Folds units over their cluster; what is folded is settled before."""

    def __init__(
        self, steps: Steps, units: Table, cluster: str, most: int, clean: Truth, place: Place
    ) -> None:
        self._steps = steps
        self._units = units
        self._cluster = cluster
        self._most = most
        """How many units a cluster has at most."""
        self._clean = clean
        self._place = place

    def look(self, look: Look, value: Ratio, where: Truth, left_out: Truth, awaited: Truth) -> Seen:
        """Return what a look comes to; all of it is of the unit as a peer."""
        asked = all_of([negate(bare(left_out)), bare(where)])
        known = all_of(
            [
                answered(left_out),
                any_of([bare(left_out), all_of([negate(bare(awaited)), answered(where)])]),
                any_of([negate(asked), all_of([answered(value.above), answered(value.below)])]),
                self._clean,
            ]
        )
        holds: Truth = YES
        if known != YES:
            mark = self._whole(branch(known, ONE, ZERO))
            holds = YES if mark == ONE else at_least(self.over(mark, "min"), 1)
        above, below = bare(value.above), bare(value.below)
        counted = self._whole(branch(asked, ONE, ZERO))
        match look.fold:
            case PeerFold.COUNT:
                return Seen(holds, self.over(counted, "sum"))
            case PeerFold.RANK:
                return Seen(holds, counted=counted, theirs=Ratio(above, below))
            case PeerFold.SUM | PeerFold.MEAN:
                return self._sum(look.fold, holds, asked, counted, Ratio(above, below))
            case PeerFold.LEAST | PeerFold.GREATEST:
                some = all_of([holds, at_least(self.over(counted, "sum"), 1)])
                return self._extreme(look.fold, some, asked, Ratio(above, below))
            case _:
                assert_never(look.fold)

    def _sum(
        self, fold: PeerFold, holds: Truth, asked: Truth, counted: Whole, value: Ratio
    ) -> Seen:
        if not isinstance(value.below, Literal):
            self._place.refuse("peers have values over different denominators", "round the value")
            return Seen(holds)
        sums = self.over(self._whole(branch(asked, value.above, ZERO)), "sum")
        if fold is PeerFold.SUM:
            return Seen(holds, sums, value.below)
        many = self.over(counted, "sum")
        return Seen(all_of([holds, at_least(many, 1)]), sums, multiply(value.below, many))

    def _extreme(self, fold: PeerFold, holds: Truth, asked: Truth, value: Ratio) -> Seen:
        """Return the least or the greatest; over different denominators by its place in the order.

        All peers of that place hold the same value, be it over different denominators.
        """
        most = fold is PeerFold.GREATEST
        if isinstance(value.below, Literal):
            return Seen(holds, self._best(asked, value.above, most=most), value.below)
        key = self._whole(bare(in_order(value, fineness(value.below))))
        first = self._best(asked, key, most=most)
        best = all_of([asked, compare(key, Relation.EQUAL, first)])
        down = self._best(best, value.below, most=True)
        high = self._best(best, value.above, most=True)
        low = self._best(best, value.above, most=False)
        return Seen(holds, branch(at_least(first, 0), high, low), down)

    def _best(self, asked: Truth, value: Whole, *, most: bool) -> Whole:
        low, high = ends(value)
        worst = Literal(low if most else high)
        return self.over(self._whole(branch(asked, value, worst)), "max" if most else "min")

    def _whole(self, node: Whole) -> Whole:
        return self._steps.whole(self._units, node, self._place.at, self._place.code).node

    def over(self, each: Whole, function: str, level: int = 0) -> Whole:
        """Fold a column over the cluster; sums are computed in integers that hold them.

        Args:
            each: What is folded.
            function: As narwhals names it.
            level: The first at which it may be done.
        """
        steps, table = self._steps, self._units
        if isinstance(each, Literal):
            if function != "sum":
                return each
            each = steps.made(table, nw.lit(each.value), 0, each.value, each.value)
        assert isinstance(each, Column)  # noqa: S101 - made before
        low, high = ends(each)
        if function == "sum":
            low, high = min(low, 0) * self._most, max(high, 0) * self._most
        width = steps.width(
            self._place.at, self._place.code, add(each), Column("", None, low, high)
        )
        source, level = steps.sources[each], max(level, steps.after(each))
        if source.dtype != DTYPES[width]:
            wider = nw.col(source.name).cast(DTYPES[width])
            each, level = steps.made(table, wider, level, low, high), level + 1
        return steps.over(table, each, function, [self._cluster], level, reach=(low, high))

    def rank(self, seen: Seen, own: Ratio) -> Whole:
        """Return one more than the peers above a unit, which need not be one of them.

        Where it is not, its value ranks among those of peers just above equal ones; of the
        rank the others that are none are taken off.
        """
        if seen.counted == ZERO:
            return ONE
        fine = fineness(bare(own.below), seen.theirs.below)
        theirs = bare(in_order(seen.theirs, fine))
        if isinstance(seen.counted, Literal):  # all units count, and hold what they compare
            return self.place(self._whole(theirs))
        mine = bare(in_order(Ratio(bare(own.above), bare(own.below)), fine))
        key = self._whole(
            branch(
                at_least(seen.counted, 1),
                multiply(Literal(2), theirs),
                add(multiply(Literal(2), mine), ONE),
            )
        )
        assert isinstance(seen.counted, Column)  # noqa: S101 - a number of a unit
        alone, every = self.place(key, seen.counted), self.place(key)
        others = add(every, negative(alone), ONE)
        return branch(at_least(seen.counted, 1), alone, others)

    def place(self, key: Whole, *groups: Column, method: str = "min") -> Whole:
        """Rank units by a number, the greatest first, within their cluster and *groups* of it."""
        if isinstance(key, Literal):
            return ONE
        assert isinstance(key, Column)  # noqa: S101 - a number of a unit
        within: list[Column | str] = [self._cluster, *groups]
        return self._steps.ranked(
            self._units, key, within, method, descending=True, most=self._most
        )
