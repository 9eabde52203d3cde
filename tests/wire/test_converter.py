# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them

from __future__ import annotations

from typing import Any, get_args

import pytest

from thidua.basis import Citation
from thidua.errors import Faults
from thidua.formula import (
    All,
    AroundTarget,
    Band,
    Banded,
    BasePoints,
    ByCount,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    CapTogether,
    Checklist,
    Choose,
    Compare,
    Constant,
    DirectEntry,
    EntryIs,
    EqualSplit,
    Event,
    Expression,
    Factor,
    Form,
    Gated,
    Greatest,
    Highest,
    ItemTotal,
    Least,
    Leveled,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PerEvent,
    Piece,
    Points,
    Predicate,
    Prize,
    PrizeTable,
    Product,
    Proportional,
    Quotient,
    RankPoints,
    Raters,
    RelativeToPeers,
    Reported,
    Rounded,
    Scaled,
    ShareReached,
    Stepped,
    Sum,
    Threshold,
    Total,
    WeightedMean,
    WeightedSum,
    YesNo,
)
from thidua.formula import (
    Any as AnyOf,
)
from thidua.quantity import Rounding
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    ItemList,
    Measure,
    Part,
    Question,
    Rubric,
    Section,
    Treatments,
)
from thidua.wire import from_document, to_document

EXPRESSIONS: list[tuple[Expression, object]] = [
    (Reported("a"), "a"),
    (Constant("1/3"), "1/3"),
    (Sum(["a", "0.5"]), {"kind": "sum", "terms": ["a", "0.5"]}),
    (Product([2, "a"]), {"kind": "product", "factors": ["2", "a"]}),
    (Quotient("a", "b"), {"kind": "quotient", "dividend": "a", "divisor": "b"}),
    (Least(["a", 20]), {"kind": "least", "of": ["a", "20"]}),
    (Greatest(["a", 0]), {"kind": "greatest", "of": ["a", "0"]}),
    (
        Rounded("a", Rounding("0.25", "floor")),
        {"kind": "rounded", "of": "a", "rounding": {"step": "0.25", "mode": "floor"}},
    ),
    (
        Choose(Compare("a", ">=", "b"), 1, Sum([])),
        {
            "kind": "choose",
            "when": {"kind": "compare", "left": "a", "relation": ">=", "right": "b"},
            "then": "1",
            "otherwise": {"kind": "sum", "terms": []},
        },
    ),
    (
        Lookup("a", [Band(1, below=5), Band(2, at_least=5)]),
        {
            "kind": "lookup",
            "of": "a",
            "bands": [{"points": "1", "below": "5"}, {"points": "2", "at_least": "5"}],
        },
    ),
    (Points("2"), {"kind": "points", "code": "2"}),
    (OverItems("tasks", "count"), {"kind": "over_items", "items": "tasks", "fold": "count"}),
    (
        OverPeers("mean", "a", Not(EntryIs("b", "not_assigned"))),
        {
            "kind": "over_peers",
            "fold": "mean",
            "of": "a",
            "where": {
                "kind": "not",
                "of": {"kind": "entry_is", "code": "b", "state": "not_assigned"},
            },
        },
    ),
]

PREDICATES: list[tuple[Predicate, object]] = [
    (
        Compare("a", "!=", 3),
        {"kind": "compare", "left": "a", "relation": "!=", "right": "3"},
    ),
    (LevelIs("c", "đúng hạn"), {"kind": "level_is", "code": "c", "level": "đúng hạn"}),
    (EntryIs("a", "exempt"), {"kind": "entry_is", "code": "a", "state": "exempt"}),
    (All([]), {"kind": "all", "of": []}),
    (
        AnyOf([EntryIs("a", "missing")]),
        {"kind": "any", "of": [{"kind": "entry_is", "code": "a", "state": "missing"}]},
    ),
    (Not(All([])), {"kind": "not", "of": {"kind": "all", "of": []}}),
]

