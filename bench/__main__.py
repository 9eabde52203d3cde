# SPDX-License-Identifier: MIT
"""Measure everything: tables on the screen, all answers in a file.

``python -m bench [--size small] [--spark PYTHON] [--json FILE]``
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from bench.plan import SIZES, counted, prepared, timed
from bench.report.machine import machine
from bench.report.medians import medians
from bench.report.promises import promises
from bench.report.screen import screen
from bench.report.tables import tables
from bench.rounds import Asker

_ROOT = Path(__file__).parent.parent


def main() -> None:
    """Ask, report."""
    reads = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    reads.add_argument("--size", choices=[*SIZES], default="full")
    reads.add_argument("--spark", type=Path, help="an interpreter that has PySpark")
    reads.add_argument("--json", type=Path, default=_ROOT / "build" / "bench.json")
    given = reads.parse_args()
    size = SIZES[given.size]
    folder = _ROOT / "build" / "bench-data"
    shutil.rmtree(folder, ignore_errors=True)  # what an older generator drew
    asker = Asker(given.size, folder, given.spark)
    about = machine(given.size)
    asker.at_once(prepared(size))
    answers = asker.in_turns(timed(size)) | asker.at_once(counted(size))
    figures = medians(answers)
    found = {
        "about": about,
        "promised": promises(figures, size),
        "figures": figures,
        "answers": answers,
    }
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    print(screen(tables(found)))


if __name__ == "__main__":
    main()
