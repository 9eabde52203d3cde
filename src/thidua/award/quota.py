# SPDX-License-Identifier: MIT
"""How many may have an award, held against whole lists (*tỷ lệ, chỉ tiêu khen thưởng*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import ClassVar, cast, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.basis import Citation, cite
from thidua.errors import Fault, Faults, RuleFault, suggest
from thidua.quantity import Language, Rounding, RoundingMode, exact, plain, round_to, show_percent

__all__ = ["Quota", "QuotaCheck", "check_quotas", "explain_quota"]


def _several(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@final
@frozen
class Quota:
    """The most that may have an award, or one of several (*không quá*).

    Example: at most 15 % of the advanced workers may be emulation fighters:
        >>> Quota("cstd-co-so", share="0.15", of="lao-dong-tien-tien").rounding.value
        'floor'
    """

    kind: ClassVar = "quota"
    awards: tuple[str, ...] = field(converter=_several)
    """Codes of the awards whose recipients are counted together."""
    share: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Share of the base; give this or *number*."""
    number: int | None = field(default=None, kw_only=True)
    """A fixed number."""
    of: tuple[str, ...] = field(default=(), converter=_several, kw_only=True)
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
@frozen
class QuotaCheck:
    """A list, held against a quota (*kiểm tra tỷ lệ*)."""

    kind: ClassVar = "quota_check"
    quota: Quota
    """The quota."""
    base: int | None
    """How many its share is taken of; None for a number."""
    allowed: int
    """The most that may be on the list."""
    listed: tuple[str, ...]
    """Who is on it, by code, in its order."""

    @property
    def over(self) -> tuple[str, ...]:
        """Who exceeds the quota: the last on the list (*thừa*); nobody is taken off it."""
        return self.listed[self.allowed :]

    @property
    def left(self) -> int:
        """How many more may be put on the list (*còn*)."""
        return max(self.allowed - len(self.listed), 0)


def check_quotas(
    lists: Mapping[str, Iterable[str]],
    quotas: Iterable[Quota],
    *,
    counts: Mapping[str, int] | None = None,
) -> tuple[QuotaCheck, ...]:
    """Hold lists of proposals against quotas.

    Args:
        lists: For each award, by code, who is proposed, by code, first choice first.
        quotas: The quotas; several may bear on one award.
        counts: Numbers that shares are taken of and that are no list: staff, units.

    Returns:
        For each quota, in order, how many it allows, who is on its list and who exceeds it.
        Lists of several awards are joined in the order of *awards*; who is on two counts
        once.

    Raises:
        Faults: If a list names somebody twice, a base is neither a list nor a count, a count
            is not a whole number, or *within* names no quota before this one.

    Example:
        >>> (one,) = check_quotas(
        ...     {"cstd-co-so": ["an", "binh"]},
        ...     [Quota("cstd-co-so", share="0.15", of="ldtt")],
        ...     counts={"ldtt": 13},
        ... )
        >>> one.allowed, one.over
        (1, ('binh',))
    """
    given = {award: tuple(units) for award, units in lists.items()}
    counted, listed = dict(counts or {}), tuple(quotas)
    if faults := tuple(_faults(given, listed, counted)):
        raise Faults(faults)
    found: list[QuotaCheck] = []
    for quota in listed:
        base = _base(quota, given, counted, found)
        if base is None:
            allowed = cast("int", quota.number)
        else:
            share = cast("Fraction", quota.share) * base
            allowed = int(round_to(share, Rounding(1, quota.rounding)))
        found.append(QuotaCheck(quota, base, allowed, _joined(quota.awards, given)))
    return tuple(found)


def _base(
    quota: Quota,
    lists: Mapping[str, Sequence[str]],
    counts: Mapping[str, int],
    found: Sequence[QuotaCheck],
) -> int | None:
    if quota.within is not None:
        return found[quota.within].allowed
    if not quota.of:
        return None
    known = [counts[name] for name in quota.of if name in counts]
    return sum(known) + len(_joined([name for name in quota.of if name not in counts], lists))


def _joined(names: Iterable[str], lists: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for name in names for unit in lists.get(name, ())))


def _faults(
    lists: Mapping[str, tuple[str, ...]], quotas: tuple[Quota, ...], counts: Mapping[str, int]
) -> Iterator[Fault]:
    for award, units in lists.items():
        for index, unit in enumerate(units):
            if unit in units[:index]:
                what = f"{unit!r} stands twice on the list of {award!r}"
                yield RuleFault(("lists", award, index), "unit-twice", what, "list it once")
    for name, count in counts.items():
        if type(count) is not int or count < 0:
            what = f"{name!r} counts {count!r}"
            yield RuleFault(("counts", name), "number", what, "write a whole number from 0")
    known = [*lists, *counts]
    for index, quota in enumerate(quotas):
        at = ("quotas", index)
        for name in quota.of:
            if name not in known:
                what = f"neither a list nor a count of {name!r}"
                yield RuleFault((*at, "of"), "base-unknown", what, suggest(name, known))
        if quota.within is not None and not 0 <= quota.within < index:
            what = f"a quota within quota {quota.within}, which does not come before it"
            yield RuleFault((*at, "within"), "quota", what, "put the wider quota first")


def explain_quota(check: QuotaCheck, *, language: Language = "vi") -> str:
    """Say in one sentence what a quota allows, and who exceeds it."""
    vietnamese, quota = language == "vi", check.quota
    awards = ", ".join(quota.awards)
    count = len(check.listed)
    text = f"{awards}: {count}/{check.allowed}"
    if check.base is not None and quota.share is not None:
        share = show_percent(quota.share, language)
        text += (
            f" (không quá {share} của {check.base})"
            if vietnamese
            else (f" (no more than {share} of {check.base})")
        )
    if check.over:
        who = ", ".join(check.over)
        number = len(check.over)
        text += f", thừa {number}: {who}" if vietnamese else f", {number} over: {who}"
    elif check.left:
        text += f", còn {check.left}" if vietnamese else f", {check.left} left"
    return text + (f" [{cite(quota.basis, language)}]" if quota.basis is not None else "")
