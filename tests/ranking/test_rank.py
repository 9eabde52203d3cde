# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, TypeAlias

import pytest

from thidua.errors import Faults
from thidua.formula import Calculation, DirectEntry, Product, Quotient, Sum
from thidua.quantity import Given, Interval, Number, Rounding, State
from thidua.ranking import ByMeasure, ByPoints, Ranking, Unranked, rank
from thidua.rubric import (
    Choice,
    Criterion,
    Measure,
    Question,
    RankedBy,
    Rubric,
    Scores,
    Sheet,
    Treatments,
    score,
)

LATE = State.NOT_DUE


Row: TypeAlias = tuple[Given, ...]


def _scores(
    units: Mapping[str, Row],
    *,
    at_most: Number | None = None,
    rounding: Rounding | None = None,
    ranked_by: str = "points",
    percent_rounding: Rounding | None = None,
) -> Scores:
    """Score units by two criteria of 10 points, and a measure that gives none."""
    rubric = Rubric(
        "r",
        "R",
        measures=[
            Measure("a", "A", places=2),
            Measure("b", "B", places=2),
            Measure("vu", "Số vụ"),
            Question("co", "Có"),
            Choice("muc", "Mức", ["tốt", "khá"]),
        ],
        sections=[
            Criterion("1", "Một", maximum=10, formula=DirectEntry("a")),
            Criterion("2", "Hai", maximum=10, formula=DirectEntry("b")),
        ],
        treatments=Treatments(not_assigned="leave"),
        at_most=at_most,
        rounding=rounding,
        ranked_by=ranked_by,
        percent_rounding=percent_rounding,
    )
    rest: Row = (0, 0, 0)
    sheets: list[Sheet] = []
    for unit, given in units.items():
        entries: dict[str, Given] = {"co": True, "muc": "tốt"}
        entries |= zip(("a", "b", "vu"), (*given, *rest[len(given) :]), strict=True)
        sheets.append(Sheet(unit, entries))
    return score(rubric, sheets)


def _ranks(ranking: Ranking) -> dict[str, int | None]:
    return {place.unit: place.rank for place in ranking.places}


def _spans(ranking: Ranking) -> dict[str, tuple[int, int]]:
    return {place.unit: (place.best, place.worst) for place in ranking.places}


FIVE = {"a": (5,), "b": (9,), "c": (5,), "d": (7,), "e": (3,)}


def test_equal_units_share_a_rank_and_the_next_is_left_out() -> None:
    """Shared ranks run 1, 2, 3, 3, 5, in this order, units of one rank by code."""

    assert {"b": 1, "d": 2, "a": 3, "c": 3, "e": 5} == _ranks(rank(_scores(FIVE), ties="share"))
    assert ["b", "d", "a", "c", "e"] == [
        place.unit for place in rank(_scores(FIVE), ties="share").places
    ]


def test_dense_ranks_leave_none_out() -> None:
    """Dense ranks run 1, 2, 3, 3, 4."""

    assert {"b": 1, "d": 2, "a": 3, "c": 3, "e": 4} == _ranks(rank(_scores(FIVE), ties="dense"))


@pytest.mark.parametrize("ties", ["share", "dense", ()])
def test_units_that_share_a_rank_name_each_other(ties: Literal["share", "dense"]) -> None:
    """A tie is visible on each of the units, and on no other."""
    ranking = rank(_scores({**FIVE, "f": (5,)}), ties=ties)

    assert {
        "a": ("c", "f"),
        "b": (),
        "c": ("a", "f"),
        "d": (),
        "e": (),
        "f": ("a", "c"),
    } == {unit: ranking[unit].tied_with for unit in "abcdef"}


TIED = {"a": (4, 6, 3), "b": (6, 4, 3), "c": (6, 4, 1), "d": (5, 5, 2)}


