# SPDX-License-Identifier: MIT
"""Law 06/2022/QH15, chapter III: certificates (*bằng khen, giấy khen*), articles 73 to 75."""

from __future__ import annotations

from typing import Final

from thidua.dossier import Scope
from thidua.eligibility import (
    All,
    Any,
    Attested,
    HasInitiative,
    Held,
    InCampaign,
    Mark,
    MeetsRule,
    NeedsLocalRules,
    Rated,
    Run,
    SubjectIs,
    TextMissing,
    that_year,
)
from thidua.law.vietnam.instrument import COLLECTIVE, HOUSEHOLD, INDIVIDUAL, MEDIUM
from thidua.law.vietnam.law_2022 import LAW
from thidua.law.vietnam.wording import (
    BUSINESS,
    FOLLOWS_THE_LAW,
    UNITED,
    WORKERS,
    achieved,
    contributed,
    excellent_years,
)

__all__ = ["OF_MINISTRIES", "OF_THE_PRIME_MINISTER", "OF_UNITS"]

_REVIEWS = ("so-ket", "tong-ket")
_EXEMPLARY = ("tieu-bieu-xuat-sac", "dac-biet-xuat-sac", "dan-dau")
_EXCELLENT = ("xuat-sac", *_EXEMPLARY)
_CONTRIBUTED = contributed("co", "có đóng góp về kinh tế - xã hội, an sinh, từ thiện, khoa học")
_MOVEMENT = InCampaign(launched_by="bo-ban-nganh-tinh", roles=_EXCELLENT)
_PROVINCIAL_COPY = "chỉ thấy qua bản chép lại của một tỉnh"

OF_THE_PRIME_MINISTER: Final = (
    # Article 73, clause 1: persons
    LAW.rule(
        "l22-73-1-a",
        "73/1/a",
        "bk-thu-tuong",
        INDIVIDUAL,
        All([FOLLOWS_THE_LAW, InCampaign(reviews=_REVIEWS, roles=_EXEMPLARY)]),
    ),
    # The certificate may lie within the five years: the text says "và", not "sau đó".
    LAW.rule(
        "l22-73-1-b",
        "73/1/b",
        "bk-thu-tuong",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Held("bk-bo-tinh"),
                Run(5, Rated("well"), within=Held("cstd-co-so", times=3)),
            ]
        ),
    ),
    LAW.rule(
        "l22-73-1-c",
        "73/1/c",
        "bk-thu-tuong",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Any(
                    [
                        achieved("nhieu-thanh-tich", "lập được nhiều thành tích", Scope.PROVINCE),
                        achieved("dot-xuat", "lập thành tích đột xuất", Scope.PROVINCE),
                        Attested("prize", "khu-vuc", wording="đạt giải thưởng khu vực"),
                    ]
                ),
            ]
        ),
    ),
    LAW.rule(
        "l22-73-1-d",
        "73/1/d",
        "bk-thu-tuong",
        INDIVIDUAL,
        All([FOLLOWS_THE_LAW, _CONTRIBUTED]),
    ),
    # Clause 2: workers, farmers
    LAW.rule(
        "l22-73-2-congnhan",
        "73/2",
        "bk-thu-tuong",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Any(
                    [
                        MeetsRule(("l22-73-1-a", "l22-73-1-b", "l22-73-1-d")),
                        achieved("lao-dong-san-xuat", "có thành tích ảnh hưởng trong ngành, nghề"),
                        All(
                            [
                                SubjectIs("cong-nhan"),
                                HasInitiative(Scope.DISTRICT, marks=(Mark.APPLIED,)),
                                Attested(
                                    "invention",
                                    "gia-tri-cao",
                                    wording="sáng kiến mang lại giá trị cao",
                                ),
                                Attested(
                                    "mentoring",
                                    "giup-do-dong-nghiep",
                                    wording="đào tạo, giúp đỡ đồng nghiệp",
                                ),
                            ]
                        ),
                        All(
                            [
                                SubjectIs("nong-dan"),
                                Attested(
                                    "productivity",
                                    "mo-hinh-tu-hai-nam",
                                    wording="mô hình sản xuất hiệu quả, ổn định từ 02 năm",
                                ),
                                TextMissing("phần cuối của tiêu chuẩn dành cho nông dân"),
                            ]
                        ),
                    ]
                ),
            ]
        ),
        categories=WORKERS,
        confidence=MEDIUM,
        doubt="phần cuối của tiêu chuẩn dành cho nông dân bị cắt",
    ),
    # Collectives and households: the numbers of the clauses were not seen
    LAW.rule(
        "l22-73-tapthe-chain",
        "73",
        "bk-thu-tuong",
        COLLECTIVE,
        All(
            [
                FOLLOWS_THE_LAW,
                UNITED,
                Held("bk-bo-tinh"),
                excellent_years(5, Held("co-thi-dua-bo-tinh")),
            ]
        ),
        confidence=MEDIUM,
        doubt="đọc qua một biểu mẫu; các trường hợp khác của khoản này chưa tìm thấy",
    ),
    LAW.rule(
        "l22-73-hogiadinh",
        "73",
        "bk-thu-tuong",
        HOUSEHOLD,
        All([FOLLOWS_THE_LAW, contributed("lon", "đóng góp lớn về công sức, đất đai, tài sản")]),
        confidence=MEDIUM,
        doubt="chưa rõ khoản",
    ),
)

