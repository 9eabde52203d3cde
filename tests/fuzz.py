# SPDX-License-Identifier: MIT
"""Search long for a rubric on which exact, compiled and columns differ.

``python tests/fuzz.py [MINUTES]`` draws with one seed after the other, prints each, and
stops at the first difference; ``pytest --hypothesis-seed`` with that seed finds it again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import SystemRandom

HERE = Path(__file__).parent / "property"
LAWS = [HERE / "test_columns.py", HERE / "test_program.py"]
MINUTES, EXAMPLES = 30, "100"


def main() -> int:
    """Search, and say with which seeds."""
    until = time.monotonic() + 60 * float(sys.argv[1] if len(sys.argv) > 1 else MINUTES)
    given = {**os.environ, "THIDUA_EXAMPLES": EXAMPLES}
    given.pop("CI", None)  # with it, every seed draws the same
    seeds = 0
    while time.monotonic() < until:
        seed = SystemRandom().randrange(2**32)
        sys.stdout.write(f"THIDUA_EXAMPLES={EXAMPLES} pytest --hypothesis-seed={seed}\n")
        sys.stdout.flush()
        tool = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
        ran = subprocess.run([*tool, f"--hypothesis-seed={seed}", *LAWS], env=given, check=False)  # noqa: S603 - ours
        if ran.returncode:
            return ran.returncode
        seeds += 1
    sys.stdout.write(f"{seeds} seeds, nothing found\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
