# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.dossier import AwardType, Catalogue
from thidua.eligibility import (
    All,
    Any,
    AtLeast,
    Attested,
    Condition,
    EachYear,
    Employed,
    FigureIs,
    HasAttribute,
    HasInitiative,
    Held,
    HeldInARow,
    InCampaign,
    InYears,
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    NoSanction,
    Not,
    NotPending,
    Rated,
    Run,
    SelectedIn,
    ServedInPost,
    ShareIs,
    SubjectIs,
    TextMissing,
    Voted,
    VoteRule,
    YearsSince,
    say_condition,
    that_year,
)

NAMES = Catalogue(
    [
        AwardType(
            "bk",
            "Bằng khen",
            name_en="certificate",
            form="commendation",
            level="province",
            subjects=["individual"],
        )
    ]
)
WELL = Rated("well")


@pytest.mark.parametrize(
    ("condition", "vietnamese", "english"),
    [
        (
            All([WELL, Held("bk")]),
            "hoàn thành tốt nhiệm vụ trở lên; đã được tặng Bằng khen",
            "tasks completed well or better; has received certificate",
        ),
        (
            Any([All([WELL, NotPending()]), Held(["bk", "gk"], times=2)]),
            (
                "(hoàn thành tốt nhiệm vụ trở lên; không có việc đang xem xét, xác minh) "
                "hoặc đã được tặng Bằng khen hoặc gk từ 2 lần"
            ),
            (
                "(tasks completed well or better; nothing pending) "
                "or has received certificate or gk 2 times"
            ),
        ),
        (
            AtLeast(1, [WELL, Not(WELL)]),
            (
                "ít nhất 1 trong các điều kiện: hoàn thành tốt nhiệm vụ trở lên; "
                "không (hoàn thành tốt nhiệm vụ trở lên)"
            ),
            "at least 1 of: tasks completed well or better; not (tasks completed well or better)",
        ),
        (
            that_year(WELL),
            "trong năm xét: hoàn thành tốt nhiệm vụ trở lên",
            "in that year: tasks completed well or better",
        ),
        (
            InYears(3, Rated("well", years=2), skip=1),
            "trong 3 năm cuối, trừ 1 năm: hoàn thành tốt nhiệm vụ trở lên từ 2 năm",
            "in the last 3 years, 1 left out: tasks completed well or better in 2 years",
        ),
        (
            InYears(2, EachYear(WELL), side="first"),
            "trong 2 năm đầu: mỗi năm hoàn thành tốt nhiệm vụ trở lên",
            "in the first 2: each year: tasks completed well or better",
        ),
        (
            Run(5, WELL, within=Held("bk"), after="hc", reset="bk", skip=1),
            (
                "từ 5 năm liên tục sau khi được tặng hc, tính lại sau mỗi lần được tặng Bằng khen, "
                "đến trước năm xét 1 năm, mỗi năm hoàn thành tốt nhiệm vụ trở lên; "
                "trong thời gian đó đã được tặng Bằng khen"
            ),
            (
                "5 years in a row or more after hc, anew after certificate, "
                "up to 1 before that year, each tasks completed well or better; "
                "within them has received certificate"
            ),
        ),
        (
            Run(2, WELL, within=Held("bk"), idle=None, span="last"),
            (
                "từ 2 năm liên tục, mỗi năm hoàn thành tốt nhiệm vụ trở lên; "
                "trong 2 năm cuối đã được tặng Bằng khen"
            ),
            (
                "2 years in a row or more, each tasks completed well or better; "
                "within the last 2 of them has received certificate"
            ),
        ),
        (
            Run(2, WELL, within=Held("bk"), idle=1, span="sliding"),
            (
                "từ 2 năm liên tục, kết thúc không quá 1 năm trước năm xét, "
                "mỗi năm hoàn thành tốt nhiệm vụ trở lên; "
                "trong 2 năm liên tục nào đó đã được tặng Bằng khen"
            ),
            (
                "2 years in a row or more, ended no more than 1 before that year, "
                "each tasks completed well or better; "
                "within some 2 of them in a row has received certificate"
            ),
        ),
        (
            Run(2, WELL, within=Held("bk"), span="blocks"),
            (
                "từ 2 năm liên tục đến năm xét, mỗi năm hoàn thành tốt nhiệm vụ trở lên; "
                "trong một giai đoạn 2 năm tính từ năm đầu đã được tặng Bằng khen"
            ),
            (
                "2 years in a row or more up to that year, each tasks completed well or better; "
                "within one of their blocks of 2 from the first has received certificate"
            ),
        ),
        (
            Run(1, WELL),
            "từ 1 năm liên tục đến năm xét, mỗi năm hoàn thành tốt nhiệm vụ trở lên",
            "1 years in a row or more up to that year, each tasks completed well or better",
        ),
        (
            YearsSince("bk", at_least=2),
            "cách lần được tặng Bằng khen từ 2 năm",
            "at least 2 years since certificate",
        ),
        (
            YearsSince("bk", at_least=1, at_most=1),
            "cách lần được tặng Bằng khen đúng 1 năm",
            "exactly 1 year since certificate",
        ),
        (
            YearsSince("bk", at_least=2, at_most=2),
            "cách lần được tặng Bằng khen đúng 2 năm",
            "exactly 2 years since certificate",
        ),
        (
            YearsSince("bk", at_most=1),
            "cách lần được tặng Bằng khen không quá 1 năm",
            "at most 1 years since certificate",
        ),
        (
            SubjectIs(["cong-nhan", "nong-dan"]),
            "đối tượng: cong-nhan hoặc nong-dan",
            "subject: cong-nhan or nong-dan",
        ),
        (HasAttribute("sex", "F"), "sex: F", "sex: F"),
        (
            Held("bk", tracks="regular", issuers="UBND tỉnh"),
            "đã được tặng Bằng khen (thường xuyên) của UBND tỉnh",
            "has received certificate (regular) by UBND tỉnh",
        ),
        (
            HeldInARow("bk", 2),
            "đã được tặng Bằng khen 2 lần liên tục",
            "has received certificate 2 times in succession",
        ),
        (
            YearsSince("bk", at_least=2, at_most=5),
            "cách lần được tặng Bằng khen từ 2 năm và không quá 5 năm",
            "at least 2 years and at most 5 years since certificate",
        ),
        (
            HasInitiative("province", types=["initiative", "ingenuity"], marks="applied"),
            (
                "có 1 sáng kiến hoặc mưu trí, sáng tạo trong chiến đấu cấp bộ, tỉnh trở lên, "
                "đã áp dụng"
            ),
            "initiative or ingenuity in combat of ministry or province level or above, applied",
        ),
        (
            HasInitiative("national", count=2),
            "có 2 sáng kiến toàn quốc trở lên",
            "initiative of national level or above, 2 of them",
        ),
        (
            NoSanction("warning"),
            "không bị kỷ luật từ cảnh cáo trở lên",
            "no sanction from warning upwards",
        ),
        (
            NoSanction("warning", of="members"),
            "không có thành viên bị kỷ luật từ cảnh cáo trở lên",
            "no sanction of members from warning upwards",
        ),
        (
            NotPending("thanh-tra"),
            "không có việc đang xem xét, xác minh (thanh-tra)",
            "nothing pending (thanh-tra)",
        ),
        (
            ServedInPost("giam-doc", 3, under=5),
            "giữ chức vụ giam-doc từ 3 năm đến dưới 5 năm",
            "in post giam-doc for 3 years or more but under 5",
        ),
        (
            Employed(10),
            "có thời gian công tác từ 10 tháng mỗi năm",
            "at work for 10 months of each year",
        ),
        (FigureIs("diem", ">=", "90.5"), "diem ≥ 90,5", "diem ≥ 90.5"),
        (FigureIs("diem", "==", 1), "diem = 1", "diem = 1"),
        (
            ShareIs("ldtt", "bien-che", ">", "0.5"),
            "ldtt / bien-che > 50 %",
            "ldtt / bien-che > 50%",
        ),
        (SelectedIn("cụm 3"), "được cụm 3 suy tôn", "put forward by cụm 3"),
        (
            SelectedIn("cụm 3", rank=1, years=2),
            "xếp thứ 1 trở lên trong cụm 3 trong 2 năm",
            "ranked 1 or better in cụm 3 in 2 years",
        ),
        (
            InCampaign(),
            "có thành tích trong phong trào thi đua",
            "a part in a campaign",
        ),
        (
            InCampaign(
                campaigns="ntm",
                launched_by="thu-tuong",
                reviews=["so-ket", "tong-ket"],
                roles="dan-dau",
                years=3,
                times=2,
            ),
            (
                "có thành tích trong 2 phong trào thi đua, ntm, do thu-tuong phát động, "
                "khi so-ket hoặc tong-ket, là dan-dau, từ 3 năm"
            ),
            (
                "a part in 2 campaigns, ntm, launched by thu-tuong, "
                "at so-ket or tong-ket, as dan-dau, for 3 years"
            ),
        ),
        (
            Voted(VoteRule("0.9")),
            "hội đồng đồng ý từ 90 % tổng số thành viên",
            "the council agrees by 90% of all members",
        ),
        (
            Voted(VoteRule("0.5", base="present", above=True), body="Hội đồng cơ sở"),
            "Hội đồng cơ sở đồng ý trên 50 % số thành viên dự họp",
            "Hội đồng cơ sở agrees by more than 50% of the members present",
        ),
        (
            Voted(VoteRule("0.5", base="voters")),
            "hội đồng đồng ý từ 50 % số thành viên bỏ phiếu",
            "the council agrees by 50% of the members who vote",
        ),
        (
            Attested("conduct", "phap-luat", wording="chấp hành tốt pháp luật"),
            "được xác nhận chấp hành tốt pháp luật",
            "attested: chấp hành tốt pháp luật",
        ),
        (
            Attested("contribution", "lon", scope="national"),
            "được xác nhận contribution: lon (toàn quốc)",
            "attested: contribution: lon (national level)",
        ),
        (
            MeetsStandard("bk"),
            "đạt tiêu chuẩn Bằng khen",
            "meets the standard of certificate",
        ),
        (MeetsRule(["a", "b"]), "đáp ứng a hoặc b", "meets a or b"),
        (
            NeedsJudgement("tiêu biểu"),
            "do người có thẩm quyền xem xét: tiêu biểu",
            "left to judgement: tiêu biểu",
        ),
        (
            NeedsLocalRules("ty-le"),
            "theo quy định của bộ, tỉnh: ty-le",
            "by local rules: ty-le",
        ),
        (
            NeedsLocalRules("ty-le", "tỷ lệ CSTĐ"),
            "theo quy định của bộ, tỉnh: tỷ lệ CSTĐ",
            "by local rules: tỷ lệ CSTĐ",
        ),
        (TextMissing("đuôi khoản"), "chưa có văn bản: đuôi khoản", "text not found: đuôi khoản"),
    ],
)
def test_conditions_in_words(condition: Condition, vietnamese: str, english: str) -> None:
    """Every condition says what it asks for, in both languages."""

    assert vietnamese == say_condition(condition, awards=NAMES)
    assert english == say_condition(condition, language="en", awards=NAMES)
