# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from thidua.errors import FormulaFault
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
    Undecided,
    Working,
    evaluate,
    prepare,
    reads,
    standing,
)
from thidua.formula.scope import Cell
from thidua.formula.working import fold_peers
from thidua.quantity import Rounding, State

A, B = Fraction(6), Fraction(4)
UNIT = Scope(
    {
        "a": A,
        "b": B,
        "zero": Fraction(0),
        "q": Fraction(1),
        "c": "tốt",
        "late": State.NOT_DUE,
        "gone": State.MISSING,
        "kad": State.NOT_APPLICABLE,
        "off": State.EXEMPT,
        "none": State.NOT_ASSIGNED,
    },
    points={"I": Fraction(7)}.__getitem__,
)
YES, NO = Compare("a", ">", "b"), Compare("a", "<", "b")
NEVER = Compare("late", ">", 0)
TABLE = [Band(10, at_least=5), Band("2.5", at_least=0, below=5)]


def whole(value: Fraction) -> int:
    """Return a whole number as an int, so that tables of them read well."""
    assert value.denominator == 1
    return value.numerator


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Reported("a"), "6"),
        (Constant("0.1"), "0.1"),
        (Sum(["a", "b", "-0.5"]), "9.5"),
        (Sum([]), "0"),
        (Product(["a", "b", "0.5"]), "12"),
        (Product([]), "1"),
        (Quotient("b", "a"), "2/3"),
        (Quotient("zero", "a"), "0"),
        (Least(["a", "b", 5]), "4"),
        (Least(["a"]), "6"),
        (Greatest(["a", "b", 5]), "6"),
        (Rounded(Quotient("b", "a"), Rounding("0.25")), "0.75"),
        (Rounded(Quotient("b", "a"), Rounding("0.25", "floor")), "0.5"),
        (Choose(YES, 1, 2), "1"),
        (Choose(NO, 1, 2), "2"),
        (Lookup("a", TABLE), "10"),
        (Lookup("b", TABLE), "2.5"),
        (Points("I"), "7"),
    ],
)
def test_every_expression(expression: Expression, expected: str) -> None:
    """Each node gives what its name says."""

    assert Fraction(expected) == evaluate(expression, UNIT).value


@pytest.mark.parametrize(
    ("relation", "less", "equal", "greater"),
    [
        (Relation.LESS, 1, 0, 0),
        (Relation.LESS_OR_EQUAL, 1, 1, 0),
        (Relation.EQUAL, 0, 1, 0),
        (Relation.NOT_EQUAL, 1, 0, 1),
        (Relation.GREATER_OR_EQUAL, 0, 1, 1),
        (Relation.GREATER, 0, 0, 1),
    ],
)
def test_relations(relation: Relation, less: int, equal: int, greater: int) -> None:
    """Each relation holds where it should: of 4 and 6, of 6 and 6, of 6 and 4."""

    assert [less, equal, greater] == [
        evaluate(Choose(Compare(left, relation, right), 1, 0), UNIT).value
        for left, right in (("b", "a"), ("a", "a"), ("a", "b"))
    ]


@pytest.mark.parametrize(
    ("predicate", "holds"),
    [
        (LevelIs("c", "tốt"), 1),
        (LevelIs("c", "khá"), 0),
        (EntryIs("late", State.NOT_DUE), 1),
        (EntryIs("late", State.MISSING), 0),
        (EntryIs("a", State.MISSING), 0),
        (EntryIs("c", State.MISSING), 0),
        (Not(YES), 0),
        (Not(NO), 1),
        (All([YES, YES]), 1),
        (All([YES, NO]), 0),
        (All([]), 1),
        (Any([NO, YES]), 1),
        (Any([NO, NO]), 0),
        (Any([]), 0),
    ],
)
def test_every_predicate(predicate: Predicate, holds: int) -> None:
    """Each condition holds where its name says."""

    assert holds == evaluate(Choose(predicate, 1, 0), UNIT).value


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Choose(YES, 1, "late"), 1),
        (Choose(NO, "late", 2), 2),
        (Choose(YES, 1, Quotient(1, "zero")), 1),
        (Choose(All([NO, NEVER]), 1, 2), 2),
        (Choose(Any([YES, NEVER]), 1, 2), 1),
        (Choose(EntryIs("kad", "not_applicable"), 5, "kad"), 5),
        (Choose(Not(EntryIs("zero", "exempt")), 5, "kad"), 5),
    ],
)
def test_only_what_is_needed_is_computed(expression: Expression, expected: int) -> None:
    """The branch not taken, and conditions after the one that decides, are not looked at."""

    assert expected == evaluate(expression, UNIT).value


