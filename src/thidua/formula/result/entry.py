# SPDX-License-Identifier: MIT
"""Results of one answer: points entered, a yes, a level, a threshold."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.formula.forms import Checklist, DirectEntry, Leveled, Threshold
from thidua.formula.infix import Wording, infix, predicate_text
from thidua.formula.kernel import Compare, Constant
from thidua.formula.phrase import amount
from thidua.formula.working import Working

__all__ = ["checklist", "direct_entry", "leveled", "threshold", "yes_no"]


def direct_entry(form: DirectEntry, working: Working, wording: Wording) -> str:
    """Say that the points were entered, or what stands for them."""
    if form.otherwise is not None and working.parts[0].value:
        other = infix(form.otherwise, wording)
        return wording.pick(f"không áp dụng nên lấy {other}", f"not applicable, so {other}")
    return wording.pick("chấm điểm trực tiếp", "entered")


def yes_no(working: Working, wording: Wording) -> str:
    """Say the answer."""
    asked, _ = working.parts
    return wording.pick("có", "yes") if asked.value else wording.pick("không", "no")


def leveled(form: Leveled, working: Working, wording: Wording) -> str:
    """Say the level chosen: the first whose question was answered yes."""
    for level in form.levels[:-1]:
        asked, working = working.parts
        if asked.value:
            return _chosen(level.name, wording)
    return _chosen(form.levels[-1].name, wording)


def _chosen(level: str, wording: Wording) -> str:
    return wording.pick("mức ", "level ") + f"“{level}”"


def checklist(form: Checklist, working: Working, wording: Wording) -> str:
    """Say what has been done, with its points, and what has not."""
    done: list[str] = []
    undone: list[str] = []
    for tick, part in zip(form.ticks, working.parts, strict=True):
        name = wording.name(tick.question)
        if part.parts[1].value:
            done.append(f"{name} ({wording.points(part.value)})")
        else:
            undone.append(name)
    return "; ".join(
        [
            *_listed(wording.pick("đã làm: ", "done: "), done),
            *_listed(wording.pick("chưa làm: ", "not done: "), undone),
        ]
    )


def _listed(before: str, names: Iterable[str]) -> list[str]:
    text = ", ".join(names)
    return [before + text] if text else []


def threshold(form: Threshold, working: Working, wording: Wording) -> str:
    """Say whether the threshold was met, and the numbers compared."""
    asked, _ = working.parts
    first, second = (part.value for part in asked.parts)
    condition = predicate_text(Compare(form.measure, form.relation, form.to), wording)
    numbers = amount(first, form.measure, wording, second)
    if not isinstance(form.to, Constant):
        numbers += f"; {amount(second, form.to, wording, first)}"
    if asked.value:
        return wording.pick(f"đạt {condition} ({numbers})", f"{condition} ({numbers})")
    return wording.pick(f"không đạt {condition} ({numbers})", f"not {condition} ({numbers})")
