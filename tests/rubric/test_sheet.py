# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from thidua.errors import NumberFault, SheetFault
from thidua.quantity import Interval, State
from thidua.rubric import Awaited, Sheet


def test_entries_are_exact_and_in_order() -> None:
    """Entries are taken exactly, texts that are no numbers as levels, in the order of codes."""
    sheet = Sheet("a", {"y": "1.5", "x": 2, "q": True, "c": "trễ", "s": State.EXEMPT})

    assert (
        ("c", "trễ"),
        ("q", True),
        ("s", State.EXEMPT),
        ("x", Fraction(2)),
        ("y", Fraction(3, 2)),
    ) == sheet.entries
    assert sheet == Sheet("a", {"s": State.EXEMPT, "c": "trễ", "q": True, "x": "2", "y": "1.50"})
    assert hash(sheet) == hash(Sheet("a", dict(sheet.entries)))


def test_items_are_rows_of_entries() -> None:
    """A list is a row of entries for each item, or the reason why there is none."""
    sheet = Sheet("a", {}, {"viec": [{"b": 1, "a": "2"}], "bao_cao": State.NOT_DUE})

    assert (
        ("bao_cao", State.NOT_DUE),
        ("viec", ((("a", Fraction(2)), ("b", Fraction(1))),)),
    ) == sheet.items


def test_entries_that_are_not_named() -> None:
    """What a sheet does not name is in the state it says for others, or is not there."""

    assert State.MISSING is Sheet("a", {}, others=State.MISSING).entry("x")
    assert Fraction(1) == Sheet("a", {"x": 1}, others=State.MISSING).entry("x")
    assert Sheet("a", {"y": 1}).entry("x") is None


def test_title() -> None:
    """A unit goes by its name, or by its code if it has none."""

    assert "Xã A" == Sheet("a", {}, name="Xã A").title
    assert "a" == Sheet("a", {}).title


def test_a_preview_says_so_in_its_title() -> None:
    """What a preview leaves out stands behind the name wherever the unit is named."""

    assert "Xã A (xem trước)" == Sheet("a", {}, name="Xã A", preview="xem trước").title


def test_an_awaited_item_is_named_by_list_and_place() -> None:
    """A list without a place in it, or a place without a list, names no item."""
    with pytest.raises(SheetFault, match=r"^\$\.item: a list and a place in it go together"):
        Awaited("x", Interval(0, 1), items="viec")
    with pytest.raises(SheetFault, match=r"^\$\.item: a list and a place in it go together"):
        Awaited("x", Interval(0, 1), item=0)


def test_illustrative_codes_are_in_order() -> None:
    """The codes of made-up entries are kept in order."""

    assert ("a", "b") == Sheet("x", {}, illustrative=["b", "a"]).illustrative


@pytest.mark.parametrize(
    ("make", "kind", "expected"),
    [
        (
            lambda: Sheet("a", {"thu": 0.1}),  # type: ignore[dict-item]
            NumberFault,
            '$.entries.thu: a float is not exact, 0.1; write "0.1" or Decimal("0.1")',
        ),
        (
            lambda: Sheet("a", {}, {"viec": [{"diem": 1}, {"diem": 0.5}]}),  # type: ignore[dict-item]
            NumberFault,
            '$.items.viec[1].diem: a float is not exact, 0.5; write "0.5" or Decimal("0.5")',
        ),
        (
            lambda: Sheet("a", [("x", 1), ("y", 2), ("x", 3)]),  # type: ignore[arg-type]
            SheetFault,
            "$.entries: measure 'x' is given twice; keep one",
        ),
        (
            lambda: Sheet("a", {}, [("v", []), ("v", [{"x": 1}])]),  # type: ignore[arg-type]
            SheetFault,
            "$.items: list 'v' is given twice; keep one",
        ),
        (
            lambda: Sheet("a", {}, {"v": [[("x", 1), ("x", 2)]]}),  # type: ignore[list-item]
            SheetFault,
            "$.items.v[0]: measure 'x' is given twice; keep one",
        ),
    ],
)
def test_sheets_that_make_no_sense(
    make: Callable[[], Sheet], kind: type[Exception], expected: str
) -> None:
    """What cannot be an entry, or is given twice, is refused where the sheet is made."""
    with pytest.raises(kind) as refusal:
        make()

    assert expected == str(refusal.value)