@pytest.mark.parametrize(
    "expression",
    [
        Choose(All([NEVER, NO]), 1, 2),
        Choose(Any([NEVER, YES]), 1, 2),
        Choose(All([YES, NEVER]), 1, 2),
        Choose(Any([NO, NEVER]), 1, 2),
        Choose(LevelIs("gone", "tốt"), 1, 2),
        Reported("late"),
        Sum(["a", "gone"]),
    ],
)
def test_what_is_needed_and_still_to_come_is_undecided(expression: Expression) -> None:
    """An entry that is pending and needed leaves the whole undecided."""
    with pytest.raises(Undecided, match=r"late|gone"):
        evaluate(expression, UNIT)


@pytest.mark.parametrize(
    ("expression", "code", "message"),
    [
        (Quotient("a", "zero"), "divisor-zero", "division by zero: the divisor of 'zero' is 0"),
        (
            Quotient("a", Sum(["b", Product([-1, "b"]), "zero"])),
            "divisor-zero",
            "division by zero: the divisor of 'b', 'zero' is 0",
        ),
        (Quotient("a", 0), "divisor-zero", "division by zero: the divisor is 0"),
        (Quotient("late", "zero"), "divisor-zero", "division by zero: the divisor of 'zero' is 0"),
        (Reported("kad"), "no-value", "'kad' holds no value: not_applicable"),
        (Reported("off"), "no-value", "'off' holds no value: exempt"),
        (Choose(LevelIs("none", "tốt"), 1, 0), "no-value", "'none' holds no value: not_assigned"),
        (
            Reported("c"),
            "not-a-number",
            "'c' holds a level, 'tốt', where a number is read; use LevelIs or Leveled",
        ),
        (
            Lookup("a", [Band(1, at_most=6), Band("2.5", at_least=6)]),
            "band-overlap",
            "6 is in 2 bands, of 1 and 2.5 points; say which side of the bound is closed",
        ),
        (
            Lookup("a", [Band(1, below=6), Band(2, above="6.5"), Band(0, above=9)]),
            "band-gap",
            "6 is in no band: the bands end at 6 and begin again at 6.5; close the table there",
        ),
        (
            Lookup("a", [Band(1, below=3), Band(1, at_least=3, at_most="5.5")]),
            "band-gap",
            "6 is in no band: the bands end at 5.5; close the table there",
        ),
        (
            Lookup("a", [Band(1, above=6), Band(2, at_least=9)]),
            "band-gap",
            "6 is in no band: the bands begin at 6; close the table there",
        ),
        (
            OverItems("ds", "mean"),
            "nothing-to-fold",
            "the mean of 0 items of 'ds' is not defined; say what counts then, with Choose",
        ),
    ],
)
def test_what_has_no_answer_is_refused(expression: Expression, code: str, message: str) -> None:
    """A formula without an answer says what is wrong, with the values, and guesses nothing."""
    scope = Scope(UNIT.entries, {"ds": ()})
    with pytest.raises(FormulaFault) as refusal:
        evaluate(expression, scope)

    assert (code, f"$: {message}") == (refusal.value.code, str(refusal.value))


def test_points_of_other_parts_have_to_be_known() -> None:
    """A scope that was told of no other criteria knows no points."""
    with pytest.raises(FormulaFault) as refusal:
        evaluate(Points("II.3"), Scope({}))

    assert "$: the points of 'II.3' are not known here" == str(refusal.value)


def test_pending_states_are_those_of_the_scope() -> None:
    """Which states are pending is for the scope to say."""
    entries: dict[str, Cell] = {"x": State.EXEMPT, "y": State.MISSING}
    scope = Scope(entries, pending=frozenset({State.EXEMPT}))

    with pytest.raises(Undecided):
        evaluate(Reported("x"), scope)
    with pytest.raises(FormulaFault):
        evaluate(Reported("y"), scope)


