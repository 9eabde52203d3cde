# SPDX-License-Identifier: MIT
"""A chain of shops: stars by product line, projected to the end of the month.

The unit of the first rubric is a product line, that of the two others a shop. The application
takes the day from the clock; here the days used and the days of the month are reported, so the
same sheet has the same stars on any day.

Source:
    https://github.com/lebangdinh/ThiDuaC933: src/App.tsx (tables, projection, deductions);
    https://github.com/ltsdata1605-glitch/thiduavung: ReportView.tsx (rate of a shop).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest

from thidua import Faults, Rubric, Sheet, State, score
from thidua.quantity import Given
from thidua.rubric import UnitScore, explain_line
from thidua.wire import loads


def _rubric(name: str) -> Rubric:
    document = Path(__file__).parent / "sao_ban_le" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


LINE = _rubric("rubric")
GROUPS = _rubric("rubric_nhom")
SHOP = _rubric("rubric_sieu_thi")


def _line(current: Given, target: Given = 1000, **entries: Given) -> UnitScore:
    """Return a line at the end of a month of 30 days, unless *entries* say otherwise."""
    given = {"ngay_qua": 30, "so_ngay": 30, "bang": "chuẩn", "muc_tru": "trừ 30", **entries}
    return score(LINE, [Sheet("A", {"hien_tai": current, "chi_tieu": target, **given})])["A"]


STARS = [
    *[
        pytest.param("chuẩn", percent, stars, id=f"from_code-standard-{percent}")
        for percent, stars in [("99.9", 0), (100, 1), (150, 2), ("249.9", 3), (400, 20)]
    ],
    *[
        pytest.param("chặt", percent, stars, id=f"from_code-tight-{percent}")
        for percent, stars in [(119, 1), (120, 2), (220, 10), (250, 20)]
    ],
    *[
        pytest.param("TopZone", percent, stars, id=f"hand_computed-topzone-{percent}")
        for percent, stars in [(199, 1), (200, 2), (500, 10), ("999.9", 10), (1000, 20)]
    ],
]


@pytest.mark.parametrize(("table", "percent", "stars"), STARS)
def test_the_highest_threshold_reached(table: str, percent: Given, stars: int) -> None:
    """A line has the stars of the highest threshold it has reached, in the table of its own."""
    current = Fraction(str(percent)) * 10

    assert stars == _line(current, bang=table)["SAO"].points


@pytest.mark.parametrize(
    ("current", "taken"),
    [
        pytest.param(40, 0, id="from_code-projected_120"),
        pytest.param(30, 30, id="from_code-projected_90"),
        pytest.param("33.33", 30, id="hand_computed-projected_99.99"),
        pytest.param("33.34", 0, id="hand_computed-projected_100.02"),
    ],
)
def test_a_line_projected_below_its_target_loses_stars(current: Given, taken: int) -> None:
    """After 10 of 30 days a line is projected to three times what it has; 100 % is enough."""

    assert taken == _line(current, 100, ngay_qua=10)["TRU"].points


@pytest.mark.parametrize("amount", [20, 30, 40, 50], ids="from_code-{}".format)
def test_every_line_has_a_deduction_of_its_own(amount: int) -> None:
    """What a line loses is fixed for the line, however far it is from its target."""
    unit = _line(0, muc_tru=f"trừ {amount}")

    assert [0, amount, -amount] == [unit["SAO"].points, unit["TRU"].points, unit.points]


def test_hand_computed_stars_and_no_deduction() -> None:
    """A line at 120 % of the month's target has one star and loses none."""
    unit = _line(1200)

    assert [1, 0, 1] == [unit["SAO"].points, unit["TRU"].points, unit.points]
    assert (
        "SAO Sao theo % đã đạt: Bảng ngưỡng “chuẩn”: 1.200/1.000 = 120 %, "
        "thuộc mức từ 100 đến dưới 150 % → 1/20 điểm"
    ) == explain_line(unit, "SAO")


def test_a_line_without_a_target_has_no_percent() -> None:
    """A target of 0 is refused, as percents are of it; the application leaves the line out."""
    with pytest.raises(Faults) as caught:
        _line(5, 0)

    assert ["out-of-bounds"] == [fault.code for fault in caught.value.faults]


def test_a_target_that_is_missing_is_not_made_up() -> None:
    """Without a target the stars are open, from 0 to 20; the second application invents one."""
    line = _line(5, State.MISSING)["SAO"]

    assert [0, 20] == [line.span.low, line.span.high]


def _shop_points(lines: Iterable[tuple[str, Given]]) -> Fraction | None:
    """Return what a shop loses by its lines' groups and percents, the month being over."""
    items = [{"hien_tai": got, "chi_tieu": 100, "nhom": group} for group, got in lines]
    sheet = Sheet("A", {"ngay_qua": 30, "so_ngay": 30}, {"nganh": items})
    return score(GROUPS, [sheet])["A"]["NHOM"].points


@pytest.mark.parametrize(
    ("group", "points"),
    [("phụ kiện", 5), ("dịch vụ", 3), ("trả chậm", 6), ("ICT", 4), ("doanh thu", 1)],
    ids="from_code-{}".format,
)
def test_a_line_below_its_target_costs_the_points_of_its_group(group: str, points: int) -> None:
    """Base and penalty of the group are added where the projection is below 100 %."""

    assert [points, 0] == [_shop_points([(group, got)]) for got in (99, 100)]


def test_hand_computed_the_groups_of_a_shop_are_added() -> None:
    """Two lines below and one above cost the points of two groups."""

    assert 5 + 6 == _shop_points([("phụ kiện", 90), ("trả chậm", 0), ("ICT", 130)])


@pytest.mark.parametrize(
    ("percents", "rate"),
    [
        pytest.param([100, 99, 130, 80], 50, id="from_code-50"),
        pytest.param([100, "99.9", 100], Fraction(200, 3), id="hand_computed-two_thirds"),
    ],
)
def test_the_rate_of_a_shop(percents: list[Given], rate: Fraction) -> None:
    """A shop has the share of its lines that reach 100 %, unrounded."""
    sheet = Sheet("A", {}, {"nganh": [{"phan_tram": one} for one in percents]})

    assert rate == score(SHOP, [sheet])["A"].points


def test_a_shop_without_lines_has_no_rate() -> None:
    """No lines at all is a fault, neither 0 nor 100 %."""
    with pytest.raises(Faults) as caught:
        score(SHOP, [Sheet("A", {}, {"nganh": []})])

    assert ["divisor-zero"] == [fault.code for fault in caught.value.faults]
