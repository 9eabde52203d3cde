# SPDX-License-Identifier: MIT
"""Law 06/2022/QH15, chapter III: orders and medals (*huân chương, huy chương*), articles 36 to 55.

A chain leads from one award to the next: from the certificate of the Prime Minister to the
third, second and first class of the Labour Order, and on to the Independence Order. Where the
numbers of a chain were not found, the rule says that the text is missing.
"""

from __future__ import annotations

from typing import Final

from thidua.award import Rule
from thidua.dossier import Scope
from thidua.eligibility import (
    All,
    Any,
    Attested,
    Condition,
    FigureIs,
    Held,
    InCampaign,
    MeetsRule,
    NeedsLocalRules,
    Rated,
    Run,
    TextMissing,
)
from thidua.law.vietnam.instrument import COLLECTIVE, ENTERPRISE, INDIVIDUAL, LOW, MEDIUM
from thidua.law.vietnam.law_2022 import LAW
from thidua.law.vietnam.wording import (
    ARMED_FORCES,
    BUSINESS,
    FARMERS,
    FOLLOWS_THE_LAW,
    UNITED,
    achieved,
    contributed,
    excellent_years,
    invented,
)

__all__ = ["INDEPENDENCE_ORDER", "LABOUR_ORDER_COLLECTIVES", "LABOUR_ORDER_PERSONS", "MEDALS"]

_STATE = ("chu-tich-nuoc", "thu-tuong")
_MINISTRY = ("bo-ban-nganh-tinh",)
_REVIEWS = ("so-ket", "tong-ket")
_EXEMPLARY = ("tieu-bieu-xuat-sac", "dac-biet-xuat-sac", "dan-dau")
_EXCELLENT = ("xuat-sac", *_EXEMPLARY)
_MOST_EXCELLENT = ("dac-biet-xuat-sac", "dan-dau")
_CAREER = "chức vụ và thời gian giữ chức vụ do nghị định quy định"


def _follow(award: str, years: int, within: Condition) -> All:
    """Return the chain of a person: an award, and after it good years with more in them."""
    run = Run(years, Rated("well"), within=within, after=(award,))
    return All([FOLLOWS_THE_LAW, Held(award), run])


def _career(code: str, at: str, award: str) -> Rule:
    """Return the way by length of service (*quá trình cống hiến*); its table is in a decree."""
    condition = NeedsLocalRules(f"cong-hien-{award}", _CAREER)
    doubt = "bảng chức vụ của nghị định chỉ được trích một phần"
    return LAW.rule(code, at, award, INDIVIDUAL, condition, confidence=MEDIUM, doubt=doubt)


def _unseen(code: str, at: str, award: str, who: tuple[str, ...]) -> Rule:
    """Return a way whose heading was seen and whose points were not."""
    missing = TextMissing("các tiêu chuẩn của khoản này chưa tìm thấy nguyên văn")
    return LAW.rule(
        code,
        at,
        award,
        INDIVIDUAL,
        All([FOLLOWS_THE_LAW, missing]),
        categories=who,
        confidence=LOW,
        doubt="chỉ thấy tiêu đề của khoản",
    )


def _independence(grade: str, article: str, below: str) -> tuple[Rule, Rule]:
    """Return the two ways to a class of the Independence Order (*Huân chương Độc lập*)."""
    award = f"hcdl-{grade}"
    person = Any(
        [
            NeedsLocalRules(f"cong-hien-{award}", _CAREER),
            achieved("dac-biet-xuat-sac", "có thành tích đặc biệt xuất sắc", Scope.NATIONAL),
        ]
    )
    years = TextMissing("số năm hoàn thành xuất sắc và số cờ thi đua sau hạng kế dưới")
    return (
        LAW.rule(
            f"l22-{article}-1-{award}-canhan",
            f"{article}/1",
            award,
            INDIVIDUAL,
            person,
            confidence=MEDIUM,
            doubt="khoản này chỉ được trích một phần",
        ),
        LAW.rule(
            f"l22-{article}-2-{award}-tapthe",
            f"{article}/2",
            award,
            COLLECTIVE,
            All([Held(below), years]),
            confidence=LOW,
            doubt="chỉ biết cấu trúc: đã có hạng kế dưới và nhiều năm liên tục tiếp theo",
        ),
    )


