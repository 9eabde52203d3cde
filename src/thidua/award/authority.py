# SPDX-License-Identifier: MIT
"""Who decides on an award (*thẩm quyền quyết định*), and how many may be put forward."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.basis import Citation, Confidence, Validity, day
from thidua.dossier import texts
from thidua.errors import RuleFault
from thidua.quantity import Number, exact

__all__ = ["Power", "ShareLimit", "limits_on", "who_decides"]


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


def _share(given: Number) -> Fraction:
    share = exact(given)
    if not 0 <= share <= 1:
        what = f"a share is from 0 to 1, {share}"
        raise RuleFault(("share",), "share", what, 'write "0.15" for 15 %')
    return share


@final
@frozen
class ShareLimit:
    """That no more than a share of some may be put forward (*không quá … %*).

    Example: of 54 leaders at most 20 % are put forward, which is 10:
        >>> limit = ShareLimit(
        ...     "a",
        ...     "co",
        ...     "0.2",
        ...     of="tập thể dẫn đầu",
        ...     basis=Citation("Quy chế"),
        ...     validity=Validity("2024-01-01"),
        ... )
        >>> limit.most(54), limit.allows(10, of=54), limit.allows(11, of=54)
        (10, True, False)
    """

    kind: ClassVar = "share_limit"
    code: str
    """Its own code."""
    award: str
    """Code of the award."""
    share: Fraction = field(converter=_share)
    """The share."""
    of: str = field(kw_only=True)
    """Of whom, in words."""
    basis: Citation = field(kw_only=True)
    """Where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure its text is."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about it."""

    def most(self, of: int) -> int:
        """Return how many may be put forward: the share, rounded down."""
        return int(self.share * of)

    def allows(self, number: int, *, of: int) -> bool:
        """Tell whether so many may be put forward."""
        return number <= self.most(of)


def limits_on(limits: Iterable[ShareLimit], award: str, on: date | str) -> tuple[ShareLimit, ...]:
    """Return the limits that hold for an award on a day; none, if empty."""
    on = day(on)
    return tuple(one for one in limits if one.award == award and one.validity.holds(on))
