# SPDX-License-Identifier: MIT
"""Rankings in which the class comes before the result (*xếp theo loại trước, điểm sau*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from thidua.errors import Fault, RankingFault, suggest
from thidua.quantity import Interval
from thidua.ranking.classes import Classed, Classes
from thidua.ranking.grades import tables_of
from thidua.rubric import Scores, UnitScore

__all__ = ["class_faults", "compared"]


def class_faults(scores: Scores, classes: Classes | None) -> Iterator[Fault]:
    """Find why units cannot be ranked by these classes first."""
    if classes is None:
        return
    lists = {tuple(one.name for one in table.grades) for _, table, _ in tables_of(classes.grading)}
    if len(lists) > 1:
        what = "kinds of units have different classes, none of which stands above another"
        hint = "rank each kind by itself, classified by its own table"
        yield RankingFault(("classes", "grading"), "classes-differ", what, hint)
    found = {one.unit: one for one in classes}
    units = {score.unit: None for score in scores}
    for unit in found:
        if unit not in units:
            what = f"no unit {unit!r} has been scored"
            yield RankingFault(("classes", unit), "unit-unknown", what, suggest(unit, units))
    for score in scores:
        if score.unit not in found:
            what = f"unit {score.unit!r} is not among the classes"
            hint = "classify the scores that are ranked"
            yield RankingFault(("classes",), "unit-missing", what, hint)
        elif found[score.unit].value != score.result(found[score.unit].by):
            what = f"unit {score.unit!r} was classified by another score"
            hint = "classify the scores that are ranked"
            yield RankingFault(("classes", score.unit), "scores-differ", what, hint)


def compared(
    results: Sequence[tuple[UnitScore, Interval]], classes: Classes | None
) -> dict[str, Interval]:
    """Return what each unit is compared by: its result, or its class and then its result.

    Class and result together have no number of their own; only their order counts. So the
    number of each is its position among the worst and the best of all units.
    """
    if classes is None:
        return {score.unit: result for score, result in results}
    names = {name: position for position, name in enumerate(classes.names)}
    found = {one.unit: one for one in classes}
    ends = {score.unit: _ends(found[score.unit], result, names) for score, result in results}
    order = sorted({end for both in ends.values() for end in both})
    position = {end: Fraction(place) for place, end in enumerate(order)}
    return {unit: Interval(position[low], position[high]) for unit, (low, high) in ends.items()}


_End = tuple[int, int, Fraction]
"""A class, the higher the better; whether the result has an end (0), or none below (-1) or
above (1); that end."""


def _ends(unit: Classed, result: Interval, names: dict[str, int]) -> tuple[_End, _End]:
    """Return the worst and the best that a unit may come to have."""
    classes = [-len(names) if name is None else -names[name] for name in unit.possible]
    return (
        (min(classes), 0 if result.low is not None else -1, result.low or Fraction(0)),
        (max(classes), 0 if result.high is not None else 1, result.high or Fraction(0)),
    )
