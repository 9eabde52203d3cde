# SPDX-License-Identifier: MIT
"""Changes as a table that a meeting reads (*bảng so sánh nội dung sửa đổi, bổ sung*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from textwrap import wrap

from thidua.comparison.change import Comparison
from thidua.comparison.change_words import Row, rows_of
from thidua.quantity import Language, Markup, table
from thidua.quantity.term import check_option

__all__ = ["changes_table"]

_HEADS = {
    "vi": ["Mã", "Nội dung", "Cũ", "Mới"],
    "en": ["Code", "What", "Old", "New"],
}


def changes_table(
    comparison: Comparison,
    *,
    language: Language = "vi",
    markup: Markup = "text",
    title: str = "",
    width: int = 40,
) -> str:
    """Write what differs between two rubrics, a row for each thing.

    Where old and new would read alike, as rounded numbers or formulas in the words of a
    rubric may, the exact values stand beside them in brackets.

    Args:
        comparison: What differs.
        language: Vietnamese or English.
        markup: Plain text or Markdown.
        title: A line to put above it.
        width: Signs in a line of a cell of plain text, at least 1; longer rules go on in the
            next line. Markdown wraps by itself.

    Returns:
        The table; a sentence if nothing differs.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    if comparison.changes:
        rows = rows_of(comparison, language)
        lines = _wrapped(rows, max(1, width)) if markup == "text" else rows
        body = table(_HEADS[language], lines, markup=markup)
    elif language == "vi":
        body = "Hai bảng điểm giống nhau."
    else:
        body = "The two rubrics are the same."
    return f"{title}\n\n{body}" if title else body


def _wrapped(rows: Iterable[Row], width: int) -> Iterator[tuple[str, ...]]:
    """Yield a line of the table for each line of the longest cell."""
    for code, *cells in rows:
        folded = [wrap(cell, width, break_long_words=False) for cell in cells]
        yield from zip_longest([code], *folded, fillvalue="")
