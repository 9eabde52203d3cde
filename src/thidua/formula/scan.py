# SPDX-License-Identifier: MIT
"""The text of a formula, made safe for the standard library's parser.

`scan` cuts a text into words and refuses whatever is not of the notation, so that ``ast``
is handed only texts that are small, shallow and well formed. Numbers and texts in quotes
are masked by names of the same length: the parser never reads a number, nothing is ever a
float, and places in the masked text are places in the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from keyword import iskeyword
from typing import final

from attrs import define, field

from thidua.errors import RubricFault
from thidua.formula.source import Source, Word, shortened, unquoted
from thidua.formula.walk import MAXIMUM_DEPTH

__all__ = ["MAXIMUM_CHARACTERS", "MAXIMUM_NESTING", "scan"]

MAXIMUM_CHARACTERS = 10_000
"""Longest formula read."""

MAXIMUM_NESTING = 3 * MAXIMUM_DEPTH
"""Most brackets and operators around one value, in the text of a formula."""

_MAXIMUM_BRACKETS = MAXIMUM_DEPTH + 16

_WORD = re.compile(
    r"""(?P<space>\s+)
    |(?P<text>"(?:[^"\\\r\n]|\\.)*+"|'(?:[^'\\\r\n]|\\.)*+')
    |(?P<number>\.?[0-9](?:[eE][+-]|[\w.])*+)
    |(?P<name>[^\W\d][\w\u0300-\u036f]*+)
    |(?P<wrong>\*\*|//|:=|===|=<|=>|<>|&&|\|\|)
    |(?P<mark><=|>=|==|!=|[-+*/<>=(),\[\]])
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_TOUCHING = re.compile(r"\w\w", re.ASCII)
_CALLED = re.compile(r"\s*+\(")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]{1,5})?", re.ASCII)

_INSTEAD: Mapping[str, str] = {
    **dict.fromkeys(("×", "·", "**", "^"), "write '*' to multiply"),
    **dict.fromkeys(("÷", ":"), "write '/' to divide"),
    **dict.fromkeys(("−", "–", "—"), "write '-'"),
    **dict.fromkeys(("≤", "=<"), "write '<='"),
    **dict.fromkeys(("≥", "=>"), "write '>='"),
    **dict.fromkeys(("≠", "<>"), "write '!='"),
    **dict.fromkeys(("=", ":=", "==="), "write '==' to compare"),
    **dict.fromkeys(("&", "&&"), "write 'and'"),
    **dict.fromkeys(("|", "||"), "write 'or'"),
    **dict.fromkeys("“”„‘’", 'write texts as "…"'),
    **dict.fromkeys("{}", "write '(' and ')'"),
    "!": "write 'not'",
    "//": "write floor(a / b)",
    "%": "write 80 % as 0.8",
    ";": "put ',' between values",
    ".": 'write points("II.3") for the points of II.3',
    "True": "write a comparison, or true for an option",
    "False": "write a comparison, or false for an option",
    **dict.fromkeys(("if", "else", "elif"), "write if(condition, then, otherwise)"),
}


def scan(text: str) -> Source:
    """Cut *text* into words.

    Raises:
        RubricFault: If it is too long, nested too deep, or not of the language.

    Example:
        >>> scan("min(20; x)")
        Traceback (most recent call last):
        ...
        thidua.errors.RubricFault: $: not part of a formula, ';'; put ',' between values
            min(20; x)
                  ^
    """
    source = Source(text)
    if len(text) > MAXIMUM_CHARACTERS:
        what = f"a formula of more than {MAXIMUM_CHARACTERS} characters"
        raise source.fault(MAXIMUM_CHARACTERS, what, "split it with points(…)")
    return _Scanner(source).scan()


_TOP, _GROUP, _CALL, _LIST = "", "(", "f(", "["


