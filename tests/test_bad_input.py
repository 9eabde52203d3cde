# SPDX-License-Identifier: MIT
"""What users get wrong, each with the exact message they read."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from thidua import (
    Criterion,
    Faults,
    Measure,
    Question,
    Rubric,
    Section,
    Sheet,
    State,
    ThiduaError,
    score,
)
from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    Calculation,
    Form,
    Points,
    Product,
    Proportional,
    Sum,
    YesNo,
)
from thidua.program import tally
from thidua.wire import dumps, loads


def one(form: Form, **measures: Question | dict[str, object]) -> Rubric:
    """Return a rubric of one criterion over the measures named."""
    declared = [
        given if isinstance(given, Question) else Measure(code, code.title(), **given)  # type: ignore[arg-type]
        for code, given in measures.items()
    ]
    criterion = Criterion("I.1", "Một", maximum=10, formula=form)
    return Rubric("r", "R", measures=declared, sections=[Section("I", "Mục", criteria=[criterion])])


def refused(call: Callable[[], object]) -> str:
    """Return what the call is refused with."""
    with pytest.raises(ThiduaError) as refusal:
        call()
    return str(refusal.value)


TARGET = one(Proportional("thu", to="du_toan"), thu={"places": 1}, du_toan={})


def test_float_measure() -> None:
    """A float is refused where the sheet is made, with the exact way to write it."""
    message = '$.entries.thu: a float is not exact, 105.2; write "105.2" or Decimal("105.2")'

    assert message == refused(lambda: Sheet("a", {"thu": 105.2}))  # type: ignore[dict-item]


def test_float_parameter() -> None:
    """A float in a formula is refused just so."""
    message = '$: a float is not exact, 0.8; write "0.8" or Decimal("0.8")'

    assert message == refused(lambda: Proportional("thu", to="du_toan", zero_below=0.8))  # type: ignore[arg-type]


def test_missing_measure_is_never_zero() -> None:
    """A measure without an entry is refused; nothing is read as zero."""
    message = (
        "$.sheets[0].entries.du_toan: unit 'a' has no entry for measure 'du_toan'; "
        "give a value or a state such as missing; nothing is read as zero"
    )

    assert message == refused(lambda: score(TARGET, [Sheet("a", {"thu": 5})]))


def test_target_zero() -> None:
    """A target of zero is named with its unit and criterion."""
    message = (
        "$.sections[0].criteria[0].formula: unit 'a', criterion 'I.1': "
        "division by zero: the divisor of 'du_toan' is 0"
    )

    assert message == refused(lambda: score(TARGET, [Sheet("a", {"thu": 5, "du_toan": 0})]))


def test_misspelt_measure() -> None:
    """A formula that misspells a measure is told which one was meant."""
    rubric = one(Proportional("thuu", to="du_toan"), thu={}, du_toan={})
    message = (
        "$.sections[0].criteria[0].formula.measure: measure 'thuu' is not declared; "
        "did you mean 'thu'?"
    )

    assert message == refused(lambda: score(rubric, []))


def test_misspelt_entry() -> None:
    """A sheet that misspells a measure is told so, and told what it lacks."""
    message = (
        "$.sheets[0].entries.thuu: measure 'thuu' is not in the rubric; did you mean 'thu'?\n"
        "$.sheets[0].entries.thu: unit 'a' has no entry for measure 'thu'; "
        "give a value or a state such as missing; nothing is read as zero"
    )

    assert message == refused(lambda: score(TARGET, [Sheet("a", {"thuu": 5, "du_toan": 98})]))


def test_out_of_bounds() -> None:
    """A result outside the bounds of its measure is refused with the bound."""
    rubric = one(Proportional("ty_le", to=100), ty_le={"unit": "%", "places": 2, "most": 100})
    message = (
        "$.sheets[0].entries.ty_le: measure 'ty_le' is 100.01, above its most of 100; "
        "correct the entry, or the bounds of the measure"
    )

    assert message == refused(lambda: score(rubric, [Sheet("a", {"ty_le": "100.01"})]))


def test_band_gap() -> None:
    """A result in a hole of a table is refused; the hole is named, nothing is guessed."""
    table = [Band(5, above=98), Band(4, at_least=97, below=98), Band(0, below=97)]
    rubric = one(Banded("x", table), x={"places": 1})
    message = (
        "$.sections[0].criteria[0].formula: unit 'a', criterion 'I.1': 98 is in no band: "
        "the bands end at 98 and begin again at 98; close the table there"
    )

    assert message == refused(lambda: score(rubric, [Sheet("a", {"x": 98})]))


def test_cycle() -> None:
    """Criteria that need each other's points are refused with the whole circle."""
    criteria = [
        Criterion("1", "Một", maximum=5, formula=Calculation(Points("2"))),
        Criterion("2", "Hai", maximum=5, formula=Calculation(Points("1"))),
    ]
    rubric = Rubric("r", "R", measures=[], sections=criteria)
    message = "$.sections[0]: '1' depends on itself: 1 → 2 → 1"

    assert message == refused(lambda: score(rubric, []))


