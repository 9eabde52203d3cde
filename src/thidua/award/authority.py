# SPDX-License-Identifier: MIT
"""Who decides on an award (*thẩm quyền quyết định*), and which quotas hold, by day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, final

from attrs import field, frozen

from thidua.award.quota import Quota
from thidua.basis import Citation, Confidence, Validity, day
from thidua.dossier import texts

__all__ = ["Power", "QuotaRule", "quotas_on", "who_decides"]


@final
@frozen
class Power:
    """That somebody decides on some awards (*thẩm quyền*)."""

    kind: ClassVar = "power"
    code: str
    """Its own code."""
    who: tuple[str, ...] = field(converter=texts)
    """Who: offices, any of which decides within its own field."""
    awards: tuple[str, ...] = field(converter=texts)
    """Codes of the awards."""
    basis: Citation = field(kw_only=True)
    """Where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure its text is."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about it."""


def who_decides(powers: Iterable[Power], award: str, on: date | str) -> tuple[Power, ...]:
    """Return who decides on an award on a day; nobody known, if empty.

    Args:
        powers: What is known of it.
        award: Code of the award.
        on: The day of the decision.
    """
    on = day(on)
    return tuple(one for one in powers if award in one.awards and one.validity.holds(on))


@final
@frozen
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