INDEPENDENCE_ORDER: Final = (
    *_independence("nhat", "36", "hcdl-nhi"),
    *_independence("nhi", "37", "hcdl-ba"),
    *_independence("ba", "38", "hcld-nhat"),
)


def _other_ways(scope: Scope | None, prize: str, sudden: str, gift: str) -> All:
    """Return what a person may be decorated for without a chain."""
    return All(
        [
            FOLLOWS_THE_LAW,
            Any(
                [
                    achieved("dot-xuat", sudden, scope),
                    Attested("prize", prize, wording="đạt giải thưởng quốc tế theo điểm này"),
                    invented(scope),
                    contributed(gift, "có đóng góp về kinh tế - xã hội, an sinh, khoa học"),
                ]
            ),
        ]
    )


LABOUR_ORDER_PERSONS: Final = (
    # Article 42: first class
    LAW.rule(
        "l22-42-1-hcld-nhat-canhan",
        "42/1",
        "hcld-nhat",
        INDIVIDUAL,
        _follow(
            "hcld-nhi", 5, TextMissing("số năm xuất sắc và danh hiệu chiến sĩ thi đua phải có")
        ),
        confidence=LOW,
        doubt="cấu trúc và 05 năm suy từ Điều 43 và Điều 44",
    ),
    LAW.rule(
        "l22-42-1-alt-hcld-nhat",
        "42/1",
        "hcld-nhat",
        INDIVIDUAL,
        _other_ways(
            Scope.NATIONAL,
            "cao-nhat-the-gioi",
            "lập thành tích đột xuất đặc biệt xuất sắc",
            "dac-biet-lon",
        ),
        confidence=MEDIUM,
        doubt="thứ tự các điểm và mức độ chưa đối chiếu nguyên văn",
    ),
    _career("l22-42-1-g-hcld-nhat-cong-hien", "42/1", "hcld-nhat"),
    _unseen("l22-42-2-hcld-nhat-congnhan", "42/2", "hcld-nhat", FARMERS),
    _unseen("l22-42-3-hcld-nhat-doanhnhan", "42/3", "hcld-nhat", BUSINESS),
    # Article 43: second class
    LAW.rule(
        "l22-43-1-dd-hcld-nhi-canhan",
        "43/1",
        "hcld-nhi",
        INDIVIDUAL,
        _follow("hcld-ba", 5, All([Rated("excellent", years=2), Held("cstd-bo-tinh")])),
    ),
    LAW.rule(
        "l22-43-1-alt-hcld-nhi",
        "43/1",
        "hcld-nhi",
        INDIVIDUAL,
        _other_ways(Scope.PROVINCE, "cao-nhat-khu-vuc", "lập thành tích đột xuất xuất sắc", "lon"),
    ),
    _career("l22-43-1-g-hcld-nhi-cong-hien", "43/1", "hcld-nhi"),
    _unseen("l22-43-2-hcld-nhi-congnhan", "43/2", "hcld-nhi", FARMERS),
    _unseen("l22-43-3-hcld-nhi-doanhnhan", "43/3", "hcld-nhi", BUSINESS),
    # Article 44: third class
    LAW.rule(
        "l22-44-1-e-hcld-ba-canhan",
        "44/1/e",
        "hcld-ba",
        INDIVIDUAL,
        _follow("bk-thu-tuong", 5, All([Rated("excellent"), Held("cstd-co-so", times=3)])),
    ),
    LAW.rule(
        "l22-44-1-alt-hcld-ba",
        "44/1",
        "hcld-ba",
        INDIVIDUAL,
        _other_ways(None, "khu-vuc", "lập thành tích đột xuất xuất sắc trong lĩnh vực", "nhieu"),
        confidence=MEDIUM,
        doubt="thứ tự các điểm và mức độ chưa đối chiếu nguyên văn",
    ),
    _career("l22-44-1-g-hcld-ba-cong-hien", "44/1/g", "hcld-ba"),
    LAW.rule(
        "l22-44-2-hcld-ba-congnhan",
        "44/2",
        "hcld-ba",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Any(
                    [
                        InCampaign(
                            launched_by=_MINISTRY, years=5, reviews=_REVIEWS, roles=_EXEMPLARY
                        ),
                        invented(None),
                        contributed("nhieu", "có nhiều đóng góp về kinh tế - xã hội, khoa học"),
                        achieved("dot-xuat", "lập thành tích đột xuất xuất sắc trong lĩnh vực"),
                    ]
                ),
            ]
        ),
        categories=FARMERS,
    ),
    _unseen("l22-44-3-hcld-ba-doanhnhan", "44/3", "hcld-ba", BUSINESS),
)

