# SPDX-License-Identifier: MIT
"""Slates held against quotas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from attrs import evolve

from thidua.award import Offer, Quota, QuotaRule, Rule, Slate, decide, reason, slate_table
from thidua.basis import Citation, Validity
from thidua.dossier import EVER, Dossier, Pending, Rating
from thidua.eligibility import All, NotPending, Rated, that_year
from thidua.errors import Faults
from thidua.formula import DirectEntry
from thidua.ranking import rank
from thidua.rubric import Criterion, Measure, Rubric, Sheet, score
from thidua.wire import dumps, loads

RUBRIC = Rubric(
    "r",
    "R",
    measures=[Measure("d", "Điểm")],
    sections=[Criterion("1", "Điểm", maximum=100, formula=DirectEntry("d"))],
)
BASIS = Citation("Quy chế", article="7")
RULES = [
    Rule(
        code,
        code,
        All([that_year(Rated("well")), NotPending()]),
        subjects="collective",
        basis=Citation("Quy chế", article=str(number)),
        validity=Validity("2024-01-01"),
    )
    for number, code in enumerate(("co", "bk"), 1)
]
POINTS = {"a": 95, "b": 90, "c": 85, "d": 80, "e": 75}
FLAGS = [Offer("Cờ", 4, code="co"), Offer("Bằng khen", 1, code="bk")]


def held(  # noqa: PLR0913 - what a council has before it
    quotas: Iterable[Quota | QuotaRule],
    points: Mapping[str, int] = POINTS,
    *,
    groups: Mapping[str, str] | None = None,
    pending: str = "",
    on: str = "2024-12-20",
    counts: Mapping[str, int] | None = None,
) -> Slate:
    """Decide for units that have done well; on one of them something may be pending."""
    ranking = rank(
        score(RUBRIC, [Sheet(unit, {"d": value}) for unit, value in points.items()]),
        ties="share",
        groups=groups,
    )
    files = [
        Dossier(
            unit,
            "collective",
            ratings=[Rating(2024, "well"), Rating(2025, "well"), Rating(2026, "well")],
            pending=[Pending("thanh tra", "2024-12-01")] if unit == pending else [],
            complete=EVER,
        )
        for unit in points
    ]
    return decide(ranking, FLAGS, files, RULES, on, quotas=quotas, counts=counts)


def outcomes(slate: Slate) -> dict[str, str]:
    """Return what became of each unit, and for which award."""
    return {one.unit: " ".join([one.outcome.value, *one.awards]) for one in slate.decisions}


def test_who_exceeds_a_quota_stays_on_the_slate() -> None:
    """The last on the list exceed it, and are told by which; nobody is dropped or promoted."""
    quota = Quota("co", share="0.5", of="units", basis=BASIS)
    slate = held([quota], counts={"units": 5})

    assert {
        "a": "awarded Cờ",
        "b": "awarded Cờ",
        "c": "over_quota Cờ",
        "d": "over_quota Cờ",
        "e": "awarded Bằng khen",
    } == outcomes(slate)
    assert [("a", "b", "c", "d")] == [one.listed for one in slate.checks]
    assert ("a", "b") == slate.recipients("Cờ")
    assert slate["c"].quota == slate.checks[0]
    assert slate == loads(dumps(slate))


def test_the_reason_names_the_quota() -> None:
    """The sentence has the share, its base, who exceeds it, and the article."""
    slate = held([Quota("co", share="0.5", of="units", basis=BASIS)], counts={"units": 5})

    assert (
        "hạng 3 (85 điểm): thừa tỷ lệ Cờ (co: 4/2 (không quá 50 % của 5), thừa 2: c, d "
        "[Điều 7 Quy chế])"
    ) == reason(slate["c"])
    assert (
        "rank 3 (85 points): Cờ: over the quota (co: 4/2 (no more than 50% of 5), 2 over: c, d "
        "[Quy chế, article 7])"
    ) == reason(slate["c"], language="en")
    assert len(POINTS) + 2 == len(slate_table(slate).splitlines())


def test_what_is_kept_counts() -> None:
    """An award that is kept for a unit takes its place on the list."""
    slate = held([Quota("co", number=1)], pending="a")

    assert ["open Cờ", "over_quota Cờ"] == [outcomes(slate)[unit] for unit in "ab"]


def test_a_quota_that_cuts_through_a_rank_leaves_it_to_people() -> None:
    """Units of one rank, on the edge of the list, tie; those below exceed it."""
    slate = held([Quota("co", number=2)], {"a": 95, "b": 90, "c": 90, "d": 80})

    assert {
        "a": "awarded Cờ",
        "b": "tied Cờ",
        "c": "tied Cờ",
        "d": "over_quota Cờ",
    } == outcomes(slate)
    assert "hội nghị quyết định (co: 4/2, thừa 2: c, d)" in reason(slate["b"])


def test_a_quota_bears_on_all_groups() -> None:
    """The first of two groups tie if there is one award for both of them."""
    groups = {"a": "I", "b": "II", "c": "I", "d": "II", "e": "II"}
    one, two = (held([Quota("co", number=number)], groups=groups) for number in (1, 2))

    assert ["tied Cờ", "tied Cờ", "over_quota Cờ", "over_quota Cờ"] == [
        outcomes(one)[unit] for unit in "abcd"
    ]
    assert ["awarded Cờ", "awarded Cờ", "over_quota Cờ"] == [outcomes(two)[unit] for unit in "abc"]


def test_a_quota_of_several_awards_takes_the_highest_first() -> None:
    """Of those counted together, the lower award exceeds it first."""
    slate = held([Quota(["co", "bk"], number=4)])

    assert ["awarded Cờ", "over_quota Bằng khen"] == [outcomes(slate)[unit] for unit in "de"]


def test_the_graver_of_two_quotas_stands() -> None:
    """A unit that exceeds one quota exceeds it, whatever another leaves open."""
    late = QuotaRule(
        "q", Quota("co", number=4), validity=Validity("2024-01-01"), verified_until="2024-06-30"
    )
    slate = held([Quota("co", number=1), late])

    assert ["open Cờ", "over_quota Cờ"] == [outcomes(slate)[unit] for unit in "ab"]


def test_over_one_quota_and_tied_for_another_is_over() -> None:
    """In either order of the quotas, who exceeds one for sure is not tied for the other."""
    points = {"a": 95, "b": 90, "c": 90}
    quotas = [Quota("co", number=1), Quota("co", number=2)]

    assert [["over_quota Cờ"] * 2] * 2 == [
        [outcomes(held(given, points))[unit] for unit in "bc"] for given in (quotas, quotas[::-1])
    ]


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-09-30", "awarded Cờ"), ("2026-12-20", "open Cờ")]
)
def test_a_quota_that_was_not_verified_leaves_its_list_open(on: str, expected: str) -> None:
    """Beyond the last verified day nobody on the list is sure of the award, and is told why."""
    rule = QuotaRule(
        "q", Quota("co", number=4), validity=Validity("2024-01-01"), verified_until="2026-09-30"
    )
    slate = held([rule], on=on)

    assert {expected} == {outcomes(slate)[unit] for unit in "abcd"}
    assert (on > "2026-09-30") == ("chưa xác định" in reason(slate["a"]))


def test_quotas_of_other_awards_are_passed_over() -> None:
    """A law has quotas of awards that a cluster does not offer, whose base nobody counted."""
    other = Quota("cstd", share="0.15", of="lao-dong-tien-tien")
    wide = Quota("moi", number=4)
    rule = QuotaRule("q", Quota("co", share="0.5", within=1), validity=Validity("2024-01-01"))
    for quota in (Quota("co", share="0.5", within=1), rule):
        slate = held([other, wide, quota])

        assert [("moi",), ("co",)] == [one.quota.awards for one in slate.checks]
        assert 2 == slate.checks[1].allowed


def test_faults_of_quotas_are_said() -> None:
    """A base that nobody counted, and a wider quota that is not there."""
    with pytest.raises(Faults, match="neither a list nor a count of 'units'"):
        held([Quota("co", share="0.5", of="units")])
    with pytest.raises(Faults, match="a quota within quota"):
        held([evolve(Quota("co", share="0.5", within=0), within=5)])
