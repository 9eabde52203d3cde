# SPDX-License-Identifier: MIT
"""What each form means, said a second time in plain fractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua.formula import (
    AroundTarget,
    Banded,
    Calculation,
    DirectEntry,
    Event,
    Form,
    LeaderBy,
    Leveled,
    PerEvent,
    Proportional,
    Scope,
    Side,
    Stepped,
    YesNo,
    evaluate,
    lower,
)
from thidua.formula.scope import Cell
from thidua.quantity import State
from thidua.rubric import Choice, Indicator, Measure, Question
from thidua.strategies import forms, numbers

INDICATORS: tuple[Indicator, ...] = (
    Measure("x", "X", places=1),
    Measure("y", "Y", places=1, above=0),
    Question("q", "Q"),
    Choice("c", "C", ("a", "b", "c")),
)
RESULTS = numbers(low=-200, high=200) | st.integers(-20, 40).map(Fraction)
TARGETS = st.integers(1, 40).map(Fraction) | numbers(low=Fraction(1, 4), high=200)
MAXIMA = numbers(low=0, high=60)


def points_of(form: Form, maximum: Fraction, entries: Mapping[str, Cell]) -> Fraction:
    """Return the points a form gives through the kernel."""
    return evaluate(lower(form, maximum), Scope(entries)).value


def within(value: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    """Hold *value* between limits that may be absent."""
    value = value if high is None else min(value, high)
    return value if low is None else max(value, low)


def or_else(value: Fraction | None, otherwise: Fraction | int) -> Fraction:
    """Return *value*, or what stands for it where it is absent."""
    return Fraction(otherwise) if value is None else value


def plain_forms(kind: type[Form]) -> st.SearchStrategy[Form]:
    """Draw forms of one kind."""
    return forms(indicators=INDICATORS, items=(), criteria=(), peers=False, kinds=[kind])


@given(plain_forms(DirectEntry), MAXIMA, RESULTS)
def test_direct_entry(form: DirectEntry, maximum: Fraction, x: Fraction) -> None:
    """A direct entry gives what is entered."""

    assert x == points_of(form, maximum, {form.measure: x})


@given(plain_forms(YesNo), MAXIMA, st.booleans())
def test_yes_no(form: YesNo, maximum: Fraction, answer: bool) -> None:  # noqa: FBT001 - drawn
    """A yes gives its points or the maximum, a no its own."""
    expected = or_else(form.yes, maximum) if answer else form.no

    assert expected == points_of(form, maximum, {"q": Fraction(answer)})


@given(plain_forms(Leveled), MAXIMA, st.sampled_from(["a", "b", "c"]))
def test_leveled(form: Leveled, maximum: Fraction, chosen: str) -> None:
    """A level gives its points."""
    expected = {level.name: level.points for level in form.levels}[chosen]

    assert expected == points_of(form, maximum, {"c": chosen})


@given(plain_forms(Proportional), MAXIMA, RESULTS, TARGETS)
def test_proportional(form: Proportional, maximum: Fraction, x: Fraction, y: Fraction) -> None:
    """The maximum times the share of the target reached, up to it, nothing under a share."""
    form = evolve(form, measure="x", to="y")
    share = x / y
    expected = maximum * share
    if form.capped:
        expected = min(expected, maximum)
    if form.zero_below is not None and share < form.zero_below:
        expected = Fraction(0)

    assert expected == points_of(form, maximum, {"x": x, "y": y})


@given(plain_forms(Stepped), MAXIMA, RESULTS, TARGETS)
def test_stepped(form: Stepped, maximum: Fraction, x: Fraction, y: Fraction) -> None:
    """Points for each step over or short of the target, from a start, between limits."""
    form = evolve(form, measure="x", to="y")
    distance = x - y if form.side is Side.OVER else y - x
    step = form.step * y if form.relative else form.step
    steps = max(0, (ceil if form.started else floor)(distance / step))
    costs = form.each < 0
    expected = within(
        or_else(form.start, maximum if costs else 0) + form.each * steps,
        Fraction(0) if costs and form.at_least is None else form.at_least,
        or_else(form.at_most, maximum),
    )

    assert expected == points_of(form, maximum, {"x": x, "y": y})


@given(plain_forms(Banded), MAXIMA, RESULTS, TARGETS)
def test_banded(form: Banded, maximum: Fraction, x: Fraction, y: Fraction) -> None:
    """The points of the only band that holds the result, or its percentage of the target."""
    form = evolve(form, measure="x", to=None if form.to is None else "y")
    rate = x if form.to is None else 100 * x / y
    (expected,) = [
        band.points
        for band in form.bands
        if not (band.at_least is not None and rate < band.at_least)
        and not (band.above is not None and rate <= band.above)
        and not (band.at_most is not None and rate > band.at_most)
        and not (band.below is not None and rate >= band.below)
    ]

    assert expected == points_of(form, maximum, {"x": x, "y": y})


@given(plain_forms(PerEvent), MAXIMA, st.lists(RESULTS, min_size=3, max_size=3), TARGETS)
def test_per_event(
    form: PerEvent, maximum: Fraction, counts: list[Fraction], per: Fraction
) -> None:
    """A start, less what costs, plus what gives, each limited, limited again."""
    events = [evolve(event, count=f"x{i}") for i, event in enumerate(form.events)]
    form = evolve(form, events=events, per=None if form.per is None else "n")
    off = more = Fraction(0)
    for event, x in zip(events, counts, strict=False):
        change = event.each * x
        if event.each < 0:
            off -= change if event.limit is None else max(change, -event.limit)
        else:
            more += change if event.limit is None else min(change, event.limit)
    off = within(off, None, form.deductions_limit)
    more = within(more, None, form.bonuses_limit)
    more = more if off == 0 or not form.bonus_if_clean else Fraction(0)
    change = (more - off) / (1 if form.per is None else per)
    costs = any(event.each < 0 for event in events)
    start = or_else(form.start, maximum if costs else 0)
    expected = within(start + change, form.at_least, form.at_most)
    entries = {f"x{i}": x for i, x in enumerate(counts)}

    assert expected == points_of(form, maximum, {**entries, "n": per})


@given(plain_forms(Calculation), MAXIMA)
def test_calculation(form: Calculation, maximum: Fraction) -> None:
    """A calculation is its expression, whatever the maximum."""

    assert form.points == lower(form, maximum)


# --- around a target ---------------------------------------------------------


def around_target(
    form: AroundTarget,
    maximum: Fraction,
    own: int,
    units: Sequence[tuple[Fraction, Fraction | None]],
) -> Fraction:
    """Return the points of the unit *own* among *units*, each with a result and a target."""
    result, target = units[own]
    if target is None:
        best = max(x for x, y in units if y is None)
        return maximum * result / best if best > 0 else Fraction(0)
    part = maximum * form.at_target
    if result <= target:
        return part * result / target
    first_group = [(x, y) for x, y in units if y is not None]
    match form.leader:
        case LeaderBy.RATIO:
            excess = result / target - 1
            leaders = max(x / y for x, y in first_group) - 1
        case LeaderBy.EXCESS:
            excess = result - target
            leaders = max(x - y for x, y in first_group)
        case LeaderBy.ACTUAL:
            excess = result - target
            leaders = max(x for x, _ in first_group) - target
    return part + (maximum - part) * excess / leaders


UNITS = st.lists(
    st.tuples(
        numbers(low=0, high=60) | st.integers(-5, 30).map(Fraction),
        st.none() | st.integers(1, 30).map(Fraction),
    ),
    min_size=1,
    max_size=5,
)


def scopes(units: Sequence[tuple[Fraction, Fraction | None]]) -> list[Scope]:
    """Return a cluster as formulas see it."""
    cluster: list[Scope] = []
    for number, (x, y) in enumerate(units):
        entries: dict[str, Cell] = {"x": x, "y": State.NOT_ASSIGNED if y is None else y}
        cluster.append(Scope(entries, unit=f"u{number}", peers=cluster))
    return cluster


AROUND_TARGET = st.builds(
    AroundTarget,
    st.just("x"),
    st.just("y"),
    numbers(low=0, high=1),
    leader=st.sampled_from(LeaderBy),
)


@given(AROUND_TARGET, MAXIMA, UNITS)
def test_around_target(
    form: AroundTarget, maximum: Fraction, units: list[tuple[Fraction, Fraction | None]]
) -> None:
    """Part of the maximum at the target, the rest by comparison with who leads."""
    expected = [around_target(form, maximum, own, units) for own in range(len(units))]
    expression = lower(form, maximum)

    assert expected == [evaluate(expression, scope).value for scope in scopes(units)]


@given(AROUND_TARGET, MAXIMA, UNITS)
def test_around_target_without_a_second_group(
    form: AroundTarget, maximum: Fraction, units: list[tuple[Fraction, Fraction | None]]
) -> None:
    """Without a second group, units without a target are left out of the comparison."""
    expression = lower(evolve(form, second_group=False), maximum)
    for own, scope in enumerate(scopes(units)):
        if units[own][1] is not None:
            expected = around_target(form, maximum, own, units)

            assert expected == evaluate(expression, scope).value


@given(AROUND_TARGET, MAXIMA, UNITS)
def test_all_leaders_have_the_maximum(
    form: AroundTarget, maximum: Fraction, units: list[tuple[Fraction, Fraction | None]]
) -> None:
    """Where somebody exceeds the target, whoever leads has the maximum, and nobody more."""
    expression = lower(evolve(form, leader=LeaderBy.RATIO), maximum)
    ratios = [None if y is None else x / y for x, y in units]
    best = max((ratio for ratio in ratios if ratio is not None), default=Fraction(0))
    points = [evaluate(expression, scope).value for scope in scopes(units)]

    assert all(one <= maximum for one in points)
    if best > 1:
        assert {maximum} == {
            one for one, ratio in zip(points, ratios, strict=True) if ratio == best
        }


# --- rising measures ---------------------------------------------------------

RISING: st.SearchStrategy[Form] = st.one_of(
    plain_forms(DirectEntry),
    plain_forms(Proportional),
    plain_forms(Stepped),
    plain_forms(Banded),
    plain_forms(PerEvent),
    plain_forms(YesNo),
)


def direction(form: Form) -> int:
    """Return 1 where more of the result gives no less, -1 where it gives no more, else 0."""
    match form:
        case DirectEntry() | Proportional():
            return 1
        case YesNo(_, yes, no):
            return 0 if yes is None else (yes > no) - (yes < no)
        case Stepped(side=Side.OVER, each=each):
            return (each > 0) - (each < 0)
        case Stepped(each=each):
            return (each < 0) - (each > 0)
        case Banded(_, bands):
            points = [band.points for band in sorted(bands, key=lambda one: or_else(one.low, -999))]
            return (points == sorted(points)) - (points == sorted(points, reverse=True))
        case PerEvent(events):
            return (events[0].each > 0) - (events[0].each < 0)
        case _:
            raise AssertionError(form)


def in_one_measure(form: Form) -> Form:
    """Return the form with the result ``x`` and the target ``y`` only."""
    match form:
        case Proportional() | Stepped():
            return evolve(form, measure="x", to="y")
        case Banded():
            return evolve(form, measure="x", to=None if form.to is None else "y")
        case PerEvent(events):
            return evolve(form, events=[evolve(events[0], count="x"), Event("y", -1)])
        case DirectEntry():
            return DirectEntry("x")
        case _:
            return form


@given(RISING, MAXIMA, RESULTS, RESULTS, TARGETS)
def test_more_never_gives_less(
    form: Form, maximum: Fraction, x: Fraction, other: Fraction, y: Fraction
) -> None:
    """A rising result never lowers the points of a rising form, nor raises a falling one's."""
    form = in_one_measure(form)
    low, high = sorted([x, other])
    less = points_of(form, maximum, {"x": low, "y": y, "q": Fraction(0)})
    more = points_of(form, maximum, {"x": high, "y": y, "q": Fraction(1)})
    sign = direction(form)
    assume(sign)

    assert sign * less <= sign * more


@given(AROUND_TARGET, MAXIMA, UNITS, numbers(low=0, high=20))
def test_more_of_the_own_result_never_gives_less(
    form: AroundTarget,
    maximum: Fraction,
    units: list[tuple[Fraction, Fraction | None]],
    more: Fraction,
) -> None:
    """A unit that does better, all others as before, has no fewer points around a target."""
    (result, target), *others = units
    expression = lower(form, maximum)
    before = evaluate(expression, scopes(units)[0]).value
    after = evaluate(expression, scopes([(result + more, target), *others])[0]).value

    assert before <= after
