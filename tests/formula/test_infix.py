# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.formula import (
    All,
    Any,
    Band,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    ItemFold,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    Points,
    Predicate,
    Product,
    Quotient,
    Relation,
    Reported,
    Rounded,
    Sum,
    Wording,
    infix,
)
from thidua.formula.infix import band_text, predicate_text, range_text
from thidua.quantity import Rounding, RoundingMode, State

_NAMES = {"thu": "Thu", "chi": "Chi", "viec": "Nhiệm vụ", "diem": "Điểm", "xong": "Đã xong"}
VI = Wording("vi", _NAMES, {"thu": "tỷ đồng"}, {"xong"})
EN = Wording("en", _NAMES, {"thu": "tỷ đồng"}, {"xong"})


def test_a_code_without_a_name_stands_for_itself() -> None:
    """A measure is called by its name, or by its code if that has none."""

    assert ("Thu", "le_phi") == (infix(Reported("thu"), VI), infix(Reported("le_phi"), VI))


def test_an_empty_name_is_no_name() -> None:
    """A measure whose name is empty is called by its code."""

    assert "thu" == infix(Reported("thu"), Wording("vi", {"thu": ""}))


@pytest.mark.parametrize(
    ("expression", "vietnamese", "english"),
    [
        (Constant("1234.5"), "1.234,5", "1,234.5"),
        (Constant("0.125"), "0,125", "0.125"),
        (Constant(-2), "-2", "-2"),
        (Constant("1/3"), "1/3", "1/3"),
        (Constant("-4000/3"), "-4.000/3", "-4,000/3"),
        (Sum([]), "0", "0"),
        (Sum(["thu", "chi", 3]), "Thu + Chi + 3", "Thu + Chi + 3"),
        (Sum(["thu", Product([-1, "chi"])]), "Thu - Chi", "Thu - Chi"),
        (Sum(["thu", Product([-1, "chi", 2])]), "Thu - Chi × 2", "Thu - Chi × 2"),
        (Sum(["thu", Product([-1, Sum(["chi", 1])])]), "Thu - (Chi + 1)", "Thu - (Chi + 1)"),
        (Sum(["thu", Product([-2, "chi"])]), "Thu + (-2) × Chi", "Thu + (-2) × Chi"),
        (Sum(["thu", Product([-1])]), "Thu + (-1)", "Thu + (-1)"),
        (Sum(["thu", -5, "-1/3"]), "Thu - 5 - 1/3", "Thu - 5 - 1/3"),
        (Sum([-5, "thu"]), "(-5) + Thu", "(-5) + Thu"),
        (Sum([Product([-1, "chi"]), "thu"]), "(-1) × Chi + Thu", "(-1) × Chi + Thu"),
        (Product([]), "1", "1"),
        (Product([2, Sum(["thu", "chi"])]), "2 × (Thu + Chi)", "2 × (Thu + Chi)"),
        (Product([2, Sum([Sum(["thu", 1])])]), "2 × (Thu + 1)", "2 × (Thu + 1)"),
        (Product([2, Sum([])]), "2 × 0", "2 × 0"),
        (Product([2, Quotient("thu", "chi")]), "2 × Thu / Chi", "2 × Thu / Chi"),
        (Quotient(Product([2, "thu"]), "chi"), "2 × Thu / Chi", "2 × Thu / Chi"),
        (Quotient("thu", Product([2, "chi"])), "Thu / (2 × Chi)", "Thu / (2 × Chi)"),
        (Quotient("thu", Product([])), "Thu / 1", "Thu / 1"),
        (Quotient("thu", Quotient("chi", 2)), "Thu / (Chi / 2)", "Thu / (Chi / 2)"),
        (Quotient(1, Product([Quotient("thu", 2)])), "1 / (Thu / 2)", "1 / (Thu / 2)"),
        (Quotient("thu", "1/3"), "Thu / (1/3)", "Thu / (1/3)"),
        (Quotient("thu", -3), "Thu / (-3)", "Thu / (-3)"),
        (Product(["-1/3", "thu"]), "(-1/3) × Thu", "(-1/3) × Thu"),
        (Least([20, Sum(["thu", 1])]), "min(20; Thu + 1)", "min(20; Thu + 1)"),
        (Greatest([0, "thu"]), "max(0; Thu)", "max(0; Thu)"),
        (
            Choose(Compare("thu", ">=", 1), 2, Constant("0.5")),
            "nếu(Thu ≥ 1; 2; 0,5)",
            "if(Thu ≥ 1; 2; 0.5)",
        ),
        (
            Lookup("thu", [Band(0, below=50), Band("1.5", at_least=50)]),
            "tra bảng(Thu; dưới 50: 0; từ 50 trở lên: 1,5)",
            "look up(Thu; below 50: 0; 50 or more: 1.5)",
        ),
        (Points("II.3"), "điểm mục II.3", "points of II.3"),
        (Points("total"), "tổng điểm", "total points"),
    ],
    ids=repr,
)
def test_an_expression_reads_as_written_by_hand(
    expression: Expression, vietnamese: str, english: str
) -> None:
    """Signs bind as in school: brackets stand where, and only where, they are needed."""

    assert (vietnamese, english) == (infix(expression, VI), infix(expression, EN))


