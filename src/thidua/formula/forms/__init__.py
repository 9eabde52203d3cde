# SPDX-License-Identifier: MIT
"""The forms: the ways of scoring that people of the field have names for (*cách chấm điểm*).

A form stands in a criterion, and the criterion owns the maximum (*điểm chuẩn*).
A form knows its parameters and nothing else; `lower` says what it computes, `say` what
it means, `tell` what it came to.

``entry``
    One answer: points entered, a yes, a level, a threshold.
``target``
    A result against a target.
``count``
    Events, offences, prizes.
``several``
    Factors, raters, items, peers.
``compose``
    Forms made of forms, and the list of all forms.
``limit``
    What parameters must satisfy.
"""

from __future__ import annotations

from thidua.formula.forms.compose import (
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    Case,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Piece,
    Scaled,
    Total,
    forms_in,
)
from thidua.formula.forms.count import ByCount, Event, PerEvent, Pick, Prize, PrizeTable
from thidua.formula.forms.entry import (
    BasePoints,
    Checklist,
    DirectEntry,
    Level,
    Leveled,
    Threshold,
    Tick,
    YesNo,
)
from thidua.formula.forms.several import (
    CapTogether,
    EqualSplit,
    Factor,
    Group,
    RankPoints,
    Raters,
    RelativeToPeers,
    ShareReached,
    Standard,
    WeightedMean,
    WeightedSum,
)
from thidua.formula.forms.target import (
    AroundTarget,
    Banded,
    LeaderBy,
    Proportional,
    Side,
    Stepped,
)

__all__ = [
    "AroundTarget",
    "Banded",
    "BasePoints",
    "ByCount",
    "ByKind",
    "ByRange",
    "Calculation",
    "CapAcross",
    "CapTogether",
    "Case",
    "Checklist",
    "DirectEntry",
    "EqualSplit",
    "Event",
    "Factor",
    "Form",
    "Gated",
    "Group",
    "Highest",
    "ItemTotal",
    "LeaderBy",
    "Level",
    "Leveled",
    "PerEvent",
    "Pick",
    "Piece",
    "Prize",
    "PrizeTable",
    "Proportional",
    "RankPoints",
    "Raters",
    "RelativeToPeers",
    "Scaled",
    "ShareReached",
    "Side",
    "Standard",
    "Stepped",
    "Threshold",
    "Tick",
    "Total",
    "WeightedMean",
    "WeightedSum",
    "YesNo",
    "forms_in",
]
