# SPDX-License-Identifier: MIT
"""A score sheet in words, one sentence for each criterion (*phiếu chấm điểm có giải thích*)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Literal, TypeAlias, assert_never, final

from attrs import evolve, frozen

from thidua.basis import cite
from thidua.formula.infix import Wording
from thidua.formula.phrase import inside
from thidua.formula.say import say
from thidua.formula.tell import tell
from thidua.quantity import Language, Markup, State
from thidua.quantity.term import check_option
from thidua.rubric.criterion import Criterion, Part, Section, Treatment
from thidua.rubric.measure import Measure, Question
from thidua.rubric.plan import TOTAL, Plan, plan, summed
from thidua.rubric.points_words import (
    adjusted_text,
    before_text,
    percent_text,
    points_text,
)
from thidua.rubric.rubric import Rubric
from thidua.rubric.scores import Line, Scores, UnitScore
from thidua.rubric.step_words import steps_text

__all__ = ["Detail", "explain", "explain_line", "state_text", "wording_of"]

Detail: TypeAlias = Literal["short", "medium", "long"]
"""How much an explanation says: points; their numbers too; the rule and what is missing too."""

_ZERO = Fraction(0)
_STATES: dict[State, tuple[str, str]] = {
    State.MISSING: ("chưa có số liệu", "an entry is missing"),
    State.NOT_DUE: ("chưa đến hạn", "an entry is not due yet"),
    State.NOT_APPLICABLE: ("không áp dụng", "not applicable"),
    State.EXEMPT: ("được miễn", "exempt"),
    State.NOT_ASSIGNED: ("không được giao", "not assigned"),
}
_TREATMENTS: dict[Treatment, tuple[str, str]] = {
    Treatment.ZERO: ("tính 0 điểm", "counts zero"),
    Treatment.FULL: ("tính đủ điểm", "counts in full"),
}


def explain(
    score: UnitScore,
    *,
    language: Language = "vi",
    markup: Markup = "text",
    detail: Detail = "medium",
    among: Scores | None = None,
) -> str:
    """Write the whole score sheet of a unit.

    Args:
        score: The unit's score sheet, as `score` gives it.
        language: Vietnamese or English.
        markup: Plain text, or Markdown with nested lists.
        detail: ``"short"``: the points alone. ``"medium"``: also how they came about, in
            numbers, with limits, rounding and the clause. ``"long"``: also the rule, and how
            far each measure is from its next step and from the most, as `steps_ahead` has
            it.
        among: The cluster; without it, a long text does not say how far it is where a
            criterion looks at peers.

    Returns:
        A title, one line for each section and criterion in printed order, and the total.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    check_option("detail", detail, Detail)
    sheet = _Sheet(score, language, detail, among)
    title = _on_one_line(f"{score.rubric.name}: {score.sheet.title}")
    body: list[str] = []
    for printed, line in zip(sheet.printed.values(), score.lines, strict=True):
        match markup:
            case "text":
                text = f"{printed.indent}{line.code} {sheet.line(printed, line)}"
            case "markdown":
                text = f"{printed.indent}- **{line.code}** {sheet.line(printed, line)}"
            case _:
                assert_never(markup)
        body.append(_on_one_line(text))
    total = _on_one_line(sheet.total())
    notes = _notes(score, language)
    if markup == "markdown":
        return "\n\n".join([f"# {title}", "\n".join(body), f"**{total}**", *notes])
    return "\n".join([title, *body, total, *notes])


def explain_line(
    score: UnitScore,
    code: str,
    *,
    language: Language = "vi",
    detail: Detail = "medium",
    among: Scores | None = None,
) -> str:
    """Write the sentence of one criterion or section; for the arguments see `explain`.

    Raises:
        KeyError: If the rubric has none of that code.
    """
    check_option("language", language, Language)
    check_option("detail", detail, Detail)
    line, sheet = score[code], _Sheet(score, language, detail, among)
    return _on_one_line(f"{code} {sheet.line(sheet.printed[code], line)}")


@lru_cache(maxsize=64)
def wording_of(rubric: Rubric, language: Language) -> Wording:
    """Return the names and units that a rubric gives to codes."""
    everything = [*rubric.measures, *(one for listed in rubric.items for one in listed.measures)]
    names = {one.code: one.name for one in [*everything, *rubric.items]}
    units = {one.code: one.unit for one in everything if isinstance(one, Measure) and one.unit}
    questions = frozenset(one.code for one in everything if isinstance(one, Question))
    return Wording(language, names, units, questions)


def state_text(state: State, wording: Wording) -> str:
    """Write why there is no value: ``chưa đến hạn``."""
    return wording.pick(*_STATES[state])


