# SPDX-License-Identifier: MIT
"""Clusters, and what happens in their years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin

from attrs import fields, has, resolve_types
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from thidua.cluster import (
    UNKNOWN,
    ClassGoal,
    Cluster,
    Known,
    Member,
    Merge,
    MidYear,
    Outlook,
    Pairing,
    Prospect,
    Split,
    Term,
    Unit,
    Unknown,
    mid_year,
    pair,
)
from thidua.errors import ClusterFault, Fault
from thidua.formula import DirectEntry
from thidua.formula.kernel import Constant, Reported
from thidua.quantity import Interval, State
from thidua.ranking import Grade, GradeTable, classify, rank
from thidua.rubric import Criterion, Measure, Rubric, Sheet, score
from thidua.strategies.number import intervals, numbers
from thidua.strategies.rubric import rubrics
from thidua.year import (
    Content,
    Event,
    Moment,
    Move,
    Need,
    OfficialBy,
    OfficialRule,
    Opening,
    Procedure,
    Reorganised,
    Stage,
    Takes,
    Who,
    Year,
    fold,
)

__all__ = ["clusters", "contents", "events", "mid_years", "procedures", "values_of", "years"]

UNITS = ("an", "binh", "chau", "dai")
NEW = "moi"
STAGES = ("s", "t")
WORDS = st.sampled_from([*UNITS, *STAGES, "1", "e0", "e1", "e2", "x"])
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
TIMES = st.datetimes(timezones=st.just(UTC))


def clusters() -> SearchStrategy[Cluster]:
    """Draw clusters whose members and heads are known, inferred or not stated."""
    members = st.lists(_members(), unique_by=lambda one: one.unit, min_size=2, max_size=4)
    lead = [Term("head", unit="an", year=2026), Term("deputy", unit="binh", year=2026)]
    rest: dict[str, SearchStrategy[Any]] = {
        one.name: _of(one.type)
        for one in fields(resolve_types(Cluster))
        if one.name
        in {"form", "number", "level", "sector", "aliases", "complete", "classes", "changes"}
    }
    return st.builds(
        Cluster,
        WORDS,
        WORDS,
        members=st.none() | members,
        units=st.just([Unit("an", "xã An")]),
        terms=st.sampled_from([lead[:0], lead[:1], lead]) | _terms().map(lambda one: [one]),
        **rest,
    )


def _members() -> SearchStrategy[Member]:
    """Draw members; most of all times, some of a part of the years."""
    some = st.lists(DAYS, min_size=2, max_size=2, unique=True).map(sorted)
    spans = st.just((None, None)) | st.just((None, None)) | some.map(tuple)
    return st.builds(
        lambda unit, span: Member(unit, first=span[0], until=span[1]),
        st.sampled_from(UNITS),
        spans,
    )


def _terms() -> SearchStrategy[Term]:
    """Draw terms of a year, or from a day on, held by a unit, a person, or both."""
    when: SearchStrategy[dict[str, Any]] = st.builds(dict, year=st.sampled_from([2026, 2027]))
    when |= st.builds(dict, first=DAYS)
    return st.builds(
        lambda post, unit, person, when: Term(post, unit=unit, person=person, **when),
        st.sampled_from(["head", "deputy"]),
        st.sampled_from([None, *UNITS]),
        _of(_type_of(Term, "person")),
        when,
    )


def procedures() -> SearchStrategy[Procedure]:
    """Draw procedures of two stages."""
    stages = [
        st.builds(
            Stage,
            st.just(code),
            WORDS,
            takes=st.lists(st.sampled_from(Takes), min_size=2, unique=True),
            who=st.sampled_from([one for one in Who if one is not Who.NAMED]),
            needs=st.lists(st.sampled_from(Need), max_size=1),
            back=st.just(STAGES[:1]) if place else st.just(()),
            reasons=st.booleans(),
            evidence=st.booleans(),
        )
        for place, code in enumerate(STAGES)
    ]
    counting = st.lists(st.sampled_from(STAGES), unique=True)
    official = st.builds(OfficialBy, st.sampled_from(OfficialRule), counting)
    return st.builds(Procedure, st.tuples(*stages), official)


def _type_of(cls: type[Any], name: str) -> Any:  # noqa: ANN401 - any annotation
    return getattr(fields(resolve_types(cls)), name).type


SEVERAL = st.lists(st.sampled_from([*UNITS, NEW]), unique=True, min_size=2, max_size=3)


def _merges() -> SearchStrategy[Merge]:
    return st.builds(Merge, DAYS, SEVERAL, st.sampled_from([*UNITS, NEW]))


def _splits() -> SearchStrategy[Split]:
    return st.builds(Split, DAYS, st.sampled_from(UNITS), SEVERAL)


@st.composite
def _reorganised(draw: st.DrawFn) -> Reorganised:
    """Draw a change of members, most often with an heir that comes of it."""
    change = draw(_merges() | _splits())
    into = (change.into,) if isinstance(change, Merge) else change.into
    units = [Unit(code, f"xã {code}") for code in into if draw(st.booleans())]
    heir = draw(st.none() | st.sampled_from([*into, "x"]))
    reference = draw(_of(_type_of(Reorganised, "reference")))
    return Reorganised(change, units, heir=heir, reference=reference)


def _of(type_: Any) -> SearchStrategy[Any]:  # noqa: ANN401 - any annotation
    """Draw values of the type of a field."""
    known: dict[Any, Callable[[], SearchStrategy[Any]]] = {
        str: lambda: WORDS,
        int: lambda: st.sampled_from([2025, 2026, 2027]),
        bool: st.booleans,
        date: lambda: DAYS,
        Moment: lambda: DAYS | TIMES,
        Fraction: numbers,
        Cluster: clusters,
        Procedure: procedures,
        Rubric: rubrics,
        Pairing: lambda: st.permutations(UNITS).map(pair),
        Term: _terms,
        Member: _members,
        Merge: _merges,
        Split: _splits,
        Reorganised: _reorganised,
        Interval: intervals,
        Constant: lambda: numbers().map(Constant),
        Reported: lambda: st.sampled_from(["a", "b"]).map(Reported),
        Fault: lambda: st.builds(ClusterFault, st.just(("content", 0)), WORDS, WORDS, WORDS),
        Event: events,
        Known: lambda: st.builds(Known, WORDS, inferred=st.sampled_from(["", "x"])),
        MidYear: mid_years,
        Outlook: lambda: mid_years().flatmap(_unit),
        ClassGoal: lambda: st.builds(
            ClassGoal, WORDS, prospect=st.sampled_from(Prospect), sure=st.none() | numbers()
        ),
        Year: years,
    }
    if type_ in known:
        return known[type_]()
    if Unknown in get_args(type_):
        of = _of(get_args(get_args(type_)[0])[0])
        return st.just(UNKNOWN) | of.map(Known) | of.map(lambda one: Known(one, inferred="x"))
    if get_origin(type_) is tuple and Ellipsis not in get_args(type_):
        return st.tuples(*(_of(one) for one in get_args(type_)))
    if get_origin(type_) is tuple:
        return st.lists(_of(get_args(type_)[0]), max_size=2, unique=True).map(tuple)
    if isinstance(type_, UnionType):
        kinds = [one for one in get_args(type_) if one is not NoneType]
        none = [st.none()] if len(kinds) < len(get_args(type_)) else []
        return st.one_of([*none, *(_of(one) for one in kinds)])
    if has(type_):
        return _built(type_)
    return st.sampled_from(cast("type[StrEnum]", type_))


def _unit(one: MidYear) -> SearchStrategy[Outlook]:
    return st.sampled_from(one.units)


def _built(cls: type[Any]) -> SearchStrategy[Any]:
    resolve_types(cls)
    return st.builds(cls, **{one.name: _later(one.type) for one in fields(cls)})


def _later(type_: object) -> SearchStrategy[Any]:
    return st.deferred(lambda: _of(type_))


def values_of(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw values of any class of `thidua.cluster` or `thidua.year`, those refused left out."""
    return _of(kind)


