# SPDX-License-Identifier: MIT

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import get_args

import pytest
from attrs import fields

import thidua.cluster
import thidua.year
from thidua.cluster import Cluster, Member, Person, Term, pair
from thidua.formula import DirectEntry
from thidua.quantity.term import Term as Word
from thidua.rubric import Criterion, Measure, Rubric
from thidua.year import (
    Act,
    AgreedRubric,
    Aim,
    Content,
    CriterionGroup,
    CrossCheck,
    Decision,
    Entry,
    Event,
    Explanation,
    Finding,
    HandOver,
    Move,
    Opening,
    Pledge,
    Procedure,
    Recipients,
    Record,
    Stage,
    explain_year,
    fold,
)
from thidua.year.words import FIELDS, VALUES

TOLD = (*get_args(Record), Act, CriterionGroup, Recipients, Decision, Explanation)
TOLD_OF_CLUSTERS = (Cluster, Member, Person, Term)
RUBRIC = Rubric(
    "r",
    "Bảng tính",
    measures=[Measure("x", "X")],
    sections=[Criterion("1", "A", maximum=10, formula=DirectEntry("x"))],
)
WORDS = ("ActSort", "ActState", "CampaignSort", "Standing", "Post", "PaperState", "ClusterForm")


@pytest.mark.parametrize("record", TOLD + TOLD_OF_CLUSTERS, ids=lambda one: str(one.__name__))
def test_every_field_has_a_name(record: type) -> None:
    """Whatever may be told of a year has a name in both languages."""
    names = {one.name for one in fields(record)} - {"units", "changes"}

    assert set() == names - set(FIELDS)


@pytest.mark.parametrize("name", WORDS)
def test_every_value_has_a_name(name: str) -> None:
    """Every member of the enumerations has a name in both languages."""
    enum: type[StrEnum] = getattr(thidua.year, name, None) or getattr(thidua.cluster, name)

    assert issubclass(enum, Word)
    assert set() == {one.value for one in enum} - set(VALUES)


def test_a_year_in_both_languages() -> None:
    """All that is known stands there, with numbers, pairs and stages in words."""
    long = "x" * 100
    procedure = Procedure([Stage("s", "Chấm")])
    year = fold(
        Event(str(place), content, by="a")
        for place, content in enumerate[Content](
            (
                Opening(2026, Cluster("c", "C", members=["a", "b"], number=0), procedure),
                Pledge(2026, late=False),
                Aim("thu", figure="12.5"),
                AgreedRubric("B", rubric=RUBRIC, groups=[CriterionGroup("G", maximum=5)]),
                CrossCheck(pairing=pair(["a", "b"])),
                Finding(long, good=False, cause=long),
                Move("s"),
                Entry("s", "a", "1", 5),
            )
        )
    )
    vietnamese, english = explain_year(year), explain_year(year, language="en")

    assert () == year.refused
    for said in (
        "- năm: 2026; muộn: không",
        "- thu (số liệu: 12,5)",
        "b → a",
        "Điểm chấm: 1",
        "Trạng thái: đang mở",
        f"- hạn chế: {long}\n  nguyên nhân: {long}",
        "Các bước chấm điểm: Chấm",
        "Bảng tính",
    ):
        assert said in vietnamese
    for said in ("C, 2026", "- year: 2026; late: no", "State: open", "Not known: form; level"):
        assert said in english


def test_who_takes_over() -> None:
    """Posts that pass say to whom, by unit or else by person; of nobody what else is known."""
    terms = [
        Term("head", unit="a", person=Person("A"), year=2027),
        Term("deputy", person=Person("B", posts=["Phó Giám đốc"]), first=date(2027, 3, 1)),
    ]
    cluster = Cluster("c", "C", terms=[Term("head", year=2026)])
    events: list[Content] = [Opening(2026, cluster), HandOver(2027, posts=["trưởng"], terms=terms)]
    said = explain_year(fold(Event(str(n), one) for n, one in enumerate(events)))

    assert "Trưởng cụm, khối: năm: 2026" in said
    assert (
        "  chức danh: trưởng\n"
        "  nhiệm kỳ mới:\n"
        "    - trưởng: a (người giữ: A; năm: 2027)\n"
        "    - phó: B (chức vụ: Phó Giám đốc) (từ ngày: 01/03/2027)"
    ) in said
