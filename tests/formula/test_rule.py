# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - rules stand in full, as people read them
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.formula import (
    ByCount,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    Checklist,
    Choose,
    Compare,
    DirectEntry,
    EqualSplit,
    Event,
    Factor,
    Form,
    Gated,
    Highest,
    ItemTotal,
    PerEvent,
    Piece,
    Prize,
    PrizeTable,
    Quotient,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    ShareReached,
    Sum,
    Threshold,
    Total,
    WeightedMean,
    Wording,
    YesNo,
    say,
)

_NAMES = {
    "thu": "Thu ngân sách",
    "ke_hoach": "Kế hoạch thu",
    "chi": "Chi ngân sách",
    "tre": "Báo cáo trễ hạn",
    "vi_pham": "Vi phạm",
    "co_ke_hoach": "Có kế hoạch",
    "co_so_ket": "Có sơ kết",
    "giai": "Giải thưởng",
    "phieu": "Phiếu chấm",
    "diem": "Điểm",
    "loai": "Loại đơn vị",
    "viec": "Nhiệm vụ",
    "gio": "Số giờ",
    "no": "Nợ",
    "si_so": "Sĩ số",
    "so_lop": "Số lớp",
    "hang": "Thứ hạng bình quân",
    "da_tinh": "Điểm đã tính",
    "sang_kien": "Sáng kiến",
}
_UNITS = {"thu": "tỷ đồng", "tre": "báo cáo"}
_QUESTIONS = {"co_ke_hoach", "co_so_ket"}
VI = Wording("vi", _NAMES, _UNITS, _QUESTIONS)
EN = Wording("en", _NAMES, _UNITS, _QUESTIONS)


