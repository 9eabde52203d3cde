# SPDX-License-Identifier: MIT
from __future__ import annotations

from attrs import evolve

from thidua.award import (
    Power,
    Quota,
    QuotaRule,
    Unverified,
    explain_deciders,
    quotas_on,
    who_decides,
)
from thidua.basis import Citation, Confidence, Validity
from thidua.dossier import AwardType, Catalogue
from thidua.eligibility import Doubt

BASIS = Citation("Quy chế")
OLD, NEW = Validity("2024-01-01", "2025-07-01"), Validity("2025-07-01")
DISTRICT = Power("d", "huyện", ["bk", "gk"], basis=BASIS, validity=OLD)
COMMUNE = Power("c", "xã", "bk", basis=BASIS, validity=NEW)


def test_who_decides_depends_on_the_day() -> None:
    """One takes over from another; of an award that nobody has, nobody is named."""
    days = ["2025-06-30", "2025-07-01"]

    powers = [DISTRICT, COMMUNE]

    assert [(DISTRICT,), (COMMUNE,)] == [who_decides(powers, "bk", on).powers for on in days]
    assert [(DISTRICT,), ()] == [who_decides(powers, "gk", on).powers for on in days]


def test_which_quotas_hold_depends_on_the_day() -> None:
    """A quota holds for its awards, on its days."""
    quota = QuotaRule("q", Quota(["bk", "gk"], number=3), validity=OLD)

    assert [(quota,), ()] == [quotas_on([quota], "gk", on) for on in ("2025-06-30", "2025-07-01")]
    assert () == quotas_on([quota], "co", "2025-06-30")


def test_whether_somebody_decides() -> None:
    """Yes, no, or unknown where nobody is known to decide on the award on that day."""
    answers = [
        who_decides([DISTRICT, COMMUNE], award, "2025-07-01").may(who).value
        for award, who in (("bk", "xã"), ("bk", "huyện"), ("gk", "xã"))
    ]

    assert ["eligible", "not_eligible", "unknown"] == answers


def test_beyond_the_verified_day_nobody_is_known_to_decide() -> None:
    """The answer is unknown, also for others, and the reason and the older text are there."""
    late = evolve(COMMUNE, verified_until="2026-09-30", confidence="medium", doubt="?")
    named = Catalogue(
        [
            AwardType(
                "bk", "Bằng khen", form="commendation", level="province", subjects=["household"]
            )
        ]
    )
    before, after = (who_decides([late], "bk", on) for on in ("2026-09-30", "2026-10-01"))

    assert ["eligible", "unknown"] == [one.may("xã").value for one in (before, after)]
    assert ["not_eligible", "unknown"] == [one.may("tỉnh").value for one in (before, after)]
    assert ((), (Unverified("c", "2026-09-30", BASIS),)) == (before.unverified, after.unverified)
    assert (Doubt("c", Confidence.MEDIUM, BASIS, "?"),) == before.doubts
    assert "Bằng khen, ngày 30/09/2026: xã [Quy chế]" == explain_deciders(before, awards=named)
    assert (
        "Bằng khen, ngày 01/10/2026: chưa xác định: Quy chế mới đối chiếu đến hết ngày "
        "30/09/2026; theo văn bản đó: xã [Quy chế]"
    ) == explain_deciders(after, awards=named)
    assert (
        "bk, on 2026-10-01: not known: Quy chế was verified until 2026-09-30 only; "
        "by that text: xã [Quy chế]"
    ) == explain_deciders(after, language="en")


def test_nobody_is_known_to_decide() -> None:
    """Without a rule of that day, the sentence says so."""
    nobody = who_decides([COMMUNE], "bk", "2020-01-01")

    assert "bk, ngày 01/01/2020: chưa có quy định về thẩm quyền" == explain_deciders(nobody)
    assert "bk, on 2020-01-01: no rule at hand" == explain_deciders(nobody, language="en")
