# SPDX-License-Identifier: MIT
"""A ranking and what there is to award, into a slate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby, takewhile

from attrs import evolve

from thidua.award.slate import Decision, Offer, Outcome, Slate
from thidua.errors import Faults, RankingFault, suggest
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
    units, none of them is awarded and all are reported as tied.

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
    return Slate(given, tuple(decisions))


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
    certain = [*takewhile(lambda place: place.rank is not None, running)]
    before = 0
    for _, block in groupby(certain, key=lambda place: place.best):
        together = tuple(block)
        nominated = _nominated(before, len(together), nominate)
        before += len(together)
        for one in _block(together, offers, left, nominated):
            decided[one.unit] = one
    for place in running[len(certain) :]:
        decided[place.unit] = evolve(_decision(place, Outcome.PROVISIONAL), nominated=None)
    for place in places:
        yield decided[place.unit]


def _nominated(before: int, together: int, nominate: int) -> bool | None:
    """Tell whether units that share a rank are put forward; None if only some can be."""
    if before + together <= nominate:
        return True
    return False if before >= nominate else None


def _block(
    places: tuple[Place, ...],
    offers: tuple[Offer, ...],
    left: dict[str, int],
    nominated: bool | None,  # noqa: FBT001 - three-valued, and private
) -> Iterator[Decision]:
    """Decide on units that share a rank, and take what they receive from what is left."""
    value = places[0].value.value
    slots: list[str | None] = []
    for offer in offers:
        if _reaches(offer, value):
            taken = min(left[offer.award], len(places) - len(slots))
            slots.extend([offer.award] * taken)
            left[offer.award] -= taken
    slots.extend([None] * (len(places) - len(slots)))
    awards = tuple(dict.fromkeys(award for award in slots if award is not None))
    minimum: Fraction | None = None
    if not awards:
        asked = [
            offer.at_least for offer in offers if left[offer.award] and offer.at_least is not None
        ]
        minimum = min(asked, default=None)
        outcome = Outcome.NO_AWARD_LEFT if minimum is None else Outcome.BELOW_MINIMUM
    else:
        outcome = Outcome.AWARDED if len(set(slots)) == 1 else Outcome.TIED
    for place in places:
        decision = _decision(place, outcome)
        yield evolve(decision, nominated=nominated, awards=awards, minimum=minimum)


def _reaches(offer: Offer, value: Fraction | None) -> bool:
    return offer.at_least is None or (value is not None and value >= offer.at_least)


def _decision(place: Place, outcome: Outcome) -> Decision:
    return Decision(
        place.unit,
        name=place.name,
        outcome=outcome,
        group=place.group,
        rank=place.rank,
        value=place.value,
    )
