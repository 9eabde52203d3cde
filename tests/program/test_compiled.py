# SPDX-License-Identifier: MIT

from __future__ import annotations

import inspect
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from thidua import (
    Choice,
    Criterion,
    Faults,
    ItemList,
    Measure,
    Question,
    Rounding,
    Rubric,
    Section,
    Sheet,
    State,
    Treatments,
    score,
)
from thidua.formula import (
    Any,
    Band,
    Calculation,
    Choose,
    Compare,
    DirectEntry,
    Expression,
    Form,
    ItemFold,
    Level,
    Leveled,
    Lookup,
    OverItems,
    OverPeers,
    PeerFold,
    PerEvent,
    Points,
    Product,
    Proportional,
    Quotient,
    Reported,
    Rounded,
    Sum,
    YesNo,
)
from thidua.program import compile_rubric, program, tally, too_wide
from thidua.quantity import Given


def of(form: Form | Expression, **options: object) -> Rubric:
    """Return a rubric of one criterion."""
    formula = form if isinstance(form, Form) else Calculation(form)
    given = {
        "measures": [
            Measure("thu", "Thu", places=1),
            Measure("chi", "Chi", places=2, least=-100, most=100),
            Question("dat", "Đạt"),
            Choice("muc", "Mức", ("tốt", "khá")),
        ],
        "sections": [Criterion("1", "Một", maximum=10, formula=formula)],
        **options,
    }
    return Rubric("r", "R", **given)  # type: ignore[arg-type]


VALUES: dict[str, Given] = {"thu": Decimal("12.5"), "chi": "-7.25", "dat": True, "muc": "khá"}
SIMPLE = of(Proportional("thu", to=25))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Decimal("12.5"), 5),
        (Decimal("12.500"), 5),
        (Decimal("-0"), 0),
        (Fraction(25, 2), 5),
        ("12.5", 5),
        ("25/2", 5),
        (10, 4),
        (Decimal("1e50"), 10),
        ("1" + "0" * 51, 10),
        (10**50, 10),
    ],
)
def test_numbers_of_every_kind(given: Given, expected: int) -> None:
    """A measure is taken as whatever a sheet takes."""
    found = compile_rubric(SIMPLE).tally({**VALUES, "thu": given})

    assert expected == found.points
    assert "" == found.exact_because


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("thu", 12.5),
        ("thu", True),
        ("thu", "nhiều"),
        ("thu", Decimal("12.55")),
        ("thu", Fraction(1, 3)),
        ("thu", Decimal("NaN")),
        ("thu", Decimal("sNaN")),
        ("thu", Decimal("Infinity")),
        ("thu", Decimal("0E-5000")),
        ("thu", Decimal("1E+5000")),
        ("thu", Decimal("1E-5000")),
        ("thu", -1),
        ("chi", 101),
        ("dat", 1),
        ("dat", Decimal(1)),
        ("dat", "có"),
        ("muc", "mức khác"),
        ("muc", True),
        ("lạ", 1),
    ],
)
def test_entries_are_checked_like_a_sheet(code: str, given: Given) -> None:
    """Whatever a sheet or its rubric refuses is refused in the same words."""
    entries = {**VALUES, code: given}
    with pytest.raises(ValueError, match=r"\$") as expected:
        score(SIMPLE, [Sheet("", entries)])
    with pytest.raises(ValueError, match=r"\$") as raised:
        compile_rubric(SIMPLE).tally(entries)

    assert str(expected.value) == str(raised.value)


def test_what_is_left_out_is_refused() -> None:
    """An entry that is not given is never read as zero."""
    with pytest.raises(Faults, match="no entry for measure 'thu'"):
        compile_rubric(SIMPLE).tally({code: VALUES[code] for code in ("chi", "dat", "muc")})


def test_two_sheets_of_one_unit_are_refused() -> None:
    """A cluster has one sheet for each unit."""
    with pytest.raises(Faults, match="two sheets"):
        tally(SIMPLE, [Sheet("a", VALUES), Sheet("a", VALUES)])


def test_an_unsound_rubric_is_refused() -> None:
    """A rubric with faults is not compiled."""
    with pytest.raises(Faults, match="'khong_co' is not declared"):
        compile_rubric(of(Reported("khong_co")))


def test_equal_rubrics_share_a_function() -> None:
    """Compiling is by value."""
    assert compile_rubric(SIMPLE) is compile_rubric(of(Proportional("thu", to=25)))


