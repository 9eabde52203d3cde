# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from attrs import evolve

from thidua.errors import Faults
from thidua.formula import (
    Calculation,
    Compare,
    DirectEntry,
    EntryIs,
    Not,
    OverItems,
    Quotient,
)
from thidua.period import (
    Carried,
    Carry,
    CarryClass,
    CarryEntry,
    CarryPercent,
    CarryPoints,
    CarryRank,
    CarryWeight,
    EarnedBefore,
    FromParts,
    FromPeriod,
    Gap,
    Intake,
    Lacking,
    Period,
    PeriodResult,
    Source,
    UsedBefore,
    carry,
    preview,
)
from thidua.quantity import Entry, Given, Interval, State
from thidua.ranking import Grade, GradeTable, KnockOut, classify, rank
from thidua.rubric import (
    Awaited,
    Choice,
    Criterion,
    ItemList,
    Measure,
    Question,
    Rubric,
    Sheet,
    Treatments,
    score,
)

WEEK = Rubric(
    "tuan",
    "Bảng điểm tuần",
    measures=[Measure("diem", "Điểm", most=20), Measure("thuong", "Thưởng", most=5)],
    sections=[
        Criterion("1", "Điểm", maximum=20, formula=DirectEntry("diem")),
        Criterion("2", "Thưởng", maximum=0, role="bonus", formula=DirectEntry("thuong", most=5)),
    ],
)
CLASSES = GradeTable(
    [Grade("Tốt", at_least=15), Grade("Khá")],
    knock_outs=[KnockOut("bỏ cuộc", Compare("diem", "==", 0))],
)
MONTH = Rubric(
    "thang",
    "Bảng điểm tháng",
    measures=[
        Measure("them", "Thêm", places=None, least=None),
        Choice("loai", "Loại", ["Tốt", "Khá"]),
        Question("da_thuong", "Đã thưởng"),
        Measure("da_dung", "Đã dùng"),
    ],
    items=[
        ItemList(
            "tuan",
            "Các tuần",
            [
                Measure("d", "Điểm", most=25),
                Measure("p", "Tỷ lệ", places=None),
                Measure("h", "Thứ hạng", least=1, most=9),
                Choice("x", "Xếp loại", ["Tốt", "Khá"]),
                Measure("g", "Thưởng"),
                Measure("k", "Hệ số"),
            ],
        )
    ],
    sections=[
        Criterion("1", "Tổng", maximum=0, formula=Calculation(OverItems("tuan", "sum", "d")))
    ],
)
SUM = evolve(MONTH, measures=[])
YEAR = Period(
    "nam",
    "Cả năm",
    parts=[
        Period("t1", "Tháng 1", parts=[Period("w1", "Tuần 1"), Period("w2", "Tuần 2", weight=2)]),
        Period("t2", "Tháng 2", parts=[Period("w3", "Tuần 3"), Period("w4", "Tuần 4")]),
    ],
)
ALL: tuple[Carry, ...] = (
    CarryPoints("d"),
    CarryPercent("p"),
    CarryRank("h"),
    CarryClass("x"),
    CarryEntry("g", "thuong"),
    CarryWeight("k"),
)
PARTS = FromParts("tuan", ALL)


def _result(period: str, bonus: Given = 0, /, **points: Given) -> PeriodResult:
    sheets = [Sheet(unit, {"diem": one, "thuong": bonus}) for unit, one in points.items()]
    scores = score(WEEK, sheets)
    excluded = {unit: "không dự" for unit, one in points.items() if one == 1}
    ranking = rank(scores, ties="share", excluded=excluded)
    return PeriodResult(period, scores, ranking=ranking, classes=classify(scores, CLASSES))


def _carry(
    *results: PeriodResult,
    period: str = "t1",
    source: Source = PARTS,
    waiting: State | Mapping[str, State] | None = None,
    groups: Mapping[str, str] | None = None,
) -> Carried:
    return carry(
        YEAR,
        period,
        results,
        into=MONTH,
        intake=Intake([source]),
        waiting=waiting,
        groups=groups,
    )


