# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.award import (
    BaseSalary,
    Bonus,
    BonusRate,
    BonusRules,
    BonusTerms,
    Granted,
    Unverified,
    explain_bonus,
)
from thidua.basis import Citation, Validity
from thidua.dossier import AwardType, Catalogue
from thidua.errors import Faults
from thidua.quantity import Language

BASIS, SINCE = Citation("Quy chế"), Validity("2024-01-01")
CATALOGUE = Catalogue(
    AwardType(code, code, form=form, level="grassroots", subjects=["individual"])
    for code, form in (("cao", "title"), ("thap", "title"), ("bk", "commendation"))
)


def rate(code: str, multiple: str, **more: object) -> BonusRate:
    """Return the multiple of one award."""
    return BonusRate(f"r-{code}", code, multiple, basis=BASIS, validity=SINCE, **more)  # type: ignore[arg-type]


def rules(**more: object) -> BonusRules:
    """Return rules of three awards."""
    given = {
        "rates": [
            rate("cao", "1"),
            rate("thap", "0.3", confidence="low", doubt="nhớ"),
            rate("bk", "1.5", collective=2),
        ],
        "salaries": [BaseSalary(2_340_000, basis=BASIS, validity=SINCE)],
        "terms": [BonusTerms("t", basis=BASIS, validity=SINCE)],
        **more,
    }
    return BonusRules(**given)  # type: ignore[arg-type]


def paid(*granted: Granted, **more: object) -> tuple[Bonus, ...]:
    """Return what is paid on a day of 2024."""
    return rules(**more).pay(granted, "2024-12-20", CATALOGUE)


def test_amounts_are_rounded_up() -> None:
    """0.3 of 2,340,000 is 702,000, and 710,000 is paid."""
    (bonus,) = rules().pay(Granted("thap", "individual"), "2024-12-20", CATALOGUE)

    assert (710_000, Fraction(702_000)) == (bonus.amount, bonus.exact)
    assert ["r-thap"] == [one.rule for one in bonus.doubts]


@pytest.mark.parametrize(
    ("of", "expected"),
    [("individual", 3_510_000), ("collective", 7_020_000), ("enterprise", 7_020_000)],
)
def test_collectives_receive_a_factor(of: str, expected: int) -> None:
    """A collective and an enterprise receive twice what a person does."""

    assert [expected] == [one.amount for one in paid(Granted("bk", of))]


def test_of_titles_for_one_period_the_highest_is_paid() -> None:
    """A form of commendation is paid besides, and so is a title for other years."""
    same = [Granted(code, "individual", years=2024) for code in ("thap", "cao", "bk")]
    other = Granted("thap", "individual", years=2023)
    timeless = Granted("thap", "individual")
    found = paid(*same, other, timeless)

    assert [0, 2_340_000, 3_510_000, 710_000, 710_000] == [one.amount for one in found]
    assert ["cao", "", "", "", ""] == [one.instead for one in found]


def test_that_only_the_highest_is_paid_may_be_doubtful() -> None:
    """The doubt of the terms and of the base salary goes with the bonus."""
    terms = BonusTerms("t", basis=BASIS, validity=SINCE, confidence="medium", doubt="?")
    salary = BaseSalary(2_530_000, basis=BASIS, validity=SINCE, confidence="medium")
    same = [Granted(code, "individual", years=2024) for code in ("cao", "thap")]
    high, low = paid(*same, terms=[terms], salaries=[salary])

    assert ["base-salary"] == [one.rule for one in high.doubts]
    assert ["r-thap", "base-salary", "t"] == [one.rule for one in low.doubts]


def test_what_is_not_known_is_refused() -> None:
    """Every award without a bonus is named, and a day without a base salary."""
    with pytest.raises(Faults) as awards:
        paid(Granted("kao", "individual"), Granted("bk", "household"))
    with pytest.raises(Faults) as early:
        rules().pay(Granted("cao", "individual"), "2020-01-01", CATALOGUE)
    with pytest.raises(Faults) as no_terms:
        paid(Granted("cao", "individual"), terms=[])

    assert [
        ("bonus-unknown", "no bonus is known for 'kao' to 'individual' on 2024-12-20"),
        ("bonus-unknown", "no bonus is known for 'bk' to 'household' on 2024-12-20"),
    ] == [(one.code, one.what) for one in awards.value]
    assert ["did you mean 'cao'?", "ask who decides"] == [one.todo for one in awards.value]
    assert "$.decided: no base salary known for 2020-01-01; give another day" in str(early.value)
    assert "$.decided: no terms of bonuses known for 2024-12-20; give another day" == str(
        no_terms.value
    )


