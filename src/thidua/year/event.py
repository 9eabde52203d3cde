# SPDX-License-Identifier: MIT
"""Events: what was recorded, when and by whom (*sự kiện*)."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, TypeAlias, final, get_args

from attrs import Attribute, field, frozen

from thidua.cluster import Charter, Reference
from thidua.cluster.fact import UNKNOWN, Fact, GivenFact, Known, fact, value_of
from thidua.errors import ClusterFault
from thidua.quantity.typed import typed
from thidua.year.agreement import AgreedRubric, CrossCheck
from thidua.year.campaign import Aim, Campaign, Pledge, Registration
from thidua.year.honour import HandOver, Honour, Nomination
from thidua.year.meeting import Finding, Meeting, Plan, Press
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

__all__ = ["Content", "Event", "Moment", "Record", "Settling", "Step", "settles"]

Moment: TypeAlias = date | datetime
"""A day, or a time with its zone."""

Record: TypeAlias = (
    Charter
    | Reference
    | Campaign
    | Pledge
    | Registration
    | Aim
    | AgreedRubric
    | CrossCheck
    | Meeting
    | Finding
    | Plan
    | Nomination
    | Honour
    | HandOver
    | Press
)
"""What is put on record about a year."""

Step: TypeAlias = (
    Opening
    | Joined
    | Left
    | Reorganised
    | Move
    | Entry
    | Explanation
    | Decision
    | Ballot
    | Lock
    | Publish
    | Unlock
    | Cancel
)
"""What moves a year on."""

Content: TypeAlias = Record | Step
"""What an event says."""

Settling: TypeAlias = (
    Opening
    | Joined
    | Left
    | Reorganised
    | Charter
    | Registration
    | AgreedRubric
    | CrossCheck
    | Move
    | Entry
    | Explanation
    | Decision
    | Ballot
)
"""What results stand on: refused while they are locked, and part of their digest."""


def settles(content: Content) -> bool:
    """Tell whether results stand on what an event says."""
    return isinstance(content, get_args(Settling))


def _moment(given: GivenFact[Moment]) -> Fact[Moment]:
    match taken := fact(given):
        case Known(datetime() as time) if time.tzinfo is None:
            what = f"a time needs its zone, {time.isoformat()!r}"
            todo = 'write it like "2026-02-10T08:00:00+07:00", or the day alone'
            raise ClusterFault(("at",), "no-zone", what, todo)
        case _:
            return taken


def _some_id(_: object, attribute: Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ClusterFault((attribute.name,), "id", f"an id of an event is some text, {value!r}")


def _one_content(_: object, attribute: Attribute[Content], value: Content) -> None:
    if not isinstance(value, get_args(Content)):
        what = f"an event says nothing of {value!r}"
        raise ClusterFault((attribute.name,), "content", what, "see thidua.year.Content")


@final
@frozen(field_transformer=typed(ClusterFault))
class Event:
    """Something that happened, as it was recorded."""

    kind: ClassVar = "event"
    id: str = field(validator=_some_id)
    """Id that the application gives it; once in a year."""
    content: Content = field(validator=_one_content)
    """What happened."""
    by: str = field(default="", kw_only=True)
    """Who did or recorded it: code of a unit, a department or a person."""
    at: Fact[Moment] = field(default=UNKNOWN, converter=_moment, kw_only=True)
    """When it was recorded; an event may be about another day, which its content says."""

    @property
    def day(self) -> date | None:
        """Day on which it was recorded, if known."""
        at = value_of(self.at)
        return at.date() if isinstance(at, datetime) else at
