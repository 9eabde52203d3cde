# SPDX-License-Identifier: MIT
"""Who may enter what in a stage (*phân quyền chấm điểm*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from thidua.cluster import Charter, PaperState, Post, Term
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
        todo = f"it is for {', '.join(map(repr, who))}" if who else _nobody(stage)
        yield ClusterFault(("by",), "actor", what, todo)


def _nobody(stage: Stage) -> str:
    match stage.who:
        case Who.CHECKER:
            more = "record who checks whom"
        case Who.HEAD:
            more = "record who is deputy, or a charter that lets the head appraise itself"
        case _:
            more = "it needs a procedure that assigns it"
    return f"nobody is assigned to it; {more}"


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
            pairing = state.pairing_on(event.day)
            return tuple(
                one.by
                for one in (() if pairing is None else pairing.checks)
                if unit in {None, one.of}
                and (code is None or state.within(code, one.criteria))
                and state.known_cluster.is_member(one.by, event.day) is not False
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
    """Return who appraises a unit as head; None while the head is unknown.

    A post is held by a unit, by a person, or by both; either may then enter.
    """
    cluster = state.known_cluster
    head, deputy = (
        value_of(cluster.holder(post, on=event.day)) for post in (Post.HEAD, Post.DEPUTY)
    )
    if head is None:
        return None
    own = value_of(head.unit)
    if unit is None or unit != own or _appraises_itself(state):
        return _named(head)
    return () if deputy is None or value_of(deputy.unit) == own else _named(deputy)


def _named(term: Term) -> tuple[str, ...] | None:
    """Return by which names who holds a post may enter; None if nobody is named."""
    unit, person = value_of(term.unit), value_of(term.person)
    names = (unit, None if person is None else person.name)
    return tuple(name for name in names if name) or None


def _appraises_itself(state: State) -> bool:
    """Tell what the last charter says that says so; a draft has no force."""
    said = [
        value_of(one.content.head_appraises_itself)
        for one in state.counting
        if isinstance(one.content, Charter) and value_of(one.content.state) is not PaperState.DRAFT
    ]
    return next((one for one in reversed(said) if one is not None), False)