def _items(carried: Carried, unit: str) -> list[dict[str, Entry]]:
    listed = dict(carried[unit].items)["tuan"]
    assert not isinstance(listed, State)
    return [dict(item) for item in listed]


def _faults(faults: Faults) -> list[str]:
    return [str(fault) for fault in faults.faults]


# --- what is carried ----------------------------------------------------------------------


def test_each_part_is_an_item() -> None:
    """Each part becomes one item with its points, percent, rank, class, entry and weight."""
    carried = _carry(_result("w1", 2, a=14, b=10), _result("w2", 0, a=9, b=9))

    assert [
        {"d": 16, "p": 80, "h": 1, "x": "Tốt", "g": 2, "k": 1},
        {"d": 9, "p": 45, "h": 1, "x": "Khá", "g": 0, "k": 2},
    ] == _items(carried, "a")
    assert [2, 1] == [item["h"] for item in _items(carried, "b")]
    assert carried.complete


def test_points_of_a_criterion() -> None:
    """Points and percent of a criterion are carried as those of the total are."""
    source = FromParts("tuan", [CarryPoints("d", "2"), CarryPercent("p", "1")])
    carried = _carry(_result("w1", 2, a=14), _result("w2", 3, a=7), source=source)

    assert [{"d": 2, "p": 70}, {"d": 3, "p": 35}] == _items(carried, "a")


def test_units_of_a_tie_carry_their_rank() -> None:
    """Units that share a rank all carry it."""
    carried = _carry(_result("w1", a=9, b=9, c=3), _result("w2", a=9, b=9, c=3))

    assert [[1, 1], [1, 1], [3, 3]] == [
        [item["h"] for item in _items(carried, unit)] for unit in "abc"
    ]


def test_what_does_not_apply() -> None:
    """Who has no rank or no class, and a part without a maximum, carry not_applicable."""
    source = FromParts("tuan", [CarryRank("h"), CarryClass("x"), CarryPercent("p", "2")])
    carried = _carry(_result("w1", a=0, b=1), _result("w2", a=9, b=9), source=source)

    assert "Khá" == _items(carried, "b")[0]["x"]
    assert State.NOT_APPLICABLE is _items(carried, "a")[0]["x"]
    assert State.NOT_APPLICABLE is _items(carried, "b")[0]["h"]
    assert State.NOT_APPLICABLE is _items(carried, "b")[0]["p"]


def test_percent_without_a_maximum() -> None:
    """The percent of a total without a maximum is not_applicable."""
    bare = Rubric(
        "b",
        "",
        measures=[Measure("v", "")],
        sections=[
            Criterion(
                "1",
                "",
                maximum=5,
                formula=DirectEntry("v"),
                treatments=Treatments(exempt="leave"),
            )
        ],
    )
    result = PeriodResult("t1", score(bare, [Sheet("a", {"v": State.EXEMPT})]))
    carried = _carry(result, source=FromPeriod([CarryPercent("them")]))

    assert State.NOT_APPLICABLE is carried["a"].entry("them")


def test_states_are_carried_as_they_are() -> None:
    """An entry that was in a state is in that state again, and nothing is lacking for it."""
    source = FromParts("tuan", [CarryEntry("g", "thuong")])
    carried = _carry(
        _result("w1", State.MISSING, a=3), _result("w2", State.NOT_DUE, a=3), source=source
    )

    assert [{"g": State.MISSING}, {"g": State.NOT_DUE}] == _items(carried, "a")
    assert carried.complete


def test_entries_that_a_sheet_did_not_name() -> None:
    """An entry that a sheet left to its others is in their state."""
    result = PeriodResult("t1", score(WEEK, [Sheet("a", {"diem": 1}, others=State.MISSING)]))
    carried = _carry(result, source=FromPeriod([CarryEntry("them", "thuong")]))

    assert State.MISSING is carried["a"].entry("them")


def test_another_rubric_of_the_same_period() -> None:
    """The result of another rubric in the same period becomes entries."""
    carried = _carry(
        _result("t1", a=16, b=18), source=FromPeriod([CarryRank("them"), CarryClass("loai")])
    )

    assert (2, "Tốt") == (carried["a"].entry("them"), carried["a"].entry("loai"))


