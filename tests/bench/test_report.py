# SPDX-License-Identifier: MIT
"""What is made of the answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.measure.imports import IMPORTS
from bench.plan import CLUSTER_SCORED, DOCUMENT, EXPLAINED, SIZES, counted, prepared, timed
from bench.report.medians import medians
from bench.report.page import written
from bench.report.promises import promises
from bench.report.screen import screen
from bench.report.tables import Table, tables

SIZE = SIZES["small"]
TIMES = {"time": 2.0, "least": 1.0, "first": 3.0, "ready": 1.0, "peak": 100.0, "loaded": 50.0}
COUNTS = {"units": SIZE.spark, "totals": 0, "ranks": 0, "classes": 0, "points": 0}
LAW = {"time": 10.0, "least": 10.0, "rules": 3, "answers": {"eligible": 4}}

ABOUT = {
    "day": "2026-01-31",
    "size": "small",
    "cores": 2,
    "load": 0.1,
    "kind": "Linux",
    "python": "CPython",
    "versions": {"attrs": "1"},
}


def answers() -> dict[str, Any]:
    """Return an answer to every question: all equally fast, all exact."""
    works = ["one unit, fractions by hand", CLUSTER_SCORED, EXPLAINED, DOCUMENT]
    found: dict[str, Any] = {}
    for ask in (*prepared(SIZE), *timed(SIZE), *counted(SIZE)):
        match ask.question:
            case "wrong" | "grown" | "spark":
                found[ask.key] = COUNTS
            case "imports":
                found[ask.key] = dict.fromkeys(IMPORTS, TIMES)
            case "working":
                found[ask.key] = dict.fromkeys(works, TIMES)
            case "law":
                found[ask.key] = LAW
            case _:
                found[ask.key] = TIMES
    return found


def test_rounds_come_to_their_median() -> None:
    """A time is the median of its rounds, the least is the least, an error stays one."""
    given: dict[str, list[Any]] = {
        "a": [
            {"time": 3.0, "least": 3.0},
            {"time": 1.0, "least": 0.5},
            {"time": 2.0, "least": 2.0},
        ],
        "b": [{"time": 3.0}, {"error": "no"}],
    }

    assert {"a": {"time": 2.0, "least": 0.5}, "b": {"error": "no"}} == medians(given)


def test_promises_say_what_holds() -> None:
    """With all equally fast, what asks for as fast holds, and what asks for faster does not."""
    said = {one["what"]: one["holds"] for one in promises(answers(), SIZE)}

    assert said["one unit, whole numbers in: time, to floats by hand"]
    assert not said["one unit, whole numbers in: time of zen-engine, to ours"]
    assert {True, False} == {*said.values()}


def test_what_people_wait_for_is_promised_in_its_unit() -> None:
    """A cluster of many criteria, a unit with its explanation, and a document have a promise."""
    times = {CLUSTER_SCORED: 14.6, EXPLAINED: 0.9, DOCUMENT: 3.2}
    key = f"working/{SIZE.repeats}"
    figures = answers()
    figures[key] = {**figures[key], **{name: {"time": time} for name, time in times.items()}}

    assert [
        ("8 units of 176 criteria, with their working: time", "15 ms", "≤ 50 ms", True),
        ("one unit, scored and explained: time", "900 µs", "≤ 500 µs", False),
        ("40 criteria, loaded and checked: time", "3 ms", "≤ 10 ms", True),
    ] == [
        (one["what"], one["measured"], one["target"], one["holds"])
        for one in promises(figures, SIZE)
        if one["what"].removesuffix(": time") in times
    ]


def test_what_was_not_measured_is_not_promised() -> None:
    """Where every process failed nothing holds, nothing is broken, and tables say it."""
    failed: dict[str, Any] = {key: {"error": "gone"} for key in answers()}
    said = promises(failed, SIZE)

    assert {None} == {one["holds"] for one in said}
    assert "failed" in screen(tables({"about": ABOUT, "promised": said, "figures": failed}))


def test_one_wrong_rank_breaks_the_promise_of_exactness() -> None:
    """One wrong result of ours, of whichever engine, is told with its name."""
    figures = answers()
    key = f"wrong/thidua_pandas/{SIZE.many}/percent"
    figures[key] = {**figures[key], "ranks": 1}
    (said,) = (one for one in promises(figures, SIZE) if one["what"].startswith("wrong totals"))

    assert (False, "1 (thidua_pandas)") == (said["holds"], said["measured"])


def test_tables_stand_in_the_page_between_their_marks() -> None:
    """Figures replace those that the page had, and nothing else of it."""
    page = (Path(__file__).parents[2] / "docs/explanation/measurements.md").read_text("utf-8")
    found = {"about": ABOUT, "promised": promises(answers(), SIZE), "figures": answers()}
    once = written(page, found)

    assert once == written(once, found)
    assert page.split("<!-- figures")[0] == once.split("<!-- figures")[0]
    assert page.split("<!-- end of figures")[1] == once.split("<!-- end of figures")[1]
    assert all(f"### {table.title}" in once for table in tables(found))


def test_numbers_stand_to_the_right() -> None:
    """Columns are as wide as their widest cell."""
    table = Table("T", ("who", "ms"), (("a", "1.5"), ("bcd", "10.5")))

    assert "--- T\nwho    ms\na     1.5\nbcd  10.5" == screen([table])
