# SPDX-License-Identifier: MIT
"""OpenFisca: a variable for each criterion, formulas over arrays, in floats of 32 bits.

Ranks are counted by hand: those of OpenFisca break ties arbitrarily.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import YEAR
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.subjects.subject import FrameSubject, hundredths
from bench.task.criteria import CAP, CODES, CRITERIA, CUTS, SECTIONS, Line
from bench.task.data import Columns, clusters, in_floats
from bench.task.exact import Found, ranks

__all__ = ["OpenFisca"]

_Formula: TypeAlias = Callable[[Any, Any], Any]
_PERIOD = "2026"


def _points(line: Line, value: Any) -> Any:
    data = line.data
    first = data[0] / 100 if line.kind != "B" else 0
    match line.kind:
        case "P":
            return np.floor(data[1] / 100 * np.minimum(value / first, 1) * 100 + 0.5) / 100
        case "S":
            most = data[1] / 100
            left = np.maximum(most - 0.5 * np.floor((first - value) / first * 100), 0)
            return np.where(value < first, left, most)
        case "B" | "R":
            rate = value if line.kind == "B" else value / first * 100
            conditions = [rate >= cut / 100 for cut in reversed(line.cuts)]
            worth = [one / 100 for one in line.worth]
            return np.select(conditions, worth[:0:-1], worth[0])
        case "N":
            return np.maximum(-first * value, data[1] / 100)
        case _:
            over = np.minimum(0.5 * np.floor((value - first) / first * 100), 5)
            return np.where(value > first, over, 0)


def _reads(line: Line) -> _Formula:
    return lambda unit, period: _points(line, unit(f"v_{line.code}", period))


def _capped(codes: list[str]) -> _Formula:
    return lambda unit, period: np.minimum(
        sum(unit(f"p_{code}", period) for code in codes), CAP / 100
    )


def _total(unit: Any, period: Any) -> Any:
    return np.floor(sum(unit(f"s_{one}", period) for one in SECTIONS) * 100 + 0.5) / 100


def _grade(unit: Any, period: Any) -> Any:
    return np.searchsorted(np.array(CUTS) / 100, unit("total", period), side="right")


def _rank(unit: Any, period: Any) -> Any:
    return ranks(unit("total", period), unit.khoi.members_entity_id)


class OpenFisca(FrameSubject):
    """A simulation for all units."""

    def __init__(self) -> None:
        unit = build_entity(key="unit", plural="units", label="Unit", is_person=True)
        role = {"key": "member", "plural": "members", "label": "Member"}
        khoi = build_entity(key="khoi", plural="khois", label="Cluster", roles=[role])
        self._system = TaxBenefitSystem([khoi, unit])

        def add(name: str, kind: type, formula: _Formula | None = None) -> None:
            held: dict[str, Any] = {"value_type": kind, "entity": unit, "label": name}
            held["definition_period"] = YEAR
            if formula is not None:
                held["formula"] = formula
            self._system.add_variable(type(name, (Variable,), held))

        for line in CRITERIA:
            add(f"v_{line.code}", int if line.kind == "N" else float)
            add(f"p_{line.code}", float, _reads(line))
        for section, codes in SECTIONS.items():
            add(f"s_{section}", float, _capped(codes))
        add("total", float, _total)
        add("grade", int, _grade)
        add("rank", int, _rank)

    def load(self, columns: Columns) -> Any:
        """Return arrays of floats, and of integers where events are counted."""
        made = in_floats(columns)
        return {code: made[code] for code in CODES}

    def score(self, given: Any) -> Any:
        """Build the simulation, and calculate every variable."""
        units = len(given[CODES[0]])
        inside = clusters(units)
        builder = SimulationBuilder()
        builder.create_entities(self._system)
        builder.declare_person_entity("unit", np.arange(units))
        khoi = builder.declare_entity("khoi", np.arange(int(inside[-1]) + 1))
        builder.join_with_persons(khoi, inside, np.array(["member"] * units))
        simulation = builder.build(self._system)
        for code, values in given.items():
            simulation.set_input(f"v_{code}", _PERIOD, values)
        names = [*(f"p_{code}" for code in CODES), "total", "grade", "rank"]
        return {name: simulation.calculate(name, _PERIOD) for name in names}

    def found(self, result: Any) -> Found:
        """Read the result."""
        points = np.array([hundredths(result[f"p_{code}"]) for code in CODES])
        return Found(points, hundredths(result["total"]), result["grade"], result["rank"])
