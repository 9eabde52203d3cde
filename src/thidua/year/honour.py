# SPDX-License-Identifier: MIT
"""Who is put forward, who is awarded, and the hand-over (*suy tôn, khen thưởng, bàn giao*).

Nominees, recipients and the best scored are different sets. An award may come from a state
authority or from the cluster itself, and may be known by its number of recipients only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, final

from attrs import field, frozen

from thidua.cluster import Term
from thidua.cluster.fact import (
    UNKNOWN,
    Fact,
    as_count,
    as_day,
    as_text,
    as_texts,
    as_truth,
)
from thidua.errors import ClusterFault
from thidua.quantity.typed import typed

__all__ = ["HandOver", "Honour", "Nomination", "Recipients"]


@final
@frozen(field_transformer=typed(ClusterFault))
class Nomination:
    """Units that a cluster puts forward (*suy tôn*)."""

    kind: ClassVar = "nomination"
    units: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Codes of the units, as they are listed; the order need not rank them."""
    count: Fact[int] = field(default=UNKNOWN, converter=as_count, kw_only=True)
    """How many, where they are not named."""
    title: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """For what."""
    manner: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """How it was decided."""
    votes_counted: Fact[bool] = field(default=UNKNOWN, converter=as_truth, kw_only=True)
    """Whether votes were counted."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Recipients:
    """Recipients of one sort of an award."""

    kind: ClassVar = "recipients"
    sort: str
    """``"tập thể"``, ``"cá nhân"``, ``"đơn vị"``."""
    count: Fact[int] = field(default=UNKNOWN, converter=as_count, kw_only=True)
    """How many."""
    names: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Codes of units, or names of persons."""


def _recipients(given: Iterable[Recipients]) -> tuple[Recipients, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Honour:
    """An award as it is reported or proposed (*khen thưởng*)."""

    kind: ClassVar = "honour"
    form: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Form: ``"Cờ thi đua"``, ``"Bằng khen"``."""
    authority: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Who awards it."""
    by_cluster: Fact[bool] = field(default=UNKNOWN, converter=as_truth, kw_only=True)
    """Whether the cluster itself awards it, which is no authority of the state."""
    recipients: tuple[Recipients, ...] = field(default=(), converter=_recipients, kw_only=True)
    """Who receives it."""
    merit: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """For what."""
    year: Fact[int] = field(default=UNKNOWN, converter=as_count, kw_only=True)
    """Year of the merit."""
    decision: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Number of the decision, which may be attached later."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day of the decision."""


def _terms(given: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class HandOver:
    """The posts of a cluster pass to others (*bàn giao trưởng, phó cụm*)."""

    kind: ClassVar = "hand_over"
    year: int
    """Year for which they pass."""
    by: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Code of the unit that hands over."""
    to: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Code of the unit that heads the cluster next."""
    posts: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Posts that are handed over, in words."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day."""
    terms: tuple[Term, ...] = field(default=(), converter=_terms, kw_only=True)
    """The terms that begin; none while nobody says who takes over."""
