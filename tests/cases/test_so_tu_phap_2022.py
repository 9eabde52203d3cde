# SPDX-License-Identifier: MIT
"""The Ministry of Justice's table for provincial departments, 2022, and Đồng Tháp's own points.

Source:
    http://thidua.stp.dongthap.gov.vn/thidua/ajax/contentVP.php (and contentVB, contentTGPL,
    contentBTTP, contentBGD); https://chidanphapluat.vn, product 419306.
    15 criteria can be read, so maxima of sections are as declared, not the sum of these.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from thidua import Faults, Rubric, Sheet, State, score
from thidua.quantity import Given
from thidua.wire import loads


def _rubric() -> Rubric:
    document = Path(__file__).parent / "so_tu_phap_2022" / "rubric.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric()

EXAMPLES = [
    pytest.param("A.I.1.1", {"a1_1_ty_le": 100}, "2", id="published-A.I.1.1-100"),
    pytest.param("A.I.1.2", {"a1_2_ty_le": 100}, "3", id="published-A.I.1.2-100"),
    pytest.param("A.VIII.1", {"a8_1_co": True}, "2", id="published-A.VIII.1-yes"),
    pytest.param("A.VIII.3a", {"a8_3a_ty_le": 100}, "1.5", id="published-A.VIII.3a-100"),
    pytest.param("B.I.1.1", {"b1_1_ngay_cham": 0}, "2", id="published-B.I.1.1-on_time"),
    pytest.param(
        "A.IV.2", {"a4_2_dat": 100, "a4_2_kha": 50}, "4.5", id="published-A.IV.2-at_least_50"
    ),
    pytest.param("A.I.1.1", {"a1_1_ty_le": 95}, "1.75", id="hand_computed-A.I.1.1-95"),
    pytest.param("A.I.1.1", {"a1_1_ty_le": "94.99"}, "1.5", id="hand_computed-A.I.1.1-94.99"),
    pytest.param("A.I.1.1", {"a1_1_ty_le": 60}, "0.5", id="hand_computed-A.I.1.1-60"),
    pytest.param("A.I.1.2", {"a1_2_ty_le": "59.9"}, "0", id="hand_computed-A.I.1.2-59.9"),
    pytest.param("A.VIII.3a", {"a8_3a_ty_le": 95}, "1", id="hand_computed-A.VIII.3a-95"),
    pytest.param("A.VIII.3a", {"a8_3a_ty_le": "95.01"}, "1.5", id="hand_computed-A.VIII.3a-95.01"),
    pytest.param("B.I.1.1", {"b1_1_ngay_cham": 10}, "0.5", id="hand_computed-B.I.1.1-10_days"),
    pytest.param("B.I.1.1", {"b1_1_ngay_cham": 11}, "0", id="hand_computed-B.I.1.1-11_days"),
    pytest.param(
        "A.IV.1.2",
        {"a4_1_2_muc": "trễ do bất khả kháng"},
        "1.5",
        id="hand_computed-A.IV.1.2-late_by_force_majeure",
    ),
]


@pytest.mark.parametrize(("criterion", "entries", "points"), EXAMPLES)
def test_a_criterion_gives_the_points_of_the_source(
    criterion: str, entries: dict[str, Given], points: str
) -> None:
    """Each of the source's examples comes out.

    In A.IV.2 the unit assumed that at least half were rated well; the evidence was still
    to come, so 50 % stands here for its assumption.
    """
    scores = score(RUBRIC, [Sheet("Đồng Tháp", entries, others=State.MISSING)])

    assert Fraction(points) == scores["Đồng Tháp"][criterion].points


def test_the_part_of_a_table_that_cannot_be_read_is_a_fault() -> None:
    """A.IV.2 below 70 % is cut off in the source, so it has no points rather than 0."""
    sheet = Sheet("A", {"a4_2_dat": 60, "a4_2_kha": 0}, others=State.MISSING)

    with pytest.raises(Faults) as caught:
        score(RUBRIC, [sheet])

    assert (
        "$.sections[1].criteria[2].formula: unit 'A', criterion 'A.IV.2': "
        "60 is in no band: the bands begin at 70; close the table there"
    ) == str(caught.value)


def test_sections_have_their_declared_maximum() -> None:
    """A section of which only some rows can be read keeps the maximum that it declares."""
    unit = score(RUBRIC, [Sheet("A", {}, others=State.MISSING)])["A"]

    assert {"A.I": 15, "A.IV": 15, "A.VI": 20, "A.VIII": 10, "B.I": 20} == {
        code: unit[code].maximum for code in ("A.I", "A.IV", "A.VI", "A.VIII", "B.I")
    }
