# SPDX-License-Identifier: MIT
"""The year of a cluster, folded from its events (*năm thi đua*).

``campaign``
    Campaigns, pledges, registrations and targets.
``agreement``
    The agreed rubric, and cross-checks.
``meeting``
    Meetings, what was done and found there, and who reported it.
``honour``
    Who is put forward, who is awarded, and the hand-over.
``stage``
    Stages of an assessment as data.
``step``
    What moves a year on.
``event``
    Events.
``year``
    The year that events tell.
``changing``
    How the cluster changes in it.
``state``
    What a year has come to while it is folded.
``needs``
    What a stage still lacks.
``permission``
    Who may enter what.
``membership``
    Whether a unit is a member, and a change of the cluster fits.
``scoring``
    Whether a rubric and what is entered fit.
``cancelling``
    What may be taken back.
``guard``
    Whether an event fits.
``fold``
    From events to the year.
``official``
    Official values, and where stages differ.
``results``
    Sheets, scores and counted votes.
``digest``
    Digests of what results stand on.
``words``
    Names of fields and of their values.
``record_words``
    What is on record, in words.
``year_words``
    A year in words.
``difference_words``
    Where two stages differ, as a table.
"""

from __future__ import annotations

from thidua.year.agreement import AgreedRubric, CriterionGroup, CrossCheck
from thidua.year.campaign import Aim, Campaign, CampaignSort, Pledge, Registration
from thidua.year.difference_words import difference_table
from thidua.year.digest import canonical, digest
from thidua.year.event import Content, Event, Moment, Record, Settling, Step
from thidua.year.fold import append, fold
from thidua.year.honour import HandOver, Honour, Nomination, Recipients
from thidua.year.meeting import Act, ActSort, ActState, Finding, Meeting, Plan, Press
from thidua.year.official import Difference, as_of, differences, official
from thidua.year.results import (
    counted_ballots,
    registered_progress,
    rubric_of,
    score_year,
    sheets_of,
    total,
)
from thidua.year.stage import (
    Assignment,
    Need,
    OfficialBy,
    OfficialRule,
    Procedure,
    Stage,
    Takes,
    Who,
    usual_procedure,
)
from thidua.year.step import (
    Ballot,
    Cancel,
    Decision,
    Entry,
    Explanation,
    Joined,
    Left,
    Lock,
    Move,
    Opening,
    Publish,
    Reorganised,
    Unlock,
)
from thidua.year.year import Entered, Publication, Refusal, Standing, Year
from thidua.year.year_words import explain_year

__all__ = [
    "Act",
    "ActSort",
    "ActState",
    "AgreedRubric",
    "Aim",
    "Assignment",
    "Ballot",
    "Campaign",
    "CampaignSort",
    "Cancel",
    "Content",
    "CriterionGroup",
    "CrossCheck",
    "Decision",
    "Difference",
    "Entered",
    "Entry",
    "Event",
    "Explanation",
    "Finding",
    "HandOver",
    "Honour",
    "Joined",
    "Left",
    "Lock",
    "Meeting",
    "Moment",
    "Move",
    "Need",
    "Nomination",
    "OfficialBy",
    "OfficialRule",
    "Opening",
    "Plan",
    "Pledge",
    "Press",
    "Procedure",
    "Publication",
    "Publish",
    "Recipients",
    "Record",
    "Refusal",
    "Registration",
    "Reorganised",
    "Settling",
    "Stage",
    "Standing",
    "Step",
    "Takes",
    "Unlock",
    "Who",
    "Year",
    "append",
    "as_of",
    "canonical",
    "counted_ballots",
    "difference_table",
    "differences",
    "digest",
    "explain_year",
    "fold",
    "official",
    "registered_progress",
    "rubric_of",
    "score_year",
    "sheets_of",
    "total",
    "usual_procedure",
]
