# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from thidua.errors import Faults, NumberFault, RankingFault
from thidua.formula import DirectEntry, PerEvent
from thidua.quantity import Given, Number, State
from thidua.ranking import (
    Apart,
    ByMeasure,
    ByName,
    ByPoints,
    OpenTie,
    Order,
    Ranking,
    Remeasure,
    TieBreak,
    explain_place,
    rank,
    ranking_table,
    told_apart,
)
from thidua.rubric import Criterion, Measure, Rubric, Scores, Section, Sheet, Treatments, score

RUBRIC = Rubric(
    "tuan",
    "Bảng điểm tuần",
    measures=[
        Measure("hoc_tap", "Học tập"),
        Measure("ne_nep", "Nề nếp"),
        Measure("vi_pham", "Lượt vi phạm", unit="lượt"),
    ],
    sections=[
        Criterion("1", "Học tập", maximum=60, formula=DirectEntry("hoc_tap")),
        Criterion("2", "Nề nếp", maximum=40, formula=DirectEntry("ne_nep")),
        Section(
            "III",
            "Điểm trừ",
            role="penalty",
            criteria=[
                Criterion(
                    "3", "Vi phạm", maximum=0, formula=PerEvent.of("vi_pham", 2), role="bonus"
                )
            ],
        ),
    ],
    treatments=Treatments(exempt="leave"),
)


def _scores(units: Mapping[str, tuple[Given, Given, Given]], **names: str) -> Scores:
    return score(
        RUBRIC,
        [
            Sheet(
                unit,
                {"hoc_tap": study, "ne_nep": order, "vi_pham": broken},
                name=names.get(unit, ""),
            )
            for unit, (study, order, broken) in units.items()
        ],
    )


EQUAL = {"a": (50, 34, 2), "b": (52, 30, 1), "c": (50, 32, 1), "d": (40, 20, 0)}
"""Three units of 80 points, and one of 60."""


def _ranks(ranking: Ranking) -> dict[str, tuple[int, int]]:
    return {place.unit: (place.best, place.worst) for place in ranking.places}


def test_fewer_points_off_stand_above() -> None:
    """The points of a penalty section break a tie in favour of the lower."""
    scores = _scores(EQUAL)
    ranking = rank(scores, ties=[ByPoints("III", better="lower"), "1"])

    assert [80, 80, 80, 60] == [one.points for one in scores]
    assert {"b": (1, 1), "c": (2, 2), "a": (3, 3), "d": (4, 4)} == _ranks(ranking)
    assert _ranks(rank(scores, ties=[ByMeasure("vi_pham", better="lower"), "1"])) == _ranks(ranking)


def test_a_share_of_a_section_breaks_ties() -> None:
    """A criterion may be compared by the percent of its maximum, and so may the total."""
    scores = _scores({"a": (50, 30, 0), "b": (30, State.EXEMPT, 0), "c": (60, 20, 0)})
    ranking = rank(scores, ties=[ByPoints("total", by="percent")])

    assert (Fraction(80),) == ranking["a"].keys
    assert (Fraction(50),) == ranking["b"].keys
    assert (Fraction(250, 3), Fraction(75)) == (
        rank(
            _scores({"a": (50, 30, 0)}),
            ties=[ByPoints("1", by="percent"), ByPoints("2", by="percent")],
        )
    )["a"].keys


def test_a_part_that_left_has_no_percent() -> None:
    """A unit without a maximum for the part cannot be compared by its percent."""
    scores = _scores({"a": (50, 30, 0), "b": (30, State.EXEMPT, 0)})
    with pytest.raises(Faults, match="unit 'b' has no number there; exclude the unit"):
        rank(scores, ties=[ByPoints("2", by="percent")])


