# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from thidua.errors import Faults
from thidua.formula import (
    Calculation,
    ItemFold,
    Leveled,
    OverItems,
    Proportional,
    YesNo,
)
from thidua.quantity import Given, State
from thidua.rubric import (
    Choice,
    Criterion,
    ItemList,
    Measure,
    Question,
    Rubric,
    Scores,
    Section,
    Sheet,
    score,
)
from thidua.wire import dumps, from_document, loads, to_document

RUBRIC = Rubric(
    "r",
    "Bảng điểm",
    measures=[
        Measure("thu", "Thu", places=1),
        Measure("du_toan", "Dự toán", above=0),
        Question("nop", "Nộp"),
        Choice("tien_do", "Tiến độ", ["đúng hạn", "trễ"]),
    ],
    items=[ItemList("viec", "Việc", [Measure("diem", "Điểm")])],
    sections=[
        Section(
            "I",
            "Một",
            criteria=[
                Criterion("1", "a", maximum=10, formula=Proportional("thu", "du_toan")),
                Criterion("2", "b", maximum=5, formula=YesNo("nop")),
                Criterion(
                    "3", "c", maximum=1, formula=Leveled("tien_do", {"đúng hạn": 1, "trễ": 0})
                ),
            ],
        ),
        Criterion(
            "II", "d", maximum=9, formula=Calculation(OverItems("viec", ItemFold.SUM, "diem"))
        ),
    ],
)

SHEET = Sheet(
    "an-phu",
    {"thu": "49.5", "du_toan": 99, "nop": True, "tien_do": "đúng hạn"},
    {"viec": [{"diem": 2}, {"diem": 3}]},
    name="An Phú",
)
EARLY = Sheet(
    "long-son",
    {"thu": State.NOT_DUE, "nop": False},
    {"viec": State.MISSING},
    others=State.MISSING,
    illustrative=["nop"],
)


def said(document: object) -> str:
    """Return what is said of a faulty document."""
    with pytest.raises(Faults) as caught:
        from_document(document)
    return str(caught.value)


def sheet(**fields: object) -> dict[str, object]:
    """Return the document of a sheet with other fields."""
    return {"kind": "sheet", "format": 1, "unit": "a", "entries": {}} | fields


def test_sheet_has_its_document() -> None:
    """Entries are an object: numbers, yes or no, levels, states; items are lists of them."""

    assert {
        "kind": "sheet",
        "format": 1,
        "unit": "an-phu",
        "entries": {"du_toan": "99", "nop": True, "thu": "49.5", "tien_do": "đúng hạn"},
        "items": {"viec": [{"diem": "2"}, {"diem": "3"}]},
        "name": "An Phú",
    } == to_document(SHEET)
    assert {
        "kind": "sheet",
        "format": 1,
        "unit": "long-son",
        "entries": {"nop": False, "thu": {"state": "not_due"}},
        "items": {"viec": {"state": "missing"}},
        "others": "missing",
        "illustrative": ["nop"],
    } == to_document(EARLY)


@pytest.mark.parametrize("one", [SHEET, EARLY, Sheet("x", {})])
def test_sheets_are_read_back(one: Sheet) -> None:
    """A sheet is read back equal."""

    assert one == loads(dumps(one), Sheet)


def test_entries_as_people_write_them() -> None:
    """Numbers may be JSON numbers, ints, Decimals or texts, all of them exact."""
    entries: dict[str, Given] = {"a": 1, "b": Decimal("0.1"), "c": "1/3", "d": True, "e": "trễ"}
    expected: dict[str, Given] = {
        "a": 1,
        "b": Fraction(1, 10),
        "c": Fraction(1, 3),
        "d": True,
        "e": "trễ",
    }

    assert Sheet("a", expected) == from_document(sheet(entries=entries))
    assert Fraction("105.10") == loads(
        '{"kind":"sheet","format":1,"unit":"a","entries":{"x":105.10}}'
    ).entry("x")


def test_faults_of_entries() -> None:
    """Every faulty entry of a sheet is named at once."""
    entries = {
        "a": 0.5,
        "b": None,
        "c": {"state": "not_du"},
        "d": {"state": None},
        "e": {"status": "missing"},
        "f": [],
        "g": object(),
        "h": "1/0",
    }
    items = {"v": {"state": "x"}, "w": [{"m": None}, 3], "x": 1}

    assert (
        '$.entries.a: a float is not exact, 0.5; write "0.5" or Decimal("0.5")\n'
        '$.entries.b: not an entry, null; write a number, true or false, a level, or {"state": "missing"}\n'
        "$.entries.c.state: unknown state 'not_du'; did you mean 'not_due'?\n"
        "$.entries.d.state: unknown state null; known are 'exempt', 'missing', 'not_applicable', 'not_assigned', 'not_due'\n"
        "$.entries.e: an entry without a value has the one key 'state'; write {\"state\": \"missing\"}\n"
        '$.entries.f: not an entry, a list; write a number, true or false, a level, or {"state": "missing"}\n'
        '$.entries.g: not an entry, a Python object; write a number, true or false, a level, or {"state": "missing"}\n'
        "$.entries.h: division by zero, '1/0'\n"
        "$.items.v.state: unknown state 'x'; known are 'exempt', 'missing', 'not_applicable', 'not_assigned', 'not_due'\n"
        '$.items.w[0].m: not an entry, null; write a number, true or false, a level, or {"state": "missing"}\n'
        "$.items.w[1]: an object of entries by code is wanted, given 3\n"
        '$.items.x: a list is wanted, given 1; write a list, which may be empty, or {"state": "missing"}'
    ) == said(sheet(entries=entries, items=items))  # fmt: skip


