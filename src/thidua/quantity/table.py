# SPDX-License-Identifier: MIT
"""Tables of text, as plain columns or as Markdown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias, assert_never

from thidua.quantity.term import check_option

__all__ = ["Markup", "table"]

Markup: TypeAlias = Literal["text", "markdown"]
"""Plain text in columns, or Markdown."""


def _width(text: str) -> int:
    """Return how many columns *text* fills; combining marks fill none."""
    return sum(not unicodedata.combining(sign) for sign in text)


def table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], *, right: str = "", markup: Markup = "text"
) -> str:
    """Lay out a table.

    Args:
        heads: One head for each column.
        rows: As many cells in each row; a cell of several lines is put on one.
        right: Positions of the columns to align right, as digits: ``"02"``.
        markup: How it is written.

    Example:
        >>> print(table(["Đơn vị", "Điểm"], [["Bắc Hà", "9,5"]], right="1"))
        Đơn vị  Điểm
        ------  ----
        Bắc Hà   9,5
    """
    check_option("markup", markup, Markup)
    lines = [[" ".join(cell.split("\n")) for cell in line] for line in (heads, *rows)]
    to_right = [str(index) in right for index in range(len(heads))]
    match markup:
        case "text":
            widths = [max(_width(line[index]) for line in lines) for index in range(len(heads))]
            laid = [
                "  ".join(
                    (" " * (width - _width(cell)) + cell)
                    if flush
                    else cell + " " * (width - _width(cell))
                    for cell, width, flush in zip(line, widths, to_right, strict=True)
                ).rstrip()
                for line in lines
            ]
            laid.insert(1, "  ".join("-" * width for width in widths))
        case "markdown":
            laid = [
                "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |"
                for line in lines
            ]
            laid.insert(1, "|" + "|".join("---:" if flush else "---" for flush in to_right) + "|")
        case _:
            assert_never(markup)
    return "\n".join(laid)
