# SPDX-License-Identifier: MIT
"""The laws of proposals, for clusters with many ties."""

from __future__ import annotations

from itertools import combinations
from typing import Literal, TypeAlias, final

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from thidua.award import Decision, Offer, Outcome, Slate, propose, reason, slate_table
from thidua.formula import DirectEntry
from thidua.quantity import State
from thidua.ranking import Ranking, rank, ranking_table
from thidua.rubric import Criterion, Measure, Rubric, Sheet, score

Row: TypeAlias = tuple[int | State, int | State]

RUBRIC = Rubric(
    "r",
    "R",
    measures=[Measure("a", "A"), Measure("b", "B")],
    sections=[
        Criterion("1", "Một", maximum=4, formula=DirectEntry("a")),
        Criterion("2", "Hai", maximum=4, formula=DirectEntry("b")),
    ],
    at_most=6,
)
AWARDS = ("Cờ", "Bằng khen", "Giấy khen")
POINTS = st.integers(0, 4)


@final
@frozen
class Case:
    """What is proposed on, and what it may become."""

    before: tuple[Row, ...]
    after: tuple[Row, ...]
    groups: tuple[str, ...]
    excluded: frozenset[str]
    ties: Literal["share", "dense"] | tuple[str, ...]
    offers: tuple[Offer, ...]
    nominate: int | None
    barred: frozenset[str]

    def ranking(self, rows: tuple[Row, ...]) -> Ranking:
        """Rank the cluster with these entries."""
        units = "abcdefg"[: len(rows)]
        sheets = [
            Sheet(unit, dict(zip("ab", row, strict=True)))
            for unit, row in zip(units, rows, strict=True)
        ]
        return rank(
            score(RUBRIC, sheets),
            ties=self.ties,
            groups=dict(zip(units, self.groups, strict=True)),
            excluded=dict.fromkeys(self.excluded & set(units), "mới lập"),
        )

    def slate(self, rows: tuple[Row, ...]) -> Slate:
        """Propose on the cluster with these entries."""
        ranking = self.ranking(rows)
        units = {place.unit for place in ranking.places} | {one.unit for one in ranking.unranked}
        barred = dict.fromkeys(sorted(self.barred & units), "kỷ luật")
        return propose(ranking, self.offers, nominate=self.nominate, knock_outs=barred)


_OFFERS = st.lists(
    st.builds(
        Offer,
        st.sampled_from(AWARDS),
        st.integers(0, 3),
        at_least=st.none() | st.integers(0, 7),
    ),
    max_size=3,
    unique_by=lambda offer: offer.award,
)


@st.composite
def _cases(draw: DrawFn, *, complete: bool = False) -> Case:
    number = draw(st.integers(1, 7))
    after = [(draw(POINTS), draw(POINTS)) for _ in range(number)]
    late = st.sampled_from([False] if complete else [False, False, False, True])
    before = [(a, State.NOT_DUE if draw(late) else b) for a, b in after]
    few = st.frozensets(st.sampled_from("abcdefg"), max_size=2)
    return Case(
        tuple(before),
        tuple(after),
        tuple(draw(st.sampled_from(["", "", "x"])) for _ in range(number)),
        draw(few),
        draw(st.sampled_from(["share", "dense", ("1",), ("2",)])),
        tuple(draw(_OFFERS)),
        draw(st.none() | st.integers(0, 4)),
        draw(few),
    )


def _competing(slate: Slate) -> list[tuple[Decision, Decision]]:
    """Return pairs of units of one group that may be awarded, the better rank first."""
    running = [
        one
        for one in slate.decisions
        if one.outcome not in {Outcome.KNOCKED_OUT, Outcome.UNRANKED, Outcome.PROVISIONAL}
    ]
    pairs = [(one, other) for one, other in combinations(running, 2) if one.group == other.group]
    return [(one, other) for one, other in pairs if one.rank is not None and other.rank is not None]


@given(_cases())
def test_every_unit_has_one_decision(case: Case) -> None:
    """Each unit of the cluster is decided on once, and its reason can be said."""
    slate = case.slate(case.before)
    units = list("abcdefg"[: len(case.before)])

    assert units == sorted(one.unit for one in slate.decisions)
    assert all(reason(one, language="vi") for one in slate.decisions)
    assert len(units) + 2 == len(slate_table(slate).splitlines())
    assert ranking_table(case.ranking(case.before), language="en", markup="markdown")


