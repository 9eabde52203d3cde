# SPDX-License-Identifier: MIT
"""Which forms real rubrics use: docs/reference/coverage.md, written from the test cases.

``python tests/cases/coverage_table.py > docs/reference/coverage.md``, or ``make tables``.
Every document of a rubric in ``tests/cases/*/`` and ``examples/data/*/`` is in it; the name
and the source of a case stand in its ``case.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import final, get_args

from attrs import frozen

from thidua import Criterion, Rubric, Section
from thidua.basis import cite
from thidua.formula import Form
from thidua.formula.forms import forms_in
from thidua.ranking import GradeTable, GradeTables
from thidua.ranking.grades import names_of
from thidua.wire import loads

ROOT = Path(__file__).parents[2]
INTRODUCTION = """\
# Real rubrics

The rubrics that the tests score, with every worked example of their sources, and the forms that their criteria use.
A criterion whose form is made of other forms stands under all of them: `ByKind (Threshold)` is a threshold for each kind of unit.
`make tables` writes this page from the documents in `tests/cases/` and `examples/data/`.
"""  # noqa: E501 - one sentence per line


@final
@frozen
class Case:
    """A rubric, with where its document stands."""

    path: str
    name: str
    source: str
    rubric: Rubric
    classes: tuple[str, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in printed order."""
        return tuple(_criteria(self.rubric.sections))


def _criteria(parts: Iterable[Section | Criterion]) -> Iterator[Criterion]:
    for part in parts:
        if isinstance(part, Section):
            yield from _criteria(part.criteria)
        else:
            yield part


def _folders(root: Path) -> list[Path]:
    return sorted(path for path in root.iterdir() if path.is_dir())


def cases(root: Path = ROOT) -> list[Case]:
    """Read every case; of equal rubrics the first only."""
    found: list[Case] = []
    for folder in [*_folders(root / "tests/cases"), *_folders(root / "examples/data")]:
        texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))}
        said = json.loads(texts.pop(folder / "case.json", "{}"))
        documents = [(path, loads(text)) for path, text in texts.items()]
        classes = dict.fromkeys(
            name
            for _, one in documents
            if isinstance(one, GradeTable | GradeTables)
            for name in names_of(one)
        )
        for path, rubric in documents:
            if isinstance(rubric, Rubric) and rubric not in [case.rubric for case in found]:
                basis = "" if rubric.basis is None else cite(rubric.basis, "vi")
                place = path.relative_to(root).as_posix()
                source = said.get("source", basis)
                assert source, f"{place} has no source: write case.json"
                found.append(Case(place, rubric.name, source, rubric, tuple(classes)))
    return found


def shape(form: Form) -> str:
    """Name a form, with the forms inside it."""
    inner = dict.fromkeys(shape(one) for one in forms_in(form))
    name = type(form).__name__
    return f"{name} ({', '.join(inner)})" if inner else name


def _names(form: Form) -> set[str]:
    return {type(form).__name__}.union(*(_names(one) for one in forms_in(form)))


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(str(cell) for cell in row)} |"


def page(found: list[Case]) -> str:
    """Write the page."""
    forms = [one.__name__ for one in get_args(Form)]
    lines = [INTRODUCTION, "## All of them", ""]
    lines += _table(
        ("rubric", "criteria", "classes"),
        [(one.name, len(one.criteria), ", ".join(one.classes) or "–") for one in found],
    )
    lines += ["", f"{sum(len(one.criteria) for one in found)} criteria in {len(found)} rubrics."]
    lines += ["", "## Forms", ""]
    used = [(one, [_names(each.formula) for each in one.criteria]) for one in found]
    lines += _table(
        ("form", "criteria", "rubrics"),
        [
            (
                f"`{form}`",
                sum(form in names for _, each in used for names in each),
                sum(any(form in names for names in each) for _, each in used),
            )
            for form in forms
        ],
    )
    for case in found:
        codes: dict[str, list[str]] = {}
        for one in case.criteria:
            codes.setdefault(shape(one.formula), []).append(one.code)
        lines += ["", f"## {case.name}", "", f"Source: {case.source}.", ""]
        lines += [f"Document: `{case.path}`.", ""]
        lines += _table(
            ("form", "criteria", "codes"),
            [
                (f"`{form}`", len(codes[form]), ", ".join(codes[form]))
                for form in sorted(codes, key=lambda form: (forms.index(form.split()[0]), form))
            ],
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(page(cases()))  # noqa: T201 - its purpose
