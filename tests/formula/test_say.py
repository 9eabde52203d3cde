# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    BasePoints,
    Calculation,
    CapTogether,
    DirectEntry,
    Event,
    Factor,
    Form,
    Level,
    Leveled,
    PerEvent,
    Product,
    Proportional,
    Quotient,
    Stepped,
    Sum,
    WeightedSum,
    Wording,
    YesNo,
    say,
)

_NAMES = {
    "thu": "Thu ngân sách",
    "ke_hoach": "Kế hoạch thu",
    "chi": "Chi ngân sách",
    "tre": "Báo cáo trễ hạn",
    "sang_kien": "Sáng kiến",
    "ket_qua": "Số vụ hòa giải",
    "chi_tieu": "Chỉ tiêu hòa giải",
}
_UNITS = {"thu": "tỷ đồng", "tre": "báo cáo"}
VI = Wording("vi", _NAMES, _UNITS)
EN = Wording("en", _NAMES, _UNITS)

_NET = Sum(["thu", Product([-1, "chi"])])
_TABLE = [
    Band(0, below=80),
    Band("1.5", at_least=80, below=100),
    Band(2, at_least=100, at_most=100),
    Band(3, above=100),
]


@pytest.mark.parametrize(
    ("form", "vietnamese", "english"),
    [
        pytest.param(BasePoints(), "điểm nền 10 điểm", "10 points to begin with", id="base"),
        pytest.param(
            BasePoints(230), "điểm nền 230 điểm", "230 points to begin with", id="base_of_its_own"
        ),
        pytest.param(
            DirectEntry("thu", otherwise="chi"),
            "chấm điểm trực tiếp, từ 0 đến 10 điểm; không áp dụng thì lấy Chi ngân sách",
            "entered, from 0 to 10 points; Chi ngân sách if not applicable",
            id="direct_entry_or_the_stage_before",
        ),
        pytest.param(
            WeightedSum([Factor("thu", 2), "chi"]),
            "2 × Thu ngân sách + Chi ngân sách",
            "2 × Thu ngân sách + Chi ngân sách",
            id="weighted_sum",
        ),
        pytest.param(
            CapTogether(["II", "III.1"], 49),
            "phần điểm mục II + điểm mục III.1 vượt quá 49 điểm",
            "the part of points of II + points of III.1 above 49 points",
            id="cap_together",
        ),
        pytest.param(
            DirectEntry("thu"),
            "chấm điểm trực tiếp, từ 0 đến 10 điểm",
            "entered, from 0 to 10 points",
            id="direct_entry",
        ),
        pytest.param(
            YesNo("co"),
            "có: 10 điểm; không: 0 điểm",
            "yes: 10 points; no: 0 points",
            id="yes_no",
        ),
        pytest.param(
            YesNo("co", yes=1, no="-0.5"),
            "có: 1 điểm; không: -0,5 điểm",
            "yes: 1 point; no: -0.5 points",
            id="yes_no-other_points",
        ),
        pytest.param(
            Leveled("tien_do", [Level("đúng hạn", "1.5"), Level("trễ", 1), Level("không", 0)]),
            "chọn một mức: “đúng hạn”: 1,5 điểm; “trễ”: 1 điểm; “không”: 0 điểm",
            "one level: “đúng hạn”: 1.5 points; “trễ”: 1 point; “không”: 0 points",
            id="leveled",
        ),
        pytest.param(
            Proportional("thu", to="ke_hoach"),
            "10 điểm × Thu ngân sách / Kế hoạch thu, không quá 10 điểm",
            "10 points × Thu ngân sách / Kế hoạch thu, no more than 10 points",
            id="proportional",
        ),
        pytest.param(
            Proportional("thu", to=98, capped=False),
            "10 điểm × Thu ngân sách / 98",
            "10 points × Thu ngân sách / 98",
            id="proportional-uncapped",
        ),
        pytest.param(
            Proportional("thu", to="ke_hoach", zero_below="0.7"),
            "10 điểm × Thu ngân sách / Kế hoạch thu, không quá 10 điểm; dưới 70 % thì 0 điểm",
            "10 points × Thu ngân sách / Kế hoạch thu, no more than 10 points; nothing below 70%",
            id="proportional-zero_below",
        ),
        pytest.param(
            Proportional(_NET, to=Sum(["ke_hoach", 2]), capped=False),
            "10 điểm × (Thu ngân sách - Chi ngân sách) / (Kế hoạch thu + 2)",
            "10 points × (Thu ngân sách - Chi ngân sách) / (Kế hoạch thu + 2)",
            id="proportional-expressions",
        ),
        pytest.param(
            Stepped("thu", "ke_hoach", side="short", step="0.05", each=-2),
            "từ 10 điểm, cứ Thu ngân sách hụt đủ 5 % so với Kế hoạch thu thì trừ 2 điểm; "
            "thấp nhất 0 điểm",
            "from 10 points, 2 points off for every full 5% that Thu ngân sách is short of "
            "Kế hoạch thu; no less than 0 points",
            id="stepped-short",
        ),
        pytest.param(
            Stepped("thu", "ke_hoach", side="over", step="0.01", each="0.5"),
            "cứ Thu ngân sách vượt đủ 1 % so với Kế hoạch thu thì cộng 0,5 điểm; cao nhất 10 điểm",
            "0.5 points more for every full 1% that Thu ngân sách is above Kế hoạch thu; "
            "no more than 10 points",
            id="stepped-over",
        ),
        pytest.param(
            Stepped("thu", "ke_hoach", side="over", step=10, each=1, relative=False, started=True),
            "cứ Thu ngân sách vượt mỗi 10 tỷ đồng hoặc phần lẻ của 10 tỷ đồng so với Kế hoạch thu "
            "thì cộng 1 điểm; cao nhất 10 điểm",
            "1 point more for every 10 tỷ đồng, or part of it, that Thu ngân sách is above "
            "Kế hoạch thu; no more than 10 points",
            id="stepped-started",
        ),
        pytest.param(
            Stepped(
                _NET,
                100,
                side="short",
                step="2.5",
                each=-1,
                relative=False,
                start=12,
                at_least=2,
            ),
            "từ 12 điểm, cứ Thu ngân sách - Chi ngân sách hụt đủ 2,5 so với 100 thì trừ 1 điểm; "
            "thấp nhất 2 điểm; cao nhất 10 điểm",
            "from 12 points, 1 point off for every full 2.5 that Thu ngân sách - Chi ngân sách is "
            "short of 100; no less than 2 points; no more than 10 points",
            id="stepped-limits",
        ),
        pytest.param(
            Banded("thu", _TABLE),
            "theo Thu ngân sách: dưới 80 tỷ đồng: 0 điểm; từ 80 đến dưới 100 tỷ đồng: 1,5 điểm; "
            "đúng 100 tỷ đồng: 2 điểm; trên 100 tỷ đồng: 3 điểm",
            "by Thu ngân sách: below 80 tỷ đồng: 0 points; from 80 to below 100 tỷ đồng: "
            "1.5 points; exactly 100 tỷ đồng: 2 points; above 100 tỷ đồng: 3 points",
            id="banded",
        ),
        pytest.param(
            Banded("chi", [Band(1)]),
            "theo Chi ngân sách: mọi giá trị: 1 điểm",
            "by Chi ngân sách: any value: 1 point",
            id="banded-no_unit",
        ),
        pytest.param(
            Banded("thu", _TABLE[:2], to="ke_hoach"),
            "theo Thu ngân sách / Kế hoạch thu: dưới 80 %: 0 điểm; từ 80 đến dưới 100 %: 1,5 điểm",
            "by Thu ngân sách / Kế hoạch thu: below 80%: 0 points; from 80 to below 100%: "
            "1.5 points",
            id="banded-to",
        ),
        pytest.param(
            PerEvent.of("tre", -2, at_least=0),
            "từ 10 điểm; Báo cáo trễ hạn: trừ 2 điểm mỗi báo cáo; thấp nhất 0 điểm",
            "from 10 points; Báo cáo trễ hạn: 2 points off each báo cáo; no less than 0 points",
            id="per_event",
        ),
        pytest.param(
            PerEvent.of("sang_kien", "0.5", at_most=3),
            "Sáng kiến: cộng 0,5 điểm mỗi lần; cao nhất 3 điểm",
            "Sáng kiến: 0.5 points more each time; no more than 3 points",
            id="per_event-bonus",
        ),
        pytest.param(
            PerEvent(
                [Event("tre", -2), Event(Quotient("chi", 2), 1)],
                start=5,
                deductions_limit="1.5",
                bonuses_limit=2,
            ),
            "từ 5 điểm; Báo cáo trễ hạn: trừ 2 điểm mỗi báo cáo; Chi ngân sách / 2: cộng 1 điểm "
            "mỗi lần; tổng số điểm trừ không quá 1,5 điểm; tổng số điểm cộng không quá 2 điểm",
            "from 5 points; Báo cáo trễ hạn: 2 points off each báo cáo; Chi ngân sách / 2: 1 point "
            "more each time; no more than 1.5 points off in all; no more than 2 points more in all",
            id="per_event-several",
        ),
        pytest.param(
            AroundTarget("ket_qua", "chi_tieu"),
            "Số vụ hòa giải so với Chỉ tiêu hòa giải: bằng chỉ tiêu được 5 điểm, chưa đạt thì theo "
            "tỷ lệ; vượt thì thêm theo tỷ lệ vượt so với đơn vị có tỷ lệ cao nhất trong cụm, "
            "đơn vị dẫn đầu được 10 điểm; đơn vị không được giao chỉ tiêu so với đơn vị cao nhất "
            "trong nhóm không được giao",
            "Số vụ hòa giải against Chỉ tiêu hòa giải: 5 points at the target, in proportion below "
            "it; above it more by the excess ratio over that of the unit with the highest ratio "
            "in the cluster, the leader has 10 points; units without a target are compared with "
            "the best of those without",
            id="around_target-ratio",
        ),
        pytest.param(
            AroundTarget("ket_qua", "chi_tieu", "0.8", leader="excess", second_group=False),
            "Số vụ hòa giải so với Chỉ tiêu hòa giải: bằng chỉ tiêu được 8 điểm, chưa đạt thì theo "
            "tỷ lệ; vượt thì thêm theo số vượt so với đơn vị vượt nhiều nhất trong cụm, đơn vị "
            "dẫn đầu được 10 điểm",
            "Số vụ hòa giải against Chỉ tiêu hòa giải: 8 points at the target, in proportion below "
            "it; above it more by the excess over that of the unit with the largest excess in "
            "the cluster, the leader has 10 points",
            id="around_target-excess",
        ),
        pytest.param(
            AroundTarget("ket_qua", "chi_tieu", leader="actual", second_group=False),
            "Số vụ hòa giải so với Chỉ tiêu hòa giải: bằng chỉ tiêu được 5 điểm, chưa đạt thì theo "
            "tỷ lệ; vượt thì thêm theo số vượt so với khoảng cách từ chỉ tiêu đến kết quả cao nhất "
            "trong cụm, đơn vị dẫn đầu được 10 điểm",
            "Số vụ hòa giải against Chỉ tiêu hòa giải: 5 points at the target, in proportion below "
            "it; above it more by the excess over the distance from the target to the highest "
            "result in the cluster, the leader has 10 points",
            id="around_target-actual",
        ),
        pytest.param(
            Calculation(_NET, "theo Quy chế"), "theo Quy chế", "theo Quy chế", id="calculation"
        ),
        pytest.param(
            Calculation(Product(["0.5", _NET])),
            "0,5 × (Thu ngân sách - Chi ngân sách)",
            "0.5 × (Thu ngân sách - Chi ngân sách)",
            id="calculation-no_wording",
        ),
    ],
)
def test_a_form_says_how_it_scores(form: Form, vietnamese: str, english: str) -> None:
    """Of a criterion of 10 points, each form says in words how it scores."""
    maximum = Fraction(10)

    assert vietnamese == say(form, maximum, VI)
    assert english == say(form, maximum, EN)
