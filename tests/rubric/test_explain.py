# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve

from thidua.basis import Citation
from thidua.formula import (
    AroundTarget,
    Calculation,
    Choose,
    DirectEntry,
    EntryIs,
    Event,
    Form,
    ItemFold,
    OverItems,
    OverPeers,
    PeerFold,
    PerEvent,
    Points,
    Prize,
    PrizeTable,
    Product,
    Proportional,
    RankPoints,
    YesNo,
)
from thidua.quantity import Given, Number, Rounding, State
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    ItemList,
    Measure,
    Question,
    Rubric,
    Section,
    Sheet,
    Treatment,
    Treatments,
    UnitScore,
    explain,
    explain_line,
    score,
)

CHARTER = Citation("Quy chế Cụm 3", article="6", clause="2", point="a")

RUBRIC = Rubric(
    "khoi-huyen",
    "Khối các huyện năm 2021",
    measures=[
        Measure("thu", "Thu ngân sách", unit="tỷ đồng", places=1),
        Measure("du_toan", "Dự toán thu", unit="tỷ đồng", places=1, above=0),
        Measure("bao_cao_tre", "Báo cáo trễ hạn", unit="lần"),
        Measure("sang_kien", "Sáng kiến"),
        Question("ky_luat", "Có cán bộ bị kỷ luật"),
    ],
    sections=[
        Section(
            "I",
            "Kinh tế - xã hội",
            criteria=[
                Section(
                    "I.1",
                    "Ngân sách",
                    criteria=[
                        Criterion(
                            "I.1.a",
                            "Thu ngân sách",
                            maximum=40,
                            formula=Proportional("thu", to="du_toan", capped=False),
                            at_most=44,
                            rounding=Rounding("0.5"),
                            basis=CHARTER,
                        ),
                    ],
                ),
            ],
        ),
        Section(
            "II",
            "Thi đua, khen thưởng",
            at_most=12,
            criteria=[
                Criterion(
                    "II.1",
                    "Chế độ báo cáo",
                    maximum=10,
                    formula=PerEvent.of("bao_cao_tre", -2, at_least=0),
                ),
                Criterion(
                    "II.2",
                    "Điểm thưởng sáng kiến",
                    maximum=0,
                    formula=PerEvent.of("sang_kien", 1),
                    at_most=5,
                    role="bonus",
                ),
            ],
        ),
        Criterion(
            "III",
            "Điểm trừ kỷ luật",
            maximum=0,
            formula=YesNo("ky_luat", yes=3),
            role="penalty",
        ),
    ],
)
SHEET = Sheet(
    "bac-ha",
    {"thu": "105.2", "du_toan": 98, "bao_cao_tre": 1, "sang_kien": 7, "ky_luat": True},
    name="Bắc Hà",
    illustrative=["sang_kien"],
)

WHOLE_VI = """\
Khối các huyện năm 2021: Bắc Hà
I Kinh tế - xã hội: 43/40 điểm
  I.1 Ngân sách: 43/40 điểm
    I.1.a Thu ngân sách: 105,2/98 tỷ đồng ≈ 107,35 %, được ≈ 42,9388 điểm, làm tròn đến 0,5 \
→ 43/40 điểm [điểm a khoản 2 Điều 6 Quy chế Cụm 3]
II Thi đua, khen thưởng: cộng các mục được 13 điểm, giới hạn ở 12 điểm \
→ 12/10 điểm (một phần minh họa)
  II.1 Chế độ báo cáo: Báo cáo trễ hạn: 1 lần × (-2) = -2 điểm → 8/10 điểm
  II.2 Điểm thưởng sáng kiến: Sáng kiến: 7 × 1 = 7 điểm, được 7 điểm, giới hạn ở 5 điểm \
→ cộng 5 điểm (minh họa)
III Điểm trừ kỷ luật: có → trừ 3 điểm
Tổng: 52/50 điểm = 104 % (một phần minh họa)
(minh họa): số liệu do người soạn ví dụ đặt ra, không phải số liệu đã công bố."""

