# SPDX-License-Identifier: MIT
"""Facts on file: what was rated, awarded, invented, sanctioned, held, counted (*hồ sơ*).

A field that may be None says by it that the thing is not on file. That is never a "no":
what a condition cannot find out, it answers with "unknown".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, TypeAlias, final

from attrs import Attribute as Field
from attrs import field, frozen
from attrs.converters import optional

from thidua.basis import day
from thidua.dossier.scale import InitiativeType, Quality, SanctionLevel, Scope, Track, Whose
from thidua.dossier.years import Years
from thidua.errors import DossierFault
from thidua.quantity import exact

__all__ = [
    "Attestation",
    "Attribute",
    "AwardReceived",
    "Ballot",
    "CampaignResult",
    "ClusterResult",
    "Fact",
    "Figure",
    "Initiative",
    "Leave",
    "Pending",
    "Post",
    "Rating",
    "Sanction",
]


def span(given: Years | int | Iterable[int]) -> Years:
    """Take years: a span, one year, or a pair of both ends."""
    match given:
        case Years():
            return given
        case int():
            return Years(given, given)
        case [first, last]:
            return Years(first, last)
        case _:
            what = f"not years, {given!r}"
            raise DossierFault((), "not-years", what, "write 2024, or (2020, 2024)")


def texts(given: str | Iterable[str]) -> tuple[str, ...]:
    """Take one text or several."""
    return (given,) if isinstance(given, str) else tuple(given)


def _closed(instance: object, attribute: Field[Any], value: Years | None) -> None:
    if value is not None and (value.first is None or value.last is None):
        what = f"{type(instance).__name__} with open years"
        raise DossierFault((attribute.name,), "years-open", what, "give both ends")


def _year(_: object, attribute: Field[Any], value: int | None) -> None:
    if value is not None:
        try:
            Years(value, value)
        except DossierFault as fault:
            raise DossierFault((attribute.name,), fault.code, fault.what, fault.todo) from None


def _in_order(first: date | None, last: date | None, name: str) -> None:
    if first is not None and last is not None and last < first:
        what = f"{last} is before {first}"
        raise DossierFault((name,), "days-reversed", what, "check the two days")


@final
@frozen
class Rating:
    """How well a year's tasks were done (*kết quả xếp loại hằng năm*)."""

    kind: ClassVar = "rating"
    year: int = field(validator=_year)
    """The year."""
    quality: Quality = field(converter=Quality)
    """The rating."""


@final
@frozen
class AwardReceived:
    """An award that was conferred (*danh hiệu, hình thức đã được tặng*)."""

    kind: ClassVar = "award_received"
    award: str
    """Code of the award."""
    years: Years | None = field(
        default=None, converter=optional(span), validator=_closed, kw_only=True
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
@frozen
class Initiative:
    """An initiative, a piece of research, or ingenuity in combat (*sáng kiến, đề tài*)."""

    kind: ClassVar = "initiative"
    year: int = field(validator=_year)
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
@frozen
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
        _in_order(self.first, self.last, "last")


@final
@frozen
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
        _in_order(self.opened, self.cleared, "cleared")


@final
@frozen
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
        _in_order(self.first, self.last, "last")


@final
@frozen
class Figure:
    """A number on file: staff, members who hold a title, a score, months employed."""

    kind: ClassVar = "figure"
    code: str
    """What is counted: ``"bien-che"``, ``"dat-ldtt"``, ``"thang-cong-tac"``."""
    year: int = field(validator=_year)
    """The year."""
    value: Fraction = field(converter=exact)
    """The number."""


@final
@frozen
class Leave:
    """A leave (*nghỉ chế độ, đi học*)."""

    kind: ClassVar = "leave"
    reason: str
    """Why: ``"thai-san"``, ``"dieu-tri"``, ``"di-hoc"``."""
    year: int = field(validator=_year)
    """The year."""
    months: Fraction = field(converter=exact)
    """How long, in months of that year."""


@final
@frozen
class CampaignResult:
    """What came of taking part in a campaign (*kết quả phong trào thi đua*)."""

    kind: ClassVar = "campaign_result"
    campaign: str
    """Code of the campaign."""
    years: Years = field(converter=span, validator=_closed)
    """From the year it was launched to the year of the review at which this was found."""
    launched_by: str = field(default="", kw_only=True)
    """Who launched it: ``"thu-tuong"``, ``"bo-ban-nganh-tinh"``; empty if not on file."""
    review: str = field(default="", kw_only=True)
    """At which review: ``"so-ket"``, ``"tong-ket"``; empty if not on file."""
    role: str = field(default="", kw_only=True)
    """As what: ``"tieu-bieu-xuat-sac"``, ``"dan-dau"``; empty if not on file."""


@final
@frozen
class ClusterResult:
    """What came of a year in a cluster (*kết quả bình xét cụm, khối*)."""

    kind: ClassVar = "cluster_result"
    cluster: str
    """Code of the cluster, or of its level: ``"tinh"``."""
    year: int = field(validator=_year)
    """The year."""
    rank: int | None = field(default=None, kw_only=True)
    """Rank by points."""
    selected: bool | None = field(default=None, kw_only=True)
    """Whether the cluster put the subject forward (*suy tôn*)."""


@final
@frozen
class Ballot:
    """One ballot of a council on one award for the subject (*kết quả bỏ phiếu*)."""

    kind: ClassVar = "ballot"
    award: str
    """Code of the award."""
    year: int = field(validator=_year)
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
@frozen
class Attestation:
    """What a person or a body certifies, or denies (*xác nhận*)."""

    kind: ClassVar = "attestation"
    matter: str
    """What it is about: ``"conduct"``, ``"contribution"``."""
    what: str
    """What is certified: ``"chap-hanh-phap-luat"``."""
    holds: bool
    """Whether it is so."""
    year: int | None = field(default=None, validator=_year, kw_only=True)
    """The year it is about; None if it is about no one year."""
    scope: Scope | None = field(default=None, converter=optional(Scope), kw_only=True)
    """How far it reaches, if it says so."""
    by: str = field(default="", kw_only=True)
    """Who certifies it."""


@final
@frozen
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
