# SPDX-License-Identifier: MIT
"""A ranking and what there is to award, into a slate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import evolve

from thidua.award.slate import Decision, Offer, Outcome, Slate
from thidua.errors import Faults, RankingFault, suggest
from thidua.quantity import Interval
from thidua.ranking import Place, Ranking

__all__ = ["propose"]


def propose(
    ranking: Ranking,
    offers: Iterable[Offer],
    *,
    nominate: int | None = None,
    knock_outs: Mapping[str, str] | None = None,
) -> Slate:
    """Propose awards to the units of a cluster in the order of their rank.

    Each unit receives at most one award: the highest that is left and whose minimum it
    reaches. Units that share a rank are treated alike: if there are fewer awards than
    units, or only awards of different kinds, none of them is awarded and all are reported
    as tied; what they would share is kept for them. From the first unit on whose rank or
    whose reaching of a minimum is open, nothing is proposed.

    Args:
        ranking: The ranking; its groups are awarded separately.
        offers: What there is to award, highest first.
        nominate: How many units of each group are put forward (*suy tôn*), of those that
            are not barred; as many as there are awards, if absent.
        knock_outs: Reason for each unit that may receive nothing, by code. It keeps its
            rank.

    Returns:
        A decision for every unit of the ranking, ranked or not.

    Raises:
        Faults: If a unit named here is not in the ranking, or two offers have one name.
    """
    given, barred = tuple(offers), dict(knock_outs or {})
    if faults := (*_unknown(ranking, barred), *_twice(given)):
        raise Faults(faults)
    number = sum(offer.number for offer in given) if nominate is None else nominate
    decisions: list[Decision] = []
    for _, group in groupby(ranking.places, key=lambda place: place.group):
        decisions.extend(_group(tuple(group), given, number, barred))
    decisions.extend(
        Decision(one.unit, name=one.name, outcome=Outcome.UNRANKED, note=one.reason)
        for one in ranking.unranked
    )
    return Slate(given, tuple(evolve(one, ranked_by=ranking.ranked_by) for one in decisions))


def _unknown(ranking: Ranking, barred: Mapping[str, str]) -> Iterator[RankingFault]:
    units = [place.unit for place in ranking.places] + [one.unit for one in ranking.unranked]
    for unit in barred:
        if unit not in units:
            what = f"no unit {unit!r} is in the ranking"
            yield RankingFault(("knock_outs", unit), "unit-unknown", what, suggest(unit, units))


def _twice(offers: tuple[Offer, ...]) -> Iterator[RankingFault]:
    names = [offer.award for offer in offers]
    for index, name in enumerate(names):
        if name in names[:index]:
            what = f"award {name!r} is offered twice"
            yield RankingFault(("offers", index, "award"), "award-twice", what, "add the numbers")


def _group(
    places: tuple[Place, ...], offers: tuple[Offer, ...], nominate: int, barred: Mapping[str, str]
) -> Iterator[Decision]:
    """Decide on the units of one group, which come in the order of their rank."""
    left = {offer.award: offer.number for offer in offers}
    decided: dict[str, Decision] = {
        place.unit: evolve(_decision(place, Outcome.KNOCKED_OUT), note=barred[place.unit])
        for place in places
        if place.unit in barred
    }
    running = [place for place in places if place.unit not in barred]
    open_from = min((place.best for place in running if place.rank is None), default=None)
    certain = [
        place
        for place in running
        if place.rank is not None and (open_from is None or place.best < open_from)
    ]
    before, is_open = 0, False
    for _, block in groupby(certain, key=lambda place: place.best):
        together = tuple(block)
        nominated = _nominated(before, len(together), nominate)
        before += len(together)
        slots = None if is_open else _slots(together, offers, left)
        is_open = slots is None
        for place in together:
            decision = (
                _decision(place, Outcome.PROVISIONAL)
                if slots is None
                else _decided(place, offers, left, slots)
            )
            decided[place.unit] = evolve(decision, nominated=nominated)
    for place in running:
        if place.unit not in decided:
            decided[place.unit] = evolve(_decision(place, Outcome.PROVISIONAL), nominated=None)
    for place in places:
        yield decided[place.unit]


def _nominated(before: int, together: int, nominate: int) -> bool | None:
    """Tell whether units that share a rank are put forward; None if only some can be."""
    if before + together <= nominate:
        return True
    return False if before >= nominate else None


def _slots(
    places: tuple[Place, ...], offers: tuple[Offer, ...], left: dict[str, int]
) -> tuple[str | None, ...] | None:
    """Take from what is left an award, or none, for each of the units that share a rank.

    Return None if it is open whether they reach the minimum of one.
    """
    value = places[0].value
    slots: list[str | None] = []
    for offer in offers:
        taken = min(left[offer.award], len(places) - len(slots))
        reached = not taken or _reaches(offer, value)
        if reached is None:
            return None
        if reached:
            slots.extend([offer.award] * taken)
            left[offer.award] -= taken
    return (*slots, *[None] * (len(places) - len(slots)))


def _reaches(offer: Offer, value: Interval) -> bool | None:
    """Tell whether a result reaches the minimum of *offer*; None while both may come."""
    if offer.at_least is None or (value.low is not None and value.low >= offer.at_least):
        return True
    return None if value.high is None or value.high >= offer.at_least else False


def _decided(
    place: Place, offers: tuple[Offer, ...], left: Mapping[str, int], slots: tuple[str | None, ...]
) -> Decision:
    """Decide on one of the units that share the *slots*."""
    awards = tuple(dict.fromkeys(award for award in slots if award is not None))
    if awards:
        outcome = Outcome.AWARDED if len(set(slots)) == 1 else Outcome.TIED
        return evolve(_decision(place, outcome), awards=awards)
    asked = [offer.at_least for offer in offers if left[offer.award] and offer.at_least is not None]
    if asked:
        return evolve(_decision(place, Outcome.BELOW_MINIMUM), minimum=min(asked))
    return _decision(place, Outcome.NO_AWARD_LEFT)


def _decision(place: Place, outcome: Outcome) -> Decision:
    return Decision(
        place.unit,
        name=place.name,
        outcome=outcome,
        group=place.group,
        rank=place.rank,
        value=place.value,
    )
