# SPDX-License-Identifier: MIT
"""Điều 6 of the Quảng Trị police: points in comparison with whoever leads the cluster.

The sources write "no target" (*không được giao chỉ tiêu*) as a target of 0.
Here it is the state ``not_assigned``: a target of 0 is refused, as it is divided by.

Source:
    https://github.com/ThuatNguyen/NationalSecurityContest2: SCORING_NO_TARGET_UNITS.md,
    attached_assets/contestdb.sql (seed data), server/criteriaScoreService.ts (code);
    https://github.com/ThuatNguyen/NationalSecurityContest: attached_assets/Mo ta de tai.bs.docx
    (the specification document, which quotes Điều 6 with its examples).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import pytest

from thidua import Faults, Rubric, Sheet, State, score
from thidua.quantity import Given
from thidua.wire import loads

Cluster: TypeAlias = Mapping[str, tuple[Given, Given]]
"""Target and result of each unit; a target of None was not assigned."""


def _rubric() -> Rubric:
    document = Path(__file__).parent / "dieu_6" / "rubric.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric()


def _points(criterion: str, units: Cluster) -> dict[str, Fraction | None]:
    """Score the units and return their points in one criterion."""
    sheets = [
        Sheet(
            unit,
            {"ket_qua": result, "chi_tieu": State.NOT_ASSIGNED if target is None else target},
            others=State.MISSING,
        )
        for unit, (target, result) in units.items()
    ]
    return {one.unit: one[criterion].points for one in score(RUBRIC, sheets)}


def _exact(points: Mapping[str, str]) -> dict[str, Fraction]:
    return {unit: Fraction(number) for unit, number in points.items()}


KHOAN_1_TO_4 = [
    pytest.param({"A": (10, 8)}, "2", id="spec_document-khoan_1-below_target"),
    pytest.param({"A": (10, 10)}, "2.5", id="spec_document-khoan_2-at_target"),
    pytest.param({"A": (10, 20)}, "5", id="spec_document-khoan_3-leads"),
    pytest.param({"A": (10, 15), "leader": (10, 20)}, "3.75", id="spec_document-khoan_4-above"),
    pytest.param({"A": (10, 8), "leader": (10, 20)}, "2", id="published-M5_T10_A8"),
    pytest.param({"A": (10, 10), "leader": (10, 20)}, "2.5", id="published-M5_T10_A10"),
    pytest.param({"A": (10, 20), "other": (10, 15)}, "5", id="published-M5_T10_A20_leads_by_100"),
    pytest.param({"A": (10, 15), "other": (5, 10)}, "3.75", id="published-M5_T10_A15_led_by_100"),
]


@pytest.mark.parametrize(("units", "points"), KHOAN_1_TO_4)
def test_the_four_clauses_of_dieu_6(units: Cluster, points: str) -> None:
    """Each of the four examples printed under Điều 6, with a maximum of 5 points, comes out."""

    assert Fraction(points) == _points("1.5", units)["A"]


TABLE = {
    "A": (100, 120),
    "B": (None, 150),
    "C": (50, 60),
    "D": (80, 80),
    "E": (None, 100),
    "F": (None, 75),
}
TABLE_POINTS = {"A": "10", "B": "10", "C": "10", "D": "5", "E": "6.67", "F": "5"}

CLUSTERS = [
    pytest.param(
        "1.5",
        {"A": (10, 8), "B": (10, 10), "C": (10, 20), "D": (10, 15)},
        {"A": "2", "B": "2.5", "C": "5", "D": "3.75"},
        id="hand_computed-the_four_clauses_in_one_cluster",
    ),
    pytest.param(
        "1.10", TABLE, TABLE_POINTS, id="spec_document-table_with_two_leaders_and_no_targets"
    ),
    pytest.param("1.10", TABLE, TABLE_POINTS, id="published-SCORING_NO_TARGET_UNITS"),
    pytest.param(
        "1.10",
        {"A": (100, 120), "B1": (None, 150), "B2": (None, 100), "B3": (None, 50)},
        {"A": "10", "B1": "10", "B2": "6.67", "B3": "3.33"},
        id="spec_document-test_case_2",
    ),
    pytest.param(
        "1.10",
        {"A": (None, 100), "B": (None, 80), "C": (None, 60)},
        {"A": "10", "B": "8", "C": "6"},
        id="spec_document-test_case_3-nobody_has_a_target",
    ),
    pytest.param(
        "1.10",
        {"A": (100, 120), "B": (None, 0)},
        {"A": "10", "B": "0"},
        id="spec_document-test_case_4-no_target_and_no_result",
    ),
    pytest.param(
        "1.5",
        {
            "Lệ Thủy": (1, 5),
            "Tân Mỹ": (1, 1),
            "Vĩnh Linh": (1, 0),
            "Trường Phú": (1, 3),
            "Sen Ngữ": (1, 12),
            "Kim Ngân": (1, 1),
        },
        {
            "Lệ Thủy": "3.41",
            "Tân Mỹ": "2.5",
            "Vĩnh Linh": "0",
            "Trường Phú": "2.95",
            "Sen Ngữ": "5",
            "Kim Ngân": "2.5",
        },
        id="seed_data-criterion_28b",
    ),
    pytest.param(
        "1.20",
        {
            "Lệ Thủy": (5, "66.67"),
            "Tân Mỹ": (5, 0),
            "Trường Phú": (5, 50),
            "Kim Ngân": ("0.05", 1),
        },
        {"Lệ Thủy": "16.49", "Tân Mỹ": "0", "Trường Phú": "14.74", "Kim Ngân": "20"},
        id="seed_data-criterion_22-mixed_units",
    ),
    pytest.param(
        "1.10",
        {"Lệ Thủy": (1, 5), "Vĩnh Linh": (1, 2), "Trường Phú": (1, 2)},
        {"Lệ Thủy": "10", "Vĩnh Linh": "6.25", "Trường Phú": "6.25"},
        id="seed_data-criterion_31-before_the_last_unit_reported",
    ),
    pytest.param(
        "1.10",
        {"Lệ Thủy": (1, 5), "Vĩnh Linh": (1, 2), "Trường Phú": (1, 2), "Cam Hồng": (1, 10)},
        {"Lệ Thủy": "7.22", "Vĩnh Linh": "5.56", "Trường Phú": "5.56", "Cam Hồng": "10"},
        id="code-criterion_31-with_the_last_unit",
    ),
    pytest.param(
        "1.10",
        {"A": (100, 90), "B": (100, 100)},
        {"A": "4.5", "B": "5"},
        id="code-nobody_exceeds_the_target",
    ),
    pytest.param("1.10", {"A": (40, 0)}, {"A": "0"}, id="hand_computed-M10_T40_A0"),
    pytest.param(
        "1.10",
        {"A": (40, 40), "B": (40, 40)},
        {"A": "5", "B": "5"},
        id="hand_computed-M10_T40_A40_nobody_exceeds",
    ),
    pytest.param("1.20", {"A": (40, 41)}, {"A": "20"}, id="hand_computed-M20_T40_A41_leads"),
    pytest.param(
        "1.20",
        {"A": (40, 41), "B": (40, 60)},
        {"A": "10.5", "B": "20"},
        id="hand_computed-M20_T40_A41_led_by_50_percent",
    ),
]


@pytest.mark.parametrize(("criterion", "units", "points"), CLUSTERS)
def test_a_cluster_is_scored_together(
    criterion: str, units: Cluster, points: dict[str, str]
) -> None:
    """Every unit has the points of the source, given all its peers."""

    assert _exact(points) == _points(criterion, units)


LEADERS = [
    pytest.param("1.10", {"U1": "10", "U2": "9"}, id="code-leads_by_ratio"),
    pytest.param("1k.ket_qua", {"U1": "5.19", "U2": "10"}, id="code-leads_by_result"),
    pytest.param("1k.hieu", {"U1": "5.63", "U2": "10"}, id="hand_computed-leads_by_excess"),
]


@pytest.mark.parametrize(("criterion", "points"), LEADERS)
def test_who_leads_is_a_choice_of_the_rubric(criterion: str, points: dict[str, str]) -> None:
    """The three definitions of the leader that one repository holds give three results.

    The two of the code are its batch formula and the older one of EVALUATION_SYSTEM.md 3.1.
    The third, by the excess itself, gives U1 5 + 5 × 5/40 = 5.625 points.
    """
    units = {"U1": (10, 15), "U2": (100, 140)}

    assert _exact(points) == _points(criterion, units)


def test_spec_document_a_target_of_zero_is_refused() -> None:
    """A sheet with target 0, which the source writes for no target, says how to correct it."""
    sheet = Sheet("A", {"ket_qua": 8, "chi_tieu": 0}, others=State.MISSING)

    with pytest.raises(Faults) as caught:
        score(RUBRIC, [sheet])

    assert [(("sheets", 0, "entries", "chi_tieu"), "out-of-bounds")] == [
        (fault.at, fault.code) for fault in caught.value.faults
    ]


@pytest.mark.parametrize(
    ("place", "points"),
    [
        pytest.param(1, "60", id="spec_document-first"),
        pytest.param(2, "45", id="spec_document-second"),
        pytest.param(3, "30", id="published-third"),
        pytest.param(4, "15", id="spec_document-fourth"),
        pytest.param(5, "0", id="spec_document-fifth"),
    ],
)
def test_the_rank_in_the_national_cluster_gives_points(place: int, points: str) -> None:
    """First to fifth in the ministry's cluster give 60, 45, 30, 15 and 0 points."""
    scores = score(RUBRIC, [Sheet("A", {"hang_cuc": place}, others=State.MISSING)])

    assert Fraction(points) == scores["A"]["5.1"].points


