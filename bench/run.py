# SPDX-License-Identifier: MIT
"""Measure what users wait for, as ratios against hand-written baselines in the same run.

``python bench/run.py [--json FILE]`` prints a table of medians. Every figure is the
median of rounds in which the subjects take turns, so that a machine that changes speed
changes them all. Results are compared with the baseline's before anything is timed.
"""

from __future__ import annotations

import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

from rubric_40 import CRITERIA, SECTIONS, rubric, sheet
from straight_line import by_floats, printed

from thidua import Criterion, Measure, Rounding, Rubric, Section, Sheet, explain, score
from thidua.formula import AroundTarget, DirectEntry, YesNo
from thidua.program import compile_rubric, tally
from thidua.quantity import Given
from thidua.rubric import Question
from thidua.wire import dumps, loads

ROUNDS = 40
AROUND_TARGET, YES_NO, LEAVES = 12, 51, 176
SEED = 20260822


def by_hand(entries: dict[str, Fraction]) -> tuple[dict[str, Fraction], Fraction]:
    """Score the 40 criteria with fractions and no library: exact, unexplained."""
    points: dict[str, Fraction] = {}
    for key, _, kind, data in CRITERIA:
        value = entries[key]
        if kind == "P":
            target, most = Fraction(data[0], 100), Fraction(data[1], 100)
            exact = most * min(value / target, Fraction(1))
            points[key] = Fraction(math.floor(exact * 100 + Fraction(1, 2)), 100)
        elif kind == "S":
            target, most = Fraction(data[0], 100), Fraction(data[1], 100)
            steps = math.floor((target - value) / target * 100)
            points[key] = (
                max(most - steps * Fraction(1, 2), Fraction(0)) if value < target else most
            )
        elif kind in "BR":
            thresholds, table = (data[0], data[1]) if kind == "B" else (data[1], data[2])
            rate = value if kind == "B" else value / Fraction(data[0], 100) * 100
            place = sum(rate >= Fraction(one, 100) for one in thresholds)
            points[key] = Fraction(table[place], 100)
        elif kind == "N":
            points[key] = max(-value * Fraction(data[0], 100), Fraction(data[1], 100))
        else:
            target = Fraction(data[0], 100)
            steps = math.floor((value - target) / target * 100)
            points[key] = (
                min(Fraction(5), steps * Fraction(1, 2)) if value > target else Fraction(0)
            )
    total = Fraction(0)
    for section, items in SECTIONS.items():
        inside = sum((points[f"{section}{i}"] for i in range(len(items))), Fraction(0))
        total += min(inside, Fraction(25))
    return points, total


def tree_176() -> tuple[Rubric, list[Sheet]]:
    """Return a rubric of 176 leaves (12 around a target, 51 yes or no, 113 direct), 8 units."""
    draw = random.Random(SEED)  # noqa: S311 - a benchmark, not a secret
    measures: list[Measure | Question] = []
    leaves: list[Criterion] = []
    for i in range(LEAVES):
        code, two = f"c{i}", Rounding("0.01")
        if i < AROUND_TARGET:
            measures += [Measure(code, code, places=2), Measure(f"t{i}", code, places=2, above=0)]
            form: AroundTarget | YesNo | DirectEntry = AroundTarget(code, f"t{i}")
        elif i < AROUND_TARGET + YES_NO:
            measures.append(Question(code, code))
            form = YesNo(code)
        else:
            measures.append(Measure(code, code, places=2, most=5))
            form = DirectEntry(code)
        leaves.append(Criterion(str(i), code, maximum=5, formula=form, rounding=two))
    sections = [Section(f"S{i}", f"S{i}", criteria=leaves[i * 22 : (i + 1) * 22]) for i in range(8)]
    tree = Rubric("tree", "tree", measures=measures, sections=sections)
    sheets = []
    for unit in range(8):
        entries: dict[str, Given] = {}
        for measure in measures:
            if isinstance(measure, Question):
                entries[measure.code] = draw.random() < 0.9  # noqa: PLR2004
            else:
                entries[measure.code] = Fraction(draw.randint(1, 500), 100)
        sheets.append(Sheet(f"u{unit}", entries))
    return tree, sheets


def hundredths(entries: dict[str, Fraction]) -> dict[str, int]:
    """Return entries as whole numbers: hundredths, of counts units."""
    return {code: int(entries[code] * (1 if kind == "N" else 100)) for code, _, kind, _ in CRITERIA}


def decimals(entries: dict[str, Fraction]) -> dict[str, Decimal]:
    """Return entries as decimals."""
    return {
        code: Decimal(value.numerator) / Decimal(value.denominator)
        for code, value in entries.items()
    }


