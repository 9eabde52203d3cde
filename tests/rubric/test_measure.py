# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from thidua.errors import RubricFault
from thidua.quantity import EVERYTHING, Entry, Interval, State
from thidua.rubric import Better, Choice, Indicator, ItemList, Measure, Question
from thidua.rubric.measure import cell_of, domain, fault_of_entry, is_possible

MEASURE = Measure("thu", "Thu", places=1, most=100)
QUESTION = Question("dat", "Đạt chuẩn")
CHOICE = Choice("tien_do", "Tiến độ", ["đúng hạn", "trễ"])


def test_a_measure_is_whole_and_not_below_zero() -> None:
    """Unless it says otherwise, a measure is a whole number from zero."""
    measure = Measure("so_vu", "Số vụ")

    assert (0, Fraction(0), None, None) == (
        measure.places,
        measure.least,
        measure.most,
        measure.above,
    )
    assert measure.better is None
    assert Better.LOWER is Measure("so_vu", "Số vụ", better="lower").better


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: Measure("thu ngân", "Thu"),
            "$: not a code of a measure, 'thu ngân'; use letters without accents, digits and '_'",
        ),
        (
            lambda: Measure("thu", "Thu", places=13),
            "$.places: measure 'thu' has from 0 to 12 places, 13",
        ),
        (
            lambda: Measure("thu", "Thu", places=-1),
            "$.places: measure 'thu' has from 0 to 12 places, -1",
        ),
        (
            lambda: Measure("thu", "Thu", least=3, most="2.5"),
            "$.most: measure 'thu' can hold nothing, from 3 to 2.5",
        ),
        (
            lambda: Measure("thu", "Thu", above=5, most=5),
            "$.most: measure 'thu' can hold nothing, from 5 to 5",
        ),
        (
            lambda: Measure("thu", "Thu", least="0.2", most="0.8"),
            "$.most: measure 'thu' can hold nothing, from 0.2 to 0.8",
        ),
        (
            lambda: Choice("c", "C", ["tốt", "1"]),
            '$.levels: a level is named by a word, \'1\'; write "mức 1" rather than "1"',
        ),
        (
            lambda: Choice("c", "C", ["tốt", ""]),
            '$.levels: a level is named by a word, \'\'; write "mức 1" rather than "1"',
        ),
        (
            lambda: Choice("c", "C", [1]),  # type: ignore[list-item]
            '$.levels: a level is named by a word, 1; write "mức 1" rather than "1"',
        ),
        (
            lambda: Choice("c", "C", ["tốt", "tốt"]),
            "$.levels: levels differ and are some, ('tốt', 'tốt')",
        ),
        (lambda: Choice("c", "C", []), "$.levels: levels differ and are some, ()"),
    ],
)
def test_indicators_that_make_no_sense(make: Callable[[], Indicator], expected: str) -> None:
    """An indicator that nothing can answer is refused where it is made."""
    with pytest.raises(RubricFault) as refusal:
        make()

    assert expected == str(refusal.value)


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (MEASURE, Interval(0, 100)),
        (Measure("x", "X", least=None), EVERYTHING),
        (Measure("x", "X", above=5), Interval(5, None)),
        (Measure("x", "X", least=7, above=5), Interval(7, None)),
        (Measure("x", "X", least=None, above=-3, most=9), Interval(-3, 9)),
        (QUESTION, Interval(0, 1)),
        (CHOICE, EVERYTHING),
    ],
)
def test_domains(indicator: Indicator, expected: Interval) -> None:
    """A domain reaches from the higher of the lower bounds to the upper bound."""

    assert expected == domain(indicator)


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        (Interval(None, None), True),
        (Interval(100, None), True),
        (Interval("99.95", None), True),
        (Interval("10.01", "10.09"), False),
        (Interval("100.1", None), False),
    ],
)
def test_possible(allowed: Interval, *, expected: bool) -> None:
    """A measure has room where some number of its places lies in bounds."""

    assert expected is is_possible(MEASURE, allowed)


def test_cells() -> None:
    """Evaluators read a yes as one and a no as zero."""

    assert [Fraction(1), Fraction(0)] == [cell_of(answer) for answer in (True, False)]
    assert "trễ" == cell_of("trễ")
    assert State.EXEMPT is cell_of(State.EXEMPT)
    assert Fraction(1, 2) == cell_of(Fraction(1, 2))


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("indicator", [MEASURE, QUESTION, CHOICE])
def test_states_answer_everything(indicator: Indicator, state: State) -> None:
    """Any cell may hold a state."""

    assert fault_of_entry(indicator, state, ()) is None


