# SPDX-License-Identifier: MIT
"""A year is folded from its events (*gộp sự kiện thành năm thi đua*)."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.cluster.fact import fact
from thidua.errors import ClusterFault, Fault, Faults
from thidua.year.event import Event
from thidua.year.guard import refusal
from thidua.year.state import State
from thidua.year.step import Cancel
from thidua.year.year import Refusal, Year

__all__ = ["append", "fold"]


def fold(events: Iterable[Event]) -> Year:
    """Return the year that events tell, in the order in which they were recorded.

    An event that does not fit is refused with every reason and what is allowed instead; it
    changes nothing, is kept in `Year.refused`, and those after it are looked at as if it had
    not come. So a store may hold whatever it was given, and gives the same year each time.

    Raises:
        Faults: If no event opens the year.

    Example:
        >>> from thidua.cluster import Cluster
        >>> from thidua.year import Event, Move, Opening
        >>> opening = Event("1", Opening(2026, Cluster("cum-3", "Cụm 3")))
        >>> year = fold([opening, Event("2", Move("tham_dinh"))])
        >>> year.number, [refused.event.id for refused in year.refused]
        (2026, ['2'])
        >>> print(year.refused[0].faults[0])
        $.content.to: no stage 'tham_dinh'; none is known
    """
    given = tuple(events)
    state, refused = State(), list[Refusal]()
    for event in given:
        if faults := refusal(state, event):
            refused.append(Refusal(event, faults))
        else:
            state.accept(event)
    if state.opening is None or state.cluster is None:
        reasons = [fault for one in refused for fault in one.faults]
        what = "no event opens the year"
        missing: Fault = ClusterFault((), "not-open", what, "begin with an Opening")
        raise Faults((missing, *(one for one in reasons if one.code != "not-open")))
    return Year(
        given,
        accepted=tuple(one for one in state.counting if not isinstance(one.content, Cancel)),
        refused=tuple(refused),
        cancelled=tuple(state.cancelled),
        opening=state.opening,
        cluster=state.cluster,
        present=state.present,
        pairing=fact(state.pairing_on(state.last_day)),
        stage=state.stage,
        standing=state.standing,
        publications=tuple(state.publications),
    )


def append(year: Year, *events: Event) -> Year:
    """Return the year with more events, or say why one of them does not fit.

    For an application that answers a user at once; `fold` is for what a store holds.

    Raises:
        Faults: With every reason why the events do not fit, each at its place in *events*.
    """
    folded = fold((*year.events, *events))
    new = folded.refused[len(year.refused) :]
    if new:
        places = {id(event): place for place, event in enumerate(events)}
        raise Faults(
            tuple(
                ClusterFault(
                    ("events", places[id(one.event)], *fault.at), fault.code, fault.what, fault.todo
                )
                for one in new
                for fault in one.faults
            )
        )
    return folded
