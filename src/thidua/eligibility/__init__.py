# SPDX-License-Identifier: MIT
"""Whether a subject meets what a rule asks for, and why (*điều kiện, tiêu chuẩn*).

Conditions are data: a closed union, of which some bind windows of years. Every answer is
one of five, and carries the facts it rests on and what is missing.

``answer``
    The five answers, and how they combine.
``vote``
    How a council decides, and its ballots, counted.
``term``
    The words of conditions.
``leaf``, ``leaf_group``, ``leaf_left``
    Conditions on the subject's own record, on what it is among others, and those that others
    answer.
``condition``
    Conditions made of conditions, and windows.
``monotone``
    Which conditions more achievements never spoil.
``counting``
    Rules about what counts, whatever the award.
``proposal``
    What is asked: a subject, an award, a day.
``finding``
    What was found: answers, facts, needs, doubts.
``cuts``, ``view``
    What does not count; a proposal, seen through a window of years.
``tallied``, ``read_conduct``, ``read_work``, ``read_awards``, ``read_group``, ``streak``
    How each condition is judged.
``evaluate``
    A condition and a proposal, into a finding.
``words``, ``head``, ``say``, ``explain``
    Conditions, findings and verdicts in words.
``path``
    The least that is still missing.
"""

from __future__ import annotations

from thidua.eligibility.answer import Answer, agreed, all_of, any_of, at_least, opposite
from thidua.eligibility.condition import (
    MAXIMUM_NESTING,
    All,
    Any,
    AtLeast,
    Condition,
    EachYear,
    InYears,
    Leaf,
    Not,
    Run,
    RunSpan,
    Side,
    leaves,
    parts_of,
    that_year,
)
from thidua.eligibility.counting import (
    Counting,
    ExcludedTracks,
    LeaveCounts,
    NotReused,
    ReducedTenure,
    ResetAfterSanction,
    Use,
    ledger,
)
from thidua.eligibility.evaluate import evaluate, evaluate_counting, verified
from thidua.eligibility.explain import explain_finding, explain_verdict
from thidua.eligibility.finding import (
    AnyRule,
    Asked,
    Doubt,
    EveryRule,
    Finding,
    Need,
    NeedType,
    Remark,
    Verdict,
    Verified,
    all_findings,
)
from thidua.eligibility.leaf import (
    Employed,
    HasAttribute,
    HasInitiative,
    Held,
    HeldInARow,
    NoSanction,
    NotPending,
    Rated,
    ServedInPost,
    SubjectIs,
    YearsSince,
)
from thidua.eligibility.leaf_group import FigureIs, InCampaign, SelectedIn, ShareIs, Voted
from thidua.eligibility.leaf_left import (
    Attested,
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    TextMissing,
)
from thidua.eligibility.monotone import is_monotone
from thidua.eligibility.path import MAXIMUM_WAYS, Missing, shortest_path
from thidua.eligibility.proposal import Proposal, Standard
from thidua.eligibility.say import say_condition
from thidua.eligibility.term import Anchor, Mark, Touch
from thidua.eligibility.vote import Counted, Tally, Ties, VoteBase, VoteRule, count_votes

__all__ = [
    "MAXIMUM_NESTING",
    "MAXIMUM_WAYS",
    "All",
    "Anchor",
    "Answer",
    "Any",
    "AnyRule",
    "Asked",
    "AtLeast",
    "Attested",
    "Condition",
    "Counted",
    "Counting",
    "Doubt",
    "EachYear",
    "Employed",
    "EveryRule",
    "ExcludedTracks",
    "FigureIs",
    "Finding",
    "HasAttribute",
    "HasInitiative",
    "Held",
    "HeldInARow",
    "InCampaign",
    "InYears",
    "Leaf",
    "LeaveCounts",
    "Mark",
    "MeetsRule",
    "MeetsStandard",
    "Missing",
    "Need",
    "NeedType",
    "NeedsJudgement",
    "NeedsLocalRules",
    "NoSanction",
    "Not",
    "NotPending",
    "NotReused",
    "Proposal",
    "Rated",
    "ReducedTenure",
    "Remark",
    "ResetAfterSanction",
    "Run",
    "RunSpan",
    "SelectedIn",
    "ServedInPost",
    "ShareIs",
    "Side",
    "Standard",
    "SubjectIs",
    "Tally",
    "TextMissing",
    "Ties",
    "Touch",
    "Use",
    "Verdict",
    "Verified",
    "VoteBase",
    "VoteRule",
    "Voted",
    "YearsSince",
    "agreed",
    "all_findings",
    "all_of",
    "any_of",
    "at_least",
    "count_votes",
    "evaluate",
    "evaluate_counting",
    "explain_finding",
    "explain_verdict",
    "is_monotone",
    "leaves",
    "ledger",
    "opposite",
    "parts_of",
    "say_condition",
    "shortest_path",
    "that_year",
    "verified",
]