@pytest.mark.parametrize(
    ("indicator", "entry"),
    [
        (MEASURE, Fraction(0)),
        (MEASURE, Fraction("99.9")),
        (MEASURE, Fraction(100)),
        (Measure("x", "X", least=None), Fraction(-10)),
        (Measure("x", "X", above=0), Fraction(1)),
        (QUESTION, True),
        (QUESTION, False),
        (CHOICE, "trễ"),
    ],
)
def test_answers(indicator: Indicator, entry: Entry) -> None:
    """Bounds belong to the measure, questions take a bool, choices one of their levels."""

    assert fault_of_entry(indicator, entry, ()) is None


@pytest.mark.parametrize(
    ("indicator", "entry", "expected"),
    [
        (
            MEASURE,
            Fraction(-1),
            (
                "$.x: measure 'thu' is -1, below its least of 0; "
                "correct the entry, or the bounds of the measure"
            ),
        ),
        (
            MEASURE,
            Fraction("100.5"),
            (
                "$.x: measure 'thu' is 100.5, above its most of 100; "
                "correct the entry, or the bounds of the measure"
            ),
        ),
        (
            Measure("thu", "Thu", above=0),
            Fraction(0),
            "$.x: measure 'thu' is 0, not above 0; correct the entry, or the bounds of the measure",
        ),
        (
            MEASURE,
            Fraction("1.25"),
            (
                "$.x: measure 'thu' is 1.25, which has more than 1 decimal places; "
                "round it by a rule, or declare more places"
            ),
        ),
        (
            MEASURE,
            Fraction(1, 3),
            (
                "$.x: measure 'thu' is 1/3, which has more than 1 decimal places; "
                "round it by a rule, or declare more places"
            ),
        ),
        (
            MEASURE,
            "12,5",
            (
                "$.x: measure 'thu' is a number, given '12,5'; "
                "read Vietnamese numbers with parse_vietnamese"
            ),
        ),
        (
            MEASURE,
            "nhiều",
            "$.x: measure 'thu' is a number, given 'nhiều'; write a number or a state",
        ),
        (
            MEASURE,
            True,
            "$.x: measure 'thu' is a number, given True; write a number or a state",
        ),
        (
            QUESTION,
            "có",
            "$.x: question 'dat' is answered yes or no, given 'có'; write true or false",
        ),
        (
            QUESTION,
            Fraction(1),
            "$.x: question 'dat' is answered yes or no, given '1'; write true or false",
        ),
        (
            CHOICE,
            "đung hạn",
            "$.x: choice 'tien_do' has no level 'đung hạn'; did you mean 'đúng hạn'?",
        ),
        (
            CHOICE,
            Fraction(5),
            "$.x: choice 'tien_do' has no level '5'; known are 'trễ', 'đúng hạn'",
        ),
        (
            CHOICE,
            True,
            "$.x: choice 'tien_do' has no level True; known are 'trễ', 'đúng hạn'",
        ),
    ],
)
def test_wrong_answers(indicator: Indicator, entry: Entry, expected: str) -> None:
    """What is no answer is refused with what was given and what is wanted."""

    assert expected == str(fault_of_entry(indicator, entry, ("x",)))


def test_lists_keep_their_indicators_in_order() -> None:
    """A list of items takes what is reported for an item as it is given."""

    assert (MEASURE, CHOICE) == ItemList("viec", "Việc", [MEASURE, CHOICE]).measures


def test_any_exact_number() -> None:
    """A measure without a number of places holds any exact number in its bounds."""
    measure = Measure("tb", "Trung bình", places=None, least="1/3", most="1/3")

    assert fault_of_entry(measure, Fraction(1, 3), ()) is None
    assert fault_of_entry(measure, Fraction(1, 7), ()) is not None


def test_bounds_that_hold_no_number_at_all() -> None:
    """Bounds of any exact number that cross, or exclude their only number, are refused."""

    assert is_possible(Measure("tb", "", places=None, above=0))
    with pytest.raises(RubricFault, match="can hold nothing"):
        Measure("tb", "", places=None, least=2, most=1)
    with pytest.raises(RubricFault, match="can hold nothing"):
        Measure("tb", "", places=None, least=None, above=1, most=1)
