# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua.errors import Faults, RubricFault, SheetFault
from thidua.formula import ByKind, DirectEntry, Highest, RankPoints, Raters
from thidua.formula.given import several
from thidua.ranking import GradeTable
from thidua.rubric import Choice, Criterion, ItemList, Measure, Rubric, Section, Sheet, score


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("Tốt", "$: one text where a list is wanted, 'Tốt'; write ['Tốt']"),
        (b"abc", "$: one text where a list is wanted, b'abc'; write [b'abc']"),
        (5, "$: a list is wanted, given 5; write it in brackets"),
        (None, "$: a list is wanted, given None; write it in brackets"),
    ],
)
def test_what_is_no_list_is_refused(given: object, message: str) -> None:
    """A text is not the list of its letters, and a number is no list."""
    with pytest.raises(RubricFault) as refusal:
        several(given)  # type: ignore[arg-type]

    assert message == str(refusal.value)


@pytest.mark.parametrize(
    "write",
    [
        lambda: Choice("c", "C", "abc"),
        lambda: ItemList("ds", "Danh sách", "abc"),  # type: ignore[arg-type]
        lambda: Section("I", "Phần", criteria="abc"),  # type: ignore[arg-type]
        lambda: GradeTable("abc"),  # type: ignore[arg-type]
        lambda: RankPoints("thu", "321"),
        lambda: Highest("abc"),  # type: ignore[arg-type]
        lambda: ByKind("loai", "abc"),  # type: ignore[arg-type]
        lambda: Raters("phieu", "diem", by="nhom", groups="abc"),  # type: ignore[arg-type]
    ],
    ids=[
        "choice",
        "items",
        "section",
        "grade_table",
        "rank_points",
        "highest",
        "by_kind",
        "raters",
    ],
)
def test_no_field_splits_a_text(write: Callable[[], object]) -> None:
    """A list in a rubric or a table is never made of the letters of a text."""
    with pytest.raises(RubricFault) as refusal:
        write()

    assert "not-a-list" == refusal.value.code


def test_a_sheet_does_not_split_a_text() -> None:
    """The entries that are illustrative are a list of codes."""
    with pytest.raises(SheetFault, match="one text where a list is wanted, 'thu'"):
        Sheet("a", {}, illustrative="thu")


def test_a_cluster_does_not_split_a_text() -> None:
    """The units of a cluster are a list of codes."""
    formula = DirectEntry("a")
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A")],
        sections=[Criterion("1", "Một", maximum=1, formula=formula)],
    )
    with pytest.raises(Faults) as refusal:
        score(rubric, [], units="abc")

    assert "$.units: one text where a list is wanted, 'abc'; write ['abc']" == str(refusal.value)
