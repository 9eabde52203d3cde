# SPDX-License-Identifier: MIT
"""Products converted by their points: three rates, classes, a quota, and the year.

The ten general criteria are reported and count for nothing: so does the application have it,
so nothing in the rubric reads them. Its screen classifies from 99.5, 90 and 80, its help page
says 90, 70 and 50: both tables are here, and which of them holds is for the office to say.

Source:
    https://github.com/thanhtraqtm-lgtm/danhgiakpi: src/initialData.ts (products),
    src/components/DashboardOverview.tsx, src/App.tsx, its help page.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Faults, Measure, Rubric, Scores, Sheet, score
from thidua.quantity import Given, Interval
from thidua.ranking import Ceilings, Classes, GradeTable, classify, explain_class, limit
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "kpi_san_pham" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
CLASSES = _read("classes", GradeTable)
QUOTAS = _read("quotas", Ceilings)
BY_HELP = _read("classes_huong_dan", GradeTable)
SEED = _read("sheet", Sheet)
YEAR = _read("rubric_nam", Rubric)
YEAR_CLASSES = _read("classes_nam", GradeTable)

GENERAL: dict[str, Given] = {f"c{i}": 0 for i in range(1, 11)}


def _product(points: Given, *counts: int) -> dict[str, Given]:
    codes = ("chi_tieu", "lam", "dat", "dung_han")
    return {"diem": points, **dict(zip(codes, counts, strict=True))}


def _sheet(unit: str, *products: dict[str, Given]) -> Sheet:
    return Sheet(unit, GENERAL, {"san_pham": products})


def test_seed_data_the_mean_of_three_rates() -> None:
    """23 products, one late of 50: rates of 100, 100 and 99.3103 make 99.7701, Xuất sắc.

    Converted, the products are 145 times 18, and all but 18 are on time.
    """
    scores = score(RUBRIC, [SEED])
    points = scores["mẫu"].points or Fraction(0)

    assert (200 + Fraction(14400, 145)) / 3 == points
    assert [Fraction("99.3103"), Fraction("99.7701")] == [
        round(one, 4) for one in (Fraction(14400, 145), points)
    ]
    assert "Xuất sắc" == classify(scores, CLASSES)["mẫu"].grade


def test_hand_computed_a_product_weighs_as_much_as_its_points() -> None:
    """The factor is the points over 5: late with 90 of 450 points is as bad as 1 of 5 of 90."""
    by_points = _sheet("A", _product(360, 1, 1, 1, 1), _product(90, 1, 1, 1, 0))
    by_number = _sheet("B", _product(90, 5, 5, 5, 4))

    assert [Fraction(280, 3)] * 2 == [one.points for one in score(RUBRIC, [by_points, by_number])]


def test_without_products_there_is_no_result() -> None:
    """No products is a fault; the application gives 100 % on all three rates."""
    with pytest.raises(Faults, match="division by zero") as caught:
        score(RUBRIC, [_sheet("A")])

    assert ["divisor-zero"] == [fault.code for fault in caught.value.faults]


def test_from_code_the_general_criteria_count_for_nothing() -> None:
    """The ten general criteria have room for 30 points; with all or none the result is the same."""
    full = {
        one.code: one.most or Fraction(0) for one in RUBRIC.measures if isinstance(one, Measure)
    }
    product = _product(90, 4, 4, 3, 4)
    sheets = [_sheet("A", product), Sheet("B", full, {"san_pham": [product]})]
    first, second = score(RUBRIC, sheets)

    assert 30 == sum(full.values())
    assert first.points == second.points


@pytest.mark.parametrize(
    ("done", "by_screen", "by_help"),
    [
        pytest.param(100, "Xuất sắc", "Xuất sắc", id="from_code-100"),
        pytest.param(99, "Tốt", "Xuất sắc", id="from_code-99"),
        pytest.param(90, "Tốt", "Xuất sắc", id="from_code-90"),
        pytest.param(80, "Hoàn thành", "Tốt", id="from_code-80"),
        pytest.param(79, "Không hoàn thành", "Tốt", id="from_code-79"),
        pytest.param(50, "Không hoàn thành", "Hoàn thành", id="from_code-50"),
    ],
)
def test_the_screen_and_the_help_page_disagree(done: int, by_screen: str, by_help: str) -> None:
    """The same result has one class by the table of the screen and another by the help page."""
    scores = score(RUBRIC, [_sheet("A", _product(90, 100, done, done, done))])

    assert [by_screen, by_help] == [
        classify(scores, table)["A"].grade for table in (CLASSES, BY_HELP)
    ]


def _office(excellent: int, good: int) -> Classes:
    done = [100] * excellent + [95] * good
    sheets = [_sheet(f"{i:02}", _product(90, 100, n, n, n)) for i, n in enumerate(done)]
    return classify(score(RUBRIC, sheets), CLASSES)


@pytest.mark.parametrize(
    ("excellent", "good", "on_both", "on_good"),
    [
        pytest.param(3, 10, 2, 2, id="from_code-3_and_10"),
        pytest.param(2, 10, 2, 2, id="from_code-2_and_10"),
        pytest.param(3, 12, 3, 2, id="from_code-3_and_12-the_readings_differ"),
    ],
)
def test_the_quota_has_two_bases(excellent: int, good: int, on_both: int, on_good: int) -> None:
    """The screen says 20 % of those rated Tốt, the code takes Xuất sắc too: both can be said."""
    both, only_good = limit(_office(excellent, good), QUOTAS).verdicts

    assert (Interval(on_both, on_both), Interval(on_good, on_good)) == (both.most, only_good.most)
    assert (excellent <= on_both, excellent <= on_good) == (both.kept, only_good.kept)


def _year(result: Given, *quarters: str, head: bool = False, collective: Given = 100) -> Scores:
    entries: dict[str, Given] = {"ket_qua": result, "dung_dau": head, "tap_the": collective}
    return score(YEAR, [Sheet("A", entries | {f"quy_{i}": q for i, q in enumerate(quarters, 1)})])


X, K = "Xuất sắc", "Không hoàn thành"


@pytest.mark.parametrize(
    ("quarters", "grade"),
    [
        pytest.param((X, X, X, X), "Xuất sắc", id="help_text-clean"),
        pytest.param((X, K, X, X), "Tốt", id="help_text-one_quarter"),
    ],
)
def test_a_quarter_not_completed_bars_the_best_class_of_the_year(
    quarters: tuple[str, ...], grade: str
) -> None:
    """One quarter of Không hoàn thành leaves at best Tốt, however good the year's result."""

    assert grade == classify(_year("99.8", *quarters), YEAR_CLASSES)["A"].grade


@pytest.mark.parametrize(
    ("head", "collective", "grade"),
    [
        pytest.param(True, "69.9", "Không hoàn thành", id="help_text-head_below_70"),
        pytest.param(True, 70, "Xuất sắc", id="hand_computed-head_at_70"),
        pytest.param(False, "69.9", "Xuất sắc", id="hand_computed-others_below_70"),
    ],
)
def test_the_head_of_a_collective_below_70(head: bool, collective: Given, grade: str) -> None:  # noqa: FBT001 - an answer
    """A collective below 70 % takes its head, and nobody else, to the last class."""
    scores = _year(100, X, X, X, X, head=head, collective=collective)

    assert grade == classify(scores, YEAR_CLASSES)["A"].grade


def test_the_reason_names_the_quarter() -> None:
    """Whoever is barred from the best class reads why."""
    classes = classify(_year(100, X, X, X, K), YEAR_CLASSES)

    assert "100 điểm: xếp loại Tốt; có quý không hoàn thành: cao nhất là Tốt" == explain_class(
        classes, "A"
    )
