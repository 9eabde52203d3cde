# SPDX-License-Identifier: MIT
"""Whether an event fits a year, and if not, why and what is allowed now (*điều kiện*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import assert_never

from thidua.cluster import Known
from thidua.cluster.fact import value_of
from thidua.errors import ClusterFault, Fault, Path, suggest
from thidua.quantity import plain
from thidua.year.agreement import AgreedRubric
from thidua.year.cancelling import cancel_faults
from thidua.year.digest import digest
from thidua.year.event import Event, settles
from thidua.year.honour import HandOver
from thidua.year.membership import change_faults, member_faults, named_faults
from thidua.year.needs import lacking
from thidua.year.permission import actor_faults
from thidua.year.scoring import rubric_faults, value_faults
from thidua.year.stage import Stage, Takes
from thidua.year.state import State, codes_of, key_of
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
from thidua.year.year import Standing

__all__ = ["allowed", "refusal"]

_CONTENT: Path = ("content",)


def allowed(state: State) -> str:
    """Say what is allowed now."""
    if state.opening is None:
        return "open the year first"
    match state.standing:
        case Standing.LOCKED:
            return "now locked: publish, or unlock with a reason"
        case Standing.PUBLISHED:
            return "now published: unlock with a reason"
        case Standing.OPEN:
            procedure, stage = state.opening.procedure, state.current
            now = [f"in stage {stage.code!r}: {', '.join(stage.takes)}"] if stage else []
            on = procedure.following(state.stage)
            now.extend(f"go on to {code!r}" for code in on)
            now.extend(f"back to {code!r} with a reason" for code in (stage.back if stage else ()))
            return "allowed now: " + "; ".join([*now, "lock"])
        case _:
            assert_never(state.standing)


def refusal(state: State, event: Event) -> tuple[Fault, ...]:
    """Return every reason why an event does not fit; none if it does."""
    if event.id in state.events:
        return (_known_id(state, event),)
    if state.opening is None and not isinstance(event.content, Opening):
        return (_fault((), "not-open", "the year is not open", allowed(state)),)
    faults = [*_late(state, event), *_settled(state, event), *_once(state, event)]
    return tuple(faults) or tuple(_unfit(state, event))


def _fault(at: Path, code: str, what: str, todo: str = "") -> Fault:
    return ClusterFault(at, code, what, todo)


def _known_id(state: State, event: Event) -> Fault:
    if state.events[event.id] == event:
        what = f"event {event.id!r} is recorded already"
        return _fault(("id",), "duplicate", what, "nothing need be done")
    what = f"another event has the id {event.id!r}"
    return _fault(("id",), "contradicts", what, "give it an id of its own, or cancel the other")


def _late(state: State, event: Event) -> Iterator[Fault]:
    at, day = value_of(event.at), event.day
    if at is None or day is None:
        return
    last: date | datetime | None = None
    if state.last_day is not None and day < state.last_day:
        last = state.last_day
    elif isinstance(at, datetime) and state.last_time and at < state.last_time:
        last = state.last_time
    if last is not None:
        what = f"recorded at {at.isoformat()}, but the year is at {last.isoformat()}"
        todo = "record it now; what it is about keeps its own day"
        yield _fault(("at",), "late", what, todo)


def _settled(state: State, event: Event) -> Iterator[Fault]:
    """Refuse what would change results that are locked."""
    content = event.content
    if isinstance(content, Cancel) and content.event in state.events:
        content = state.events[content.event].content
    if state.standing is not Standing.OPEN and settles(content):
        what = f"results are {state.standing}"
        yield _fault(_CONTENT, str(state.standing), what, allowed(state))


def _once(state: State, event: Event) -> Iterator[Fault]:
    former = state.keys.get(key_of(event.content))
    if former is not None and isinstance(event.content, Opening):
        what = f"event {former!r} has opened the year"
        yield _fault(_CONTENT, "contradicts", what, "fold the events of another year apart")
    elif former is not None:
        what = f"event {former!r} has said so, or otherwise, already"
        yield _fault(_CONTENT, "contradicts", what, f"cancel {former!r} first, if it was wrong")


def _unfit(state: State, event: Event) -> Iterator[Fault]:
    content = event.content
    yield from named_faults(state, event)
    match content:
        case Move(to, reason):
            yield from _move(state, to, reason)
        case Entry() | Explanation() | Decision() | Ballot():
            yield from _assessed(state, event, content)
        case Lock():
            if state.standing is not Standing.OPEN:
                what = f"results are {state.standing}"
                yield _fault(_CONTENT, "not-allowed", what, allowed(state))
        case Publish(given):
            yield from _publish(state, given)
        case Unlock(reason):
            if state.standing is Standing.OPEN:
                yield _fault(_CONTENT, "not-allowed", "results are not locked", allowed(state))
            if not reason.strip():
                yield _no_reason("an unlock")
        case Cancel(former, reason):
            yield from cancel_faults(state, former, allowed(state))
            if not reason.strip():
                yield _no_reason("a cancellation")
        case Joined() | Left() | Reorganised() | HandOver():
            yield from change_faults(state, content)
        case AgreedRubric(rubric=Known(rubric)):
            yield from rubric_faults(state, rubric)
        case _:
            return


def _no_reason(what: str) -> Fault:
    return _fault((*_CONTENT, "reason"), "reason-missing", f"{what} needs a reason", "say why")


def _move(state: State, to: str, reason: str) -> Iterator[Fault]:
    assert state.opening is not None  # noqa: S101 - asked before
    procedure, stage = state.opening.procedure, state.current
    at = (*_CONTENT, "to")
    if procedure.stage(to) is None:
        codes = [one.code for one in procedure.stages]
        yield _fault(at, "stage-unknown", f"no stage {to!r}", suggest(to, codes))
    elif to in procedure.following(state.stage):
        if stage is not None:
            yield from lacking(state, stage)
    elif stage is not None and to in stage.back:
        if not reason.strip():
            yield _no_reason("a return")
    else:
        what = f"{to!r} does not follow {state.stage!r}" if stage else f"{to!r} is not the first"
        yield _fault(at, "not-allowed", what, allowed(state))


_TAKEN = {
    Entry: Takes.ENTRIES,
    Explanation: Takes.EXPLANATIONS,
    Decision: Takes.DECISIONS,
    Ballot: Takes.BALLOTS,
}


def _assessed(
    state: State, event: Event, content: Entry | Explanation | Decision | Ballot
) -> Iterator[Fault]:
    stage = state.current
    at = (*_CONTENT, "stage")
    if stage is None or content.stage != stage.code:
        what = f"stage {content.stage!r} is not open"
        yield _fault(at, "not-allowed", what, allowed(state))
    elif _TAKEN[type(content)] not in stage.takes:
        what = f"stage {stage.code!r} takes no {_TAKEN[type(content)]}"
        yield _fault(at, "not-allowed", what, allowed(state))
    else:
        yield from _in_stage(state, event, content, stage)


def _in_stage(
    state: State, event: Event, content: Entry | Explanation | Decision | Ballot, stage: Stage
) -> Iterator[Fault]:
    match content:
        case Entry(_, unit, code):
            yield from _named(state, event, unit, code)
            yield from actor_faults(state, event, unit, code, stage)
            yield from _entry(state, event, content, stage)
        case Explanation(_, unit, code):
            yield from _named(state, event, unit, code)
            yield from actor_faults(state, event, unit, code, stage)
        case Decision():
            yield from actor_faults(state, event, None, None, stage)
        case Ballot():
            yield from _ballot(state, event, content)
        case _:
            assert_never(content)


def _named(state: State, event: Event, unit: str, code: str) -> Iterator[Fault]:
    yield from member_faults(state, event, unit, (*_CONTENT, "unit"))
    known = frozenset() if state.rubric is None else codes_of(state.rubric)
    if known and code not in known:
        what = f"the rubric has no criterion or measure {code!r}"
        yield _fault((*_CONTENT, "code"), "code-unknown", what, suggest(code, known))


def _entry(state: State, event: Event, entry: Entry, stage: Stage) -> Iterator[Fault]:
    former = state.entries.get((entry.unit, entry.code), [])
    for other, one in former:
        if one.stage == entry.stage and other.by == event.by:
            what = f"{event.by!r} has entered {plain(one.value)} here, in event {other.id!r}"
            yield _fault(_CONTENT, "contradicts", what, f"cancel {other.id!r} first")
    before = [one for _, one in former if one.stage != entry.stage]
    if stage.reasons and before and before[-1].value != entry.value and not entry.reason.strip():
        was, now = plain(before[-1].value), plain(entry.value)
        what = f"{now} differs from {was} of stage {before[-1].stage!r} without a reason"
        yield _fault((*_CONTENT, "reason"), "reason-missing", what, "say why")
    yield from value_faults(state, entry)
    if stage.evidence and not entry.evidence:
        what = f"stage {stage.code!r} wants evidence"
        yield _fault((*_CONTENT, "evidence"), "evidence-missing", what, "refer to it")


def _ballot(state: State, event: Event, ballot: Ballot) -> Iterator[Fault]:
    yield from member_faults(state, event, event.by, ("by",))
    for index, unit in enumerate(ballot.choices):
        at = (*_CONTENT, "choices", index)
        yield from member_faults(state, event, unit, at)
        if unit in ballot.choices[:index]:
            yield _fault(at, "unit-twice", f"two votes for {unit!r} on one ballot", "keep one")
    if (event.by, ballot.question) in state.voters:
        what = f"{event.by!r} has voted on {ballot.question!r}"
        yield _fault(_CONTENT, "contradicts", what, "cancel that ballot first")


def _publish(state: State, given: str) -> Iterator[Fault]:
    if state.standing is not Standing.LOCKED:
        what = "only locked results are published"
        yield _fault(_CONTENT, "not-allowed", what, allowed(state))
        return
    for fault in lacking(state, state.current) if state.current else ():
        todo = f"unlock, then {fault.todo}"
        yield _fault(_CONTENT, fault.code, fault.what, todo)
    if given and given != (found := digest(state.counting)):
        what = f"results stand on {found}, not on {given}"
        todo = "look at what has changed, then publish that"
        yield _fault((*_CONTENT, "digest"), "digest-differs", what, todo)
