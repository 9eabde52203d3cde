# SPDX-License-Identifier: MIT
"""Scores with their working, explanations and documents: what people wait for."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import count, cycle
from statistics import median
from time import process_time
from typing import Any

from bench.plan import CLUSTER_SCORED, DOCUMENT, EXPLAINED
from bench.task.criteria import CODES, CRITERIA
from bench.task.data import SEED, draw
from bench.task.exact import by_hand
from bench.task.rubric import rubric
from thidua import Criterion, Measure, Question, Rounding, Rubric, Section, Sheet, explain, score
from thidua.formula import AroundTarget, DirectEntry, YesNo
from thidua.program import tally
from thidua.quantity import Given
from thidua.wire import dumps, loads

__all__ = ["working"]

_AROUND_TARGET, _YES_NO, _LEAVES = 12, 51, 176
_CLUSTER = 64


def _tree() -> tuple[Rubric, list[Sheet]]:
    """Return a rubric of 176 leaves (12 around a target, 51 yes or no, 113 direct), 8 units."""
    dice = random.Random(SEED)  # noqa: S311 - a benchmark, not a secret
    measures: list[Measure | Question] = []
    leaves: list[Criterion] = []
    for i in range(_LEAVES):
        code = f"c{i}"
        form: AroundTarget | YesNo | DirectEntry
        if i < _AROUND_TARGET:
            measures += [Measure(code, code, places=2), Measure(f"t{i}", code, places=2, above=0)]
            form = AroundTarget(code, f"t{i}")
        elif i < _AROUND_TARGET + _YES_NO:
            measures.append(Question(code, code))
            form = YesNo(code)
        else:
            measures.append(Measure(code, code, places=2, most=5))
            form = DirectEntry(code)
        rounding = Rounding("0.01")
        leaves.append(Criterion(str(i), code, maximum=5, formula=form, rounding=rounding))
    sections = [Section(f"S{i}", f"S{i}", criteria=leaves[i * 22 : (i + 1) * 22]) for i in range(8)]
    sheets = []
    for unit in range(8):
        entries: dict[str, Given] = {}
        for one in measures:
            yes = isinstance(one, Question)
            entries[one.code] = dice.random() < 0.9 if yes else Fraction(dice.randint(1, 500), 100)
        sheets.append(Sheet(f"u{unit}", entries))
    return Rubric("tree", "tree", measures=measures, sections=sections), sheets


def _rows(units: int) -> list[dict[str, Fraction]]:
    columns = draw(units, "percent")
    below = {line.code: 1 if line.kind == "N" else 100 for line in CRITERIA}
    return [
        {code: Fraction(int(columns[code][i]), below[code]) for code in CODES} for i in range(units)
    ]


def _anew(text: str) -> Iterator[str]:
    """Yield the document with other codes each time, so that nothing about it is remembered."""
    for number in count():
        yield re.sub(r'"([a-d]\d|bench-40)"', rf'"\1_{number}"', text)


def working(rounds: int) -> dict[str, Any]:
    """Return milliseconds of each, of which all take turns."""
    forty, rows = rubric(), _rows(_CLUSTER)
    sheets = [Sheet(f"u{i}", row) for i, row in enumerate(rows)]
    scores = score(forty, sheets[:8])
    for one, row in zip(scores, rows, strict=False):
        points, total, _ = by_hand(row)
        assert total == one.points
        assert all(points[code] == one[code].points for code in CODES)
    text = dumps(forty)
    assert loads(text) == forty
    texts, units, told = _anew(text), cycle(sheets), cycle(score(forty, sheets))
    tree, leaves = _tree()
    exact = [
        Sheet(one.unit, {code: Decimal(int(n * 100)).scaleb(-2) for code, n in row.items()})
        for one, row in zip(sheets, rows, strict=True)
    ]
    assert all(
        one.points == by_hand(row)[1] for one, row in zip(tally(forty, exact), rows, strict=True)
    )
    subjects: dict[str, Callable[[], object]] = {
        "one unit, fractions by hand": lambda: by_hand(rows[0]),
        "one unit, scored with its working": lambda: score(forty, sheets[:1]),
        "an explanation": lambda: explain(next(told)),
        "an explanation, with rules and next steps": lambda: explain(next(told), detail="long"),
        EXPLAINED: lambda: explain(score(forty, [next(units)]).units[0]),
        "64 units, scored with their working": lambda: score(forty, sheets),
        "64 units, checked and compiled": lambda: tally(forty, exact),
        CLUSTER_SCORED: lambda: score(tree, leaves),
        "40 criteria, parsed as JSON": lambda: json.loads(text),
        DOCUMENT: lambda: loads(documents.pop()),
    }
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(rounds):
        documents = [next(texts)]
        for name, run in subjects.items():
            began = process_time()
            run()
            times[name].append((process_time() - began) * 1000)
    return {name: {"time": median(one), "least": min(one)} for name, one in times.items()}
