# SPDX-License-Identifier: MIT
"""Who is awarded what: by the ranking of a cluster, and by the rules of law.

``rule``
    Rules: ways to an award, what holds for all of them, what is settled locally.
``judge``
    Rules and a dossier, into a verdict.
``authority``
    Who decides, and how many may be put forward.
``bonus``
    The money that goes with an award.
``slate``
    What is proposed for every unit, and why.
``propose``
    A ranking and what there is to award, into a slate.
``wording``
    A slate in words.
"""

from __future__ import annotations

from thidua.award.authority import Power, ShareLimit, limits_on, who_decides
from thidua.award.bonus import BaseSalary, Bonus, BonusRate, BonusRules, BonusTerms, Granted
from thidua.award.judge import judge
from thidua.award.propose import propose
from thidua.award.rule import GeneralRule, LocalRule, Provision, Rule
from thidua.award.slate import Decision, Offer, Outcome, Slate
from thidua.award.wording import reason, slate_table

__all__ = [
    "BaseSalary",
    "Bonus",
    "BonusRate",
    "BonusRules",
    "BonusTerms",
    "Decision",
    "GeneralRule",
    "Granted",
    "LocalRule",
    "Offer",
    "Outcome",
    "Power",
    "Provision",
    "Rule",
    "ShareLimit",
    "Slate",
    "judge",
    "limits_on",
    "propose",
    "reason",
    "slate_table",
    "who_decides",
]
