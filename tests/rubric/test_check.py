# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from thidua.errors import Faults
from thidua.formula import (
    All,
    AroundTarget,
    Band,
    Banded,
    ByKind,
    ByRange,
    Calculation,
    Checklist,
    Choose,
    Compare,
    DirectEntry,
    EntryIs,
    Expression,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Leveled,
    LevelIs,
    OverItems,
    OverPeers,
    PeerFold,
    PerEvent,
    Piece,
    Points,
    Predicate,
    Prize,
    PrizeTable,
    Proportional,
    Raters,
    Reported,
    Scaled,
    Stepped,
    Sum,
    Threshold,
    Total,
    YesNo,
)
from thidua.quantity import Number, Rounding, State
from thidua.rubric import (
    Choice,
    Criterion,
    ItemList,
    Measure,
    Part,
    Question,
    Role,
    Rubric,
    Section,
    Sheet,
    check,
    score,
)

MEASURES = (
    Measure("thu", "Thu", places=1),
    Measure("du_toan", "Dự toán", above=0),
    Measure("diem", "Điểm", least=20),
    Question("dat", "Đạt"),
    Choice("muc", "Mức", ["tốt", "khá"]),
)
ITEMS = (ItemList("viec", "Việc", [Measure("gio", "Giờ"), Choice("loai", "Loại", ["a", "b"])]),)


def criterion(code: str, form: Form, maximum: Number = 10, role: Role = Role.STANDARD) -> Criterion:
    """Return a criterion."""
    return Criterion(code, f"Tiêu chí {code}", maximum=maximum, formula=form, role=role)


def faults(*sections: Part | Form) -> list[str]:
    """Return what is wrong in a rubric of some parts."""
    parts = [
        part if isinstance(part, Criterion | Section) else criterion(str(number), part)
        for number, part in enumerate(sections, 1)
    ]
    rubric = Rubric("r", "R", measures=MEASURES, items=ITEMS, sections=parts)
    return [str(fault) for fault in check(rubric)]


def calculated(expression: Expression) -> list[str]:
    """Return what is wrong with an expression."""
    return faults(Calculation(expression))


def asked(predicate: Predicate) -> list[str]:
    """Return what is wrong with a predicate."""
    return calculated(Choose(predicate, 1, 0))


def nested(depth: int) -> Expression:
    """Return an expression of some depth."""
    found: Expression = Reported("thu")
    for _ in range(depth - 1):
        found = Sum([found])
    return found


def test_a_sound_rubric_has_no_faults() -> None:
    """Every form may stand next to every other."""
    sound = faults(
        DirectEntry("thu"),
        YesNo("dat"),
        Leveled("muc", {"tốt": 5, "khá": 3}),
        Proportional("thu", "du_toan"),
        Stepped("thu", "du_toan", side="over", step=1, each=1),
        Banded("thu", [Band(1)]),
        PerEvent.of("thu", -1, at_least=0, at_most=0),
        AroundTarget("thu", "du_toan"),
        Calculation(Sum([OverItems("viec", "sum", "gio"), "dat", Points("1")])),
        Calculation(
            Choose(All([LevelIs("muc", "tốt"), EntryIs("muc", State.EXEMPT)]), Points("2"), 0)
        ),
    )

    assert [] == sound


# --- codes -------------------------------------------------------------------


def test_codes_stand_once() -> None:
    """Measures, lists, criteria and sections each have a code of their own."""
    thu = Measure("thu", "Thu")
    rubric = Rubric(
        "r",
        "R",
        measures=[thu, Measure("chi", "Chi"), thu],
        items=[ItemList("viec", "Việc", [thu]), ItemList("viec", "Việc", [])],
        sections=[
            criterion("1", DirectEntry("thu")),
            Section("I", "Mục", criteria=[criterion("1", DirectEntry("chi"))]),
        ],
    )

    assert [
        "$.measures[2].code: measure 'thu' stands twice; give each a code of its own",
        "$.items[1].code: list of items 'viec' stands twice; give each a code of its own",
        "$.items[0].measures[0].code: measure 'thu' stands twice; give each a code of its own",
        "$.sections[1].criteria[0].code: criterion '1' stands twice; give each a code of its own",
    ] == [str(fault) for fault in check(rubric)]


def test_the_total_has_its_code() -> None:
    """No criterion goes by the code of the total."""
    message = (
        "$.sections[0].code: a criterion or section is called 'total', "
        'the code of the total itself; give it another, such as "T"'
    )

    assert message == faults(criterion("total", DirectEntry("thu")))[0]