def test_the_source_is_shown() -> None:
    """`inspect` and tracebacks see the source, which has no text of the rubric."""
    compiled = compile_rubric(of(Leveled("muc", [Level("tốt", 10), Level("khá", 7)])))
    assert compiled.functions is not None

    assert inspect.getsource(compiled.functions.unit) == compiled.source
    for text in ("muc", "khá", "'", '"', "#"):
        assert text not in compiled.source


def test_whole_numbers() -> None:
    """Whole numbers go in by place and level, and come out over known denominators."""
    compiled = compile_rubric(of(YesNo("dat")))

    assert [("thu", 1, ()), ("chi", 2, ()), ("dat", 0, ()), ("muc", 0, ("tốt", "khá"))] == [
        (one.code, one.places, one.levels) for one in compiled.inputs
    ]
    assert (10, 10) == compiled.integers({"thu": 0, "chi": 0, "dat": 1, "muc": 1})
    assert ["1", "total"] == [output.code for output in compiled.outputs]
    assert [1, 1] == [output.below for output in compiled.outputs]
    assert [Fraction(10)] * 2 == [output.maximum for output in compiled.outputs]


def test_whole_numbers_of_items_and_peers() -> None:
    """Items are given like measures; a unit alone is its only peer."""
    viec = ItemList("viec", "Việc", [Measure("diem", "Điểm", places=1), Question("xong", "Xong")])
    mean = of(OverItems("viec", "mean", "diem"), items=[viec])
    items = {"viec": [{"diem": 85, "xong": 1}, {"diem": 90, "xong": 0}]}
    plain = {"thu": 1, "chi": 0, "dat": 0, "muc": 0}
    alone = of(OverPeers("sum", "thu"))

    assert (175, 20, 175, 20) == compile_rubric(mean).integers(plain, items)
    assert (1, 1) == compile_rubric(alone).integers(plain)


@pytest.mark.parametrize("items", [None, {"viec": []}])
def test_faults_of_whole_numbers_are_those_of_score(items: dict[str, list[object]] | None) -> None:
    """Where a formula has no answer, whole numbers raise what `score` raises."""
    viec = [ItemList("viec", "Việc", [Measure("diem", "Điểm")])] if items is not None else []
    rubric = of(Quotient("thu", "chi"), items=viec)
    with pytest.raises(Faults, match="the divisor of 'chi' is 0"):
        compile_rubric(rubric).integers({"thu": 1, "chi": 0, "dat": 0, "muc": 0}, items)  # type: ignore[arg-type]


def test_faults_of_one_unit_are_those_of_score() -> None:
    """Where a formula has no answer for a unit, its tally raises what `score` raises."""
    rubric = of(Quotient("thu", "chi"))
    with pytest.raises(Faults, match="the divisor of 'chi' is 0"):
        compile_rubric(rubric).tally({**VALUES, "chi": 0})


def test_items_of_one_unit() -> None:
    """Lists are given to a tally as they are to a sheet."""
    viec = ItemList("viec", "Việc", [Measure("diem", "Điểm", places=1)])
    rubric = of(OverItems("viec", "sum", "diem"), items=[viec])

    assert 17 == compile_rubric(rubric).tally(VALUES, {"viec": [{"diem": "8.5"}] * 2}).points


def test_a_table_of_a_sum() -> None:
    """What a table looks up is computed once."""
    bands = [Band(1, below=5), Band(2, at_least=5, below=9), Band(3, at_least=9)]
    rubric = of(Lookup(Sum(["thu", "chi"]), bands))

    assert 2 == compile_rubric(rubric).tally(VALUES).points


DIEM, HE_SO = Reported("diem"), Reported("he_so")
TASKS = ItemList(
    "viec", "Việc", [Measure("diem", "Điểm", places=1), Measure("he_so", "Hệ số", above=0)]
)
ITEMS: list[dict[str, Given]] = [
    {"diem": diem, "he_so": he_so} for diem, he_so in (("8.5", 3), (4, 2), ("7.5", 7), (9, 1))
]


def agree(rubric: Rubric, *sheets: Sheet) -> None:
    """Check that both evaluators give the same points, without the exact one stepping in."""
    found = tally(rubric, sheets)

    assert [one.points for one in score(rubric, sheets)] == [one.points for one in found]
    assert [""] * len(sheets) == [one.exact_because for one in found]


