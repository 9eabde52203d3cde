# SPDX-License-Identifier: MIT
"""Law 15/2003/QH11 as amended by 39/2013/QH13, from 2014-06-01 to 2023-12-31.

Only what pages quote of it; decrees 65/2014 and 91/2017 are in modules of their own.
"""

from __future__ import annotations

from typing import Final

from thidua.basis import Validity
from thidua.eligibility import (
    All,
    Any,
    Attested,
    FigureIs,
    Held,
    MeetsRule,
    NeedsLocalRules,
    NoSanction,
    Rated,
    Run,
    TextMissing,
    that_year,
)
from thidua.law.vietnam.instrument import COLLECTIVE, INDIVIDUAL, LOW, Instrument
from thidua.law.vietnam.wording import (
    ARMED_FORCES,
    FOLLOWS_THE_LAW,
    HEALTHY_LIFE,
    JOINS_MOVEMENTS,
    OFFICIALS,
    UNITED,
    WORKERS,
    chosen_among,
    excellent_years,
    share_of_members,
)

__all__ = ["FAMILY", "ORDERS", "TITLES"]

FAMILY: Final = "15/2003/QH11"
LAW: Final = Instrument(
    "Luật 15/2003/QH11 (sửa đổi 2013)", Validity("2014-06-01", "2024-01-01"), family=FAMILY
)

_UNSEEN = "chưa tìm thấy nguyên văn; ghi ra để không kết luận sai là không đủ điều kiện"

TITLES: Final = (
    # Article 24
    LAW.rule(
        "l03-24-1-ldtt",
        "24/1",
        "lao-dong-tien-tien",
        INDIVIDUAL,
        that_year(
            All(
                [
                    Attested(
                        "productivity",
                        "hoan-thanh-tot-nang-suat-cao",
                        wording="hoàn thành tốt nhiệm vụ, năng suất, chất lượng cao",
                    ),
                    FOLLOWS_THE_LAW,
                    JOINS_MOVEMENTS,
                    HEALTHY_LIFE,
                ]
            )
        ),
        categories=OFFICIALS,
    ),
    LAW.rule(
        "l03-24-ldtt-khac",
        "24/2",
        "lao-dong-tien-tien",
        INDIVIDUAL,
        TextMissing("tiêu chuẩn cho công nhân, nông dân, người lao động khác"),
        categories=WORKERS,
        confidence=LOW,
        doubt=_UNSEEN,
    ),
    LAW.rule(
        "l03-24-cstt",
        "24/3",
        "chien-si-tien-tien",
        INDIVIDUAL,
        MeetsRule("l03-24-1-ldtt"),
        categories=ARMED_FORCES,
        confidence=LOW,
        doubt="suy từ luật 2022",
    ),
    # Article 27
    LAW.rule(
        "l03-27-tap-the-ldxs",
        "27/1",
        "tap-the-ldxs",
        COLLECTIVE,
        that_year(
            All(
                [
                    chosen_among("tập thể đạt Tập thể lao động tiên tiến"),
                    Rated("excellent"),
                    JOINS_MOVEMENTS,
                    share_of_members("hoan-thanh-nhiem-vu", "1"),
                    share_of_members("dat-ldtt"),
                    FigureIs("dat-cstd-co-so", ">=", 1),
                    NoSanction("warning", of="members"),
                    UNITED,
                ]
            )
        ),
    ),
    # Article 28: over half, where the law of 2022 asks for 70 %
    LAW.rule(
        "l03-28-tap-the-ldtt",
        "28/1",
        "tap-the-ldtt",
        COLLECTIVE,
        that_year(
            All(
                [
                    Rated("well"),
                    JOINS_MOVEMENTS,
                    share_of_members("dat-ldtt", "0.5", relation=">"),
                    NoSanction("warning", of="members"),
                    UNITED,
                ]
            )
        ),
    ),
)

ORDERS: Final = (
    # Article 39
    LAW.rule(
        "l03-39-quan-cong",
        "39/2",
        "hcqc-nhat",
        COLLECTIVE,
        All([Held("hcqc-nhi"), excellent_years(10, after="hcqc-nhi", titles=False)]),
    ),
    # Article 42
    LAW.rule(
        "l03-42-1-hcld-nhat-canhan",
        "42/1/a",
        "hcld-nhat",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Held("hcld-nhi"),
                Any(
                    [
                        Run(
                            5,
                            Attested(
                                "achievement",
                                "xuat-sac-hang-nam",
                                wording="thành tích xuất sắc ảnh hưởng toàn quốc",
                            ),
                            after="hcld-nhi",
                        ),
                        NeedsLocalRules("cong-hien-hcld-nhat", "quá trình cống hiến"),
                    ]
                ),
            ]
        ),
    ),
    LAW.rule(
        "l03-42-2-hcld-nhat-tapthe",
        "42/2/b",
        "hcld-nhat",
        COLLECTIVE,
        All(
            [
                FOLLOWS_THE_LAW,
                UNITED,
                Held("hcld-nhi"),
                excellent_years(5, after="hcld-nhi", titles=False),
            ]
        ),
        doubt="nghị định còn đòi một số cờ thi đua",
    ),
)
