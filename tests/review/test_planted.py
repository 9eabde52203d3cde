# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them
"""Rubrics with one defect each, what is said of it, and twins without it that stay silent."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from thidua.errors import Faults
from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    ByCount,
    ByRange,
    Calculation,
    Checklist,
    Compare,
    DirectEntry,
    Event,
    Form,
    Gated,
    Greatest,
    ItemTotal,
    Lookup,
    PerEvent,
    Piece,
    Prize,
    PrizeTable,
    Product,
    Proportional,
    Quotient,
    RelativeToPeers,
    Stepped,
    Sum,
    Threshold,
    Total,
)
from thidua.quantity import Number, State
from thidua.review import Problem, review, say_problem, sheets_source
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    ItemList,
    Measure,
    Part,
    Question,
    Rubric,
    Section,
    Sheet,
    Treatments,
    score,
)

SAID = Treatments(not_applicable="leave", exempt="full", not_assigned="zero")
RATE = Measure("ty_le", "Tỷ lệ", places=1, most=100)
WHOLE = Measure("ty_le", "Tỷ lệ", most=100)
DONE = Measure("lam", "Đã làm", most=1000)
PLAN = Measure("ke_hoach", "Kế hoạch", above=0, most=1000)
LATE = Measure("tre", "Trễ hạn", most=20)


def rubric(*parts: Part, measures: list[Indicator], **options: object) -> Rubric:
    """Return a rubric of which every state is said."""
    return Rubric("r", "R", measures=measures, sections=parts, **{"treatments": SAID, **options})  # type: ignore[arg-type]


def one(form: Form, *measures: Indicator, maximum: Number = 10, **options: object) -> Rubric:
    """Return a rubric of one criterion."""
    criterion = Criterion("1", "Một", maximum=maximum, formula=form, **options)  # type: ignore[arg-type]
    return rubric(criterion, measures=[*measures])


def entered(code: str, maximum: Number, **options: object) -> Criterion:
    """Return a criterion whose points are entered under its code."""
    return Criterion(code, code, maximum=maximum, formula=DirectEntry(code), **options)  # type: ignore[arg-type]


def section(declared: Number | None, *children: Number) -> Rubric:
    """Return a rubric of one section that declares a maximum."""
    codes = [f"a{i}" for i, _ in enumerate(children)]
    inside = [entered(code, maximum) for code, maximum in zip(codes, children, strict=True)]
    measures: list[Indicator] = [Measure(code, code, places=2) for code in codes]
    return rubric(Section("A", "A", criteria=inside, maximum=declared), measures=measures)


def table(*bands: Band, measure: Measure = RATE, to: str | None = None) -> Rubric:
    """Return a rubric of one table."""
    others = [] if to is None else [PLAN]
    return one(Banded(measure.code, bands, to=to), measure, *others)


def total_of(at_most: Number) -> Rubric:
    """Return a rubric with a ceiling on its total."""
    return rubric(
        entered("a", 6),
        entered("b", 4),
        measures=[Measure("a", "A"), Measure("b", "B")],
        at_most=at_most,
    )


def twice(first: Form, second: Form, *measures: Measure) -> Rubric:
    """Return a rubric of two criteria."""
    parts = [
        Criterion(code, code, maximum=10, formula=form)
        for code, form in (("1", first), ("2", second))
    ]
    return rubric(*parts, measures=[*measures])


def declared(measure: Measure, better: str) -> Measure:
    """Return a measure that says which results are better."""
    return Measure(
        measure.code, measure.name, places=measure.places, most=measure.most, better=better
    )


def tasks(form: Form, *, unused: bool = False) -> Rubric:
    """Return a rubric over a list of tasks."""
    own: list[Indicator] = [Measure("diem", "Điểm", most=10)]
    if unused:
        own.append(Measure("ghi_chu", "Ghi chú"))
    criterion = Criterion("1", "Một", maximum=0, formula=form)
    return rubric(criterion, measures=[], items=[ItemList("viec", "Việc", own)])


LOW, HIGH = Band(5, at_most=85), Band(10, at_least=86)
UNDER, OVER = Band(5, below=90), Band(10, above=90)
RATE_UP = declared(RATE, "higher")


def late(limit: Number | None = None, **options: object) -> PerEvent:
    """Take half a point off for each time."""
    return PerEvent([Event("tre", "-0.5", limit=limit)], **options)  # type: ignore[arg-type]


DEFECTS: dict[str, tuple[Rubric, Rubric]] = {
    "unusable": (
        one(Proportional("lamm", "ke_hoach"), DONE, PLAN),
        one(Proportional("lam", "ke_hoach"), DONE, PLAN),
    ),
    "30-30.5": (section(30, 20, "10.5"), section("30.5", 20, "10.5")),
    "70-65": (section(70, 40, 25), section(65, 40, 25)),
    "1-2": (section(1, 2), section(2, 2)),
    "0": (section(0, 3, 2), section(None, 3, 2)),
    "total": (
        rubric(entered("a", 10), measures=[Measure("a", "A")], maximum=12),
        rubric(entered("a", 10), measures=[Measure("a", "A")], maximum=10),
    ),
    "out of reach": (one(late(start=8), LATE), one(late(start=10), LATE)),
    "exceeded table": (
        table(Band(12, at_least=90), Band(9, below=90)),
        table(Band(10, at_least=90), Band(9, below=90)),
    ),
    "bonus outside cap": (
        one(PerEvent.of("tre", 1), LATE, maximum=5),
        one(PerEvent.of("tre", 1, at_most=5), LATE, maximum=5),
    ),
    "bonus bounded note": (
        one(PerEvent([Event("tre", 1, limit=2)], start=5), LATE, maximum=5),
        one(PerEvent([Event("tre", 1, limit=2)], start=3), LATE, maximum=5),
    ),
    "gap 85-86": (table(LOW, HIGH), table(LOW, HIGH, measure=WHOLE)),
    "gap 89-90": (
        table(Band(5, at_most=89), Band(10, at_least=90)),
        table(Band(5, at_most=89), Band(10, above=89)),
    ),
    "gap 90": (table(UNDER, OVER), table(UNDER, Band(10, at_least=90))),
    "gap ratio": (
        one(Banded("lam", [LOW, HIGH], to="ke_hoach"), DONE, PLAN),
        one(Banded("lam", [Band(5, at_most=85), Band(10, above=85)], to="ke_hoach"), DONE, PLAN),
    ),
    "gap lookup": (
        one(Calculation(Lookup(Sum(["tre", 1]), [Band(9, below=5), Band(10, above=5)])), LATE),
        one(Calculation(Lookup(Sum(["tre", 1]), [Band(9, at_most=5), Band(10, above=5)])), LATE),
    ),
    "gap by range": (
        one(
            ByRange(
                "lam",
                [Piece(Checklist({"co": 5}), below=500), Piece(Checklist({"co": 10}), above=500)],
            ),
            DONE,
            Question("co", "Có"),
        ),
        one(
            ByRange(
                "lam",
                [
                    Piece(Checklist({"co": 5}), below=500),
                    Piece(Checklist({"co": 10}), at_least=500),
                ],
            ),
            DONE,
            Question("co", "Có"),
        ),
    ),
    "gap item": (
        tasks(ItemTotal("viec", Banded("diem", [Band(1, below=5), Band(2, above=5)]))),
        tasks(ItemTotal("viec", Banded("diem", [Band(1, below=5), Band(2, at_least=5)]))),
    ),
    "overlap 90": (
        table(Band(5, at_most=90), Band(10, at_least=90)),
        table(Band(5, below=90), Band(10, at_least=90)),
    ),
    "overlap 85-90": (
        table(Band(5, at_most=90), Band(10, at_least=85)),
        table(Band(5, below=85), Band(10, at_least=85)),
    ),
    "dead above": (
        table(Band(9, at_most=100), Band(10, above=100)),
        table(Band(9, below=100), Band(10, at_least=100)),
    ),
    "dead whole": (
        table(
            Band(9, at_most=85),
            Band("9.5", above=85, below=86),
            Band(10, at_least=86),
            measure=WHOLE,
        ),
        table(Band(9, at_most=85), Band("9.5", above=85, below=86), Band(10, at_least=86)),
    ),
    "unused": (one(late(), LATE, DONE), one(late(), LATE)),
    "unused list": (
        Rubric(
            "r",
            "R",
            measures=[LATE],
            sections=[Criterion("1", "Một", maximum=10, formula=late())],
            items=[ItemList("viec", "Việc", [])],
            treatments=SAID,
        ),
        one(late(), LATE),
    ),
    "unused item": (
        tasks(ItemTotal("viec", PerEvent.of("diem", 1)), unused=True),
        tasks(ItemTotal("viec", PerEvent.of("diem", 1))),
    ),
    "higher": (
        table(Band(10, below=90), Band(9, at_least=90), measure=RATE_UP),
        table(Band(9, below=90), Band(10, at_least=90), measure=RATE_UP),
    ),
    "lower": (one(late(), declared(LATE, "higher")), one(late(), declared(LATE, "lower"))),
    "lower2": (
        one(Proportional("tre", 20), declared(LATE, "lower")),
        one(Proportional("tre", 20), declared(LATE, "higher")),
    ),
    "penalty": (
        rubric(
            Criterion("1", "Một", maximum=10, formula=Proportional("tre", 20), role="penalty"),
            measures=[declared(LATE, "higher")],
        ),
        rubric(
            Criterion("1", "Một", maximum=10, formula=Proportional("tre", 20), role="penalty"),
            measures=[declared(LATE, "lower")],
        ),
    ),
    "less pays": (
        one(
            PerEvent(
                [
                    Event("lam", "0.01"),
                    Event(Greatest([Sum(["lam", Product([-1, "ke_hoach"])]), 0]), "-0.02"),
                ],
                start=0,
                bonus_if_clean=True,
                at_least=0,
            ),
            DONE,
            PLAN,
        ),
        one(
            PerEvent(
                [Event("lam", "0.01"), Event("tre", "-0.02")],
                start=0,
                bonus_if_clean=True,
                at_least=0,
            ),
            DONE,
            LATE,
        ),
    ),
    "gated bonus": (
        rubric(
            Criterion(
                "1",
                "Một",
                maximum=5,
                role="bonus",
                formula=Gated(Compare("lam", "<", 900), Proportional("lam", 1000)),
            ),
            measures=[declared(DONE, "higher")],
        ),
        rubric(
            Criterion(
                "1",
                "Một",
                maximum=5,
                role="bonus",
                formula=Gated(Compare("lam", ">", 300), Proportional("lam", 1000)),
            ),
            measures=[declared(DONE, "higher")],
        ),
    ),
    "not proved": (
        one(AroundTarget("lam", "ke_hoach"), declared(DONE, "higher"), PLAN),
        one(RelativeToPeers("lam"), declared(DONE, "higher")),
    ),
    "cliff": (one(Threshold("lam", ">=", 500), DONE), one(Proportional("lam", 500), DONE)),
    "zero": (
        one(Proportional("lam", "tre"), DONE, LATE),
        one(Proportional("lam", "ke_hoach"), DONE, PLAN),
    ),
    "zero inner": (
        one(Calculation(Quotient("lam", Sum(["tre", -7]))), DONE, LATE, maximum=0),
        one(Calculation(Quotient("lam", Sum(["tre", 7]))), DONE, LATE, maximum=0),
    ),
    "unsaid": (
        rubric(
            Criterion("1", "Một", maximum=10, formula=late()),
            measures=[LATE],
            treatments=Treatments(exempt="full"),
        ),
        one(late(), LATE),
    ),
    "cap criterion": (one(late(), LATE, at_most=10), one(late(start=12), LATE, at_most=10)),
    "floor criterion": (one(late(), LATE, at_least=0), one(late(), LATE, at_least=1)),
    "cap total": (total_of(10), total_of(9)),
    "cap section": (
        rubric(
            Section("A", "A", criteria=[entered("a", 5)], at_most=5), measures=[Measure("a", "A")]
        ),
        rubric(
            Section("A", "A", criteria=[entered("a", 5)], at_most=4), measures=[Measure("a", "A")]
        ),
    ),
    "event limit": (one(late(10), LATE), one(late(9), LATE)),
    "deductions": (one(late(deductions_limit=10), LATE), one(late(deductions_limit=9), LATE)),
    "bonuses": (
        one(PerEvent.of("tre", 1, bonuses_limit=20), LATE, maximum=20),
        one(PerEvent.of("tre", 2, bonuses_limit=20), LATE, maximum=20),
    ),
    "stepped": (
        one(Stepped("tre", 0, side="over", step=2, each=1, relative=False, at_most=10), LATE),
        one(Stepped("tre", 0, side="over", step=1, each=1, relative=False, at_most=10), LATE),
    ),
    "stepped floor": (
        one(Stepped("tre", 0, side="over", step=2, each=-1, relative=False, at_least=0), LATE),
        one(Stepped("tre", 0, side="over", step=1, each=-1, relative=False, at_least=0), LATE),
    ),
    "sum": (one(Total([late()], at_most=10), LATE), one(Total([late(start=12)], at_most=10), LATE)),
    "items": (
        tasks(ItemTotal("viec", PerEvent.of("diem", 1), at_least=0)),
        tasks(ItemTotal("viec", PerEvent.of("diem", 1), at_least=1)),
    ),
    "prizes": (
        rubric(
            Criterion(
                "1",
                "Một",
                maximum=6,
                formula=PrizeTable(
                    "giai", [Prize(6, {"hang": "nhất"}), Prize(4, {"hang": "nhì"})], at_most=6
                ),
            ),
            measures=[],
            items=[ItemList("giai", "Giải", [Choice("hang", "Hạng", ["nhất", "nhì"])])],
        ),
        rubric(
            Criterion(
                "1",
                "Một",
                maximum=6,
                formula=PrizeTable(
                    "giai",
                    [Prize(6, {"hang": "nhất"}), Prize(4, {"hang": "nhì"})],
                    at_most=6,
                    only_highest=False,
                ),
            ),
            measures=[],
            items=[ItemList("giai", "Giải", [Choice("hang", "Hạng", ["nhất", "nhì"])])],
        ),
    ),
    "counted": (
        twice(late(), ByCount("tre", [10, 5, 0]), LATE),
        twice(late(), ByCount("muon", [10, 5, 0]), LATE, Measure("muon", "Muộn")),
    ),
    "entered twice": (
        twice(DirectEntry("lam"), DirectEntry("lam"), Measure("lam", "Làm")),
        twice(DirectEntry("lam"), DirectEntry("tre"), Measure("lam", "Làm"), LATE),
    ),
}

MESSAGES: dict[str, tuple[str, str, str, str]] = {
    "unusable": (
        "wrong",
        "unusable",
        "bảng điểm không dùng được: cách chấm dùng một số liệu chưa khai báo ($.sections[0].formula.measure, “measure 'lamm' is not declared; did you mean 'lam'?”)",
        "the rubric is unusable: $.sections[0].formula.measure: measure 'lamm' is not declared; did you mean 'lam'?",
    ),
    "30-30.5": (
        "wrong",
        "maximum_differs",
        "A ghi điểm tối đa 30 điểm, nhưng các mục bên trong cộng lại được 30,5 điểm",
        "A declares a maximum of 30 points, but what stands in it adds up to 30.5 points",
    ),
    "70-65": (
        "wrong",
        "maximum_differs",
        "A ghi điểm tối đa 70 điểm, nhưng các mục bên trong cộng lại được 65 điểm",
        "A declares a maximum of 70 points, but what stands in it adds up to 65 points",
    ),
    "1-2": (
        "wrong",
        "maximum_differs",
        "A ghi điểm tối đa 1 điểm, nhưng các mục bên trong cộng lại được 2 điểm",
        "A declares a maximum of 1 point, but what stands in it adds up to 2 points",
    ),
    "0": (
        "wrong",
        "maximum_differs",
        "A ghi điểm tối đa 0 điểm, nhưng các mục bên trong cộng lại được 5 điểm",
        "A declares a maximum of 0 points, but what stands in it adds up to 5 points",
    ),
    "total": (
        "wrong",
        "maximum_differs",
        "tổng điểm ghi điểm tối đa 12 điểm, nhưng các mục bên trong cộng lại được 10 điểm",
        "the total declares a maximum of 12 points, but what stands in it adds up to 10 points",
    ),
    "out of reach": (
        "doubtful",
        "maximum_out_of_reach",
        "1 có điểm tối đa 10 điểm, nhưng cách chấm không bao giờ cho quá 8 điểm",
        "1 has a maximum of 10 points, but its formula never gives more than 8 points",
    ),
    "exceeded table": (
        "doubtful",
        "maximum_exceeded",
        "1 có điểm tối đa 10 điểm, nhưng có thể được 12 điểm",
        "1 has a maximum of 10 points, but may come to 12 points",
    ),
    "bonus outside cap": (
        "doubtful",
        "maximum_exceeded",
        "1 có điểm tối đa 5 điểm, nhưng có thể được 20 điểm",
        "1 has a maximum of 5 points, but may come to 20 points",
    ),
    "bonus bounded note": (
        "note",
        "maximum_exceeded",
        "1 có điểm tối đa 5 điểm, nhưng có thể được 7 điểm",
        "1 has a maximum of 5 points, but may come to 7 points",
    ),
    "gap 85-86": (
        "wrong",
        "band_gap",
        "1 không có khoảng nào cho giá trị trên 85 đến dưới 86 (ví dụ 85,1)",
        "1 has no band for values above 85 to below 86 (such as 85.1)",
    ),
    "gap 89-90": (
        "wrong",
        "band_gap",
        "1 không có khoảng nào cho giá trị trên 89 đến dưới 90 (ví dụ 89,1)",
        "1 has no band for values above 89 to below 90 (such as 89.1)",
    ),
    "gap 90": (
        "wrong",
        "band_gap",
        "1 không có khoảng nào cho giá trị đúng 90",
        "1 has no band for values exactly 90",
    ),
    "gap ratio": (
        "wrong",
        "band_gap",
        "1 không có khoảng nào cho giá trị trên 85 đến dưới 86 (ví dụ ≈ 85,910653)",
        "1 has no band for values above 85 to below 86 (such as ≈ 85.910653)",
    ),
    "gap lookup": (
        "wrong",
        "band_gap",
        "1 không có khoảng nào cho giá trị đúng 5",
        "1 has no band for values exactly 5",
    ),
    "gap by range": (
        "wrong",
        "band_gap",
        "1 không có khoảng nào cho giá trị đúng 500",
        "1 has no band for values exactly 500",
    ),
    "gap item": (
        "wrong",
        "band_gap",
        "1 không có khoảng nào cho giá trị đúng 5",
        "1 has no band for values exactly 5",
    ),
    "overlap 90": (
        "wrong",
        "band_overlap",
        "1 có nhiều hơn một khoảng cho giá trị đúng 90",
        "1 has more than one band for values exactly 90",
    ),
    "overlap 85-90": (
        "wrong",
        "band_overlap",
        "1 có nhiều hơn một khoảng cho giá trị từ 85 đến 90 (ví dụ 85)",
        "1 has more than one band for values from 85 to 90 (such as 85)",
    ),
    "dead above": (
        "doubtful",
        "band_unreachable",
        "khoảng “trên 100” của 1 không bao giờ được dùng: giá trị tra bảng từ 0 đến 100",
        "the band “above 100” of 1 is never used: what is looked up is 0 to 100",
    ),
    "dead whole": (
        "doubtful",
        "band_unreachable",
        "khoảng “trên 85 đến dưới 86” của 1 không bao giờ được dùng: giá trị tra bảng từ 0 đến 100",
        "the band “above 85 to below 86” of 1 is never used: what is looked up is 0 to 100",
    ),
    "unused": (
        "note",
        "unused",
        "lam phải báo cáo nhưng không có cách chấm nào dùng đến",
        "lam is reported, but no formula reads it",
    ),
    "unused list": (
        "note",
        "unused",
        "viec phải báo cáo nhưng không có cách chấm nào dùng đến",
        "viec is reported, but no formula reads it",
    ),
    "unused item": (
        "note",
        "unused",
        "viec.ghi_chu phải báo cáo nhưng không có cách chấm nào dùng đến",
        "viec.ghi_chu is reported, but no formula reads it",
    ),
    "higher": (
        "wrong",
        "against_better",
        "ty_le ghi “càng cao càng tốt”, nhưng khi tăng từ 89,9 lên 90 thì tổng điểm giảm từ 10 xuống 9 điểm (do 1)",
        "ty_le says “higher is better”, but as it grows from 89.9 to 90 the total goes from 10 to 9 points (through 1)",
    ),
    "lower": (
        "wrong",
        "against_better",
        "tre ghi “càng cao càng tốt”, nhưng khi tăng từ 0 lên 1 thì tổng điểm giảm từ 10 xuống 9,5 điểm (do 1)",
        "tre says “higher is better”, but as it grows from 0 to 1 the total goes from 10 to 9.5 points (through 1)",
    ),
    "lower2": (
        "wrong",
        "against_better",
        "tre ghi “càng thấp càng tốt”, nhưng khi tăng từ 0 lên 1 thì tổng điểm tăng từ 0 lên 0,5 điểm (do 1)",
        "tre says “lower is better”, but as it grows from 0 to 1 the total goes from 0 to 0.5 points (through 1)",
    ),
    "penalty": (
        "wrong",
        "against_better",
        "tre ghi “càng cao càng tốt”, nhưng khi tăng từ 0 lên 1 thì tổng điểm giảm từ 0 xuống -0,5 điểm (do 1)",
        "tre says “higher is better”, but as it grows from 0 to 1 the total goes from 0 to -0.5 points (through 1)",
    ),
    "less pays": (
        "wrong",
        "less_pays_more",
        "làm ít lại được nhiều điểm hơn: lam tăng từ 100 lên 101 thì tổng điểm giảm từ 1 xuống 0 điểm (do 1)",
        "doing less pays more: as lam grows from 100 to 101 the total goes from 1 to 0 points (through 1)",
    ),
    "gated bonus": (
        "wrong",
        "less_pays_more",
        "làm ít lại được nhiều điểm hơn: lam tăng từ 899 lên 900 thì tổng điểm giảm từ 4,495 xuống 0 điểm (do 1)",
        "doing less pays more: as lam grows from 899 to 900 the total goes from 4.495 to 0 points (through 1)",
    ),
    "not proved": (
        "note",
        "not_proved",
        "lam ghi “càng cao càng tốt”: chưa chứng minh được, cũng chưa tìm thấy phản ví dụ; tìm kỹ hơn bằng thidua.testing.search",
        "lam says “higher is better”: neither proved nor refuted; thidua.testing.search looks further",
    ),
    "cliff": (
        "note",
        "cliff",
        "lam tăng từ 499 lên 500 thì 1 tăng từ 0 lên 10 điểm (điểm tối đa: 10 điểm)",
        "as lam grows from 499 to 500, 1 goes from 0 to 10 points (maximum: 10 points)",
    ),
    "zero": (
        "doubtful",
        "divides_by_zero",
        "cách chấm 1 có thể chia cho 0",
        "1 may divide by zero",
    ),
    "zero inner": (
        "doubtful",
        "divides_by_zero",
        "cách chấm 1 có thể chia cho 0",
        "1 may divide by zero",
    ),
    "unsaid": (
        "note",
        "treatment_unsaid",
        "chưa nói cách tính khi số liệu “không áp dụng”, “không được giao” (1)",
        "nothing says what happens where an entry is “not applicable”, “not assigned” (1)",
    ),
    "cap criterion": (
        "note",
        "never_binds",
        "mức trần 10 điểm (at_most) của 1 không bao giờ có tác dụng: cao nhất chỉ là 10 điểm",
        "the ceiling of 10 points (at_most) in 1 never binds: there are at most 10 points",
    ),
    "floor criterion": (
        "note",
        "never_binds",
        "mức sàn 0 điểm (at_least) của 1 không bao giờ có tác dụng: thấp nhất đã là 0 điểm",
        "the floor of 0 points (at_least) in 1 never binds: there are at least 0 points",
    ),
    "cap total": (
        "note",
        "never_binds",
        "mức trần 10 điểm (at_most) của tổng điểm không bao giờ có tác dụng: cao nhất chỉ là 10 điểm",
        "the ceiling of 10 points (at_most) in the total never binds: there are at most 10 points",
    ),
    "cap section": (
        "note",
        "never_binds",
        "mức trần 5 điểm (at_most) của A không bao giờ có tác dụng: cao nhất chỉ là 5 điểm",
        "the ceiling of 5 points (at_most) in A never binds: there are at most 5 points",
    ),
    "event limit": (
        "note",
        "never_binds",
        "mức trần 10 điểm (limit) của 1 không bao giờ có tác dụng: cao nhất chỉ là 10 điểm",
        "the ceiling of 10 points (limit) in 1 never binds: there are at most 10 points",
    ),
    "deductions": (
        "note",
        "never_binds",
        "mức trần 10 điểm (deductions_limit) của 1 không bao giờ có tác dụng: cao nhất chỉ là 10 điểm",
        "the ceiling of 10 points (deductions_limit) in 1 never binds: there are at most 10 points",
    ),
    "bonuses": (
        "note",
        "never_binds",
        "mức trần 20 điểm (bonuses_limit) của 1 không bao giờ có tác dụng: cao nhất chỉ là 20 điểm",
        "the ceiling of 20 points (bonuses_limit) in 1 never binds: there are at most 20 points",
    ),
    "stepped": (
        "note",
        "never_binds",
        "mức trần 10 điểm (at_most) của 1 không bao giờ có tác dụng: cao nhất chỉ là 10 điểm",
        "the ceiling of 10 points (at_most) in 1 never binds: there are at most 10 points",
    ),
    "stepped floor": (
        "note",
        "never_binds",
        "mức sàn 0 điểm (at_least) của 1 không bao giờ có tác dụng: thấp nhất đã là 0 điểm",
        "the floor of 0 points (at_least) in 1 never binds: there are at least 0 points",
    ),
    "sum": (
        "note",
        "never_binds",
        "mức trần 10 điểm (at_most) của 1 không bao giờ có tác dụng: cao nhất chỉ là 10 điểm",
        "the ceiling of 10 points (at_most) in 1 never binds: there are at most 10 points",
    ),
    "items": (
        "note",
        "never_binds",
        "mức sàn 0 điểm (at_least) của 1 không bao giờ có tác dụng: thấp nhất đã là 0 điểm",
        "the floor of 0 points (at_least) in 1 never binds: there are at least 0 points",
    ),
    "prizes": (
        "note",
        "never_binds",
        "mức trần 6 điểm (at_most) của 1 không bao giờ có tác dụng: cao nhất chỉ là 6 điểm",
        "the ceiling of 6 points (at_most) in 1 never binds: there are at most 6 points",
    ),
    "counted": (
        "doubtful",
        "counted_twice",
        "tre được tính nhiều lần, ở 1, 2",
        "tre is counted several times, in 1, 2",
    ),
    "entered twice": (
        "doubtful",
        "counted_twice",
        "lam được tính nhiều lần, ở 1, 2",
        "lam is counted several times, in 1, 2",
    ),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_told(name: str) -> None:
    """The one defect of a rubric is told, in both languages, and only cliffs come with it."""
    found = review(DEFECTS[name][0])
    severity, kind, vietnamese, english = MESSAGES[name]
    (problem,) = [one for one in found if one.kind == kind]

    assert [] == [one for one in found if one.kind not in {kind, "cliff"}]
    assert (severity, vietnamese) == (problem.severity, say_problem(problem))
    assert english == say_problem(problem, "en")


@pytest.mark.parametrize("name", DEFECTS)
def test_a_twin_without_the_defect_is_silent(name: str) -> None:
    """The same rubric without the defect has nothing to mend, but cliffs to know of."""

    assert [] == [one for one in review(DEFECTS[name][1]) if one.kind != "cliff"]


@pytest.mark.parametrize("name", DEFECTS)
def test_examples_show_what_is_told(name: str) -> None:
    """Every example is of sheets that are scored as it says, also from their source."""
    rubric = DEFECTS[name][0]
    for problem in review(rubric):
        for seen in getattr(problem, "example", ()):
            names: dict[str, object] = {"Sheet": Sheet, "State": State}
            read = eval(sheets_source(seen.sheets), names)  # noqa: S307 - the source is ours

            assert list(seen.sheets) == read
            if seen.points is None:
                with pytest.raises(Faults, match=re.escape(seen.fault)):
                    score(rubric, read)
            else:
                first = score(rubric, read).units[0]
                line = first.total if seen.code == "total" else first[seen.code]
                assert seen.points == line.points


def test_every_kind_is_planted() -> None:
    """Every kind of problem that a review finds is planted in some rubric."""
    only_searched = {"no_answer", "law_broken"}

    assert {one.kind for one in get_args(Problem)} - only_searched == {
        kind for _, kind, _, _ in MESSAGES.values()
    }
