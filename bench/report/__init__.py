# SPDX-License-Identifier: MIT
"""What the answers come to.

``machine``
    On what, with what, and when.
``medians``
    One figure of the answers of all rounds.
``promises``
    What was promised, and whether it holds.
``tables``
    The figures in tables.
``screen``, ``page``
    Those tables on the screen, and in the docs.
"""