def test_workings_tell_how() -> None:
    """A working holds the parts that were computed: of a choice, the condition and its branch."""
    expression = Choose(
        All([YES, NO, YES]), 1, Rounded(Quotient(Sum(["a", "b"]), 4), Rounding(1, "down"))
    )
    a, b = Working("a", A), Working("b", B)
    asked = Working(
        "all",
        Fraction(0),
        (Working(">", Fraction(1), (a, b)), Working("<", Fraction(0), (a, b))),
    )
    total = Working("sum", Fraction(10), (a, b))
    quotient = Working("quotient", Fraction(5, 2), (total, Working("constant", Fraction(4))))
    taken = Working("rounded", Fraction(2), (quotient,))

    assert Working("choose", Fraction(2), (asked, taken)) == evaluate(expression, UNIT)


@pytest.mark.parametrize(
    ("expression", "what"),
    [
        (Product(["a"]), "product"),
        (Least(["a"]), "least"),
        (Greatest(["a"]), "greatest"),
        (Lookup("a", TABLE), "lookup"),
    ],
)
def test_workings_name_the_node(expression: Expression, what: str) -> None:
    """A working is called by the kind of its node and holds what was read."""
    working = evaluate(expression, UNIT)

    assert (what, (Working("a", A),)) == (working.what, working.parts)


def test_workings_of_conditions() -> None:
    """A condition is 1 or 0 in a working; what was asked stands inside."""
    predicate = Any([LevelIs("c", "khá"), Not(EntryIs("a", "missing"))])
    asked = evaluate(Choose(predicate, Points("I"), 0), UNIT).parts
    zero, one = Fraction(0), Fraction(1)
    negated = Working("not", one, (Working("entry_is", zero),))

    assert (
        Working("any", one, (Working("level_is", zero), negated)),
        Working("I", Fraction(7)),
    ) == asked


def test_a_formula_is_made_ready_once() -> None:
    """What is prepared computes any unit."""
    half = prepare(Quotient("x", 2))

    assert [1, 2] == [half(Scope({"x": Fraction(x)})).value for x in (2, 4)]


# --- items -------------------------------------------------------------------


def with_items(*values: int, **unit: Fraction) -> Scope:
    """Return a unit with one item for each value of ``x``."""
    return Scope(unit, {"ds": [{"x": Fraction(value)} for value in values]})


@pytest.mark.parametrize(
    ("fold", "values", "expected"),
    [
        (ItemFold.SUM, [], "0"),
        (ItemFold.SUM, [5, -1, 3], "7"),
        (ItemFold.COUNT, [], "0"),
        (ItemFold.COUNT, [5, -1, 3], "3"),
        (ItemFold.MEAN, [5, 0, 3], "8/3"),
        (ItemFold.LEAST, [5, -1, 3], "-1"),
        (ItemFold.GREATEST, [3, 5, -1], "5"),
        (ItemFold.MEDIAN, [9], "9"),
        (ItemFold.MEDIAN, [9, 2], "5.5"),
        (ItemFold.MEDIAN, [9, 1, 2], "2"),
        (ItemFold.MEDIAN, [9, 1, 2, 5], "3.5"),
        (ItemFold.TRIMMED_MEAN, [9, 1, 4], "4"),
        (ItemFold.TRIMMED_MEAN, [9, 1, 4, 5], "4.5"),
        (ItemFold.TRIMMED_MEAN, [9, 9, 1, 1, 2], "4"),
    ],
)
def test_folds_of_items(fold: ItemFold, values: list[int], expected: str) -> None:
    """Items are folded as named; a trimmed mean leaves out one least and one greatest."""

    assert Fraction(expected) == evaluate(OverItems("ds", fold, "x"), with_items(*values)).value


@pytest.mark.parametrize(
    ("fold", "values"),
    [
        (ItemFold.MEAN, []),
        (ItemFold.LEAST, []),
        (ItemFold.GREATEST, []),
        (ItemFold.MEDIAN, []),
        (ItemFold.TRIMMED_MEAN, []),
        (ItemFold.TRIMMED_MEAN, [1]),
        (ItemFold.TRIMMED_MEAN, [1, 2]),
    ],
)
def test_folds_of_too_few_items(fold: ItemFold, values: list[int]) -> None:
    """Where too few items are left to fold, there is no answer."""
    with pytest.raises(FormulaFault) as refusal:
        evaluate(OverItems("ds", fold, "x"), with_items(*values))
    message = (
        f"$: the {fold.value} of {len(values)} items of 'ds' is not defined; "
        "say what counts then, with Choose"
    )

    assert message == str(refusal.value)


