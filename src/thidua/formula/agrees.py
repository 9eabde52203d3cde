# SPDX-License-Identifier: MIT
"""Whether a working can have come of an expression: documents bring both."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from thidua.errors import FormulaFault, Path
from thidua.formula.exact import RELATIONS
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
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
)
from thidua.formula.walk import Node, children
from thidua.formula.working import Working, fold_items, look_up
from thidua.quantity import add, divide, greatest, least, multiply, round_to

__all__ = ["disagreement"]


def disagreement(working: Working, expression: Expression) -> Path | None:
    """Return the place in *working* that cannot have come of *expression*; None if all can.

    What units report, and what their cluster came to, is not known here and taken as it
    stands; whatever was made of it has to follow.
    """
    stack: list[tuple[Working, Node, Path]] = [(working, expression, ())]
    while stack:
        one, node, at = stack.pop()
        inside = _inside(one, node)
        if one.what != _name(node) or len(one.parts) != len(inside) or not _follows(one, node):
            return at
        if isinstance(node, OverPeers) and node.fold is not PeerFold.RANK:
            continue  # its parts are units
        parts = enumerate(zip(one.parts, inside, strict=True))
        stack.extend((part, child, (*at, "parts", i)) for i, (part, child) in parts)
    return None


def _name(node: Node) -> str:
    match node:
        case Reported(code) | Points(code):
            return code
        case Compare(relation=relation):
            return relation.value
        case _:
            return node.kind


def _inside(one: Working, node: Node) -> tuple[Node, ...]:
    """Return what the parts of a working have come of, if they are as many."""
    count = len(one.parts)
    match node:
        case Choose(when, then, otherwise):
            return (when, then if count and one.parts[0].value else otherwise)
        case All(of) | Any(of):
            return of[:count]
        case OverPeers(PeerFold.RANK, of):
            return (of,)
        case OverItems(of=of) | OverPeers(of=of):
            return (of,) * count
        case _:
            return children(node)


def _follows(one: Working, node: Node) -> bool:
    """Tell whether the value of a working is what its parts, of the right number, make."""
    try:
        return one.value == _made([part.value for part in one.parts], one.value, node)
    except (FormulaFault, ZeroDivisionError):
        return False


def _made(values: list[Fraction], own: Fraction, node: Node) -> Fraction | bool | None:
    """Return what *node* makes of *values*; *own* where that was read, None if it makes nothing."""
    match node:
        case Reported() | Points():
            return own
        case OverPeers(PeerFold.LEAST | PeerFold.GREATEST):
            return own if {*values} == {own} else None
        case OverPeers(fold):
            return own if bool(values) is (fold is PeerFold.RANK) else None
        case LevelIs() | EntryIs():
            return bool(own)
        case Constant(value):
            return value
        case Sum():
            return add(values)
        case Product():
            return multiply(values)
        case Quotient(of_target=of_target):
            return None if of_target and values[1] < 0 else divide(*values)
        case Least():
            return least(values)
        case Greatest():
            return greatest(values)
        case Rounded(_, rounding):
            return round_to(values[0], rounding)
        case Choose():
            return values[1]
        case Lookup():
            return look_up(node, values[0])
        case OverItems():
            return fold_items(node, sorted(values))
        case Compare(_, relation):
            return bool(RELATIONS[relation](*values))
        case All(of):
            return _until(values, of, decisive=False)
        case Any(of):
            return _until(values, of, decisive=True)
        case Not():
            return not values[0]
        case _:
            assert_never(node)


def _until(values: list[Fraction], of: tuple[Node, ...], *, decisive: bool) -> bool | None:
    """Return what conditions come to that are asked until one of them decides."""
    if any(bool(value) is decisive for value in values[:-1]):
        return None
    if values and bool(values[-1]) is decisive:
        return decisive
    return not decisive if len(values) == len(of) else None
