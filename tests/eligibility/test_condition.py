# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from thidua.eligibility import (
    MAXIMUM_NESTING,
    All,
    Any,
    AtLeast,
    Condition,
    FigureIs,
    Held,
    InYears,
    Leaf,
    Not,
    Rated,
    ReducedTenure,
    Run,
    ServedInPost,
    SubjectIs,
    YearsSince,
    is_monotone,
    leaves,
)
from thidua.errors import Fault

WELL = Rated("well")


def nested(depth: int) -> Condition:
    """Return a condition nested so deep."""
    condition: Condition = WELL
    for _ in range(depth - 1):
        condition = Not(condition)
    return condition


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: All([]), "$.of: an empty list; name at least one"),
        (lambda: All(["well"]), "$: not a condition, 'well'; write Rated(…)"),  # type: ignore[list-item]
        (lambda: AtLeast(3, [WELL, WELL]), "$.count: at least 3 of 2; nobody can meet it"),
        (lambda: AtLeast(0, [WELL]), "$.count: a number from 1 is wanted, 0"),
        (lambda: Run(2, WELL, skip=-1), "$.skip: a whole number from 0 is wanted, -1"),
        (lambda: Held([]), "$.awards: an empty list; name at least one"),
        (lambda: SubjectIs([]), "$.categories: an empty list; name at least one"),
        (lambda: FigureIs("x", "=>", 1), "$: not a Relation, '=>'; did you mean '>='?"),
        (
            lambda: ReducedTenure("sex", "F", factor=2),
            '$.factor: a factor from 0 to 1 is wanted, 2; write "2/3"',
        ),
        (
            lambda: nested(MAXIMUM_NESTING + 1),
            "$.of: conditions nested more than 12 deep; name a part as a rule: MeetsRule(…)",
        ),
    ],
)
def test_conditions_that_make_no_sense_are_refused(
    make: Callable[[], object], message: str
) -> None:
    """Each says what is wrong and what to do."""
    with pytest.raises(Fault) as caught:
        make()

    assert message == str(caught.value)


def test_leaves_come_in_the_order_of_writing() -> None:
    """A streak has what each year asks first, then what lies within."""
    condition = All([Held("a"), Run(2, WELL, within=Any([Held("b"), Not(Held("c"))]))])

    assert [Held("a"), WELL, Held("b"), Held("c")] == list(leaves(condition))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (All([WELL, Held("a"), YearsSince("a", at_most=1), ServedInPost("p", 3)]), True),
        (Run(2, WELL, within=InYears(1, Held("a"))), True),
        (Run(2, WELL, span="blocks"), False),
        (Run(2, WELL, reset="a"), False),
        (Run(2, WELL, within=InYears(1, Held("a"), side="first")), False),
        (YearsSince("a", at_least=1), False),
        (ServedInPost("p", 3, under=5), False),
        (Any([WELL, Not(WELL)]), False),
    ],
    ids=range(8),
)
def test_what_more_achievements_never_spoil(condition: Condition, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """A condition is monotone if every part of it is."""

    assert expected == is_monotone(condition)


def test_every_condition_has_a_name_of_its_own() -> None:
    """No two members of the union share a stored name, and leaves are members."""
    members = get_args(Condition)

    assert len(members) == len({member.kind for member in members})
    assert set(get_args(Leaf)) < set(members)
