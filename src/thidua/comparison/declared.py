# SPDX-License-Identifier: MIT
"""What may differ in what units report (*chỉ tiêu được thêm, bỏ, sửa*)."""

from __future__ import annotations

from typing import ClassVar, TypeAlias, final

from attrs import fields, frozen

from thidua.comparison.order import Spot
from thidua.rubric import Choice, ItemList, Measure, Question

__all__ = [
    "Declared",
    "IndicatorAdded",
    "IndicatorChanged",
    "IndicatorMoved",
    "IndicatorRemoved",
]

Declared: TypeAlias = Measure | Question | Choice | ItemList
"""Whatever a rubric has its units report."""


@final
@frozen
class IndicatorAdded:
    """A measure, question, choice or list that was not reported before (*chỉ tiêu mới*)."""

    kind: ClassVar = "indicator_added"
    indicator: Declared
    """It; a list stands without its measures, of which each is told by itself."""
    spot: Spot
    """Where it stands in the new rubric."""

    @property
    def code(self) -> str:
        """Its code."""
        return self.indicator.code


@final
@frozen
class IndicatorRemoved:
    """A measure, question, choice or list that is no longer reported (*bỏ chỉ tiêu*)."""

    kind: ClassVar = "indicator_removed"
    indicator: Declared
    """It; a list stands without its measures, of which each is told by itself."""
    spot: Spot
    """Where it stood in the old rubric."""

    @property
    def code(self) -> str:
        """Its code."""
        return self.indicator.code


@final
@frozen
class IndicatorMoved:
    """A measure, question, choice or list at another place of its list (*đổi thứ tự*)."""

    kind: ClassVar = "indicator_moved"
    code: str
    """Its code."""
    old: Spot
    """Where it stood."""
    new: Spot
    """Where it stands."""


@final
@frozen
class IndicatorChanged:
    """A measure, question, choice or list that is declared otherwise (*sửa chỉ tiêu*).

    Another kind is such a change too: a question that has become a measure.
    """

    kind: ClassVar = "indicator_changed"
    old: Declared
    """It before; a list stands without its measures."""
    new: Declared
    """It now."""
    items: str = ""
    """Code of the list it is reported in; empty for the unit itself."""

    @property
    def code(self) -> str:
        """Its code."""
        return self.new.code

    @property
    def parameters(self) -> tuple[str, ...]:
        """Fields that differ; empty if the two are not of one kind."""
        if self.old.kind != self.new.kind:
            return ()
        names = [one.name for one in fields(type(self.new))]
        return tuple(name for name in names if getattr(self.old, name) != getattr(self.new, name))