def test_exact_means_are_carried() -> None:
    """A mean with thirds is carried unrounded into a measure of any exact number."""
    mean = Rubric(
        "m",
        "",
        measures=[Measure("v", "")],
        sections=[Criterion("1", "", maximum=0, formula=Calculation(Quotient("v", 7)))],
    )
    result = PeriodResult("t1", score(mean, [Sheet("a", {"v": 12})]))
    carried = _carry(result, source=FromPeriod([CarryPoints("them")]))

    assert Fraction(12, 7) == carried["a"].entry("them")


def test_a_level_further_down() -> None:
    """A year may take its weeks past its months."""
    year = Period(
        "nam",
        "",
        parts=[
            Period("t1", "", parts=[Period("w1", "", level="tuần"), Period("w2", "", level="tuần")])
        ],
    )
    carried = carry(
        year,
        "nam",
        [_result("w1", a=3), _result("w2", a=4)],
        into=MONTH,
        intake=Intake([FromParts("tuan", [CarryPoints("d")], level="tuần")]),
    )

    assert [{"d": 3}, {"d": 4}] == _items(carried, "a")


# --- sheets and units ---------------------------------------------------------------------


def test_sheets_keep_what_they_hold() -> None:
    """What the unit reports itself stays; what is carried is added, also to its lists."""
    own = Sheet("a", {"them": 1}, {"khac": [{"y": 1}], "k": State.MISSING}, name="Lớp A")
    carried = carry(
        YEAR,
        "t1",
        [_result("w1", a=3, b=4), _result("w2", a=5, b=4)],
        into=MONTH,
        intake=Intake([FromParts("tuan", [CarryPoints("d")])]),
        sheets=[own],
    )

    assert (
        Sheet(
            "a",
            {"them": 1},
            {"khac": [{"y": 1}], "k": State.MISSING, "tuan": [{"d": 3}, {"d": 5}]},
            name="Lớp A",
        ),
    ) == carried.sheets


def test_units_without_a_sheet_of_their_own() -> None:
    """Units may be named; those without a sheet get one, by the name they had last."""
    sheets = [Sheet("a", {"diem": 1, "thuong": 0}, name="Lớp A")]
    result = PeriodResult("t1", score(WEEK, sheets))
    carried = carry(
        YEAR,
        "t1",
        [result],
        into=MONTH,
        intake=Intake([FromPeriod([CarryPoints("them")])]),
        units=["a"],
    )

    assert (Sheet("a", {"them": 1}, name="Lớp A"),) == carried.sheets


def test_units_that_join_or_leave_are_refused() -> None:
    """A unit that a part does not have is a fault, unless something has been agreed."""
    with pytest.raises(Faults) as refused:
        _carry(_result("w1", a=3, b=4), _result("w2", a=5))

    assert [
        (
            "$.sources[0].outside: unit 'b' has no share in the result of 'w2'; "
            "say in 'outside' what becomes of units that join or leave"
        )
    ] == _faults(refused.value)


def test_units_that_leave_may_be_left_out() -> None:
    """Omitted, a part is no item for a unit that had no share in it."""
    source = FromParts("tuan", [CarryPoints("d"), CarryWeight("k")], outside="omit")
    carried = _carry(_result("w1", a=3), _result("w2", a=5, b=4), source=source)

    assert [{"d": 4, "k": 2}] == _items(carried, "b")
    assert carried.complete


def test_units_that_leave_may_be_not_applicable() -> None:
    """A part that does not apply to a unit is an item in that state."""
    source = FromParts("tuan", [CarryPoints("d")], outside="not_applicable")
    carried = _carry(_result("w1", a=3), _result("w2", a=5, b=4), source=source)

    assert [{"d": State.NOT_APPLICABLE}, {"d": 4}] == _items(carried, "b")


