# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from attrs import evolve

from thidua.formula import (
    All,
    Any,
    Band,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    ItemFold,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    Points,
    Predicate,
    Product,
    Quotient,
    Relation,
    Reported,
    Rounded,
    Scope,
    Sum,
    bounds,
)
from thidua.formula.scope import Cell
from thidua.quantity import EVERYTHING, Interval, Number, Rounding, State, hull

PENDING = State.NOT_DUE
SURE, NEVER = Compare("a", ">", 0), Compare("a", "<", 0)
OPEN = Compare("p", ">", 3)
DOMAINS: dict[tuple[str | None, str], Interval] = {
    (None, "p"): Interval(2, 5),
    (None, "n"): Interval(-2, 3),
    (None, "up"): Interval(1, None),
    (None, "q"): Interval(0, 1),
    (None, "gone"): Interval(0, 9),
}
UNIT = Scope(
    {
        "a": Fraction(6),
        "zero": Fraction(0),
        "p": PENDING,
        "n": State.MISSING,
        "up": PENDING,
        "any": PENDING,
        "c": "tốt",
        "off": State.EXEMPT,
        "level": PENDING,
    },
    domains=DOMAINS,
    spans={"I": Interval(3, 8)}.__getitem__,
)
TABLE = [Band(10, at_least=5), Band(6, at_least=3, below=5), Band(1, below=3)]


def between(low: Number | None, high: Number | None) -> Interval:
    """Return an interval, under a shorter name for tables."""
    return Interval(low, high)


def only(value: Number) -> Interval:
    """Return the interval of one number."""
    return Interval(value, value)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Reported("a"), only(6)),
        (Reported("p"), between(2, 5)),
        (Reported("gone"), between(0, 9)),
        (Reported("any"), EVERYTHING),
        (Reported("unheard_of"), EVERYTHING),
        (Constant("0.5"), only("0.5")),
        (Sum(["a", "p", -1]), between(7, 10)),
        (Sum(["p", "up"]), between(3, None)),
        (Sum([]), only(0)),
        (Product(["p", "n"]), between(-10, 15)),
        (Product(["p", -2]), between(-10, -4)),
        (Product([]), only(1)),
        (Quotient("p", 4), between("0.5", "1.25")),
        (Quotient("p", -4), between("-1.25", "-0.5")),
        (Quotient("a", "p"), between("1.2", 3)),
        (Quotient("a", "up"), between(0, 6)),
        (Quotient("a", "n"), EVERYTHING),
        (Quotient("a", "zero"), EVERYTHING),
        (Quotient("zero", "n"), only(0)),
        (Least(["p", 4, "up"]), between(1, 4)),
        (Least(["p"]), between(2, 5)),
        (Greatest(["p", 4, "n"]), between(4, 5)),
        (Greatest(["up", 3]), between(3, None)),
        (Rounded("p", Rounding(3)), between(3, 6)),
        (Rounded("up", Rounding(2, "down")), between(0, None)),
        (Rounded("any", Rounding(2)), EVERYTHING),
        (Choose(SURE, "p", "any"), between(2, 5)),
        (Choose(NEVER, "any", "p"), between(2, 5)),
        (Choose(OPEN, 10, "n"), between(-2, 10)),
        (Lookup("a", TABLE), only(10)),
        (Lookup("p", TABLE), between(1, 10)),
        (Lookup("up", TABLE), between(1, 10)),
        (Lookup(Least(["p", 4]), TABLE), between(1, 6)),
        (Lookup(Greatest(["p", 4]), TABLE), between(6, 10)),
        (Lookup(Greatest(["up", "5.01"]), TABLE), only(10)),
        # the open end of a band counts as touched
        (Lookup(Greatest(["up", 5]), TABLE), between(6, 10)),
        (Lookup("any", TABLE), between(1, 10)),
        # a value in no band is a fault; until it is known, any band's points will do
        (Lookup("a", [Band(2, below=6), Band(3, above=6)]), between(2, 3)),
        (Lookup("p", [Band(2, below=1), Band(3, above=6)]), between(2, 3)),
        (Points("I"), between(3, 8)),
    ],
)
def test_every_expression(expression: Expression, expected: Interval) -> None:
    """Each node gives the interval of what it may become."""

    assert expected == bounds(expression, UNIT)


