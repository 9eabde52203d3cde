# SPDX-License-Identifier: MIT
"""The kernel in whole numbers: each expression as a numerator over a denominator.

What may lack a value has a guard at the place up to which it is certainly computed: the
branch, the condition or the item in which it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import TypeAlias, assert_never

from thidua.errors import Faults, RubricFault
from thidua.formula import (
    All,
    Any,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    ItemFold,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    Points,
    Predicate,
    Product,
    Quotient,
    Relation,
    Reported,
    Rounded,
    Sum,
)
from thidua.program.bands import look_up
from thidua.program.make import ONE, ZERO, add, guarded, multiply, negative
from thidua.program.node import (
    Column,
    Folded,
    FoldedRatio,
    Folding,
    InState,
    Lack,
    Literal,
    Look,
    OfPeers,
    Part,
    PeersKnown,
    Truth,
    Whole,
)
from thidua.program.ratio import (
    Ratio,
    chosen,
    limit,
    lowest,
    product,
    quotient,
    ratio_of,
    related,
    rounded,
    total,
)
from thidua.program.span import is_total, size
from thidua.program.truth import (
    NO,
    YES,
    all_of,
    any_of,
    at_least,
    compare,
    negate,
    sure,
)
from thidua.quantity import State
from thidua.rubric import Choice, Indicator, Measure
from thidua.rubric.measure import decimal_places

__all__ = ["TOO_LARGE", "Names", "Translator"]

TOO_LARGE = "the rubric is too large to be compiled"
_MOST = 500_000
"""How many nodes may be made before a program is given up: divisions in divisions repeat what
they divide, and may double a program with each."""

Guards: TypeAlias = list[tuple[Truth, Lack]]


class Names:
    """What the codes of a rubric stand for in its program."""

    def __init__(
        self,
        columns: Mapping[tuple[str | None, str], tuple[Indicator, Column]],
        points: Callable[[str], Ratio],
        look: Callable[[OverPeers, frozenset[State]], Look],
        *,
        sound: bool,
    ) -> None:
        self.columns = columns
        self.points = points
        self.look = look
        self.sound = sound
        self._left = _MOST

    def column(self, place: str | None, code: str) -> tuple[Indicator, Column]:
        """Return what is read under *code* inside the list *place*, or outside of any."""
        return self.columns.get((place, code)) or self.columns[None, code]

    def count(self, nodes: int) -> None:
        """Take *nodes* off what the program may still take.

        Raises:
            Faults: If it takes too much.
        """
        self._left -= nodes
        if self._left < 0:
            raise Faults((RubricFault((), "too-large", TOO_LARGE, "use score"),))


class Translator:
    """Translates one criterion: what it asks of states, and which of them are pending."""

    def __init__(
        self,
        names: Names,
        asked: frozenset[tuple[str | None, str, State]],
        pending: frozenset[State],
    ) -> None:
        self._names = names
        self._asked = asked
        self._pending = pending
        self._guards: Guards = []

    @contextmanager
    def region(self) -> Generator[Guards]:
        """Gather the guards of what is computed only sometimes."""
        outside, self._guards = self._guards, []
        try:
            yield self._guards
        finally:
            self._guards = outside

    def number(self, node: Expression, place: str | None = None) -> Ratio:
        """Translate an expression on its own, with its guards."""
        with self.region() as guards:
            found = self._number(node, place)
        below = found.below if isinstance(found.below, Literal) else guarded(guards, found.below)
        return Ratio(guarded(guards, found.above), below)

    def truth(self, node: Predicate, place: str | None = None) -> Truth:
        """Translate a predicate on its own, with its guards."""
        with self.region() as guards:
            found = self._truth(node, place)
        return sure(guards, found)

    def _number(self, node: Expression, place: str | None) -> Ratio:
        found = self._made(node, place)
        self._names.count(size(found.above) + size(found.below))
        return found

    def _numbers(self, nodes: tuple[Expression, ...], place: str | None) -> list[Ratio]:
        """Translate what is multiplied, or brought over one denominator."""
        found = [self._number(one, place) for one in nodes]
        fixed = [one.above for one in found if isinstance(one.above, Literal)]
        long = sum(size(one) - 1 for one in (*fixed, *(one.below for one in found)))
        self._names.count(len(found) * long)
        return found

    def _made(self, node: Expression, place: str | None) -> Ratio:
        match node:
            case Reported(code):
                return self._reported(code, place)
            case Constant(value):
                return ratio_of(value)
            case Sum(terms):
                return total(self._numbers(terms, place))
            case Product(factors):
                return product(self._numbers(factors, place))
            case Quotient(dividend, divisor):
                by = self._number(divisor, place)
                self._demand(compare(by.above, Relation.NOT_EQUAL, ZERO), Lack.DIVISOR_ZERO)
                if node.of_target:
                    self._demand(at_least(by.above, 0), Lack.TARGET_NEGATIVE)
                return quotient(self._number(dividend, place), by)
            case Least(of):
                return limit(self._numbers(of, place), lowest_of=True)
            case Greatest(of):
                return limit(self._numbers(of, place), lowest_of=False)
            case Rounded(of, rounding):
                return rounded(self._number(of, place), rounding)
            case Choose(when, then, otherwise):
                asked = self._truth(when, place)
                return chosen(asked, self.number(then, place), self.number(otherwise, place))
            case Lookup(of, bands):
                holds, found = look_up(self._number(of, place), bands)
                self._demand(holds, Lack.BAND)
                return found
            case Points(code):
                return self._names.points(code)
            case OverItems():
                return self._over_items(node)
            case OverPeers():
                return self._over_peers(node, place)
            case _:
                assert_never(node)

    def _truth(self, node: Predicate, place: str | None) -> Truth:
        match node:
            case Compare(left, relation, right):
                return related(self._number(left, place), relation, self._number(right, place))
            case LevelIs(code, level):
                choice, column = self._names.column(place, code)
                assert isinstance(choice, Choice)  # noqa: S101 - the rubric was checked
                self._demand_value(code, place)
                return compare(column, Relation.EQUAL, Literal(choice.levels.index(level)))
            case EntryIs(code, state):
                return self._in_state(code, place, state)
            case All(of):
                return all_of(self._in_turn(of, place))
            case Any(of):
                return any_of(self._in_turn(of, place))
            case Not(of):
                return negate(self._truth(of, place))
            case _:
                assert_never(node)

    def _in_turn(self, of: tuple[Predicate, ...], place: str | None) -> list[Truth]:
        """Translate conditions of which only the first is certainly asked."""
        return [
            self.truth(one, place) if index else self._truth(one, place)
            for index, one in enumerate(of)
        ]

    def _demand(self, holds: Truth, lack: Lack) -> None:
        if holds != YES and (holds, lack) not in self._guards:
            self._guards.append((holds, lack))

    def _in_state(self, code: str, place: str | None, state: State) -> Truth:
        if self._names.sound:
            return NO
        return InState(code, self._names.column(place, code)[1].items, state)

    def _demand_value(self, code: str, place: str | None) -> None:
        """Guard against a state that the formula asks for, and yet reads as a value."""
        for state in State:
            if (place, code, state) in self._asked:
                self._demand(negate(self._in_state(code, place, state)), Lack.NO_VALUE)

    def _reported(self, code: str, place: str | None) -> Ratio:
        indicator, column = self._names.column(place, code)
        self._demand_value(code, place)
        places = decimal_places(indicator) if isinstance(indicator, Measure) else 0
        return Ratio(column, Literal(10**places))

    def _over_items(self, node: OverItems) -> Ratio:
        items = node.items
        where = YES if node.where is None else self.truth(node.where, items)
        of = self.number(node.of, items)
        count = Folded(items, Folding.COUNT, ZERO, where)
        if node.fold is ItemFold.COUNT:
            checked = ZERO if is_total(of.above) else of.above
            return Ratio(Folded(items, Folding.COUNT, checked, where), ONE)
        if node.fold is not ItemFold.SUM:
            least = 3 if node.fold is ItemFold.TRIMMED_MEAN else 1
            self._demand(at_least(count, least), Lack.NOTHING_TO_FOLD)
        if not isinstance(of.below, Literal):
            above, below = (
                FoldedRatio(items, node.fold, of.above, of.below, where, part) for part in Part
            )
            return Ratio(above, below)

        def folded(fold: Folding) -> Whole:
            return Folded(items, fold, of.above, where)

        match node.fold:
            case ItemFold.SUM:
                return lowest(folded(Folding.SUM), of.below)
            case ItemFold.MEAN:
                return Ratio(folded(Folding.SUM), multiply(of.below, count))
            case ItemFold.LEAST:
                return lowest(folded(Folding.LEAST), of.below)
            case ItemFold.GREATEST:
                return lowest(folded(Folding.GREATEST), of.below)
            case ItemFold.MEDIAN:
                return lowest(folded(Folding.MIDDLES), multiply(Literal(2), of.below))
            case ItemFold.TRIMMED_MEAN:
                inner = add(
                    folded(Folding.SUM),
                    negative(folded(Folding.LEAST)),
                    negative(folded(Folding.GREATEST)),
                )
                return Ratio(inner, multiply(of.below, add(count, Literal(-2))))
            case _:
                assert_never(node.fold)

    def _over_peers(self, node: OverPeers, place: str | None) -> Ratio:
        look = self._names.look(node, self._pending)
        self._demand(PeersKnown(look), Lack.NOTHING_TO_FOLD)
        if node.fold is PeerFold.RANK:
            own = self._number(node.of, place)
            return Ratio(OfPeers(look, Part.ABOVE, own.above, own.below), ONE)
        above = OfPeers(look, Part.ABOVE, ZERO, ONE)
        if node.fold is PeerFold.COUNT:
            return Ratio(above, ONE)
        if node.fold is not PeerFold.MEAN and isinstance(look.below, Literal):
            return Ratio(above, look.below)
        return Ratio(above, OfPeers(look, Part.BELOW, ZERO, ONE))
