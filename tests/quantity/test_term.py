# SPDX-License-Identifier: MIT

from __future__ import annotations

import pytest

from thidua.errors import RubricFault
from thidua.quantity import RoundingMode, State, Term


def test_members_are_found_by_their_text() -> None:
    """A member may be written as its text."""
    assert State.NOT_DUE is State("not_due")
    assert isinstance(RoundingMode("floor"), Term)


def test_a_wrong_name_is_told_the_nearest() -> None:
    """What is no member is refused with the member that was probably meant."""
    with pytest.raises(RubricFault) as refusal:
        RoundingMode("half-up")

    assert "$: not a RoundingMode, 'half-up'; did you mean 'half_up'?" == str(refusal.value)
    assert "term-unknown" == refusal.value.code
