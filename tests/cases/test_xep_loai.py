# SPDX-License-Identifier: MIT
"""Classes and quotas as offices, schools and applications have published or computed them.

The name of each test says where its expected numbers come from: ``published``, computed
``by_hand`` from the wording, printed by an application (``by_app``), or read off its code
(``from_code``). Where an application is wrong, the test states the right value and why.

Source:
    Trung đoàn Cảnh sát cơ động E29: PhanMemThiDua2026.
    Cục Thống kê cấp tỉnh: danhgiakpi.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from thidua.errors import Faults
from thidua.formula import (
    Calculation,
    Compare,
    DirectEntry,
    PerEvent,
    Product,
    Quotient,
    Sum,
)
from thidua.quantity import Interval, RoundingMode, round_ratio
from thidua.ranking import (
    Ceiling,
    Grade,
    GradeTable,
    KnockOut,
    classify,
    limit,
)
from thidua.rubric import (
    Criterion,
    Measure,
    Question,
    Rubric,
    Scores,
    Sheet,
    score,
)

# --- E29: a quota of a quota ----------------------------------------------------------------

LOAI = Rubric(
    "phan-loai",
    "Phân loại",
    measures=[Measure("loai", "Loại đề nghị"), Question("xet", "Được xét phân loại")],
    sections=[Criterion("1", "Loại", maximum=4, formula=DirectEntry("loai"))],
)
LOAI_CLASSES = GradeTable(
    [
        Grade("Loại 1", at_least=4),
        Grade("Loại 2", at_least=3),
        Grade("Loại 3", at_least=2),
        Grade("Loại 4"),
    ],
    knock_outs=[KnockOut("không phân loại", Compare("xet", "==", 0))],
)


def _people(*counts: int, apart: int = 0) -> Scores:
    """Return as many people of Loại 1, 2, 3, 4 as said, and some *apart* without a class."""
    sheets = [
        Sheet(f"l{grade}-{number:02}", {"loai": 5 - grade, "xet": True})
        for grade, count in enumerate(counts, 1)
        for number in range(count)
    ]
    sheets += [Sheet(f"kpl-{number}", {"loai": 0, "xet": False}) for number in range(apart)]
    return score(LOAI, sheets)


E29_BASE = ("Loại 1", "Loại 2", "Loại 3")


def _e29(p2: str, p1: str, rounding: str = "floor") -> list[Ceiling]:
    """Return the pool of Loại 2, Loại 1 in it, and Loại 1 as a share of the pool."""
    mode = RoundingMode(rounding)
    return [
        Ceiling(["Loại 1", "Loại 2"], share=p2, of=E29_BASE, rounding=mode),
        Ceiling("Loại 1", share=p1, within=0, rounding=mode),
    ]


@pytest.mark.parametrize(
    ("counts", "apart", "p2", "p1", "pool", "first"),
    [
        pytest.param((0, 4, 2, 0), 0, "0.79", "0", 4, 0, id="by_app: 6 × 79 % = 4.74"),
        pytest.param((4, 10, 6, 1), 5, "0.7", "0.3", 14, 4, id="from_code: 26 less 1 and 5"),
        pytest.param((3, 23, 7, 0), 0, "0.795", "0.15", 26, 3, id="from_code: 79.5 % is kept"),
        pytest.param((4, 29, 4, 0), 0, "0.9", "0.15", 33, 4, id="by_hand: 37"),
        pytest.param((0, 1, 1, 0), 0, "0.9", "0.15", 1, 0, id="by_hand: 2"),
        pytest.param((6, 34, 0, 0), 0, "1", "0.15", 40, 6, id="by_hand: 40"),
    ],
)
def test_e29_pools(  # noqa: PLR0913, PLR0917 - what a case has
    counts: tuple[int, ...], apart: int, p2: str, p1: str, pool: int, first: int
) -> None:
    """Loại 1 is a share of the pool, which is a share of those with Loại 1, 2 or 3."""
    classes = classify(_people(*counts, apart=apart), LOAI_CLASSES)
    both, best = limit(classes, _e29(p2, p1)).verdicts

    assert (Interval(pool, pool), Interval(first, first)) == (both.most, best.most)
    assert (0, 0) == (both.over, both.short)
    assert (0, 0) == (best.over, best.short)
    assert Interval(apart, apart) == classes.having(None)


def test_e29_command_board_from_code() -> None:
    """Ten people at 70 % and 50 %, half to even: 4 and 3, and 3 of Loại 3.

    The application computes Loại 3 as 30 % less the 7 already placed, which is below zero,
    and pours the 3 places left into Loại 2. 4 and 6 exceed the ceiling of 7 by 3.
    """
    ceilings = _e29("0.7", "0.5", "half_even")
    by_app = limit(classify(_people(4, 6), LOAI_CLASSES), ceilings)
    right = limit(classify(_people(4, 3, 3), LOAI_CLASSES), ceilings)

    assert [(False, 3), (True, 0)] == [(one.kept, one.over) for one in by_app.verdicts]
    assert [(True, 0, 0), (True, 0, 0)] == [
        (one.kept, one.over, one.short) for one in right.verdicts
    ]


@pytest.mark.parametrize(
    ("mode", "first"), [("half_even", 2), ("half_up", 3), ("floor", 2)], ids=str
)
def test_e29_half_from_code(mode: str, first: int) -> None:
    """Half of five people is two and a half: which whole number that is must be said."""
    classes = classify(_people(0, 5), LOAI_CLASSES)
    _, best = limit(classes, _e29("1", "0.5", mode)).verdicts

    assert Interval(first, first) == best.most


def test_e29_too_many_of_the_best_is_no_success_from_code() -> None:
    """A ceiling is kept by at most as many; the application asks for at least as many."""
    classes = classify(_people(8, 10, 2), LOAI_CLASSES)
    report = limit(classes, _e29("0.9", "0.3"))

    assert (False, 3) == (report.verdicts[1].kept, report.verdicts[1].over)
    assert report.kept is False


def test_e29_ba_nhat_from_code() -> None:
    """10 % of 25 of Loại 1 is 3 half up, and 2 rounded down."""

    assert 3 == round_ratio(25, 10, RoundingMode.HALF_UP)
    assert 2 == round_ratio(25, 10, RoundingMode.FLOOR)


def test_e29_shares_by_class_of_the_collective() -> None:
    """Percentages that depend on the class of the collective are looked up by it."""
    shares: Mapping[str, tuple[str, str]] = {"Loại 1": ("0.9", "0.15"), "Loại 2": ("0.7", "0.1")}
    classes = classify(_people(4, 29, 4), LOAI_CLASSES)
    best, second = (limit(classes, _e29(*shares[own])) for own in shares)

    assert [True, True] == [one.kept for one in best.verdicts]
    assert [(33 - 25, 0), (4 - 2, 0)] == [(one.over, one.short) for one in second.verdicts]


# --- Thống kê: mean of three rates, and a quota whose base has two readings -----------------

THONG_KE = Rubric(
    "thong-ke",
    "KPI sản phẩm quy đổi",
    measures=[
        Measure("giao", "Giao"),
        Measure("lam", "Thực hiện"),
        Measure("dat", "Đạt chất lượng"),
        Measure("dung_han", "Đúng hạn"),
    ],
    sections=[
        Criterion(
            "1",
            "Bình quân ba tỷ lệ",
            maximum=100,
            formula=Calculation(
                Quotient(
                    Sum(
                        [
                            Quotient(Product([100, one]), "giao")
                            for one in ("lam", "dat", "dung_han")
                        ]
                    ),
                    3,
                )
            ),
        )
    ],
)
THONG_KE_CLASSES = GradeTable(
    [
        Grade("Xuất sắc", at_least="99.5"),
        Grade("Tốt", at_least=90, below="99.5"),
        Grade("Hoàn thành", at_least=80),
        Grade("Không hoàn thành", below=80),
    ]
)


def test_thong_ke_class_from_the_seed() -> None:
    """288 of 290 converted products on time make 99.7701 of 100."""
    done = {"giao": 290, "lam": 290, "dat": 290, "dung_han": 288}
    scores = score(THONG_KE, [Sheet("a", done)])

    assert Fraction("99.7701") == round(scores["a"].points or Fraction(0), 4)
    assert "Xuất sắc" == classify(scores, THONG_KE_CLASSES)["a"].grade


def test_thong_ke_without_tasks_there_is_no_result() -> None:
    """No task is no result; the application gives 100 % on all rates."""
    with pytest.raises(Faults, match="division by zero"):
        score(THONG_KE, [Sheet("a", dict.fromkeys(("giao", "lam", "dat", "dung_han"), 0))])


@pytest.mark.parametrize(
    ("excellent", "good", "on_both", "on_good"),
    [
        pytest.param(3, 10, 2, 2, id="3 and 10"),
        pytest.param(2, 10, 2, 2, id="2 and 10"),
        pytest.param(3, 12, 3, 2, id="3 and 12: the readings differ"),
    ],
)
def test_thong_ke_bases_from_code(excellent: int, good: int, on_both: int, on_good: int) -> None:
    """The screen says 20 % of those rated good, the code takes both: both can be said."""
    classes = classify(_people(excellent, good), LOAI_CLASSES)
    both, only_good = limit(
        classes,
        [
            Ceiling("Loại 1", share="0.2", of=["Loại 1", "Loại 2"]),
            Ceiling("Loại 1", share="0.2", of="Loại 2"),
        ],
    ).verdicts

    assert (Interval(on_both, on_both), Interval(on_good, on_good)) == (both.most, only_good.most)
    assert (excellent <= on_both, excellent <= on_good) == (both.kept, only_good.kept)


def test_thong_ke_year_from_quarters_from_the_help_text() -> None:
    """One quarter not completed leaves at best the second class for the year."""
    year = Rubric(
        "nam",
        "Năm",
        measures=[Measure("khong", "Số quý không hoàn thành"), Measure("xs", "Số quý xuất sắc")],
        sections=[Criterion("1", "Quý", maximum=0, formula=PerEvent.of("xs", 1))],
    )
    table = GradeTable(
        [
            Grade("Xuất sắc", requires=Compare("xs", ">=", 3)),
            Grade("Tốt", requires=Compare("xs", ">=", 1)),
            Grade("Hoàn thành"),
        ],
        knock_outs=[KnockOut("có quý không hoàn thành", Compare("khong", ">=", 1), to="Tốt")],
    )
    sheets = [Sheet("a", {"khong": 0, "xs": 3}), Sheet("b", {"khong": 1, "xs": 3})]
    classes = classify(score(year, sheets), table)

    assert ["Xuất sắc", "Tốt"] == [one.grade for one in classes]