def test_points_nobody_told_of() -> None:
    """Of points that the scope does not know, nothing is known."""

    assert EVERYTHING == bounds(Points("I"), Scope({}))


BOTH = between(0, 1)


def answer(predicate: Predicate, scope: Scope = UNIT) -> Interval:
    """Return 1 for certainly, 0 for certainly not, and both for open."""
    return bounds(Choose(predicate, 1, 0), scope)


@pytest.mark.parametrize(
    ("left", "relation", "right", "expected"),
    [
        # apart: 1 and 2..5
        (1, "<", "p", only(1)),
        (1, "<=", "p", only(1)),
        (1, "==", "p", only(0)),
        (1, "!=", "p", only(1)),
        (1, ">=", "p", only(0)),
        (1, ">", "p", only(0)),
        # apart the other way: 2..5 and 1
        ("p", "<", 1, only(0)),
        ("p", "<=", 1, only(0)),
        ("p", "==", 1, only(0)),
        ("p", "!=", 1, only(1)),
        ("p", ">=", 1, only(1)),
        ("p", ">", 1, only(1)),
        # touching from below: 2 and 2..5
        (2, "<", "p", BOTH),
        (2, "<=", "p", only(1)),
        (2, "==", "p", BOTH),
        (2, "!=", "p", BOTH),
        (2, ">=", "p", BOTH),
        (2, ">", "p", only(0)),
        # touching from above: 5 and 2..5
        (5, "<", "p", only(0)),
        (5, "<=", "p", BOTH),
        (5, "==", "p", BOTH),
        (5, "!=", "p", BOTH),
        (5, ">=", "p", only(1)),
        (5, ">", "p", BOTH),
        # overlapping: -2..3 and 2..5
        ("n", "<", "p", BOTH),
        ("n", "<=", "p", BOTH),
        ("n", "==", "p", BOTH),
        ("n", "!=", "p", BOTH),
        ("n", ">=", "p", BOTH),
        ("n", ">", "p", BOTH),
        # without a bound: 1.. and 0
        ("up", ">", 0, only(1)),
        ("up", "<=", 0, only(0)),
        ("up", ">", 1, BOTH),
        ("up", ">=", 1, only(1)),
        ("any", "<", 0, BOTH),
        ("any", "==", 0, BOTH),
        # known
        ("a", "<", 6, only(0)),
        ("a", "<=", 6, only(1)),
        ("a", "==", 6, only(1)),
        ("a", "!=", 6, only(0)),
        ("a", ">=", 6, only(1)),
        ("a", ">", 6, only(0)),
    ],
)
def test_relations(left: Number, relation: str, right: Number, expected: Interval) -> None:
    """A comparison is open only while both answers are possible."""

    assert expected == answer(Compare(left, relation, right))


def test_no_relation_is_forgotten() -> None:
    """The table above asks every relation."""

    assert {"<", "<=", "==", "!=", ">=", ">"} == set(Relation)


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [
        (LevelIs("c", "tốt"), only(1)),
        (LevelIs("c", "khá"), only(0)),
        (LevelIs("level", "tốt"), BOTH),
        (LevelIs("unheard_of", "tốt"), BOTH),
        (EntryIs("off", "exempt"), only(1)),
        (EntryIs("off", "missing"), only(0)),
        (EntryIs("a", "exempt"), only(0)),
        (EntryIs("n", "missing"), BOTH),
        (EntryIs("n", "exempt"), only(0)),
        (EntryIs("unheard_of", "exempt"), BOTH),
        (All([SURE, SURE]), only(1)),
        (All([SURE, NEVER]), only(0)),
        (All([OPEN, NEVER]), only(0)),
        (All([OPEN, SURE]), BOTH),
        (All([]), only(1)),
        (Any([NEVER, NEVER]), only(0)),
        (Any([NEVER, SURE]), only(1)),
        (Any([OPEN, SURE]), only(1)),
        (Any([OPEN, NEVER]), BOTH),
        (Any([]), only(0)),
        (Not(SURE), only(0)),
        (Not(NEVER), only(1)),
        (Not(OPEN), BOTH),
    ],
)
def test_every_predicate(predicate: Predicate, expected: Interval) -> None:
    """A condition is open only while both answers are possible."""

    assert expected == answer(predicate)


