# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from thidua.award import Decision, Offer, Outcome, Slate, propose, reason
from thidua.errors import Faults, RankingFault
from thidua.formula import DirectEntry
from thidua.quantity import State
from thidua.ranking import Ranking, rank
from thidua.rubric import (
    Criterion,
    Measure,
    RankedBy,
    Rubric,
    Section,
    Sheet,
    Treatments,
    score,
)

FLAG, DIPLOMA = "Cờ thi đua", "Bằng khen"
LATE = State.NOT_DUE


def _ranking(
    units: Mapping[str, object],
    *,
    ties: Iterable[str] | str = "share",
    ranked_by: str = "points",
    **options: Mapping[str, str],
) -> Ranking:
    """Rank units by their points of 100, a unit that is late having 50 of them for certain."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("sau", "Sáu tháng", places=1), Measure("nam", "Cả năm", places=1)],
        sections=[
            Section(
                "I",
                "Điểm",
                criteria=[
                    Criterion("1", "Sáu tháng", maximum=100, formula=DirectEntry("sau")),
                    Criterion("2", "Cả năm", maximum=10, formula=DirectEntry("nam")),
                ],
            )
        ],
        maximum=100,
        ranked_by=ranked_by,
    )
    sheets = []
    for unit, points in units.items():
        first, second = points if isinstance(points, tuple) else (points, 0)
        sheets.append(Sheet(unit, {"sau": first, "nam": second}))
    return rank(
        score(rubric, sheets),
        ties=ties,
        groups=options.get("groups"),
        excluded=options.get("excluded"),
    )


def _awards(slate: Slate) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {one.unit: (one.outcome.value, one.awards) for one in slate.decisions}


def _nominated(slate: Slate) -> dict[str, bool | None]:
    return {one.unit: one.nominated for one in slate.decisions}


FOUR = {"a": 80, "b": 95, "c": 70, "d": 90}
OFFERS = [Offer(FLAG, 1), Offer(DIPLOMA, 2)]


def test_awards_go_by_rank() -> None:
    """The first receives the highest award, the next what is left, the last nothing."""
    slate = propose(_ranking(FOUR), OFFERS)

    assert {
        "b": ("awarded", (FLAG,)),
        "d": ("awarded", (DIPLOMA,)),
        "a": ("awarded", (DIPLOMA,)),
        "c": ("no_award_left", ()),
    } == _awards(slate)
    assert {"b": True, "d": True, "a": True, "c": False} == _nominated(slate)
    assert ("b", "d", "a") == slate.nominees
    assert [("b",), ("d", "a"), ()] == [
        slate.recipients(award) for award in (FLAG, DIPLOMA, "Huân chương")
    ]
    assert tuple(OFFERS) == slate.offers


def test_a_decision_carries_what_it_rests_on() -> None:
    """Rank, result and what they were ranked by stand in the decision."""
    one = propose(_ranking({"a": 80}, ranked_by="percent"), OFFERS)["a"]

    assert (
        Decision(
            "a",
            name="a",
            outcome=Outcome.AWARDED,
            rank=1,
            value=one.value,
            ranked_by=RankedBy.PERCENT,
            nominated=True,
            awards=(FLAG,),
        )
        == one
    )
    assert one.value is not None
    assert 80 == one.value.value


def test_who_misses_a_minimum_leaves_the_award_to_nobody_below() -> None:
    """At the minimum an award is given; under it the unit gets the next one, if it reaches that."""
    offers = [Offer(FLAG, 2, at_least=90), Offer(DIPLOMA, 1, at_least=80)]
    slate = propose(_ranking({"a": 90, "b": "89.9", "c": 80, "d": 79}), offers)

    assert {
        "a": ("awarded", (FLAG,)),
        "b": ("awarded", (DIPLOMA,)),
        "c": ("below_minimum", ()),
        "d": ("below_minimum", ()),
    } == _awards(slate)
    assert 90 == slate["c"].minimum


def test_the_least_minimum_left_is_the_reason() -> None:
    """A unit below several minima is told the least of those still left."""
    offers = [Offer(FLAG, 1, at_least=90), Offer(DIPLOMA, 1, at_least=80), Offer("Giấy khen", 0)]

    assert 80 == propose(_ranking({"a": 50}), offers)["a"].minimum
    assert 90 == propose(_ranking({"a": 85, "b": 50}), offers)["b"].minimum


def test_an_award_that_nobody_asks_points_for_goes_to_any() -> None:
    """A unit below every minimum still receives what has none."""
    offers = [Offer(FLAG, 1, at_least=90), Offer(DIPLOMA, 1)]
    slate = propose(_ranking({"a": 50, "b": 40}), offers)

    assert {"a": ("awarded", (DIPLOMA,)), "b": ("below_minimum", ())} == _awards(slate)


def test_a_knocked_out_unit_keeps_its_rank_and_frees_its_award() -> None:
    """Who is barred takes nothing and is not put forward; the next moves up to the award."""
    slate = propose(_ranking(FOUR), OFFERS, knock_outs={"b": "nội bộ mất đoàn kết"})

    assert {
        "b": ("knocked_out", ()),
        "d": ("awarded", (FLAG,)),
        "a": ("awarded", (DIPLOMA,)),
        "c": ("awarded", (DIPLOMA,)),
    } == _awards(slate)
    assert (1, "nội bộ mất đoàn kết", False) == (
        slate["b"].rank,
        slate["b"].note,
        slate["b"].nominated,
    )
    assert ("d", "a", "c") == slate.nominees


def test_a_knocked_out_unit_frees_its_tie() -> None:
    """Of two units that share a rank, the one that is not barred is alone."""
    slate = propose(_ranking({"a": 90, "b": 90}), [Offer(FLAG, 1)], knock_outs={"a": "x"})

    assert {"a": ("knocked_out", ()), "b": ("awarded", (FLAG,))} == _awards(slate)


def test_a_tie_over_too_few_awards_is_left_open() -> None:
    """Neither of two units has the one award, nor has a unit below them."""
    slate = propose(_ranking({"a": 90, "b": 90, "c": 80}), [Offer(FLAG, 1)])

    assert {
        "a": ("tied", (FLAG,)),
        "b": ("tied", (FLAG,)),
        "c": ("no_award_left", ()),
    } == _awards(slate)
    assert {"a": None, "b": None, "c": False} == _nominated(slate)
    assert () == slate.nominees
    assert () == slate.recipients(FLAG)


def test_a_tie_over_two_offers_is_left_open() -> None:
    """A flag and a diploma for two units are not the same award for both; the rest goes on."""
    slate = propose(_ranking({"a": 90, "b": 90, "c": 80, "d": 70}), OFFERS)

    assert {
        "a": ("tied", (FLAG, DIPLOMA)),
        "b": ("tied", (FLAG, DIPLOMA)),
        "c": ("awarded", (DIPLOMA,)),
        "d": ("no_award_left", ()),
    } == _awards(slate)
    assert {"a": True, "b": True, "c": True, "d": False} == _nominated(slate)


def test_a_tie_over_all_that_is_left_is_left_open() -> None:
    """Three units cannot share two awards of two kinds."""
    offers = [Offer(FLAG, 1), Offer(DIPLOMA, 1)]

    assert dict.fromkeys("abc", ("tied", (FLAG, DIPLOMA))) == _awards(
        propose(_ranking({"a": 90, "b": 90, "c": 90}), offers)
    )


def test_tied_units_all_receive_what_suffices_for_all() -> None:
    """Units of one rank receive the same award if there is enough of it."""

    assert dict.fromkeys("ab", ("awarded", (DIPLOMA,))) == _awards(
        propose(_ranking({"a": 90, "b": 90}), [Offer(DIPLOMA, 2)])
    )


def test_tied_units_without_an_award_are_not_tied_over_it() -> None:
    """Units of one rank for whom nothing is left are told so."""
    slate = propose(_ranking({"a": 95, "b": 90, "c": 90}), [Offer(FLAG, 1)])

    assert ("no_award_left", ()) == _awards(slate)["b"] == _awards(slate)["c"]


def test_more_may_be_nominated_than_awarded() -> None:
    """How many are put forward is agreed apart from how many awards there are."""
    ranking = _ranking({**FOUR, "e": 70})

    assert {"b": True, "d": True, "a": False, "c": False, "e": False} == _nominated(
        propose(ranking, OFFERS, nominate=2)
    )
    assert {"b": True, "d": True, "a": True, "c": None, "e": None} == _nominated(
        propose(ranking, OFFERS, nominate=4)
    )
    assert {"b": True, "d": True, "a": True, "c": True, "e": True} == _nominated(
        propose(ranking, OFFERS, nominate=5)
    )
    assert not any(_nominated(propose(ranking, OFFERS, nominate=0)).values())


def test_groups_are_awarded_apart() -> None:
    """Each group has all the awards and all the nominations."""
    groups = {"a": "Xã", "b": "Phường", "c": "Xã", "d": "Phường"}
    slate = propose(_ranking(FOUR, groups=groups), [Offer(FLAG, 1)])

    assert {
        "b": ("awarded", (FLAG,)),
        "d": ("no_award_left", ()),
        "a": ("awarded", (FLAG,)),
        "c": ("no_award_left", ()),
    } == _awards(slate)
    assert ("b", "a") == slate.recipients(FLAG) == slate.nominees
    assert ["Phường", "Phường", "Xã", "Xã"] == [one.group for one in slate.decisions]


def test_an_unranked_unit_is_decided_on_last() -> None:
    """Who takes no rank receives nothing, for the reason given, after all who take one."""
    slate = propose(_ranking(FOUR, excluded={"b": "mới chia tách"}), OFFERS)

    assert ["d", "a", "c", "b"] == [one.unit for one in slate.decisions]
    assert (
        Decision("b", name="b", outcome=Outcome.UNRANKED, note="mới chia tách", excluded=True)
        == slate["b"]
    )


def test_a_slate_says_why_a_unit_without_a_percent_takes_no_rank() -> None:
    """As the ranking does: no maximum applies to a unit that every criterion left."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("m", "m")],
        sections=[
            Section("I", "I", criteria=[Criterion("1", "1", maximum=100, formula=DirectEntry("m"))])
        ],
        ranked_by="percent",
        treatments=Treatments(not_applicable="leave"),
    )
    sheets = [Sheet("a", {"m": 60}), *(Sheet(unit, {"m": State.NOT_APPLICABLE}) for unit in "bc")]
    ranking = rank(score(rubric, sheets), ties="share", excluded={"c": ""})
    slate = propose(ranking, OFFERS)

    assert "không xếp hạng (không có điểm tối đa để tính tỷ lệ)" == reason(slate["b"])
    assert "not ranked (no maximum applies to it)" == reason(slate["b"], language="en")
    assert "không xếp hạng" == reason(slate["c"])