@pytest.mark.parametrize("fold", ItemFold)
@pytest.mark.parametrize("value", [DIEM, Quotient(DIEM, HE_SO)], ids=["plain", "ratio"])
@pytest.mark.parametrize("count", [4, 3])
def test_folds_over_items(fold: ItemFold, value: Expression, count: int) -> None:
    """Every fold of a list is that of the exact evaluator."""
    where = Any([Compare(DIEM, "<", 4), Compare(Quotient(DIEM, HE_SO), "<", 8)])
    for condition in (None, where):
        rubric = of(OverItems("viec", fold, value, condition), items=[TASKS])
        agree(rubric, Sheet("a", VALUES, {"viec": ITEMS[:count]}))


@pytest.mark.parametrize("fold", PeerFold)
@pytest.mark.parametrize("value", [Reported("thu"), Quotient("thu", "so")], ids=["plain", "ratio"])
def test_folds_over_peers(fold: PeerFold, value: Expression) -> None:
    """Every fold of a cluster is that of the exact evaluator."""
    measures = [Measure("thu", "Thu", places=1), Measure("so", "Số", above=0)]
    for condition in (None, Compare("so", ">", 1)):
        rubric = of(OverPeers(fold, value, condition), measures=measures)
        figures = [("8.5", 3), ("4", 2), ("7.5", 7), ("9", 1)]
        agree(rubric, *[Sheet(f"u{i}", {"thu": a, "so": b}) for i, (a, b) in enumerate(figures)])


def test_a_ratio_in_no_band() -> None:
    """A ratio in a hole of a table has no points, and one beside it has."""
    measures = [Measure("thu", "Thu"), Measure("so", "Số", above=0)]
    table = Lookup(Quotient("thu", "so"), [Band(1, below=1), Band(2, above=1)])
    rubric = of(table, measures=measures)
    agree(rubric, Sheet("a", {"thu": 3, "so": 4}), Sheet("b", {"thu": 5, "so": 4}))
    with pytest.raises(Faults, match="1 is in no band"):
        tally(rubric, [Sheet("a", {"thu": 4, "so": 4})])


def test_a_condition_that_may_lack_an_answer() -> None:
    """A condition is asked only if those before it do not decide, guards and all."""
    share = Compare(Quotient(1, "thu"), "<", 1)
    rubric = of(Choose(Any([Compare("thu", "==", 0), share]), 1, 2))

    agree(rubric, *[Sheet(f"u{n}", {**VALUES, "thu": n}) for n in range(3)])


def test_a_peer_is_awaited_even_where_its_points_cannot_matter() -> None:
    """Points of a peer that are still to come leave a comparison open, whatever they become."""
    never = Choose(Compare(Points("1"), "==", -1), 5, "thu")
    rubric = of(
        YesNo("dat"),
        sections=[
            Criterion("1", "Một", maximum=10, formula=YesNo("dat")),
            Criterion("2", "Hai", maximum=10, formula=Calculation(OverPeers("sum", never))),
        ],
    )
    sheets = [Sheet("a", VALUES), Sheet("b", {**VALUES, "dat": State.MISSING})]
    found = tally(rubric, sheets)

    assert [unit["2"].points for unit in score(rubric, sheets)] == [
        one["2"].points for one in found
    ]
    assert found["a"].provisional


def nested(depth: int) -> Expression:
    """Return a division whose result is rounded and divided again."""
    node: Expression = Reported("chi")
    for _ in range(depth):
        node = Rounded(Quotient(node, "chi"), Rounding(3))
    return node


def test_what_is_too_large_is_left_to_the_exact_evaluator() -> None:
    """A rubric too large for a function is computed all the same, and says so."""
    rubric = of(nested(30))
    sheets = [Sheet("a", VALUES), Sheet("b", {**VALUES, "thu": State.MISSING})]
    compiled = compile_rubric(rubric)

    assert "the rubric is too large to be compiled" == compiled.exact_because
    assert ("", ()) == (compiled.source, compiled.outputs)
    assert [one.points for one in score(rubric, sheets)] == [
        one.points for one in tally(rubric, sheets)
    ]
    with pytest.raises(Faults, match="too large to be compiled; use score"):
        compiled.integers({})
    with pytest.raises(Faults, match=r"^\$: the rubric is too large to be compiled; use score$"):
        program(rubric, sound=True)


def power(exponent: int) -> Expression:
    """Return a product of the same number."""
    return Product(["thu"] * exponent)


