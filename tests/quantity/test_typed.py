# SPDX-License-Identifier: MIT
"""Texts that look alike are one name, however their letters are composed."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

import pytest
from attrs import field, frozen

from thidua import (
    Choice,
    Criterion,
    Measure,
    Offer,
    Rubric,
    Section,
    Sheet,
    ThiduaError,
    propose,
    rank,
    score,
)
from thidua.errors import RubricFault
from thidua.formula import Calculation, Leveled, LevelIs, Points
from thidua.quantity.typed import misfits, typed
from thidua.wire import dumps, loads


def apart(text: str) -> str:
    """Return a text with its letters and their accents apart."""
    return normalize("NFD", text)


RUBRIC = Rubric(
    "r",
    "R",
    measures=[Choice("c", "C", ["tốt", apart("kém")])],
    sections=[
        Section(
            apart("Mục"),
            "M",
            criteria=[
                Criterion("Một", "1", maximum=9, formula=Leveled("c", {apart("tốt"): 5, "kém": 1}))
            ],
        ),
        Criterion("Hai", "2", maximum=9, formula=Calculation(Points(apart("Một")))),
    ],
)


def test_levels_are_one_name() -> None:
    """A level is known in both ways of writing it."""
    scores = score(RUBRIC, [Sheet("a", {"c": apart("tốt")}), Sheet("b", {"c": "kém"})])

    assert [10, 2] == [one.points for one in scores]
    assert LevelIs("c", "tốt") == LevelIs("c", apart("tốt"))


def test_units_are_one_name() -> None:
    """A unit that is written in two ways has two sheets, and is one of the cluster."""
    sheet = Sheet("Lệ Thủy", {"c": "tốt"})
    with pytest.raises(ThiduaError, match="unit 'Lệ Thủy' has two sheets; keep one"):
        score(RUBRIC, [sheet, Sheet(apart("Lệ Thủy"), {"c": "tốt"})])

    assert 1 == len(score(RUBRIC, [sheet], units=[apart("Lệ Thủy")]))


def test_units_are_named_in_both_ways() -> None:
    """Rankings and proposals know a unit in both ways of writing it."""
    scores = score(RUBRIC, [Sheet("Lệ Thủy", {"c": "tốt"}), Sheet("Bố", {"c": "tốt"})])
    name = apart("Lệ Thủy")
    ranking = rank(scores, ties="share", excluded={name: "mới"})
    grouped = rank(scores, ties="share", groups={name: apart("Tốt"), apart("Bố"): "Tốt"})
    slate = propose(grouped, [Offer("Cờ", 1)], knock_outs={name: "kỷ luật"})

    assert ["Lệ Thủy"] == [one.unit for one in ranking.unranked]
    assert {"Tốt"} == {one.group for one in grouped.places}
    assert "kỷ luật" == slate["Lệ Thủy"].note


def test_documents_are_read_composed() -> None:
    """A document with its letters apart is read as the same rubric."""

    assert RUBRIC == loads(apart(dumps(RUBRIC)))


def test_texts_of_other_classes_are_texts() -> None:
    """A text of a class of its own comes in as a plain one."""

    class Name(str):
        __slots__ = ()

    assert str is type(Measure("a", Name("Thu")).name)


def test_members_that_cannot_be_put_in_order_are_refused() -> None:
    """Members of several kinds, which have no order, are refused by their kind."""
    with pytest.raises(ThiduaError) as refusal:
        Sheet("a", {}, illustrative=["b", 1])  # type: ignore[list-item]

    assert "$.illustrative[1]: a text is wanted, given 1" == str(refusal.value)


def test_defects_of_converters_are_not_hidden() -> None:
    """What a converter cannot do with members of the right kind is its own defect."""

    def convert(given: Iterable[str]) -> tuple[str, ...]:
        raise TypeError(given)

    @frozen(field_transformer=typed(RubricFault))
    class Broken:
        names: tuple[str, ...] = field(converter=convert)

    with pytest.raises(TypeError):
        Broken(["a"])


def test_arguments_may_be_anything_an_annotation_does_not_name() -> None:
    """What is no class says nothing of what may be given."""

    assert [] == misfits(5, "anything", (), RubricFault)
    assert [] == misfits({"a": 5}, dict[str, int], (), RubricFault)
    assert ["$: a list is wanted, given a tuple"] == [
        str(one) for one in misfits((1,), tuple[int, int], (), RubricFault)
    ]
