# SPDX-License-Identifier: MIT
"""What may be taken back (*hủy sự kiện*)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile
from typing import TypeAlias, assert_never

from thidua.cluster import Charter, Known
from thidua.cluster.fact import value_of
from thidua.errors import ClusterFault, Fault, suggest
from thidua.year.agreement import AgreedRubric, CrossCheck
from thidua.year.campaign import Registration
from thidua.year.changing import Changing
from thidua.year.event import Event
from thidua.year.honour import HandOver, Nomination
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
    Reorganised,
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
        case (
            AgreedRubric()
            | CrossCheck()
            | Charter()
            | HandOver()
            | Joined()
            | Left()
            | Reorganised()
        ):
            after = [*dropwhile(lambda one: one.id != event.id, state.counting)][1:]
            if rests := [one.id for one in after if _rests(one, content, state)]:
                what = f"{', '.join(map(repr, rests[:8]))} came after it and rest on it"
                yield ClusterFault(_AT, "not-allowed", what, "cancel them first")
        case _:
            return


_Ground: TypeAlias = AgreedRubric | CrossCheck | Charter | Changing
"""What later events may rest on."""


def _rests(later: Event, on: _Ground, state: State) -> bool:
    """Tell whether a later event may only have fitted because of an earlier one."""
    match on:
        case AgreedRubric():
            return isinstance(later.content, Entry)
        case CrossCheck():
            return _who(later, state) is Who.CHECKER
        case Charter():
            return _who(later, state) is Who.HEAD
        case HandOver():
            return _who(later, state) is Who.HEAD or isinstance(later.content, HandOver)
        case Joined(unit):
            return unit.code in _concerned(later)
        case Left(unit):
            return isinstance(later.content, HandOver) or unit in _concerned(later)
        case Reorganised():
            concerned = {*on.former, *on.successors}
            return isinstance(later.content, HandOver) or bool(concerned & {*_concerned(later)})
        case _:
            assert_never(on)


def _who(later: Event, state: State) -> Who | None:
    """Return for whom the stage is in which something was entered."""
    assert state.opening is not None  # noqa: S101 - asked before
    content = later.content
    if not isinstance(content, Entry | Explanation | Decision):
        return None
    stage = state.opening.procedure.stage(content.stage)
    return None if stage is None else stage.who


def _concerned(event: Event) -> tuple[str, ...]:
    """Return the units whose membership an event takes for granted."""
    match event.content:
        case Entry(_, unit) | Explanation(_, unit):
            return (event.by, unit)
        case Left(unit) | Registration(unit=Known(unit)):
            return (unit,)
        case Nomination(units=Known(units)):
            return units
        case Joined(unit):
            return (unit.code,)
        case Reorganised() as change:
            return (*change.former, *change.successors)
        case Ballot(_, _, choices):
            return (event.by, *choices)
        case CrossCheck(pairing=Known(pairing)):
            return tuple(one.by for one in pairing.checks)
        case HandOver(by=by, to=to, terms=terms):
            named = map(value_of, (by, to, *(one.unit for one in terms)))
            return tuple(held for held in named if held is not None)
        case _:
            return ()