FORMS: list[tuple[Form, object]] = [
    (BasePoints(230), {"kind": "base_points", "points": "230"}),
    (
        DirectEntry("a", otherwise="b"),
        {"kind": "direct_entry", "measure": "a", "otherwise": "b"},
    ),
    (YesNo("q", no=-1), {"kind": "yes_no", "question": "q", "no": "-1"}),
    (
        Leveled("c", {"đúng hạn": "1.5", "trễ": 0}),
        {
            "kind": "leveled",
            "choice": "c",
            "levels": [{"name": "đúng hạn", "points": "1.5"}, {"name": "trễ", "points": "0"}],
        },
    ),
    (
        Proportional("a", "b", zero_below="0.5", capped=False),
        {
            "kind": "proportional",
            "measure": "a",
            "to": "b",
            "zero_below": "0.5",
            "capped": False,
        },
    ),
    (
        Stepped("a", 100, side="short", step="0.05", each=-2, started=True),
        {
            "kind": "stepped",
            "measure": "a",
            "to": "100",
            "side": "short",
            "step": "0.05",
            "each": "-2",
            "started": True,
        },
    ),
    (
        Banded("a", [Band(0)], to="b"),
        {"kind": "banded", "measure": "a", "bands": [{"points": "0"}], "to": "b"},
    ),
    (
        PerEvent([Event("a", "-0.5"), Event(Sum(["a"]), 1)], at_least=0),
        {
            "kind": "per_event",
            "events": [
                {"count": "a", "each": "-0.5"},
                {"count": {"kind": "sum", "terms": ["a"]}, "each": "1"},
            ],
            "at_least": "0",
        },
    ),
    (
        AroundTarget("a", "b", "0.6", leader="actual", second_group=False),
        {
            "kind": "around_target",
            "measure": "a",
            "to": "b",
            "at_target": "0.6",
            "leader": "actual",
            "second_group": False,
        },
    ),
    (Checklist({"q": "0.5"}), {"kind": "checklist", "ticks": [{"question": "q", "points": "0.5"}]}),
    (
        Threshold("a", ">=", "b", yes=3),
        {"kind": "threshold", "measure": "a", "relation": ">=", "to": "b", "yes": "3"},
    ),
    (
        ByCount("a", [6, 4, 0], further="-0.5"),
        {"kind": "by_count", "count": "a", "points": ["6", "4", "0"], "further": "-0.5"},
    ),
    (
        PrizeTable("tasks", [Prize(60, {"rank": "nhất"})], only_highest=False, without=-10),
        {
            "kind": "prize_table",
            "items": "tasks",
            "prizes": [{"points": "60", "levels": [{"choice": "rank", "level": "nhất"}]}],
            "only_highest": False,
            "without": "-10",
        },
    ),
    (
        WeightedMean(["a", Factor(Sum(["b"]), 2)], scale="0.7"),
        {
            "kind": "weighted_mean",
            "factors": [{"of": "a"}, {"of": {"kind": "sum", "terms": ["b"]}, "weight": "2"}],
            "scale": "0.7",
        },
    ),
    (
        WeightedSum([Factor("a", 2), "b"]),
        {"kind": "weighted_sum", "factors": [{"of": "a", "weight": "2"}, {"of": "b"}]},
    ),
    (
        CapTogether(["2"], 49),
        {"kind": "cap_together", "of": ["2"], "at_most": "49"},
    ),
    (
        Raters("tasks", "m", by="rank", groups={"nhất": 2, "nhì": 1}, trimmed=True),
        {
            "kind": "raters",
            "items": "tasks",
            "rating": "m",
            "by": "rank",
            "groups": [{"name": "nhất", "weight": "2"}, {"name": "nhì", "weight": "1"}],
            "trimmed": True,
        },
    ),
    (
        ShareReached("tasks", "m", ">", 8, each=1),
        {
            "kind": "share_reached",
            "items": "tasks",
            "measure": "m",
            "relation": ">",
            "to": "8",
            "each": "1",
        },
    ),
    (
        RelativeToPeers("a", "mean", lower_is_better=True),
        {"kind": "relative_to_peers", "measure": "a", "to": "mean", "lower_is_better": True},
    ),
    (
        RankPoints("a", [60, 45], beyond=1),
        {"kind": "rank_points", "measure": "a", "points": ["60", "45"], "beyond": "1"},
    ),
    (EqualSplit("b", points=6), {"kind": "equal_split", "among": "b", "points": "6"}),
    (
        ByKind("c", {"đúng hạn": YesNo("q"), "trễ": Calculation("a")}),
        {
            "kind": "by_kind",
            "choice": "c",
            "cases": [
                {"level": "đúng hạn", "form": {"kind": "yes_no", "question": "q"}},
                {"level": "trễ", "form": {"kind": "calculation", "points": "a"}},
            ],
        },
    ),
    (
        ByRange("a", [Piece(YesNo("q"), below=100), Piece(Calculation("a"), at_least=100)]),
        {
            "kind": "by_range",
            "by": "a",
            "pieces": [
                {"form": {"kind": "yes_no", "question": "q"}, "below": "100"},
                {"form": {"kind": "calculation", "points": "a"}, "at_least": "100"},
            ],
        },
    ),
    (
        Highest([YesNo("q"), Calculation("a")]),
        {
            "kind": "highest",
            "of": [{"kind": "yes_no", "question": "q"}, {"kind": "calculation", "points": "a"}],
        },
    ),
    (
        Total([YesNo("q")], at_most=4),
        {"kind": "total", "of": [{"kind": "yes_no", "question": "q"}], "at_most": "4"},
    ),
    (
        Gated(Compare("q", "==", 1), YesNo("q"), otherwise=-1),
        {
            "kind": "gated",
            "when": {"kind": "compare", "left": "q", "relation": "==", "right": "1"},
            "form": {"kind": "yes_no", "question": "q"},
            "otherwise": "-1",
        },
    ),
    (
        Scaled("a", YesNo("q")),
        {"kind": "scaled", "by": "a", "form": {"kind": "yes_no", "question": "q"}},
    ),
    (
        CapAcross(YesNo("q"), 8, "a"),
        {
            "kind": "cap_across",
            "form": {"kind": "yes_no", "question": "q"},
            "at_most": "8",
            "used": "a",
        },
    ),
    (
        ItemTotal("tasks", Calculation("m"), fold="mean", where=LevelIs("rank", "nhì")),
        {
            "kind": "item_total",
            "items": "tasks",
            "form": {"kind": "calculation", "points": "m"},
            "fold": "mean",
            "where": {"kind": "level_is", "code": "rank", "level": "nhì"},
        },
    ),
    (
        Calculation("a", "như đã nộp"),
        {"kind": "calculation", "points": "a", "wording": "như đã nộp"},
    ),
]

