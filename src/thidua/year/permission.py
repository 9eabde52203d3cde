# SPDX-License-Identifier: MIT
"""Who may enter what in a stage (*phân quyền chấm điểm*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from thidua.cluster import Charter, Cluster, Known, Lead, Post, appraisers
from thidua.cluster.fact import value_of
from thidua.errors import ClusterFault, Fault
from thidua.year.event import Event
from thidua.year.stage import Stage, Who
from thidua.year.state import State

__all__ = ["actor_faults"]


def actor_faults(
    state: State, event: Event, unit: str | None, code: str | None, stage: Stage
) -> Iterator[Fault]:
    """Refuse what is entered by somebody else than who may enter it."""
    who = _may(state, event, unit, code, stage)
    if who is not None and event.by not in who:
        about = f" of {unit!r}" if unit else ""
        item = f" on {code!r}" if code else ""
        what = f"{event.by!r} enters nothing{about}{item} in stage {stage.code!r}"
        todo = f"it is for {', '.join(map(repr, who))}" if who else "nobody is assigned to it"
        yield ClusterFault(("by",), "actor", what, todo)


def _may(
    state: State, event: Event, unit: str | None, code: str | None, stage: Stage
) -> tuple[str, ...] | None:
    """Return who may enter something; None for anybody."""
    match stage.who:
        case Who.UNIT:
            return None if unit is None else (unit,)
        case Who.MEMBERS:
            listed = state.known_cluster.members_on(event.day)
            return listed if value_of(state.known_cluster.complete) else None
        case Who.CHECKER:
            if state.pairing is None:
                return ()
            checks = [one for one in state.pairing.checks if unit in {None, one.of}]
            return tuple(
                one.by for one in checks if code is None or state.within(code, one.criteria)
            )
        case Who.HEAD:
            return _leading(state, event, unit)
        case Who.NAMED:
            return tuple(
                one.actor
                for one in stage.assigned
                if code is None or state.within(code, one.criteria)
            )
        case Who.ANYBODY:
            return None
        case _:
            assert_never(stage.who)


def _leading(state: State, event: Event, unit: str | None) -> tuple[str, ...] | None:
    """Return the unit that appraises another as head; None while the head is unknown."""
    cluster, day = state.known_cluster, event.day
    head, deputy = (_unit_of(cluster, post, day) for post in (Post.HEAD, Post.DEPUTY))
    if head is None:
        return None
    if unit is None:
        return (head,)
    itself = any(
        value_of(one.content.head_appraises_itself) is True
        for one in state.counting
        if isinstance(one.content, Charter)
    )
    lead = Lead(head, deputy)
    by = appraisers([unit], lead, head_appraises_itself=itself)[unit]
    return () if by is None else (by,)


def _unit_of(cluster: Cluster, post: Post, day: date | None) -> str | None:
    match cluster.holder(post, on=day):
        case Known(term):
            return value_of(term.unit)
        case _:
            return None
