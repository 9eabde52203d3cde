# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve

from thidua.errors import Faults
from thidua.formula import (
    All,
    Any,
    Compare,
    DirectEntry,
    EntryIs,
    LevelIs,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    Points,
    Predicate,
    Quotient,
    Sum,
)
from thidua.quantity import Given, Interval, Language, Rounding, State
from thidua.ranking import (
    Classed,
    Classes,
    Grade,
    GradeTable,
    GradeTables,
    Grading,
    KnockOut,
    Lack,
    check_grading,
    classes_table,
    classify,
    explain_class,
)
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
    Treatments,
    score,
)

RUBRIC = Rubric(
    "r",
    "Bảng điểm",
    measures=[
        Measure("viec", "Việc", places=2, most=70),
        Measure("chung", "Chung", places=2, most=30),
        Measure("don", "Đơn thư"),
        Question("ky_luat", "Kỷ luật"),
        Choice("loai", "Loại đơn vị", ["xã", "phường"]),
    ],
    items=[ItemList("tuan", "Tuần", [Measure("diem", "Điểm")])],
    sections=[
        Section(
            "I",
            "Việc",
            criteria=[Criterion("1", "Việc", maximum=70, formula=DirectEntry("viec"))],
        ),
        Criterion("2", "Chung", maximum=30, formula=DirectEntry("chung")),
    ],
    rounding=Rounding("0.1"),
    percent_rounding=Rounding(1),
    treatments=Treatments(exempt="leave"),
)
GOOD: dict[str, Given] = {"viec": 65, "chung": 30, "don": 0, "ky_luat": False, "loai": "xã"}
TABLE = GradeTable(
    [
        Grade("A", at_least=90, requires=Compare(Points("1"), ">=", 63)),
        Grade("B", at_least=75, minimums={"2": "0.5"}),
        Grade("C"),
    ],
    knock_outs=[
        KnockOut("có người bị kỷ luật", Compare("ky_luat", "==", 1), to="B"),
        KnockOut("không tự chấm", EntryIs("chung", "missing")),
    ],
)


def _scores(**entries: Given) -> Scores:
    return score(RUBRIC, [Sheet("u", {**GOOD, **entries}, {"tuan": []}, name="Ủy ban")])


def _classes(grading: Grading = TABLE, /, **entries: Given) -> Classes:
    return classify(_scores(**entries), grading)


@pytest.mark.parametrize(
    ("entries", "possible", "vietnamese", "english"),
    [
        ({}, ("A",), "95 điểm: xếp loại A", "95 points: class A"),
        (
            {"viec": "62.9"},
            ("B",),
            "92,9 điểm: xếp loại B; A cần điểm mục 1 ≥ 63, hiện 62,9",
            "92.9 points: class B; A needs points of 1 ≥ 63, has 62.9",
        ),
        (
            {"viec": 70, "chung": "4.94"},
            ("C",),
            (
                "74,9 điểm: xếp loại C; "
                "B cần từ 75 điểm trở lên; từ 50 % điểm tối đa của mục 2, hiện 4,94/30"
            ),
            "74.9 points: class C; B needs 75 points or more; 50% of the maximum of 2, has 4.94/30",
        ),
        (
            {"viec": 70, "chung": "4.95"},
            ("C",),
            (
                "75 điểm: xếp loại C; B cần từ 50 % điểm tối đa của mục 2, hiện 4,95/30; "
                "A cần từ 90 điểm trở lên"
            ),
            (
                "75 points: class C; B needs 50% of the maximum of 2, has 4.95/30; "
                "A needs 90 points or more"
            ),
        ),
        (
            {"ky_luat": True},
            ("B",),
            "95 điểm: xếp loại B; có người bị kỷ luật: cao nhất là B",
            "95 points: class B; có người bị kỷ luật: B at best",
        ),
        (
            {"chung": State.MISSING},
            (None,),
            "từ 65 đến 95 điểm: không xếp loại; không tự chấm: không xếp loại",
            "65 to 95 points: no class; không tự chấm: no class",
        ),
        (
            {"ky_luat": State.NOT_DUE},
            ("A", "B"),
            "95 điểm: còn có thể: A hoặc B; có người bị kỷ luật: cao nhất là B (chưa rõ)",
            "95 points: still possible: A or B; có người bị kỷ luật: B at best (open)",
        ),
        (
            {"viec": State.NOT_DUE},
            ("A", "B", "C"),
            (
                "từ 30 đến 100 điểm: còn có thể: A, B hoặc C; B cần từ 75 điểm trở lên (chưa rõ); "
                "A cần từ 90 điểm trở lên (chưa rõ); điểm mục 1 ≥ 63, hiện từ 0 đến 70 (chưa rõ)"
            ),
            (
                "30 to 100 points: still possible: A, B or C; B needs 75 points or more (open); "
                "A needs 90 points or more (open); points of 1 ≥ 63, has 0 to 70 (open)"
            ),
        ),
        (
            {"chung": State.EXEMPT},
            ("C",),
            "65 điểm: xếp loại C; B cần từ 75 điểm trở lên",
            "65 points: class C; B needs 75 points or more",
        ),
    ],
)
def test_classes_with_their_reasons(
    entries: dict[str, Given], possible: tuple[str | None, ...], vietnamese: str, english: str
) -> None:
    """A unit has the best class of which it lacks nothing, and reads what it lacks of others."""
    classes = _classes(**entries)

    assert possible == classes["u"].possible
    assert (len(possible) > 1) == classes.provisional
    for language, text in (("vi", vietnamese), ("en", english)):
        said: Language = "vi" if language == "vi" else "en"
        assert text == explain_class(classes, "u", language=said)