def _on_one_line(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text


@final
@frozen
class _Printed:
    """One part of a rubric as score sheets print it, whatever the unit."""

    part: Part
    wording: Wording
    indent: str
    cited: str
    """Where its rule is written; empty where nothing says so."""
    sources: frozenset[str]
    """The measures and lists that its points come from, through other parts too."""


@lru_cache(maxsize=64)
def _printed(rubric: Rubric, language: Language) -> Mapping[str, _Printed]:
    """Return every part of *rubric* in printed order, by code."""
    ready, wording = plan(rubric), wording_of(rubric, language)
    of_penalty = evolve(wording, penalty=True)
    found: dict[str, _Printed] = {}
    for row in ready.rows:
        basis = row.part.basis if isinstance(row.part, Criterion) else None
        found[row.part.code] = _Printed(
            row.part,
            of_penalty if row.deducts else wording,
            "  " * row.level,
            "" if basis is None else f" [{cite(basis, language)}]",
            _sources(ready, row.part.code),
        )
    return found


def _sources(ready: Plan, code: str) -> frozenset[str]:
    found: set[str] = set()
    waiting, seen = [code], {code}
    while waiting:
        what = ready.reads[waiting.pop()]
        found |= {measure for _, measure in what.measures} | what.lists
        waiting.extend(what.points - seen)
        seen |= what.points
    return frozenset(found)


@final
class _Sheet:
    """One score sheet on its way into words."""

    def __init__(
        self, score: UnitScore, language: Language, detail: Detail, among: Scores | None
    ) -> None:
        self.score, self.detail, self.among = score, detail, among
        self.printed = _printed(score.rubric, language)
        self.wording = wording_of(score.rubric, language)
        self.points = {line.code: line.points or _ZERO for line in score.lines}
        self.illustrative = frozenset(score.sheet.illustrative)

    def line(self, printed: _Printed, line: Line) -> str:
        """Write the name of a part and what follows it."""
        part, wording = printed.part, printed.wording
        text = f"{part.name}: "
        if self.detail != "short":
            if isinstance(part, Criterion):
                text += f"{self._result(part, line, wording)} → "
            else:
                text += self._sum(part, part.criteria, line, wording)
        text += points_text(line, part, wording)
        if self.detail != "short":
            text += printed.cited
        if self.illustrative:
            text += self._mark(printed.sources, wording, whole=isinstance(part, Criterion))
        if self.detail == "long" and isinstance(part, Criterion):
            text += self._more(part, wording)
        return text

    def total(self) -> str:
        """Write the total."""
        rubric, line, wording = self.score.rubric, self.score.total, self.wording
        text = wording.pick("Tổng: ", "Total: ")
        if self.detail != "short":
            text += self._sum(rubric, rubric.sections, line, wording)
        text += points_text(line, rubric, wording) + percent_text(self.score, wording)
        if self.illustrative:
            text += self._mark(_sources(plan(rubric), TOTAL), wording, whole=False)
        return text

    def _mark(self, sources: frozenset[str], wording: Wording, *, whole: bool) -> str:
        """Mark points that come from illustrative entries, be it in part unless for the *whole*."""
        if self.illustrative.isdisjoint(sources):
            return ""
        if whole or sources <= self.illustrative:
            return wording.pick(" (minh họa)", " (illustrative)")
        return wording.pick(" (một phần minh họa)", " (partly illustrative)")

    def _more(self, part: Criterion, wording: Wording) -> str:
        """Say the rule of a criterion, and how far it is to the next step."""
        score, among = self.score, self.among
        text = wording.pick(". Cách chấm: ", ". Rule: ") + say(part.formula, part.maximum, wording)
        if among is None and not plan(score.rubric).reads[part.code].peers:
            among = Scores(score.rubric, (score,))
        steps = "" if among is None else steps_text(among, score.unit, part.code, wording)
        return f"{text}. {steps}" if steps else text

    def _result(self, criterion: Criterion, line: Line, wording: Wording) -> str:
        """Say what the formula came to, the limits that bound, and the rounding."""
        if line.state is not None and line.treatment is not None:
            said = state_text(line.state, wording)
            if line.treatment in _TREATMENTS:
                said += f", {wording.pick(*_TREATMENTS[line.treatment])}"
            return said
        if line.working is None:
            return self._awaited(criterion, wording)
        limited = line.working
        if criterion.rounding is not None:
            (limited,) = limited.parts
        inner = inside(limited, criterion.at_least, criterion.at_most)
        text = tell(criterion.formula, inner, wording)
        values = (inner.value, limited.value, line.working.value)
        if after := adjusted_text(values, criterion, wording):
            word = "là" if wording.penalty else "được"
            before = before_text(inner.value, criterion, wording)
            text += wording.pick(f", {word} {before}", f", which gives {before}") + after
        return text

    def _sum(
        self, part: Section | Rubric, inside: tuple[Part, ...], line: Line, wording: Wording
    ) -> str:
        """Say what the parts of a section, or of the whole, add up to, unless that is it."""
        if line.points is None or line.provisional:
            return ""
        values = summed(part, inside, [self.points[one.code] for one in inside])
        after = adjusted_text(values, part, wording)
        if not after:
            return ""
        before = before_text(values[0], part, wording)
        word = "tổng điểm trừ là" if wording.penalty else "cộng các mục được"
        return wording.pick(f"{word} {before}", f"adds up to {before}") + after + " → "

    def _awaited(self, criterion: Criterion, wording: Wording) -> str:
        """Say where the number is that a criterion waits for, as it is not in its own entries."""
        what = plan(self.score.rubric).reads[criterion.code]
        if what.peers:
            return wording.pick(
                "chờ số liệu của đơn vị khác trong cụm", "results of the cluster are awaited"
            )
        if what.points:
            return wording.pick("chờ điểm của mục khác", "points of other criteria are awaited")
        return wording.pick("chưa có số liệu", "an entry is missing")


def _notes(score: UnitScore, language: Language) -> list[str]:
    if not score.sheet.illustrative:
        return []
    if language == "vi":
        return ["(minh họa): số liệu do người soạn ví dụ đặt ra, không phải số liệu đã công bố."]
    return ["(illustrative): entries made up for the example, not published results."]
