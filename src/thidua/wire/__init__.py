# SPDX-License-Identifier: MIT
"""Documents in and out: JSON that people can read, write and compare.

A document is an object that says what it is, ``{"kind": "rubric", "format": 1, …}``, with
the fields of the class of that kind. What is written is read back as an equal value;
whatever is wrong with a document is said at once, each fault at its place.

``documents``
    The kinds of documents, reading and writing.
``converter``
    How values of each type stand in documents.
``rubric``
    What documents of rubrics, sheets and scores have beyond their fields.
``faults``
    What cattrs reports, as faults with their places.
``text``
    JSON text, read exactly and within limits.
"""

from __future__ import annotations

from thidua.wire.documents import FORMAT, Document, dumps, from_document, loads, to_document
from thidua.wire.text import MAXIMUM_BYTES

__all__ = [
    "FORMAT",
    "MAXIMUM_BYTES",
    "Document",
    "dumps",
    "from_document",
    "loads",
    "to_document",
]
