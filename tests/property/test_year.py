# SPDX-License-Identifier: MIT
"""The laws of folding: whatever comes, what was accepted keeps the year sound."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any, get_args

import pytest
from attrs import evolve, fields, has, resolve_types
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import thidua.cluster
import thidua.year
from thidua.cluster import Cluster, Known, Post, pair
from thidua.quantity import Language
from thidua.strategies import clusters, contents, events, procedures, values_of, years
from thidua.wire import Document, dumps, loads
from thidua.year import (
    Ballot,
    Cancel,
    Content,
    CrossCheck,
    Entry,
    Event,
    HandOver,
    Joined,
    Left,
    Lock,
    Move,
    Opening,
    Procedure,
    Publish,
    Record,
    Reorganised,
    Settling,
    Standing,
    Unlock,
    Year,
    append,
    digest,
    explain_year,
    fold,
)

PUBLIC: list[type[Any]] = [
    one
    for folder in (thidua.cluster, thidua.year)
    for one in (getattr(folder, name) for name in folder.__all__)
    if isinstance(one, type) and has(one)
]
UNITS = ("an", "binh", "chau", "dai", "moi", "x")
CHANGES = contents([Joined, Left, Reorganised, HandOver])
SETTLING = get_args(Settling)


def held_by(cls: type[Any]) -> Iterator[type[Any]]:
    """Yield the classes that the fields of a class may hold."""
    waiting: list[Any] = [one.type for one in fields(resolve_types(cls))]
    while waiting:
        one = waiting.pop()
        waiting.extend(get_args(one))
        if isinstance(one, type) and has(one):
            yield one
        origin = getattr(one, "__origin__", None)
        if isinstance(origin, type) and has(origin):
            yield origin


def in_documents() -> set[type[Any]]:
    """Return every class of which documents hold values."""
    found: set[type[Any]] = set()
    waiting = [one for one in get_args(Document) if isinstance(one, type) and has(one)]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(held_by(one))
    return found


@pytest.mark.parametrize("cls", PUBLIC, ids=lambda one: str(one.__name__))
@given(data=st.data())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_every_class_is_drawn_and_in_documents(data: st.DataObject, cls: type[Any]) -> None:
    """Every public class has a strategy; a document holds it, and is read back equal."""
    value = data.draw(st.from_type(cls))

    assert cls is type(value)
    assert cls in in_documents()
    if cls in get_args(Document):
        assert value == loads(dumps(value), cls)


@pytest.mark.parametrize("kind", get_args(Content), ids=lambda one: str(one.kind))
@given(data=st.data())
@settings(max_examples=10)
def test_every_kind_of_event_is_read_back(data: st.DataObject, kind: type[Any]) -> None:
    """An event that says anything there is to say is read back equal."""
    event = data.draw(events(content=contents([kind])))

    assert event == loads(dumps(event), Event)


@given(clusters())
def test_clusters_are_read_back(cluster: Cluster) -> None:
    """Any cluster is read back equal, what is unknown or inferred included."""

    assert cluster == loads(dumps(cluster), Cluster)


@given(years())
@settings(max_examples=20)
def test_folding_is_deterministic(year: Year) -> None:
    """A year is read back equal; what was refused is kept, and without it the rest is the same."""
    gone = {id(one.event) for one in year.refused}
    again = fold(event for event in year.events if id(event) not in gone)

    assert year == loads(dumps(year), Year)
    assert evolve(year, events=again.events, refused=()) == again


@given(
    clusters(),
    st.lists(values_of(Event).filter(lambda one: isinstance(one.content, get_args(Record)))),
    st.sampled_from(["vi", "en"]),
)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_any_year_is_told(cluster: Cluster, more: list[Event], language: Language) -> None:
    """Whatever is on record of a year is put into words, in both languages."""
    opening = Event("o", Opening(2026, cluster))
    lines = explain_year(fold([opening, *more]), language=language).splitlines()

    assert cluster.name in lines[0]
    assert all(line.strip() for line in lines)


@given(years(), st.data())
@settings(max_examples=20)
def test_appending_is_folding(year: Year, data: st.DataObject) -> None:
    """Events appended one by one, the refused left out, give the year of all that fitted."""
    gone = {id(one.event) for one in year.refused}
    fitting = [event for event in year.events if id(event) not in gone]
    cut = data.draw(st.integers(1, len(fitting)))
    grown = fold(fitting[:cut])
    for event in fitting[cut:]:
        grown = append(grown, event)

    assert fold(fitting) == grown


@pytest.mark.parametrize("kind", SETTLING, ids=lambda one: str(one.kind))
@given(data=st.data())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_any_input_changes_the_digest(data: st.DataObject, kind: type[Any]) -> None:
    """What results stand on is digested whole: another value of any field, or actor, shows."""
    content, others = data.draw(values_of(kind)), data.draw(values_of(kind))
    around = data.draw(st.lists(events(), max_size=2))
    event, at = Event("e", content, by="an"), data.draw(st.integers(0, len(around)))

    def told(one: Event | None) -> str:
        return digest([*around[:at], *([one] if one else []), *around[at:]])

    assert told(event) != told(None)
    assert told(event) != told(evolve(event, by="binh"))
    assert told(event) == told(evolve(event, id="f", at=date(2026, 1, 1)))
    for field in fields(kind):
        other = getattr(others, field.name)
        if other == getattr(content, field.name):
            continue
        try:
            changed = evolve(content, **{field.name: other})
        except ValueError:
            continue  # some fields go together
        assert told(event) != told(evolve(event, content=changed))


@given(st.data())
@settings(max_examples=20)
def test_what_nothing_stands_on_is_not_digested(data: st.DataObject) -> None:
    """Meetings, press and what else settles nothing leave the digest as it is."""
    around = data.draw(st.lists(events(), max_size=3))
    more = data.draw(events().filter(lambda one: not isinstance(one.content, SETTLING)))
    at = data.draw(st.integers(0, len(around)))

    assert digest(around) == digest([*around[:at], more, *around[at:]])


class AYear(RuleBasedStateMachine):
    """A year to which anything may be said, fitting or not."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []
        self.day = date(2026, 1, 1)

    @initialize(cluster=clusters(), procedure=procedures())
    def open(self, cluster: Cluster, procedure: Procedure) -> None:
        """Open the year, with its first stage."""
        self.events.append(Event("o", Opening(2026, cluster, procedure), at=self.day))
        self.events.append(Event("m", Move("s"), at=self.day))
        self.year = fold(self.events)

    def say(self, content: Content, by: str = "an") -> None:
        """Say something; while results are published, nothing but an unlock changes them."""
        before = self.year
        event = Event(f"n{len(self.events)}", content, by=by, at=self.day)
        self.events.append(event)
        self.year = fold(self.events)
        if self.year.refused != before.refused:
            assert (event,) == tuple(one.event for one in self.year.refused[len(before.refused) :])
            kept = evolve(before, events=self.year.events, refused=self.year.refused)
            assert kept == self.year
        if before.standing is not Standing.OPEN and not isinstance(content, Unlock):
            assert digest(before.accepted) == digest(self.year.accepted)
            assert Standing.OPEN is not self.year.standing
        if before.standing is Standing.PUBLISHED:
            assert before.publications == self.year.publications

    @rule(days=st.integers(1, 60))
    def time_passes(self, days: int) -> None:
        """What comes later is recorded later."""
        self.day += timedelta(days=days)

    @rule(unit=st.sampled_from(UNITS), points=st.integers(0, 9), by=st.sampled_from(UNITS))
    def enter(self, unit: str, points: int, by: str) -> None:
        """Enter points in the stage that is open."""
        self.say(Entry(self.year.stage, unit, "1", points, reason="r", evidence=["bb"]), by)

    @rule(unit=st.sampled_from(UNITS), by=st.sampled_from(UNITS), question=st.sampled_from("co"))
    def vote(self, unit: str, by: str, question: str) -> None:
        """Vote in the stage that is open."""
        self.say(Ballot(self.year.stage, question, [unit]), by)

    @rule(content=CHANGES)
    def change(self, content: Content) -> None:
        """Let units come, go, merge and split, and posts pass."""
        self.say(content)

    @rule(seed=st.integers(0, 3))
    def pair(self, seed: int) -> None:
        """Pair who is there."""
        assume(len(self.year.present) > 1)
        self.say(CrossCheck(pairing=pair(self.year.present, seed=seed)))

    @rule(content=contents([Lock, Publish, Unlock, Move]))
    def go_on(self, content: Content) -> None:
        """Go on, back, lock, publish or unlock."""
        self.say(content)

    @rule()
    def publish(self) -> None:
        """Publish what there is: it stands on all that was accepted, to the letter."""
        self.say(Lock())
        self.say(Publish(digest(self.year.accepted)))
        if Standing.PUBLISHED is self.year.standing:
            assert digest(self.year.accepted) == self.year.publications[-1].digest
        else:
            codes = {fault.code.split("-")[-1] for fault in self.year.refused[-1].faults}
            assert {"missing"} == codes

    @rule()
    def reopen(self) -> None:
        """Unlock, with a reason."""
        self.say(Unlock("khiếu nại"))
        assert Standing.OPEN is self.year.standing

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        """Cancel something that was said."""
        self.say(Cancel(data.draw(st.sampled_from([one.id for one in self.events])), "sai"))

    @rule(content=contents(), by=st.sampled_from(UNITS))
    def say_anything(self, content: Content, by: str) -> None:
        """Say anything there is to say."""
        self.say(content, by)

    @rule(event=events())
    def record(self, event: Event) -> None:
        """Record an event with any id and time, used before or late."""
        self.events.append(event)
        self.year = fold(self.events)
        days = [one.day for one in self.year.accepted if one.day is not None]
        self.day = max([self.day, *days])

    @invariant()
    def one_holder_at_a_time(self) -> None:
        """Nobody shares a post, and nobody is a member twice at a time."""
        if self.events:
            cluster = self.year.cluster
            for post in Post:
                terms = [one.days for one in cluster.terms if one.post is post]
                for (first, until), (other, end) in combinations(terms, 2):
                    assert until <= other or end <= first
            assert len(self.year.present) == len(set(self.year.present))

    @invariant()
    def only_members_vote(self) -> None:
        """Who has voted, and for whom, was a member on the day, and voted once on a question."""
        votes: list[tuple[str, str]] = []
        for event in self.year.accepted if self.events else ():
            if isinstance(event.content, Ballot):
                assert self.year.cluster.is_member(event.by, event.day) is not False
                votes.append((event.by, event.content.question))
        assert len(votes) == len(set(votes))

    @invariant()
    def nobody_checks_itself(self) -> None:
        """Whatever merges and splits, no unit is to check itself, nor one that ended."""
        if self.events and isinstance(self.year.pairing, Known):
            for check in self.year.pairing.value.checks:
                assert check.by != check.of

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every event counts, is cancelled, cancels, or was refused with a reason."""
        if self.events:
            year = self.year
            cancels = len(year.cancelled)
            assert len(self.events) == len(year.accepted) + 2 * cancels + len(year.refused)
            assert all(one.faults for one in year.refused)

    @invariant()
    def nothing_is_late(self) -> None:
        """What was accepted was recorded in the order of its days."""
        if self.events:
            days = [one.day for one in self.year.accepted if one.day is not None]
            assert days == sorted(days)

    def teardown(self) -> None:
        """Read from its document, event by event or whole, the year is equal."""
        if self.events:
            assert self.year == loads(dumps(self.year), Year)
            assert self.year == fold(loads(dumps(event), Event) for event in self.events)


TestAYear = AYear.TestCase
TestAYear.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
