# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from thidua.formula import Any as AnyOf
from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    BasePoints,
    ByRange,
    Calculation,
    CapTogether,
    Choose,
    Compare,
    Constant,
    DirectEntry,
    EntryIs,
    Event,
    Factor,
    Form,
    ItemFold,
    LeaderBy,
    Leveled,
    LevelIs,
    OverItems,
    OverPeers,
    PeerFold,
    PerEvent,
    Piece,
    Points,
    Product,
    Proportional,
    Quotient,
    Scope,
    Stepped,
    Sum,
    Threshold,
    WeightedSum,
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
    "sang_kien": "Sáng kiến",
    "ket_qua": "Số vụ hòa giải",
    "chi_tieu": "Chỉ tiêu hòa giải",
    "viec": "Nhiệm vụ",
    "diem": "Điểm",
    "quy_che": "Có quy chế",
    "tien_do": "Tiến độ",
}
_UNITS = {"thu": "tỷ đồng", "tre": "báo cáo", "ket_qua": "vụ"}
VI = Wording("vi", _NAMES, _UNITS, {"quy_che"})
EN = Wording("en", _NAMES, _UNITS, {"quy_che"})
TEN = Fraction(10)


def _cells(entries: Mapping[str, Given]) -> dict[str, Cell]:
    found = {code: as_entry(entry) for code, entry in entries.items()}
    return {
        code: Fraction(entry) if isinstance(entry, bool) else entry for code, entry in found.items()
    }


def _told(form: Form, scope: Scope) -> tuple[str, str]:
    working = evaluate(lower(form, TEN), scope)
    return tell(form, working, VI), tell(form, working, EN)


def _unit(**entries: Given) -> Scope:
    return Scope(_cells(entries))


def test_points_entered_are_told_as_such() -> None:
    """Points that were entered are said to be."""

    assert ("chấm điểm trực tiếp", "entered") == _told(DirectEntry("thu"), _unit(thu=7))


def test_base_points_are_told_as_such() -> None:
    """Points that everybody has are said to be."""

    assert ("điểm nền", "base points") == _told(BasePoints(), _unit())


def test_points_of_the_stage_before_are_told() -> None:
    """Where a later stage gave no points, those that stand for them are named."""
    form = DirectEntry("thu", otherwise="chi")
    before = _unit(thu=State.NOT_APPLICABLE, chi=7)

    assert ("chấm điểm trực tiếp", "entered") == _told(form, _unit(thu=8, chi=7))
    assert (
        "không áp dụng nên lấy Chi ngân sách",
        "not applicable, so Chi ngân sách",
    ) == _told(form, before)


def test_a_weighted_sum_tells_each_number() -> None:
    """Each number is told, with its weight unless that is 1."""
    form = WeightedSum([Factor("chi", 2), "tre"])

    assert (
        "Chi ngân sách: 3 (hệ số 2); Báo cáo trễ hạn: 1 báo cáo",
        "Chi ngân sách: 3 (weight 2); Báo cáo trễ hạn: 1 báo cáo",
    ) == _told(form, _unit(chi=3, tre=1))


@pytest.mark.parametrize(
    ("first", "vietnamese", "english"),
    [
        (29, "tổng 49 điểm, không quá 49 điểm", "49 points in all, not above 49 points"),
        (30, "tổng 50 điểm, vượt quá 49 điểm", "50 points in all, above 49 points"),
    ],
)
def test_a_cap_on_several_criteria_is_told(first: int, vietnamese: str, english: str) -> None:
    """What they have together is told, and whether that is above the cap."""
    scope = Scope({}, points={"I": Fraction(first), "II": Fraction(20)}.__getitem__)

    assert (vietnamese, english) == _told(CapTogether(["I", "II"], 49), scope)


@pytest.mark.parametrize(
    ("answer", "vietnamese", "english"), [(True, "có", "yes"), (False, "không", "no")]
)
def test_an_answer_is_told(answer: bool, vietnamese: str, english: str) -> None:  # noqa: FBT001 - an entry
    """The answer is told even where a yes gives as much as a no."""

    assert (vietnamese, english) == _told(YesNo("quy_che"), _unit(quy_che=answer))
    assert (vietnamese, english) == _told(YesNo("quy_che", 0), _unit(quy_che=answer))


def test_a_question_may_be_called_like_a_node() -> None:
    """The answer is told whatever the code of the question."""

    assert ("không", "no") == _told(YesNo("choose", 0, 5), _unit(choose=False))