def test_a_formula_may_pass_over_what_does_not_apply() -> None:
    """The mean of the weeks that apply is said by a formula that asks for the state."""
    applies = Not(EntryIs("d", State.NOT_APPLICABLE))
    rubric = Rubric(
        "tb",
        "",
        measures=[],
        items=MONTH.items,
        sections=[
            Criterion(
                "1", "", maximum=25, formula=Calculation(OverItems("tuan", "mean", "d", applies))
            )
        ],
    )
    source = FromParts("tuan", ALL, outside="not_applicable")
    carried = carry(
        YEAR,
        "t1",
        [_result("w1", a=3), _result("w2", a=5, b=4)],
        into=rubric,
        intake=Intake([source]),
    )
    scores = score(rubric, carried.sheets)

    assert [4, 4] == [one.points for one in scores]


# --- what waits ---------------------------------------------------------------------------


def test_what_is_absent_must_be_said() -> None:
    """A part without a result is a fault until the caller says in which state it is awaited."""
    with pytest.raises(Faults) as refused:
        _carry(_result("w1", a=3, b=3, c=3, d=3))

    assert [
        (
            "$.waiting: no final result of 'w2' for 'a', 'b', 'c' and 1 more; "
            "say waiting=State.NOT_DUE or State.MISSING, or make a preview"
        )
    ] == _faults(refused.value)


def test_what_is_absent_is_awaited() -> None:
    """A part without a result is an item in the state said; its weight is known before."""
    carried = _carry(_result("w1", a=3), waiting={"w2": State.MISSING})

    assert dict.fromkeys("dphxg", State.MISSING) | {"k": 2} == _items(carried, "a")[1]
    assert (Gap("w2", "Tuần 2", "a", Lacking.ABSENT),) == carried.gaps
    assert () == carried["a"].awaited
    assert not carried.preview


def test_what_is_open_narrows() -> None:
    """A part with an open result is awaited within what it may still become."""
    late = _result("w2", a=State.NOT_DUE, b=9)
    carried = _carry(_result("w1", a=3, b=4), late, waiting=State.NOT_DUE)

    assert (
        Awaited("d", Interval(0, 20), items="tuan", item=1),
        Awaited("p", Interval(0, 100), items="tuan", item=1),
        Awaited("h", Interval(1, 2), items="tuan", item=1),
    ) == carried["a"].awaited
    assert Gap("w2", "Tuần 2", "a", Lacking.OPEN) == carried.gaps[0]
    assert Interval(3, 23) == score(SUM, carried.sheets)["a"].total.span


def test_what_is_certain_is_carried_though_the_rest_is_open() -> None:
    """A rank that no outcome can change is carried, though the points are open."""
    late = _result("w2", State.NOT_DUE, a=15, b=4)
    carried = _carry(_result("w1", a=3, b=4), late, waiting=State.NOT_DUE)

    assert (1, State.NOT_DUE) == (_items(carried, "a")[1]["h"], _items(carried, "a")[1]["d"])


def test_open_entries_of_the_same_period() -> None:
    """An open result of another rubric is awaited within what it may become, as an entry."""
    source = FromPeriod([CarryPoints("them"), CarryClass("loai")])
    carried = _carry(_result("t1", a=State.MISSING), source=source, waiting=State.MISSING)

    assert (Awaited("them", Interval(0, 20)),) == carried["a"].awaited
    assert [State.MISSING, State.MISSING] == [carried["a"].entry(x) for x in ("them", "loai")]


def test_a_group_waits_as_one() -> None:
    """While a part lacks one unit, it counts for nobody of the group, and for the others."""
    carried = _carry(
        _result("w1", a=3, b=4, c=5),
        _result("w2", a=State.NOT_DUE, b=9, c=9),
        source=FromParts("tuan", [CarryPoints("d"), CarryWeight("k")]),
        waiting=State.NOT_DUE,
        groups={"a": "chọn", "b": "chọn", "c": "thường"},
    )

    assert (
        Gap("w2", "Tuần 2", "a", Lacking.OPEN),
        Gap("w2", "Tuần 2", "b", Lacking.GROUP),
    ) == carried.gaps
    assert {"d": State.NOT_DUE, "k": 2} == _items(carried, "b")[1]
    assert () == carried["b"].awaited
    assert {"d": 9, "k": 2} == _items(carried, "c")[1]


