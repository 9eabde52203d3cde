# SPDX-License-Identifier: MIT
"""Conditions on numbers, clusters, campaigns, votes: what a subject is among others."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.dossier import texts
from thidua.eligibility.term import whole
from thidua.eligibility.vote import VoteRule
from thidua.errors import RuleFault
from thidua.formula import Relation
from thidua.quantity import exact
from thidua.quantity.typed import typed

__all__ = [
    "FigureIs",
    "InCampaign",
    "SelectedIn",
    "ShareIs",
    "Voted",
]


@final
@frozen(field_transformer=typed(RuleFault))
class FigureIs:
    """A number on file compares so, in the last year of the window."""

    kind: ClassVar = "figure_is"
    code: str
    """Code of the number: members who hold a title, points, years of building."""
    relation: Relation = field(converter=Relation)
    """``">="``, ``">"``, ``"<="``, ``"<"``, ``"=="`` or ``"!="``."""
    value: Fraction = field(converter=exact)
    """What it is compared with."""


@final
@frozen(field_transformer=typed(RuleFault))
class ShareIs:
    """The share of one number on file in another compares so, in the window's last year."""

    kind: ClassVar = "share_is"
    part: str
    """Code of the part: members who hold a title."""
    of: str
    """Code of the whole: staff."""
    relation: Relation = field(converter=Relation)
    """``">="`` for *từ … trở lên*, ``">"`` for *trên …*."""
    share: Fraction = field(converter=exact)
    """The share: ``"0.7"`` for 70 %."""


@final
@frozen(field_transformer=typed(RuleFault))
class SelectedIn:
    """Put forward by a cluster, or among its first (*dẫn đầu cụm, khối*)."""

    kind: ClassVar = "selected_in"
    cluster: str
    """Code of the cluster, or of its level."""
    rank: int | None = field(default=None, validator=whole, kw_only=True)
    """Worst rank by points that does; None asks whether it was put forward."""
    years: int = field(default=1, validator=whole, kw_only=True)
    """In how many years of the window."""


@final
@frozen(field_transformer=typed(RuleFault))
class InCampaign:
    """A part in campaigns (*thành tích trong phong trào thi đua*)."""

    kind: ClassVar = "in_campaign"
    launched_by: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Who must have launched it; empty for anybody."""
    years: int = field(default=1, validator=whole, kw_only=True)
    """How many years it must have run by the review."""
    reviews: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """At which reviews it must have been found; empty for any."""
    roles: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """As what; empty for anything."""
    campaigns: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Codes of the campaigns that count; empty for all."""
    times: int = field(default=1, validator=whole, kw_only=True)
    """In how many campaigns."""


@final
@frozen(field_transformer=typed(RuleFault))
class Voted:
    """A council has agreed (*đạt tỷ lệ phiếu*) to this award, for the year under review."""

    kind: ClassVar = "voted"
    rule: VoteRule
    """How it decides."""
    body: str = field(default="", kw_only=True)
    """The council, as ballots name it; empty for the only one."""
