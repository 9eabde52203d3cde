# SPDX-License-Identifier: MIT
"""Hypothesis strategies: random rubrics that are sound, and sheets that seek their edges.

With Hypothesis installed, ``st.from_type(Rubric)`` works without an import from here.

``number``
    Exact numbers, roundings, intervals.
``measure``
    What units report, and entries.
``words``
    What a formula may name.
``expression``
    Expressions and predicates of the kernel.
``plain_form``
    Forms that hold no other form.
``form``
    Forms.
``rubric``
    Criteria, the tree of them, and rubrics.
``sheet``
    The sheets of a cluster, and what they may still become.
``grade``
    Tables of classes for a rubric.
``agreed``
    How ties are broken, and how many may have a class.
``period``
    Trees of periods, and results of periods.
``dossier``
    Dossiers of subjects that may be awarded.
``condition``
    Conditions, rules of counting, rules.
``law``
    Packs: rules by day, who decides, how many, what is paid.
``cluster``
    Clusters, and what happens in their years.
``by_type``
    What ``st.from_type`` gives.
``hook``
    What Hypothesis calls when it is imported.
"""

from __future__ import annotations

# Hypothesis first: while it is imported it registers the types below, which needs them whole.
import hypothesis as _hypothesis  # noqa: F401  # pyright: ignore[reportUnusedImport]

from thidua.strategies.agreed import ceiling_tables, ceilings, ties
from thidua.strategies.cluster import (
    clusters,
    contents,
    events,
    mid_years,
    procedures,
    values_of,
    years,
)
from thidua.strategies.condition import conditions, countings, law_rules
from thidua.strategies.dossier import days, dossiers
from thidua.strategies.expression import band_tables, expressions, predicates
from thidua.strategies.form import forms
from thidua.strategies.grade import grade_tables
from thidua.strategies.law import bonus_rules, law_packs, powers, quota_rules, validities
from thidua.strategies.measure import codes, entries, indicators, item_lists, measures
from thidua.strategies.number import intervals, numbers, roundings
from thidua.strategies.period import period_results, periods
from thidua.strategies.rubric import criteria, parts, rubrics, treatments
from thidua.strategies.sheet import completions, sheets

__all__ = [
    "band_tables",
    "bonus_rules",
    "ceiling_tables",
    "ceilings",
    "clusters",
    "codes",
    "completions",
    "conditions",
    "contents",
    "countings",
    "criteria",
    "days",
    "dossiers",
    "entries",
    "events",
    "expressions",
    "forms",
    "grade_tables",
    "indicators",
    "intervals",
    "item_lists",
    "law_packs",
    "law_rules",
    "measures",
    "mid_years",
    "numbers",
    "parts",
    "period_results",
    "periods",
    "powers",
    "predicates",
    "procedures",
    "quota_rules",
    "roundings",
    "rubrics",
    "sheets",
    "ties",
    "treatments",
    "validities",
    "values_of",
    "years",
]
