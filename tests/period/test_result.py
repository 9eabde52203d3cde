# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.errors import PeriodFault
from thidua.formula import Calculation
from thidua.period import PeriodResult
from thidua.ranking import Grade, GradeTable, classify, rank
from thidua.rubric import Criterion, Rubric, Scores, Sheet, score

RUBRIC = Rubric(
    "r", "", measures=[], sections=[Criterion("1", "", maximum=1, formula=Calculation(1))]
)


def _scores(*units: str) -> Scores:
    return score(RUBRIC, [Sheet(unit, {}) for unit in units])


def test_a_result_fits_its_scores() -> None:
    """A ranking, with those it does not rank, and classes are of the units that were scored."""
    scores = _scores("a", "b")
    ranking = rank(scores, ties="share", excluded={"b": "x"})
    result = PeriodResult("t1", scores, ranking=ranking)

    assert ranking == result.ranking
    assert not result.preview


def test_a_ranking_of_others() -> None:
    """A ranking of a unit that was not scored, or without one that was, is refused."""
    with pytest.raises(PeriodFault, match=r"^\$\.ranking: unit 'c' was not scored; known are"):
        PeriodResult("t1", _scores("a"), ranking=rank(_scores("a", "c"), ties="share"))
    with pytest.raises(PeriodFault, match=r"^\$\.ranking: unit 'b' was scored, but is not there"):
        PeriodResult("t1", _scores("a", "b"), ranking=rank(_scores("a"), ties="share"))


def test_classes_of_others() -> None:
    """Classes of a unit that was not scored are refused."""
    classes = classify(_scores("c"), GradeTable([Grade("Tốt")]))
    with pytest.raises(PeriodFault, match=r"^\$\.classes: unit 'c' was not scored"):
        PeriodResult("t1", _scores("a"), classes=classes)
