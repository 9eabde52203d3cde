# SPDX-License-Identifier: MIT
"""A regiment's monthly classes: a quota of a quota, by the class of the collective.

Loại 2 is a pool that has Loại 1 in it, and a share of everybody with Loại 1, 2 or 3; Loại 1
is a share of the pool. The shares are not public; those used with the classes of collectives
are made up. The application rounds in three ways: down for units, half to even for command
boards, half up for the nominees of "Ba nhất". Here every quota says how.

Source:
    https://github.com/BichKhueK02/PhanMemThiDua2026: Form11_KiemTraTyLe.cs,
    Form4_TrangDauTien.cs, Module_XuatPhanLoai.cs, Module_BaNhat.cs, Module_QuyDinhTyLe.cs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Rubric, Sheet, score
from thidua.quantity import Interval, RoundingMode, round_ratio
from thidua.ranking import (
    Ceilings,
    CeilingTables,
    Classes,
    GradeTable,
    classes_table,
    classify,
    limit,
)
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "phan_loai_e29" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
CLASSES = _read("classes", GradeTable)


def _people(*counts: int, apart: int = 0) -> Classes:
    """Return as many people of Loại 1, 2, 3, 4 as said, and some *apart* without a class."""
    sheets = [
        Sheet(f"l{kind}-{number:02}", {"de_nghi": f"Loại {kind}", "xet": True})
        for kind, count in enumerate(counts, 1)
        for number in range(count)
    ]
    sheets += [Sheet(f"kpl-{n}", {"de_nghi": "Loại 4", "xet": False}) for n in range(apart)]
    return classify(score(RUBRIC, sheets), CLASSES)


BASE = ("Loại 1", "Loại 2", "Loại 3")
QUOTAS = _read("quotas", CeilingTables)
"""The pool of Loại 2, and Loại 1 in it, by the class of the collective."""
EXAMPLES = _read("quotas_vi_du", CeilingTables)
"""The quotas of the examples, named by both percents."""
BA_NHAT = _read("quotas_ba_nhat", Ceilings)


@pytest.mark.parametrize(
    ("counts", "apart", "shares", "pool", "first"),
    [
        pytest.param((0, 4, 2, 0), 0, "79/0", 4, 0, id="spec_document-6_at_79"),
        pytest.param((4, 10, 6, 1), 5, "70/30", 14, 4, id="from_code-26_less_1_and_5"),
        pytest.param((3, 23, 7, 0), 0, "79,5/15", 26, 3, id="from_code-79.5_is_kept"),
        pytest.param((4, 29, 4, 0), 0, "90/15", 33, 4, id="hand_computed-37"),
        pytest.param((0, 1, 1, 0), 0, "90/15", 1, 0, id="hand_computed-2"),
        pytest.param((6, 34, 0, 0), 0, "100/15", 40, 6, id="hand_computed-40"),
    ],
)
def test_the_pools(counts: tuple[int, ...], apart: int, shares: str, pool: int, first: int) -> None:
    """People in exactly the numbers of the source fill both quotas, and Loại 3 has the rest."""
    classes = _people(*counts, apart=apart)
    both, best = limit(classes, EXAMPLES[shares]).verdicts

    assert (Interval(pool, pool), Interval(first, first)) == (both.most, best.most)
    assert [(0, 0), (0, 0)] == [(one.over, one.short) for one in (both, best)]
    assert Interval(apart, apart) == classes.having(None)
    assert classes.having("Loại 3") == classes.having(*BASE) + -both.most


def test_spec_document_the_share_that_is_reached() -> None:
    """4 of 6 are 66.67 %, below the 79 % allowed, as 4.74 people are 4."""
    report = limit(_people(0, 4, 2), EXAMPLES["79/0"])

    assert report.kept
    assert "4/6 ≈ 66,67 %  4 (79 % của 6)" in classes_table(report)


def test_from_code_a_command_board_is_not_poured_full() -> None:
    """Ten people at 70 % and 50 %, half to even: 4 and 3, and 3 of Loại 3.

    The application computes Loại 3 as 30 % less the 7 already placed, which is below zero,
    and pours the 3 places left into Loại 2. 4 and 6 exceed the ceiling of 7 by 3.
    """
    quotas = EXAMPLES["ban chỉ huy 70/50"]
    by_app = limit(_people(4, 6), quotas)
    right = limit(_people(4, 3, 3), quotas)

    assert [(False, 3), (True, 0)] == [(one.kept, one.over) for one in by_app.verdicts]
    assert [(True, 0, 0), (True, 0, 0)] == [
        (one.kept, one.over, one.short) for one in right.verdicts
    ]


def test_from_code_a_command_board_of_five() -> None:
    """At 100 % and 50 %, half to even, five people are 2 of Loại 1 and 3 of Loại 2."""
    report = limit(_people(2, 3), EXAMPLES["ban chỉ huy 100/50"])

    assert [(True, 0, 0), (True, 0, 0)] == [
        (one.kept, one.over, one.short) for one in report.verdicts
    ]


@pytest.mark.parametrize(
    ("shares", "first"),
    [("ban chỉ huy 100/50", 2), ("100/50 làm tròn", 3), ("100/50", 2)],
    ids=["half_even", "half_up", "floor"],
)
def test_from_code_half_a_person(shares: str, first: int) -> None:
    """Half of five people is two and a half: which whole number that is must be said."""
    _, best = limit(_people(0, 5), EXAMPLES[shares]).verdicts

    assert Interval(first, first) == best.most


def test_from_code_too_many_of_the_best_is_no_success() -> None:
    """A ceiling is kept by at most as many; the application asks for at least as many."""
    report = limit(_people(8, 10, 2), EXAMPLES["90/30"])

    assert (False, 3) == (report.verdicts[1].kept, report.verdicts[1].over)
    assert report.kept is False


def test_from_code_ba_nhat() -> None:
    """10 % of 25 of Loại 1 is 3 half up, and 2 rounded down."""
    classes = _people(25)
    half_up, down = limit(classes, BA_NHAT).verdicts

    assert [Interval(3, 3), Interval(2, 2)] == [half_up.most, down.most]
    assert 3 == round_ratio(25, 10, RoundingMode.HALF_UP)


def test_shares_depend_on_the_class_of_the_collective() -> None:
    """The same people keep the quotas of a collective of Loại 1 and exceed those of Loại 2."""
    classes = _people(4, 29, 4)
    best, second = (limit(classes, QUOTAS[own]) for own in ("Loại 1", "Loại 2"))

    assert [True, True] == [one.kept for one in best.verdicts]
    assert [(33 - 25, 0), (4 - 2, 0)] == [(one.over, one.short) for one in second.verdicts]


def test_the_report_says_how_many_too_many() -> None:
    """The table of quotas has what people say, how many are too many or could be more."""
    text = classes_table(limit(_people(5, 8, 7), EXAMPLES["70/30"]))

    assert "Loại 1 + Loại 2  13/20 = 65 %    14 (70 % của 20)  thiếu 1" in text
    assert "Loại 1           5/14 ≈ 35,71 %  4 (30 % của 14)   thừa 1" in text
