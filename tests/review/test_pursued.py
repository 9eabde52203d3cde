# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them
"""What is found by its own conditions, though no few values of other entries show it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from thidua.errors import Faults
from thidua.formula import (
    All,
    Any,
    Band,
    Banded,
    ByKind,
    ByRange,
    Calculation,
    Choose,
    Compare,
    EntryIs,
    Event,
    Form,
    Gated,
    ItemTotal,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PerEvent,
    Piece,
    Points,
    Product,
    Proportional,
    Quotient,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    Stepped,
    Sum,
    Threshold,
    Total,
)
from thidua.quantity import Number, State
from thidua.review import BandGap, Problem, Review, Severity, explain_review, review, say_problem
from thidua.review.bands import inner_value
from thidua.review.grid import simplest
from thidua.review.problem import BandOverlap, NoAnswer
from thidua.review.words import no_answer_words
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    ItemList,
    Measure,
    Question,
    Rubric,
    Treatments,
    score,
)
from thidua.wire import dumps, loads

SAID = Treatments(not_applicable="leave", exempt="full", not_assigned="zero")
X = Measure("x", "X", places=1, most=100)
WHOLE = [Band(10, at_least=90), Band(7, at_least=80, below=90), Band(3, below=80)]
TORN = [Band(10, above=90), Band(7, at_least=80, below=90), Band(3, below=80)]
FALLING = [Band(3, at_least=90), Band(7, at_least=80, below=90), Band(3, below=80)]


def rubric(form: Form, *measures: Indicator, **options: object) -> Rubric:
    """Return a rubric of one criterion of ten points."""
    criterion = Criterion("1", "Một", maximum=10, formula=form)
    parts = {"sections": [criterion], "treatments": SAID, **options}
    return Rubric("r", "R", measures=measures, **parts)  # type: ignore[arg-type]


def listed(form: Form, *own: Indicator) -> Rubric:
    """Return a rubric of one criterion over a list."""
    return rubric(form, items=[ItemList("v", "Việc", own or [X])])


def found(one: Rubric) -> list[str]:
    """Return the kinds of problems of a rubric, each shown by sheets.

    Cliffs, and maxima that nobody comes to, are beside the point.
    """
    aside = {"cliff", "maximum_out_of_reach"}
    problems = [problem for problem in review(one) if problem.kind not in aside]
    for problem in problems:
        for seen in getattr(problem, "example", ()):
            if seen.points is None:
                with pytest.raises(Faults, match="criterion '1'"):
                    score(one, seen.sheets)
            else:
                first = score(one, seen.sheets).units[0]
                assert seen.points == (first.total if seen.code == "total" else first["1"]).points
    return [problem.kind for problem in problems]


def gap(one: Rubric) -> Fraction:
    """Return the value of the only gap that is shown."""
    (problem,) = [each for each in review(one) if isinstance(each, BandGap)]
    assert Severity.WRONG is problem.severity
    return problem.value


# --- branches ------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_every_kind_is_looked_at(count: int) -> None:
    """A hole, a drop or a zero is found in whichever kind it is."""
    kinds = [*"abcdef"[:count]]
    choice = Choice("k", "Loại", kinds)
    up = Measure("x", "X", places=1, most=100, better="higher")

    def form(which: str, bad: Form) -> ByKind:
        good = Banded("x", WHOLE)
        return ByKind("k", {kind: bad if kind == which else good for kind in kinds})

    for kind in kinds:
        zero = form(kind, Proportional("x", to="n"))
        assert ["band_gap"] == found(rubric(form(kind, Banded("x", TORN)), X, choice))
        assert ["against_better"] == found(rubric(form(kind, Banded("x", FALLING)), up, choice))
        assert ["divides_by_zero"] == found(rubric(zero, X, choice, Measure("n", "N", most=9)))


def two_ways(last: Sequence[Band]) -> Rubric:
    """Return a rubric of a table in two ways, of which the last column may have a hole."""
    pieces = [
        Piece(Banded("x", WHOLE), below=1000),
        Piece(Banded("x", WHOLE), at_least=1000, below=2000),
        Piece(Banded("x", last), at_least=2000),
    ]
    return rubric(ByRange("v", pieces), X, Measure("v", "V", most=100_000))


def test_tables_in_two_ways() -> None:
    """A hole in a column that only large numbers come to is found."""

    assert Fraction(90) == gap(two_ways(TORN))
    assert [] == found(two_ways(WHOLE))


def test_conditions_are_met_one_by_one() -> None:
    """Conditions of all sorts on the way to a table are met, and those that cannot are not."""
    choice, question = Choice("k", "Loại", ["a", "b", "c"]), Question("q", "Q")
    y = Measure("y", "Y", most=100, least=-100)
    asked = All(
        [
            Not(LevelIs("k", "a")),
            Compare("q", "==", 1),
            Any([Compare("y", "==", -37), Compare("y", "==", 61)]),
            Not(EntryIs("y", State.EXEMPT)),
        ]
    )
    closed = All([asked, Compare("x", ">", 95)])
    measures = (X, choice, question, y)

    assert Fraction(90) == gap(rubric(Gated(asked, Banded("x", TORN)), *measures))
    assert [] == found(rubric(Gated(closed, Banded("x", TORN)), *measures))


def test_tables_inside_conditions() -> None:
    """A table in the second of several conditions is reached by the first."""
    inner = Compare(Lookup("x", TORN), ">", 5)
    for both in (All, Any):
        first = Compare("y", "==" if both is All else "!=", 73)
        form = Calculation(Choose(both([first, inner]), 10, 0))

        assert ["band_gap"] == found(rubric(form, X, Measure("y", "Y", most=100)))


def test_a_maximum_is_exceeded_behind_a_condition() -> None:
    """More points than the maximum are found in a branch of its own, in a long table too."""
    gated = Gated(Compare("y", "==", 73), Proportional("x", to=5, capped=False))
    table = [Band(i if i < 55 else 11, above=i, at_most=i + 1) for i in range(60)]
    below = [
        Band(0, at_most=0),
        *(
            Band(min(one.points, Fraction(9)), above=one.above, at_most=one.at_most)
            for one in table[:-5]
        ),
    ]
    long = Banded("x", [*below, *table[-5:], Band(9, above=60)])

    assert ["maximum_exceeded"] == found(
        rubric(
            Calculation(Sum([Choose(Compare("y", "==", 73), Quotient("x", 5), 0)])),
            X,
            Measure("y", "Y", most=100),
        )
    )
    assert [] == found(rubric(gated, X, Measure("y", "Y", most=100)))
    assert ["maximum_exceeded"] == found(rubric(long, X))


# --- tables --------------------------------------------------------------------------


@pytest.mark.parametrize("fold", ["mean", "sum", "least", "greatest", "median"])
def test_tables_of_folds(fold: str) -> None:
    """A hole in a table of a fold is met by a list of one item."""
    one = listed(Banded(OverItems("v", fold, "x"), TORN))

    assert Fraction(90) == gap(one)


@pytest.mark.parametrize("torn", [16, 17, 25, 28])
def test_long_tables(torn: int) -> None:
    """Every hole of a long table is found, and of the last of several tables."""
    long = [
        Band(i % 9, above=i if i == torn else None, at_least=None if i == torn else i, below=i + 1)
        for i in range(30)
    ]
    whole = [Band(i % 9, at_least=i, below=i + 1) for i in range(30)]
    ends = Band(0, at_least=30)
    five = [
        Criterion(
            str(i), str(i), maximum=9, formula=Banded("x", [*(long if i == 5 else whole), ends])
        )
        for i in range(1, 6)
    ]
    several = Rubric("r", "R", measures=[X], sections=five, treatments=SAID)

    assert Fraction(torn) == gap(rubric(Banded("x", [*long, ends]), X))
    assert Fraction(torn) == gap(several)


def test_ratios_of_whole_numbers() -> None:
    """Of a hole in a ratio the simplest fraction tells whether a unit comes to it."""
    torn = [Band(10, at_least=90), Band(7, at_least=80, at_most="89.99"), Band(3, below=80)]

    def ratio(most: int | None, **options: object) -> Rubric:
        done = Measure("x", "X", most=most, **options)  # type: ignore[arg-type]
        return rubric(Banded("x", torn, to="y"), done, Measure("y", "Y", most=most, above=0))

    assert Fraction(90800, 1009) == gap(ratio(2000))
    assert Fraction(90800, 1009) == gap(ratio(None))
    assert [] == found(ratio(1000))
    assert 1000 < gap(ratio(2000, least=1001)) * 20
    plain = Calculation(Lookup(Quotient("x", "y"), [Band(1, at_most=2), Band(2, above=3)]))
    assert 2 < gap(rubric(plain, Measure("x", "X"), Measure("y", "Y", above=0))) <= 3


def test_ratios_to_peers() -> None:
    """A hole in a share of the greatest is met by units of the same cluster."""
    measure = Measure("x", "X", most=50, least=1)
    form = Banded(Quotient(Product([100, "x"]), OverPeers("greatest", "x")), TORN)

    assert Fraction(90) == gap(rubric(form, measure))


def test_holes_of_points_of_others() -> None:
    """A table of the points of other criteria is followed to their entries."""
    first = Criterion("a", "A", maximum=100, formula=Scaled("0.5", Calculation("x")))
    second = Criterion("1", "Một", maximum=10, formula=Calculation(Lookup(Points("a"), TORN)))
    wide = Measure("x", "X", most=200)
    several = rubric(Calculation("x"), wide, sections=[first, second])

    assert Fraction(90) == gap(several)


def test_exact_measures() -> None:
    """A hole narrower than the values that are tried of a measure without places is met."""
    narrow = [Band(1, at_most="0.50001"), Band(2, at_least="0.50002")]
    exact = Measure("x", "X", places=None)
    above = Measure("x", "X", places=None, above=0, least=None, most=1)
    tiny = [Band(1, at_least="0.0000001"), Band(2, at_most=0)]

    assert ["band_gap"] == found(rubric(Banded("x", narrow), exact))
    assert ["band_gap"] == found(rubric(Banded("x", tiny), above))


def test_numbers_without_a_least() -> None:
    """Holes far below zero are met where nothing bounds a measure."""
    far = [Band(1, at_least=-7000), Band(2, below=-7000, above=-9000), Band(3, below=-9000)]
    high = Measure("x", "X", least=None, most=-3)

    assert Fraction(-9000) == gap(rubric(Banded(Sum(["x", 0]), far), Measure("x", "X", least=None)))
    assert Fraction(-9000) == gap(rubric(Banded(Sum(["x", 0]), far), high))


def test_a_hole_that_stays_open() -> None:
    """A hole that is neither met nor excluded is told, as doubtful, without sheets."""
    x, y = Measure("x", "X", most=10**6), Measure("y", "Y", least=1, most=10**6)
    more = Sum(["x", Product([-1, "y"])])
    share = Product([Quotient(more, Sum(["x", "y"])), 100])
    one = rubric(
        Calculation(Lookup(share, [Band(1, below=50), Band(2, at_least=50, at_most=100)])), x, y
    )
    problem = review(one).problems[-1]

    assert isinstance(problem, BandGap)
    assert (Severity.DOUBTFUL, (), Fraction(101)) == (
        problem.severity,
        problem.example,
        problem.value,
    )
    assert (
        "1 không có khoảng nào cho giá trị trên 100 (ví dụ 101); chưa tìm được số liệu nào "
        "dẫn đến đó, cũng chưa chứng minh được là không có"
    ) == say_problem(problem)
    assert (
        "1 has no band for values above 100 (such as 101); no sheets were found that come to "
        "them, and nothing shows that none do"
    ) == say_problem(problem, "en")
    overlap = rubric(
        Calculation(Lookup(share, [Band(1, at_most=50), Band(2, above=50), Band(3, above=100)])),
        x,
        y,
    )
    assert ["band_overlap"] == found(overlap)
    assert loads(dumps(review(overlap)), Review) == review(overlap)


def test_a_table_in_several_places_is_met_once() -> None:
    """A hole that is open in one place and met in another is told as met."""
    table = Lookup("x", TORN)
    form = Calculation(
        Choose(Compare("x", ">", 95), table, Choose(Compare("y", "==", 73), table, 0))
    )

    assert ["band_gap"] == found(rubric(form, X, Measure("y", "Y", most=100)))


def test_ranks_beyond_a_table_are_for_its_writer() -> None:
    """How many units there are is known to who writes a table of ranks; what it lacks within is told."""
    torn = Calculation(Lookup(OverPeers("rank", "x"), [Band(9, at_most=1), Band(5, at_least=3)]))

    assert [] == found(rubric(RankPoints("x", [10, 5, 3, 1]), X))
    assert ["band_gap"] == found(rubric(torn, X))


def test_a_way_that_is_closed_whoever_else_there_is() -> None:
    """A table of peers behind a condition that never holds is silent; in a list as well."""
    never = Compare("x", ">", 200)
    share = Banded(Quotient(Product([100, "x"]), OverPeers("greatest", Sum(["x", 1]))), TORN)
    mean = Banded(OverItems("v", "sum", "x"), TORN)

    assert [] == found(rubric(Gated(never, share), X))
    assert [] == found(
        rubric(
            Gated(Compare("y", ">", 5), mean),
            Measure("y", "Y", most=5),
            items=[ItemList("v", "Việc", [X])],
        )
    )


def test_tables_in_lists() -> None:
    """A table of an item behind conditions of the item, and of the unit."""
    own = (X, Choice("k", "Loại", ["a", "b", "c", "d"]), Question("q", "Q"))
    form = ItemTotal(
        "v", Gated(All([LevelIs("k", "c"), Compare("q", "==", 0)]), Banded("x", TORN)), at_most=10
    )
    closed = ItemTotal("v", Gated(Compare("x", ">", 95), Banded("x", TORN)), at_most=10)
    counted = ItemTotal("v", Banded("x", TORN), at_most=10, where=LevelIs("k", "c"))

    assert ["band_gap"] == found(listed(form, *own))
    assert ["band_gap", "unused"] == sorted(found(listed(counted, *own)))
    assert [] == found(listed(closed))


# --- zeros, and nothing to fold ------------------------------------------------------------


def test_divisors_that_several_numbers_make_zero() -> None:
    """Divisors that are zero only where several numbers are least are met."""
    few = [Measure(code, code.upper(), most=10) for code in ("x", "y")]
    per = PerEvent([Event("x", 20), Event("y", 10)], start=0, per=Sum(["x", "y"]), at_most=10)

    assert ["divides_by_zero"] == found(rubric(Proportional("x", to=Sum(["x", "y"])), *few))
    assert ["divides_by_zero"] == found(rubric(per, *few))


@pytest.mark.parametrize("fold", ["greatest", "mean", "sum"])
def test_divisors_of_peers(fold: str) -> None:
    """All units of a cluster at zero make what one divides by zero; a guard against it is seen."""
    share = Proportional("x", to=OverPeers(fold, "x"))

    assert ["divides_by_zero"] == found(rubric(share, X))
    assert [] == found(rubric(RelativeToPeers("x"), X))


def test_what_has_nothing_to_fold() -> None:
    """Means of no items, trimmed means of two, and peers that none is of, have no answer."""
    rating = Measure("x", "X", most=10)
    by = Choice("k", "Loại", ["a", "b"])
    groups = Raters("v", "x", by="k", groups={"a": 2, "b": 1})
    guarded = Choose(Compare(OverItems("v", "count"), ">", 0), OverItems("v", "mean", "x"), 0)
    peers = OverPeers("mean", "x", Compare("x", ">", 5))

    for form in (
        Raters("v", "x"),
        Raters("v", "x", trimmed=True),
        Calculation(OverItems("v", "mean", "x")),
    ):
        assert ["no_answer"] == found(listed(form, rating))
    assert ["no_answer"] == found(listed(groups, rating, by))
    assert [] == found(listed(Calculation(guarded), rating))
    assert ["no_answer"] == found(rubric(Calculation(peers), rating))


def test_a_mean_of_nothing_in_words() -> None:
    """What is lacking is said in Vietnamese, for the problem and for its example."""
    one = review(listed(Raters("v", "x"), Measure("x", "X", most=10)))
    few = "không đủ mục trong danh sách, hoặc không đủ đơn vị trong cụm, để tính"

    assert f"1 có trường hợp không chấm được: {few}" == say_problem(one.problems[0])
    assert (
        "1 may have no answer: unit 'A', criterion '1': the mean of 0 items of 'v' is not defined"
    ) == say_problem(one.problems[0], "en")
    assert f"Ví dụ 1: không chấm được 1: {few}" in explain_review(one)


def test_tables_in_words() -> None:
    """The example of a hole, and of an overlap, tells its value in Vietnamese."""
    twice = [Band(10, at_least=90), Band(7, at_most=90)]

    assert "Ví dụ 1: không chấm được 1: không có khoảng nào cho giá trị 90" in explain_review(
        review(rubric(Banded("x", TORN), X))
    )
    assert "Ví dụ 1: không chấm được 1: có nhiều hơn một khoảng cho giá trị 90" in explain_review(
        review(rubric(Banded("x", twice), X))
    )


# --- names -----------------------------------------------------------------------------------


def test_measures_are_called_by_their_names() -> None:
    """A review calls measures by their names, with codes where two have the same."""
    one = rubric(
        Threshold("a", ">=", 5),
        Measure("a", "Giờ học", most=9),
        Measure("b", "Giờ học"),
        items=[ItemList("v", "Việc", [Measure("d", "Điểm")])],
    )
    told = review(one)

    assert (
        ("a", "Giờ học (a)"),
        ("b", "Giờ học (b)"),
        ("v", "Việc"),
        ("v.d", "Điểm (Việc)"),
    ) == told.names
    said = [say_problem(problem, "vi", told.names) for problem in told]
    assert "Giờ học (b) phải báo cáo nhưng không có cách chấm nào dùng đến" in said
    assert "Việc phải báo cáo nhưng không có cách chấm nào dùng đến" in said
    assert "Giờ học (a) tăng từ 4 lên 5 thì 1 tăng từ 0 lên 10 điểm (điểm tối đa: 10 điểm)" in said


def test_faults_of_check_are_quoted() -> None:
    """A fault without Vietnamese words of its own is quoted."""
    one = rubric(Calculation("x"), X, at_least=5, at_most=4)
    (problem,) = review(one)

    assert (
        "bảng điểm không dùng được: tại $.at_least, “'total' has at_least above at_most, 5 and 4”"
    ) == say_problem(problem)


# --- bonuses ---------------------------------------------------------------------------------


def test_a_bonus_for_less_of_what_is_paid_for() -> None:
    """A bonus that falls with what another criterion pays for makes doing less pay."""
    paid = Stepped("viec", 10, side="over", step=1, relative=False, each=1, at_most=10)
    parts = [
        Criterion("1", "Một", maximum=10, formula=paid),
        Criterion(
            "2", "Thưởng", maximum=5, role="bonus", formula=Threshold("viec", "<=", 5, yes=5)
        ),
    ]
    one = Rubric(
        "r", "R", measures=[Measure("viec", "Việc", most=40)], sections=parts, treatments=SAID
    )
    problem: Problem = review(one).problems[0]

    assert (
        "làm ít lại được nhiều điểm hơn: viec tăng từ 5 lên 6 thì tổng điểm giảm từ 5 xuống "
        "0 điểm (do 2)"
    ) == say_problem(problem)


# --- bounds ----------------------------------------------------------------------------------


def test_large_rubrics_end() -> None:
    """What would take too many computations is cut off, and directions stay open."""
    measures = [Measure(f"x{i}", "X", most=100, better="higher") for i in range(400)]
    tables = [Banded(one.code, WHOLE) for one in measures]
    last = Calculation(Choose(Compare("x399", ">", 50), Sum(["x399", Product([-1, "x399"])]), 0))
    total = Criterion("1", "Một", maximum=4000, formula=Total([*tables, last]))
    one = Rubric("r", "R", measures=measures, sections=[total], treatments=SAID)

    assert ["not_proved"] == [problem.kind for problem in review(one)]


def test_long_tables_are_proved_to_rise() -> None:
    """A table of many rows is gone through once, not row against row."""
    rising = [Band(i, at_least=i, below=i + 1) for i in range(5000)]
    table = Banded("x", [Band(0, below=0), *rising, Band(5000, at_least=5000)])
    criterion = Criterion("1", "Một", maximum=5000, formula=table)
    measure = Measure("x", "X", least=None, better="higher")

    assert [] == [problem.kind for problem in review(rubric(table, measure, sections=[criterion]))]


@pytest.mark.parametrize(
    ("band", "scale", "expected"),
    [
        (Band(0, above=85, below=86), 100, "6/7"),
        (Band(0, at_least=2, below=3), 1, "2"),
        (Band(0, above=2, at_most=3), 1, "3"),
        (Band(0, above=2, below=3), 1, "5/2"),
        (Band(0, above=100), 100, "2"),
        (Band(0, at_least=0, at_most=0), 7, "0"),
        (Band(0, at_least="0.3", at_most="0.3"), 1, "3/10"),
    ],
)
def test_the_simplest_fraction_of_a_range(band: Band, scale: Number, expected: str) -> None:
    """The fraction of least numerator and denominator in a range."""

    assert Fraction(expected) == simplest(band, Fraction(scale))


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        (Band(0, above=85, below=86), "171/2"),
        (Band(0, above=85), 86),
        (Band(0, below=85), 84),
        (Band(0), 1),
        (Band(0, at_least=0, at_most=0), 0),
    ],
)
def test_a_value_inside_a_range(band: Band, expected: Number) -> None:
    """The middle, or what lies beside the only end."""

    assert Fraction(expected) == inner_value(band)
    assert inner_value(band) in band


def test_overlaps_without_sheets_are_doubtful() -> None:
    """An overlap that no sheets come to is only doubtful."""

    assert Severity.DOUBTFUL is BandOverlap((), "1", Band(0), Fraction(1)).severity


# --- numbers without an end, ratios, shared formulas -----------------------------------


BOTH = All([Compare("p", "==", "7.25"), Compare("q", "==", "3.5")])
GATE = (Measure("p", "P", places=2, most=100), Measure("q", "Q", places=2, most=100))


def torn(of: Quotient | Product | Sum | str, at: Number) -> Calculation:
    """Return a table with a hole at one value, behind a condition on two other numbers."""
    return Calculation(Choose(BOTH, Lookup(of, [Band(1, below=at), Band(2, above=at)]), 0))


def test_exact_numbers_without_a_least() -> None:
    """A hole far below zero is found where any exact number may be reported."""
    free = Measure("w", "W", places=None, least=None)

    assert -100 == gap(rubric(torn("w", -100), free, *GATE))
    assert -100 == gap(rubric(torn(Sum(["w", Product([2, "w"])]), -100), free, *GATE))


def test_ratios_that_fall() -> None:
    """A hole between ratios is found whichever way they go."""
    pair = (Measure("a", "A", most=1000), Measure("b", "B", above=0, most=1000))

    assert Fraction("0.37") == gap(rubric(torn(Quotient("a", "b"), "0.37"), *pair, *GATE))
    falling = Quotient(Product([-2, "a"]), "b")
    assert Fraction("-0.37") == gap(rubric(torn(falling, "-0.37"), *pair, *GATE))


def test_a_formula_that_stands_many_times() -> None:
    """What stands many times in a formula is pursued a few times."""
    one = Choose(Compare("x", ">", 3), Lookup("x", [Band(1, at_least=5)]), 0)

    assert "band_gap" in found(rubric(Calculation(Sum([one] * 12)), X))


def test_no_answer_for_another_reason() -> None:
    """A reason that has no words of its own is named in general."""
    assert "cách chấm không cho kết quả" == no_answer_words(NoAnswer((), "1", "another", ()))
