# SPDX-License-Identifier: MIT
"""What the rules of several instruments ask for alike, under one name each.

Codes of attestations are those that dossiers use; the wording is ours, and short.
"""

from __future__ import annotations

from typing import Final

from thidua.dossier import InitiativeType, Scope
from thidua.eligibility import (
    Any,
    Attested,
    Condition,
    HasInitiative,
    Held,
    Mark,
    NeedsJudgement,
    Rated,
    Run,
    ShareIs,
)

__all__ = [
    "ARMED_FORCES",
    "BUSINESS",
    "CLEAN_ORGANISATION",
    "FARMERS",
    "FOLLOWS_THE_LAW",
    "HEALTHY_LIFE",
    "JOINS_MOVEMENTS",
    "OFFICIALS",
    "PRODUCTIVE",
    "THRIFT",
    "UNITED",
    "WORKERS",
    "achieved",
    "chosen_among",
    "contributed",
    "excellent_years",
    "has_work",
    "invented",
    "share_of_members",
    "targets_exceeded",
]

OFFICIALS: Final = ("can-bo", "cong-chuc", "vien-chuc", "nguoi-lao-dong-co-quan")
WORKERS: Final = ("cong-nhan", "nong-dan", "nguoi-lao-dong")
FARMERS: Final = ("cong-nhan", "nong-dan")
BUSINESS: Final = ("doanh-nhan", "tri-thuc", "nha-khoa-hoc")
ARMED_FORCES: Final = (
    "quan-nhan",
    "cong-an",
    "cong-nhan-vien-chuc-quoc-phong",
    "dan-quan-thuong-truc",
    "dan-quan-tu-ve-co-dong",
    "luc-luong-vu-trang",
)

FOLLOWS_THE_LAW: Final = Attested(
    "conduct", "chap-hanh-phap-luat", wording="chấp hành tốt chủ trương, chính sách, pháp luật"
)
HEALTHY_LIFE: Final = Attested(
    "conduct", "loi-song-lanh-manh", wording="có đạo đức, lối sống lành mạnh"
)
UNITED: Final = Attested("collective_quality", "doan-ket", wording="nội bộ đoàn kết")
CLEAN_ORGANISATION: Final = Attested(
    "collective_quality",
    "to-chuc-dang-doan-the",
    wording="tổ chức đảng, đoàn thể trong sạch, vững mạnh",
)
THRIFT: Final = Attested(
    "collective_quality",
    "tiet-kiem-chong-tham-nhung",
    wording="tiết kiệm, phòng, chống tham nhũng, tiêu cực",
)
JOINS_MOVEMENTS: Final = Attested(
    "participation", "phong-trao-thi-dua", wording="tích cực tham gia phong trào thi đua"
)
PRODUCTIVE: Final = Attested(
    "productivity", "lao-dong-hieu-qua", wording="lao động, sản xuất có hiệu quả"
)


def achieved(what: str, wording: str, scope: Scope | None = None) -> Attested:
    """Return that an achievement is certified, and how far it must reach (*lập thành tích*)."""
    return Attested("achievement", what, wording=wording, scope=scope)


def contributed(degree: str, wording: str) -> Attested:
    """Return that a contribution of a degree is certified (*đóng góp*)."""
    return Attested("contribution", degree, wording=wording)


def invented(scope: Scope | None, what: str = "phat-minh-cong-trinh-tac-pham") -> Attested:
    """Return that an invention, a scientific or an artistic work is certified."""
    wording = "có phát minh, sáng chế, công trình khoa học hoặc tác phẩm xuất sắc"
    return Attested("invention", what, wording=wording, scope=scope)


def targets_exceeded(wording: str) -> Attested:
    """Return that the targets of the year are exceeded (*vượt chỉ tiêu*)."""
    return Attested("target", "vuot-chi-tieu", wording=wording)


def chosen_among(pool: str) -> NeedsJudgement:
    """Return that the one who decides chooses among those who qualify (*lựa chọn trong số*)."""
    return NeedsJudgement(f"lựa chọn trong số {pool}")


def has_work(scope: Scope, *marks: Mark) -> Any:
    """Return the three alternatives: an initiative so *marked*, research, ingenuity in combat."""
    done = (Mark.ACCEPTED, Mark.APPLIED)
    return Any(
        [
            HasInitiative(scope, marks=marks),
            HasInitiative(scope, types=(InitiativeType.RESEARCH,), marks=done),
            HasInitiative(scope, types=(InitiativeType.INGENUITY,)),
        ]
    )


def share_of_members(part: str, share: str = "0.7", *, relation: str = ">=") -> ShareIs:
    """Return that a share of the members of a collective holds or does something."""
    return ShareIs(part, "bien-che", relation, share)


def excellent_years(
    years: int, within: Condition | None = None, *, after: str = "", titles: bool = True
) -> Run:
    """Return years in a row to the proposal, rated excellent or, for a collective, so titled."""
    each: Condition = Rated("excellent")
    if titles:
        each = Any([each, Held(("tap-the-ldxs", "don-vi-quyet-thang"))])
    return Run(years, each, within=within, after=(after,) if after else ())
