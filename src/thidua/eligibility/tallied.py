# SPDX-License-Identifier: MIT
"""Findings made of what is there for sure and what may be there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from thidua.dossier import Fact
from thidua.eligibility.answer import Answer
from thidua.eligibility.finding import Asked, Finding, Need, NeedType, Remark
from thidua.eligibility.view import View

__all__ = ["decided", "enough", "open_finding"]


def enough(  # noqa: PLR0913 - two kinds of facts, and what is known of the list
    asked: Asked,
    view: View,
    sure: Sequence[Fact],
    maybe: Sequence[Fact] = (),
    *,
    wanted: int = 1,
    complete: bool,
) -> Finding:
    """Return the finding that there is enough of something, or is not, or may be.

    Args:
        asked: The condition.
        view: Where it was looked at.
        sure: What counts.
        maybe: What counts if what is not on file about it is so.
        wanted: How much is asked for.
        complete: Whether there is no more of it than is on file.
    """
    remarks: tuple[Remark, ...]
    found, missing = Fraction(len(sure)), Fraction(wanted - len(sure))
    if missing <= 0:
        return Finding(asked, Answer.ELIGIBLE, years=view.years, facts=tuple(sure), found=found)
    if len(maybe) >= missing or not complete:
        remarks = (Remark.NOT_ON_FILE if len(maybe) >= missing else Remark.NOT_COMPLETE,)
        need = Need(NeedType.SUPPLY, asked, missing, view.years)
        answer = Answer.UNKNOWN
    else:
        remarks = (Remark.NO_WINDOW,) if view.empty else ()
        need = Need(NeedType.ACHIEVE, asked, missing)
        answer = Answer.NOT_ELIGIBLE
    return Finding(
        asked,
        answer,
        years=view.years,
        facts=(*sure, *maybe),
        found=found,
        needs=(need,),
        remarks=remarks,
    )


def decided(  # noqa: PLR0913 - a finding has many parts
    asked: Asked,
    view: View,
    *,
    holds: bool,
    facts: Iterable[Fact] = (),
    need: Need | None = None,
    found: Fraction | None = None,
) -> Finding:
    """Return the finding that something is so or is not.

    Without a *need*, nothing that is still to come can change a no.
    """
    if holds:
        return Finding(asked, Answer.ELIGIBLE, years=view.years, facts=tuple(facts), found=found)
    return Finding(
        asked,
        Answer.NOT_ELIGIBLE,
        years=view.years,
        facts=tuple(facts),
        found=found,
        needs=() if need is None else (need,),
        remarks=(Remark.NEVER,) if need is None else (),
    )


def open_finding(
    asked: Asked,
    view: View,
    remark: Remark,
    *,
    facts: Iterable[Fact] = (),
    found: Fraction | None = None,
) -> Finding:
    """Return the finding that something is not known, for want of what is on file."""
    need = Need(NeedType.SUPPLY, asked, years=view.years)
    return Finding(
        asked,
        Answer.UNKNOWN,
        years=view.years,
        facts=tuple(facts),
        found=found,
        needs=(need,),
        remarks=(remark,),
    )
