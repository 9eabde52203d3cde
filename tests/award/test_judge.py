# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.award import GeneralRule, LocalRule, Provision, Rule, judge
from thidua.basis import Citation, Confidence, Validity
from thidua.dossier import EVER, AwardReceived, AwardType, Dossier, Pending, Rating, Sanction
from thidua.eligibility import (
    All,
    AtLeast,
    Attested,
    Condition,
    Doubt,
    Held,
    MeetsRule,
    MeetsStandard,
    NeedsLocalRules,
    Not,
    NotPending,
    NotReused,
    Rated,
    Remark,
    ResetAfterSanction,
    Run,
    Verified,
    all_findings,
    leaves,
    that_year,
)
from thidua.eligibility import (
    Any as AnyOf,
)
from thidua.errors import RuleFault

LAW = Citation("Luật A", article="5")
SINCE = Validity("2024-01-01")
WELL, EXCELLENT = that_year(Rated("well")), that_year(Rated("excellent"))


def rule(code: str, condition: Condition, award: str = "x", **more: object) -> Rule:
    """Return a rule for persons."""
    options: dict[str, object] = {"subjects": "individual", "validity": SINCE, **more}
    return Rule(code, award, condition, basis=LAW, **options)  # type: ignore[arg-type]


def general(**more: object) -> GeneralRule:
    """Return a general rule."""
    return GeneralRule("g", basis=LAW, validity=SINCE, **more)  # type: ignore[arg-type]


def person(**more: object) -> Dossier:
    """Return a complete dossier of somebody who did well in 2024."""
    given = {"ratings": [Rating(2024, "well")], "complete": EVER, **more}
    return Dossier("nv-1", "individual", **given)  # type: ignore[arg-type]


def answer(rules: object, dossier: Dossier, on: str = "2024-12-20") -> str:
    """Return the answer of a verdict."""
    return judge(rules, dossier, "x", on).answer.value  # type: ignore[arg-type]


def test_rules_for_one_award_are_alternatives() -> None:
    """One way is enough, and a rule that is required must be met besides."""
    ways = [rule("a", EXCELLENT), rule("b", WELL)]

    assert "eligible" == answer(ways, person())
    assert "not_eligible" == answer([*ways, rule("c", Held("y"), required=True)], person())
    assert "eligible" == answer([rule("b", WELL, required=True)], person())


def test_a_rule_of_another_day_is_passed_over() -> None:
    """The rules of the day of the proposal judge it."""
    old = rule("old", WELL, validity=Validity("2014-01-01", "2024-01-01"))
    new = rule("new", EXCELLENT)
    dossier = person(ratings=[Rating(2022, "well"), Rating(2024, "well")])

    assert ["eligible", "not_eligible"] == [
        answer([old, new], dossier, on) for on in ("2022-12-20", "2024-12-20")
    ]


def test_without_a_rule_nothing_is_known() -> None:
    """An award without a rule on that day is unknown, and the verdict says why."""
    verdict = judge([], person(), "x", "2024-12-20")

    assert "unknown" == verdict.answer.value
    assert (Remark.NO_RULE,) == verdict.tree.parts[0].remarks


def test_an_award_for_others_is_not_for_the_subject() -> None:
    """The kinds of subject of an award are known from the catalogue."""
    award = AwardType("x", "Cờ thi đua", form="title", level="province", subjects=["collective"])
    verdict = judge(rule("a", WELL, subjects=["collective"]), person(), award, "2024-12-20")

    assert "not_eligible" == verdict.answer.value
    assert (Remark.WRONG_SUBJECT,) == verdict.tree.parts[0].remarks
    assert "unknown" == answer(rule("a", WELL, subjects=["collective"]), person())


@pytest.mark.parametrize(
    ("category", "expected"),
    [("nong-dan", "eligible"), ("cong-chuc", "not_eligible"), (None, "unknown")],
)
def test_categories_route_to_their_ways(category: str | None, expected: str) -> None:
    """A way for farmers is no way for officials; without a category it may be."""
    ways = [
        rule("farmers", WELL, categories="nong-dan"),
        rule("officials", EXCELLENT, categories="cong-chuc"),
    ]

    assert expected == answer(ways, person(category=category))


