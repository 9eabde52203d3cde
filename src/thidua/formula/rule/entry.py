# SPDX-License-Identifier: MIT
"""Rules on one answer: points entered, a yes, a level, a threshold."""

from __future__ import annotations

from fractions import Fraction

from thidua.formula.forms import BasePoints, Checklist, DirectEntry, Leveled, Threshold, YesNo
from thidua.formula.infix import Wording, infix, predicate_text
from thidua.formula.kernel import Compare

__all__ = ["base_points", "checklist", "direct_entry", "leveled", "threshold", "yes_no"]


def base_points(form: BasePoints, maximum: Fraction, wording: Wording) -> str:
    """Say the points that everybody has."""
    points = wording.points(maximum if form.points is None else form.points)
    return wording.pick(f"điểm nền {points}", f"{points} to begin with")


def direct_entry(form: DirectEntry, maximum: Fraction, wording: Wording) -> str:
    """Say between which points a person chooses, if there are limits."""
    low = wording.number(form.least)
    high = wording.points(maximum if form.most is None else form.most)
    limits = (f"từ {low} đến {high}", f"from {low} to {high}")
    if form.unlimited:
        limits = ("không khống chế mức điểm", "without a limit")
    text = wording.pick("chấm điểm trực tiếp, ", "entered, ") + wording.pick(*limits)
    if form.step is not None:
        step = wording.points(form.step)
        text += wording.pick(f", theo bước {step}", f", in steps of {step}")
    if form.otherwise is not None:
        other = infix(form.otherwise, wording)
        text += wording.pick(f"; không áp dụng thì lấy {other}", f"; {other} if not applicable")
    return text


def yes_no(form: YesNo, maximum: Fraction, wording: Wording) -> str:
    """Say the points of a yes and of a no."""
    yes = wording.points(maximum if form.yes is None else form.yes)
    no = wording.points(form.no)
    return wording.pick(f"có: {yes}; không: {no}", f"yes: {yes}; no: {no}")


def leveled(form: Leveled, wording: Wording) -> str:
    """Say the points of each level."""
    listed = "; ".join(f"“{level.name}”: {wording.points(level.points)}" for level in form.levels)
    return wording.pick(f"chọn một mức: {listed}", f"one level: {listed}")


def checklist(form: Checklist, wording: Wording) -> str:
    """Say the points of each thing on the list."""
    listed = "; ".join(
        f"{wording.name(tick.question)}: {wording.points(tick.points)}" for tick in form.ticks
    )
    return wording.pick(f"tổng điểm các mục đã làm: {listed}", f"the sum of what is done: {listed}")


def threshold(form: Threshold, maximum: Fraction, wording: Wording) -> str:
    """Say the condition, and the points with and without it."""
    condition = predicate_text(Compare(form.measure, form.relation, form.to), wording)
    yes = wording.points(maximum if form.yes is None else form.yes)
    no = wording.points(form.no)
    return wording.pick(
        f"{condition}: {yes}; không đạt: {no}", f"{condition}: {yes}; otherwise: {no}"
    )