@pytest.mark.parametrize(
    ("entries", "vietnamese", "english"),
    [
        ({}, "95 điểm: xếp loại A", "95 points: class A"),
        (
            {"viec": "62.9"},
            "92,9 điểm: xếp loại B; A cần điểm mục 1 ≥ 63, hiện 62,9, còn thiếu 0,1",
            "92.9 points: class B; A needs points of 1 ≥ 63, has 62.9, 0.1 short",
        ),
        (
            {"viec": 70, "chung": "4.94"},
            (
                "74,9 điểm: xếp loại C; B cần từ 75 điểm trở lên, còn thiếu 0,1 điểm; "
                "từ 50 % điểm tối đa của mục 2, hiện 4,94/30, còn thiếu 10,06 điểm"
            ),
            (
                "74.9 points: class C; B needs 75 points or more, 0.1 points short; "
                "50% of the maximum of 2, has 4.94/30, 10.06 points short"
            ),
        ),
        (
            {"viec": 60, "chung": 14},
            (
                "74 điểm: xếp loại C; B cần từ 75 điểm trở lên, còn thiếu 1 điểm; "
                "từ 50 % điểm tối đa của mục 2, hiện 14/30, còn thiếu 1 điểm"
            ),
            (
                "74 points: class C; B needs 75 points or more, 1 point short; "
                "50% of the maximum of 2, has 14/30, 1 point short"
            ),
        ),
    ],
    ids=["none", "guard", "result", "one_point"],
)
def test_how_far_it_is_to_the_next_class(
    entries: Mapping[str, Given], vietnamese: str, english: str
) -> None:
    """At length, what is lacking is told with how much of it; in short, it is left out."""
    classes = _classes(**entries)

    assert vietnamese == explain_class(classes, "u", detail="long")
    assert english == explain_class(classes, "u", language="en", detail="long")
    assert vietnamese.partition(";")[0] == explain_class(classes, "u", detail="short")


@pytest.mark.parametrize(
    ("demand", "vietnamese", "english"),
    [
        (Compare("don", "<=", 1), "hiện 4, vượt 3 vụ", "has 4, 3 vụ too many"),
        (Compare("don", "<", 3), "hiện 4, phải bớt hơn 1 vụ", "more than 1 vụ too many"),
        (Compare("don", ">", 6), "hiện 4, còn thiếu hơn 2 vụ", "more than 2 vụ short"),
        (Compare("don", "==", 6), "hiện 4", "has 4"),
        (Compare("don", "!=", 4), "hiện 4", "has 4"),
        (
            Compare(Points("1"), ">=", Points("2")),
            "hiện 10 so với 20, còn thiếu 10",
            "has 10 against 20, 10 short",
        ),
        (Not(Compare("don", ">", 2)), "không phải (Đơn thư > 2)", "not (Đơn thư > 2)"),
    ],
    ids=range(7),
)
def test_how_far_a_condition_is(demand: Predicate, vietnamese: str, english: str) -> None:
    """A comparison says how much more, or less, it asks for; others just what they ask for."""
    rubric = evolve(
        RUBRIC,
        measures=[
            evolve(one, unit="vụ") if isinstance(one, Measure) and one.code == "don" else one
            for one in RUBRIC.measures
        ],
    )
    sheet = Sheet("u", {**GOOD, "viec": 10, "chung": 20, "don": 4}, {"tuan": []})
    grading = GradeTable([Grade("A", above=20, requires=demand), Grade("B")])
    classes = classify(score(rubric, [sheet]), grading)

    assert explain_class(classes, "u", detail="long").endswith(vietnamese)
    assert explain_class(classes, "u", language="en", detail="long").endswith(english)


