# SPDX-License-Identifier: MIT
"""Meetings, what was done and found there, and who reported it (*hội nghị*).

One meeting may hold several acts, each with its own state and day: a mid-year review that also
signs the pledge of the year and adopts the draft of a charter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, final

from attrs import field, frozen

from thidua.cluster import Person
from thidua.cluster.fact import (
    UNKNOWN,
    Fact,
    GivenFact,
    GivenFacts,
    as_count,
    as_day,
    as_text,
    as_texts,
    as_truth,
    fact,
    facts,
)
from thidua.errors import ClusterFault
from thidua.quantity.term import Term
from thidua.quantity.typed import typed

__all__ = ["Act", "ActSort", "ActState", "Finding", "Meeting", "Plan", "Press"]


class ActSort(Term):
    """What is done at a meeting."""

    LAUNCH = "launch"
    """*Phát động*."""
    REGISTRATION = "registration"
    """*Đăng ký thi đua*."""
    DRAFTING = "drafting"
    """Members work on a paper (*xây dựng quy chế, bảng điểm*)."""
    PLEDGE = "pledge"
    """*Ký giao ước*."""
    REVIEW = "review"
    """Mid-year review (*sơ kết*)."""
    PLANNING = "planning"
    """*Triển khai nhiệm vụ*."""
    CLOSING = "closing"
    """*Tổng kết*."""
    ADOPTION = "adoption"
    """A paper or results are adopted (*thông qua*)."""
    NOMINATION = "nomination"
    """*Bình xét, suy tôn*."""
    VOTE = "vote"
    """*Bỏ phiếu*."""
    AWARD = "award"
    """*Khen thưởng*."""
    HANDOVER = "handover"
    """*Bàn giao*."""
    EXCHANGE = "exchange"
    """*Trao đổi, giao lưu, tham luận*."""


class ActState(Term):
    """How far an act is."""

    PLANNED = "planned"
    """Ahead."""
    DRAFT = "draft"
    """Done for a draft."""
    DONE = "done"
    """Done."""


def _state(given: GivenFact[ActState] | str) -> Fact[ActState]:
    return fact(ActState(given) if isinstance(given, str) else given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Act:
    """Something done at a meeting."""

    kind: ClassVar = "act"
    sort: ActSort = field(converter=ActSort)
    """What it is."""
    title: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """In words."""
    year: Fact[int] = field(default=UNKNOWN, converter=as_count, kw_only=True)
    """Year that it is about, which may not be that of the meeting."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Its own day, if the meeting took several."""
    state: Fact[ActState] = field(default=UNKNOWN, converter=_state, kw_only=True)
    """How far it is."""
    manner: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """How it was decided: ``"thống nhất sau thảo luận"``."""


def _acts(given: Iterable[Act]) -> tuple[Act, ...]:
    return tuple(given)


def _people(given: GivenFacts[Person]) -> Fact[tuple[Person, ...]]:
    return facts(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Meeting:
    """A meeting of a cluster (*hội nghị*)."""

    kind: ClassVar = "meeting"
    title: str
    """Title."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day."""
    session: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Part of the day: ``"sáng"``."""
    place: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Place."""
    host: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Code of the unit that hosts it."""
    chairs: Fact[tuple[Person, ...]] = field(default=UNKNOWN, converter=_people, kw_only=True)
    """Who chairs it; several where it is chaired together."""
    attendees: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Who attended, in words: persons or classes of them."""
    agenda: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Items of the agenda, in words."""
    acts: tuple[Act, ...] = field(default=(), converter=_acts, kw_only=True)
    """What was done, in order."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Finding:
    """What a meeting found, good or bad (*ưu điểm, hạn chế*)."""

    kind: ClassVar = "finding"
    text: str
    """The finding."""
    good: bool = field(kw_only=True)
    """Whether it speaks for the cluster (*ưu điểm*) or against it (*hạn chế*)."""
    cause: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Its cause."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Plan:
    """What is to be done next (*phương hướng, nhiệm vụ*)."""

    kind: ClassVar = "plan"
    text: str
    """What."""
    period: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """When, in words: ``"6 tháng cuối năm 2022"``, ``"2022"``."""
    parts: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Parts of it, in words."""
    agreed: Fact[bool] = field(default=UNKNOWN, converter=as_truth, kw_only=True)
    """Whether the meeting agreed on it."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Press:
    """A published report (*tin, bài*)."""

    kind: ClassVar = "press"
    authors: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Who wrote it."""
    photographers: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Who took the pictures."""
    published: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day of publication, which may not be that of the meeting."""
    title: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Title."""
    address: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Where it stands."""