@pytest.mark.parametrize("level", ["đúng hạn", "trễ", "không"])
def test_the_level_chosen_is_told(level: str) -> None:
    """The first, a middle and the last level are each told by name, equal points or not."""
    form = Leveled("tien_do", {"đúng hạn": 1, "trễ": 1, "không": 1})

    assert (f"mức “{level}”", f"level “{level}”") == _told(form, _unit(tien_do=level))


def test_the_only_level_is_told() -> None:
    """A choice of one level tells it."""
    form = Leveled("tien_do", {"có": 1})

    assert ("mức “có”", "level “có”") == _told(form, _unit(tien_do="có"))


@pytest.mark.parametrize("zero_below", [None, "0.7"])
@pytest.mark.parametrize("capped", [True, False])
@pytest.mark.parametrize(
    ("thu", "vietnamese", "english", "is_full"),
    [
        ("97.9", "97,9/98 tỷ đồng ≈ 99,9 %", "97.9/98 tỷ đồng ≈ 99.9%", False),
        (98, "98/98 tỷ đồng = 100 %", "98/98 tỷ đồng = 100%", True),
        ("105.2", "105,2/98 tỷ đồng ≈ 107,35 %", "105.2/98 tỷ đồng ≈ 107.35%", True),
    ],
)
def test_a_proportion_tells_the_ratio(  # noqa: PLR0913, PLR0917 - a table
    thu: Given,
    vietnamese: str,
    english: str,
    is_full: bool,  # noqa: FBT001 - a column
    capped: bool,  # noqa: FBT001 - a column
    zero_below: str | None,
) -> None:
    """Result, target and ratio are told, and that a capped one reaches the maximum."""
    form = Proportional("thu", to="ke_hoach", capped=capped, zero_below=zero_below)
    full = (", đạt tối đa", ", the maximum") if is_full and capped else ("", "")

    assert (vietnamese + full[0], english + full[1]) == _told(form, _unit(thu=thu, ke_hoach=98))


def test_a_proportion_below_its_threshold_gives_nothing() -> None:
    """Just under the threshold the reason for no points is told, and not at it."""
    form = Proportional("thu", to="ke_hoach", zero_below="0.7")

    assert (
        "69,9/100 tỷ đồng = 69,9 %, dưới 70 % nên không có điểm",
        "69.9/100 tỷ đồng = 69.9%, nothing below 70%",
    ) == _told(form, _unit(thu="69.9", ke_hoach=100))
    assert "70/100 tỷ đồng = 70 %" == _told(form, _unit(thu=70, ke_hoach=100))[0]


def test_a_share_does_not_look_like_what_it_is_compared_with() -> None:
    """Where two decimals would show a threshold, a bound or the whole itself, more are told."""
    least = Proportional("thu", to="ke_hoach", zero_below="0.5")
    third = Proportional("thu", to="ke_hoach", zero_below="1/3")
    scope = _unit(thu="49.9999", ke_hoach=100)
    nearly = _unit(thu="99.999", ke_hoach=100)
    bands = Banded("thu", [Band(0, below=50), Band(1, at_least=50)], to="ke_hoach")

    assert (
        "49,9999/100 tỷ đồng = 49,9999 %, dưới 50 % nên không có điểm",
        "49.9999/100 tỷ đồng = 49.9999%, nothing below 50%",
    ) == _told(least, scope)
    assert (
        "33,3333/100 tỷ đồng = 33,3333 %, dưới ≈ 33,33333 % nên không có điểm"
        == (_told(third, _unit(thu="33.3333", ke_hoach=100))[0])
    )
    assert "99,999/100 tỷ đồng = 99,999 %" == _told(least, nearly)[0]
    assert (
        "99,999/100 tỷ đồng ≈ 100 %"
        == _told(Proportional("thu", to="ke_hoach", capped=False), nearly)[0]
    )
    assert "49,9999/100 tỷ đồng = 49,9999 %, thuộc mức dưới 50 %" == _told(bands, scope)[0]


def test_a_number_does_not_look_like_what_it_is_compared_with() -> None:
    """Computed numbers have more than six decimals where those would show the bound itself."""
    over_seven = Quotient("thu", 7)
    scope = _unit(thu="6.99999999", ke_hoach=1)
    bands = Banded(over_seven, [Band(0, below=1), Band(1, at_least=1)])
    pieces = ByRange(
        over_seven, [Piece(YesNo("quy_che"), below=1), Piece(YesNo("quy_che"), at_least=1)]
    )
    rows = Scope({**scope.entries, "quy_che": Fraction(1)})
    met = Threshold(over_seven, ">=", "ke_hoach")

    assert "≈ 0,999999999, thuộc mức dưới 1" == _told(bands, scope)[0]
    assert "Thu ngân sách / 7: ≈ 0,999999999 (dưới 1): Có quy chế – có" == _told(pieces, rows)[0]
    assert (
        "không đạt Thu ngân sách / 7 ≥ Kế hoạch thu "
        "(Thu ngân sách / 7: ≈ 0,999999999; Kế hoạch thu: 1)" == _told(met, scope)[0]
    )


