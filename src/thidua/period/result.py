# SPDX-License-Identifier: MIT
"""What one rubric gave in one period (*kết quả của kỳ*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import PeriodFault, suggest
from thidua.quantity.typed import typed
from thidua.ranking import Classes, Ranking
from thidua.rubric import Scores

__all__ = ["PeriodResult"]


def _same(scored: Sequence[str], given: Sequence[str], name: str) -> None:
    for unit in given:
        if unit not in scored:
            what = f"unit {unit!r} was not scored"
            raise PeriodFault((name,), "unit-unknown", what, suggest(unit, scored))
    for unit in scored:
        if unit not in given:
            what = f"unit {unit!r} was scored, but is not there"
            raise PeriodFault((name,), "unit-missing", what, "make it of these scores")


@final
@frozen(field_transformer=typed(PeriodFault))
class PeriodResult:
    """The scores of one period by one rubric, with the ranking and the classes made of them."""

    kind: ClassVar = "period_result"
    period: str
    """Code of the period."""
    scores: Scores
    """The score sheets."""
    ranking: Ranking | None = field(default=None, kw_only=True)
    """Their ranking, where ranks are carried on."""
    classes: Classes | None = field(default=None, kw_only=True)
    """Their classes, where classes are carried on."""

    def __attrs_post_init__(self) -> None:
        """Refuse a ranking or classes of other units than those that were scored."""
        scored = [score.unit for score in self.scores]
        if self.ranking is not None:
            ranked = [place.unit for place in self.ranking.places]
            _same(scored, [*ranked, *(one.unit for one in self.ranking.unranked)], "ranking")
        if self.classes is not None:
            _same(scored, [one.unit for one in self.classes], "classes")

    @property
    def preview(self) -> bool:
        """Whether it was made of a preview, so that nothing official may be made of it."""
        return any(score.sheet.preview for score in self.scores)
