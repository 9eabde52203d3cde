# SPDX-License-Identifier: MIT
"""Every place where a form must stand: each test bears the name of the form that is missing."""

from __future__ import annotations

import ast
from importlib import import_module
from inspect import getsource
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args, get_type_hints

import pytest

import thidua.formula
from thidua.formula import (
    ByKind,
    ByRange,
    CapAcross,
    Compare,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Piece,
    Scaled,
    Total,
    YesNo,
    forms,
    forms_in,
    lower,
    say,
    tell,
)
from thidua.rubric import form_check
from thidua.strategies import form, plain_form

ROOT = Path(__file__).parent.parent
NAMES = [one.__name__ for one in get_args(Form)]
"""Every form of the union; that all are in it, a test below says."""


def cases(source: str) -> set[str]:
    """Return the classes that the cases of a module ask for."""
    nodes = ast.walk(ast.parse(source))
    return {
        node.cls.id
        for node in nodes
        if isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Name)
    }


MODULES = [import_module(one.name) for one in iter_modules(forms.__path__, f"{forms.__name__}.")]
RECORDS = {
    one
    for module in MODULES
    for one in vars(module).values()
    if isinstance(one, type) and one.__module__ == module.__name__ and hasattr(one, "kind")
}
"""The classes of documents that the folder of forms defines: forms, and parts of forms."""


def held(cls: type[object]) -> set[type[object]]:
    """Return the records that the fields of a record hold, one by one or in a list."""
    waiting: list[object] = [*get_type_hints(cls).values()]
    found: set[type[object]] = set()
    while waiting:
        hint = waiting.pop()
        if isinstance(hint, type) and hint in RECORDS:
            found.add(hint)
        waiting.extend(get_args(hint))
    return found


def holds_forms(cls: type[object]) -> bool:
    """Tell whether a record holds forms, itself or in its parts."""
    return any(one in get_args(Form) or holds_forms(one) for one in held(cls))


def test_every_form_is_in_the_union() -> None:
    """What the folder defines, and no form holds as its part, is a form."""
    parts = set[type[object]]().union(*(held(one) for one in RECORDS)) - {*get_args(Form)}

    assert RECORDS - parts == {*get_args(Form)}


ONE, TWO = YesNo("q"), YesNo("r")


def outer() -> dict[type[object], tuple[Form, tuple[Form, ...]]]:
    """Return an example of each form that holds forms, with those in it."""
    examples: list[tuple[Form, tuple[Form, ...]]] = [
        (ByKind("c", {"a": ONE, "b": TWO}), (ONE, TWO)),
        (ByRange("x", [Piece(ONE, below=1), Piece(TWO, at_least=1)]), (ONE, TWO)),
        (Highest([ONE, TWO]), (ONE, TWO)),
        (Total([ONE, TWO]), (ONE, TWO)),
        (Gated(Compare("x", ">", 0), ONE), (ONE,)),
        (Scaled(2, ONE), (ONE,)),
        (CapAcross(ONE, 8, "x"), (ONE,)),
        (ItemTotal("l", ONE), (ONE,)),
    ]
    return {type(form): (form, inner) for form, inner in examples}


@pytest.mark.parametrize("form", [one for one in get_args(Form) if holds_forms(one)])
def test_forms_in_forms_are_found(form: type[Form]) -> None:
    """A form with a field for forms returns those in it."""
    example, inner = outer()[form]

    assert inner == forms_in(example)


@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_public(name: str) -> None:
    """A form is imported from thidua.formula."""

    assert name in thidua.formula.__all__


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("function", [lower, say, tell], ids=lambda one: one.__name__)
def test_every_form_has_a_case(function: object, name: str) -> None:
    """A form is translated, said and told."""
    assert callable(function)

    assert name in cases(getsource(function))


@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_checked(name: str) -> None:
    """The check of rubrics knows what a form demands."""

    assert name in cases(getsource(form_check))


@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_drawn(name: str) -> None:
    """A strategy draws the form."""
    tables = [
        node.value
        for module in (form, plain_form)
        for node in ast.walk(ast.parse(getsource(module)))
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict)
    ]
    drawn = {key.id for table in tables for key in table.keys if isinstance(key, ast.Name)}

    assert name in drawn


@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_written_once_more(name: str) -> None:
    """A law says what the form computes, independently of its translation."""
    laws = [ROOT / f"tests/property/test_{module}.py" for module in ("lower", "forms")]
    nodes = [node for law in laws for node in ast.walk(ast.parse(law.read_text(encoding="utf-8")))]

    assert name in {node.id for node in nodes if isinstance(node, ast.Name)}


@pytest.mark.parametrize("name", NAMES)
def test_every_form_has_its_paragraph(name: str) -> None:
    """The reference has a heading, an example and the docstring of the form."""
    page = (ROOT / "docs/reference/forms.md").read_text(encoding="utf-8")

    assert f"\n## {name}\n" in page
    assert f"{name}(" in page
    assert f".. autoclass:: thidua.formula.{name}\n" in page


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", ["how-to/write-a-rubric", "glossary", "thuat-ngu"])
def test_every_form_has_its_row(page: str, name: str) -> None:
    """The table of what papers say, and both glossaries, have a row of the form."""
    lines = (ROOT / f"docs/{page}.md").read_text(encoding="utf-8").splitlines()

    assert any(f"`{name}{end}" in line for line in lines for end in "`.(" if line.startswith("|"))


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("README.md", "thirty forms"),
        ("CHANGELOG.md", "thirty forms"),
        ("docs/tutorial.md", "thirty shapes"),
        ("docs/huong-dan.md", "ba mươi *cách chấm điểm*"),
        ("docs/explanation/design.md", "thirty classes"),
        ("docs/reference/forms.md", "There are thirty"),
    ],
)
def test_pages_count_every_form(page: str, count: str) -> None:
    """Where a page says how many forms there are, it counts them all."""

    assert 30 == len(NAMES)
    assert count in (ROOT / page).read_text(encoding="utf-8")
