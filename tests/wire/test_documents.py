# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import get_args

import pytest

from thidua.award import GeneralRule, LocalRule, Offer, Rule, Slate, propose
from thidua.basis import Citation, Validity
from thidua.dossier import EVER, AwardType, Catalogue, Dossier, Rating
from thidua.eligibility import Any, Held, NotPending, Rated, Run, Verdict, that_year
from thidua.errors import Faults
from thidua.formula import Compare, DirectEntry, Working
from thidua.law import Law, Pack
from thidua.quantity import State
from thidua.ranking import (
    ByMeasure,
    ByPoints,
    Ceiling,
    Classes,
    Grade,
    GradeTable,
    GradeTables,
    KnockOut,
    LimitedClasses,
    Ranking,
    classify,
    limit,
    rank,
)
from thidua.rubric import (
    Better,
    Criterion,
    Line,
    Measure,
    Rubric,
    Scores,
    Section,
    Sheet,
    UnitScore,
    score,
)
from thidua.wire import Document, dumps, from_document, loads, to_document

RUBRIC = Rubric(
    "r",
    "Bảng điểm",
    measures=[Measure("a", "A")],
    sections=[Criterion("1", "Một", maximum=10, formula=DirectEntry("a"))],
)
SHEETS = (Sheet("u", {"a": 5}), Sheet("v", {"a": State.NOT_DUE}), Sheet("w", {"a": 5}))
SCORES = score(RUBRIC, SHEETS)
CERTAIN = score(RUBRIC, [SHEETS[0], SHEETS[2]])
RANKING = rank(SCORES, ties="share", excluded={"w": "vi phạm"})
DENSE = rank(CERTAIN, ties="dense")
KEYED = rank(CERTAIN, ties=[ByPoints("1"), ByMeasure("a", Better.LOWER)])
SLATE = propose(KEYED, [Offer("Cờ thi đua", 1, at_least="4.5"), Offer("Bằng khen", 0)])
GRADES = GradeTable(
    [
        Grade("A", at_least=5, requires=Compare("a", "<", 9), minimums={"1": "0.5"}),
        Grade("B", above=4, below=5),
        Grade("C"),
    ],
    knock_outs=[
        KnockOut("vi phạm", Compare("a", ">", 8)),
        KnockOut("x", Compare("a", "==", 8), to="C"),
    ],
)
KINDS = GradeTables("loai", {"xã": GRADES, "phường": GradeTable([Grade("D")], by="percent")})
CLASSES = classify(SCORES, GRADES)
LIMITED = limit(
    classify(CERTAIN, GRADES),
    [Ceiling("A", share="0.5", of=["A", "B"]), Ceiling("A", number=0, leftover="demote")],
    rank(CERTAIN, ties="share"),
)
DOSSIER = Dossier("a", "individual", ratings=[Rating(2024, "well")], complete=EVER)
CITED, SINCE = Citation("Luật A", article="5"), Validity("2024-01-01")
RULE = Rule(
    "r",
    "bk",
    Any([that_year(Rated("well")), Run(2, Held("gk"), within=Held("cstd"))]),
    subjects="individual",
    basis=CITED,
    validity=SINCE,
    confidence="low",
)
GENERAL = GeneralRule("g", basis=CITED, validity=SINCE, condition=NotPending())
LOCAL = LocalRule("l", "ty-le", Held("gk"), basis=CITED, validity=SINCE)
AWARD = AwardType(
    "bk",
    "Bằng khen",
    form="commendation",
    level="province",
    subjects=["individual"],
    multiple="1.5",
)
PACK = Pack("p", "Luật A", rules=[RULE], general=[GENERAL], local=[LOCAL], awards=[AWARD])
LAW = Law([PACK])
VERDICT = LAW.judge(DOSSIER, "bk", "2024-12-20")
VALUES: list[Document] = [
    RUBRIC, SHEETS[0], SHEETS, (), SCORES, RANKING, DENSE, KEYED, SLATE, GRADES, KINDS, CLASSES, LIMITED,
    DOSSIER, Catalogue([AWARD]), RULE, GENERAL, LOCAL, PACK, LAW, VERDICT,
]  # fmt: skip


