# SPDX-License-Identifier: MIT
"""The order of the units of a cluster (*xếp hạng*), and their classes (*xếp loại*).

``name_order``
    The Vietnamese order of names.
``tie_break``
    What a cluster may agree on to tell equal units apart.
``ties``
    How equal units are treated.
``places``
    A ranking: who stands where, and who shares a place.
``class_first``
    Classes that come before results.
``rank``
    Scores into a ranking.
``told_apart``
    What puts one unit above another.
``table``
    A ranking as a table for people.
``grades``
    Classes and what they ask for.
``grading_check``
    Whether a grading fits a rubric.
``quota``
    How many units may have a class.
``classes``
    The classes of the units of a cluster, and why.
``classify``
    Scores into classes.
``ceiling``
    Ceilings over the classes of a whole cluster.
``class_words``
    A class in words.
``class_table``
    Classes as tables for people.
"""

from __future__ import annotations

from thidua.ranking.ceiling import LimitedClasses, Verdict, limit
from thidua.ranking.class_table import classes_table
from thidua.ranking.class_words import explain_class
from thidua.ranking.classes import Barred, Classed, Classes, Demand, Demotion, Lack
from thidua.ranking.classify import classify
from thidua.ranking.grades import (
    Grade,
    GradeTable,
    GradeTables,
    Grading,
    KnockOut,
    Minimum,
    TableFor,
)
from thidua.ranking.grading_check import check_grading
from thidua.ranking.name_order import name_key
from thidua.ranking.places import OpenTie, Place, Ranking, Unranked
from thidua.ranking.quota import Ceiling, Ceilings, CeilingsFor, CeilingTables, Leftover
from thidua.ranking.rank import rank
from thidua.ranking.table import ranking_table
from thidua.ranking.tie_break import (
    ByCode,
    ByMeasure,
    ByName,
    ByPoints,
    Remeasure,
    TieBreak,
)
from thidua.ranking.ties import Ties
from thidua.ranking.told_apart import Apart, Order, explain_place, told_apart

__all__ = [
    "Apart",
    "Barred",
    "ByCode",
    "ByMeasure",
    "ByName",
    "ByPoints",
    "Ceiling",
    "CeilingTables",
    "Ceilings",
    "CeilingsFor",
    "Classed",
    "Classes",
    "Demand",
    "Demotion",
    "Grade",
    "GradeTable",
    "GradeTables",
    "Grading",
    "KnockOut",
    "Lack",
    "Leftover",
    "LimitedClasses",
    "Minimum",
    "OpenTie",
    "Order",
    "Place",
    "Ranking",
    "Remeasure",
    "TableFor",
    "TieBreak",
    "Ties",
    "Unranked",
    "Verdict",
    "check_grading",
    "classes_table",
    "classify",
    "explain_class",
    "explain_place",
    "limit",
    "name_key",
    "rank",
    "ranking_table",
    "told_apart",
]
