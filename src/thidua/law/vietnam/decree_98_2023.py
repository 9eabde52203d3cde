# SPDX-License-Identifier: MIT
"""Decree 98/2023/NĐ-CP, from 2024-01-01 to 2025-06-30: principles, votes, tables of posts.

The tables settle what the law leaves to it: how long a post must have been held for an order
by length of service (*quá trình cống hiến*). They are extracts: rows that pages quote.
"""

from __future__ import annotations

from typing import Final

from thidua.award import LocalRule
from thidua.basis import Confidence, Validity
from thidua.eligibility import ServedInPost
from thidua.law.vietnam.instrument import MEDIUM, Instrument
from thidua.law.vietnam.law_2022 import FAMILY
from thidua.law.vietnam.principles import principles, vote_on_heroes, votes

__all__ = ["GENERAL", "POSTS"]

DECREE: Final = Instrument(
    "Nghị định 98/2023/NĐ-CP", Validity("2024-01-01", "2025-07-01"), family=FAMILY
)

GENERAL: Final = (
    *principles(DECREE, "d98"),
    *votes(DECREE, "d98", "30/7", Confidence.HIGH),
    vote_on_heroes(DECREE, "d98-47-4-b-hero", "47/4/b", Confidence.HIGH),
)

_DOUBT = "số điều suy từ thứ tự; cận trên có hàng ghi đến hết, có hàng ghi dưới"


def _row(
    code: str, article: str, award: str, posts: tuple[str, ...], years: int, under: int | None
) -> LocalRule:
    """Return a row of a table: so many years in one of some posts, and fewer than so many."""
    return DECREE.settles(
        code,
        f"{article}/1",
        f"cong-hien-{award}",
        ServedInPost(posts, years, under=under),
        confidence=MEDIUM,
        doubt=_DOUBT,
    )


_PARTY_SECRETARY = ("uy-vien-trung-uong-dang", "bi-thu-tinh-uy")
_DEPUTY_SECRETARY = ("pho-bi-thu-tinh-uy", "chu-tich-hdnd-tinh", "chu-tich-ubnd-tinh")
_STANDING = ("uy-vien-ban-thuong-vu-tinh-uy", "pho-chu-tich-tinh", "chu-tich-mttq-tinh")
_DIRECTOR = ("giam-doc-so", "truong-ban-nganh-tinh", "bi-thu-huyen-uy")

POSTS: Final = (
    # Articles 10 to 12: Independence Order
    _row("d98-hcdl1-btt", "10", "hcdl-nhat", _PARTY_SECRETARY, 13, 15),
    _row("d98-hcdl2-btt", "11", "hcdl-nhi", _PARTY_SECRETARY, 8, 10),
    _row("d98-hcdl3-btt", "12", "hcdl-ba", _PARTY_SECRETARY, 3, 5),
    _row("d98-hcdl3-pbt", "12", "hcdl-ba", _DEPUTY_SECRETARY, 8, 10),
    # Article 16: Labour Order, first class
    _row("d98-hcld1-pbt", "16", "hcld-nhat", _DEPUTY_SECRETARY, 5, None),
    _row("d98-hcld1-dbqh", "16", "hcld-nhat", ("truong-doan-dbqh-chuyen-trach",), 8, 10),
    _row("d98-hcld1-uvtv", "16", "hcld-nhat", _STANDING, 10, 15),
    _row("d98-hcld1-gds", "16", "hcld-nhat", _DIRECTOR, 15, None),
    # Article 17: second class
    _row("d98-hcld2-pbt", "17", "hcld-nhi", _DEPUTY_SECRETARY, 3, 5),
    _row("d98-hcld2-thutruong", "17", "hcld-nhi", ("thu-truong",), 3, 5),
    _row("d98-hcld2-ptct", "17", "hcld-nhi", ("pho-tong-cuc-truong",), 8, 10),
    _row("d98-hcld2-vutruong", "17", "hcld-nhi", ("vu-truong",), 10, 15),
    # Article 18: third class
    _row("d98-hcld3-tct", "18", "hcld-ba", ("tong-cuc-truong",), 3, 5),
    _row("d98-hcld3-ptct", "18", "hcld-ba", ("pho-tong-cuc-truong",), 5, 8),
    _row("d98-hcld3-vutruong", "18", "hcld-ba", ("vu-truong",), 6, 10),
    _row("d98-hcld3-pvt", "18", "hcld-ba", ("pho-vu-truong",), 10, 15),
)
