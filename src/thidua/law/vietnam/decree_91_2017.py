# SPDX-License-Identifier: MIT
"""Decree 91/2017/NĐ-CP, from 2017-10-01 to 2023-12-31, under the law of 2003."""

from __future__ import annotations

from typing import Final

from thidua.basis import Validity
from thidua.dossier import Scope
from thidua.eligibility import (
    All,
    Any,
    Attested,
    Employed,
    HasInitiative,
    Held,
    HeldInARow,
    InCampaign,
    Mark,
    MeetsStandard,
    NoSanction,
    Rated,
    ReducedTenure,
    Run,
    SelectedIn,
    Voted,
    VoteRule,
    YearsSince,
    that_year,
)
from thidua.law.vietnam.instrument import COLLECTIVE, INDIVIDUAL, MEDIUM, Instrument
from thidua.law.vietnam.law_2003 import FAMILY
from thidua.law.vietnam.wording import (
    FOLLOWS_THE_LAW,
    UNITED,
    chosen_among,
    excellent_years,
    has_work,
)

__all__ = ["COMMENDATIONS", "FLAGS", "GENERAL", "TITLES"]

DECREE: Final = Instrument(
    "Nghị định 91/2017/NĐ-CP", Validity("2017-10-01", "2024-01-01"), family=FAMILY
)

GENERAL: Final = (
    # Article 3
    DECREE.general(
        "d91-3-female-third",
        "3",
        counting=[ReducedTenure("sex", "nu", factor="2/3")],
        subjects=[INDIVIDUAL],
        confidence=MEDIUM,
        doubt="Nghị định 65/2014 giảm đúng 03 năm",
    ),
    # Article 45, clause 8: a secret ballot of all members
    DECREE.general(
        "d91-45-8-vote",
        "45/8",
        condition=Voted(VoteRule("0.9", secret=True), body="hoi-dong-bo-tinh"),
        awards=("cstd-bo-tinh", "cstd-toan-quoc", "anh-hung"),
    ),
    # Article 48: proposed in the year after that of the second title
    DECREE.general(
        "d91-48-cstd-tq-timing",
        "48/1/a",
        condition=YearsSince("cstd-bo-tinh", at_least=1, at_most=1, by="decision", to_day=True),
        awards="cstd-toan-quoc",
    ),
)

TITLES: Final = (
    # Article 9
    DECREE.rule(
        "d91-9-1-cstd-toan-quoc",
        "9/1",
        "cstd-toan-quoc",
        INDIVIDUAL,
        All(
            [
                chosen_among("người có 02 lần liên tục là Chiến sĩ thi đua bộ, ban, ngành, tỉnh"),
                HeldInARow("cstd-bo-tinh", 2, since=None),
                has_work(Scope.NATIONAL),
            ]
        ),
    ),
    DECREE.rule(
        "d91-9-2-cstd-bo-tinh",
        "9/2",
        "cstd-bo-tinh",
        INDIVIDUAL,
        All(
            [
                chosen_among("người có 03 lần liên tục là Chiến sĩ thi đua cơ sở"),
                Run(3, Held("cstd-co-so")),
                has_work(Scope.PROVINCE, Mark.APPLIED),
            ]
        ),
    ),
    DECREE.rule(
        "d91-9-3-cstd-co-so",
        "9/3",
        "cstd-co-so",
        INDIVIDUAL,
        that_year(
            All(
                [
                    Any([MeetsStandard("lao-dong-tien-tien"), MeetsStandard("chien-si-tien-tien")]),
                    Any(
                        [
                            HasInitiative(Scope.GRASSROOTS, marks=(Mark.RECOGNISED,)),
                            HasInitiative(
                                Scope.GRASSROOTS,
                                types=("research",),
                                marks=(Mark.ACCEPTED, Mark.APPLIED),
                            ),
                            All(
                                [
                                    HasInitiative(Scope.GRASSROOTS, types=("ingenuity",)),
                                    Rated("excellent"),
                                ]
                            ),
                        ]
                    ),
                ]
            )
        ),
    ),
    DECREE.rule(
        "d91-9-4-exclusions",
        "9/4",
        "lao-dong-tien-tien",
        INDIVIDUAL,
        that_year(
            All(
                [
                    Attested("registration", "dang-ky-thi-dua", wording="đã đăng ký thi đua"),
                    Employed(10),
                    NoSanction("reprimand"),
                ]
            )
        ),
        required=True,
        confidence=MEDIUM,
        doubt="đọc qua bài giới thiệu nghị định",
    ),
)

_CENTRAL_OR_PRESIDENT = ("chu-tich-nuoc", "thu-tuong")

FLAGS: Final = (
    # Article 11; at most 20 % of the leaders: see the quotas
    DECREE.rule(
        "d91-11-ctdcp",
        "11",
        "co-thi-dua-chinh-phu",
        COLLECTIVE,
        that_year(
            Any(
                [
                    SelectedIn("bo-ban-nganh-tinh"),
                    SelectedIn("hoi-dong-trung-uong"),
                    InCampaign(
                        launched_by=_CENTRAL_OR_PRESIDENT,
                        years=5,
                        reviews=("so-ket", "tong-ket"),
                        roles=("tieu-bieu-xuat-sac", "dan-dau"),
                    ),
                ]
            )
        ),
    ),
    # Article 12
    DECREE.rule(
        "d91-12-co-bo-tinh",
        "12/1",
        "co-thi-dua-bo-tinh",
        COLLECTIVE,
        that_year(SelectedIn("bo-ban-nganh-tinh")),
    ),
)

COMMENDATIONS: Final = (
    # Article 22
    DECREE.rule(
        "d91-22-congnhan",
        "22/2",
        "hcld-nhat",
        INDIVIDUAL,
        All(
            [
                Attested(
                    "invention",
                    "bon-sang-kien-trung-uong",
                    wording="04 phát minh, sáng kiến được cấp trung ương công nhận",
                ),
                Attested(
                    "mentoring", "dao-tao-dong-nghiep", wording="đào tạo, bồi dưỡng đồng nghiệp"
                ),
            ]
        ),
        categories=("cong-nhan",),
    ),
    # Article 38: five years after the certificate, where the law of 2022 takes any five
    DECREE.rule(
        "d91-38-1-bk-ttg-canhan",
        "38/1",
        "bk-thu-tuong",
        INDIVIDUAL,
        All(
            [
                FOLLOWS_THE_LAW,
                Held("bk-bo-tinh"),
                excellent_years(
                    5,
                    Any(
                        [
                            HasInitiative(Scope.GRASSROOTS, count=5, marks=(Mark.APPLIED,)),
                            All(
                                [
                                    HasInitiative(Scope.GRASSROOTS, types=("ingenuity",)),
                                    Held("giay-khen", times=5),
                                ]
                            ),
                        ]
                    ),
                    after="bk-bo-tinh",
                    titles=False,
                ),
            ]
        ),
    ),
    DECREE.rule(
        "d91-38-3-bk-ttg-tapthe",
        "38/3",
        "bk-thu-tuong",
        COLLECTIVE,
        All(
            [
                FOLLOWS_THE_LAW,
                UNITED,
                Held("bk-bo-tinh"),
                excellent_years(5, Held("co-thi-dua-bo-tinh"), after="bk-bo-tinh", titles=False),
            ]
        ),
        confidence=MEDIUM,
        doubt="trích từ Nghị định 65/2014; coi Nghị định 91/2017 giữ nguyên",
    ),
)