LONG = "1" + "0" * 3999


@pytest.mark.parametrize(
    "form",
    [
        Calculation(Product([LONG, LONG])),
        Calculation(Product([LONG] * 1000)),
        Calculation(Sum([f"1/{LONG[:-1]}{last}" for last in range(1, 9)])),
        Calculation(Product(["thu", "thu"])),
        Proportional("thu", to=1),
    ],
    ids=["two", "many", "divisors", "entries", "form"],
)
def test_results_too_long_to_be_written(form: Form) -> None:
    """Points are refused that no document could hold, before they take for ever."""
    message = (
        "$.sections[0].criteria[0].formula: unit 'a', criterion 'I.1': "
        "a result of more than 4000 digits; round what it is made of"
    )
    rubric, sheets = one(form, thu={}), [Sheet("a", {"thu": LONG})]

    assert message == refused(lambda: score(rubric, sheets))
    assert message == refused(lambda: tally(rubric, sheets))


def test_the_longest_number() -> None:
    """What may be entered may be scored, written and read again; its percent may not."""
    scores = score(one(Calculation("thu"), thu={}), [Sheet("a", {"thu": LONG})])

    assert scores == loads(dumps(scores))
    assert "$: a result of more than 4000 digits; round what it is made of" == refused(
        lambda: scores["a"].percent
    )
    assert "$.entries.thu: a number of more than 4000 digits" == refused(
        lambda: Sheet("a", {"thu": Fraction(10 * int(LONG))})
    )


def test_too_deep() -> None:
    """A formula nested too deep is refused when it is written, never by a stack overflow."""
    deep = Sum(["thu"])
    for _ in range(1000):
        deep = Sum([deep])

    assert "$.points: a formula nested more than 64 deep; split it with Points" == refused(
        lambda: Calculation(deep)
    )


def test_unit_twice_in_a_cluster() -> None:
    """A unit that stands twice in the cluster is named with its place."""
    message = "$.units[1]: unit 'a' stands twice in the cluster; list it once"

    assert message == refused(lambda: score(TARGET, [], units=["a", "a"]))


def test_two_sheets() -> None:
    """Two sheets of one unit are refused."""
    sheet = Sheet("a", {"thu": 5, "du_toan": 98})
    message = "$.sheets[1].unit: unit 'a' has two sheets; keep one"

    assert message == refused(lambda: score(TARGET, [sheet, sheet]))


def test_unknown_unit() -> None:
    """A sheet of a unit that is not in the cluster is refused with the nearest unit."""
    sheet = Sheet("bac-ha", {"thu": 5, "du_toan": 98})
    message = (
        "$.sheets[0].unit: a sheet for unit 'bac-ha', which is not in the cluster; "
        "did you mean 'bac_ha'?"
    )

    assert message == refused(lambda: score(TARGET, [sheet], units=["bac_ha", "sa_pa"]))


