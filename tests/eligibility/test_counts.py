# SPDX-License-Identifier: MIT
"""Achievements counted at or above a level; examples of thuanhuynhh/khen-thuong-bv-thong-nhat."""

from __future__ import annotations

import pytest

from thidua.dossier import EVER, AwardReceived, Dossier, Initiative
from thidua.eligibility import (
    All,
    Condition,
    HasInitiative,
    Held,
    InYears,
    Not,
    Proposal,
    Run,
    evaluate,
)

TITLES = ("cstd-co-so", "cstd-thanh-pho")


def person(titles: list[tuple[str, int]], research: tuple[str, int] | None = None) -> Dossier:
    """Return a complete dossier of titles by year, a certificate, and a piece of research."""
    return Dossier(
        "a",
        "individual",
        awards=[
            AwardReceived("bk-thu-tuong", years=2020),
            *(AwardReceived(code, years=year) for code, year in titles),
        ],
        initiatives=[Initiative(research[1], research[0], sort="research")] if research else [],
        complete=EVER,
    )


BY_LEVEL = HasInitiative("province", types="research")
EXACTLY = All([BY_LEVEL, Not(HasInitiative("national", types="research"))])
THREE_YEARS = [("cstd-co-so", 2023), ("cstd-co-so", 2024), ("cstd-thanh-pho", 2025)]
THREE_IN_TWO = [("cstd-co-so", 2024), ("cstd-co-so", 2024), ("cstd-thanh-pho", 2025)]
COUNTED = InYears(3, Held(TITLES, times=3))


@pytest.mark.parametrize(
    ("condition", "dossier", "expected"),
    [
        (All([Held("bk-thu-tuong"), BY_LEVEL]), person([], ("national", 2022)), "eligible"),
        (EXACTLY, person([], ("national", 2022)), "not_eligible"),
        (COUNTED, person(THREE_YEARS), "eligible"),
        (COUNTED, person(THREE_IN_TWO), "eligible"),
        (Run(3, Held(TITLES)), person(THREE_YEARS), "eligible"),
        (Run(3, Held(TITLES)), person(THREE_IN_TWO), "not_eligible"),
        (InYears(1, Held(TITLES)), person([("cstd-co-so", 2026)]), "not_eligible"),
    ],
    ids=range(7),
)
def test_counts_levels_and_years(condition: Condition, dossier: Dossier, expected: str) -> None:
    """A count of records, a level or exactly that level, and a title in each year differ."""

    assert expected == evaluate(condition, Proposal(dossier, "x", "2025-12-31")).answer.value
