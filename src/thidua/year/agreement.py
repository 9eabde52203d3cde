# SPDX-License-Identifier: MIT
"""What a cluster agrees on to compare its members: a rubric, cross-checks (*bảng điểm*)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.cluster import Pairing
from thidua.cluster.fact import (
    UNKNOWN,
    Fact,
    GivenFact,
    GivenFacts,
    as_count,
    as_day,
    as_text,
    as_texts,
    fact,
    facts,
)
from thidua.errors import ClusterFault
from thidua.quantity.typed import typed
from thidua.rubric import Rubric
from thidua.year.campaign import as_figure

__all__ = ["AgreedRubric", "CriterionGroup", "CrossCheck"]


@final
@frozen(field_transformer=typed(ClusterFault))
class CriterionGroup:
    """A group of criteria as it is named, be its points known or not (*nội dung*)."""

    kind: ClassVar = "criterion_group"
    name: str
    """Name."""
    maximum: Fact[Fraction] = field(default=UNKNOWN, converter=as_figure, kw_only=True)
    """Most points."""


def _groups(given: GivenFacts[CriterionGroup]) -> Fact[tuple[CriterionGroup, ...]]:
    return facts(given)


def _rubric(given: GivenFact[Rubric]) -> Fact[Rubric]:
    return fact(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class AgreedRubric:
    """The table of points that a cluster agreed on, as far as it is known (*bảng điểm*)."""

    kind: ClassVar = "agreed_rubric"
    title: str
    """Title, or what the report calls it."""
    agreed_by: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Who agreed on it."""
    drafted_by: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Who worked it out (*tham gia xây dựng*)."""
    groups: Fact[tuple[CriterionGroup, ...]] = field(
        default=UNKNOWN, converter=_groups, kw_only=True
    )
    """Groups of criteria."""
    criteria: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Criteria that are named, in words."""
    points: Fact[Fraction] = field(default=UNKNOWN, converter=as_figure, kw_only=True)
    """Most points in all."""
    rubric: Fact[Rubric] = field(default=UNKNOWN, converter=_rubric, kw_only=True)
    """The rubric itself; entries of the year must then name its criteria or measures."""


def _pairing(given: GivenFact[Pairing]) -> Fact[Pairing]:
    return fact(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class CrossCheck:
    """A cross-check, planned or done (*kiểm tra chéo*)."""

    kind: ClassVar = "cross_check"
    year: Fact[int] = field(default=UNKNOWN, converter=as_count, kw_only=True)
    """Year of the work that is checked."""
    period: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """When it takes place, in words: ``"6 tháng cuối năm"``."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day on which it takes place."""
    scopes: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """What is checked."""
    standards: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """How it is to be done: ``"khách quan"``."""
    use: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """What it is the basis of."""
    pairing: Fact[Pairing] = field(default=UNKNOWN, converter=_pairing, kw_only=True)
    """Who checks whom."""
