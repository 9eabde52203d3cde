# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - one case a line
"""What is wrong with a name stands at the name."""

from __future__ import annotations

import pytest

from thidua.formula import (
    Calculation,
    Compare,
    EntryIs,
    Expression,
    Form,
    Gated,
    ItemTotal,
    Least,
    Leveled,
    LevelIs,
    OverItems,
    OverPeers,
    Points,
    Product,
    Proportional,
    Raters,
    Reported,
    ShareReached,
    Stepped,
    Sum,
    Total,
    YesNo,
)
from thidua.quantity import State
from thidua.rubric import Choice, Criterion, ItemList, Measure, Question, Rubric, check

UNKNOWN = "measure 'taget' is not declared; did you mean 'target'?"


def faults(form: Form) -> list[str]:
    """Return what is wrong with a form, each at its place in it."""
    rubric = Rubric(
        "r",
        "R",
        measures=[
            Measure("thu", "Thu"),
            Measure("target", "Chỉ tiêu", above=0),
            Question("dat", "Đạt"),
            Choice("muc", "Mức", ["tốt", "khá"]),
        ],
        items=[ItemList("viec", "Việc", [Measure("gio", "Giờ"), Choice("loai", "L", ["x", "y"])])],
        sections=[Criterion("1", "Một", maximum=10, formula=form)],
    )
    return [str(fault).removeprefix("$.sections[0].formula") for fault in check(rubric)]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Proportional("thu", to="taget"), [f".to: {UNKNOWN}"]),
        (Proportional("taget", to=Sum([1, "taget"])), [f".measure: {UNKNOWN}", f".to.terms[1]: {UNKNOWN}"]),
        (
            Total([YesNo("dat"), Gated(Compare("taget", ">", 1), Stepped("thu", "thu", side="over", step=1, each=1))]),
            [f".of[1].when.left: {UNKNOWN}"],
        ),
        (Calculation(Product([1, Least([2, "taget"])])), [f".points.factors[1].of[1]: {UNKNOWN}"]),
        (
            Calculation(OverItems("viec", "sum", Sum(["gio", "taget"]))),
            [f".points.of.terms[1]: {UNKNOWN}"],
        ),
        (
            Calculation(OverItems("viecs", "sum", "thu")),
            [".points.items: no list of items is called 'viecs'; did you mean 'viec'?"],
        ),
        (
            ItemTotal("viecs", YesNo("dat")),
            [".items: no list of items is called 'viecs'; did you mean 'viec'?"],
        ),
        (
            ItemTotal("viec", Proportional("gio", to="taget"), where=LevelIs("loai", "z")),
            [
                f".form.to: {UNKNOWN}",
                ".where.level: choice 'loai' has no level 'z'; known are 'x', 'y'",
            ],
        ),
        (
            ShareReached("viec", "gio", ">=", "taget"),
            [f".to: {UNKNOWN}"],
        ),
        (
            Raters("viec", "gio", by="loia", groups={"x": 1}),
            [".by: measure 'loia' is not declared; did you mean 'loai'?"],
        ),
        (
            Calculation(OverPeers("sum", "thu", EntryIs("taget", State.EXEMPT))),
            [f".points.where.code: {UNKNOWN}"],
        ),
        (
            Calculation(Sum([Points("2"), "thu"])),
            [".points.terms[0].code: no criterion has the code '2'; known are '1'"],
        ),
        (
            Leveled("muc", {"kém": 0, "tốt": 5, "khá": 3}),
            [".levels[0].name: choice 'muc' has no level 'kém'; known are 'khá', 'tốt'"],
        ),
    ],
)  # fmt: skip
def test_faults_stand_at_names(form: Form, expected: list[str]) -> None:
    """The place of a fault is the field that names what is not there, however deep."""

    assert expected == faults(form)


def test_a_node_used_many_times_is_looked_at_once() -> None:
    """Nodes that hold one node twice, over and over, have more paths than anybody can go."""
    node: Expression = Reported("taget")
    for _ in range(9):
        node = Sum([node, node])

    assert [f".points{'.terms[0]' * 9}: {UNKNOWN}"] == faults(Calculation(node))