def contents(kinds: Sequence[type[Any]] = get_args(Content)) -> SearchStrategy[Content]:
    """Draw what an event may say, of any kind or of those given."""
    return st.one_of([_later(kind) for kind in kinds])


_HALFWAY = Rubric(
    "sk",
    "Sơ kết",
    measures=[Measure("nay", "Đến nay", most=10), Measure("sau", "Còn lại", most=10)],
    sections=[
        Criterion("1", "Đến nay", maximum=10, formula=DirectEntry("nay")),
        Criterion("2", "Còn lại", maximum=10, formula=DirectEntry("sau")),
    ],
)
_CLASSES = GradeTable([Grade("A", at_least=15), Grade("B", above=8), Grade("C")])


@st.composite
def mid_years(draw: st.DrawFn) -> MidYear:
    """Draw mid-year reviews of one small rubric, with and without classes."""
    units = draw(st.lists(st.sampled_from(UNITS), unique=True, min_size=1))
    cells = st.integers(0, 10) | st.just(State.NOT_DUE)
    scores = score(
        _HALFWAY, [Sheet(unit, {"nay": draw(cells), "sau": draw(cells)}) for unit in units]
    )
    classes = classify(scores, _CLASSES) if draw(st.booleans()) else None
    ties = draw(st.sampled_from(["share", "dense", ("1",)]))
    among = draw(st.sampled_from([(), (1,), (1, 2)]))
    return mid_year(rank(scores, ties=ties), among=among, classes=classes)


def events(*, content: SearchStrategy[Content] | None = None) -> SearchStrategy[Event]:
    """Draw an event, be it one that fits or not."""
    ids = st.sampled_from([f"e{number}" for number in range(20)])
    moment = st.none() | DAYS | TIMES
    return st.builds(Event, ids, contents() if content is None else content, by=WORDS, at=moment)


def years() -> SearchStrategy[Year]:
    """Draw years: an opening, the first stage, then events of which some are refused."""
    opening = st.builds(Event, st.just("opening"), _built(Opening))
    first = Event("first", Move(STAGES[0]))
    return st.builds(
        lambda opened, more: fold([opened, first, *more]), opening, st.lists(events(), max_size=8)
    )
