# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.award import (
    BaseSalary,
    BonusRate,
    BonusRules,
    BonusTerms,
    GeneralRule,
    Granted,
    LocalRule,
    Power,
    Quota,
    QuotaRule,
    Rule,
)
from thidua.basis import Citation, Validity
from thidua.dossier import EVER, AwardType, Catalogue, CodeName, Dossier, Rating
from thidua.eligibility import NotPending, Rated, that_year
from thidua.errors import Faults
from thidua.law import Change, Law, Pack

WELL, EXCELLENT = that_year(Rated("well")), that_year(Rated("excellent"))
OLD, NEW = Validity("2014-06-01", "2024-01-01"), Validity("2024-01-01")


def rule(code: str, instrument: str, article: str = "5", **more: object) -> Rule:
    """Return a rule for an award of persons."""
    options: dict[str, object] = {"subjects": "individual", "validity": NEW, **more}
    basis = Citation(instrument, article=article)
    return Rule(code, "bk", WELL, basis=basis, **options)  # type: ignore[arg-type]


AWARD = AwardType("bk", "Bằng khen", form="commendation", level="province", subjects=["individual"])
BEFORE = rule("old", "Luật A", validity=OLD)
AFTER = rule("new", "Luật B")
PENDING = GeneralRule(
    "pending", basis=Citation("Luật B", article="4"), validity=NEW, condition=NotPending()
)
LOCAL = LocalRule("tinh", "ty-le", WELL, basis=Citation("QĐ 1"), validity=NEW)
LAW = Law(
    [
        Pack("a", "Luật A", rules=[BEFORE], awards=Catalogue([AWARD])),
        Pack("b", "Luật B", rules=[AFTER], general=[PENDING], awards=[AWARD]),
        Pack("t", "Tỉnh", local=[LOCAL]),
    ]
)


def test_the_rules_of_a_day() -> None:
    """On the day on which one law ends the next one holds."""
    last, first = LAW.at("2023-12-31"), LAW.at("2024-01-01")

    assert (BEFORE,) == last.provisions == last.ways_to("bk")
    assert (AFTER, PENDING, LOCAL) == first.provisions
    assert () == first.ways_to("khac")
    assert (AWARD,) == first.awards


def test_what_changed() -> None:
    """The rules that ended and those that began, award by award; general ones have none."""
    changes = LAW.compare("2023-06-01", "2024-06-01")

    assert (Change("bk", (BEFORE,), (AFTER,)), Change("", (), (PENDING, LOCAL))) == changes
    assert changes[:1] == LAW.compare("2023-06-01", "2024-06-01", "bk")
    assert () == LAW.compare("2024-06-01", "2025-06-01")


def test_a_dossier_is_judged_by_the_law_of_the_day() -> None:
    """The award is looked up in the packs; a name that none knows is misspelt."""
    dossier = Dossier("a", "individual", ratings=[Rating(2024, "well")], complete=EVER)

    assert "eligible" == LAW.judge(dossier, "bk", "2024-12-20").answer.value
    assert "not_eligible" == LAW.judge(dossier, "bk", "2025-03-01", year=2023).answer.value
    with pytest.raises(Faults) as caught:
        LAW.judge(dossier, "bkk", "2024-12-20")
    assert "$.award: no award 'bkk'; did you mean 'bk'?" == str(caught.value)


def conflicts(one: Rule, other: Rule) -> list[str]:
    """Return the faults of a law of two rules."""
    try:
        Law([Pack("p", "P", rules=[one]), Pack("q", "Q", rules=[other])])
    except Faults as faults:
        return [str(fault) for fault in faults]
    return []


def test_two_rules_that_claim_one_case_are_cited() -> None:
    """Rules of two instruments for one award, subject and day contradict each other."""

    expected = (
        "$.packs[1].rules[0]: rules 'a' (Điều 5 Luật A) and 'b' (Điều 7 Luật B) both claim 'bk'; "
        "end the validity of one, or give both one family as alternatives"
    )

    assert [expected] == conflicts(rule("a", "Luật A"), rule("b", "Luật B", "7"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (rule("a", "Luật A"), rule("b", "Luật A", "6"), 0),
        (rule("a", "Luật A"), rule("b", "Luật A", "5"), 1),
        (rule("a", "Luật A", family="x"), rule("b", "Luật A", "5", family="x"), 0),
        (rule("a", "Luật A", family="x"), rule("b", "Luật B", family="x"), 0),
        (rule("a", "Luật A", family="x"), rule("b", "Luật B"), 1),
        (rule("a", "Luật A", validity=OLD), rule("b", "Luật B"), 0),
        (rule("a", "Luật A", subjects="collective"), rule("b", "Luật B"), 0),
        (rule("a", "Luật A", categories="p"), rule("b", "Luật B", categories="q"), 0),
        (rule("a", "Luật A", categories="p"), rule("b", "Luật B"), 1),
        (rule("a", "Luật A", categories=["p", "q"]), rule("b", "Luật B", categories="q"), 1),
    ],
    ids=range(10),
)
def test_which_rules_are_alternatives(one: Rule, other: Rule, expected: int) -> None:
    """Places of one instrument, a family, other days, other subjects, other categories."""

    assert expected == len(conflicts(one, other))


