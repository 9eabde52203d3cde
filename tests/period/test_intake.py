# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.errors import PeriodFault, RubricFault
from thidua.formula import Calculation
from thidua.period import (
    CarryClass,
    CarryEntry,
    CarryPoints,
    CarryRank,
    EarnedBefore,
    FromParts,
    FromPeriod,
    Intake,
    Outside,
    Source,
    UsedBefore,
    check_intake,
)
from thidua.rubric import Choice, Criterion, ItemList, Measure, Question, Rubric

RUBRIC = Rubric(
    "hk",
    "Học kỳ",
    measures=[
        Measure("da_dung", "Đã dùng"),
        Question("da_thuong", "Đã thưởng"),
        Choice("loai", "Loại", ["Tốt", "Khá"]),
    ],
    items=[ItemList("thang", "Các tháng", [Measure("hang", "Thứ hạng")])],
    sections=[Criterion("1", "Điểm", maximum=1, formula=Calculation(1))],
)


def test_an_intake_that_fits() -> None:
    """Numbers, choices, questions and lists may each be filled from one source."""
    intake = Intake(
        [
            FromParts("thang", [CarryRank("hang")]),
            FromPeriod([CarryClass("loai")]),
            UsedBefore("da_dung", "1"),
            EarnedBefore("da_thuong", "1"),
        ]
    )

    assert () == check_intake(RUBRIC, intake)


FAULTS = [
    (FromParts("than", []), "$.sources[0].items: no list of items is called 'than'; did you mean"),
    (
        FromParts("thang", [CarryRank("hag")]),
        "$.sources[0].carries[0].to: measure 'hag' is not declared there; did you mean 'hang'?",
    ),
    (
        FromParts("thang", [CarryRank("hang"), CarryPoints("hang")]),
        "$.sources[0].carries[1].to: 'hang' is filled twice; keep one",
    ),
    (
        FromPeriod([CarryPoints("loai")]),
        "$.sources[0].carries[0].to: 'loai' is a choice, where a number is wanted",
    ),
    (
        FromPeriod([CarryClass("da_dung")]),
        "$.sources[0].carries[0].to: 'da_dung' is a number, where a choice is wanted",
    ),
    (
        FromPeriod([CarryEntry("x", "y")]),
        "$.sources[0].carries[0].to: measure 'x' is not declared there; known are",
    ),
    (
        UsedBefore("da_thuong", "1"),
        "$.sources[0].to: 'da_thuong' is a question, where a number is wanted",
    ),
    (
        EarnedBefore("da_dung", "1"),
        "$.sources[0].to: 'da_dung' is a number, where a question is wanted",
    ),
]


@pytest.mark.parametrize(("source", "fault"), FAULTS)
def test_an_intake_that_does_not_fit(source: Source, fault: str) -> None:
    """A source that does not fit the rubric is named, with what is wrong."""
    (found,) = check_intake(RUBRIC, Intake([source]))

    assert str(found).startswith(fault)


@pytest.mark.parametrize(
    "source",
    [
        FromParts("thang", [CarryRank("hang")]),
        FromPeriod([CarryPoints("da_dung")]),
        UsedBefore("da_dung", "1"),
        EarnedBefore("da_thuong", "1"),
    ],
)
def test_two_sources_of_one_entry(source: Source) -> None:
    """What two sources fill is a fault of the second."""
    (found,) = check_intake(RUBRIC, Intake([source, source]))

    assert "entry-twice" == found.code
    assert ("sources", 1) == found.at[:2]


def test_an_entry_cannot_be_left_out() -> None:
    """Only items can be left out for units that have no share in a result."""
    with pytest.raises(PeriodFault, match=r"^\$\.outside: an entry cannot be left out"):
        FromPeriod([], outside=Outside.OMIT)


def test_outside_by_its_word() -> None:
    """What becomes of units outside may be written as a word; a wrong one is answered kindly."""

    assert Outside.OMIT is FromParts("thang", [], outside="omit").outside
    with pytest.raises(RubricFault, match="did you mean 'omit'"):
        FromParts("thang", [], outside="omitted")
