# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings

from thidua.errors import RubricFault
from thidua.formula import (
    Calculation,
    Choose,
    Compare,
    EntryIs,
    Event,
    ItemTotal,
    OverItems,
    PerEvent,
    Points,
    Product,
    Proportional,
    Quotient,
    Raters,
    RelativeToPeers,
    Sum,
)
from thidua.quantity import State
from thidua.review import (
    AgainstBetter,
    Review,
    Severity,
    explain_review,
    review,
    say_problem,
    sheets_source,
)
from thidua.review.trial import Trial
from thidua.rubric import (
    Choice,
    Criterion,
    ItemList,
    Measure,
    Question,
    Rubric,
    Section,
    Sheet,
    Treatments,
)
from thidua.strategies import rubrics
from thidua.wire import dumps, loads

ROOT = Path(__file__).parent.parent.parent
SAID = Treatments(not_applicable="leave", exempt="full", not_assigned="zero")
LATE = Measure("tre", "Trễ hạn", most=20)


def read(path: str) -> Rubric:
    """Return a stored rubric."""
    return loads((ROOT / path / "rubric.json").read_text(encoding="utf-8"), Rubric)


# --- stored rubrics ------------------------------------------------------------------

# What is told of them above a note is true: maxima of excerpts, of which not all criteria
# are there; tables with printed holes; bonuses for which no ceiling is printed.
TRUE = {
    "examples/data/lao_cai_2021": set[tuple[str, str]](),
    "examples/data/police_cluster_347": set[tuple[str, str]](),
    "tests/cases/cum_347": set[tuple[str, str]](),
    "tests/cases/dieu_6": set[tuple[str, str]](),
    "tests/cases/kpi_hcc": set[tuple[str, str]](),
    "tests/cases/so_tu_phap_2022": {
        ("maximum_differs", "A.I"),
        ("maximum_differs", "A.IV"),
        ("maximum_differs", "A.VI"),
        ("maximum_differs", "A.VIII"),
        ("maximum_differs", "B.I"),
        ("band_gap", "A.IV.2"),
    },
    "tests/cases/tien_giang_2022": {
        ("band_gap", "C1"),
        ("band_gap", "C2"),
        ("maximum_exceeded", "a7"),
        ("maximum_exceeded", "a9"),
        ("maximum_exceeded", "C2"),
        ("maximum_exceeded", "d1"),
        ("maximum_exceeded", "2.2"),
        ("maximum_exceeded", "3.3"),
    },
}


@pytest.mark.parametrize("path", TRUE)
def test_stored_rubrics_are_silent_but_for_what_is_true(path: str) -> None:
    """Rubrics of real clusters have nothing above a note but what their papers show."""
    found = review(read(path))

    assert TRUE[path] == {
        (one.kind, one.code) for one in found if one.severity is not Severity.NOTE
    }


def test_a_printed_hole_is_found() -> None:
    """The table that is printed with “above 98” and “from 96 to below 98” lacks 98."""
    said = [say_problem(one) for one in review(read("tests/cases/tien_giang_2022"))]

    assert "C1 không có khoảng nào cho giá trị đúng 98" in said
    assert "C2 không có khoảng nào cho giá trị đúng 90" in said


# --- any rubric ----------------------------------------------------------------------


@settings(max_examples=25)
@given(rubrics() | rubrics(partial=True))
def test_any_rubric_is_reviewed(rubric: Rubric) -> None:
    """A sound rubric has a review, always the same; it is told, and read back from JSON."""
    found = review(rubric)

    assert found == review(rubric)
    assert found == loads(dumps(found), Review)
    for problem in found:
        assert say_problem(problem, "vi") != say_problem(problem, "en")
        for seen in getattr(problem, "example", ()):
            assert (seen.points is None) is bool(seen.fault)


# --- its parts -----------------------------------------------------------------------


