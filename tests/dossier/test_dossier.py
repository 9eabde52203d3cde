# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua.dossier import (
    Attestation,
    AwardReceived,
    AwardType,
    Ballot,
    CampaignResult,
    Catalogue,
    ClusterResult,
    Complete,
    Dossier,
    Figure,
    Initiative,
    Pending,
    Post,
    Quality,
    Rating,
    Record,
    Sanction,
    Years,
)
from thidua.errors import Fault, Faults


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Rating(0, "well"), "$.year: not a year, 0; write it like 2024"),
        (
            lambda: Rating(2024, "good"),
            "$: not a Quality, 'good'; known are 'completed', 'excellent', 'not_completed', 'well'",
        ),
        (
            lambda: AwardReceived("t"),
            (
                "$.years: award 't' has neither years nor a day of decision; "
                "give years=2024, or decided=…"
            ),
        ),
        (
            lambda: AwardReceived("t", years=Years(2020)),
            "$.years: AwardReceived with open years; give both ends",
        ),
        (
            lambda: Sanction("warning", "2024-02-01", "2024-01-01"),
            "$.last: 2024-01-01 is before 2024-02-01; check the two days",
        ),
        (
            lambda: Pending("x", "2024-02-01", "2024-01-01"),
            "$.cleared: 2024-01-01 is before 2024-02-01; check the two days",
        ),
        (
            lambda: Post("x", "2023-02-01", "2023-01-01"),
            "$.last: 2023-01-01 is before 2023-02-01; check the two days",
        ),
        (
            lambda: Ballot("x", 2024, 9, -1, 0),
            "$.present: not a number of people, -1; write a whole number",
        ),
        (
            lambda: Ballot("x", 2024, 0, 0, 0),
            "$.members: not a number of people, 0; write a whole number",
        ),
        (
            lambda: Ballot("x", 2024, 9, 9, 5, written=1),
            "$.present: 9 present and 1 in writing, of 9; written counts the absent only",
        ),
        (
            lambda: Ballot("x", 2024, 9, 5, 5, 1),
            "$.agree: 6 votes of 5 voters; a member has one vote",
        ),
    ],
)
def test_facts_that_cannot_be_so_are_refused(make: Callable[[], object], message: str) -> None:
    """Each says what is wrong and what to do."""
    with pytest.raises(Fault) as caught:
        make()

    assert message == str(caught.value)


def test_a_dossier_says_all_its_contradictions_at_once() -> None:
    """What can stand once only, and stands twice, is named, all of it."""
    with pytest.raises(Faults) as caught:
        Dossier(
            "a",
            "individual",
            ratings=[Rating(2024, "well"), Rating(2024, "excellent")],
            figures=[Figure("x", 2024, 1), Figure("x", 2024, 2), Figure("x", 2023, 2)],
            clusters=[ClusterResult("tinh", 2024), ClusterResult("tinh", 2024, rank=1)],
            ballots=[Ballot("x", 2024, 9, 9, 9), Ballot("x", 2024, 9, 9, 8)],
            attestations=[
                Attestation("a", "b", holds=True),
                Attestation("a", "b", holds=False),
            ],
            initiatives=[
                Initiative(2024, "grassroots", code="sk"),
                Initiative(2023, "grassroots", code="sk"),
                Initiative(2024, "grassroots"),
                Initiative(2024, "grassroots"),
            ],
        )

    assert [
        "$.ratings[1]: 2024 stands twice; keep one of them",
        "$.figures[1]: x 2024 stands twice; keep one of them",
        "$.clusters[1]: tinh 2024 stands twice; keep one of them",
        "$.ballots[1]: x 2024 1 stands twice; keep one of them",
        "$.attestations[1]: a b stands twice; keep one of them",
        "$.initiatives[1]: sk stands twice; keep one of them",
    ] == [str(fault) for fault in caught.value]


def test_a_fact_in_the_wrong_list_is_refused() -> None:
    """A list holds facts of its own class."""
    with pytest.raises(Fault) as caught:
        Dossier("a", "individual", ratings=[Figure("x", 2024, 1)])  # type: ignore[list-item]

    assert str(caught.value).startswith("$[0]: not of class Rating, Figure(")


def test_completeness_is_written_three_ways() -> None:
    """Years for all lists, a mapping for some, or statements as they are kept."""
    years = Years(2020, 2024)
    every = Dossier("a", "individual", complete=years)
    some = Dossier("a", "individual", complete={"awards": years})
    kept = Dossier("a", "individual", complete=[Complete("awards", years)])

    assert all(every.is_complete(record, years) for record in Record)
    assert some == kept
    assert [True, False, False] == [
        some.is_complete(Record.AWARDS, one)
        for one in (Years(2021, 2022), Years(2020, 2025), Years(None, 2024))
    ]


def test_attributes_are_written_two_ways() -> None:
    """A mapping, or the attributes themselves."""
    dossier = Dossier("a", "individual", attributes={"sex": "F"})

    assert ("F", None) == (dossier.attribute("sex"), dossier.attribute("khac"))
    assert dossier == Dossier("a", "individual", attributes=dossier.attributes)


def award(code: str, above: str = "") -> AwardType:
    """Return an entry of a catalogue."""
    return AwardType(
        code,
        code.upper(),
        form="commendation",
        level="national",
        subjects=["individual"],
        above=above,
    )


def test_a_catalogue_knows_the_order_that_the_law_gives() -> None:
    """Awards are in order where the law puts one above another, and not otherwise."""
    catalogue = Catalogue([award("nhat", "nhi"), award("nhi", "ba"), award("ba"), award("bk")])

    assert ("nhi", "ba") == catalogue.below("nhat")
    assert () == catalogue.below("bk") == catalogue.below("khac")
    assert "NHI" == catalogue["nhi"].title("en")
    with pytest.raises(KeyError, match="did you mean 'nhat'"):
        catalogue["nhatt"]


def test_a_catalogue_that_contradicts_itself_is_refused() -> None:
    """A code twice, an order that leads nowhere, and one that goes in a circle."""
    with pytest.raises(Faults) as caught:
        Catalogue([award("a", "b"), award("b", "a"), award("c", "d"), award("c")])

    assert [
        "$.awards[0].above: award 'a' is above itself",
        "$.awards[1].above: award 'b' is above itself",
        "$.awards[2].above: no award 'd'; known are 'a', 'b', 'c'",
        "$.awards[3].code: award 'c' stands twice; keep one of them",
    ] == [str(fault) for fault in caught.value]


def test_scales_are_ordered() -> None:
    """A rating reaches those below it and itself."""

    assert [True, True, False, False] == [Quality.COMPLETED.reaches(one) for one in Quality]
    assert CampaignResult("x", 2024).years == Years(2024, 2024)