def check_compiled(entries: list[dict[str, Fraction]]) -> None:
    """Compare the compiled function and its baseline with fractions."""
    straight, compiled = printed(), compile_rubric(rubric())
    for one in entries:
        points, total = by_hand(one)
        in_hundredths, total_in_hundredths = straight(hundredths(one))
        assert total * 100 == total_in_hundredths
        assert all(points[code] * 100 == worth for code, worth in in_hundredths.items())
        numbers = compiled.integers(hundredths(one))
        tallied = compiled.tally(decimals(one))
        for output in compiled.outputs:
            worth = total if output.code == "total" else points.get(output.code)
            assert worth in {None, Fraction(numbers[output.above], output.below or 1)}
        assert total == tallied.points
        assert all(points[code] == tallied[code].points for code in points)


def measure_compiled(entries: list[dict[str, Fraction]]) -> dict[str, float]:
    """Return the seconds that a unit takes in whole numbers and in floats."""
    compiled, straight = compile_rubric(rubric()), printed()
    whole, exact = [*map(hundredths, entries)], [*map(decimals, entries)]
    floats = [{code: float(value) for code, value in one.items()} for one in entries]
    cluster = [Sheet(f"u{i}", one) for i, one in enumerate(entries)]

    def each(run: Callable[[Any], object], given: list[Any]) -> Callable[[], None]:
        def all_of() -> None:
            for one in given:
                run(one)

        return all_of

    found = take_turns(
        {
            "one unit, whole numbers, straight-line by hand": each(straight, whole),
            "one unit, whole numbers, compiled": each(compiled.integers, whole),
            "one unit, floats by hand": each(by_floats, floats),
            "one unit, decimals, checked and compiled": each(compiled.tally, exact),
            "one unit of a cluster, sheets, compiled": lambda: tally(compiled.rubric, cluster),
        }
    )
    return {name: seconds / len(entries) for name, seconds in found.items()}


def take_turns(subjects: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median seconds of each subject over rounds in which all take turns."""
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(ROUNDS):
        for name, run in subjects.items():
            started = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - started)
    return {name: median(one) for name, one in times.items()}


def import_ratio() -> float:
    """Return how long the library takes to import, over attrs and cattrs together."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": tempfile.mkdtemp()}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def seconds(code: str) -> float:
        command = [sys.executable, "-c", f"import time; t = time.perf_counter(); {code}; "]
        command[-1] += "print(time.perf_counter() - t)"
        done = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
        return float(done.stdout)

    seconds("import thidua, attrs, cattrs")  # writes the bytecode of all that is timed
    pairs = [(seconds("import thidua"), seconds("import attrs, cattrs")) for _ in range(15)]
    return median(mine for mine, _ in pairs) / median(theirs for _, theirs in pairs)


def main() -> None:
    """Check, measure, print."""
    draw = random.Random(SEED)  # noqa: S311
    forty = rubric()
    units = [sheet(f"u{i}", draw) for i in range(8)]
    entries = [{code: Fraction(value) for code, value in one.entries} for one in units]
    for one, given in zip(score(forty, units), entries, strict=True):
        points, total = by_hand(given)
        assert total == one.points
        assert all(points[code] == one[code].points for code in points)
    check_compiled(entries)
    tree, sheets = tree_176()
    text = dumps(forty)
    assert loads(text) == forty
    scored = score(forty, units[:1])["u0"]
    medians = take_turns(
        {
            "one unit, 40 criteria, fractions by hand": lambda: by_hand(entries[0]),
            "one unit, 40 criteria, scored with its working": lambda: score(forty, units[:1]),
            "the same in words": lambda: explain(scored),
            "8 units, 176 criteria, scored with their working": lambda: score(tree, sheets),
            "40 criteria, parsed as JSON": lambda: json.loads(text),
            "40 criteria, loaded and checked": lambda: loads(text),
        }
    )
    hand = medians["one unit, 40 criteria, fractions by hand"]
    for name, seconds in medians.items():
        print(f"{name:50} {seconds * 1e6:10.0f} µs {seconds / hand:8.2f} × by hand")
    many = [dict(sheet("u", draw).entries) for _ in range(64)]
    compiled = measure_compiled([{code: Fraction(n) for code, n in one.items()} for one in many])
    straight = compiled["one unit, whole numbers, straight-line by hand"]
    floats = compiled["one unit, floats by hand"]
    for name, seconds in compiled.items():
        print(
            f"{name:50} {seconds * 1e6:10.2f} µs {seconds / straight:8.2f} × straight-line"
            f" {seconds / floats:8.2f} × floats"
        )
    medians |= compiled
    medians["import thidua, against attrs and cattrs"] = ratio = import_ratio()
    print(f"{'import thidua':50} {ratio:31.2f} × attrs and cattrs")
    if "--json" in sys.argv:
        target = Path(sys.argv[sys.argv.index("--json") + 1])
        target.write_text(json.dumps(medians, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
