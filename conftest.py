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

# A slow machine is not a fault. Whole rubrics take long to draw, so there are half as many
# examples as usual; each run draws others, but with CI set, where Hypothesis is derandomised.
settings.register_profile("thidua", settings(), deadline=None, max_examples=50)
settings.load_profile("thidua")