# --- earlier periods ----------------------------------------------------------------------


def _used(*results: PeriodResult, waiting: State | None = None) -> Carried:
    source = UsedBefore("da_dung", "2", within="", rubric="tuan")
    return _carry(*results, period="w4", source=source, waiting=waiting)


def test_points_that_were_used() -> None:
    """The points of earlier periods of the window are summed; other windows count nothing."""
    carried = _used(_result("w1", 5, a=1), _result("w2", 5, a=1), _result("w3", 4, a=1))

    assert 4 == carried["a"].entry("da_dung")


def test_points_that_may_have_been_used() -> None:
    """What an open or absent period may have used is awaited, as far as it is known."""
    opened = _used(_result("w3", State.MISSING, a=1), waiting=State.MISSING)
    absent = carry(
        YEAR,
        "w4",
        [],
        into=MONTH,
        intake=Intake([UsedBefore("da_dung", "2", rubric="tuan")]),
        units=["a"],
        waiting=State.NOT_DUE,
    )

    assert (Awaited("da_dung", Interval(0, 5)),) == opened["a"].awaited
    assert State.MISSING is opened["a"].entry("da_dung")
    assert State.NOT_DUE is absent["a"].entry("da_dung")
    assert () == absent["a"].awaited


def test_who_had_no_share_has_used_nothing() -> None:
    """A unit that joined later has used nothing before."""
    carried = carry(
        YEAR,
        "w4",
        [_result("w3", 4, a=1)],
        into=MONTH,
        intake=Intake([UsedBefore("da_dung", "2", rubric="tuan")]),
        units=["a", "b"],
    )

    assert [4, 0] == [carried[unit].entry("da_dung") for unit in "ab"]


def test_the_first_period_has_used_nothing() -> None:
    """Nothing has been used at the start of a window."""
    carried = carry(
        YEAR,
        "w3",
        [_result("w2", 4, a=1)],
        into=MONTH,
        intake=Intake([UsedBefore("da_dung", "2", rubric="tuan"), EarnedBefore("da_thuong", "2")]),
        units=["a"],
    )

    assert [0, False] == [carried["a"].entry(code) for code in ("da_dung", "da_thuong")]


@pytest.mark.parametrize(
    ("bonus", "entry"), [(3, True), (0, False), (State.NOT_DUE, State.NOT_DUE)]
)
def test_a_bonus_earned_before(bonus: Given, entry: Entry) -> None:
    """Whether a bonus was earned before is yes, no, or still to come."""
    source = EarnedBefore("da_thuong", "2", rubric="tuan")
    carried = _carry(_result("w3", bonus, a=1), period="w4", source=source, waiting=State.NOT_DUE)

    assert entry == carried["a"].entry("da_thuong")


# --- previews -----------------------------------------------------------------------------


def _preview(*results: PeriodResult, source: Source = PARTS, period: str = "t1") -> Carried:
    return preview(YEAR, period, results, into=MONTH, intake=Intake([source]), units=["a", "b"])


def test_a_preview_leaves_out_what_is_not_there() -> None:
    """A part that is absent or open is no item; what was left out stands with every name."""
    source = FromParts("tuan", [CarryPoints("d")])
    absent = _preview(_result("w1", a=3, b=4), source=source)
    opened = _preview(_result("w1", a=3, b=4), _result("w2", a=State.MISSING, b=5), source=source)

    assert [{"d": 3}] == _items(absent, "a")
    assert [[{"d": 3}], [{"d": 4}, {"d": 5}]] == [_items(opened, unit) for unit in "ab"]
    assert "b (xem trước, chưa đủ Tuần 2)" == opened["b"].title
    assert absent.preview


def test_a_preview_of_complete_parts_is_official() -> None:
    """Where nothing is left out, a preview is the same as the official sheets."""
    results = (_result("w1", a=3, b=4), _result("w2", a=3, b=5))

    assert _carry(*results) == _preview(*results)


