# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import get_args

import pytest
from attrs import evolve, fields, has, resolve_types

import thidua.ranking
from thidua.award import (
    BaseSalary,
    BonusRate,
    BonusRules,
    BonusTerms,
    GeneralRule,
    Granted,
    LocalRule,
    Offer,
    Power,
    Quota,
    QuotaRule,
    Rule,
    check_quotas,
    propose,
)
from thidua.basis import Citation, Validity
from thidua.cluster import (
    ByTurn,
    ByVote,
    Cluster,
    Lead,
    Target,
    mid_year,
    next_lead,
    pair,
    progress,
)
from thidua.comparison import compare, impact
from thidua.dossier import EVER, AwardType, Catalogue, Dossier, Rating
from thidua.eligibility import Any, Held, NotPending, Rated, Run, that_year
from thidua.errors import Faults, suggest
from thidua.formula import Compare, DirectEntry, Working
from thidua.law import Law, Pack
from thidua.period import (
    Carried,
    CarryClass,
    CarryEntry,
    CarryPercent,
    CarryPoints,
    CarryRank,
    CarryWeight,
    EarnedBefore,
    FromParts,
    FromPeriod,
    Gap,
    Intake,
    Lacking,
    Outside,
    Period,
    PeriodResult,
    UsedBefore,
)
from thidua.quantity import Interval, State
from thidua.ranking import (
    Apart,
    ByCode,
    ByMeasure,
    ByName,
    ByPoints,
    Ceiling,
    Ceilings,
    CeilingTables,
    Grade,
    GradeTable,
    GradeTables,
    KnockOut,
    OpenTie,
    Order,
    Remeasure,
    Ties,
    classify,
    limit,
    rank,
)
from thidua.review import review
from thidua.rubric import (
    Awaited,
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
from thidua.year import (
    Content,
    Entered,
    Entry,
    Event,
    Lock,
    Move,
    Opening,
    Procedure,
    Publish,
    Stage,
    differences,
    fold,
    usual_procedure,
)

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
OPEN = rank(
    CERTAIN,
    ties=[ByPoints("1", by="percent"), Remeasure("vệ sinh"), ByName(person=True)],
    remeasured={"vệ sinh": {"u": "1.5"}},
)
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
POOL = [
    Ceiling(["A", "B"], share="0.7", of=["A", "B", "C"], rounding="half_even"),
    Ceiling("A", share="1/3", within=0, leftover="demote"),
]
TIES = (ByPoints("III", "lower", by="percent"), ByMeasure("a"), ByName(), ByCode(), Remeasure("x"))
YEAR = Period(
    "nam", "Năm", parts=[Period("hk1", "HKI", level="kỳ"), Period("hk2", "HKII", weight="1.5")]
)
RESULT = PeriodResult("hk1", SCORES, ranking=RANKING, classes=CLASSES)
INTAKE = Intake(
    [
        FromParts(
            "ky", [CarryPoints("d"), CarryPercent("p", "1"), CarryRank("h"), CarryWeight("k")]
        ),
        FromParts("tuan", [], level="tuần", rubric="r", outside=Outside.OMIT),
        FromPeriod([CarryClass("x"), CarryEntry("a", "a")], outside=Outside.NOT_APPLICABLE),
        UsedBefore("u", "1", within="kỳ"),
        EarnedBefore("e", "1", rubric="r"),
    ]
)
PAIRING = pair(["a", "b"], history=[pair(["a", "b"])], criteria={"1": 2, "2": "0.5"})
NEXT = next_lead(ByVote({"a": 3, "b": 3, "c": 1}), ["a", "b", "c"])
MID_YEAR = mid_year(RANKING, among=[1, 2], classes=CLASSES)
KNOWN = [Awaited("b", Interval(0, None)), Awaited("d", Interval("1/3", 2), items="ky", item=0)]
AWAITED = Sheet(
    "u", {"b": State.MISSING}, {"ky": [{"d": State.NOT_DUE}]}, awaited=KNOWN, preview="xem trước"
)
CARRIED = Carried("nam", "Năm", (AWAITED,), (Gap("hk2", "HKII", "u", Lacking.OPEN),), preview=True)
REVIEW = review(RUBRIC)
COMPARISON = compare(RUBRIC, evolve(RUBRIC, code="s", measures=[Measure("a", "A", places=1)]))
IMPACT = impact(
    SCORES,
    score(COMPARISON.new, SHEETS[:2]),
    rankings=(RANKING, rank(score(COMPARISON.new, SHEETS[:2]), ties="share")),
    parts=True,
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
POWER = Power("q", "Chủ tịch", "bk", basis=CITED, validity=SINCE, verified_until="2024-06-30")
QUOTA = QuotaRule(
    "t", Quota("bk", share="0.15", of="gk", basis=CITED), validity=SINCE, confidence="low"
)
BONUSES = BonusRules(
    rates=[BonusRate("m", "bk", "1.5", basis=CITED, validity=SINCE, household="1.5")],
    salaries=[BaseSalary(2_340_000, basis=CITED, validity=SINCE, verified_until="2024-06-30")],
    terms=[BonusTerms("c", basis=CITED, validity=SINCE)],
)
PACK = Pack(
    "p",
    "Luật A",
    rules=[RULE],
    general=[GENERAL],
    local=[LOCAL],
    awards=[AWARD],
    powers=[POWER],
    quotas=[QUOTA],
    bonuses=BONUSES,
)
LAW = Law([PACK])
VERDICT = LAW.judge(DOSSIER, "bk", "2024-12-20")
(CHECK,) = check_quotas({"bk": ["a", "b"]}, [QUOTA], counts={"gk": 7}, on="2024-12-20")
(BONUS,) = LAW.bonuses.pay(Granted("bk", "household"), "2024-12-20", LAW.awards)
DECIDERS = LAW.who_decides("bk", "2024-12-20")
CLUSTER = Cluster("c", "Cụm", members=["u", "v"])
OPENED = Event("1", Opening(2026, CLUSTER))
TWO = Procedure([Stage("s", "S"), Stage("t", "T")])
TOLD = fold(
    Event(str(place), content, by="u")
    for place, content in enumerate[Content](
        (
            Opening(2026, CLUSTER, TWO),
            Move("s"),
            Entry("s", "u", "1", 5),
            Move("t"),
            Entry("t", "u", "1", "4.5", reason="thiếu minh chứng", evidence=["bb"]),
            Entry("t", "w", "1", 5),
            Lock(),
            Publish(),
            Lock(),
        )
    )
)
(PROGRESS,) = progress(RUBRIC, SHEETS[:1], elapsed="0.5", targets=[Target("a", 9)])
VALUES: list[Document] = [
    RUBRIC, SHEETS[0], SHEETS, (), SCORES, RANKING, DENSE, KEYED, OPEN, SLATE,
    GRADES, KINDS, CLASSES, LIMITED, rank(SCORES, ties="share", classes=CLASSES),
    POOL[0], Ceilings(POOL), CeilingTables({"Loại 1": POOL, "Loại 2": POOL[:1]}),
    Ties("dense"), Ties(TIES), *TIES,
    REVIEW, COMPARISON, IMPACT,
    YEAR, RESULT, INTAKE, CARRIED,
    PAIRING, NEXT, MID_YEAR, ByTurn(["a", "b"]), ByVote({"a": 1}),
    DOSSIER, Catalogue([AWARD]), RULE, GENERAL, LOCAL, PACK, LAW, VERDICT,
    POWER, QUOTA, CHECK, BONUSES, BONUS, DECIDERS, LAW.at("2024-12-20"),
    CLUSTER, OPENED, fold([OPENED]),
    usual_procedure(), Lead("a"), Target("a", "b"), PROGRESS,
    TOLD, TOLD.refused[0], TOLD.publications[0], Entered("4", "u", Entry("t", "u", "1", "4.5")),
    *differences(TOLD, "s", "t"),
]  # fmt: skip


KNOWN_KINDS = suggest("", {getattr(kind, "kind", "sheets") for kind in get_args(Document)})


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
        "labels": ["1 Một", "A"],
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


def test_quotas_have_their_document() -> None:
    """Ceilings are written as a charter lists them, for each kind of collective."""

    assert {
        "kind": "ceiling_tables",
        "format": 1,
        "tables": [
            {
                "level": "Loại 1",
                "ceilings": [
                    {
                        "grades": ["A", "B"],
                        "share": "0.7",
                        "of": ["A", "B", "C"],
                        "rounding": "half_even",
                    },
                    {"grades": ["A"], "share": "1/3", "within": 0, "leftover": "demote"},
                ],
            }
        ],
    } == to_document(CeilingTables({"Loại 1": POOL}))


def test_ties_have_their_document() -> None:
    """What breaks ties is written in order, and a word as it is."""

    assert {"kind": "ties", "format": 1, "how": "share"} == to_document(Ties("share"))
    assert {
        "kind": "ties",
        "format": 1,
        "how": [
            {"kind": "by_points", "code": "III", "better": "lower", "by": "percent"},
            {"kind": "by_measure", "code": "a"},
            {"kind": "by_name"},
            {"kind": "by_code"},
            {"kind": "remeasure", "what": "x"},
        ],
    } == to_document(Ties(TIES))


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"kind": "ceiling", "grades": [], "number": 1}, "$.grades: a ceiling of no class"),
        (
            {"kind": "ceilings", "ceilings": [{"grades": ["A"], "number": 1, "wihin": 0}, {"grades": "A"}]},
            "$.ceilings[0]: unknown key 'wihin'; did you mean 'within'?\n$.ceilings[1].grades: a list is wanted, given 'A'",
        ),
        (
            {"kind": "ceilings", "ceilings": [{"grades": ["A"], "share": "0.5", "within": 0}]},
            "$.ceilings[0].within: no ceiling 0 before this one; put a ceiling behind the one it is a share of",
        ),
        (
            {"kind": "ceiling_tables", "tables": [{"level": "x", "ceilings": [{"grades": ["A"], "share": "1/2", "within": 3}]}]},
            "$.tables[0].ceilings[0].within: no ceiling 3 before this one; put a ceiling behind the one it is a share of",
        ),
        (
            {"kind": "ceiling_tables", "tables": [{"level": "x", "ceilings": []}, {"level": "x", "ceilings": []}]},
            "$.tables[1].level: level 'x' has two lists of ceilings; keep one",
        ),
        ({"kind": "ties", "how": "shared"}, "$.how: ties are 'share', 'dense' or a list of what breaks them, given 'shared'; write ['shared']"),
        (
            {"kind": "ties", "how": [{"kind": "by_measur", "code": "a"}, {"kind": "by_name", "person": 1}]},
            "$.how[0].kind: unknown kind 'by_measur'; did you mean 'by_measure'?\n$.how[1].person: true or false is wanted, given 1",
        ),
        ({"kind": "remeasure", "what": " "}, "$.what: nothing to measure again; name it"),
    ],
)  # fmt: skip
def test_faults_of_quotas_and_ties(document: dict[str, object], message: str) -> None:
    """Quotas and ties are read as strictly as rubrics."""

    assert message == said({"format": 1, **document})


