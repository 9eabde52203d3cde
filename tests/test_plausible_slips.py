# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them
"""What is easily written in Python by mistake, each with the exact message that people read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from thidua import (
    Choice,
    Criterion,
    Measure,
    Offer,
    Question,
    Rubric,
    Section,
    Sheet,
    ThiduaError,
    exact,
    explain,
    parse_vietnamese,
    propose,
    rank,
    ranking_table,
    score,
)
from thidua.basis import Citation, cite
from thidua.errors import RubricFault
from thidua.formula import (
    Banded,
    ByCount,
    Calculation,
    Compare,
    DirectEntry,
    Leveled,
    PerEvent,
    Points,
    Proportional,
    Stepped,
    Wording,
    YesNo,
)
from thidua.quantity import Interval, show, table
from thidua.rubric import Awaited
from thidua.wire import from_document, loads

WRONG: Any = object()

RUBRIC = Rubric(
    "r",
    "R",
    measures=[Measure("a", "A"), Choice("c", "C", ["tốt", "kém"])],
    sections=[Criterion("1", "Một", maximum=10, formula=DirectEntry("a"))],
)
SHEET = Sheet("u", {"a": 5, "c": "tốt"})
SCORES = score(RUBRIC, [SHEET, Sheet("v", {"a": 4, "c": "kém"})])
RANKING = rank(SCORES, ties="share")
FLAG = Offer("Cờ", 1)


def criterion(**fields: Any) -> Criterion:  # noqa: ANN401 - of any kind
    """Return a criterion with some fields of another kind."""
    return Criterion("1", "Một", **{"maximum": 1, "formula": YesNo("co"), **fields})


def loose(function: Callable[..., object]) -> Any:  # noqa: ANN401 - of any kind
    """Return a function that type checkers let take anything."""
    return function


SLIPS: list[tuple[Callable[[], object], str]] = [
    # fields
    (
        lambda: criterion(rounding="0.01"),
        "$.rounding: a Rounding is wanted, given '0.01'; write Rounding(…)",
    ),
    (
        lambda: Section("I", "Mục", criteria=[], rounding=loose(str)("0.01")),
        "$.rounding: a Rounding is wanted, given '0.01'; write Rounding(…)",
    ),
    (
        lambda: criterion(formula="co"),
        "$.formula: a Form is wanted, given 'co'; write BasePoints(…)",
    ),
    (
        lambda: criterion(formula=None),
        "$.formula: a Form is wanted, given None; write BasePoints(…)",
    ),
    (
        lambda: criterion(basis="Điều 6"),
        "$.basis: a Citation is wanted, given 'Điều 6'; write Citation(…)",
    ),
    (
        lambda: criterion(treatments="zero"),
        "$.treatments: a Treatments is wanted, given 'zero'; write Treatments(…)",
    ),
    (
        lambda: criterion(treatments={"exempt": "zero"}),
        "$.treatments: a Treatments is wanted, given a dict; write Treatments(…)",
    ),
    (
        lambda: loose(Rubric)("r", "R", measures=["x"], sections=[]),
        "$.measures[0]: a Measure or a Question or a Choice is wanted, given 'x'; write Measure(…)",
    ),
    (
        lambda: loose(Rubric)("r", "R", measures=[], sections=["1"]),
        "$.sections[0]: a Section or a Criterion is wanted, given '1'; write Section(…)",
    ),
    (
        lambda: loose(Rubric)("r", "R", measures=[], sections=5),
        "$: a list is wanted, given 5; write it in brackets",
    ),
    (
        lambda: loose(Banded)("x", [(1, 2)]),
        "$.bands[0]: a Band is wanted, given a tuple; write Band(…)",
    ),
    (
        lambda: loose(Leveled)("c", ["a"]),
        "$.levels[0]: a Level is wanted, given 'a'; write Level(…)",
    ),
    (
        lambda: loose(PerEvent)(["x"]),
        "$.events[0]: an Event is wanted, given 'x'; write Event(…)",
    ),
    (lambda: loose(ByCount)("x", 5), "$: a list is wanted, given 5; write it in brackets"),
    (
        lambda: loose(Proportional)("a", "b", capped=1),
        "$.capped: yes or no is wanted, given 1",
    ),
    (
        lambda: loose(Measure)("a", "A", places="2"),
        "$.places: a whole number is wanted, given '2'",
    ),
    (
        lambda: loose(Measure)("a", "A", places=2.0),
        "$.places: a whole number is wanted, given 2.0",
    ),
    (
        lambda: loose(Measure)("a", "A", places=True),
        "$.places: a whole number is wanted, given True",
    ),
    (lambda: loose(Measure)("a", 5), "$.name: a text is wanted, given 5"),
    (lambda: loose(Measure)("a", 10**9999), "$.name: a text is wanted, given an int"),
    (lambda: loose(Offer)(None, 1), "$.award: a text is wanted, given None"),
    (lambda: Offer(" ", 1), "$.award: an award has a name, ' '"),
    # sheets
    (lambda: loose(Sheet)(5, {}), "$.unit: a text is wanted, given 5"),
    (
        lambda: loose(Sheet)("a", None),
        '$.entries: a mapping of codes is wanted, given None; write {"thu": …}',
    ),
    (
        lambda: loose(Sheet)("a", ["thu", 5]),
        '$.entries: a mapping of codes is wanted, given a list; write {"thu": …}',
    ),
    (lambda: loose(Sheet)("a", {1: 2, "b": 3}), "$.entries: a code is a text, given 1"),
    (
        lambda: loose(Sheet)("a", {}, {"viec": 5}),
        "$.items.viec: a list is wanted, given 5; write it in brackets",
    ),
    (
        lambda: Awaited("a", Interval(5, 1)),
        "$.within: an interval from 5 to 1 holds nothing; write the lower end first",
    ),
    # calls
    (
        lambda: loose(score)("r", [SHEET]),
        "$.rubric: a Rubric is wanted, given 'r'; write Rubric(…)",
    ),
    (
        lambda: loose(score)(RUBRIC, SHEET),
        "$.sheets: a list is wanted, given a Sheet; write it in brackets",
    ),
    (
        lambda: loose(score)(RUBRIC, {"a": SHEET}),
        "$.sheets[0]: a Sheet is wanted, given 'a'; write Sheet(…)",
    ),
    (lambda: loose(score)(RUBRIC, [SHEET], units=[1]), "$.units[0]: a text is wanted, given 1"),
    (
        lambda: loose(rank)(5, ties="share"),
        "$.scores: a Scores is wanted, given 5; write Scores(…)",
    ),
    (
        lambda: loose(rank)(SCORES, ties=5),
        "$.ties: a list is wanted, given 5; write it in brackets",
    ),
    (
        lambda: loose(rank)(SCORES, ties=[5]),
        "$.ties[0]: not something that breaks ties, 5; write a code, or one of ByPoints, ByMeasure, ByName, ByCode and Remeasure",
    ),
    (
        lambda: rank(SCORES, ties=["zz"]),
        "$.ties[0]: 'zz' breaks ties, but is no criterion or section; known are '1', 'total'",
    ),
    (
        lambda: loose(rank)(SCORES, ties="share", excluded=["u"]),
        "$.excluded: a mapping is wanted, given a list",
    ),
    (
        lambda: loose(rank)(SCORES, ties="share", groups={"u": 1, "v": "x"}),
        "$.groups.u: a text is wanted, given 1",
    ),
    (
        lambda: loose(rank)(SCORES, ties="share", excluded={1: "x"}),
        "$.excluded: a text is wanted, given 1",
    ),
    (
        lambda: loose(propose)(RANKING, [("Cờ", 1)]),
        "$.offers[0]: an Offer is wanted, given a tuple; write Offer(…)",
    ),
    (lambda: loose(propose)(RANKING, FLAG), "$.offers: a list is wanted, given an Offer"),
    (
        lambda: loose(propose)(SCORES, [FLAG]),
        "$.ranking: a Ranking is wanted, given a Scores; write Ranking(…)",
    ),
    *(
        (
            lambda number=number: loose(propose)(RANKING, [FLAG], nominate=number),
            f"$.nominate: how many are put forward is a whole number from 0, {number!r}",
        )
        for number in (-1, 1.5, True, "3")
    ),
    # numbers
    *(
        (
            lambda number=number: loose(parse_vietnamese)(number),
            f'$: not a Vietnamese number, {number}; write it like "1.234,5"',
        )
        for number in (5, None, 1.5)
    ),
    (
        lambda: loose(exact)([1]),
        "$: not a number, a list; give an int, a text or a Decimal",
    ),
    (
        lambda: Proportional("a", to=-4),
        "$.to: a target is above zero, '-4'",
    ),
    (lambda: Proportional("a", to=0), "$.to: a target is above zero, '0'"),
    (lambda: loose(Banded)("a", [], to=0), "$: a table without bands"),
    (
        lambda: Stepped("a", "-1/2", side="over", step=1, each=1),
        "$.to: a target is above zero, '-0.5'",
    ),
    # words
    (lambda: Compare("x", "=<", 1), "$: not a Relation, '=<'; did you mean '<='?"),
    (
        lambda: loose(explain)(SCORES["u"], language="fr"),
        "$.language: not a language, 'fr'; known are 'en', 'vi'",
    ),
    (
        lambda: loose(explain)(SCORES["u"], detail="x"),
        "$.detail: not a detail, 'x'; known are 'long', 'medium', 'short'",
    ),
    (
        lambda: loose(explain)(SCORES["u"], markup="html"),
        "$.markup: not a markup, 'html'; known are 'markdown', 'text'",
    ),
    (
        lambda: loose(ranking_table)(RANKING, language=None),
        "$.language: not a language, None; known are 'en', 'vi'",
    ),
    (
        lambda: loose(show)(exact(5), "fr"),
        "$.language: not a language, 'fr'; known are 'en', 'vi'",
    ),
    (
        lambda: loose(cite)(Citation("Luật"), "fr"),
        "$.language: not a language, 'fr'; known are 'en', 'vi'",
    ),
    (
        lambda: loose(Wording)("fr"),
        "$.language: not a language, 'fr'; known are 'en', 'vi'",
    ),
    (
        lambda: loose(table)(["A"], [], markup="html"),
        "$.markup: not a markup, 'html'; known are 'markdown', 'text'",
    ),
    (
        lambda: score(RUBRIC, [Sheet("u", {"a": "missing", "c": "tốt"})]),
        """$.sheets[0].entries.a: measure 'a' is a number, given 'missing'; write State.MISSING, or in a document {"state": "missing"}""",
    ),
    # documents
    (
        lambda: loose(from_document)({"kind": "sheet", "format": 1}, "sheet"),
        "$.expect: a class of documents is expected, given 'sheet'; write Sheet",
    ),
    (
        lambda: loose(from_document)({"kind": "sheets", "format": 1}, "sheets"),
        "$.expect: a class of documents is expected, given 'sheets'; write tuple",
    ),
    (
        lambda: loose(from_document)({"kind": "sheets", "format": 1}, 5),
        "$.expect: a class of documents is expected, given 5",
    ),
    (
        lambda: loads('{"kind": "sheet", "format": 1.0, "unit": "a", "entries": {}}'),
        "$.format: format 1.0 is not known; this version reads format 1",
    ),
]


@pytest.mark.parametrize(("slip", "message"), SLIPS, ids=range(len(SLIPS)))
def test_slips_are_told(slip: Callable[[], object], message: str) -> None:
    """A slip is refused in so many words, and never with a traceback from inside."""
    with pytest.raises(ThiduaError) as refusal:
        slip()

    assert message == str(refusal.value)


def test_steps_of_an_amount_have_any_target() -> None:
    """Where steps are no shares of it, a target of zero is one as any other."""
    form = Stepped("a", 0, side="over", step=1, each=1, relative=False)

    assert RUBRIC.name == "R"
    assert not form.relative


def test_ties_may_come_one_by_one() -> None:
    """What breaks ties is taken from whatever can be gone through once."""

    assert rank(SCORES, ties=["1"]) == rank(SCORES, ties=(code for code in ["1"]))


def test_the_code_of_the_total_is_told_once() -> None:
    """A criterion that takes the code of the total is told so, and of no circle."""
    one = Criterion("total", "Một", maximum=10, formula=DirectEntry("a"))
    with pytest.raises(ThiduaError) as refusal:
        score(Rubric("r", "R", measures=RUBRIC.measures, sections=[one]), [])

    assert (
        "$.sections[0].code: a criterion or section is called 'total', the code of the total itself; "
        'give it another, such as "T"'
    ) == str(refusal.value)


def test_a_criterion_that_uses_the_total_is_a_circle() -> None:
    """A criterion whose points depend on the total depends on itself."""
    one = Criterion("1", "Một", maximum=10, formula=Calculation(Points("total")))
    with pytest.raises(ThiduaError) as refusal:
        score(Rubric("r", "R", measures=[Question("q", "Q")], sections=[one]), [])

    assert "$.sections[0]: '1' depends on itself: 1 → total → 1" == str(refusal.value)


@pytest.mark.parametrize(
    "given", ["x" * 5000, "x " * 2500, "it's " * 1000], ids=["one", "many", "'"]
)
def test_long_values_are_shortened(given: str) -> None:
    """A message shows the beginning of what was given, wherever it comes from."""
    with pytest.raises(ThiduaError) as refusal:
        exact(given)
    message = str(refusal.value)

    assert given[:90] in message
    assert 200 > len(message)
    assert message.endswith('; write it like "12.5"')


def test_long_places_are_shortened() -> None:
    """A place shows the beginning of the name of a field that is no field."""
    fault = RubricFault(("x" * 500, 1), "code", "wrong")

    assert f"$.{'x' * 100}…[1]: wrong" == str(fault)
