# SPDX-License-Identifier: MIT
"""A cluster: its members, and who leads it, by date (*cụm, khối thi đua*).

Days are half open: a membership holds from its first day up to, but not on, the day *until*.
What is unknown of a term bounds nothing: a head with neither days nor year leads at all times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar, final

from attrs import field, frozen

from thidua.cluster.fact import (
    UNKNOWN,
    Fact,
    GivenFact,
    GivenFacts,
    Known,
    as_count,
    as_day,
    as_text,
    as_texts,
    as_truth,
    fact,
    facts,
    value_of,
)
from thidua.cluster.unit import Change, Unit
from thidua.errors import ClusterFault, Fault, Faults
from thidua.quantity.term import Term as Word
from thidua.quantity.typed import typed

__all__ = ["Cluster", "ClusterForm", "Member", "Person", "Post", "Term"]


class ClusterForm(Word):
    """What a cluster is called; says nothing of its level."""

    CUM = "cụm"
    """*Cụm thi đua*."""
    KHOI = "khối"
    """*Khối thi đua*."""
    KHU_VUC = "khu vực"
    """*Khu vực thi đua*."""


class Post(Word):
    """A post in a cluster."""

    HEAD = "head"
    """*Cụm trưởng, trưởng khối*."""
    DEPUTY = "deputy"
    """*Cụm phó, phó trưởng khối*."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Person:
    """A person, with what the papers say of them."""

    kind: ClassVar = "person"
    name: str
    """Name."""
    posts: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Posts held elsewhere: ``"Phó Giám đốc Sở Nội vụ tỉnh Bắc Giang"``."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Member:
    """A unit belongs to a cluster for some time."""

    kind: ClassVar = "member"
    unit: str
    """Code of the unit."""
    first: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """First day; unknown bounds nothing."""
    until: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """First day on which it no longer is a member; unknown bounds nothing."""

    def __attrs_post_init__(self) -> None:
        """Refuse a membership that ends before it begins."""
        _some_days(_span(self), f"unit {self.unit!r} is a member")


