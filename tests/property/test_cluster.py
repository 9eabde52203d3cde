# SPDX-License-Identifier: MIT
"""The laws of mid-year reviews, for clusters scored by any rubric."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from thidua.cluster import Prospect, mid_year
from thidua.formula import DirectEntry
from thidua.quantity import Interval, State
from thidua.ranking import rank
from thidua.rubric import Awaited, Criterion, Measure, Rubric, Sheet, score
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
            if same:
                assert place.rank in one.ranks
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


AWAITED = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 2)).map(lambda ends: (ends[0], sum(ends))),
    min_size=1,
    max_size=4,
)
SMALL = Rubric(
    "r",
    "R",
    measures=[Measure("d", "Điểm", most=6)],
    sections=[Criterion("1", "Điểm", maximum=6, formula=DirectEntry("d"))],
)


@given(AWAITED, st.sampled_from(["share", "dense", ("1",)]))
def test_ranks_still_possible_are_those_of_some_completion(
    spans: list[tuple[int, int]], ties: str | tuple[str]
) -> None:
    """No completion leads to a rank that is not possible; where ranks are shared, each is reached.

    Other ways to treat ties may allow a rank that whole numbers do not lead to.
    """
    waiting = [
        Sheet(f"u{place}", {"d": State.NOT_DUE}, awaited=[Awaited("d", Interval(*span))])
        for place, span in enumerate(spans)
    ]
    review = mid_year(rank(score(SMALL, waiting), ties=ties))
    reached: dict[str, set[int]] = {one.unit: set() for one in review.units}
    for values in product(*(range(low, high + 1) for low, high in spans)):
        filled = [Sheet(f"u{place}", {"d": value}) for place, value in enumerate(values)]
        for place in rank(score(SMALL, filled), ties=ties).places:
            assert place.rank is not None
            reached[place.unit].add(place.rank)

    for one in review.units:
        assert reached[one.unit] <= {*one.ranks}
        assert ties != "share" or sorted(reached[one.unit]) == [*one.ranks]
        assert (one.best, one.worst) == (one.ranks[0], one.ranks[-1])
