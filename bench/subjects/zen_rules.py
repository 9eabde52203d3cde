# SPDX-License-Identifier: MIT
"""GoRules zen-engine, written in Rust: one expression node, bands as nested conditions."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import zen

from bench.subjects.subject import Row, RowSubject
from bench.task.criteria import CAP, CODES, CRITERIA, CUTS, SECTIONS, Line

__all__ = ["Zen", "bands", "written"]


def written(number: int) -> str:
    """Write hundredths as a decimal."""
    return f"{number / 100:.2f}"


def bands(value: str, cuts: Sequence[int], worth: Sequence[str]) -> str:
    """Return a condition for each band, the highest first."""
    found = worth[0]
    for cut, points in zip(cuts, worth[1:], strict=True):
        found = f"({value} >= {written(cut)} ? {points} : {found})"
    return found


def _expression(line: Line) -> str:
    code, data = line.code, [written(one) for one in line.data if isinstance(one, int)]
    match line.kind:
        case "P":
            return f"round({data[1]} * min([{code} / {data[0]}, 1]), 2)"
        case "S":
            short = f"floor(({data[0]} - {code}) / {data[0]} * 100)"
            return f"{code} < {data[0]} ? max([{data[1]} - 0.5 * {short}, 0]) : {data[1]}"
        case "B":
            return bands(code, line.cuts, [written(one) for one in line.worth])
        case "R":
            rate = f"{code} / {data[0]} * 100"
            return bands(rate, line.cuts, [written(one) for one in line.worth])
        case "N":
            return f"max([-{data[0]} * {code}, {data[1]}])"
        case _:
            over = f"floor(({code} - {data[0]}) / {data[0]} * 100)"
            return f"{code} > {data[0]} ? min([0.5 * {over}, 5]) : 0"


def _graph() -> str:
    named = [(f"p_{line.code}", _expression(line)) for line in CRITERIA]
    for section, codes in SECTIONS.items():
        inside = " + ".join(f"$.p_{code}" for code in codes)
        named.append((f"s_{section}", f"min([{inside}, {written(CAP)}])"))
    total = " + ".join(f"$.s_{section}" for section in SECTIONS)
    named.append(("total", f"round({total}, 2)"))
    named.append(("grade", bands("$.total", CUTS, ["0", "1", "2", "3", "4"])))
    expressions = [{"id": key, "key": key, "value": value} for key, value in named]
    place = {"x": 0, "y": 0}
    content = {"expressions": expressions, "passThrough": False}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": place},
        {"id": "e", "type": "expressionNode", "name": "e", "position": place, "content": content},
        {"id": "out", "type": "outputNode", "name": "out", "position": place},
    ]
    edges = [
        {"id": f"{a}-{b}", "sourceId": a, "targetId": b, "type": "edge"}
        for a, b in (("in", "e"), ("e", "out"))
    ]
    kind = "application/vnd.gorules.decision"
    return json.dumps({"contentType": kind, "nodes": nodes, "edges": edges})


class Zen(RowSubject):
    """One decision, evaluated for each unit; decimals of 28 digits inside."""

    number: ClassVar[Callable[[int], Any]] = staticmethod(lambda value: value / 100)

    def __init__(self) -> None:
        self._decision = zen.ZenEngine().create_decision(_graph())

    def unit(self, row: Row) -> tuple[dict[str, Any], Any, Any]:
        """Compute one unit."""
        result = self._decision.evaluate(row)["result"]
        points = {code: result[f"p_{code}"] for code in CODES}
        return points, result["total"], result["grade"]
