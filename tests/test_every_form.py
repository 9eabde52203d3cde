# SPDX-License-Identifier: MIT
"""Every place where a form must stand: each test bears the name of the form that is missing."""

from __future__ import annotations

import ast
from inspect import getsource
from pathlib import Path
from typing import get_args

import pytest

import thidua.formula
from thidua.formula import Form, lower, say, tell
from thidua.rubric import form_check
from thidua.strategies import form, plain_form

ROOT = Path(__file__).parent.parent
NAMES = [one.__name__ for one in get_args(Form)]


def cases(source: str) -> set[str]:
    """Return the classes that the cases of a module ask for."""
    nodes = ast.walk(ast.parse(source))
    return {
        node.cls.id
        for node in nodes
        if isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Name)
    }


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
        ("README.md", "twenty-seven forms"),
        ("CHANGELOG.md", "twenty-seven forms"),
        ("docs/tutorial.md", "twenty-seven shapes"),
        ("docs/huong-dan.md", "hai mươi bảy *cách chấm điểm*"),
        ("docs/explanation/design.md", "twenty-seven classes"),
        ("docs/reference/forms.md", "There are twenty-seven"),
    ],
)
def test_pages_count_every_form(page: str, count: str) -> None:
    """Where a page says how many forms there are, it counts them all."""

    assert 27 == len(NAMES)
    assert count in (ROOT / page).read_text(encoding="utf-8")
