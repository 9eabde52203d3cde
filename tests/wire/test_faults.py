# SPDX-License-Identifier: MIT

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua.errors import SheetFault
from thidua.wire.faults import collect, faults_of, shown, together


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        ("ộ", "'ộ'"),
        ("x" * 61, "'" + "x" * 60 + "…'"),
        (7, "7"),
        (10**5000, "a number"),
        (Decimal("1.5"), "1.5"),
        (Decimal("1" * 61), "a number"),
        (0.5, "0.5"),
        ({}, "an object"),
        ([], "a list"),
        ((), "a list"),
        (b"", "a Python bytes"),
    ],
    ids=range(14),
)
def test_values_are_named_briefly(given: object, said: str) -> None:
    """A value of any size is named in a few words."""

    assert said == shown(given)


def test_defects_are_not_hidden() -> None:
    """An exception that nobody foresaw is raised as it is."""
    defect = ZeroDivisionError("a defect")
    with pytest.raises(ZeroDivisionError) as caught:
        list(faults_of(together([defect])))

    assert defect is caught.value


def test_notes_of_others_are_no_places() -> None:
    """A note that cattrs did not write does not change the place of a fault."""
    fault = SheetFault(("unit",), "x", "wrong")
    fault.add_note("seen on Tuesday")

    assert ["$.unit: wrong"] == [str(one) for one in faults_of(together([fault]))]


def test_collecting_keeps_values() -> None:
    """Members without faults are made in order."""

    assert ["0", "1"] == collect([("a", 0), ("b", 1)], str, None)
