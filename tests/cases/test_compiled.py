# SPDX-License-Identifier: MIT
"""Every real rubric, compiled, on sheets at its edges and on its published ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua import Faults, Rubric, Scores, Sheet, rank, score
from thidua.program import Tallies, compile_rubric, tally
from thidua.strategies import sheets
from thidua.wire import loads

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    [*ROOT.glob("tests/cases/*/rubric.json"), *ROOT.glob("examples/data/*/rubric.json")]
)
RUBRICS = {path.parent.name: loads(path.read_text(encoding="utf-8"), Rubric) for path in DOCUMENTS}


def bare(scores: Scores) -> list[object]:
    """Return what scores hold besides working."""
    return [
        evolve(
            unit,
            lines=tuple(evolve(line, working=None) for line in unit.lines),
            total=evolve(unit.total, working=None),
        )
        for unit in scores
    ]


def made(tallies: Tallies) -> list[object]:
    """Return the scores of a compiled cluster."""
    return [*tallies.scores]


def outcome(run: Callable[[], list[object]]) -> object:
    """Return what *run* gives, or the faults it raises."""
    try:
        return run()
    except Faults as faults:
        return str(faults)


@pytest.mark.parametrize("name", RUBRICS)
@settings(max_examples=10)  # some have two hundred criteria
@given(data=st.data())
def test_real_rubrics_compiled_agree_with_exact(name: str, data: st.DataObject) -> None:
    """A real rubric gives the same points compiled, at and next to its thresholds."""
    rubric = RUBRICS[name]
    cluster = data.draw(sheets(rubric, units=["a", "b"]))

    assert outcome(lambda: bare(score(rubric, cluster))) == outcome(
        lambda: made(tally(rubric, cluster))
    )


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/data/*/sheets.json")), ids=str)
def test_published_sheets_compiled_agree_with_exact(path: Path) -> None:
    """The sheets of the examples give the same points and the same ranking, compiled."""
    rubric = RUBRICS[path.parent.name]
    cluster: tuple[Sheet, ...] = loads(path.read_text(encoding="utf-8"), tuple)
    scores, tallies = score(rubric, cluster), tally(rubric, cluster)

    assert bare(scores) == made(tallies)
    assert rank(scores, ties="share") == rank(tallies.scores, ties="share")


@pytest.mark.parametrize("name", RUBRICS)
def test_real_rubrics_have_a_function(name: str) -> None:
    """No real rubric is left to the exact evaluator, and none of its text is in the source."""
    compiled = compile_rubric(RUBRICS[name])

    assert "" == compiled.exact_because
    assert compiled.source.isascii()
    assert not any(
        '"' in line or "'" in line or "#" in line for line in compiled.source.split("\n")
    )
