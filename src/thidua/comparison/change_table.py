# SPDX-License-Identifier: MIT
"""Changes as a table that a meeting reads (*bảng so sánh nội dung sửa đổi, bổ sung*)."""

from __future__ import annotations

from thidua.comparison.change import Comparison
from thidua.comparison.change_words import rows_of
from thidua.quantity import Language, Markup, table

__all__ = ["changes_table"]

_HEADS = {
    "vi": ["Mã", "Nội dung", "Cũ", "Mới"],
    "en": ["Code", "What", "Old", "New"],
}


def changes_table(
    comparison: Comparison, *, language: Language = "vi", markup: Markup = "text", title: str = ""
) -> str:
    """Write what differs between two rubrics, a row for each thing.

    Where old and new would read alike, as rounded numbers or formulas in the words of a
    rubric may, the exact values stand beside them in brackets.

    Args:
        comparison: What differs.
        language: Vietnamese or English.
        markup: Plain text or Markdown; rules are long, so Markdown reads better.
        title: A line to put above it.

    Returns:
        The table; a sentence if nothing differs.
    """
    if comparison.changes:
        body = table(_HEADS[language], rows_of(comparison, language), markup=markup)
    elif language == "vi":
        body = "Hai bảng điểm giống nhau."
    else:
        body = "The two rubrics are the same."
    return f"{title}\n\n{body}" if title else body
