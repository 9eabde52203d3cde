# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from thidua.award import Offer, Outcome, Rule, Slate, decide, reason, slate_table
from thidua.basis import Citation, Validity
from thidua.dossier import EVER, Ballot, Dossier, Pending, Rating
from thidua.eligibility import All, Answer, NotPending, Rated, Voted, VoteRule, that_year
from thidua.errors import Faults
from thidua.formula import DirectEntry
from thidua.ranking import Ranking, rank
from thidua.rubric import Criterion, Measure, Rubric, Sheet, score

FLAG, DIPLOMA = "Cờ thi đua", "Bằng khen"
OFFERS = [Offer(FLAG, 1, code="co"), Offer(DIPLOMA, 1, code="bang")]
DAY = "2024-12-20"


def _ranking(points: Mapping[str, int]) -> Ranking:
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("d", "Điểm")],
        sections=[Criterion("1", "Điểm", maximum=100, formula=DirectEntry("d"))],
    )
    sheets = [Sheet(unit, {"d": value}, name=unit.upper()) for unit, value in points.items()]
    return rank(score(rubric, sheets), ties="share")


RULES = [
    Rule(
        "f-1",
        "co",
        All([that_year(Rated("excellent")), NotPending()]),
        subjects="collective",
        basis=Citation("Quy chế", article="1"),
        validity=Validity("2024-01-01"),
    ),
    Rule(
        "d-1",
        "bang",
        that_year(Rated("well")),
        subjects="collective",
        basis=Citation("Quy chế", article="2"),
        validity=Validity("2024-01-01"),
    ),
]


def _file(unit: str, rated: str = "excellent", *, pending: Iterable[Pending] = ()) -> Dossier:
    return Dossier(
        unit, "collective", ratings=[Rating(2024, rated)], pending=pending, complete=EVER
    )


def _decide(points: Mapping[str, int], *dossiers: Dossier) -> Slate:
    return decide(_ranking(points), OFFERS, dossiers, RULES, DAY)


def _outcomes(slate: Slate) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {one.unit: (one.outcome.value, one.awards) for one in slate.decisions}


THREE = {"a": 90, "b": 80, "c": 70}


def test_leading_is_not_enough() -> None:
    """Whom the rules refuse the flag is asked about the next award; the flag goes on."""
    slate = _decide(THREE, _file("a", "well"), _file("b"), _file("c"))

    assert {
        "a": ("awarded", (DIPLOMA,)),
        "b": ("awarded", (FLAG,)),
        "c": ("no_award_left", ()),
    } == _outcomes(slate)
    assert ("a", "b") == slate.nominees
    assert ["not_eligible", "eligible"] == [one.answer.value for one in slate["a"].verdicts]


def test_whoever_is_refused_everything_receives_nothing() -> None:
    """A unit that is put forward by its rank may come away with nothing."""
    slate = _decide(THREE, _file("a", "completed"), _file("b"), _file("c"))

    assert {
        "a": ("not_eligible", ()),
        "b": ("awarded", (FLAG,)),
        "c": ("awarded", (DIPLOMA,)),
    } == _outcomes(slate)
    assert slate["a"].nominated
    assert not slate["c"].nominated


def test_what_is_open_is_kept() -> None:
    """While something is pending the award is kept, and nobody below takes it."""
    slate = _decide(
        THREE, _file("a", pending=[Pending("khiếu nại", "2024-11-01")]), _file("b"), _file("c")
    )

    assert {
        "a": ("open", (FLAG,)),
        "b": ("awarded", (DIPLOMA,)),
        "c": ("no_award_left", ()),
    } == _outcomes(slate)
    assert Answer.DEFERRED is slate["a"].verdicts[0].answer


def test_without_a_dossier_nothing_is_known() -> None:
    """A unit of which nothing is on file keeps its award open."""
    slate = _decide({"a": 90}, *())

    assert {"a": ("open", (FLAG,))} == _outcomes(slate)
    assert Answer.UNKNOWN is slate["a"].verdicts[0].answer


