# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.award import Granted, quotas_on, who_decides
from thidua.law.vietnam import BONUSES, CATALOGUE, POWERS, QUOTAS


@pytest.mark.parametrize(
    ("award", "of", "on", "expected"),
    [
        ("bk-bo-tinh", "individual", "2023-12-31", 1_800_000),
        ("bk-bo-tinh", "individual", "2024-01-01", 2_700_000),
        ("bk-bo-tinh", "individual", "2024-07-01", 3_510_000),
        ("bk-bo-tinh", "household", "2025-07-01", 5_270_000),
        ("giay-khen-xa", "individual", "2025-06-30", 360_000),
        ("giay-khen-xa", "individual", "2025-07-01", 710_000),
        ("co-thi-dua-chinh-phu", "collective", "2025-12-20", 28_080_000),
        ("hcdl-nhat", "collective", "2025-12-20", 70_200_000),
        ("cstd-co-so", "individual", "2019-12-20", 1_490_000),
        ("anh-hung", "collective", "2025-12-20", 72_540_000),
    ],
)
def test_bonuses_by_day(award: str, of: str, on: str, expected: int) -> None:
    """The decree and the base salary of the day of the decision count."""
    (bonus,) = BONUSES.pay(Granted(award, of), on, CATALOGUE)

    assert expected == bonus.amount


def test_names_are_those_of_the_catalogue() -> None:
    """Every award that is paid, decided on or limited is described."""
    known = {one.code for one in CATALOGUE.awards}
    paid = {code for one in BONUSES.rates for code in one.awards}
    decided = {code for one in POWERS for code in one.awards}

    assert set() == (paid | decided | {code for one in QUOTAS for code in one.quota.awards}) - known


@pytest.mark.parametrize(
    ("award", "on", "expected"),
    [
        ("hcld-ba", "2025-01-01", ["Chủ tịch nước"]),
        ("co-thi-dua-chinh-phu", "2025-01-01", ["Chính phủ"]),
        ("cstd-toan-quoc", "2025-01-01", ["Thủ tướng Chính phủ"]),
        ("gia-dinh-van-hoa", "2025-01-01", ["Chủ tịch UBND xã"]),
        ("thon-tdp-van-hoa", "2025-06-30", ["Chủ tịch UBND huyện"]),
        ("thon-tdp-van-hoa", "2025-07-01", ["Chủ tịch UBND xã"]),
        ("thon-tdp-van-hoa", "2023-12-31", []),
    ],
)
def test_who_decides(award: str, on: str, expected: list[str]) -> None:
    """The commune took over from the district; before 2024 nothing is known."""

    assert expected == [who for one in who_decides(POWERS, award, on) for who in one.who]


def test_the_grassroots_title_has_no_limit_since_2024() -> None:
    """Fifteen per cent were the most until 2023."""

    assert [1, 0] == [
        len(quotas_on(QUOTAS, "cstd-co-so", on)) for on in ("2023-12-31", "2024-01-01")
    ]
