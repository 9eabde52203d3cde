# SPDX-License-Identifier: MIT

from __future__ import annotations

import pytest

from thidua.cluster import (
    ByTurn,
    ByVote,
    Lead,
    NextLead,
    Succession,
    appraisers,
    next_lead,
)
from thidua.errors import Faults

UNITS = ("an", "binh", "chau", "dung")


def test_each_leads_once_before_anyone_leads_twice() -> None:
    """By turn the deputy follows the head, and after a round it begins anew."""
    history: list[Lead] = []
    for _ in range(6):
        lead = next_lead(ByTurn(UNITS), UNITS, history=history).lead
        assert lead is not None
        history.append(lead)

    assert ["an", "binh", "chau", "dung", "an", "binh"] == [term.head for term in history]
    assert ["binh", "chau", "dung", "an", "binh", "chau"] == [term.deputy for term in history]


def test_a_deputy_who_left_is_passed_over() -> None:
    """Where the deputy is no member any more, the next who has headed least leads."""
    history = [Lead("an", "binh")]
    units = ("an", "chau", "dung")

    assert Lead("chau", "dung") == next_lead(ByTurn(UNITS), units, history=history).lead


def test_the_deputy_follows_only_where_it_is_the_rule() -> None:
    """Without that rule the order alone decides, from the last head on."""
    rule = ByTurn(UNITS, deputy_follows=False)
    history = [Lead("dung", "chau"), Lead("chau", "an")]

    assert Lead("an", "binh") == next_lead(rule, UNITS, history=history).lead


def test_a_head_that_left_the_order_does_not_matter() -> None:
    """A former head without a place in the order lets it begin at its first."""
    history = [Lead("cu", None)]

    assert Lead("an", "binh") == next_lead(ByTurn(UNITS), UNITS, history=history).lead


def test_a_single_member_has_no_deputy() -> None:
    """A cluster of one is headed by it."""

    assert Lead("an") == next_lead(ByTurn(["an"]), ["an"]).lead


def test_the_second_is_deputy_where_nobody_votes_for_one() -> None:
    """Without votes for deputy the unit with the second most votes is deputy."""

    assert Lead("binh", "an") == next_lead(ByVote({"an": 3, "binh": 4, "chau": 1}), UNITS).lead


def test_votes_for_deputy_decide_among_the_others() -> None:
    """The head is no deputy, however many votes it has."""
    rule = ByVote({"an": 4, "binh": 2}, deputy={"an": 5, "chau": 2, "binh": 1})

    assert Lead("an", "chau") == next_lead(rule, UNITS).lead


def test_equal_votes_stay_open() -> None:
    """A tie for head leaves both open, a tie for deputy only that."""

    assert NextLead(("an", "binh")) == next_lead(ByVote({"an": 3, "binh": 3}), UNITS)
    assert next_lead(ByVote({"an": 3, "binh": 3}), UNITS).lead is None
    tied = next_lead(ByVote({"an": 4, "binh": 1, "chau": 1}), UNITS)
    assert NextLead(("an",), ("binh", "chau")) == tied
    assert tied.lead is None


FAULTS: list[tuple[Succession, tuple[str, ...], str]] = [
    (
        ByTurn(["an", "an"]),
        ("an",),
        "$.rule.order[1]: unit 'an' stands twice in the order; list it once",
    ),
    (
        ByTurn(["an", "binh"]),
        ("an", "bing"),
        "$.units[1]: unit 'bing' has no place in the order; did you mean 'binh'?",
    ),
    (ByTurn(["an"]), (), "$.units: a cluster without members has no head"),
    (ByVote({}), UNITS, "$.rule.head: nobody has votes for head"),
    (
        ByVote([("ann", 1)], deputy={"an": -1}),
        UNITS,
        (
            "$.rule.head.ann: votes for 'ann', which is not a member; did you mean 'an'?\n"
            "$.rule.deputy.an: 'an' has -1 votes; write a whole number from 0"
        ),
    ),
]


@pytest.mark.parametrize(("rule", "units", "message"), FAULTS)
def test_what_cannot_decide_is_refused(
    rule: Succession, units: tuple[str, ...], message: str
) -> None:
    """A rule that does not fit the members says why."""
    with pytest.raises(Faults) as caught:
        next_lead(rule, units)

    assert message == str(caught.value)


def test_the_head_does_not_appraise_itself() -> None:
    """The deputy appraises the head, or the conference where there is none."""

    assert {"an": "binh", "binh": "an"} == appraisers(["an", "binh"], Lead("an", "binh"))
    assert {"an": None, "binh": "an"} == appraisers(["an", "binh"], Lead("an"))
    assert {"an": "an"} == appraisers(["an"], Lead("an", "binh"), head_appraises_itself=True)