INDICATORS: list[tuple[Indicator, object]] = [
    (
        Measure("x", "Thu", unit="tỷ đồng", places=1, least=None, above=0, better="higher"),
        {
            "kind": "measure",
            "code": "x",
            "name": "Thu",
            "unit": "tỷ đồng",
            "places": 1,
            "least": None,
            "above": "0",
            "better": "higher",
        },
    ),
    (Question("x", "Có nộp không"), {"kind": "question", "code": "x", "name": "Có nộp không"}),
    (
        Choice("x", "Tiến độ", ["đúng", "trễ"]),
        {"kind": "choice", "code": "x", "name": "Tiến độ", "levels": ["đúng", "trễ"]},
    ),
]


def rubric_of(form: Form, *indicators: Indicator) -> Rubric:
    """Return a sound rubric in which *form* may stand."""
    return Rubric(
        "r",
        "Bảng điểm",
        measures=[
            Measure("a", "A"),
            Measure("b", "B", above=0),
            Question("q", "Q"),
            Choice("c", "C", ["đúng hạn", "trễ"]),
            *indicators,
        ],
        items=[
            ItemList("tasks", "Việc", [Measure("m", "M"), Choice("rank", "Hạng", ["nhất", "nhì"])])
        ],
        sections=[
            Criterion("1", "Một", maximum=10, formula=form),
            Criterion("2", "Hai", maximum=5, formula=DirectEntry("a")),
        ],
    )


