# SPDX-License-Identifier: MIT
"""From a ranking to a proposal of awards (*đề nghị khen thưởng*).

``slate``
    What is proposed for every unit, and why.
``propose``
    A ranking and what there is to award, into a slate.
``wording``
    A slate in words.
"""

from __future__ import annotations

from thidua.award.propose import propose
from thidua.award.slate import Decision, Offer, Outcome, Slate
from thidua.award.wording import reason, slate_table

__all__ = ["Decision", "Offer", "Outcome", "Slate", "propose", "reason", "slate_table"]