def test_general_rules_apply_to_every_way() -> None:
    """What is pending defers, and a fresh start after a sanction cuts every streak."""
    rules = [
        rule("a", Run(2, Rated("well"))),
        general(condition=NotPending(), counting=[ResetAfterSanction(), NotReused("*")]),
    ]
    ratings = [Rating(2023, "well"), Rating(2024, "well")]
    pending = [Pending("thanh-tra", "2024-12-01")]
    sanctions = [Sanction("reprimand", "2022-07-01", "2023-06-30")]

    assert "eligible" == answer(rules, person(ratings=ratings))
    assert "deferred" == answer(rules, person(ratings=ratings, pending=pending))
    assert "not_eligible" == answer(rules, person(ratings=ratings, sanctions=sanctions))
    assert "unknown" == answer(
        rules, Dossier("nv-1", "individual", ratings=ratings, complete={"awards": EVER})
    )


def test_a_general_rule_may_be_of_counting_alone() -> None:
    """It asks for nothing, and changes what counts."""
    sanctions = [Sanction("reprimand", "2024-01-01", "2024-06-30")]
    rules = [rule("a", WELL), general(counting=[ResetAfterSanction()])]

    assert "not_eligible" == answer(rules, person(sanctions=sanctions))
    assert "eligible" == answer(rules[:1], person(sanctions=sanctions))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "deferred"),
        ({"awards": "x"}, "deferred"),
        ({"awards": "y"}, "eligible"),
        ({"except_awards": "x"}, "eligible"),
        ({"subjects": "collective"}, "eligible"),
    ],
)
def test_general_rules_say_what_they_are_about(more: dict[str, str], expected: str) -> None:
    """All awards and subjects, or those they name."""
    rules = [rule("a", WELL), general(condition=NotPending(), **more)]

    assert expected == answer(rules, person(pending=[Pending("thanh-tra", "2024-12-01")]))


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-09-30", "eligible"), ("2026-10-01", "unknown")]
)
def test_a_text_that_was_not_verified_gives_no_answer(on: str, expected: str) -> None:
    """After the last verified day it is unknown, with the older text's answer below."""
    dossier = person(ratings=[Rating(2025, "well")])
    verdict = judge(rule("a", WELL, verified_until="2026-09-30"), dossier, "x", on)

    assert expected == verdict.answer.value
    if expected == "unknown":
        way = verdict.tree.parts[0].parts[0]
        assert Verified("2026-09-30") == way.asked
        assert "eligible" == way.parts[0].answer.value


def test_a_rule_referred_to_must_be_verified_too() -> None:
    """The standard of another award is not known by a text that was not verified."""
    rules: list[Provision] = [
        rule("a", MeetsStandard("ldtt")),
        rule("ldtt", EXCELLENT, award="ldtt", verified_until="2024-06-30"),
        rule("b", NeedsLocalRules("ty-le")),
        LocalRule(
            "tinh", "ty-le", EXCELLENT, basis=LAW, validity=SINCE, verified_until="2024-12-20"
        ),
    ]
    ways = judge(rules, person(), "x", "2024-12-20").tree.parts[0].parts

    assert ["unknown", "not_eligible"] == [way.answer.value for way in ways]


def test_a_title_held_stays_held() -> None:
    """An award is a fact, even if no rule for it is known any more."""
    dossier = person(awards=[AwardReceived("huy-hieu", years=2010, decided="2011-01-01")])

    assert "eligible" == answer(rule("a", Held("huy-hieu")), dossier)


def test_rules_refer_to_rules() -> None:
    """The standard of another award, another rule, and what is settled locally."""
    other = rule("ldtt", WELL, award="ldtt")
    local = LocalRule("tinh", "ty-le", WELL, basis=LAW, validity=SINCE)
    refers = All([MeetsStandard("ldtt"), MeetsRule("ldtt"), NeedsLocalRules("ty-le")])

    assert "eligible" == answer([rule("a", refers), other, local], person())
    assert "unknown" == answer([rule("a", refers), other], person())


