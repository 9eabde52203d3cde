# SPDX-License-Identifier: MIT
"""A score sheet in words, one sentence for each criterion (*phiếu chấm điểm có giải thích*)."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias, assert_never

from attrs import evolve

from thidua.basis import cite
from thidua.formula.infix import Wording
from thidua.formula.say import say
from thidua.formula.tell import tell
from thidua.quantity import Language, Markup, State, show_interval, show_percent
from thidua.quantity.term import check_option
from thidua.rubric.criterion import Criterion, Part, Role, Section, Treatment
from thidua.rubric.measure import Measure, Question
from thidua.rubric.plan import plan
from thidua.rubric.rubric import Rubric
from thidua.rubric.scores import Line, Scores, UnitScore
from thidua.rubric.step_words import steps_text

__all__ = ["Detail", "explain", "explain_line", "state_text", "wording_of"]

Detail: TypeAlias = Literal["short", "medium", "long"]
"""How much an explanation says: points; their numbers too; the rule and what is missing too."""

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
    wording = wording_of(score.rubric, language)
    title = f"{score.rubric.name}: {score.sheet.title}"
    body: list[str] = []
    for row, line in zip(plan(score.rubric).rows, score.lines, strict=True):
        text = _line(score, line, wording, detail, among, marked=markup == "markdown")
        match markup:
            case "text":
                body.append("  " * row.level + text)
            case "markdown":
                body.append("  " * row.level + f"- {text}")
            case _:
                assert_never(markup)
    total = _total(score, wording, detail)
    notes = _notes(score, wording)
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
    wording = wording_of(score.rubric, language)
    return _line(score, score[code], wording, detail, among, marked=False)


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


def _line(  # noqa: PLR0913 - what a line is made of
    score: UnitScore,
    line: Line,
    wording: Wording,
    detail: Detail,
    among: Scores | None,
    *,
    marked: bool,
) -> str:
    row = plan(score.rubric).row[line.code]
    part, wording = row.part, evolve(wording, penalty=row.deducts)
    code = f"**{line.code}**" if marked else line.code
    text = f"{code} {part.name}: "
    if detail != "short":
        if isinstance(part, Criterion):
            text += _result(score, part, line, wording) + " → "
        elif limits := _limits_of_sum(score, part, part.criteria, line, wording):
            text += limits + " → "
    text += _points(line, wording, part.role)
    if detail != "short" and isinstance(part, Criterion) and part.basis is not None:
        text += f" [{cite(part.basis, wording.language)}]"
    if _is_illustrative(score, line.code):
        text += wording.pick(" (minh họa)", " (illustrative)")
    if detail == "long" and isinstance(part, Criterion):
        text += _more(score, part, wording, among)
    return text


def _more(score: UnitScore, part: Criterion, wording: Wording, among: Scores | None) -> str:
    """Say the rule of a criterion, and how far it is to the next step."""
    text = wording.pick(". Cách chấm: ", ". Rule: ") + say(part.formula, part.maximum, wording)
    if among is None and not plan(score.rubric).reads[part.code].peers:
        among = Scores(score.rubric, (score,))
    steps = "" if among is None else steps_text(among, score.unit, part.code, wording)
    return f"{text}. {steps}" if steps else text


def _result(score: UnitScore, criterion: Criterion, line: Line, wording: Wording) -> str:
    """Say what the formula came to, the limits that bound, and the rounding."""
    if line.state is not None and line.treatment is not None:
        said = state_text(line.state, wording)
        if line.treatment in _TREATMENTS:
            said += f", {wording.pick(*_TREATMENTS[line.treatment])}"
        return said
    if line.working is None:
        return _awaited(score, criterion, wording)
    limited = line.working
    if criterion.rounding is not None:
        (limited,) = limited.parts
    inner = limited
    for limit in (criterion.at_least, criterion.at_most):
        if limit is not None:
            inner = inner.parts[0]
    values = (inner.value, limited.value, line.working.value)
    after = _adjusted(values, criterion, wording)
    if after:
        before = wording.points(inner.value, 4)
        word = "là" if wording.penalty else "được"
        after.insert(0, wording.pick(f"{word} {before}", f"which gives {before}"))
    return ", ".join([tell(criterion.formula, inner, wording), *after])


def _adjusted(
    values: tuple[Fraction, Fraction, Fraction], part: Part | Rubric, wording: Wording
) -> list[str]:
    """Say how a value became another by the limits of *part*, then by its rounding."""
    value, limited, rounded = values
    said: list[str] = []
    if limited != value:
        limit = wording.points(limited)
        said.append(wording.pick(f"giới hạn ở {limit}", f"limited to {limit}"))
    if part.rounding is not None and rounded != limited:
        step = wording.number(part.rounding.step)
        said.append(wording.pick(f"làm tròn đến {step}", f"rounded to {step}"))
    return said


def _limits_of_sum(
    score: UnitScore, part: Section | Rubric, inside: tuple[Part, ...], line: Line, wording: Wording
) -> str:
    """Say what the parts of a section, or of the whole, add up to, if that is not its points."""
    if line.points is None or line.provisional:
        return ""
    value = Fraction(0)
    for one in inside:
        points = score[one.code].points or Fraction(0)
        value += -points if one.role is Role.PENALTY else points
    limited = value if part.at_most is None else min(value, part.at_most)
    limited = limited if part.at_least is None else max(limited, part.at_least)
    after = _adjusted((value, limited, line.points), part, wording)
    if not after:
        return ""
    total = wording.points(value, 4)
    word = "tổng điểm trừ là" if wording.penalty else "cộng các mục được"
    return ", ".join([wording.pick(f"{word} {total}", f"adds up to {total}"), *after])


def _awaited(score: UnitScore, criterion: Criterion, wording: Wording) -> str:
    """Say where the number is that a criterion waits for, as it is not in its own entries."""
    what = plan(score.rubric).reads[criterion.code]
    if what.peers:
        return wording.pick(
            "chờ số liệu của đơn vị khác trong cụm", "results of the cluster are awaited"
        )
    if what.points:
        return wording.pick("chờ điểm của mục khác", "points of other criteria are awaited")
    return wording.pick("chưa có số liệu", "an entry is missing")


def _points(line: Line, wording: Wording, role: Role) -> str:
    points = show_interval(line.span, wording.language)
    word = wording.pick("điểm", "points")
    match role:
        case Role.STANDARD if line.treatment is Treatment.LEAVE:
            return wording.pick("không tính vào điểm tối đa", "leaves the maximum")
        case _ if line.treatment is Treatment.LEAVE:
            return wording.pick("không tính", "left out")
        case Role.STANDARD:
            text = f"{points}/{wording.number(line.maximum)} {word}"
        case Role.BONUS | Role.PENALTY if wording.penalty:
            text = wording.pick("trừ ", "penalty ") + f"{points} {word}"
        case Role.BONUS:
            text = wording.pick("cộng ", "bonus ") + f"{points} {word}"
        case Role.PENALTY:  # inside a penalty it takes off from what is taken off
            text = wording.pick("giảm trừ ", "penalty less ") + f"{points} {word}"
        case _:
            assert_never(role)
    return text + (wording.pick(" (tạm tính)", " (provisional)") if line.provisional else "")


def _total(score: UnitScore, wording: Wording, detail: Detail) -> str:
    text = wording.pick("Tổng: ", "Total: ")
    limits = _limits_of_sum(score, score.rubric, score.rubric.sections, score.total, wording)
    text += f"{limits} → " if limits and detail != "short" else ""
    text += _points(score.total, wording, Role.STANDARD)
    if score.percent is not None:
        percent = show_percent(score.percent / 100, wording.language)
        text += f" {percent}" if percent.startswith("≈") else f" = {percent}"
    return text


def _is_illustrative(score: UnitScore, code: str) -> bool:
    marked = set(score.sheet.illustrative)
    what = plan(score.rubric).reads[code]
    return bool(marked & ({measure for _, measure in what.measures} | what.lists))


def _notes(score: UnitScore, wording: Wording) -> list[str]:
    if not score.sheet.illustrative:
        return []
    return [
        wording.pick(
            "(minh họa): số liệu do người soạn ví dụ đặt ra, không phải số liệu đã công bố.",
            "(illustrative): entries made up for the example, not published results.",
        )
    ]