OF_MINISTRIES: Final = (
    # Article 74, clause 1: persons
    LAW.rule("l22-74-1-a", "74/1/a", "bk-bo-tinh", INDIVIDUAL, All([FOLLOWS_THE_LAW, _MOVEMENT])),
    LAW.rule(
        "l22-74-1-b",
        "74/1/b",
        "bk-bo-tinh",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Any(
                    [
                        achieved("nhieu-thanh-tich", "lập được nhiều thành tích trong lĩnh vực"),
                        achieved("dot-xuat", "lập thành tích đột xuất trong lĩnh vực"),
                    ]
                ),
            ]
        ),
    ),
    LAW.rule(
        "l22-74-1-c", "74/1/c", "bk-bo-tinh", INDIVIDUAL, All([FOLLOWS_THE_LAW, _CONTRIBUTED])
    ),
    LAW.rule(
        "l22-74-1-d",
        "74/1/d",
        "bk-bo-tinh",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Any(
                    [
                        Run(2, Held("cstd-co-so")),
                        Run(
                            2,
                            Rated("excellent"),
                            within=Any(
                                [
                                    HasInitiative(Scope.GRASSROOTS, count=2, marks=(Mark.APPLIED,)),
                                    HasInitiative(
                                        Scope.GRASSROOTS,
                                        count=2,
                                        types=("research",),
                                        marks=(Mark.ACCEPTED, Mark.APPLIED),
                                    ),
                                ]
                            ),
                        ),
                    ]
                ),
            ]
        ),
    ),
    # Workers and business people: the clauses were not seen
    LAW.rule(
        "l22-74-congnhan",
        "74",
        "bk-bo-tinh",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                achieved("lao-dong-san-xuat", "có nhiều thành tích ảnh hưởng trong xã, đơn vị"),
            ]
        ),
        categories=WORKERS,
        confidence=MEDIUM,
        doubt=_PROVINCIAL_COPY,
    ),
    LAW.rule(
        "l22-74-doanhnhan",
        "74",
        "bk-bo-tinh",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Any(
                    [
                        MeetsRule(("l22-74-1-a", "l22-74-1-b", "l22-74-1-c", "l22-74-1-d")),
                        contributed("duoc-cong-nhan", "đóng góp được bộ, tỉnh công nhận"),
                    ]
                ),
            ]
        ),
        categories=BUSINESS,
        confidence=MEDIUM,
        doubt=_PROVINCIAL_COPY,
    ),
    LAW.rule(
        "l22-74-tapthe",
        "74",
        "bk-bo-tinh",
        COLLECTIVE,
        All(
            [
                FOLLOWS_THE_LAW,
                UNITED,
                Any(
                    [
                        _MOVEMENT,
                        achieved("dot-xuat", "lập thành tích đột xuất xuất sắc trong lĩnh vực"),
                        _CONTRIBUTED,
                        All(
                            [
                                excellent_years(2),
                                Attested(
                                    "collective_quality",
                                    "dan-chu-co-so-cham-lo-doi-song",
                                    wording="dân chủ cơ sở, chăm lo đời sống, tiết kiệm",
                                ),
                            ]
                        ),
                    ]
                ),
            ]
        ),
    ),
    LAW.rule(
        "l22-74-hogiadinh",
        "74",
        "bk-bo-tinh",
        HOUSEHOLD,
        All([FOLLOWS_THE_LAW, contributed("nhieu", "nhiều đóng góp về công sức, đất đai")]),
        confidence=MEDIUM,
        doubt=_PROVINCIAL_COPY,
    ),
)

OF_UNITS: Final = (
    # Article 75: clause 2 leaves the standards to ministries and provinces
    LAW.rule(
        "l22-75-1-giay-khen",
        "75/1",
        "giay-khen",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                that_year(Rated("well")),
                Any(
                    [
                        InCampaign(launched_by="don-vi"),
                        achieved("nhieu-thanh-tich", "lập được nhiều thành tích trong đơn vị"),
                        achieved("dot-xuat", "lập thành tích đột xuất trong đơn vị"),
                    ]
                ),
                NeedsLocalRules("giay-khen", "tiêu chuẩn cụ thể do bộ, ban, ngành, tỉnh quy định"),
            ]
        ),
        confidence=MEDIUM,
        doubt="tiêu chuẩn do địa phương quy định; ở đây là thí dụ của một tỉnh",
    ),
)