def formula_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return the formula of the first criterion of a document."""
    formula: dict[str, Any] = document["sections"][0]["formula"]
    return formula


@pytest.mark.parametrize(("node", "written"), EXPRESSIONS, ids=lambda one: type(one).__name__)
def test_every_expression_has_its_document(node: Expression, written: object) -> None:
    """An expression is written as its document and read back equal."""
    rubric = rubric_of(Calculation(node))
    document = to_document(rubric)

    assert {"kind": "calculation", "points": written} == formula_of(document)
    assert rubric == from_document(document)


@pytest.mark.parametrize(("node", "written"), PREDICATES, ids=lambda one: type(one).__name__)
def test_every_predicate_has_its_document(node: Predicate, written: object) -> None:
    """A predicate is written as its document and read back equal."""
    rubric = rubric_of(Calculation(Choose(node, 1, 0)))
    document = to_document(rubric)

    assert written == formula_of(document)["points"]["when"]
    assert rubric == from_document(document)


@pytest.mark.parametrize(("form", "written"), FORMS, ids=lambda one: type(one).__name__)
def test_every_form_has_its_document(form: Form, written: object) -> None:
    """A form is written as its document and read back equal."""
    rubric = rubric_of(form)
    document = to_document(rubric)

    assert written == formula_of(document)
    assert rubric == from_document(document)


@pytest.mark.parametrize(("indicator", "written"), INDICATORS, ids=lambda one: type(one).__name__)
def test_every_indicator_has_its_document(indicator: Indicator, written: object) -> None:
    """An indicator is written as its document and read back equal."""
    rubric = rubric_of(DirectEntry("a"), indicator)
    document = to_document(rubric)

    assert written == document["measures"][-1]
    assert rubric == from_document(document)


@pytest.mark.parametrize(
    ("union", "tried"),
    [(Expression, EXPRESSIONS), (Predicate, PREDICATES), (Form, FORMS), (Indicator, INDICATORS)],
)
def test_every_member_is_tried(union: object, tried: list[tuple[object, object]]) -> None:
    """The documents above leave out no class of their union."""

    assert set(get_args(union)) == {type(value) for value, _ in tried}


def test_rubric_in_full() -> None:
    """A rubric that uses every field is read back equal."""
    rounding = Rounding("0.01")
    rubric = Rubric(
        "r",
        "Bảng điểm",
        measures=[Measure("a", "A")],
        sections=[
            Section(
                "I",
                "Một",
                criteria=[
                    Criterion(
                        "1",
                        "x",
                        maximum="1/3",
                        formula=DirectEntry("a"),
                        role="bonus",
                        at_least=-1,
                        at_most=2,
                        rounding=rounding,
                        treatments=Treatments(missing="zero", exempt="full"),
                        basis=Citation("Luật 06/2022/QH15", article="25"),
                    )
                ],
                maximum=5,
                role="penalty",
                at_least=0,
                at_most=5,
                rounding=rounding,
                basis=Citation("Quy chế"),
            )
        ],
        items=[ItemList("tasks", "Việc", [Question("m", "M")])],
        maximum=100,
        at_least=0,
        at_most=100,
        rounding=rounding,
        ranked_by="percent",
        percent_rounding=rounding,
        treatments=Treatments(not_due="leave"),
        basis=Citation("Quyết định", clause="2", point="a"),
    )

    assert rubric == from_document(to_document(rubric))


def test_kind_stands_first() -> None:
    """The first key of an object with a kind is its kind."""
    document = to_document(rubric_of(YesNo("q")))

    assert ["kind", "format", "code", "name", "measures", "sections", "items"] == list(document)
    assert "kind" == next(iter(formula_of(document)))
    assert {"section", "criterion"} == {part.kind for part in get_args(Part)}


@pytest.mark.parametrize(
    ("written", "node"),
    [
        (2, Constant(2)),
        ("-0.5", Constant("-0.5")),
        ("a", Reported("a")),
        ({"kind": "reported", "code": "a"}, Reported("a")),
        ({"kind": "constant", "value": 7}, Constant(7)),
    ],
)
def test_expressions_may_be_short(written: object, node: Expression) -> None:
    """A number or a code may stand where an expression is wanted, and so may the object."""
    document = to_document(rubric_of(Calculation(0)))
    document["sections"][0]["formula"]["points"] = {"kind": "sum", "terms": [written]}

    assert rubric_of(Calculation(Sum([node]))) == from_document(document)


def test_absent_may_be_null() -> None:
    """A field that may be absent may be null."""
    document = to_document(rubric_of(Banded("a", [Band(0)])))
    document |= {"maximum": None, "rounding": None}
    formula_of(document)["to"] = None

    assert rubric_of(Banded("a", [Band(0)])) == from_document(document)


def test_levels_may_be_an_object() -> None:
    """The levels of a form may be an object of points by name, in order."""
    document = to_document(rubric_of(DirectEntry("a")))
    levels = {"trễ": 0, "đúng hạn": "1.5"}
    document["sections"][0]["formula"] = {"kind": "leveled", "choice": "c", "levels": levels}

    assert rubric_of(Leveled("c", levels)) == from_document(document)


def fault(formula: object) -> str:
    """Return what is said of a rubric with a faulty formula, without the place of it."""
    document = to_document(rubric_of(DirectEntry("a")))
    document["sections"][0]["formula"] = formula
    with pytest.raises(Faults) as caught:
        from_document(document)
    return str(caught.value).replace("$.sections[0].formula", "@")


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ({"kind": "proportionl"}, "@.kind: unknown kind 'proportionl'; did you mean 'proportional'?"),
        ({"kind": ["sum"]}, "@.kind: unknown kind a list; known are 'around_target', 'banded', 'base_points', 'by_count', 'by_kind', 'by_range', 'calculation', 'cap_across' and 22 more"),
        ({}, "@: key 'kind' is missing; known are 'around_target', 'banded', 'base_points', 'by_count', 'by_kind', 'by_range', 'calculation', 'cap_across' and 22 more"),
        ("a", "@: an object is wanted, given 'a'"),
        (None, "@: an object is wanted, given null"),
        ({"kind": "direct_entry"}, "@: key 'measure' is missing"),
        ({"kind": "direct_entry", "mesure": "a"}, "@: key 'measure' is missing\n@: unknown key 'mesure'; did you mean 'measure'?"),
        ({"kind": "direct_entry", "measure": "thu ngân sách"}, "@.measure: not a code of a measure, 'thu ngân sách'; use letters without accents, digits and '_'"),
        ({"kind": "direct_entry", "measure": 5}, "@.measure: a text is wanted, given 5"),
        ({"kind": "yes_no", "question": "q", "yes": 0.5}, '@.yes: a float is not exact, 0.5; write "0.5" or Decimal("0.5")'),
        ({"kind": "yes_no", "question": "q", "yes": "1,5"}, "@.yes: a decimal comma, '1,5'; read Vietnamese numbers with parse_vietnamese"),
        ({"kind": "yes_no", "question": "q", "no": None}, '@.no: a number is wanted, given null; write it like "12.5"'),
        ({"kind": "proportional", "measure": True, "to": []}, "@.measure: yes or no is not a number, True; write 1 or 0, or a question\n@.to: a number or a code or an object is wanted, given a list"),
        ({"kind": "proportional", "measure": "a", "to": "b", "capped": 1}, "@.capped: true or false is wanted, given 1"),
        ({"kind": "proportional", "measure": "a", "to": "b", "zero_below": 2}, "@.zero_below: zero_below is a share from 0 to 1, '2'; write 80 % as \"0.8\""),
        ({"kind": "around_target", "measure": "a", "to": "b", "leader": "ratoi"}, "@.leader: unknown word 'ratoi'; did you mean 'ratio'?"),
        ({"kind": "around_target", "measure": "a", "to": "b", "leader": 1}, "@.leader: a word is wanted, given 1; known are 'actual', 'excess', 'ratio'"),
        ({"kind": "per_event", "events": {}}, "@.events: a list is wanted, given an object"),
        ({"kind": "per_event", "events": []}, "@.events: events are some, none given"),
        ({"kind": "per_event", "events": [{"count": "a", "each": 1}, {"count": "a"}, 7]}, "@.events[1]: key 'each' is missing\n@.events[2]: an object is wanted, given 7"),
        ({"kind": "leveled", "choice": "c", "levels": {"trễ": "x", "đúng hạn": None}}, "@.levels.trễ: not a number, 'x'; write it like \"12.5\"\n@.levels.đúng hạn: a number is wanted, given null; write it like \"12.5\""),
        ({"kind": "banded", "measure": "a", "bands": [{"points": 1, "above": 1, "at_least": 1}]}, "@.bands[0]: a band with both at_least and above; keep one"),
        ({"kind": "calculation", "points": {"kind": "choose", "when": "a", "then": 1, "otherwise": 2}}, "@.points.when: an object is wanted, given 'a'"),
        ({"kind": "calculation", "points": {"kind": "summ"}}, "@.points.kind: unknown kind 'summ'; did you mean 'sum'?"),
        ({"kind": "proportional", "measure": "aa", "to": "b"}, "@.measure: measure 'aa' is not declared; did you mean 'a'?"),
    ],
)  # fmt: skip
def test_faults_of_formulas(formula: object, said: str) -> None:
    """A faulty formula is refused in so many words, each fault at its place."""

    assert said == fault(formula)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (13, "measure 'a' has from 0 to 12 places, 13"),
        (True, "a whole number is wanted, given true"),
        ("1", "a whole number is wanted, given '1'"),
        (10**5000, "a whole number of more than 63 bits"),
        (0.5, "a whole number is wanted, given 0.5"),
    ],
    ids=range(5),
)
def test_faults_of_whole_numbers(places: object, said: str) -> None:
    """A number of places is a small whole number."""
    document = to_document(rubric_of(DirectEntry("a")))
    document["measures"][0]["places"] = places
    with pytest.raises(Faults) as caught:
        from_document(document)

    assert f"$.measures[0].places: {said}" == str(caught.value)
