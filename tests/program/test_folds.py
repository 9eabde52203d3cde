# SPDX-License-Identifier: MIT

from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.formula import ItemFold
from thidua.program.folds import fold_ratios, middles, place

FOLDS = {
    ItemFold.SUM: Fraction(19, 6),
    ItemFold.COUNT: Fraction(4),
    ItemFold.MEAN: Fraction(19, 24),
    ItemFold.LEAST: Fraction(1, 3),
    ItemFold.GREATEST: Fraction(3, 2),
    ItemFold.MEDIAN: Fraction(2, 3),
    ItemFold.TRIMMED_MEAN: Fraction(2, 3),
}


@pytest.mark.parametrize("fold", ItemFold)
def test_ratios_are_folded(fold: ItemFold) -> None:
    """Ratios with different denominators are folded exactly."""
    assert FOLDS[fold] == Fraction(*fold_ratios(fold, [(3, 2), (1, 3), (2, 4), (5, 6)]))


def test_the_middles() -> None:
    """Of an odd number the middle one counts twice."""
    assert (6, 5) == (middles([7, 3, 1]), middles([1, 9, 2, 3]))


def test_places() -> None:
    """A place is one more than how many are above."""
    known = [Fraction(1, 2), Fraction(1), Fraction(1)]

    assert [1, 1, 3, 4] == [place(known, *one) for one in ((3, 2), (2, 2), (3, 4), (1, 4))]
