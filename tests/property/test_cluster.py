# SPDX-License-Identifier: MIT
"""The laws of mid-year reviews, for clusters scored by any rubric."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thidua.cluster import Prospect, mid_year
from thidua.ranking import rank
from thidua.rubric import Rubric, score
from thidua.strategies import completions, rubrics, sheets

PLAIN = rubrics(peers=False, items=False)


@given(st.data(), PLAIN)
def test_what_a_review_concludes_comes_true(data: st.DataObject, rubric: Rubric) -> None:
    """Whatever is still reported, the certain comes, the lost does not, and goals hold."""
    given_ = data.draw(sheets(rubric))
    ranking = rank(score(rubric, given_), ties="share")
    among = range(1, len(given_) + 1)
    review = mid_year(ranking, among=among)
    final = rank(score(rubric, data.draw(completions(rubric, given_))), ties="share")
    ranks = {place.unit: place for place in final.places}

    for one in review.units:
        place = ranks.get(one.unit)
        value = None if place is None else place.value.value
        if place is None or place.rank is None or value is None:
            continue
        # Units that no maximum applied to may come in with their results, and stand above.
        same = {other.unit for other in ranking.places} == set(ranks)
        for goal, number in zip(one.goals, among, strict=True):
            reached = place.rank <= number
            if goal.prospect is Prospect.CERTAIN and same:
                assert reached
            if goal.prospect is Prospect.LOST and same:
                assert not reached
            if goal.sure is not None and value >= goal.sure and same:
                assert reached
            chance = getattr(goal, "chance", None)
            if chance is not None and value < chance and same:
                assert not reached


@given(st.data(), PLAIN)
def test_the_result_lies_within_the_review(data: st.DataObject, rubric: Rubric) -> None:
    """The final result of a unit lies in the interval of its mid-year review."""
    given_ = data.draw(sheets(rubric))
    review = mid_year(rank(score(rubric, given_), ties="share"))
    final = score(rubric, data.draw(completions(rubric, given_)))

    for one in review.units:
        last = final[one.unit].ranked
        assert last is None or last.value is None or last.value in one.value
