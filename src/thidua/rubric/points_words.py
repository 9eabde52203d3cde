# SPDX-License-Identifier: MIT
"""Points in words: what they are of, and how limits and roundings made them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from thidua.formula import Wording
from thidua.formula.phrase import equals
from thidua.quantity import show, show_interval, show_percent
from thidua.quantity.show import places_apart
from thidua.rubric.criterion import Part, Role, Treatment
from thidua.rubric.rubric import Rubric
from thidua.rubric.scores import Line, UnitScore

__all__ = ["adjusted_text", "before_text", "percent_text", "points_text"]


def adjusted_text(
    values: tuple[Fraction, Fraction, Fraction], part: Part | Rubric, wording: Wording
) -> str:
    """Say how a value became another by the limits of *part*, then by its rounding."""
    value, limited, rounded = values
    said = ""
    if limited is not value and limited != value:
        limit = wording.points(limited)
        said += wording.pick(f", giới hạn ở {limit}", f", limited to {limit}")
    if part.rounding is not None and rounded != limited:
        step = wording.number(part.rounding.step)
        said += wording.pick(f", làm tròn đến {step}", f", rounded to {step}")
    return said


def before_text(value: Fraction, part: Part | Rubric, wording: Wording) -> str:
    """Write points before limits and rounding, so that they do not look like what decides there.

    A number just below a limit, or below a tie of the rounding, has more decimals.
    """
    text = wording.points(value, 4)
    if not text.startswith("≈"):
        return text
    turns = [limit for limit in (part.at_least, part.at_most) if limit is not None]
    if part.rounding is not None:
        turns.extend(_turn_near(value, part.rounding.step))
    return wording.points(value, places_apart([value, *turns], 4)) if turns else text


def _turn_near(value: Fraction, step: Fraction) -> Iterator[Fraction]:
    """Yield the multiple of *step*, or the tie between two, that four decimals may show instead."""
    below = value.denominator * step.numerator
    floor, rest = divmod(2 * value.numerator * step.denominator, below)
    nearest = floor + (2 * rest > below)
    far = min(rest, below - rest)
    if far * step.numerator * 10**4 < 2 * step.denominator * below:
        yield Fraction(nearest * step.numerator, 2 * step.denominator)


def points_text(line: Line, part: Part | Rubric, wording: Wording) -> str:
    """Write the points of a line over its maximum, or as what is added or taken off."""
    word = wording.pick("điểm", "points")
    role = Role.STANDARD if isinstance(part, Rubric) else part.role
    match role:
        case Role.STANDARD if line.treatment is Treatment.LEAVE:
            return wording.pick("không tính vào điểm tối đa", "leaves the maximum")
        case _ if line.treatment is Treatment.LEAVE:
            return wording.pick("không tính", "left out")
        case Role.STANDARD:
            text = _number(line, part, wording)
            if line.maximum:  # what has none only adds, or takes off
                text += f"/{wording.number(line.maximum)}"
        case Role.BONUS | Role.PENALTY if wording.penalty:
            text = wording.pick("trừ ", "penalty ") + _number(line, part, wording)
        case Role.BONUS:
            text = wording.pick("cộng ", "bonus ") + _number(line, part, wording)
        case Role.PENALTY:  # inside a penalty it takes off from what is taken off
            text = wording.pick("giảm trừ ", "penalty less ") + _number(line, part, wording)
        case _:
            assert_never(role)
    text += f" {word}"
    return text + wording.pick(" (tạm tính)", " (provisional)") if line.provisional else text


def _number(line: Line, part: Part | Rubric, wording: Wording) -> str:
    """Write the points, with more decimals where they would look like their maximum."""
    language, places = wording.language, 2 if part.rounding is None else 6
    if line.points is not None:
        text = show(line.points, language, places)
        if not text.startswith("≈"):
            return text
    span = line.span
    return show_interval(span, language, places_apart([span.low, span.high, line.maximum], places))


def percent_text(score: UnitScore, wording: Wording) -> str:
    """Write the points over the maximum in percent, before and after the rubric rounds it."""
    exact, rounded = score.total.percent, score.percent
    if exact is None or rounded is None:
        return ""
    rounding, language = score.rubric.percent_rounding, wording.language
    if rounding is None or exact == rounded:
        return f" {equals(show_percent(exact / 100, language))}"
    step = show_percent(rounding.step / 100, language, 6)
    said = wording.pick(f"làm tròn đến {step}", f"rounded to {step}")
    before = equals(show_percent(exact / 100, language, 4))
    return f" {before}, {said} → {show_percent(rounded / 100, language, 6)}"
