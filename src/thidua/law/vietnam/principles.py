# SPDX-License-Identifier: MIT
"""What decrees 98/2023 and 152/2025 say alike of all awards: article 4, and the votes.

Decree 152/2025 replaced 98/2023 as a whole and took these rules over. Two of them judge
nobody by himself, so that no rule stands here for them: that a lower award need not be held
first (clause 1; no rule derives a ladder), and that of equals the woman is chosen (clause 6).
"""

from __future__ import annotations

from typing import Final

from thidua.award import GeneralRule
from thidua.basis import Confidence
from thidua.dossier import Track
from thidua.eligibility import (
    ExcludedTracks,
    LeaveCounts,
    NotPending,
    ReducedTenure,
    ResetAfterSanction,
    Voted,
    VoteRule,
)
from thidua.law.vietnam.instrument import INDIVIDUAL, Instrument

__all__ = ["AT_80", "AT_90", "principles", "vote_on_heroes", "votes"]

AT_90: Final = ("cstd-toan-quoc", "cstd-bo-tinh")
"""Titles on which the council of the ministry or province votes with 90 %."""
AT_80: Final = ("cstd-co-so", "co-thi-dua-bo-tinh", "co-thi-dua-chinh-phu")
"""Titles on which the council of the body that proposes votes with 80 %."""

_BY_MERIT = (
    "lao-dong-tien-tien",
    "chien-si-tien-tien",
    "cstd-co-so",
    "cstd-bo-tinh",
    "cstd-toan-quoc",
    "tap-the-ldtt",
    "tap-the-ldxs",
    "don-vi-tien-tien",
    "don-vi-quyet-thang",
)
_MATTERS = ("xem-xet-ky-luat", "dieu-tra", "thanh-tra", "khieu-nai-to-cao", "bao-chi-neu")


def principles(decree: Instrument, prefix: str) -> tuple[GeneralRule, ...]:
    """Return the rules of article 4, with codes that begin with *prefix*."""
    return (
        decree.general(
            f"{prefix}-ad-hoc-not-basis",
            "4/3",
            counting=[ExcludedTracks((Track.AD_HOC, Track.THEMED), always_regular=_BY_MERIT)],
        ),
        # What has been cleared in writing bars no more: a matter counts until its last day.
        decree.general(f"{prefix}-pending-matters", "4/4", condition=NotPending(_MATTERS)),
        decree.general(
            f"{prefix}-discipline-reset",
            "4/4",
            counting=[ResetAfterSanction()],
            doubt="năm hết thời hạn kỷ luật được coi là chưa trọn năm",
        ),
        decree.general(
            f"{prefix}-maternity",
            "4/5",
            counting=[LeaveCounts("thai-san")],
            subjects=[INDIVIDUAL],
        ),
        decree.general(
            f"{prefix}-female-tenure-third",
            "4/7",
            counting=[ReducedTenure("sex", "nu", factor="2/3")],
            subjects=[INDIVIDUAL],
            doubt="không áp dụng cho nữ có tuổi nghỉ hưu cao hơn; danh mục chức vụ chưa có ở đây",
        ),
    )


def votes(
    decree: Instrument, prefix: str, at: str, confidence: Confidence, doubt: str = ""
) -> tuple[GeneralRule, ...]:
    """Return the votes that the councils must reach, of all their members.

    Ballots name the council: ``"hoi-dong-trinh"`` is that of the body that proposes. That they
    are secret is not stated; the decree before asked for it.
    """
    of_ministry = Voted(VoteRule("0.9"), body="hoi-dong-bo-tinh")
    return (
        decree.general(
            f"{prefix}-vote-90",
            at,
            condition=of_ministry,
            awards=AT_90,
            confidence=confidence,
            doubt=doubt,
        ),
        decree.general(
            f"{prefix}-vote-90-anh-hung",
            at,
            condition=of_ministry,
            awards="anh-hung",
            confidence=confidence,
            doubt=doubt,
        ),
        decree.general(
            f"{prefix}-vote-80",
            at,
            condition=Voted(VoteRule("0.8"), body="hoi-dong-trinh"),
            awards=AT_80,
            confidence=confidence,
            doubt=doubt,
        ),
    )


def vote_on_heroes(
    decree: Instrument, code: str, at: str, confidence: Confidence, doubt: str = ""
) -> GeneralRule:
    """Return the vote of the central council, at which nine tenths of it must be present."""
    return decree.general(
        code,
        at,
        condition=Voted(VoteRule("0.9", quorum="0.9"), body="hoi-dong-trung-uong"),
        awards="anh-hung",
        confidence=confidence,
        doubt=doubt,
    )