@pytest.mark.parametrize(
    ("ties", "ranks", "keys"),
    [
        (["1"], {"b": 1, "c": 1, "d": 3, "a": 4}, (6,)),
        ([ByPoints("1")], {"b": 1, "c": 1, "d": 3, "a": 4}, (6,)),
        ([ByPoints("1", "lower")], {"a": 1, "d": 2, "b": 3, "c": 3}, (-6,)),
        ([ByMeasure("vu")], {"a": 1, "b": 1, "d": 3, "c": 4}, (3,)),
        ([ByMeasure("vu", "lower")], {"c": 1, "d": 2, "a": 3, "b": 3}, (-3,)),
        (["1", ByMeasure("vu", "lower")], {"c": 1, "b": 2, "d": 3, "a": 4}, (6, -3)),
        ([ByMeasure("vu"), "1"], {"b": 1, "a": 2, "d": 3, "c": 4}, (3, 6)),
        (["2", "1"], {"a": 1, "d": 2, "b": 3, "c": 3}, (4, 6)),
    ],
)
def test_ties_are_broken_by_keys_in_order(
    ties: list[str], ranks: Mapping[str, int], keys: tuple[int, ...]
) -> None:
    """The first key that differs decides; a code alone means its points, more is better."""
    ranking = rank(_scores(TIED), ties=ties)

    assert ranks == _ranks(ranking)
    assert tuple(map(Fraction, keys)) == ranking["b"].keys


def test_a_key_never_beats_points() -> None:
    """What breaks ties does not order units that are not tied."""

    assert {"a": 1, "b": 2} == _ranks(
        rank(_scores({"a": (5, 0, 1), "b": (4, 0, 9)}), ties=[ByMeasure("vu")])
    )


def test_how_ties_were_treated_is_kept() -> None:
    """A ranking says how ties were to be treated, and by what it was ranked."""
    ranking = rank(_scores(TIED), ties=["1", ByMeasure("vu")])

    assert (ByPoints("1"), ByMeasure("vu")) == ranking.ties
    assert "dense" == rank(_scores(TIED), ties="dense").ties
    assert RankedBy.POINTS is ranking.ranked_by


