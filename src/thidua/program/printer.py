# SPDX-License-Identifier: MIT
"""An integer program as the source of a Python function.

Everything a document says becomes a number, a position or a name made up here; no text of
it stands in the source. What two places need is computed once, where the first needs it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TypeAlias, assert_never

from attrs import evolve

from thidua.formula import PeerFold, Relation
from thidua.program.linear import literal_of
from thidua.program.make import ZERO
from thidua.program.node import (
    Added,
    AllOf,
    AnyOf,
    Branch,
    Chain,
    Column,
    Divided,
    Fixed,
    Folded,
    FoldedRatio,
    Folding,
    Guarded,
    InState,
    Lack,
    Largest,
    ListInState,
    Literal,
    Look,
    Multiplied,
    Negated,
    OfPeers,
    Part,
    PartPoints,
    PeersKnown,
    Relates,
    Smallest,
    Sure,
    Truth,
    Whole,
)
from thidua.program.program import Program, ProgramLine
from thidua.program.span import Node, operands, walk
from thidua.program.truth import NO, YES, compare, negate
from thidua.quantity import State

__all__ = ["STATES", "Printer"]

STATES: Mapping[State, int] = {state: number for number, state in enumerate(State, 1)}
"""The number by which a state is told to a program; 0 is a value."""

_Text: TypeAlias = tuple[str, int]
"""A piece of source, and how tightly it holds together."""
_CHOICE, _LOGIC, _NOT, _COMPARED, _SUM, _PRODUCT, _MINUS, _NAME = range(8)
_LEAVES = (Literal, Column, PartPoints)
_LONG = 200
"""Most terms of a sum in one statement."""
_LINEAR = 4
"""Most cuts of a table that are tried one after the other."""


@lru_cache(maxsize=65536)
def _lists(node: Node) -> frozenset[str]:
    """Return the lists whose items *node* depends on."""
    match node:
        case Column(items=str(items)) | InState(items=str(items)):
            return frozenset({items})
        case Folded(items=items) | FoldedRatio(items=items):
            return frozenset().union(*map(_lists, operands(node))) - {items}
        case _:
            return frozenset().union(*map(_lists, operands(node)))


class Printer:
    """Prints the functions of one program; the lacks they return by number are gathered."""

    def __init__(self, given: Program, lacks: list[tuple[str, Lack]]) -> None:
        self._program = given
        self._look = {look: number for number, look in enumerate(given.looks)}
        self._list = {code: number for number, code in enumerate(given.items)}
        self._place = {
            (column.items, column.code): number
            for columns in (given.columns, *given.items.values())
            for number, column in enumerate(columns)
        }
        self._lacks = lacks

    def _start(self, tops: Iterable[Node]) -> None:
        self._uses = Counter(inner for node in walk(*tops, looks=False) for inner in operands(node))
        self._out: list[str] = []
        self._depth = 1
        self._scopes: list[dict[object, str]] = [{}]
        self._frames: dict[str, int] = {}
        self._parts: dict[tuple[str, Part], str] = {}
        self._read: set[str] = set()
        self._made = 0
        self._code = ""

    # --- functions -----------------------------------------------------------

    def unit(self) -> str:
        """Return the source of the function of a unit: all points, then maxima that vary."""
        lines = self._program.lines
        self._start(node for line in lines for node in (line.above, line.below, line.maximum))
        found = [text for line in lines for text in self._line(line)]
        found += [
            self._whole(line.maximum)[0] for line in lines if literal_of(line.maximum) is None
        ]
        return self._function("unit", found)

    def look(self, look: Look) -> str:
        """Return the source of what a peer contributes: a ratio, or nothing if it is left out."""
        lines = self._program.lines
        asked = [line for line in lines if line.code in look.asked]
        needed = [line for line in lines if line.code in look.asked | look.used]
        self._start(
            [*operands(look), *(one for line in needed for one in (line.above, line.below))]
        )
        pending = self._lack(Lack.PENDING)
        steps: list[tuple[Truth, str, list[ProgramLine]]] = [
            (look.left_out, "()", []),
            (look.awaited, pending, []),
            (negate(look.where), "()", asked),
        ]
        for out, answer, before in steps:
            self._lines(before)
            if out == YES:
                return self._function("peer", [])
            if out != NO:
                self._emit(f"if {self._truth(out)[0]}:")
                self._emit(f"    return {answer}")
        self._lines(line for line in needed if line not in asked)
        above = self._whole(look.above)[0]
        return self._function("peer", [above, self._whole(look.below)[0]])

    def _lines(self, lines: Iterable[ProgramLine]) -> None:
        for line in lines:
            self._line(line)
        self._code = ""

    def _line(self, line: ProgramLine) -> list[str]:
        """Compute the points of a part and return their names."""
        found: list[str] = []
        self._code = line.code
        number = self._program.lines.index(line)
        for part, node, letter in ((Part.ABOVE, line.above, "p"), (Part.BELOW, line.below, "q")):
            if part is Part.ABOVE or literal_of(node) is None:
                text, tight = self._whole(node, f"{letter}{number}")
                if tight != _NAME:
                    self._emit(f"{letter}{number} = {text}")
                    text = f"{letter}{number}"
                self._parts[line.code, part] = text
                found.append(text)
        return found

    def _function(self, name: str, found: Sequence[str]) -> str:
        columns, lists = len(self._program.columns), len(self._list)
        head = [f"def {name}(v, s, w, f):"]
        for letter, many, source in (("a", columns, "v"), ("s", columns + lists, "s")):
            used = [one for one in range(many) if f"{letter}{one}" in self._read]
            if len(used) * 3 > many:
                head.append(f"    {self._unpacked(letter, many)} = {source}")
            else:
                head += [f"    {letter}{one} = {source}[{one}]" for one in used]
        for letter, many in (("w", lists), ("f", len(self._look))):
            for number in range(many):
                if f"{letter}{number}" in self._read:
                    head.append(f"    {letter}{number} = {letter}[{number}]")
        result = f"{', '.join(found)}," if found else "()"
        return "\n".join([*head, *self._out, f"    return {result}", ""])

    def _unpacked(self, letter: str, many: int) -> str:
        """Return names to unpack into, of those that are read; empty if none is."""
        names = [f"{letter}{number}" for number in range(many)]
        if not self._read.intersection(names):
            return ""
        return ", ".join(name if name in self._read else "_" for name in names) + ","

    # --- statements ----------------------------------------------------------

    def _emit(self, text: str) -> None:
        self._out.append("    " * self._depth + text)

    def _name(self) -> str:
        self._made += 1
        return f"t{self._made}"

    @contextmanager
    def _block(self) -> Generator[list[str]]:
        """Gather what is computed only sometimes."""
        outside, self._out = self._out, []
        self._scopes.append({})
        self._depth += 1
        try:
            yield self._out
        finally:
            self._depth -= 1
            self._scopes.pop()
            self._out = outside

    def _key(self, node: object, lists: Iterable[str]) -> object:
        return (node, tuple(self._frames.get(code) for code in sorted(lists)))

    def _known(self, key: object) -> str | None:
        return next((scope[key] for scope in self._scopes if key in scope), None)

    def _lack(self, lack: Lack) -> str:
        one = (self._code, lack)
        if one not in self._lacks:
            self._lacks.append(one)
        return str(self._lacks.index(one))

    def _check(self, holds: Truth, lack: Lack) -> None:
        """Leave the function unless *holds*; once in a block and those inside it."""
        key = self._key(("checked", holds), _lists(holds))
        if self._known(key) is None and holds != YES:
            self._emit(f"if {self._truth(negate(holds))[0]}:")
            self._emit(f"    return {self._lack(lack)}")
            self._scopes[-1][key] = ""

    # --- numbers -------------------------------------------------------------

    def _whole(self, node: Whole, target: str | None = None) -> _Text:
        """Return *node* as text; *target* is a name to use if it needs statements of its own."""
        key = self._key(node, _lists(node))
        known = self._known(key)
        if known is not None:
            return known, _NAME
        if self._uses[node] < 2 or isinstance(node, _LEAVES):  # noqa: PLR2004 - two places
            return self._plain(node, target)
        name = self._name()
        text, _ = self._plain(node, name)
        if text != name:
            self._emit(f"{name} = {text}")
        self._scopes[-1][key] = name
        return name, _NAME

    def _tight(self, node: Whole, least: int) -> str:
        text, tight = self._whole(node)
        return text if tight >= least else f"({text})"

    def _plain(self, node: Whole, target: str | None) -> _Text:
        match node:
            case Literal(value):
                return str(value), _NAME if value >= 0 else _MINUS
            case Column():
                return self._column(node)
            case Added(terms):
                return self._added(terms)
            case Multiplied((Literal(-1), only)):
                return f"-{self._tight(only, _MINUS)}", _MINUS
            case Multiplied(factors):
                first, *others = factors
                texts = [self._tight(first, _PRODUCT)]
                texts += [self._tight(one, _MINUS) for one in others]
                return " * ".join(texts), _PRODUCT
            case Divided(of, by):
                return f"{self._tight(of, _PRODUCT)} // {self._tight(by, _MINUS)}", _PRODUCT
            case Smallest() | Largest():
                return self._extreme(node, target)
            case Branch(when, then, otherwise):
                return self._branch(when, then, otherwise, target)
            case Chain(of, cuts, gives):
                return self._chain(of, cuts, gives)
            case Guarded(holds, of, lack):
                self._check(holds, lack)
                return self._whole(of, target)
            case PartPoints(code, part):
                return self._parts[code, part], _NAME
            case Folded():
                return self._folded(node, target)
            case FoldedRatio():
                return self._folded_ratio(node)
            case OfPeers():
                return self._of_peers(node)
            case _:
                assert_never(node)

    def _column(self, column: Column) -> _Text:
        number = self._place[column.items, column.code]
        letter = "a" if column.items is None else f"i{self._frames[column.items]}_"
        self._read.add(f"{letter}{number}")
        return f"{letter}{number}", _NAME

    def _added(self, terms: Sequence[Whole]) -> _Text:
        """Print a sum, what is subtracted last."""
        plus: list[str] = []
        minus: list[str] = []
        for term in terms:
            match term:
                case Literal(value) if value < 0:
                    minus.append(str(-value))
                case Multiplied((Literal(value), *others)) if value < 0:
                    factors = [Literal(-value)] * (value != -1) + others
                    rest = factors[0] if len(factors) == 1 else Multiplied(tuple(factors))
                    minus.append(self._tight(rest, _PRODUCT))
                case _:
                    plus.append(self._tight(term, _SUM))
        if not plus:
            first, *minus = minus
            plus = [f"-{first}"]
        while len(plus) > _LONG:  # the parser has its limits
            made = self._name()
            self._emit(f"{made} = {' + '.join(plus[:_LONG])}")
            plus = [made, *plus[_LONG:]]
        return " - ".join([" + ".join(plus), *minus]), _SUM

    def _branch(self, when: Truth, then: Whole, otherwise: Whole, target: str | None) -> _Text:
        asked, _ = self._truth(when)
        with self._block() as yes:
            first, tight = self._whole(then, target)
        with self._block() as no:
            second, _ = self._whole(otherwise, target)
        if not yes and not no:
            first = first if tight > _CHOICE else f"({first})"
            return f"{first} if {asked} else {second}", _CHOICE
        name = target or self._name()
        for word, lines, text in ((f"if {asked}:", yes, first), ("else:", no, second)):
            self._emit(word)
            self._out += lines
            if text != name:
                self._emit(f"    {name} = {text}")
        return name, _NAME

    def _extreme(self, node: Smallest | Largest, target: str | None) -> _Text:
        """Print a limit by the threshold of what is limited, if it has one; else by comparing."""
        sign, relation = (
            (">", Relation.GREATER_OR_EQUAL)
            if isinstance(node, Smallest)
            else ("<", Relation.LESS_OR_EQUAL)
        )
        if len(node.of) == 2 and isinstance(node.of[1], Literal):  # noqa: PLR2004 - a limit
            inner, limit = node.of
            reached = compare(inner, relation, limit)
            if isinstance(reached, Relates) and isinstance(reached.left, Column | PartPoints):
                return self._branch(reached, limit, inner, target)
        name = target or self._name()
        first, *others = node.of
        text, _ = self._whole(first, name)
        if text != name:
            self._emit(f"{name} = {text}")
        for one in others:
            other, tight = self._whole(one)
            if tight < _MINUS:
                made = self._name()
                self._emit(f"{made} = {other}")
                other = made
            self._emit(f"if {name} {sign} {other}:")
            self._emit(f"    {name} = {other}")
        return name, _NAME

    def _chain(self, of: Whole, cuts: tuple[int, ...], gives: tuple[int, ...]) -> _Text:
        text, tight = self._whole(of)
        if tight < _NAME:
            made = self._name()
            self._emit(f"{made} = {text}")
            text = made
        return _rows(text, cuts, gives), _CHOICE

    # --- lists and peers -----------------------------------------------------

    @contextmanager
    def _each(self, items: str, where: Truth) -> Generator[None]:
        """Write a loop over the items that count."""
        number = self._list[items]
        self._read.add(f"w{number}")
        outside = self._frames.get(items)
        self._made += 1
        frame = self._frames[items] = self._made
        with self._block() as body:
            if where == YES:
                yield
            else:
                asked, _ = self._truth(where)
                with self._block() as inside:
                    yield
                self._emit(f"if {asked}:")
                body.extend(inside)
        columns = len(self._program.items[items])
        values = self._unpacked(f"i{frame}_", columns)
        states = self._unpacked(f"j{frame}_", columns)
        if values or states:
            values = values or "_, " * columns
            states = states or "*_," * (not self._program.sound)
            self._emit(f"for {f'{values} {states}'.strip()} in w{number}:")
        else:
            self._emit(f"for _ in w{number}:")
        self._out += body
        if outside is None:
            del self._frames[items]
        else:
            self._frames[items] = outside

    def _folded(self, node: Folded, target: str | None) -> _Text:
        number = self._list[node.items]
        if node.fold is Folding.COUNT and node.where == YES and node.of == ZERO:
            self._read.add(f"w{number}")
            return f"len(w{number})", _NAME
        name = target or self._name()
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
        self._emit(f"{name} = {begin}")
        with self._each(node.items, node.where):
            text, tight = self._whole(node.of)
            if node.fold is Folding.COUNT:
                text = "1"
            elif tight < _NAME and node.fold in {Folding.LEAST, Folding.GREATEST}:
                made = self._name()
                self._emit(f"{made} = {text}")
                text = made
            self._emit(each.format(name=name, text=text))
        if node.fold is Folding.MIDDLES:
            self._emit(f"{name} = middles({name})")
        return name, _NAME

    def _folded_ratio(self, node: FoldedRatio) -> _Text:
        name = self._name()
        self._emit(f"{name} = []")
        with self._each(node.items, node.where):
            above = self._whole(node.above)[0]
            self._emit(f"{name}.append(({above}, {self._whole(node.below)[0]}))")
        self._emit(f"{name} = fold_ratios(fold_{node.fold.value}, {name})")
        for index, part in enumerate(Part):
            other = evolve(node, part=part)
            self._scopes[-1][self._key(other, _lists(other))] = f"{name}[{index}]"
        return f"{name}[{[*Part].index(node.part)}]", _NAME

    def _of_peers(self, node: OfPeers) -> _Text:
        number = self._look[node.look]
        self._read.add(f"f{number}")
        if node.look.fold is PeerFold.RANK:
            own, below = self._whole(node.own)[0], self._whole(node.own_below)[0]
            return f"place(f{number}, {own}, {below})", _NAME
        return f"f{number}[{[*Part].index(node.part)}]", _NAME

    # --- conditions ----------------------------------------------------------

    def _truth(self, node: Truth) -> _Text:
        match node:
            case Fixed(truth):
                return str(truth), _NAME
            case Relates(left, relation, right):
                first, second = self._tight(left, _SUM), self._tight(right, _SUM)
                return f"{first} {relation.value} {second}", _COMPARED
            case AllOf(of):
                return self._in_turn(of, "and", "if {}:")
            case AnyOf(of):
                return self._in_turn(of, "or", "if not {}:")
            case Sure(holds, of, lack):
                self._check(holds, lack)
                return self._truth(of)
            case Negated(inner):
                return self._asked(inner, "!=", "is")
            case InState() | ListInState() | PeersKnown():
                return self._asked(node, "==", "is not")
            case _:
                assert_never(node)

    def _asked(self, node: InState | ListInState | PeersKnown, equal: str, none: str) -> _Text:
        """Print a question about a state or a peer."""
        match node:
            case InState(code, None, state):
                name, right = f"s{self._place[None, code]}", f"{equal} {STATES[state]}"
            case InState(code, items, state):
                frame = self._frames[items or ""]
                name = f"j{frame}_{self._place[items, code]}"
                right = f"{equal} {STATES[state]}"
            case ListInState(code, state):
                name = f"s{len(self._program.columns) + self._list[code]}"
                right = f"{equal} {STATES[state]}"
            case PeersKnown(look):
                name, right = f"f{self._look[look]}", f"{none} None"
            case _:
                assert_never(node)
        self._read.add(name)
        return f"{name} {right}", _COMPARED

    def _in_turn(self, of: Sequence[Truth], word: str, unless: str) -> _Text:
        """Print conditions of which the later are asked only where the earlier do not decide."""
        first, *others = of
        text, tight = self._truth(first)
        texts = [text if tight > _LOGIC else f"({text})"]
        for one in others:
            with self._block() as lines:
                text, tight = self._truth(one)
            if lines:
                name = self._name()
                self._emit(f"{name} = {f' {word} '.join(texts)}")
                self._emit(unless.format(name))
                self._out += lines
                self._emit(f"    {name} = {text}")
                texts = [name]
            else:
                texts.append(text if tight > _LOGIC else f"({text})")
        return f" {word} ".join(texts), _LOGIC if len(texts) > 1 else _NAME


def _rows(text: str, cuts: tuple[int, ...], gives: tuple[int, ...]) -> str:
    """Print a table: the highest row first, of a long one the half that holds the value."""
    if not cuts:
        return str(gives[0])
    at = len(cuts) - 1 if len(cuts) <= _LINEAR else len(cuts) // 2
    high = _rows(text, cuts[at + 1 :], gives[at + 1 :])
    low = _rows(text, cuts[:at], gives[: at + 1])
    return f"{f'({high})' if at + 1 < len(cuts) else high} if {text} >= {cuts[at]} else {low}"