# --- items -------------------------------------------------------------------

ITEM_DOMAINS = {("ds", "x"): Interval(1, 4), (None, "rate"): Interval(10, 20)}


def listed(*values: int | State, **unit: Cell) -> Scope:
    """Return a unit with one item for each value of ``x``."""
    rows = [{"x": v if isinstance(v, State) else Fraction(v)} for v in values]
    return Scope(unit, {"ds": rows}, domains=ITEM_DOMAINS)


@pytest.mark.parametrize(
    ("fold", "values", "expected"),
    [
        # all known: as the exact value
        (ItemFold.SUM, [1, 2, 4], only(7)),
        (ItemFold.MEDIAN, [1, 2, 4], only(2)),
        (ItemFold.TRIMMED_MEAN, [1, 2, 4], only(2)),
        (ItemFold.SUM, [], only(0)),
        (ItemFold.COUNT, [], only(0)),
        # one of three is pending, from 1 to 4
        (ItemFold.SUM, [2, PENDING, 3], between(6, 9)),
        (ItemFold.COUNT, [2, PENDING, 3], only(3)),
        (ItemFold.MEAN, [2, PENDING, 3], between(2, 3)),
        (ItemFold.LEAST, [2, PENDING, 3], between(1, 2)),
        (ItemFold.GREATEST, [2, PENDING, 3], between(3, 4)),
        (ItemFold.MEDIAN, [2, PENDING, 3], between(1, 4)),
        (ItemFold.TRIMMED_MEAN, [2, PENDING, 3], between(1, 4)),
        # a known item outside what the pending one may be
        (ItemFold.LEAST, [0, PENDING], only(0)),
        (ItemFold.GREATEST, [9, PENDING], only(9)),
        # too few items have no exact value, so nothing is known
        (ItemFold.MEAN, [], EVERYTHING),
        (ItemFold.LEAST, [], EVERYTHING),
        (ItemFold.GREATEST, [], EVERYTHING),
        (ItemFold.MEDIAN, [], EVERYTHING),
        (ItemFold.TRIMMED_MEAN, [], EVERYTHING),
        (ItemFold.TRIMMED_MEAN, [1, 3], between(1, 3)),
    ],
)
def test_folds_of_items(fold: ItemFold, values: list[int | State], expected: Interval) -> None:
    """A fold is as certain as its items."""

    assert expected == bounds(OverItems("ds", fold, "x"), listed(*values))


@pytest.mark.parametrize(
    ("fold", "values", "expected"),
    [
        # 3 counts, 1 does not, the pending one may
        (ItemFold.SUM, [3, 1, PENDING], between(3, 7)),
        (ItemFold.COUNT, [3, 1, PENDING], between(1, 2)),
        (ItemFold.MEAN, [3, 1, PENDING], between(1, 4)),
        (ItemFold.LEAST, [3, 1, PENDING], between(1, 3)),
        (ItemFold.GREATEST, [3, 1, PENDING], between(3, 4)),
        (ItemFold.MEDIAN, [3, 1, PENDING], between(1, 4)),
        # nobody counts for certain
        (ItemFold.SUM, [1, PENDING], between(0, 4)),
        (ItemFold.COUNT, [1, PENDING], between(0, 1)),
        (ItemFold.LEAST, [1, PENDING, PENDING], between(1, 4)),
        (ItemFold.GREATEST, [1, PENDING, PENDING], between(1, 4)),
        (ItemFold.MEAN, [1, PENDING], between(1, 4)),
        # nobody counts
        (ItemFold.SUM, [1, 2], only(0)),
        (ItemFold.GREATEST, [1, 2], EVERYTHING),
    ],
)
def test_items_that_may_count(
    fold: ItemFold, values: list[int | State], expected: Interval
) -> None:
    """An item whose filter is open may count or not, so a sum holds both."""
    expression = OverItems("ds", fold, "x", Compare("x", ">", 2))

    assert expected == bounds(expression, listed(*values))


