# SPDX-License-Identifier: MIT
"""Formulas, in two layers: forms for people, a kernel for evaluators.

``kernel``
    The few expressions every formula is translated to.
``fold``
    How numbers are compared, how lists and clusters are folded.
``band``
    The rows of a table.
``given``
    What may be written into a field: codes, lists.
``walk``
    The children of a node, and what an expression reads.
``forms``
    The ways of scoring the field has names for.
``figure``
    Figures that regulations speak of, for forms to measure.
``lower``, ``lower_peers``
    Forms to kernel.
``infix``
    Expressions as people write them.
``say``, ``rule``
    What a form means, in words.
``tell``, ``result``
    What it came to for a unit, in words.
``phrase``
    What both are made of.
``scope``
    What an evaluator sees of a unit and its peers.
``working``
    A value with the values it was made of.
``exact``
    The value with its working: the reference.
``bounds``
    The interval of what a value may still become.
``direction``
    Which way the value moves with each number.
``notation``
    Formulas as exact text, with codes.
``parse``
    That text read back.
``source``, ``scan``, ``reader``, ``record``
    Its words, what it may be made of, how its functions and forms are called.
"""

from __future__ import annotations

from thidua.formula.band import Band
from thidua.formula.bounds import bounds
from thidua.formula.direction import directions
from thidua.formula.exact import Evaluator, evaluate, prepare
from thidua.formula.figure import growth, projected, shortfall
from thidua.formula.fold import ItemFold, PeerFold, Relation
from thidua.formula.forms import (
    AroundTarget,
    Banded,
    BasePoints,
    ByCount,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    CapTogether,
    Case,
    Checklist,
    DirectEntry,
    EqualSplit,
    Event,
    Factor,
    Form,
    Gated,
    Group,
    Highest,
    ItemTotal,
    LeaderBy,
    Level,
    Leveled,
    PerEvent,
    Pick,
    Piece,
    Prize,
    PrizeTable,
    Proportional,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    ShareReached,
    Side,
    Standard,
    Stepped,
    Threshold,
    Tick,
    Total,
    WeightedMean,
    WeightedSum,
    YesNo,
    forms_in,
)
from thidua.formula.infix import Wording, infix
from thidua.formula.kernel import (
    All,
    Any,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    Points,
    Predicate,
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
    code_of_measure,
    expression,
)
from thidua.formula.lower import lower
from thidua.formula.lower_peers import between
from thidua.formula.moves import Direction, Directions
from thidua.formula.notation import text
from thidua.formula.parse import parse, parse_form, parse_predicate
from thidua.formula.say import say
from thidua.formula.scope import Scope, Undecided, standing
from thidua.formula.tell import tell
from thidua.formula.walk import MAXIMUM_DEPTH, Reads, children, is_too_deep, reads
from thidua.formula.working import Working

__all__ = [
    "MAXIMUM_DEPTH",
    "All",
    "Any",
    "AroundTarget",
    "Band",
    "Banded",
    "BasePoints",
    "ByCount",
    "ByKind",
    "ByRange",
    "Calculation",
    "CapAcross",
    "CapTogether",
    "Case",
    "Checklist",
    "Choose",
    "Compare",
    "Constant",
    "DirectEntry",
    "Direction",
    "Directions",
    "EntryIs",
    "EqualSplit",
    "Evaluator",
    "Event",
    "Expression",
    "Factor",
    "Form",
    "Gated",
    "Greatest",
    "Group",
    "Highest",
    "ItemFold",
    "ItemTotal",
    "LeaderBy",
    "Least",
    "Level",
    "LevelIs",
    "Leveled",
    "Lookup",
    "Not",
    "OverItems",
    "OverPeers",
    "PeerFold",
    "PerEvent",
    "Pick",
    "Piece",
    "Points",
    "Predicate",
    "Prize",
    "PrizeTable",
    "Product",
    "Proportional",
    "Quotient",
    "RankPoints",
    "Raters",
    "Reads",
    "Relation",
    "RelativeToPeers",
    "Reported",
    "Rounded",
    "Scaled",
    "Scope",
    "ShareReached",
    "Side",
    "Standard",
    "Stepped",
    "Sum",
    "Threshold",
    "Tick",
    "Total",
    "Undecided",
    "WeightedMean",
    "WeightedSum",
    "Wording",
    "Working",
    "YesNo",
    "between",
    "bounds",
    "children",
    "code_of_measure",
    "directions",
    "evaluate",
    "expression",
    "forms_in",
    "growth",
    "infix",
    "is_too_deep",
    "lower",
    "parse",
    "parse_form",
    "parse_predicate",
    "prepare",
    "projected",
    "reads",
    "say",
    "shortfall",
    "standing",
    "tell",
    "text",
]
