# SPDX-License-Identifier: MIT
"""Rubrics as programs over whole numbers, and as the functions printed from them.

``node``
    The integer program's own nodes.
``span``
    How large their numbers get.
``make``, ``truth``
    Nodes in their simplest shape.
``ratio``, ``translate``
    The kernel in whole numbers.
``program``
    A whole rubric.
``printer``, ``source``, ``folds``
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
from thidua.program.program import Program, ProgramLine, program, too_wide, walk
from thidua.program.source import Output
from thidua.program.span import bits, operands, span
from thidua.program.tally import Tallies, Tally

__all__ = [
    "CompiledRubric",
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
