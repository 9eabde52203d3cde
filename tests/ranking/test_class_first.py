# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them
"""Rankings in which the class comes before the result."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve

from thidua.cluster import mid_year
from thidua.errors import Faults, RankingFault
from thidua.formula import Compare, DirectEntry, PerEvent
from thidua.quantity import Given, Interval, State
from thidua.ranking import (
    Apart,
    ByCode,
    ByMeasure,
    ByPoints,
    Grade,
    GradeTable,
    GradeTables,
    KnockOut,
    OpenTie,
    Order,
    Place,
    Ranking,
    Remeasure,
    Ties,
    classify,
    explain_place,
    rank,
    ranking_table,
    told_apart,
)
from thidua.rubric import Choice, Criterion, Measure, Question, Rubric, Scores, Sheet, score
from thidua.wire import dumps, loads

RUBRIC = Rubric(
    "r",
    "R",
    measures=[
        Measure("diem", "Điểm"),
        Measure("loi", "Lỗi"),
        Question("ky_luat", "Kỷ luật"),
        Choice("loai", "Loại đơn vị", ["xã", "phường"]),
    ],
    sections=[Criterion("1", "Một", maximum=120, formula=DirectEntry("diem"))],
)
TABLE = GradeTable(
    [
        Grade("Tốt", at_least=100, requires=Compare("loi", "<=", 2)),
        Grade("Khá", at_least=90),
        Grade("Đạt"),
    ],
    knock_outs=[KnockOut("kỷ luật", Compare("ky_luat", "==", 1))],
)


def _scores(units: Mapping[str, tuple[Given, Given]], barred: str = "") -> Scores:
    return score(
        RUBRIC,
        [
            Sheet(unit, {"diem": points, "loi": faults, "ky_luat": unit in barred, "loai": "xã"})
            for unit, (points, faults) in units.items()
        ],
    )


def _rank(scores: Scores) -> Ranking:
    return rank(scores, ties="share", classes=classify(scores, TABLE))


def _spans(ranking: Ranking) -> dict[str, tuple[int, int]]:
    return {place.unit: (place.best, place.worst) for place in ranking.places}


CERTAIN: Mapping[str, tuple[Given, Given]] = {
    "a": (105, 3),
    "b": (101, 1),
    "c": (101, 0),
    "d": (118, 9),
    "e": (80, 0),
}


def test_the_class_comes_before_points() -> None:
    """Units of a better class stand above, whatever their points; points decide within one."""
    scores = _scores(CERTAIN, barred="e")
    ranking = _rank(scores)

    assert {"b": (1, 1), "c": (1, 1), "d": (3, 3), "a": (4, 4), "e": (5, 5)} == _spans(ranking)
    assert ["d", "a", "b", "c", "e"] == [one.unit for one in rank(scores, ties="share").places]
    assert ("Tốt", "Khá", "Đạt") == ranking.grades
    assert (("Khá",), (None,)) == (ranking["a"].possible, ranking["e"].possible)
    assert Interval(105, 105) == ranking["a"].value
    assert ("c",) == ranking["b"].tied_with
    assert ranking == loads(dumps(ranking), Ranking)


def test_the_table_has_a_column_of_classes() -> None:
    """Who reads that 118 points are behind 101 sees why; nobody is said to be behind by a key."""
    scores = _scores({**CERTAIN, "f": (101, 9)}, barred="e")
    ranking = rank(scores, ties=[ByMeasure("loi", "lower")], classes=classify(scores, TABLE))

    assert (
        """\
Hạng  Đơn vị  Loại            Điểm  Ghi chú
----  ------  --------------  ----  ----------------------
   1  c       Tốt              101
   2  b       Tốt              101  sau c theo Lỗi: 1 so với 0
   3  d       Khá              118
   4  a       Khá              105
   5  f       Khá              101
   6  e       không xếp loại    80\