def test_items_are_filtered() -> None:
    """Only items that pass the filter count, and only their values are computed."""
    enough = Compare("x", ">=", 2)
    scope = with_items(1, 0, 2, 4)

    assert 2 == evaluate(OverItems("ds", "count", where=enough), scope).value
    assert 3 == evaluate(OverItems("ds", "mean", "x", enough), scope).value
    assert (
        Fraction(3, 4)
        == evaluate(OverItems("ds", "sum", Quotient(1, "x"), Compare("x", ">", 1)), scope).value
    )


def test_items_see_their_unit() -> None:
    """An item's formula reads its own measures and those of its unit; the unit's stay its own."""
    scope = with_items(1, 2, rate=Fraction(10))
    expression = Sum([OverItems("ds", "sum", Product(["x", "rate"])), "rate"])

    assert 40 == evaluate(expression, scope).value


def test_an_item_counts_one() -> None:
    """Without a value of its own, an item counts 1."""

    assert 3 == evaluate(OverItems("ds", "sum"), with_items(7, 8, 9)).value


def test_the_working_of_items_holds_those_that_count() -> None:
    """The parts of a fold are the items that passed, in their order."""
    working = evaluate(OverItems("ds", "sum", "x", Compare("x", "!=", 2)), with_items(3, 2, 1))
    parts = (Working("x", Fraction(3)), Working("x", Fraction(1)))

    assert Working("over_items", Fraction(4), parts) == working


def test_a_list_that_is_still_to_come() -> None:
    """A list that is not there leaves its fold undecided; so does an item's entry."""
    late = Scope({}, {"ds": State.MISSING})
    partial = Scope({}, {"ds": [{"x": Fraction(1)}, {"x": State.NOT_DUE}]})

    for scope in (late, partial):
        with pytest.raises(Undecided):
            evaluate(OverItems("ds", "sum", "x"), scope)


def test_items_in_items() -> None:
    """A fold inside a fold goes through its list for each item of the other."""
    scope = Scope(
        {},
        {
            "ds": [{"x": Fraction(2)}, {"x": Fraction(3)}],
            "trong": [{"y": Fraction(5)}, {"y": Fraction(7)}],
        },
    )
    inner = OverItems("trong", "sum", Product(["x", "y"]))

    assert 60 == evaluate(OverItems("ds", "sum", inner), scope).value


# --- peers -------------------------------------------------------------------


def cluster(*rows: Mapping[str, Cell], points: Sequence[int] = ()) -> list[Scope]:
    """Return a scope for each row, all with each other for peers."""
    scopes: list[Scope] = []
    memory: dict[object, object] = {}
    for number, row in enumerate(rows):
        own = dict(enumerate(points)).get(number, 0)
        scopes.append(
            Scope(
                row,
                unit=f"u{number}",
                title=f"Unit {number}" if number else "",
                peers=scopes,
                points=lambda _, own=own: Fraction(own),  # type: ignore[misc]
                memory=memory,
            )
        )
    return scopes


def of_all(expression: Expression, scopes: Sequence[Scope]) -> list[int]:
    """Return the value for every unit."""
    return [whole(evaluate(expression, scope).value) for scope in scopes]


def xs(*values: int | State) -> list[Scope]:
    """Return a cluster of units that report ``x``."""
    return cluster(*({"x": v if isinstance(v, State) else Fraction(v)} for v in values))


@pytest.mark.parametrize(
    ("fold", "expected"),
    [
        (PeerFold.SUM, [20, 20, 20, 20, 20]),
        (PeerFold.COUNT, [5, 5, 5, 5, 5]),
        (PeerFold.MEAN, [4, 4, 4, 4, 4]),
        (PeerFold.LEAST, [1, 1, 1, 1, 1]),
        (PeerFold.GREATEST, [7, 7, 7, 7, 7]),
        (PeerFold.RANK, [3, 1, 5, 1, 4]),
    ],
)
def test_folds_of_peers(fold: PeerFold, expected: list[int]) -> None:
    """All units of the cluster are folded, itself included; equal values share a rank."""

    assert expected == of_all(OverPeers(fold, "x"), xs(3, 7, 1, 7, 2))


