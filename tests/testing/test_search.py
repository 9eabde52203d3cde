# SPDX-License-Identifier: MIT

from __future__ import annotations

from fractions import Fraction
from importlib import import_module

import pytest
from attrs import evolve

from thidua.errors import Faults, RubricFault
from thidua.formula import (
    Band,
    Banded,
    Calculation,
    Direction,
    Directions,
    Form,
    ItemTotal,
    PerEvent,
    Proportional,
    Quotient,
    Raters,
    YesNo,
)
from thidua.quantity import Interval
from thidua.review import say_problem
from thidua.review.proof import Proof, prove
from thidua.rubric import Criterion, Indicator, ItemList, Measure, Question, Rubric, Scores, score
from thidua.testing import LAWS, search

MODULE = import_module("thidua.testing.search")  # its name is that of the function, too
DONE = Measure("lam", "Làm", most=1000, better="higher")
NO_MEAN = (
    "3 may have no answer: unit 'a', criterion '3': the mean of 0 items of 'phieu' is not defined"
)
LATE = Measure("tre", "Trễ", most=20)


def rubric(form: Form, *measures: Indicator, **options: object) -> Rubric:
    """Return a rubric of one criterion."""
    criterion = Criterion("1", "Một", maximum=10, formula=form)
    return Rubric("r", "R", measures=measures, sections=[criterion], **options)  # type: ignore[arg-type]


def said(*found: object) -> list[str]:
    """Return problems in words."""
    return [say_problem(one, "en") for one in found]  # type: ignore[arg-type]


def test_a_sound_rubric_keeps_the_laws() -> None:
    """Nothing is found in a rubric that keeps all laws."""

    assert () == search(rubric(Proportional("lam", 100), DONE), examples=50)


def test_a_drop_is_found_and_made_simple() -> None:
    """A better result that costs points is found with the simplest sheets."""
    falling = rubric(Banded("lam", [Band(10, below=7), Band(2, at_least=7)]), DONE)
    (problem,) = search(falling, examples=40)

    assert (
        "lam says “higher is better”, but as it grows from 0 to 7 the total goes "
        "from 10 to 2 points (through 1)"
    ) == say_problem(problem, "en")


def test_the_search_is_always_the_same() -> None:
    """Two searches find the same sheets."""
    falling = rubric(PerEvent.of("lam", "-0.5"), DONE)

    assert search(falling, examples=40) == search(falling, examples=40) != ()


def test_a_drop_of_a_measure_of_items_is_found() -> None:
    """Measures of items are tried as well, where there are items."""
    tasks = ItemList("viec", "Việc", [Measure("diem", "Điểm", most=9, better="lower")])
    rising = rubric(ItemTotal("viec", PerEvent.of("diem", 1)), items=[tasks])
    (problem,) = search(rising, examples=100, laws=["better"])

    assert (
        "viec.diem says “lower is better”, but as it grows from 0 to 1 the total goes "
        "from 0 to 1 point (through 1)"
    ) == say_problem(problem, "en")


def test_every_lack_of_an_answer_is_found() -> None:
    """Gaps, overlaps, divisions by zero and means of nothing are told one by one."""
    table = [Band(1, at_most=5), Band(2, at_least=5, below=7), Band(3, above=7)]
    ratings = ItemList("phieu", "Phiếu", [Measure("diem", "Điểm", most=10)])
    parts = [
        Criterion("1", "Một", maximum=3, formula=Banded("lam", table)),
        Criterion("2", "Hai", maximum=10, formula=Calculation(Quotient("lam", "tre"))),
        Criterion("3", "Ba", maximum=10, formula=Raters("phieu", "diem")),
    ]
    partial = Rubric("r", "R", measures=[DONE, LATE], items=[ratings], sections=parts)

    assert [
        "1 has more than one band for values exactly 5",
        "1 has no band for values exactly 7",
        "2 may divide by zero",
        NO_MEAN,
    ] == sorted(said(*search(partial, examples=100, laws=["answers", "better", "directions"])))


def test_unsound_rubrics_are_refused() -> None:
    """A rubric with faults cannot be searched."""
    with pytest.raises(Faults, match="measure 'lam' is not declared"):
        search(rubric(Proportional("lam", 100)))


def test_unknown_laws_are_refused() -> None:
    """A law that does not exist is named, with the one that was meant."""
    with pytest.raises(RubricFault, match="no law 'beter'; did you mean 'better'"):
        search(rubric(Proportional("lam", 100), DONE), laws=["beter"])


# --- laws that only this library can break -------------------------------------------


def test_a_wrong_interval_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Points outside of the interval that was proved break a law."""

    def wrong(rubric: Rubric) -> Proof:
        proof = prove(rubric)
        return evolve(proof, spans={**proof.spans, "1": Interval(0, 5)})

    monkeypatch.setattr(MODULE, "prove", wrong)
    (problem,) = search(rubric(Proportional("lam", 100), DONE), examples=40, laws=["intervals"])

    assert ["1 breaks the law “intervals”: a fault of thidua, please report it"] == said(problem)
    assert ("sections", 0) == problem.at


@pytest.mark.parametrize("wrong", [Direction.FALLING, Direction.LEVEL])
def test_a_wrong_direction_is_found(monkeypatch: pytest.MonkeyPatch, wrong: Direction) -> None:
    """Points that rise though it was proved that they fall, or stay, break a law."""

    def turned(rubric: Rubric) -> Proof:
        proof = prove(rubric)
        return evolve(proof, directions={**proof.directions, "total": {(None, "lam"): wrong}})

    monkeypatch.setattr(MODULE, "prove", turned)
    (problem,) = search(rubric(Proportional("lam", 100), DONE), laws=["directions"])

    assert ("law_broken", "total", ()) == (problem.kind, problem.code, problem.at)
    assert 2 == len(problem.example)  # type: ignore[union-attr]


def test_what_is_not_proved_breaks_no_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown direction is no promise."""

    def unknown(rubric: Rubric) -> Proof:
        proof = prove(rubric)
        open_: Directions = {(None, "lam"): Direction.UNKNOWN}
        return evolve(proof, directions={"1": open_, "total": open_})

    monkeypatch.setattr(MODULE, "prove", unknown)

    assert () == search(rubric(Proportional("lam", 100), DONE), laws=["directions"], examples=50)


def test_an_order_that_matters_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Points that depend on the order of the sheets break a law."""

    def wrong(rubric: Rubric, sheets: object) -> Scores:
        scores = score(rubric, sheets)  # type: ignore[arg-type]
        first, *others = scores.units
        return evolve(
            scores, units=(evolve(first, total=evolve(first.total, points=Fraction(0))), *others)
        )

    monkeypatch.setattr(MODULE, "score", wrong)
    (problem,) = search(rubric(Proportional("lam", 100), DONE), examples=40, laws=["order"])

    assert "order" in LAWS
    assert ("law_broken", "total") == (problem.kind, problem.code)


def test_a_rubric_without_numbers_has_no_directions() -> None:
    """Where nothing is a number, there is no direction to try."""

    assert () == search(rubric(YesNo("co"), Question("co", "Có")), laws=["directions"])


def test_a_wrong_falling_direction_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Points that fall though it was proved that they rise break a law."""

    def turned(rubric: Rubric) -> Proof:
        proof = prove(rubric)
        return evolve(proof, directions={"1": {(None, "tre"): Direction.RISING}, "total": {}})

    monkeypatch.setattr(MODULE, "prove", turned)
    (problem,) = search(rubric(PerEvent.of("tre", "-0.5"), LATE), laws=["directions"])

    assert "1" == problem.code
