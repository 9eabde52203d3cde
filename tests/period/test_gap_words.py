# SPDX-License-Identifier: MIT
from __future__ import annotations

from thidua.period import Carried, Gap, Lacking, explain_carried
from thidua.period.gap_words import preview_words
from thidua.rubric import Sheet

SHEETS = (Sheet("a", {}), Sheet("b", {}))
GAPS = (
    Gap("w1", "Tuần 1", "a", Lacking.OPEN),
    Gap("w1", "Tuần 1", "b", Lacking.GROUP),
    Gap("w2", "Tuần 2", "a", Lacking.ABSENT),
    Gap("w2", "Tuần 2", "b", Lacking.ABSENT),
    Gap("w3", "Tuần 3", "b", Lacking.PREVIEW),
)


def test_what_is_lacking_in_vietnamese() -> None:
    """Each period and reason has a line, with the units it is lacking for."""
    text = explain_carried(Carried("t9", "Tháng 9", SHEETS, GAPS))

    assert (
        "Tháng 9: chưa đủ kết quả, chưa công bố\n"
        "- Tuần 1: kết quả chưa chốt (a)\n"
        "- Tuần 1: chờ đủ các đơn vị trong nhóm (b)\n"
        "- Tuần 2: chưa có kết quả (mọi đơn vị)\n"
        "- Tuần 3: kết quả xem trước (b)"
    ) == text


def test_what_is_lacking_in_english() -> None:
    """The same in English."""
    text = explain_carried(Carried("t9", "Tháng 9", SHEETS, GAPS), language="en")

    assert (
        "Tháng 9: results are awaited, not official\n"
        "- Tuần 1: the result may still change (a)\n"
        "- Tuần 1: waits for the whole group (b)\n"
        "- Tuần 2: no result yet (all units)\n"
        "- Tuần 3: the result is a preview (b)"
    ) == text


def test_a_preview_says_so_first() -> None:
    """A preview says in its first line that it is nothing official."""
    carried = Carried("t9", "Tháng 9", SHEETS, GAPS[2:4], preview=True)

    assert explain_carried(carried).startswith("Tháng 9: xem trước, không phải kết quả chính thức")
    assert explain_carried(carried, language="en").startswith("Tháng 9: a preview, not an official")


def test_nothing_is_lacking() -> None:
    """Where all results are there, one line says so."""
    carried = Carried("t9", "Tháng 9", SHEETS)

    assert "Tháng 9: đã đủ kết quả" == explain_carried(carried)
    assert "Tháng 9: all results are there" == explain_carried(carried, language="en")


def test_what_stands_with_names_of_a_preview() -> None:
    """Up to three periods are named, the others counted; nothing stands where none is lacking."""
    more = (
        *GAPS,
        Gap("w4", "Tuần 4", "a", Lacking.ABSENT),
        Gap("w5", "Tuần 5", "a", Lacking.ABSENT),
    )

    assert "" == preview_words((), "vi")
    assert "xem trước, chưa đủ Tuần 1, Tuần 2, Tuần 3" == preview_words(GAPS, "vi")
    assert "xem trước, chưa đủ Tuần 1, Tuần 2, Tuần 3 và 2 kỳ khác" == preview_words(more, "vi")
    assert "preview, lacking Tuần 1, Tuần 2, Tuần 3 and 2 more" == preview_words(more, "en")
