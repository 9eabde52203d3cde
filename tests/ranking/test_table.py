# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

from thidua.quantity import Interval
from thidua.ranking import Place, Ranking, Unranked, explain_place, ranking_table
from thidua.rubric import RankedBy


def _place(  # noqa: PLR0913, PLR0917 - what a place has
    name: str,
    low: str,
    high: str,
    best: int,
    worst: int,
    tied_with: tuple[str, ...] = (),
    group: str = "",
) -> Place:
    return Place(
        name.lower(),
        name=name,
        group=group,
        value=Interval(Fraction(low), Fraction(high)),
        best=best,
        worst=worst,
        tied_with=tied_with,
    )


RANKING = Ranking(
    RankedBy.POINTS,
    (
        _place("Bắc Hà", "53.25", "53.25", 1, 1, ("bát xát",)),
        _place("Bát Xát", "53.25", "53.25", 1, 1, ("bắc hà",)),
        _place("Si Ma Cai", "30", "40", 3, 4),
        _place("Sa Pa", "121/3", "121/3", 3, 4),
        _place("Văn Bàn", "9", "20", 5, 5),
    ),
    (Unranked("bảo thắng", "Bảo Thắng", "mới chia tách"), Unranked("x", "Bảo Yên", "")),
)


def test_a_ranking_as_text() -> None:
    """Shared, open and provisional places are noted; who is not ranked stands below, and why."""

    assert """\
Xếp hạng năm 2021
Hạng  Đơn vị             Điểm  Ghi chú
----  ---------  ------------  ---------------------
   1  Bắc Hà            53,25  đồng hạng với Bát Xát
   1  Bát Xát           53,25  đồng hạng với Bắc Hà
 3-4  Si Ma Cai  từ 30 đến 40  tạm tính
 3-4  Sa Pa           ≈ 40,33  tạm tính
   5  Văn Bàn     từ 9 đến 20  tạm tính
Không xếp hạng: Bảo Thắng (mới chia tách)
Không xếp hạng: Bảo Yên (không có điểm tối đa để tính tỷ lệ)""" == ranking_table(
        RANKING, title="Xếp hạng năm 2021"
    )


def test_a_ranking_as_markdown_in_english() -> None:
    """In Markdown the title, the table and the notes are paragraphs."""

    assert """\
| Rank | Unit | Points | Note |
|---:|---|---:|---|
| 1 | Bắc Hà | 53.25 | ties with Bát Xát |
| 1 | Bát Xát | 53.25 | ties with Bắc Hà |
| 3-4 | Si Ma Cai | 30 to 40 | provisional |
| 3-4 | Sa Pa | ≈ 40.33 | provisional |
| 5 | Văn Bàn | 9 to 20 | provisional |

Not ranked: Bảo Thắng (mới chia tách)

Not ranked: Bảo Yên (no maximum applies to it)""" == ranking_table(
        RANKING, language="en", markup="markdown"
    )


def test_groups_have_tables_of_their_own() -> None:
    """Each group has its table under its name; a ranking by percent says so."""
    ranking = Ranking(
        RankedBy.PERCENT,
        (
            _place("A", "97.5", "97.5", 1, 1, group="Phường"),
            _place("B", "90", "90", 1, 3, ("c",), group="Xã"),
            _place("C", "90", "90", 1, 3, ("b",), group="Xã"),
        ),
    )

    assert """\
Phường
Hạng  Đơn vị     %  Ghi chú
----  ------  ----  -------
   1  A       97,5
Xã
Hạng  Đơn vị   %  Ghi chú
----  ------  --  -------------------------
 1-3  B       90  đồng hạng với C; tạm tính
 1-3  C       90  đồng hạng với B; tạm tính""" == ranking_table(ranking)
    assert "Rank  Unit     %  Note" == ranking_table(ranking, language="en").splitlines()[1]


def test_a_ranking_of_nobody_is_empty() -> None:
    """Without places there is no table."""

    assert "" == ranking_table(Ranking("points", ()))


def test_units_that_differ_look_different() -> None:
    """Where two decimals would show two results alike, all of the table have more."""
    ranking = Ranking(
        "points",
        (
            _place("A", "20/3", "20/3", 1, 1),
            _place("B", "6.666", "6.666", 2, 2),
            _place("C", "5", "5", 3, 3),
        ),
    )

    assert """\
Hạng  Đơn vị     Điểm  Ghi chú
----  ------  -------  -------
   1  A       ≈ 6,667
   2  B         6,666
   3  C             5""" == ranking_table(ranking)
    assert "A: hạng 1 (≈ 6,667 điểm); xếp trên B (6,666 điểm)" == explain_place(ranking, "a")
