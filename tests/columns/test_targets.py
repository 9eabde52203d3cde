# SPDX-License-Identifier: MIT
"""A share of a target that is not above zero says nothing, however it is computed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from frames import ENGINES, WHOLE, frame, one, read

from thidua.columns import columnar
from thidua.errors import Faults
from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    Form,
    Proportional,
    Quotient,
    Scope,
    Stepped,
    bounds,
    parse,
    text,
)
from thidua.program import tally
from thidua.quantity import Interval
from thidua.rubric import Measure, Rubric, Sheet, score

ALONE: list[Form] = [
    Proportional("a", "t"),
    Proportional("a", "t", zero_below="0.5", capped=False),
    Stepped("a", "t", side="over", step=1, each=1),
    Banded("a", [Band(1)], to="t"),
]
FORMS = [*ALONE, AroundTarget("a", "t")]
"""The last one looks at peers, none of which has an answer where one of them has none."""


def open_to_all(form: Form) -> Rubric:
    """Return a rubric whose target may be any number from -10 to 10."""
    return one(form, Measure("a", "A", least=-10, most=10), Measure("t", "T", least=-10, most=10))


def refused(call: Any) -> str:
    """Return what a call is refused with."""
    with pytest.raises(Faults) as refusal:
        call()
    return str(refusal.value)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("target", "message"),
    [
        (
            -4,
            "a target below zero: the divisor of 't' is -4; correct it, or declare it above=0",
        ),
        (0, "division by zero: the divisor of 't' is 0"),
    ],
)
def test_a_target_that_is_not_above_zero_is_a_fault(form: Form, target: int, message: str) -> None:
    """Such a target is named with its unit and criterion, exact and compiled alike."""
    rubric, sheets = open_to_all(form), [Sheet("u0", {"a": -5, "t": target})]
    expected = f"$.sections[0].formula: unit 'u0', criterion '1': {message}"

    assert expected == refused(lambda: score(rubric, sheets))
    assert expected == refused(lambda: tally(rubric, sheets))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("form", ALONE)
def test_columns_have_no_number_then(engine: str, form: Form) -> None:
    """In a frame the unit has no points, and the others have theirs."""
    ready = columnar(open_to_all(form), layout=WHOLE)
    scores = score(open_to_all(form), [Sheet("u2", {"a": 2, "t": 4})])
    found = read(ready.score(frame(engine, a=[-3, -3, 2], t=[-4, 0, 4])))
    below = found["u2"].get("below_1") or 1

    assert [None, None] == [found[unit]["points_1"] for unit in ("u0", "u1")]
    assert ["points_1: no number"] * 2 == [found[unit]["fault"] for unit in ("u0", "u1")]
    assert scores["u2"].points == Fraction(found["u2"]["points_1"], below)


def test_a_target_declared_above_zero_costs_nothing() -> None:
    """Where the measure is above zero nothing is asked of it."""
    rubric = one(Proportional("a", "t"), Measure("a", "A"), Measure("t", "T", above=0))

    assert 10 == tally(rubric, [Sheet("u", {"a": 5, "t": 4})])["u"].points


def test_bounds_know_that_targets_are_above_zero() -> None:
    """A share of a target is never one of a target below zero, unless there is no other."""
    share = Quotient("a", "t", of_target=True)

    def spans(low: int, high: int) -> Interval:
        domains: dict[tuple[str | None, str], Interval] = {
            (None, "a"): Interval(1, 2),
            (None, "t"): Interval(low, high),
        }
        return bounds(share, Scope({}, domains=domains))

    assert Interval("0.25", None) == spans(-4, 4)
    assert Interval(-2, "-0.25") == spans(-4, -1)


def test_shares_are_written_as_such() -> None:
    """A quotient by a target has a function of its own in the notation."""
    share = Quotient("a", "t", of_target=True)

    assert "share(a, t)" == text(share)
    assert share == parse("share(a, t)")
