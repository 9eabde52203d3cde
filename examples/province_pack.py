# SPDX-License-Identifier: MIT
"""Plug a province's own rules into the law: who leads a cluster, points, votes, a quota.

Real: the law, which leaves it to the province how the leader of a cluster is found.
Made up ("minh họa"): the province, its decision 01/2024, and the four units of a cluster. Points
from 90 of 100, two thirds of those present and one flag for a cluster are common in provinces.
"""

from __future__ import annotations

from thidua.award import LocalRule, Quota, QuotaRule, check_quotas
from thidua.basis import Citation, Validity
from thidua.dossier import EVER, Attestation, Ballot, ClusterResult, Dossier, Figure
from thidua.eligibility import (
    All,
    FigureIs,
    SelectedIn,
    Voted,
    VoteRule,
    explain_verdict,
)
from thidua.law import Law, Pack
from thidua.law.vietnam import CATALOGUE, LAW, PACKS

FLAG, DAY, YEAR = "co-thi-dua-bo-tinh", "2024-12-28", 2024
DECISION = "Quyết định 01/2024/QĐ-UBND (minh họa)"
SINCE = Validity("2024-01-01", "2026-01-01")

PROVINCE = Pack(
    "tinh-minh-hoa",
    DECISION,
    local=[
        LocalRule(
            "tmh-5-dan-dau",
            "dan-dau-cum-khoi",
            All(
                [
                    SelectedIn("tinh", rank=2),
                    FigureIs("diem-thi-dua", ">=", 90),
                    Voted(VoteRule("2/3", base="present"), body="cum"),
                ]
            ),
            basis=Citation(DECISION, article="5"),
            validity=SINCE,
        )
    ],
    quotas=[
        QuotaRule(
            "tmh-6-chi-tieu",
            Quota(FLAG, number=1, basis=Citation(DECISION, article="6")),
            validity=SINCE,
        )
    ],
)
CERTIFIED = (
    ("target", "vuot-chi-tieu"),
    ("collective_quality", "tieu-bieu-xuat-sac"),
    ("collective_quality", "doan-ket"),
    ("collective_quality", "to-chuc-dang-doan-the"),
    ("collective_quality", "tiet-kiem-chong-tham-nhung"),
)

# Unit: rank in its cluster, points, votes in favour of the nine who were there; made up.
UNITS = {"Sở A": (1, "96.5", 8), "Sở B": (2, "92", 5), "Sở C": (4, "88", 9), "Sở D": (2, "92", 6)}


def dossier(name: str, rank: int, points: str, votes: int) -> Dossier:
    """Return what is on file for a unit; everything else is in order."""
    return Dossier(
        name,
        "collective",
        name=name,
        figures=[Figure("diem-thi-dua", YEAR, points)],
        clusters=[ClusterResult("tinh", YEAR, rank=rank)],
        attestations=[Attestation(*one, holds=True) for one in CERTIFIED],
        ballots=[
            Ballot(FLAG, YEAR, 9, present=9, agree=votes, against=9 - votes, body="cum"),
            Ballot(FLAG, YEAR, 15, present=15, agree=14, against=1, body="hoi-dong-trinh"),
        ],
        complete=EVER,
    )


def main() -> None:
    """Judge the units by the law alone, and by the law with the province's pack."""
    local = Law([*PACKS, PROVINCE])
    print("Cờ thi đua của tỉnh: pháp luật chung, và khi có quy định của tỉnh (minh họa)")
    proposed = []
    for name, (rank, points, votes) in UNITS.items():
        unit = dossier(name, rank, points, votes)
        before, after = LAW.judge(unit, FLAG, DAY), local.judge(unit, FLAG, DAY)
        print(f"{name}: {before.answer.value} → {after.answer.value}")
        if after.answer.value == "eligible":
            proposed.append(name)

    print("\nChỉ tiêu")
    rules = local.quotas_on(FLAG, DAY)
    for check in check_quotas({FLAG: proposed}, rules, on=DAY):
        print(f"được {check.allowed}, đề nghị {len(check.listed)}, thừa: {', '.join(check.over)}")

    print("\nSở B")
    verdict = local.judge(dossier("Sở B", *UNITS["Sở B"]), FLAG, DAY)
    print(explain_verdict(verdict, awards=CATALOGUE))


if __name__ == "__main__":
    main()
