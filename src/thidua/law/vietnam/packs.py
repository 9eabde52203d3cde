# SPDX-License-Identifier: MIT
"""The packs, one for an instrument, and the law that they make together."""

from __future__ import annotations

from typing import Final

from thidua.law import Law, Pack
from thidua.law.vietnam import (
    circulars,
    decree_91_2017,
    decree_98_2023,
    decree_152_2025,
    law_2003,
    law_2022,
    law_2022_certificates,
    law_2022_orders,
    law_2022_titles,
)
from thidua.law.vietnam.catalogue import CATALOGUE

__all__ = ["LAW", "PACKS"]

PACKS: Final = (
    Pack(
        "law-2022",
        "Luật 06/2022/QH15",
        rules=(
            *law_2022_titles.TITLES_OF_PERSONS,
            *law_2022_titles.TITLES_OF_COLLECTIVES,
            *law_2022_orders.INDEPENDENCE_ORDER,
            *law_2022_orders.LABOUR_ORDER_PERSONS,
            *law_2022_orders.LABOUR_ORDER_COLLECTIVES,
            *law_2022_orders.MEDALS,
            *law_2022_certificates.OF_THE_PRIME_MINISTER,
            *law_2022_certificates.OF_MINISTRIES,
            *law_2022_certificates.OF_UNITS,
        ),
        general=law_2022.GENERAL,
        awards=CATALOGUE,
    ),
    Pack(
        "decree-98-2023",
        "Nghị định 98/2023/NĐ-CP",
        general=decree_98_2023.GENERAL,
        local=decree_98_2023.POSTS,
    ),
    Pack("decree-152-2025", "Nghị định 152/2025/NĐ-CP", general=decree_152_2025.GENERAL),
    Pack("law-2003", "Luật 15/2003/QH11", rules=(*law_2003.TITLES, *law_2003.ORDERS)),
    Pack(
        "decree-91-2017",
        "Nghị định 91/2017/NĐ-CP",
        rules=(*decree_91_2017.TITLES, *decree_91_2017.FLAGS, *decree_91_2017.COMMENDATIONS),
        general=decree_91_2017.GENERAL,
    ),
    Pack(
        "small-instruments",
        "Nghị định 65/2014, thông tư và công văn",
        rules=circulars.DECREE_65,
        general=(*circulars.GENERAL_OLD, *circulars.GENERAL_NEW),
    ),
)
"""Packs of rules, the law in force first."""

LAW: Final = Law(PACKS)
"""The rules of every day from 2014-06-01; earlier ones are not known."""