def test_faulty_rubrics_are_never_scored() -> None:
    """Scoring refuses a rubric with everything that is wrong in it."""
    rubric = Rubric("r", "R", measures=[], sections=[])
    with pytest.raises(Faults) as refusal:
        score(rubric, [Sheet("a", {})])

    assert "$.sections: rubric 'r' has no criteria" == str(refusal.value)


# --- structure ---------------------------------------------------------------


def test_sections_have_criteria() -> None:
    """A rubric, and every section of it, has some criterion."""

    assert ["$.sections[0].criteria: section 'I' has no criteria"] == faults(
        Section("I", "Mục", criteria=[])
    )


def test_sections_nest_only_so_deep() -> None:
    """What stands too deep is named once."""
    part: Part = criterion("1", DirectEntry("thu"))
    for depth in range(63):
        part = Section(f"s{depth}", "Mục", criteria=[part])

    assert [] == faults(part)
    at = "$.sections[0]" + ".criteria[0]" * 64
    deeper = Section("I", "Mục", criteria=[part])

    assert [f"{at}: criterion '1' stands more than 64 deep"] == faults(deeper)


@pytest.mark.parametrize(
    "form",
    [
        PerEvent.of("thu", 1, at_least=5, at_most=1),
        Stepped("thu", 1, side="over", step=1, each=1, at_least=5, at_most=1),
        Total([YesNo("dat")], at_least=5, at_most=1),
        ItemTotal("viec", Banded("gio", [Band(1)]), at_least=5, at_most=1),
    ],
)
def test_limits_of_forms_do_not_cross(form: Form) -> None:
    """A form's floor does not stand above its ceiling."""

    assert ["$.sections[0].formula.at_least: '1' has at_least above at_most, 5 and 1"] == faults(
        form
    )


def test_limits_of_parts_do_not_cross() -> None:
    """Nowhere does a floor stand above its ceiling."""
    one = evolve(criterion("1", DirectEntry("thu")), at_least=5, at_most=4)
    section = Section("I", "Mục", criteria=[one], at_least="1/3", at_most=0)
    rubric = Rubric("r", "R", measures=MEASURES, sections=[section], at_least=2, at_most=1)

    assert [
        "$.sections[0].at_least: 'I' has at_least above at_most, 1/3 and 0",
        "$.sections[0].criteria[0].at_least: '1' has at_least above at_most, 5 and 4",
        "$.at_least: 'total' has at_least above at_most, 2 and 1",
    ] == [str(fault) for fault in check(rubric)]


def test_formulas_nest_only_so_deep() -> None:
    """A form that makes an expression too deep is refused; one that is not deep is not."""
    deep = Proportional(nested(62), 1)
    message = "the formula of '1' nests more than 64 deep; split it with Points"

    assert [] == faults(Proportional(nested(61), 1))
    assert [f"$.sections[0].formula: {message}"] == faults(deep)


def test_formulas_too_deep_under_one_code() -> None:
    """Criteria that share a code are refused for that, however deep they are."""
    deep = criterion("1", Proportional(nested(62), 1))

    assert [
        "$.sections[1].code: criterion '1' stands twice; give each a code of its own",
        "$.sections[0].formula: the formula of '1' nests more than 64 deep; split it with Points",
        "$.sections[1].formula: the formula of '1' nests more than 64 deep; split it with Points",
    ] == faults(deep, deep)


# --- kinds -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (DirectEntry("dat"), ".measure: 'dat' is a question, where a number is wanted"),
        (YesNo("thu"), ".question: 'thu' is a number, where a question is wanted"),
        (
            Leveled("dat", {"tốt": 1}),
            ".choice: 'dat' is a question, where a choice is wanted",
        ),
        (
            AroundTarget("dat", "du_toan"),
            ".measure: 'dat' is a question, where a number is wanted",
        ),
        (AroundTarget("thu", "dat"), ".to: 'dat' is a question, where a number is wanted"),
    ],
)
def test_forms_want_their_kind(form: Form, expected: str) -> None:
    """What a form names is of the kind the form is for."""

    assert f"$.sections[0].formula{expected}" in faults(form)


def test_choices_are_no_numbers() -> None:
    """A level is not calculated with."""
    at, message = "$.sections[0].formula", "'muc' is a choice, where a number is wanted"
    hint = "use Leveled or LevelIs"

    assert [f"{at}.points.terms[0]: {message}; {hint}"] == calculated(Sum(["muc", 1]))
    assert [f"{at}.measure: {message}"] == faults(DirectEntry("muc"))