WHOLE_EN = """\
# Khối các huyện năm 2021: Bắc Hà

- **I** Kinh tế - xã hội: 43/40 points
  - **I.1** Ngân sách: 43/40 points
    - **I.1.a** Thu ngân sách: 105.2/98 tỷ đồng ≈ 107.35%, which gives ≈ 42.9388 points, \
rounded to 0.5 → 43/40 points [Quy chế Cụm 3, article 6, clause 2, point a]
- **II** Thi đua, khen thưởng: adds up to 13 points, limited to 12 points \
→ 12/10 points (partly illustrative)
  - **II.1** Chế độ báo cáo: Báo cáo trễ hạn: 1 lần × (-2) = -2 points → 8/10 points
  - **II.2** Điểm thưởng sáng kiến: Sáng kiến: 7 × 1 = 7 points, which gives 7 points, \
limited to 5 points → bonus 5 points (illustrative)
- **III** Điểm trừ kỷ luật: yes → penalty 3 points

**Total: 52/50 points = 104% (partly illustrative)**

(illustrative): entries made up for the example, not published results."""


def test_a_whole_sheet_as_text() -> None:
    """Sections nest by indentation, each criterion has its sentence, then comes the total."""

    assert WHOLE_VI == explain(score(RUBRIC, [SHEET])["bac-ha"])


def test_a_whole_sheet_as_markdown_in_english() -> None:
    """In Markdown, sections nest as lists under a title."""

    assert WHOLE_EN == explain(score(RUBRIC, [SHEET])["bac-ha"], language="en", markup="markdown")


def test_the_languages_differ_in_words_only() -> None:
    """Text and Markdown have the same lines in both languages."""
    unit = score(RUBRIC, [SHEET])["bac-ha"]

    assert len(WHOLE_VI.splitlines()) == len(explain(unit, language="en").splitlines())
    assert len(WHOLE_EN.splitlines()) == len(explain(unit, markup="markdown").splitlines())


def _one(  # noqa: PLR0913 - what a criterion may have
    formula: Form,
    entries: Mapping[str, Given],
    items: Mapping[str, list[Mapping[str, Given]]] | None = None,
    *,
    maximum: Number = 10,
    role: str = "standard",
    at_least: Number | None = None,
    at_most: Number | None = None,
    rounding: Rounding | None = None,
    treatments: Treatments | None = None,
) -> UnitScore:
    """Score one unit by a rubric of one criterion."""
    criterion = Criterion(
        "1",
        "Tiêu chí",
        maximum=maximum,
        formula=formula,
        role=role,
        at_least=at_least,
        at_most=at_most,
        rounding=rounding,
        treatments=treatments or Treatments(),
    )
    lists = [ItemList("viec", "Nhiệm vụ", [Measure("diem", "Điểm")])] if items else []
    rubric = Rubric("r", "R", measures=MEASURES, items=lists, sections=[criterion])
    full: dict[str, Given] = {"a": 0, "b": 1, "c": False, **entries}
    return score(rubric, [Sheet("x", full, items or {})])["x"]


MEASURES: list[Indicator] = [
    Measure("a", "Số A", places=3),
    Measure("b", "Số B", unit="%", above=0),
    Question("c", "Hỏi C"),
]


def _said(unit: UnitScore) -> tuple[str, str]:
    return explain_line(unit, "1"), explain_line(unit, "1", language="en")


def test_limits_that_held_are_said_before_the_rounding() -> None:
    """What the formula gave, what its criterion limits it to, and the rounding are told apart."""
    both = _one(
        Calculation(Product([2, "a"]), "gấp đôi"),
        {"a": "6.3"},
        at_least=0,
        at_most="12.4",
        rounding=Rounding("0.5"),
    )

    assert (
        (
            "1 Tiêu chí: gấp đôi (Số A: 6,3), được 12,6 điểm, giới hạn ở 12,4 điểm, "
            "làm tròn đến 0,5 → 12,5/10 điểm"
        ),
        (
            "1 Tiêu chí: gấp đôi (Số A: 6.3), which gives 12.6 points, limited to 12.4 points, "
            "rounded to 0.5 → 12.5/10 points"
        ),
    ) == _said(both)


def test_a_floor_that_held_is_said() -> None:
    """A lower limit is told like an upper one."""
    unit = _one(PerEvent.of("a", -4), {"a": 4}, at_least=-1)

    assert (
        "1 Tiêu chí: Số A: 4 × (-4) = -16 điểm, được -6 điểm, giới hạn ở -1 điểm → -1/10 điểm"
        == _said(unit)[0]
    )


