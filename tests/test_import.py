# SPDX-License-Identifier: MIT
"""How the library is imported, each time in an interpreter of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest


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


def test_the_core_loads_attrs_only() -> None:
    """Importing the library loads attrs, but not what reads documents."""
    code = "import sys, thidua; print(sorted({'attr', 'cattrs'} & set(sys.modules)))"

    assert "['attr']\n" == run(code)


def test_columns_load_no_dataframe_library() -> None:
    """Importing the columns loads narwhals, which knows frames without importing libraries."""
    code = (
        "import sys, thidua.columns; "
        "print(sorted({'narwhals', 'polars', 'pandas', 'pyarrow', 'duckdb'} & set(sys.modules)))"
    )

    assert "['narwhals']\n" == run(code)
