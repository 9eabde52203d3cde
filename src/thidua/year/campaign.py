# SPDX-License-Identifier: MIT
"""What a cluster sets out to do: campaigns, pledges, targets (*phong trào, giao ước, đăng ký*)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.cluster.fact import (
    UNKNOWN,
    Fact,
    GivenFact,
    GivenFacts,
    Known,
    Unknown,
    as_day,
    as_text,
    as_texts,
    as_truth,
    fact,
    facts,
)
from thidua.errors import ClusterFault
from thidua.quantity import Number, exact
from thidua.quantity.term import Term
from thidua.quantity.typed import typed

__all__ = ["Aim", "Campaign", "CampaignSort", "Pledge", "Registration", "as_figure"]


class CampaignSort(Term):
    """How a campaign comes."""

    REGULAR = "regular"
    """Every year (*thường xuyên*)."""
    THEMED = "themed"
    """For a theme or a time (*theo chuyên đề*)."""


def _sort(given: GivenFact[CampaignSort] | str) -> Fact[CampaignSort]:
    return fact(CampaignSort(given) if isinstance(given, str) else given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Campaign:
    """What units are called upon to do (*phong trào thi đua*)."""

    kind: ClassVar = "campaign"
    name: str
    """Name."""
    sort: Fact[CampaignSort] = field(default=UNKNOWN, converter=_sort, kw_only=True)
    """Regular or themed."""
    motto: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Motto (*khẩu hiệu, phương châm*)."""
    contents: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """What it asks for (*nội dung*)."""
    models: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Models to spread (*mô hình, điển hình*)."""
    indicators: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """What shows success: ``"chỉ số hạnh phúc"``."""
    first: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """First day."""
    until: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """First day after it."""


def as_figure(given: GivenFact[Number]) -> Fact[Fraction]:
    """Take a number as known, exactly."""
    match given:
        case None | Unknown():
            return UNKNOWN
        case Known(value):
            return Known(exact(value), inferred=given.inferred)
        case _:
            return Known(exact(given))


@final
@frozen(field_transformer=typed(ClusterFault))
class Aim:
    """A target in the words of who sets it, with or without a figure (*chỉ tiêu*)."""

    kind: ClassVar = "aim"
    text: str
    """The target."""
    figure: Fact[Fraction] = field(default=UNKNOWN, converter=as_figure, kw_only=True)
    """Its figure."""
    measure: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Code of the measure of the rubric that reports it."""
    unit_of_measure: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Unit of the figure."""
    set_by: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Superiors that set it (*cấp giao*)."""
    due: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """First day by which it is to be reached."""


def _aims(given: GivenFacts[Aim]) -> Fact[tuple[Aim, ...]]:
    return facts(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Pledge:
    """What the members sign for a year (*giao ước thi đua*)."""

    kind: ClassVar = "pledge"
    year: int
    """Year for which it is signed."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day of signing."""
    late: Fact[bool] = field(default=UNKNOWN, converter=as_truth, kw_only=True)
    """Whether it was signed later than it should."""
    reason: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Why it was late."""
    when: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """When it was signed, where no day is known: ``"đầu năm"``."""
    contents: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """What is pledged."""
    aims: Fact[tuple[Aim, ...]] = field(default=UNKNOWN, converter=_aims, kw_only=True)
    """Targets pledged."""
    signatories: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Who signed: codes of units, or persons or classes of them in words."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Registration:
    """What a unit registers for a year (*đăng ký thi đua*)."""

    kind: ClassVar = "registration"
    unit: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Code of the unit; unknown where a report speaks of the members together."""
    title: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Name of the paper: ``"bản điểm đăng ký thi đua 2024"``."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day of registration."""
    on_time: Fact[bool] = field(default=UNKNOWN, converter=as_truth, kw_only=True)
    """Whether it came in time."""
    contents: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Contents registered."""
    aims: Fact[tuple[Aim, ...]] = field(default=UNKNOWN, converter=_aims, kw_only=True)
    """Targets registered."""
    rule: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """What is expected of all targets: ``"hoàn thành vượt mức và trước thời hạn"``."""
    titles: Fact[tuple[str, ...]] = field(default=UNKNOWN, converter=as_texts, kw_only=True)
    """Titles and awards registered for (*danh hiệu đăng ký*)."""