def test_certain_values_of_items_that_may_count() -> None:
    """A value that is known is not yet the fold's while its item may not count."""
    expression = OverItems("ds", "sum", 5, Compare("x", ">", 2))

    assert between(5, 10) == bounds(expression, listed(3, PENDING))


def test_items_are_bounded_by_their_own_domain() -> None:
    """A pending entry of an item has the domain of the list, though the unit's code is the same."""
    scope = Scope(
        {"x": PENDING},
        {"ds": [{"x": PENDING}]},
        domains={("ds", "x"): Interval(1, 4), (None, "x"): Interval(7, 8)},
    )

    assert between(8, 12) == bounds(Sum([OverItems("ds", "sum", "x"), "x"]), scope)


def test_items_see_their_unit() -> None:
    """A pending entry of the unit widens every item alike."""
    expression = OverItems("ds", "sum", Product(["x", "rate"]))

    assert between(30, 60) == bounds(expression, listed(1, 2, rate=PENDING))
    assert only(15) == bounds(expression, listed(1, 2, rate=Fraction(5)))


@pytest.mark.parametrize(
    "scope",
    [Scope({}, {"ds": PENDING}, domains=ITEM_DOMAINS), Scope({}, domains=ITEM_DOMAINS)],
    ids=["late", "unheard of"],
)
@pytest.mark.parametrize(
    ("fold", "of", "expected"),
    [
        (ItemFold.SUM, Reported("x"), between(0, None)),
        (ItemFold.SUM, Product([-1, "x"]), between(None, 0)),
        (ItemFold.SUM, Sum(["x", -2]), EVERYTHING),
        (ItemFold.SUM, Constant(0), only(0)),
        (ItemFold.COUNT, Reported("x"), between(0, None)),
        (ItemFold.MEAN, Reported("x"), between(1, 4)),
        (ItemFold.LEAST, Reported("x"), between(1, 4)),
        (ItemFold.GREATEST, Reported("x"), between(1, 4)),
        (ItemFold.MEDIAN, Reported("x"), between(1, 4)),
        (ItemFold.TRIMMED_MEAN, Reported("x"), between(1, 4)),
    ],
)
def test_lists_of_which_nothing_is_known(
    scope: Scope, fold: ItemFold, of: Expression, expected: Interval
) -> None:
    """A list that is still to come may have any length, each item in its domain."""

    assert expected == bounds(OverItems("ds", fold, of), scope)


def test_unknown_lists_see_their_unit() -> None:
    """The items of a list to come read what the unit has, and its points."""
    scope = Scope(
        {"rate": Fraction(10), "x": Fraction(99)},
        {"ds": PENDING},
        domains=ITEM_DOMAINS,
        spans={"I": Interval(3, 8)}.__getitem__,
    )

    assert between(10, 40) == bounds(OverItems("ds", "mean", Product(["x", "rate"])), scope)
    assert between(4, 12) == bounds(OverItems("ds", "mean", Sum(["x", Points("I")])), scope)


def test_unknown_lists_wait_for_what_their_unit_waits_for() -> None:
    """What is pending for the unit is pending for the items of a list to come."""
    scope = Scope(
        {"y": State.EXEMPT},
        {"ds": State.EXEMPT},
        domains=ITEM_DOMAINS,
        pending=frozenset({State.EXEMPT}),
    )
    expression = OverItems("ds", "mean", Choose(EntryIs("y", "exempt"), 0, 1))

    assert between(0, 1) == bounds(expression, scope)


