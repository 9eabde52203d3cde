# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.award import Rule, judge
from thidua.basis import Citation, Validity
from thidua.dossier import (
    EVER,
    AwardReceived,
    Ballot,
    Dossier,
    Figure,
    Initiative,
    Pending,
    Post,
    Rating,
    Sanction,
)
from thidua.eligibility import (
    All,
    Any,
    AtLeast,
    Attested,
    Condition,
    EachYear,
    Employed,
    FigureIs,
    HasInitiative,
    Held,
    HeldInARow,
    InYears,
    MeetsStandard,
    Missing,
    Need,
    NeedsJudgement,
    NeedsLocalRules,
    NeedType,
    NoSanction,
    Not,
    NotPending,
    Proposal,
    Rated,
    Run,
    SelectedIn,
    ServedInPost,
    ShareIs,
    Standard,
    TextMissing,
    Voted,
    VoteRule,
    YearsSince,
    evaluate,
    shortest_path,
)

DOSSIER = Dossier(
    "nv-1",
    "individual",
    ratings=[
        Rating(2021, "completed"),
        *(Rating(year, "excellent") for year in (2022, 2023, 2024)),
    ],
    awards=[
        AwardReceived("cstd", years=2022),
        AwardReceived("bk", years=(2023, 2024)),
    ],
    initiatives=[Initiative(2024, "grassroots")],
    sanctions=[Sanction("reprimand", "2020-01-01", "2020-12-31")],
    pending=[Pending("thanh-tra", "2024-12-01")],
    posts=[Post("gd", "2022-01-01")],
    figures=[
        Figure("ldtt", 2024, 12),
        Figure("bien-che", 2024, 20),
        Figure("thang-cong-tac", 2024, 7),
    ],
    ballots=[Ballot("x", 2024, 9, 9, 5, 4)],
    complete=EVER,
)


def missing(condition: Condition, dossier: Dossier = DOSSIER) -> Missing:
    """Return what is missing for a condition at the end of 2024."""
    standards = [Standard("s", "ldxs", Rated("excellent", years=5))]
    proposal = Proposal(dossier, "x", "2024-12-31", standards=standards)
    return shortest_path(evaluate(condition, proposal), language="en")


def test_what_is_missing_in_one_sentence_each() -> None:
    """One more consecutive year, and one initiative of the province."""
    condition = All([Run(4, Rated("excellent")), HasInitiative("province")])

    assert (
        "1 more year in a row: tasks completed excellently or better",
        "1 more initiative of ministry or province level or above",
    ) == missing(condition).sentences


def test_of_alternatives_the_shortest_counts() -> None:
    """The way with the least to achieve, whatever its place."""
    ways: list[Condition] = [
        Held("cstd", times=4),
        All([Held("cstd", times=2), Run(4, Rated("excellent"))]),
    ]

    assert (
        "cstd 1 time more",
        "1 more year in a row: tasks completed excellently or better",
    ) == missing(Any(ways)).sentences
    assert ("cstd 3 times more",) == missing(Any(ways[:1])).sentences
    assert 2 == len(missing(AtLeast(2, [*ways, Held("bk")])).needs)


def test_what_two_conditions_lack_is_counted_once() -> None:
    """A shared need makes the way with it shorter."""
    shared = Held("cstd", times=3)
    ways = Any([All([shared, shared]), Held("cstd", times=4)])

    assert (Need(NeedType.ACHIEVE, shared, 2),) == missing(ways).needs


def test_waiting_is_less_than_achieving() -> None:
    """What has to be put on file, decided or waited for costs less than an achievement."""
    open_ = Attested("a", "b")

    assert (open_,) == tuple(
        one.condition for one in missing(Any([Held("cstd", times=2), open_])).needs
    )
    assert [NeedType.CLEAR, NeedType.DECIDE, NeedType.SUPPLY] == [
        one.todo for one in missing(All([open_, NeedsJudgement("x"), NotPending()])).needs
    ]


@pytest.mark.parametrize(
    "condition",
    [
        NoSanction(),
        Not(Held("bk")),
        Any([NoSanction(), Not(Held("bk"))]),
        All([Held("cstd", times=2), NoSanction()]),
        Voted(VoteRule("0.9")),
        EachYear(Rated("well")),
    ],
    ids=range(6),
)
def test_some_ways_are_closed(condition: Condition) -> None:
    """A sanction in the past, a title that must not have been held, a vote that was lost."""

    assert Missing(reachable=False) == missing(condition)


