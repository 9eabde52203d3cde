# SPDX-License-Identifier: MIT
"""Every example in README.md and docs/ is a test; Hypothesis does not race the clock."""

from __future__ import annotations

from doctest import ELLIPSIS

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.myst import (
    ClearNamespaceParser,
    DocTestDirectiveParser,
    PythonCodeBlockParser,
    SkipParser,
)

collect_ignore = ["docs/conf.py"]

pytest_collect_file = Sybil(
    parsers=[
        ClearNamespaceParser(),
        DocTestDirectiveParser(optionflags=ELLIPSIS),
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        SkipParser(),
    ],
    patterns=["*.md"],
).pytest()

# A slow machine is not a fault. With CI set, Hypothesis is also derandomised.
settings.register_profile("thidua", settings(), deadline=None)
settings.load_profile("thidua")