@pytest.mark.parametrize(
    ("mode", "vietnamese", "english"),
    [
        (RoundingMode.HALF_UP, "làm tròn", "round"),
        (RoundingMode.HALF_EVEN, "làm tròn nửa về chẵn", "round half to even"),
        (RoundingMode.UP, "làm tròn ra xa 0", "round away from zero"),
        (RoundingMode.DOWN, "bỏ phần lẻ", "cut"),
        (RoundingMode.FLOOR, "làm tròn xuống", "round down"),
        (RoundingMode.CEILING, "làm tròn lên", "round up"),
    ],
)
def test_a_rounding_says_its_mode_and_step(
    mode: RoundingMode, vietnamese: str, english: str
) -> None:
    """A rounding is called by its mode, in words, and its step stands behind."""
    rounded = Rounded("thu", Rounding("0.25", mode))

    assert f"{vietnamese}(Thu; 0,25)" == infix(rounded, VI)
    assert f"{english}(Thu; 0.25)" == infix(rounded, EN)


@pytest.mark.parametrize(
    ("fold", "vietnamese", "english"),
    [
        (ItemFold.SUM, "tổng(Nhiệm vụ: Điểm)", "sum(Nhiệm vụ: Điểm)"),
        (ItemFold.COUNT, "số lượng(Nhiệm vụ)", "number(Nhiệm vụ)"),
        (ItemFold.MEAN, "trung bình(Nhiệm vụ: Điểm)", "mean(Nhiệm vụ: Điểm)"),
        (ItemFold.LEAST, "nhỏ nhất(Nhiệm vụ: Điểm)", "least(Nhiệm vụ: Điểm)"),
        (ItemFold.GREATEST, "lớn nhất(Nhiệm vụ: Điểm)", "greatest(Nhiệm vụ: Điểm)"),
        (ItemFold.MEDIAN, "trung vị(Nhiệm vụ: Điểm)", "median(Nhiệm vụ: Điểm)"),
        (
            ItemFold.TRIMMED_MEAN,
            "trung bình bỏ cao nhất và thấp nhất(Nhiệm vụ: Điểm)",
            "mean without the least and the greatest(Nhiệm vụ: Điểm)",
        ),
    ],
)
def test_a_list_is_folded_in_words(fold: ItemFold, vietnamese: str, english: str) -> None:
    """What is made of a list of items has a name in both languages."""
    folded = OverItems("viec", fold, "diem")

    assert (vietnamese, english) == (infix(folded, VI), infix(folded, EN))


@pytest.mark.parametrize(
    ("fold", "vietnamese", "english"),
    [
        (PeerFold.SUM, "tổng trong cụm(Thu)", "sum in the cluster(Thu)"),
        (PeerFold.COUNT, "số đơn vị trong cụm", "number of units in the cluster"),
        (PeerFold.MEAN, "bình quân cụm(Thu)", "mean of the cluster(Thu)"),
        (PeerFold.LEAST, "thấp nhất cụm(Thu)", "least in the cluster(Thu)"),
        (PeerFold.GREATEST, "cao nhất cụm(Thu)", "greatest in the cluster(Thu)"),
        (PeerFold.RANK, "thứ hạng trong cụm(Thu)", "rank in the cluster(Thu)"),
    ],
)
def test_a_cluster_is_folded_in_words(fold: PeerFold, vietnamese: str, english: str) -> None:
    """What is made of the units of a cluster has a name in both languages."""
    folded = OverPeers(fold, "thu")

    assert (vietnamese, english) == (infix(folded, VI), infix(folded, EN))


def test_a_filter_stands_behind_what_is_folded() -> None:
    """A condition on the items, or on the peers, is said with "với"."""
    done = Compare("xong", Relation.EQUAL, 1)
    assigned = Not(EntryIs("thu", State.NOT_ASSIGNED))
    items = OverItems("viec", ItemFold.SUM, "diem", done)
    peers = OverPeers(PeerFold.COUNT, where=assigned)

    assert "tổng(Nhiệm vụ: Điểm; với Đã xong = có)" == infix(items, VI)
    assert "sum(Nhiệm vụ: Điểm; where Đã xong = yes)" == infix(items, EN)
    assert "số đơn vị trong cụm(với không phải (Thu không được giao))" == infix(peers, VI)
    assert "number of units in the cluster(where not (Thu is not assigned))" == infix(peers, EN)


