# SPDX-License-Identifier: MIT
"""Where in a formula a name stands that is wrong.

What a formula reads is found in its translation to the kernel, which no longer knows the fields
of forms. Only where something is wrong are these gone through, and every name asked alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any, TypeAlias, final

from attrs import Attribute, evolve, fields, frozen, has

from thidua.errors import Path, RubricFault
from thidua.formula import (
    EntryIs,
    Expression,
    Form,
    ItemFold,
    LevelIs,
    OverItems,
    OverPeers,
    Pick,
    Points,
    Reported,
)
from thidua.formula.walk import Node
from thidua.quantity.typed import TEXT

__all__ = ["at_their_names"]

_Ask: TypeAlias = Callable[[Node], Iterable[RubricFault]]


@final
@frozen
class _Name:
    """One name in a formula, as the smallest node that reads it."""

    node: Node
    inside: str | None
    """The list of items in which it is read, or None."""
    at: Path
    """Place of the name itself."""
    level: Path
    """Place of the level, if it is asked about one."""


def at_their_names(
    faults: Iterable[RubricFault], formula: Form | Node, at: Path, ask: _Ask
) -> list[RubricFault]:
    """Return *faults*, each wherever in the formula the name stands that it is about.

    Args:
        faults: What is wrong with the whole.
        formula: The form or condition, as it is written.
        at: Its place.
        ask: What is wrong with a node of it.
    """
    wrong = {(fault.code, fault.what): fault for fault in faults}
    found: list[RubricFault] = []
    for name in _names(formula, at) if wrong else ():
        for fault in ask(_whole(name)):
            about_list = isinstance(name.node, OverItems)
            if (fault.code, fault.what) in wrong and about_list is (fault.code == "items-unknown"):
                place = name.level if fault.code == "level-unknown" else name.at
                found.append(evolve(fault, at=place))
    told = {(fault.code, fault.what) for fault in found}
    return [*found, *(fault for key, fault in wrong.items() if key not in told)]


def _whole(name: _Name) -> Node:
    """Return a name as it is read where it stands."""
    if name.inside is None:
        return name.node
    if isinstance(name.node, Expression):
        return OverItems(name.inside, ItemFold.COUNT, name.node)
    return OverItems(name.inside, ItemFold.COUNT, 1, name.node)


def _names(formula: Form | Node, at: Path) -> Iterator[_Name]:
    """Yield every name in a formula, in the order of its fields."""
    seen: set[tuple[int, str | None]] = set()  # a node used twice is gone through once
    stack: list[tuple[object, str | None, Path]] = [(formula, None, at)]
    while stack:
        one, inside, place = stack.pop()
        if isinstance(one, tuple):
            stack.extend((one[i], inside, (*place, i)) for i in reversed(range(len(one))))
            continue
        if (id(one), inside) in seen:
            continue
        seen.add((id(one), inside))
        match one:
            case Reported():
                yield _Name(one, inside, place, place)  # written as its code alone
                continue
            case LevelIs() | EntryIs() | Points():
                yield _Name(one, inside, (*place, "code"), (*place, "level"))
                continue
            case Pick(choice, level):
                asked = LevelIs(choice, level)
                yield _Name(asked, inside, (*place, "choice"), (*place, "level"))
                continue
            case OverPeers():
                inside = None
            case _:
                pass
        for name, code in _codes(one):
            listed = name == "items"
            node = OverItems(code, ItemFold.COUNT) if listed else Reported(code)
            yield _Name(node, inside, (*place, name), (*place, name))
            inside = code if listed else inside
        stack.extend(
            (getattr(one, field.name), inside, (*place, field.name))
            for field in reversed(_fields(one))
        )


def _codes(one: object) -> Iterator[tuple[str, str]]:
    """Yield the fields that hold the code of a measure or a list, by name."""
    for field in _fields(one):
        held = getattr(one, field.name)
        if isinstance(held, str) and not isinstance(held, Enum) and TEXT not in field.metadata:
            yield field.name, held


def _fields(one: object) -> tuple[Attribute[Any], ...]:
    cls = type(one)
    return fields(cls) if has(cls) else ()
