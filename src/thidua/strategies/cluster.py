# SPDX-License-Identifier: MIT
"""Clusters, and what happens in their years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date
from enum import StrEnum
from fractions import Fraction
from typing import Any, cast, get_args, get_origin

from attrs import fields, has, resolve_types
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from thidua.cluster import UNKNOWN, Cluster, Known, Member, Pairing, Term, Unit, Unknown, pair
from thidua.rubric import Rubric
from thidua.strategies.number import numbers
from thidua.strategies.rubric import rubrics
from thidua.year import (
    Content,
    Event,
    Move,
    Need,
    Opening,
    Procedure,
    Stage,
    Takes,
    Who,
    Year,
    fold,
)

__all__ = ["clusters", "contents", "events", "years"]

UNITS = ("an", "binh", "chau", "dai")
STAGES = ("s", "t")
WORDS = st.sampled_from([*UNITS, *STAGES, "1", "e0", "e1", "e2", "x"])
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
TIMES = st.datetimes(timezones=st.just(UTC))


def clusters() -> SearchStrategy[Cluster]:
    """Draw clusters whose members and heads are known, inferred or not stated."""
    members = st.lists(st.sampled_from(UNITS), unique=True, min_size=2)
    first = [Term("head", unit="an", year=2026), Term("deputy", unit="binh", year=2026)]
    rest: dict[str, SearchStrategy[Any]] = {
        one.name: _of(one.type)
        for one in fields(resolve_types(Cluster))
        if one.name in {"form", "number", "level", "sector", "aliases", "complete", "classes"}
    }
    return st.builds(
        Cluster,
        WORDS,
        WORDS,
        members=st.none() | members,
        units=st.just([Unit("an", "xã An")]),
        terms=st.sampled_from([first[:0], first[:1], first]),
        **rest,
    )


def _procedures() -> SearchStrategy[Procedure]:
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
        )
        for place, code in enumerate(STAGES)
    ]
    return st.builds(Procedure, st.tuples(*stages))


def _of(type_: Any) -> SearchStrategy[Any]:  # noqa: ANN401 - any annotation
    """Draw values of the type of a field."""
    known: dict[Any, Callable[[], SearchStrategy[Any]]] = {
        str: lambda: WORDS,
        int: lambda: st.sampled_from([2025, 2026, 2027]),
        bool: st.booleans,
        date: lambda: DAYS,
        Fraction: numbers,
        Cluster: clusters,
        Procedure: _procedures,
        Rubric: rubrics,
        Pairing: lambda: st.permutations(UNITS).map(pair),
        Term: lambda: st.just(Term("head", unit="chau", year=2027)),
        Member: lambda: st.builds(Member, WORDS),
    }
    if type_ in known:
        return known[type_]()
    if Unknown in get_args(type_):
        of = _of(get_args(get_args(type_)[0])[0])
        return st.just(UNKNOWN) | of.map(Known) | of.map(lambda one: Known(one, inferred="x"))
    if get_origin(type_) is tuple:
        return st.lists(_of(get_args(type_)[0]), max_size=2, unique=True).map(tuple)
    if has(type_):
        return _built(type_)
    return st.sampled_from(cast("type[StrEnum]", type_))


def _built(cls: type[Any]) -> SearchStrategy[Any]:
    resolve_types(cls)
    return st.builds(cls, **{one.name: _later(one.type) for one in fields(cls)})


def _later(type_: object) -> SearchStrategy[Any]:
    return st.deferred(lambda: _of(type_))


def contents(kinds: Sequence[type[Any]] = get_args(Content)) -> SearchStrategy[Content]:
    """Draw what an event may say, of any kind or of those given."""
    return st.one_of([_built(kind) for kind in kinds])


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
