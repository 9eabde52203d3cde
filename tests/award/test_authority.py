# SPDX-License-Identifier: MIT
from __future__ import annotations

from thidua.award import Power, Quota, QuotaRule, quotas_on, who_decides
from thidua.basis import Citation, Validity

BASIS = Citation("Quy chế")
OLD, NEW = Validity("2024-01-01", "2025-07-01"), Validity("2025-07-01")
DISTRICT = Power("d", "huyện", ["bk", "gk"], basis=BASIS, validity=OLD)
COMMUNE = Power("c", "xã", "bk", basis=BASIS, validity=NEW)


def test_who_decides_depends_on_the_day() -> None:
    """One takes over from another; of an award that nobody has, nobody is named."""
    days = ["2025-06-30", "2025-07-01"]

    assert [(DISTRICT,), (COMMUNE,)] == [who_decides([DISTRICT, COMMUNE], "bk", on) for on in days]
    assert [(DISTRICT,), ()] == [who_decides([DISTRICT, COMMUNE], "gk", on) for on in days]


def test_which_quotas_hold_depends_on_the_day() -> None:
    """A quota holds for its awards, on its days."""
    quota = QuotaRule("q", Quota(["bk", "gk"], number=3), validity=OLD)

    assert [(quota,), ()] == [quotas_on([quota], "gk", on) for on in ("2025-06-30", "2025-07-01")]
    assert () == quotas_on([quota], "co", "2025-06-30")
