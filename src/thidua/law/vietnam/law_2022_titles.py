# SPDX-License-Identifier: MIT
"""Law 06/2022/QH15, chapter II: emulation titles (*danh hiệu thi đua*), articles 21 to 31."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from thidua.basis import Validity
from thidua.dossier import Scope
from thidua.eligibility import (
    All,
    Any,
    Attested,
    FigureIs,
    HasInitiative,
    Held,
    HeldInARow,
    InCampaign,
    Mark,
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    NoSanction,
    Rated,
    Run,
    SelectedIn,
    TextMissing,
    that_year,
)
from thidua.law.vietnam.instrument import COLLECTIVE, HOUSEHOLD, INDIVIDUAL, MEDIUM
from thidua.law.vietnam.law_2022 import LAW
from thidua.law.vietnam.wording import (
    ARMED_FORCES,
    CLEAN_ORGANISATION,
    FOLLOWS_THE_LAW,
    HEALTHY_LIFE,
    JOINS_MOVEMENTS,
    OFFICIALS,
    PRODUCTIVE,
    THRIFT,
    UNITED,
    WORKERS,
    chosen_among,
    has_work,
    share_of_members,
    targets_exceeded,
)

__all__ = ["TITLES_OF_COLLECTIVES", "TITLES_OF_PERSONS"]

LED_MINISTRY_CLUSTER: Final = NeedsLocalRules(
    "dan-dau-cum-khoi", "dẫn đầu cụm, khối thi đua do bộ, ban, ngành, tỉnh tổ chức"
)

_STANDARD_OF_COMMUNES: Final = NeedsLocalRules(
    "xa-tieu-bieu", "kinh tế - xã hội và quốc phòng, đời sống, văn hóa, môi trường, pháp luật"
)
DISTRICTS_ENDED: Final = "2025-07-01"

TITLES_OF_PERSONS: Final = (
    # Article 21
    LAW.rule(
        "l22-21-1-cstd-toan-quoc",
        "21/1",
        "cstd-toan-quoc",
        INDIVIDUAL,
        All(
            [
                chosen_among("người có 02 lần liên tục là Chiến sĩ thi đua bộ, ban, ngành, tỉnh"),
                HeldInARow("cstd-bo-tinh", 2, since=None),
                has_work(Scope.NATIONAL, Mark.APPLIED, Mark.REPLICABLE),
            ]
        ),
        confidence=MEDIUM,
        doubt="chưa có văn bản nói một năm trống giữa hai lần có làm mất tính liên tục hay không",
    ),
    # Article 22
    LAW.rule(
        "l22-22-1-cstd-bo-tinh",
        "22/1",
        "cstd-bo-tinh",
        INDIVIDUAL,
        All(
            [
                chosen_among("người có 03 lần liên tục là Chiến sĩ thi đua cơ sở"),
                Run(3, Held("cstd-co-so")),
                has_work(Scope.PROVINCE, Mark.APPLIED, Mark.REPLICABLE),
            ]
        ),
    ),
    # Article 23
    LAW.rule(
        "l22-23-1-cstd-co-so",
        "23/1",
        "cstd-co-so",
        INDIVIDUAL,
        that_year(
            All(
                [
                    Any([MeetsStandard("lao-dong-tien-tien"), MeetsStandard("chien-si-tien-tien")]),
                    Any(
                        [
                            Rated("excellent"),
                            HasInitiative(Scope.GRASSROOTS, marks=(Mark.RECOGNISED,)),
                            HasInitiative(
                                Scope.GRASSROOTS, types=("research",), marks=(Mark.ACCEPTED,)
                            ),
                            HasInitiative(Scope.GRASSROOTS, types=("ingenuity",)),
                        ]
                    ),
                ]
            )
        ),
    ),
    # Article 24
    LAW.rule(
        "l22-24-1-ldtt-cbccvc",
        "24/1",
        "lao-dong-tien-tien",
        INDIVIDUAL,
        that_year(All([Rated("well"), FOLLOWS_THE_LAW, JOINS_MOVEMENTS])),
        categories=OFFICIALS,
    ),
    LAW.rule(
        "l22-24-2-ldtt-khac",
        "24/2",
        "lao-dong-tien-tien",
        INDIVIDUAL,
        that_year(All([FOLLOWS_THE_LAW, PRODUCTIVE, JOINS_MOVEMENTS, HEALTHY_LIFE])),
        categories=WORKERS,
    ),
    LAW.rule(
        "l22-24-3-cstt",
        "24/3",
        "chien-si-tien-tien",
        INDIVIDUAL,
        MeetsRule("l22-24-1-ldtt-cbccvc"),
        categories=ARMED_FORCES,
    ),
)

TITLES_OF_COLLECTIVES: Final = (
    # Article 25: the flag of the Government
    LAW.rule(
        "l22-25-1-ctd-chinh-phu-cum-bo-tinh",
        "25/1",
        "co-thi-dua-chinh-phu",
        COLLECTIVE,
        that_year(
            All(
                [
                    LED_MINISTRY_CLUSTER,
                    NeedsJudgement("tiêu biểu xuất sắc trong số các tập thể dẫn đầu"),
                    targets_exceeded("vượt các chỉ tiêu thi đua trong năm"),
                    UNITED,
                    CLEAN_ORGANISATION,
                    THRIFT,
                ]
            )
        ),
    ),
    LAW.rule(
        "l22-25-2-ctd-chinh-phu-cum-tw",
        "25/2",
        "co-thi-dua-chinh-phu",
        COLLECTIVE,
        that_year(SelectedIn("hoi-dong-trung-uong")),
    ),
    LAW.rule(
        "l22-25-3-ctd-chinh-phu-phong-trao",
        "25/3",
        "co-thi-dua-chinh-phu",
        COLLECTIVE,
        that_year(
            InCampaign(
                launched_by="thu-tuong", years=5, reviews=("so-ket", "tong-ket"), roles="dan-dau"
            )
        ),
    ),
    # Article 26: the flag of a ministry, a province
    LAW.rule(
        "l22-26-1-ctd-bo-tinh-cum",
        "26/1",
        "co-thi-dua-bo-tinh",
        COLLECTIVE,
        that_year(
            All(
                [
                    LED_MINISTRY_CLUSTER,
                    targets_exceeded("vượt các chỉ tiêu thi đua và nhiệm vụ được giao trong năm"),
                    Attested(
                        "collective_quality",
                        "tieu-bieu-xuat-sac",
                        wording="tiêu biểu xuất sắc trong bộ, ban, ngành, tỉnh",
                    ),
                    UNITED,
                    CLEAN_ORGANISATION,
                    THRIFT,
                ]
            )
        ),
        confidence=MEDIUM,
        doubt="yêu cầu về tổ chức đảng, đoàn thể chỉ thấy ở bản của một tỉnh",
    ),
    LAW.rule(
        "l22-26-2-ctd-bo-tinh-phong-trao",
        "26/2",
        "co-thi-dua-bo-tinh",
        COLLECTIVE,
        that_year(
            InCampaign(
                launched_by="bo-ban-nganh-tinh", years=3, reviews="tong-ket", roles="dan-dau"
            )
        ),
        confidence=MEDIUM,
        doubt="chưa rõ dịp sơ kết có được xét hay không",
    ),
    # Article 27
    LAW.rule(
        "l22-27-1-tap-the-ldxs",
        "27/1",
        "tap-the-ldxs",
        COLLECTIVE,
        that_year(
            All(
                [
                    Rated("excellent"),
                    JOINS_MOVEMENTS,
                    share_of_members("hoan-thanh-nhiem-vu", "1"),
                    share_of_members("dat-ldtt"),
                    FigureIs("dat-cstd-co-so", ">=", 1),
                    UNITED,
                    FOLLOWS_THE_LAW,
                ]
            )
        ),
    ),
    LAW.rule(
        "l22-27-2-don-vi-quyet-thang",
        "27/2",
        "don-vi-quyet-thang",
        COLLECTIVE,
        that_year(
            All(
                [
                    Rated("excellent"),
                    JOINS_MOVEMENTS,
                    share_of_members("hoan-thanh-nhiem-vu", "1"),
                    share_of_members("dat-cstt"),
                    FigureIs("dat-cstd-co-so", ">=", 1),
                    UNITED,
                ]
            )
        ),
        categories=ARMED_FORCES,
        confidence=MEDIUM,
        doubt="tỷ lệ tính theo Chiến sĩ tiên tiến suy từ khoản 1",
    ),
    # Article 28
    LAW.rule(
        "l22-28-1-tap-the-ldtt",
        "28/1",
        "tap-the-ldtt",
        COLLECTIVE,
        that_year(
            All(
                [
                    Rated("well"),
                    JOINS_MOVEMENTS,
                    share_of_members("dat-ldtt"),
                    NoSanction("warning", of="members"),
                    UNITED,
                    FOLLOWS_THE_LAW,
                ]
            )
        ),
    ),
    LAW.rule(
        "l22-28-2-don-vi-tien-tien",
        "28/2",
        "don-vi-tien-tien",
        COLLECTIVE,
        that_year(
            All(
                [
                    Rated("well"),
                    share_of_members("dat-cstt"),
                    NoSanction("warning", of="members"),
                    UNITED,
                ]
            )
        ),
        categories=ARMED_FORCES,
        confidence=MEDIUM,
        doubt="tỷ lệ tính theo Chiến sĩ tiên tiến suy từ khoản 1",
    ),
    # Articles 29 to 31: communes, villages, families; the province details the standards
    evolve(LAW, validity=Validity("2024-01-01", DISTRICTS_ENDED)).rule(
        "l22-29-xa-tieu-bieu",
        "29/1",
        "xa-tieu-bieu",
        COLLECTIVE,
        that_year(All([InCampaign(launched_by="huyen", roles="dan-dau"), _STANDARD_OF_COMMUNES])),
    ),
    evolve(LAW, validity=Validity(DISTRICTS_ENDED)).rule(
        "l22-29-xa-tieu-bieu-2025",
        "29/1",
        "xa-tieu-bieu",
        COLLECTIVE,
        that_year(
            All(
                [
                    TextMissing("phong trào thi đua cấp nào thay cho cấp huyện từ 01/07/2025"),
                    _STANDARD_OF_COMMUNES,
                ]
            )
        ),
        confidence=MEDIUM,
        doubt="không còn cấp huyện; chưa thấy văn bản nói đọc quy định này thế nào",
    ),
    LAW.rule(
        "l22-30-thon-tdp-van-hoa",
        "30/1",
        "thon-tdp-van-hoa",
        COLLECTIVE,
        that_year(NeedsLocalRules("thon-tdp-van-hoa", "khung tiêu chuẩn Thôn, tổ dân phố văn hóa")),
    ),
    LAW.rule(
        "l22-31-gia-dinh-van-hoa",
        "31/1",
        "gia-dinh-van-hoa",
        HOUSEHOLD,
        that_year(
            All(
                [
                    FOLLOWS_THE_LAW,
                    JOINS_MOVEMENTS,
                    NeedsLocalRules("gia-dinh-van-hoa", "khung tiêu chuẩn Gia đình văn hóa"),
                ]
            )
        ),
        confidence=MEDIUM,
        doubt="chưa đọc nguyên văn điều này",
    ),
)
