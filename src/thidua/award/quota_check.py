# SPDX-License-Identifier: MIT
"""Quotas, held against whole lists: who exceeds them, and nobody dropped (*kiểm tra tỷ lệ*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import ClassVar, cast, final

from attrs import evolve, frozen

from thidua.award.dated import Unverified, doubts_about, say_unverified, unverified_on
from thidua.award.quota import Quota, QuotaRule
from thidua.basis import cite, day
from thidua.eligibility import Answer, Doubt
from thidua.errors import Fault, Faults, RuleFault, suggest
from thidua.quantity import Language, Rounding, round_to, show_percent
from thidua.quantity.term import check_option
from thidua.quantity.typed import typed

__all__ = ["QuotaCheck", "check_quotas", "explain_quota"]


@final
@frozen(field_transformer=typed(RuleFault))
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
    rule: str = ""
    """Code of the rule that it is of, if it is of one."""
    doubts: tuple[Doubt, ...] = ()
    """What is doubtful about that rule."""
    unverified: tuple[Unverified, ...] = ()
    """The rule, and those it is within, whose text was not verified for the day."""

    @property
    def over(self) -> tuple[str, ...]:
        """Who exceeds the quota: the last on the list (*thừa*); nobody is taken off it."""
        return self.listed[self.allowed :]

    @property
    def answer(self) -> Answer:
        """Whether the list may stand; unknown beyond the last verified day of the rule."""
        if self.unverified:
            return Answer.UNKNOWN
        return Answer.NOT_ELIGIBLE if self.over else Answer.ELIGIBLE

    @property
    def left(self) -> int:
        """How many more may be put on the list (*còn*)."""
        return max(self.allowed - len(self.listed), 0)


def check_quotas(
    lists: Mapping[str, Iterable[str]],
    quotas: Iterable[Quota | QuotaRule],
    *,
    counts: Mapping[str, int] | None = None,
    on: date | str | None = None,
) -> tuple[QuotaCheck, ...]:
    """Hold lists of proposals against quotas.

    Args:
        lists: For each award, by code, who is proposed, by code, first choice first.
        quotas: The quotas, or rules that hold on the day, as `quotas_on` returns them; several
            may bear on one award.
        counts: Numbers that shares are taken of and that are no list: staff, units.
        on: The day asked about, for rules.

    Returns:
        For each quota, in order, how many it allows, who is on its list and who exceeds it.
        Lists of several awards are joined in the order of *awards*; who is on two counts
        once.

    Raises:
        Faults: If a list names somebody twice, a base is neither a list nor a count, a count
            is not a whole number, *within* names no quota before this one, or a rule does not
            hold on the day, or is given without one.

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
    asked, when = tuple(quotas), None if on is None else day(on)
    listed = tuple(one.quota if isinstance(one, QuotaRule) else one for one in asked)
    counted = dict(counts or {})
    if faults := (*_faults(given, listed, counted), *_misplaced(asked, when)):
        raise Faults(faults)
    found: list[QuotaCheck] = []
    for one, quota in zip(asked, listed, strict=True):
        base = _base(quota, given, counted, found)
        if base is None:
            allowed = cast("int", quota.number)
        else:
            share = cast("Fraction", quota.share) * base
            allowed = int(round_to(share, Rounding(1, quota.rounding)))
        check = QuotaCheck(quota, base, allowed, _joined(quota.awards, given))
        wider = () if quota.within is None else found[quota.within].unverified
        if isinstance(one, QuotaRule) and when is not None:
            own = unverified_on([one.standing], when)
            check = evolve(
                check, rule=one.code, doubts=doubts_about([one.standing]), unverified=own
            )
        found.append(evolve(check, unverified=(*check.unverified, *wider)))
    return tuple(found)


def _misplaced(asked: Iterable[Quota | QuotaRule], on: date | None) -> Iterator[Fault]:
    """Yield the rules that are asked about without a day, or on another than theirs."""
    for index, one in enumerate(asked):
        if isinstance(one, QuotaRule) and on is None:
            what = f"rule {one.code!r} without a day to ask about"
            yield RuleFault(("quotas", index), "day-missing", what, 'give on="2024-12-20"')
        elif isinstance(one, QuotaRule) and on is not None and not one.validity.holds(on):
            what = f"rule {one.code!r} does not hold on {on}"
            yield RuleFault(("quotas", index), "day-other", what, "ask quotas_on for the rules")


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
    check_option("language", language, Language)
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
    text += f" [{cite(quota.basis, language)}]" if quota.basis is not None else ""
    return "; ".join([text, *(say_unverified(one, language) for one in check.unverified)])