def test_a_preview_is_not_carried_on_officially() -> None:
    """A result made of a preview is refused as official, and named in another preview."""
    first = _preview(_result("w1", a=3, b=4), source=FromParts("tuan", [CarryPoints("d")]))
    made = PeriodResult("t1", score(MONTH, [_filled(sheet) for sheet in first.sheets]))
    source = FromPeriod([CarryPoints("them")])
    with pytest.raises(Faults) as refused:
        _carry(made, source=source)
    again = _preview(made, source=source)

    assert [
        (
            "$.sources[0]: the result of 't1' is a preview, and nothing official; "
            "wait for its parts, or make a preview"
        )
    ] == _faults(refused.value)
    assert 3 == again["a"].entry("them")
    assert Gap("t1", "Tháng 1", "a", Lacking.PREVIEW) == again.gaps[0]


def _filled(sheet: Sheet) -> Sheet:
    items = {
        code: listed
        if isinstance(listed, State)
        else [{**dict.fromkeys("phxgk", State.EXEMPT), **dict(one)} for one in listed]
        for code, listed in sheet.items
    }
    return Sheet(sheet.unit, {}, items, others=State.MISSING, preview=sheet.preview)


def test_a_preview_of_entries() -> None:
    """An entry that is not there is awaited in a preview too, as it cannot be left out."""
    carried = _preview(source=FromPeriod([CarryPoints("them")]))

    assert State.NOT_DUE is carried["a"].entry("them")
    assert "a (xem trước, chưa đủ Tháng 1)" == carried["a"].title


def test_a_preview_of_what_was_used() -> None:
    """A preview sums what earlier periods are known to have used."""
    source = UsedBefore("da_dung", "2", within="", rubric="tuan")
    absent = _preview(period="w4", source=source)
    marked = PeriodResult(
        "w3",
        score(WEEK, [Sheet(unit, {"diem": 1, "thuong": 2}, preview="xem trước") for unit in "ab"]),
    )
    again = _preview(marked, period="w4", source=source)

    assert 0 == absent["a"].entry("da_dung")
    assert Lacking.ABSENT is absent.gaps[0].why
    assert 2 == again["a"].entry("da_dung")
    assert Lacking.PREVIEW is again.gaps[0].why


# --- faults -------------------------------------------------------------------------------


def test_results_that_do_not_fit_the_tree() -> None:
    """Unknown periods, results that stand twice and a misfit intake are all named at once."""
    results = [_result("w1", a=3), _result("w1", a=3), _result("w9", a=3)]
    with pytest.raises(Faults) as refused:
        _carry(*results, period="t7", source=FromParts("x", []))

    assert [
        "$.period: no period 't7'; known are 'nam', 't1', 't2', 'w1', 'w2', 'w3', 'w4'",
        "$.results[1]: two results of 'w1' by rubric 'tuan'; keep the one that is official",
        "$.results[2].period: no period 'w9'; known are 'nam', 't1', 't2', 'w1', 'w2', 'w3', 'w4'",
        "$.sources[0].items: no list of items is called 'x'; known are 'tuan'",
    ] == _faults(refused.value)


def test_results_that_lack_what_is_carried() -> None:
    """What a result does not have is named, for each result."""
    bare = PeriodResult("w1", _result("w1", a=3).scores)
    source = FromParts(
        "tuan",
        [CarryPoints("d", "7"), CarryRank("h"), CarryClass("x"), CarryEntry("g", "thuog")],
    )
    with pytest.raises(Faults) as refused:
        _carry(bare, source=source)

    assert [
        (
            "$.sources[0].carries[0].of: the rubric of 'w1' has no criterion '7'; "
            "known are '1', '2', 'total'"
        ),
        "$.sources[0].carries[1]: the result of 'w1' has no ranking; rank its scores",
        "$.sources[0].carries[2]: the result of 'w1' has no classes; classify its scores",
        (
            "$.sources[0].carries[3].of: the rubric of 'w1' has no measure 'thuog'; "
            "did you mean 'thuong'?"
        ),
    ] == _faults(refused.value)


