# SPDX-License-Identifier: MIT
"""How many may have an award, and on which days (*tỷ lệ, chỉ tiêu khen thưởng*)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.award.dated import Standing
from thidua.basis import Citation, Confidence, Validity, day
from thidua.dossier import texts
from thidua.errors import RuleFault
from thidua.quantity import RoundingMode, exact, plain
from thidua.quantity.typed import typed

__all__ = ["Quota", "QuotaRule", "quotas_on"]


@final
@frozen(field_transformer=typed(RuleFault))
class Quota:
    """The most that may have an award, or one of several (*không quá*).

    Example: at most 15 % of the advanced workers may be emulation fighters:
        >>> Quota("cstd-co-so", share="0.15", of="lao-dong-tien-tien").rounding.value
        'floor'
    """

    kind: ClassVar = "quota"
    awards: tuple[str, ...] = field(converter=texts)
    """Codes of the awards whose recipients are counted together."""
    share: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Share of the base; give this or *number*."""
    number: int | None = field(default=None, kw_only=True)
    """A fixed number."""
    of: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """The base of a share: those on the lists of these awards, each counted once, or a
    count that is given under one of these names."""
    within: int | None = field(default=None, kw_only=True)
    """The base is what the quota at this position, from 0, allows instead (*tỷ lệ lồng*)."""
    rounding: RoundingMode = field(default=RoundingMode.FLOOR, converter=RoundingMode, kw_only=True)
    """How a share of the base becomes a whole number; "not more than" rounds down."""
    basis: Citation | None = field(default=None, kw_only=True)
    """Where it is written."""

    def __attrs_post_init__(self) -> None:
        """Refuse a quota of nothing, one that is not one number, and one of no or two bases."""
        if not self.awards:
            raise RuleFault(("awards",), "empty", "a quota of no award")
        if (self.share is None) == (self.number is None):
            raise RuleFault(("share",), "quota", "a quota is a share or a number", "give one")
        if self.share is not None and not 0 <= self.share <= 1:
            what = f"a share is from 0 to 1, {plain(self.share)!r}"
            raise RuleFault(("share",), "not-a-share", what, 'write "0.15" for 15 %')
        if self.number is not None and (type(self.number) is not int or self.number < 0):
            what = f"a number is a whole number from 0, {self.number!r}"
            raise RuleFault(("number",), "number", what)
        bases = bool(self.of) + (self.within is not None)
        if bases != (self.share is not None):
            what = "a share has one base, and a number has none"
            raise RuleFault(("of",), "quota", what, "give one of of and within to a share")


@final
@frozen(field_transformer=typed(RuleFault))
class QuotaRule:
    """A quota that holds on some days (*quy định về tỷ lệ*).

    `thidua.award.check_quotas` holds lists against the quotas of a day.
    """

    kind: ClassVar = "quota_rule"
    code: str
    """Its own code."""
    quota: Quota
    """The quota, with where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure its text is."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about it."""
    verified_until: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Last day for which its text was verified; None for as long as it holds."""

    @property
    def basis(self) -> Citation | None:
        """Where it is written."""
        return self.quota.basis

    @property
    def standing(self) -> Standing:
        """How well its text is known."""
        return Standing(self.code, self.basis, self.confidence, self.doubt, self.verified_until)


def quotas_on(rules: Iterable[QuotaRule], award: str, on: date | str) -> tuple[QuotaRule, ...]:
    """Return the quotas that hold for an award on a day; none is known, if empty.

    Example: at most a fifth of those that lead may have the flag:
        >>> rule = QuotaRule(
        ...     "a-5",
        ...     Quota("co", share="0.2", of="dan-dau"),
        ...     validity=Validity("2024-01-01"),
        ... )
        >>> [one.code for one in quotas_on([rule], "co", "2024-12-20")]
        ['a-5']
    """
    on = day(on)
    return tuple(one for one in rules if award in one.quota.awards and one.validity.holds(on))