@pytest.mark.parametrize(
    ("fold", "expected"),
    [
        (PeerFold.SUM, [5, 5, 5]),
        (PeerFold.COUNT, [2, 2, 2]),
        (PeerFold.LEAST, [2, 2, 2]),
        (PeerFold.GREATEST, [3, 3, 3]),
        (PeerFold.RANK, [1, 1, 2]),
    ],
)
def test_peers_are_filtered(fold: PeerFold, expected: list[int]) -> None:
    """Only units that pass the filter are peers; a rank is among them, whoever asks."""
    below = OverPeers(fold, "x", Compare("x", "<", 5))

    assert expected == of_all(below, xs(7, 3, 2))


@pytest.mark.parametrize("state", ["not_applicable", "exempt", "not_assigned"])
def test_peers_without_a_value_are_left_out(state: str) -> None:
    """A unit that has no value, and never will, is no peer."""
    scopes = xs(4, State(state), 2)

    assert [3, 3, 3] == of_all(OverPeers("mean", "x"), scopes)
    assert [2, 2, 2] == of_all(OverPeers("count", 1, Compare("x", ">", 0)), scopes)
    assert 1 == evaluate(OverPeers("rank", "x"), scopes[0]).value
    assert 2 == evaluate(OverPeers("rank", "x"), scopes[2]).value


def test_states_asked_about_leave_no_peer_out() -> None:
    """A fold that asks about a state itself counts the units in it."""
    without = OverPeers("count", 1, EntryIs("x", "not_assigned"))
    zero = OverPeers("mean", Choose(EntryIs("x", "not_assigned"), 0, "x"))
    scopes = xs(4, State.NOT_ASSIGNED, 2)

    assert [1, 1, 1] == of_all(without, scopes)
    assert [2, 2, 2] == of_all(zero, scopes)


@pytest.mark.parametrize("state", [State.MISSING, State.NOT_DUE])
@pytest.mark.parametrize("fold", PeerFold)
def test_a_pending_peer_leaves_all_undecided(fold: PeerFold, state: State) -> None:
    """While a value of a peer is to come, nobody's comparison is decided; the peer is named."""
    for scope in xs(4, state, 2):
        with pytest.raises(Undecided, match="u1"):
            evaluate(OverPeers(fold, "x"), scope)


def test_a_final_state_counts_before_a_pending_one() -> None:
    """A peer that will never have a value is left out, whatever else it waits for."""
    scopes = cluster(
        {"x": Fraction(4), "y": Fraction(2)}, {"x": State.MISSING, "y": State.NOT_ASSIGNED}
    )

    assert [2, 2] == of_all(OverPeers("sum", Quotient("x", "y")), scopes)


@pytest.mark.parametrize("fold", ["mean", "least", "greatest"])
def test_folds_of_no_peers(fold: str) -> None:
    """Where no unit counts, a mean, least or greatest has no answer."""
    with pytest.raises(FormulaFault) as refusal:
        evaluate(OverPeers(fold, "x", Compare("x", ">", 9)), xs(1, 2)[0])
    message = (
        f"$: no unit of the cluster counts for the {fold} over peers; "
        "say what counts then, with Choose"
    )

    assert message == str(refusal.value)


@pytest.mark.parametrize(("fold", "expected"), [("sum", 0), ("count", 0), ("rank", 1)])
def test_sums_counts_and_ranks_of_no_peers(fold: str, expected: int) -> None:
    """No units sum to 0 and count 0; a unit without peers above it is first."""

    assert expected == evaluate(OverPeers(fold, "x", Compare("x", ">", 9)), xs(1, 2)[0]).value


def test_the_working_of_peers_names_the_leaders() -> None:
    """A least or greatest names all units that attain it, by title or code; others name nobody."""
    scopes = xs(7, 1, 7)
    seven = Fraction(7)
    leaders = (Working("u0", seven), Working("Unit 2", seven))
    last = (Working("Unit 1", Fraction(1)),)

    assert Working("over_peers", seven, leaders) == evaluate(OverPeers("greatest", "x"), scopes[1])
    assert Working("over_peers", Fraction(1), last) == evaluate(OverPeers("least", "x"), scopes[1])
    assert Working("over_peers", Fraction(15)) == evaluate(OverPeers("sum", "x"), scopes[1])
    assert Working("over_peers", Fraction(5)) == evaluate(OverPeers("mean", "x"), scopes[1])