def test_numbers_are_no_choices() -> None:
    """A level is asked of a choice only."""

    message = "$.sections[0].formula.points.when.code: 'thu' is a number, where a choice is wanted"

    assert [message] == asked(LevelIs("thu", "tốt"))


def test_every_level_has_points_once() -> None:
    """A form by levels gives points to each level of the choice, and to no other, in order."""
    choice = Choice("c", "C", ["a", "b", "c", "d"])
    form = Leveled("c", {"b": 1, "x": 2})
    rubric = Rubric("r", "R", measures=[choice], sections=[criterion("1", form)])

    assert [
        "$.sections[0].formula.levels: no points for level 'a' of choice 'c'; give it points",
        "$.sections[0].formula.levels: no points for level 'c' of choice 'c'; give it points",
        "$.sections[0].formula.levels: no points for level 'd' of choice 'c'; give it points",
        (
            "$.sections[0].formula.levels[1].name: choice 'c' has no level 'x'; "
            "known are 'a', 'b', 'c', 'd'"
        ),
    ] == [str(fault) for fault in check(rubric)]


def test_levels_stand_once() -> None:
    """A level has points once."""
    form = Leveled("muc", [*Leveled("muc", {"tốt": 1, "khá": 2}).levels] * 2)

    assert [
        (
            "$.sections[0].formula.levels[2].name: level 'tốt' stands twice; "
            "give each a code of its own"
        ),
        (
            "$.sections[0].formula.levels[3].name: level 'khá' stands twice; "
            "give each a code of its own"
        ),
    ] == faults(form)


def test_points_entered_have_room() -> None:
    """A measure that can hold no points of its criterion is refused."""

    assert [
        (
            "$.sections[0].formula.measure: measure 'diem' holds no number from 0 to 10, "
            "as points entered do; correct its bounds or the maximum"
        )
    ] == faults(DirectEntry("diem"))
    assert [] == faults(criterion("1", DirectEntry("diem"), maximum=20))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            Checklist({"thu": 1}),
            ".ticks[0].question: 'thu' is a number, where a question is wanted",
        ),
        (
            Total([YesNo("dat"), Highest([YesNo("thu")])]),
            ".of[1].of[0].question: 'thu' is a number, where a question is wanted",
        ),
        (
            ByRange("thu", [Piece(Gated(Compare("thu", ">", 0), YesNo("thu")))]),
            ".pieces[0].form.form.question: 'thu' is a number, where a question is wanted",
        ),
        (
            ByKind("muc", {"tốt": YesNo("thu"), "khá": YesNo("dat")}),
            ".cases[0].form.question: 'thu' is a number, where a question is wanted",
        ),
        (
            ByKind("muc", {"tốt": YesNo("dat")}),
            ".cases: no form for level 'khá' of choice 'muc'; give it a form",
        ),
        (
            ByKind("dat", {"tốt": YesNo("dat")}),
            ".choice: 'dat' is a question, where a choice is wanted",
        ),
        (
            ItemTotal("viec", YesNo("gio")),
            ".form.question: 'gio' is a number, where a question is wanted",
        ),
        (
            Raters("viec", "gio", by="loai", groups={"a": 1}),
            ".groups: no weight for level 'b' of choice 'loai'; give it a weight",
        ),
        (
            PrizeTable("viec", [Prize(1, {"loai": "c"})]),
            ".prizes[0].levels[0].level: choice 'loai' has no level 'c'; known are 'a', 'b'",
        ),
        (
            PrizeTable("viec", [Prize(1, {"gio": "c"})]),
            ".prizes[0].levels[0].choice: 'gio' is a number, where a choice is wanted",
        ),
    ],
)
def test_forms_in_forms_want_their_kind(form: Form, expected: str) -> None:
    """What is demanded is demanded wherever a form stands, of items too."""

    assert f"$.sections[0].formula{expected}" in faults(form)


def test_forms_read_what_they_may() -> None:
    """Forms for items read the item and the unit; all of the new forms may stand in a rubric."""

    assert [] == faults(
        ItemTotal(
            "viec", Total([Threshold("gio", ">=", "thu"), Leveled("loai", {"a": 1, "b": 0})])
        ),
        Raters("viec", "gio"),
        Raters("viec", "gio", by="loai", groups={"a": 1, "b": 2}),
    )


