# SPDX-License-Identifier: MIT
"""One cluster that is scored as far as is asked."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import evolve

from thidua.errors import FormulaFault
from thidua.formula import Scope
from thidua.review.entries import Cluster, Key

if TYPE_CHECKING:
    from thidua.review.trial import Trial

__all__ = ["Run"]

Points: TypeAlias = Fraction | FormulaFault
"""Points, or why there are none."""


@final
class Run:
    """One cluster, scored as far as is asked.

    Of one that differs from another in one number, only what reads that number is computed.
    """

    def __init__(self, trial: Trial, cluster: Cluster, base: Run | None, key: Key | None) -> None:
        self.cluster = cluster
        self._trial = trial
        self._base = base
        self._changed = frozenset[str]() if key is None else trial.changed[key]
        self._known: list[dict[str, Points]] = [{} for _ in cluster]
        self.scopes: list[Scope] = []
        memory: dict[object, object] = {}
        for index, unit in enumerate(cluster):
            points = partial(self._points, index)
            own = unit.scope
            scope = Scope(
                own.entries, own.items, str(index), "", self.scopes, points, memory=memory
            )
            self.scopes.append(scope)

    def moved(self, cluster: Cluster, key: Key) -> Run:
        """Return the run of a cluster that differs in one number."""
        return Run(self._trial, cluster, self, key)

    def line(self, code: str) -> Points:
        """Return the points of one part, or why there are none.

        The fault of a criterion has the place ``(code,)``; a part that uses its points has
        the same fault.
        """
        try:
            return self._points(0, code)
        except FormulaFault as fault:
            return fault

    def shown(self, code: str) -> Fraction | None:
        """Return the points of one part if the sheets made for it have nothing that fails."""
        points = self.line(code)
        return points if isinstance(points, Fraction) and self.answers(code) else None

    def answers(self, code: str) -> bool:
        """Tell whether all that is scored with a part has an answer."""
        beside = self._trial.beside[code]
        changed = beside if self._base is None else beside & self._changed
        if any(self._fails(index, one) for one in changed for index in range(len(self.cluster))):
            return False
        return self._base is None or (self._base._failing - self._changed).isdisjoint(beside)  # noqa: SLF001 - of the same class

    @cached_property
    def _failing(self) -> frozenset[str]:
        """The criteria that fail for some unit."""
        return frozenset(
            one.code
            for one in self._trial.criteria
            if any(self._fails(index, one.code) for index in range(len(self.cluster)))
        )

    def _fails(self, index: int, code: str) -> bool:
        try:
            self._points(index, code)
        except FormulaFault:
            return True
        return False

    def _points(self, index: int, code: str) -> Fraction:
        if self._base is not None and code not in self._changed:
            return self._base._points(index, code)  # noqa: SLF001 - of the same class
        known = self._known[index]
        if code not in known:
            try:
                known[code] = self._trial.plan.compute[code](self.scopes[index]).value
            except FormulaFault as fault:
                known[code] = fault if fault.at else evolve(fault, at=(code,))
        found = known[code]
        if isinstance(found, FormulaFault):
            raise found
        return found