def test_steps_do_not_look_like_more_of_them() -> None:
    """Just short of a step, in percent and in units, more decimals are told."""
    share = Stepped("thu", "ke_hoach", side="short", step="0.01", each=-1)
    units = Stepped(Quotient("thu", 7), 10, side="over", step=1, each=1, relative=False)

    assert (
        "98,00001/100 tỷ đồng, hụt 1,99999 %: 1 bước đủ 1 % × (-1) = -1 điểm"
        == _told(share, _unit(thu="98.00001", ke_hoach=100))[0]
    )
    assert "≈ 11/10, vượt ≈ 0,999999999, chưa đủ 1" == _told(units, _unit(thu="76.99999999"))[0]


def test_what_comes_of_a_fraction_is_told_exactly() -> None:
    """Points each time that are no decimal stand as a fraction, as what they come to is exact."""
    form = PerEvent([Event("tre", "-1/3")], start=0)

    assert "Báo cáo trễ hạn: 3 báo cáo × (-1/3) = -1 điểm" == _told(form, _unit(tre=3))[0]


@pytest.mark.parametrize("zero_below", [None, "0.1"])
@pytest.mark.parametrize("capped", [True, False])
def test_a_proportion_of_expressions_tells_their_values(
    capped: bool,  # noqa: FBT001 - a column
    zero_below: str | None,
) -> None:
    """Where result and target are computed, what they came to is told, without a unit."""
    net = Sum(["thu", Product([-1, "chi"])])
    form = Proportional(net, Quotient("ke_hoach", 2), capped=capped, zero_below=zero_below)
    scope = _unit(thu=50, chi=10, ke_hoach=160)

    assert ("40/80 = 50 %", "40/80 = 50%") == _told(form, scope)


def test_a_proportion_to_a_constant_tells_it() -> None:
    """A fixed target is told like one that is reported."""

    assert "49/98 tỷ đồng = 50 %" == _told(Proportional("thu", to=98), _unit(thu=49))[0]
    assert "49/98 = 50 %" == _told(Proportional(49, to="ke_hoach"), _unit(ke_hoach=98))[0]


SHORT = Stepped("thu", "ke_hoach", side="short", step="0.05", each=-2)


@pytest.mark.parametrize(
    ("thu", "vietnamese", "english"),
    [
        (101, "101/100 tỷ đồng, không hụt", "101/100 tỷ đồng, not short"),
        (100, "100/100 tỷ đồng, không hụt", "100/100 tỷ đồng, not short"),
        (
            "95.1",
            "95,1/100 tỷ đồng, hụt 4,9 %, chưa đủ 5 %",
            "95.1/100 tỷ đồng, short by 4.9%, less than a step of 5%",
        ),
        (
            95,
            "95/100 tỷ đồng, hụt 5 %: 1 bước đủ 5 % × (-2) = -2 điểm",
            "95/100 tỷ đồng, short by 5%: 1 full step of 5% × (-2) = -2 points",
        ),
        (
            88,
            "88/100 tỷ đồng, hụt 12 %: 2 bước đủ 5 % × (-2) = -4 điểm",
            "88/100 tỷ đồng, short by 12%: 2 full steps of 5% × (-2) = -4 points",
        ),
        (
            70,
            "70/100 tỷ đồng, hụt 30 %: 6 bước đủ 5 % × (-2) = -12 điểm; thấp nhất 0 điểm",
            (
                "70/100 tỷ đồng, short by 30%: 6 full steps of 5% × (-2) = -12 points; "
                "no less than 0 points"
            ),
        ),
    ],
)
def test_steps_short_of_a_target_are_counted(thu: Given, vietnamese: str, english: str) -> None:
    """Shares of the target short of it are counted, and the floor is told where it holds."""

    assert (vietnamese, english) == _told(SHORT, _unit(thu=thu, ke_hoach=100))


OVER = Stepped(
    "thu", 100, side="over", step=10, each="1.5", relative=False, started=True, start=2, at_most=5
)


