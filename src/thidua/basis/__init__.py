# SPDX-License-Identifier: MIT
"""What a rule stands on (*căn cứ*).

``citation``
    An instrument, and the place in it.
``validity``
    The days on which a rule holds, and how sure we are of its text.
"""

from __future__ import annotations

from thidua.basis.citation import Citation, cite
from thidua.basis.validity import Confidence, Validity, day

__all__ = ["Citation", "Confidence", "Validity", "cite", "day"]
