# SPDX-License-Identifier: MIT
"""The structure of kernel expressions: the only place that lists a node's children."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias, assert_never, final

from attrs import frozen

from thidua.formula.fold import PeerFold
from thidua.formula.kernel import (
    All,
    Any,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    Points,
    Predicate,
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
)
from thidua.quantity import State

__all__ = [
    "MAXIMUM_DEPTH",
    "Node",
    "Reads",
    "children",
    "is_too_deep",
    "looks_too_deep",
    "reads",
    "through_peers",
]

Node: TypeAlias = Expression | Predicate
"""Any node of the kernel."""

MAXIMUM_DEPTH = 64
"""Deepest nesting of a formula or a document."""


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly inside *node*, in the order of its fields."""
    match node:
        case Reported() | Constant() | Points() | LevelIs() | EntryIs():
            return ()
        case Sum(terms):
            return terms
        case Product(factors):
            return factors
        case Quotient(dividend, divisor):
            return (dividend, divisor)
        case Least(of) | Greatest(of):
            return of
        case Rounded(of) | Lookup(of) | Not(of):
            return (of,)
        case Choose(when, then, otherwise):
            return (when, then, otherwise)
        case OverItems(_, _, of, where) | OverPeers(_, of, where):
            return (of,) if where is None else (where, of)
        case Compare(left, _, right):
            return (left, right)
        case All(of) | Any(of):
            return of
        case _:
            assert_never(node)


def is_too_deep(node: Node, limit: int = MAXIMUM_DEPTH) -> bool:
    """Tell whether *node* nests deeper than *limit*; itself never recurses."""
    level = {id(node): node}  # by identity, so that a node used twice is gone through once
    for _ in range(limit):
        level = {id(child): child for one in level.values() for child in children(one)}
        if not level:
            return False
    return True


@final
@frozen
class Reads:
    """What an expression looks at, apart from its peers."""

    measures: frozenset[tuple[str | None, str]]
    """Codes read, each with the list of items in which it is read, or None."""
    numbers: frozenset[tuple[str | None, str]]
    """Those of them that are read as numbers."""
    asked: frozenset[tuple[str | None, str, State]]
    """The states the expression asks about itself."""
    levels: frozenset[tuple[str | None, str, str]]
    """The levels it asks about."""
    lists: frozenset[str]
    """The lists of items it folds."""
    points: frozenset[str]
    """The other criteria and sections whose points it uses."""
    nested: frozenset[str]
    """Those of the lists that are folded for each item of a list."""
    peers: tuple[OverPeers, ...]
    """The looks at peers in it; what they read of peers is not in the fields above."""


def _visit(node: Node, items: str | None) -> Iterator[tuple[Node, str | None]]:
    stack: list[tuple[Node, str | None]] = [(node, items)]
    while stack:
        one, inside = stack.pop()
        yield one, inside
        match one:
            case OverPeers(PeerFold.RANK, of):
                stack.append((of, inside))  # a rank is of the unit's own value
            case OverPeers():
                pass
            case OverItems(items=code):
                stack.extend((child, code) for child in children(one))
            case _:
                stack.extend((child, inside) for child in children(one))


@lru_cache(maxsize=4096)
def reads(*nodes: Node) -> Reads:
    """Collect what *nodes* read."""
    numbers: set[tuple[str | None, str]] = set()
    asked: set[tuple[str | None, str, State]] = set()
    levels: set[tuple[str | None, str, str]] = set()
    lists: set[str] = set()
    nested: set[str] = set()
    points: set[str] = set()
    peers: list[OverPeers] = []
    for node, inside in (pair for top in nodes for pair in _visit(top, None)):
        match node:
            case Reported(code):
                numbers.add((inside, code))
            case LevelIs(code, level):
                levels.add((inside, code, level))
            case EntryIs(code, state):
                asked.add((inside, code, state))
            case OverItems(items=code):
                lists.add(code)
                if inside is not None:
                    nested.add(code)
            case OverPeers():
                peers.append(node)
            case Points(code):
                points.add(code)
            case _:
                pass
    named = {(place, code) for place, code, _ in asked | levels}
    return Reads(
        frozenset(numbers | named),
        frozenset(numbers),
        frozenset(asked),
        frozenset(levels),
        frozenset(lists),
        frozenset(points),
        frozenset(nested),
        tuple(peers),
    )


def looks_too_deep(what: Reads, limit: int) -> bool:
    """Tell whether looks at peers look through others more than *limit* deep."""
    level = {*what.peers}
    for _ in range(limit):
        level = {inner for look in level for inner in reads(*children(look)).peers}
    return bool(level)


def through_peers(what: Reads) -> Iterator[Reads]:
    """Yield *what*, and what each look at peers reads of them, at any depth; each look once.

    A rank stands among the looks around it and again among those that they look through;
    whoever followed both would take twice the time for each rank in a rank.
    """
    yield what
    seen: set[OverPeers] = set()
    waiting = [*reversed(what.peers)]
    while waiting:
        look = waiting.pop()
        if look not in seen:
            seen.add(look)
            inner = reads(*children(look))
            yield inner
            waiting.extend(reversed(inner.peers))