def test_an_open_denial_is_put_on_file() -> None:
    """Whether something is not so has to be known."""
    missing_ = missing(Not(Held("hc")), Dossier("a", "individual"))

    assert [Held("hc")] == [need.condition for need in missing_.needs]


def test_nothing_is_missing_for_a_yes() -> None:
    """A yes needs nothing, and neither does a way of which only another part is missing."""

    assert Missing(reachable=True) == missing(Held("bk"))


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (Rated("excellent", years=5), "2 more years of tasks completed excellently or better"),
        (HeldInARow("bk", 3), "bk 2 times more in succession"),
        (
            YearsSince("bk", at_least=3),
            "3 more years: at least 3 years since bk",
        ),
        (
            ServedInPost("gd", 5),
            "24 more months: in post gd for 5 years or more",
        ),
        (FigureIs("ldtt", ">=", 14), "2 more: ldtt ≥ 14"),
        (ShareIs("ldtt", "bien-che", ">=", "0.7"), "2 more: ldtt / bien-che ≥ 70%"),
        (SelectedIn("tinh"), "put forward by tinh"),
        (NotPending(), "wait for what is pending to end"),
        (NeedsJudgement("chọn"), "to be decided: chọn"),
        (Attested("a", "b"), "to be put on file: attested: a: b"),
        (MeetsStandard("ldxs"), "2 more years of tasks completed excellently or better"),
        (MeetsStandard("khac"), "to be put on file: meets the standard of khac"),
        (TextMissing("đuôi khoản"), "the text is to be found: đuôi khoản"),
        (NeedsLocalRules("ty-le", "tỷ lệ"), "local rules are needed: tỷ lệ"),
        (NeedsLocalRules("ty-le"), "local rules are needed: ty-le"),
        (InYears(2, Held("cstd")), "cstd 1 time more"),
        (Run(2, Held("cstd")), "2 more years in a row: has received cstd"),
    ],
    ids=range(17),
)
def test_needs_in_words(condition: Condition, sentence: str) -> None:
    """Each says how much more, in its own unit."""

    assert (sentence,) == missing(condition).sentences


def test_a_chain_begins_with_the_award_before_it() -> None:
    """Without that award, it comes first, and then all the years."""

    assert (
        "hc 1 time more",
        "4 more years in a row: tasks completed well or better",
    ) == missing(Run(4, Rated("well"), after="hc")).sentences


def test_a_vote_that_is_awaited() -> None:
    """The vote itself is what is waited for."""
    dossier = Dossier("a", "individual", complete=EVER)

    assert ("a vote is awaited: the council agrees by 90% of all members",) == missing(
        Voted(VoteRule("0.9")), dossier
    ).sentences


def test_open_years_of_a_streak_are_put_on_file() -> None:
    """Years that are not on file may be what the streak lacks."""
    dossier = Dossier("a", "individual", ratings=[Rating(2024, "well"), Rating(2022, "well")])

    assert ("to be put on file: tasks completed well or better, in 2023",) == missing(
        Run(3, Rated("well")), dossier
    ).sentences


def test_a_title_in_a_streak_that_is_too_short() -> None:
    """The years that are missing, and what is missing in them."""
    condition = Run(5, Rated("well"), within=Held("cstd", times=3))
    found = missing(condition)

    assert {Fraction(2)} == {need.number for need in found.needs}
    assert 2 == len(found.sentences)


def test_what_is_missing_for_a_verdict() -> None:
    """A rule that was not verified has to be looked up first; in Vietnamese by default."""
    rule = Rule(
        "r",
        "x",
        Held("bk"),
        basis=Citation("Luật A"),
        validity=Validity("2020-01-01"),
        subjects="individual",
        verified_until="2023-12-31",
    )
    verdict = judge(rule, DOSSIER, "x", "2024-12-31")

    assert ("cần đối chiếu văn bản có hiệu lực sau ngày 31/12/2023",) == shortest_path(
        verdict
    ).sentences
    nobody = judge([], DOSSIER, "x", "2024-12-31")
    assert ("cần quy định về tiêu chuẩn",) == shortest_path(nobody).sentences


def test_time_at_work_in_a_year_gone_by() -> None:
    """Months of a year that is over cannot be made up."""

    assert not missing(Employed(10)).reachable