@pytest.mark.parametrize(
    ("form", "vietnamese", "english"),
    [
        (
            DirectEntry("diem", least=-5, most=0, step="0.25"),
            "chấm điểm trực tiếp, từ -5 đến 0 điểm, theo bước 0,25 điểm",
            "entered, from -5 to 0 points, in steps of 0.25 points",
        ),
        (
            DirectEntry("diem", unlimited=True),
            "chấm điểm trực tiếp, không khống chế mức điểm",
            "entered, without a limit",
        ),
        (
            Checklist({"co_ke_hoach": "0.5", "co_so_ket": 1}),
            "tổng điểm các mục đã làm: Có kế hoạch: 0,5 điểm; Có sơ kết: 1 điểm",
            "the sum of what is done: Có kế hoạch: 0.5 points; Có sơ kết: 1 point",
        ),
        (
            Threshold(Quotient("thu", "ke_hoach"), ">=", "1.1", yes=3),
            "Thu ngân sách / Kế hoạch thu ≥ 1,1: 3 điểm; không đạt: 0 điểm",
            "Thu ngân sách / Kế hoạch thu ≥ 1.1: 3 points; otherwise: 0 points",
        ),
        (
            Threshold("thu", ">", "ke_hoach", no=-1),
            "Thu ngân sách > Kế hoạch thu: 10 điểm; không đạt: -1 điểm",
            "Thu ngân sách > Kế hoạch thu: 10 points; otherwise: -1 points",
        ),
        (
            PerEvent(
                [Event("tre", -1, limit=2), Event("sang_kien", "0.5")],
                bonus_if_clean=True,
                per="si_so",
            ),
            "từ 10 điểm; Báo cáo trễ hạn: trừ 1 điểm mỗi báo cáo, không quá 2 điểm; Sáng kiến: cộng 0,5 điểm mỗi lần; chỉ cộng khi không bị trừ; chia cho Sĩ số",
            "from 10 points; Báo cáo trễ hạn: 1 point off each báo cáo, no more than 2 points; Sáng kiến: 0.5 points more each time; more only where nothing is off; divided by Sĩ số",
        ),
        (
            PerEvent(
                [Event("co_so_ket", -1), Event(Choose(Compare("thu", "<", 98), 1, 0), "-0.5")]
            ),
            "từ 10 điểm; Có sơ kết: trừ 1 điểm; nếu Thu ngân sách < 98: trừ 0,5 điểm",
            "from 10 points; Có sơ kết: 1 point off; if Thu ngân sách < 98: 0.5 points off",
        ),
        (
            PerEvent.of(Choose(Compare("thu", ">", 98), 2, 0), 1),
            "nếu(Thu ngân sách > 98; 2; 0): cộng 1 điểm mỗi lần",
            "if(Thu ngân sách > 98; 2; 0): 1 point more each time",
        ),
        (
            ByCount("vi_pham", [6, 4, 0]),
            "theo Vi phạm: 0 lần: 6 điểm; 1 lần: 4 điểm; từ 2 lần trở lên: 0 điểm",
            "by Vi phạm: 0 times: 6 points; 1 time: 4 points; 2 times or more: 0 points",
        ),
        (
            ByCount("tre", [0, 0, -1], further="-0.5"),
            "theo Báo cáo trễ hạn: 0 báo cáo: 0 điểm; 1 báo cáo: 0 điểm; 2 báo cáo: -1 điểm; mỗi báo cáo sau đó: trừ 0,5 điểm",
            "by Báo cáo trễ hạn: 0 báo cáo: 0 points; 1 báo cáo: 0 points; 2 báo cáo: -1 points; each further báo cáo: 0.5 points off",
        ),
        (
            PrizeTable(
                "giai",
                [Prize(60, {"hang": "nhất"}), Prize(40, {"hang": "nhì", "cap": "tỉnh"})],
                without=-10,
            ),
            "mức cao nhất trong Giải thưởng: “nhất”: 60 điểm; “nhì”, “tỉnh”: 40 điểm; không có: -10 điểm",
            "the highest of Giải thưởng: “nhất”: 60 points; “nhì”, “tỉnh”: 40 points; none: -10 points",
        ),
        (
            PrizeTable("giai", [Prize(1, {"hang": "nhất"})], only_highest=False, at_most=3),
            "cộng mọi mức trong Giải thưởng: “nhất”: 1 điểm; không có: 0 điểm; cao nhất 3 điểm",
            "the sum of Giải thưởng: “nhất”: 1 point; none: 0 points; no more than 3 points",
        ),
        (
            WeightedMean(["thu", "chi", Sum(["no", 1])], scale="0.7"),
            "bình quân của Thu ngân sách; Chi ngân sách; Nợ + 1, nhân 0,7",
            "the mean of Thu ngân sách; Chi ngân sách; Nợ + 1, times 0.7",
        ),
        (
            WeightedMean([Factor("thu", 2), Factor("chi", "1/3")]),
            "bình quân của Thu ngân sách (hệ số 2); Chi ngân sách (hệ số 1/3)",
            "the mean of Thu ngân sách (weight 2); Chi ngân sách (weight 1/3)",
        ),
        (
            Raters("phieu", "diem", trimmed=True),
            "bình quân Điểm của Phiếu chấm, bỏ điểm cao nhất và điểm thấp nhất",
            "the mean of Điểm over Phiếu chấm, without the least and the greatest",
        ),
        (
            Raters("phieu", "diem", by="nhom", groups={"hội đồng": 2, "đồng nghiệp": 1}),
            "bình quân Điểm của Phiếu chấm, tính theo nhóm: “hội đồng” hệ số 2; “đồng nghiệp” hệ số 1",
            "the mean of Điểm over Phiếu chấm, group by group: “hội đồng” weight 2; “đồng nghiệp” weight 1",
        ),
        (
            ShareReached("viec", "gio", ">=", 8),
            "10 điểm × tỷ lệ Nhiệm vụ có Số giờ ≥ 8",
            "10 points × the share of Nhiệm vụ with Số giờ ≥ 8",
        ),
        (
            ShareReached("viec", "gio", ">=", 8, each="0.5"),
            "cộng 0,5 điểm cho mỗi mục của Nhiệm vụ có Số giờ ≥ 8",
            "0.5 points more for each of Nhiệm vụ with Số giờ ≥ 8",
        ),
        (
            RelativeToPeers("thu"),
            "10 điểm × Thu ngân sách / cao nhất cụm(Thu ngân sách), không quá 10 điểm",
            "10 points × Thu ngân sách / greatest in the cluster(Thu ngân sách), no more than 10 points",
        ),
        (
            RelativeToPeers("no", "least", lower_is_better=True, capped=False),
            "10 điểm × thấp nhất cụm(Nợ) / Nợ; Nợ bằng 0 thì được 10 điểm",
            "10 points × least in the cluster(Nợ) / Nợ; 10 points where Nợ is 0",
        ),
        (
            RankPoints("hang", [60, 45, 30, 15, 0], lower_is_better=True),
            "theo thứ hạng trong cụm về Thứ hạng bình quân, thấp nhất xếp thứ nhất: thứ 1: 60 điểm; thứ 2: 45 điểm; thứ 3: 30 điểm; thứ 4: 15 điểm; thứ 5: 0 điểm; các thứ sau: 0 điểm",
            "by the rank in the cluster in Thứ hạng bình quân, the lowest first: rank 1: 60 points; rank 2: 45 points; rank 3: 30 points; rank 4: 15 points; rank 5: 0 points; further ranks: 0 points",
        ),
        (
            RankPoints("thu", [5], beyond=None),
            "theo thứ hạng trong cụm về Thu ngân sách: thứ 1: 5 điểm",
            "by the rank in the cluster in Thu ngân sách: rank 1: 5 points",
        ),
        (
            RankPoints("thu", [5], beyond=1),
            "theo thứ hạng trong cụm về Thu ngân sách: thứ 1: 5 điểm; các thứ sau: 1 điểm",
            "by the rank in the cluster in Thu ngân sách: rank 1: 5 points; further ranks: 1 point",
        ),
        (
            EqualSplit("so_lop", points=6),
            "6 điểm chia đều cho Số lớp",
            "6 points shared equally among Số lớp",
        ),
        (
            ByKind("loai", {"xã": YesNo("co_ke_hoach"), "phường": Calculation("thu")}),
            "theo Loại đơn vị: “xã”: (Có kế hoạch – có: 10 điểm; không: 0 điểm); “phường”: (Thu ngân sách)",
            "by Loại đơn vị: “xã”: (Có kế hoạch – yes: 10 points; no: 0 points); “phường”: (Thu ngân sách)",
        ),
        (
            ByRange(
                "thu",
                [Piece(YesNo("co_ke_hoach"), below=100), Piece(YesNo("co_so_ket"), at_least=100)],
            ),
            "theo Thu ngân sách: dưới 100 tỷ đồng: (Có kế hoạch – có: 10 điểm; không: 0 điểm); từ 100 tỷ đồng trở lên: (Có sơ kết – có: 10 điểm; không: 0 điểm)",
            "by Thu ngân sách: below 100 tỷ đồng: (Có kế hoạch – yes: 10 points; no: 0 points); 100 tỷ đồng or more: (Có sơ kết – yes: 10 points; no: 0 points)",
        ),
        (
            ByRange("so_lop", [Piece(YesNo("co_ke_hoach"), above=0)]),
            "theo Số lớp: trên 0: (Có kế hoạch – có: 10 điểm; không: 0 điểm)",
            "by Số lớp: above 0: (Có kế hoạch – yes: 10 points; no: 0 points)",
        ),
        (
            Highest([YesNo("co_ke_hoach"), Calculation("diem")]),
            "mức cao nhất trong: (Có kế hoạch – có: 10 điểm; không: 0 điểm); (Điểm)",
            "the highest of: (Có kế hoạch – yes: 10 points; no: 0 points); (Điểm)",
        ),
        (
            Total([YesNo("co_ke_hoach", 2), YesNo("co_so_ket", 3)], at_least=0, at_most=4),
            "(Có kế hoạch – có: 2 điểm; không: 0 điểm) + (Có sơ kết – có: 3 điểm; không: 0 điểm); thấp nhất 0 điểm; cao nhất 4 điểm",
            "(Có kế hoạch – yes: 2 points; no: 0 points) + (Có sơ kết – yes: 3 points; no: 0 points); no less than 0 points; no more than 4 points",
        ),
        (
            Gated(Compare("co_ke_hoach", "==", 1), ByCount("vi_pham", [6, 0]), otherwise=-1),
            "nếu Có kế hoạch = có: (theo Vi phạm: 0 lần: 6 điểm; từ 1 lần trở lên: 0 điểm); nếu không: -1 điểm",
            "if Có kế hoạch = yes: (by Vi phạm: 0 times: 6 points; 1 time or more: 0 points); otherwise: -1 points",
        ),
        (
            Scaled(Sum(["no", 1]), YesNo("co_ke_hoach", 2)),
            "(Nợ + 1) × (Có kế hoạch – có: 2 điểm; không: 0 điểm)",
            "(Nợ + 1) × (Có kế hoạch – yes: 2 points; no: 0 points)",
        ),
        (
            Scaled(-2, YesNo("co_ke_hoach", 2)),
            "(-2) × (Có kế hoạch – có: 2 điểm; không: 0 điểm)",
            "(-2) × (Có kế hoạch – yes: 2 points; no: 0 points)",
        ),
        (
            CapAcross(PerEvent.of("sang_kien", 2), 8, "da_tinh"),
            "(Sáng kiến: cộng 2 điểm mỗi lần); không quá 8 điểm cho các kỳ, kể cả Điểm đã tính",
            "(Sáng kiến: 2 points more each time); no more than 8 points over all periods, Điểm đã tính included",
        ),
        (
            ItemTotal("viec", ByCount("gio", [0, -1]), where=Compare("gio", ">", 0), at_least=-3),
            "tổng theo từng mục của Nhiệm vụ có Số giờ > 0: (theo Số giờ: 0 lần: 0 điểm; từ 1 lần trở lên: -1 điểm); thấp nhất -3 điểm",
            "sum over each of Nhiệm vụ with Số giờ > 0: (by Số giờ: 0 times: 0 points; 1 time or more: -1 points); no less than -3 points",
        ),
        (
            ItemTotal("viec", EqualSplit("gio"), fold="mean"),
            "trung bình theo từng mục của Nhiệm vụ: (10 điểm chia đều cho Số giờ)",
            "mean over each of Nhiệm vụ: (10 points shared equally among Số giờ)",
        ),
    ],
)
def test_a_form_says_its_rule(form: Form, vietnamese: str, english: str) -> None:
    """Of a criterion of 10 points, each form says its rule in Vietnamese and in English."""
    maximum = Fraction(10)

    assert vietnamese == say(form, maximum, VI)
    assert english == say(form, maximum, EN)
