# SPDX-License-Identifier: MIT
from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from itertools import count, product

import pytest
from attrs.exceptions import FrozenInstanceError

from thidua import errors
from thidua.errors import (
    DocumentFault,
    Fault,
    Faults,
    FormulaFault,
    NumberFault,
    Path,
    RankingFault,
    RubricFault,
    SheetFault,
    ThiduaError,
    first,
    show_path,
    suggest,
)

KINDS = [NumberFault, DocumentFault, RubricFault, SheetFault, FormulaFault, RankingFault]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), "$"),
        (("sections",), "$.sections"),
        (("sections", 1, "criteria", 0, "formula"), "$.sections[1].criteria[0].formula"),
        ((0, 1), "$[0][1]"),
        (("entries", "0"), "$.entries.0"),
    ],
)
def test_paths(path: Path, expected: str) -> None:
    """Fields follow a point, positions stand in brackets, the top is a dollar."""

    assert expected == show_path(path)


@pytest.mark.parametrize(
    ("given", "known", "expected"),
    [
        ("thuu", ["thu", "chi"], "did you mean 'thu'?"),
        ("thu_ngan", ["thu_ngan_sach", "thu"], "did you mean 'thu_ngan_sach'?"),
        ("x", ["thu", "chi", "thu"], "known are 'chi', 'thu'"),
        ("x", [], "none is known"),
        (12, ["I.12", "12"], "did you mean '12'?"),
        (
            "x",
            list("hgfedcba"),
            "known are 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'",
        ),
        (
            "x",
            list("jihgfedcba"),
            "known are 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' and 2 more",
        ),
        pytest.param(
            "a" * 100 + "b" * 10_000, ["a" * 100], f"did you mean '{'a' * 100}'?", id="long"
        ),
    ],
)
def test_suggestions(given: object, known: list[str], expected: str) -> None:
    """A near name is suggested; else up to eight known ones are listed, each once, in order."""

    assert expected == suggest(given, known)


def test_known_names_may_come_once() -> None:
    """Known names may be any iterable."""

    assert "did you mean 'thu'?" == suggest("thuu", iter(["thu"]))


@pytest.mark.parametrize("kind", KINDS)
def test_faults_read_place_what_and_todo(kind: type[Fault]) -> None:
    """A fault is a ValueError of the library that says where, what, and what to do."""
    fault = kind(("sections", 1), "code", "what is wrong", "what to do")

    assert "$.sections[1]: what is wrong; what to do" == str(fault)
    assert isinstance(fault, ThiduaError)
    assert isinstance(fault, ValueError)


def test_a_fault_may_leave_unsaid_what_to_do() -> None:
    """Without anything to do, a fault ends after what is wrong."""

    assert "$: what is wrong" == str(Fault((), "code", "what is wrong"))


def test_a_fault_does_not_change() -> None:
    """The fields of a fault cannot be set."""
    fault = Fault((), "code", "what")

    with pytest.raises(FrozenInstanceError):
        fault.what = "other"  # type: ignore[misc]


def test_a_fault_can_be_raised_from_another() -> None:
    """A fault carries a cause and notes as any exception does, though its fields are frozen."""
    cause = KeyError("thu")
    fault = Fault((), "code", "what")

    with pytest.raises(Fault) as refusal:
        raise fault from cause
    refusal.value.__cause__ = None
    refusal.value.__cause__ = cause

    assert fault is refusal.value
    assert cause is refusal.value.__cause__


def test_faults_are_a_collection() -> None:
    """Faults are counted and gone through in order, and read one line each."""
    first = SheetFault(("a",), "one", "first", "do")
    second = SheetFault(("b",), "two", "second")
    faults = Faults((first, second))

    assert 2 == len(faults)
    assert [first, second] == list(faults)
    assert "$.a: first; do\n$.b: second" == str(faults)
    assert isinstance(faults, ThiduaError)
    assert isinstance(faults, ValueError)


def _pickled(error: ThiduaError) -> ThiduaError:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert isinstance(again, ThiduaError)
    return again


COPIES = [
    pytest.param(_pickled, id="pickled"),
    pytest.param(copy.copy, id="copied"),
    pytest.param(copy.deepcopy, id="copied deeply"),
]


@pytest.mark.parametrize("duplicate", COPIES)
@pytest.mark.parametrize("kind", KINDS)
def test_faults_survive_copying(
    kind: type[Fault], duplicate: Callable[[Fault], ThiduaError]
) -> None:
    """A fault that was pickled, as between processes, or copied is the same in every field."""
    fault = kind(("sections", 1), "code", "what is wrong", "what to do")
    again = duplicate(fault)

    assert isinstance(again, kind)
    assert (fault.at, fault.code, fault.what, fault.todo) == (
        again.at,
        again.code,
        again.what,
        again.todo,
    )
    assert str(fault) == str(again)


@pytest.mark.parametrize("duplicate", COPIES)
def test_collections_of_faults_survive_copying(duplicate: Callable[[Faults], ThiduaError]) -> None:
    """All faults of a collection are there after it was pickled or copied."""
    faults = Faults((SheetFault(("a",), "one", "first"), RubricFault((), "two", "second", "do")))
    again = duplicate(faults)

    assert isinstance(again, Faults)
    assert str(faults) == str(again)
    assert [SheetFault, RubricFault] == [type(fault) for fault in again]


def test_the_tree_of_errors_has_every_branch() -> None:
    """What the module draws is what it defines, each kind frozen itself, the last one last."""
    drawn = [line.strip() for line in (errors.__doc__ or "").splitlines() if "── " in line]
    inner = [line for line in drawn if line.startswith("│")]
    kinds = [
        cls for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, Fault)
    ]

    assert ["├", *["│"] * len(inner), "└"] == [line[0] for line in drawn]
    assert ["├"] * (len(inner) - 1) + ["└"] == [line.removeprefix("│").strip()[0] for line in inner]
    assert {cls.__name__ for cls in kinds} == {
        line.partition("── ")[2].split()[0] for line in drawn[:-1]
    }
    assert all("__attrs_attrs__" in vars(cls) for cls in kinds)


def test_what_is_suggested_is_what_is_most_like_it() -> None:
    """The name suggested is the one that difflib finds, the last of several as close."""
    names = ["".join(letters) for letters in product("abc", "ab_", "xa", "b1")]

    for given in (*names, "ab", "abxb1", "bbbb", "cax", "1b_a"):
        (close,) = get_close_matches(given, names, n=1)
        assert f"did you mean {close!r}?" == suggest(given, names)
    assert "did you mean 'abc12'?" == suggest("abcXY", ["abc01", "abc12"])  # three of five


def test_a_hundred_faults_are_enough() -> None:
    """More faults than that are not looked for, and one says so."""

    def faults() -> Iterator[Fault]:
        for index in count():
            yield SheetFault(("sheets", index, "unit"), "unit-twice", "twice", "keep one")

    found = first(faults())

    assert 101 == len(found)
    assert "$.sheets[99].unit: twice; keep one" == str(found[-2])
    assert "$.sheets: more than 100 faults; correct those above first" == str(found[-1])
    assert (SheetFault, "more") == (type(found[-1]), found[-1].code)
    assert found[:2] == first(found[:2])
