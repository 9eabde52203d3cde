# SPDX-License-Identifier: MIT
"""What ``st.from_type`` gives for the types of this library."""

from __future__ import annotations

from functools import partial
from typing import get_args

from attrs import has
from hypothesis import strategies as st

import thidua.cluster
import thidua.year
from thidua.award import BonusRules, Power, QuotaRule, Rule
from thidua.basis import Validity
from thidua.dossier import Dossier
from thidua.eligibility import Condition
from thidua.formula import Band, Expression, Form, Predicate, Raters
from thidua.law import Pack
from thidua.period import Period
from thidua.quantity import Interval, Rounding
from thidua.ranking import Ceiling, Ceilings, CeilingTables, GradeTable, TieBreak, Ties
from thidua.rubric import (
    Indicator,
    ItemList,
    Part,
    Rubric,
    Sheet,
    Treatments,
)
from thidua.strategies.agreed import ceiling_tables, ceilings, tie_breaks, ties
from thidua.strategies.cluster import values_of
from thidua.strategies.condition import conditions, law_rules
from thidua.strategies.dossier import dossiers
from thidua.strategies.expression import band_tables, expressions, predicates
from thidua.strategies.form import forms
from thidua.strategies.grade import grade_tables
from thidua.strategies.law import bonus_rules, law_packs, powers, quota_rules, validities
from thidua.strategies.measure import indicators, item_lists
from thidua.strategies.number import intervals, roundings
from thidua.strategies.period import periods
from thidua.strategies.rubric import parts, rubrics, treatments
from thidua.strategies.sheet import sheets

__all__ = ["register_types"]


def register_types() -> None:
    """Tell Hypothesis how to draw the types of this library."""
    st.register_type_strategy(Rounding, roundings())
    st.register_type_strategy(Interval, intervals())
    st.register_type_strategy(Band, band_tables().flatmap(st.sampled_from))
    for expression in get_args(Expression):
        st.register_type_strategy(expression, expressions(kinds=[expression]))
    for predicate in get_args(Predicate):
        st.register_type_strategy(predicate, predicates(kinds=[predicate]))
    for form in get_args(Form):
        # Unguarded, the mean of raters lacks an answer where nobody rated.
        st.register_type_strategy(form, forms(kinds=[form], partial=form is Raters))
    for indicator in get_args(Indicator):
        st.register_type_strategy(indicator, indicators(kinds=[indicator]))
    st.register_type_strategy(ItemList, item_lists(prefix="muc_"))
    st.register_type_strategy(Treatments, treatments())
    for part in get_args(Part):
        st.register_type_strategy(part, parts(kinds=[part]))
    st.register_type_strategy(Rubric, rubrics())
    st.register_type_strategy(Sheet, rubrics().flatmap(sheets).flatmap(st.sampled_from))
    for condition in get_args(Condition):
        st.register_type_strategy(condition, conditions(kinds=[condition]))
    st.register_type_strategy(Dossier, dossiers())
    st.register_type_strategy(Rule, law_rules())
    st.register_type_strategy(Validity, validities())
    st.register_type_strategy(Power, powers())
    st.register_type_strategy(QuotaRule, quota_rules())
    st.register_type_strategy(BonusRules, bonus_rules())
    st.register_type_strategy(Pack, law_packs())
    st.register_type_strategy(GradeTable, rubrics().flatmap(grade_tables))
    names = ("Tốt", "Khá", "Đạt")
    st.register_type_strategy(Ceilings, ceilings(names))
    st.register_type_strategy(CeilingTables, ceiling_tables(names))
    st.register_type_strategy(
        Ceiling, ceilings(names, at_least_one=True).map(lambda several: several.ceilings[0])
    )
    st.register_type_strategy(Ties, rubrics().flatmap(ties))
    for one in get_args(TieBreak):
        st.register_type_strategy(one, rubrics().flatmap(partial(tie_breaks, kind=one)))
    st.register_type_strategy(Period, periods())
    for folder in (thidua.cluster, thidua.year):
        for one in (getattr(folder, name) for name in folder.__all__):
            if isinstance(one, type) and has(one):
                st.register_type_strategy(one, values_of(one))