def test_doubts_of_the_rules_a_verdict_rests_on() -> None:
    """A yes does not rest on a doubtful way if a sure one leads there; a no rests on all."""
    doubtful = rule("b", WELL, confidence="low", doubt="chưa thấy văn bản")
    doubt = Doubt("b", Confidence.LOW, LAW, "chưa thấy văn bản")
    sure, failing = rule("a", WELL), rule("c", EXCELLENT)
    unsure = general(condition=NotPending(), confidence="medium")
    bad = person(ratings=[Rating(2024, "completed")])

    def doubts(rules: list[Rule | GeneralRule], dossier: Dossier) -> tuple[Doubt, ...]:
        return judge(rules, dossier, "x", "2024-12-20").doubts

    assert () == doubts([sure, doubtful], person())
    assert (doubt,) == doubts([failing, doubtful], person())
    assert (doubt,) == doubts([failing, doubtful], bad)
    assert (Doubt("g", Confidence.MEDIUM, LAW),) == doubts([sure, unsure], person())
    assert () == doubts([failing, unsure], bad)


def test_the_tree_holds_every_condition() -> None:
    """Every leaf of every rule has a finding of its own, met or not."""
    conduct = Attested("conduct", "tot")
    condition = All([conduct, Run(3, Rated("well"), within=Held("y"))])
    verdict = judge([rule("a", condition), rule("b", WELL)], person(), "x", "2024-12-20")
    found = [one.asked for one in all_findings(verdict.tree)]

    assert set(leaves(condition)) | {WELL} <= set(found)
    assert {"", "a", "b"} == {one.rule for one in all_findings(verdict.tree)}


def test_another_year_under_review() -> None:
    """A proposal may be about a year that is not the last."""
    verdict = judge(rule("a", WELL), person(), "x", "2026-03-01", year=2024)

    assert (2024, "eligible") == (verdict.year, verdict.answer.value)


def test_rules_that_say_nothing_are_refused() -> None:
    """A rule for nobody, and a general rule without content."""
    with pytest.raises(RuleFault) as nobody:
        rule("a", WELL, subjects=[])
    with pytest.raises(RuleFault) as empty:
        general()

    assert '$.subjects: a rule for nobody; write "individual"' == str(nobody.value)
    assert "$.condition: rule 'g' says nothing" == str(empty.value)


def test_the_standard_of_an_award_is_for_whom_it_is() -> None:
    """Asked for by award it holds for its own categories; a rule that is named, for anybody."""
    workers = rule("ldtt", WELL, award="ldtt", categories="cong-nhan")
    firms = rule("firm", WELL, award="ldtt", subjects="enterprise")
    person_of = person(category="cong-chuc")

    def met(condition: MeetsStandard | MeetsRule) -> str:
        return answer([rule("a", condition), workers, firms], person_of)

    assert "not_eligible" == met(MeetsStandard("ldtt"))
    assert ["eligible"] * 2 == [met(MeetsRule("ldtt")), met(MeetsRule("firm"))]


def test_nothing_rests_on_a_doubtful_count_that_left_nothing_out() -> None:
    """Only what was left out makes the doubt matter."""
    unsure = general(counting=[NotReused("y")], confidence="medium")
    used = person(awards=[AwardReceived("y", years=2020, decided="2021-01-01")])

    def doubts(dossier: Dossier) -> list[str]:
        verdict = judge([rule("a", WELL), unsure], dossier, "x", "2024-12-20")
        return [one.rule for one in verdict.doubts]

    assert [[], ["g"]] == [doubts(person()), doubts(used)]


def test_a_required_rule_is_part_of_the_standard() -> None:
    """The standard of an award takes its required rules too; a rule that is named stands alone."""
    way = rule("ldtt", WELL, award="ldtt")
    also = rule("no-new", EXCELLENT, award="ldtt", required=True)

    def met(condition: MeetsStandard | MeetsRule) -> str:
        return answer([rule("a", condition), way, also], person())

    assert "not_eligible" == met(MeetsStandard("ldtt"))
    assert "eligible" == met(MeetsRule("ldtt"))


