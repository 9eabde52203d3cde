# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Iterable

import pytest

from thidua import Criterion, Measure, Rubric, Sheet, State, rank, score
from thidua.cluster import (
    ClassGoal,
    MidYear,
    PlaceGoal,
    Prospect,
    explain_goal,
    mid_year,
    review_table,
)
from thidua.errors import Faults
from thidua.formula import Calculation, Compare, LevelIs
from thidua.quantity import Given
from thidua.ranking import Grade, GradeTable, GradeTables, KnockOut, classify
from thidua.rubric import Choice, RankedBy

LATE = State.NOT_DUE


def _rubric(*, ranked_by: RankedBy = RankedBy.POINTS) -> Rubric:
    return Rubric(
        "r",
        "Bảng điểm",
        measures=[
            Measure("nay", "Đến nay", most=100),
            Measure("sau", "Còn lại", most=20),
            Measure("loi", "Vi phạm"),
            Choice("loai", "Loại", ("xã", "phường")),
        ],
        sections=[
            Criterion("1", "Đến nay", maximum=100, formula=Calculation("nay")),
            Criterion("2", "Còn lại", maximum=20, formula=Calculation("sau")),
        ],
        ranked_by=ranked_by,
    )


def _sheet(unit: str, now: int, later: Given = LATE, faults: Given = 0) -> Sheet:
    entries: dict[str, Given] = {"nay": now, "sau": later, "loi": faults, "loai": "xã"}
    return Sheet(unit, entries, name=unit.upper())


def _review(
    sheets: Iterable[Sheet], *, ties: str | tuple[str, ...] = "share", among: tuple[int, ...] = (1,)
) -> MidYear:
    scores = score(_rubric(), sheets)
    return mid_year(rank(scores, ties=ties), among=among)


SHEETS = [_sheet("a", 60), _sheet("b", 50), _sheet("c", 30), _sheet("d", 10, 5)]


def test_what_is_certain_possible_and_lost() -> None:
    """Being first is open for who may reach the lowest of the leader, and lost to the others."""
    review = _review(SHEETS)

    assert [Prospect.OPEN, Prospect.OPEN, Prospect.LOST, Prospect.LOST] == [
        one.goals[0].prospect for one in review.units
    ]
    assert (PlaceGoal(1, prospect=Prospect.OPEN, sure=80, chance=60),) == review["b"].goals
    assert (PlaceGoal(1, prospect=Prospect.OPEN, sure=70, chance=50),) == review["a"].goals


def test_a_place_among_several_takes_less() -> None:
    """To be among the first three takes what the third of the others may reach."""
    review = _review(SHEETS, among=(2, 3, 4))

    assert (
        PlaceGoal(2, prospect=Prospect.CERTAIN, sure=50, chance=30),
        PlaceGoal(3, prospect=Prospect.CERTAIN, sure=15, chance=15),
        PlaceGoal(4, prospect=Prospect.CERTAIN),
    ) == review["a"].goals


def test_a_tie_that_may_be_broken_takes_more() -> None:
    """Where something breaks ties, being equal to the highest of the others is not enough."""
    sheets = [_sheet("a", 60, 10), _sheet("b", 50)]

    assert Prospect.CERTAIN is _review(sheets)["a"].goals[0].prospect
    broken = _review(sheets, ties=("2",))["a"].goals[0]
    assert PlaceGoal(1, prospect=Prospect.OPEN, sure=70, more_than=True, chance=50) == broken
    assert "chắc chắn nếu đạt trên 70 điểm" in explain_goal(broken, _review(sheets))


def test_a_tie_that_is_broken_counts() -> None:
    """A unit that ties for good but loses by a key is lost; the one that wins is certain."""
    sheets = [_sheet("a", 60, 10), _sheet("b", 50, 20)]
    review = _review(sheets, ties=("2",))

    assert Prospect.CERTAIN is review["b"].goals[0].prospect
    assert Prospect.LOST is review["a"].goals[0].prospect


