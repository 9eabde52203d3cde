# SPDX-License-Identifier: MIT
"""What others found: campaigns, clusters, councils, and those who certify (*kết quả, xác nhận*)."""

from __future__ import annotations

from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.dossier.fields import a_year, closed, span
from thidua.dossier.scale import Scope
from thidua.dossier.years import Years
from thidua.errors import DossierFault
from thidua.quantity.typed import typed

__all__ = [
    "Attestation",
    "Ballot",
    "CampaignResult",
    "ClusterResult",
]


@final
@frozen(field_transformer=typed(DossierFault))
class CampaignResult:
    """What came of taking part in a campaign (*kết quả phong trào thi đua*)."""

    kind: ClassVar = "campaign_result"
    campaign: str
    """Code of the campaign."""
    years: Years = field(converter=span, validator=closed)
    """From the year it was launched to the year of the review at which this was found."""
    launched_by: str = field(default="", kw_only=True)
    """Who launched it: ``"thu-tuong"``, ``"bo-ban-nganh-tinh"``; empty if not on file."""
    review: str = field(default="", kw_only=True)
    """At which review: ``"so-ket"``, ``"tong-ket"``; empty if not on file."""
    role: str = field(default="", kw_only=True)
    """As what: ``"tieu-bieu-xuat-sac"``, ``"dan-dau"``; empty if not on file."""


@final
@frozen(field_transformer=typed(DossierFault))
class ClusterResult:
    """What came of a year in a cluster (*kết quả bình xét cụm, khối*)."""

    kind: ClassVar = "cluster_result"
    cluster: str
    """Code of the cluster, or of its level: ``"tinh"``."""
    year: int = field(validator=a_year)
    """The year."""
    rank: int | None = field(default=None, kw_only=True)
    """Rank by points."""
    selected: bool | None = field(default=None, kw_only=True)
    """Whether the cluster put the subject forward (*suy tôn*)."""


@final
@frozen(field_transformer=typed(DossierFault))
class Ballot:
    """One ballot of a council on one award for the subject (*kết quả bỏ phiếu*)."""

    kind: ClassVar = "ballot"
    award: str
    """Code of the award."""
    year: int = field(validator=a_year)
    """The year under review."""
    members: int
    """All members of the council."""
    present: int
    """Members at the meeting."""
    agree: int
    """Votes in favour, those in writing among them."""
    against: int = 0
    """Votes against, or blank, those in writing among them."""
    written: int = field(default=0, kw_only=True)
    """How many of the absent voted in writing."""
    body: str = field(default="", kw_only=True)
    """The council."""
    secret: bool | None = field(default=None, kw_only=True)
    """Whether it was secret (*bỏ phiếu kín*); None if that is not on file."""
    turn: int = field(default=1, kw_only=True)
    """Which ballot it is: the second is taken after a first that decided nothing."""

    def __attrs_post_init__(self) -> None:
        """Refuse numbers that cannot all be so."""
        for name in ("members", "present", "agree", "against", "written", "turn"):
            value = getattr(self, name)
            if type(value) is not int or value < (1 if name in {"members", "turn"} else 0):
                what = f"not a number of people, {value!r}"
                raise DossierFault((name,), "number", what, "write a whole number")
        if self.present + self.written > self.members:
            what = f"{self.present} present and {self.written} in writing, of {self.members}"
            raise DossierFault(("present",), "too-many", what, "written counts the absent only")
        if self.agree + self.against > self.present + self.written:
            what = f"{self.agree + self.against} votes of {self.present + self.written} voters"
            raise DossierFault(("agree",), "too-many", what, "a member has one vote")


@final
@frozen(field_transformer=typed(DossierFault))
class Attestation:
    """What a person or a body certifies, or denies (*xác nhận*)."""

    kind: ClassVar = "attestation"
    matter: str
    """What it is about: ``"conduct"``, ``"contribution"``."""
    what: str
    """What is certified: ``"chap-hanh-phap-luat"``."""
    holds: bool
    """Whether it is so."""
    year: int | None = field(default=None, validator=a_year, kw_only=True)
    """The year it is about; None if it is about no one year."""
    scope: Scope | None = field(default=None, converter=optional(Scope), kw_only=True)
    """How far it reaches, if it says so."""
    by: str = field(default="", kw_only=True)
    """Who certifies it."""