def test_limits_and_rounding_that_change_nothing_are_not_said() -> None:
    """A limit that does not hold, and a rounding of a whole number, are left out."""
    unit = _one(DirectEntry("a"), {"a": 6}, at_least=0, at_most=10, rounding=Rounding(1))

    assert (
        "1 Tiêu chí: chấm điểm trực tiếp → 6/10 điểm",
        "1 Tiêu chí: entered → 6/10 points",
    ) == _said(unit)


def test_numbers_that_need_more_decimals_are_marked() -> None:
    """Points that are no decimal are shown rounded, and say so."""
    unit = _one(Proportional("a", to=3), {"a": 1})

    assert "1 Tiêu chí: 1/3 ≈ 33,33 % → ≈ 3,33/10 điểm" == _said(unit)[0]


@pytest.mark.parametrize(
    ("state", "vietnamese", "english"),
    [
        (State.MISSING, "chưa có số liệu", "an entry is missing"),
        (State.NOT_DUE, "chưa đến hạn", "an entry is not due yet"),
        (State.NOT_APPLICABLE, "không áp dụng", "not applicable"),
        (State.EXEMPT, "được miễn", "exempt"),
        (State.NOT_ASSIGNED, "không được giao", "not assigned"),
    ],
)
@pytest.mark.parametrize(
    ("treatment", "after_vi", "after_en"),
    [
        (Treatment.ZERO, ", tính 0 điểm → 0/10 điểm", ", counts zero → 0/10 points"),
        (Treatment.FULL, ", tính đủ điểm → 10/10 điểm", ", counts in full → 10/10 points"),
        (Treatment.LEAVE, " → không tính vào điểm tối đa", " → leaves the maximum"),
        (
            Treatment.PENDING,
            " → từ 0 đến 10/10 điểm (tạm tính)",
            " → 0 to 10/10 points (provisional)",
        ),
    ],
)
def test_every_state_and_what_it_does_are_said(  # noqa: PLR0913, PLR0917 - a table
    state: State,
    vietnamese: str,
    english: str,
    treatment: Treatment,
    after_vi: str,
    after_en: str,
) -> None:
    """A line without a value says why, and what that does to the points."""
    treatments = Treatments(**{state.value: treatment})
    unit = _one(DirectEntry("a"), {"a": state}, treatments=treatments)

    assert (f"1 Tiêu chí: {vietnamese}{after_vi}", f"1 Tiêu chí: {english}{after_en}") == _said(
        unit
    )


@pytest.mark.parametrize("role", ["bonus", "penalty"])
def test_a_bonus_or_penalty_that_leaves_is_left_out(role: str) -> None:
    """What adds to no maximum does not leave it; it is just left out."""
    treatments = Treatments(exempt=Treatment.LEAVE)
    unit = _one(DirectEntry("a"), {"a": State.EXEMPT}, role=role, treatments=treatments)

    assert (
        "1 Tiêu chí: được miễn → không tính",
        "1 Tiêu chí: exempt → left out",
    ) == _said(unit)


def test_an_open_end_is_said() -> None:
    """Points that nothing bounds above are said from their least."""
    unit = _one(Calculation("a", "số A"), {"a": State.NOT_DUE})

    assert (
        "1 Tiêu chí: chưa đến hạn → từ 0 trở lên/10 điểm (tạm tính)",
        "1 Tiêu chí: an entry is not due yet → 0 or more/10 points (provisional)",
    ) == _said(unit)


def test_a_provisional_total_is_marked() -> None:
    """A total that may still change is said from its least to its most, without a percentage."""
    unit = _one(DirectEntry("a"), {"a": State.NOT_DUE})

    assert "Tổng: từ 0 đến 10/10 điểm (tạm tính)" == explain(unit).splitlines()[-1]
    assert (
        "Total: 0 to 10/10 points (provisional)" == (explain(unit, language="en").splitlines()[-1])
    )


def test_a_percentage_that_is_no_decimal_is_marked() -> None:
    """The percentage of the total has no equals sign where it is rounded."""

    assert (
        "Tổng: 1/3 điểm ≈ 33,33 %"
        == (explain(_one(DirectEntry("a"), {"a": 1}, maximum=3)).splitlines()[-1])
    )


