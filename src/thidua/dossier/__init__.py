# SPDX-License-Identifier: MIT
"""What is on file for a subject that may be awarded (*hồ sơ khen thưởng*).

``scale``
    The words of a dossier, and the scales on which some are ordered.
``years``
    Calendar years and school years.
``catalogue``
    The awards there are.
``facts``
    What was rated, awarded, invented, sanctioned, held, counted.
``results``
    What others found: campaigns, clusters, councils, those who certify.
``fields``
    How facts take years and texts.
``dossier``
    All of it for one subject, and which lists are complete.
"""

from __future__ import annotations

from thidua.dossier.catalogue import AwardType, Catalogue, CodeName
from thidua.dossier.dossier import Complete, Dossier, Record
from thidua.dossier.facts import (
    Attribute,
    AwardReceived,
    Fact,
    Figure,
    Initiative,
    Leave,
    Pending,
    Post,
    Rating,
    Sanction,
)
from thidua.dossier.fields import span, texts
from thidua.dossier.results import Attestation, Ballot, CampaignResult, ClusterResult
from thidua.dossier.scale import (
    AwardForm,
    InitiativeType,
    Quality,
    SanctionLevel,
    Scale,
    Scope,
    SubjectKind,
    Track,
    Whose,
)
from thidua.dossier.years import (
    EVER,
    Calendar,
    Years,
    first_day,
    last_day,
    year_of,
    year_under_review,
)

__all__ = [
    "EVER",
    "Attestation",
    "Attribute",
    "AwardForm",
    "AwardReceived",
    "AwardType",
    "Ballot",
    "Calendar",
    "CampaignResult",
    "Catalogue",
    "ClusterResult",
    "CodeName",
    "Complete",
    "Dossier",
    "Fact",
    "Figure",
    "Initiative",
    "InitiativeType",
    "Leave",
    "Pending",
    "Post",
    "Quality",
    "Rating",
    "Record",
    "Sanction",
    "SanctionLevel",
    "Scale",
    "Scope",
    "SubjectKind",
    "Track",
    "Whose",
    "Years",
    "first_day",
    "last_day",
    "span",
    "texts",
    "year_of",
    "year_under_review",
]
