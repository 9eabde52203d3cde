# SPDX-License-Identifier: MIT
"""What a rule stands on (*căn cứ*).

``citation``
    An instrument, and the place in it.
"""

from __future__ import annotations

from thidua.basis.citation import Citation, cite

__all__ = ["Citation", "cite"]