def test_a_total_of_nothing_has_no_percentage() -> None:
    """Where no maximum applies the total is said without a percentage."""
    treatments = Treatments(exempt=Treatment.LEAVE)
    unit = _one(DirectEntry("a"), {"a": State.EXEMPT}, treatments=treatments)

    assert "Tổng: 0 điểm" == explain(unit).splitlines()[-1]


def _total(
    points: str,
    maximum: int,
    *,
    rounding: Rounding | None = None,
    percent_rounding: Rounding | None = None,
) -> UnitScore:
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A", places=None)],
        sections=[Criterion("1", "Một", maximum=maximum, formula=Calculation("a", "a"))],
        rounding=rounding,
        percent_rounding=percent_rounding,
    )
    return score(rubric, [Sheet("x", {"a": points})])["x"]


def test_a_percentage_is_said_before_and_after_the_rubric_rounds_it() -> None:
    """No rounded percentage stands behind an equals sign; what rounds to itself is said once."""
    hundredths, thousandths = Rounding("0.01"), Rounding("0.001", "down")
    rounded = _total("874.27", 1000, percent_rounding=hundredths)
    others = [
        _total(points, maximum, percent_rounding=rounding)
        for points, maximum, rounding in (
            ("2", 3, hundredths),
            ("2", 3, thousandths),
            ("3", 4, hundredths),
        )
    ]

    assert (
        "Total: 874.27/1,000 points = 87.427%, rounded to 0.01% → 87.43%"
        == (explain(rounded, language="en").splitlines()[-1])
    )
    assert [
        "Tổng: 874,27/1.000 điểm = 87,427 %, làm tròn đến 0,01 % → 87,43 %",
        "Tổng: 2/3 điểm ≈ 66,6667 %, làm tròn đến 0,01 % → 66,67 %",
        "Tổng: 2/3 điểm ≈ 66,6667 %, làm tròn đến 0,001 % → 66,666 %",
        "Tổng: 3/4 điểm = 75 %",
    ] == [explain(one).splitlines()[-1] for one in (rounded, *others)]


def test_points_that_are_rounded_to_thousandths_have_them() -> None:
    """What a line says points are rounded to, they show."""
    unit = _total("1.23456", 2, rounding=Rounding("0.001"))

    assert (
        "Tổng: cộng các mục được ≈ 1,2346 điểm, làm tròn đến 0,001 → 1,235/2 điểm = 61,75 %"
        == explain(unit).splitlines()[-1]
    )


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ("2.38499999", "được 2,38499999 điểm, làm tròn đến 0,01 → 2,38/3 điểm"),
        ("2.3847", "được 2,3847 điểm, làm tròn đến 0,01 → 2,38/3 điểm"),
        ("2.38473", "được ≈ 2,3847 điểm, làm tròn đến 0,01 → 2,38/3 điểm"),
        ("2.999999", "được 2,999999 điểm, làm tròn đến 0,01 → 3/3 điểm"),
        ("3.000001", "được 3,000001 điểm, giới hạn ở 3 điểm → 3/3 điểm"),
    ],
)
def test_points_do_not_look_like_what_rounds_or_limits_them(points: str, said: str) -> None:
    """Points just below a tie or just above a limit have the decimals that say so."""
    criterion = Criterion(
        "1",
        "Một",
        maximum=3,
        formula=Calculation("a", "a"),
        at_most=3,
        rounding=Rounding("0.01"),
    )
    rubric = Rubric("r", "R", measures=[Measure("a", "A", places=None)], sections=[criterion])

    unit = score(rubric, [Sheet("x", {"a": points})])["x"]
    limited = evolve(rubric, sections=[evolve(criterion, rounding=None)])

    assert (
        "được ≈ 3,3333 điểm, giới hạn ở 3 điểm → 3/3 điểm"
        == (explain_line(score(limited, [Sheet("x", {"a": "10/3"})])["x"], "1").partition("), ")[2])
    )
    assert said == explain_line(unit, "1").partition("), ")[2]


def test_points_do_not_look_like_the_maximum_that_they_miss() -> None:
    """Points just below the maximum have the decimals that say so; at it they have none."""

    assert "Tổng: 39,9999/40 điểm ≈ 100 %" == explain(_total("39.9999", 40)).splitlines()[-1]
    assert "Tổng: 40/40 điểm = 100 %" == explain(_total("40", 40)).splitlines()[-1]