def test_an_unranked_unit_may_be_barred_too() -> None:
    """A knock-out may name a unit that takes no rank."""
    slate = propose(
        _ranking(FOUR, excluded={"b": "mới chia tách"}), OFFERS, knock_outs={"b": "kỷ luật"}
    )

    assert Outcome.UNRANKED is slate["b"].outcome


def test_nothing_is_proposed_from_the_first_open_rank_on() -> None:
    """Units certainly above an open rank are decided on, those in it and below it are not."""
    slate = propose(_ranking({"a": 95, "b": (80, LATE), "c": 85, "d": 70}), OFFERS)

    assert {
        "a": ("awarded", (FLAG,)),
        "b": ("provisional", ()),
        "c": ("provisional", ()),
        "d": ("provisional", ()),
    } == _awards(slate)
    assert {"a": True, "b": None, "c": None, "d": None} == _nominated(slate)
    assert [1, None, None, 4] == [slate[unit].rank for unit in "abcd"]


def test_who_may_still_be_drawn_level_with_is_not_awarded() -> None:
    """A first that another unit may come to equal might have to share its award."""
    ranking = _ranking({"a": 90, "b": (80, LATE)})
    slate = propose(ranking, [Offer(FLAG, 1)])

    assert 1 == ranking["a"].rank
    assert {"a": ("provisional", ()), "b": ("provisional", ())} == _awards(slate)


