# SPDX-License-Identifier: MIT
"""Conditions on the subject's own record (*điều kiện, tiêu chuẩn*).

Each is judged in the window that the conditions around it bind; outside of any window it
is judged over all years up to the one under review. What a subject is among others stands in
``leaf_group``, what others certify or decide in ``leaf_left``.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.dossier import (
    InitiativeType,
    Quality,
    SanctionLevel,
    Scope,
    Track,
    Whose,
    texts,
)
from thidua.eligibility.term import Anchor, Mark, Touch, natural, some, whole
from thidua.errors import RuleFault
from thidua.quantity import exact
from thidua.quantity.typed import typed

__all__ = [
    "Employed",
    "HasAttribute",
    "HasInitiative",
    "Held",
    "HeldInARow",
    "NoSanction",
    "NotPending",
    "Rated",
    "ServedInPost",
    "SubjectIs",
    "YearsSince",
]


def _tracks(given: str | Iterable[str]) -> tuple[Track, ...]:
    return tuple(Track(one) for one in texts(given))


def _types(given: str | Iterable[str]) -> tuple[InitiativeType, ...]:
    return tuple(InitiativeType(one) for one in texts(given))


def _marks(given: str | Iterable[str]) -> tuple[Mark, ...]:
    return tuple(Mark(one) for one in texts(given))


@final
@frozen(field_transformer=typed(RuleFault))
class SubjectIs:
    """The subject is of one of some categories (*đối tượng*)."""

    kind: ClassVar = "subject_is"
    categories: tuple[str, ...] = field(converter=texts, validator=some)
    """Codes of the categories."""


@final
@frozen(field_transformer=typed(RuleFault))
class HasAttribute:
    """A property of the subject is one of some values."""

    kind: ClassVar = "has_attribute"
    name: str
    """Which property."""
    values: tuple[str, ...] = field(converter=texts, validator=some)
    """The values that do."""


@final
@frozen(field_transformer=typed(RuleFault))
class Rated:
    """Years rated so or better (*được xếp loại từ … trở lên*)."""

    kind: ClassVar = "rated"
    least: Quality = field(converter=Quality)
    """The lowest rating that counts."""
    years: int = field(default=1, validator=whole, kw_only=True)
    """How many years, not necessarily in a row; for those, `Run`."""


@final
@frozen(field_transformer=typed(RuleFault))
class Held:
    """Awards received (*đã được tặng*): the title itself, not its standard.

    Without *tracks*, awards of every track count that no `ExcludedTracks` bars.
    """

    kind: ClassVar = "held"
    awards: tuple[str, ...] = field(converter=texts, validator=some)
    """Codes; any of them counts."""
    times: int = field(default=1, validator=whole, kw_only=True)
    """How many times."""
    tracks: tuple[Track, ...] = field(default=(), converter=_tracks, kw_only=True)
    """By which ways they must have come."""
    issuers: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Who must have conferred them; empty for anybody."""
    by: Anchor = field(default=Anchor.PERIOD, converter=Anchor, kw_only=True)
    """Which time of the award must lie in the window."""
    touch: Touch = field(default=Touch.LAST, converter=Touch, kw_only=True)
    """Which awards for several years count."""


@final
@frozen(field_transformer=typed(RuleFault))
class HeldInARow:
    """Awards received a number of times in succession (*… lần liên tục*).

    Times are not years: the awards stand in the order of their achievement years, and each
    begins where the one before it ended. Awards for single years in a row are a `Run`.
    As in a streak, years that do not count are left out, and with them an award for any of
    them: titles on which an earlier award was granted ground no second one.
    """

    kind: ClassVar = "held_in_a_row"
    award: str
    """Code of the award."""
    times: int = field(validator=whole)
    """How many times."""
    idle: int = field(default=0, validator=natural, kw_only=True)
    """Most years that may lie between one achievement and the next."""
    overlap: bool = field(default=False, kw_only=True)
    """Whether the years of one may also be years of the next."""
    since: int | None = field(default=0, validator=natural, kw_only=True)
    """Most years between the last achievement and the year under review; None for any."""


@final
@frozen(field_transformer=typed(RuleFault))
class YearsSince:
    """How long ago the last of some awards was (*khoảng cách với lần khen trước*).

    Without such an award there is nothing to wait for: a distance of at least so many
    years is kept then, and one of at most so many is not.
    """

    kind: ClassVar = "years_since"
    awards: tuple[str, ...] = field(converter=texts, validator=some)
    """Codes."""
    at_least: int | None = field(default=None, validator=natural, kw_only=True)
    """Least number of years; None for none."""
    at_most: int | None = field(default=None, validator=natural, kw_only=True)
    """Most years; None for no end."""
    by: Anchor = field(default=Anchor.PERIOD, converter=Anchor, kw_only=True)
    """Counted from which time of the award."""
    to_day: bool = field(default=False, kw_only=True)
    """Whether to count to the year of the day asked about; else to the year under review."""


@final
@frozen(field_transformer=typed(RuleFault))
class HasInitiative:
    """Initiatives, research or ingenuity that reach far enough (*có sáng kiến, đề tài*)."""

    kind: ClassVar = "has_initiative"
    scope: Scope = field(converter=Scope)
    """How far, at least (*phạm vi ảnh hưởng*)."""
    count: int = field(default=1, validator=whole, kw_only=True)
    """How many."""
    types: tuple[InitiativeType, ...] = field(
        default=(InitiativeType.INITIATIVE,), converter=_types, validator=some, kw_only=True
    )
    """Which of them count."""
    marks: tuple[Mark, ...] = field(default=(), converter=_marks, kw_only=True)
    """What else each must be."""


@final
@frozen(field_transformer=typed(RuleFault))
class NoSanction:
    """No sanction from a level upwards was in force (*không bị kỷ luật từ … trở lên*)."""

    kind: ClassVar = "no_sanction"
    least: SanctionLevel = field(default=SanctionLevel.REPRIMAND, converter=SanctionLevel)
    """The mildest that is in the way."""
    of: Whose = field(default=Whose.SELF, converter=Whose, kw_only=True)
    """Whose."""


@final
@frozen(field_transformer=typed(RuleFault))
class NotPending:
    """Nothing is under examination; as long as something is, nothing is awarded (*chưa xét*)."""

    kind: ClassVar = "not_pending"
    matters: tuple[str, ...] = field(default=(), converter=texts)
    """Which matters are in the way; empty for all."""


@final
@frozen(field_transformer=typed(RuleFault))
class ServedInPost:
    """Long enough in a post (*thời gian giữ chức vụ*).

    A day counts once, whatever posts were held on it; a higher post that may be added to
    the time in a lower one is named with it. Thirty single days make a month.
    """

    kind: ClassVar = "served_in_post"
    posts: tuple[str, ...] = field(converter=texts, validator=some)
    """Codes of the posts whose time is added up."""
    years: Fraction = field(converter=exact)
    """Least time, in years; `ReducedTenure` may shorten it."""
    under: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Time that must not be reached, in years; None for none."""


@final
@frozen(field_transformer=typed(RuleFault))
class Employed:
    """Long enough at work in each year of the window (*thời gian công tác*)."""

    kind: ClassVar = "employed"
    months: Fraction = field(converter=exact)
    """Least time in a year, in months, with the leaves that `LeaveCounts` adds."""
    figure: str = field(default="thang-cong-tac", kw_only=True)
    """Code of the number of months at work, leaves apart."""