def test_periods_that_are_not_there() -> None:
    """A period without the parts or the window that a source asks is a fault."""
    sources: list[Source] = [
        FromParts("tuan", [CarryPoints("d")], level="ngày"),
        UsedBefore("da_dung", "2", within="học kỳ"),
        EarnedBefore("da_thuong", "9", rubric="tuan"),
    ]
    with pytest.raises(Faults) as refused:
        carry(YEAR, "w2", [_result("w1", a=1)], into=MONTH, intake=Intake(sources))

    assert [
        "$.sources[0].level: period 'w2' has no parts of level 'ngày'",
        "$.sources[1].within: period 'w2' is in no 'học kỳ'; none is known",
        "$.sources[2].of: the rubric of 'w1' has no criterion '9'; known are '1', '2', 'total'",
    ] == _faults(refused.value)


def test_no_parts() -> None:
    """A period without parts has no items to give."""
    with pytest.raises(Faults, match=r"period 'w1' has no parts$"):
        _carry(period="w1")


def test_two_rubrics_of_one_period() -> None:
    """Where a period has results by two rubrics, the source says which."""
    other = Rubric("khac", "", measures=WEEK.measures, sections=WEEK.sections)
    both = [
        _result("t1", a=3),
        PeriodResult("t1", score(other, [Sheet("a", {"diem": 7, "thuong": 0})])),
    ]
    with pytest.raises(Faults) as refused:
        _carry(*both, source=FromPeriod([CarryPoints("them")]))
    said = _carry(*both, source=FromPeriod([CarryPoints("them")], rubric="khac"))

    assert ["$.sources[0].rubric: period 't1' has results by 'tuan', 'khac'; name one"] == _faults(
        refused.value
    )
    assert 7 == said["a"].entry("them")


def test_units_and_sheets_that_do_not_fit() -> None:
    """Units that stand twice, sheets of other units, and units without a group are named."""
    with pytest.raises(Faults) as refused:
        carry(
            YEAR,
            "t1",
            [],
            into=MONTH,
            intake=Intake([PARTS]),
            sheets=[Sheet("x", {}), Sheet("a", {}), Sheet("a", {})],
            units=["a", "b", "b"],
            groups={"a": "g"},
        )

    assert [
        "$.sheets[0].unit: a sheet for unit 'x', which is not among the units; known are 'a', 'b'",
        "$.sheets: unit 'a' stands twice; keep one",
        "$.units: unit 'b' stands twice; keep one",
        "$.groups: unit 'b' has no group; name its group",
        "$.groups: unit 'b' has no group; name its group",
    ] == _faults(refused.value)


def test_a_sheet_that_holds_what_is_carried() -> None:
    """An entry or list that is taken from results may not stand in the unit's own sheet."""
    with pytest.raises(Faults) as refused:
        carry(
            YEAR,
            "t1",
            [_result("t1", a=1)],
            into=MONTH,
            intake=Intake([FromPeriod([CarryPoints("them")])]),
            sheets=[Sheet("a", {"them": 1})],
        )

    assert [
        "$.sheets.a: the sheet of 'a' holds 'them', which is taken from results; leave it out there"
    ] == _faults(refused.value)


def test_states_that_await_nothing() -> None:
    """What is awaited is missing or not due, of a period that there is."""
    with pytest.raises(Faults) as exempt:
        _carry(_result("w1", a=1), waiting=State.EXEMPT)
    with pytest.raises(Faults) as unknown:
        _carry(_result("w1", a=1), waiting={"w7": State.MISSING, "w2": State.MISSING})

    assert "what is awaited is missing or not due" in _faults(exempt.value)[0]
    assert [
        "$.waiting.w7: no period 'w7'; known are 'nam', 't1', 't2', 'w1', 'w2', 'w3', 'w4'"
    ] == _faults(unknown.value)


def test_a_sheet_by_its_unit() -> None:
    """A unit without a sheet is a KeyError that says which one was meant."""
    with pytest.raises(KeyError, match="no sheet for unit 'lop-b'; did you mean 'lop-a'"):
        Carried("t1", "", (Sheet("lop-a", {}),))["lop-b"]
