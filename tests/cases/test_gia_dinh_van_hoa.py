# SPDX-License-Identifier: MIT
"""Families and neighbourhoods of culture: half of every standard, and a threshold by area.

Provinces set the points of standards. Those of families are of the source's examples, 30, 35
and 35; those of neighbourhoods, 20 each, are made up. Whoever belongs to two areas, such as a
poor family in a city's district, has no threshold in the source: the choice is one of them.

Source:
    Nghị định 122/2018/NĐ-CP, Điều 5, quoted by https://nganhangphapluat.thukyluat.vn,
    https://hoidap.thuvienphapluat.vn and http://trungtamhanhchinhcong.camau.gov.vn.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Faults, Rubric, Sheet, State, score
from thidua.quantity import Given, Number, exact
from thidua.ranking import GradeTables, classify, explain_class
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "gia_dinh_van_hoa" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


FAMILY = _read("rubric", Rubric)
FAMILY_CLASSES = _read("classes", GradeTables)
PLACE = _read("rubric_khu_dan_cu", Rubric)
PLACE_CLASSES = _read("classes_khu_dan_cu", GradeTables)
CITY, HARD, OTHER = (one.level for one in FAMILY_CLASSES.tables)


def _family(area: Given, *points: Given) -> Sheet:
    entries: dict[str, Given] = dict(zip(("t1", "t2", "t3"), points, strict=True))
    return Sheet("a", {**entries, "dia_ban": area})


EXAMPLES = [
    pytest.param(OTHER, [28, 30, 28], 86, "Đạt", id="hand_computed-86"),
    pytest.param(OTHER, [14, 35, 35], 84, "Không đạt", id="hand_computed-84_and_one_below_half"),
    pytest.param(HARD, [15, 20, 25], 60, "Đạt", id="hand_computed-60_and_exactly_half"),
    pytest.param(HARD, [14, 30, 30], 74, "Không đạt", id="hand_computed-74_and_one_below_half"),
    pytest.param(CITY, [27, 31, "31.5"], "89.5", "Không đạt", id="hand_computed-89.5"),
]


@pytest.mark.parametrize(("area", "points", "total", "grade"), EXAMPLES)
def test_a_family_is_recognised_or_not(
    area: str, points: list[Given], total: Number, grade: str
) -> None:
    """The threshold is that of the area, and every standard has at least half its points."""
    scores = score(FAMILY, [_family(area, *points)])

    assert exact(total) == scores["a"].points
    assert grade == classify(scores, FAMILY_CLASSES)["a"].grade


@pytest.mark.parametrize(
    ("area", "points"),
    [
        pytest.param(CITY, [25, 30, 35], id="published-90"),
        pytest.param(HARD, [20, 20, 20], id="published-60"),
        pytest.param(OTHER, [25, 30, 30], id="published-85"),
    ],
)
def test_the_threshold_of_an_area(area: str, points: list[int]) -> None:
    """As many points as the threshold are enough, and a tenth less is not."""
    first, *others = points
    enough = classify(score(FAMILY, [_family(area, first, *others)]), FAMILY_CLASSES)
    less = score(FAMILY, [_family(area, Fraction(first) - Fraction("0.1"), *others)])

    assert "Đạt" == enough["a"].grade
    assert "Không đạt" == classify(less, FAMILY_CLASSES)["a"].grade


def test_hand_computed_reason() -> None:
    """The reason names the standard that is short."""
    classes = classify(score(FAMILY, [_family(HARD, 14, 30, 30)]), FAMILY_CLASSES)

    assert (
        "74 điểm: xếp loại Không đạt; Đạt cần từ 50 % điểm tối đa của mục 1, hiện 14/30"
    ) == explain_class(classes, "a")
    assert (
        "74 points: class Không đạt; Đạt needs 50% of the maximum of 1, has 14/30"
    ) == explain_class(classes, "a", language="en")


@pytest.mark.parametrize(
    ("area", "points", "grade"),
    [
        pytest.param("đặc biệt khó khăn", [12] * 5, "Đạt", id="published-60"),
        pytest.param("còn lại", [16] * 5, "Đạt", id="published-80"),
        pytest.param("còn lại", [16] * 4 + ["15.9"], "Không đạt", id="hand_computed-79.9"),
        pytest.param("còn lại", [20] * 4 + ["9.5"], "Không đạt", id="hand_computed-below_half"),
    ],
)
def test_a_neighbourhood_is_recognised_or_not(area: str, points: list[Given], grade: str) -> None:
    """60 points are enough in areas of special hardship and 80 elsewhere, with half of each."""
    entries: dict[str, Given] = {f"k{place}": one for place, one in enumerate(points, 1)}
    scores = score(PLACE, [Sheet("a", {**entries, "dia_ban": area})])

    assert grade == classify(scores, PLACE_CLASSES)["a"].grade


def test_unspecified_a_family_of_unknown_area() -> None:
    """Without an area there is no threshold: open while it is missing, else a fault."""
    waiting = classify(score(FAMILY, [_family(State.MISSING, 28, 30, 28)]), FAMILY_CLASSES)
    scores = score(FAMILY, [_family(State.NOT_APPLICABLE, 28, 30, 28)])

    assert {"Đạt", "Không đạt"} == {*waiting["a"].possible}
    with pytest.raises(Faults, match="the kind of unit 'a' is not known"):
        classify(scores, FAMILY_CLASSES)