def test_points_entered_in_forms_have_room() -> None:
    """Points entered have bounds and a step, and a measure has room for all that enter in it."""
    at = "$.sections[0].formula.of[0]"
    hint = "correct its bounds or the maximum"

    assert [f"{at}.least: '1' has least above most, 3 and 2"] == faults(
        Total([DirectEntry("thu", least=3, most=2)])
    )
    assert [
        (
            f"{at}.measure: measure 'thu' holds no multiple of 0.25 from 0.1 to 0.2, "
            f"as points entered do; {hint}"
        )
    ] == faults(Total([DirectEntry("thu", least="0.1", most="0.2", step="0.25")]))
    assert [
        (
            "$.sections[1].formula.measure: measure 'thu' holds no number from 6 to 10, "
            f"as points entered do; {hint}"
        )
    ] == faults(DirectEntry("thu", most=5), DirectEntry("thu", least=6))
    assert [] == faults(DirectEntry("thu", step="0.25"), DirectEntry("thu", step="0.1"))


def test_points_entered_without_limits_are_bound_by_their_measure_alone() -> None:
    """A maximum of 10 and a floor of 0 bind no points agreed on; a step still does."""
    free = criterion("1", DirectEntry("d", step="0.5", unlimited=True))
    measures = [Measure("d", "D", places=1, least=None)]
    rubric = Rubric("r", "R", measures=measures, sections=[free])
    scores = score(rubric, [Sheet("A", {"d": -2}), Sheet("B", {"d": "12.5"})])

    assert [-2, Fraction("12.5")] == [unit.points for unit in scores]
    with pytest.raises(Faults, match="are multiples of"):
        score(rubric, [Sheet("A", {"d": "12.4"})])

    narrow = evolve(rubric, measures=[Measure("d", "D", places=1, least="0.1", most="0.4")])
    assert [
        (
            "$.sections[0].formula.measure: measure 'd' holds no multiple of 0.5, "
            "as points entered do; correct its bounds or the maximum"
        )
    ] == [str(fault) for fault in check(narrow)]


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        ("0.5", None),
        ("-0.5", "go from 0 to 5; correct the entry or the maximum"),
        ("5.5", "go from 0 to 5; correct the entry or the maximum"),
        ("0.3", "are multiples of 0.5; correct the entry or the step"),
    ],
)
def test_points_entered_are_checked_wherever_they_stand(entered: str, said: str | None) -> None:
    """Bounds and a step inside other forms are held to, except those of items."""
    points = Total([Scaled(2, DirectEntry("d", most=5, step="0.25")), DirectEntry("d", step="0.1")])
    free = ItemTotal("viec", DirectEntry("gio", most=1, step=1))
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("d", "D", places=1, least=None)],
        items=[ItemList("viec", "Việc", [Measure("gio", "Giờ", places=1)])],
        sections=[criterion("1", points), criterion("2", free)],
    )
    sheet = Sheet("u", {"d": entered}, {"viec": [{"gio": "7.5"}]})
    if said is None:
        assert Fraction(9) == score(rubric, [sheet]).units[0].total.points
        return
    with pytest.raises(Faults) as refusal:
        score(rubric, [sheet])

    assert f"$.sheets[0].entries.d: measure 'd' is {entered}, but points entered {said}" == str(
        refusal.value
    )


# --- what is read ------------------------------------------------------------


def test_measures_are_declared() -> None:
    """A measure that is not declared is refused with the one that was meant."""

    def said(place: str) -> list[str]:
        what = "measure 'thuu' is not declared; did you mean 'thu'?"
        return [f"$.sections[0].formula.{place}: {what}"]

    assert said("points.terms[0]") == calculated(Sum(["thuu"]))
    assert said("points.when.code") == asked(EntryIs("thuu", State.EXEMPT))
    assert said("measure") == faults(DirectEntry("thuu"))
    assert said("points.of") == calculated(OverPeers("sum", "thuu"))
    assert said("points.of") == calculated(OverPeers("rank", "thuu"))
    assert said("points.of") == calculated(OverItems("viec", "sum", "thuu"))


def test_measures_of_items_are_read_inside_their_list() -> None:
    """A measure of an item is read only where that list is folded."""

    assert [] == calculated(OverItems("viec", "sum", Sum(["gio", "thu"])))
    assert [
        (
            "$.sections[0].formula.points.terms[0]: measure 'gio' is not declared; "
            "known are 'dat', 'diem', 'du_toan', 'muc', 'thu'"
        )
    ] == calculated(Sum(["gio"]))