def simple(**options: object) -> Rubric:
    """Return a rubric with one criterion."""
    criterion = Criterion("1", "Một", maximum=10, formula=PerEvent.of("tre", "-0.5"))
    return Rubric("r", "R", measures=[LATE], sections=[criterion], treatments=SAID, **options)  # type: ignore[arg-type]


def test_a_review_of_nothing() -> None:
    """A rubric without problems has an empty review, without a worst severity."""
    found = review(simple())

    assert 0 == len(found)
    assert found.worst is None
    assert "Không thấy vấn đề nào." == explain_review(found)
    assert "Nothing was found." == explain_review(found, language="en")


def test_severities_are_asked_for() -> None:
    """A review knows its worst severity, and the problems of each."""
    found = review(simple(maximum=12, at_most=10))

    assert Severity.WRONG is found.worst
    assert ["maximum_differs"] == [one.kind for one in found.of(Severity.WRONG)]
    assert ["never_binds"] == [one.kind for one in found.of(Severity.NOTE)]


def test_a_review_has_no_truth() -> None:
    """A review is neither true nor false, as notes are nothing to mend."""
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(review(simple()))


def test_cliffs_are_as_high_as_is_asked_for() -> None:
    """Half a point of ten is a cliff where a twenty-fifth of the maximum is one already."""

    assert [] == [one.kind for one in review(simple(), cliff="0.05")]
    assert ["cliff"] == [one.kind for one in review(simple(), cliff="0.04")]
    with pytest.raises(RubricFault, match=r"\$\.cliff: cliff is not below zero, '-1'"):
        review(simple(), cliff=-1)


def test_problems_stand_in_printed_order() -> None:
    """First what is declared, then the criteria, then the total."""
    inner = Section(
        "A",
        "A",
        maximum=5,
        criteria=[
            Criterion("A.1", "Một", maximum=9, formula=PerEvent.of("tre", "-1", start=8)),
            Criterion("A.2", "Hai", maximum=9, formula=PerEvent.of("tre", "-1", start=8)),
        ],
    )
    rubric = Rubric(
        "r",
        "R",
        measures=[LATE, Question("co", "Có")],
        sections=[inner],
        maximum=7,
        treatments=SAID,
    )

    assert [
        ("unused", "co"),
        ("maximum_differs", "A"),
        ("maximum_out_of_reach", "A.1"),
        ("counted_twice", "A.2"),
        ("maximum_out_of_reach", "A.2"),
        ("maximum_differs", "total"),
    ] == [(one.kind, one.code) for one in review(rubric)]


def test_an_unusable_rubric_still_shows_its_tree() -> None:
    """Of an unsound rubric, its faults are told, and what its tree shows by itself."""
    rubric = simple(maximum=12)
    broken = evolve(rubric, measures=[LATE, LATE])

    assert [("unusable", ""), ("maximum_differs", "total")] == [
        (one.kind, one.code) for one in review(broken)
    ]


def test_faults_of_other_criteria_do_not_hide_examples() -> None:
    """Where one criterion always fails, problems of others are shown that are scored apart."""
    for code, expected in ("khac", ["cliff", "divides_by_zero"]), ("tre", ["divides_by_zero"]):
        failing = Calculation(Quotient(1, Product([0, code])))
        rubric = evolve(
            simple(),
            measures=[LATE, *([] if code == "tre" else [Measure(code, "Khác")])],
            sections=[*simple().sections, Criterion("2", "Hai", maximum=0, formula=failing)],
        )

        assert expected == [one.kind for one in review(rubric, cliff="0.04")]


def test_what_cannot_be_shown_is_not_told() -> None:
    """Where another criterion fails for what is missing, no sheets can show a problem."""
    asking = Calculation(Choose(EntryIs("khac", State.MISSING), Quotient(1, 0), "khac"))
    first = Criterion("1", "Một", maximum=10, formula=PerEvent.of("tre", "-0.5", start=12))
    rubric = evolve(
        simple(),
        measures=[LATE, Measure("khac", "Khác", most=5)],
        sections=[first, Criterion("2", "Hai", maximum=0, formula=asking)],
    )

    assert [] == [one.kind for one in review(rubric, cliff="0.04")]