def test_the_working_of_a_rank_is_the_unit_itself() -> None:
    """The part of a rank is the value that was ranked."""
    working = evaluate(OverPeers("rank", "x"), xs(7, 1)[1])

    assert Working("over_peers", Fraction(2), (Working("x", Fraction(1)),)) == working


def test_a_fold_of_a_list_of_workings() -> None:
    """A rank among given peers starts from their number."""
    peers = [Working("a", Fraction(1)), Working("b", Fraction(2))]

    assert 2 == fold_peers(OverPeers("rank", "x"), peers).value


def test_peers_are_computed_once_for_a_cluster() -> None:
    """What is the same for all units is remembered in the memory the cluster shares."""
    scopes = xs(1, 2, 3)
    node = OverPeers("sum", "x")
    evaluate(node, scopes[0])

    assert [node] == list(scopes[2].memory)
    assert 6 == evaluate(node, scopes[2]).value


def test_peers_with_items_and_points() -> None:
    """Of a peer its own lists and its own points are read."""
    scopes = cluster({}, {}, points=[5, 8])

    assert [8, 8] == of_all(OverPeers("greatest", Points("I")), scopes)
    assert [2, 1] == of_all(OverPeers("rank", Points("I")), scopes)


# --- standing ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "state"),
    [
        (Constant(1), None),
        (Sum(["a", "b"]), None),
        (Sum(["a", "late"]), State.NOT_DUE),
        (Sum(["late", "gone"]), State.MISSING),
        (Sum(["late", "gone", "off"]), State.EXEMPT),
        (Sum(["off", "kad", "gone"]), State.NOT_APPLICABLE),
        (Sum(["none", "off", "kad"]), State.NOT_ASSIGNED),
        (Choose(YES, "a", "kad"), State.NOT_APPLICABLE),
        (Choose(LevelIs("off", "x"), 1, 0), State.EXEMPT),
        (Choose(EntryIs("kad", "not_applicable"), 0, "kad"), None),
        (Choose(EntryIs("kad", "exempt"), 0, "kad"), State.NOT_APPLICABLE),
        (Choose(EntryIs("kad", "not_applicable"), "off", "kad"), State.EXEMPT),
        (OverPeers("sum", "kad"), None),
        (OverPeers("rank", "kad"), State.NOT_APPLICABLE),
    ],
)
def test_standing(expression: Expression, state: State | None) -> None:
    """Of all that is read the gravest state counts, but not one the formula asks about."""

    assert state == standing(UNIT, reads(expression))


@pytest.mark.parametrize(
    ("items", "unit", "expression", "state"),
    [
        ([], {}, OverItems("ds", "sum", "x"), None),
        ([{"x": A}], {}, OverItems("ds", "sum", "x"), None),
        ([{"x": A}, {"x": State.EXEMPT}], {}, OverItems("ds", "sum", "x"), State.EXEMPT),
        ([{"x": State.EXEMPT}], {}, OverItems("ds", "count"), None),
        (
            [{"x": State.EXEMPT}],
            {},
            OverItems("ds", "sum", Choose(EntryIs("x", "exempt"), 0, "x")),
            None,
        ),
        ([{"x": A}], {"u": State.MISSING}, OverItems("ds", "sum", "u"), State.MISSING),
        ([], {"u": State.MISSING}, OverItems("ds", "sum", "u"), State.MISSING),
        (State.NOT_DUE, {}, OverItems("ds", "sum", "x"), State.NOT_DUE),
        (State.NOT_DUE, {"u": State.EXEMPT}, OverItems("ds", "sum", "u"), State.EXEMPT),
    ],
)
def test_standing_of_lists(
    items: Sequence[Mapping[str, Cell]] | State,
    unit: Mapping[str, Cell],
    expression: Expression,
    state: State | None,
) -> None:
    """A list that is not there counts as an entry does, and so do the entries of its items."""

    assert state == standing(Scope(unit, {"ds": items}), reads(expression))


def test_final_before_pending_by_the_scope() -> None:
    """A state the scope calls pending yields to one it calls final, were it the graver."""
    entries: dict[str, Cell] = {"x": State.NOT_ASSIGNED, "y": State.NOT_DUE}
    scope = Scope(entries, pending=frozenset({State.NOT_ASSIGNED}))

    assert State.NOT_DUE is standing(scope, reads(Sum(["x", "y"])))
