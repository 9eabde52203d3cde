# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.dossier import (
    EVER,
    Calendar,
    Years,
    first_day,
    last_day,
    span,
    year_of,
    year_under_review,
)
from thidua.errors import DossierFault


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(Calendar))
def test_a_day_lies_in_its_year(on: date, calendar: Calendar) -> None:
    """Years have no gap and no overlap."""
    year = year_of(on, calendar)

    assert first_day(year, calendar) <= on <= last_day(year, calendar)
    assert last_day(year, calendar) + timedelta(days=1) == first_day(year + 1, calendar)
    assert year_under_review(on, calendar) in {year, year - 1}


@pytest.mark.parametrize(
    ("on", "calendar", "expected"),
    [
        (date(2024, 10, 31), "calendar", 2023),
        (date(2024, 11, 1), "calendar", 2024),
        (date(2025, 4, 30), "school", 2023),
        (date(2025, 5, 1), "school", 2024),
        (date(2025, 9, 5), "school", 2024),
    ],
)
def test_a_year_comes_under_review_as_it_closes(on: date, calendar: str, expected: int) -> None:
    """Two months before its end, and until the next one closes."""

    assert expected == year_under_review(on, Calendar(calendar))


def test_spans_hold_both_ends() -> None:
    """An end that is left out is open."""

    assert [False, True, True, False] == [year in Years(2020, 2021) for year in range(2019, 2023)]
    assert EVER.covers(Years(None, 2024))
    assert Years(None, 2024).covers(Years(2000, 2024))
    assert not Years(2000, 2024).covers(Years(None, 2024))
    assert not Years(2000, 2023).covers(Years(2000, 2024))
    assert not Years(2000, 2023).covers(Years(2000, None))


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        (2024, 2020, "$.last: ends in 2020, before it begins in 2024; both ends are inside"),
        ("2024", None, "$.first: not a year, '2024'; write it like 2024"),
        (None, 0, "$.last: not a year, 0; write it like 2024"),
        (True, None, "$.first: not a year, True; write it like 2024"),
    ],
)
def test_what_are_no_years_is_refused(first: object, last: object, message: str) -> None:
    """A span has years for ends, in order."""
    with pytest.raises(DossierFault) as caught:
        Years(first, last)  # type: ignore[arg-type]

    assert message == str(caught.value)


def test_years_are_taken_as_they_are_written() -> None:
    """A year, a pair of years, or a span."""

    assert Years(2024, 2024) == span(2024)
    assert Years(2020, 2024) == span((2020, 2024)) == span(Years(2020, 2024))
    with pytest.raises(DossierFault) as caught:
        span("2024")  # type: ignore[arg-type]
    assert "$: not years, '2024'; write 2024, or (2020, 2024)" == str(caught.value)
