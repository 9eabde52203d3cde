# SPDX-License-Identifier: MIT
"""The rubric: measures, criteria, and how totals are made (*bảng điểm*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.basis import Citation
from thidua.errors import RubricFault
from thidua.formula.given import several
from thidua.quantity import Rounding, Term, exact
from thidua.quantity.typed import typed
from thidua.rubric.criterion import Part, Treatments, not_below_zero, parts
from thidua.rubric.measure import Indicator, ItemList, indicators

__all__ = ["RankedBy", "Rubric"]


class RankedBy(Term):
    """What units are ranked by."""

    POINTS = "points"
    """Total points, as the rubric rounds them."""
    PERCENT = "percent"
    """Points over the maximum that applies to the unit, as the rubric rounds percents."""


def _lists(given: Iterable[ItemList]) -> tuple[ItemList, ...]:
    return several(given)


@final
@frozen(cache_hash=True, field_transformer=typed(RubricFault))
class Rubric:
    """What a cluster has agreed to be scored by (*bảng điểm thi đua*)."""

    kind: ClassVar = "rubric"
    code: str
    """Code by which applications name it."""
    name: str
    """Title, as printed."""
    measures: tuple[Indicator, ...] = field(converter=indicators, kw_only=True)
    """What every unit reports."""
    sections: tuple[Part, ...] = field(converter=parts, kw_only=True)
    """The criteria tree."""
    items: tuple[ItemList, ...] = field(default=(), converter=_lists, kw_only=True)
    """Lists that units report."""
    maximum: Fraction | None = field(
        default=None, converter=optional(exact), validator=not_below_zero, kw_only=True
    )
    """Maximum of the total as declared; absent, the sum of the sections."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lowest total (*sàn*); absent, there is none."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest total (*trần*); absent, there is none."""
    rounding: Rounding | None = field(default=None, kw_only=True)
    """Rounding of the total; units are ranked by the rounded total."""
    ranked_by: RankedBy = field(default=RankedBy.POINTS, converter=RankedBy, kw_only=True)
    """What units are ranked by."""
    percent_rounding: Rounding | None = field(default=None, kw_only=True)
    """Rounding of percents of the total; absent, they are kept exact."""
    treatments: Treatments = field(factory=Treatments, kw_only=True)
    """What entries without a value do where the criterion does not say."""
    basis: Citation | None = field(default=None, kw_only=True)
    """Where the rubric is written."""
