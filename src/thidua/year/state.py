# SPDX-License-Identifier: MIT
"""What a year has come to while its events are folded; changes in place, never seen outside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache

from attrs import Factory, define

from thidua.cluster import Cluster, Known, Pairing
from thidua.cluster.fact import value_of
from thidua.rubric import Criterion, Part, Rubric, Section
from thidua.year.agreement import AgreedRubric, CrossCheck
from thidua.year.campaign import Pledge, Registration
from thidua.year.changing import changed, passed_on, present
from thidua.year.digest import digest
from thidua.year.event import Content, Event
from thidua.year.honour import HandOver
from thidua.year.stage import Stage
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
from thidua.year.year import Publication, Standing

__all__ = ["State", "codes_of", "criteria_of", "key_of"]


@define
class State:
    """What guards look at."""

    opening: Opening | None = None
    cluster: Cluster | None = None
    stage: str = ""
    standing: Standing = Standing.OPEN
    events: dict[str, Event] = Factory(dict)
    """Accepted events by id, in order, also those cancelled later."""
    cancelled: list[str] = Factory(list)
    publications: list[Publication] = Factory(list)
    keys: dict[object, str] = Factory(dict)
    """What may be on record once, with the id of the event that put it there."""
    entries: dict[tuple[str, str], list[tuple[Event, Entry]]] = Factory(dict)
    """Entries by unit and code, in order."""
    ballots: list[tuple[str, Ballot]] = Factory(list)
    """Ballots, each with who cast it."""
    decisions: list[Decision] = Factory(list)
    rubric: Rubric | None = None
    pairing: Pairing | None = None
    reorganised: list[Reorganised] = Factory(list)
    last_time: datetime | None = None
    last_day: date | None = None

    @property
    def current(self) -> Stage | None:
        """The stage that the assessment is in."""
        return None if self.opening is None else self.opening.procedure.stage(self.stage)

    @property
    def known_cluster(self) -> Cluster:
        """The cluster, once the year is open."""
        assert self.cluster is not None  # noqa: S101 - asked before
        return self.cluster

    @property
    def counting(self) -> Iterator[Event]:
        """Accepted events that were not cancelled."""
        gone = set(self.cancelled)
        return (event for id_, event in self.events.items() if id_ not in gone)

    def accept(self, event: Event) -> None:
        """Take an event that fits."""
        self.events[event.id] = event
        self._remember(event)
        if isinstance(event.content, Cancel):
            self.cancelled.append(event.content.event)
            self._again()
        else:
            self._apply(event)

    def _remember(self, event: Event) -> None:
        at = value_of(event.at)
        self.last_day = event.day or self.last_day
        if isinstance(at, datetime):
            self.last_time = at.astimezone(UTC)

    def _again(self) -> None:
        """Apply what counts anew; it fitted when it came, and nothing stands on what is gone."""
        former = [*self.publications]
        self.cluster, self.rubric, self.pairing = None, None, None
        for held in (
            self.keys, self.entries, self.ballots, self.decisions, self.publications,
            self.reorganised,
        ):  # fmt: skip
            held.clear()
        for event in self.counting:
            if not isinstance(event.content, Cancel):
                self._apply(event)
        self.publications = former

    def _apply(self, event: Event) -> None:
        content = event.content
        if (key := key_of(content)) is not None:
            self.keys[key] = event.id
        match content:
            case Opening(_, cluster):
                self.opening, self.cluster = content, cluster
            case HandOver() if self.cluster is not None:
                self.cluster = changed(self.cluster, content)
            case Joined() | Left() | Reorganised() if self.cluster is not None:
                self.cluster = changed(self.cluster, content)
                self.keys.pop(_PAIRING, None)  # others are members: it may be paired anew
                if isinstance(content, Reorganised):
                    self.reorganised.append(content)
            case AgreedRubric(rubric=Known(rubric)):
                self.rubric = rubric
            case CrossCheck(pairing=Known(pairing)):
                self.pairing = pairing
            case Move(to):
                self.stage = to
            case Entry(_, unit, code):
                self.entries.setdefault((unit, code), []).append((event, content))
            case Ballot():
                self.ballots.append((event.by, content))
            case Decision():
                self.decisions.append(content)
            case Lock():
                self.standing = Standing.LOCKED
            case Publish():
                self.standing = Standing.PUBLISHED
                self.publications.append(Publication(event.id, digest(self.counting)))
            case Unlock():
                self.standing = Standing.OPEN
            case _:
                return

    def criteria(self) -> tuple[str, ...]:
        """Return the codes of the criteria of the rubric, if it is known."""
        return () if self.rubric is None else criteria_of(self.rubric)

    @property
    def members(self) -> tuple[str, ...]:
        """Members as of the last event, as far as they are listed."""
        return () if self.cluster is None else present(self.cluster, self.last_day)

    @property
    def present(self) -> tuple[str, ...]:
        """The same, with others that have entries, where not all members are listed."""
        cluster, day = self.known_cluster, self.last_day
        entered = dict.fromkeys(unit for unit, _ in self.entries)
        others = (unit for unit in entered if cluster.is_member(unit, day) is None)
        return (*self.members, *others)

    def pairing_on(self, day: date | None) -> Pairing | None:
        """Return who checks whom on a day, after what has merged and split by then."""
        found = self.pairing
        for one in self.reorganised:
            if found is not None and (day is None or one.change.day <= day):
                found = passed_on(found, one)
        return found

    @property
    def voters(self) -> set[tuple[str, str]]:
        """Who has voted on what."""
        return {(by, ballot.question) for by, ballot in self.ballots}

    def within(self, code: str, shares: tuple[str, ...]) -> bool:
        """Tell whether a criterion is among those named, itself or by its section."""
        sections = () if self.rubric is None else self.rubric.sections
        return not shares or code in shares or code in _under(sections, shares)


@lru_cache(maxsize=64)
def criteria_of(rubric: Rubric) -> tuple[str, ...]:
    """Return the codes of the criteria of a rubric, in printed order."""
    return tuple(_criteria(rubric.sections))


@lru_cache(maxsize=64)
def codes_of(rubric: Rubric) -> frozenset[str]:
    """Return what an entry may name: criteria and measures."""
    return frozenset((*criteria_of(rubric), *(one.code for one in rubric.measures)))


def _criteria(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Criterion):
            yield part.code
        else:
            yield from _criteria(part.criteria)


def _under(parts: tuple[Part, ...], shares: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        if part.code in shares:
            yield from _criteria((part,))
        elif isinstance(part, Section):
            yield from _under(part.criteria, shares)


_PAIRING = ("pairing",)


def key_of(content: Content) -> object:
    """Return what may be on record only once, or None."""
    match content:
        case Opening():
            return ("opening",)
        case AgreedRubric():
            return ("rubric",)
        case CrossCheck(pairing=Known()):
            return _PAIRING
        case Pledge(year):
            return ("pledge", year)
        case Registration(unit=Known(unit)):
            return ("registration", unit)
        case HandOver(year):
            return ("hand-over", year)
        case Explanation(stage, unit, code):
            return ("explanation", stage, unit, code)
        case _:
            return None