def test_numbers_that_may_be_too_long_are_watched() -> None:
    """A result of too many digits is refused as the exact evaluator refuses it."""
    rubric, few = of(power(80)), {**VALUES, "thu": "12.5"}
    many: dict[str, Given] = {**VALUES, "thu": 10**59}
    wrong = "a result of more than 4000 digits; round what it is made of"

    assert "" == compile_rubric(rubric).exact_because
    assert Fraction("12.5") ** 80 == tally(rubric, [Sheet("a", few)])["a"].points
    assert Fraction("12.5") ** 80 == compile_rubric(rubric).tally(few).points
    for call in (
        lambda: tally(rubric, [Sheet("a", many)]),
        lambda: score(rubric, [Sheet("a", many)]),
    ):
        with pytest.raises(Faults, match=f"criterion '1': {wrong}"):
            call()
    with pytest.raises(Faults, match=wrong):
        compile_rubric(rubric).tally(many)


def test_numbers_that_are_too_long_are_not_compiled_for() -> None:
    """A formula that may take for ever in whole numbers, or cannot be written, has no function."""
    long = Product([10**3999, 10**3999, "thu"])

    for formula in (power(700), Product([10**3999] * 1000), long):
        assert "the rubric is too large to be compiled" == compile_rubric(of(formula)).exact_because


LONG = "numbers are too long to be compiled for"


def test_units_that_report_long_numbers() -> None:
    """A number longer than functions are made for is left to the exact evaluator."""
    sheets = [Sheet("a", VALUES), Sheet("b", {**VALUES, "thu": 10**70})]
    alone, together = of(Sum(["thu", "chi"])), of(OverPeers("sum", "thu"))

    assert ["", LONG] == [one.exact_because for one in tally(alone, sheets)]
    assert [LONG, LONG] == [one.exact_because for one in tally(together, sheets)]
    for rubric in (alone, together):
        assert [one.points for one in score(rubric, sheets)] == [
            one.points for one in tally(rubric, sheets)
        ]


def test_items_that_report_long_numbers() -> None:
    """So is a long number of an item."""
    viec = ItemList("viec", "Việc", [Measure("gio", "Giờ"), Measure("ty_le", "Tỷ lệ", most=1)])
    rubric = of(OverItems("viec", "sum", Sum(["gio", "ty_le"])), items=[viec])
    sheets = [
        Sheet(unit, VALUES, {"viec": [{"gio": hours, "ty_le": 1}, {"gio": 2, "ty_le": 0}]})
        for unit, hours in (("a", 1), ("b", 10**70))
    ]

    assert ["", LONG] == [one.exact_because for one in tally(rubric, sheets)]
    assert [4, 10**70 + 3] == [one.points for one in tally(rubric, sheets)]


def test_ratios_of_peers_that_are_too_long() -> None:
    """Ratios of many peers with long divisors are refused as the exact evaluator refuses them."""
    rubric = of(OverPeers("mean", Quotient(1, Sum([1, "thu"]))))
    sheets = [Sheet(str(i), {**VALUES, "thu": 10**55 + i}) for i in range(80)]

    for compute in (tally, score):
        with pytest.raises(Faults, match="a result of more than 4000 digits"):
            compute(rubric, sheets)


def test_states_are_counted_as_the_rubric_says() -> None:
    """Zero, full and leaving are computed by a second function; pending by the exact evaluator."""
    said = Treatments(exempt="full", not_applicable="leave", not_assigned="zero")
    rubric = evolve(SIMPLE, treatments=said)
    compiled = compile_rubric(rubric)

    def found(state: State) -> tuple[object, ...]:
        one = compiled.tally({**VALUES, "thu": state, "muc": state})
        return one.points, one.maximum, one["1"].treatment, one.exact_because

    assert (10, 10, "full", "") == found(State.EXEMPT)
    assert (0, 0, "leave", "") == found(State.NOT_APPLICABLE)
    assert (0, 10, "zero", "") == found(State.NOT_ASSIGNED)
    assert (None, 10, "pending", "'1': pending") == found(State.MISSING)


def test_a_tally_tells_what_a_score_tells() -> None:
    """Points, percent, maximum and the rest are those of the score."""
    cluster = [Sheet("a", VALUES, name="Xã A"), Sheet("b", VALUES)]
    tallies, scores = tally(SIMPLE, cluster), score(SIMPLE, cluster)
    mine, theirs = tallies["a"], scores["a"]

    assert len(scores) == len(tallies)
    assert [one.unit for one in scores] == [one.unit for one in tallies]
    assert theirs.points == mine.points
    assert theirs.percent == mine.percent
    assert theirs.total.maximum == mine.maximum
    assert theirs.ranked == mine.ranked
    assert theirs.provisional == mine.provisional
    assert "Xã A" == mine.sheet.title
    assert scores == tallies.worked()
    assert "" == compile_rubric(SIMPLE).tally(VALUES).unit
    assert Sheet("", VALUES) == compile_rubric(SIMPLE).tally(VALUES).sheet


