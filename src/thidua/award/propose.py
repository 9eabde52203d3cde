# SPDX-License-Identifier: MIT
"""A ranking and what there is to award, into a slate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from thidua.award.allot import allot
from thidua.award.slate import Offer, Slate
from thidua.eligibility import Answer
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
    return allot(ranking, offers, _anyone, nominate=nominate, knock_outs=knock_outs)


def _anyone(_place: Place, _offer: Offer) -> Answer:
    return Answer.ELIGIBLE
