# SPDX-License-Identifier: MIT
"""Rules about what counts, whatever the award (*cách tính thành tích*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen

from thidua.dossier import AwardReceived, Dossier, SanctionLevel, Track, Years, texts
from thidua.eligibility.term import natural, some
from thidua.errors import RuleFault
from thidua.quantity import exact
from thidua.quantity.typed import typed

__all__ = [
    "Counting",
    "ExcludedTracks",
    "LeaveCounts",
    "NotReused",
    "ReducedTenure",
    "ResetAfterSanction",
    "Use",
    "ledger",
]


@final
@frozen(field_transformer=typed(RuleFault))
class ResetAfterSanction:
    """After a sanction, years count anew (*tính lại từ khi hết thời hạn kỷ luật*).

    Titles held before it stay held, and an unbound `Held` still sees them; a `Run` and a
    `HeldInARow` begin after it.
    """

    kind: ClassVar = "reset_after_sanction"
    least: SanctionLevel = field(default=SanctionLevel.REPRIMAND, converter=SanctionLevel)
    """The mildest sanction that has this effect."""
    same_year: bool = field(default=False, kw_only=True)
    """Whether the year in which it ended counts again; else the first whole year after."""


@final
@frozen(field_transformer=typed(RuleFault))
class NotReused:
    """One achievement, one award: what earlier awards used up counts no more.

    Which earlier awards take years from the one asked about is for the law to say: a second
    certificate may not count the years of the first, yet a chain of five years may well
    hold a lower award. What is used up lies in no streak, and in no succession of awards.
    """

    kind: ClassVar = "not_reused"
    by: tuple[str, ...] = field(converter=texts, validator=some)
    """Codes of the awards that use things up; ``"*"`` is the award asked about."""
    years: bool = field(default=True, kw_only=True)
    """Whether they use up the years of their achievement, in windows and successions."""
    initiatives: bool = field(default=True, kw_only=True)
    """Whether they use up the initiatives that they name."""


def _tracks(given: str | Iterable[str]) -> tuple[Track, ...]:
    return tuple(Track(one) for one in texts(given))


@final
@frozen(field_transformer=typed(RuleFault))
class ExcludedTracks:
    """Awards of some tracks ground no award by merit (*không làm căn cứ*)."""

    kind: ClassVar = "excluded_tracks"
    tracks: tuple[Track, ...] = field(converter=_tracks, validator=some)
    """The tracks."""
    always_regular: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Codes of the awards that only ever come by merit, so that no track need be on file."""


@final
@frozen(field_transformer=typed(RuleFault))
class LeaveCounts:
    """Leaves that count as time at work (*thời gian nghỉ được tính*)."""

    kind: ClassVar = "leave_counts"
    types: tuple[str, ...] = field(converter=texts, validator=some)
    """Codes of the leaves: ``"thai-san"``."""


@final
@frozen(field_transformer=typed(RuleFault))
class ReducedTenure:
    """A shorter time in a post for some (*được giảm thời gian giữ chức vụ*)."""

    kind: ClassVar = "reduced_tenure"
    attribute: str
    """The property that entitles to it: ``"sex"``."""
    values: tuple[str, ...] = field(converter=texts, validator=some)
    """Its values that do."""
    factor: Fraction = field(default=Fraction(1), converter=exact, kw_only=True)
    """What the time is multiplied by: ``"2/3"``."""
    years: int = field(default=0, validator=natural, kw_only=True)
    """How many years are taken off."""
    except_posts: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Posts to which it does not apply."""

    def __attrs_post_init__(self) -> None:
        """Refuse a reduction that makes longer."""
        if not 0 <= self.factor <= 1:
            what = f"a factor from 0 to 1 is wanted, {self.factor}"
            raise RuleFault(("factor",), "number", what, 'write "2/3"')


Counting: TypeAlias = ResetAfterSanction | NotReused | ExcludedTracks | LeaveCounts | ReducedTenure
"""Whatever changes how conditions count."""


@final
@frozen(field_transformer=typed(RuleFault))
class Use:
    """What one award has used up."""

    award: AwardReceived
    """The award."""
    years: Years | None
    """The years of its achievement; None if its decision states none."""
    initiatives: tuple[str, ...]
    """Codes of the initiatives on which it was granted."""


def ledger(dossier: Dossier, awards: Iterable[str] | None = None) -> tuple[Use, ...]:
    """Return what the awards on file have used up, in the order of the dossier.

    Args:
        dossier: The dossier.
        awards: Codes of the awards to look at; all, if absent.
    """
    wanted = None if awards is None else set(awards)
    return tuple(
        Use(one, one.years, one.used)
        for one in dossier.awards
        if wanted is None or one.award in wanted
    )