def test_a_knocked_out_unit_with_an_open_rank_bars_nobody() -> None:
    """A barred unit whose rank is open is barred all the same."""
    slate = propose(
        _ranking({"a": 95, "b": (80, LATE), "c": 85}), OFFERS, knock_outs={"b": "kỷ luật"}
    )

    assert {
        "a": ("awarded", (FLAG,)),
        "b": ("knocked_out", ()),
        "c": ("provisional", ()),
    } == _awards(slate)


@pytest.mark.parametrize(
    ("at_least", "outcome"),
    [(80, "awarded"), (81, "provisional"), (90, "provisional"), (91, "below_minimum")],
)
def test_a_certain_rank_may_still_miss_a_minimum(at_least: int, outcome: str) -> None:
    """From 80 to 90 points reaches 80 for certain, 91 never, and 81 to 90 perhaps."""
    slate = propose(_ranking({"a": (80, LATE), "b": 70}), [Offer(FLAG, 1, at_least=at_least)])

    assert outcome == slate["a"].outcome.value
    assert (1, True) == (slate["a"].rank, slate["a"].nominated)


def test_an_open_minimum_keeps_everything_below_open() -> None:
    """Who stands below a unit whose award is open is open too, put forward or not."""
    offers = [Offer(FLAG, 1, at_least=85), Offer(DIPLOMA, 1)]
    slate = propose(_ranking({"a": (80, LATE), "b": 70, "c": 60}), offers)

    assert dict.fromkeys("abc", ("provisional", ())) == _awards(slate)
    assert {"a": True, "b": True, "c": False} == _nominated(slate)


