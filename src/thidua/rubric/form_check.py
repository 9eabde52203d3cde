# SPDX-License-Identifier: MIT
"""What forms demand of the indicators they name, and of their own parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import assert_never, final

from attrs import evolve, frozen

from thidua.errors import Path, RubricFault, suggest
from thidua.formula import (
    AroundTarget,
    Banded,
    ByCount,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    Checklist,
    DirectEntry,
    EqualSplit,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Leveled,
    PerEvent,
    PrizeTable,
    Proportional,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    ShareReached,
    Stepped,
    Threshold,
    Total,
    WeightedMean,
    YesNo,
)
from thidua.quantity import plain
from thidua.rubric.criterion import Criterion
from thidua.rubric.direct import Direct, direct_of
from thidua.rubric.measure import Choice, Indicator, ItemList, Measure, Question, is_possible
from thidua.rubric.rubric import Rubric

__all__ = ["KINDS", "check_form", "crossing", "twice"]
