# SPDX-License-Identifier: MIT
"""What an evaluator sees of a cluster: one scope for each unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias, final

from attrs import evolve, field, frozen

from thidua.errors import FormulaFault, ThiduaError
from thidua.formula.walk import Reads
from thidua.quantity import EVERYTHING, Interval, State

__all__ = ["GRAVEST_FIRST", "Cell", "Scope", "Undecided", "items_of", "standing"]

Cell: TypeAlias = Fraction | str | State
"""An entry as evaluators read it: a yes is 1, a no is 0."""

GRAVEST_FIRST = (
    State.NOT_ASSIGNED,
    State.NOT_APPLICABLE,
    State.EXEMPT,
    State.MISSING,
    State.NOT_DUE,
)


class Undecided(ThiduaError, ValueError):
    """Something the formula needs is still to come; `bounds` gives the interval meanwhile."""


def _no_points(code: str) -> Fraction:
    raise FormulaFault((), "points-unknown", f"the points of {code!r} are not known here")


def _any_points(_: str) -> Interval:
    return EVERYTHING


@final
@frozen(eq=False)
class Scope:
    """One unit as a formula sees it, with its peers."""

    entries: Mapping[str, Cell]
    """The unit's entries by code of measure."""
    items: Mapping[str, Sequence[Mapping[str, Cell]] | State] = field(factory=dict)
    """The unit's lists of items, or the reason why there is none."""
    unit: str = ""
    """The unit's code."""
    title: str = ""
    """The unit's name, for people."""
    peers: Sequence[Scope] = ()
    """All units of the cluster, this one included."""
    points: Callable[[str], Fraction] = _no_points
    """The unit's points in another criterion or section, by its code; `Undecided` if they
    are still an interval."""
    spans: Callable[[str], Interval] = _any_points
    """The same, as an interval."""
    domains: Mapping[tuple[str | None, str], Interval] = field(factory=dict)
    """What each measure may be, by list of items (or None) and code."""
    pending: frozenset[State] = frozenset({State.MISSING, State.NOT_DUE})
    """The states that a value will still replace."""
    memory: dict[object, object] = field(factory=dict, repr=False)
    """What is the same for all units of a cluster, once it is known."""
    awaited: Mapping[tuple[str, int], Mapping[str, Interval]] = field(factory=dict)
    """What measures of single items may be, by list and place of the item, where more is known
    than *domains* says."""


def items_of(scope: Scope, code: str) -> Iterator[Scope]:
    """Yield a scope for each item of the list *code*: the item's entries before the unit's."""
    listed = scope.items[code]
    if isinstance(listed, State):
        raise Undecided(code)
    own = {measure: domain for (place, measure), domain in scope.domains.items() if place == code}
    domains: dict[tuple[str | None, str], Interval] = dict(scope.domains)
    domains.update({(None, measure): span for measure, span in own.items()})
    for place, item in enumerate(listed):
        known = scope.awaited.get((code, place), {})
        within = domains
        if known:
            within = domains | {(None, measure): span for measure, span in known.items()}
        yield evolve(scope, entries={**scope.entries, **item}, domains=within)


def _states(scope: Scope, what: Reads) -> Iterator[State]:
    asked = what.asked
    for place, code in what.measures:
        rows: Sequence[Mapping[str, Cell]] = ()
        if place is not None:
            listed = scope.items[place]
            rows = () if isinstance(listed, State) else listed
        cells = [row[code] for row in rows if code in row] or (
            [scope.entries[code]] if code in scope.entries else []
        )
        for cell in cells:
            if isinstance(cell, State) and (place, code, cell) not in asked:
                yield cell
    for code in what.lists:
        listed = scope.items[code]
        if isinstance(listed, State):
            yield listed


def standing(scope: Scope, what: Reads) -> State | None:
    """Tell why the unit has no value for *what* is read, or None if it has.

    Of several reasons one that is final counts before one that is pending, as it stays
    when the value is there; of those the gravest: not assigned, then not applicable,
    exempt, missing, not due. States that a formula asks about itself are no reason, and
    what it sees of peers does not matter here.
    """
    found = set(_states(scope, what))
    found = found - scope.pending or found
    return next((state for state in GRAVEST_FIRST if state in found), None)