_MORE = Compare("thu", ">", "chi")
_LATE = LevelIs("tien_do", "trễ")


@pytest.mark.parametrize(
    ("predicate", "vietnamese", "english"),
    [
        (Compare("thu", "<", 1), "Thu < 1", "Thu < 1"),
        (Compare("thu", "<=", 1), "Thu ≤ 1", "Thu ≤ 1"),
        (Compare("thu", "==", 1), "Thu = 1", "Thu = 1"),
        (Compare("thu", "!=", 1), "Thu ≠ 1", "Thu ≠ 1"),
        (Compare("thu", ">=", "0.5"), "Thu ≥ 0,5", "Thu ≥ 0.5"),
        (_MORE, "Thu > Chi", "Thu > Chi"),
        (Compare("xong", "==", 1), "Đã xong = có", "Đã xong = yes"),
        (Compare("xong", "==", 0), "Đã xong = không", "Đã xong = no"),
        (Compare("xong", "==", 2), "Đã xong = 2", "Đã xong = 2"),
        (_LATE, "tien_do = “trễ”", "tien_do = “trễ”"),
        (EntryIs("thu", State.MISSING), "Thu chưa có số liệu", "Thu is missing"),
        (EntryIs("thu", State.NOT_DUE), "Thu chưa đến hạn", "Thu is not due yet"),
        (EntryIs("thu", State.NOT_APPLICABLE), "Thu không áp dụng", "Thu is not applicable"),
        (EntryIs("thu", State.EXEMPT), "Thu được miễn", "Thu is exempt"),
        (EntryIs("thu", State.NOT_ASSIGNED), "Thu không được giao", "Thu is not assigned"),
        (All([]), "đúng", "true"),
        (Any([]), "sai", "false"),
        (All([_MORE, _LATE]), "Thu > Chi và tien_do = “trễ”", "Thu > Chi and tien_do = “trễ”"),
        (
            Any([All([_MORE, _LATE]), _MORE]),
            "(Thu > Chi và tien_do = “trễ”) hoặc Thu > Chi",
            "(Thu > Chi and tien_do = “trễ”) or Thu > Chi",
        ),
        (Not(_MORE), "không phải (Thu > Chi)", "not (Thu > Chi)"),
    ],
    ids=repr,
)
def test_a_condition_reads_as_a_sentence(
    predicate: Predicate, vietnamese: str, english: str
) -> None:
    """Conditions are written with signs and words of the language."""

    assert (vietnamese, english) == (predicate_text(predicate, VI), predicate_text(predicate, EN))


@pytest.mark.parametrize(
    ("band", "vietnamese", "english"),
    [
        (Band(1), "mọi giá trị", "any value"),
        (Band(1, at_least=95), "từ 95 % trở lên", "95 % or more"),
        (Band(1, above=95), "trên 95 %", "above 95 %"),
        (Band(1, at_most=95), "không quá 95 %", "no more than 95 %"),
        (Band(1, below=95), "dưới 95 %", "below 95 %"),
        (Band(1, at_least=0, below="99.5"), "từ 0 đến dưới 99,5 %", "from 0 to below 99.5 %"),
        (Band(1, at_least=95, at_most=100), "từ 95 đến 100 %", "from 95 to 100 %"),
        (Band(1, above=95, at_most=100), "trên 95 đến 100 %", "above 95 to 100 %"),
        (Band(1, above=95, below=100), "trên 95 đến dưới 100 %", "above 95 to below 100 %"),
        (Band(1, at_least=100, at_most=100), "đúng 100 %", "exactly 100 %"),
    ],
    ids=repr,
)
def test_a_range_is_worded_as_in_regulations(band: Band, vietnamese: str, english: str) -> None:
    """The words "từ", "trên", "đến" and "dưới" tell the bounds inside from those outside."""

    assert (vietnamese, english) == (range_text(band, VI, " %"), range_text(band, EN, " %"))


def test_a_band_is_written_with_its_points() -> None:
    """A row of a table is its range and its points."""

    assert "từ 95 trở lên: 1,75" == band_text(Band("1.75", at_least=95), VI)


def test_points_are_singular_for_one() -> None:
    """English counts one point, and points otherwise."""

    assert ["1 point", "0.5 points", "-1 points"] == [
        EN.points(Fraction(number)) for number in ("1", "0.5", "-1")
    ]
    assert "1 điểm" == VI.points(Fraction(1))


def test_a_unit_belongs_to_a_measure() -> None:
    """What is computed from measures has no unit."""

    assert ["tỷ đồng", "", ""] == [
        VI.unit(one) for one in (Reported("thu"), Reported("chi"), Sum(["thu"]))
    ]
