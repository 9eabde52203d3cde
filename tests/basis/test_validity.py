# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from thidua.basis import Validity, day
from thidua.errors import DocumentFault, RuleFault


@pytest.mark.parametrize(
    "given",
    ["2024-1-1", "2024-02-30", "01/01/2024", 2024, datetime(2024, 1, 1, tzinfo=UTC)],
)
def test_what_is_no_day_is_refused(given: object) -> None:
    """Only a date, and ISO text of one, is a day."""
    with pytest.raises(DocumentFault) as caught:
        day(given)  # type: ignore[arg-type]

    assert "not-a-day" == caught.value.code


def test_a_validity_is_half_open() -> None:
    """A rule holds on its first day, and not on the day from which it no longer holds."""
    rule = Validity("2024-01-01", "2025-07-01")
    days = ["2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01"]

    assert [False, True, True, False] == [rule.holds(day(one)) for one in days]
    assert Validity(date(2024, 1, 1)).holds(date.max)


def test_successors_do_not_overlap() -> None:
    """A rule that begins on the day on which another ends shares no day with it."""
    old, new, later = (
        Validity("2014-06-01", "2024-01-01"),
        Validity("2024-01-01"),
        Validity("2023-12-31", "2025-01-01"),
    )

    assert (False, False) == (old.overlaps(new), new.overlaps(old))
    assert (True, True) == (old.overlaps(later), new.overlaps(later))


def test_a_validity_of_no_day_is_refused() -> None:
    """The day from which a rule no longer holds comes after its first."""
    with pytest.raises(RuleFault) as caught:
        Validity("2024-01-01", "2024-01-01")

    assert (
        "$.until: no longer holds on 2024-01-01, and begins to hold on 2024-01-01; "
        "until is the first day on which it no longer holds"
    ) == str(caught.value)
