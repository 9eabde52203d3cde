# SPDX-License-Identifier: MIT
"""What the library costs, against the same work written by hand and done by other engines.

``python -m bench`` measures everything, see `docs/explanation/measurements.md`.

``task``
    What everyone has to compute: the benchmark rubric, its data, and the exact results.
``subjects``
    Who computes it, a module for each way. A new baseline is a class there and a line in
    its table `SUBJECTS`; a line in `plan` says what is measured of it.
``measure``
    What is measured, a module for each question, asked of one subject in a fresh process.
``plan``, ``rounds``, ``worker``
    All questions; asked in turns; answered in a process of their own.
``report``
    Medians, the figures that were promised, tables for the screen and for the docs.
"""
