# SPDX-License-Identifier: MIT
"""How the library is imported, each time in an interpreter of its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from inspect import getsource

import pytest

import thidua


def run(code: str) -> str:
    """Run *code* in a new interpreter and return what it prints."""
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


@pytest.mark.parametrize(
    "first",
    ["hypothesis", "thidua", "thidua.strategies", "thidua.strategies.sheet"],
)
def test_types_are_known_to_hypothesis_whatever_comes_first(first: str) -> None:
    """Hypothesis draws rubrics by type, whichever of the two libraries is imported first."""
    code = (
        f"import {first}, hypothesis.strategies as st; from thidua import Rubric; "
        "import thidua.strategies; print(st.from_type(Rubric))"
    )

    assert run(code).startswith("_rubrics(")


@pytest.mark.parametrize("name", ["thidua", "thidua.program", "thidua.wire"])
def test_the_core_loads_no_extras(name: str) -> None:
    """Importing the library loads neither Hypothesis nor anything about dataframes."""
    extras = "{'hypothesis', 'narwhals', 'polars', 'pandas', 'pyarrow', 'duckdb', 'numpy'}"
    code = f"import sys, {name}; print(sorted({extras} & set(sys.modules)))"

    assert "[]\n" == run(code)


def test_importing_the_library_loads_nothing_yet() -> None:
    """The library itself loads neither attrs, nor cattrs, nor any folder of its own."""
    loaded = "sorted(name for name in sys.modules if name.split('.')[0] in roots)"
    code = f"import sys, thidua; roots = {{'attr', 'cattrs', 'thidua'}}; print({loaded})"

    assert "['thidua']\n" == run(code)


def test_the_core_loads_attrs_only() -> None:
    """Scoring loads attrs, but not what reads documents, nor what stands outside of rubrics."""
    others = "{'attr', 'cattrs', 'thidua.ranking', 'thidua.award', 'thidua.wire'}"
    code = f"import sys; from thidua import Rubric; print(sorted({others} & set(sys.modules)))"

    assert "['attr']\n" == run(code)


def test_names_are_those_that_type_checkers_see() -> None:
    """Each public name is imported for type checkers, and is the same when it is used."""
    block = next(one for one in ast.parse(getsource(thidua)).body if isinstance(one, ast.If))
    seen = {
        name.name: getattr(import_module(one.module), name.name)
        for one in block.body
        if isinstance(one, ast.ImportFrom) and one.module
        for name in one.names
    }

    assert sorted(seen) == thidua.__all__
    assert seen == {name: getattr(thidua, name) for name in thidua.__all__}


@pytest.mark.parametrize("code", ["from thidua import *", "from thidua import Slate, Sheet"])
def test_names_may_be_imported_first(code: str) -> None:
    """A fresh interpreter finds names, whether they are named or not."""
    assert "Slate Sheet\n" == run(f"{code}; print(Slate.__name__, Sheet.__name__)")


def test_folders_may_be_reached_through_the_library() -> None:
    """What imports the library alone finds the folders that its names live in."""
    assert "ByName\n" == run("import thidua; print(thidua.ranking.ByName.__name__)")


def test_completion_shows_names_before_they_are_loaded() -> None:
    """Names are listed in a fresh interpreter, so that shells and `help` find them."""
    assert "True\n" == run("import thidua; print({*thidua.__all__, 'rubric'} <= {*dir(thidua)})")


def test_a_name_that_is_not_there_is_refused() -> None:
    """A misspelt name is an error that names it, as with any module."""
    with pytest.raises(AttributeError, match="'thidua' has no attribute 'Rubrik'"):
        getattr(thidua, "Rubrik")  # noqa: B009 - type checkers would refuse it


def test_columns_load_no_dataframe_library() -> None:
    """Importing the columns loads narwhals, which knows frames without importing libraries."""
    code = (
        "import sys, thidua.columns; "
        "print(sorted({'narwhals', 'polars', 'pandas', 'pyarrow', 'duckdb'} & set(sys.modules)))"
    )

    assert "['narwhals']\n" == run(code)
