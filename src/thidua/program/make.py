# SPDX-License-Identifier: MIT
"""Nodes in their simplest shape: constants folded, limits outermost, like terms together.

Nothing that may lack a value is ever simplified away, so that a fault stays one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import gcd
from typing import TypeAlias

from thidua.program.linear import Linear, linear, literal_of
from thidua.program.node import (
    Added,
    Branch,
    Chain,
    Divided,
    Fixed,
    Guarded,
    Lack,
    Largest,
    Literal,
    Multiplied,
    Smallest,
    Truth,
    Whole,
)
from thidua.program.span import is_total, span

__all__ = [
    "ONE",
    "ZERO",
    "add",
    "branch",
    "content",
    "divide",
    "exactly",
    "guarded",
    "largest",
    "multiply",
    "negative",
    "smallest",
    "summed",
    "through",
]

ZERO = Literal(0)
ONE = Literal(1)
_Key: TypeAlias = frozenset[tuple[Whole, int]]


def summed(given: Linear) -> Whole:
    """Return the node of a sum whose products differ."""
    kept = [
        (factor, nodes) for factor, nodes in given.terms if factor or not all(map(is_total, nodes))
    ]
    if not kept:
        return Literal(given.constant)
    if len(kept) == 1 and len(kept[0][1]) == 1:
        factor, (only,) = kept[0]
        if factor and _leaves(only) <= 1:
            return through(
                only, lambda one: _affine(one, factor, given.constant), rising=factor > 0
            )
        return _affine(only, factor, given.constant)
    terms = [_product(factor, nodes) for factor, nodes in kept]
    terms += [Literal(given.constant)] if given.constant else []
    return Added(tuple(terms)) if len(terms) > 1 else terms[0]


def _affine(node: Whole, factor: int, constant: int) -> Whole:
    """Return a node times a factor plus a constant."""
    inside = linear(node)
    constant += factor * inside.constant
    terms = [_product(factor * own, nodes) for own, nodes in inside.terms]
    if constant or not terms:
        terms.append(Literal(constant))
    return Added(tuple(terms)) if len(terms) > 1 else terms[0]


def _product(factor: int, nodes: tuple[Whole, ...]) -> Whole:
    if factor != 1:
        return Multiplied((Literal(factor), *nodes))
    return nodes[0] if len(nodes) == 1 else Multiplied(nodes)


def add(*nodes: Whole) -> Whole:
    """Return the sum of *nodes*."""
    found: dict[_Key, tuple[int, tuple[Whole, ...]]] = {}
    constant = 0
    for node in nodes:
        part = linear(node)
        constant += part.constant
        for factor, atoms in part.terms:
            key = frozenset(Counter(atoms).items())
            before, kept = found.get(key, (0, atoms))
            found[key] = (before + factor, kept)
    return summed(Linear(tuple(found.values()), constant))


def multiply(*nodes: Whole) -> Whole:
    """Return the product of *nodes*."""
    factor = 1
    atoms: list[Whole] = []
    for node in nodes:
        part = linear(node)
        if not part.terms:
            factor *= part.constant
        elif part.product is not None:
            own, inside = part.product
            factor *= own
            atoms.extend(inside)
        else:
            common = gcd(part.common, part.constant) or 1
            factor *= common
            atoms.append(_over(part, common))
    if not factor and all(map(is_total, atoms)):
        return ZERO
    if len(atoms) == 1:
        return _scaled(atoms[0], factor)
    return _product(factor, tuple(atoms)) if atoms else Literal(factor)


def _scaled(node: Whole, factor: int) -> Whole:
    part = linear(node)
    return summed(
        Linear(tuple((factor * own, nodes) for own, nodes in part.terms), factor * part.constant)
    )


def negative(node: Whole) -> Whole:
    """Return *node* with its sign turned."""
    return multiply(Literal(-1), node)


def _over(part: Linear, common: int) -> Whole:
    """Return a sum over what divides all of it."""
    return summed(
        Linear(
            tuple((factor // common, nodes) for factor, nodes in part.terms),
            part.constant // common,
        )
    )


def divide(node: Whole, by: Whole) -> Whole:
    """Return the floor of *node* over *by*, which is above zero where it matters."""
    below = linear(by)
    if below.terms:
        return _divide_by_node(node, by)
    divisor = below.constant
    if divisor == 1:
        return node

    def one(leaf: Whole) -> Whole:
        part = linear(leaf)
        if not part.terms:
            return Literal(part.constant // divisor)
        common = gcd(part.common, divisor)
        rest = _over(Linear(part.terms, part.constant // common * common), common)
        return rest if divisor == common else _floor(rest, divisor // common)

    return through(node, one)


def _floor(node: Whole, divisor: int) -> Whole:
    match node:
        case Divided(of, Literal(first)):  # floors of floors are one
            return divide(of, Literal(first * divisor))
        case _:
            return Divided(node, Literal(divisor))


def _divide_by_node(node: Whole, by: Whole) -> Whole:
    above, below = linear(node), linear(by)
    if not above.terms and not above.constant:
        return ZERO
    if above.constant or below.product is None:
        return Divided(node, by)
    factor, atoms = below.product
    shared = Counter(atoms)
    for _, others in above.terms:
        shared &= Counter(others)
    shared = Counter({atom: times for atom, times in shared.items() if is_total(atom)})
    if not shared:
        return Divided(node, by)
    return divide(
        add(*(multiply(Literal(own), *_without(nodes, shared)) for own, nodes in above.terms)),
        multiply(Literal(factor), *_without(atoms, shared)),
    )


def _without(nodes: Iterable[Whole], shared: Counter[Whole]) -> list[Whole]:
    return [*(Counter(nodes) - shared).elements()]


@lru_cache(maxsize=65536)
def _leaves(node: Whole) -> int:
    """Return how many values other than fixed ones limits and choices choose between."""
    match node:
        case Literal() | Chain():
            return 0
        case Smallest(of) | Largest(of):
            return sum(map(_leaves, of))
        case Branch(_, then, otherwise):
            return _leaves(then) + _leaves(otherwise)
        case Guarded(_, of):
            return _leaves(of)
        case _:
            return 1


def through(node: Whole, change: Callable[[Whole], Whole], *, rising: bool = True) -> Whole:
    """Return *change* of *node*, made on what limits and choices choose between.

    That is done only where it costs no more than making it on the outside.

    Args:
        node: What is changed.
        change: A function that rises, or falls, with its argument.
        rising: Which of the two.
    """
    if isinstance(node, Smallest | Largest | Branch | Chain | Guarded):
        inside = _inside(node, change, rising=rising)
        if _leaves(inside) <= 1:
            return inside
    return change(node)


def _inside(node: Whole, change: Callable[[Whole], Whole], *, rising: bool) -> Whole:
    match node:
        case Smallest(of):
            changed = [_inside(one, change, rising=rising) for one in of]
            return smallest(*changed) if rising else largest(*changed)
        case Largest(of):
            changed = [_inside(one, change, rising=rising) for one in of]
            return largest(*changed) if rising else smallest(*changed)
        case Branch(when, then, otherwise):
            return branch(
                when,
                _inside(then, change, rising=rising),
                _inside(otherwise, change, rising=rising),
            )
        case Chain(of, cuts, gives):
            values = [literal_of(change(Literal(one))) for one in gives]
            if None in values:
                return change(node)
            return Chain(of, cuts, tuple(one for one in values if one is not None))
        case Guarded(holds, of, lack):
            return Guarded(holds, _inside(of, change, rising=rising), lack)
        case _:
            return change(node)


def content(node: Whole) -> int:
    """Return the greatest number that certainly divides *node*; 0 for a zero."""
    match node:
        case Smallest(of) | Largest(of):
            return gcd(*map(content, of))
        case Branch(_, then, otherwise):
            return gcd(content(then), content(otherwise))
        case Chain(_, _, gives):
            return gcd(*gives)
        case Guarded(_, of):
            return content(of)
        case _:
            part = linear(node)
            return gcd(part.common, part.constant)


def exactly(node: Whole, by: int) -> Whole:
    """Return *node* over a number that divides its content."""
    return _inside(node, lambda one: _over(linear(one), by), rising=True)


def smallest(*nodes: Whole) -> Whole:
    """Return the smallest of *nodes*, of which there are some."""
    return _extreme(nodes, Smallest)


def largest(*nodes: Whole) -> Whole:
    """Return the largest of *nodes*, of which there are some."""
    return _extreme(nodes, Largest)


def _extreme(nodes: Iterable[Whole], kind: type[Smallest | Largest]) -> Whole:
    found, limits = _flat(nodes, kind)
    if limits:
        limit = min(limits) if kind is Smallest else max(limits)
        found = [one for one in found if not (is_total(one) and _beyond(one, limit, kind))]
        if not found:
            return Literal(limit)
        if not any(_within(one, limit, kind) for one in found):
            found.append(Literal(limit))
    return found[0] if len(found) == 1 else kind(tuple(found))


def _flat(nodes: Iterable[Whole], kind: type[Smallest | Largest]) -> tuple[list[Whole], list[int]]:
    """Return the different nodes of an extreme, and its fixed numbers apart."""
    found: dict[Whole, None] = {}
    limits: list[int] = []
    for node in nodes:
        for one in node.of if isinstance(node, kind) else (node,):
            if isinstance(one, Literal):
                limits.append(one.value)
            else:
                found[one] = None
    return list(found), limits


def _beyond(node: Whole, limit: int, kind: type[Smallest | Largest]) -> bool:
    """Tell whether the limit is always taken rather than the node."""
    inside = span(node)
    end = inside.low if kind is Smallest else inside.high
    return end is not None and (end >= limit if kind is Smallest else end <= limit)


def _within(node: Whole, limit: int, kind: type[Smallest | Largest]) -> bool:
    """Tell whether the node is always taken rather than the limit."""
    inside = span(node)
    end = inside.high if kind is Smallest else inside.low
    return end is not None and (end <= limit if kind is Smallest else end >= limit)


def branch(when: Truth, then: Whole, otherwise: Whole) -> Whole:
    """Return a choice between two nodes."""
    if isinstance(when, Fixed):
        return then if when.truth else otherwise
    if then == otherwise and is_total(when):
        return then
    return Branch(when, then, otherwise)


def guarded(guards: Sequence[tuple[Truth, Lack]], of: Whole) -> Whole:
    """Return *of* behind *guards*, the first outermost."""
    for holds, lack in reversed(guards):
        of = Guarded(holds, of, lack)
    return of
