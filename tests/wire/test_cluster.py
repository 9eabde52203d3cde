# SPDX-License-Identifier: MIT

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from thidua.cluster import UNKNOWN, Cluster, Known
from thidua.errors import Faults
from thidua.wire import dumps, from_document, loads
from thidua.year import Event, Opening, Pledge, Year

BARE = {"kind": "cluster", "format": 1, "code": "c", "name": "C"}


def said(document: object) -> str:
    """Return what is said of a faulty document."""
    with pytest.raises(Faults) as caught:
        from_document(document)
    return str(caught.value)


def test_unknown_has_no_key() -> None:
    """What is unknown is left out, and null reads as unknown too."""

    assert {"kind", "format", "code", "name"} == set(loads_plain(Cluster("c", "C")))
    assert UNKNOWN == from_document({**BARE, "level": None}).level


def loads_plain(cluster: Cluster) -> dict[str, object]:
    """Return a cluster as plain data."""
    plain: dict[str, object] = json.loads(dumps(cluster))
    return plain


def test_what_is_inferred_says_so() -> None:
    """An inferred fact is an object of the value and the reason, a stated one its value."""
    document = loads_plain(Cluster("c", "C", level=Known("tỉnh", inferred="cấp khen"), number=3))

    assert {"inferred": "cấp khen", "value": "tỉnh"} == document["level"]
    assert 3 == document["number"]
    assert Known("tỉnh", inferred="cấp khen") == from_document(document).level


def test_empty_is_not_unknown() -> None:
    """That there are no members is read back as stated."""

    assert Known(()) == loads(dumps(Cluster("c", "C", members=[]))).members


@pytest.mark.parametrize("at", [date(2026, 2, 1), datetime(2026, 2, 1, 8, tzinfo=UTC)])
def test_times_are_read_back(at: date) -> None:
    """A day and a time with its zone are read back as what they were."""
    event = Event("1", Opening(2026, Cluster("c", "C")), at=at)

    assert event == loads(dumps(event), Event)


def test_faulty_days_and_times() -> None:
    """What is no day or no time is refused at its place."""
    event = {"kind": "event", "format": 1, "id": "1", "content": {"kind": "pledge", "year": 1}}

    assert "$.at: not a day, 'hôm qua'; write it like \"2024-12-31\"" == said(
        {**event, "at": "hôm qua"}
    )
    assert "$.at: a text is wanted, given 3" == said({**event, "at": 3})
    assert "$.at: not a time, '2026-02-10T99'" in said({**event, "at": "2026-02-10T99"})
    assert "$.at: a time needs its zone" in said({**event, "at": "2026-02-10T08:00"})


def test_a_year_is_its_events() -> None:
    """A document of a year that no event opens is refused, as folding is."""
    pledge = {"id": "1", "content": {"kind": "pledge", "year": 2026}}

    assert "$: no event opens the year; begin with an Opening" == said(
        {"kind": "year", "format": 1, "events": [pledge]}
    )
    assert Pledge(2026) == loads_pledge()


def loads_pledge() -> object:
    """Return what the second event of a year read from a document says."""
    opening = {"id": "0", "content": {"kind": "opening", "year": 2026, "cluster": CLUSTER}}
    pledge = {"id": "1", "content": {"kind": "pledge", "year": 2026}}
    year: Year = from_document({"kind": "year", "format": 1, "events": [opening, pledge]})
    return year.accepted[1].content


CLUSTER = {"code": "c", "name": "C"}
