# SPDX-License-Identifier: MIT
"""The laws of folding: whatever comes, what was accepted keeps the year sound."""

from __future__ import annotations

from itertools import combinations
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from thidua.cluster import Cluster, Post
from thidua.strategies import clusters, contents, events, years
from thidua.wire import dumps, loads
from thidua.year import (
    Ballot,
    Content,
    Entry,
    Event,
    Joined,
    Left,
    Lock,
    Move,
    Opening,
    Procedure,
    Publish,
    Stage,
    Standing,
    Unlock,
    Year,
    digest,
    fold,
)

USUAL = contents([Entry, Ballot, Joined, Left, Lock, Publish, Unlock, Move])


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
    assert year.accepted == again.accepted
    assert year.cluster == again.cluster
    assert () == again.refused


class AYear(RuleBasedStateMachine):
    """A year to which anything may be said."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []

    @initialize(cluster=clusters())
    def open(self, cluster: Cluster) -> None:
        """Open the year, with one stage in which all may be entered."""
        stage = Stage("s", "S", takes=["entries", "ballots", "decisions"], reasons=False)
        self.events.append(Event("o", Opening(2026, cluster, Procedure([stage]))))
        self.events.append(Event("m", Move("s")))
        self.year = fold(self.events)

    @rule(content=USUAL | contents(), by=st.sampled_from(["an", "binh", "x"]))
    def say(self, content: Content, by: str) -> None:
        """Say something; while results are published, nothing but an unlock changes them."""
        before = self.year
        self.events.append(Event(f"n{len(self.events)}", content, by=by))
        self.year = fold(self.events)
        if before.standing is Standing.PUBLISHED and not isinstance(content, Unlock):
            assert digest(before.accepted) == digest(self.year.accepted)
            assert Standing.PUBLISHED is self.year.standing
        if before.standing is Standing.PUBLISHED and self.year.standing is Standing.PUBLISHED:
            assert before.publications == self.year.publications

    @invariant()
    def one_holder_at_a_time(self) -> None:
        """Nobody shares a post."""
        for post in Post if self.events else ():
            terms = [one.days for one in self.year.cluster.terms if one.post is post]
            for (first, until), (other, end) in combinations(terms, 2):
                assert until <= other or end <= first

    @invariant()
    def only_members_vote(self) -> None:
        """Who has voted is no stranger."""
        for event in self.year.accepted if self.events else ():
            if isinstance(event.content, Ballot):
                assert self.year.cluster.is_member(event.by) is not False

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every event counts, is cancelled, cancels, or was refused with a reason."""
        if self.events:
            year = self.year
            cancels = len(year.cancelled)
            assert len(self.events) == len(year.accepted) + 2 * cancels + len(year.refused)
            assert all(one.faults for one in year.refused)


TestAYear = AYear.TestCase
TestAYear.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
