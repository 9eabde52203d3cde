# SPDX-License-Identifier: MIT
"""Made-up dossiers judged by the whole law of Vietnam, one award each, on one core."""

from __future__ import annotations

import random
from collections import Counter
from time import process_time
from typing import Any

from thidua.dossier import (
    EVER,
    Attestation,
    AwardReceived,
    Ballot,
    Dossier,
    Figure,
    Initiative,
    Rating,
)
from thidua.law.vietnam import LAW

__all__ = ["law"]

SEED, DAY, YEAR = 20241220, "2025-03-01", 2024
YEARS = range(2015, YEAR + 1)
OF_PERSONS = (
    "lao-dong-tien-tien",
    "cstd-co-so",
    "cstd-bo-tinh",
    "cstd-toan-quoc",
    "bk-bo-tinh",
    "bk-thu-tuong",
    "hcld-ba",
    "hcld-nhi",
)
OF_COLLECTIVES = ("tap-the-ldtt", "tap-the-ldxs", "bk-bo-tinh", "bk-thu-tuong", "hcld-ba")
CERTIFIED = (
    ("conduct", "chap-hanh-phap-luat"),
    ("participation", "phong-trao-thi-dua"),
    ("collective_quality", "doan-ket"),
)
DENIED = (("achievement", "dot-xuat"), ("contribution", "co"), ("prize", "khu-vuc"))


def received(award: str, year: int) -> AwardReceived:
    """Return an award by merit for one year."""
    return AwardReceived(award, years=year, decided=f"{year}-12-20", track="regular")


def dossier(chance: random.Random, number: int) -> tuple[Dossier, str]:
    """Return a dossier of ten years, and the award it is proposed for."""
    person = chance.random() < 0.7
    award = chance.choice(OF_PERSONS if person else OF_COLLECTIVES)
    title, often = ("cstd-co-so", 0.7) if person else ("tap-the-ldxs", 0.8)
    held = [received(title, year) for year in YEARS if chance.random() < often]
    certificate = received("bk-bo-tinh" if chance.random() < often else "bk-thu-tuong", 2018)
    staff = chance.randrange(10, 60)
    facts = Dossier(
        f"u-{number}",
        "individual" if person else "collective",
        category="vien-chuc" if person else None,
        ratings=[Rating(year, chance.choice(("well", "excellent", "excellent"))) for year in YEARS],
        awards=[*held, certificate],
        initiatives=[Initiative(YEAR, "province", applied=True, replicable=True, recognised=True)],
        figures=[
            Figure(code, YEAR, chance.randrange(staff * 6 // 10, staff + 1))
            for code in ("hoan-thanh-nhiem-vu", "dat-ldtt", "dat-cstd-co-so")
        ]
        + [Figure("bien-che", YEAR, staff)],
        attestations=[Attestation(*one, holds=True) for one in CERTIFIED]
        + [Attestation(*one, holds=False) for one in DENIED],
        ballots=[
            Ballot(award, YEAR, 20, present=20, agree=chance.randrange(15, 21), body=body)
            for body in ("hoi-dong-bo-tinh", "hoi-dong-trinh")
        ],
        complete=EVER,
    )
    return facts, award


def law(count: int) -> dict[str, Any]:
    """Return the milliseconds that all dossiers take, and how many got each answer.

    Making the dossiers is not timed. The same seed gives the same dossiers and answers.
    """
    chance = random.Random(SEED)  # noqa: S311 - made-up people need no secrets
    dossiers = [dossier(chance, number) for number in range(count)]
    began = process_time()
    answers = Counter(LAW.judge(facts, award, DAY).answer.value for facts, award in dossiers)
    took = process_time() - began
    assert answers.total() == count
    assert {"eligible", "not_eligible", "needs_judgement"} <= set(answers)
    rules = len(LAW.at(DAY).provisions)
    return {"time": took * 1000, "least": took * 1000, "rules": rules, "answers": dict(answers)}
