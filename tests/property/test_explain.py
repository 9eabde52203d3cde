# SPDX-License-Identifier: MIT
"""The laws of explanations, for clusters scored by any rubric."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from thidua.quantity import Language, Markup
from thidua.rubric import Detail, Rubric, explain, explain_line, score
from thidua.rubric.plan import plan
from thidua.strategies import rubrics, sheets

LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(get_args(Language))
MARKUPS: st.SearchStrategy[Markup] = st.sampled_from(get_args(Markup))


@given(st.data(), rubrics(), LANGUAGES)
def test_each_length_holds_the_shorter(
    data: DataObject, rubric: Rubric, language: Language
) -> None:
    """Every line is explained at every length, and the longer holds the shorter."""
    scores = score(rubric, data.draw(sheets(rubric)))
    unit = scores.units[0]

    for line in unit.lines:
        short, medium, long = (
            explain_line(unit, line.code, language=language, detail=detail, among=scores)
            for detail in get_args(Detail)
        )
        head = f"{line.code} {plan(rubric).row[line.code].part.name}: "
        result = short.removeprefix(head).partition(" (minh")[0].partition(" (illus")[0]

        assert short.startswith(head)
        assert result in medium
        assert long.startswith(medium)


@given(st.data(), rubrics(), LANGUAGES, MARKUPS)
def test_sheets_of_every_length_have_the_same_lines(
    data: DataObject, rubric: Rubric, language: Language, markup: Markup
) -> None:
    """However much is said, a sheet has one line for each part, and the total."""
    unit = score(rubric, data.draw(sheets(rubric))).units[0]
    texts = [
        explain(unit, language=language, markup=markup, detail=detail)
        for detail in get_args(Detail)
    ]

    assert 1 == len({text.count("\n") for text in texts})