_FLAG, _STATE_FLAG = "co-thi-dua-bo-tinh", "co-thi-dua-chinh-phu"


def _chain(below: str, flags: Condition) -> All:
    """Return the chain of a collective: an award, and after it excellent years with flags."""
    years = excellent_years(5, flags, after=below)
    return All([FOLLOWS_THE_LAW, UNITED, Held(below), years])


_CHAIN_DOUBT = "đọc qua một biểu mẫu diễn giải lại luật"

LABOUR_ORDER_COLLECTIVES: Final = (
    LAW.rule(
        "l22-42-4-hcld-nhat-tapthe-chain",
        "42/4",
        "hcld-nhat",
        COLLECTIVE,
        _chain("hcld-nhi", TextMissing("số cờ thi đua phải có trong 05 năm")),
        confidence=LOW,
        doubt="cấu trúc chắc chắn, số cờ thi đua chưa tìm thấy",
    ),
    LAW.rule(
        "l22-42-4-hcld-nhat-tapthe-alt",
        "42/4",
        "hcld-nhat",
        COLLECTIVE,
        All(
            [
                FOLLOWS_THE_LAW,
                UNITED,
                Any(
                    [
                        achieved(
                            "dot-xuat",
                            "lập thành tích đột xuất đặc biệt xuất sắc",
                            Scope.NATIONAL,
                        ),
                        contributed("to-lon", "có nhiều đóng góp to lớn"),
                        InCampaign(launched_by=_STATE, reviews=_REVIEWS, roles=_MOST_EXCELLENT),
                    ]
                ),
            ]
        ),
    ),
    LAW.rule(
        "l22-43-4-hcld-nhi-tapthe-chain",
        "43/4",
        "hcld-nhi",
        COLLECTIVE,
        _chain("hcld-ba", Any([All([Held(_STATE_FLAG), Held(_FLAG)]), Held(_FLAG, times=3)])),
        confidence=MEDIUM,
        doubt=_CHAIN_DOUBT,
    ),
    LAW.rule(
        "l22-44-4-hcld-ba-tapthe-chain",
        "44/4",
        "hcld-ba",
        COLLECTIVE,
        _chain(
            "bk-thu-tuong",
            Any([Held(_STATE_FLAG), Held(_FLAG, times=2), All([Held(_FLAG), Held("bk-bo-tinh")])]),
        ),
        confidence=MEDIUM,
        doubt=_CHAIN_DOUBT,
    ),
    LAW.rule(
        "l22-44-4-hcld-ba-tapthe-alt",
        "44/4",
        "hcld-ba",
        COLLECTIVE,
        All(
            [
                FOLLOWS_THE_LAW,
                Any(
                    [
                        achieved("dot-xuat", "lập thành tích đột xuất xuất sắc trong lĩnh vực"),
                        contributed("nhieu", "có nhiều đóng góp về kinh tế - xã hội"),
                        InCampaign(launched_by=_STATE, reviews=_REVIEWS, roles=_EXCELLENT),
                        InCampaign(
                            launched_by=_MINISTRY, years=5, reviews=_REVIEWS, roles=_EXCELLENT
                        ),
                    ]
                ),
            ]
        ),
    ),
    LAW.rule(
        "l22-44-5-hcld-ba-doanhnghiep",
        "44/5",
        "hcld-ba",
        ENTERPRISE,
        All(
            [
                FOLLOWS_THE_LAW,
                MeetsRule(("l22-44-4-hcld-ba-tapthe-chain", "l22-44-4-hcld-ba-tapthe-alt")),
                TextMissing("điều kiện kèm theo về thuế, môi trường, an toàn lao động, nếu có"),
            ]
        ),
    ),
)

MEDALS: Final = (
    # Article 55
    LAW.rule(
        "l22-55-quan-ky",
        "55",
        "huy-chuong-quan-ky",
        INDIVIDUAL,
        All(
            [
                FigureIs("nam-phuc-vu-lien-tuc", ">=", 25),
                Attested("conduct", "hoan-thanh-tot-nhiem-vu", wording="hoàn thành tốt nhiệm vụ"),
            ]
        ),
        categories=ARMED_FORCES,
    ),
)
