# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import get_args

import pytest

from thidua.formula import (
    MAXIMUM_DEPTH,
    All,
    Any,
    Band,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    Points,
    Predicate,
    Product,
    Quotient,
    Reads,
    Reported,
    Rounded,
    Sum,
    children,
    is_too_deep,
    reads,
)
from thidua.formula.walk import Node
from thidua.quantity import Rounding, State

A, B, C = Reported("a"), Reported("b"), Reported("c")
IS, LEVEL = EntryIs("a", "exempt"), LevelIs("c", "tốt")
CHILDREN: list[tuple[Node, tuple[Node, ...]]] = [
    (A, ()),
    (Constant(1), ()),
    (Points("I"), ()),
    (LEVEL, ()),
    (IS, ()),
    (Sum([A, B, C]), (A, B, C)),
    (Product([B, A]), (B, A)),
    (Quotient(A, B), (A, B)),
    (Least([C, A]), (C, A)),
    (Greatest([C, B]), (C, B)),
    (Rounded(A, Rounding(1)), (A,)),
    (Lookup(B, [Band(1)]), (B,)),
    (Not(IS), (IS,)),
    (Choose(IS, A, B), (IS, A, B)),
    (OverItems("ds", "sum", A), (A,)),
    (OverItems("ds", "sum", A, IS), (IS, A)),
    (OverPeers("sum", A), (A,)),
    (OverPeers("sum", A, LEVEL), (LEVEL, A)),
    (Compare(A, "<", B), (A, B)),
    (All([IS, LEVEL]), (IS, LEVEL)),
    (Any([LEVEL, IS]), (LEVEL, IS)),
]


@pytest.mark.parametrize(
    ("node", "inside"),
    [pytest.param(*pair, id=f"{i}-{pair[0].kind}") for i, pair in enumerate(CHILDREN)],
)
def test_children_of_every_node(node: Node, inside: tuple[Node, ...]) -> None:
    """The children of a node are the nodes in its fields; a filter is asked before a value."""

    assert inside == children(node)


def test_no_node_is_forgotten() -> None:
    """The table above has a row for every node of the kernel."""

    assert {*get_args(Expression), *get_args(Predicate)} == {type(node) for node, _ in CHILDREN}


def nested(depth: int) -> Expression:
    """Return a formula of *depth* nodes, each in the one before."""
    node: Expression = A
    for _ in range(depth - 1):
        node = Sum([node])
    return node


@pytest.mark.parametrize(
    ("depth", "limit", "too_deep"),
    [
        (1, 1, False),
        (2, 1, True),
        (3, 3, False),
        (4, 3, True),
        (MAXIMUM_DEPTH, MAXIMUM_DEPTH, False),
        (MAXIMUM_DEPTH + 1, MAXIMUM_DEPTH, True),
        (100_000, MAXIMUM_DEPTH, True),
    ],
)
def test_depth(depth: int, limit: int, too_deep: bool) -> None:  # noqa: FBT001 - expected
    """A formula is too deep from one node more than the limit, and is never walked further."""

    assert too_deep == is_too_deep(nested(depth), limit)


def test_the_deepest_branch_counts() -> None:
    """One deep branch among shallow ones makes a formula deep."""

    assert is_too_deep(Sum([A, nested(3), B]), 3)
    assert not is_too_deep(Sum([A, nested(3), B]), 4)


def what(  # noqa: PLR0913 - the fields of Reads
    *,
    measures: set[tuple[str | None, str]] | None = None,
    numbers: set[tuple[str | None, str]] | None = None,
    asked: set[tuple[str | None, str, State]] | None = None,
    levels: set[tuple[str | None, str, str]] | None = None,
    lists: set[str] | None = None,
    points: set[str] | None = None,
    nested: set[str] | None = None,
    peers: tuple[OverPeers, ...] = (),
) -> Reads:
    """Return what is read; measures are the numbers unless they are said."""
    return Reads(
        frozenset(measures or numbers or set()),
        frozenset(numbers or set()),
        frozenset(asked or set()),
        frozenset(levels or set()),
        frozenset(lists or set()),
        frozenset(points or set()),
        frozenset(nested or set()),
        peers,
    )


RANK = OverPeers("rank", A, Compare(B, ">", 0))
MEAN = OverPeers("mean", Quotient(A, B), IS)
NESTED = OverPeers("sum", RANK)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        pytest.param(Constant(1), what(), id="constant"),
        pytest.param(Sum([A, B, A]), what(numbers={(None, "a"), (None, "b")}), id="numbers"),
        pytest.param(Points("II.3"), what(points={"II.3"}), id="points"),
        pytest.param(
            Choose(IS, 0, A),
            what(numbers={(None, "a")}, asked={(None, "a", State.EXEMPT)}),
            id="a state and the number itself",
        ),
        pytest.param(
            Choose(EntryIs("b", "missing"), 0, A),
            what(
                measures={(None, "a"), (None, "b")},
                numbers={(None, "a")},
                asked={(None, "b", State.MISSING)},
            ),
            id="a state of another measure",
        ),
        pytest.param(
            Choose(LEVEL, 1, 0),
            what(measures={(None, "c")}, levels={(None, "c", "tốt")}),
            id="a level",
        ),
        pytest.param(
            OverItems("ds", "sum", Product([A, Points("I")]), All([IS, LEVEL])),
            what(
                measures={("ds", "a"), ("ds", "c")},
                numbers={("ds", "a")},
                asked={("ds", "a", State.EXEMPT)},
                levels={("ds", "c", "tốt")},
                lists={"ds"},
                points={"I"},
            ),
            id="items",
        ),
        pytest.param(
            OverItems("ds", "sum", OverItems("trong", "sum", A)),
            what(numbers={("trong", "a")}, lists={"ds", "trong"}, nested={"trong"}),
            id="items in items",
        ),
        pytest.param(MEAN, what(peers=(MEAN,)), id="peers"),
        pytest.param(
            RANK,
            what(numbers={(None, "a")}, peers=(RANK,)),
            id="a rank reads the value of the unit itself",
        ),
        pytest.param(NESTED, what(peers=(NESTED,)), id="peers in peers"),
        pytest.param(
            OverItems("ds", "sum", RANK),
            what(numbers={("ds", "a")}, lists={"ds"}, peers=(RANK,)),
            id="a rank in items",
        ),
    ],
)
def test_what_is_read(node: Node, expected: Reads) -> None:
    """Everything a formula looks at is collected, with the list in which it is read."""

    assert expected == reads(node)


def test_several_nodes_are_read_together() -> None:
    """What several nodes read is put together."""

    assert what(numbers={(None, "a"), (None, "b")}, points={"I"}) == reads(A, Sum([B, Points("I")]))
    assert what() == reads()
