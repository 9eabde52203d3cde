# SPDX-License-Identifier: MIT
"""Law by day: which rules hold when, and what changed (*pháp luật theo thời điểm*).

The mechanism only. A pack of rules is a value, written as a module of Python or read from
a document; the library imports none.

``pack``
    The rules of one instrument or one place.
``page``
    A pack as a page to read.
``law``
    Packs together: the rules of a day, what changed, rules that contradict each other.
"""

from __future__ import annotations

from thidua.law.law import Change, Law, Rulebook
from thidua.law.pack import Pack, Stated
from thidua.law.page import pack_page

__all__ = ["Change", "Law", "Pack", "Rulebook", "Stated", "pack_page"]
