# SPDX-License-Identifier: MIT
"""Whoever is measured computes the benchmark rubric, and those who are exact are."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from bench.plan import MANY, ONE_UNIT
from bench.subjects import SUBJECTS, subject
from bench.task.criteria import CLUSTER, CODES, CRITERIA
from bench.task.data import FLAVOURS, draw
from bench.task.exact import by_hand, exactly
from bench.task.rubric import grading, rubric

from thidua import Sheet, score
from thidua.ranking import classify

UNITS = 300
ELSEWHERE = {"cel", "json_logic", "openfisca", "zen"}
"""Engines that only the environment of `make bench` has."""
ROUGH = {"pandas_float", "polars_float", "py_float"}
HERE = sorted({*SUBJECTS} - ELSEWHERE)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", HERE)
def test_subjects_compute_the_rubric(name: str, flavour: str) -> None:
    """Exact subjects agree with fractions in every number, floats in nearly all points."""
    columns = draw(UNITS, flavour)
    one, expected = subject(name), exactly(columns)
    found = one.found(one.score(one.load(columns)))

    if name in ROUGH:
        assert 0.01 > np.mean(expected.points != found.points) or flavour == "percent"
        assert 0.05 > np.mean(expected.points != found.points)
    else:
        assert [column.tolist() for column in expected] == [column.tolist() for column in found]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_exact_results_are_those_of_the_library(flavour: str) -> None:
    """Each value computed once gives what whole units in fractions give, and what `score` does."""
    columns = draw(60, flavour)
    below = {line.code: 1 if line.kind == "N" else 100 for line in CRITERIA}
    rows = [
        {code: Fraction(int(columns[code][i]), below[code]) for code in CODES} for i in range(60)
    ]
    expected = exactly(columns)
    scores = score(rubric(), [Sheet(f"u{i}", row) for i, row in enumerate(rows)])
    classes = classify(scores, grading()).units
    for i, (row, one, given) in enumerate(zip(rows, scores, classes, strict=True)):
        points, total, grade = by_hand(row)

        assert expected.points[:, i].tolist() == [points[code] * 100 for code in CODES]
        assert points == {code: one[code].points for code in CODES}
        assert (expected.total[i], total, total) == (total * 100, one.points, total)
        assert (expected.grade[i], grade) == (grade, int(given.grade or ""))


def test_ranks_count_who_is_better() -> None:
    """A rank is one more than the number of units of the cluster with a higher total."""
    found = exactly(draw(UNITS, "percent"))
    totals = found.total.reshape(-1, CLUSTER)

    assert found.rank.tolist() == [
        1 + sum(other > one for other in cluster) for cluster in totals for one in cluster
    ]


def test_every_subject_is_asked() -> None:
    """Whoever is in the table of subjects is measured."""
    short_only = {"thidua_polars_columns"}

    assert {*SUBJECTS} == {*ONE_UNIT, *MANY} | short_only