@given(_cases())
def test_no_more_is_awarded_than_offered(case: Case) -> None:
    """In each group an award goes to as many units as there are of it, or to fewer."""
    slate = case.slate(case.before)

    for offer in case.offers:
        for group in set(case.groups):
            held = [
                one
                for one in slate.decisions
                if one.group == group
                and one.awards == (offer.award,)
                and one.outcome is Outcome.AWARDED
            ]

            assert len(held) <= offer.number
            assert {one.unit for one in held} <= set(slate.recipients(offer.award))


@given(_cases())
def test_nothing_is_kept_from_who_may_have_it(case: Case) -> None:
    """What a unit without an award might have had is all with units not below it."""
    slate = case.slate(case.before)

    for one in slate.decisions:
        if one.outcome not in {Outcome.BELOW_MINIMUM, Outcome.NO_AWARD_LEFT}:
            continue
        for offer in case.offers:
            assert one.value is not None
            if offer.at_least is not None and not (one.value.low or 0) >= offer.at_least:
                continue
            holders = [
                other
                for other in slate.decisions
                if other.group == one.group and offer.award in other.awards
            ]
            tied = any(other.outcome is Outcome.TIED for other in holders)

            assert tied or offer.number == len(holders)
            assert all((other.rank or 0) <= (one.rank or 0) for other in holders)


@given(_cases())
def test_units_of_one_rank_are_treated_alike(case: Case) -> None:
    """Units that share a rank, and may both be awarded, have the same outcome."""

    for one, other in _competing(case.slate(case.before)):
        if one.rank == other.rank:
            assert (one.outcome, one.awards, one.nominated, one.minimum) == (
                other.outcome,
                other.awards,
                other.nominated,
                other.minimum,
            )


@given(_cases())
def test_a_better_rank_has_no_lower_award(case: Case) -> None:
    """Of two units, the one ranked above has the higher award or the same, and before."""
    slate = case.slate(case.before)
    names = [offer.award for offer in case.offers]

    for one, other in _competing(slate):
        if other.outcome is Outcome.AWARDED and one.rank != other.rank:
            assert one.outcome in {Outcome.AWARDED, Outcome.TIED}
            assert names.index(one.awards[-1]) <= names.index(other.awards[0])
        if other.nominated:
            assert one.nominated


@given(_cases())
def test_who_has_less_than_a_minimum_has_no_award_that_asks_for_it(case: Case) -> None:
    """No unit is proposed, alone or tied, for an award whose minimum it may miss."""
    least = {offer.award: offer.at_least for offer in case.offers}

    for one in case.slate(case.before).decisions:
        for award in one.awards:
            asked = least[award]
            low = None if one.value is None else one.value.low

            assert asked is None or (low is not None and asked <= low)


@given(_cases())
def test_only_the_nominated_count(case: Case) -> None:
    """No group puts more units forward than agreed, and no barred or unranked one."""
    slate = case.slate(case.before)
    number = sum(offer.number for offer in case.offers)
    agreed = number if case.nominate is None else case.nominate

    for group in set(case.groups):
        assert agreed >= sum(bool(one.nominated) for one in slate.decisions if one.group == group)
    assert not {one.unit for one in slate.decisions if one.note} & set(slate.nominees)


@given(_cases())
def test_what_is_proposed_before_all_is_known_stays(case: Case) -> None:
    """Whatever entries come, only units that were provisional are decided on anew."""
    after = case.slate(case.after)

    for one in case.slate(case.before).decisions:
        final = after[one.unit]
        if one.outcome is not Outcome.PROVISIONAL:
            assert (one.outcome, one.awards, one.minimum) == (
                final.outcome,
                final.awards,
                final.minimum,
            )
        if one.nominated is not None:
            assert one.nominated == final.nominated


@given(_cases(complete=True))
def test_a_complete_cluster_has_nothing_provisional(case: Case) -> None:
    """Where nothing is to come every unit is decided on, or tied."""

    assert Outcome.PROVISIONAL not in {one.outcome for one in case.slate(case.after).decisions}
