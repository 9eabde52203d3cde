# SPDX-License-Identifier: MIT
"""Whether a unit is a member, and whether a change of the cluster fits (*điều kiện thành viên*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from thidua.cluster import Known
from thidua.cluster.fact import value_of
from thidua.errors import ClusterFault, Fault, Faults, Path, suggest
from thidua.year.agreement import CrossCheck
from thidua.year.campaign import Registration
from thidua.year.changing import Changing, before, changed, may_belong
from thidua.year.event import Event
from thidua.year.honour import HandOver, Nomination
from thidua.year.state import State
from thidua.year.step import Ballot, Joined, Left, Reorganised

__all__ = ["change_faults", "member_faults", "named_faults"]

_CONTENT: Path = ("content",)


def member_faults(state: State, event: Event, unit: str, at: Path) -> Iterator[Fault]:
    """Refuse a unit that is no member on the day of an event; say what became of it."""
    cluster, day = state.known_cluster, event.day
    if cluster.is_member(unit, day) is not False:
        return
    for one in state.reorganised:
        if unit in one.ended and (day is None or one.change.day <= day):
            what = f"{unit!r} is no member since {one.change.day.isoformat()}"
            todo = f"it is carried on by {', '.join(map(repr, one.successors))}"
            yield ClusterFault(at, "unit-ended", what, todo)
            return
    known = cluster.members_on(day) or ()
    yield ClusterFault(at, "unit-unknown", f"{unit!r} is not a member", suggest(unit, known))


def named_faults(state: State, event: Event) -> Iterator[Fault]:
    """Refuse a record of units that are no members, nor will be."""
    match event.content:
        case Registration(unit=Known(unit)):
            yield from _strangers(state, event, [((*_CONTENT, "unit"), unit)])
        case CrossCheck(pairing=Known(pairing)):
            for place, check in enumerate(pairing.checks):
                at = (*_CONTENT, "pairing", "checks", place)
                named = [((*at, "by"), check.by), ((*at, "of"), check.of)]
                yield from _strangers(state, event, named)
                if check.by == check.of:
                    what = f"{check.by!r} checks itself"
                    yield ClusterFault(at, "self-check", what, "pair it with another")
        case Nomination(units=Known(units)):
            places = [((*_CONTENT, "units", place), unit) for place, unit in enumerate(units)]
            yield from _strangers(state, event, places)
        case HandOver(by=by, to=to, terms=terms):
            held = [
                ((*_CONTENT, "terms", place, "unit"), one.unit) for place, one in enumerate(terms)
            ]
            for at, one in ((*_CONTENT, "by"), by), ((*_CONTENT, "to"), to), *held:
                held_by = value_of(one)
                if held_by is not None:
                    yield from _strangers(state, event, [(at, held_by)])
        case _:
            return


def _strangers(state: State, event: Event, named: Iterable[tuple[Path, str]]) -> Iterator[Fault]:
    for at, unit in named:
        if not may_belong(state.known_cluster, unit, event.day):
            yield from member_faults(state, event, unit, at)


def change_faults(state: State, content: Changing) -> Iterator[Fault]:
    """Refuse a change that contradicts what is known of the cluster."""
    match content:
        case Left():
            faults = tuple(_leaves(state, content))
        case Reorganised():
            faults = tuple(_reorganised(state, content))
        case Joined() | HandOver():
            faults = ()
        case _:
            assert_never(content)
    yield from faults or _contradicted(state, content)


def _contradicted(state: State, content: Changing) -> Iterator[Fault]:
    """Refuse two members or holders at once, and that who voted was no member on that day."""
    try:
        after = changed(state.known_cluster, content)
    except Faults as found:
        for fault in found:
            yield ClusterFault(_CONTENT, fault.code, fault.what, fault.todo)
        return
    for event in state.counting:
        if isinstance(event.content, Ballot) and after.is_member(event.by, event.day) is False:
            on = "" if event.day is None else f" on {event.day.isoformat()}"
            what = f"{event.by!r} voted{on}, in event {event.id!r}"
            todo = f"cancel {event.id!r} first, or give the right day"
            yield ClusterFault(_CONTENT, "contradicts", what, todo)


def _leaves(state: State, content: Left) -> Iterator[Fault]:
    cluster, eve = state.known_cluster, before(content.day)
    if cluster.is_member(content.unit, eve) is not True:
        known = cluster.members_on(eve) or ()
        what = f"{content.unit!r} is not a member on {eve.isoformat()}"
        yield ClusterFault((*_CONTENT, "unit"), "unit-unknown", what, suggest(content.unit, known))


def _reorganised(state: State, content: Reorganised) -> Iterator[Fault]:
    cluster, eve = state.known_cluster, before(content.change.day)
    former = content.former
    if all(cluster.is_member(unit, eve) is False for unit in former):
        known = cluster.members_on(eve) or ()
        what = f"{', '.join(map(repr, former))}: not a member on {eve.isoformat()}"
        at = (*_CONTENT, "change")
        yield ClusterFault(at, "unit-unknown", what, suggest(former[0], known))
    for place, unit in enumerate(content.units):
        if unit.code not in content.successors:
            what = f"{unit.code!r} does not come of the change"
            at = (*_CONTENT, "units", place)
            yield ClusterFault(at, "unit-unknown", what, suggest(unit.code, content.successors))
    heir = value_of(content.heir)
    if heir is not None and heir not in content.successors:
        what = f"{heir!r} does not come of the change"
        at = (*_CONTENT, "heir")
        yield ClusterFault(at, "unit-unknown", what, suggest(heir, content.successors))
    elif heir is not None and not content.ended:
        what = f"no unit ends, so {heir!r} takes nothing over"
        yield ClusterFault((*_CONTENT, "heir"), "heir", what, "leave it out")