def test_entries_are_an_object() -> None:
    """Entries and items that are no objects are refused."""

    assert (
        "$.entries: an object of entries by code is wanted, given a list\n"
        "$.items: an object of lists by code is wanted, given 'x'"
    ) == said(sheet(entries=[], items="x"))


def test_faults_of_a_list_end_somewhere() -> None:
    """Of a list with a million faults, a hundred are named."""
    entries = {str(number): None for number in range(1_000_000)}
    with pytest.raises(Faults) as caught:
        from_document(sheet(entries=entries))

    assert 100 == len(caught.value.faults)


def test_unsound_rubrics_are_not_read() -> None:
    """What the check of a rubric finds is said at its place in the document."""
    document: dict[str, Any] = to_document(RUBRIC)
    document["sections"][0]["criteria"][0]["formula"]["to"] = "du_tona"
    document["sections"][1]["code"] = "1"

    assert (
        "$.sections[1].code: criterion '1' stands twice; give each a code of its own\n"
        "$.sections[0].criteria[0].formula.to: measure 'du_tona' is not declared; did you mean 'du_toan'?"
    ) == said(document)  # fmt: skip


def test_several_faults_at_once() -> None:
    """All faults of a document are said together, each at its place."""
    document: dict[str, Any] = to_document(RUBRIC)
    document["nme"] = document.pop("name")
    document["rounding"] = {"step": 0}
    document["measures"][1]["kind"] = "mesure"
    document["measures"][2]["code"] = "nộp"
    del document["sections"][0]["criteria"][1]["formula"]["question"]
    document["sections"][0]["criteria"][2]["maximum"] = -1
    document["sections"][1]["maximum"] = 0.1

    assert (
        "$: key 'name' is missing\n"
        "$.measures[1].kind: unknown kind 'mesure'; did you mean 'measure'?\n"
        "$.measures[2].code: not a code of a measure, 'nộp'; use letters without accents, digits and '_'\n"
        "$.sections[0].criteria[1].formula: key 'question' is missing\n"
        "$.sections[0].criteria[2].maximum: a maximum is not below zero, '-1'\n"
        '$.sections[1].maximum: a float is not exact, 0.1; write "0.1" or Decimal("0.1")\n'
        "$.rounding.step: a rounding step is above zero, '0'\n"
        "$: unknown key 'nme'; did you mean 'name'?"
    ) == said(document)  # fmt: skip


def test_rubrics_have_a_size() -> None:
    """A rubric of more parts than anyone can have agreed on is refused unchecked."""
    document: dict[str, Any] = to_document(RUBRIC)
    document["measures"].append(
        {"kind": "choice", "code": "c", "name": "C", "levels": [f"m{n}" for n in range(2000)]}
    )

    assert "$: more than 2000 criteria, sections, measures and levels; split the rubric" == said(
        document
    )


def test_scores_are_read_back() -> None:
    """Scores are read back equal, hold their rubric once, and share it again."""
    scores = score(RUBRIC, [SHEET, EARLY])
    document = to_document(scores)
    again = from_document(document, Scores)

    assert scores == again
    assert ["kind", "format", "rubric", "units"] == list(document)
    assert ["sheet", "lines", "total"] == list(document["units"][0])
    assert all(unit.rubric is again.rubric for unit in again)


def test_faults_of_the_rubric_of_scores() -> None:
    """What is wrong with the rubric of scores is found below their key rubric."""
    document: dict[str, Any] = to_document(score(RUBRIC, [SHEET]))
    document["rubric"]["sections"][1]["formula"] = {"kind": "direct_entry", "measure": "nop"}

    assert (
        "$.rubric.sections[1].formula.measure: 'nop' is a question, where a number is wanted"
        == said(document)
    )


def test_scores_fit_their_rubric() -> None:
    """Sheets and lines that do not fit the rubric of the scores are refused."""
    document: dict[str, Any] = to_document(score(RUBRIC, [SHEET, EARLY]))
    document["units"][0]["sheet"]["entries"]["thu"] = "1.55"
    del document["units"][1]["lines"][2]
    document["units"][1]["total"]["code"] = "tổng"

    assert (
        "$.units[0].sheet.entries.thu: measure 'thu' is 1.55, which has more than 1 decimal places; round it by a rule, or declare more places\n"
        "$.units[1].lines: not a line for each criterion and section, in printed order; score the sheet again\n"
        "$.units[1].total.code: not the line of the total, 'tổng'"
    ) == said(document)  # fmt: skip


def test_many_faults_of_the_sheets_of_scores() -> None:
    """After a hundred of them one says that there are more."""
    document: dict[str, Any] = to_document(score(RUBRIC, [SHEET]))
    document["units"][0]["sheet"]["entries"] |= {f"thu{number}": "1" for number in range(200)}

    assert (
        "$.units: more than 100 faults; correct those above first" == said(document).split("\n")[-1]
    )


def test_scores_of_two_rubrics_are_not_written() -> None:
    """Scores one of which was made by another rubric have no document; equal ones will do."""
    scores = score(RUBRIC, [SHEET])
    equal = evolve(scores, rubric=evolve(RUBRIC))
    other = evolve(scores, rubric=evolve(RUBRIC, name="Khác"))

    assert to_document(scores) == to_document(equal)
    with pytest.raises(Faults) as caught:
        to_document(other)
    assert "$.units[0].rubric: unit 'an-phu' was scored by another rubric" == str(caught.value)
