# SPDX-License-Identifier: MIT
"""Write the pages of the reference on the law from the packs: ``python docs/write_law.py``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from thidua.award import BaseSalary, BonusRate, BonusTerms, Power, QuotaRule
from thidua.basis import Citation, Validity, cite
from thidua.law import pack_page
from thidua.law.vietnam import BONUSES, CATALOGUE, PACKS, POWERS, QUOTAS
from thidua.quantity import show, table

FOLDER = Path(__file__).parent / "reference" / "law"
NOTICE = """\
```{admonition} Not an official text
:class: warning

This page is written from data, and says what pages quoted of the text, each with its confidence.
Where it differs from an official text, the official text prevails.
```
"""
BONUS = """\
A bonus (*tiền thưởng*) is a multiple of the base salary on the day of the decision, rounded up.
Of titles for the same period only the highest is paid; a form of commendation is paid besides."""


def pages() -> Mapping[str, str]:
    """Return the pages by the names of their files."""
    packs = {f"{pack.code}.md": pack_page(pack, awards=CATALOGUE) for pack in PACKS}
    return {
        name: text.replace("\n", f"\n\n{NOTICE}", 1)
        for name, text in {**packs, "bonuses.md": bonuses(), "authority.md": authority()}.items()
    }


def names(codes: tuple[str, ...]) -> str:
    """Return the names of some awards."""
    return "; ".join(f"{CATALOGUE[code].name} (`{code}`)" for code in codes)


def days(validity: Validity) -> str:
    """Return the days of a rule, the first and the first after."""
    return f"{validity.first} – {validity.until or ''}".rstrip()


def sure(one: Power | QuotaRule | BonusRate | BonusTerms | BaseSalary) -> str:
    """Return how sure a text is, why not more, and the last day for which it was verified."""
    doubt = f" ({one.doubt})" if one.doubt else ""
    known = f", verified until {one.verified_until}" if one.verified_until else ""
    return f"{one.confidence.value}{doubt}{known}"


def place(basis: Citation) -> str:
    """Return a citation as a page has it."""
    return cite(basis, "vi")


def bonuses() -> str:
    """Return the page on bonuses."""
    rates = [
        [
            names(one.awards),
            f"{'≤ ' if one.at_most else ''}{show(one.multiple, 'en')}",
            f"× {show(one.collective, 'en')}",
            "?" if one.household is None else f"× {show(one.household, 'en')}",
            place(one.basis),
            days(one.validity),
            sure(one),
        ]
        for one in BONUSES.rates
    ]
    heads = ["Award", "Multiple", "Collective", "Household", "Place", "From – before", "Confidence"]
    salaries = [
        [f"{one.amount:,}", place(one.basis), days(one.validity), sure(one)]
        for one in BONUSES.salaries
    ]
    terms = [
        [f"{one.round_up_to:,}", place(one.basis), days(one.validity), sure(one)]
        for one in BONUSES.terms
    ]
    return "\n".join(
        [
            "# Bonuses",
            "",
            BONUS,
            "",
            "## Base salary (*mức lương cơ sở*)",
            "",
            table(
                ["Đồng a month", "Place", "From – before", "Confidence"],
                salaries,
                markup="markdown",
            ),
            "",
            "## Rounding, and titles for the same period",
            "",
            table(
                ["Rounded up to, đồng", "Place", "From – before", "Confidence"],
                terms,
                markup="markdown",
            ),
            "",
            "## Multiples",
            "",
            table(heads, rates, markup="markdown"),
            "",
        ]
    )


def authority() -> str:
    """Return the page on who decides, and how many may be put forward."""
    powers = [
        [
            "; ".join(one.who),
            names(one.awards),
            place(one.basis),
            days(one.validity),
            sure(one),
        ]
        for one in POWERS
    ]
    quotas = [
        [
            names(one.quota.awards),
            "" if one.quota.share is None else f"{one.quota.share * 100} %",
            "; ".join(f"`{code}`" for code in one.quota.of),
            "" if one.quota.basis is None else place(one.quota.basis),
            days(one.validity),
            sure(one),
        ]
        for one in QUOTAS
    ]
    return "\n".join(
        [
            "# Who decides, and how many",
            "",
            "Who decides on an award (*thẩm quyền*), which share may be put forward (*tỷ lệ*).",
            "",
            "## Who decides",
            "",
            table(
                ["Who", "Awards", "Place", "From – before", "Confidence"],
                powers,
                markup="markdown",
            ),
            "",
            "## Shares",
            "",
            table(
                ["Award", "At most", "Of", "Place", "From – before", "Confidence"],
                quotas,
                markup="markdown",
            ),
            "",
        ]
    )


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