def test_the_percent_of_what_is_to_come_is_awaited() -> None:
    """A percent that is not known yet leaves the rank open, and is no fault."""
    scores = _scores({"a": (50, 30, 0), "b": (50, State.NOT_DUE, 0)})

    assert (Fraction(75),) == rank(scores, ties=[ByPoints("2", by="percent")])["a"].keys
    assert () == rank(scores, ties=[ByPoints("2", by="percent")])["b"].keys


def test_names_break_ties() -> None:
    """The order of names may decide; it counts among the units ranked together."""
    names = {"a": "Xã 10", "b": "Xã 2", "c": "Phường Đông"}
    ranking = rank(_scores(EQUAL, **names), ties=[ByName()])

    assert ["c", "b", "a", "d"] == [place.unit for place in ranking.places]
    assert [-2, -3, -4, -1] == [place.keys[0] for place in ranking.places]


def test_the_same_name_stays_tied() -> None:
    """Units of one name are still equal."""
    ranking = rank(_scores(EQUAL, a="Hoà", b="Hoà", c="An"), ties=[ByName()])

    assert {"c": (1, 1), "a": (2, 2), "b": (2, 2), "d": (4, 4)} == _ranks(ranking)
    assert ("b",) == ranking["a"].tied_with


def test_persons_are_told_apart_by_their_given_names() -> None:
    """With persons, the given name decides first."""
    names = {"a": "Trần Văn An", "b": "Lê Thị Bình", "c": "Đỗ Bình"}
    ranking = rank(_scores(EQUAL, **names), ties=[ByName(person=True)])

    assert ["a", "c", "b", "d"] == [place.unit for place in ranking.places]


AGAIN = [Remeasure("vệ sinh")]


def test_a_tie_waits_to_be_measured_again() -> None:
    """Without results the ranks of the tied are open, and it is said among whom."""
    ranking = rank(_scores(EQUAL), ties=AGAIN)

    assert {"a": (1, 3), "b": (1, 3), "c": (1, 3), "d": (4, 4)} == _ranks(ranking)
    assert (OpenTie("vệ sinh", ("a", "b", "c"), ("a", "b", "c")),) == ranking.open_ties
    assert ranking.provisional


def test_results_of_measuring_again_decide() -> None:
    """Results tell the tied apart; those still without one wait, the others keep their places."""
    some = rank(_scores(EQUAL), ties=AGAIN, remeasured={"vệ sinh": {"a": 8, "b": "9.5"}})
    every = rank(
        _scores(EQUAL), ties=AGAIN, remeasured={"vệ sinh": {"a": 8, "b": "9.5", "c": 7, "d": 10}}
    )

    assert (OpenTie("vệ sinh", ("a", "b", "c"), ("c",)),) == some.open_ties
    assert {"b": (1, 2), "a": (2, 3), "c": (1, 3), "d": (4, 4)} == _ranks(some)
    assert {"b": (1, 1), "a": (2, 2), "c": (3, 3), "d": (4, 4)} == _ranks(every)
    assert () == every.open_ties


def test_what_was_measured_again_is_named() -> None:
    """Where the new result decides, both numbers are told."""
    ranking = rank(_scores(EQUAL), ties=AGAIN, remeasured={"vệ sinh": {"a": 8, "b": "9.5", "c": 7}})

    assert "xếp dưới b theo vệ sinh (đo lại): 8 so với 9,5" in explain_place(ranking, "a")
    assert "above c by vệ sinh (measured again): 8 against 7" in (
        explain_place(ranking, "a", language="en")
    )


def test_less_may_be_better_when_measured_again() -> None:
    """The direction of what is measured again is agreed like any other."""
    results: dict[str, Number] = {"a": 30, "b": 20, "c": 30}
    ranking = rank(
        _scores(EQUAL), ties=[Remeasure("thời gian", "lower")], remeasured={"thời gian": results}
    )

    assert {"b": (1, 1), "a": (2, 2), "c": (2, 2), "d": (4, 4)} == _ranks(ranking)


