# SPDX-License-Identifier: MIT
"""Who is awarded what: by the ranking of a cluster, and by the rules of law.

``rule``
    Rules: ways to an award, what holds for all of them, what is settled locally.
``judge``
    Rules and a dossier, into a verdict.
``slate``
    What is proposed for every unit, and why.
``allot``
    Awards given out in the order of a ranking.
``propose``
    A ranking and what there is to award, into a slate.
``decide``
    A ranking, dossiers and rules, into a slate.
``quota``
    How many may have an award.
``wording``
    A slate in words.
"""

from __future__ import annotations

from thidua.award.decide import decide
from thidua.award.judge import judge
from thidua.award.propose import propose
from thidua.award.quota import Quota, QuotaCheck, check_quotas, explain_quota
from thidua.award.rule import GeneralRule, LocalRule, Provision, Rule
from thidua.award.slate import Decision, Offer, Outcome, Slate
from thidua.award.wording import reason, slate_table

__all__ = [
    "Decision",
    "GeneralRule",
    "LocalRule",
    "Offer",
    "Outcome",
    "Provision",
    "Quota",
    "QuotaCheck",
    "Rule",
    "Slate",
    "check_quotas",
    "decide",
    "explain_quota",
    "judge",
    "propose",
    "reason",
    "slate_table",
]
