# SPDX-License-Identifier: MIT
"""Cases that a lawyer can read, and add to: one file each, see ``vignettes/README.md``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from thidua.award import Granted, check_quotas, quotas_on, who_decides
from thidua.dossier import (
    EVER,
    Attestation,
    AwardReceived,
    Ballot,
    CampaignResult,
    ClusterResult,
    Dossier,
    Figure,
    Initiative,
    Leave,
    Pending,
    Post,
    Rating,
    Sanction,
)
from thidua.eligibility import (
    Answer,
    AnyRule,
    Attested,
    Counting,
    EveryRule,
    Finding,
    Run,
    Verdict,
    Verified,
    all_findings,
    leaves,
    say_condition,
)
from thidua.law.vietnam import BONUSES, CATALOGUE, LAW, POWERS, QUOTAS

FOLDER = Path(__file__).parent / "vignettes"
FILES = sorted(FOLDER.glob("*/*.json"))
FACTS: dict[str, Callable[..., object]] = {
    "awards": AwardReceived,
    "initiatives": Initiative,
    "sanctions": Sanction,
    "pending": Pending,
    "posts": Post,
    "leaves": Leave,
    "campaigns": CampaignResult,
    "clusters": ClusterResult,
}
MAKE_SURE = {"title", "asked", "expected", "source", "why"}
ABOUT = {"subject", "category", "sex", "ratings", "figures", "certified", "ballots", *FACTS}


def read(path: Path) -> dict[str, Any]:
    """Return a case; refuse what nobody would read."""
    case: dict[str, Any] = json.loads(path.read_text("utf-8"))
    assert set() == set(case) - MAKE_SURE - ABOUT - {"differs"}
    assert set() == MAKE_SURE - set(case)
    return case


def dossier(case: dict[str, Any], year: int) -> Dossier:
    """Return the dossier of a case: what the file does not say is not so."""
    asked = case["asked"]
    facts: dict[str, Any] = {
        name: [make(**one) for one in case.get(name, [])] for name, make in FACTS.items()
    }
    certified = {tuple(one.split(" ")) for one in case.get("certified", [])}
    rules = LAW.at(asked["on"]).rules
    wanted = {
        (leaf.matter, leaf.what): leaf.scope
        for rule in rules
        for leaf in leaves(rule.condition)
        if isinstance(leaf, Attested)
    }
    assert set() == certified - set(wanted)
    return Dossier(
        "a",
        case["subject"],
        category=case.get("category"),
        attributes={"sex": case["sex"]} if "sex" in case else {},
        ratings=[Rating(int(one), quality) for one, quality in case.get("ratings", {}).items()],
        figures=[Figure(code, year, value) for code, value in case.get("figures", {}).items()],
        attestations=[
            Attestation(*key, holds=key in certified, scope=scope) for key, scope in wanted.items()
        ],
        ballots=[Ballot(asked["award"], year, **one) for one in case.get("ballots", [])],
        complete=EVER,
        **facts,
    )


def verdict(case: dict[str, Any]) -> Verdict:
    """Judge a case by the law of its day."""
    asked = case["asked"]
    year = LAW.judge(Dossier("a", case["subject"]), asked["award"], asked["on"]).year
    return LAW.judge(dossier(case, year), asked["award"], asked["on"])


def failing(finding: Finding, answer: Answer) -> Iterator[str]:
    """Yield in words the conditions that are to blame for an answer."""
    if finding.answer is not answer:
        return
    asked, parts = finding.asked, finding.parts
    if isinstance(asked, Run):
        parts = () if finding.needs or asked.within is None else parts[-1:]
    if isinstance(asked, Verified):
        yield f"nội dung chưa được kiểm tra sau ngày {asked.until}"
    elif parts:
        for part in parts:
            yield from failing(part, answer)
    elif not isinstance(asked, Counting | EveryRule | AnyRule):
        yield say_condition(asked, awards=CATALOGUE)


def found(case: dict[str, Any]) -> dict[str, Any]:
    """Return what the library answers, in the shape of what a file expects."""
    asked = case["asked"]
    if "number" in asked:
        (rule,) = quotas_on(QUOTAS, asked["award"], asked["on"])
        listed = [f"{number}" for number in range(asked["number"])]
        counts = dict.fromkeys(rule.quota.of, 0) | {rule.quota.of[0]: asked["of"]}
        lists = {asked["award"]: listed}
        (check,) = check_quotas(lists, [rule], counts=counts, on=asked["on"])
        return {"answer": check.answer.value, "by": check.rule, "most": check.allowed}
    if "decides" in asked:
        deciders = who_decides(POWERS, asked["award"], asked["on"])
        others = sorted({who for one in deciders.powers for who in one.who})
        return {"answer": deciders.may(asked["decides"]).value, "decide": others}
    if "bonus" in asked:
        granted = Granted(asked["bonus"], case["subject"])
        (bonus,) = BONUSES.pay(granted, asked["on"], CATALOGUE)
        return {
            "amount": bonus.amount,
            "by": bonus.rate.code,
            "doubts": [one.rule for one in bonus.doubts],
        }
    judged, expected = verdict(case), case["expected"]
    rules: dict[str, Finding] = {}
    for one in all_findings(judged.tree):
        rules.setdefault(one.rule, one)
    return {
        "answer": judged.answer.value,
        "by": expected["by"] if expected["by"] in rules else "",
        "failing": list(failing(rules[expected["by"]], judged.answer))
        if judged.answer is not Answer.ELIGIBLE
        else [],
        "used": [
            code for code in expected["used"] if any(one.facts for one in all_findings(rules[code]))
        ],
        "doubts": [one.rule for one in judged.doubts],
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_vignettes(path: Path) -> None:
    """Each case comes to what its file expects, by the rule and the condition it names."""
    case = read(path)

    assert case["expected"] == found(case)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_where_the_source_says_otherwise_the_file_says_why(path: Path) -> None:
    """A case differs from its source only with a reason, and good cases end in a yes."""
    case = read(path)
    answer, says = case["expected"].get("answer", "value"), case["source"]["says"]

    assert (answer != says) == ("differs" in case)
    assert (path.parent.name == "good") == (answer in {"eligible", "value"})


def test_all_the_cases_are_there() -> None:
    """There are thirty-six of them."""

    assert 36 == len(FILES)