def test_without_a_highest_result_nothing_is_sure() -> None:
    """Where another may come to any result, no result makes a place certain."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("x", "X", least=None)],
        sections=[Criterion("1", "X", maximum=1, formula=Calculation("x"))],
    )
    scores = score(rubric, [Sheet("a", {"x": 1}), Sheet("b", {"x": LATE})])
    review = mid_year(rank(scores, ties="share"))

    assert (PlaceGoal(1, prospect=Prospect.OPEN),) == review["a"].goals
    assert "first: no result makes it certain" == explain_goal(
        review["a"].goals[0], review, language="en"
    )


TABLE = GradeTable(
    [
        Grade("Xuất sắc", at_least=75, requires=Compare("loi", "==", 0)),
        Grade("Tốt", above=60),
        Grade("Khá"),
    ],
    knock_outs=[KnockOut("vi phạm nhiều", Compare("loi", ">", 3))],
)


def test_classes_take_what_their_table_says() -> None:
    """A review says what each class takes that a unit may have but need not."""
    sheets = [
        _sheet("a", 60),
        _sheet("b", 70, faults=LATE),
        _sheet("c", 90, 0),
        _sheet("d", 10),
        _sheet("e", 61, 0, faults=LATE),
    ]
    scores = score(_rubric(), sheets)
    review = mid_year(rank(scores, ties="share"), among=(), classes=classify(scores, TABLE))
    best, good, fair = (review[unit].goals for unit in "abe")

    assert ("Xuất sắc", "Tốt", "Khá") == review["a"].classes
    assert (
        ClassGoal("Xuất sắc", prospect=Prospect.OPEN, sure=75),
        ClassGoal("Tốt", prospect=Prospect.OPEN, sure=60, more_than=True),
    ) == best
    assert ["Xuất sắc", "Tốt"] == [goal.grade for goal in good if isinstance(goal, ClassGoal)]
    assert "xếp loại Xuất sắc: cần đạt từ 75 điểm; còn 1 điều kiện khác chưa đạt hoặc chưa rõ" == (
        explain_goal(good[0], review)
    )
    assert () == review["c"].goals == review["d"].goals
    assert ("Tốt", None) == review["e"].classes
    assert ["Tốt"] == [goal.grade for goal in fair if isinstance(goal, ClassGoal)]


def test_a_class_that_asks_for_no_result_takes_none() -> None:
    """A class may ask for conditions alone."""
    table = GradeTable([Grade("Đạt", requires=Compare("loi", "==", 0)), Grade("Không đạt")])
    scores = score(_rubric(), [_sheet("a", 60, faults=LATE)])
    review = mid_year(rank(scores, ties="share"), among=(), classes=classify(scores, table))

    assert "class Đạt: 1 other conditions are not met, or open" == explain_goal(
        review["a"].goals[0], review, language="en"
    )


def test_without_a_kind_there_is_no_table() -> None:
    """A unit whose kind is to come has classes, but nothing says what they take."""
    tables = GradeTables("loai", {"xã": TABLE, "phường": TABLE})
    sheet = Sheet("a", {"nay": 60, "sau": LATE, "loi": 0, "loai": LATE})
    scores = score(_rubric(), [sheet])
    review = mid_year(rank(scores, ties="share"), among=(), classes=classify(scores, tables))

    assert () == review["a"].goals


def test_a_review_is_written_as_a_table() -> None:
    """One line for each unit, with classes and groups only where there are any."""
    scores = score(_rubric(), [_sheet("a", 60, faults=9), _sheet("b", 50)])
    plain = mid_year(rank(scores, ties="share"))
    full = mid_year(
        rank(scores, ties="share", groups={"a": "I", "b": "II"}),
        among=(1, 2),
        classes=classify(scores, TABLE),
    )

    assert review_table(plain) == (
        "Đơn vị  Kết quả có thể  Hạng có thể  Nhận định\n"
        "------  --------------  -----------  "
        "-------------------------------------------------------------------\n"
        "A       từ 60 đến 80    1-2          "
        "đứng đầu: còn khả năng nếu đạt từ 50 điểm; chắc chắn nếu đạt từ 70 điểm\n"
        "B       từ 50 đến 70    1-2          "
        "đứng đầu: còn khả năng nếu đạt từ 60 điểm; chắc chắn nếu đạt từ 80 điểm"
    ).replace("-" * 67, "-" * 71)
    assert review_table(full, language="en", markup="markdown").splitlines()[2:] == [
        "| I | A | 60 to 80 | 1 | no class | first: certain. among the first 2: certain |",
        (
            "| II | B | 50 to 70 | 1 | Tốt, Khá | first: certain. among the first 2: certain. "
            "class Tốt: takes more than 60 points |"
        ),
    ]


def test_percents_are_written_as_such() -> None:
    """Where units are ranked by percent, goals are percents."""
    scores = score(_rubric(ranked_by=RankedBy.PERCENT), [_sheet("a", 60), _sheet("b", 54)])
    review = mid_year(rank(scores, ties="share"), among=(1, 2, 3))

    assert "đứng đầu: còn khả năng nếu đạt từ 45 %; chắc chắn nếu đạt từ ≈ 61,67 %" == (
        explain_goal(review["a"].goals[0], review)
    )
    assert "trong nhóm 2 đơn vị đầu: đã chắc chắn" == explain_goal(review["a"].goals[1], review)


def test_what_is_lost_is_said() -> None:
    """A place that is out of reach is worded as such."""
    review = _review(SHEETS)

    assert "đứng đầu: không còn khả năng" == explain_goal(review["d"].goals[0], review)
    assert "first: no longer possible" == explain_goal(review["d"].goals[0], review, language="en")


def test_what_cannot_be_reviewed_is_refused() -> None:
    """A number of units below one, and classes of other scores, are refused together."""
    scores = score(_rubric(), SHEETS)
    classes = classify(score(_rubric(), SHEETS[:3]), TABLE)
    with pytest.raises(Faults) as caught:
        mid_year(rank(scores, ties="share"), among=(0,), classes=classes)

    assert str(caught.value) == (
        "$.among[0]: to be among the first 0 says nothing; write a whole number from 1\n"
        "$.classes: unit 'd' is ranked, but has no class; classify the scores that were ranked"
    )


def test_an_unknown_unit_is_named() -> None:
    """A review says which unit was meant."""
    with pytest.raises(KeyError, match="no outlook of 'e'; known are 'a', 'b', 'c', 'd'"):
        _ = _review(SHEETS)["e"]


def test_levels_are_conditions_too() -> None:
    """A class may ask for a level that is to come."""
    table = GradeTable([Grade("Xã giỏi", at_least=50, requires=LevelIs("loai", "xã")), Grade("–")])
    sheet = Sheet("a", {"nay": 60, "sau": LATE, "loi": 0, "loai": LATE})
    scores = score(_rubric(), [sheet])
    review = mid_year(rank(scores, ties="share"), among=(), classes=classify(scores, table))
    (goal,) = review["a"].goals

    assert isinstance(goal, ClassGoal)
    assert 1 == len(goal.lacks)


def test_ranks_that_are_out_of_reach_between_others() -> None:
    """Behind two that are equal for good a unit is first or third, never second."""
    review = _review([_sheet("a", 60, 5), _sheet("b", 60, 5), _sheet("c", 50, LATE)])

    assert (1, 3) == review["c"].ranks
    assert "c  " not in review_table(review)
    assert "  1, 3  " in review_table(review)
    assert (1, 2) == review["a"].ranks


def test_ranks_of_results_without_bounds() -> None:
    """Where results have no lowest or no highest, every rank stays possible that may."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("x", "X", least=None)],
        sections=[Criterion("1", "X", maximum=1, formula=Calculation("x"))],
    )
    scores = score(rubric, [Sheet("a", {"x": 1}), Sheet("b", {"x": LATE}), Sheet("c", {"x": 5})])
    review = mid_year(rank(scores, ties="share"))

    assert ((1, 2, 3), (2, 3), (1, 2)) == tuple(review[unit].ranks for unit in "bac")
