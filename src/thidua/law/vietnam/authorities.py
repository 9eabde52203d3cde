# SPDX-License-Identifier: MIT
"""Who decides, and how many may be put forward (*thẩm quyền, tỷ lệ*), by date.

Law 06/2022/QH15, articles 77 to 80, and decree 129/2025, article 59, by which the commune took
over from the district on 2025-07-01. Before 2024 nothing is known of who decides.
"""

from __future__ import annotations

from typing import Final

from thidua.award import Power, Quota, QuotaRule
from thidua.basis import Citation, Confidence, Validity
from thidua.dossier import AwardForm
from thidua.law.vietnam.catalogue import CATALOGUE
from thidua.law.vietnam.instrument import LOW, MEDIUM
from thidua.law.vietnam.law_2022 import VERIFIED_UNTIL

__all__ = ["POWERS", "QUOTAS"]

_LAW = "Luật 06/2022/QH15"
_SINCE = Validity("2024-01-01")
_DISTRICTS = Validity("2024-01-01", "2025-07-01")
_COMMUNES = Validity("2025-07-01", "2027-03-01")

_BY_PRESIDENT: Final = tuple(
    one.code
    for one in CATALOGUE.awards
    if one.form is AwardForm.COMMENDATION and one.authority == "Chủ tịch nước"
)
_UNIT: Final = (
    "tap-the-ldtt",
    "don-vi-tien-tien",
    "cstd-co-so",
    "lao-dong-tien-tien",
    "chien-si-tien-tien",
    "giay-khen",
)
_OF_UNITS: Final = ("tap-the-ldtt", "cstd-co-so", "lao-dong-tien-tien")


def _power(
    code: str,
    who: str | tuple[str, ...],
    awards: tuple[str, ...],
    at: tuple[str, str],
    validity: Validity = _SINCE,
    *,
    confidence: Confidence = Confidence.HIGH,
    doubt: str = "",
) -> Power:
    article, clause = at
    basis = Citation(_LAW, article=article, clause=clause)
    return Power(
        code,
        who,
        awards,
        basis=basis,
        validity=validity,
        confidence=confidence,
        doubt=doubt,
        verified_until=VERIFIED_UNTIL,
    )


POWERS: Final = (
    _power("l22-77-president", "Chủ tịch nước", _BY_PRESIDENT, ("77", "")),
    _power(
        "l22-78-1-government",
        "Chính phủ",
        ("co-thi-dua-chinh-phu",),
        ("78", "1"),
        doubt="thủ tục năm 2025 của Bộ Nội vụ mô tả Thủ tướng quyết định",
    ),
    _power(
        "l22-78-2-prime-minister",
        "Thủ tướng Chính phủ",
        ("cstd-toan-quoc", "bk-thu-tuong"),
        ("78", "2"),
    ),
    _power(
        "l22-79-minister-province",
        ("Bộ trưởng, người đứng đầu ban, ngành", "Chủ tịch UBND tỉnh"),
        (
            "co-thi-dua-bo-tinh",
            "cstd-bo-tinh",
            "tap-the-ldxs",
            "don-vi-quyet-thang",
            "bk-bo-tinh",
            "ky-niem-chuong-bo-tinh",
        ),
        ("79", ""),
        confidence=MEDIUM,
        doubt="danh mục của điều này chưa đối chiếu nguyên văn",
    ),
    _power(
        "l22-79-province-commune",
        "Chủ tịch UBND tỉnh",
        ("xa-tieu-bieu",),
        ("79", ""),
        confidence=MEDIUM,
        doubt="danh mục của điều này chưa đối chiếu nguyên văn",
    ),
    _power(
        "l22-80-1",
        ("Thủ trưởng đơn vị có tư cách pháp nhân", "Giám đốc sở"),
        _UNIT,
        ("80", "1"),
    ),
    _power(
        "l22-80-2",
        "Chủ tịch UBND huyện",
        ("thon-tdp-van-hoa", *_OF_UNITS, "giay-khen"),
        ("80", "2"),
        _DISTRICTS,
    ),
    _power(
        "l22-80-3",
        "Chủ tịch UBND xã",
        ("lao-dong-tien-tien", "giay-khen-xa", "gia-dinh-van-hoa"),
        ("80", "3"),
    ),
    _power(
        "l22-80-4",
        "Tổng giám đốc, Giám đốc doanh nghiệp, hợp tác xã",
        (*_OF_UNITS, "giay-khen"),
        ("80", "4"),
    ),
    _power("l22-80-4-board", "Chủ tịch Hội đồng quản trị, thành viên", ("giay-khen",), ("80", "4")),
    Power(
        "d129-59-commune",
        "Chủ tịch UBND xã",
        ("thon-tdp-van-hoa", "tap-the-ldtt", "cstd-co-so"),
        basis=Citation("Nghị định 129/2025/NĐ-CP", article="59"),
        validity=_COMMUNES,
        verified_until=VERIFIED_UNTIL,
    ),
)
"""Who decides on what."""

_D91 = "Nghị định 91/2017/NĐ-CP"


def _fifth(
    code: str, basis: Citation, validity: Validity, confidence: Confidence, doubt: str
) -> QuotaRule:
    """Return that at most a fifth of the leaders of clusters have the Government's flag."""
    quota = Quota("co-thi-dua-chinh-phu", share="0.2", of="dan-dau-cum-khoi", basis=basis)
    until = VERIFIED_UNTIL if validity == _COMMUNES else None
    return QuotaRule(
        code, quota, validity=validity, confidence=confidence, doubt=doubt, verified_until=until
    )


_OLD = Validity("2017-10-01", "2024-01-01")
_CONTINUED = "chỉ thấy trong Nghị định 91/2017"

QUOTAS: Final = (
    QuotaRule(
        "d91-9-3-quota",
        Quota(
            "cstd-co-so",
            share="0.15",
            of=("lao-dong-tien-tien", "chien-si-tien-tien"),
            basis=Citation(_D91, article="9", clause="3"),
        ),
        validity=_OLD,
    ),
    _fifth(
        "d91-11-quota",
        Citation(_D91, article="11"),
        _OLD,
        Confidence.HIGH,
        "mẫu số là tập thể dẫn đầu cụm, khối, theo Công văn 5007/BNV-TĐKT",
    ),
    _fifth(
        "d98-ctdcp-quota",
        Citation("Nghị định 98/2023/NĐ-CP", article="5"),
        _DISTRICTS,
        LOW,
        _CONTINUED,
    ),
    _fifth("d152-ctdcp-quota", Citation("Nghị định 152/2025/NĐ-CP"), _COMMUNES, LOW, _CONTINUED),
)
"""Quotas; since 2024 there is none of the country for the grassroots title.

The leaders of clusters are a count to give: ``counts={"dan-dau-cum-khoi": 54}``.
"""
