# SPDX-License-Identifier: MIT
"""The year of a cluster, as its events tell it (*năm thi đua*)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, TypeVar, final

from attrs import field, frozen

from thidua.cluster import Charter, Cluster, Fact, Known, Pairing, Post, Reference, Term
from thidua.cluster.fact import UNKNOWN
from thidua.errors import ClusterFault, Fault
from thidua.quantity.term import Term as Word
from thidua.quantity.typed import typed
from thidua.year.agreement import AgreedRubric, CrossCheck
from thidua.year.campaign import Aim, Campaign, Pledge, Registration
from thidua.year.event import Event, Moment
from thidua.year.honour import HandOver, Honour, Nomination
from thidua.year.meeting import Finding, Meeting, Plan, Press
from thidua.year.stage import Procedure, Stage
from thidua.year.step import Ballot, Decision, Entry, Explanation, Opening

__all__ = ["Entered", "Publication", "Refusal", "Standing", "Year"]

T = TypeVar("T")


class Standing(Word):
    """Whether the results of a year may change."""

    OPEN = "open"
    """They may."""
    LOCKED = "locked"
    """They may not (*đã khóa*)."""
    PUBLISHED = "published"
    """They may not, and are known to all (*đã công bố*)."""


def _said(faults: tuple[Fault, ...]) -> tuple[str, ...]:
    """Compare faults by what they say; exceptions are else equal only to themselves."""
    return tuple(f"{fault.code} {fault}" for fault in faults)


@final
@frozen(field_transformer=typed(ClusterFault))
class Refusal:
    """An event that did not fit, kept with every reason."""

    kind: ClassVar = "refusal"
    event: Event
    """The event, as it was given."""
    faults: tuple[Fault, ...] = field(eq=_said)
    """Why it was refused; at least one."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Publication:
    """Results that were published."""

    kind: ClassVar = "publication"
    event: str
    """Id of the event."""
    digest: str
    """Digest of what they stand on."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Entered:
    """An entry, with who made it."""

    kind: ClassVar = "entered"
    event: str
    """Id of the event."""
    by: str
    """Who entered it."""
    entry: Entry
    """The entry."""
    at: Fact[Moment] = field(default=UNKNOWN, kw_only=True)
    """When it was recorded; `Entry.day` is when it was judged, if that is another day."""


def _events(given: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Year:
    """The year of a cluster; `fold` makes it of events, and nothing else should.

    What no event speaks of is unknown, not empty.
    """

    kind: ClassVar = "year"
    events: tuple[Event, ...] = field(converter=_events)
    """Every event that was given, in that order; folding them gives this year again."""
    accepted: tuple[Event, ...]
    """Those that count: neither refused nor cancelled."""
    refused: tuple[Refusal, ...]
    """Those that did not fit, with the reasons."""
    cancelled: tuple[str, ...]
    """Ids of those that were taken back."""
    opening: Opening
    """How the year began."""
    cluster: Cluster
    """The cluster, as it now is."""
    present: tuple[str, ...]
    """Codes of its members on the last day on which something was recorded; where not all are
    listed, also of others that have entries."""
    pairing: Fact[Pairing]
    """Who checks whom, after what has merged and split by that day."""
    stage: str
    """Code of the stage that the assessment is in; empty before the first."""
    standing: Standing
    """Whether results may change."""
    publications: tuple[Publication, ...]
    """What was published, with digests; the last counts."""

    @property
    def number(self) -> int:
        """The year."""
        return self.opening.year

    @property
    def procedure(self) -> Procedure:
        """The stages of its assessment."""
        return self.opening.procedure

    @property
    def stages(self) -> Fact[tuple[Stage, ...]]:
        """The stages of its assessment, if any are known."""
        return Known(self.procedure.stages) if self.procedure.stages else UNKNOWN

    @property
    def head(self) -> Fact[Term]:
        """Who heads the cluster at the end of the year, or else who last did in it."""
        return self._holder(Post.HEAD)

    @property
    def deputy(self) -> Fact[Term]:
        """Its deputy, in the same way."""
        return self._holder(Post.DEPUTY)

    @property
    def charter(self) -> Fact[Charter]:
        """The charter that was last put on record."""
        found = self._all(Charter)
        return Known(found[-1]) if found else UNKNOWN

    @property
    def references(self) -> Fact[tuple[Reference, ...]]:
        """Documents referred to."""
        return self._stated(Reference)

    @property
    def campaigns(self) -> Fact[tuple[Campaign, ...]]:
        """Campaigns."""
        return self._stated(Campaign)

    @property
    def pledges(self) -> Fact[tuple[Pledge, ...]]:
        """Pledges; also those of the years before and after that a meeting speaks of."""
        return self._stated(Pledge)

    @property
    def registrations(self) -> Fact[tuple[Registration, ...]]:
        """Registrations."""
        return self._stated(Registration)

    @property
    def aims(self) -> Fact[tuple[Aim, ...]]:
        """Targets set for the cluster as a whole."""
        return self._stated(Aim)

    @property
    def rubric(self) -> Fact[AgreedRubric]:
        """The rubric agreed on."""
        found = self._all(AgreedRubric)
        return Known(found[-1]) if found else UNKNOWN

    @property
    def cross_checks(self) -> Fact[tuple[CrossCheck, ...]]:
        """Cross-checks, planned or done."""
        return self._stated(CrossCheck)

    @property
    def meetings(self) -> Fact[tuple[Meeting, ...]]:
        """Meetings."""
        return self._stated(Meeting)

    @property
    def findings(self) -> Fact[tuple[Finding, ...]]:
        """What was found."""
        return self._stated(Finding)

    @property
    def plans(self) -> Fact[tuple[Plan, ...]]:
        """What is planned."""
        return self._stated(Plan)

    @property
    def nominations(self) -> Fact[tuple[Nomination, ...]]:
        """Who was put forward."""
        return self._stated(Nomination)

    @property
    def honours(self) -> Fact[tuple[Honour, ...]]:
        """Who was awarded."""
        return self._stated(Honour)

    @property
    def hand_overs(self) -> Fact[tuple[HandOver, ...]]:
        """Posts handed over."""
        return self._stated(HandOver)

    @property
    def press(self) -> Fact[tuple[Press, ...]]:
        """Published reports."""
        return self._stated(Press)

    @property
    def entries(self) -> Fact[tuple[Entered, ...]]:
        """Entries of all stages, in the order in which they were made."""
        found = tuple(
            Entered(event.id, event.by, event.content, at=event.at)
            for event in self.accepted
            if isinstance(event.content, Entry)
        )
        return Known(found) if found else UNKNOWN

    @property
    def explanations(self) -> Fact[tuple[Explanation, ...]]:
        """Explanations that units gave."""
        return self._stated(Explanation)

    @property
    def decisions(self) -> Fact[tuple[Decision, ...]]:
        """Decisions of conferences and councils."""
        return self._stated(Decision)

    @property
    def ballots(self) -> Fact[tuple[Ballot, ...]]:
        """Ballots."""
        return self._stated(Ballot)

    def votes(self, question: str) -> dict[str, int]:
        """Count the votes for each unit on a question, most first, then by code."""
        counts: dict[str, int] = {}
        for ballot in self._all(Ballot):
            for unit in ballot.choices if ballot.question == question else ():
                counts[unit] = counts.get(unit, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def _all(self, sort: type[T]) -> tuple[T, ...]:
        return tuple(one.content for one in self.accepted if isinstance(one.content, sort))

    def _stated(self, sort: type[T]) -> Fact[tuple[T, ...]]:
        found = self._all(sort)
        return Known(found) if found else UNKNOWN

    def _holder(self, post: Post) -> Fact[Term]:
        """Return who last held a post in this year."""
        first, until = date(self.number, 1, 1), date(self.number + 1, 1, 1)
        terms = [one for one in self.cluster.terms if one.post is post]
        held = [one for one in terms if one.days[0] < until and first < one.days[1]]
        return Known(max(held, key=lambda one: one.days)) if held else UNKNOWN
