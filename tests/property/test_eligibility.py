# SPDX-License-Identifier: MIT
"""The laws of eligibility."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any as Anything
from typing import get_args

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua.award import GeneralRule, Rule, judge
from thidua.basis import Citation, Validity
from thidua.dossier import (
    Attestation,
    AwardReceived,
    CampaignResult,
    ClusterResult,
    Dossier,
    Initiative,
    Post,
    Rating,
    Record,
    Scope,
    Track,
)
from thidua.eligibility import (
    Answer,
    Condition,
    Counting,
    Finding,
    InYears,
    Not,
    Proposal,
    Rated,
    Run,
    all_findings,
    evaluate,
    explain_verdict,
    is_monotone,
    leaves,
    opposite,
    parts_of,
    say_condition,
    shortest_path,
)
from thidua.quantity import Language
from thidua.strategies import conditions, countings, days, dossiers, law_rules
from thidua.strategies.dossier import AWARDS, CODES, FIRST_YEAR, LAST_YEAR, years
from thidua.wire import dumps, loads

BASIS, SINCE = Citation("Luật A"), Validity("2000-01-01")


def rules(condition: Condition, counting: list[Counting]) -> list[Rule | GeneralRule]:
    """Return a rule for every subject, and the rules of counting."""
    subjects = ["individual", "collective", "household", "enterprise"]
    rule = Rule("r", AWARDS[0], condition, basis=BASIS, validity=SINCE, subjects=subjects)
    if not counting:
        return [rule]
    return [rule, GeneralRule("g", basis=BASIS, validity=SINCE, counting=counting)]


COUNTING = st.lists(countings(), max_size=2)


@given(conditions(), dossiers(), days(), COUNTING)
def test_every_condition_has_an_answer(
    condition: Condition, dossier: Dossier, on: date, counting: list[Counting]
) -> None:
    """Any condition is judged for any dossier on any day, and its tree has every leaf."""
    verdict = judge(rules(condition, counting), dossier, AWARDS[0], on)
    found = [one.asked for one in all_findings(verdict.tree)]

    assert set(leaves(condition)) <= set(found)
    assert verdict == loads(dumps(verdict))


@given(law_rules(), dossiers(), days(), st.sampled_from(["vi", "en"]))
def test_verdicts_are_put_into_words(
    rule: Rule, dossier: Dossier, on: date, language: Language
) -> None:
    """Any verdict can be explained, and a yes lacks nothing."""
    verdict = judge([rule], dossier, rule.award, on)
    missing = shortest_path(verdict, language=language)

    assert (
        len(list(all_findings(verdict.tree))) + 1 + len(verdict.doubts)
        <= len(explain_verdict(verdict, language=language).splitlines()) + 1
    )
    assert (verdict.answer is Answer.ELIGIBLE) == (missing.reachable and not missing.needs)
    assert len(missing.needs) == len(missing.sentences)
    assert say_condition(rule.condition, language=language)
    assert rule == loads(dumps(rule))


def _good_facts() -> st.SearchStrategy[tuple[str, Anything]]:
    code, yes = st.sampled_from(CODES), st.sampled_from([True])
    spans = years().map(lambda year: (year, year))
    good = {
        "ratings": st.builds(Rating, years(), st.just("excellent")),
        "awards": st.builds(
            AwardReceived,
            st.sampled_from(AWARDS),
            years=spans,
            track=st.sampled_from(Track),
            issuer=code,
        ),
        "initiatives": st.builds(
            Initiative,
            years(),
            st.sampled_from(Scope),
            applied=yes,
            replicable=yes,
            recognised=yes,
            accepted=yes,
        ),
        "posts": st.builds(Post, code, days()),
        "campaigns": st.builds(CampaignResult, code, spans),
        "clusters": st.builds(ClusterResult, code, years(), rank=st.just(1), selected=yes),
        "attestations": st.builds(Attestation, code, code, yes, by=code),
    }
    return st.one_of(*(st.tuples(st.just(name), strategy) for name, strategy in good.items()))


def _with(dossier: Dossier, lists: dict[str, Anything]) -> Dossier:
    return evolve(dossier, **lists)


@given(conditions().filter(is_monotone), dossiers(), days(), _good_facts())
def test_another_good_fact_spoils_nothing(
    condition: Condition, dossier: Dossier, on: date, good: tuple[str, Anything]
) -> None:
    """A yes to a monotone condition stays a yes when something good is put on file."""
    name, fact = good
    listed = getattr(dossier, name)
    keys: dict[str, Callable[[Anything], object]] = {
        "ratings": lambda one: one.year,
        "clusters": lambda one: (one.cluster, one.year),
        "attestations": lambda one: (one.matter, one.what),
    }
    key = keys.get(name, id)
    assume(key(fact) not in [key(one) for one in listed])
    more = _with(dossier, {name: (*listed, fact)})
    before = evaluate(condition, Proposal(dossier, AWARDS[0], on)).answer

    if before is Answer.ELIGIBLE:
        assert before is evaluate(condition, Proposal(more, AWARDS[0], on)).answer


@given(st.data(), conditions(), dossiers(), days(), COUNTING)
def test_forgetting_answers_nothing(
    data: st.DataObject, condition: Condition, dossier: Dossier, on: date, counting: list[Counting]
) -> None:
    """Without a fact, of a list no longer known to be complete, no yes and no "no" is new."""
    name = data.draw(st.sampled_from([record.value for record in Record]))
    listed = getattr(dossier, name)
    left = tuple(one for one in listed if data.draw(st.booleans()))
    complete = tuple(one for one in dossier.complete if one.record.value != name)
    less = _with(dossier, {name: left, "complete": complete})
    made = rules(condition, counting)
    before = judge(made, dossier, AWARDS[0], on).answer
    after = judge(made, less, AWARDS[0], on).answer

    assert after in {before, *_open(before)}


def _open(before: Answer) -> set[Answer]:
    """Return what an answer may become when something is forgotten."""
    settled = {Answer.ELIGIBLE, Answer.NOT_ELIGIBLE}
    return set(Answer) - settled | {before}


@given(conditions(), dossiers(), days())
def test_not_twice_is_nothing(condition: Condition, dossier: Dossier, on: date) -> None:
    """To deny a denial is to ask the same."""
    proposal = Proposal(dossier, AWARDS[0], on)
    answer = evaluate(condition, proposal).answer

    assert opposite(answer) is evaluate(Not(condition), proposal).answer
    assert answer is evaluate(Not(Not(condition)), proposal).answer


@given(years(), st.integers(1, 5), years())
def test_windows_hold_both_their_ends(year: int, length: int, rated: int) -> None:
    """A year counts if it is one of the last so many up to the one under review."""
    dossier = Dossier("a", "individual", ratings=[Rating(rated, "well")])
    finding = evaluate(
        InYears(length, Rated("well")), Proposal(dossier, "x", date(LAST_YEAR, 12, 31), year)
    )

    assert (year - length < rated <= year) == (finding.answer is Answer.ELIGIBLE)


@given(st.sets(years()), years(), st.integers(1, 6))
def test_a_streak_is_what_it_says(rated: set[int], year: int, length: int) -> None:
    """So many years in a row up to the one under review, each rated."""
    dossier = Dossier("a", "individual", ratings=[Rating(one, "well") for one in rated])
    proposal = Proposal(dossier, "x", date(LAST_YEAR, 12, 31), year)
    expected = set(range(year - length + 1, year + 1)) <= rated

    assert expected == (evaluate(Run(length, Rated("well")), proposal).answer is Answer.ELIGIBLE)
    assert FIRST_YEAR <= year


@given(st.data())
def test_every_kind_of_condition_is_drawn(data: st.DataObject) -> None:
    """Each class of condition is drawn by its type, and its parts are conditions."""
    kind = data.draw(st.sampled_from(get_args(Condition)))
    condition = data.draw(st.from_type(kind))

    assert kind is type(condition)
    assert all(type(one) in get_args(Condition) for one in parts_of(condition))


@given(conditions(), dossiers(), days())
def test_a_finding_lacks_something_unless_it_is_a_yes(
    condition: Condition, dossier: Dossier, on: date
) -> None:
    """A condition that is met needs nothing itself."""
    finding = evaluate(condition, Proposal(dossier, AWARDS[0], on))

    for one in all_findings(finding):
        if one.answer is Answer.ELIGIBLE:
            assert isinstance(one, Finding)
            assert () == one.needs
