# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.award import Power, ShareLimit, limits_on, who_decides
from thidua.basis import Citation, Validity
from thidua.errors import RuleFault

BASIS = Citation("Quy chế")
OLD, NEW = Validity("2024-01-01", "2025-07-01"), Validity("2025-07-01")
DISTRICT = Power("d", "huyện", ["bk", "gk"], basis=BASIS, validity=OLD)
COMMUNE = Power("c", "xã", "bk", basis=BASIS, validity=NEW)


def limit(share: str) -> ShareLimit:
    """Return a limit on one award."""
    return ShareLimit("l", "bk", share, of="người đạt", basis=BASIS, validity=OLD)


def test_who_decides_depends_on_the_day() -> None:
    """One takes over from another; of an award that nobody has, nobody is named."""
    days = ["2025-06-30", "2025-07-01"]

    assert [(DISTRICT,), (COMMUNE,)] == [who_decides([DISTRICT, COMMUNE], "bk", on) for on in days]
    assert [(DISTRICT,), ()] == [who_decides([DISTRICT, COMMUNE], "gk", on) for on in days]


def test_shares_are_rounded_down() -> None:
    """Exactly 15 % of forty are six, and a fifth of fifty-four is ten."""

    assert [6, 10] == [limit("0.15").most(40), limit("0.2").most(54)]
    assert [True, False] == [limit("0.15").allows(number, of=40) for number in (6, 7)]
    assert (limit("0.2"),) == limits_on([limit("0.2")], "bk", "2025-01-01")
    assert () == limits_on([limit("0.2")], "bk", "2026-01-01")


def test_a_share_is_no_more_than_all() -> None:
    """More than the whole is refused."""
    with pytest.raises(RuleFault) as caught:
        limit("15")

    assert "a share is from 0 to 1, 15" in str(caught.value)