@pytest.mark.parametrize(
    ("thu", "vietnamese", "english"),
    [
        (
            99,
            "tính từ 2 điểm; 99/100 tỷ đồng, không vượt",
            "from 2 points; 99/100 tỷ đồng, not above",
        ),
        (
            101,
            "tính từ 2 điểm; 101/100 tỷ đồng, vượt 1 tỷ đồng: 1 bước 10 tỷ đồng × 1,5 = 1,5 điểm",
            (
                "from 2 points; 101/100 tỷ đồng, above by 1 tỷ đồng: "
                "1 step of 10 tỷ đồng × 1.5 = 1.5 points"
            ),
        ),
        (
            "110.1",
            (
                "tính từ 2 điểm; 110,1/100 tỷ đồng, vượt 10,1 tỷ đồng: "
                "2 bước 10 tỷ đồng × 1,5 = 3 điểm"
            ),
            (
                "from 2 points; 110.1/100 tỷ đồng, above by 10.1 tỷ đồng: "
                "2 steps of 10 tỷ đồng × 1.5 = 3 points"
            ),
        ),
        (
            121,
            (
                "tính từ 2 điểm; 121/100 tỷ đồng, vượt 21 tỷ đồng: "
                "3 bước 10 tỷ đồng × 1,5 = 4,5 điểm; cao nhất 5 điểm"
            ),
            (
                "from 2 points; 121/100 tỷ đồng, above by 21 tỷ đồng: "
                "3 steps of 10 tỷ đồng × 1.5 = 4.5 points; no more than 5 points"
            ),
        ),
    ],
)
def test_started_steps_over_a_target_are_counted(thu: Given, vietnamese: str, english: str) -> None:
    """Amounts over the target are counted from the first, and the ceiling is told."""

    assert (vietnamese, english) == _told(OVER, _unit(thu=thu))


def test_steps_of_expressions_tell_their_values() -> None:
    """Where result and target are computed, what they came to is told, on both sides."""
    net = Sum(["thu", Product([-1, "chi"])])
    twice = Product([2, "ke_hoach"])
    short = Stepped(net, twice, side="short", step=5, each=-1, relative=False)
    over = Stepped(net, twice, side="over", step="0.1", each=1)

    assert (
        "30/40, hụt 10: 2 bước đủ 5 × (-1) = -2 điểm"
        == _told(short, _unit(thu=50, chi=20, ke_hoach=20))[0]
    )
    assert (
        "30/20, vượt 50 %: 5 bước đủ 10 % × 1 = 5 điểm"
        == _told(over, _unit(thu=50, chi=20, ke_hoach=10))[0]
    )


TABLE = [
    Band(0, below=80),
    Band(1, at_least=80, below=100),
    Band(2, at_least=100, at_most=100),
    Band(3, above=100),
]


@pytest.mark.parametrize(
    ("thu", "vietnamese", "english"),
    [
        ("79.9", "79,9 tỷ đồng, thuộc mức dưới 80 tỷ đồng", "79.9 tỷ đồng, below 80 tỷ đồng"),
        (
            80,
            "80 tỷ đồng, thuộc mức từ 80 đến dưới 100 tỷ đồng",
            "80 tỷ đồng, from 80 to below 100 tỷ đồng",
        ),
        (100, "100 tỷ đồng, thuộc mức đúng 100 tỷ đồng", "100 tỷ đồng, exactly 100 tỷ đồng"),
        (
            "100.1",
            "100,1 tỷ đồng, thuộc mức trên 100 tỷ đồng",
            "100.1 tỷ đồng, above 100 tỷ đồng",
        ),
    ],
)
def test_the_band_of_a_result_is_told(thu: Given, vietnamese: str, english: str) -> None:
    """A result is told with the band it falls in."""

    assert (vietnamese, english) == _told(Banded("thu", TABLE), _unit(thu=thu))


def test_a_band_of_percentages_tells_result_and_target() -> None:
    """Bands of a target hold percent, of measures and of expressions alike."""
    form = Banded("thu", TABLE, to="ke_hoach")
    sums = Banded(Sum(["thu", "chi"]), TABLE, to=Sum(["ke_hoach", 50]))

    assert (
        "48/50 tỷ đồng = 96 %, thuộc mức từ 80 đến dưới 100 %",
        "48/50 tỷ đồng = 96%, from 80 to below 100%",
    ) == _told(form, _unit(thu=48, ke_hoach=50))
    assert "48/100 = 48 %, thuộc mức dưới 80 %" == _told(sums, _unit(thu=40, chi=8, ke_hoach=50))[0]


