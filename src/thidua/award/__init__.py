# SPDX-License-Identifier: MIT
"""Who is awarded what: by the ranking of a cluster, and by the rules of law.

``rule``
    Rules: ways to an award, what holds for all of them, what is settled locally.
``judge``
    Rules and a dossier, into a verdict.
``dated``
    How well the text of a rule is known on a day.
``doubt``
    On which doubtful rules a verdict rests.
``authority``
    Who decides, by day.
``bonus``, ``bonus_words``
    The money that goes with an award, and what it is in words.
``slate``
    What is proposed for every unit, and why.
``allot``
    Awards given out in the order of a ranking.
``propose``
    A ranking and what there is to award, into a slate.
``decide``, ``limited``
    A ranking, dossiers, rules and quotas, into a slate.
``quota``, ``quota_check``
    How many may have an award, by day; lists held against that.
``wording``
    A slate in words.
"""

from __future__ import annotations

from thidua.award.authority import Deciders, Power, explain_deciders, who_decides
from thidua.award.bonus import BaseSalary, Bonus, BonusRate, BonusRules, BonusTerms, Granted
from thidua.award.bonus_words import explain_bonus
from thidua.award.dated import Unverified
from thidua.award.decide import decide
from thidua.award.judge import judge
from thidua.award.propose import propose
from thidua.award.quota import Quota, QuotaRule, quotas_on
from thidua.award.quota_check import QuotaCheck, check_quotas, explain_quota
from thidua.award.rule import GeneralRule, LocalRule, Provision, Rule
from thidua.award.slate import Decision, Offer, Outcome, Slate
from thidua.award.wording import reason, slate_table

__all__ = [
    "BaseSalary",
    "Bonus",
    "BonusRate",
    "BonusRules",
    "BonusTerms",
    "Deciders",
    "Decision",
    "GeneralRule",
    "Granted",
    "LocalRule",
    "Offer",
    "Outcome",
    "Power",
    "Provision",
    "Quota",
    "QuotaCheck",
    "QuotaRule",
    "Rule",
    "Slate",
    "Unverified",
    "check_quotas",
    "decide",
    "explain_bonus",
    "explain_deciders",
    "explain_quota",
    "judge",
    "propose",
    "quotas_on",
    "reason",
    "slate_table",
    "who_decides",
]
