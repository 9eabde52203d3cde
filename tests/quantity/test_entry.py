# SPDX-License-Identifier: MIT
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from thidua.errors import NumberFault
from thidua.quantity import Entry, Number, State, as_entry


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (5, Fraction(5)),
        (0, Fraction(0)),
        ("12.5", Fraction(25, 2)),
        ("1/3", Fraction(1, 3)),
        ("1e3", Fraction(1000)),
        (Decimal("0.1"), Fraction(1, 10)),
        (Fraction(2, 3), Fraction(2, 3)),
        (True, True),
        (False, False),
        ("đúng hạn", "đúng hạn"),
        ("12,5", "12,5"),
        ("", ""),
        pytest.param("missing", "missing", id="a level of that name"),
        *((state, state) for state in State),
    ],
)
def test_entries(given: Number | bool | State, expected: Entry) -> None:  # noqa: FBT001 - an entry may be a yes
    """Numbers become Fractions; answers, levels and states stay what they are."""
    entry = as_entry(given)

    assert expected == entry
    assert type(expected) is type(entry)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (0.5, '$.entries.thu: a float is not exact, 0.5; write "0.5" or Decimal("0.5")'),
        (None, "$.entries.thu: not a number, None; give an int, a text or a Decimal"),
        ("1/0", "$.entries.thu: division by zero, '1/0'"),
    ],
)
def test_what_can_be_no_entry_is_refused(given: object, message: str) -> None:
    """Floats, nothing, and ratios over zero are refused at their place."""
    with pytest.raises(NumberFault) as refusal:
        as_entry(given, ("entries", "thu"))  # type: ignore[arg-type]

    assert message == str(refusal.value)


def test_the_states() -> None:
    """There are five reasons why a cell holds no value, each with its name in documents."""

    assert ["missing", "not_due", "not_applicable", "exempt", "not_assigned"] == [*State]
