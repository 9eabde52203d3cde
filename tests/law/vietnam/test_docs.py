# SPDX-License-Identifier: MIT
from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def test_the_pages_are_fresh() -> None:
    """The pages on the law say what the packs say; `make law` writes them anew."""
    pages = runpy.run_path(str(DOCS / "write_law.py"))["pages"]()
    folder = DOCS / "reference" / "law"
    found = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    index = found.pop("index.md")

    assert pages == found
    assert all(f"\n{name.removesuffix('.md')}\n" in index for name in pages)
