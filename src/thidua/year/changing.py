# SPDX-License-Identifier: MIT
"""How a cluster changes in the course of a year (*thay đổi thành viên, trưởng, phó*).

Members join, leave, merge and split by date; posts pass to others; and whoever carries a unit
on carries on its checks.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeAlias, assert_never

from attrs import evolve

from thidua.cluster import UNKNOWN, Check, Cluster, Known, Member, Pairing, Post, Term
from thidua.cluster.fact import value_of
from thidua.year.honour import HandOver
from thidua.year.step import Joined, Left, Reorganised

__all__ = ["Changing", "before", "changed", "may_belong", "passed_on", "present"]

Changing: TypeAlias = Joined | Left | Reorganised | HandOver
"""What changes a cluster."""

TAKEN_OVER = "tiếp nhận khi sắp xếp đơn vị"
"""From what it is inferred that a successor holds a post."""


def before(day: date) -> date:
    """Return the day before; the first day of all stays."""
    return day - timedelta(days=1) if day > date.min else day


def present(cluster: Cluster, day: date | None) -> tuple[str, ...]:
    """Return the members on a day, as far as they are listed; absent a day, those at last."""
    if day is None:
        listed = value_of(cluster.members) or ()
        ends = (value_of(end) for one in listed for end in (one.first, one.until))
        day = max((end for end in ends if end is not None), default=None)
    return cluster.members_on(day) or ()


def may_belong(cluster: Cluster, unit: str, day: date | None) -> bool:
    """Tell whether a unit may be a member on a day or later, for all that is known."""
    if cluster.is_member(unit, day) is not False:
        return True
    ends = [value_of(one.until) for one in value_of(cluster.members) or () if one.unit == unit]
    return day is not None and any(end is None or day < end for end in ends)


def changed(cluster: Cluster, content: Changing) -> Cluster:
    """Return the cluster after a change.

    Raises:
        Faults: If it contradicts what is known of it.
    """
    members = value_of(cluster.members) or ()
    match content:
        case Joined(unit, day):
            others = tuple(one for one in cluster.units if one.code != unit.code)
            added = (*members, Member(unit.code, first=day))
            return evolve(cluster, units=(*others, unit), members=added)
        case Left(unit, day):
            left = [_ended(one, unit, day) for one in members]
            return evolve(cluster, members=left, terms=_terms(cluster.terms, (unit,), "", day))
        case Reorganised():
            return _reorganised(cluster, members, content)
        case HandOver(terms=terms):
            former = [_cut(one, terms) for one in cluster.terms]
            return evolve(cluster, terms=(*former, *terms))
        case _:
            assert_never(content)


def _ended(member: Member, unit: str, day: date) -> Member:
    """Return a membership, ended if it is that of the unit on the day before."""
    first, until = value_of(member.first) or date.min, value_of(member.until) or date.max
    return evolve(member, until=day) if member.unit == unit and first < day <= until else member


def _cut(term: Term, new: Iterable[Term]) -> Term:
    """Return a running term, ended where another of the same post begins."""
    first, until = term.days
    begins = [one.days[0] for one in new if one.post is term.post and first < one.days[0] < until]
    return evolve(term, until=min(begins)) if begins else term


def _reorganised(cluster: Cluster, members: tuple[Member, ...], what: Reorganised) -> Cluster:
    day = what.change.day
    kept = list(members)
    for unit in what.ended:
        kept = [_ended(one, unit, day) for one in kept]
    began = [
        Member(unit, first=day)
        for unit in what.successors
        if cluster.is_member(unit, day) is not True
    ]
    named = {unit.code for unit in what.units}
    return evolve(
        cluster,
        members=(*kept, *began),
        units=(*(one for one in cluster.units if one.code not in named), *what.units),
        changes=(*cluster.changes, what.change),
        terms=_terms(cluster.terms, what.ended, what.takes_over, day),
    )


def _terms(
    terms: tuple[Term, ...], ended: tuple[str, ...], heir: str, day: date
) -> tuple[Term, ...]:
    """Pass the posts of units that end on to their heir; who heads is not its own deputy."""
    kept: list[Term] = []
    passed: list[Term] = []
    for term in terms:
        (first, until), held = term.days, value_of(term.unit)
        if held is None or held not in ended or until <= day:
            kept.append(term)
            continue
        if first < day:
            kept.append(evolve(term, until=day))
        if heir:
            unit = Known(heir, inferred=TAKEN_OVER)
            end = UNKNOWN if until == date.max else until
            passed.append(Term(term.post, unit=unit, first=max(first, day), until=end))
    heads = [one for one in (*kept, *passed) if _of(one, Post.HEAD, heir)] if passed else []
    return tuple(left for one in (*kept, *passed) for left in _not_both(one, heads, heir, day))


def _of(term: Term, post: Post, unit: str) -> bool:
    return term.post is post and value_of(term.unit) == unit


def _not_both(term: Term, heads: list[Term], heir: str, day: date) -> tuple[Term, ...]:
    """Return a term, ended where it is of a deputy that has become head; none if it is all."""
    if not _of(term, Post.DEPUTY, heir):
        return (term,)
    first, until = term.days
    if not any(one.days[0] < until and max(first, day) < one.days[1] for one in heads):
        return (term,)
    return (evolve(term, until=day),) if first < day else ()


def passed_on(pairing: Pairing, what: Reorganised) -> Pairing:
    """Return who checks whom once units have merged or split.

    The heir takes over the checks of a unit that ends, those by it and those of it; what
    would be a check of itself falls away, and so do checks that nobody takes over.
    """
    found: dict[tuple[str, str], Check] = {}
    for check in pairing.checks:
        by, of = (what.takes_over if unit in what.ended else unit for unit in (check.by, check.of))
        if not by or not of or by == of:
            continue
        former = found.get((by, of))
        same = (by, of) == (check.by, check.of)
        found[by, of] = Check(
            by,
            of,
            check.criteria if former is None else _both(former.criteria, check.criteria),
            before=check.before if same else 0,
        )
    return Pairing(tuple(evolve(one, mutual=(one.of, one.by) in found) for one in found.values()))


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the criteria of two checks together; none named means all."""
    return tuple(dict.fromkeys((*one, *other))) if one and other else ()
