# SPDX-License-Identifier: MIT
"""Votes: the shares and examples are those of published rules of councils."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from thidua.dossier import EVER, Ballot, Dossier
from thidua.eligibility import (
    Answer,
    Counted,
    Proposal,
    Remark,
    Tally,
    Voted,
    VoteRule,
    count_votes,
    evaluate,
    say_condition,
)
from thidua.errors import RuleFault


def ballot(members: int, present: int, agree: int, against: int = 0, **more: int) -> Ballot:
    """Return a ballot."""
    return Ballot("x", 2024, members, present, agree, against, **more)  # type: ignore[arg-type]


def counted(rule: VoteRule, *ballots: Ballot) -> str:
    """Return what ballots came to."""
    return count_votes(rule, ballots).counted.value


QUORUM = VoteRule("2/3", base="present", quorum="2/3", written=False)


@pytest.mark.parametrize(
    ("rule", "given", "expected"),
    [
        (QUORUM, ballot(7, 5, 4, 1), "passed"),  # 5 of 7 are a quorum
        (QUORUM, ballot(7, 4, 4), "no_quorum"),
        (QUORUM, ballot(9, 9, 6, 3), "passed"),  # 6/9 = 2/3, exactly
        (VoteRule("0.8", base="present", written=False), ballot(10, 10, 8, 2), "passed"),
        (VoteRule("0.9", base="present", written=False), ballot(10, 10, 8, 2), "failed"),
        (VoteRule("0.9"), ballot(19, 18, 17, 2, written=1), "failed"),  # 89.5 %
        (VoteRule("0.9"), ballot(20, 20, 17, 3), "failed"),
        (VoteRule("0.8"), ballot(20, 20, 17, 3), "passed"),
        (VoteRule("1/2", above=True), ballot(10, 10, 5, 5), "failed"),
        (VoteRule("1/2"), ballot(10, 10, 5, 5), "passed"),
        (VoteRule("1/2", above=True, ties="again"), ballot(10, 10, 5, 5), "tied"),
        (VoteRule("0.9"), ballot(20, 15, 15), "waiting"),  # five may still write
        (VoteRule("0.9"), ballot(20, 15, 12, 3), "failed"),  # whatever they write
        (VoteRule("0.7"), ballot(20, 15, 15), "passed"),  # whatever they write
        (VoteRule("0.7", everyone=True), ballot(20, 15, 15), "waiting"),
        (VoteRule("0.9", written=False), ballot(20, 15, 15), "failed"),  # the absent have no say
        (VoteRule("2/3", base="voters"), ballot(9, 5, 5, written=1, against=1), "waiting"),
        (VoteRule("2/3", base="voters"), ballot(9, 8, 6, 3, written=1), "passed"),
        (VoteRule("2/3", base="present", written=False), ballot(5, 0, 0), "failed"),
    ],
)
def test_shares_are_compared_exactly(rule: VoteRule, given: Ballot, expected: str) -> None:
    """A share is of all members, of those present, or of those who vote, and never rounded."""

    assert expected == counted(rule, given)


def test_the_last_ballot_counts() -> None:
    """A second ballot replaces the first, and one more than allowed counts for nothing."""
    first, second, third = (
        ballot(9, 9, agree, 9 - agree, turn=turn) for turn, agree in ((1, 4), (2, 8), (3, 9))
    )
    rule = VoteRule("0.8", ballots=2)

    assert "passed" == counted(rule, second, first)
    assert "too_many" == counted(rule, first, second, third)


def test_a_tie_in_the_last_ballot_is_lost() -> None:
    """A tie is voted on again only while another ballot may be taken."""
    rule = VoteRule("1/2", above=True, ties="again", ballots=2)
    first, second = (ballot(4, 4, 2, 2, turn=turn) for turn in (1, 2))

    assert ["tied", "failed"] == [counted(rule, first), counted(rule, first, second)]


def test_no_ballot_is_no_refusal() -> None:
    """A council that has not voted has neither agreed nor refused."""

    assert Tally(Counted.NONE) == count_votes(VoteRule("0.8"), [])
    assert Answer.DEFERRED is Tally(Counted.NONE).answer


@pytest.mark.parametrize(
    ("given", "complete", "expected"),
    [
        ([], False, "unknown"),
        ([], True, "deferred"),
        ([ballot(10, 10, 9, 1)], False, "eligible"),
        ([ballot(10, 10, 8, 2)], False, "not_eligible"),
        ([ballot(10, 8, 8)], False, "deferred"),
    ],
)
def test_a_condition_on_a_vote(given: list[Ballot], complete: bool, expected: str) -> None:  # noqa: FBT001 - a column of the table
    """A vote that is not on file is unknown, one that is not over is awaited."""
    dossier = Dossier(
        "a", "individual", ballots=given, complete={"ballots": EVER} if complete else {}
    )
    proposal = Proposal(dossier, "x", "2024-12-20")

    assert expected == evaluate(Voted(VoteRule("0.9")), proposal).answer.value


def test_only_the_ballots_on_this_award_count() -> None:
    """Another award, another year and another council have other ballots."""
    others = [
        Ballot("y", 2024, 5, 5, 5),
        Ballot("x", 2023, 5, 5, 5),
        Ballot("x", 2024, 5, 5, 5, body="cơ sở"),
    ]
    dossier = Dossier("a", "individual", ballots=others)
    finding = evaluate(Voted(VoteRule("0.9"), body="tỉnh"), Proposal(dossier, "x", "2024-12-20"))

    assert (Remark.NOT_ON_FILE,) == finding.remarks


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: VoteRule("1.2"), '$: a share is from 0 to 1, 6/5; write "2/3" or "0.8"'),
        (lambda: VoteRule("0.8", ballots=0), "$: a number of ballots is from 1, 0"),
    ],
)
def test_rules_that_no_vote_can_meet_are_refused(
    make: Callable[[], VoteRule], message: str
) -> None:
    """A share above the whole, and no ballot at all."""
    with pytest.raises(RuleFault) as caught:
        make()

    assert message == str(caught.value)


def test_the_share_is_kept() -> None:
    """The finding says what share agreed."""
    dossier = Dossier("a", "individual", ballots=[ballot(19, 19, 17, 2)])
    finding = evaluate(Voted(VoteRule("0.9")), Proposal(dossier, "x", "2024-12-20"))

    assert Fraction(17, 19) == finding.found


@pytest.mark.parametrize(
    ("secret", "agree", "expected", "said"),
    [
        (True, 18, "eligible", "passed"),
        (None, 18, "unknown", None),  # nobody wrote down how it was taken
        (False, 18, "deferred", "open"),  # it does not count, and is taken again
        (None, 17, "not_eligible", "failed"),  # however it was taken
        (False, 17, "deferred", "open"),
    ],
)
def test_a_ballot_that_must_be_secret(
    secret: bool | None,  # noqa: FBT001 - three answers
    agree: int,
    expected: str,
    said: str | None,
) -> None:
    """An open ballot does not count where a secret one is asked for; else either will do."""
    taken = Ballot("x", 2024, 20, present=20, agree=agree, against=20 - agree, secret=secret)
    dossier = Dossier("a", "individual", ballots=[taken], complete=EVER)
    proposal = Proposal(dossier, "x", "2024-12-20")
    finding = evaluate(Voted(VoteRule("0.9", secret=True)), proposal)

    assert (expected, said) == (finding.answer.value, finding.vote and finding.vote.value)
    assert "eligible" == evaluate(Voted(VoteRule("0.8")), proposal).answer.value


def test_a_vote_rule_says_all_it_asks_for() -> None:
    """Share, base, secrecy and quorum stand in its sentence."""
    rule = Voted(VoteRule("0.9", quorum="2/3", secret=True))

    assert (
        "hội đồng đồng ý từ 90 % tổng số thành viên, bỏ phiếu kín, có từ 2/3 thành viên dự họp"
    ) == say_condition(rule)
    assert (
        "the council agrees by 90% of all members, in a secret ballot, "
        "with 2/3 of the members there"
    ) == say_condition(rule, language="en")
