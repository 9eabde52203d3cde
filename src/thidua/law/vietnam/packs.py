# SPDX-License-Identifier: MIT
"""The packs, one for an instrument, and the law that they make together."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from thidua.award import BonusRules
from thidua.basis import Citation
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
from thidua.law.vietnam.authorities import POWERS, QUOTAS
from thidua.law.vietnam.bonuses import BONUSES
from thidua.law.vietnam.catalogue import CATALOGUE
from thidua.law.vietnam.names import NAMES

__all__ = ["LAW", "PACKS"]

_WITH_A_PACK: Final = (
    "Luật 06/2022/QH15",
    "Nghị định 98/2023/NĐ-CP",
    "Nghị định 152/2025/NĐ-CP",
    "Luật 15/2003/QH11",
    "Nghị định 91/2017/NĐ-CP",
)


def _of(instrument: str | None, pack: Pack) -> Pack:
    """Add who decides, how many and what is paid by an instrument; by the others, if None."""

    def its(basis: Citation | None) -> bool:
        name = "" if basis is None else basis.instrument
        return name == instrument if instrument else name not in _WITH_A_PACK

    return evolve(
        pack,
        powers=[one for one in POWERS if its(one.basis)],
        quotas=[one for one in QUOTAS if its(one.basis)],
        bonuses=BonusRules(
            rates=[one for one in BONUSES.rates if its(one.basis)],
            salaries=[one for one in BONUSES.salaries if its(one.basis)],
            terms=[one for one in BONUSES.terms if its(one.basis)],
        ),
    )


_ELIGIBILITY: Final = (
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
        names=NAMES,
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

PACKS: Final = tuple(
    _of(pack.name if pack.name in _WITH_A_PACK else None, pack) for pack in _ELIGIBILITY
)
"""Packs of rules, the law in force first."""

LAW: Final = Law(PACKS)
"""The rules of every day from 2014-06-01; earlier ones are not known."""
