# SPDX-License-Identifier: MIT
"""Import every module of the installed wheel, and check that it says it is typed.

Run by the interpreter of an environment that holds the wheel and its run-time dependencies only,
with ``-I``, so that nothing comes from the work tree.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from pkgutil import walk_packages

import thidua

EXTRAS = ("thidua.columns", "thidua.strategies", "thidua.testing")
"""Modules that need an extra, so cannot be imported here."""


def main() -> int:
    """Return 0 when the wheel is whole."""
    if not files("thidua").joinpath("py.typed").is_file():
        print("thidua: py.typed is not in the wheel")
        return 1
    names = [
        module.name
        for module in walk_packages(thidua.__path__, "thidua.")
        if not module.name.startswith(EXTRAS)
    ]
    for name in names:
        import_module(name)
    print(f"thidua {version('thidua')}: {len(names)} modules import, py.typed is there")
    return 0


if __name__ == "__main__":
    sys.exit(main())
