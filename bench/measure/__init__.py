# SPDX-License-Identifier: MIT
"""What is measured: each question is asked in a process of its own.

``one_unit``
    How long one unit takes.
``frames``
    How long many units take at once, and how much memory.
``wrong``
    How many totals, ranks and classes differ from the exact ones.
``growth``
    Parquet in, parquet out, from a few units to more than memory holds.
``spark``
    PySpark against the exact results.
``imports``
    What importing costs.
``working``
    Scores with their working, explanations, documents.
``law``
    Dossiers judged by the whole law of Vietnam.
``memory``
    The most memory that a process held.
"""