def test_a_minimum_of_an_award_that_is_gone_keeps_nothing_open() -> None:
    """Whether a unit reaches the minimum of what others took does not matter."""
    offers = [Offer(FLAG, 1, at_least=85), Offer(DIPLOMA, 1)]
    slate = propose(_ranking({"a": 95, "b": (80, LATE)}), offers)

    assert {"a": ("awarded", (FLAG,)), "b": ("awarded", (DIPLOMA,))} == _awards(slate)


def test_without_awards_nobody_is_awarded() -> None:
    """Nothing to award is nothing left, and nobody is put forward for it."""
    slate = propose(_ranking({"a": 90, "b": 90}), [])

    assert dict.fromkeys("ab", ("no_award_left", ())) == _awards(slate)
    assert () == slate.nominees


def test_what_is_not_there_is_a_fault() -> None:
    """Unknown units and offers of one name are all reported."""
    ranking = _ranking(FOUR, excluded={"b": "x"})

    with pytest.raises(Faults) as caught:
        propose(
            ranking,
            [Offer(FLAG, 1), Offer(DIPLOMA, 1), Offer(FLAG, 2)],
            knock_outs={"e": "x", "b": "y"},
        )

    assert (
        "$.knock_outs.e: no unit 'e' is in the ranking; known are 'a', 'b', 'c', 'd'\n"
        "$.offers[2].award: award 'Cờ thi đua' is offered twice; add the numbers"
        == str(caught.value)
    )


@pytest.mark.parametrize("number", [-1, 1.0, "1", True])
def test_a_number_of_awards_is_a_whole_number(number: int) -> None:
    """An offer of less than nothing, or of a part, is refused."""

    with pytest.raises(RankingFault) as caught:
        Offer(FLAG, number)

    assert f"$.number: a number of awards is a whole number from 0, {number!r}" == str(caught.value)


def test_a_unit_without_a_decision_is_named_in_the_error() -> None:
    """Asking for an unknown unit says which one may be meant."""

    with pytest.raises(KeyError, match="no decision on 'bac-hà'; did you mean 'bac-ha'"):
        propose(_ranking({"bac-ha": 1}), OFFERS)["bac-hà"]