def test_what_is_lacking_does_not_look_as_if_it_were_there() -> None:
    """Just below a class, a condition and a least share, more decimals are said."""
    exact = evolve(
        RUBRIC,
        rounding=None,
        measures=[
            Measure("viec", "Việc", places=None),
            Measure("chung", "Chung", places=None),
            *RUBRIC.measures[2:],
        ],
    )
    sheet = Sheet("u", {**GOOD, "viec": "62.999", "chung": "11.999"}, {"tuan": []}, name="Ủy ban")
    guarded = Grade("A", requires=Compare(Points("1"), ">=", 63), minimums={"2": "0.4"})
    scores = score(exact, [sheet])
    lacking = classify(scores, GradeTable([guarded, Grade("B")]))
    below = classify(scores, GradeTable([Grade("A", at_least=75), Grade("B")]))

    assert (
        "75 điểm: xếp loại B; A cần điểm mục 1 ≥ 63, hiện 62,999; "
        "từ 40 % điểm tối đa của mục 2, hiện 11,999/30"
    ) == explain_class(lacking, "u").removeprefix("≈ ")
    assert "74,998 điểm: xếp loại B; A cần từ 75 điểm trở lên" == explain_class(below, "u")
    assert "Ủy ban  74,998" in classes_table(below)


def test_a_class_above_a_bound_asks_for_more_than_it() -> None:
    """A bound that is not in the class is passed; at the bound nothing more is said."""
    grading = GradeTable([Grade("A", above=95), Grade("B")])

    assert "95 điểm: xếp loại B; A cần trên 95 điểm" == explain_class(
        _classes(grading), "u", detail="long"
    )
    assert "94 điểm: xếp loại B; A cần trên 95 điểm, còn thiếu hơn 1 điểm" == explain_class(
        _classes(grading, viec=64), "u", detail="long"
    )


def test_what_is_open_has_no_distance() -> None:
    """While a result may still come, it is not said how far it is."""
    text = explain_class(_classes(chung=State.NOT_DUE), "u", detail="long")

    assert "còn thiếu" not in text


def test_percents_are_rounded_before_they_are_classed() -> None:
    """89.5 % rounds to 90 % before it is compared; what left the maximum is no lack."""
    table = GradeTable(
        [Grade("A", above=89, minimums={"2": "1", "total": "0.8"}), Grade("B")], by="percent"
    )
    classes = _classes(table, viec="62.65", chung=State.EXEMPT)
    short = _classes(table, viec=55, chung=State.EXEMPT)

    assert ("A",) == classes["u"].possible
    assert "90 %: xếp loại A" == explain_class(classes, "u")
    assert "79 %: xếp loại B; A cần trên 89 %; từ 80 % điểm tối đa của mục total, hiện 55/70" == (
        explain_class(short, "u")
    )
    assert "90%: class A" == explain_class(classes, "u", language="en")


def test_without_a_maximum_there_is_no_class() -> None:
    """A unit to which no maximum applies has no percent, and so no class."""
    table = GradeTable([Grade("A", at_least=90), Grade("B")], by="percent")
    classes = _classes(table, viec=State.EXEMPT, chung=State.EXEMPT)

    assert (None,) == classes["u"].possible
    assert "không xếp loại; không có điểm tối đa để tính tỷ lệ" == explain_class(classes, "u")
    assert "no class; no maximum applies to it" == explain_class(classes, "u", language="en")
    assert (
        "Ủy ban     không xếp loại  không có điểm tối đa để tính tỷ lệ"
        == (classes_table(classes).splitlines()[2])
    )


