# SPDX-License-Identifier: MIT
"""Shapes of rules found in real rubrics, worked out by hand at and around their edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import count

import pytest

from thidua.errors import FormulaFault, RubricFault
from thidua.formula import (
    MAXIMUM_DEPTH,
    Band,
    Banded,
    ByCount,
    ByKind,
    ByRange,
    CapAcross,
    Case,
    Checklist,
    Compare,
    DirectEntry,
    EqualSplit,
    Event,
    Factor,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Leveled,
    PerEvent,
    Piece,
    Prize,
    PrizeTable,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    Scope,
    ShareReached,
    Stepped,
    Threshold,
    Total,
    WeightedMean,
    YesNo,
    bounds,
    evaluate,
    lower,
)
from thidua.formula.scope import Cell
from thidua.quantity import Given, Interval, Rounding, State, as_entry, round_to


def cells(entries: Mapping[str, Given]) -> dict[str, Cell]:
    """Return entries as evaluators read them."""
    found = {code: as_entry(entry) for code, entry in entries.items()}
    return {
        code: Fraction(entry) if isinstance(entry, bool) else entry for code, entry in found.items()
    }


def points(
    form: Form,
    maximum: int = 10,
    items: Mapping[str, Sequence[Mapping[str, Given]]] | None = None,
    **entries: Given,
) -> Fraction:
    """Return the points of a unit without peers."""
    lists = {code: [cells(item) for item in listed] for code, listed in (items or {}).items()}
    return evaluate(lower(form, Fraction(maximum)), Scope(cells(entries), lists)).value


def in_cluster(form: Form, *results: Given) -> list[Fraction]:
    """Return the points of units with one result each, of 10."""
    scopes: list[Scope] = []
    for place, result in enumerate(results):
        scopes.append(Scope(cells({"x": result}), unit=str(place), peers=scopes, memory={}))
    return [evaluate(lower(form, Fraction(10)), scope).value for scope in scopes]


@pytest.mark.parametrize(
    ("table", "expected"), [([6, 4, 0], [6, 4, 0, 0, 0]), ([6, 5, 3, 0], [6, 5, 3, 0, 0])]
)
def test_university_conduct(table: list[int], expected: list[int]) -> None:
    """Offences cost more each time, and from a number of them on nothing is left."""
    form = ByCount("n", table)

    assert expected == [points(form, n=n) for n in range(5)]


def test_threshold_then_step() -> None:
    """Fewer than two cost nothing, two cost a point, each further one half a point more."""
    form = ByCount("n", [0, 0, -1], further="-0.5")

    assert [0, 0, -1, Fraction(-3, 2), -2] == [points(form, n=n) for n in range(5)]


def test_counts_between_and_below_the_rows() -> None:
    """A count between two rows has the points of the higher; below nought those of none."""
    form = ByCount("n", [6, 4, 0], further=-1)

    assert [6, 6, 4, 0, Fraction(-1, 2)] == [
        points(form, n=n) for n in ("-1", "0", "0.5", "1.5", "2.5")
    ]


def test_deductions_under_a_limit_and_bonuses_without() -> None:
    """3 - min(1.5; 0.5a + 0.5b), and one point more for each initiative."""
    form = PerEvent([Event("a", "-0.5"), Event("b", "-0.5"), Event("c", 1)], deductions_limit="1.5")

    assert 3 == points(form, 3, a=0, b=0, c=0)
    assert Fraction(3, 2) == points(form, 3, a=1, b=2, c=0)
    assert Fraction(3, 2) == points(form, 3, a=2, b=2, c=0)
    assert Fraction(19, 2) == points(form, 3, a=2, b=2, c=8)


def test_a_bonus_only_when_nothing_was_deducted() -> None:
    """3.5 and 2 more without a deduction; 3 after one."""
    form = PerEvent([Event("a", "-0.5"), Event("b", 2)], start="3.5", bonus_if_clean=True)

    assert Fraction(11, 2) == points(form, a=0, b=1)
    assert 3 == points(form, a=1, b=1)


def test_limits_of_one_kind_of_event_and_of_bonuses() -> None:
    """Each kind of event has a limit of its own, and bonuses have one together."""
    form = PerEvent(
        [Event("a", -1, limit=2), Event("b", 1, limit=3), Event("c", 1)], bonuses_limit=4
    )

    assert [9, 8, 8] == [points(form, a=n, b=0, c=0) for n in (1, 2, 3)]
    assert [12, 13, 13] == [points(form, a=0, b=n, c=0) for n in (2, 3, 4)]
    assert [14, 14] == [points(form, a=0, b=5, c=n) for n in (1, 2)]


def test_points_per_lesson() -> None:
    """20 for a good lesson, 10 for a fair one, 10 off a weak one, over all lessons."""
    form = PerEvent([Event("t", 20), Event("k", 10), Event("y", -10)], start=0, per="n")

    assert Fraction(25, 2) == points(form, t=2, k=2, y=1, n=4)
    with pytest.raises(FormulaFault, match="the divisor of 'n' is 0"):
        points(form, t=0, k=0, y=0, n=0)


@pytest.mark.parametrize(
    ("files", "early", "expected"),
    [
        (999, 49, 0),
        (999, 50, 1),
        (999, 80, 2),
        (1000, 49, 1),
        (1000, 50, 2),
        (1000, 80, 3),
    ],
)
def test_table_of_files_and_share_early(files: int, early: int, expected: int) -> None:
    """A table of two ways: the volume of files, and the percentage done early."""

    def row(below: int, half: int, most: int) -> Form:
        bands = [
            Band(below, below=50),
            Band(half, at_least=50, below=80),
            Band(most, at_least=80),
        ]
        return Banded("early", bands)

    form = ByRange("files", [Piece(row(0, 1, 2), below=1000), Piece(row(1, 2, 3), at_least=1000)])

    assert expected == points(form, files=files, early=early)


def test_steps_over_a_plan() -> None:
    """15 % over the plan at 5 % a step is three points, and never more than five."""
    form = Stepped("x", "plan", side="over", step="0.05", each=1, at_most=5)

    assert [2, 3, 3, 5] == [points(form, x=x, plan=100) for x in ("114.99", 115, 119, 200)]


def test_stars_by_level() -> None:
    """Stars give 1, 2, 3, 5, 10 and 20 points."""
    stars = ["một", "hai", "ba", "bốn", "năm", "sáu"]
    form = Leveled("sao", dict(zip(stars, [1, 2, 3, 5, 10, 20], strict=True)))

    assert [1, 2, 3, 5, 10, 20] == [points(form, sao=star) for star in stars]


def test_mean_of_factors_times_a_scale() -> None:
    """The mean of 96.5, 98 and 95, times 0.7, is 67.55, rounded to 67.6."""
    form = WeightedMean(["a", "b", "c"], scale="0.7")
    value = points(form, a="96.5", b=98, c=95)

    assert Fraction("67.55") == value
    assert Fraction("67.6") == round_to(value, Rounding("0.1"))


def test_factors_that_do_not_apply_leave_the_mean() -> None:
    """A factor that does not apply takes its weight along; without any there is no mean."""
    form = WeightedMean([Factor("a", 2), Factor("b", 1)])
    absent = State.NOT_APPLICABLE

    assert Fraction(8) == points(form, a=9, b=6)
    assert Fraction(9) == points(form, a=9, b=absent)
    with pytest.raises(FormulaFault, match="division by zero"):
        points(form, a=absent, b=absent)
    with pytest.raises(FormulaFault, match="holds no value: exempt"):
        points(form, a=9, b=State.EXEMPT)


def test_points_of_ranks() -> None:
    """Ranks give 60, 45, 30, 15 and 0; those who tie share the points of their rank."""
    form = RankPoints("x", [60, 45, 30, 15, 0], beyond=-1)
    mirrored = RankPoints("x", [60, 45, 30, 15, 0], beyond=-1, lower_is_better=True)

    assert [60, 45, 30, 15, 0, -1] == in_cluster(form, 9, 8, 7, 6, 5, 4)
    assert [60, 60, 30] == in_cluster(form, 9, 9, 7)
    assert [30, 45, 60] == in_cluster(mirrored, 9, 8, 7)


def test_council_twice_and_peers_once() -> None:
    """(2 · council + peers) / 3, of the mean of each group."""
    form = Raters("p", "d", by="g", groups={"hội đồng": 2, "đồng nghiệp": 1})
    ratings: list[dict[str, Given]] = [
        {"d": 9, "g": "hội đồng"},
        {"d": 8, "g": "hội đồng"},
        {"d": 7, "g": "đồng nghiệp"},
    ]

    assert 8 == points(form, items={"p": ratings})
    with pytest.raises(FormulaFault, match="the mean of 0 items of 'p' is not defined"):
        points(form, items={"p": ratings[:2]})


def test_without_the_least_and_the_greatest_rating() -> None:
    """The mean of the middle of five; fewer than three have no middle."""
    form = Raters("p", "d", trimmed=True)
    ratings = [{"d": one} for one in (1, 7, 8, 9, 10)]

    assert 8 == points(form, items={"p": ratings})
    assert 7 == points(Raters("p", "d"), items={"p": ratings})
    with pytest.raises(FormulaFault, match="the trimmed_mean of 2 items of 'p' is not defined"):
        points(form, items={"p": ratings[:2]})


PRIZES = [
    Prize(60, {"rank": "nhất"}),
    Prize(40, {"rank": "nhì", "level": "tỉnh"}),
    Prize(10, {"rank": "nhì"}),
]


def test_prizes() -> None:
    """Only the highest prize counts, or all do; without any, ten points are lost."""
    highest = PrizeTable("p", PRIZES, without=-10)
    every = PrizeTable("p", PRIZES, only_highest=False, at_most=65)
    first, second = {"rank": "nhất", "level": "xã"}, {"rank": "nhì", "level": "tỉnh"}
    local, none = {"rank": "nhì", "level": "xã"}, {"rank": "ba", "level": "xã"}

    assert -10 == points(highest, items={"p": []})
    assert [60, 40, 10, 0] == [
        points(highest, items={"p": [one]}) for one in (first, second, local, none)
    ]
    assert 60 == points(highest, items={"p": [local, first, none]})
    assert [0, 50, 65] == [
        points(every, items={"p": won}) for won in ([], [second, local], [first, second])
    ]


def test_shares_reached() -> None:
    """The maximum by the share of sub-targets reached, or points for each."""
    share = ShareReached("p", "x", ">=", "t")
    each = ShareReached("p", "x", ">=", "t", each="0.5")
    items = {"p": [{"x": 5, "t": 5}, {"x": 4, "t": 5}, {"x": 6, "t": 5}]}

    assert Fraction(20, 3) == points(share, items=items)
    assert 1 == points(each, items=items)
    assert 0 == points(each, items={"p": []})
    with pytest.raises(FormulaFault, match="division by zero"):
        points(share, items={"p": []})


def test_relative_to_peers() -> None:
    """A share of the best, or of the mean; where less is better, the other way round."""
    half = Fraction(1, 2)

    assert [10, 5, 0] == in_cluster(RelativeToPeers("x"), 8, 4, 0)
    assert [0, 0] == in_cluster(RelativeToPeers("x"), 0, 0)
    assert [10, 10, 10 * half] == in_cluster(RelativeToPeers("x", "mean"), 9, 6, 3)
    assert [15, 10, 5] == in_cluster(RelativeToPeers("x", "mean", capped=False), 9, 6, 3)
    fewer = RelativeToPeers("x", "least", lower_is_better=True)

    assert [10, 5] == in_cluster(fewer, 4, 8)
    assert [10, 0] == in_cluster(fewer, 0, 8)


def test_equal_split() -> None:
    """Ten points are shared equally; nobody to share with is a fault."""

    assert Fraction(5, 2) == points(EqualSplit("n"), n=4)
    assert Fraction(3, 2) == points(EqualSplit("n", points=6), n=4)
    with pytest.raises(FormulaFault, match="the divisor of 'n' is 0"):
        points(EqualSplit("n"), n=0)


def test_cap_over_periods() -> None:
    """Of at most 8 for the semester, 5 are used: 3 are left; when all are used, none."""
    form = CapAcross(PerEvent.of("n", 2), 8, "used")

    assert [2, 3, 3] == [points(form, n=n, used=5) for n in (1, 2, 9)]
    assert [0, 0] == [points(form, n=1, used=used) for used in (8, 9)]


def test_limit_on_the_sum_over_pupils() -> None:
    """-min(3, Σ f(absences)): none for one absence, 1 for two, 3 from three."""
    form = ItemTotal("hs", ByCount("k", [0, 0, -1, -3]), at_least=-3)

    def absences(*counts: int) -> dict[str, list[dict[str, Given]]]:
        return {"hs": [{"k": count} for count in counts]}

    assert [0, -1, -2, -3, -3] == [
        points(form, items=absences(*counts))
        for counts in ([1, 1], [1, 2], [2, 2], [3, 0], [3, 3, 2])
    ]


def test_items_that_count() -> None:
    """Only some items count, and the least and the mean of them are taken too."""
    chosen = ItemTotal("p", DirectEntry("d"), where=Compare("d", ">", 1), at_most=5)
    items = {"p": [{"d": 1}, {"d": 2}, {"d": 4}]}

    assert 5 == points(chosen, items=items)
    assert 3 == points(
        ItemTotal("p", DirectEntry("d"), fold="mean", where=chosen.where), items=items
    )


def test_checklist_and_threshold() -> None:
    """What is done is added; a threshold is met or not."""
    done = Checklist({"a": "0.5", "b": "0.5"})
    reached = Threshold("x", ">=", "t", no=-1)

    assert [0, Fraction(1, 2), 1] == [
        points(done, a=a, b=b) for a, b in ((False, False), (False, True), (True, True))
    ]
    assert [-1, 10, 10] == [points(reached, x=x, t=13) for x in ("12.9", 13, "13.1")]
    assert 2 == points(Threshold("x", ">", 0, yes=2), x=1)


def test_kinds_and_ranges() -> None:
    """Each kind of unit, and each range, is scored in its own way; outside is a fault."""
    kinds = ByKind("k", [Case("xã", YesNo("q")), Case("phường", DirectEntry("d"))])
    ranges = ByRange("n", [Piece(YesNo("q"), above=0, at_most=5), Piece(DirectEntry("d"), above=5)])
    single = ByRange("n", [Piece(DirectEntry("d"), above=0)])

    assert [10, 3] == [points(kinds, k=k, q=True, d=3) for k in ("xã", "phường")]
    assert [10, 3] == [points(ranges, n=n, q=True, d=3) for n in (5, "5.1")]
    assert 3 == points(single, n=1, d=3)
    assert Interval(3, 3) == bounds(lower(single, Fraction(10)), Scope(cells({"n": 1, "d": 3})))
    for form in (ranges, single):
        with pytest.raises(FormulaFault, match="0 is in no band"):
            points(form, n=0, q=True, d=3)


def test_pieces_in_pieces_do_not_multiply() -> None:
    """Ranges nested as deep as forms may be are computed as fast as one."""
    form: Form = DirectEntry("d")
    for _ in range(20):
        form = ByRange("n", [Piece(form, above=0)])

    assert 3 == points(form, n=1, d=3)


def test_forms_of_forms() -> None:
    """The highest, the sum, what stands behind a condition, and what is multiplied."""
    parts: list[Form] = [YesNo("q", 2), DirectEntry("d")]

    assert [2, 3] == [points(Highest(parts), q=True, d=d) for d in (1, 3)]
    assert [3, 4, 0] == [
        points(Total(parts, at_least=0, at_most=4), q=True, d=d) for d in (1, 3, -5)
    ]
    gated = Gated(Compare("q", "==", 1), DirectEntry("d"), otherwise=-1)

    assert [7, -1] == [points(gated, q=q, d=7) for q in (True, False)]
    assert [14, 0] == [points(Scaled("w", DirectEntry("d")), w=w, d=7) for w in (2, 0)]


def nested(depth: int) -> Form:
    """Return a form with *depth* forms in each other."""
    form: Form = YesNo("q")
    for _ in range(depth - 1):
        form = Highest([form])
    return form


def test_forms_nest_no_deeper_than_formulas() -> None:
    """A form nested too deep is refused where it is made, so that nothing else meets it."""

    assert 10 == points(nested(MAXIMUM_DEPTH), q=True)
    deep = nested(MAXIMUM_DEPTH)
    message = "forms nested more than 64 deep; split them with Points"
    for make, field in (
        (lambda: Total([deep]), "of"),
        (lambda: ByKind("k", {"xã": deep}), "cases"),
        (lambda: ByRange("n", [Piece(deep)]), "pieces"),
        (lambda: Scaled(2, deep), "form"),
    ):
        with pytest.raises(RubricFault) as refusal:
            make()

        assert f"$.{field}: {message}" == str(refusal.value)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Checklist({}), "$.ticks: ticks are some, none given"),
        (lambda: ByCount("n", []), "$.points: points are some, none given"),
        (lambda: PrizeTable("p", []), "$.prizes: prizes are some, none given"),
        (lambda: Prize(1, {}), "$.levels: levels are some, none given"),
        (lambda: WeightedMean([]), "$.factors: factors are some, none given"),
        (lambda: Factor("a", 0), "$.weight: weight is above zero, '0'"),
        (lambda: Event("a", 1, limit=-1), "$.limit: limit is not below zero, '-1'"),
        (lambda: PerEvent([], deductions_limit=1), "$.events: events are some, none given"),
        (
            lambda: PerEvent([Event("a", 1)], deductions_limit=-1),
            "$.deductions_limit: deductions_limit is not below zero, '-1'",
        ),
        (
            lambda: PerEvent([Event("a", 1)], bonuses_limit="-0.5"),
            "$.bonuses_limit: bonuses_limit is not below zero, '-0.5'",
        ),
        (
            lambda: Raters("p", "d", groups={"a": 1}),
            "$.groups: groups and what names them go together",
        ),
        (lambda: Raters("p", "d", by="g"), "$.groups: groups and what names them go together"),
        (
            lambda: RelativeToPeers("x", "sum"),
            "$: not a Standard, 'sum'; known are 'greatest', 'least', 'mean'",
        ),
        (lambda: RankPoints("x", []), "$.points: points are some, none given"),
        (lambda: ByKind("k", {}), "$.cases: cases are some, none given"),
        (lambda: ByRange("n", []), "$.pieces: pieces are some, none given"),
        (
            lambda: Piece(YesNo("q"), above=0, at_least=1),
            "$: a band with both at_least and above; keep one",
        ),
        (lambda: Highest([]), "$.of: of are some, none given"),
        (lambda: Total([]), "$.of: of are some, none given"),
        (lambda: Total(["q"]), "$: not a form, 'q'; write YesNo(…)"),  # type: ignore[list-item]
        (lambda: DirectEntry("d", step=0), "$.step: step is above zero, '0'"),
    ],
    ids=count(),
)
def test_parameters_that_make_no_sense(make: object, message: str) -> None:
    """Each is refused where it is written, with what was given."""
    assert callable(make)
    with pytest.raises(RubricFault) as refusal:
        make()

    assert message == str(refusal.value)