@final
@define
class _Level:
    """A bracket that is open, or the whole text."""

    opening: str
    start: int
    first: int | None = None
    """Where the argument at hand starts."""
    operators: int = 0
    """Operators in it, this level only."""
    operand: int = 0
    """Nesting of the deepest operand in it."""
    arguments: int = 0
    """Nesting of the deepest argument before it."""
    is_named: bool = False
    """Whether it has a name, as in ``where=``."""
    after_named: bool = False
    """Whether one before it has."""

    @property
    def nesting(self) -> int:
        return max(self.arguments, self.operand + self.operators)


@final
@define
class _Scanner:
    source: Source
    levels: list[_Level] = field(init=False, factory=lambda: [_Level(_TOP, 0)])
    words: list[Word] = field(init=False, factory=list)
    wants_value: bool = field(init=False, default=True)
    """Whether a value, not an operator, must come next."""

    def scan(self) -> Source:
        masked: list[str] = []
        for found in _WORD.finditer(self.source.text):
            kind, word, start = str(found.lastgroup), found.group(), found.start()
            match kind:
                case "space":
                    masked.append(" " * len(word))
                    continue
                case "name":
                    mark = self.name(word, found)
                    masked.append("_f" if word == "if" else word)
                case "number":
                    self.number(word, start)
                    mark = ""
                    masked.append("_" * len(word))
                case "text":
                    self.quoted(word, start)
                    mark = ""
                    masked.append("_" * len(word))
                case "mark":
                    mark = word
                    masked.append(word)
                case _:
                    raise self.refused(word, start)
            level = self.levels[-1]
            if level.first is None and mark not in {")", "]", ","}:
                level.first = start
            if mark:
                self.mark(mark, start)
                self.words.append(Word("mark", mark, start))
            else:
                self.value(word, start)
                self.words.append(Word(kind, word, start))
            # Only now: of two values side by side, more can be said.
            if _TOUCHING.fullmatch("".join([*(one[-1] for one in masked[-2:-1]), masked[-1][0]])):
                what = f"no space before {shortened(word)}"
                raise self.source.fault(start, what, "put a space between words")
        self.end()
        words = {word.start: word for word in self.words if word.kind != "mark"}
        return Source(self.source.text, "".join(masked), words)

    def refused(self, word: str, start: int) -> RubricFault:
        if word in {'"', "'"}:
            return self.source.fault(start, "a text that is not closed", f"close it with {word}")
        return self.source.fault(
            start, f"not part of a formula, {shortened(word)}", _INSTEAD.get(word, "")
        )

    def name(self, word: str, found: re.Match[str]) -> str:
        """Check a name; return it if it is an operator."""
        if word in {"and", "or", "not"}:
            return word
        if not word.isascii():
            what = f"a name with accents, {shortened(word)}"
            raise self.source.fault(found.start(), what, "codes are ASCII: letters, digits and '_'")
        if iskeyword(word) and not (
            word == "if" and _CALLED.match(self.source.text, found.end()) is not None
        ):
            raise self.refused(word, found.start())
        return ""

    def number(self, word: str, start: int) -> None:
        if not _NUMBER.fullmatch(word):
            self.no_code_before(word, start)
            what = f"not a number, {shortened(word)}"
            raise self.source.fault(start, what, "write it like 0.5 or 1234.5")
        match self.words[-2:]:
            case [Word("number", whole), Word("mark", ",", comma)] if (
                comma == start - 1 and self.words[-2].start + len(whole) == comma
            ):
                what = f"perhaps a decimal comma, {shortened(f'{whole},{word}')}"
                todo = "write decimals with '.', and a space after a ',' between values"
                raise self.source.fault(comma, what, todo)
            case _:
                pass

    def no_code_before(self, word: str, start: int) -> None:
        """Refuse ``II.3`` as what it is meant to be."""
        match self.words[-1:]:
            case [Word("name", name, place)] if place + len(name) == start:
                what = f"a code without quotes, {shortened(name + word)}"
                raise self.source.fault(place, what, 'write points("II.3")')
            case _:
                pass

    def quoted(self, word: str, start: int) -> None:
        try:
            unquoted(word)
        except KeyError:
            what = "a text with a '\\' that stands for nothing"
            raise self.source.fault(start, what, "write '\\\\'") from None

    def value(self, word: str, start: int) -> None:
        if not self.wants_value:
            raise self.source.fault(start, f"an operator is missing before {shortened(word)}")
        self.wants_value = False

    def mark(self, mark: str, start: int) -> None:
        match mark:
            case "(" | "[":
                self.open(mark, start)
            case ")" | "]":
                self.close(mark, start)
            case ",":
                self.comma(start)
            case "=":
                self.equals(start)
            case "not":
                self.value(mark, start)
                self.no_operator_before(start)
                self.operator(start)
            case _:
                if self.wants_value and mark != "-":
                    raise self.source.fault(start, f"a value is missing before {mark!r}")
                self.operator(start)

    def operator(self, start: int) -> None:
        self.wants_value = True
        level = self.levels[-1]
        level.operators += 1
        self.shallow(level, start)

    def no_operator_before(self, start: int) -> None:
        last = self.words[-1] if self.words else Word("mark", "(", 0)
        if last.text not in {"(", "[", ",", "=", "and", "or", "not"}:
            what = f"'not' stands before a condition, not after {last.text!r}"
            raise self.source.fault(start, what, "put parentheses around it")

    def shallow(self, level: _Level, start: int) -> None:
        if level.nesting > MAXIMUM_NESTING:
            todo = "split it with points(…), write long sums as sum(a, b, …)"
            raise self.source.fault(start, "a formula nested too deep", todo)

    def open(self, mark: str, start: int) -> None:
        opening = mark
        if not self.wants_value:
            if mark == "[" or self.words[-1].kind != "name":
                raise self.source.fault(start, f"an operator is missing before {mark!r}")
            opening = _CALL
        self.wants_value = True
        self.levels.append(_Level(opening, start))
        if len(self.levels) - 1 > _MAXIMUM_BRACKETS:
            what = f"brackets nested more than {_MAXIMUM_BRACKETS} deep"
            raise self.source.fault(start, what, "split it with points(…)")

    def close(self, mark: str, start: int) -> None:
        level = self.levels[-1]
        if level.opening == _TOP or (level.opening == _LIST) != (mark == "]"):
            raise self.source.fault(start, f"{mark!r} closes nothing")
        is_empty = level.opening != _GROUP and self.words[-1].start == level.start
        if self.wants_value and not is_empty:
            raise self.source.fault(start, f"a value is missing before {mark!r}")
        self.end_argument(start)
        self.levels.pop()
        self.wants_value = False
        outer = self.levels[-1]
        outer.operand = max(outer.operand, level.nesting + 1)
        self.shallow(outer, start)

    def comma(self, start: int) -> None:
        level = self.levels[-1]
        if self.wants_value:
            raise self.source.fault(start, "a value is missing before ','")
        if level.opening in {_TOP, _GROUP}:
            what = "a ',' outside of a function"
            raise self.source.fault(start, what, "write decimals with '.', as in 0.5")
        self.end_argument(start)
        self.wants_value = True

    def end_argument(self, start: int) -> None:
        level = self.levels[-1]
        if level.after_named and not level.is_named:
            place = start if level.first is None else level.first
            what = "a value without a name after one with a name"
            raise self.source.fault(place, what, "write '==' to compare")
        level.after_named, level.is_named = level.is_named, False
        level.arguments, level.operand, level.operators = level.nesting, 0, 0
        level.first = None

    def equals(self, start: int) -> None:
        level = self.levels[-1]
        is_name = self.words[-1:] and self.words[-1].kind == "name"
        if level.opening != _CALL or not is_name or level.first != self.words[-1].start:
            raise self.source.fault(start, "a single '='", "write '==' to compare")
        level.is_named = True
        self.wants_value = True

    def end(self) -> None:
        level = self.levels[-1]
        if level.opening != _TOP:
            raise self.source.fault(level.start, f"{level.opening[-1]!r} is not closed")
        if self.wants_value:
            raise self.source.fault(len(self.source.text.rstrip()), "a value is missing at the end")
