# SPDX-License-Identifier: MIT
from __future__ import annotations

from thidua.award import (
    BaseSalary,
    BonusRate,
    BonusRules,
    BonusTerms,
    GeneralRule,
    LocalRule,
    Power,
    Quota,
    QuotaRule,
    Rule,
)
from thidua.basis import Citation, Validity
from thidua.dossier import AwardType
from thidua.eligibility import NotPending, Rated, ResetAfterSanction, that_year
from thidua.law import Pack, pack_page

SINCE = Validity("2024-01-01")
WELL = that_year(Rated("well"))


def at(article: str) -> Citation:
    """Return an article of the charter."""
    return Citation("Quy chế A", article=article)


PACK = Pack(
    "a",
    "Quy chế A",
    awards=[AwardType("ld", "Giỏi", form="title", level="grassroots", subjects=["individual"])],
    rules=[
        Rule(
            "a-10",
            "ld",
            WELL,
            subjects="individual",
            categories="cong-chuc",
            basis=at("10"),
            validity=Validity("2024-01-01", "2025-01-01"),
            required=True,
            confidence="low",
            doubt="theo trí nhớ",
            verified_until="2024-06-30",
            sources=["https://example.org/a", "Quy chế, trang 3"],
        ),
        Rule("a-9", "khac", WELL, subjects="individual", basis=at("9"), validity=SINCE),
    ],
    general=[
        GeneralRule("a-0", basis=at(""), validity=SINCE, condition=NotPending(["thanh-tra"])),
        GeneralRule(
            "a-2a", basis=at("2a"), validity=SINCE, counting=[ResetAfterSanction()], awards="ld"
        ),
    ],
    local=[LocalRule("a-11", "diem", WELL, basis=at("11"), validity=SINCE)],
)


def test_rules_stand_under_their_articles() -> None:
    """Articles are in the order of their numbers; those that have none come first."""
    heads = [line for line in pack_page(PACK).splitlines() if line.startswith("#")]

    assert [
        "# Quy chế A",
        "## Quy chế A",
        "### a-0",
        "## Quy chế A, article 2a",
        "### a-2a",
        "## Quy chế A, article 9",
        "### a-9",
        "## Quy chế A, article 10",
        "### a-10",
        "## Quy chế A, article 11",
        "### a-11",
    ] == heads


def test_what_is_said_of_a_rule() -> None:
    """Award and subjects, days, confidence with its doubt, both languages, sources."""
    page = pack_page(PACK)

    assert (
        "- Giỏi (*Giỏi*) (individual: cong-chuc); must be met besides the other ways\n"
        "- Điều 10 Quy chế A; from 2024-01-01 until before 2025-01-01, verified until 2024-06-30\n"
        "- Confidence: low (theo trí nhớ)\n"
        "- in that year: tasks completed well or better\n"
        "- *trong năm xét: hoàn thành tốt nhiệm vụ trở lên*\n"
        "- Seen on <https://example.org/a>\n"
        "- Seen on Quy chế, trang 3\n"
    ) in page
    assert "- `khac` (individual)\n" in page
    assert "- Settles `diem`\n" in page
    assert "### a-0\n\n- All awards\n" in page
    assert "### a-2a\n\n- Giỏi (*Giỏi*)\n" in page


def test_who_decides_how_many_and_how_much_on_the_page() -> None:
    """They stand under their articles too, with days, confidence and doubt."""
    low = {"validity": SINCE, "confidence": "low", "doubt": "theo trí nhớ"}
    page = pack_page(
        Pack(
            "a",
            "Quy chế A",
            awards=PACK.awards,
            powers=[Power("q", ["Sở", "Xã"], ["ld", "x"], basis=at("3"), **low)],  # type: ignore[arg-type]
            quotas=[
                QuotaRule("t-1", Quota("ld", share="0.15", of=["a", "b"], basis=at("4")), **low),  # type: ignore[arg-type]
                QuotaRule("t-2", Quota("ld", share="0.5", within=0, basis=at("4")), **low),  # type: ignore[arg-type]
                QuotaRule("t-3", Quota("ld", number=3), validity=SINCE),
            ],
            bonuses=BonusRules(
                rates=[
                    BonusRate("m-1", "ld", "0.3", basis=at("5"), validity=SINCE, household="1.5"),
                    BonusRate("m-2", "x", "0.8", basis=at("5"), validity=SINCE, at_most=True),
                ],
                salaries=[BaseSalary(2_530_000, basis=at("6"), validity=SINCE)],
                terms=[BonusTerms("c", basis=at("7"), validity=SINCE)],
            ),
        )
    )

    assert (
        "### q\n\n- Sở or Xã decides on: Giỏi (*Giỏi*); `x`\n- Điều 3 Quy chế A; from 2024-01-01\n"
        "- Confidence: low (theo trí nhớ)\n"
    ) in page
    for line in (
        "- Giỏi (*Giỏi*): at most 15% of a, b\n",
        "- Giỏi (*Giỏi*): at most 50% of what the wider quota allows\n",
        "- Giỏi (*Giỏi*): at most 3\n",
        "- Giỏi (*Giỏi*): 0.3 times the base salary; collectives × 1, households × 1.5\n",
        "- `x`: at most 0.8 times the base salary; collectives × 1, households not known\n",
        "- Base salary (*mức lương cơ sở*): 2,530,000 đồng a month\n",
        "- Bonuses are rounded up to 10,000 đồng\n",
    ):
        assert line in page
