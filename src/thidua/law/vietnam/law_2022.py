# SPDX-License-Identifier: MIT
"""Law 06/2022/QH15 on emulation and commendation: its days, and what holds for all awards.

Its text is known up to 30 September 2026: Law 06/2026/QH16 amends it from the day after, and
has not been seen. The other chapters: ``law_2022_titles``, ``law_2022_orders``,
``law_2022_certificates``.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from thidua.basis import Validity
from thidua.eligibility import NotReused
from thidua.law.vietnam.instrument import Instrument

__all__ = ["FAMILY", "GENERAL", "LAW", "VERIFIED_UNTIL"]

FAMILY: Final = "06/2022/QH15"
VERIFIED_UNTIL: Final = date(2026, 9, 30)

LAW: Final = Instrument(
    "Luật 06/2022/QH15",
    Validity("2024-01-01"),
    family=FAMILY,
    verified_until=VERIFIED_UNTIL,
)

GENERAL: Final = (
    # Article 5, clause 2, point c: one achievement, one award. What a lower certificate was
    # given for may still lie in the years of a higher one: articles 44 and 73 say so.
    LAW.general("l22-5-2-c-double-counting", "5/2/c", counting=[NotReused("*")]),
)
