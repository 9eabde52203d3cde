# SPDX-License-Identifier: MIT
from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from thidua.quantity import table

HEADS = ["Hạng", "Đơn vị", "Điểm"]
ROWS = [["1", "Bắc Hà", "9,5"], ["2", "Si Ma Cai", "10.000"]]


def test_columns_of_text_are_as_wide_as_their_widest_cell() -> None:
    """Cells stand to the left or to the right of a column, without spaces at line ends."""

    assert (
        "Hạng  Đơn vị       Điểm\n"
        "----  ---------  ------\n"
        "   1  Bắc Hà        9,5\n"
        "   2  Si Ma Cai  10.000" == table(HEADS, ROWS, right="02")
    )
    assert (
        "Hạng  Đơn vị     Điểm\n"
        "----  ---------  ------\n"
        "1     Bắc Hà     9,5\n"
        "2     Si Ma Cai  10.000" == table(HEADS, ROWS)
    )


def test_markdown_says_which_columns_stand_to_the_right() -> None:
    """A table in Markdown aligns by colons."""

    assert (
        "| Hạng | Đơn vị | Điểm |\n"
        "|---:|---|---:|\n"
        "| 1 | Bắc Hà | 9,5 |\n"
        "| 2 | Si Ma Cai | 10.000 |" == table(HEADS, ROWS, right="02", markup="markdown")
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_with_marks_are_as_wide_as_without(form: Literal["NFC", "NFD"]) -> None:
    """Marks that combine with a letter fill no column of their own."""
    rows = [[unicodedata.normalize(form, cell) for cell in row] for row in [["Bắc Hà", "1"]]]
    text = table(["Đơn vị", "Điểm"], rows, right="1")

    assert "Đơn vị  Điểm\n------  ----\nBắc Hà     1" == unicodedata.normalize("NFC", text)


def test_a_table_without_rows_has_heads() -> None:
    """Nothing to list leaves the heads."""

    assert "A  B\n-  -" == table(["A", "B"], [])
    assert "| A | B |\n|---|---|" == table(["A", "B"], [], markup="markdown")


def test_cells_do_not_break_the_table() -> None:
    """A bar is escaped in Markdown, and lines of a cell are put on one."""
    rows = [["a|b", "hai\ndòng"]]

    assert "| A | B |\n|---|---|\n| a\\|b | hai dòng |" == table(
        ["A", "B"], rows, markup="markdown"
    )
    assert "A    B\n---  --------\na|b  hai dòng" == table(["A", "B"], rows)


def test_an_empty_last_cell_leaves_no_spaces() -> None:
    """Lines end with their last sign."""

    assert "A  B\n-  -\nx" == table(["A", "B"], [["x", ""]])