def test_what_was_measured_again_may_be_followed_by_another_key() -> None:
    """Units that are level again go to the next key; an earlier key may already decide."""
    scores = _scores(EQUAL)
    after = rank(
        scores, ties=[*AGAIN, ByMeasure("hoc_tap")], remeasured={"vệ sinh": dict.fromkeys("abc", 5)}
    )
    before = rank(scores, ties=[ByMeasure("vi_pham", "lower"), *AGAIN])

    assert {"b": (1, 1), "a": (2, 2), "c": (2, 2), "d": (4, 4)} == _ranks(after)
    assert (OpenTie("vệ sinh", ("b", "c"), ("b", "c")),) == before.open_ties
    assert {"b": (1, 2), "c": (1, 2), "a": (3, 3), "d": (4, 4)} == _ranks(before)


def test_each_group_measures_again_for_itself() -> None:
    """Units of different groups are not tied with each other."""
    ranking = rank(_scores(EQUAL), ties=AGAIN, groups={"a": "x", "b": "x", "c": "y", "d": "y"})

    assert (OpenTie("vệ sinh", ("a", "b"), ("a", "b"), group="x"),) == ranking.open_ties


def test_a_unit_whose_points_are_open_is_not_measured_again_yet() -> None:
    """Whether a unit is tied is not known while its points are an interval."""
    ranking = rank(_scores({**EQUAL, "e": (State.NOT_DUE, 30, 0)}), ties=AGAIN)

    assert ("a", "b", "c") == ranking.open_ties[0].units


def test_results_that_mean_nothing_are_faults() -> None:
    """Results of something else, of nobody and that are no numbers are named together."""
    with pytest.raises(Faults) as caught:
        rank(
            _scores(EQUAL),
            ties=AGAIN,
            remeasured={"vệ sính": {"a": 1}, "vệ sinh": {"x": 1, "a": 0.5}},  # type: ignore[dict-item]
        )
    wrong, unknown, number = caught.value

    assert "$.remeasured.vệ sính: results of 'vệ sính', which breaks no tie; " in str(wrong)
    assert "did you mean 'vệ sinh'?" == wrong.todo
    assert "$.remeasured.vệ sinh.x: no unit 'x' has been scored" in str(unknown)
    assert ("remeasured", "vệ sinh", "a") == number.at
    assert isinstance(number, NumberFault)


def test_something_is_measured_again() -> None:
    """A key must name what is measured again."""
    with pytest.raises(RankingFault, match="nothing to measure again; name it"):
        Remeasure(" ")


KEYS: list[TieBreak] = [ByPoints("III", "lower"), ByMeasure("hoc_tap"), *AGAIN]


def test_the_table_says_what_decided() -> None:
    """A unit behind another with the same result says by what, with both numbers."""
    scores = _scores({**EQUAL, "e": (50, 32, 1)}, a="6A", b="6B", c="6C", d="6D", e="6E")

    assert (
        """\
Hạng  Đơn vị  Điểm  Ghi chú
----  ------  ----  --------------------------------------------------------
   1  6B        80
 2-3  6C        80  chờ đo lại vệ sinh với 6E; sau 6B theo Học tập: 50 so với 52; tạm tính
""".splitlines()[2:]
        == [line.rstrip() for line in ranking_table(rank(scores, ties=KEYS)).splitlines()[2:4]]
    )
    assert [
        "   1  6B        80",
        (
            " 2-3  6C        80  vệ sinh to be measured again with 6E; "
            "behind 6B by Học tập: 50 against 52; provisional"
        ),
        (
            " 2-3  6E        80  vệ sinh to be measured again with 6C; "
            "behind 6B by Học tập: 50 against 52; provisional"
        ),
        "   4  6A        80  behind 6E by III Điểm trừ: 4 against 2",
        "   5  6D        60",
    ] == [
        line.rstrip()
        for line in ranking_table(rank(scores, ties=KEYS), language="en").splitlines()[2:]
    ]