# --- peers -------------------------------------------------------------------


def cluster(*rows: Mapping[str, Cell], spans: Sequence[Interval] = ()) -> list[Scope]:
    """Return a scope for each row, all with each other for peers."""
    scopes: list[Scope] = []
    for number, row in enumerate(rows):
        own = dict(enumerate(spans)).get(number, EVERYTHING)
        scopes.append(
            Scope(
                row,
                unit=f"u{number}",
                peers=scopes,
                spans=lambda _, own=own: own,  # type: ignore[misc]
                domains={(None, "x"): Interval(1, 4), (None, "t"): Interval(0, 9)},
            )
        )
    return scopes


def xs(*values: int | State) -> list[Scope]:
    """Return a cluster of units that report ``x``, pending from 1 to 4."""
    return cluster(*({"x": v if isinstance(v, State) else Fraction(v)} for v in values))


@pytest.mark.parametrize(
    ("fold", "expected"),
    [
        (PeerFold.SUM, between(6, 9)),
        (PeerFold.COUNT, only(3)),
        (PeerFold.MEAN, between(2, 3)),
        (PeerFold.LEAST, between(1, 2)),
        (PeerFold.GREATEST, between(3, 4)),
    ],
)
def test_folds_of_peers(fold: PeerFold, expected: Interval) -> None:
    """A pending peer is in its domain, for everybody, itself included."""

    assert [expected] * 3 == [bounds(OverPeers(fold, "x"), one) for one in xs(2, PENDING, 3)]


def test_peers_of_peers_are_folded_once() -> None:
    """What many peers see of each other is found once; each for each would never end."""
    memory: dict[object, object] = {}
    scopes = xs(PENDING, *range(100))
    scopes[:] = [evolve(one, memory=memory) for one in scopes]
    mean = OverPeers("mean", OverPeers("mean", OverPeers("mean", OverPeers("sum", "x"))))
    rank = OverPeers("rank", OverPeers("rank", OverPeers("rank", OverPeers("rank", "x"))))

    assert [between(4951, 4954)] * 101 == [bounds(mean, one) for one in scopes]
    assert between(1, 101) == hull(bounds(rank, one) for one in scopes)


def test_a_rank_among_others() -> None:
    """A unit that does not count itself is ranked among those that do."""
    among = OverPeers("rank", "x", Compare("x", ">", 2))

    assert [between(2, 3), between(1, 2), only(1)] == [
        bounds(among, one) for one in xs(1, PENDING, 4)
    ]


def test_ends_that_would_be_too_long() -> None:
    """What is computed from a bound of very many digits may lack it, and is bounded elsewhere."""
    long, step = 9 * 10**3999, 7 * 10**3999
    scope = Scope({}, domains={(None, "x"): Interval(1, long)})

    assert between(1, None) == bounds(Product(["x", "x"]), scope)
    assert between(step, None) == bounds(Rounded("x", Rounding(step, "up")), scope)
    assert between(Fraction(1, long), long) == bounds(Quotient("x", "x"), scope)


def test_folds_of_known_peers() -> None:
    """Where every peer is known, so is every fold."""
    folds = [bounds(OverPeers(fold, "x"), xs(5, 2, 5)[1]) for fold in PeerFold]

    assert [only(12), only(3), only(4), only(2), only(5), only(3)] == folds


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([5, 0, PENDING], [(1, 1), (3, 3), (2, 2)]),
        ([2, PENDING], [(1, 2), (1, 2)]),
        ([4, PENDING], [(1, 1), (1, 2)]),
        ([1, PENDING], [(1, 2), (1, 1)]),
        ([PENDING, PENDING, 9], [(2, 3), (2, 3), (1, 1)]),
        ([2, 2, 2], [(1, 1), (1, 1), (1, 1)]),
    ],
)
def test_ranks(values: list[int | State], expected: list[tuple[int, int]]) -> None:
    """Whoever is certainly above counts, whoever may be above may count, equals never do."""
    ranks = [bounds(OverPeers("rank", "x"), one) for one in xs(*values)]

    assert [between(low, high) for low, high in expected] == ranks


