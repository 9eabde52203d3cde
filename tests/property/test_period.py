# SPDX-License-Identifier: MIT
"""The laws of periods, for results of any rubric."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from thidua.errors import Faults
from thidua.formula import (
    Calculation,
    CapAcross,
    Expression,
    OverItems,
    PerEvent,
    Product,
    Quotient,
)
from thidua.period import (
    Carried,
    CarryPoints,
    CarryRank,
    CarryWeight,
    FromParts,
    Intake,
    Period,
    PeriodResult,
    UsedBefore,
    carry,
    preview,
)
from thidua.quantity import State
from thidua.ranking import rank
from thidua.rubric import (
    Criterion,
    ItemList,
    Measure,
    RankedBy,
    Rubric,
    Scores,
    Sheet,
    score,
)
from thidua.strategies import completions, period_results, periods, rubrics
from thidua.wire import dumps, loads

UNITS = ("a", "b")
SUM = OverItems("ky", "sum", "diem")
FOLDS: tuple[Expression, ...] = (
    SUM,
    OverItems("ky", "greatest", "diem"),
    OverItems("ky", "median", "diem"),
    Product([-1, OverItems("ky", "sum", Product(["he_so", "hang"]))]),
    Quotient(OverItems("ky", "sum", Product(["he_so", "diem"])), OverItems("ky", "sum", "he_so")),
)
"""What rubrics make of parts: sum, best, median, weighted ranks, weighted mean."""
NEXT = Rubric(
    "ky-sau",
    "Kỳ sau",
    measures=[],
    items=[
        ItemList(
            "ky",
            "Các kỳ",
            [
                Measure("diem", "Điểm", places=None, least=None),
                Measure("hang", "Hạng", least=1),
                Measure("he_so", "Hệ số", places=None, above=0),
            ],
        )
    ],
    sections=[
        Criterion(str(index), "", maximum=0, formula=Calculation(fold))
        for index, fold in enumerate(FOLDS)
    ],
)
INTAKE = Intake([FromParts("ky", [CarryPoints("diem"), CarryRank("hang"), CarryWeight("he_so")])])
RUBRICS = rubrics(peers=False, items=False).map(
    lambda rubric: evolve(rubric, ranked_by=RankedBy.POINTS)
)
"""Ranked by points, every unit takes a rank; what may turn out not to apply has no interval."""


@st.composite
def _given(draw: DrawFn, *, complete: bool = False) -> tuple[Period, tuple[PeriodResult, ...]]:
    """Draw a period with the results of its parts."""
    year = draw(periods(levels=2, most=2))
    rubric = draw(RUBRICS)
    return year, tuple(
        draw(period_results(part.code, rubric, units=UNITS, complete=complete))
        for part in year.parts
    )


def _carry(year: Period, results: Sequence[PeriodResult]) -> Carried:
    return carry(
        year,
        year.code,
        results,
        into=NEXT,
        intake=INTAKE,
        units=UNITS,
        waiting=State.NOT_DUE,
    )


def _preview(year: Period, results: Sequence[PeriodResult]) -> Carried:
    return preview(year, year.code, results, into=NEXT, intake=INTAKE, units=UNITS)


def _points(scores: Scores) -> list[list[Fraction | None]]:
    return [[line.points for line in (*one.lines, one.total)] for one in scores]


# --- trees --------------------------------------------------------------------------------


@given(periods(levels=4))
def test_every_period_is_a_part_of_one(year: Period) -> None:
    """Each period but the whole is a part of exactly one, and lies in all above it."""
    for one in year:
        above = year.above(one.code)

        assert (one is year) == (above == ())
        assert int(one is not year) == sum(one in other.parts for other in year)
        assert all(other[one.code] is one for other in above)


@given(periods(levels=4))
def test_leaves_are_what_has_no_parts(year: Period) -> None:
    """Whatever is not a leaf is made of the leaves of its parts, in order."""
    for one in year:
        inner = [leaf for part in one.parts for leaf in part.leaves]

        assert one.leaves == (tuple(inner) or (one,))


@given(periods(levels=4))
def test_windows_divide_the_periods(year: Period) -> None:
    """Of two periods of one window and depth, exactly one comes earlier than the other."""
    alike = [one for one in year if len(year.above(one.code)) == 2]
    for one in alike:
        for other in alike:
            if year.window(one.code) is year.window(other.code) and one is not other:
                earlier = one in year.earlier(other.code)

                assert earlier != (other in year.earlier(one.code))


@given(periods())
def test_periods_are_read_back(year: Period) -> None:
    """Any tree of periods is read back equal."""

    assert year == loads(dumps(year), Period)


# --- what is carried ----------------------------------------------------------------------


@given(st.data(), _given())
def test_the_order_of_results_does_not_matter(
    data: DataObject, given_: tuple[Period, tuple[PeriodResult, ...]]
) -> None:
    """The order in which results are given changes nothing."""
    year, results = given_

    assert _carry(year, results) == _carry(year, data.draw(st.permutations(results)))


@given(st.data(), _given())
def test_the_order_of_parts_does_not_matter_to_folds(
    data: DataObject, given_: tuple[Period, tuple[PeriodResult, ...]]
) -> None:
    """Folds over parts in another order give the same points."""
    year, results = given_
    other = evolve(year, parts=data.draw(st.permutations(year.parts)))
    first, second = (score(NEXT, _carry(one, results).sheets) for one in (year, other))

    assert _points(first) == _points(second)


@given(_given(complete=True))
def test_complete_parts_leave_nothing_open(
    given_: tuple[Period, tuple[PeriodResult, ...]],
) -> None:
    """Where all parts are certain, nothing is lacking and the preview is the official result."""
    year, results = given_
    carried = _carry(year, results)

    assert carried.complete
    assert carried == _preview(year, results)
    assert all(one.total.points is not None for one in score(NEXT, carried.sheets))


@given(st.data(), _given())
def test_official_intervals_contain_what_comes(
    data: DataObject, given_: tuple[Period, tuple[PeriodResult, ...]]
) -> None:
    """Whatever absent and open parts come to be, points and ranks stay where they may be."""
    year, results = given_
    rubric = results[0].scores.rubric
    there = [one for one in results if data.draw(st.booleans(), label=one.period)]
    early = score(NEXT, _carry(year, there).sheets)
    final = [
        _completed(data, one)
        if one in there
        else data.draw(period_results(one.period, rubric, units=UNITS, complete=True))
        for one in results
    ]
    late = score(NEXT, _carry(year, final).sheets)
    places = rank(early, ties="share")

    for before, after in zip(early, late, strict=True):
        for line, outcome in zip(
            (*before.lines, before.total), (*after.lines, after.total), strict=True
        ):
            assert outcome.span == line.span.both(outcome.span)
    for place in rank(late, ties="share").places:
        assert places[place.unit].best <= place.best <= place.worst <= places[place.unit].worst


def _completed(data: DataObject, result: PeriodResult) -> PeriodResult:
    """Draw what a result may become."""
    rubric = result.scores.rubric
    scores = score(rubric, data.draw(completions(rubric, [one.sheet for one in result.scores])))
    return PeriodResult(result.period, scores, ranking=rank(scores, ties="share"))


@given(st.data(), _given())
def test_what_is_known_only_narrows(
    data: DataObject, given_: tuple[Period, tuple[PeriodResult, ...]]
) -> None:
    """The interval with a result lies in the one without it."""
    year, results = given_
    left_out = data.draw(st.sampled_from(results))
    without = score(NEXT, _carry(year, [one for one in results if one is not left_out]).sheets)
    whole = score(NEXT, _carry(year, results).sheets)

    for known, unknown in zip(whole, without, strict=True):
        assert known.total.span == known.total.span.both(unknown.total.span)


@given(_given())
def test_previews_are_certain_and_say_what_they_lack(
    given_: tuple[Period, tuple[PeriodResult, ...]],
) -> None:
    """A preview awaits nothing, and the title of every unit says that it is one."""
    year, results = given_
    carried = _preview(year, results[1:])

    assert carried.preview
    for sheet in carried.sheets:
        assert () == sheet.awaited
        assert "xem trước" in sheet.title
        assert year.parts[0].name in sheet.title


@given(_given())
def test_results_of_periods_are_read_back(
    given_: tuple[Period, tuple[PeriodResult, ...]],
) -> None:
    """Results, sheets made of them and previews of them are read back equal."""
    year, results = given_

    for value in (results[0], _carry(year, results), _preview(year, results[1:])):
        assert value == loads(dumps(value))


# --- windows ------------------------------------------------------------------------------

MONTH = Rubric(
    "thang",
    "Tháng",
    measures=[Measure("so_lan", "Số lần"), Measure("da_dung", "Đã dùng", places=None)],
    sections=[
        Criterion(
            "1",
            "",
            maximum=0,
            formula=CapAcross(PerEvent.of("so_lan", "1.5"), at_most="8.2", used="da_dung"),
        )
    ],
)


@given(st.lists(st.integers(0, 6) | st.none(), min_size=1, max_size=5))
def test_a_cap_is_never_exceeded_over_its_window(counts: list[int | None]) -> None:
    """Months give what they count until the cap is used up, and not more; open ones may."""
    months = [Period(f"t{index}", "") for index, _ in enumerate(counts)]
    year = Period("nam", "", parts=months)
    results: list[PeriodResult] = []
    for month, count in zip(months, counts, strict=True):
        sheet = Sheet("a", {"so_lan": State.MISSING if count is None else count})
        carried = carry(
            year,
            month.code,
            results,
            into=MONTH,
            intake=Intake([UsedBefore("da_dung", "1")]),
            sheets=[sheet],
            waiting=State.MISSING,
        )
        results.append(PeriodResult(month.code, score(MONTH, carried.sheets)))
    spans = [result.scores["a"].total.span for result in results]
    low = sum((span.low or Fraction(0) for span in spans), Fraction(0))
    known = Fraction("1.5") * sum(count or 0 for count in counts)

    assert low <= Fraction("8.2")
    assert all(span.high is not None and 0 <= span.high <= Fraction("8.2") for span in spans)
    if None not in counts:
        assert min(known, Fraction("8.2")) == low


@given(st.data(), _given())
def test_nothing_official_is_made_of_a_preview(
    data: DataObject, given_: tuple[Period, tuple[PeriodResult, ...]]
) -> None:
    """A result made of a preview is refused wherever it would be carried officially."""
    year, results = given_
    marked = data.draw(st.sampled_from(results))
    sheets = [evolve(one.sheet, preview="xem trước") for one in marked.scores]
    scores = score(marked.scores.rubric, sheets)
    spoilt = evolve(marked, scores=scores, ranking=rank(scores, ties="share"))
    try:
        _carry(year, [spoilt if one is marked else one for one in results])
    except Faults as refused:
        codes = {fault.code for fault in refused.faults}
    else:
        codes = set()

    assert {"preview"} == codes