def test_a_place_has_the_name_of_its_unit() -> None:
    """Units are called by the names on their sheets, or by their codes."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A")],
        sections=[Criterion("1", "Một", maximum=10, formula=DirectEntry("a"))],
    )
    ranking = rank(
        score(rubric, [Sheet("a", {"a": 1}, name="Bắc Hà"), Sheet("b", {"a": 2})]), ties="share"
    )

    assert ["b", "Bắc Hà"] == [place.name for place in ranking.places]


def test_groups_are_ranked_apart() -> None:
    """Ranks begin again in each group; ties hold within it; groups stand in order."""
    groups = {"a": "Xã", "b": "Phường", "c": "Phường", "d": "Xã", "e": "Phường"}
    ranking = rank(_scores({**FIVE, "c": (9,)}), ties="share", groups=groups)

    assert [
        ("Phường", "b", 1),
        ("Phường", "c", 1),
        ("Phường", "e", 3),
        ("Xã", "d", 1),
        ("Xã", "a", 2),
    ] == [(place.group, place.unit, place.rank) for place in ranking.places]
    assert () == rank(_scores(FIVE), ties="share", groups=groups)["a"].tied_with


def test_excluded_units_do_not_shift_ranks() -> None:
    """A unit that takes no rank leaves the others ranked as if it were not there."""
    ranking = rank(
        _scores(FIVE), ties="share", excluded={"b": "có tổ chức đảng bị kỷ luật", "c": "mới lập"}
    )

    assert {"d": 1, "a": 2, "e": 3} == _ranks(ranking)
    assert (
        Unranked("b", "b", "có tổ chức đảng bị kỷ luật", excluded=True),
        Unranked("c", "c", "mới lập", excluded=True),
    ) == ranking.unranked


def test_an_excluded_unit_needs_no_group() -> None:
    """Who takes no rank need not be put in a group, and need not break ties."""
    ranking = rank(
        _scores({"a": (5, 5, 1), "b": (5, 5, State.NOT_ASSIGNED)}),
        ties=[ByMeasure("vu")],
        groups={"a": "Xã"},
        excluded={"b": "mới lập"},
    )

    assert {"a": 1} == _ranks(ranking)


def test_percent_ranks_by_what_was_assigned() -> None:
    """By percent, 8 of 10 stands above 15 of 20; by points, below."""
    units: dict[str, Row] = {"a": (8, State.NOT_ASSIGNED), "b": (7, 8)}

    assert {"b": 1, "a": 2} == _ranks(rank(_scores(units), ties="share"))
    assert {"a": 1, "b": 2} == _ranks(rank(_scores(units, ranked_by="percent"), ties="share"))
    assert Interval(75, 75) == rank(_scores(units, ranked_by="percent"), ties="share")["b"].value


def test_a_unit_without_a_maximum_has_no_percent_and_no_rank() -> None:
    """A unit to which nothing applies is not ranked by percent, and says no reason."""
    units: dict[str, Row] = {"a": (State.NOT_ASSIGNED, State.NOT_ASSIGNED), "b": (0, 0)}

    assert (Unranked("a", "a", ""),) == (
        rank(_scores(units, ranked_by="percent"), ties="share").unranked
    )
    assert () == rank(_scores(units), ties="share").unranked


def test_totals_are_compared_as_the_rubric_rounds_them() -> None:
    """Two totals that differ only before the rounding are equal."""
    units: dict[str, Row] = {"a": ("5.24",), "b": ("5.16",)}

    assert {"a": 1, "b": 1} == _ranks(rank(_scores(units, rounding=Rounding("0.1")), ties="share"))
    assert {"a": 1, "b": 2} == _ranks(rank(_scores(units), ties="share"))


def test_percents_are_compared_as_the_rubric_rounds_them() -> None:
    """Two percentages that differ only before the rounding are equal."""
    units: dict[str, Row] = {"a": ("5.04",), "b": ("4.96",)}
    by_percent = "percent"

    assert {"a": 1, "b": 1} == _ranks(
        rank(_scores(units, ranked_by=by_percent, percent_rounding=Rounding(1)), ties="share")
    )
    assert {"a": 1, "b": 2} == _ranks(rank(_scores(units, ranked_by=by_percent), ties="share"))


def test_exactly_equal_totals_share_a_rank() -> None:
    """55/28 - 1/4 and 58/29 - 2/7 are both 12/7; floats tell them apart."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure(code, code, above=0) for code in ("x", "y")]
        + [Measure(code, code) for code in ("p", "q")],
        sections=[
            Criterion(
                "1",
                "Một",
                maximum=2,
                formula=Calculation(
                    Sum([Quotient("p", "x"), Product([-1, Quotient("q", "y")])]), "theo quy chế"
                ),
            )
        ],
    )
    sheets = [
        Sheet("a", {"p": 55, "x": 28, "q": 1, "y": 4}),
        Sheet("b", {"p": 58, "x": 29, "q": 2, "y": 7}),
    ]
    ranking = rank(score(rubric, sheets), ties="share")

    assert 55 / 28 - 1 / 4 != 58 / 29 - 2 / 7
    assert {"a": 1, "b": 1} == _ranks(ranking)
    assert Interval.of(Fraction(12, 7)) == ranking["a"].value


def test_a_provisional_unit_has_the_ranks_it_may_come_to() -> None:
    """From 5 to 15 points stands between the units certainly above and certainly below."""
    units: dict[str, Row] = {"a": (10, 8), "b": (5, LATE), "c": (10,), "d": (2,)}
    ranking = rank(_scores(units), ties="share")

    assert {"a": (1, 1), "b": (2, 3), "c": (2, 3), "d": (4, 4)} == _spans(ranking)
    assert {"a": 1, "b": None, "c": None, "d": 4} == _ranks(ranking)
    assert ranking.provisional
    assert not rank(_scores(FIVE), ties="share").provisional


