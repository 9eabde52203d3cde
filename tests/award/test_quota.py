# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.award import Quota, QuotaRule, check_quotas, explain_quota
from thidua.basis import Citation, Confidence, Validity
from thidua.eligibility import Doubt
from thidua.errors import Fault, Faults
from thidua.quantity import RoundingMode


def _people(count: int, name: str = "p") -> list[str]:
    return [f"{name}{number}" for number in range(count)]


def test_as_many_as_the_share_are_enough() -> None:
    """Six of forty are exactly 15 %, and none exceeds the quota."""
    quota = Quota("cstd", share="0.15", of="ldtt")
    (check,) = check_quotas({"cstd": _people(6), "ldtt": _people(40)}, [quota])

    assert [40, 6, 0] == [check.base, check.allowed, check.left]
    assert () == check.over


def test_who_exceeds_a_quota_is_named() -> None:
    """The last on an over-long list exceed it, and stay on it."""
    quota = Quota("cstd", share="0.15", of="staff", basis=Citation("Quy chế", article="9"))
    (check,) = check_quotas({"cstd": _people(8)}, [quota], counts={"staff": 40})

    assert ("p6", "p7") == check.over
    assert 8 == len(check.listed)
    assert "cstd: 8/6 (không quá 15 % của 40), thừa 2: p6, p7 [Điều 9 Quy chế]" == (
        explain_quota(check)
    )
    assert explain_quota(check, language="en").startswith(
        "cstd: 8/6 (no more than 15% of 40), 2 over: p6, p7"
    )


def test_a_quota_may_lie_within_another() -> None:
    """A share of what a wider quota allows is taken of that, not of who is listed."""
    quotas = [
        Quota(["p1", "p2"], share="0.7", of="classes"),
        Quota("p1", share="0.35", within=0),
        Quota("p1", number=3),
    ]
    lists = {"p1": _people(15, "a"), "p2": _people(20, "b")}
    wide, narrow, fixed = check_quotas(lists, quotas, counts={"classes": 59})

    assert [41, 14, 3] == [wide.allowed, narrow.allowed, fixed.allowed]
    assert [6, 0, 0] == [wide.left, narrow.left, fixed.left]
    assert ("a14",) == narrow.over
    assert "p1, p2: 35/41 (không quá 70 % của 59), còn 6" == explain_quota(wide)
    assert "p1: 15/3, 12 over: " + ", ".join(_people(15, "a")[3:]) == explain_quota(
        fixed, language="en"
    )


def test_rounding_is_stated() -> None:
    """Half of 33 is 16 or 17, as the quota says."""
    modes = [RoundingMode.FLOOR, RoundingMode.CEILING, RoundingMode.HALF_EVEN]
    quotas = [Quota("x", share="0.5", of="staff", rounding=mode) for mode in modes]
    checks = check_quotas({}, quotas, counts={"staff": 33})

    assert [16, 17, 16] == [check.allowed for check in checks]
    assert "x: 0/16 (no more than 50% of 33), 16 left" == explain_quota(checks[0], language="en")


def test_a_full_list_has_nothing_left() -> None:
    """A list as long as the quota is said without a rest."""
    (check,) = check_quotas({"x": ["a"]}, [Quota("x", number=1)])

    assert "x: 1/1" == explain_quota(check)


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.fractions(0, 1, max_denominator=20),
    st.integers(0, 30),
)
def test_nobody_is_lost(listed: list[str], share: Fraction, staff: int) -> None:
    """Who is within a quota and who exceeds it make up the list; what is left adds up."""
    (check,) = check_quotas(
        {"x": listed}, [Quota("x", share=share, of="staff")], counts={"staff": staff}
    )
    within = check.listed[: check.allowed]

    assert tuple(listed) == within + check.over
    assert check.allowed <= share * staff < check.allowed + 1
    assert check.allowed == len(within) + check.left


