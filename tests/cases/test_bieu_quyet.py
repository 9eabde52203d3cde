# SPDX-License-Identifier: MIT
"""Votes of an emulation council: a quorum of members, and a share of those present.

A dossier is a unit, its votes are its entries, and "passed" is a class. Shares are compared
as exact fractions: six of nine are two thirds. Without a quorum there is no class at all.
The numbers are from secondary sources and have not been held against the decrees.
One application counts otherwise: more than a share of all members, everybody votes, and a tie
is voted on again. The share is not in the source, so it is reported.

Source:
    Secondary texts on voting in councils; https://github.com/HoaiLoc9/thidua:
    backend/src/routes/reviews.routes.js (the variant).
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Faults, Rubric, Sheet, score
from thidua.quantity import Given
from thidua.ranking import Classes, GradeTable, GradeTables, classify, explain_class
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "bieu_quyet" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
CLASSES = _read("classes", GradeTables)
OF_ALL = _read("rubric_toan_the", Rubric)
OF_ALL_CLASSES = _read("classes_toan_the", GradeTable)
HERO, FLAG, OTHER = (one.level for one in CLASSES.tables)


def _vote(award: str, members: int, present: int, agreed: int) -> Classes:
    counts: dict[str, Given] = {"thanh_vien": members, "co_mat": present, "tan_thanh": agreed}
    return classify(score(RUBRIC, [Sheet("hồ sơ 1", {**counts, "hinh_thuc": award})]), CLASSES)


@pytest.mark.parametrize(
    ("present", "result"),
    [
        pytest.param(5, "Thông qua", id="published-5_of_7"),
        pytest.param(4, None, id="hand_computed-4_of_7"),
    ],
)
def test_a_quorum_is_two_thirds_of_the_members(present: int, result: str | None) -> None:
    """Five of seven can decide; four cannot, even with one voice."""
    classes = _vote(OTHER, 7, present, present)

    assert result == classes["hồ sơ 1"].grade


def test_a_quorum_of_exactly_two_thirds_is_enough() -> None:
    """Six of nine are a quorum, five are none."""

    assert "Thông qua" == _vote(OTHER, 9, 6, 6)["hồ sơ 1"].grade
    assert _vote(OTHER, 9, 5, 5)["hồ sơ 1"].grade is None


@pytest.mark.parametrize(
    ("award", "present", "agreed", "result"),
    [
        pytest.param(OTHER, 9, 6, "Thông qua", id="hand_computed-6_of_9_for_two_thirds"),
        pytest.param(OTHER, 10, 6, "Không thông qua", id="hand_computed-6_of_10_for_two_thirds"),
        pytest.param(FLAG, 10, 8, "Thông qua", id="hand_computed-8_of_10_for_80"),
        pytest.param(HERO, 10, 8, "Không thông qua", id="hand_computed-8_of_10_for_90"),
        pytest.param(HERO, 10, 9, "Thông qua", id="hand_computed-9_of_10_for_90"),
    ],
)
def test_a_share_of_those_present_passes(
    award: str, present: int, agreed: int, result: str
) -> None:
    """Two thirds are enough for most awards, 80 % and 90 % are asked for the highest."""

    assert result == _vote(award, 10, present, agreed)["hồ sơ 1"].grade


def test_the_reason_says_what_is_lacking() -> None:
    """The reason compares votes with the share; without a quorum it says that."""

    assert (
        "80 điểm: xếp loại Không thông qua; Thông qua cần Số phiếu tán thành ≥ 0,9 × Số người dự "
        "họp, hiện 8 so với 9"
    ) == explain_class(_vote(HERO, 10, 10, 8), "hồ sơ 1")
    assert "không đủ túc số" in explain_class(_vote(OTHER, 7, 4, 4), "hồ sơ 1")


@pytest.mark.parametrize(
    ("votes", "result"),
    [
        pytest.param((5, 4, 0), "Thông qua", id="from_code-5_of_9"),
        pytest.param((4, 4, 1), "Bỏ phiếu lại", id="from_code-tie"),
        pytest.param((4, 3, 2), "Không thông qua", id="from_code-4_of_9"),
        pytest.param((8, 0, 0), None, id="from_code-one_has_not_voted"),
    ],
)
def test_a_share_of_all_members_must_be_exceeded(
    votes: tuple[int, int, int], result: str | None
) -> None:
    """With a half to exceed, abstentions count against; a tie is voted on again."""
    agreed, against, abstained = votes
    entries = {"tan_thanh": agreed, "khong_tan_thanh": against, "khong_y_kien": abstained}
    sheet = Sheet("hồ sơ 1", {**entries, "ty_le": "0.5", "thanh_vien": 9})
    classes = classify(score(OF_ALL, [sheet]), OF_ALL_CLASSES)

    assert result == classes["hồ sơ 1"].grade


def test_a_meeting_of_nobody_is_a_fault() -> None:
    """Nobody present leaves no share to speak of, so it is refused as an entry."""
    with pytest.raises(Faults, match="'co_mat' is 0, not above 0"):
        _vote(OTHER, 7, 0, 0)
