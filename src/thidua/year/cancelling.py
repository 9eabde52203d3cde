# SPDX-License-Identifier: MIT
"""What may be taken back (*hủy sự kiện*)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile
from typing import assert_never

from thidua.errors import ClusterFault, Fault, suggest
from thidua.year.agreement import AgreedRubric, CrossCheck
from thidua.year.event import Event
from thidua.year.stage import Who
from thidua.year.state import State
from thidua.year.step import (
    Ballot,
    Cancel,
    Decision,
    Entry,
    Explanation,
    Joined,
    Left,
    Lock,
    Move,
    Opening,
    Publish,
    Unlock,
)

__all__ = ["cancel_faults"]

_AT = ("content", "event")


def cancel_faults(state: State, former: str, now: str) -> Iterator[Fault]:
    """Refuse to take back what is not there, or what others stand on.

    Args:
        state: What the year has come to.
        former: Id of the event to take back.
        now: What is allowed now, in words.
    """
    event = state.events.get(former)
    if event is None:
        what = f"no event {former!r} was accepted"
        yield ClusterFault(_AT, "event-unknown", what, suggest(former, state.events))
    elif former in state.cancelled:
        what = f"event {former!r} is cancelled already"
        yield ClusterFault(_AT, "duplicate", what, "nothing need be done")
    else:
        yield from _stands(state, event, now)


def _stands(state: State, event: Event, now: str) -> Iterator[Fault]:
    """Refuse to take back what others stand on."""
    content = event.content
    match content:
        case Opening() | Cancel() | Move() | Lock() | Publish() | Unlock():
            what = f"a {content.kind} is not cancelled"
            todo = "go back, unlock, or record it anew"
            yield ClusterFault(_AT, "not-allowed", what, todo)
        case Entry() | Explanation() | Decision() | Ballot():
            if content.stage != state.stage:
                what = f"stage {content.stage!r} is no longer open"
                yield ClusterFault(_AT, "not-allowed", what, now)
        case AgreedRubric() | CrossCheck() | Joined() | Left():
            after = [*dropwhile(lambda one: one.id != event.id, state.counting)][1:]
            if rests := [one.id for one in after if _rests(one, content, state)]:
                what = f"{', '.join(map(repr, rests[:8]))} came after it and rest on it"
                yield ClusterFault(_AT, "not-allowed", what, "cancel them first")
        case _:
            return


def _rests(later: Event, on: AgreedRubric | CrossCheck | Joined | Left, state: State) -> bool:
    """Tell whether a later event may only have fitted because of an earlier one."""
    match on:
        case AgreedRubric():
            return isinstance(later.content, Entry)
        case CrossCheck():
            return isinstance(later.content, Entry) and _is_checked(later.content, state)
        case Joined(unit):
            return unit.code in _concerned(later)
        case Left(unit):
            return isinstance(later.content, Joined) and later.content.unit.code == unit
        case _:
            assert_never(on)


def _is_checked(entry: Entry, state: State) -> bool:
    assert state.opening is not None  # noqa: S101 - asked before
    stage = state.opening.procedure.stage(entry.stage)
    return stage is not None and stage.who is Who.CHECKER


def _concerned(event: Event) -> tuple[str, ...]:
    """Return the units whose membership an event takes for granted."""
    match event.content:
        case Entry(_, unit) | Explanation(_, unit):
            return (unit,)
        case Left(unit):
            return (unit,)
        case Ballot(_, _, choices):
            return (event.by, *choices)
        case _:
            return ()