def _person(given: GivenFact[Person]) -> Fact[Person]:
    return fact(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Term:
    """A post held for some time, by a unit, a person, or both (*nhiệm kỳ*)."""

    kind: ClassVar = "term"
    post: Post = field(converter=Post)
    """The post."""
    unit: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Code of the unit that holds it."""
    person: Fact[Person] = field(default=UNKNOWN, converter=_person, kw_only=True)
    """Who holds it."""
    year: Fact[int] = field(default=UNKNOWN, converter=as_count, kw_only=True)
    """Year of the term, where no days are known."""
    first: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """First day."""
    until: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """First day after it."""

    def __attrs_post_init__(self) -> None:
        """Refuse a term that ends before it begins."""
        _some_days(self.days, f"a term of {self.post}")

    @property
    def days(self) -> tuple[date, date]:
        """First day, and first day after it, as far as they are known."""
        year = value_of(self.year)
        first = date.min if year is None else date(year, 1, 1)
        until = date.max if year is None else date(year + 1, 1, 1)
        return value_of(self.first) or first, value_of(self.until) or until


def _form(given: GivenFact[ClusterForm] | str) -> Fact[ClusterForm]:
    return fact(ClusterForm(given) if isinstance(given, str) else given)


def _members(given: GivenFacts[Member | str]) -> Fact[tuple[Member, ...]]:
    match listed := facts(given):
        case Known(units):
            made = tuple(Member(one) if isinstance(one, str) else one for one in units)
            return Known(made, inferred=listed.inferred)
        case _:
            return UNKNOWN


def _units(given: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(given)


def _terms(given: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(given)


def _changes(given: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Cluster:
    """Units that compete with each other (*cụm, khối thi đua*).

    Example:
        >>> cluster = Cluster("cum-3", "Cụm thi đua số 3", members=["tan-hong", "hong-ngu"])
        >>> cluster.members_on(date(2022, 7, 26))
        ('tan-hong', 'hong-ngu')
        >>> cluster.holder("head", on=date(2022, 7, 26))
        Unknown()
    """

    kind: ClassVar = "cluster"
    code: str
    """Code."""
    name: str
    """Name, for people."""
    form: Fact[ClusterForm] = field(default=UNKNOWN, converter=_form, kw_only=True)
    """Whether it is called *cụm* or *khối*."""
    number: Fact[int] = field(default=UNKNOWN, converter=as_count, kw_only=True)
    """Its number among the clusters of one level."""
    level: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Level: ``"tỉnh"``, ``"huyện"``, ``"liên tỉnh"``."""
    sector: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Sector: ``"Nội vụ"``."""
    place: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Province or district that it belongs to."""
    superior: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Council above it (*hội đồng thi đua, khen thưởng cấp trên*)."""
    aliases: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Other names that papers give it."""
    members: Fact[tuple[Member, ...]] = field(default=UNKNOWN, converter=_members, kw_only=True)
    """Its members, as far as they are listed; a code alone is a member at all times."""
    complete: Fact[bool] = field(default=UNKNOWN, converter=as_truth, kw_only=True)
    """Whether all members are listed."""
    classes: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Members given by class only: ``"các xã, thị trấn"``."""
    units: tuple[Unit, ...] = field(default=(), converter=_units, kw_only=True)
    """What is known of the units that are named."""
    changes: tuple[Change, ...] = field(default=(), converter=_changes, kw_only=True)
    """Units that were merged or split."""
    terms: tuple[Term, ...] = field(default=(), converter=_terms, kw_only=True)
    """Who holds which post when, as far as that is known."""

    def __attrs_post_init__(self) -> None:
        """Refuse two heads at a time, and a unit that is a member twice."""
        if faults := (*_members_twice(self), *_posts_twice(self)):
            raise Faults(faults)

    def members_on(self, day: date | None = None) -> tuple[str, ...] | None:
        """Return the members listed of a day, or of any day; None if none are listed."""
        listed = value_of(self.members)
        if listed is None:
            return None
        return tuple(dict.fromkeys(one.unit for one in listed if day is None or _held(one, day)))

    def is_member(self, unit: str, on: date | None = None) -> bool | None:
        """Tell whether a unit is a member; None if not all are listed, and it is not."""
        listed = self.members_on(on)
        if listed is not None and unit in listed:
            return True
        known = listed is not None and unit in (self.members_on() or ())
        return False if known or value_of(self.complete) else None

    def holder(self, post: Post | str, *, on: date | None = None) -> Fact[Term]:
        """Return who holds a post on a day; absent a day, who holds it last."""
        wanted = Post(post)
        terms = sorted((one for one in self.terms if one.post is wanted), key=lambda t: t.days)
        held = [one for one in terms if on is None or one.days[0] <= on < one.days[1]]
        return Known(held[-1]) if held else UNKNOWN

    def called(self, unit: str) -> str:
        """Return the name of a unit, or its code if no name is known."""
        return next((one.name for one in self.units if one.code == unit), unit)


def _held(member: Member, day: date) -> bool:
    first, until = value_of(member.first), value_of(member.until)
    return (first is None or first <= day) and (until is None or day < until)


def _some_days(days: tuple[date, date], what: str) -> None:
    first, until = days
    if until <= first:
        said = f"{what} from {first.isoformat()} up to {until.isoformat()}, which is no day"
        raise ClusterFault(("until",), "no-day", said, "the day until is the first day after it")


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _span(member: Member) -> tuple[date, date]:
    return value_of(member.first) or date.min, value_of(member.until) or date.max


def _members_twice(cluster: Cluster) -> Iterator[Fault]:
    listed = value_of(cluster.members) or ()
    for index, member in enumerate(listed):
        if any(
            member.unit == one.unit and _overlap(_span(member), _span(one))
            for one in listed[:index]
        ):
            what = f"unit {member.unit!r} is a member twice at a time"
            at = ("members", index)
            yield ClusterFault(at, "unit-twice", what, "list it once, or end the first time")


def _posts_twice(cluster: Cluster) -> Iterator[Fault]:
    for index, term in enumerate(cluster.terms):
        for former in cluster.terms[:index]:
            if former.post is term.post and _overlap(former.days, term.days):
                what = f"{_who(term)!r} is {term.post} while {_who(former)!r} is"
                todo = "give the days or the year of both terms so that one ends first"
                yield ClusterFault(("terms", index), "post-twice", what, todo)


def _who(term: Term) -> str:
    """Name who holds a post, by unit, then by person."""
    person = value_of(term.person)
    return value_of(term.unit) or (person.name if person else "somebody unknown")
