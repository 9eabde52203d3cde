# SPDX-License-Identifier: MIT
"""The laws of rankings, for clusters scored by any rubric."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from thidua.errors import Faults
from thidua.ranking import (
    Order,
    Place,
    Ranking,
    Ties,
    classify,
    explain_place,
    rank,
    ranking_table,
    told_apart,
)
from thidua.rubric import Rubric, Scores, score
from thidua.strategies import completions, grade_tables, rubrics, sheets
from thidua.strategies import ties as agreed

WHOLE = st.builds(Ties, st.sampled_from(("share", "dense")))


PLAIN = rubrics(peers=False, items=False)
"""How points are made matters little to who stands where, so most laws take the quicker ones."""


@st.composite
def _clusters(draw: DrawFn) -> Scores:
    rubric = draw(PLAIN)
    return score(rubric, draw(sheets(rubric)))


def _rank(
    scores: Scores,
    ties: Ties,
    *,
    groups: dict[str, str] | None = None,
    excluded: dict[str, str] | None = None,
) -> Ranking:
    """Rank, or give the example up where a unit has nothing that could break ties."""
    try:
        return rank(scores, ties=ties, groups=groups, excluded=excluded)
    except Faults as faults:
        assume({"key-missing"} != {fault.code for fault in faults.faults})
        raise


def _only(scores: Scores, units: Iterable[str]) -> Scores:
    return Scores(scores.rubric, tuple(scores[unit] for unit in units))


def _groups(data: DataObject, scores: Scores) -> dict[str, str]:
    return {one.unit: data.draw(st.sampled_from("xy"), label=one.unit) for one in scores}


def _order(place: Place) -> tuple[Fraction | None, tuple[Fraction, ...]]:
    return place.value.value, place.keys


@given(st.data(), _clusters())
def test_the_order_of_sheets_does_not_matter(data: DataObject, scores: Scores) -> None:
    """A cluster is ranked the same whatever the order of its units."""
    ties = data.draw(agreed(scores.rubric))
    order = data.draw(st.permutations([one.unit for one in scores]))

    assert _rank(scores, ties) == _rank(_only(scores, order), ties)


@given(st.data(), _clusters())
def test_ranks_follow_values_and_keys(data: DataObject, scores: Scores) -> None:
    """Ranks are a total preorder: above with more, equal with the same, by value, then key."""
    ties = data.draw(agreed(scores.rubric))
    places = _rank(scores, ties).places
    certain = [place for place in places if place.rank is not None]

    for one in certain:
        for other in certain:
            if None in (one.value.value, other.value.value) or len(one.keys) != len(other.keys):
                continue

            assert (_order(one) > _order(other)) == (one.best < other.best)
            assert (_order(one) == _order(other)) == (one.best == other.best)
            assert (_order(one) == _order(other)) == (one == other or other.unit in one.tied_with)


@given(st.data(), PLAIN)
def test_the_rank_counts_the_units_above(data: DataObject, rubric: Rubric) -> None:
    """Once all is there, the rank is one more than the number of units, or of values, above."""
    scores = score(rubric, data.draw(sheets(rubric, complete=True)))
    ties = data.draw(agreed(rubric))
    groups = _groups(data, scores)
    places = _rank(scores, ties, groups=groups).places

    for one in places:
        if one.rank is None:
            continue
        above = [
            _order(other)
            for other in places
            if other.group == one.group and _order(other) > _order(one)
        ]

        assert groups[one.unit] == one.group
        assert one.rank == 1 + len(set(above) if ties.how == "dense" else above)


@given(st.data(), PLAIN)
def test_a_complete_cluster_has_certain_ranks(data: DataObject, rubric: Rubric) -> None:
    """Where nothing is pending, and nothing to break ties is to come, nothing is open."""
    scores = score(rubric, data.draw(sheets(rubric, complete=True)))

    assert not rank(scores, ties=data.draw(WHOLE)).provisional


@given(st.data(), rubrics())
def test_final_ranks_lie_within_the_provisional(data: DataObject, rubric: Rubric) -> None:
    """Whatever entries come, no unit ends above its best or below its worst rank."""
    given_sheets = data.draw(sheets(rubric))
    final_sheets = data.draw(completions(rubric, given_sheets))
    ties = data.draw(agreed(rubric))
    before = _rank(score(rubric, given_sheets), ties)
    after = _rank(score(rubric, final_sheets), ties)

    assert {place.unit for place in before.places} == {place.unit for place in after.places}
    for place in before.places:
        final = after[place.unit]

        assert place.best <= final.best <= final.worst <= place.worst
        assert set(place.tied_with) <= set(final.tied_with)


@given(st.data(), _clusters())
def test_ranks_have_no_impossible_ends(data: DataObject, scores: Scores) -> None:
    """A best rank is at most the worst, the first is 1, and none is beyond the group."""
    ties = data.draw(agreed(scores.rubric))
    places = _rank(scores, ties).places

    for place in places:
        assert 1 <= place.best <= place.worst <= len(places)
    assert not places or min(place.best for place in places) == 1


@given(st.data(), _clusters())
def test_excluded_units_leave_the_others_as_if_they_were_absent(
    data: DataObject, scores: Scores
) -> None:
    """Excluding units ranks the rest as the rest alone."""
    ties = data.draw(agreed(scores.rubric))
    units = [one.unit for one in scores]
    apart = data.draw(st.sets(st.sampled_from(units)))
    ranking = _rank(scores, ties, excluded=dict.fromkeys(apart, "x"))

    assert _rank(_only(scores, [unit for unit in units if unit not in apart]), ties).places == (
        ranking.places
    )
    assert apart <= {one.unit for one in ranking.unranked}
    assert sorted(units) == sorted(
        [place.unit for place in ranking.places] + [one.unit for one in ranking.unranked]
    )


@given(st.data(), _clusters())
def test_groups_are_ranked_as_if_alone(data: DataObject, scores: Scores) -> None:
    """A unit has in its group the place that it has where only its group is ranked."""
    ties = data.draw(agreed(scores.rubric))
    groups = _groups(data, scores)
    ranking = _rank(scores, ties, groups=groups)

    for group in set(groups.values()):
        units = [unit for unit, its_group in groups.items() if its_group == group]
        alone = _rank(_only(scores, units), ties, groups=dict.fromkeys(units, group))

        assert alone.places == tuple(one for one in ranking.places if one.group == group)


def _tells_apart(ranking: Ranking) -> None:
    """Check that what tells every two units apart fits their ranks."""
    reverse = {Order.ABOVE: Order.BELOW, Order.BELOW: Order.ABOVE}

    for one in ranking.places:
        for other in ranking.places:
            if one is other:
                continue
            apart = told_apart(ranking, one.unit, other.unit)
            back = told_apart(ranking, other.unit, one.unit)

            assert reverse.get(apart.order, apart.order) == back.order
            assert (apart.mine, apart.theirs) == (back.theirs, back.mine)
            assert (apart.order is Order.EQUAL) == (other.unit in one.tied_with)
            if apart.order is Order.ABOVE:
                assert one.best <= other.best
                assert one.worst <= other.worst


@given(st.data(), _clusters())
def test_what_tells_units_apart_fits_their_ranks(data: DataObject, scores: Scores) -> None:
    """Of two units each is told as the other's reverse, and never against their ranks."""
    _tells_apart(_rank(scores, data.draw(agreed(scores.rubric))))


