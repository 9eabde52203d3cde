# SPDX-License-Identifier: MIT
"""The text of a formula: its words, its texts in quotes, and where in it something is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import final
from unicodedata import combining

from attrs import field, frozen

from thidua.errors import RubricFault

__all__ = [
    "Source",
    "Word",
    "quoted",
    "shortened",
    "unquoted",
]

_WIDTH = 72
_LONGEST = 60

_LINE_END = re.compile(r"\r\n|\r|\n")

_ESCAPES: Mapping[str, str] = {
    '"': '"', "'": "'", "\\": "\\", "/": "/",
    "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}  # fmt: skip
_NEVER_RAW: Mapping[int, str] = {
    **{code: f"\\u{code:04x}" for code in range(32)},
    **{ord(char): f"\\{name}" for name, char in _ESCAPES.items() if name not in "'/"},
}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)


def quoted(text: str) -> str:
    r"""Write *text* in quotes.

    Example:
        >>> print(quoted('mức "tốt"'))
        "mức \"tốt\""
    """
    return f'"{text.translate(_NEVER_RAW)}"'


def unquoted(word: str) -> str:
    """Return what stands between the quotes.

    Raises:
        KeyError: For an escape that is not one of JSON's.
    """
    return _ESCAPE.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPES[found[2]], word[1:-1]
    )


def shortened(word: str) -> str:
    """Name *word* in a message, briefly."""
    return repr(word if len(word) <= _LONGEST else word[:_LONGEST] + "…")


@final
@frozen
class Word:
    """One word of a formula."""

    kind: str
    """``name``, ``number``, ``text`` or ``mark``; ``and``, ``or``, ``not`` are marks."""
    text: str
    """The word as written."""
    start: int
    """Its place in the text."""


@final
@frozen
class Source:
    """The text of a formula, and its words by place."""

    text: str
    """The text as given."""
    masked: str = ""
    """One line of ASCII with the same places, for the parser."""
    words: Mapping[int, Word] = field(factory=dict)
    """Names, numbers and texts by place."""

    def fault(self, start: int, what: str, todo: str = "") -> RubricFault:
        """Return the fault *what* with the line of the text and a caret under the place."""
        ends = [found.end() for found in _LINE_END.finditer(self.text)]
        first = max((end for end in ends if end <= start), default=0)
        line = _LINE_END.split(self.text[first:], maxsplit=1)[0]
        column = min(start - first, len(line))
        left = max(0, column - _WIDTH // 2)
        shown = "".join(char if char.isprintable() else " " for char in line[left:])
        opening = "…" if left else ""
        closing = "…" if len(shown) > _WIDTH else ""
        before = opening + shown[: column - left]
        caret = " " * sum(not combining(char) for char in before) + "^"
        lines = f"\n    {opening}{shown[:_WIDTH]}{closing}\n    {caret}"
        if todo:
            return RubricFault((), "notation", what, todo + lines)
        return RubricFault((), "notation", what + lines)