def said(document: object, expect: type[object] | None = None) -> str:
    """Return what is said of a faulty document."""
    read = partial(from_document, document)
    with pytest.raises(Faults) as caught:
        read() if expect is None else read(expect)
    return str(caught.value)


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
@pytest.mark.parametrize("indent", [None, 2])
def test_values_are_read_back(value: Document, indent: int | None) -> None:
    """Whatever a document holds is read back equal, as text and as data, laid out or not."""

    assert value == loads(dumps(value, indent=indent))
    assert value == loads(dumps(value, indent=indent).encode(), type(value))
    assert value == from_document(to_document(value))


def test_every_kind_is_tried() -> None:
    """The values above leave out no kind of document."""
    kinds = {getattr(kind, "__origin__", kind) for kind in get_args(Document)}

    assert kinds == {type(value) for value in VALUES}
    results = {GradeTable, GradeTables, Classes, LimitedClasses, Ranking, Slate}

    laws = {Dossier, Catalogue, Rule, GeneralRule, LocalRule, Pack, Law, Verdict}

    assert {Rubric, Sheet, tuple, Scores, *results, *laws} == kinds


def test_several_sheets() -> None:
    """A list of sheets, too, is a document of sheets; their kind is not repeated."""
    document = to_document(list(SHEETS[:1]))  # type: ignore[arg-type]

    assert {
        "kind": "sheets",
        "format": 1,
        "sheets": [{"unit": "u", "entries": {"a": "5"}}],
    } == document


def test_ranking_has_its_document() -> None:
    """A ranking is written with what it compared and how ties were treated."""

    assert {
        "kind": "ranking",
        "format": 1,
        "ranked_by": "points",
        "places": [
            {
                "unit": unit,
                "name": unit,
                "value": {"low": "5", "high": "5"},
                "best": 1,
                "worst": 1,
                "keys": ["5", "-5"],
                "tied_with": [other],
            }
            for unit, other in (("u", "w"), ("w", "u"))
        ],
        "ties": [
            {"kind": "by_points", "code": "1"},
            {"kind": "by_measure", "code": "a", "better": "lower"},
        ],
    } == to_document(KEYED)


def test_grade_table_has_its_document() -> None:
    """A table of classes is written as people would list it; what is left out is not there."""

    assert {
        "kind": "grade_table",
        "format": 1,
        "grades": [
            {
                "name": "A",
                "at_least": "5",
                "requires": {"kind": "compare", "left": "a", "relation": "<", "right": "9"},
                "minimums": [{"code": "1", "share": "0.5"}],
            },
            {"name": "B", "above": "4", "below": "5"},
            {"name": "C"},
        ],
        "knock_outs": [
            {
                "reason": "vi phạm",
                "when": {"kind": "compare", "left": "a", "relation": ">", "right": "8"},
            },
            {
                "reason": "x",
                "when": {"kind": "compare", "left": "a", "relation": "==", "right": "8"},
                "to": "C",
            },
        ],
    } == to_document(GRADES)


def test_faults_of_classes() -> None:
    """Tables of classes and classes are read as strictly as rubrics."""
    table = to_document(GRADES)
    table["grades"][1]["below"] = "4.5"
    classes = to_document(CLASSES)
    classes["units"][0]["possible"] = ["E"]
    kinds = to_document(KINDS) | {"choice": "loại"}

    assert ("$: between 4.5 and 5 there is no class; let classes meet") == said(table).replace(
        "$.grades[1]", "$"
    )
    assert "$.units[0].possible: no class 'E'; known are 'A', 'B', 'C'" == said(classes)
    assert (
        "$.choice: not a code of a measure, 'loại'; use letters without accents, digits and '_'"
    ) == said(kinds)