def test_a_place_is_explained() -> None:
    """A unit is told from the one above and the one below, and from all it is level with."""
    scores = _scores({**EQUAL, "e": (50, 32, 1)}, a="6A", b="6B", c="6C", d="6D", e="6E")
    ranking = rank(scores, ties=KEYS)

    assert (
        "6B: hạng 1 (80 điểm); bằng nhau, xếp trên 6C theo Học tập: 52 so với 50"
        == explain_place(ranking, "b")
    )
    assert (
        "6C: hạng 2-3 (80 điểm); bằng nhau, xếp dưới 6B theo Học tập: 50 so với 52; "
        "chưa phân định được với 6E, chờ đo lại: vệ sinh; "
        "bằng nhau, xếp trên 6A theo III Điểm trừ: 2 so với 4"
    ) == explain_place(ranking, "c")
    assert (
        "6A: hạng 4 (80 điểm); bằng nhau, xếp dưới 6E theo III Điểm trừ: 4 so với 2; "
        "xếp trên 6D (60 điểm)"
    ) == explain_place(ranking, "a")
    assert (
        "6C: rank 2-3 (80 points); level at first, below 6B by Học tập: 50 against 52; "
        "not told apart from 6E yet, vệ sinh to be measured again is awaited; "
        "level at first, above 6A by III Điểm trừ: 2 against 4"
    ) == explain_place(ranking, "c", language="en")
    assert "6D: rank 5 (60 points); below 6A (80 points)" == explain_place(
        ranking, "d", language="en"
    )


@pytest.mark.parametrize(
    ("ties", "vietnamese", "english"),
    [
        ([ByPoints("total")], "đồng hạng với b, những gì đã thống nhất không phân định được", None),
        (
            [ByName()],
            "bằng nhau, xếp trên b theo thứ tự tên: 1 so với 2",
            "by the order of names: 1",
        ),
        (
            [ByPoints("1", by="percent")],
            "bằng nhau, xếp trên b theo 1 Học tập (%): ≈ 91,666667 so với 90",
            "by 1 Học tập (%): ≈ 91.666667 against 90",
        ),
        ([ByPoints("total", "lower"), ByMeasure("ne_nep")], None, "by Nề nếp: 31 against 30"),
    ],
)
def test_every_key_has_its_words(
    ties: list[TieBreak], vietnamese: str | None, english: str | None
) -> None:
    """Each kind of key is named in both languages."""
    scores = _scores({"a": (55, 31, 3), "b": (54, 30, 2)})
    ranking = rank(scores, ties=ties)

    assert (vietnamese or "") in explain_place(ranking, "a")
    assert (english or "level with b") in explain_place(ranking, "a", language="en")