def test_a_provisional_unit_may_have_a_certain_rank() -> None:
    """A unit that can neither overtake nor be overtaken has one rank."""
    ranking = rank(_scores({"a": (10, 8), "b": (5, LATE), "c": (4,)}), ties="share")

    assert {"a": 1, "b": 2, "c": 3} == _ranks(ranking)
    assert not ranking.provisional


def test_units_that_may_meet_may_share_a_rank() -> None:
    """A unit that can at best draw level pushes nobody down, unless a key then decides."""
    units: dict[str, Row] = {"a": (10, 5), "b": (5, LATE)}

    assert {"a": (1, 1), "b": (1, 2)} == _spans(rank(_scores(units), ties="share"))
    assert {"a": (1, 1), "b": (2, 2)} == _spans(rank(_scores(units), ties=["1"]))
    assert {"a": (1, 2), "b": (1, 2)} == _spans(rank(_scores(units), ties=["2"]))
    assert {"a": (1, 2), "b": (1, 2)} == _spans(rank(_scores(units), ties=[ByPoints("1", "lower")]))


@pytest.mark.parametrize(
    ("units", "spans"),
    [
        pytest.param(
            {"a": (10, 8), "b": (10, 8), "c": (5, LATE), "d": (2,)},
            {"a": (1, 1), "b": (1, 1), "c": (2, 2), "d": (3, 3)},
            id="certain",
        ),
        pytest.param(
            {"a": (10,), "b": (10,), "c": (5, LATE)},
            {"a": (1, 2), "b": (1, 2), "c": (1, 2)},
            id="equal_ones_count_once",
        ),
        pytest.param(
            {"a": (5, LATE), "b": (7, LATE), "c": (4,)},
            {"a": (1, 2), "b": (1, 2), "c": (2, 3)},
            id="provisional_ones_may_be_equal",
        ),
        pytest.param(
            {"a": (0, LATE), "b": (10, LATE), "c": (0, 0)},
            {"a": (1, 2), "b": (1, 1), "c": (2, 3)},
            id="meeting_at_an_end",
        ),
    ],
)
def test_dense_ranks_of_provisional_units(
    units: Mapping[str, Row], spans: Mapping[str, tuple[int, int]]
) -> None:
    """Between certain and provisional units as many ranks lie as there may be values."""

    assert spans == _spans(rank(_scores(units), ties="dense"))


