# SPDX-License-Identifier: MIT
"""An integer program as the source of Python functions: one of a unit, one for each look.

Everything a document says becomes a number, a position or a name made up here; no text of
it stands in the source. What two places need is computed once, where the first needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua.program.linear import literal_of
from thidua.program.lines import NAME
from thidua.program.node import Lack, Look, Part, Truth
from thidua.program.printer import Printer
from thidua.program.program import Program, ProgramLine
from thidua.program.span import operands
from thidua.program.truth import NO, YES, negate

__all__ = ["look_source", "unit_source"]


def unit_source(given: Program, lacks: list[tuple[str, Lack]]) -> str:
    """Return the source of the function of a unit: all points, then maxima that vary.

    Args:
        given: The program.
        lacks: What may be lacking; what the function returns by number is added.
    """
    tops = [node for line in given.lines for node in (line.above, line.below, line.maximum)]
    printer = Printer(given, lacks, tops)
    found = [text for line in given.lines for text in _line(printer, given, line)]
    found += [
        printer.whole(line.maximum)[0] for line in given.lines if literal_of(line.maximum) is None
    ]
    return _function(printer, given, "unit", found)


def look_source(given: Program, look: Look, lacks: list[tuple[str, Lack]]) -> str:
    """Return the source of what a peer contributes: a ratio, or nothing if it is left out."""
    asked = [line for line in given.lines if line.code in look.asked]
    needed = [line for line in given.lines if line.code in look.asked | look.used]
    parts = [one for line in needed for one in (line.above, line.below)]
    printer = Printer(given, lacks, [*operands(look), *parts])
    pending = printer.lack(Lack.PENDING)
    steps: list[tuple[Truth, str, list[ProgramLine]]] = [
        (look.left_out, "()", []),
        (look.awaited, pending, []),
        (negate(look.where), "()", asked),
    ]
    for out, answer, before in steps:
        _compute(printer, given, before)
        if out == YES:
            return _function(printer, given, "peer", [])
        if out != NO:
            printer.lines.emit(f"if {printer.truth(out)[0]}:")
            printer.lines.emit(f"    return {answer}")
    _compute(printer, given, (line for line in needed if line not in asked))
    above = printer.whole(look.above)[0]
    return _function(printer, given, "peer", [above, printer.whole(look.below)[0]])


def _compute(printer: Printer, given: Program, lines: Iterable[ProgramLine]) -> None:
    for line in lines:
        _line(printer, given, line)
    printer.code = ""


def _line(printer: Printer, given: Program, line: ProgramLine) -> list[str]:
    """Compute the points of a part and return their names."""
    found: list[str] = []
    printer.code = line.code
    number = given.lines.index(line)
    for part, node, letter in ((Part.ABOVE, line.above, "p"), (Part.BELOW, line.below, "q")):
        if part is Part.ABOVE or literal_of(node) is None:
            text, tight = printer.whole(node, f"{letter}{number}")
            if tight != NAME:
                printer.lines.emit(f"{letter}{number} = {text}")
                text = f"{letter}{number}"
            printer.name_part(line.code, part, text)
            found.append(text)
    return found


def _function(printer: Printer, given: Program, name: str, found: Sequence[str]) -> str:
    lines, columns, lists = printer.lines, len(given.columns), len(given.items)
    head = [f"def {name}(v, s, w, f):"]
    for letter, many, source in (("a", columns, "v"), ("s", columns + lists, "s")):
        used = [one for one in range(many) if f"{letter}{one}" in lines.read]
        if len(used) * 3 > many:
            head.append(f"    {lines.unpacked(letter, many)} = {source}")
        else:
            head += [f"    {letter}{one} = {source}[{one}]" for one in used]
    for letter, many in (("w", lists), ("f", len(given.looks))):
        for number in range(many):
            if f"{letter}{number}" in lines.read:
                head.append(f"    {letter}{number} = {letter}[{number}]")
    result = f"{', '.join(found)}," if found else "()"
    return "\n".join([*head, *lines.out, f"    return {result}", ""])
