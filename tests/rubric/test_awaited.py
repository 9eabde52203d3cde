# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.errors import Faults
from thidua.formula import Calculation, Compare, OverItems, OverPeers, Product, Sum
from thidua.quantity import Given, Interval, State
from thidua.ranking import Grade, GradeTable, classify
from thidua.rubric import (
    Awaited,
    Criterion,
    ItemList,
    Measure,
    Question,
    Rubric,
    Sheet,
    score,
)

RUBRIC = Rubric(
    "r",
    "Bảng điểm",
    measures=[Measure("x", "X", most=100), Question("q", "Q")],
    items=[ItemList("viec", "Việc", [Measure("y", "Y", most=10), Question("z", "Z")])],
    sections=[
        Criterion(
            "1", "Tổng", maximum=0, formula=Calculation(Sum(["x", OverItems("viec", "sum", "y")]))
        ),
        Criterion("2", "Cao nhất cụm", maximum=0, formula=Calculation(OverPeers("greatest", "x"))),
    ],
)


def _sheet(*awaited: Awaited, unit: str = "a", x: State | int = State.NOT_DUE) -> Sheet:
    items: list[dict[str, Given]] = [{"y": 4, "z": True}, {"y": State.MISSING, "z": State.MISSING}]
    return Sheet(unit, {"x": x, "q": State.MISSING}, {"viec": items}, awaited=awaited)


KNOWN = _sheet(
    Awaited("x", Interval(50, None)), Awaited("y", Interval(3, 20), items="viec", item=1)
)


def test_what_is_known_narrows_points() -> None:
    """Points lie within what is known of awaited entries, and within their measures."""
    scores = score(RUBRIC, [_sheet(), Sheet("b", {"x": 1, "q": True}, {"viec": []})])
    known = score(RUBRIC, [KNOWN])

    assert Interval(4, 114) == scores["a"]["1"].span
    assert Interval(57, 114) == known["a"]["1"].span


def test_what_is_known_of_a_peer() -> None:
    """What is known of one unit narrows the points of another that looks at it."""
    low = _sheet(Awaited("x", Interval(None, 20)), unit="b")
    scores = score(RUBRIC, [low, _sheet(unit="a", x=5)])

    assert Interval(5, 20) == scores["a"]["2"].span


def test_conditions_of_classes_see_what_is_known() -> None:
    """A condition of a class is decided where what is known decides it."""
    wanted = Compare(Sum(["x", OverItems("viec", "sum", Product([1, "y"]))]), ">=", 57)
    table = GradeTable([Grade("Tốt", requires=wanted), Grade("Khá")])

    assert "Tốt" == classify(score(RUBRIC, [KNOWN]), table)["a"].grade
    assert classify(score(RUBRIC, [_sheet()]), table)["a"].grade is None


FAULTS = [
    (Awaited("w", Interval(0, 1)), "measure 'w' is not in the rubric, or not in that list"),
    (Awaited("y", Interval(0, 1)), "measure 'y' is not in the rubric, or not in that list"),
    (Awaited("y", Interval(0, 1), items="v", item=0), "measure 'y' is not in the rubric, or not"),
    (Awaited("q", Interval(0, 1)), "'q' is awaited, but is no number"),
    (
        Awaited("y", Interval(0, 1), items="viec", item=0),
        "measure 'y' is awaited, but its entry is not in a state; leave one of the two out",
    ),
    (
        Awaited("y", Interval(0, 1), items="viec", item=2),
        "measure 'y' is awaited, but its entry is not in a state; leave one of the two out",
    ),
    (Awaited("x", Interval(101, 200)), "measure 'x' is awaited outside of its bounds; correct"),
]


@pytest.mark.parametrize(("awaited", "fault"), FAULTS)
def test_what_is_known_must_fit(awaited: Awaited, fault: str) -> None:
    """What is said of an entry that is there, or of none, or outside of its bounds, is refused."""
    with pytest.raises(Faults) as refused:
        score(RUBRIC, [_sheet(awaited)])

    (found,) = refused.value
    assert str(found).startswith(f"$.sheets[0].awaited[0]: {fault}")


def test_what_is_known_is_said_once() -> None:
    """Two things said of one entry are refused."""
    one = Awaited("x", Interval(0, 1))
    with pytest.raises(Faults, match=r"awaited\[1\]: measure 'x' is awaited twice; keep one"):
        score(RUBRIC, [_sheet(one, one)])


def test_a_list_that_is_not_there_has_no_items() -> None:
    """Nothing can be said of the items of a list that is in a state itself."""
    sheet = Sheet(
        "a",
        {"x": 1, "q": True},
        {"viec": State.MISSING},
        awaited=[Awaited("y", Interval(0, 1), items="viec", item=0)],
    )
    with pytest.raises(Faults, match="its entry is not in a state"):
        score(RUBRIC, [sheet])
