# SPDX-License-Identifier: MIT
"""Which forms and conditions real charters use: docs/reference/coverage.md, from the test cases.

``python tests/cases/coverage_table.py > docs/reference/coverage.md``, or ``make tables``.
Every document of a rubric or a pack in ``tests/cases/*/`` and ``examples/data/*/`` is in it;
its name stands in the document, its source and the cases it is one of in ``case.json``, for
all documents of a folder, or under the name of each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import final, get_args

from attrs import frozen

from thidua import Criterion, Rubric, Section
from thidua.basis import cite
from thidua.eligibility import Condition
from thidua.eligibility.condition import parts_of
from thidua.formula import Form
from thidua.formula.forms import forms_in
from thidua.law import Pack
from thidua.ranking import Ceilings, CeilingTables, GradeTable, GradeTables, Ties
from thidua.ranking.grades import names_of
from thidua.wire import loads

ROOT = Path(__file__).parents[2]
INTRODUCTION = """\
# Real rubrics

The rubrics that the tests score, and the packs of rules by which they judge, with the worked examples of their sources, and the forms and conditions that they use.
A criterion whose form is made of other forms stands under all of them: `ByKind (Threshold)` is a threshold for each kind of unit.
A case has the name that it bears in the collection of sources that this library was written against.
`make tables` writes this page from the documents in `tests/cases/` and `examples/data/`.
"""  # noqa: E501 - one sentence per line


@final
@frozen
class Case:
    """A rubric, with where its document stands."""

    path: str
    name: str
    source: str
    cases: tuple[str, ...]
    """Names of the cases it is one of, in the collection of sources."""
    document: Rubric | Pack
    classes: tuple[str, ...]
    beside: tuple[str, ...]
    """Documents of quotas and ties that stand beside it, by kind."""

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion of a rubric, in printed order."""
        return tuple(_criteria(self.document.sections) if isinstance(self.document, Rubric) else ())

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """Every condition of a pack, with the code of its rule."""
        rules = self.document.rules if isinstance(self.document, Pack) else ()
        return tuple(
            (type(one).__name__, rule.code) for rule in rules for one in _inside(rule.condition)
        )


def _criteria(parts: Iterable[Section | Criterion]) -> Iterator[Criterion]:
    for part in parts:
        if isinstance(part, Section):
            yield from _criteria(part.criteria)
        else:
            yield part


def _inside(condition: Condition) -> Iterator[Condition]:
    yield condition
    for one in parts_of(condition):
        yield from _inside(one)


def _folders(root: Path) -> list[Path]:
    return sorted(path for path in root.iterdir() if path.is_dir())


def _graded_by(table: Path) -> Path:
    """Return the rubric that *table* is for: ``classes_nam`` is for ``rubric_nam``, if any."""
    named = table.with_stem(table.stem.replace("classes", "rubric", 1))
    return named if named.exists() else table.with_stem("rubric")


def cases(root: Path = ROOT) -> list[Case]:
    """Read every rubric and pack; of equal ones the first only."""
    found: list[Case] = []
    for folder in [*_folders(root / "tests/cases"), *_folders(root / "examples/data")]:
        texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))}
        said = json.loads(texts.pop(folder / "case.json", "{}"))
        documents = [
            (path, loads(text)) for path, text in texts.items() if "format" in json.loads(text)
        ]
        beside = dict.fromkeys(
            one.kind for _, one in documents if isinstance(one, Ceilings | CeilingTables | Ties)
        )
        for path, one in documents:
            known = [case.document for case in found]
            if isinstance(one, Rubric | Pack) and one not in known:
                cited = one.basis if isinstance(one, Rubric) else None
                basis = "" if cited is None else cite(cited, "vi")
                place = path.relative_to(root).as_posix()
                own = said.get(path.stem, said)
                source = own.get("source", basis)
                assert source, f"{place} has no source: write case.json"
                classes = dict.fromkeys(
                    name
                    for table, grading in documents
                    if isinstance(grading, GradeTable | GradeTables) and _graded_by(table) == path
                    for name in names_of(grading)
                )
                names = tuple(own.get("cases", ()))
                found.append(
                    Case(place, one.name, source, names, one, tuple(classes), tuple(beside))
                )
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
    rubrics = [one for one in found if isinstance(one.document, Rubric)]
    packs = [one for one in found if isinstance(one.document, Pack)]
    lines = [INTRODUCTION, "## By case", "", *_by_case(found)]
    lines += ["", "## All rubrics", ""]
    lines += _table(
        ("rubric", "criteria", "classes"),
        [(one.name, len(one.criteria), ", ".join(one.classes) or "–") for one in rubrics],
    )
    total = sum(len(one.criteria) for one in rubrics)
    lines += ["", f"{total} criteria in {len(rubrics)} rubrics."]
    lines += ["", "## Forms", ""]
    used = [(one, [_names(each.formula) for each in one.criteria]) for one in rubrics]
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
    lines += ["", "## Conditions", ""]
    lines += _table(
        ("condition", "times", "packs"),
        [
            (
                f"`{condition.__name__}`",
                sum(name == condition.__name__ for one in packs for name, _ in one.conditions),
                sum(condition.__name__ in dict(one.conditions) for one in packs),
            )
            for condition in get_args(Condition)
            if any(condition.__name__ in dict(one.conditions) for one in packs)
        ],
    )
    for case in rubrics:
        codes: dict[str, list[str]] = {}
        for one in case.criteria:
            codes.setdefault(shape(one.formula), []).append(one.code)
        lines += _head(case)
        lines += _table(
            ("form", "criteria", "codes"),
            [
                (f"`{form}`", len(codes[form]), ", ".join(codes[form]))
                for form in sorted(codes, key=lambda form: (forms.index(form.split()[0]), form))
            ],
        )
    for case in packs:
        rules: dict[str, dict[str, None]] = {}
        for name, rule in case.conditions:
            rules.setdefault(name, {})[rule] = None
        lines += _head(case)
        lines += _table(
            ("condition", "rules", "codes"),
            [(f"`{name}`", len(rules[name]), ", ".join(rules[name])) for name in sorted(rules)],
        )
    return "\n".join(lines)


def _by_case(found: list[Case]) -> Iterator[str]:
    """List the cases of the collection, with the documents that hold each."""
    named = sorted({name for one in found for name in one.cases})
    rows: list[tuple[object, ...]] = []
    for name in named:
        inside = [one for one in found if name in one.cases]
        beside = dict.fromkeys(kind for one in inside for kind in one.beside)
        paths = ", ".join(f"`{one.path}`" for one in inside)
        rows.append((f"`{name}`", paths, ", ".join(f"`{kind}`" for kind in beside) or "–"))
    yield from _table(("case", "documents", "quotas and ties"), rows)
    yield from ("", f"{len(named)} cases.")


def _head(case: Case) -> list[str]:
    lines = ["", f"## {case.name}", "", f"Source: {case.source}.", ""]
    if case.cases:
        lines += [f"Case: {', '.join(f'`{name}`' for name in case.cases)}.", ""]
    return [*lines, f"Document: `{case.path}`.", ""]


if __name__ == "__main__":
    print(page(cases()))  # noqa: T201 - its purpose
