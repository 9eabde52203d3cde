# SPDX-License-Identifier: MIT
"""What the forms that count, compare and compose mean, a second time in plain fractions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from thidua.formula import (
    BasePoints,
    ByCount,
    ByKind,
    ByRange,
    CapAcross,
    CapTogether,
    Case,
    Checklist,
    DirectEntry,
    EqualSplit,
    Factor,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Piece,
    Prize,
    PrizeTable,
    RankPoints,
    Raters,
    Relation,
    RelativeToPeers,
    Scaled,
    Scope,
    ShareReached,
    Threshold,
    Total,
    WeightedMean,
    WeightedSum,
    Wording,
    evaluate,
    lower,
    say,
    tell,
)
from thidua.formula.exact import RELATIONS
from thidua.formula.kernel import Compare
from thidua.formula.scope import Cell
from thidua.quantity import State
from thidua.strategies import numbers

MAXIMA = numbers(low=0, high=60)
NUMBERS = st.integers(-5, 12).map(Fraction) | numbers(low=-50, high=50)
COUNTS = st.integers(-1, 8).map(Fraction) | numbers(low=-2, high=9)
WEIGHTS = numbers(low=Fraction(1, 4), high=5)
LIMITS = st.none() | NUMBERS
SEVERAL = st.lists(NUMBERS, min_size=1, max_size=5)


def points(
    form: Form,
    maximum: Fraction,
    lists: dict[str, list[dict[str, Cell]]] | None = None,
    /,
    **row: Cell,
) -> Fraction:
    """Return the points of a unit; that they can be said and told is tried by the way."""
    working = evaluate(lower(form, maximum), Scope(row, lists or {}))
    for wording in (Wording("vi"), Wording("en")):
        assert say(form, maximum, wording)
        assert tell(form, working, wording)
    return working.value


def in_cluster(form: Form, maximum: Fraction, results: Sequence[Fraction]) -> list[Fraction]:
    """Return the points of units with one result each."""
    scopes: list[Scope] = []
    for place, result in enumerate(results):
        scopes.append(Scope({"x": result}, unit=str(place), peers=scopes, memory={}))
    workings = [evaluate(lower(form, maximum), scope) for scope in scopes]
    assert all(tell(form, working, Wording("vi")) for working in workings)
    return [working.value for working in workings]


def entry(code: str) -> Form:
    """Return a form that gives what is reported."""
    return DirectEntry(code)


def within(value: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    """Hold *value* between limits that may be absent; the floor wins."""
    value = value if high is None else min(value, high)
    return value if low is None else max(value, low)


@given(SEVERAL, st.lists(st.booleans(), min_size=5, max_size=5), MAXIMA)
def test_checklist(ticks: list[Fraction], done: list[bool], maximum: Fraction) -> None:
    """The points of what was done."""
    form = Checklist({f"q{i}": one for i, one in enumerate(ticks)})
    expected = sum((one for one, yes in zip(ticks, done, strict=False) if yes), Fraction(0))

    assert expected == points(form, maximum, **{f"q{i}": Fraction(y) for i, y in enumerate(done)})


@given(st.sampled_from(Relation), NUMBERS, NUMBERS, st.none() | NUMBERS, NUMBERS)
def test_threshold(
    relation: Relation, x: Fraction, t: Fraction, yes: Fraction | None, no: Fraction
) -> None:
    """One number or another, as a comparison holds."""
    maximum = Fraction(10)
    met = maximum if yes is None else yes
    form = Threshold("x", relation, "t", yes=yes, no=no)

    assert (met if RELATIONS[relation](x, t) else no) == points(form, maximum, x=x, t=t)


@given(SEVERAL, NUMBERS, COUNTS, MAXIMA)
def test_by_count(table: list[Fraction], further: Fraction, n: Fraction, maximum: Fraction) -> None:
    """The first row that the count does not exceed, and more, or less, beyond the last."""
    rows = [one for i, one in enumerate(table) if n <= i]
    expected = rows[0] if rows else table[-1] + further * (n - len(table) + 1)

    assert expected == points(ByCount("n", table, further=further), maximum, n=n)


LEVELS = st.sampled_from(["a", "b", "c"])


@given(
    st.lists(st.tuples(NUMBERS, LEVELS), min_size=1, max_size=3),
    st.lists(LEVELS, max_size=4),
    st.booleans(),
    NUMBERS,
    LIMITS,
)
def test_prize_table(
    table: list[tuple[Fraction, str]],
    won: list[str],
    only_highest: bool,  # noqa: FBT001 - drawn
    without: Fraction,
    at_most: Fraction | None,
) -> None:
    """The best of what was won, or all of it, each by the first row it fits."""
    prizes = [Prize(one, {"r": level}) for one, level in table]
    form = PrizeTable("p", prizes, only_highest=only_highest, without=without, at_most=at_most)
    worth = [next((one for one, level in table if level == rank), Fraction(0)) for rank in won]
    best = max(worth, default=without) if only_highest else sum(worth, Fraction(0))
    expected = within(best if won else without, None, at_most)

    assert expected == points(form, Fraction(10), {"p": [{"r": rank} for rank in won]})


@given(
    st.lists(st.tuples(NUMBERS, WEIGHTS, st.booleans()), min_size=1, max_size=4), NUMBERS, MAXIMA
)
def test_weighted_mean(
    factors: list[tuple[Fraction, Fraction, bool]], scale: Fraction, maximum: Fraction
) -> None:
    """The weighted mean of what applies, times the scale."""
    form = WeightedMean(
        [Factor(f"x{i}", weight) for i, (_, weight, _) in enumerate(factors)], scale=scale
    )
    there = [(value, weight) for i, (value, weight, out) in enumerate(factors) if not (out and i)]
    row: dict[str, Cell] = {
        f"x{i}": State.NOT_APPLICABLE if out and i else value
        for i, (value, _, out) in enumerate(factors)
    }
    mean = sum(value * weight for value, weight in there) / sum(weight for _, weight in there)

    assert scale * mean == points(form, maximum, **row)


@given(
    st.lists(NUMBERS, min_size=3, max_size=5),
    st.lists(NUMBERS, min_size=3, max_size=5),
    WEIGHTS,
    st.booleans(),
)
def test_raters(
    council: list[Fraction],
    peers: list[Fraction],
    weight: Fraction,
    trimmed: bool,  # noqa: FBT001 - drawn
) -> None:
    """The weighted mean of the means of groups, without the ends if that is asked."""
    form = Raters("p", "d", by="g", groups={"a": weight, "b": 1}, trimmed=trimmed)
    rows: list[dict[str, Cell]] = [
        {"d": one, "g": group} for group, given_ in (("a", council), ("b", peers)) for one in given_
    ]

    def mean(ratings: list[Fraction]) -> Fraction:
        counted = sorted(ratings)[1:-1] if trimmed else ratings
        return sum(counted, Fraction(0)) / len(counted)

    expected = (weight * mean(council) + mean(peers)) / (weight + 1)

    assert expected == points(form, Fraction(10), {"p": rows})
    assert mean(council) == points(
        evolve(form, by=None, groups=()), Fraction(10), {"p": rows[: len(council)]}
    )


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=4), LIMITS, MAXIMA)
def test_share_reached(
    pairs: list[tuple[Fraction, Fraction]], each: Fraction | None, maximum: Fraction
) -> None:
    """Points for each that is reached, or the maximum by their share."""
    form = ShareReached("p", "x", ">=", "t", each=each)
    reached = sum(x >= t for x, t in pairs)
    expected = maximum * reached / len(pairs) if each is None else each * reached

    assert expected == points(form, maximum, {"p": [{"x": x, "t": t} for x, t in pairs]})


@given(
    SEVERAL,
    st.sampled_from(["greatest", "least", "mean"]),
    st.booleans(),
    st.booleans(),
    MAXIMA,
)
def test_relative_to_peers(
    results: list[Fraction],
    to: str,
    lower_is_better: bool,  # noqa: FBT001 - drawn
    capped: bool,  # noqa: FBT001 - drawn
    maximum: Fraction,
) -> None:
    """A share of the best or of the mean, or the other way round."""
    form = RelativeToPeers("x", to, lower_is_better=lower_is_better, capped=capped)
    cluster = {
        "greatest": max(results),
        "least": min(results),
        "mean": sum(results, Fraction(0)) / len(results),
    }[to]

    def expected(x: Fraction) -> Fraction:
        over, under = (cluster, x) if lower_is_better else (x, cluster)
        if under <= 0:
            return maximum if lower_is_better else Fraction(0)
        return within(maximum * over / under, None, maximum if capped else None)

    assert [expected(x) for x in results] == in_cluster(form, maximum, results)


@given(SEVERAL, SEVERAL, NUMBERS, st.booleans())
def test_rank_points(
    results: list[Fraction],
    table: list[Fraction],
    beyond: Fraction,
    lower_is_better: bool,  # noqa: FBT001 - drawn
) -> None:
    """The points of one more than the number of those who are better."""
    form = RankPoints("x", table, beyond=beyond, lower_is_better=lower_is_better)
    better = [sum(y < x if lower_is_better else y > x for y in results) for x in results]
    expected = [table[one] if one < len(table) else beyond for one in better]

    assert expected == in_cluster(form, Fraction(10), results)


@given(WEIGHTS, LIMITS, MAXIMA)
def test_equal_split(among: Fraction, shared: Fraction | None, maximum: Fraction) -> None:
    """What is shared over how many share it."""
    expected = (maximum if shared is None else shared) / among

    assert expected == points(EqualSplit("n", points=shared), maximum, n=among)


@given(SEVERAL, st.integers(0, 4), LIMITS, LIMITS)
def test_forms_of_forms(
    values: list[Fraction], pick: int, low: Fraction | None, high: Fraction | None
) -> None:
    """The one of the kind, of the range, the highest, and the sum."""
    pick %= len(values)
    row: dict[str, Cell] = {f"x{i}": value for i, value in enumerate(values)}
    forms = [entry(code) for code in row]
    last = len(values) - 1
    kinds = ByKind("k", [Case(f"l{i}", form) for i, form in enumerate(forms)])
    pieces = [
        Piece(form, at_least=i or None, below=None if i == last else i + 1)
        for i, form in enumerate(forms)
    ]

    assert values[pick] == points(kinds, Fraction(10), k=f"l{pick}", **row)
    assert values[pick] == points(ByRange("n", pieces), Fraction(10), n=Fraction(pick), **row)
    assert max(values) == points(Highest(forms), Fraction(10), **row)
    assert within(sum(values, Fraction(0)), low, high) == points(
        Total(forms, at_least=low, at_most=high), Fraction(10), **row
    )


@given(NUMBERS, NUMBERS, NUMBERS, st.booleans())
def test_form_of_a_form(x: Fraction, y: Fraction, most: Fraction, holds: bool) -> None:  # noqa: FBT001 - drawn
    """Behind a condition, times a coefficient, under what is left of a cap."""
    gated = Gated(Compare("q", "==", 1), entry("x"), otherwise=y)

    assert (x if holds else y) == points(gated, Fraction(10), q=Fraction(holds), x=x)
    assert x * y == points(Scaled("y", entry("x")), Fraction(10), x=x, y=y)
    assert min(x, max(most - y, Fraction(0))) == points(
        CapAcross(entry("x"), most, "y"), Fraction(10), x=x, y=y
    )


@given(st.lists(NUMBERS, max_size=5), LIMITS, LIMITS)
def test_item_total(values: list[Fraction], low: Fraction | None, high: Fraction | None) -> None:
    """The sum over the items that count, between limits."""
    form = ItemTotal("p", entry("x"), where=Compare("x", ">", 1), at_least=low, at_most=high)
    expected = within(sum((x for x in values if x > 1), Fraction(0)), low, high)

    assert expected == points(form, Fraction(10), {"p": [{"x": x} for x in values]})


@given(LIMITS, MAXIMA)
def test_base_points(given_: Fraction | None, maximum: Fraction) -> None:
    """What is given, or the maximum, whatever was reported."""

    assert (maximum if given_ is None else given_) == points(BasePoints(given_), maximum)


@given(NUMBERS, NUMBERS, st.booleans())
def test_direct_entry_or_the_stage_before(x: Fraction, y: Fraction, judged: bool) -> None:  # noqa: FBT001 - drawn
    """The points entered, or those of the stage before where none were."""
    form = DirectEntry("x", otherwise="y")
    row: dict[str, Cell] = {"x": x if judged else State.NOT_APPLICABLE, "y": y}

    assert (x if judged else y) == points(form, Fraction(10), **row)


@given(st.lists(st.tuples(NUMBERS, WEIGHTS), min_size=1, max_size=4), MAXIMA)
def test_weighted_sum(factors: list[tuple[Fraction, Fraction]], maximum: Fraction) -> None:
    """Each number times its weight, added."""
    form = WeightedSum([Factor(f"x{i}", weight) for i, (_, weight) in enumerate(factors)])
    row: dict[str, Cell] = {f"x{i}": value for i, (value, _) in enumerate(factors)}

    assert sum(x * weight for x, weight in factors) == points(form, maximum, **row)


@given(SEVERAL, NUMBERS)
def test_cap_together(values: list[Fraction], most: Fraction) -> None:
    """As much as the points of the criteria are together above the cap, and never less than 0."""
    form = CapTogether([f"II.{i}" for i, _ in enumerate(values)], most)
    known = {f"II.{i}": value for i, value in enumerate(values)}
    scope = Scope({}, points=known.__getitem__)
    working = evaluate(lower(form, Fraction(0)), scope)

    assert max(sum(values, Fraction(0)) - most, Fraction(0)) == working.value
    for wording in (Wording("vi"), Wording("en")):
        assert say(form, Fraction(0), wording)
        assert tell(form, working, wording)
