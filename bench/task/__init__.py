# SPDX-License-Identifier: MIT
"""The benchmark rubric of 40 criteria, its data, and what exactly comes of them.

``criteria``
    The rubric as numbers, so that every number type can start from an exact source.
``rubric``
    The same as a rubric of the library.
``data``
    What units report, drawn from a seed, in two flavours.
``exact``
    The results in fractions, which everyone is held to.
"""
