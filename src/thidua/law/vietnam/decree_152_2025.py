# SPDX-License-Identifier: MIT
"""Decree 152/2025/NĐ-CP, from 2025-07-01 to 2027-02-28: principles and votes.

It replaced decree 98/2023 (article 59). Its tables of posts were not found, so that orders by
length of service are not known from 2025-07-01. What is known of it, as of the law it details,
ends with 30 September 2026.
"""

from __future__ import annotations

from typing import Final

from thidua.basis import Validity
from thidua.law.vietnam.instrument import MEDIUM, Instrument
from thidua.law.vietnam.law_2022 import FAMILY, VERIFIED_UNTIL
from thidua.law.vietnam.principles import principles, vote_on_heroes, votes

__all__ = ["DECREE", "GENERAL"]

DECREE: Final = Instrument(
    "Nghị định 152/2025/NĐ-CP",
    Validity("2025-07-01", "2027-03-01"),
    family=FAMILY,
    verified_until=VERIFIED_UNTIL,
)

GENERAL: Final = (
    *principles(DECREE, "d152"),
    *votes(DECREE, "d152", "", MEDIUM, "tỷ lệ và Hội đồng theo khoản 7 Điều 30 Nghị định 98/2023"),
    vote_on_heroes(
        DECREE, "d152-hero", "", MEDIUM, "theo điểm b khoản 4 Điều 47 Nghị định 98/2023"
    ),
)
