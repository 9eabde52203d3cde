# SPDX-License-Identifier: MIT
"""Everyone who computes the benchmark rubric.

``subject``
    What a subject does, whether it takes units one at a time or a frame of them.
``python_by_hand``, ``straight_line``
    Plain Python with numbers of each type, and one printed function.
``polars_by_hand``, ``pandas_by_hand``, ``duckdb_by_hand``
    What an expert writes for each library.
``zen_rules``, ``cel_rules``, ``json_rules``, ``openfisca``
    Engines that take rules as data.
``ours_by_unit``, ``ours_by_frame``, ``ours_on_…``
    This library; a module for each library of frames, as loading one costs memory.
"""

from __future__ import annotations

from importlib import import_module

from bench.subjects.subject import Subject

__all__ = ["SUBJECTS", "subject"]

SUBJECTS = {
    "py_float": "python_by_hand:Floats",
    "py_decimal": "python_by_hand:Decimals",
    "py_fraction": "python_by_hand:Fractions",
    "py_int": "python_by_hand:Integers",
    "py_int_codegen": "straight_line:StraightLine",
    "thidua_int": "ours_by_unit:Compiled",
    "thidua_decimal": "ours_by_unit:Tallied",
    "thidua_decimal_read": "ours_by_unit:TalliedAndRead",
    "zen": "zen_rules:Zen",
    "cel": "cel_rules:Cel",
    "json_logic": "json_rules:JsonRules",
    "polars_float": "polars_by_hand:Floats",
    "polars_int": "polars_by_hand:Integers",
    "pandas_float": "pandas_by_hand:Floats",
    "pandas_int": "pandas_by_hand:Integers",
    "duckdb_int": "duckdb_by_hand:Integers",
    "openfisca": "openfisca:OpenFisca",
    "thidua_polars": "ours_on_polars:Wide",
    "thidua_polars_columns": "ours_on_polars:ColumnsAlways",
    "thidua_polars_32": "ours_on_polars:Narrow",
    "thidua_pandas": "ours_on_pandas:Wide",
    "thidua_duckdb": "ours_on_arrow:DuckDB",
    "thidua_pyarrow": "ours_on_arrow:PyArrow",
}
"""Module and class of each subject: a new one is a line here."""


def subject(name: str) -> Subject:
    """Return a subject, ready to compute; its libraries are imported now and not before."""
    module, kind = SUBJECTS[name].split(":")
    found: Subject = getattr(import_module(f"{__name__}.{module}"), kind)()
    return found
