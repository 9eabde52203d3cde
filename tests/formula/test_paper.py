# SPDX-License-Identifier: MIT
"""What papers say, and the forms that the how-to writes for it."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

import thidua.formula
from thidua.formula import Form, Wording, parse_form, say, text

PAGE = Path(__file__).parents[2] / "docs/how-to/write-a-rubric.md"
ROW = re.compile(r"\| \*(?P<paper>[^|]+)\* \| `(?P<form>[A-Z]\w+[.(].*\))` \|")
ROWS = [
    (found["paper"], found["form"])
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if (found := ROW.fullmatch(line)) and not found["form"].startswith("Treatments")
]
"""Every row of the tables of forms; what stands around a criterion is no form."""


@pytest.mark.parametrize(("paper", "written"), ROWS, ids=[paper for paper, _ in ROWS])
def test_a_row_writes_a_form(paper: str, written: str) -> None:
    """What the how-to writes is a form, which is said in words and read back from its text."""
    form = eval(written, vars(thidua.formula))  # noqa: S307 - our own page

    assert isinstance(form, Form), paper
    assert form == parse_form(text(form))
    assert say(form, Fraction(10), Wording("vi"))


def test_the_rows_have_every_form_and_no_placeholder() -> None:
    """Every form stands in a row of its own, and every row of these tables can be run."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    first = lines.index("## 2. Find the form of each row")
    tables = lines[first : lines.index("## 3. Say every limit")]
    around = tables.index("| The paper says | Write |")

    assert {one.__name__ for one in get_args(Form)} == {
        re.split(r"[.(]", form)[0] for _, form in ROWS
    }
    assert len(ROWS) == sum(line.startswith("| *") for line in tables[:around])