def test_dense_ranks_without_bounds() -> None:
    """Units that may have any number of points leave every rank open that others allow."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A"), Measure("b", "B", least=None)],
        sections=[
            Criterion("1", "Một", maximum=1, formula=Calculation(Sum(["a", "b"]), "a + b")),
        ],
    )

    def sheet(unit: str, a: Given, b: Given) -> Sheet:
        return Sheet(unit, {"a": a, "b": b})

    units = [
        sheet("a", LATE, 0),
        sheet("b", LATE, 7),
        sheet("c", 0, LATE),
        sheet("d", -0, -1),
        sheet("e", LATE, 9),
    ]
    ranking = rank(score(rubric, units), ties="dense")

    assert {"a": (1, 4), "b": (1, 4), "c": (1, 5), "d": (2, 5), "e": (1, 4)} == _spans(ranking)


def test_what_breaks_ties_may_still_be_to_come() -> None:
    """Equal totals stay open while what would tell them apart is to come."""
    units: dict[str, Row] = {
        "a": (10, LATE, 1),
        "b": (10, 10, 2),
        "c": (10, LATE, LATE),
        "d": (10, 10, 3),
    }
    ranking = rank(_scores(units, at_most=10), ties=["2", ByMeasure("vu")])

    assert {"a": (1, 4), "b": (2, 4), "c": (1, 4), "d": (1, 3)} == _spans(ranking)
    assert {"a": (), "b": (10, 2), "c": (), "d": (10, 3)} == {
        place.unit: place.keys for place in ranking.places
    }
    assert {"a": (), "b": (), "c": (), "d": ()} == {
        place.unit: place.tied_with for place in ranking.places
    }


def test_a_key_to_come_does_not_hide_one_that_decides_before() -> None:
    """Keys after the one that decides may be to come."""
    units: dict[str, Row] = {"a": (4, 6, LATE), "b": (6, 4, 1)}

    assert {"b": 1, "a": 2} == _ranks(rank(_scores(units), ties=["1", ByMeasure("vu")]))


@pytest.mark.parametrize("state", [State.MISSING, LATE])
def test_only_tied_units_need_what_breaks_ties(state: State) -> None:
    """A measure for the tied alone may be missing for the others; for the tied it is awaited."""
    units: dict[str, Row] = {"a": (5, 5, 2), "b": (5, 5, 3), "c": (4, 0, state), "d": (4, 0, 1)}
    ranking = rank(_scores(units), ties=[ByMeasure("vu")])

    assert {"b": (1, 1), "a": (2, 2), "c": (3, 4), "d": (3, 4)} == _spans(ranking)


HINT = "exclude the unit, or break ties by something else"


@pytest.mark.parametrize(
    ("ties", "options", "message"),
    [
        (
            "1",
            {},
            (
                "$.ties: ties are 'share', 'dense' or a list of what breaks them, given '1'; "
                "write ['1']"
            ),
        ),
        ("share", {"groups": {"a": "g", "c": "h", "b": "g"}}, "$.groups.c: {c}"),
        ("share", {"excluded": {"c": "h"}}, "$.excluded.c: {c}"),
        (
            "share",
            {"groups": {"a": "g"}},
            "$.groups: unit 'b' has no group; name its group, or exclude it",
        ),
        (
            ["3"],
            {"excluded": {"b": "x"}},
            (
                "$.ties[0]: '3' breaks ties, but is no criterion or section; "
                "known are '1', '2', 'total'"
            ),
        ),
        (
            [ByMeasure("vuu")],
            {"excluded": {"b": "x"}},
            "$.ties[0]: 'vuu' breaks ties, but is no measure; did you mean 'vu'?",
        ),
        (
            [ByMeasure("vu"), ByMeasure("co"), "1", ByMeasure("muc")],
            {},
            (
                f"$.ties: 'vu' breaks ties, but unit 'a' has no number there; {HINT}\n"
                f"$.ties: 'vu' breaks ties, but unit 'b' has no number there; {HINT}\n"
                f"$.ties: 'co' breaks ties, but unit 'a' has no number there; {HINT}\n"
                f"$.ties: 'co' breaks ties, but unit 'b' has no number there; {HINT}\n"
                f"$.ties: 'muc' breaks ties, but unit 'a' has no number there; {HINT}\n"
                f"$.ties: 'muc' breaks ties, but unit 'b' has no number there; {HINT}"
            ),
        ),
    ],
)
def test_what_is_not_there_is_a_fault(
    ties: Literal["share", "dense"] | list[str],
    options: Mapping[str, Mapping[str, str]],
    message: str,
) -> None:
    """A ranking asked for what is not there names all of it, with what to do."""
    scores = _scores({"a": (5, 5, State.EXEMPT), "b": (5, LATE, State.NOT_ASSIGNED)})

    with pytest.raises(Faults) as caught:
        rank(scores, ties=ties, groups=options.get("groups"), excluded=options.get("excluded"))

    expected = message.format(c="no unit 'c' has been scored; known are 'a', 'b'")
    assert expected == str(caught.value)


def test_an_empty_cluster_has_an_empty_ranking() -> None:
    """No units, no places."""

    assert () == rank(_scores({}), ties="share").places


def test_a_unit_that_is_not_ranked_is_named_in_the_error() -> None:
    """Asking for the place of an unknown unit says which one may be meant."""
    ranking = rank(_scores({"bac-ha": (1,)}), ties="share")

    with pytest.raises(KeyError, match="no ranked unit 'bac-hà'; did you mean 'bac-ha'"):
        ranking["bac-hà"]