def test_what_happens_once_or_not_at_all_is_told_without_a_count() -> None:
    """A yes and a condition that holds tell their points; others are passed over."""
    late = Event(Choose(Compare("thu", "<", 98), 1, 0), "-0.5", limit="0.2")
    form = PerEvent([Event("quy_che", 2), late])

    assert (
        "Có quy chế: cộng 2 điểm; Thu ngân sách < 98: trừ 0,5 điểm, chỉ tính -0,2 điểm",
        "Có quy chế: 2 points more; Thu ngân sách < 98: 0.5 points off, which counts -0.2 points",
    ) == _told(form, _unit(thu=97, quy_che=True))
    assert ("không phát sinh", "no event") == _told(form, _unit(thu=98, quy_che=False))


def test_a_computed_result_has_no_unit_in_its_band() -> None:
    """A band of something computed is told as a bare number."""

    assert (
        "88, thuộc mức từ 80 đến dưới 100"
        == _told(Banded(Sum(["thu", "chi"]), TABLE), _unit(thu=80, chi=8))[0]
    )


@pytest.mark.parametrize(
    ("form", "counts", "vietnamese", "english"),
    [
        pytest.param(
            PerEvent.of("tre", -2), {}, "không phát sinh", "no event", id="deduction-none"
        ),
        pytest.param(
            PerEvent.of("tre", -2),
            {"tre": 3},
            "Báo cáo trễ hạn: 3 báo cáo × (-2) = -6 điểm",
            "Báo cáo trễ hạn: 3 báo cáo × (-2) = -6 points",
            id="deduction",
        ),
        pytest.param(
            PerEvent.of("sang_kien", 1),
            {"sang_kien": 1},
            "Sáng kiến: 1 × 1 = 1 điểm",
            "Sáng kiến: 1 × 1 = 1 point",
            id="bonus",
        ),
        pytest.param(
            PerEvent.of("tre", -2, at_least=0),
            {"tre": 6},
            "Báo cáo trễ hạn: 6 báo cáo × (-2) = -12 điểm; thấp nhất 0 điểm",
            "Báo cáo trễ hạn: 6 báo cáo × (-2) = -12 points; no less than 0 points",
            id="floor",
        ),
        pytest.param(
            PerEvent.of("sang_kien", "0.5", start=2, at_least=0, at_most=3),
            {"sang_kien": 4},
            "tính từ 2 điểm; Sáng kiến: 4 × 0,5 = 2 điểm; cao nhất 3 điểm",
            "from 2 points; Sáng kiến: 4 × 0.5 = 2 points; no more than 3 points",
            id="start-ceiling",
        ),
        pytest.param(
            PerEvent([Event("tre", -2), Event("sang_kien", 1)]),
            {"tre": 1, "sang_kien": 3},
            "Báo cáo trễ hạn: 1 báo cáo × (-2) = -2 điểm; Sáng kiến: 3 × 1 = 3 điểm",
            "Báo cáo trễ hạn: 1 báo cáo × (-2) = -2 points; Sáng kiến: 3 × 1 = 3 points",
            id="two",
        ),
        pytest.param(
            PerEvent([Event("tre", -2), Event("sang_kien", 1)]),
            {"sang_kien": 3},
            "Sáng kiến: 3 × 1 = 3 điểm",
            "Sáng kiến: 3 × 1 = 3 points",
            id="two-one_happened",
        ),
        pytest.param(
            PerEvent([Event("tre", "-0.5"), Event("chi", "-0.5")], deductions_limit="1.5"),
            {"tre": 3, "chi": 2},
            "Báo cáo trễ hạn: 3 báo cáo × (-0,5) = -1,5 điểm; Chi ngân sách: 2 × (-0,5) = -1 điểm; "
            "điểm trừ chỉ tính -1,5 điểm",
            "Báo cáo trễ hạn: 3 báo cáo × (-0.5) = -1.5 points; Chi ngân sách: 2 × (-0.5) = "
            "-1 points; deductions count -1.5 points",
            id="two-deductions_limit",
        ),
        pytest.param(
            PerEvent.of("sang_kien", 1, bonuses_limit=2),
            {"sang_kien": 3},
            "Sáng kiến: 3 × 1 = 3 điểm; điểm cộng chỉ tính 2 điểm",
            "Sáng kiến: 3 × 1 = 3 points; bonuses count 2 points",
            id="one-bonuses_limit",
        ),
        pytest.param(
            PerEvent(
                [Event("tre", -1), Event("sang_kien", 1), Event("chi", 2)],
                deductions_limit=3,
                bonuses_limit=3,
            ),
            {"tre": 1, "sang_kien": 1, "chi": 1},
            "Báo cáo trễ hạn: 1 báo cáo × (-1) = -1 điểm; Sáng kiến: 1 × 1 = 1 điểm; "
            "Chi ngân sách: 1 × 2 = 2 điểm",
            "Báo cáo trễ hạn: 1 báo cáo × (-1) = -1 points; Sáng kiến: 1 × 1 = 1 point; "
            "Chi ngân sách: 1 × 2 = 2 points",
            id="three-within_limits",
        ),
        pytest.param(
            PerEvent.of(Sum(["tre", "chi"]), -1),
            {"tre": 1, "chi": 2},
            "Báo cáo trễ hạn + Chi ngân sách: 3 × (-1) = -3 điểm",
            "Báo cáo trễ hạn + Chi ngân sách: 3 × (-1) = -3 points",
            id="expression",
        ),
    ],
)
def test_events_are_told(
    form: Form, counts: Mapping[str, Given], vietnamese: str, english: str
) -> None:
    """Each event that happened is told with its points, and the limits that held them."""
    none = {"tre": 0, "sang_kien": 0, "chi": 0}

    assert (vietnamese, english) == _told(form, Scope(_cells({**none, **counts})))


