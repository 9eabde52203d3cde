# SPDX-License-Identifier: MIT
"""The page of real rubrics, docs/reference/coverage.md."""

from __future__ import annotations

import runpy
from pathlib import Path

WRITER = Path(__file__).parent / "coverage_table.py"
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "coverage.md"


def test_the_page_is_what_the_documents_say() -> None:
    """The page committed is the one that `make tables` writes."""
    writer = runpy.run_path(str(WRITER))

    assert f"{writer['page'](writer['cases']())}\n" == PAGE.read_text(encoding="utf-8")


def test_every_folder_of_a_case_is_on_the_page() -> None:
    """No case is passed over, whether it is of rubrics or of packs of rules."""
    found = runpy.run_path(str(WRITER))["cases"]()
    folders = {path.parent.name for path in WRITER.parent.glob("*/*.json")}
    on_page = {Path(case.path).parent.name for case in found if case.path.startswith("tests/")}

    assert folders == on_page
    assert all(case.cases for case in found if case.path.startswith("tests/"))


def test_every_rubric_of_a_case_has_a_title_of_its_own() -> None:
    """No two rubrics of the page have the same name."""
    names = [case.name for case in runpy.run_path(str(WRITER))["cases"]()]

    assert sorted(set(names)) == sorted(names)
