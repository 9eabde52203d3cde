# SPDX-License-Identifier: MIT
"""What importing costs, each time in a fresh interpreter, from bytecode that is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

__all__ = ["IMPORTS", "imports"]

IMPORTS = {
    "attrs and cattrs": "import attrs, cattrs",
    "the library": "import thidua",
    "what scores": "from thidua import Rubric, score",
    "what is awarded": "from thidua import propose",
    "documents": "from thidua.wire import loads",
}


def imports(folder: Path, rounds: int) -> dict[str, Any]:
    """Return milliseconds for each statement, of which all take turns."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def seconds(code: str) -> float:
        timed = f"import time; t = time.process_time(); {code}; print(time.process_time() - t)"
        command = [sys.executable, "-c", timed]
        done = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
        return float(done.stdout)

    times: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for each in range(rounds + 1):
        for name, code in IMPORTS.items():
            took = seconds(code) * 1000
            if each:  # the first writes the bytecode
                times[name].append(took)
    return {name: {"time": median(one), "least": min(one)} for name, one in times.items()}
