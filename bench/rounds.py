# SPDX-License-Identifier: MIT
"""Questions asked in turns, so that a machine that changes speed changes all answers."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeAlias, final

from attrs import asdict, frozen

from bench.plan import Ask

__all__ = ["Answers", "Asker"]

Answers: TypeAlias = dict[str, list[Any]]
"""What came of each question, by its key: one answer for each round."""
_SEED = 20260822
_PATIENCE = 1800


@final
@frozen
class Asker:
    """Starts a process for each question."""

    size: str
    folder: Path
    """Where files are written that questions share."""
    spark: Path | None
    """The interpreter that has PySpark, if there is one."""

    def one(self, ask: Ask) -> Any:
        """Return the answer, or what went wrong: one that fails does not end the others."""
        python = self.spark if ask.question == "spark" else Path(sys.executable)
        if python is None:
            return {"error": "PySpark is not installed"}
        given = json.dumps(asdict(ask))
        command = [str(python), "-m", "bench.worker", given, self.size, str(self.folder)]
        root = Path(__file__).parent.parent
        paths = os.pathsep.join([str(root / "src"), str(root)])
        try:
            done = subprocess.run(  # noqa: S603
                command,
                capture_output=True,
                text=True,
                timeout=_PATIENCE,
                check=True,
                env={**os.environ, "PYTHONPATH": paths},
            )
        except subprocess.TimeoutExpired:
            return {"error": f"no answer in {_PATIENCE} s"}
        except subprocess.CalledProcessError as failed:
            said = failed.stderr.strip().splitlines() or [f"ended with {failed.returncode}"]
            return {"error": said[-1][:300]}
        return json.loads(done.stdout.splitlines()[-1])

    def in_turns(self, asks: Iterable[Ask]) -> Answers:
        """Ask round by round, each round in another order, one process at a time."""
        left, dice = [*asks], random.Random(_SEED)  # noqa: S311 - an order, not a secret
        found: Answers = {ask.key: [] for ask in left}
        for each in range(max(ask.rounds for ask in left)):
            these = [ask for ask in left if each < ask.rounds]
            dice.shuffle(these)
            for ask in these:
                found[ask.key].append(self.one(ask))
            told(f"round {each + 1}: {len(these)} questions answered")
        return found

    def at_once(self, asks: Iterable[Ask]) -> Answers:
        """Ask as many at a time as there are cores: what is not timed."""
        left = [*asks]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            answers = [*pool.map(self.one, left)]
        told(f"several at once: {len(left)} questions answered")
        return {ask.key: [one] for ask, one in zip(left, answers, strict=True)}


_BEGAN = time.monotonic()


def told(what: str) -> None:
    """Say how far it is, away from the results."""
    print(f"[{time.monotonic() - _BEGAN:5.0f} s] {what}", file=sys.stderr, flush=True)