def test_a_table_for_each_kind() -> None:
    """A unit is classed by the table of its kind; while that is open, by all of them."""
    tables = GradeTables(
        "loai",
        {
            "xã": GradeTable([Grade("A", at_least=60), Grade("C")]),
            "phường": GradeTable([Grade("A", at_least=99), Grade("B")]),
        },
    )

    assert ("xã", "A") == (_classes(tables)["u"].level, _classes(tables)["u"].grade)
    assert "B" == _classes(tables, loai="phường")["u"].grade
    later = _classes(tables, loai=State.NOT_DUE)

    assert (None, ("A", "B")) == (later["u"].level, later["u"].possible)
    assert "95 điểm: còn có thể: A hoặc B; chờ xác định loại đơn vị" == explain_class(later, "u")
    assert "95 points: still possible: A or B; its kind is awaited" == (
        explain_class(later, "u", language="en")
    )
    with pytest.raises(Faults) as caught:
        _classes(tables, loai=State.NOT_APPLICABLE)

    assert "$.grading.choice: the kind of unit 'u' is not known: 'loai' is not_applicable" == str(
        caught.value
    )


def test_possible_classes_of_kinds_end_with_none() -> None:
    """Whether there may be no class at all stands last."""
    apart = KnockOut("chờ", Compare("don", ">=", 0))
    tables = GradeTables(
        "loai",
        {"xã": GradeTable([Grade("C")], knock_outs=[apart]), "phường": GradeTable([Grade("D")])},
    )
    classes = _classes(tables, loai=State.MISSING)

    assert ("D", None) == classes["u"].possible
    assert "còn có thể: D hoặc không xếp loại" in explain_class(classes, "u")


def test_an_open_knock_out_below_a_certain_one() -> None:
    """Of several knock-outs the one that leaves least counts; one that is open adds classes."""
    table = GradeTable(
        [Grade("A", at_least=90), Grade("B", at_least=60), Grade("C", at_least=50), Grade("D")],
        knock_outs=[
            KnockOut("một", Compare("ky_luat", "==", 0), to="B"),
            KnockOut("hai", Compare("don", ">", 0), to="C"),
            KnockOut("ba", Compare("don", ">", 1)),
            KnockOut("bốn", Compare("don", ">", 2), to="A"),
        ],
    )

    assert ("B", "C", None) == _classes(table, don=State.NOT_DUE)["u"].possible


def test_conditions_on_peers_lists_and_levels() -> None:
    """Conditions may ask for whatever formulas may: the cluster, lists, levels."""
    best = Compare(Points("1"), "==", OverPeers(PeerFold.GREATEST, Points("1")))
    some = Compare(OverItems("tuan", "count"), ">=", 1)
    table = GradeTable(
        [
            Grade("A", requires=All([best, Any([some, LevelIs("loai", "xã")])])),
            Grade("B", requires=Not(LevelIs("loai", "xã"))),
            Grade("C"),
        ]
    )
    sheets = [
        Sheet("u", GOOD, {"tuan": []}),
        Sheet("v", {**GOOD, "viec": 60}, {"tuan": [{"diem": 1}]}),
        Sheet("w", {**GOOD, "viec": 60, "loai": "phường"}, {"tuan": []}),
    ]
    classes = classify(score(RUBRIC, sheets), table)

    assert ["A", "C", "B"] == [one.grade for one in classes]
    assert (
        "90 điểm: xếp loại C; B cần không phải (Loại đơn vị = “xã”); "
        "A cần điểm mục 1 = cao nhất cụm(điểm mục 1), hiện 60 so với 65"
    ) == explain_class(classes, "v")
    assert ["u", "w", "v"] == [one.unit for one in classes.listed]


def test_a_condition_guards_those_after_it() -> None:
    """What has no answer is a fault only where it matters and nothing before it says no."""
    ratio = Compare(Quotient(1, "don"), ">=", 1)
    guarded = GradeTable([Grade("A", requires=All([Compare("don", ">", 0), ratio])), Grade("B")])
    settled = GradeTable([Grade("A", at_least=90), Grade("B", requires=ratio), Grade("C")])
    unreached = GradeTable([Grade("A", at_least=99, requires=ratio), Grade("C")])

    assert "B" == _classes(guarded)["u"].grade
    assert "A" == _classes(guarded, don=1)["u"].grade
    assert "A" == _classes(settled)["u"].grade
    assert "C" == _classes(unreached)["u"].grade
    assert (
        "95 điểm: xếp loại C; A cần từ 99 điểm trở lên; 1 / Đơn thư ≥ 1 (chưa rõ)"
    ) == explain_class(_classes(unreached), "u")