def test_a_tie_of_which_one_is_refused_is_none() -> None:
    """Of two that share a rank, the one that the rules allow the flag receives it."""
    slate = _decide({"a": 90, "b": 90}, _file("a", "well"), _file("b"))

    assert {"a": ("awarded", (DIPLOMA,)), "b": ("awarded", (FLAG,))} == _outcomes(slate)


def test_a_tie_of_those_allowed_stays() -> None:
    """Those that share a rank and may both have the flag share what is left for them."""
    slate = _decide({"a": 90, "b": 90, "c": 80}, _file("a"), _file("b"), _file("c"))

    assert {
        "a": ("tied", (FLAG, DIPLOMA)),
        "b": ("tied", (FLAG, DIPLOMA)),
        "c": ("no_award_left", ()),
    } == _outcomes(slate)


def test_what_tied_units_may_not_have_goes_on() -> None:
    """What is kept for those that tie is only what they may have."""
    rules = [
        RULES[0],
        Rule(
            "d-2",
            "bang",
            that_year(Rated("well")),
            subjects="collective",
            categories=["xã"],
            basis=Citation("Quy chế", article="2"),
            validity=Validity("2024-01-01"),
        ),
    ]
    files = [
        Dossier(
            unit, "collective", category=kind, ratings=[Rating(2024, "excellent")], complete=EVER
        )
        for unit, kind in (("a", "phường"), ("b", "phường"), ("c", "xã"))
    ]
    ranking = _ranking({"a": 90, "b": 90, "c": 80})
    slate = decide(ranking, OFFERS, files, rules, DAY)

    assert {
        "a": ("tied", (FLAG,)),
        "b": ("tied", (FLAG,)),
        "c": ("awarded", (DIPLOMA,)),
    } == _outcomes(slate)


def test_votes_decide_with_the_rules() -> None:
    """A rule that asks for votes refuses whom the council has not chosen, and waits for it."""
    rule = Rule(
        "f-2",
        "co",
        Voted(VoteRule("0.8")),
        subjects="collective",
        basis=Citation("Quy chế", article="3"),
        validity=Validity("2024-01-01"),
    )
    ballots = {
        "a": [Ballot("co", 2024, 10, present=10, agree=7, against=3)],
        "b": [Ballot("co", 2024, 10, present=10, agree=8, against=2)],
    }
    files = [
        Dossier(unit, "collective", ballots=cast, complete=EVER) for unit, cast in ballots.items()
    ]
    slate = decide(_ranking({"a": 90, "b": 80}), [OFFERS[0]], files, [rule], DAY)

    assert {"a": ("not_eligible", ()), "b": ("awarded", (FLAG,))} == _outcomes(slate)


def test_every_unit_has_its_reason() -> None:
    """The table says what the rules lack, and what is kept for whom."""
    slate = _decide(
        {"a": 90, "b": 80, "c": 70},
        _file("a", "completed"),
        _file("b", pending=[Pending("khiếu nại", "2024-11-01")]),
        _file("c", "completed"),
    )
    refused = reason(slate["a"])
    kept = reason(slate["b"], language="en")

    assert refused.startswith("hạng 1 (90 điểm): chưa đủ điều kiện: co (không đủ điều kiện")
    assert ", bang (không đủ điều kiện" in refused
    assert kept.startswith("rank 2 (80 points): Cờ thi đua is kept for it: co (deferred; ")
    assert slate_table(slate, language="en").count("\n") == 4
    assert Outcome.OPEN is slate["b"].outcome


def test_dossiers_of_others_are_refused() -> None:
    """A dossier belongs to a unit of the ranking, and a unit has one."""
    with pytest.raises(Faults) as caught:
        _decide(THREE, _file("a"), _file("a"), _file("aa"))

    assert str(caught.value) == (
        "$.dossiers[1].subject: two dossiers of 'a'; put what is on file into one\n"
        "$.dossiers[2].subject: a dossier of 'aa', which is not in the ranking; did you mean 'a'?"
    )