def test_every_value_of_rankings_has_its_document() -> None:
    """Whatever is public in rankings is a document or stands in one; answers are asked again."""
    reached: set[object] = set()
    waiting: list[object] = [*get_args(Document)]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting.extend(get_args(one))
            if isinstance(one, type) and has(one):
                resolve_types(one)
                waiting.extend(field.type for field in fields(one))
    public = [getattr(thidua.ranking, name) for name in thidua.ranking.__all__]
    classes = {one for one in public if isinstance(one, type)}

    assert {Apart, OpenTie, Order} == classes - reached


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
        ({}, f"$: key 'kind' is missing; {KNOWN_KINDS}\n$: key 'format' is missing; write 1"),
        ({"kind": "rubrik", "format": 2}, "$.kind: unknown kind 'rubrik'; did you mean 'rubric'?\n$.format: format 2 is not known; this version reads format 1"),
        ({"kind": 3, "format": 1}, f"$.kind: unknown kind 3; {KNOWN_KINDS}"),
        ({"kind": "sheet", "format": "1"}, "$.format: format '1' is not known; this version reads format 1"),
        ({"kind": "sheet", "format": True}, "$.format: format true is not known; this version reads format 1"),
        ({"kind": "sheet", "format": 1.0}, "$.format: format 1.0 is not known; this version reads format 1"),
        ({"kind": "sheet", "format": 1}, "$: key 'unit' is missing\n$: key 'entries' is missing"),
        ({"kind": "sheets", "format": 1, "sheets": [{"kind": "sheet", "unit": "a", "entries": {}}]}, "$.sheets[0]: unknown key 'kind'; known are 'awaited', 'entries', 'illustrative', 'items', 'name', 'others', 'preview', 'unit'"),
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
        (7, f"$: no document holds 7; {KNOWN_KINDS}"),
        ([1], f"$: no document holds a list; {KNOWN_KINDS}"),
        (RUBRIC.measures[0], "$: no document holds a Python Measure; did you mean 'remeasure'?"),
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