def test_codes_are_unique() -> None:
    """In a pack and in a law, over all kinds of rules; an award is described one way."""
    local = LocalRule("a", "ty-le", WELL, basis=Citation("QĐ 1"), validity=NEW)
    with pytest.raises(Faults) as in_pack:
        Pack("p", "P", rules=[rule("a", "Luật A")], local=[local])
    with pytest.raises(Faults) as in_law:
        Law(
            [
                Pack("p", "P", rules=[rule("a", "Luật A", validity=OLD)], awards=[AWARD]),
                Pack(
                    "q",
                    "Q",
                    local=[local],
                    awards=[
                        AwardType(
                            "bk", "BK", form="title", level="district", subjects=["household"]
                        )
                    ],
                ),
            ]
        )

    assert "$.local[0].code: two rules have the code 'a'; give each its own" == str(in_pack.value)
    assert [
        "$.packs[1]: rule 'a' stands in 'p' and 'q'; give each its own code",
        "$.packs[1]: award 'bk' is described in two ways; describe it in one pack",
    ] == [str(fault) for fault in in_law.value]


CITED = Citation("Luật B", article="9")
POWER = Power("quyen", "Chủ tịch", ["bk", "co"], basis=CITED, validity=NEW)
QUOTA = QuotaRule("ty-le", Quota("bk", share="0.15", of="gk", basis=CITED), validity=OLD)
MONEY = BonusRules(
    rates=[
        BonusRate("muc-cu", "bk", 1, basis=CITED, validity=OLD),
        BonusRate("muc-moi", "bk", "1.5", basis=CITED, validity=NEW),
    ],
    salaries=[BaseSalary(2_340_000, basis=CITED, validity=NEW)],
    terms=[BonusTerms("cach-tinh", basis=CITED, validity=NEW)],
)
NAMED = GeneralRule("phieu", basis=CITED, validity=NEW, condition=NotPending(), awards="bk")
WHOLE = Law(
    [
        Pack("a", "Luật A", rules=[BEFORE], quotas=[QUOTA], awards=[AWARD]),
        Pack("b", "Luật B", general=[NAMED], powers=[POWER], bonuses=MONEY),
    ]
)


def test_who_decides_how_many_and_what_is_paid_by_day() -> None:
    """A law answers from all of its packs; a rulebook holds what holds on its day."""
    assert ["not_eligible", "eligible"] == [
        WHOLE.who_decides("co", "2024-12-20").may(who).value for who in ("xã", "Chủ tịch")
    ]
    assert [(QUOTA,), ()] == [WHOLE.quotas_on("bk", on) for on in ("2023-12-31", "2024-01-01")]
    assert [((), (QUOTA,)), ((POWER,), ())] == [
        (book.powers, book.quotas) for book in map(WHOLE.at, ("2023-12-31", "2024-01-01"))
    ]
    (bonus,) = WHOLE.bonuses.pay(Granted("bk", "individual"), "2024-12-20", WHOLE.awards)
    assert 3_510_000 == bonus.amount


def test_packs_name_their_codes() -> None:
    """A law calls things what its packs call them."""
    named = Pack("n", "N", names=[CodeName("gk", "Giấy khen", "letter")])

    assert "letter" == Law([*WHOLE.packs, named]).awards.name("gk", "en")


def test_what_changed_is_more_than_the_rules() -> None:
    """Votes, who decides, quotas and multiples stand under the awards that they name."""
    found = {
        one.award: ([each.code for each in one.ended], [each.code for each in one.begun])
        for one in WHOLE.compare("2023-12-31", "2024-01-01")
    }

    assert {
        "bk": (["old", "ty-le", "muc-cu"], ["phieu", "quyen", "muc-moi"]),
        "co": ([], ["quyen"]),
        "": ([], ["cach-tinh", "base-salary"]),
    } == found


def test_packs_that_pay_one_award_twice_are_refused() -> None:
    """What two packs say of the bonus on one day is cited from both."""
    other = BonusRules(rates=[BonusRate("tinh", "bk", 2, basis=Citation("QĐ 1"), validity=NEW)])
    with pytest.raises(Faults) as caught:
        Law([*WHOLE.packs, Pack("t", "Tỉnh", bonuses=other)])

    assert (
        "$.rates: two rates for 'bk' hold on one day: 'muc-moi' (Điều 9 Luật B) and "
        "'tinh' (QĐ 1); end the validity of one"
    ) == str(caught.value)


def test_powers_and_quotas_have_codes_of_their_own() -> None:
    """A code stands once in a pack, and once in a law."""
    with pytest.raises(Faults) as pack:
        Pack("a", "A", rules=[rule("quyen", "Luật A")], powers=[POWER])
    with pytest.raises(Faults) as law:
        Law([*WHOLE.packs, Pack("t", "Tỉnh", powers=[POWER])])

    assert "$.powers[0].code: two rules have the code 'quyen'; give each its own" == str(pack.value)
    assert "$.packs[2]: rule 'quyen' stands in 'b' and 't'; give each its own code" == str(
        law.value
    )
