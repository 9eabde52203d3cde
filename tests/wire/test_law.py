# SPDX-License-Identifier: MIT
"""Documents of dossiers and rules: how they look, and what is wrong with them."""

from __future__ import annotations

import json

import pytest

from thidua.dossier import AwardReceived, Dossier, Rating, Years
from thidua.errors import Faults
from thidua.wire import dumps, loads

DOSSIER = Dossier(
    "nv-1",
    "individual",
    ratings=[Rating(2024, "well")],
    awards=[AwardReceived("bk", years=(2023, 2024), decided="2025-01-15", used="sk-1")],
    complete={"awards": Years(None, 2024)},
)


def test_a_dossier_as_a_document() -> None:
    """Days are ISO texts, words are as in Python, and what is not on file is left out."""

    assert {
        "kind": "dossier",
        "format": 1,
        "subject": "nv-1",
        "of": "individual",
        "ratings": [{"year": 2024, "quality": "well"}],
        "awards": [
            {
                "award": "bk",
                "years": {"first": 2023, "last": 2024},
                "decided": "2025-01-15",
                "used": ["sk-1"],
            }
        ],
        "complete": [{"record": "awards", "years": {"last": 2024}}],
    } == json.loads(dumps(DOSSIER))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            """{"kind": "dossier", "format": 1, "subject": "a", "of": "person",
            "ratings": [{"year": 2024, "quality": "good"}, {"year": "2023", "quality": "well"}],
            "sanctions": [{"level": "warning", "first": "1/2/2024"}]}""",
            [
                (
                    "$.of: unknown word 'person'; known are 'collective', 'enterprise', "
                    "'household', 'individual'"
                ),
                (
                    "$.ratings[0].quality: unknown word 'good'; known are 'completed', "
                    "'excellent', 'not_completed', 'well'"
                ),
                "$.ratings[1].year: a whole number is wanted, given '2023'",
                "$.sanctions[0].first: not a day, '1/2/2024'; write it like \"2024-12-31\"",
            ],
        ),
        (
            """{"kind": "dossier", "format": 1, "subject": "a", "of": "individual",
            "ratings": [{"year": 2024, "quality": "well"}, {"year": 2024, "quality": "well"}]}""",
            ["$.ratings[1]: 2024 stands twice; keep one of them"],
        ),
        (
            """{"kind": "local_rule", "format": 1, "code": "a", "settles": "b",
            "condition": {"kind": "at_least", "count": 1, "of": [{"kind": "helt"}]},
            "basis": {"instrument": "x"},
            "validity": {"first": "2024-01-01", "until": "2024-01-01"}}""",
            [
                "$.condition.of[0].kind: unknown kind 'helt'; did you mean 'held'?",
                (
                    "$.validity.until: no longer holds on 2024-01-01, and begins to hold on "
                    "2024-01-01; until is the first day on which it no longer holds"
                ),
            ],
        ),
        (
            """{"kind": "rule", "format": 1, "code": "a", "award": "b", "subjects": ["individual"],
            "condition": {"kind": "all", "of": []},
            "basis": {"instrument": "x"}, "validity": {"first": "2024-01-01"}}""",
            ["$.condition.of: an empty list; name at least one"],
        ),
    ],
    ids=range(4),
)
def test_what_is_wrong_is_said_at_once(text: str, faults: list[str]) -> None:
    """Each fault has its place in the document."""
    with pytest.raises(Faults) as caught:
        loads(text)

    assert faults == [str(fault) for fault in caught.value]
