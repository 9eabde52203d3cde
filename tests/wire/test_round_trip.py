# SPDX-License-Identifier: MIT

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.award import Offer, propose
from thidua.errors import DocumentFault, Faults
from thidua.ranking import rank
from thidua.rubric import Rubric, check, score
from thidua.strategies import rubrics, sheets
from thidua.wire import dumps, from_document, loads, to_document

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.text()
    | st.sampled_from(["thu", "1/0", "1e5000", "sum", "criterion", 10**1000, b"", object()])
)
DATA = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text() | st.sampled_from(["kind", "code", "of", "terms", "state"]),
            inner,
            max_size=4,
        )
    ),
)
JSON = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(rubrics())
def test_rubrics_are_read_back(rubric: Rubric) -> None:
    """Any sound rubric is read back equal."""

    assert rubric == loads(dumps(rubric), Rubric)


@given(st.data())
def test_results_are_read_back(data: st.DataObject) -> None:
    """Sheets, scores, the ranking and the slate of any cluster are read back equal."""
    rubric = data.draw(rubrics())
    listed = data.draw(sheets(rubric))
    try:
        scores = score(rubric, listed)
    except Faults:
        assert listed == loads(dumps(listed))
        return
    ranking = rank(scores, ties="share")
    slate = propose(ranking, [Offer("Cờ thi đua", 1), Offer("Bằng khen", 2, at_least="1/3")])

    for value in (listed, scores, ranking, slate):
        assert value == loads(dumps(value))


@given(st.data())
def test_spoilt_documents(data: st.DataObject) -> None:
    """A document in which something is replaced by anything is read, or refused as Faults."""
    document: Any = deepcopy(to_document(data.draw(rubrics())))
    place = document
    while True:
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        step = data.draw(st.sampled_from(steps))
        if not isinstance(place[step], dict | list) or not place[step] or data.draw(st.booleans()):
            break
        place = place[step]
    place[step] = data.draw(DATA)
    try:
        made = from_document(document)
    except Faults as refused:
        made = refused

    assert str(made) if isinstance(made, Faults) else not check(made)


@given(DATA)
def test_any_data(document: object) -> None:
    """Data of any shape is refused as Faults."""
    with pytest.raises(Faults):
        from_document(document)
    with pytest.raises(Faults):
        from_document({"kind": "rubric", "format": 1, "sections": document})


@given(st.text() | st.binary() | st.text("[]{}\",:\\0e-.'\ud800"))
def test_any_text(text: str | bytes) -> None:
    """A text of any sort is refused as Faults."""
    with pytest.raises(Faults):
        loads(text)


@given(JSON)
def test_any_json(document: object) -> None:
    """JSON that is no document is refused for what it says, not for how it is written."""
    with pytest.raises(Faults) as caught:
        loads(json.dumps(document))

    assert all(isinstance(fault, DocumentFault) for fault in caught.value.faults)
    assert "not-json" not in {fault.code for fault in caught.value.faults}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_numbers_are_exact(number: Decimal) -> None:
    """A JSON number is read as the decimal it shows."""
    text = f'{{"kind": "sheet", "format": 1, "unit": "a", "entries": {{"x": {number:f}}}}}'

    assert Fraction(number) == loads(text).entry("x")
