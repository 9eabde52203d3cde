# SPDX-License-Identifier: MIT
from __future__ import annotations

from itertools import product

import pytest

from thidua.eligibility import Answer, agreed, all_of, any_of, at_least, opposite

NO, DEFERRED, UNKNOWN, JUDGEMENT, YES = Answer

ALL = """
no no no no no
no deferred deferred deferred deferred
no deferred unknown unknown unknown
no deferred unknown judgement judgement
no deferred unknown judgement yes
"""
ANY = """
no deferred unknown judgement yes
deferred deferred unknown judgement yes
unknown unknown unknown judgement yes
judgement judgement judgement judgement yes
yes yes yes yes yes
"""
NAMES = {
    "no": NO,
    "deferred": DEFERRED,
    "unknown": UNKNOWN,
    "judgement": JUDGEMENT,
    "yes": YES,
}


@pytest.mark.parametrize(("table", "join"), [(ALL, all_of), (ANY, any_of)])
def test_the_tables_of_the_documentation(table: str, join: type[Answer]) -> None:
    """Two answers combine as the tables say."""
    rows = [[NAMES[cell] for cell in row.split()] for row in table.strip().splitlines()]

    assert rows == [[join([one, other]) for other in Answer] for one in Answer]  # type: ignore[arg-type]


@pytest.mark.parametrize("answers", list(product(Answer, repeat=3)))
def test_laws_of_the_connectives(answers: tuple[Answer, Answer, Answer]) -> None:
    """They do not depend on order or grouping, distribute, and are the ends of "at least"."""
    one, two, three = answers

    assert all_of(answers) == all_of([all_of([three, one]), two]) == at_least(3, answers)
    assert any_of(answers) == any_of([any_of([three, one]), two]) == at_least(1, answers)
    assert all_of([one, any_of([two, three])]) == any_of([all_of([one, two]), all_of([one, three])])
    assert any_of([one, all_of([two, three])]) == all_of([any_of([one, two]), any_of([one, three])])
    assert at_least(2, answers) == sorted(answers, key=lambda answer: answer.place)[1]
    assert at_least(4, answers) is NO


def test_of_nothing() -> None:
    """All of nothing is yes, any of nothing is no."""

    assert (YES, NO) == (all_of([]), any_of([]))


def test_not_leaves_open_what_is_open() -> None:
    """Only yes and no are turned."""

    assert [YES, DEFERRED, UNKNOWN, JUDGEMENT, NO] == [opposite(one) for one in Answer]


def test_readings_that_differ_are_not_known() -> None:
    """What is so in every reading is so; else it is not known."""

    assert (NO, UNKNOWN) == (agreed([NO, NO]), agreed([NO, YES]))
