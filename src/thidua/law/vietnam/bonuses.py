# SPDX-License-Identifier: MIT
"""Bonuses (*tiền thưởng*) from 2019-07-01: multiples by decree, base salaries, terms.

Titles of collectives have multiples of their own; for orders and certificates a collective
receives twice what a person does, and from decree 152/2025 a household one and a half times.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from thidua.award import BaseSalary, BonusRate, BonusRules, BonusTerms
from thidua.basis import Citation, Confidence, Validity
from thidua.law.vietnam.instrument import LOW, MEDIUM
from thidua.law.vietnam.law_2022 import VERIFIED_UNTIL

__all__ = ["BONUSES"]

_OLD = Validity("2017-10-01", "2024-01-01")
_NEW = Validity("2024-01-01", "2025-07-01")
_NEWEST = Validity("2025-07-01", "2027-03-01")

_TITLES_OF_PERSONS: Final = (
    ("cstd-toan-quoc", "4.5"),
    ("cstd-bo-tinh", "3"),
    ("cstd-co-so", "1"),
    ("lao-dong-tien-tien chien-si-tien-tien", "0.3"),
)
_TITLES_OF_COLLECTIVES: Final = (
    ("tap-the-ldxs don-vi-quyet-thang", "1.5"),
    ("tap-the-ldtt don-vi-tien-tien", "0.8"),
    ("co-thi-dua-chinh-phu", "12"),
    ("co-thi-dua-bo-tinh", "8"),
)
_TITLES: Final = (*_TITLES_OF_PERSONS, *_TITLES_OF_COLLECTIVES)
"""Titles: decree 91/2017 and both later ones alike."""

_LOCAL_TITLES: Final = (("xa-tieu-bieu", "2"), ("thon-tdp-van-hoa", "1.5"))

_ORDERS: Final = (
    ("huan-chuong-sao-vang", "46"),
    ("huan-chuong-ho-chi-minh", "30.5"),
    ("hcdl-nhat hcqc-nhat", "15"),
    ("hcdl-nhi hcqc-nhi", "12.5"),
    ("hcdl-ba hcqc-ba", "10.5"),
    ("hcld-nhat hcbvtq-nhat hccc-nhat", "9"),
    ("hcld-nhi hcbvtq-nhi hccc-nhi huan-chuong-dai-doan-ket", "7.5"),
    ("hcld-ba hcbvtq-ba hccc-ba huan-chuong-dung-cam", "4.5"),
)
"""Orders: decrees 98/2023 and 152/2025 alike."""

_CERTIFICATES_91: Final = (
    ("bk-thu-tuong", "3.5"),
    ("bk-bo-tinh", "1"),
    ("giay-khen", "0.3"),
    ("giay-khen-xa", "0.15"),
)
_CERTIFICATES_98: Final = (
    ("bk-thu-tuong", "3.5"),
    ("bk-bo-tinh", "1.5"),
    ("giay-khen", "0.3"),
    ("giay-khen-xa", "0.15"),
)
_CERTIFICATES_152: Final = (
    ("bk-thu-tuong", "3.5"),
    ("bk-bo-tinh", "1.5"),
    ("bk-quan-khu-dhqg", "1"),
    ("giay-khen giay-khen-xa", "0.3"),
)
_MEDALS: Final = (("ky-niem-chuong-ubtvqh", "0.8"), ("ky-niem-chuong-bo-tinh", "0.6"))

_READ: Final = date(2026, 11, 20)
"""Day on which the base salary was looked up last."""


def _known_until(validity: Validity) -> date | None:
    """Return the last day for which a decree that is in force was verified."""
    return VERIFIED_UNTIL if validity == _NEWEST else None


_D91, _D98, _D152 = (f"Nghị định {number}/NĐ-CP" for number in ("91/2017", "98/2023", "152/2025"))


def _rates(
    prefix: str,
    listed: tuple[tuple[str, str], ...],
    basis: Citation,
    validity: Validity,
    *,
    factors: tuple[str, str | None] = ("1", "1"),
    at_most: bool = False,
    confidence: Confidence = Confidence.HIGH,
    doubt: str = "",
) -> tuple[BonusRate, ...]:
    """Return the multiples of one article, with what collectives and households receive."""
    collective, household = factors
    return tuple(
        BonusRate(
            f"{prefix}-bonus-{awards.split()[0]}",
            awards.split(),
            multiple,
            basis=basis,
            validity=validity,
            collective=collective,
            household=household,
            at_most=at_most,
            confidence=confidence,
            doubt=doubt,
            verified_until=_known_until(validity),
        )
        for awards, multiple in listed
    )


_FAMILY: Final = (("gia-dinh-van-hoa", "0.1"),)
_UNSEEN: Final = "mức 0,1 ghi theo trí nhớ"
_TWICE: Final = ("2", None)
_TWICE_AND_HALF_MORE: Final = ("2", "1.5")

_RATES: Final = (
    # Decree 91/2017, articles 69 and 73
    *_rates("d91", _TITLES, Citation(_D91, article="69"), _OLD),
    *_rates(
        "d91", _CERTIFICATES_91, Citation(_D91, article="73", clause="1"), _OLD, factors=_TWICE
    ),
    # Decree 98/2023, articles 54, 55 and 58
    *_rates("d98", (*_TITLES, *_LOCAL_TITLES), Citation(_D98, article="54"), _NEW),
    *_rates("d98", _FAMILY, Citation(_D98, article="54"), _NEW, confidence=MEDIUM, doubt=_UNSEEN),
    *_rates("d98", _ORDERS, Citation(_D98, article="55"), _NEW, factors=_TWICE),
    *_rates(
        "d98", _CERTIFICATES_98, Citation(_D98, article="58", clause="1"), _NEW, factors=_TWICE
    ),
    *_rates("d98", _MEDALS, Citation(_D98, article="58", clause="1"), _NEW, at_most=True),
    # Decree 152/2025, articles 50, 51, 52 and 54
    *_rates("d152", _TITLES_OF_PERSONS, Citation(_D152, article="50", clause="1"), _NEWEST),
    *_rates(
        "d152",
        (*_TITLES_OF_COLLECTIVES, *_LOCAL_TITLES, ("co-quan-khu-dhqg", "6")),
        Citation(_D152, article="50", clause="2"),
        _NEWEST,
    ),
    *_rates(
        "d152", _FAMILY, Citation(_D152, article="50"), _NEWEST, confidence=MEDIUM, doubt=_UNSEEN
    ),
    *_rates("d152", _ORDERS, Citation(_D152, article="51"), _NEWEST, factors=_TWICE_AND_HALF_MORE),
    BonusRate(
        "d152-bonus-anh-hung",
        "anh-hung",
        "15.5",
        basis=Citation(_D152, article="52"),
        validity=_NEWEST,
        collective=2,
        confidence=MEDIUM,
        verified_until=VERIFIED_UNTIL,
        doubt="chỉ thấy mức 31 lần của tập thể; mức cá nhân tính bằng một nửa",
    ),
    *_rates(
        "d152",
        _CERTIFICATES_152,
        Citation(_D152, article="54", clause="1"),
        _NEWEST,
        factors=_TWICE_AND_HALF_MORE,
    ),
    *_rates("d152", _MEDALS, Citation(_D152, article="54", clause="1"), _NEWEST, at_most=True),
)


def _salary(
    amount: int, decree: str, first: str, until: str | None, confidence: str = "high"
) -> BaseSalary:
    basis = Citation(f"Nghị định {decree}/NĐ-CP", article="3", clause="2")
    return BaseSalary(
        amount,
        basis=basis,
        validity=Validity(first, until),
        confidence=Confidence(confidence),
        doubt="" if confidence == "high" else "chỉ một trang nêu mức này",
        verified_until=None if until else _READ,
    )


_SALARIES: Final = (
    _salary(1_490_000, "38/2019", "2019-07-01", "2023-07-01"),
    _salary(1_800_000, "24/2023", "2023-07-01", "2024-07-01"),
    _salary(2_340_000, "73/2024", "2024-07-01", "2026-07-01"),
    _salary(2_530_000, "161/2026", "2026-07-01", None, "medium"),
)

_TERMS: Final = (
    BonusTerms(
        "d91-bonus-calculation",
        basis=Citation(_D91, article="68"),
        validity=_OLD,
        confidence=LOW,
        doubt="quy định chỉ trả mức cao nhất ghi theo trí nhớ",
    ),
    BonusTerms(
        "d98-bonus-calculation",
        basis=Citation(_D98, article="53"),
        validity=_NEW,
        confidence=MEDIUM,
        doubt="quy định chỉ trả mức cao nhất chỉ thấy ở Nghị định 152/2025",
    ),
    BonusTerms(
        "d152-bonus-calculation",
        basis=Citation(_D152, article="49"),
        validity=_NEWEST,
        verified_until=VERIFIED_UNTIL,
    ),
)

BONUSES: Final = BonusRules(rates=_RATES, salaries=_SALARIES, terms=_TERMS)
"""What is known of bonuses."""
