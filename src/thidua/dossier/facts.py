# SPDX-License-Identifier: MIT
"""Facts on file: what was rated, awarded, invented, sanctioned, held, counted (*hồ sơ*).

A field that may be None says by it that the thing is not on file. That is never a "no":
what a condition cannot find out, it answers with "unknown".
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.basis import day
from thidua.dossier.fields import a_year, closed, in_order, span, texts
from thidua.dossier.results import Attestation, Ballot, CampaignResult, ClusterResult
from thidua.dossier.scale import InitiativeType, Quality, SanctionLevel, Scope, Track, Whose
from thidua.dossier.years import Years
from thidua.errors import DossierFault
from thidua.quantity import exact
from thidua.quantity.typed import typed

__all__ = [
    "Attribute",
    "AwardReceived",
    "Fact",
    "Figure",
    "Initiative",
    "Leave",
    "Pending",
    "Post",
    "Rating",
    "Sanction",
]


@final
@frozen(field_transformer=typed(DossierFault))
class Rating:
    """How well a year's tasks were done (*kết quả xếp loại hằng năm*)."""

    kind: ClassVar = "rating"
    year: int = field(validator=a_year)
    """The year."""
    quality: Quality = field(converter=Quality)
    """The rating."""


@final
@frozen(field_transformer=typed(DossierFault))
class AwardReceived:
    """An award that was conferred (*danh hiệu, hình thức đã được tặng*)."""

    kind: ClassVar = "award_received"
    award: str
    """Code of the award."""
    years: Years | None = field(
        default=None, converter=optional(span), validator=closed, kw_only=True
    )
    """Years of the achievement, as the decision states them; None if it states none."""
    decided: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Day of the decision."""
    track: Track | None = field(default=None, converter=optional(Track), kw_only=True)
    """By which way it came; None if not on file."""
    issuer: str = field(default="", kw_only=True)
    """Who conferred it."""
    number: str = field(default="", kw_only=True)
    """Number of the decision."""
    used: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Codes of the initiatives on which it was granted: they are used up by it."""

    def __attrs_post_init__(self) -> None:
        """Refuse an award that has no time at all."""
        if self.years is None and self.decided is None:
            what = f"award {self.award!r} has neither years nor a day of decision"
            raise DossierFault(("years",), "no-time", what, "give years=2024, or decided=…")


@final
@frozen(field_transformer=typed(DossierFault))
class Initiative:
    """An initiative, a piece of research, or ingenuity in combat (*sáng kiến, đề tài*)."""

    kind: ClassVar = "initiative"
    year: int = field(validator=a_year)
    """The year for which it counts."""
    scope: Scope = field(converter=Scope)
    """How far it reaches, as recognised."""
    sort: InitiativeType = field(
        default=InitiativeType.INITIATIVE, converter=InitiativeType, kw_only=True
    )
    """Which of these it is."""
    code: str = field(default="", kw_only=True)
    """Its code, by which an award may say that it used it up."""
    applied: bool | None = field(default=None, kw_only=True)
    """Whether it was applied with effect (*đã áp dụng hiệu quả*)."""
    replicable: bool | None = field(default=None, kw_only=True)
    """Whether others may take it over (*có khả năng nhân rộng*)."""
    recognised: bool | None = field(default=None, kw_only=True)
    """Whether a competent authority recognised it (*được công nhận*)."""
    accepted: bool | None = field(default=None, kw_only=True)
    """Whether it passed acceptance (*đã nghiệm thu*)."""


@final
@frozen(field_transformer=typed(DossierFault))
class Sanction:
    """A disciplinary measure (*kỷ luật*)."""

    kind: ClassVar = "sanction"
    level: SanctionLevel = field(converter=SanctionLevel)
    """The measure."""
    first: date = field(converter=day)
    """First day on which it holds."""
    last: date | None = field(default=None, converter=optional(day))
    """Last day on which it holds (*hết thời hạn thi hành*); None while that is not set."""
    of: Whose = field(default=Whose.SELF, converter=Whose, kw_only=True)
    """Whether the subject bears it, or a member."""

    def __attrs_post_init__(self) -> None:
        """Refuse a sanction that ends before it begins."""
        in_order(self.first, self.last, "last")


@final
@frozen(field_transformer=typed(DossierFault))
class Pending:
    """A matter under examination (*việc đang xem xét, xác minh*)."""

    kind: ClassVar = "pending"
    matter: str
    """What: ``"xem-xet-ky-luat"``, ``"thanh-tra"``, ``"khieu-nai"``."""
    opened: date = field(converter=day)
    """Day on which it was opened."""
    cleared: date | None = field(default=None, converter=optional(day))
    """Day on which it was concluded in writing; None while it is open."""

    def __attrs_post_init__(self) -> None:
        """Refuse a matter that closes before it opens."""
        in_order(self.opened, self.cleared, "cleared")


@final
@frozen(field_transformer=typed(DossierFault))
class Post:
    """A post held (*chức vụ*)."""

    kind: ClassVar = "post"
    post: str
    """Code of the post."""
    first: date = field(converter=day)
    """First day in it."""
    last: date | None = field(default=None, converter=optional(day))
    """Last day in it; None while it is held."""

    def __attrs_post_init__(self) -> None:
        """Refuse a post that is left before it is taken up."""
        in_order(self.first, self.last, "last")


@final
@frozen(field_transformer=typed(DossierFault))
class Figure:
    """A number on file: staff, members who hold a title, a score, months employed."""

    kind: ClassVar = "figure"
    code: str
    """What is counted: ``"bien-che"``, ``"dat-ldtt"``, ``"thang-cong-tac"``."""
    year: int = field(validator=a_year)
    """The year."""
    value: Fraction = field(converter=exact)
    """The number."""


@final
@frozen(field_transformer=typed(DossierFault))
class Leave:
    """A leave (*nghỉ chế độ, đi học*)."""

    kind: ClassVar = "leave"
    reason: str
    """Why: ``"thai-san"``, ``"dieu-tri"``, ``"di-hoc"``."""
    year: int = field(validator=a_year)
    """The year."""
    months: Fraction = field(converter=exact)
    """How long, in months of that year."""


@final
@frozen(field_transformer=typed(DossierFault))
class Attribute:
    """A property of the subject: its category, the sex of a person."""

    kind: ClassVar = "attribute"
    name: str
    """Which: ``"category"``, ``"sex"``."""
    value: str
    """What it is."""


Fact: TypeAlias = (
    Rating
    | AwardReceived
    | Initiative
    | Sanction
    | Pending
    | Post
    | Figure
    | Leave
    | CampaignResult
    | ClusterResult
    | Ballot
    | Attestation
    | Attribute
)
"""Whatever a condition may read."""