def test_ranks_among_those_who_may_count() -> None:
    """A peer whose filter is open may stand above or not."""
    expression = OverPeers("rank", "x", Compare("t", ">", 3))
    scopes = cluster(
        {"x": Fraction(2), "t": Fraction(9)},
        {"x": Fraction(7), "t": PENDING},
        {"x": Fraction(8), "t": Fraction(4)},
        {"x": Fraction(9), "t": Fraction(3)},
    )

    assert between(2, 3) == bounds(expression, scopes[0])


@pytest.mark.parametrize(
    ("fold", "expected"),
    [
        (PeerFold.SUM, between(3, 7)),
        (PeerFold.COUNT, between(1, 2)),
        (PeerFold.MEAN, between(1, 4)),
        (PeerFold.LEAST, between(1, 3)),
        (PeerFold.GREATEST, between(3, 4)),
    ],
)
def test_peers_that_may_count(fold: PeerFold, expected: Interval) -> None:
    """A peer whose filter is open may count or not."""
    expression = OverPeers(fold, "x", Compare("x", ">", 2))

    assert expected == bounds(expression, xs(3, 1, PENDING)[0])


@pytest.mark.parametrize("state", ["not_applicable", "exempt", "not_assigned"])
def test_peers_without_a_value_are_left_out(state: str) -> None:
    """A unit that has no value, and never will, is no peer."""
    scopes = xs(2, State(state), PENDING)

    assert only(2) == bounds(OverPeers("count", "x"), scopes[0])
    assert between("1.5", 3) == bounds(OverPeers("mean", "x"), scopes[0])
    assert between(1, 2) == bounds(OverPeers("rank", "x"), scopes[0])


@pytest.mark.parametrize("fold", ["mean", "least", "greatest"])
def test_folds_of_no_peers(fold: str) -> None:
    """Where no unit counts there is no exact value, so nothing is known."""
    expression = OverPeers(fold, "x", Compare("x", ">", 9))

    assert EVERYTHING == bounds(expression, xs(1, 2)[0])


def test_states_that_peers_are_asked_about() -> None:
    """A unit known to be in the state counts; one whose value is to come does not."""
    count = OverPeers("count", 1, EntryIs("t", "not_assigned"))
    scopes = cluster({"t": State.NOT_ASSIGNED}, {"t": PENDING}, {"t": Fraction(1)})

    assert only(1) == bounds(count, scopes[1])


def test_points_of_peers() -> None:
    """Of a peer its own span counts."""
    scopes = cluster({}, {}, spans=[between(1, 2), between(4, 6)])

    assert between(4, 6) == bounds(OverPeers("greatest", Points("I")), scopes[0])
    assert [only(2), only(1)] == [bounds(OverPeers("rank", Points("I")), s) for s in scopes]


@pytest.mark.parametrize(
    ("fold", "expected"),
    [
        (PeerFold.SUM, between(0, None)),
        (PeerFold.COUNT, between(0, None)),
        (PeerFold.MEAN, between(1, 4)),
        (PeerFold.LEAST, between(1, 4)),
        (PeerFold.GREATEST, between(1, 4)),
        (PeerFold.RANK, between(1, None)),
    ],
)
def test_clusters_of_which_nothing_is_known(fold: PeerFold, expected: Interval) -> None:
    """Without peers the cluster may be any: of any size, each unit in the domains."""
    alone = Scope({"x": Fraction(2)}, domains={(None, "x"): Interval(1, 4)})

    assert expected == bounds(OverPeers(fold, "x"), alone)


def test_points_of_units_of_which_nothing_is_known() -> None:
    """The points of a unit do not bound those of peers nobody knows."""
    alone = Scope({}, spans={"I": Interval(3, 8)}.__getitem__)

    assert EVERYTHING == bounds(OverPeers("greatest", Points("I")), alone)
