# SPDX-License-Identifier: MIT
"""Pages that stand in both languages, and what both glossaries hold."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

import thidua.cluster
import thidua.year

DOCS = Path(__file__).parents[1] / "docs"


def blocks(page: str) -> list[str]:
    """Return the code of a page."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("english", "vietnamese"), [("tutorial", "huong-dan"), ("cluster-year", "nam-thi-dua")]
)
def test_both_languages_run_the_same_code(english: str, vietnamese: str) -> None:
    """A page and its twin differ in their prose only, and link to each other."""

    assert blocks(english) == blocks(vietnamese)
    assert f"({vietnamese}.md)" in (DOCS / f"{english}.md").read_text(encoding="utf-8")
    assert f"({english}.md)" in (DOCS / f"{vietnamese}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [thidua.cluster, thidua.year], ids=["cluster", "year"])
@pytest.mark.parametrize("page", ["glossary", "thuat-ngu"])
def test_every_public_name_has_its_term(folder: ModuleType, page: str) -> None:
    """What is public stands in the glossaries of both languages, and on its page."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    name = folder.__name__.removeprefix("thidua.")
    reference = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")

    for one in folder.__all__:
        assert f"`{one}`" in text
        assert f"thidua.{name}.{one}\n" in reference