def test_unknown_names_are_refused() -> None:
    """A unit or criterion that is not there is a KeyError that says which one was meant."""
    tallies = tally(SIMPLE, [Sheet("a", VALUES)])
    with pytest.raises(KeyError, match="no unit 'aa'; did you mean 'a'"):
        tallies["aa"]
    with pytest.raises(KeyError, match="no criterion '2'; known are '1'"):
        tallies["a"]["2"]


def test_a_section_of_many_criteria() -> None:
    """A sum may have more terms than one statement holds."""
    criteria = [
        Criterion(f"1.{i}", "x", maximum=1, formula=PerEvent.of("thu", "0.01", at_most=1))
        for i in range(450)
    ]
    rubric = of(YesNo("dat"), sections=[Section("1", "Một", criteria=criteria)])

    assert Fraction(450) / 8 == compile_rubric(rubric).tally(VALUES).points


def test_a_step_of_points_entered_is_checked() -> None:
    """Points entered keep to their step and bounds on the fast way in too."""
    rubric = of(DirectEntry("thu", step="0.5"))

    assert Fraction("2.5") == compile_rubric(rubric).tally({**VALUES, "thu": "2.5"}).points
    with pytest.raises(Faults, match=r"multiples of 0\.5"):
        compile_rubric(rubric).tally({**VALUES, "thu": "2.3"})


def test_widths() -> None:
    """A program says where a width does not suffice, and what to declare."""
    free = program(of(Proportional("thu", to=25, capped=False)), sound=True)
    peers = program(of(OverPeers("greatest", "thu")), sound=True)
    bounded = program(of(Reported("chi"), rounding=Rounding(1)), sound=True)
    viec = [ItemList("viec", "Việc", [Measure("diem", "Điểm", most=10)])]
    listed = program(of(OverItems("viec", "sum", "diem"), items=viec), sound=True)

    assert ["declare the least and the most of 'thu'"] == [
        fault.todo for fault in too_wide(free, 64)
    ]
    assert "declare the least and the most of 'thu'" == too_wide(peers, 64)[0].todo
    assert () == too_wide(bounded, 32)
    assert ["declare narrower bounds or fewer places, or round before multiplying"] == [
        fault.todo for fault in too_wide(bounded, 8)[:1]
    ]
    assert ["a list has no longest length: 'viec'"] == [
        fault.todo for fault in too_wide(listed, 64)[:1]
    ]


def test_any_exact_number_has_no_whole_number() -> None:
    """A rubric with a measure of any exact number is left to the exact evaluator."""
    inner = Measure("tb", "Bình quân", places=None)
    rubric = Rubric(
        "r",
        "R",
        measures=[inner],
        sections=[Criterion("1", "Điểm", maximum=10, formula=Calculation("tb"))],
    )
    compiled = compile_rubric(rubric)
    found = compiled.tally({"tb": Fraction(12, 7)})

    assert "measure 'tb' may hold any exact number" == compiled.exact_because
    assert compiled.exact_because == found.exact_because
    assert Fraction(12, 7) == found.points
    assert () == compiled.inputs
    with pytest.raises(Faults, match="may hold any exact number; use score"):
        compiled.integers({"tb": 1})
    with pytest.raises(Faults, match="may hold any exact number; declare its places"):
        program(rubric, sound=True)


def test_a_condition_that_never_holds_counts_nothing() -> None:
    """Items under a condition that is false of all of them sum to nothing."""
    rubric = Rubric(
        "r",
        "R",
        measures=[],
        items=[ItemList("viec", "Việc", [Measure("diem", "Điểm")])],
        sections=[
            Criterion(
                "1",
                "Điểm",
                maximum=5,
                formula=Calculation(OverItems("viec", "sum", "diem", Compare(1, "==", 2))),
            )
        ],
    )
    sheet = Sheet("a", {}, {"viec": [{"diem": 2}]})

    assert 0 == tally(rubric, [sheet])["a"].points
    assert 0 == score(rubric, [sheet])["a"].points