def test_hand_computed_ranks_of_two_bureaus_are_averaged_then_ranked_again() -> None:
    """Ranks 1 and 4 average 2.5, the second-best average of this cluster: 45 points.

    The source gives the two ranks of one unit only; the other four units are made up.
    """
    ranks = {"A": (2, 1), "X": (1, 4), "C": (3, 3), "D": (5, 2), "E": (4, 5)}
    sheets = [
        Sheet(unit, {"hang_cuc_1": first, "hang_cuc_2": second}, others=State.MISSING)
        for unit, (first, second) in ranks.items()
    ]

    scores = score(RUBRIC, sheets)

    assert _exact({"A": "60", "X": "45", "C": "30", "D": "15", "E": "0"}) == {
        one.unit: one["5.2"].points for one in scores
    }


def test_the_table_of_ranks_ends_at_the_fifth() -> None:
    """The source has no points for a sixth unit, so its rank has none, rather than 0."""
    ranks = {"A": (1, 1), "B": (1, 2), "C": (2, 2), "D": (3, 3), "E": (4, 4), "F": (5, 5)}
    sheets = [
        Sheet(unit, {"hang_cuc_1": first, "hang_cuc_2": second}, others=State.MISSING)
        for unit, (first, second) in ranks.items()
    ]

    with pytest.raises(Faults) as caught:
        score(RUBRIC, sheets)

    assert (
        "$.sections[5].criteria[1].formula: unit 'F', criterion '5.2': "
        "6 is in no band: the bands end at 5; close the table there"
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("entries", "criterion", "points"),
    [
        pytest.param({"dat": True}, "2.10", "10", id="spec_document-qualitative_achieved"),
        pytest.param({"dat": False}, "2.10", "0", id="spec_document-qualitative_not_achieved"),
        pytest.param({"so_viec": 3}, "3.10", "6", id="spec_document-direct_below_its_limit"),
        pytest.param({"so_viec": 9}, "3.10", "10", id="spec_document-direct_at_its_limit"),
        pytest.param(
            {"bieu_duong": 1, "phe_binh": 0}, "4.10", "3", id="spec_document-commended_once"
        ),
        pytest.param(
            {"bieu_duong": 0, "phe_binh": 1}, "4.10", "-3", id="spec_document-criticised_once"
        ),
        pytest.param(
            {"bieu_duong": 5, "phe_binh": 0}, "4.10", "10", id="spec_document-clamped_above"
        ),
    ],
)
def test_the_other_kinds_of_leaves(entries: dict[str, Given], criterion: str, points: str) -> None:
    """Qualitative, direct and bonus-or-penalty leaves follow the rules in the document.

    The source states the rules; how many points a counted task gives (2) and the limits of
    ±10 are illustrative, commended +3 and criticised -3 are the document's.
    """
    scores = score(RUBRIC, [Sheet("A", entries, others=State.MISSING)])

    assert Fraction(points) == scores["A"][criterion].points
