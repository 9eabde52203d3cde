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


def test_the_core_loads_no_extras() -> None:
    """Importing the library loads attrs, but neither Hypothesis nor what reads documents."""
    code = "import sys, thidua; print(sorted({'attr', 'cattrs', 'hypothesis'} & set(sys.modules)))"

    assert "['attr']\n" == run(code)