def test_what_has_no_maximum_is_said_without_one() -> None:
    """Inside a bonus, or where points are only taken off, there is no maximum of zero."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A"), Measure("b", "B")],
        sections=[
            Criterion("1", "Một", maximum=10, formula=DirectEntry("a")),
            Section(
                "2",
                "Thưởng",
                role="bonus",
                criteria=[Criterion("2.1", "B", maximum=0, formula=PerEvent.of("b", "0.5"))],
            ),
        ],
    )
    unit = score(rubric, [Sheet("x", {"a": 5, "b": 1})])["x"]

    assert "2.1 B: B: 1 × 0,5 = 0,5 điểm → 0,5 điểm" == explain_line(unit, "2.1")
    assert "2.1 B: B: 1 × 0.5 = 0.5 points → 0.5 points" == explain_line(unit, "2.1", language="en")


def test_names_of_several_lines_stand_on_one() -> None:
    """Each line of a sheet stays one, whatever names hold, as in tables."""
    rubric = Rubric(
        "r",
        "Bảng\nđiểm",
        measures=[Measure("a", "Số\nA")],
        sections=[Criterion("1", "Tiêu\nchí", maximum=9, formula=PerEvent.of("a", 1, start=0))],
    )
    unit = score(rubric, [Sheet("x", {"a": 1}, name="Bắc\nHà")])["x"]

    assert """\
Bảng điểm: Bắc Hà
1 Tiêu chí: Số A: 1 × 1 = 1 điểm → 1/9 điểm
Tổng: 1/9 điểm ≈ 11,11 %""" == explain(unit)
    assert (
        "- **1** Tiêu chí: Số A: 1 × 1 = 1 điểm → 1/9 điểm"
        == (explain(unit, markup="markdown").splitlines()[2])
    )
    assert "1 Tiêu chí: Số A: 1 × 1 = 1 điểm → 1/9 điểm" == explain_line(unit, "1")


def test_what_comes_from_illustrative_entries_is_marked() -> None:
    """So is a criterion that reads the points of another; sums of others are partly so."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A"), Measure("b", "B")],
        sections=[
            Section(
                "I", "I", criteria=[Criterion("1", "Một", maximum=9, formula=DirectEntry("a"))]
            ),
            Section(
                "II", "II", criteria=[Criterion("2", "Hai", maximum=9, formula=DirectEntry("b"))]
            ),
            Criterion("III", "Ba", maximum=9, formula=Calculation(Points("1"), "như mục 1")),
        ],
    )
    unit = score(rubric, [Sheet("x", {"a": 1, "b": 2}, illustrative=["a"])])["x"]

    assert [
        "R: x",
        "I I: 1/9 điểm (minh họa)",
        "  1 Một: 1/9 điểm (minh họa)",
        "II II: 2/9 điểm",
        "  2 Hai: 2/9 điểm",
        "III Ba: 1/9 điểm (minh họa)",
        "Tổng: 4/27 điểm ≈ 14,81 % (một phần minh họa)",
    ] == explain(unit, detail="short").splitlines()[:-1]


def test_limits_and_rounding_of_the_total_are_said() -> None:
    """The total says what its parts add up to where limits or a rounding change that."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A", places=2)],
        sections=[
            Criterion("1", "Một", maximum=10, formula=DirectEntry("a")),
            Criterion("2", "Hai", maximum=0, formula=Calculation("a", "a"), role="penalty"),
            Criterion("3", "Ba", maximum=0, formula=Calculation(3, "3"), role="bonus"),
        ],
        at_least="3.3",
        rounding=Rounding("0.5"),
    )
    unit = score(rubric, [Sheet("x", {"a": "1.25"})])["x"]

    assert (
        "Tổng: cộng các mục được 3 điểm, giới hạn ở 3,3 điểm, làm tròn đến 0,5 → "
        "3,5/10 điểm = 35 %" == explain(unit).splitlines()[-1]
    )


def test_what_is_awaited_elsewhere_is_said() -> None:
    """A criterion whose own entries are there says whether peers or other criteria are awaited."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A"), Measure("b", "B")],
        sections=[
            Criterion("1", "Một", maximum=10, formula=Calculation(OverPeers("mean", "a"), "cụm")),
            Criterion("2", "Hai", maximum=10, formula=DirectEntry("b")),
            Criterion("3", "Ba", maximum=10, formula=Calculation(Points("2"), "mục 2")),
        ],
    )
    sheets = [Sheet("x", {"a": 1, "b": State.MISSING}), Sheet("y", {"a": State.MISSING, "b": 1})]
    unit = score(rubric, sheets)["x"]

    assert [
        "1 Một: chờ số liệu của đơn vị khác trong cụm → từ 0,5 trở lên/10 điểm (tạm tính)",
        "3 Ba: chờ điểm của mục khác → từ 0 đến 10/10 điểm (tạm tính)",
    ] == [explain_line(unit, code) for code in "13"]
    assert [
        "1 Một: results of the cluster are awaited → 0.5 or more/10 points (provisional)",
        "3 Ba: points of other criteria are awaited → 0 to 10/10 points (provisional)",
    ] == [explain_line(unit, code, language="en") for code in "13"]