def test_a_list_is_not_folded_for_each_item_of_a_list() -> None:
    """Folds in folds would take the time of all pairs, of three all triples, and so on."""
    what = (
        "$.sections[0].formula: list 'viec' is folded again for each item of a list; "
        "compute the inner one in a criterion of its own, and use its Points"
    )
    inner = OverItems("viec", "mean", "gio")

    assert [what] == calculated(OverItems("viec", "count", where=Compare("gio", ">", inner)))
    assert [what] == calculated(OverPeers("sum", OverItems("viec", "sum", inner)))
    assert [what] == calculated(OverItems("viec", "sum", OverPeers("rank", inner)))
    assert [what] == faults(ItemTotal("viec", Calculation(inner)))
    assert [] == calculated(OverItems("viec", "sum", OverPeers("sum", inner)))


def peers_in_peers(depth: int, fold: str = "rank") -> Expression:
    """Return a look at peers that look at theirs, and so on."""
    node: Expression = Reported("thu")
    for _ in range(depth):
        node = OverPeers(fold, node)
    return node


@pytest.mark.parametrize("fold", ["rank", "sum"])
def test_looks_at_peers_nest_a_few_deep(fold: str) -> None:
    """Each look takes the time of those inside it again; forty would never be checked."""
    what = (
        "$.sections[0].formula: looks at peers nest more than 4 deep; "
        "compute the inner one in a criterion of its own, and use its Points"
    )

    assert [] == calculated(peers_in_peers(4, fold))
    assert [what] == calculated(peers_in_peers(5, fold))
    assert [what] == calculated(Choose(Compare(peers_in_peers(40, fold), ">", 1), 1, 0))


def test_many_faults() -> None:
    """After a hundred faults a rubric is told that there are more."""
    found = calculated(Sum([f"thuu{number}" for number in range(1000)]))

    assert 101 == len(found)
    assert "$.sections: more than 100 faults; correct those above first" == found[-1]


def test_lists_are_declared() -> None:
    """A list that is not declared is refused with the one that was meant."""

    what = "no list of items is called 'viecs'; did you mean 'viec'?"

    assert [f"$.sections[0].formula.points.items: {what}"] == calculated(
        OverItems("viecs", "count")
    )


def test_levels_are_declared() -> None:
    """A level asked for is one of the choice."""

    what = "choice 'muc' has no level 'tôt'; did you mean 'tốt'?"

    assert [f"$.sections[0].formula.points.when.level: {what}"] == asked(LevelIs("muc", "tôt"))
    assert [
        (
            "$.sections[0].formula.points.where.level: choice 'loai' has no level 'c'; "
            "known are 'a', 'b'"
        )
    ] == calculated(OverItems("viec", "count", where=LevelIs("loai", "c")))


def test_criteria_whose_points_are_used_are_there() -> None:
    """Points are of a criterion or section of the rubric."""

    assert [
        "$.sections[0].formula.points.code: no criterion has the code '3'; known are '1'"
    ] == calculated(Points("3"))


# --- circles -----------------------------------------------------------------


def test_criteria_that_use_each_other() -> None:
    """Two criteria that use each other's points are refused with the way round."""

    assert ["$.sections[0]: '1' depends on itself: 1 → 2 → 1"] == faults(
        Calculation(Points("2")), Calculation(Points("1"))
    )


def test_criteria_that_use_themselves() -> None:
    """A criterion does not use its own points."""

    assert ["$.sections[0]: '1' depends on itself: 1 → 1"] == calculated(Points("1"))


def test_criteria_that_use_their_section() -> None:
    """A criterion does not use the points of a section it stands in."""
    one = criterion("1", Calculation(Points("I")))
    found = faults(Section("I", "Mục", criteria=[one]))

    assert ["$.sections[0]: 'I' depends on itself: I → 1 → I"] == found


def test_criteria_that_use_the_total() -> None:
    """A criterion does not use the total."""

    assert ["$.sections[0]: '1' depends on itself: 1 → total → 1"] == calculated(Points("total"))


def test_criteria_that_use_each_other_through_peers() -> None:
    """A circle through what peers have is a circle."""
    best = OverPeers(PeerFold.GREATEST, Points("2"))

    assert ["$.sections[0]: '1' depends on itself: 1 → 2 → 1"] == faults(
        Calculation(Sum([best])), Calculation(OverPeers("sum", 1, Compare(Points("1"), ">", 0)))
    )


def test_points_may_be_used_twice() -> None:
    """Two ways to the same points are no circle."""
    total = Section("I", "Mục", criteria=[criterion("1", DirectEntry("thu"))], rounding=Rounding(1))

    assert [] == faults(
        total,
        Calculation(Sum([Points("I"), Points("1")])),
        Calculation(Sum([Points("2"), Points("1")])),
    )