def test_the_total_has_words_of_each_language() -> None:
    """Where percents are level, the total may decide, and is named in both languages."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A"), Measure("b", "B")],
        sections=[
            Criterion("1", "Một", maximum=10, formula=DirectEntry("a")),
            Criterion("2", "Hai", maximum=10, formula=DirectEntry("b")),
        ],
        treatments=Treatments(exempt="leave"),
        ranked_by="percent",
    )
    sheets = [Sheet("x", {"a": 5, "b": 5}), Sheet("y", {"a": 5, "b": State.EXEMPT})]
    ranking = rank(score(rubric, sheets), ties=[ByPoints("total")])

    assert "x: hạng 1 (50 %); bằng nhau, xếp trên y theo tổng điểm: 10 so với 5" == (
        explain_place(ranking, "x")
    )
    assert "by the total: 5 against 10" in explain_place(ranking, "y", language="en")


def test_keys_without_labels_are_called_by_their_codes() -> None:
    """A ranking that was made without labels, or by unknown codes, still names its keys."""
    scores = _scores({"a": (55, 31, 3), "b": (54, 30, 2)})
    bare = [
        Ranking("points", rank(scores, ties=ties).places, (), tuple(ties))
        for ties in (
            [ByPoints("1")],
            [ByPoints("1", by="percent")],
            [ByMeasure("hoc_tap")],
        )
    ]

    assert [
        "theo 1: 55 so với 54",
        "theo 1 (%): ≈ 91,666667 so với 90",
        "theo hoc_tap: 55 so với 54",
    ] == [explain_place(one, "a").rpartition("xếp trên b ")[2] for one in bare]


def test_results_to_come_are_awaited() -> None:
    """A place that is open says what is awaited: results, an entry, a vote."""
    late = State.NOT_DUE
    scores = _scores({"a": (50, 30, late), "b": (50, late, 0), "c": (1, 1, 0)})
    ranking = rank(scores, ties=[ByMeasure("vi_pham")])
    told = told_apart(ranking, "a", "b")
    tied = rank(_scores({"a": (55, 31, 3), "b": (54, 30, 2)}), ties=[Remeasure("bỏ phiếu")])

    assert Apart(Order.OPEN) == told
    assert "a: hạng 1-3 (không quá 80 điểm); chưa phân định được với b, chờ đủ số liệu" in (
        explain_place(ranking, "a")
    )
    assert "not told apart from b yet, results are awaited" in (
        explain_place(ranking, "a", language="en")
    )
    assert Apart(Order.OPEN, Remeasure("bỏ phiếu"), "bỏ phiếu") == told_apart(tied, "a", "b")


def test_an_entry_that_breaks_the_tie_is_awaited() -> None:
    """Where units are equal so far, the entry awaited is named."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A"), Measure("phu", "Chỉ tiêu phụ")],
        sections=[Criterion("1", "Một", maximum=10, formula=DirectEntry("a"))],
        ranked_by="percent",
    )
    scores = score(
        rubric, [Sheet("x", {"a": 5, "phu": 1}), Sheet("y", {"a": 5, "phu": State.NOT_DUE})]
    )
    ranking = rank(scores, ties=[ByMeasure("phu")])

    assert "x: hạng 1-2 (50 %); chưa phân định được với y, chờ Chỉ tiêu phụ" == explain_place(
        ranking, "x"
    )
    assert "x: rank 1-2 (50%); not told apart from y yet, Chỉ tiêu phụ is awaited" == explain_place(
        ranking, "x", language="en"
    )


def test_a_unit_alone_has_no_neighbour() -> None:
    """A unit without others in its group is compared with nobody."""
    ranking = rank(_scores({"a": (55, 31, 3)}), ties="share")

    assert "a: hạng 1 (80 điểm); không có đơn vị nào khác" == explain_place(ranking, "a")
    assert "a: rank 1 (80 points); no other unit is ranked" == (
        explain_place(ranking, "a", language="en")
    )


def test_one_point_is_no_plural() -> None:
    """One point is told as one."""
    ranking = rank(_scores({"a": (1, 0, 0), "b": (0, 0, 0)}), ties="share")

    assert "b: rank 2 (0 points); below a (1 point)" == explain_place(ranking, "b", language="en")
    assert "a: rank 1 (1 point); above b (0 points)" == explain_place(ranking, "a", language="en")


def test_units_of_different_groups_are_not_compared() -> None:
    """Two units that are not ranked together are not told apart."""
    ranking = rank(_scores(EQUAL), ties="share", groups={"a": "x", "b": "y", "c": "y", "d": "y"})
    with pytest.raises(RankingFault, match="ranked in different groups; compare units of one"):
        told_apart(ranking, "a", "b")

    assert Apart(Order.ABOVE, mine=Fraction(80), theirs=Fraction(60)) == told_apart(
        ranking, "b", "d"
    )
    assert Apart(Order.EQUAL) == told_apart(ranking, "b", "c")


def test_an_exclusion_without_a_reason_claims_none() -> None:
    """Only a unit without a maximum is said to have none."""
    ranking = rank(_scores(EQUAL), ties="share", excluded={"a": ""})

    assert ranking_table(ranking).endswith("Không xếp hạng: a")
    assert ranking_table(ranking, language="en").endswith("Not ranked: a")
