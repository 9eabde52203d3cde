# SPDX-License-Identifier: MIT
"""What a formula could be brought to: holes of its tables, divisors of zero, its branches.

Each is a quantity and the values that it would have to have, with the conditions on the
way to it, so that clusters can be made for it instead of being met by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias, final

from attrs import field, frozen

from thidua.formula import (
    All,
    Any,
    Band,
    Choose,
    Constant,
    Expression,
    ItemFold,
    Lookup,
    OverItems,
    OverPeers,
    PeerFold,
    Predicate,
    Quotient,
    Scope,
    bounds,
    children,
    reads,
)
from thidua.formula.bounds import blank_item
from thidua.formula.walk import Node
from thidua.review.bands import flaws, meets
from thidua.review.grid import grid_of
from thidua.rubric.plan import Plan

__all__ = ["Aim", "Condition", "Place", "aims"]

_MOST_VISITS = 8
"""How often a part of a formula that stands in several places is looked at in one place."""

_ZERO = Band(0, at_least=0, at_most=0)
_NO_ITEMS = {ItemFold.SUM: -1, ItemFold.COUNT: -1, ItemFold.TRIMMED_MEAN: 2}
"""The most items that a fold has no value for."""

Place: TypeAlias = tuple[int, tuple[str, ...]]
"""Where something is computed: for the unit (0) or for a peer (1), and in which lists."""


@final
@frozen(eq=False)
class Condition:
    """A condition on the way, and the one before it."""

    when: Predicate
    """The condition."""
    place: Place
    """Where it is asked."""
    before: Condition | None
    """The last condition before it."""
    holds: bool = field(kw_only=True)
    """Whether it has to hold."""


Where: TypeAlias = Condition | None


@final
@frozen(eq=False)
class Aim:
    """A quantity in a formula, and values that a cluster would have to bring it to."""

    fault: str
    """Code of the fault it is then; empty if it is only a branch to look at."""
    of: Expression
    """The quantity; of a branch, what is computed there."""
    want: Band
    """The values."""
    place: Place
    """Where it is computed."""
    where: Where
    """The last of the conditions under which it is."""

    def conditions(self) -> list[Condition]:
        """Return the conditions, the first one first."""
        found: list[Condition] = []
        at = self.where
        while at is not None:
            found.append(at)
            at = at.before
        return found[::-1]

    def places(self) -> list[Place]:
        """Return where it and its conditions are computed."""
        return [self.place, *(one.place for one in self.conditions())]

    @property
    def is_of_peers(self) -> bool:
        """Whether some of it is computed for a peer."""
        return any(unit for unit, _ in self.places())

    def nodes(self) -> list[Node]:
        """Return what decides whether it holds."""
        return [*([self.of] if self.fault else []), *(one.when for one in self.conditions())]


def aims(expression: Expression, ready: Plan, scope: Scope) -> Iterator[Aim]:
    """Yield what *expression* could be brought to, but for what its `bounds` exclude."""
    stack: list[tuple[Node, Place, Where, Scope]] = [(expression, (0, ()), None, scope)]
    visits: Counter[tuple[int, Place]] = Counter()
    while stack:
        node, place, where, inside = stack.pop()
        visits[id(node), place] += 1
        if visits[id(node), place] > _MOST_VISITS:
            continue
        for fault, of, want in _wrong(node):
            if meets(want, bounds(of, inside), grid_of(of, ready)):
                yield Aim(fault, of, want, place, where)
        for child, at, after in _below(node, place, where):
            if (
                isinstance(node, Choose)
                and isinstance(child, Expression)
                and after is not where
                and reads(child).numbers
            ):
                yield Aim("", child, Band(0), at, after)
            below = inside
            if isinstance(node, OverItems):
                below = blank_item(inside, node.items)
            elif isinstance(node, OverPeers):
                below = Scope({}, domains=ready.domains)
            stack.append((child, at, after, below))


def _wrong(node: Node) -> Iterator[tuple[str, Expression, Band]]:
    """Yield how a node lacks an answer: the fault, a quantity, and its values then."""
    match node:
        case Lookup(of):
            gaps, shared = flaws(node)
            if isinstance(of, OverPeers) and of.fold in {PeerFold.RANK, PeerFold.COUNT}:
                gaps = [gap for gap in gaps if gap.high is not None]  # who writes one knows it
            yield from (("band-gap", of, gap) for gap in gaps)
            yield from (("band-overlap", of, one) for one in shared)
        case Quotient(_, divisor) if not isinstance(divisor, Constant):
            yield "divisor-zero", divisor, _ZERO
        case OverItems(items, fold, _, which) if _NO_ITEMS.get(fold, 0) >= 0:
            most = Band(0, at_most=_NO_ITEMS.get(fold, 0))
            yield "nothing-to-fold", OverItems(items, ItemFold.COUNT, 1, which), most
        case OverPeers(PeerFold.MEAN | PeerFold.LEAST | PeerFold.GREATEST, _, which) if which:
            count = OverPeers(PeerFold.COUNT, 1, which)
            yield "nothing-to-fold", count, Band(0, at_most=0)
        case _:
            pass


def _below(node: Node, place: Place, where: Where) -> Iterator[tuple[Node, Place, Where]]:
    """Yield what stands in a node, where it is computed, and under which conditions."""
    match node:
        case Choose(when, then, otherwise):
            yield when, place, where
            yield then, place, Condition(when, place, where, holds=True)
            yield otherwise, place, Condition(when, place, where, holds=False)
        case All(of) | Any(of):
            for one in of:
                yield one, place, where
                where = Condition(one, place, where, holds=isinstance(node, All))
        case OverItems() | OverPeers():
            place = (place[0], (*place[1], node.items)) if isinstance(node, OverItems) else (1, ())
            if node.where is not None:
                yield node.where, place, where
                where = Condition(node.where, place, where, holds=True)
            yield node.of, place, where
        case _:
            yield from ((child, place, where) for child in children(node))
