# SPDX-License-Identifier: MIT

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from thidua.award import (
    BonusRules,
    GeneralRule,
    Granted,
    LocalRule,
    Offer,
    Power,
    QuotaRule,
    Rule,
    check_quotas,
    propose,
    quotas_on,
    who_decides,
)
from thidua.basis import Citation, Validity
from thidua.dossier import AwardType, Catalogue, Dossier, SubjectKind
from thidua.eligibility import Held, NotPending, ResetAfterSanction
from thidua.errors import DocumentFault, Faults
from thidua.law import Law, Pack
from thidua.ranking import Ceilings, CeilingTables, GradeTable, Ties, classify, limit, rank
from thidua.rubric import Rubric, check, score
from thidua.strategies import (
    bonus_rules,
    ceiling_tables,
    ceilings,
    days,
    dossiers,
    grade_tables,
    law_packs,
    law_rules,
    powers,
    quota_rules,
    rubrics,
    sheets,
    ties,
)
from thidua.strategies.dossier import AWARDS, CODES
from thidua.wire import Document, dumps, from_document, loads, to_document

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


@given(law_rules())
def test_laws_are_read_back(rule: Rule) -> None:
    """A law of any rule, with general and local rules and awards, is read back equal."""
    basis, validity = Citation("Luật A", article="4"), Validity("2024-01-01", "2025-07-01")
    general = GeneralRule(
        "chung",
        basis=basis,
        validity=validity,
        condition=NotPending(),
        counting=[ResetAfterSanction()],
    )
    local = LocalRule("tinh", "ty-le", Held("bk"), basis=basis, validity=validity)
    award = AwardType(
        "bk",
        "Bằng khen",
        form="commendation",
        level="province",
        subjects=["individual"],
        multiple="1.5",
    )
    pack = Pack("a", "Luật A", rules=[rule], general=[general], local=[local], awards=[award])
    law = Law([pack])

    for value in (rule, general, local, pack, law, law.awards):
        assert value == loads(dumps(value))


@given(law_packs())
def test_packs_are_read_back(pack: Pack) -> None:
    """A pack of any rules, powers, quotas and bonuses, and each of these, is read back equal."""
    values: list[Document] = [pack, pack.bonuses, *pack.rules, *pack.powers, *pack.quotas]
    for value in values:
        assert value == loads(dumps(value))


@given(quota_rules(), powers(), bonus_rules(), days(), st.sampled_from(SubjectKind))
def test_what_is_said_on_a_day_is_read_back(
    quota: QuotaRule, power: Power, bonuses: BonusRules, on: date, of: SubjectKind
) -> None:
    """A quota held against a list, who decides, and what is paid are read back equal."""
    lists = {award: ["u", "v"] for award in AWARDS}
    held = quotas_on([quota], quota.quota.awards[0], on)
    checks = check_quotas(lists, held, counts=dict.fromkeys(CODES, 3), on=on)
    deciders = who_decides([power], power.awards[0], on)
    catalogue = Catalogue(
        AwardType(code, code, form="title", level="province", subjects=[of]) for code in AWARDS
    )
    try:
        paid = bonuses.pay([Granted(code, of, years=2024) for code in AWARDS], on, catalogue)
    except Faults:
        paid = ()

    values: list[Document] = [*checks, deciders, *paid]
    for value in values:
        assert value == loads(dumps(value))


@given(dossiers())
def test_dossiers_are_read_back(dossier: Dossier) -> None:
    """Any dossier is read back equal."""

    assert dossier == loads(dumps(dossier), Dossier)


@given(st.data())
def test_classes_are_read_back(data: st.DataObject) -> None:
    """Tables of classes, the classes of any cluster, and verdicts on them are read back equal."""
    rubric = data.draw(rubrics())
    table = data.draw(grade_tables(rubric))

    assert table == loads(dumps(table), GradeTable)
    try:
        classes = classify(score(rubric, data.draw(sheets(rubric))), table)
    except Faults:
        return
    drawn = data.draw(ceilings(classes.names)).ceilings
    limited = limit(classes, [evolve(one, leftover="report") for one in drawn])

    for value in (classes, limited):
        assert value == loads(dumps(value))


@given(ceilings(("A", "B", "C")), ceiling_tables(("A", "B")), rubrics().flatmap(ties))
def test_what_was_agreed_is_read_back(several: Ceilings, by_kind: CeilingTables, how: Ties) -> None:
    """Ceilings, those of each kind of collective and ways to treat ties are read back equal."""
    values: list[Document] = [several, by_kind, how, *several, *how.breaks]
    for value in values:
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
