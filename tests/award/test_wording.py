# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from attrs import evolve

from thidua.award import Decision, Offer, Outcome, Slate, reason, slate_table
from thidua.quantity import Interval

ONE = Decision(
    "bac-ha",
    name="Bắc Hà",
    outcome="awarded",
    rank=2,
    value=Interval("97.5", "97.5"),
    nominated=True,
    awards=("Cờ thi đua",),
)
TIED = evolve(ONE, outcome="tied", awards=("Cờ thi đua", "Bằng khen"), nominated=None)
BELOW = evolve(ONE, outcome="below_minimum", awards=(), minimum=98, nominated=False)
OPEN = evolve(
    ONE, outcome="provisional", rank=None, value=Interval(80, 98), awards=(), nominated=None
)
BARRED = evolve(ONE, outcome="knocked_out", awards=(), nominated=False, note="có cán bộ bị kỷ luật")
UNRANKED = Decision("sa-pa", name="Sa Pa", outcome="unranked", note="mới chia tách")


@pytest.mark.parametrize(
    ("decision", "vietnamese", "english"),
    [
        pytest.param(
            ONE,
            "hạng 2 (97,5 điểm): đề nghị Cờ thi đua",
            "rank 2 (97.5 points): proposed for Cờ thi đua",
            id="awarded",
        ),
        pytest.param(
            evolve(ONE, ranked_by="percent"),
            "hạng 2 (97,5 %): đề nghị Cờ thi đua",
            "rank 2 (97.5%): proposed for Cờ thi đua",
            id="awarded-percent",
        ),
        pytest.param(
            evolve(ONE, value=Interval("1/3", "1/3")),
            "hạng 2 (≈ 0,33 điểm): đề nghị Cờ thi đua",
            "rank 2 (≈ 0.33 points): proposed for Cờ thi đua",
            id="awarded-no_decimal",
        ),
        pytest.param(
            TIED,
            "hạng 2 (97,5 điểm): đồng hạng, không đủ Cờ thi đua và Bằng khen để đề nghị như nhau; "
            "hội nghị quyết định",
            "rank 2 (97.5 points): tied, not enough of Cờ thi đua and Bằng khen to treat them "
            "alike; the conference decides",
            id="tied",
        ),
        pytest.param(
            BELOW,
            "hạng 2 (97,5 điểm): chưa đạt mức tối thiểu 98 điểm của hình thức khen thưởng còn lại",
            "rank 2 (97.5 points): below the 98 points that the awards left ask for",
            id="below_minimum",
        ),
        pytest.param(
            evolve(BELOW, ranked_by="percent"),
            "hạng 2 (97,5 %): chưa đạt mức tối thiểu 98 % của hình thức khen thưởng còn lại",
            "rank 2 (97.5%): below the 98% that the awards left ask for",
            id="below_minimum-percent",
        ),
        pytest.param(
            evolve(ONE, outcome="no_award_left", awards=(), nominated=False),
            "hạng 2 (97,5 điểm): đã hết số lượng khen thưởng",
            "rank 2 (97.5 points): no award is left",
            id="no_award_left",
        ),
        pytest.param(
            BARRED,
            "hạng 2 (97,5 điểm): không xét khen thưởng (có cán bộ bị kỷ luật)",
            "rank 2 (97.5 points): barred (có cán bộ bị kỷ luật)",
            id="knocked_out",
        ),
        pytest.param(
            evolve(BARRED, rank=None, value=Interval(80, 98)),
            "từ 80 đến 98 điểm: không xét khen thưởng (có cán bộ bị kỷ luật)",
            "80 to 98 points: barred (có cán bộ bị kỷ luật)",
            id="knocked_out-open",
        ),
        pytest.param(
            evolve(BARRED, note=""),
            "hạng 2 (97,5 điểm): không xét khen thưởng",
            "rank 2 (97.5 points): barred",
            id="knocked_out-no_note",
        ),
        pytest.param(
            UNRANKED, "không xếp hạng (mới chia tách)", "not ranked (mới chia tách)", id="unranked"
        ),
        pytest.param(
            evolve(UNRANKED, note=""), "không xếp hạng", "not ranked", id="unranked-no_note"
        ),
        pytest.param(
            OPEN,
            "từ 80 đến 98 điểm: chờ đủ số liệu",
            "80 to 98 points: results are still awaited",
            id="provisional",
        ),
        pytest.param(
            evolve(OPEN, rank=3, value=None),
            "hạng 3: chờ đủ số liệu",
            "rank 3: results are still awaited",
            id="provisional-no_value",
        ),
    ],
)
def test_every_outcome_has_its_reason(decision: Decision, vietnamese: str, english: str) -> None:
    """What became of a unit is said in one sentence, in both languages."""

    assert (vietnamese, english) == (reason(decision), reason(decision, language="en"))


