# SPDX-License-Identifier: MIT
"""The rules of Vietnam since 2014, as far as they are known (*pháp luật thi đua, khen thưởng*).

Data, and no official text: each rule says where it stands, on which days it holds, how sure
its text is and until which day that was verified. Nothing else in the library imports this.

``catalogue``, ``names``
    The awards, and what people call the other codes.
``law_2022``, ``law_2022_titles``, ``law_2022_orders``, ``law_2022_certificates``
    Law 06/2022/QH15, from 2024.
``decree_98_2023``, ``decree_152_2025``, ``principles``
    Its decrees, and what both say alike.
``law_2003``, ``decree_91_2017``
    The law before, and its decree.
``circulars``
    Small instruments.
``authorities``, ``bonuses``
    Who decides, how many may be put forward, and what is paid.
``packs``
    All of them, as packs and as one law.
``instrument``, ``wording``, ``sources``
    How the rules are written, what they ask for alike, where they were seen.
"""

from __future__ import annotations

from thidua.law.vietnam.authorities import POWERS, QUOTAS
from thidua.law.vietnam.bonuses import BONUSES
from thidua.law.vietnam.catalogue import CATALOGUE
from thidua.law.vietnam.packs import LAW, PACKS

__all__ = ["BONUSES", "CATALOGUE", "LAW", "PACKS", "POWERS", "QUOTAS"]