def test_criterion_twice() -> None:
    """A code that stands twice is refused at its second place."""
    criteria = [Criterion("1", "Một", maximum=5, formula=YesNo("co"))] * 2
    rubric = Rubric("r", "R", measures=[Question("co", "Có")], sections=criteria)
    message = "$.sections[1].code: criterion '1' stands twice; give each a code of its own"

    assert message == refused(lambda: score(rubric, []))


def test_unsaid_treatment() -> None:
    """A state that nobody has said how to treat is refused rather than guessed."""
    rubric = one(AroundTarget("a", to="t"), a={}, t={"above": 0})
    sheet = Sheet("x", {"a": State.EXEMPT, "t": 5})
    message = (
        "$.sections[0].criteria[0].formula: unit 'x', criterion 'I.1': an entry is exempt, and "
        "nothing says what that does here; state treatments.exempt in the criterion or the rubric"
    )

    assert message == refused(lambda: score(rubric, [sheet]))


def test_unknown_key_in_a_document() -> None:
    """A key that a document may not have is told the nearest one it may."""
    text = '{"kind": "sheet", "format": 1, "unit": "a", "entires": {"thu": "5"}}'

    with pytest.raises(Faults) as refusal:
        loads(text)

    assert [
        "$: key 'entries' is missing",
        "$: unknown key 'entires'; did you mean 'entries'?",
    ] == sorted(str(fault) for fault in refusal.value.faults)


def test_faults_are_a_collection() -> None:
    """All faults of one call can be counted and gone through."""
    with pytest.raises(Faults) as refusal:
        score(TARGET, [Sheet("a", {})])

    assert 2 == len(refusal.value)
    assert ["measure-missing"] * 2 == [fault.code for fault in refusal.value]


def test_chain_of_points() -> None:
    """A chain of criteria that need each other's points is refused before it overflows."""
    first = Criterion("0", "0", maximum=5, formula=YesNo("co"))
    others = [
        Criterion(str(i), str(i), maximum=5, formula=Calculation(Points(str(i - 1))))
        for i in range(1, 400)
    ]
    rubric = Rubric("r", "R", measures=[Question("co", "Có")], sections=[first, *others])
    message = (
        "$.sections[100]: '100' depends on a chain of more than 100 others; "
        "let it depend on them directly"
    )

    assert message == refused(lambda: score(rubric, []))


def test_longest_chain_of_points() -> None:
    """The longest chain that is allowed is scored."""
    first = Criterion("0", "0", maximum=5, formula=YesNo("co"))
    others = [
        Criterion(str(i), str(i), maximum=5, formula=Calculation(Points(str(i - 1))))
        for i in range(1, 99)
    ]
    rubric = Rubric("r", "R", measures=[Question("co", "Có")], sections=[*reversed(others), first])

    assert 5 == score(rubric, [Sheet("a", {"co": True})])["a"]["98"].points


def test_endless_sections() -> None:
    """Sections nested without end are refused when they are made."""
    part: Section | Criterion = Criterion("1", "Một", maximum=5, formula=YesNo("co"))

    def nest() -> None:
        nonlocal part
        for i in range(2000):
            part = Section(f"S{i}", "Mục", criteria=[part])

    assert "$.criteria: sections nested more than 128 deep" == refused(nest)


def test_misspelt_term() -> None:
    """A misspelt name of an enumeration is told the nearest one."""
    message = "$: not a Role, 'bonsu'; did you mean 'bonus'?"

    assert message == refused(
        lambda: Criterion("1", "Một", maximum=5, formula=YesNo("co"), role="bonsu")
    )


def test_a_result_is_not_its_own_target() -> None:
    """A form that names one measure for result and target is refused."""
    message = "$.to: measure 'a' is its own target; name the measure of the target"

    assert message == refused(lambda: AroundTarget("a", to="a"))