""".splitlines()[2:]
        == [line.rstrip() for line in ranking_table(ranking).splitlines()[2:]]
    )
    assert ranking_table(ranking, language="en").startswith("Rank  Unit  Class     Points  Note")


def test_equal_points_in_two_classes_were_told_apart_by_class() -> None:
    """No key put the second behind, so no note says so, though one key would have."""
    scores = _scores({"a": (101, 0), "b": (101, 9)})
    ranking = rank(scores, ties=[ByMeasure("loi", "lower")], classes=classify(scores, TABLE))

    assert ["   1  a       Tốt    101", "   2  b       Khá    101"] == [
        line.rstrip() for line in ranking_table(ranking).splitlines()[2:]
    ]


def test_a_place_is_explained_by_class() -> None:
    """The sentence names the class with the points, of the unit and of its neighbours."""
    ranking = _rank(_scores(CERTAIN, barred="e"))

    assert (
        "d: hạng 3 (Khá, 118 điểm); xếp dưới c (Tốt, 101 điểm); xếp trên a (Khá, 105 điểm)"
        == explain_place(ranking, "d")
    )
    assert "e: rank 5 (no class, 80 points); below a (Khá, 105 points)" == explain_place(
        ranking, "e", language="en"
    )
    assert Apart(Order.ABOVE, by_class=True) == told_apart(ranking, "b", "d")
    assert Apart(Order.BELOW, by_class=True) == told_apart(ranking, "d", "b")


def test_open_classes_leave_ranks_open() -> None:
    """While the faults of a unit are awaited, its class and the ranks it bears on are open."""
    ranking = _rank(_scores({"a": (110, State.NOT_DUE), "b": (101, 0), "c": (95, 0)}))

    assert {"a": (1, 2), "b": (1, 2), "c": (3, 3)} == _spans(ranking)
    assert ranking.provisional
    assert Apart(Order.OPEN, by_class=True) == told_apart(ranking, "a", "b")
    assert (
        "a: hạng 1-2 (Tốt hoặc Khá, 110 điểm); chưa phân định được với b, chờ xếp loại; "
        "xếp trên c (Khá, 95 điểm)"
    ) == explain_place(ranking, "a")
    assert "b: rank 1-2 (Tốt, 101 points); not told apart from a yet, the class is awaited" in (
        explain_place(ranking, "b", language="en")
    )
    assert "Tốt hoặc Khá   110  tạm tính" in ranking_table(ranking)


def test_an_open_class_may_not_matter() -> None:
    """Who has at worst the class of another at best, and more points, stands above for certain."""
    ranking = _rank(_scores({"a": (101, State.NOT_DUE), "b": (95, 0), "c": (118, 0)}))

    assert {"c": (1, 1), "a": (2, 2), "b": (3, 3)} == _spans(ranking)
    assert not ranking.provisional
    assert Apart(Order.ABOVE, by_class=True) == told_apart(ranking, "a", "b")
    assert Apart(Order.BELOW, by_class=True) == told_apart(ranking, "b", "a")
    assert Apart(Order.BELOW, by_class=True) == told_apart(ranking, "a", "c")
    assert "Tốt hoặc Khá   101  tạm tính" in ranking_table(ranking)


def test_awaited_points_may_leave_the_class_open_or_not() -> None:
    """Points without an end are of any class; a unit without a class is below all the same."""
    ranking = _rank(
        _scores({"a": (State.NOT_DUE, 0), "b": (101, 0), "e": (State.NOT_DUE, 0)}, barred="e")
    )

    assert {"a": (1, 2), "b": (1, 2), "e": (3, 3)} == _spans(ranking)
    assert ("Tốt", "Khá", "Đạt") == ranking["a"].possible


def test_points_without_an_end_stay_within_their_class() -> None:
    """Bonus without a cap, or penalties without a floor, do not reach over to another class."""
    bonus = Measure("cong", "Cộng")
    rubric = evolve(
        RUBRIC,
        measures=[*RUBRIC.measures, bonus],
        sections=[Criterion("1", "Một", maximum=0, formula=PerEvent.of("cong", 1), role="bonus")],
    )
    table = GradeTable([Grade("Tốt", requires=Compare("loi", "<=", 2)), Grade("Đạt")])
    entries: dict[str, Given] = {"diem": 0, "ky_luat": False, "loai": "xã"}
    scores = score(
        rubric,
        [
            Sheet("a", {**entries, "loi": 0, "cong": 5}),
            Sheet("b", {**entries, "loi": 9, "cong": State.NOT_DUE}),
            Sheet("c", {**entries, "loi": 9, "cong": 7}),
        ],
    )

    assert {"a": (1, 1), "b": (2, 3), "c": (2, 3)} == _spans(
        rank(scores, ties="share", classes=classify(scores, table))
    )


def test_units_of_one_class_are_measured_again() -> None:
    """Equal points in two classes are no tie; in one class of which all is certain they are."""
    scores = _scores({"a": (101, 0), "b": (101, 1), "c": (101, 9), "d": (101, State.NOT_DUE)})
    ranking = rank(scores, ties=[Remeasure("vệ sinh")], classes=classify(scores, TABLE))

    assert (OpenTie("vệ sinh", ("a", "b"), ("a", "b")),) == ranking.open_ties


def test_what_does_not_fit_is_refused_together() -> None:
    """Classes of other units or other scores are named, each at its place."""
    scores = _scores({"a": (105, 0), "b": (101, 0)})
    others = classify(_scores({"a": (99, 0), "x": (101, 0)}), TABLE)
    with pytest.raises(Faults) as caught:
        rank(scores, ties="share", classes=others)

    assert (
        "$.classes.x: no unit 'x' has been scored; known are 'a', 'b'\n"
        "$.classes.a: unit 'a' was classified by another score; classify the scores that are "
        "ranked\n"
        "$.classes: unit 'b' is not among the classes; classify the scores that are ranked"
    ) == str(caught.value)


def test_classes_of_several_lists_have_no_order() -> None:
    """Where each kind of unit has classes of its own, none of them comes first."""
    scores = _scores({"a": (105, 0)})
    tables = {"xã": TABLE, "phường": GradeTable([Grade("Chuẩn", at_least=50), Grade("Khác")])}
    with pytest.raises(Faults) as caught:
        rank(scores, ties="share", classes=classify(scores, GradeTables("loai", tables)))

    assert (
        "$.classes.grading: kinds of units have different classes, none of which stands above "
        "another; rank each kind by itself, classified by its own table"
    ) == str(caught.value)
    assert {"a": (1, 1)} == _spans(
        rank(
            scores,
            ties="share",
            classes=classify(scores, GradeTables("loai", {"xã": TABLE, "phường": TABLE})),
        )
    )


def test_a_ranking_names_its_classes() -> None:
    """A ranking made by hand, or read, has for each place a class that it names."""
    place = Place("a", name="a", value=Interval(5, 5), best=1, worst=1)
    with pytest.raises(RankingFault) as unknown:
        Ranking("points", (evolve(place, possible=("Tôt",)),), grades=("Tốt",))
    with pytest.raises(RankingFault) as empty:
        Ranking("points", (place,), grades=("Tốt",))

    assert "$.places[0].possible: no class 'Tôt'; did you mean 'Tốt'?" == str(unknown.value)
    assert "$.places[0].possible: unit 'a' has no class it may have" == str(empty.value)


def test_no_result_is_enough_where_classes_come_first() -> None:
    """A mid-year review says what a rank takes in points, which classes first does not allow."""
    scores = _scores(CERTAIN)
    with pytest.raises(Faults) as caught:
        mid_year(_rank(scores))

    assert (
        "$.ranking: classes come first in this ranking, so no result is enough for a rank; "
        "rank without classes, and give them to mid_year"
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ("shared", "$.how: ties are 'share', 'dense' or a list of what breaks them, given 'shared'; write ['shared']"),
        (3, "$: a list is wanted, given 3; write it in brackets"),
        (["1", 3], "$.how[1]: not something that breaks ties, 3; write a code, or one of ByPoints, ByMeasure, ByName, ByCode and Remeasure"),
    ],
)  # fmt: skip
def test_ties_that_mean_nothing(how: object, message: str) -> None:
    """What is no way to treat ties is refused, by itself and where units are ranked."""
    with pytest.raises(RankingFault) as caught:
        Ties(how)  # type: ignore[arg-type]
    with pytest.raises(Faults) as ranked:
        rank(_scores(CERTAIN), ties=how)  # type: ignore[arg-type]

    assert message == str(caught.value)
    assert message.replace("$.how", "$").replace("$", "$.ties", 1) == str(ranked.value)


def test_ties_may_come_as_a_document_holds_them() -> None:
    """`Ties` ranks as what it holds; a code is the points of a part."""
    scores = _scores(CERTAIN)
    how = Ties(["1", ByMeasure("loi", "lower")])

    assert (ByPoints("1"), ByMeasure("loi", "lower")) == how.breaks
    assert rank(scores, ties=how.breaks) == rank(scores, ties=how)
    assert rank(scores, ties="dense") == rank(scores, ties=Ties("dense"))
    assert () == Ties("dense").breaks


def test_codes_break_ties() -> None:
    """The order of codes may decide, numbers in them as numbers, whatever the names are."""
    sheets = [
        Sheet(code, {"diem": 90, "loi": 0, "ky_luat": False, "loai": "xã"}, name=name)
        for code, name in (("NV10", "An"), ("NV9", "Bình"), ("nv1", "Cúc"))
    ]
    ranking = rank(score(RUBRIC, sheets), ties=[ByCode()])

    assert ["nv1", "NV9", "NV10"] == [place.unit for place in ranking.places]
    assert (
        "Bình: hạng 2 (90 điểm); bằng nhau, xếp dưới Cúc theo thứ tự mã: 2 so với 1; "
        "bằng nhau, xếp trên An theo thứ tự mã: 2 so với 3"
    ) == explain_place(ranking, "NV9")
    assert "behind Cúc by the order of codes: 2 against 1" in ranking_table(ranking, language="en")
