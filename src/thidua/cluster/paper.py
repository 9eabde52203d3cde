# SPDX-License-Identifier: MIT
"""Papers of a cluster: its charter, and documents it refers to (*quy chế; văn bản*)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, final

from attrs import field, frozen

from thidua.cluster.fact import UNKNOWN, Fact, GivenFact, as_count, as_day, as_text, as_truth, fact
from thidua.errors import ClusterFault
from thidua.quantity.term import Term
from thidua.quantity.typed import typed

__all__ = ["Charter", "PaperState", "Reference"]


class PaperState(Term):
    """How far a paper has come."""

    DRAFT = "draft"
    """Adopted or discussed as a draft (*dự thảo*)."""
    ISSUED = "issued"
    """Issued by who has the power to (*đã ban hành*)."""


def _state(given: GivenFact[PaperState] | str) -> Fact[PaperState]:
    return fact(PaperState(given) if isinstance(given, str) else given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Charter:
    """The rules by which a cluster works (*quy chế*)."""

    kind: ClassVar = "charter"
    title: str
    """Title."""
    state: Fact[PaperState] = field(default=UNKNOWN, converter=_state, kw_only=True)
    """Draft or issued."""
    year: Fact[int] = field(default=UNKNOWN, converter=as_count, kw_only=True)
    """Year for which it holds."""
    number: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Number of the decision that issues it."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day of that decision."""
    issuer: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Who issued it."""
    drafted_by: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Who worked it out (*tham gia xây dựng*)."""
    head_appraises_itself: Fact[bool] = field(default=UNKNOWN, converter=as_truth, kw_only=True)
    """Whether the head appraises its own results; not stated counts as no."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Reference:
    """A document that the cluster refers to (*văn bản căn cứ*)."""

    kind: ClassVar = "reference"
    title: str
    """Title or sort: ``"Nghị quyết"``."""
    number: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Number: ``"34-CT/TW"``."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day of issue."""
    issuer: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Who issued it."""
    subject: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """What it is about."""
    term: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Term for which it holds: ``"2020 - 2025"``."""
