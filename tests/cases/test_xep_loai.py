# SPDX-License-Identifier: MIT
"""Classes and quotas as offices and schools have published them or state them.

The name of each test says where its expected numbers come from: ``published``, or computed
``by_hand`` from the wording.

Source:
    Kho bạc Nhà nước khu vực XV, phòng Kế toán Nhà nước: kpi-phong-ktnn, AGENTS.md.
    UBND xã Nghĩa Lâm: KPI theo Nghị định 335/2025/NĐ-CP.
    Nghị định 122/2018/NĐ-CP. Trường THPT chuyên Quang Trung: xếp hạng thi đua tuần.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import pytest

from thidua.formula import (
    All,
    Calculation,
    Compare,
    DirectEntry,
    PerEvent,
    Points,
    Product,
    Quotient,
    Sum,
)
from thidua.quantity import Given, Interval, Rounding
from thidua.ranking import (
    Ceiling,
    Classes,
    Grade,
    GradeTable,
    GradeTables,
    KnockOut,
    LimitedClasses,
    classify,
    explain_class,
    limit,
    rank,
)
from thidua.rubric import (
    Choice,
    Criterion,
    Measure,
    Question,
    Rubric,
    Section,
    Sheet,
    score,
)

# --- Kho bạc Nhà nước khu vực XV: two conditions, and a quota that demotes -----------------

_MONTHS = Sum(["m1", "m2", "m3"])
KBNN = Rubric(
    "kbnn-kv15",
    "KPI phòng Kế toán Nhà nước",
    measures=[
        *(Measure(f"m{i}", f"Tỷ lệ hoàn thành tháng {i}", unit="%", places=2) for i in (1, 2, 3)),
        *(Measure(f"c{i}", f"Tiêu chí chung {i}", places=1) for i in range(1, 6)),
        Question("ky_luat", "Vi phạm kỷ luật"),
    ],
    sections=[
        Criterion(
            "CM",
            "Điểm chuyên môn",
            maximum=70,
            formula=Calculation(Product([Quotient(_MONTHS, 3), "0.7"])),
            rounding=Rounding("0.1"),
        ),
        Section(
            "TC",
            "Tiêu chí chung",
            criteria=[
                Criterion(f"TC.{i}", f"Tiêu chí {i}", maximum=6, formula=Calculation(f"c{i}"))
                for i in range(1, 6)
            ],
            at_most=30,
        ),
    ],
)


def _months(at_least: int) -> Compare:
    return Compare(Quotient(_MONTHS, 3), ">=", at_least)


XUAT_SAC, TOT, HOAN_THANH, KHONG = "HTXSNV", "HTTNV", "HTNV", "KHTNV"
KBNN_CLASSES = GradeTable(
    [
        Grade(XUAT_SAC, at_least=90, requires=_months(90)),
        Grade(TOT, at_least=75, requires=_months(75)),
        Grade(HOAN_THANH, at_least=50, requires=_months(50)),
        Grade(KHONG),
    ],
    knock_outs=[KnockOut("vi phạm kỷ luật", Compare("ky_luat", "==", 1), to=KHONG)],
)


def _kbnn(
    unit: str, months: Iterable[Given], general: Iterable[Given], *, disciplined: bool = False
) -> Sheet:
    entries: dict[str, Given] = {f"m{i}": one for i, one in enumerate(months, 1)}
    entries |= {f"c{i}": one for i, one in enumerate(general, 1)}
    return Sheet(unit, entries | {"ky_luat": disciplined})


@pytest.mark.parametrize(
    ("months", "general", "total", "grade"),
    [
        pytest.param(["96.5", 98, 95], [6] * 5, "97.6", XUAT_SAC, id="67.55 rounds half up"),
        pytest.param([90, 90, 90], ["5.4"] * 5, 90, XUAT_SAC, id="exactly 90 on both"),
        pytest.param(["89.9"] * 3, [6] * 5, "92.9", TOT, id="total 92.9, professional 89.9"),
        pytest.param([100] * 3, ["6.5"] * 5, 100, XUAT_SAC, id="general part capped at 30"),
    ],
)
def test_kbnn_classes_by_hand(
    months: list[Given], general: list[Given], total: Given, grade: str
) -> None:
    """A total high enough does not make up for a professional percent that is not."""
    scores = score(KBNN, [_kbnn("a", months, general)])

    assert Fraction(str(total)) == scores["a"].points
    assert grade == classify(scores, KBNN_CLASSES)["a"].grade


def test_kbnn_reason_by_hand() -> None:
    """The reason names the condition that is not met, and what there is."""
    classes = classify(score(KBNN, [_kbnn("a", ["89.9"] * 3, [6] * 5)]), KBNN_CLASSES)

    assert (
        "92,9 điểm: xếp loại HTTNV; HTXSNV cần (Tỷ lệ hoàn thành tháng 1 + Tỷ lệ hoàn thành "
        "tháng 2 + Tỷ lệ hoàn thành tháng 3) / 3 ≥ 90, hiện 89,9"
    ) == explain_class(classes, "a")


def test_kbnn_discipline_from_the_handbook() -> None:
    """Whoever was disciplined has not completed the task, whatever the total."""
    classes = classify(
        score(KBNN, [_kbnn("a", [100] * 3, [6] * 5, disciplined=True)]), KBNN_CLASSES
    )

    assert KHONG == classes["a"].grade
    assert "100 điểm: xếp loại KHTNV; vi phạm kỷ luật: cao nhất là KHTNV" == explain_class(
        classes, "a"
    )


def _kbnn_office(units: int) -> tuple[Classes, LimitedClasses]:
    """Return an office whose *units* all have points enough for the best class."""
    sheets = [_kbnn(f"cb{i:02}", [100 - Fraction(i, 10)] * 3, [6] * 5) for i in range(1, units + 1)]
    scores = score(KBNN, sheets)
    classes = classify(scores, KBNN_CLASSES)
    quota = Ceiling(XUAT_SAC, share="0.2", leftover="demote")
    return classes, limit(classes, [quota], rank(scores, ties=["CM"]))


@pytest.mark.parametrize(("units", "quota"), [(35, 7), (34, 6)], ids=["published", "by_hand"])
def test_kbnn_quota(units: int, quota: int) -> None:
    """20 % of all that have a class, rounded down, stay; the rest fall to the next class."""
    before, after = _kbnn_office(units)

    assert Interval(units, units) == before.having(XUAT_SAC)
    assert Interval(quota, quota) == after.classes.having(XUAT_SAC)
    assert Interval(units - quota, units - quota) == after.classes.having(TOT)
    assert {f"cb{i:02}" for i in range(1, quota + 1)} == {
        unit.unit for unit in after.classes if unit.grade == XUAT_SAC
    }


def test_kbnn_note_published() -> None:
    """Who is fit but ranked eighth reads that the quota is used up."""
    _, after = _kbnn_office(35)

    assert (
        "99,4 điểm: xếp loại HTTNV; đủ điều kiện HTXSNV nhưng đã hết chỉ tiêu 20 %"
    ) == explain_class(after.classes, "cb08")


# --- Nghĩa Lâm: a gate just below a class -----------------------------------------------------

NGHIA_LAM = Rubric(
    "nghia-lam",
    "KPI xã Nghĩa Lâm",
    measures=[
        *(Measure(code, f"Tỷ lệ {code}", unit="%", places=1, most=100) for code in "abc"),
        Measure("chung", "Tiêu chí chung", places=1, most=30),
    ],
    sections=[
        Criterion(
            "NV",
            "Nhiệm vụ",
            maximum=70,
            formula=Calculation(Product([Quotient(Sum(["a", "b", "c"]), 3), "0.7"])),
        ),
        Criterion("TC", "Tiêu chí chung", maximum=30, formula=DirectEntry("chung")),
    ],
    rounding=Rounding("0.01"),
)
NGHIA_LAM_CLASSES = GradeTable(
    [
        Grade("Xuất sắc", at_least=90),
        Grade("Tốt", at_least=70),
        Grade("Hoàn thành", at_least=50),
        Grade("Không hoàn thành"),
    ],
    knock_outs=[
        KnockOut("chưa đủ số lượng nhiệm vụ", Compare("a", "<", 100), to="Không hoàn thành")
    ],
)


@pytest.mark.parametrize(
    ("entries", "total", "grade"),
    [
        ({"a": 100, "b": 95, "c": 90, "chung": 28}, "94.5", "Xuất sắc"),
        ({"a": "99.9", "b": 100, "c": 100, "chung": 30}, "99.98", "Không hoàn thành"),
        ({"a": 100, "b": 90, "c": 80, "chung": 25}, "88", "Tốt"),
    ],
)
def test_nghia_lam_classes_by_hand(entries: dict[str, Given], total: str, grade: str) -> None:
    """Without all tasks done the class is the last, whatever the points."""
    scores = score(NGHIA_LAM, [Sheet("a", entries)])

    assert Fraction(total) == scores["a"].points
    assert grade == classify(scores, NGHIA_LAM_CLASSES)["a"].grade


# --- Nghị định 122/2018: a least share of every standard, thresholds by kind of area ----------

GIA_DINH = Rubric(
    "gia-dinh-van-hoa",
    "Gia đình văn hóa",
    measures=[
        Measure("t1", "Gương mẫu chấp hành", places=1),
        Measure("t2", "Gia đình hòa thuận", places=1),
        Measure("t3", "Lao động, học tập", places=1),
        Choice("dia_ban", "Địa bàn", ["quận, huyện", "khó khăn", "còn lại"]),
    ],
    sections=[
        Criterion("1", "Gương mẫu chấp hành", maximum=30, formula=DirectEntry("t1")),
        Criterion("2", "Gia đình hòa thuận", maximum=35, formula=DirectEntry("t2")),
        Criterion("3", "Lao động, học tập", maximum=35, formula=DirectEntry("t3")),
    ],
)


def _recognised(at_least: int) -> GradeTable:
    minimums = {"1": "0.5", "2": "0.5", "3": "0.5"}
    return GradeTable([Grade("Đạt", at_least=at_least, minimums=minimums), Grade("Không đạt")])


GIA_DINH_CLASSES = GradeTables(
    "dia_ban",
    {"quận, huyện": _recognised(90), "khó khăn": _recognised(60), "còn lại": _recognised(85)},
)


@pytest.mark.parametrize(
    ("area", "points", "grade"),
    [
        pytest.param("còn lại", [28, 30, 28], "Đạt", id="86"),
        pytest.param("còn lại", [14, 35, 35], "Không đạt", id="84, one standard below half"),
        pytest.param("khó khăn", [15, 20, 25], "Đạt", id="60, exactly half"),
        pytest.param("khó khăn", [14, 30, 30], "Không đạt", id="74, one standard below half"),
        pytest.param("quận, huyện", [27, 31, "31.5"], "Không đạt", id="89.5"),
    ],
)
def test_gia_dinh_van_hoa_by_hand(area: str, points: list[Given], grade: str) -> None:
    """The threshold is that of the area, and every standard has at least half its points."""
    entries = dict(zip(("t1", "t2", "t3"), points, strict=True))
    classes = classify(
        score(GIA_DINH, [Sheet("a", {**entries, "dia_ban": area})]), GIA_DINH_CLASSES
    )

    assert grade == classes["a"].grade


def test_gia_dinh_van_hoa_reason_by_hand() -> None:
    """The reason names the standard that is short."""
    sheet = Sheet("a", {"t1": 14, "t2": 30, "t3": 30, "dia_ban": "khó khăn"})
    classes = classify(score(GIA_DINH, [sheet]), GIA_DINH_CLASSES)

    assert (
        "74 điểm: xếp loại Không đạt; Đạt cần từ 50 % điểm tối đa của mục 1, hiện 14/30"
    ) == explain_class(classes, "a")
    assert (
        "74 points: class Không đạt; Đạt needs 50% of the maximum of 1, has 14/30"
    ) == explain_class(classes, "a", language="en")


# --- THPT chuyên Quang Trung: deductions against bonus, class before points --------------------

TUAN = Rubric(
    "tuan",
    "Thi đua tuần",
    measures=[Measure("thuong", "Điểm thưởng"), Measure("tru", "Điểm trừ")],
    sections=[
        Criterion("G", "Điểm gốc", maximum=100, formula=Calculation(100)),
        Criterion("T", "Thưởng", maximum=0, formula=PerEvent.of("thuong", 1), role="bonus"),
        Criterion("P", "Trừ", maximum=0, formula=PerEvent.of("tru", 1), role="penalty"),
    ],
)
TUAN_CLASSES = GradeTable(
    [
        Grade(
            "Tốt",
            at_least=100,
            requires=All([Compare(Points("P"), "<=", Product(["0.5", Points("T")]))]),
        ),
        Grade("Khá", at_least=90),
        Grade("Trung bình", at_least=80),
        Grade("Không đạt"),
    ]
)


@pytest.mark.parametrize(
    ("bonus", "off", "left", "grade"),
    [(12, 6, 106, "Tốt"), (12, 7, 105, "Khá"), (0, 0, 100, "Tốt")],
)
def test_quang_trung_classes_by_hand(bonus: int, off: int, left: int, grade: str) -> None:
    """Good is 100 left and no more deducted than half the bonus."""
    scores = score(TUAN, [Sheet("10A", {"thuong": bonus, "tru": off})])

    assert left == scores["10A"].points
    assert grade == classify(scores, TUAN_CLASSES)["10A"].grade


def test_quang_trung_class_before_points_by_hand() -> None:
    """A class rated fair at 105 points is listed below one rated good at 101."""
    sheets = [Sheet("A", {"thuong": 12, "tru": 7}), Sheet("B", {"thuong": 2, "tru": 1})]
    classes = classify(score(TUAN, sheets), TUAN_CLASSES)

    assert ["B", "A"] == [one.unit for one in classes.listed]
    assert "105 points: class Khá; Tốt needs points of P ≤ 0.5 × points of T, has 7 against 6" == (
        explain_class(classes, "A", language="en")
    )