def _cluster(**units: tuple[Given, Given]) -> dict[str, Scope]:
    """Return scopes of units that are each other's peers, from result and target."""
    scopes: list[Scope] = []
    for name, (result, target) in units.items():
        cells = _cells({"ket_qua": result, "chi_tieu": target})
        scopes.append(Scope(cells, unit=name.lower(), title=name, peers=scopes))
    return {scope.title: scope for scope in scopes}


NONE = State.NOT_ASSIGNED
CLUSTER: Mapping[str, tuple[Given, Given]] = {
    "A": (4, 5),
    "B": (5, 5),
    "C": (6, 5),
    "D": (10, 5),
    "E": (30, 20),
    "F": (3, NONE),
    "G": (8, NONE),
}


@pytest.mark.parametrize("second_group", [True, False])
@pytest.mark.parametrize("leader", LeaderBy)
@pytest.mark.parametrize(
    ("unit", "vietnamese", "english"),
    [
        ("A", "4/5 vụ = 80 %, chưa đạt chỉ tiêu", "4/5 vụ = 80%, below the target"),
        ("B", "5/5 vụ = 100 %, đúng chỉ tiêu", "5/5 vụ = 100%, exactly the target"),
    ],
)
def test_up_to_the_target_nobody_is_compared(
    leader: LeaderBy,
    second_group: bool,  # noqa: FBT001 - a column
    unit: str,
    vietnamese: str,
    english: str,
) -> None:
    """Below and at the target the ratio is told, whoever leads."""
    form = AroundTarget("ket_qua", "chi_tieu", leader=leader, second_group=second_group)

    assert (vietnamese, english) == _told(form, _cluster(**CLUSTER)[unit])


@pytest.mark.parametrize("second_group", [True, False])
@pytest.mark.parametrize(
    ("leader", "unit", "vietnamese", "english"),
    [
        (
            LeaderBy.RATIO,
            "C",
            "6/5 vụ = 120 %, vượt chỉ tiêu; tỷ lệ cao nhất 200 % (D)",
            "6/5 vụ = 120%, above the target; the highest ratio is 200% (D)",
        ),
        (
            LeaderBy.RATIO,
            "D",
            "10/5 vụ = 200 %, vượt chỉ tiêu; dẫn đầu",
            "10/5 vụ = 200%, above the target; the leader",
        ),
        (
            LeaderBy.EXCESS,
            "C",
            "6/5 vụ = 120 %, vượt chỉ tiêu; vượt nhiều nhất 10 vụ (E)",
            "6/5 vụ = 120%, above the target; the largest excess is 10 vụ (E)",
        ),
        (
            LeaderBy.EXCESS,
            "E",
            "30/20 vụ = 150 %, vượt chỉ tiêu; dẫn đầu",
            "30/20 vụ = 150%, above the target; the leader",
        ),
        (
            LeaderBy.ACTUAL,
            "D",
            "10/5 vụ = 200 %, vượt chỉ tiêu; kết quả cao nhất 30 vụ (E)",
            "10/5 vụ = 200%, above the target; the highest result is 30 vụ (E)",
        ),
        (
            LeaderBy.ACTUAL,
            "E",
            "30/20 vụ = 150 %, vượt chỉ tiêu; dẫn đầu",
            "30/20 vụ = 150%, above the target; the leader",
        ),
    ],
)
def test_above_the_target_the_leader_is_told(
    leader: LeaderBy,
    unit: str,
    vietnamese: str,
    english: str,
    second_group: bool,  # noqa: FBT001 - a column
) -> None:
    """A unit above its target is told what it is measured by, or that it leads itself."""
    form = AroundTarget("ket_qua", "chi_tieu", leader=leader, second_group=second_group)
    entries = CLUSTER if second_group else {unit: CLUSTER[unit] for unit in "ABCDE"}

    assert (vietnamese, english) == _told(form, _cluster(**entries)[unit])


