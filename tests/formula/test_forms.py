# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from thidua.errors import RubricFault
from thidua.formula import (
    MAXIMUM_DEPTH,
    AroundTarget,
    Band,
    Banded,
    Calculation,
    Constant,
    DirectEntry,
    Event,
    Expression,
    LeaderBy,
    Level,
    Leveled,
    PerEvent,
    Proportional,
    Quotient,
    Reported,
    Side,
    Stepped,
    Sum,
    YesNo,
)
from thidua.quantity import Number


def nested(depth: int) -> Expression:
    """Return an expression of *depth* nodes, each in the one before."""
    expression: Expression = Reported("x")
    for _ in range(depth - 1):
        expression = Sum([expression])
    return expression


TABLE = [Band(1, at_least=0), Band(0, below=0)]
DEEP = [
    pytest.param(lambda of: Proportional(of, to="t"), "measure", id="proportional"),
    pytest.param(lambda of: Proportional("x", to=of), "to", id="proportional to"),
    pytest.param(lambda of: Stepped(of, "t", side="over", step=1, each=1), "measure", id="stepped"),
    pytest.param(lambda of: Stepped("x", of, side="over", step=1, each=1), "to", id="stepped to"),
    pytest.param(lambda of: Banded(of, TABLE), "measure", id="banded"),
    pytest.param(lambda of: Banded("x", TABLE, to=of), "to", id="banded to"),
    pytest.param(lambda of: Event(of, 1), "count", id="event"),
    pytest.param(lambda of: PerEvent.of(of, 1), "count", id="per event"),
    pytest.param(Calculation, "points", id="calculation"),
]


@pytest.mark.parametrize(("make", "name"), DEEP)
def test_expressions_nest_only_so_deep(make: Callable[[Expression], object], name: str) -> None:
    """An expression of 64 nodes is taken by every form, one more is refused by its field."""
    make(nested(MAXIMUM_DEPTH))
    with pytest.raises(RubricFault) as refusal:
        make(nested(MAXIMUM_DEPTH + 1))
    message = f"$.{name}: a formula nested more than 64 deep; split it with Points"

    assert ("too-deep", message) == (refusal.value.code, str(refusal.value))


SHARE = 'write 80 % as "0.8"'


@pytest.mark.parametrize(
    ("make", "code", "message"),
    [
        (
            lambda: Proportional("x", to="t", zero_below=80),
            "not-a-share",
            f"$.zero_below: zero_below is a share from 0 to 1, '80'; {SHARE}",
        ),
        (
            lambda: Proportional("x", to="t", zero_below="-0.1"),
            "not-a-share",
            f"$.zero_below: zero_below is a share from 0 to 1, '-0.1'; {SHARE}",
        ),
        (
            lambda: AroundTarget("x", "t", "1.01"),
            "not-a-share",
            f"$.at_target: at_target is a share from 0 to 1, '1.01'; {SHARE}",
        ),
        (
            lambda: Stepped("x", "t", side="over", step=0, each=1),
            "not-positive",
            "$.step: step is above zero, '0'",
        ),
        (
            lambda: Stepped("x", "t", side="short", step="-0.05", each=1),
            "not-positive",
            "$.step: step is above zero, '-0.05'",
        ),
        (lambda: Leveled("c", []), "empty", "$.levels: no levels to choose from"),
        (lambda: Leveled("c", dict[str, Number]()), "empty", "$.levels: no levels to choose from"),
        (lambda: PerEvent([]), "empty", "$.events: events are some, none given"),
        (lambda: Banded("x", []), "empty", "$: a table without bands"),
        (
            lambda: DirectEntry("số điểm"),
            "code",
            "$: not a code of a measure, 'số điểm'; use letters without accents, digits and '_'",
        ),
        (
            lambda: DirectEntry("x", most=3, unlimited=True),
            "limits",
            (
                "$.unlimited: points entered without limits have least or most; "
                "bound the measure instead"
            ),
        ),
        (
            lambda: DirectEntry("x", least=1, unlimited=True),
            "limits",
            (
                "$.unlimited: points entered without limits have least or most; "
                "bound the measure instead"
            ),
        ),
    ],
    ids=range(12),
)
def test_forms_that_make_no_sense(make: Callable[[], object], code: str, message: str) -> None:
    """Shares beyond the whole, steps of nothing, and empty lists are refused when written."""
    with pytest.raises(RubricFault) as refusal:
        make()

    assert (code, message) == (refusal.value.code, str(refusal.value))


@pytest.mark.parametrize("share", ["0", "0.5", "1"])
def test_shares_reach_from_nothing_to_the_whole(share: str) -> None:
    """Nothing and the whole are shares too."""

    assert Fraction(share) == Proportional("x", to="t", zero_below=share).zero_below
    assert Fraction(share) == AroundTarget("x", "t", share).at_target


def test_forms_take_codes_numbers_and_texts() -> None:
    """Codes and numbers stand for expressions, names for words of a list."""

    assert Proportional(Reported("x"), to=Constant(98)) == Proportional("x", to="98")
    assert Banded(Reported("x"), tuple(TABLE), to=Reported("t")) == Banded("x", TABLE, to="t")
    assert Banded("x", TABLE).to is None
    assert Side.SHORT is Stepped("x", "t", side="short", step=1, each=1).side
    assert LeaderBy.ACTUAL is AroundTarget("x", "t", leader="actual").leader
    assert Calculation(Reported("x")) == Calculation("x")


def test_levels_may_be_a_mapping() -> None:
    """Levels may be given as a mapping of names to points, in its order."""
    levels: dict[str, Number] = {"tốt": "1.5", "kém": -1}

    assert Leveled("c", [Level("tốt", "1.5"), Level("kém", -1)]) == Leveled("c", levels)


def test_one_kind_of_event() -> None:
    """The form for one kind of event is the form for several with one."""
    several = PerEvent([Event("x", -2)], at_least=0, start=5)

    assert several == PerEvent.of("x", -2, at_least=0, start=5)


def test_what_is_not_said_of_forms() -> None:
    """What a form leaves unsaid has the value its documentation says."""
    yes_no, stepped = YesNo("q"), Stepped("x", "t", side="over", step=1, each=1)
    around, proportional = AroundTarget("x", "t"), Proportional("x", to="t")

    assert [None, 0] == [yes_no.yes, yes_no.no]
    assert (True, False, None) == (stepped.relative, stepped.started, stepped.start)
    assert (None, None) == (stepped.at_least, stepped.at_most)
    assert (Fraction(1, 2), LeaderBy.RATIO, True) == (
        around.at_target,
        around.leader,
        around.second_group,
    )
    assert (None, True) == (proportional.zero_below, proportional.capped)
    assert Calculation(Quotient("x", 2)).wording == ""
