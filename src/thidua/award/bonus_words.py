# SPDX-License-Identifier: MIT
"""A bonus in words: how it is worked out, and what it rests on (*cách tính tiền thưởng*)."""

from __future__ import annotations

from fractions import Fraction

from thidua.award.bonus import Bonus
from thidua.award.dated import say_unverified
from thidua.basis import cite
from thidua.dossier import Catalogue
from thidua.quantity import Language, show
from thidua.quantity.term import check_option

__all__ = ["explain_bonus"]


def explain_bonus(
    bonus: Bonus, *, language: Language = "vi", awards: Catalogue | None = None
) -> str:
    """Say in one sentence what is paid, how it is worked out, and where that is written.

    Example:
        >>> from thidua.award import BaseSalary, BonusRate, BonusRules, BonusTerms, Granted
        >>> from thidua.basis import Citation, Validity
        >>> from thidua.dossier import AwardType
        >>> award = AwardType(
        ...     "hc", "Huân chương", form="commendation", level="national", subjects=["collective"]
        ... )
        >>> when = {"basis": Citation("Nghị định A"), "validity": Validity("2024-01-01")}
        >>> rules = BonusRules(
        ...     rates=[BonusRate("r", "hc", "4.5", collective=2, **when)],
        ...     salaries=[BaseSalary(2_530_000, **when)],
        ...     terms=[BonusTerms("t", **when)],
        ... )
        >>> named = Catalogue([award])
        >>> (bonus,) = rules.pay(Granted("hc", "collective"), "2026-08-01", named)
        >>> print(explain_bonus(bonus, awards=named))
        Huân chương: 4,5 × 2 × 2.530.000 = 22.770.000 đồng [Nghị định A]
    """
    check_option("language", language, Language)
    vietnamese = language == "vi"
    name = (awards or Catalogue(())).name(bonus.granted.award, language)
    factor = "" if bonus.factor == 1 else f" × {show(bonus.factor, language)}"
    salary = show(Fraction(bonus.salary.amount), language)
    product = show(bonus.exact, language)
    text = f"{name}: {show(bonus.multiple, language)}{factor} × {salary} = {product}"
    if bonus.instead:
        other = (awards or Catalogue(())).name(bonus.instead, language)
        text += f" đồng; đã trả theo {other}" if vietnamese else f" đồng; paid for {other} instead"
    elif bonus.by_text == bonus.exact:
        text += " đồng"
    else:
        rounded = show(Fraction(bonus.by_text), language)
        up = "làm tròn lên" if vietnamese else "rounded up to"
        text += f", {up} {rounded} đồng"
    if bonus.rate.at_most:
        text += "; là mức cao nhất" if vietnamese else "; at most"
    text += f" [{cite(bonus.rate.basis, language)}]"
    return "; ".join([text, *(say_unverified(one, language) for one in bonus.unverified)])