def test_units_just_behind_do_not_look_like_leaders() -> None:
    """Ratios just below a target or a leader have the decimals that say so."""
    form = AroundTarget("ket_qua", "chi_tieu")
    cluster = _cluster(A=("1.99999", 1), B=(2, 1), C=("0.99999", 1))

    assert (
        "1,99999/1 vụ = 199,999 %, vượt chỉ tiêu; tỷ lệ cao nhất 200 % (B)"
        == _told(form, cluster["A"])[0]
    )
    assert "0,99999/1 vụ = 99,999 %, chưa đạt chỉ tiêu" == _told(form, cluster["C"])[0]


@pytest.mark.parametrize("leader", LeaderBy)
def test_tied_leaders_are_all_named(leader: LeaderBy) -> None:
    """Who leads with others is told so, and who follows is told all of them."""
    form = AroundTarget("ket_qua", "chi_tieu", leader=leader)
    cluster = _cluster(A=(10, 5), B=(10, 5), C=(6, 5))
    said = {
        LeaderBy.RATIO: "tỷ lệ cao nhất 200 %",
        LeaderBy.EXCESS: "vượt nhiều nhất 5 vụ",
        LeaderBy.ACTUAL: "kết quả cao nhất 10 vụ",
    }[leader]

    assert (
        "10/5 vụ = 200 %, vượt chỉ tiêu; cùng dẫn đầu (A, B)",
        "10/5 vụ = 200%, above the target; one of the leaders (A, B)",
    ) == _told(form, cluster["A"])
    assert f"6/5 vụ = 120 %, vượt chỉ tiêu; {said} (A, B)" == _told(form, cluster["C"])[0]


@pytest.mark.parametrize("leader", [LeaderBy.EXCESS, LeaderBy.ACTUAL])
def test_a_target_of_zero_has_no_ratio(leader: LeaderBy) -> None:
    """Above a target of zero the result is told without a ratio."""
    form = AroundTarget("ket_qua", "chi_tieu", leader=leader)

    assert "3/0 vụ, vượt chỉ tiêu; dẫn đầu" == _told(form, _cluster(A=(3, 0), B=(1, 1))["A"])[0]


def test_units_without_a_target_are_compared_with_each_other() -> None:
    """In the second group the best result is told, or that the unit has it, alone or not."""
    form = AroundTarget("ket_qua", "chi_tieu")
    cluster = _cluster(**CLUSTER)
    tied = _cluster(A=(8, NONE), B=(8, NONE), C=(2, NONE))

    assert (
        "không được giao chỉ tiêu; 3/8 vụ = 37,5 % so với kết quả cao nhất trong nhóm (G)",
        "no target; 3/8 vụ = 37.5% of the best result of the group (G)",
    ) == _told(form, cluster["F"])
    assert (
        "không được giao chỉ tiêu; kết quả 8 vụ, dẫn đầu",
        "no target; a result of 8 vụ, the leader",
    ) == _told(form, cluster["G"])
    assert (
        "không được giao chỉ tiêu; kết quả 8 vụ, cùng dẫn đầu (A, B)" == _told(form, tied["A"])[0]
    )
    assert (
        "không được giao chỉ tiêu; 2/8 vụ = 25 % so với kết quả cao nhất trong nhóm (A, B)"
        == _told(form, tied["C"])[0]
    )


@pytest.mark.parametrize(("best", "shown"), [(0, "0 vụ"), (-2, "-2 vụ")])
def test_a_second_group_without_results_is_told(best: int, shown: str) -> None:
    """Where nobody without a target has a result above zero, the best of them is told."""
    form = AroundTarget("ket_qua", "chi_tieu")
    cluster = _cluster(A=(best, NONE), B=(best - 1, NONE), C=(5, 5))

    for unit in "AB":
        assert (
            f"không được giao chỉ tiêu; kết quả cao nhất trong nhóm là {shown}",
            f"no target; the best result of the group is {shown}",
        ) == _told(form, cluster[unit])


