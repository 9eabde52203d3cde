# SPDX-License-Identifier: MIT
"""Nodes of an integer program as the source of a Python function.

Everything a document says becomes a number, a position or a name made up here; no text of
it stands in the source. What two places need is computed once, where the first needs it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import assert_never

from thidua.formula import PeerFold, Relation
from thidua.program.lines import (
    CHOICE,
    COMPARED,
    LOGIC,
    MINUS,
    NAME,
    PRODUCT,
    SUM,
    Lines,
    Text,
)
from thidua.program.loops import folded, folded_ratio, lists_in
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
    Guarded,
    InState,
    Lack,
    Largest,
    ListInState,
    Literal,
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
from thidua.program.program import Program
from thidua.program.span import Node, operands, walk
from thidua.program.term import STATES
from thidua.program.truth import YES, compare, negate

__all__ = ["Printer"]

_LEAVES = (Literal, Column, PartPoints)
_LONG = 200
"""Most terms of a sum in one statement."""
_LINEAR = 4
"""Most cuts of a table that are tried one after the other."""


class Printer:
    """Prints the nodes of one function; the lacks it returns by number are gathered."""

    def __init__(self, given: Program, lacks: list[tuple[str, Lack]], tops: Iterable[Node]) -> None:
        self.given = given
        """The program."""
        self._look = {look: number for number, look in enumerate(given.looks)}
        self.list = {code: number for number, code in enumerate(given.items)}
        """The number of each list."""
        self._place = {
            (column.items, column.code): number
            for columns in (given.columns, *given.items.values())
            for number, column in enumerate(columns)
        }
        self._lacks = lacks
        self._uses = Counter(inner for node in walk(*tops, looks=False) for inner in operands(node))
        self._parts: dict[tuple[str, Part], str] = {}
        self.lines = Lines()
        """What is written so far."""
        self.code = ""
        """The part that is computed."""

    def name_part(self, code: str, part: Part, text: str) -> None:
        """Note where the points of a part stand."""
        self._parts[code, part] = text

    def lack(self, lack: Lack) -> str:
        """Return the number of a lack."""
        one = (self.code, lack)
        if one not in self._lacks:
            self._lacks.append(one)
        return str(self._lacks.index(one))

    def _check(self, holds: Truth, lack: Lack) -> None:
        """Leave the function unless *holds*; once in a block and those inside it."""
        key = self.lines.key(("checked", holds), lists_in(holds))
        if self.lines.known(key) is None and holds != YES:
            self.lines.emit(f"if {self.truth(negate(holds))[0]}:")
            self.lines.emit(f"    return {self.lack(lack)}")
            self.lines.keep(key, "")

    # --- numbers -------------------------------------------------------------

    def whole(self, node: Whole, target: str | None = None) -> Text:
        """Return *node* as text; *target* is a name to use if it needs statements of its own."""
        key = self.lines.key(node, lists_in(node))
        known = self.lines.known(key)
        if known is not None:
            return known, NAME
        if self._uses[node] < 2 or isinstance(node, _LEAVES):  # noqa: PLR2004 - two places
            return self._plain(node, target)
        name = self.lines.name()
        text, _ = self._plain(node, name)
        if text != name:
            self.lines.emit(f"{name} = {text}")
        self.lines.keep(key, name)
        return name, NAME

    def _tight(self, node: Whole, least: int) -> str:
        text, tight = self.whole(node)
        return text if tight >= least else f"({text})"

    def _plain(self, node: Whole, target: str | None) -> Text:
        match node:
            case Literal(value):
                return str(value), NAME if value >= 0 else MINUS
            case Column():
                return self._column(node)
            case Added(terms):
                return self._added(terms)
            case Multiplied((Literal(-1), only)):
                return f"-{self._tight(only, MINUS)}", MINUS
            case Multiplied(factors):
                first, *others = factors
                texts = [self._tight(first, PRODUCT)]
                texts += [self._tight(one, MINUS) for one in others]
                return " * ".join(texts), PRODUCT
            case Divided(of, by):
                return f"{self._tight(of, PRODUCT)} // {self._tight(by, MINUS)}", PRODUCT
            case Smallest() | Largest():
                return self._extreme(node, target)
            case Branch(when, then, otherwise):
                return self._branch(when, then, otherwise, target)
            case Chain(of, cuts, gives):
                return self._chain(of, cuts, gives)
            case Guarded(holds, of, lack):
                self._check(holds, lack)
                return self.whole(of, target)
            case PartPoints(code, part):
                return self._parts[code, part], NAME
            case Folded():
                return folded(self, node, target)
            case FoldedRatio():
                return folded_ratio(self, node)
            case OfPeers():
                return self._of_peers(node)
            case _:
                assert_never(node)

    def _column(self, column: Column) -> Text:
        number = self._place[column.items, column.code]
        letter = "a" if column.items is None else f"i{self.lines.frames[column.items]}_"
        self.lines.read.add(f"{letter}{number}")
        return f"{letter}{number}", NAME

    def _added(self, terms: Sequence[Whole]) -> Text:
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
                    minus.append(self._tight(rest, PRODUCT))
                case _:
                    plus.append(self._tight(term, SUM))
        if not plus:
            first, *minus = minus
            plus = [f"-{first}"]
        while len(plus) > _LONG:  # the parser has its limits
            made = self.lines.name()
            self.lines.emit(f"{made} = {' + '.join(plus[:_LONG])}")
            plus = [made, *plus[_LONG:]]
        return " - ".join([" + ".join(plus), *minus]), SUM

    def _branch(self, when: Truth, then: Whole, otherwise: Whole, target: str | None) -> Text:
        asked, _ = self.truth(when)
        with self.lines.block() as yes:
            first, tight = self.whole(then, target)
        with self.lines.block() as no:
            second, _ = self.whole(otherwise, target)
        if not yes and not no:
            first = first if tight > CHOICE else f"({first})"
            return f"{first} if {asked} else {second}", CHOICE
        name = target or self.lines.name()
        for word, lines, text in ((f"if {asked}:", yes, first), ("else:", no, second)):
            self.lines.emit(word)
            self.lines.extend(lines)
            if text != name:
                self.lines.emit(f"    {name} = {text}")
        return name, NAME

    def _extreme(self, node: Smallest | Largest, target: str | None) -> Text:
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
        name = target or self.lines.name()
        first, *others = node.of
        text, _ = self.whole(first, name)
        if text != name:
            self.lines.emit(f"{name} = {text}")
        for one in others:
            other, tight = self.whole(one)
            if tight < MINUS:
                made = self.lines.name()
                self.lines.emit(f"{made} = {other}")
                other = made
            self.lines.emit(f"if {name} {sign} {other}:")
            self.lines.emit(f"    {name} = {other}")
        return name, NAME

    def _chain(self, of: Whole, cuts: tuple[int, ...], gives: tuple[int, ...]) -> Text:
        text, tight = self.whole(of)
        if tight < NAME:
            made = self.lines.name()
            self.lines.emit(f"{made} = {text}")
            text = made
        return _rows(text, cuts, gives), CHOICE

    # --- peers and conditions --------------------------------------------------

    def _of_peers(self, node: OfPeers) -> Text:
        number = self._look[node.look]
        self.lines.read.add(f"f{number}")
        if node.look.fold is PeerFold.RANK:
            own, below = self.whole(node.own)[0], self.whole(node.own_below)[0]
            return f"place(f{number}, {own}, {below})", NAME
        return f"f{number}[{[*Part].index(node.part)}]", NAME

    def truth(self, node: Truth) -> Text:
        """Return a condition as text."""
        match node:
            case Fixed(truth):
                return str(truth), NAME
            case Relates(left, relation, right):
                first, second = self._tight(left, SUM), self._tight(right, SUM)
                return f"{first} {relation.value} {second}", COMPARED
            case AllOf(of):
                return self._in_turn(of, "and", "if {}:")
            case AnyOf(of):
                return self._in_turn(of, "or", "if not {}:")
            case Sure(holds, of, lack):
                self._check(holds, lack)
                return self.truth(of)
            case Negated(inner):
                return self._asked(inner, "!=", "is")
            case InState() | ListInState() | PeersKnown():
                return self._asked(node, "==", "is not")
            case _:
                assert_never(node)

    def _asked(self, node: InState | ListInState | PeersKnown, equal: str, none: str) -> Text:
        """Print a question about a state or a peer."""
        match node:
            case InState(code, None, state):
                name, right = f"s{self._place[None, code]}", f"{equal} {STATES[state]}"
            case InState(code, items, state):
                frame = self.lines.frames[items or ""]
                name = f"j{frame}_{self._place[items, code]}"
                right = f"{equal} {STATES[state]}"
            case ListInState(code, state):
                name = f"s{len(self.given.columns) + self.list[code]}"
                right = f"{equal} {STATES[state]}"
            case PeersKnown(look):
                name, right = f"f{self._look[look]}", f"{none} None"
            case _:
                assert_never(node)
        self.lines.read.add(name)
        return f"{name} {right}", COMPARED

    def _in_turn(self, of: Sequence[Truth], word: str, unless: str) -> Text:
        """Print conditions of which the later are asked only where the earlier do not decide."""
        first, *others = of
        text, tight = self.truth(first)
        texts = [text if tight > LOGIC else f"({text})"]
        for one in others:
            with self.lines.block() as lines:
                text, tight = self.truth(one)
            if lines:
                name = self.lines.name()
                self.lines.emit(f"{name} = {f' {word} '.join(texts)}")
                self.lines.emit(unless.format(name))
                self.lines.extend(lines)
                self.lines.emit(f"    {name} = {text}")
                texts = [name]
            else:
                texts.append(text if tight > LOGIC else f"({text})")
        return f" {word} ".join(texts), LOGIC if len(texts) > 1 else NAME


def _rows(text: str, cuts: tuple[int, ...], gives: tuple[int, ...]) -> str:
    """Print a table: the highest row first, of a long one the half that holds the value."""
    if not cuts:
        return str(gives[0])
    at = len(cuts) - 1 if len(cuts) <= _LINEAR else len(cuts) // 2
    high = _rows(text, cuts[at + 1 :], gives[at + 1 :])
    low = _rows(text, cuts[:at], gives[: at + 1])
    return f"{f'({high})' if at + 1 < len(cuts) else high} if {text} >= {cuts[at]} else {low}"