def test_faults_of_rankings_and_slates() -> None:
    """Rankings and slates are read as strictly as rubrics."""
    ranking = to_document(KEYED) | {"ties": 3}
    ranking["places"][0]["best"] = "1"
    slate = to_document(SLATE)
    slate["offers"][0]["number"] = -1
    slate["decisions"][1]["outcome"] = "award"

    assert (
        "$.places[0].best: a whole number is wanted, given '1'\n"
        "$.ties: a text or a list is wanted, given 3"
    ) == said(ranking)
    assert (
        "$.offers[0].number: a number of awards is a whole number from 0, -1\n"
        "$.decisions[1].outcome: unknown word 'award'; did you mean 'awarded'?"
    ) == said(slate)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (7, "$: an object is wanted, given 7"),
        (object(), "$: an object is wanted, given a Python object"),
        ({}, "$: key 'kind' is missing; known are 'catalogue', 'classes', 'dossier', 'general_rule', 'grade_table', 'grade_tables', 'law', 'limited_classes' and 10 more\n$: key 'format' is missing; write 1"),
        ({"kind": "rubrik", "format": 2}, "$.kind: unknown kind 'rubrik'; did you mean 'rubric'?\n$.format: format 2 is not known; this version reads format 1"),
        ({"kind": 3, "format": 1}, "$.kind: unknown kind 3; known are 'catalogue', 'classes', 'dossier', 'general_rule', 'grade_table', 'grade_tables', 'law', 'limited_classes' and 10 more"),
        ({"kind": "sheet", "format": "1"}, "$.format: format '1' is not known; this version reads format 1"),
        ({"kind": "sheet", "format": True}, "$.format: format true is not known; this version reads format 1"),
        ({"kind": "sheet", "format": 1.0}, "$.format: format 1.0 is not known; this version reads format 1"),
        ({"kind": "sheet", "format": 1}, "$: key 'unit' is missing\n$: key 'entries' is missing"),
        ({"kind": "sheets", "format": 1, "sheets": [{"kind": "sheet", "unit": "a", "entries": {}}]}, "$.sheets[0]: unknown key 'kind'; known are 'entries', 'illustrative', 'items', 'name', 'others', 'unit'"),
    ],
)  # fmt: skip
def test_faults_of_the_head(document: object, message: str) -> None:
    """A document says first what it is, in a format that is known."""

    assert message == said(document)


def test_wanted_kinds() -> None:
    """A document of another kind than the one wanted is refused before it is read."""
    sheet = {"kind": "sheet", "format": 1}

    assert "$.kind: a document of kind 'sheet', where 'rubric' is wanted" == said(sheet, Rubric)
    assert "$.kind: a document of kind 'sheet', where 'sheets' is wanted" == said(sheet, tuple)
    assert "$.kind: a document of kind 'sheet', where 'int' is wanted" == said(sheet, int)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (7, "$: no document holds 7; known are 'catalogue', 'classes', 'dossier', 'general_rule', 'grade_table', 'grade_tables', 'law', 'limited_classes' and 10 more"),
        ([1], "$: no document holds a list; known are 'catalogue', 'classes', 'dossier', 'general_rule', 'grade_table', 'grade_tables', 'law', 'limited_classes' and 10 more"),
        (RUBRIC.measures[0], "$: no document holds a Python Measure; known are 'catalogue', 'classes', 'dossier', 'general_rule', 'grade_table', 'grade_tables', 'law', 'limited_classes' and 10 more"),
        (Sheet("\ud800", {}), "$.unit: not a text, '\\ud800'"),
    ],
)  # fmt: skip
def test_values_without_a_document(value: Document, message: str) -> None:
    """What no document can hold is refused when it is to be written."""
    with pytest.raises(Faults) as caught:
        dumps(value)

    assert message == str(caught.value)


def test_values_nested_too_deep() -> None:
    """A rubric that nests deeper than a document may is not written."""
    part: Criterion | Section = RUBRIC.sections[0]
    for level in range(40):
        part = Section(f"s{level}", "Mục", criteria=[part])
    message = f"$.sections[0]{'.criteria[0]' * 31}: nested more than 64 deep"

    with pytest.raises(Faults) as caught:
        to_document(Rubric("r", "Bảng", measures=[], sections=[part]))

    assert message == str(caught.value)


def test_endless_values() -> None:
    """A value nested beyond all measure is refused too, without overflowing."""
    working = Working("a", Fraction(0))
    for _ in range(3000):
        working = Working("a", Fraction(0), (working,))
    total = Line("total", Fraction(0), Fraction(0), working=working)
    scores = Scores(RUBRIC, (UnitScore(RUBRIC, Sheet("a", {}), (), total),))
    message = "$: nested too deep for a document"

    with pytest.raises(Faults) as caught:
        to_document(scores)

    assert message == str(caught.value)
