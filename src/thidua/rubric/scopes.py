# SPDX-License-Identifier: MIT
"""Scored units as conditions on them see them: entries, points of every part, peers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import partial

from thidua.formula import Scope, Undecided
from thidua.quantity import Interval
from thidua.rubric.plan import TOTAL, plan
from thidua.rubric.score import awaited_items, cells_of, domains_of, lists_of
from thidua.rubric.scores import Line, Scores, UnitScore

__all__ = ["scopes"]


def scopes(scores: Scores) -> tuple[Scope, ...]:
    """Return a scope for each unit, in order, all with each other for peers.

    ``Points("total")`` is the total, as the rubric limits and rounds it.
    """
    ready = plan(scores.rubric)
    found: list[Scope] = []
    memory: dict[object, object] = {}
    for score in scores:
        lines = _by_code(score)
        found.append(
            Scope(
                cells_of(ready, score.sheet),
                lists_of(ready, score.sheet),
                score.unit,
                score.sheet.title,
                found,
                partial(_points, lines),
                partial(_span, lines),
                domains_of(ready, score.sheet),
                memory=memory,
                awaited=awaited_items(ready, score.sheet),
            )
        )
    return tuple(found)


def _by_code(score: UnitScore) -> Mapping[str, Line]:
    return {TOTAL: score.total, **{line.code: line for line in score.lines}}


def _points(lines: Mapping[str, Line], code: str) -> Fraction:
    line = lines[code]
    if line.points is None or line.provisional:
        raise Undecided(code)
    return line.points


def _span(lines: Mapping[str, Line], code: str) -> Interval:
    return lines[code].span