FAULTS: list[tuple[Mapping[str, object], str]] = [
    ({"awards": []}, "$.awards: a quota of no award"),
    ({"awards": "x"}, "$.share: a quota is a share or a number; give one"),
    (
        {"awards": "x", "share": 2, "of": "y"},
        "$.share: a share is from 0 to 1, '2'; write \"0.15\" for 15 %",
    ),
    ({"awards": "x", "number": -1}, "$.number: a number is a whole number from 0, -1"),
    (
        {"awards": "x", "share": "0.5"},
        "$.of: a share has one base, and a number has none; give one of of and within to a share",
    ),
    (
        {"awards": "x", "number": 1, "within": 0},
        "$.of: a share has one base, and a number has none; give one of of and within to a share",
    ),
]


@pytest.mark.parametrize(("given_", "message"), FAULTS)
def test_quotas_that_say_nothing_are_refused(given_: dict[str, object], message: str) -> None:
    """A quota has awards, one number or share, and one base for a share."""
    with pytest.raises(Fault) as caught:
        Quota(**given_)  # type: ignore[arg-type]

    assert message == str(caught.value)


def test_lists_that_do_not_fit_are_refused() -> None:
    """All that is wrong with lists, counts and bases is said together."""
    with pytest.raises(Faults) as caught:
        check_quotas(
            {"x": ["a", "a"]},
            [Quota("x", share=1, of="stuff"), Quota("x", share=1, within=1)],
            counts={"staff": -1},
        )

    assert str(caught.value) == (
        "$.lists.x[1]: 'a' stands twice on the list of 'x'; list it once\n"
        "$.counts.staff: 'staff' counts -1; write a whole number from 0\n"
        "$.quotas[0].of: neither a list nor a count of 'stuff'; did you mean 'staff'?\n"
        "$.quotas[1].within: a quota within quota 1, which does not come before it; "
        "put the wider quota first"
    )


RULE = QuotaRule(
    "q",
    Quota("cstd", share="0.15", of="staff", basis=Citation("Quy chế")),
    validity=Validity("2024-01-01"),
    confidence="low",
    doubt="theo trí nhớ",
    verified_until="2026-09-30",
)


@pytest.mark.parametrize(
    ("on", "listed", "expected"),
    [
        ("2026-09-30", 6, "eligible"),
        ("2026-09-30", 7, "not_eligible"),
        ("2026-10-01", 6, "unknown"),
        ("2026-10-01", 7, "unknown"),
    ],
)
def test_a_list_held_against_a_rule(on: str, listed: int, expected: str) -> None:
    """Beyond the verified day it is unknown whether the list may stand; doubts go with it."""
    (check,) = check_quotas({"cstd": _people(listed)}, [RULE], counts={"staff": 40}, on=on)

    assert (expected, "q", 6) == (check.answer.value, check.rule, check.allowed)
    assert (Doubt("q", Confidence.LOW, Citation("Quy chế"), "theo trí nhớ"),) == check.doubts
    assert (expected == "unknown") == bool(check.unverified)


def test_a_quota_within_one_that_was_not_verified_is_not_known() -> None:
    """What a wider quota leaves open is open for the narrower one too."""
    inner = Quota("best", share="0.5", within=0)
    lists = {"cstd": _people(2), "best": _people(1)}
    wide, narrow = check_quotas(lists, [RULE, inner], counts={"staff": 40}, on="2026-12-20")

    assert ["unknown", "unknown"] == [wide.answer.value, narrow.answer.value]
    assert wide.unverified == narrow.unverified
    assert (
        "best: 1/3 (không quá 50 % của 6), còn 2; "
        "chưa xác định: Quy chế mới đối chiếu đến hết ngày 30/09/2026"
    ) == explain_quota(narrow)


def test_a_rule_names_its_day() -> None:
    """A rule without a day, or on a day on which it does not hold, is refused."""
    for on, what in (
        (None, "rule 'q' without a day to ask about; give on=\"2024-12-20\""),
        ("2023-12-31", "rule 'q' does not hold on 2023-12-31; ask quotas_on for the rules"),
    ):
        with pytest.raises(Faults) as caught:
            check_quotas({}, [RULE], counts={"staff": 40}, on=on)

        assert f"$.quotas[0]: {what}" == str(caught.value)
