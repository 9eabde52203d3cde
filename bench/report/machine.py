# SPDX-License-Identifier: MIT
"""On what, with what, and when it was measured."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

__all__ = ["machine"]

_LIBRARIES = (
    "attrs",
    "cattrs",
    "narwhals",
    "polars",
    "pandas",
    "numpy",
    "pyarrow",
    "duckdb",
    "zen-engine",
    "common-expression-language",
    "json-logic-qubit",
    "OpenFisca-Core",
)


def machine(size: str) -> dict[str, Any]:
    """Return the day, the machine in words, and versions."""
    versions = {}
    for name in _LIBRARIES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    return {
        "day": datetime.now(tz=UTC).date().isoformat(),
        "size": size,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "kind": f"{platform.system()} on {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "versions": versions,
    }
