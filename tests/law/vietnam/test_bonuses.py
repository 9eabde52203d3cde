# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.award import Granted, check_quotas, quotas_on, who_decides
from thidua.basis import Confidence
from thidua.eligibility import Answer
from thidua.law.vietnam import BONUSES, CATALOGUE, LAW, PACKS, POWERS, QUOTAS


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

    assert expected == [who for one in who_decides(POWERS, award, on).powers for who in one.who]


def test_the_grassroots_title_has_no_limit_since_2024() -> None:
    """Fifteen per cent were the most until 2023."""

    assert [1, 0] == [
        len(quotas_on(QUOTAS, "cstd-co-so", on)) for on in ("2023-12-31", "2024-01-01")
    ]


def test_beyond_the_verified_day_the_law_says_nothing() -> None:
    """Bonuses, quotas and powers are unknown from 2026-10-01, as eligibility is."""
    for on, known in (("2026-09-30", True), ("2026-10-01", False)):
        (bonus,) = BONUSES.pay(Granted("bk-bo-tinh", "individual"), on, CATALOGUE)
        (rule,) = quotas_on(QUOTAS, "co-thi-dua-chinh-phu", on)
        (check,) = check_quotas({}, [rule], counts={"dan-dau-cum-khoi": 54}, on=on)
        answers = (
            LAW.who_decides("cstd-co-so", on).may("Chủ tịch UBND xã"),
            check.answer,
        )

        assert (bonus.amount is not None) is known
        assert 3_800_000 == bonus.by_text
        assert {Answer.ELIGIBLE if known else Answer.UNKNOWN} == set(answers)


def test_the_packs_hold_all_of_them() -> None:
    """Each power, quota and bonus stands in the pack of its instrument, once."""
    assert (set(POWERS), set(QUOTAS)) == (
        {one for pack in PACKS for one in pack.powers},
        {one for pack in PACKS for one in pack.quotas},
    )
    assert (set(BONUSES.rates), set(BONUSES.salaries), set(BONUSES.terms)) == (
        set(LAW.bonuses.rates),
        set(LAW.bonuses.salaries),
        set(LAW.bonuses.terms),
    )
    assert {"law-2022", "small-instruments"} == {pack.code for pack in PACKS if pack.powers}


def test_who_is_not_sure_says_why() -> None:
    """A power, a quota or a bonus below high confidence has its doubt in words."""
    known = [
        *(one.standing for one in POWERS),
        *(one.standing for one in QUOTAS),
        *(one.standing for one in BONUSES.rates),
        *(one.standing for one in BONUSES.salaries),
        *(one.standing for one in BONUSES.terms),
    ]

    assert all(one.doubt for one in known if one.confidence is not Confidence.HIGH)