@given(st.data(), PLAIN)
def test_classes_that_come_first(data: DataObject, rubric: Rubric) -> None:
    """No unit ends outside its ranks, and of decided classes no better one stands below."""
    table = data.draw(grade_tables(rubric, guards=False))
    given_sheets = data.draw(sheets(rubric))
    before, after = (
        score(rubric, listed)
        for listed in (given_sheets, data.draw(completions(rubric, given_sheets)))
    )
    ties = data.draw(WHOLE)
    first, last = (
        rank(scores, ties=ties, classes=classify(scores, table)) for scores in (before, after)
    )

    order = (*last.grades, None)
    for place in first.places:
        final = last[place.unit]

        assert place.best <= final.best <= final.worst <= place.worst
        assert set(place.tied_with) <= set(final.tied_with)
        assert set(final.possible) <= set(place.possible)
    for one, other in pairwise(last.places):
        if len(one.possible) == len(other.possible) == 1:
            assert order.index(one.possible[0]) <= order.index(other.possible[0])
    _tells_apart(first)
    _tells_apart(last)


@given(st.data(), _clusters(), st.sampled_from(("vi", "en")))
def test_every_place_has_its_words(
    data: DataObject, scores: Scores, language: Literal["vi", "en"]
) -> None:
    """Whatever the ranking, each place is explained, and the table names every unit."""
    ranking = _rank(scores, data.draw(agreed(scores.rubric)))
    table = ranking_table(ranking, language=language)

    for place in ranking.places:
        assert explain_place(ranking, place.unit, language=language).startswith(place.name)
        assert place.name in table