def test_units_may_be_called_like_measures() -> None:
    """A peer whose name is the code of a measure is not taken for it."""
    form = AroundTarget("ket_qua", "chi_tieu")
    peers: dict[str, tuple[Given, Given]] = {
        "ket_qua": (8, NONE),
        "chi_tieu": (3, NONE),
        "a": (6, 5),
    }
    cluster = _cluster(**peers)

    assert "không được giao chỉ tiêu; kết quả 8 vụ, dẫn đầu" == _told(form, cluster["ket_qua"])[0]
    assert (
        "không được giao chỉ tiêu; 3/8 vụ = 37,5 % so với kết quả cao nhất trong nhóm (ket_qua)"
        == _told(form, cluster["chi_tieu"])[0]
    )


def test_a_calculation_tells_its_wording_and_what_it_read() -> None:
    """The rubric's words are told with the numbers read, each once, with its unit."""
    form = Calculation(Sum(["thu", "chi", Product([2, "thu"])]), "theo Điều 6 Quy chế")

    assert (
        "theo Điều 6 Quy chế (Thu ngân sách: 105,2 tỷ đồng; Chi ngân sách: 98)",
        "theo Điều 6 Quy chế (Thu ngân sách: 105.2 tỷ đồng; Chi ngân sách: 98)",
    ) == _told(form, _unit(thu="105.2", chi=98))


def test_a_calculation_without_wording_tells_its_expression() -> None:
    """Without words of the rubric's own the expression itself is told."""

    assert (
        "0,5 × Thu ngân sách (Thu ngân sách: 3 tỷ đồng)"
        == _told(Calculation(Product(["0.5", "thu"])), _unit(thu=3))[0]
    )
    assert "2 × 3" == _told(Calculation(Product([2, 3])), _unit())[0]


def test_a_calculation_tells_only_the_branch_taken() -> None:
    """What was not asked, and what was not computed, is not told."""
    asked = AnyOf([Compare("quy_che", "==", 1), Compare("chi", ">", 1), LevelIs("tien_do", "trễ")])
    form = Calculation(Choose(asked, "thu", "sang_kien"), "theo Quy chế")
    no: dict[str, Given] = {"quy_che": False, "chi": 1, "thu": 3, "sang_kien": 4}

    assert (
        "theo Quy chế (Có quy chế: có; Thu ngân sách: 3 tỷ đồng)",
        "theo Quy chế (Có quy chế: yes; Thu ngân sách: 3 tỷ đồng)",
    ) == _told(form, _unit(**{**no, "quy_che": True, "tien_do": "trễ"}))
    assert (
        "theo Quy chế (Có quy chế: không; Chi ngân sách: 1; Tiến độ: “trễ”; "
        "Thu ngân sách: 3 tỷ đồng)" == _told(form, _unit(**no, tien_do="trễ"))[0]
    )
    assert (
        "theo Quy chế (Có quy chế: không; Chi ngân sách: 1; Sáng kiến: 4)"
        == _told(form, _unit(**no, tien_do="đúng hạn"))[0]
    )


def test_a_calculation_tells_lists_and_the_cluster_as_a_whole() -> None:
    """What was folded is told as one number, with the units that attain it."""
    form = Calculation(
        Sum(
            [
                OverItems("viec", ItemFold.SUM, "diem"),
                OverPeers(PeerFold.GREATEST, "thu"),
                OverPeers(PeerFold.LEAST, "thu"),
                OverPeers(PeerFold.RANK, "thu"),
                Points("II.3"),
                Choose(EntryIs("thu", State.MISSING), 1, 0),
            ]
        ),
        "theo Quy chế",
    )
    peers: list[Scope] = []
    items = {"viec": [_cells({"diem": 5}), _cells({"diem": 7})]}
    peers.append(
        Scope(
            _cells({"thu": 3}),
            items,
            title="Bắc Hà",
            peers=peers,
            points=lambda _: Fraction(8),
        )
    )
    peers.append(Scope(_cells({"thu": 4}), title="Bát Xát", peers=peers))

    assert (
        "theo Quy chế (tổng(Nhiệm vụ: Điểm): 12; cao nhất cụm(Thu ngân sách): 4 (Bát Xát); "
        "thấp nhất cụm(Thu ngân sách): 3 (Bắc Hà); thứ hạng trong cụm(Thu ngân sách): 2; "
        "điểm mục II.3: 8)" == _told(form, peers[0])[0]
    )


def test_measures_may_be_called_like_nodes() -> None:
    """A constant is not told as a measure that happens to have its name."""
    wording = Wording("vi", {"constant": "Hằng số", "II": "Mục hai"})
    form = Calculation(Sum([Constant(2), Points("II")]), "theo Quy chế")
    scope = Scope({}, points=lambda _: Fraction(8))

    assert "theo Quy chế (điểm mục II: 8)" == tell(form, evaluate(lower(form, TEN), scope), wording)
