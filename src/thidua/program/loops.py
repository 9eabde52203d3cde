# SPDX-License-Identifier: MIT
"""Lists in a function: a loop over the items, and what is folded in it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from attrs import evolve

from thidua.program.lines import NAME, Text
from thidua.program.make import ZERO
from thidua.program.node import Column, Folded, FoldedRatio, Folding, InState, Part, Truth
from thidua.program.span import Node, operands
from thidua.program.truth import YES

if TYPE_CHECKING:
    from thidua.program.printer import Printer

__all__ = ["folded", "folded_ratio", "lists_in"]


@lru_cache(maxsize=65536)
def lists_in(node: Node) -> frozenset[str]:
    """Return the lists whose items *node* depends on."""
    match node:
        case Column(items=str(items)) | InState(items=str(items)):
            return frozenset({items})
        case Folded(items=items) | FoldedRatio(items=items):
            return frozenset().union(*map(lists_in, operands(node))) - {items}
        case _:
            return frozenset().union(*map(lists_in, operands(node)))


@contextmanager
def _each(printer: Printer, items: str, where: Truth) -> Generator[None]:
    """Write a loop over the items that count."""
    lines, number = printer.lines, printer.list[items]
    lines.read.add(f"w{number}")
    frame = lines.frames[items] = lines.number()
    with lines.block() as body:
        if where == YES:
            yield
        else:
            asked, _ = printer.truth(where)
            with lines.block() as inside:
                yield
            lines.emit(f"if {asked}:")
            body.extend(inside)
    columns = len(printer.given.items[items])
    values = lines.unpacked(f"i{frame}_", columns)
    states = lines.unpacked(f"j{frame}_", columns)
    if values or states:
        values = values or "_, " * columns
        states = states or "*_," * (not printer.given.sound)
        lines.emit(f"for {f'{values} {states}'.strip()} in w{number}:")
    else:
        lines.emit(f"for _ in w{number}:")
    lines.extend(body)
    del lines.frames[items]  # no list is folded inside itself, see `thidua.rubric.check`


def folded(printer: Printer, node: Folded, target: str | None) -> Text:
    """Print a list folded into a number; *target* is a name to use."""
    lines, number = printer.lines, printer.list[node.items]
    if node.fold is Folding.COUNT and node.where == YES and node.of == ZERO:
        lines.read.add(f"w{number}")
        return f"len(w{number})", NAME
    name = target or lines.name()
    match node.fold:
        case Folding.SUM | Folding.COUNT:
            begin, each = "0", "{name} += {text}"
        case Folding.LEAST:
            begin, each = "None", "if {name} is None or {text} < {name}: {name} = {text}"
        case Folding.GREATEST:
            begin, each = "None", "if {name} is None or {text} > {name}: {name} = {text}"
        case Folding.MIDDLES:
            begin, each = "[]", "{name}.append({text})"
        case _:
            assert_never(node.fold)
    lines.emit(f"{name} = {begin}")
    with _each(printer, node.items, node.where):
        text, tight = printer.whole(node.of)
        if node.fold is Folding.COUNT:
            text = "1"
        elif tight < NAME and node.fold in {Folding.LEAST, Folding.GREATEST}:
            made = lines.name()
            lines.emit(f"{made} = {text}")
            text = made
        lines.emit(each.format(name=name, text=text))
    if node.fold is Folding.MIDDLES:
        lines.emit(f"{name} = middles({name})")
    return name, NAME


def folded_ratio(printer: Printer, node: FoldedRatio) -> Text:
    """Print a list folded into a ratio, of which the part is returned that is wanted."""
    lines, name = printer.lines, printer.lines.name()
    lines.emit(f"{name} = []")
    with _each(printer, node.items, node.where):
        above = printer.whole(node.above)[0]
        lines.emit(f"{name}.append(({above}, {printer.whole(node.below)[0]}))")
    lines.emit(f"{name} = fold_ratios(fold_{node.fold.value}, {name})")
    for index, part in enumerate(Part):
        other = evolve(node, part=part)
        lines.keep(lines.key(other, lists_in(other)), f"{name}[{index}]")
    return f"{name}[{[*Part].index(node.part)}]", NAME
