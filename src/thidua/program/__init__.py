# SPDX-License-Identifier: MIT
"""Rubrics as programs over whole numbers, and as the functions printed from them.

``node``, ``condition``, ``term``
    The integer program's own nodes, and the words they are told by.
``linear``
    Nodes read as sums.
``span``, ``width``
    How large their numbers get, and whether that fits.
``make``, ``truth``
    Nodes in their simplest shape.
``ratio``, ``bands``, ``translate``
    The kernel in whole numbers.
``column``, ``program``
    What is reported, and a whole rubric.
``lines``, ``loops``, ``printer``, ``function``, ``source``, ``folds``
    Its functions: their text, compiled, and what that calls.
``door``
    Entries into whole numbers.
``tally``
    Points without their working.
``compiled``
    All of it, for users.
"""

from __future__ import annotations

from thidua.program.compiled import CompiledRubric, Input, compile_rubric, tally
from thidua.program.program import Program, ProgramLine, program
from thidua.program.source import Functions, Output
from thidua.program.span import bits, operands, span, walk
from thidua.program.tally import Tallies, Tally
from thidua.program.width import too_wide

__all__ = [
    "CompiledRubric",
    "Functions",
    "Input",
    "Output",
    "Program",
    "ProgramLine",
    "Tallies",
    "Tally",
    "bits",
    "compile_rubric",
    "operands",
    "program",
    "span",
    "tally",
    "too_wide",
    "walk",
]