def test_an_entry_asked_for_its_state_may_still_be_awaited() -> None:
    """A formula that asks for a state and then reads the entry waits for that entry."""
    formula = Calculation(Choose(EntryIs("a", State.MISSING), "a", 0), "theo quy chế")
    unit = _one(formula, {"a": State.MISSING})

    assert (
        "1 Tiêu chí: chưa có số liệu → từ 0 trở lên/10 điểm (tạm tính)",
        "1 Tiêu chí: an entry is missing → 0 or more/10 points (provisional)",
    ) == _said(unit)


def test_lists_of_items_are_named() -> None:
    """Lists and their measures are called by their names."""
    formula = Calculation(OverItems("viec", ItemFold.SUM, "diem"))
    unit = _one(formula, {}, {"viec": [{"diem": 2}, {"diem": 3}]})

    assert (
        "1 Tiêu chí: tổng(Nhiệm vụ: Điểm) (tổng(Nhiệm vụ: Điểm): 5) → 5/10 điểm" == (_said(unit)[0])
    )


def test_lists_may_be_illustrative() -> None:
    """A line that reads a list made up for the example is marked."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A")],
        items=[ItemList("viec", "Nhiệm vụ", [Measure("diem", "Điểm")])],
        sections=[
            Criterion("1", "Một", maximum=9, formula=Calculation(OverItems("viec", "count"))),
            Criterion("2", "Hai", maximum=9, formula=DirectEntry("a")),
        ],
    )
    unit = score(rubric, [Sheet("x", {"a": 1}, {"viec": []}, illustrative=["viec"])])["x"]

    assert "1 Một: số lượng(Nhiệm vụ) (số lượng(Nhiệm vụ): 0) → 0/9 điểm (minh họa)" == (
        explain_line(unit, "1")
    )
    assert "2 Hai: chấm điểm trực tiếp → 1/9 điểm" == explain_line(unit, "2")


def test_the_leader_is_called_by_its_name() -> None:
    """Peers are called by the names on their sheets, or by their codes."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A", unit="vụ"), Measure("b", "B", above=0)],
        sections=[Criterion("1", "Một", maximum=10, formula=AroundTarget("a", "b"))],
    )
    sheets = [
        Sheet("x", {"a": 6, "b": 5}),
        Sheet("y", {"a": 8, "b": 4}, name="Bắc Hà"),
        Sheet("z", {"a": 10, "b": 5}),
    ]

    assert (
        "1 Một: 6/5 vụ = 120 %, vượt chỉ tiêu; tỷ lệ cao nhất 200 % (Bắc Hà, z) → 6/10 điểm"
        == explain_line(score(rubric, sheets)["x"], "1")
    )


def test_a_rank_in_the_cluster_is_told() -> None:
    """A criterion by rank says which rank it was."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A")],
        sections=[
            Criterion("1", "Một", maximum=9, formula=Calculation(OverPeers(PeerFold.RANK, "a")))
        ],
    )

    assert "1 Một: thứ hạng trong cụm(A) (thứ hạng trong cụm(A): 1) → 1/9 điểm" == explain_line(
        score(rubric, [Sheet("x", {"a": 6})])["x"], "1"
    )


def test_an_unknown_code_is_an_error() -> None:
    """There is no sentence for a criterion that the rubric does not have."""
    unit = _one(DirectEntry("a"), {})

    with pytest.raises(KeyError, match="no criterion '2'; known are '1'"):
        explain_line(unit, "2")


LONG_VI = """\
Khối các huyện năm 2021: Bắc Hà
I Kinh tế - xã hội: 43/40 điểm
  I.1 Ngân sách: 43/40 điểm
    I.1.a Thu ngân sách: 105,2/98 tỷ đồng ≈ 107,35 %, được ≈ 42,9388 điểm, làm tròn đến 0,5 \
