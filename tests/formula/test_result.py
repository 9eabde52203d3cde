# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - results stand in full, as people read them
from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from thidua.formula import (
    ByCount,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    Checklist,
    Compare,
    DirectEntry,
    EqualSplit,
    Event,
    Factor,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Leveled,
    PerEvent,
    Piece,
    Prize,
    PrizeTable,
    Quotient,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    Scope,
    ShareReached,
    Sum,
    Threshold,
    Total,
    WeightedMean,
    Wording,
    YesNo,
    evaluate,
    lower,
    tell,
)
from thidua.formula.scope import Cell
from thidua.quantity import Given, State, as_entry

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


def cells(entries: Mapping[str, Given]) -> dict[str, Cell]:
    """Return entries as evaluators read them."""
    found = {code: as_entry(entry) for code, entry in entries.items()}
    return {
        code: Fraction(entry) if isinstance(entry, bool) else entry for code, entry in found.items()
    }


def unit(
    items: Mapping[str, Sequence[Mapping[str, Given]]] | None = None, **entries: Given
) -> Scope:
    """Return a unit without peers."""
    lists = {code: [cells(item) for item in listed] for code, listed in (items or {}).items()}
    return Scope(cells(entries), lists)


def cluster(code: str, *results: Given) -> Scope:
    """Return the first of units A, B, C, with one result each."""
    scopes: list[Scope] = []
    for name, result in zip("ABC", results, strict=False):
        scopes.append(Scope(cells({code: result}), unit=name.lower(), title=name, peers=scopes))
    return scopes[0]