def test_a_way_for_others_raises_no_doubt() -> None:
    """However doubtful a way for another category is, a no does not rest on it."""
    workers = rule("w", WELL, categories="cong-nhan", confidence="low", doubt="?")

    def doubts(category: str | None) -> list[str]:
        verdict = judge(
            [rule("a", EXCELLENT), workers], person(category=category), "x", "2024-12-20"
        )
        return [one.rule for one in verdict.doubts]

    assert [[], ["w"]] == [doubts("cong-chuc"), doubts(None)]


LOCAL = LocalRule(
    "tinh", "ty-le", WELL, basis=LAW, validity=SINCE, confidence="medium", doubt="trích lại"
)
REFERRED: list[Provision] = [
    LOCAL,
    LocalRule("huyen", "so", WELL, basis=LAW, validity=SINCE),
    rule("ldtt-1", WELL, award="ldtt", confidence="low", doubt="?"),
    rule("ldtt-2", that_year(Rated("completed")), award="ldtt"),
    rule("cstd-1", WELL, award="cstd", confidence="low", doubt="?"),
    rule("cstd-2", WELL, award="cstd", required=True, confidence="medium", doubt="?"),
    rule("nong-dan", WELL, award="y", categories="nong-dan", confidence="low", doubt="?"),
]
PROVINCE = NeedsLocalRules("ty-le")


@pytest.mark.parametrize(
    ("condition", "rating", "expected"),
    [
        # A local rule that settles a topic, met or not.
        (PROVINCE, "well", ["tinh"]),
        (PROVINCE, "completed", ["tinh"]),
        (All([WELL, PROVINCE]), "well", ["tinh"]),
        (Run(1, PROVINCE), "well", ["tinh"]),
        (Not(PROVINCE), "well", ["tinh"]),
        (Not(PROVINCE), "completed", ["tinh"]),
        # A sure way beside it is enough for a yes; a no needs all ways to fail.
        (AnyOf([WELL, PROVINCE]), "well", []),
        (AnyOf([EXCELLENT, PROVINCE]), "well", ["tinh"]),
        (AnyOf([EXCELLENT, PROVINCE]), "completed", ["tinh"]),
        (AtLeast(2, [WELL, PROVINCE, NeedsLocalRules("so")]), "well", []),
        (AtLeast(3, [WELL, PROVINCE, NeedsLocalRules("so")]), "well", ["tinh"]),
        # The standard of another award: a sure way to it, a doubtful required rule of it.
        (MeetsStandard("ldtt"), "well", []),
        (MeetsStandard("ldtt"), "completed", []),
        (MeetsStandard("ldtt"), "not_completed", ["ldtt-1"]),
        (MeetsStandard("cstd"), "well", ["cstd-2", "cstd-1"]),
        # A rule that is named holds for anybody, and so does its doubt.
        (MeetsRule("nong-dan"), "well", ["nong-dan"]),
        (MeetsRule("nong-dan"), "completed", ["nong-dan"]),
    ],
    ids=str,
)
def test_doubts_of_rules_referred_to(
    condition: Condition, rating: str, expected: list[str]
) -> None:
    """A verdict rests on local rules and on standards of other awards as on its own rules."""
    dossier = person(category="cong-chuc", ratings=[Rating(2024, rating)])
    verdict = judge([rule("a", condition), *REFERRED], dossier, "x", "2024-12-20")

    assert expected == [one.rule for one in verdict.doubts]


def test_a_local_doubt_is_told_with_its_reason() -> None:
    """The doubt of a province's rule says how sure it is, where it stands, and why."""
    verdict = judge([rule("a", PROVINCE), LOCAL], person(), "x", "2024-12-20")

    assert (Doubt("tinh", Confidence.MEDIUM, LAW, "trích lại"),) == verdict.doubts


def test_what_an_unverified_text_would_give_raises_no_doubt() -> None:
    """After the verified day the verdict rests on that alone, not on rules referred to."""
    late = rule("a", PROVINCE, verified_until="2024-06-30")
    verdict = judge([late, LOCAL], person(), "x", "2024-12-20")

    assert ("unknown", ()) == (verdict.answer.value, verdict.doubts)