→ 43/40 điểm [điểm a khoản 2 Điều 6 Quy chế Cụm 3]. \
Cách chấm: 40 điểm × Thu ngân sách / Dự toán thu. \
Thu ngân sách còn thiếu 0,8 tỷ đồng (cần 106) để được 43,5 điểm; \
Thu ngân sách còn thiếu 2 tỷ đồng (cần 107,2) để được 44 điểm
II Thi đua, khen thưởng: cộng các mục được 13 điểm, giới hạn ở 12 điểm \
→ 12/10 điểm (một phần minh họa)
  II.1 Chế độ báo cáo: Báo cáo trễ hạn: 1 lần × (-2) = -2 điểm → 8/10 điểm. \
Cách chấm: từ 10 điểm; Báo cáo trễ hạn: trừ 2 điểm mỗi lần; thấp nhất 0 điểm. \
Báo cáo trễ hạn cần giảm 1 lần (còn 0) để đạt tối đa 10 điểm
  II.2 Điểm thưởng sáng kiến: Sáng kiến: 7 × 1 = 7 điểm, được 7 điểm, giới hạn ở 5 điểm \
→ cộng 5 điểm (minh họa). Cách chấm: Sáng kiến: cộng 1 điểm mỗi lần
III Điểm trừ kỷ luật: có → trừ 3 điểm. Cách chấm: có: 3 điểm; không: 0 điểm
Tổng: 52/50 điểm = 104 % (một phần minh họa)
(minh họa): số liệu do người soạn ví dụ đặt ra, không phải số liệu đã công bố."""

SHORT_EN = """\
Khối các huyện năm 2021: Bắc Hà
I Kinh tế - xã hội: 43/40 points
  I.1 Ngân sách: 43/40 points
    I.1.a Thu ngân sách: 43/40 points
II Thi đua, khen thưởng: 12/10 points (partly illustrative)
  II.1 Chế độ báo cáo: 8/10 points
  II.2 Điểm thưởng sáng kiến: bonus 5 points (illustrative)