@pytest.mark.parametrize(
    ("form", "scope", "points", "vietnamese", "english"),
    [
        (
            Checklist({"co_ke_hoach": "0.5", "co_so_ket": 1}),
            unit(co_ke_hoach=True, co_so_ket=False),
            "1/2",
            "đã làm: Có kế hoạch (0,5 điểm); chưa làm: Có sơ kết",
            "done: Có kế hoạch (0.5 points); not done: Có sơ kết",
        ),
        (
            Checklist({"co_ke_hoach": "0.5"}),
            unit(co_ke_hoach=True),
            "1/2",
            "đã làm: Có kế hoạch (0,5 điểm)",
            "done: Có kế hoạch (0.5 points)",
        ),
        (
            Checklist({"co_ke_hoach": "0.5"}),
            unit(co_ke_hoach=False),
            "0",
            "chưa làm: Có kế hoạch",
            "not done: Có kế hoạch",
        ),
        (
            Threshold(Quotient("thu", "ke_hoach"), ">=", "1.1", yes=3),
            unit(thu=110, ke_hoach=100),
            "3",
            "đạt Thu ngân sách / Kế hoạch thu ≥ 1,1 (Thu ngân sách / Kế hoạch thu: 1,1)",
            "Thu ngân sách / Kế hoạch thu ≥ 1.1 (Thu ngân sách / Kế hoạch thu: 1.1)",
        ),
        (
            Threshold("thu", ">", "ke_hoach", no=-1),
            unit(thu=100, ke_hoach=100),
            "-1",
            "không đạt Thu ngân sách > Kế hoạch thu (Thu ngân sách: 100 tỷ đồng; Kế hoạch thu: 100)",
            "not Thu ngân sách > Kế hoạch thu (Thu ngân sách: 100 tỷ đồng; Kế hoạch thu: 100)",
        ),
        (
            PerEvent(
                [Event("tre", -1, limit=2), Event("sang_kien", "0.5")],
                bonus_if_clean=True,
                per="si_so",
            ),
            unit(tre=3, sang_kien=4, si_so=4),
            "19/2",
            "Báo cáo trễ hạn: 3 báo cáo × (-1) = -3 điểm, chỉ tính -2 điểm; đã bị trừ nên không được cộng; chia cho Sĩ số: 4 = -0,5 điểm",
            "Báo cáo trễ hạn: 3 báo cáo × (-1) = -3 points, which counts -2 points; nothing more, as something is off; divided by Sĩ số: 4 = -0.5 points",
        ),
        (
            PerEvent(
                [Event("tre", -1, limit=2), Event("sang_kien", "0.5")],
                bonus_if_clean=True,
                per="si_so",
            ),
            unit(tre=0, sang_kien=4, si_so=4),
            "21/2",
            "Sáng kiến: 4 × 0,5 = 2 điểm; chia cho Sĩ số: 4 = 0,5 điểm",
            "Sáng kiến: 4 × 0.5 = 2 points; divided by Sĩ số: 4 = 0.5 points",
        ),
        (
            PerEvent(
                [Event("tre", -1), Event("sang_kien", 1)],
                deductions_limit=2,
                bonuses_limit=1,
                bonus_if_clean=True,
            ),
            unit(tre=0, sang_kien=4),
            "11",
            "Sáng kiến: 4 × 1 = 4 điểm; điểm cộng chỉ tính 1 điểm",
            "Sáng kiến: 4 × 1 = 4 points; bonuses count 1 point",
        ),
        (
            PerEvent(
                [Event("tre", -1), Event("sang_kien", 1)],
                deductions_limit=2,
                bonuses_limit=1,
                bonus_if_clean=True,
            ),
            unit(tre=4, sang_kien=4),
            "8",
            "Báo cáo trễ hạn: 4 báo cáo × (-1) = -4 điểm; điểm trừ chỉ tính -2 điểm; đã bị trừ nên không được cộng",
            "Báo cáo trễ hạn: 4 báo cáo × (-1) = -4 points; deductions count -2 points; nothing more, as something is off",
        ),
        (ByCount("vi_pham", [6, 4, 0]), unit(vi_pham=1), "4", "Vi phạm: 1 lần", "Vi phạm: 1 time"),
        (
            ByCount("tre", [6, 4, 0]),
            unit(tre=2),
            "0",
            "Báo cáo trễ hạn: 2 báo cáo",
            "Báo cáo trễ hạn: 2 báo cáo",
        ),
        (
            ByCount("vi_pham", [0, 0, -1], further="-0.5"),
            unit(vi_pham=2),
            "-1",
            "Vi phạm: 2 lần",
            "Vi phạm: 2 times",
        ),
        (
            ByCount("vi_pham", [0, 0, -1], further="-0.5"),
            unit(vi_pham=4),
            "-2",
            "Vi phạm: 4 lần: -1 điểm, thêm 2 × (-0,5) = -1 điểm",
            "Vi phạm: 4 times: -1 points, then 2 × (-0.5) = -1 points",
        ),
        (
            PrizeTable(
                "giai",
                [Prize(60, {"hang": "nhất"}), Prize(40, {"hang": "nhì", "cap": "tỉnh"})],
                without=-10,
            ),
            unit({"giai": []}),
            "-10",
            "không có",
            "none",
        ),
        (
            PrizeTable(
                "giai", [Prize(60, {"hang": "nhất"}), Prize(40, {"hang": "nhì", "cap": "tỉnh"})]
            ),
            unit({"giai": [{"hang": "nhì", "cap": "tỉnh"}, {"hang": "ba", "cap": "tỉnh"}]}),
            "40",
            "“nhì”, “tỉnh”: 40 điểm, cao nhất trong 2",
            "“nhì”, “tỉnh”: 40 points, the highest of 2",
        ),
        (
            PrizeTable("giai", [Prize(60, {"hang": "nhất"})]),
            unit({"giai": [{"hang": "nhất"}]}),
            "60",
            "“nhất”: 60 điểm",
            "“nhất”: 60 points",
        ),
        (
            PrizeTable("giai", [Prize(2, {"hang": "nhất"})], only_highest=False, at_most=3),
            unit({"giai": [{"hang": "nhất"}, {"hang": "nhất"}, {"hang": "nhì"}]}),
            "3",
            "“nhất”: 2 điểm; “nhất”: 2 điểm; ngoài bảng: 0 điểm; cao nhất 3 điểm",
            "“nhất”: 2 points; “nhất”: 2 points; not in the table: 0 points; no more than 3 points",
        ),
        (
            WeightedMean(["thu", "chi", Sum(["no", 1])], scale="0.7"),
            unit(thu="96.5", chi=98, no=94),
            "1351/20",
            "Thu ngân sách: 96,5 tỷ đồng; Chi ngân sách: 98; Nợ + 1: 95; bình quân = 96,5 × 0,7 = 67,55 điểm",
            "Thu ngân sách: 96.5 tỷ đồng; Chi ngân sách: 98; Nợ + 1: 95; the mean = 96.5 × 0.7 = 67.55 points",
        ),
        (
            WeightedMean([Factor("thu", 2), Factor("chi", 1)]),
            unit(thu=9, chi=State.NOT_APPLICABLE),
            "9",
            "Thu ngân sách: 9 tỷ đồng (hệ số 2); Chi ngân sách: không áp dụng; bình quân = 9",
            "Thu ngân sách: 9 tỷ đồng (weight 2); Chi ngân sách: not applicable; the mean = 9",
        ),
        (
            Raters("phieu", "diem"),
            unit({"phieu": [{"diem": 8}, {"diem": 9}]}),
            "17/2",
            "(8, 9) bình quân = 8,5",
            "(8, 9) mean = 8.5",
        ),
        (
            Raters("phieu", "diem", trimmed=True),
            unit({"phieu": [{"diem": 8}, {"diem": 9}, {"diem": 2}]}),
            "8",
            "(8, 9, 2) bỏ cao nhất và thấp nhất, bình quân = 8",
            "(8, 9, 2) without the least and the greatest, mean = 8",
        ),
        (
            Raters("phieu", "diem", by="nhom", groups={"hội đồng": 2, "đồng nghiệp": 1}),
            unit(
                {
                    "phieu": [
                        {"diem": 9, "nhom": "hội đồng"},
                        {"diem": 6, "nhom": "đồng nghiệp"},
                        {"diem": 7, "nhom": "hội đồng"},
                    ]
                }
            ),
            "22/3",
            "“hội đồng” (9, 7) bình quân = 8, hệ số 2; “đồng nghiệp” (6) bình quân = 6, hệ số 1",
            "“hội đồng” (9, 7) mean = 8, weight 2; “đồng nghiệp” (6) mean = 6, weight 1",
        ),
        (
            ShareReached("viec", "gio", ">=", 8),
            unit({"viec": [{"gio": 8}, {"gio": 7}, {"gio": 9}]}),
            "20/3",
            "đạt 2/3 mục ≈ 66,67 %",
            "2/3 reached ≈ 66.67%",
        ),
        (
            ShareReached("viec", "gio", ">=", 8, each="0.5"),
            unit({"viec": [{"gio": 8}, {"gio": 7}, {"gio": 9}]}),
            "1",
            "đạt 2 mục × 0,5 = 1 điểm",
            "2 reached × 0.5 = 1 point",
        ),
        (
            RelativeToPeers("thu"),
            cluster("thu", 105, 120),
            "35/4",
            "Thu ngân sách: 105 tỷ đồng; cao nhất cụm 120 tỷ đồng (B); tỷ lệ 87,5 %",
            "Thu ngân sách: 105 tỷ đồng; the greatest in the cluster 120 tỷ đồng (B); a share of 87.5%",
        ),
        (
            RelativeToPeers("thu"),
            cluster("thu", 120, 120, 3),
            "10",
            "Thu ngân sách: 120 tỷ đồng; cao nhất cụm 120 tỷ đồng (A, B); tỷ lệ 100 %, đạt tối đa",
            "Thu ngân sách: 120 tỷ đồng; the greatest in the cluster 120 tỷ đồng (A, B); a share of 100%, the maximum",
        ),
        (
            RelativeToPeers("thu", "mean"),
            cluster("thu", 0, 0),
            "0",
            "bình quân cụm 0 tỷ đồng",
            "the mean of the cluster 0 tỷ đồng",
        ),
        (
            RelativeToPeers("no", "least", lower_is_better=True, capped=False),
            cluster("no", 4, 3),
            "15/2",
            "Nợ: 4; thấp nhất cụm 3 (B); tỷ lệ 75 %",
            "Nợ: 4; the least in the cluster 3 (B); a share of 75%",
        ),
        (
            RelativeToPeers("no", "least", lower_is_better=True),
            cluster("no", 0, 3),
            "10",
            "Nợ: 0",
            "Nợ: 0",
        ),
        (
            RankPoints("hang", [60, 45, 30, 15, 0], lower_is_better=True),
            cluster("hang", "2.5", 1, 4),
            "45",
            "Thứ hạng bình quân: 2,5; xếp thứ 2 trong cụm",
            "Thứ hạng bình quân: 2.5; rank 2 in the cluster",
        ),
        (
            RankPoints("thu", [5], beyond=1),
            cluster("thu", 7, 7),
            "5",
            "Thu ngân sách: 7 tỷ đồng; xếp thứ 1 trong cụm",
            "Thu ngân sách: 7 tỷ đồng; rank 1 in the cluster",
        ),
        (EqualSplit("so_lop"), unit(so_lop=4), "5/2", "10 điểm chia cho 4", "10 points among 4"),
        (
            ByKind("loai", {"xã": YesNo("co_ke_hoach"), "phường": Calculation("thu")}),
            unit(loai="xã", co_ke_hoach=True),
            "10",
            "Loại đơn vị “xã”: Có kế hoạch – có",
            "Loại đơn vị “xã”: Có kế hoạch – yes",
        ),
        (
            ByKind("loai", {"xã": YesNo("co_ke_hoach"), "phường": Calculation("thu")}),
            unit(loai="phường", thu=3),
            "3",
            "Loại đơn vị “phường”: Thu ngân sách (Thu ngân sách: 3 tỷ đồng)",
            "Loại đơn vị “phường”: Thu ngân sách (Thu ngân sách: 3 tỷ đồng)",
        ),
        (
            ByRange(
                "thu",
                [
                    Piece(YesNo("a"), below=10),
                    Piece(YesNo("b"), at_least=10, below=20),
                    Piece(Calculation("thu"), at_least=20),
                ],
            ),
            unit(thu=9, a=True),
            "10",
            "Thu ngân sách: 9 tỷ đồng (dưới 10 tỷ đồng): a – có",
            "Thu ngân sách: 9 tỷ đồng (below 10 tỷ đồng): a – yes",
        ),
        (
            ByRange(
                "thu",
                [
                    Piece(YesNo("a"), below=10),
                    Piece(YesNo("b"), at_least=10, below=20),
                    Piece(Calculation("thu"), at_least=20),
                ],
            ),
            unit(thu=10, b=False),
            "0",
            "Thu ngân sách: 10 tỷ đồng (từ 10 đến dưới 20 tỷ đồng): b – không",
            "Thu ngân sách: 10 tỷ đồng (from 10 to below 20 tỷ đồng): b – no",
        ),
        (
            ByRange(
                "thu",
                [
                    Piece(YesNo("a"), below=10),
                    Piece(YesNo("b"), at_least=10, below=20),
                    Piece(Calculation("thu"), at_least=20),
                ],
            ),
            unit(thu=20),
            "20",
            "Thu ngân sách: 20 tỷ đồng (từ 20 tỷ đồng trở lên): Thu ngân sách (Thu ngân sách: 20 tỷ đồng)",
            "Thu ngân sách: 20 tỷ đồng (20 tỷ đồng or more): Thu ngân sách (Thu ngân sách: 20 tỷ đồng)",
        ),
        (
            ByRange("so_lop", [Piece(YesNo("a"), above=0)]),
            unit(so_lop=1, a=True),
            "10",
            "Số lớp: 1 (trên 0): a – có",
            "Số lớp: 1 (above 0): a – yes",
        ),
        (
            Highest([YesNo("co_ke_hoach", 1), Calculation("diem")]),
            unit(co_ke_hoach=True, diem=2),
            "2",
            "mức cao nhất: 2 điểm (Điểm (Điểm: 2))",
            "the highest: 2 points (Điểm (Điểm: 2))",
        ),
        (
            Highest([YesNo("co_ke_hoach", 2), Calculation("diem")]),
            unit(co_ke_hoach=True, diem=2),
            "2",
            "mức cao nhất: 2 điểm (Có kế hoạch – có)",
            "the highest: 2 points (Có kế hoạch – yes)",
        ),
        (
            Total([YesNo("co_ke_hoach", 2), DirectEntry("diem")], at_least=0, at_most=4),
            unit(co_ke_hoach=True, diem=3),
            "4",
            "2 điểm (Có kế hoạch – có) + 3 điểm (Điểm – chấm điểm trực tiếp); cao nhất 4 điểm",
            "2 points (Có kế hoạch – yes) + 3 points (Điểm – entered); no more than 4 points",
        ),
        (
            Gated(Compare("co_ke_hoach", "==", 1), ByCount("vi_pham", [6, 0]), otherwise=-1),
            unit(co_ke_hoach=True, vi_pham=0),
            "6",
            "đạt điều kiện Có kế hoạch = có: Vi phạm: 0 lần",
            "Có kế hoạch = yes: Vi phạm: 0 times",
        ),
        (
            Gated(Compare("co_ke_hoach", "==", 1), ByCount("vi_pham", [6, 0]), otherwise=-1),
            unit(co_ke_hoach=False),
            "-1",
            "không đạt điều kiện Có kế hoạch = có",
            "not Có kế hoạch = yes",
        ),
        (
            Scaled(Sum(["no", 1]), YesNo("co_ke_hoach", 2)),
            unit(no=2, co_ke_hoach=True),
            "6",
            "2 điểm (Có kế hoạch – có), hệ số Nợ + 1: 3",
            "2 points (Có kế hoạch – yes), times Nợ + 1: 3",
        ),
        (
            Scaled(-2, Leveled("loai", {"xã": 3})),
            unit(loai="xã"),
            "-6",
            "3 điểm (Loại đơn vị – mức “xã”), hệ số (-2)",
            "3 points (Loại đơn vị – level “xã”), times (-2)",
        ),
        (
            CapAcross(PerEvent.of("sang_kien", 2), 8, "da_tinh"),
            unit(sang_kien=2, da_tinh=5),
            "3",
            "4 điểm (Sáng kiến: 2 × 2 = 4 điểm); các kỳ trước đã tính 5 điểm nên chỉ còn 3 điểm",
            "4 points (Sáng kiến: 2 × 2 = 4 points); earlier periods have counted 5 points, which leaves 3 points",
        ),
        (
            CapAcross(PerEvent.of("sang_kien", 2), 8, "da_tinh"),
            unit(sang_kien=1, da_tinh=5),
            "2",
            "Sáng kiến: 1 × 2 = 2 điểm",
            "Sáng kiến: 1 × 2 = 2 points",
        ),
        (
            ItemTotal("viec", ByCount("gio", [0, -1]), where=Compare("gio", ">", 0), at_least=-1),
            unit({"viec": [{"gio": 1}, {"gio": 0}, {"gio": 2}]}),
            "-1",
            "Nhiệm vụ: -1 điểm (Số giờ: 1 lần); -1 điểm (Số giờ: 2 lần); tổng = -2 điểm; thấp nhất -1 điểm",
            "Nhiệm vụ: -1 points (Số giờ: 1 time); -1 points (Số giờ: 2 times); sum = -2 points; no less than -1 points",
        ),
        (
            ItemTotal("viec", ByCount("gio", [0, -1])),
            unit({"viec": []}),
            "0",
            "Nhiệm vụ: không có; tổng = 0 điểm",
            "Nhiệm vụ: none; sum = 0 points",
        ),
    ],
)
def test_a_form_tells_its_result(
    form: Form, scope: Scope, points: str, vietnamese: str, english: str
) -> None:
    """Of a criterion of 10 points, each form tells how a unit came to its points."""
    working = evaluate(lower(form, Fraction(10)), scope)

    assert Fraction(points) == working.value
    assert vietnamese == tell(form, working, VI)
    assert english == tell(form, working, EN)
