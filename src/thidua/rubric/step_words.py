# SPDX-License-Identifier: MIT
"""What would better a criterion, in words (*còn thiếu bao nhiêu để lên mức trên*)."""

from __future__ import annotations

from fractions import Fraction

from thidua.formula import Reported, Wording
from thidua.formula.phrase import with_unit
from thidua.rubric.distance import Step, steps_ahead
from thidua.rubric.plan import Row, plan
from thidua.rubric.scores import Scores

__all__ = ["steps_text"]


def steps_text(scores: Scores, unit: str, code: str, wording: Wording) -> str:
    """Say how far it is to the next step of each measure, and to the most; empty if nowhere."""
    ready = plan(scores.rubric)
    row = ready.row[code]
    said = [_step(step, row, wording) for step in steps_ahead(scores, unit, code)]
    if said and ready.reads[code].peers:
        said[-1] += wording.pick(
            " (nếu các đơn vị khác giữ nguyên)", " (if the other units stay as they are)"
        )
    return "; ".join(said)


def _step(step: Step, row: Row, wording: Wording) -> str:
    name, goal = wording.name(step.measure), wording.number(step.value)
    change = with_unit(abs(step.change), Reported(step.measure), wording)
    end = _end(step.points, row, wording)
    if step.change > 0:
        return wording.pick(
            f"{name} còn thiếu {change} (cần {goal}) để {end}",
            f"{name} lacks {change} ({goal} needed) {end}",
        )
    return wording.pick(
        f"{name} cần giảm {change} (còn {goal}) để {end}",
        f"{name} is {change} too high ({goal} needed) {end}",
    )


def _end(points: Fraction, row: Row, wording: Wording) -> str:
    number = wording.points(points)
    if row.deducts:
        if points <= 0:
            return wording.pick("không bị trừ", "for nothing off")
        return wording.pick(f"chỉ bị trừ {number}", f"for only {number} off")
    if points == row.part.maximum and points > 0:
        return wording.pick(f"đạt tối đa {number}", f"for the maximum of {number}")
    return wording.pick(f"được {number}", f"for {number}")
