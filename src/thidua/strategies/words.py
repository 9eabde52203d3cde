# SPDX-License-Identifier: MIT
"""What a formula may name."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import final

from attrs import evolve, frozen

from thidua.rubric import Choice, Indicator, ItemList, Measure, Question
from thidua.rubric.measure import domain

__all__ = ["INDICATORS", "ITEMS", "Words"]

INDICATORS: tuple[Indicator, ...] = (
    Measure("thu", "Thu ngân sách", unit="tỷ đồng", places=1),
    Measure("chenh", "Chênh lệch", unit="%", places=2, least=-100, most=100),
    Measure("ke_hoach", "Kế hoạch", unit="tỷ đồng", places=1, above=0),
    Question("co_quy_che", "Có quy chế"),
    Choice("tien_do", "Tiến độ", ("đúng hạn", "trễ", "không")),
)
"""What formulas name where a test does not say what they may name."""

ITEMS: tuple[ItemList, ...] = (
    ItemList(
        "nhiem_vu",
        "Nhiệm vụ",
        (
            Measure("diem", "Điểm", places=1, most=10),
            Question("xong", "Đã xong"),
            Choice("loai", "Loại", ("tốt", "khá")),
        ),
    ),
)
"""What lists formulas fold where a test does not say which there are."""


@final
@frozen
class Words:
    """What a formula may name."""

    indicators: tuple[Indicator, ...] = INDICATORS
    """What the unit reports."""
    items: tuple[ItemList, ...] = ITEMS
    """Its lists."""
    criteria: tuple[str, ...] = ()
    """Criteria and sections whose points may be used."""
    peers: bool = True
    """Whether it may look at peers."""
    partial: bool = False
    """Whether it may lack an answer for some values."""
    own: tuple[Indicator, ...] = ()
    """What is reported for the item at hand."""
    nested: bool = False
    """Whether a form is drawn inside another, which may read the same measures."""
    asked: tuple[Indicator, ...] = ()
    """What may be asked for its state; never read, unless formulas may lack an answer."""

    @property
    def numbers(self) -> list[str]:
        """Codes that hold a number."""
        return [one.code for one in self._all if not isinstance(one, Choice)]

    @property
    def choices(self) -> list[Choice]:
        """Choices."""
        return [one for one in self._all if isinstance(one, Choice)]

    @property
    def targets(self) -> list[str]:
        """Codes of measures that are above zero."""
        return [one.code for one in self._all if isinstance(one, Measure) and _is_target(one)]

    @property
    def measures(self) -> list[str]:
        """Codes of measures of the unit."""
        return [one.code for one in self.indicators if isinstance(one, Measure)]

    @property
    def direct(self) -> list[str]:
        """Codes of measures that may be zero, so that points may be entered in them."""
        return [one.code for one in self.indicators if isinstance(one, Measure) and _is_zero(one)]

    @property
    def questions(self) -> list[str]:
        """Codes of questions."""
        return [one.code for one in self.indicators if isinstance(one, Question)]

    @property
    def _all(self) -> tuple[Indicator, ...]:
        return (*self.indicators, *self.own)

    def without(self, codes: Collection[str]) -> Words:
        """Return what may be named besides *codes*."""
        return evolve(self, indicators=tuple(i for i in self.indicators if i.code not in codes))

    def item(self, listed: ItemList) -> Words:
        """Return what may be named for an item of *listed*."""
        asked = (*self.indicators, *listed.measures) if self.partial else self.asked
        return evolve(self, own=listed.measures, items=(), asked=asked)

    def peer(self) -> Words:
        """Return what may be named for a peer, wherever in a formula it is looked at."""
        return evolve(self, own=(), asked=self.indicators if self.partial else self.asked)

    def asking(self) -> list[Words]:
        """Return the ways of dividing what is reported into read and asked."""
        if self.partial:
            return [evolve(self, asked=(*self.indicators, *self.own))]
        if self.nested:
            return [self]
        one_asked = [
            evolve(self, asked=(one,), indicators=tuple(i for i in self.indicators if i != one))
            for one in self.indicators
        ]
        return [self, *one_asked]


def _is_zero(measure: Measure) -> bool:
    return Fraction(0) in domain(measure) and (measure.above is None or measure.above < 0)


def _is_target(measure: Measure) -> bool:
    low = domain(measure).low
    return low is not None and (low > 0 or (low == 0 and measure.above == 0))
