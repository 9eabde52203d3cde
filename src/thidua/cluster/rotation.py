# SPDX-License-Identifier: MIT
"""Who leads a cluster next, and who appraises the head (*luân phiên trưởng, phó cụm*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, TypeAlias, assert_never, final

from attrs import field, frozen

from thidua.errors import ClusterFault, Fault, Faults, suggest
from thidua.formula.given import pairs, several
from thidua.quantity.typed import typed

__all__ = ["ByTurn", "ByVote", "Lead", "NextLead", "Succession", "appraisers", "next_lead"]


@final
@frozen(field_transformer=typed(ClusterFault))
class Lead:
    """The units that lead a cluster for one term (*trưởng cụm, phó trưởng cụm*)."""

    kind: ClassVar = "lead"
    head: str
    """Code of the unit that heads the cluster."""
    deputy: str | None = None
    """Code of the unit that is its deputy, if there is one."""


def _units(given: Iterable[str]) -> tuple[str, ...]:
    return several(given, ClusterFault)


@final
@frozen(field_transformer=typed(ClusterFault))
class ByTurn:
    """Units lead in the order of a list, none twice before each has led once (*luân phiên*)."""

    kind: ClassVar = "by_turn"
    order: tuple[str, ...] = field(converter=_units)
    """Codes of the units, in the order in which they lead."""
    deputy_follows: bool = field(default=True, kw_only=True)
    """Whether the deputy of a term heads the next."""


def _tally(given: Mapping[str, int] | Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(pairs(given, (), ClusterFault)))


@final
@frozen(field_transformer=typed(ClusterFault))
class ByVote:
    """The members elect who leads (*suy tôn, bầu*)."""

    kind: ClassVar = "by_vote"
    head: tuple[tuple[str, int], ...] = field(converter=_tally)
    """Votes for head, by code of the unit; a mapping is taken as it is."""
    deputy: tuple[tuple[str, int], ...] = field(default=(), converter=_tally)
    """Votes for deputy; without any, the unit with the second most votes for head."""


Succession: TypeAlias = ByTurn | ByVote
"""How a cluster comes to its next head."""


@final
@frozen(field_transformer=typed(ClusterFault))
class NextLead:
    """Who leads next, or between whom it is open."""

    kind: ClassVar = "next_lead"
    heads: tuple[str, ...]
    """The head; several units while votes are equal (*bầu lại*)."""
    deputies: tuple[str, ...] = ()
    """The deputy; several while votes are equal, none where nobody is left or it waits for
    the head."""

    @property
    def lead(self) -> Lead | None:
        """Head and deputy, once both are certain."""
        if len(self.heads) != 1 or len(self.deputies) > 1:
            return None
        return Lead(self.heads[0], self.deputies[0] if self.deputies else None)


def next_lead(rule: Succession, units: Iterable[str], *, history: Iterable[Lead] = ()) -> NextLead:
    """Say who leads the next term.

    By turn, the deputy of the last term becomes head, if that is the rule and it is still
    a member. Else the head is, of the members that have headed least, the first after the
    last head in the order. The deputy is found the same way after the new head. By vote,
    who has the most votes leads; equal votes leave it open.

    Args:
        rule: How the cluster comes to its next head.
        units: Codes of the members of the next term.
        history: Who led, oldest first.

    Raises:
        Faults: If a member has no place in the order or two, or votes were cast for a unit
            that is no member, or for nobody.

    Example:
        >>> rule = ByTurn(["an", "binh", "chau"])
        >>> next_lead(rule, ["an", "binh", "chau"], history=[Lead("an", "binh")]).lead
        Lead(head='binh', deputy='chau')
    """
    members = tuple(units)
    match rule:
        case ByTurn(order):
            if faults := tuple(_order_faults(order, members)):
                raise Faults(faults)
            return _by_turn(rule, members, tuple(history))
        case ByVote(head, deputy):
            if faults := tuple(_vote_faults(head, deputy, members)):
                raise Faults(faults)
            return _by_vote(dict(head), dict(deputy))
        case _:
            assert_never(rule)


def _order_faults(order: tuple[str, ...], members: tuple[str, ...]) -> Iterable[Fault]:
    for index, unit in enumerate(order):
        if unit in order[:index]:
            what = f"unit {unit!r} stands twice in the order"
            yield ClusterFault(("rule", "order", index), "unit-twice", what, "list it once")
    for index, unit in enumerate(members):
        if unit not in order:
            what = f"unit {unit!r} has no place in the order"
            yield ClusterFault(("units", index), "unit-unknown", what, suggest(unit, order))
    if not members:
        yield ClusterFault(("units",), "empty", "a cluster without members has no head")


def _vote_faults(
    head: tuple[tuple[str, int], ...], deputy: tuple[tuple[str, int], ...], members: tuple[str, ...]
) -> Iterable[Fault]:
    if not head:
        yield ClusterFault(("rule", "head"), "empty", "nobody has votes for head")
    for name, votes in (("head", head), ("deputy", deputy)):
        for unit, count in votes:
            at = ("rule", name, unit)
            if unit not in members:
                what = f"votes for {unit!r}, which is not a member"
                yield ClusterFault(at, "unit-unknown", what, suggest(unit, members))
            if type(count) is not int or count < 0:
                what = f"{unit!r} has {count!r} votes"
                yield ClusterFault(at, "votes", what, "write a whole number from 0")


def _by_turn(rule: ByTurn, members: tuple[str, ...], history: tuple[Lead, ...]) -> NextLead:
    headed = {unit: sum(term.head == unit for term in history) for unit in members}
    last = history[-1] if history else None
    if last is not None and rule.deputy_follows and last.deputy in members:
        head = last.deputy
    else:
        head = _first(rule.order, headed, None if last is None else last.head)
    others = {unit: count for unit, count in headed.items() if unit != head}
    deputy = _first(rule.order, others, head) if others else None
    return NextLead((head,), () if deputy is None else (deputy,))


def _first(order: tuple[str, ...], headed: Mapping[str, int], after: str | None) -> str:
    """Return the first, after a unit, of those that have headed least."""
    start = order.index(after) + 1 if after in order else 0
    least = min(headed.values())
    circle = [*order[start:], *order[:start]]
    return next(unit for unit in circle if headed.get(unit) == least)


def _by_vote(head: Mapping[str, int], deputy: Mapping[str, int]) -> NextLead:
    heads = _most(head)
    if len(heads) > 1:
        return NextLead(heads)
    rest = {unit: count for unit, count in (deputy or head).items() if unit not in heads}
    return NextLead(heads, _most(rest))


def _most(votes: Mapping[str, int]) -> tuple[str, ...]:
    most = max(votes.values(), default=0)
    return tuple(sorted(unit for unit, count in votes.items() if count == most))


def appraisers(
    units: Iterable[str], lead: Lead, *, head_appraises_itself: bool = False
) -> dict[str, str | None]:
    """Say which of the leading units appraises each unit (*thẩm định*).

    The head appraises all. Its own results are the deputy's to appraise, unless the charter
    lets it appraise itself; without a deputy they are left to the conference, as None.

    Example:
        >>> appraisers(["an", "binh", "chau"], Lead("an", "binh"))
        {'an': 'binh', 'binh': 'an', 'chau': 'an'}
    """
    own = lead.head if head_appraises_itself else lead.deputy
    return {unit: own if unit == lead.head else lead.head for unit in units}
