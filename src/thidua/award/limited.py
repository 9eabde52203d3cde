# SPDX-License-Identifier: MIT
"""A slate, held against quotas: who exceeds them stays on it, and is told by which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve

from thidua.award.quota import Quota, QuotaRule
from thidua.award.quota_check import QuotaCheck, check_quotas
from thidua.award.slate import Decision, Outcome, Slate

__all__ = ["limited"]

_ON_THE_LIST = {Outcome.AWARDED, Outcome.OPEN}
_GRAVER = {Outcome.OPEN: 0, Outcome.TIED: 1, Outcome.OVER_QUOTA: 2}
"""Of what several quotas come to for a unit, the surest no stands."""


def limited(
    slate: Slate,
    quotas: Iterable[Quota | QuotaRule],
    counts: Mapping[str, int] | None,
    on: date,
) -> Slate:
    """Hold the lists of a slate against quotas.

    On the list of an award are all to whom it is given or for whom it is kept, by rank. Where
    a quota cuts through units of one rank, people decide among them, as in every tie.

    Args:
        slate: The slate.
        quotas: The quotas, or rules that hold on the day.
        counts: Numbers that shares are taken of.
        on: The day.
    """
    titles = {offer.award: offer.title for offer in slate.offers}
    on_list = [
        one for one in slate.decisions if one.outcome in _ON_THE_LIST and one.rank is not None
    ]
    on_list.sort(key=_rank)
    lists: dict[str, list[str]] = {title: [] for title in titles.values()}
    for one in on_list:
        lists[titles[one.awards[0]]].append(one.unit)
    checks = check_quotas(lists, _bearing(quotas, lists), counts=counts, on=on)
    changed: dict[str, Decision] = {}
    places = {one.unit: (titles[one.awards[0]], _rank(one)) for one in on_list}
    for check in checks:
        for unit, outcome in _outcomes(check, places).items():
            known = changed.get(unit)
            if known is None or _GRAVER[known.outcome] < _GRAVER[outcome]:
                changed[unit] = evolve(slate[unit], outcome=outcome, quota=check)
    decisions = tuple(changed.get(one.unit, one) for one in slate.decisions)
    return evolve(slate, decisions=decisions, checks=checks)


def _bearing(quotas: Iterable[Quota | QuotaRule], titles: Iterable[str]) -> list[Quota | QuotaRule]:
    """Leave out what bears on no award of the slate, and is no wider quota of what does."""
    given, wanted = list(quotas), set(titles)
    kept: set[int] = set()
    for place in range(len(given) - 1, -1, -1):
        quota = _quota(given[place])
        if place in kept or wanted & set(quota.awards):
            kept |= {place} if quota.within is None else {place, quota.within}
    places = {old: new for new, old in enumerate(sorted(kept))}
    return [_moved(given[old], places) for old in places if 0 <= old < len(given)]


def _quota(one: Quota | QuotaRule) -> Quota:
    return one.quota if isinstance(one, QuotaRule) else one


def _moved(one: Quota | QuotaRule, places: Mapping[int, int]) -> Quota | QuotaRule:
    """Name the wider quota by its new place."""
    quota = _quota(one)
    if quota.within is None:
        return one
    moved = evolve(quota, within=places[quota.within])
    return evolve(one, quota=moved) if isinstance(one, QuotaRule) else moved


def _rank(one: Decision) -> int:
    return one.rank or 0


def _outcomes(check: QuotaCheck, places: Mapping[str, tuple[str, int]]) -> dict[str, Outcome]:
    """Return what becomes of the units that a quota bears on, those that keep theirs apart."""
    if check.unverified:
        return dict.fromkeys(check.listed, Outcome.OPEN)
    if not check.over:
        return {}
    found = dict.fromkeys(check.over, Outcome.OVER_QUOTA)
    if check.allowed and places[check.listed[check.allowed - 1]] == places[check.over[0]]:
        cut = places[check.over[0]]
        found |= {unit: Outcome.TIED for unit in check.listed if places[unit] == cut}
    return found