def test_points_of_others_are_followed() -> None:
    """A drop is found through the points of another criterion, and through a penalty."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("lam", "Làm", most=100, better="higher")],
        sections=[
            Criterion("1", "Một", maximum=10, formula=Proportional("lam", 100)),
            Criterion(
                "2",
                "Hai",
                maximum=10,
                formula=Calculation(Choose(Compare(Points("1"), ">", 5), 10, 0)),
                role="penalty",
            ),
        ],
        treatments=SAID,
    )
    (problem,) = [one for one in review(rubric) if one.kind == "against_better"]

    assert (
        "lam says “higher is better”, but as it grows from 50 to 51 the total goes "
        "from 5 to -4.9 points (through 2)"
    ) == say_problem(problem, "en")


def test_a_bonus_that_is_not_proved_needs_no_note() -> None:
    """What only a bonus implies is told where it fails, not where it is open."""
    form = PerEvent([Event("lam", 1)], per=Sum(["lam", 5]), at_most=1)
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("lam", "Làm")],
        sections=[Criterion("1", "Một", maximum=1, formula=form)],
        treatments=SAID,
    )

    assert [] == [one.kind for one in review(rubric)]


def test_a_loss_may_be_in_a_section_only() -> None:
    """A total that falls though no criterion does is named itself."""
    section = Section(
        "A",
        "A",
        criteria=[Criterion("1", "Một", maximum=10, formula=Proportional("lam", 100))],
        role="penalty",
    )
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("lam", "Làm", most=100, better="higher")],
        sections=[section],
        treatments=SAID,
    )
    (problem,) = review(rubric)

    assert ("against_better", "1") == (problem.kind, problem.code)


def test_drops_over_items_and_peers() -> None:
    """Measures of items are tried too, and clusters where formulas look at peers."""
    tasks = ItemList("viec", "Việc", [Measure("diem", "Điểm", most=10, better="lower")])
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("thu", "Thu", most=100, better="lower"), Choice("loai", "Loại", ["x"])],
        items=[tasks],
        sections=[
            Criterion("1", "Một", maximum=10, formula=ItemTotal("viec", PerEvent.of("diem", 1))),
            Criterion("2", "Hai", maximum=10, formula=RelativeToPeers("thu")),
        ],
        treatments=SAID,
    )
    found = {one.measure: one for one in review(rubric) if isinstance(one, AgainstBetter)}

    assert {"diem", "thu"} == set(found)
    assert "viec.diem" == say_problem(found["diem"]).split()[0]
    assert 3 == len(found["thu"].example[0].sheets)


def test_several_things_that_lack_an_answer() -> None:
    """A mean of nothing is left to the search; a share of nothing divides by zero."""
    tasks = ItemList("viec", "Việc", [Measure("diem", "Điểm", most=10)])
    mean = Criterion("1", "Một", maximum=10, formula=Raters("viec", "diem"))
    share = Calculation(Quotient(1, OverItems("viec", "count")))
    rubric = Rubric(
        "r",
        "R",
        measures=[],
        items=[tasks],
        sections=[mean, Criterion("2", "Hai", maximum=1, formula=share)],
        treatments=SAID,
    )

    assert [("divides_by_zero", "2")] == [(one.kind, one.code) for one in review(rubric)]


# --- in words ------------------------------------------------------------------------


def told() -> Review:
    """Return a review with an example of each shape."""
    rubric = Rubric(
        "r",
        "R",
        measures=[LATE, Measure("ho_so", "Hồ sơ")],
        sections=[
            Criterion("1", "Một", maximum=1, formula=PerEvent.of("tre", -1)),
            Criterion("2", "Hai", maximum=0, formula=Calculation(Quotient("ho_so", "ho_so"))),
        ],
        treatments=SAID,
    )
    return review(rubric)


def test_a_review_as_text() -> None:
    """A review is a table, then every example with its sheets as source."""

    assert [
        "Rà soát",
        "",
        "#  Mức độ       Mục  Vấn đề",
        "-  -----------  ---  " + "-" * 70,
        "1  lưu ý        1    tre tăng từ 0 lên 1 thì 1 giảm từ 1 xuống 0 điểm (điểm tối đa: 1 điểm)",
        "2  cần xem lại  2    cách chấm 2 có thể chia cho 0",
    ] == explain_review(told(), title="Rà soát", examples=False).split("\n")
    assert (
        "Ví dụ 1a: A được 1 điểm ở 1\n"
        "\n"
        "[\n"
        '    Sheet("A", {"tre": 0}, others=State.MISSING),\n'
        "]\n"
        "\n"
        "Ví dụ 1b: A được 0 điểm ở 1\n"
        "\n"
        "[\n"
        '    Sheet("A", {"tre": 1}, others=State.MISSING),\n'
        "]\n"
        "\n"
        "Ví dụ 2: không chấm được, unit 'A', criterion '2': "
        "division by zero: the divisor of 'ho_so' is 0\n"
        "\n"
        "[\n"
        '    Sheet("A", {"ho_so": 0}, others=State.MISSING),\n'
        "]"
    ) == explain_review(told()).split("\n\n", 1)[1]


def test_a_review_as_markdown() -> None:
    """In Markdown, examples are blocks of Python; they may be left out."""
    whole = explain_review(told(), language="en", markup="markdown")

    assert (
        "| # | Severity | Part | Problem |\n"
        "|---:|---|---|---|\n"
        "| 1 | note | 1 | as tre grows from 0 to 1, 1 goes from 1 to 0 points (maximum: 1 point) |\n"
        "| 2 | doubtful | 2 | 2 may divide by zero |"
    ) == explain_review(told(), language="en", markup="markdown", examples=False)
    assert (
        'Example 1a: A has 1 point in 1\n\n```python\n[\n    Sheet("A", {"tre": 0}, others=State.MISSING),\n]\n```'
    ) in whole


SHEETS = (
    Sheet(
        'a"b\\',
        {"thu": "10.5", "ty_le": "1/3", "dat": False, "muc": "tốt'", "muon": State.NOT_DUE},
        {"viec": [{"diem": -3}, {"diem": State.MISSING}], "tiet": State.EXEMPT},
        others=State.MISSING,
        name='Xã "A\'B"',
        illustrative=["thu"],
    ),
    Sheet("b", {}),
)


def test_sheets_as_source() -> None:
    """Sheets are written as Python reads them back, whatever they hold."""
    source = sheets_source(SHEETS)

    assert list(SHEETS) == eval(source, {"Sheet": Sheet, "State": State})  # noqa: S307 - the source is ours
    assert (
        "[\n"
        '    Sheet("a\\"b\\\\", {"dat": False, "muc": "tốt\'", "muon": State.NOT_DUE, "thu": "10.5", '
        '"ty_le": "1/3"}, {"tiet": State.EXEMPT, "viec": [{"diem": -3}, {"diem": State.MISSING}]}, '
        'others=State.MISSING, name="Xã \\"A\'B\\"", illustrative=["thu"]),\n'
        '    Sheet("b", {}),\n'
        "]"
    ) == source


def test_fewer_values_are_tried_where_all_criteria_read_all_numbers() -> None:
    """What is tried is bounded by the size of the formulas that read a number."""

    def trial(criteria: int, terms: int) -> Trial:
        measures = [Measure(f"m{number}", "M") for number in range(terms)]
        points = Calculation(Sum([one.code for one in measures]))
        sections = [
            Criterion(str(number), "Một", maximum=5, formula=points) for number in range(criteria)
        ]
        return Trial(Rubric("r", "R", measures=measures, sections=sections))

    assert 64 == trial(20, 20).most_values((None, "m0"))
    assert 2 == trial(80, 80).most_values((None, "m0"))