III Điểm trừ kỷ luật: penalty 3 points
Total: 52/50 points = 104% (partly illustrative)
(illustrative): entries made up for the example, not published results."""


def test_a_long_sheet_says_the_rules_and_what_is_missing() -> None:
    """At length, each criterion has its rule, and how far it is to the next step."""

    assert LONG_VI == explain(score(RUBRIC, [SHEET])["bac-ha"], detail="long")


def test_a_short_sheet_has_the_points_alone() -> None:
    """In short, each line has its points, and nothing of how they came about."""

    assert SHORT_EN == explain(score(RUBRIC, [SHEET])["bac-ha"], language="en", detail="short")


def test_what_is_missing_is_said_in_english() -> None:
    """The next step and the most are said in English as well."""
    unit = score(RUBRIC, [SHEET])["bac-ha"]

    assert (
        ". Rule: 40 points × Thu ngân sách / Dự toán thu. "
        "Thu ngân sách lacks 0.8 tỷ đồng (106 needed) for 43.5 points; "
        "Thu ngân sách lacks 2 tỷ đồng (107.2 needed) for 44 points"
    ) in explain_line(unit, "I.1.a", language="en", detail="long")
    assert explain_line(unit, "II.1", language="en", detail="long").endswith(
        ". Báo cáo trễ hạn is 1 lần too high (0 needed) for the maximum of 10 points"
    )


@pytest.mark.parametrize(
    ("form", "vietnamese", "english"),
    [
        (
            PerEvent.of("a", 2),
            (
                "1 Tiêu chí: Số A: 3 × 2 = 6 điểm → trừ 6 điểm. "
                "Cách chấm: Số A: trừ 2 điểm mỗi lần. "
                "Số A cần giảm 3 (còn 0) để không bị trừ"
            ),
            (
                "1 Tiêu chí: Số A: 3 × 2 = 6 points → penalty 6 points. "
                "Rule: Số A: 2 points off each time. Số A is 3 too high (0 needed) for nothing off"
            ),
        ),
        (
            PerEvent(
                [Event("a", 2), Event("b", -1)],
                start=0,
                bonuses_limit=5,
                deductions_limit="0.5",
            ),
            (
                "1 Tiêu chí: Số A: 3 × 2 = 6 điểm; Số B: 1 % × (-1) = -1 điểm; "
                "điểm giảm trừ chỉ tính -0,5 điểm; điểm trừ chỉ tính 5 điểm → trừ 4,5 điểm. "
                "Cách chấm: Số A: trừ 2 điểm mỗi lần; Số B: giảm trừ 1 điểm mỗi %; "
                "tổng số điểm giảm trừ không quá 0,5 điểm; tổng số điểm trừ không quá 5 điểm. "
                "Số A cần giảm 0,501 (còn 2,499) để chỉ bị trừ 4,498 điểm; "
                "Số A cần giảm 2,75 (còn 0,25) để không bị trừ"
            ),
            "reductions count -0.5 points; deductions count 5 points → penalty 4.5 points",
        ),
        (
            PerEvent([Event("a", 2), Event("b", -1)], start=0, bonus_if_clean=True),
            (
                "1 Tiêu chí: Số B: 1 % × (-1) = -1 điểm; đã được giảm trừ nên không trừ "
                "→ trừ -1 điểm. Cách chấm: Số A: trừ 2 điểm mỗi lần; "
                "Số B: giảm trừ 1 điểm mỗi %; chỉ trừ khi không được giảm trừ"
            ),
            "nothing off, as it was reduced → penalty -1 points",
        ),
    ],
    ids=["plain", "limits", "clean"],
)
def test_a_penalty_never_adds(form: Form, vietnamese: str, english: str) -> None:
    """What is taken off is worded so, in the rule and in the result."""
    unit = _one(form, {"a": 3, "b": 1}, maximum=0, role="penalty")
    said = explain_line(unit, "1", detail="long")

    assert said.startswith(vietnamese)
    assert english in explain_line(unit, "1", language="en", detail="long")
    assert "cộng" not in said


def test_a_penalty_section_does_not_add_up() -> None:
    """The limit of a penalty section, and a table of what is taken off, say so too."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A")],
        items=[ItemList("loi", "Lỗi", [Choice("muc", "Mức", ["nặng", "nhẹ"])])],
        sections=[
            Section(
                "I",
                "Trừ",
                role="penalty",
                at_most=5,
                criteria=[
                    Criterion("1", "Một", maximum=0, formula=PerEvent.of("a", 1), role="bonus"),
                    Criterion(
                        "2",
                        "Hai",
                        maximum=0,
                        formula=PrizeTable("loi", [Prize(4, {"muc": "nặng"})], only_highest=False),
                        role="bonus",
                        at_most=3,
                    ),
                ],
            )
        ],
    )
    unit = score(rubric, [Sheet("x", {"a": 3}, {"loi": [{"muc": "nặng"}]})])["x"]

    assert "I Trừ: tổng điểm trừ là 6 điểm, giới hạn ở 5 điểm → trừ 5 điểm" == (
        explain_line(unit, "I")
    )
    assert "cộng" not in explain_line(unit, "2", detail="long")
    assert "là 4 điểm, giới hạn ở 3 điểm → trừ 3 điểm. Cách chấm: trừ mọi mức trong Lỗi" in (
        explain_line(unit, "2", detail="long")
    )


def test_peers_are_needed_to_say_how_far_it_is() -> None:
    """A criterion that looks at peers says how far it is among the cluster only."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "Kết quả", unit="vụ")],
        sections=[Criterion("1", "Một", maximum=10, formula=RankPoints("a", [10, 5]))],
    )
    scores = score(rubric, [Sheet("x", {"a": 3}), Sheet("y", {"a": 5})])
    said = explain_line(scores["x"], "1", detail="long")

    assert "còn thiếu" not in said
    assert explain_line(scores["x"], "1", detail="long", among=scores).endswith(
        ". Kết quả còn thiếu 2 vụ (cần 5) để đạt tối đa 10 điểm (nếu các đơn vị khác giữ nguyên)"
    )
    assert (
        explain(scores["x"], language="en", detail="long", among=scores)
        .splitlines()[1]
        .endswith(
            "Kết quả lacks 2 vụ (5 needed) for the maximum of 10 points "
            "(if the other units stay as they are)"
        )
    )