def test_rules_that_contradict_each_other_are_refused() -> None:
    """Two base salaries, two terms, two multiples for one award on one day."""
    salary = BaseSalary(1, basis=BASIS, validity=SINCE)
    terms = BonusTerms("t", basis=BASIS, validity=SINCE)
    with pytest.raises(Faults) as caught:
        rules(
            rates=[rate("cao", "1"), rate("cao", "2")],
            salaries=[salary, salary],
            terms=[terms, terms],
        )

    assert [
        (
            "$.salaries: two salaries hold on one day: 'base-salary' (Quy chế) and 'base-salary' "
            "(Quy chế); end the validity of one"
        ),
        (
            "$.terms: two terms hold on one day: 't' (Quy chế) and 't' (Quy chế); "
            "end the validity of one"
        ),
        (
            "$.rates: two rates for 'cao' hold on one day: 'r-cao' (Quy chế) and "
            "'r-cao' (Quy chế); end the validity of one"
        ),
    ] == [str(one) for one in caught.value]


def test_beyond_the_verified_day_nothing_is_known_to_be_paid() -> None:
    """Whichever text was not verified so far, the amount is unknown, with the reason beside it."""
    late = "2024-06-30"
    salary = BaseSalary(2_340_000, basis=BASIS, validity=SINCE, verified_until=late)
    terms = BonusTerms("t", basis=BASIS, validity=SINCE, verified_until=late)
    found = [
        paid(Granted("cao", "individual"), rates=[rate("cao", "1", verified_until=late)]),
        paid(Granted("cao", "individual"), salaries=[salary]),
        paid(Granted("cao", "individual"), terms=[terms]),
    ]

    assert [(None, 2_340_000)] * 3 == [(one.amount, one.by_text) for (one,) in found]
    assert [(Unverified(code, late, BASIS),) for code in ("r-cao", "base-salary", "t")] == [
        one.unverified for (one,) in found
    ]


@pytest.mark.parametrize(
    ("award", "language", "expected"),
    [
        ("thap", "vi", "thap: 0,3 × 2.340.000 = 702.000, làm tròn lên 710.000 đồng [Quy chế]"),
        ("bk", "vi", "bk: 1,5 × 2 × 2.340.000 = 7.020.000 đồng; là mức cao nhất [Quy chế]"),
        (
            "cao",
            "vi",
            (
                "cao: 1 × 2.340.000 = 2.340.000 đồng [Quy chế]; "
                "chưa xác định: Quy chế mới đối chiếu đến hết ngày 30/06/2024"
            ),
        ),
        ("thap", "en", "thap: 0.3 × 2,340,000 = 702,000, rounded up to 710,000 đồng [Quy chế]"),
        ("bk", "en", "bk: 1.5 × 2 × 2,340,000 = 7,020,000 đồng; at most [Quy chế]"),
        (
            "cao",
            "en",
            (
                "cao: 1 × 2,340,000 = 2,340,000 đồng [Quy chế]; "
                "not known: Quy chế was verified until 2024-06-30 only"
            ),
        ),
    ],
)
def test_a_bonus_in_a_sentence(award: str, language: Language, expected: str) -> None:
    """It says how the amount is worked out, where that is written, and why it is not known."""
    rates = [
        rate("cao", "1", verified_until="2024-06-30"),
        rate("thap", "0.3"),
        rate("bk", "1.5", collective=2, at_most=True),
    ]
    of = "collective" if award == "bk" else "individual"
    (bonus,) = paid(Granted(award, of), rates=rates)

    assert expected == explain_bonus(bonus, language=language, awards=CATALOGUE)


def test_a_title_that_another_is_paid_for_says_so() -> None:
    """Of two titles for one year, the lower names the higher."""
    _, low = paid(*(Granted(code, "individual", years=2024) for code in ("cao", "thap")))

    assert 0 == low.amount
    assert [
        "thap: 0,3 × 2.340.000 = 702.000 đồng; đã trả theo cao [Quy chế]",
        "thap: 0.3 × 2,340,000 = 702,000 đồng; paid for cao instead [Quy chế]",
    ] == [explain_bonus(low, language=language) for language in ("vi", "en")]
