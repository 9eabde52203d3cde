# SPDX-License-Identifier: MIT
"""Years in a row: what it may mean, side by side.

Titles, research and examples are those of a military academy (tranducbk/QLKT).
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from thidua.dossier import (
    EVER,
    AwardReceived,
    Complete,
    Dossier,
    Initiative,
    Rating,
    Sanction,
    Years,
)
from thidua.eligibility import (
    All,
    Any,
    Condition,
    Counting,
    EachYear,
    HasInitiative,
    Held,
    HeldInARow,
    InYears,
    NeedsJudgement,
    NoSanction,
    NotReused,
    Proposal,
    Rated,
    Remark,
    ResetAfterSanction,
    Run,
    evaluate,
    shortest_path,
)

TITLE = "cstd-co-so"
RESEARCH = HasInitiative("grassroots", types="research")

DOCUMENT = Run(5, Held(TITLE))
RECORDS = Held(TITLE, times=5)
BLOCKS = Run(2, Held(TITLE), span="blocks", within=EachYear(RESEARCH))
SLIDING = Run(2, Held(TITLE), span="sliding", within=EachYear(RESEARCH))
YEAR_BEFORE = Run(5, Held(TITLE), skip=1)


def dossier(
    titles: Iterable[int], research: Iterable[int] = (), **others: Iterable[int]
) -> Dossier:
    """Return a complete dossier with titles, research and other awards in some years."""
    return Dossier(
        "a",
        "individual",
        awards=[
            *(AwardReceived(TITLE, years=year) for year in titles),
            *(AwardReceived(code, years=year) for code, years in others.items() for year in years),
        ],
        initiatives=[Initiative(year, "grassroots", sort="research") for year in research],
        complete=EVER,
    )


def ask(
    condition: Condition, given: Dossier, year: int = 2024, counting: Iterable[Counting] = ()
) -> str:
    """Return the answer for a proposal at the end of a year."""
    proposal = Proposal(given, "x", f"{year}-12-31", counting=tuple(counting))
    return evaluate(condition, proposal).answer.value


FULL = dossier(range(2020, 2025))
PAIRS = dossier([2021, 2022, 2023], [2022, 2023])
HOLE = dossier([2018, 2020, 2021, 2022, 2024])


@pytest.mark.parametrize(
    ("given", "year", "expected"),
    [
        #                document records blocks sliding before
        (FULL, 2024, ["eligible", "eligible", "not_eligible", "not_eligible", "not_eligible"]),
        (FULL, 2025, ["not_eligible", "eligible", "not_eligible", "not_eligible", "eligible"]),
        (
            PAIRS,
            2023,
            ["not_eligible", "not_eligible", "not_eligible", "eligible", "not_eligible"],
        ),
        (
            HOLE,
            2024,
            ["not_eligible", "eligible", "not_eligible", "not_eligible", "not_eligible"],
        ),
    ],
)
def test_five_meanings_of_in_a_row(given: Dossier, year: int, expected: list[str]) -> None:
    """Up to the year, as many records, blocks, sliding windows, up to the year before."""
    meanings = (DOCUMENT, RECORDS, BLOCKS, SLIDING, YEAR_BEFORE)

    assert expected == [ask(one, given, year) for one in meanings]


def test_a_prerequisite_in_the_first_years_of_the_block() -> None:
    """Three years with research in each, and the certificate in the first or second of them."""
    rule = Run(
        3,
        Held(TITLE),
        span="last",
        within=All([EachYear(RESEARCH), InYears(2, Held("bkbqp"), side="first")]),
    )
    years = [2022, 2023, 2024]

    assert "eligible" == ask(rule, dossier(years, years, bkbqp=[2023]))
    assert "not_eligible" == ask(rule, dossier(years, years, bkbqp=[2024]))
    assert "eligible" == ask(rule, dossier([2021, *years], years, bkbqp=[2022]))


@pytest.mark.parametrize(
    ("titles", "expected"), [([2024, 2023, 2022, 2020], 3), ([2024, 2022, 2021], 1)]
)
def test_a_streak_counts_years_not_records(titles: list[int], expected: int) -> None:
    """A missing year ends the streak, however many records lie beyond it."""
    proposal = Proposal(dossier(titles), "x", "2024-12-31")

    assert expected == evaluate(DOCUMENT, proposal).found


def test_an_award_starts_the_streak_anew() -> None:
    """Years up to the higher award do not count, and nothing is looked for beyond them."""
    given = dossier(range(2020, 2025), cstdtq=[2023])
    finding = evaluate(Run(3, Held(TITLE), reset="cstdtq"), Proposal(given, "x", "2024-12-31"))

    assert 1 == finding.found
    assert Remark.STARTS_LATER in finding.remarks


@pytest.mark.parametrize(
    ("idle", "expected"), [(0, "not_eligible"), (1, "eligible"), (None, "eligible")]
)
def test_a_streak_expires(idle: int | None, expected: str) -> None:
    """A streak that ended a year ago counts if that much idleness is allowed."""

    assert expected == ask(Run(3, Held(TITLE), idle=idle), dossier([2021, 2022, 2023]))


def test_an_old_streak_counts_only_without_expiry() -> None:
    """A streak that ended two years ago is void after one."""
    given = dossier([2020, 2021, 2022])

    assert "not_eligible" == ask(Run(3, Held(TITLE), idle=1), given)
    assert "eligible" == ask(Run(3, Held(TITLE), idle=None), given)


@pytest.mark.parametrize(
    ("years", "three", "five"),
    [(4, "eligible", "not_eligible"), (6, "eligible", "eligible")],
)
def test_longer_streaks_count_too(years: int, three: str, five: str) -> None:
    """Four years are three years in a row, and six are five."""
    given = dossier(range(2025 - years, 2025))

    assert [three, five] == [ask(Run(number, Held(TITLE)), given) for number in (3, 5)]


def test_times_are_not_years() -> None:
    """Two titles for three years each are in a row if one begins where the other ends."""
    spans = {"touching": (2019, 2022), "a year apart": (2018, 2022), "overlapping": (2020, 2022)}
    given = {
        name: Dossier(
            "a",
            "individual",
            awards=[
                AwardReceived("cstd-bo-tinh", years=(first, first + 2)),
                AwardReceived("cstd-bo-tinh", years=(second, second + 2)),
            ],
            complete=EVER,
        )
        for name, (first, second) in spans.items()
    }
    rules = {
        "strict": HeldInARow("cstd-bo-tinh", 2),
        "idle": HeldInARow("cstd-bo-tinh", 2, idle=1),
        "overlap": HeldInARow("cstd-bo-tinh", 2, overlap=True),
    }
    fitting = {
        (rule, name)
        for rule, condition in rules.items()
        for name, one in given.items()
        if ask(condition, one) == "eligible"
    }

    assert {
        ("strict", "touching"),
        ("idle", "touching"),
        ("idle", "a year apart"),
        ("overlap", "touching"),
        ("overlap", "overlapping"),
    } == fitting


def test_a_succession_must_be_recent_unless_said_otherwise() -> None:
    """Titles for 2006-2008 and 2009-2011 are no succession for a proposal of 2018."""
    given = Dossier(
        "a",
        "individual",
        awards=[
            AwardReceived("cstd-bo-tinh", years=(2006, 2008)),
            AwardReceived("cstd-bo-tinh", years=(2009, 2011)),
        ],
        complete=EVER,
    )
    late = [HeldInARow("cstd-bo-tinh", 2, since=since) for since in (0, 6, None)]

    assert ["not_eligible", "eligible", "eligible"] == [ask(one, given, 2017) for one in late]


CHAIN = Run(5, Rated("well"), after="bk-thu-tuong")


@pytest.mark.parametrize(
    ("years", "by", "expected"),
    [
        ((2015, 2019), "period", "eligible"),
        ((2016, 2020), "period", "not_eligible"),
        ((2015, 2019), "decision", "not_eligible"),
    ],
)
def test_a_chain_starts_after_an_award(years: tuple[int, int], by: str, expected: str) -> None:
    """The years after the award count: after those of its achievement, or after its decision."""
    given = Dossier(
        "a",
        "individual",
        ratings=[Rating(year, "well") for year in range(2015, 2025)],
        awards=[AwardReceived("bk-thu-tuong", years=years, decided="2021-12-20")],
        complete=EVER,
    )

    assert expected == ask(Run(5, Rated("well"), after="bk-thu-tuong", by=by), given)


def test_the_award_before_a_chain_must_be_held() -> None:
    """Without the award there is no chain; if the list may lack it, that is not known."""
    ratings = [Rating(year, "well") for year in range(2020, 2025)]
    without = Dossier("a", "individual", ratings=ratings, complete=EVER)

    assert "not_eligible" == ask(CHAIN, without)
    assert "unknown" == ask(CHAIN, Dossier("a", "individual", ratings=ratings))


def test_an_earlier_award_that_is_not_on_file_may_start_an_older_chain() -> None:
    """Years before the only award on file may count if there may be an earlier one."""
    ratings = [Rating(year, "well") for year in range(2020, 2025)]
    award = AwardReceived("bk-thu-tuong", years=2021)
    open_ = Dossier("a", "individual", ratings=ratings, awards=[award])
    closed = Dossier("a", "individual", ratings=ratings, awards=[award], complete=EVER)

    assert ["unknown", "not_eligible"] == [ask(CHAIN, one) for one in (open_, closed)]


def test_a_reset_that_may_have_happened_is_not_known() -> None:
    """Without a complete list of awards, a later start may be missing from it."""
    awards = [AwardReceived(TITLE, years=year) for year in range(2020, 2025)]
    rule = Run(5, Held(TITLE), reset="cstdtq")
    complete = [Complete("awards", Years(2020, 2024))]

    assert "unknown" == ask(rule, Dossier("a", "individual", awards=awards))
    assert "eligible" == ask(rule, Dossier("a", "individual", awards=awards, complete=complete))


def test_what_lies_within_is_judged_in_the_streak() -> None:
    """A title before the streak does not count in it, a title in its first year does."""
    rule = Run(3, Rated("well"), within=Held("co-thi-dua"))
    ratings = [Rating(2021, "completed"), *(Rating(year, "well") for year in (2022, 2023, 2024))]
    before, first = (
        Dossier(
            "a",
            "collective",
            ratings=ratings,
            awards=[AwardReceived("co-thi-dua", years=year)],
            complete=EVER,
        )
        for year in (2021, 2022)
    )

    assert ["not_eligible", "eligible"] == [ask(rule, one) for one in (before, first)]


def test_a_streak_inside_a_streak_lies_in_its_window() -> None:
    """Two excellent years in a row must lie in the five, at its end or anywhere."""
    ratings = [
        Rating(year, "excellent" if year in {2019, 2020, 2021} else "well")
        for year in range(2019, 2025)
    ]
    given = Dossier("a", "individual", ratings=ratings, complete=EVER)
    inner = [Run(2, Rated("excellent"), idle=idle) for idle in (0, None)]
    last = Run(3, Rated("well"), span="last", within=Run(2, Rated("excellent"), idle=None))

    assert ["not_eligible", "eligible"] == [
        ask(Run(5, Rated("well"), within=one), given) for one in inner
    ]
    assert "not_eligible" == ask(last, given)


def test_a_year_that_is_not_on_file_leaves_the_streak_open() -> None:
    """A hole in the file is no bad year, and what it would decide is not known."""
    ratings = [Rating(year, "well") for year in (2021, 2023, 2024)]
    given = Dossier("a", "individual", ratings=ratings)

    assert "eligible" == ask(Run(2, Rated("well")), given)
    assert "unknown" == ask(Run(3, Rated("well")), given)
    assert "not_eligible" == ask(
        Run(3, Rated("well")), Dossier("a", "individual", ratings=ratings, complete=EVER)
    )


def test_a_window_whose_first_year_is_open_is_judged_for_each() -> None:
    """What would lie in the longer streak only, or spoil it, makes the answer unknown."""
    ratings = [Rating(year, "well") for year in (2021, 2023, 2024)]
    given = Dossier(
        "a",
        "individual",
        ratings=ratings,
        awards=[AwardReceived("co-thi-dua", years=2021)],
        sanctions=[Sanction("reprimand", "2021-03-01", "2021-06-30")],
        complete={"awards": EVER, "sanctions": EVER},
    )
    gains = evaluate(
        Run(2, Rated("well"), within=Held("co-thi-dua")), Proposal(given, "x", "2024-12-31")
    )
    spoils = Run(2, Rated("well"), within=NoSanction())
    both = Run(2, Rated("well"), within=Any([Held("co-thi-dua"), NoSanction()]))

    assert "unknown" == gains.answer.value
    assert Remark.READINGS_DIFFER in gains.remarks
    assert ["unknown", "eligible"] == [ask(one, given) for one in (spoils, both)]


def test_a_streak_too_short_for_a_block_still_shows_what_lies_within() -> None:
    """A part for what lies within is there even if no block is."""
    finding = evaluate(BLOCKS, Proposal(dossier([2024]), "x", "2024-12-31"))

    assert EachYear(RESEARCH) == finding.parts[-1].asked
    assert "not_eligible" == finding.answer.value


def test_years_before_a_fresh_start_do_not_count() -> None:
    """After a sanction the streak begins with the first whole year, or with the same year."""
    given = Dossier(
        "a",
        "individual",
        ratings=[Rating(year, "well") for year in range(2020, 2025)],
        sanctions=[Sanction("reprimand", "2021-07-01", "2022-06-30")],
        complete=EVER,
    )
    found = [
        evaluate(Run(5, Rated("well")), Proposal(given, "x", "2025-03-01", counting=[rule])).found
        for rule in (
            ResetAfterSanction(),
            ResetAfterSanction(same_year=True),
            ResetAfterSanction("warning"),
        )
    ]

    assert [2, 3, 5] == found


def test_used_years_do_not_count() -> None:
    """A second certificate does not count the years of the first."""
    given = Dossier(
        "a",
        "individual",
        ratings=[Rating(year, "excellent") for year in (2023, 2024, 2025)],
        awards=[AwardReceived("x", years=(2023, 2024), decided="2025-02-01")],
        complete=EVER,
    )
    rule = Run(2, Rated("excellent"))

    assert "not_eligible" == ask(rule, given, 2025, [NotReused("*")])
    assert "eligible" == ask(rule, given, 2025, [NotReused("bk-thu-tuong")])
    assert "eligible" == ask(rule, given, 2025, [NotReused("*", years=False)])


def test_a_year_left_to_judgement_leaves_the_streak_to_judgement() -> None:
    """A streak is no surer than its years."""

    assert "needs_judgement" == ask(Run(2, NeedsJudgement("năm tiêu biểu")), dossier([]))


def test_an_old_reset_does_not_bring_back_what_an_award_cut() -> None:
    """A reset before the award that a chain follows changes nothing."""
    awards = [
        *(AwardReceived(TITLE, years=year) for year in range(2018, 2025)),
        AwardReceived("bk", years=2021),
        AwardReceived("hc", years=2019),
    ]
    given = Dossier("a", "individual", awards=awards, complete=EVER)
    rule = Run(3, Held(TITLE), after="bk", reset="hc")

    assert 3 == evaluate(rule, Proposal(given, "x", "2024-12-31")).found


PROVINCIAL = [
    AwardReceived("cstd-bo-tinh", years=(2016, 2018)),
    AwardReceived("cstd-bo-tinh", years=(2019, 2021)),
    AwardReceived("cstd-bo-tinh", years=(2022, 2024)),
    AwardReceived("cstd-bo-tinh", years=(2025, 2027)),
]
TWICE = HeldInARow("cstd-bo-tinh", 2, since=None)


@pytest.mark.parametrize(
    ("held", "spent", "expected", "found"),
    [
        (2, None, "eligible", 2),
        # Both titles of the first national one are used up.
        (2, (2016, 2021), "not_eligible", 0),
        # The third title would count the second one again.
        (3, (2016, 2021), "not_eligible", 1),
        (4, (2016, 2021), "eligible", 2),
        # An achievement that reaches into two titles spends both.
        (3, (2021, 2022), "not_eligible", 1),
        # The decision names only the year in which the second title fell.
        (3, (2021, 2021), "not_eligible", 1),
    ],
)
def test_a_succession_is_rewarded_once(
    held: int, spent: tuple[int, int] | None, expected: str, found: int
) -> None:
    """Titles on which a national one was granted ground no second; two new ones do."""
    first = [] if spent is None else [AwardReceived("x", years=spent, decided="2022-03-01")]
    given = Dossier("a", "individual", awards=[*PROVINCIAL[:held], *first], complete=EVER)
    proposal = Proposal(given, "x", "2028-02-01", counting=(NotReused("*"),))
    finding = evaluate(TWICE, proposal)

    assert expected == finding.answer.value
    assert found == finding.found
    assert (expected == "not_eligible") == (Remark.SPENT in finding.remarks)
    assert "eligible" == ask(TWICE, given, 2027, [NotReused("y")])


def test_a_succession_says_what_was_used_up_and_what_is_missing() -> None:
    """The titles that do not count again stand in the finding, and the least is one title more."""
    first = AwardReceived("x", years=(2016, 2021), decided="2022-03-01")
    given = Dossier("a", "individual", awards=[*PROVINCIAL[:3], first], complete=EVER)
    proposal = Proposal(given, "x", "2025-02-01", counting=(NotReused("*"),))
    finding = evaluate(TWICE, proposal)

    assert {(2016, 2018), (2019, 2021), (2022, 2024)} == {
        (one.years.first, one.years.last)
        for one in finding.facts
        if isinstance(one, AwardReceived) and one.years
    }
    assert ("thêm 1 lần liên tục được tặng cstd-bo-tinh",) == shortest_path(finding).sentences


def test_a_succession_begins_anew_after_a_sanction() -> None:
    """A title won before a sanction is held, and in no succession after it."""
    given = Dossier(
        "a",
        "individual",
        awards=PROVINCIAL[:2],
        sanctions=[Sanction("reprimand", "2018-02-01", "2019-01-31")],
        complete=EVER,
    )

    assert "not_eligible" == ask(TWICE, given, 2021, [ResetAfterSanction()])
    assert "eligible" == ask(Held("cstd-bo-tinh", times=2), given, 2021, [ResetAfterSanction()])
