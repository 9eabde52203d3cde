# SPDX-License-Identifier: MIT
"""A school's year: weeks, months, semesters and the year, summing ranks at every step.

Ranks, not points, are carried upwards. Official results wait until everything is there, for
the whole group; a preview ranks what there is and says what it lacks.

Source:
    https://github.com/CT070226-HOANGVANHUY/QuanLyThiDua: src/periods.ts,
    tests/scoring-week10.test.ts, tests/milestones.test.ts, docs/thiet-ke-thi-dua.md.
    ``source`` in the name of an example: its own test says so; ``hand_computed``: worked out
    from its rule, of which it has no example. Its two models of a half semester, E = B + 2C
    and 2F + H, are not told apart from each other there, and so have no example here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Faults, Rubric, Scores, Sheet, State, rank, ranking_table, score
from thidua.formula import Calculation
from thidua.period import (
    Carried,
    Intake,
    Lacking,
    Period,
    PeriodResult,
    carry,
    explain_carried,
    preview,
)
from thidua.quantity import Given, Interval
from thidua.ranking import Place, Ranking
from thidua.rubric import Criterion, RankedBy
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, kind: type[T]) -> T:
    document = Path(__file__).parent / "giaothuyc" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), kind)


MONTH, SEMESTER, SCHOOL_YEAR, MILESTONE, ACTIVITY, EXAM, EXAM_INDEX, EXAM_SHARE = (
    _read(name, Rubric)
    for name in (
        "thang",
        "hoc_ky",
        "nam_hoc",
        "hoi_hoc",
        "hdtt",
        "thi_chung",
        "thi_chi_so",
        "thi_ty_le",
    )
)
YEAR, WEEKS = _read("nam_hoc_ky", Period), _read("dot_hoi_hoc", Period)


def _published(period: str, rubric: str, ranks: Mapping[str, int]) -> PeriodResult:
    """Return a result of which only the ranks were published."""
    bare = Rubric(
        rubric, "", measures=[], sections=[Criterion("1", "", maximum=0, formula=Calculation(0))]
    )
    places = [
        Place(unit, name=unit, value=Interval(0, 0), best=one, worst=one)
        for unit, one in ranks.items()
    ]
    scores = score(bare, [Sheet(unit, {}) for unit in ranks])
    return PeriodResult(period, scores, ranking=Ranking(RankedBy.POINTS, tuple(places)))


def _ranked(period: str, scores: Scores) -> PeriodResult:
    return PeriodResult(period, scores, ranking=rank(scores, ties="share"))


def _totals(scores: Scores) -> dict[str, Fraction | None]:
    return {one.unit: one["XT"].points for one in scores}


def _ranks(scores: Scores) -> dict[str, int | None]:
    return {place.unit: place.rank for place in rank(scores, ties="share").places}


# --- months and semesters -----------------------------------------------------------------


def _semester_preview(weight: int) -> Carried:
    """Return the preview of a semester of which one week is published."""
    week = _published("w1", "tuan", {"A": 2, "B": 1})
    month = preview(YEAR, "t9", [week], into=MONTH, intake=_read("thang_nguon", Intake))
    result = _ranked("t9", score(MONTH, month.sheets))
    return preview(
        YEAR,
        "hk1",
        [result],
        into=SEMESTER,
        intake=_read("hoc_ky_nguon", Intake),
        sheets=[Sheet(unit, {"he_so_thang": weight}) for unit in "AB"],
    )


@pytest.mark.parametrize(
    ("weight", "totals"),
    [
        pytest.param(2, {"A": 4, "B": 2}, id="source-weight_2"),
        pytest.param(3, {"A": 6, "B": 3}, id="source-weight_3"),
    ],
)
def test_a_semester_previews_the_weeks_there_are(weight: int, totals: dict[str, int]) -> None:
    """A preview is the weight times the months there are, ranked, and says that it is one."""
    carried = _semester_preview(weight)
    scores = score(SEMESTER, carried.sheets)

    assert totals == _totals(scores)
    assert {"A": 2, "B": 1} == _ranks(scores)
    assert "Học kỳ I: xem trước, không phải kết quả chính thức" in explain_carried(carried)
    assert "A (xem trước, chưa đủ Tháng 9" in ranking_table(rank(scores, ties="share"))


def test_an_official_semester_waits_for_its_months_source() -> None:
    """While a month is lacking there is no official total, and no rank."""
    months = [_ranked("t9", score(MONTH, [_month(unit, ranks) for unit, ranks in _WEEKS.items()]))]
    activities = _published("hk1-hdtt", "hdtt", {"A": 1, "B": 2})
    carried = carry(
        YEAR,
        "hk1",
        [*months, activities],
        into=SEMESTER,
        intake=_read("hoc_ky_nguon", Intake),
        sheets=[Sheet(unit, {"he_so_thang": 2}) for unit in "AB"],
        waiting=State.NOT_DUE,
    )
    scores = score(SEMESTER, carried.sheets)

    assert {"A": None, "B": None} == _totals(scores)
    assert {"A": None, "B": None} == _ranks(scores)
    assert [("t10", Lacking.ABSENT)] * 2 == [(gap.period, gap.why) for gap in carried.gaps]


_WEEKS = {"A": [1, 2], "B": [2, 1]}


def _month(unit: str, ranks: Sequence[int]) -> Sheet:
    return Sheet(unit, {}, {"tuan": [{"xt": one} for one in ranks]})


def test_a_group_waits_while_one_class_misses_a_week_source() -> None:
    """A class without a week holds up its whole group, and not the other group."""
    ranks = [{"A": 1, "B": 2, "C": 1}, {"A": 1, "C": 1}]
    weeks = [_published(f"w{i}", "tuan", one) for i, one in enumerate(ranks, 1)]
    late = Place("B", name="B", value=Interval(0, 0), best=1, worst=2)
    second = weeks[1].ranking
    assert second is not None
    scores = score(weeks[0].scores.rubric, [Sheet(unit, {}) for unit in "ABC"])
    open_week = PeriodResult("w2", scores, ranking=Ranking(RankedBy.POINTS, (*second.places, late)))
    carried = carry(
        YEAR,
        "t9",
        [weeks[0], open_week],
        into=MONTH,
        intake=_read("thang_nguon", Intake),
        groups={"A": "chọn", "B": "chọn", "C": "thường"},
        waiting=State.MISSING,
    )

    assert {"A": None, "B": None, "C": 2} == _totals(score(MONTH, carried.sheets))


# --- the year -----------------------------------------------------------------------------


def test_the_year_is_the_first_rank_and_twice_the_second_hand_computed() -> None:
    """The year ranks HK1 + 2 x HK2, and shares ranks where that is equal."""
    first = _published("hk1", "hoc-ky", {"A": 1, "B": 2, "C": 3, "D": 4})
    second = _published("hk2", "hoc-ky", {"A": 3, "B": 4, "C": 2, "D": 1})
    sources = _read("nam_hoc_nguon", Intake)
    carried = carry(YEAR, "nam", [first, second], into=SCHOOL_YEAR, intake=sources)
    scores = score(SCHOOL_YEAR, carried.sheets)

    assert {"A": 7, "B": 10, "C": 7, "D": 6} == _totals(scores)
    assert {"A": 2, "B": 4, "C": 2, "D": 1} == _ranks(scores)


def test_half_a_year_leaves_ranks_open_hand_computed() -> None:
    """With the first semester alone, the sum of the year is at least two more."""
    first = _published("hk1", "hoc-ky", {"A": 1, "B": 2})
    sources = _read("nam_hoc_nguon", Intake)
    carried = carry(YEAR, "nam", [first], into=SCHOOL_YEAR, intake=sources, waiting=State.NOT_DUE)

    assert Interval(3, None) == score(SCHOOL_YEAR, carried.sheets)["A"]["XT"].span


def test_an_override_of_ranks_is_complete_source() -> None:
    """Ranks set by hand may replace computed ones, but for all classes or for none."""
    full = _published("hk1", "hoc-ky", {"A": 2, "B": 1})
    override = Ranking(RankedBy.POINTS, full.ranking.places[:1]) if full.ranking else None
    with pytest.raises(ValueError, match="unit 'B' was scored, but is not there"):
        PeriodResult("hk1", full.scores, ranking=override)


# --- the milestone of four weeks (hội học) ------------------------------------------------

_RANKS = {"A": [3, 1, 11, 1], "B": [1, 7, 10, 2]}
_OTHER = {"A": [4, 3, 2, 1], "B": [3, 3, 3, 2]}


def _milestone_sources(mode: str) -> Intake:
    sources = _read("hoi_hoc_nguon", Intake)
    return sources if mode == "cộng hoạt động" else Intake(sources.sources[:1])


def _milestone(
    ranks: Mapping[str, Sequence[int]],
    mode: str,
    weeks: int = 4,
    activities: Mapping[str, int] | None = None,
    *,
    official: bool = True,
) -> Carried:
    results = [
        _published(f"w{i}", "tuan", {unit: listed[i - 1] for unit, listed in ranks.items()})
        for i in range(1, weeks + 1)
    ]
    if activities is not None:
        results.append(_published("hd", "hdtt", activities))
    lists: Mapping[str, list[Mapping[str, Given]]] = (
        {} if mode == "cộng hoạt động" else {"hdtt": []}
    )
    sheets = [Sheet(unit, {"che_do": mode}, lists) for unit in ranks]
    intake = _milestone_sources(mode)
    if not official:
        return preview(WEEKS, "hoi-hoc", results, into=MILESTONE, intake=intake, sheets=sheets)
    return carry(
        WEEKS,
        "hoi-hoc",
        results,
        into=MILESTONE,
        intake=intake,
        sheets=sheets,
        waiting=State.MISSING,
    )


@pytest.mark.parametrize(
    ("ranks", "mode", "activities", "totals", "order"),
    [
        pytest.param(
            _RANKS, "không nhân", None, {"A": 16, "B": 20}, {"A": 1, "B": 2}, id="source-16-20"
        ),
        pytest.param(
            _OTHER, "không nhân", None, {"A": 10, "B": 11}, {"A": 1, "B": 2}, id="source-10-11"
        ),
        pytest.param(
            _OTHER, "nhân đôi", None, {"A": 20, "B": 22}, {"A": 1, "B": 2}, id="source-20-22"
        ),
        pytest.param(
            _OTHER,
            "cộng hoạt động",
            {"A": 2, "B": 1},
            {"A": 14, "B": 13},
            {"A": 2, "B": 1},
            id="source-14-13",
        ),
    ],
)
def test_a_milestone_sums_four_weeks(
    ranks: Mapping[str, Sequence[int]],
    mode: str,
    activities: Mapping[str, int] | None,
    totals: dict[str, int],
    order: dict[str, int],
) -> None:
    """The four weekly ranks are summed as the mode of the year says, and ranked."""
    carried = _milestone(ranks, mode, activities=activities)
    scores = score(MILESTONE, carried.sheets)

    assert carried.complete
    assert totals == _totals(scores)
    assert order == _ranks(scores)


def test_a_milestone_of_three_weeks_source() -> None:
    """With three weeks of four there is no official sum; the preview sums the three."""
    official = score(MILESTONE, _milestone(_RANKS, "không nhân", 3).sheets)
    early = score(MILESTONE, _milestone(_RANKS, "không nhân", 3, official=False).sheets)

    assert {"A": None, "B": None} == _totals(official)
    assert {"A": None, "B": None} == _ranks(official)
    assert {"A": 15, "B": 18} == _totals(early)


def test_a_milestone_waits_for_activities_source() -> None:
    """Where activities count and are not ranked yet, there is no official sum."""
    official = score(MILESTONE, _milestone(_OTHER, "cộng hoạt động").sheets)

    assert {"A": None, "B": None} == _totals(official)
    assert {"A": None, "B": None} == _ranks(official)


# --- activities and exams -----------------------------------------------------------------


def test_activities_sum_two_ranks_hand_computed() -> None:
    """Activities are the rank in sports and the rank in arts, summed."""
    results = [
        _published("hk1", "the-thao", {"A": 1, "B": 2}),
        _published("hk1", "van-nghe", {"A": 2, "B": 2}),
    ]
    sources = _read("hdtt_nguon", Intake)
    carried = carry(YEAR, "hk1", results, into=ACTIVITY, intake=sources)

    assert {"A": 3, "B": 4} == _totals(score(ACTIVITY, carried.sheets))


def test_a_common_exam_hand_computed() -> None:
    """An exam is twice the rank of the mean percent and the rank of the index."""
    marks = {"A": [10, 20, 10, 3, 2], "B": [12, 20, 8, 5, 0]}
    codes = ("gioi", "kha", "tb", "yeu", "kem")
    index = score(
        EXAM_INDEX,
        [
            Sheet(unit, {"si_so": 45, **dict(zip(codes, one, strict=True))})
            for unit, one in marks.items()
        ],
    )
    percents: Mapping[str, Sequence[Given]] = {"A": ["80.5", 91], "B": [85, "84.5"]}
    share = score(
        EXAM_SHARE,
        [
            Sheet(unit, {}, {"mon": [{"ty_le": one} for one in listed]})
            for unit, listed in percents.items()
        ],
    )
    carried = carry(
        YEAR,
        "hk1",
        [_ranked("hk1", index), _ranked("hk1", share)],
        into=EXAM,
        intake=_read("thi_chung_nguon", Intake),
    )

    assert [Fraction(30 + 40 + 10 - 6 - 6, 45), Fraction(74, 45)] == [one.points for one in index]
    assert {"A": 2 * 1 + 2, "B": 2 * 2 + 1} == _totals(score(EXAM, carried.sheets))


def test_ranks_are_asked_of_results_that_have_them() -> None:
    """A result without a ranking has no rank to carry."""
    bare = PeriodResult("hk1", _published("hk1", "hoc-ky", {"A": 1}).scores)
    sources = _read("nam_hoc_nguon", Intake)
    with pytest.raises(Faults, match="the result of 'hk1' has no ranking; rank its scores"):
        carry(YEAR, "nam", [bare], into=SCHOOL_YEAR, intake=sources, waiting=State.MISSING)