def test_results_do_not_look_like_what_they_miss() -> None:
    """Just below a minimum, or just behind another unit, more decimals are said."""
    below = evolve(BELOW, value=Interval("6.666", "6.666"), minimum="20/3")
    first = evolve(ONE, rank=1, name="Bát Xát", value=Interval("20/3", "20/3"))
    second = evolve(ONE, value=Interval("6.666", "6.666"))

    assert (
        "hạng 2 (6,666 điểm): chưa đạt mức tối thiểu ≈ 6,667 điểm của hình thức khen thưởng "
        "còn lại" == reason(below)
    )
    assert [
        "Bát Xát  có       hạng 1 (≈ 6,667 điểm): đề nghị Cờ thi đua",
        "Bắc Hà   có       hạng 2 (6,666 điểm): đề nghị Cờ thi đua",
    ] == slate_table(Slate(OFFERS, (first, second))).splitlines()[2:]


def test_every_outcome_is_worded_differently() -> None:
    """No two outcomes read the same."""
    decisions = [evolve(ONE, outcome=outcome, minimum=1) for outcome in Outcome]

    assert len(Outcome) == len({reason(one) for one in decisions})
    assert len(Outcome) == len({reason(one, language="en") for one in decisions})


OFFERS = (Offer("Cờ thi đua", 1), Offer("Bằng khen", 1))
SLATE = Slate(OFFERS, (ONE, evolve(OPEN, name="Bát Xát"), UNRANKED))


def test_a_slate_as_text() -> None:
    """A slate lists every unit, whether it is put forward, and why."""

    assert """\
Đơn vị   Suy tôn  Đề nghị và lý do
-------  -------  --------------------------------------
Bắc Hà   có       hạng 2 (97,5 điểm): đề nghị Cờ thi đua
Bát Xát  chưa rõ  từ 80 đến 98 điểm: chờ đủ số liệu
Sa Pa    không    không xếp hạng (mới chia tách)""" == slate_table(SLATE)


def test_a_slate_as_markdown_in_english() -> None:
    """The same in Markdown, in English."""

    assert """\
| Unit | Nominated | Proposal and reason |
|---|---|---|
| Bắc Hà | yes | rank 2 (97.5 points): proposed for Cờ thi đua |
| Bát Xát | open | 80 to 98 points: results are still awaited |
| Sa Pa | no | not ranked (mới chia tách) |""" == slate_table(
        SLATE, language="en", markup="markdown"
    )


def test_a_slate_of_groups_names_them() -> None:
    """Where units were ranked in groups, each row says in which."""
    slate = Slate(OFFERS, (evolve(ONE, group="Phường"), evolve(ONE, group="Xã"), UNRANKED))

    assert """\
Nhóm    Đơn vị  Suy tôn  Đề nghị và lý do
------  ------  -------  --------------------------------------
Phường  Bắc Hà  có       hạng 2 (97,5 điểm): đề nghị Cờ thi đua
Xã      Bắc Hà  có       hạng 2 (97,5 điểm): đề nghị Cờ thi đua
        Sa Pa   không    không xếp hạng (mới chia tách)""" == slate_table(slate)
    assert (
        "Group   Unit    Nominated  Proposal and reason"
        == (slate_table(slate, language="en").splitlines()[0])
    )
