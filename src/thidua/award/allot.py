# SPDX-License-Identifier: MIT
"""What there is to award, given out in the order of a ranking (*phân bổ khen thưởng*).

`propose` and `decide` differ in one thing: whether rules are asked if a unit may have an
award. All else stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from attrs import define, evolve, field

from thidua.award.slate import Decision, Offer, Outcome, Slate
from thidua.eligibility import Answer
from thidua.errors import Fault, Faults, RankingFault, shown, suggest
from thidua.quantity import Interval
from thidua.quantity.typed import composed, misfits
from thidua.ranking import Place, Ranking

__all__ = ["May", "allot"]

May: TypeAlias = Callable[[Place, Offer], Answer]
"""Whether a unit may have an award."""


def allot(
    ranking: Ranking,
    offers: Iterable[Offer],
    may: May,
    *,
    nominate: int | None,
    knock_outs: Mapping[str, str] | None,
) -> Slate:
    """Give awards out in the order of rank; see `thidua.award.propose`.

    Raises:
        Faults: If a unit named here is not in the ranking, or two offers have one name.
    """
    given = tuple(offers) if isinstance(offers, Iterable) else offers
    if wrong := [*_wrong_kinds(ranking, given, nominate, knock_outs)]:
        raise Faults(tuple(wrong))
    barred = {composed(unit): why for unit, why in (knock_outs or {}).items()}
    if faults := (*_unknown(ranking, barred), *_twice(given)):
        raise Faults(faults)
    number = sum(offer.number for offer in given) if nominate is None else nominate
    decisions: list[Decision] = []
    for _, group in groupby(ranking.places, key=lambda place: place.group):
        decisions.extend(_group(tuple(group), given, may, number, barred))
    decisions.extend(
        Decision(
            one.unit,
            name=one.name,
            outcome=Outcome.UNRANKED,
            note=one.reason,
            excluded=one.excluded,
        )
        for one in ranking.unranked
    )
    return Slate(given, tuple(evolve(one, ranked_by=ranking.ranked_by) for one in decisions))


def _wrong_kinds(
    ranking: object, offers: object, nominate: int | None, knock_outs: object
) -> Iterator[Fault]:
    yield from misfits(ranking, Ranking, ("ranking",), RankingFault)
    yield from misfits(offers, tuple[Offer, ...], ("offers",), RankingFault)
    yield from misfits(knock_outs, Mapping[str, str] | None, ("knock_outs",), RankingFault)
    if nominate is not None and (type(nominate) is not int or nominate < 0):
        what = f"how many are put forward is a whole number from 0, {shown(nominate)}"
        yield RankingFault(("nominate",), "number", what)


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
    places: tuple[Place, ...],
    offers: tuple[Offer, ...],
    may: May,
    nominate: int,
    barred: Mapping[str, str],
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
        served = None if is_open else _Block(together, left).served(offers, may)
        is_open = served is None
        for place in together:
            decision = _decision(place, Outcome.PROVISIONAL) if served is None else served[place]
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


@define
class _Block:
    """Units that share a rank, while awards are given out to them."""

    places: Sequence[Place]
    left: dict[str, int]
    """How many of each award are left, before and after."""
    had: dict[Place, Decision] = field(factory=dict)
    """Decisions on those that have something, for certain or kept for them."""
    refused: set[Place] = field(factory=set)
    """Those that rules have refused an award that was left."""
    tied: list[Place] = field(factory=list)
    """Those among whom people have to decide, as there is too little for all of them."""
    among: list[str] = field(factory=list)
    """What they share."""
    short: int = 0
    """How many of them have nothing kept for them yet."""

    def served(self, offers: Iterable[Offer], may: May) -> dict[Place, Decision] | None:
        """Give out what is left; None if it is open whether a minimum is reached."""
        value = self.places[0].value
        beyond: list[Offer] = []
        for offer in offers:
            if not self.left[offer.award]:
                continue
            reached = _reaches(offer, value)
            waiting = [one for one in self.places if one not in self.had and one not in self.tied]
            if reached is None and (waiting or self.short):
                return None
            if reached:
                self.give(offer, waiting, may)
            else:
                beyond.append(offer)
        asked = [one.at_least for one in beyond if one.at_least is not None]
        for place in self.places:
            if place in self.tied:
                decision = _decision(place, Outcome.TIED)
                self.had[place] = evolve(decision, awards=tuple(self.among))
            elif place not in self.had and place in self.refused:
                self.had[place] = _decision(place, Outcome.NOT_ELIGIBLE)
            elif place not in self.had and asked:
                decision = _decision(place, Outcome.BELOW_MINIMUM)
                self.had[place] = evolve(decision, minimum=min(asked))
            elif place not in self.had:
                self.had[place] = _decision(place, Outcome.NO_AWARD_LEFT)
        return self.had

    def give(self, offer: Offer, waiting: Sequence[Place], may: May) -> None:
        """Give one award to those that may have it, or keep it for those that tie."""
        answers = {place: may(place, offer) for place in waiting}
        claims = [one for one in waiting if answers[one] is not Answer.NOT_ELIGIBLE]
        self.refused.update(one for one in waiting if one not in claims)
        sharing = 0
        if self.short:
            sharing = sum(may(place, offer) is not Answer.NOT_ELIGIBLE for place in self.tied)
        wanted = min(self.short, sharing) + len(claims)
        if wanted <= self.left[offer.award]:
            for place in claims:
                sure = answers[place] is Answer.ELIGIBLE
                decision = _decision(place, Outcome.AWARDED if sure else Outcome.OPEN)
                self.had[place] = evolve(decision, awards=(offer.award,))
            kept = wanted - len(claims)
        else:
            self.tied.extend(claims)
            self.short += len(claims)
            kept = wanted = self.left[offer.award]
        if kept:
            self.among.append(offer.award)
            self.short -= kept
        self.left[offer.award] -= wanted


def _reaches(offer: Offer, value: Interval) -> bool | None:
    """Tell whether a result reaches the minimum of *offer*; None while both may come."""
    if offer.at_least is None or (value.low is not None and value.low >= offer.at_least):
        return True
    return None if value.high is None or value.high >= offer.at_least else False


def _decision(place: Place, outcome: Outcome) -> Decision:
    return Decision(
        place.unit,
        name=place.name,
        outcome=outcome,
        group=place.group,
        rank=place.rank,
        value=place.value,
    )