def test_faults_of_conditions() -> None:
    """All conditions without an answer for a unit are told together."""
    ratio = Compare(Quotient(1, "don"), ">=", 1)
    table = GradeTable(
        [Grade("A", requires=ratio), Grade("B")], knock_outs=[KnockOut("x", ratio, to="B")]
    )
    with pytest.raises(Faults) as caught:
        _classes(table)

    assert (
        "$.grading.knock_outs[0].when: unit 'u': division by zero: the divisor of 'don' is 0\n"
        "$.grading.grades[0].requires: unit 'u': division by zero: the divisor of 'don' is 0"
    ) == str(caught.value)


def test_faults_of_a_grading() -> None:
    """Whatever a grading names that the rubric has not is told, all at once."""
    deep = Compare("don", ">", 0)
    for _ in range(70):
        deep = Compare(Sum([1, deep.left]), ">", 0)
    table = GradeTable(
        [
            Grade("A", requires=Compare(Points("3"), ">", "dons"), minimums={"II": 1, "I": 1}),
            Grade("B", requires=LevelIs("loai", "xa")),
            Grade("C", requires=deep),
            Grade("D"),
        ],
        knock_outs=[KnockOut("x", Compare("ky_luat_", "==", 1))],
    )

    assert [
        (
            "$.grading.grades[0].requires.left.code: no criterion has the code '3'; "
            "known are '1', '2', 'I'"
        ),
        "$.grading.grades[0].requires.right: measure 'dons' is not declared; did you mean 'don'?",
        "$.grading.grades[0].minimums[0].code: no criterion has the code 'II'; did you mean 'I'?",
        (
            "$.grading.grades[1].requires.level: choice 'loai' has no level 'xa'; "
            "known are 'phường', 'xã'"
        ),
        "$.grading.grades[2].requires: a condition nests more than 64 deep; make it a criterion",
        (
            "$.grading.knock_outs[0].when.left: measure 'ky_luat_' is not declared; "
            "did you mean 'ky_luat'?"
        ),
    ] == [str(fault) for fault in check_grading(RUBRIC, table)]
    with pytest.raises(Faults):
        _classes(table)


@pytest.mark.parametrize(
    ("choice", "levels", "messages"),
    [
        ("lai", ["xã"], ["$.grading.choice: measure 'lai' is not declared; did you mean 'loai'?"]),
        ("don", ["xã"], ["$.grading.choice: 'don' is no choice, so units have no kind"]),
        (
            "loai",
            ["xã", "phương"],
            [
                (
                    "$.grading.tables[1].level: choice 'loai' has no level 'phương'; "
                    "did you mean 'phường'?"
                ),
                "$.grading.tables: no table for level 'phường' of choice 'loai'; give it one",
            ],
        ),
    ],
)
def test_faults_of_tables_by_kind(choice: str, levels: list[str], messages: list[str]) -> None:
    """Every level of the choice has a table, and nothing else has."""
    tables = GradeTables(choice, {level: GradeTable([Grade("A")]) for level in levels})

    assert messages == [str(fault) for fault in check_grading(RUBRIC, tables)]


def test_open_ends_of_the_list() -> None:
    """Units without a result stand last of their class, and nothing is known of open ones."""
    table = GradeTable([Grade("A", at_least=90), Grade("B")], by="percent")
    sheets = [
        Sheet("none", {**GOOD, "viec": State.EXEMPT, "chung": State.EXEMPT}, {"tuan": []}),
        Sheet("low", {**GOOD, "viec": 1}, {"tuan": []}),
        Sheet("high", GOOD, {"tuan": []}),
    ]
    classes = classify(score(RUBRIC, sheets), table)

    assert ["high", "low", "none"] == [one.unit for one in classes.listed]
    assert Interval(1, 1) == classes.having(None)


def test_reasons_of_classes_made_by_hand() -> None:
    """A lack that says of a minimum only that it is missed is told without numbers."""
    minimum = TABLE.grades[1].minimums[0]
    one = Classed("u", name="U", possible=("C",), lacks=(Lack("B", minimum),), value=Interval(9, 9))
    classes = Classes(RUBRIC, TABLE, (one,))

    assert "9 điểm: xếp loại C; B cần từ 50 % điểm tối đa của mục 2" == explain_class(classes, "u")
