# SPDX-License-Identifier: MIT
"""How Sphinx builds the documentation: ``make docs``."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "thidua"
author = "The thidua authors"
copyright = f"2026, {author}"  # noqa: A001 - the name Sphinx reads
release = version = metadata.version("thidua")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
source_suffix = {".md": "markdown"}

# Every reference resolves, or the build fails. Other projects' objects are the exception: their
# inventories would have to be fetched, and the build needs no network.
nitpicky = True
nitpick_ignore_regex = [
    (
        r"py:.*",
        r"(attrs?|cattrs|hypothesis|abc|collections|datetime|decimal|enum|fractions|types|typing)\..*",
    ),
    (r"py:class", r"Fraction|thidua\.wire\.documents\.T"),
    (r"py:obj", r".*"),  # `words` in backticks link to what bears the name, if anything does
]
default_role = "py:obj"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
napoleon_custom_sections = [("Source", "returns_style")]
napoleon_numpy_docstring = False

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"thidua {release}"


def find_by_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.Element
) -> nodes.Element | None:
    """Resolve a type that an annotation calls by its bare name or by its private module.

    ``Formula`` in a signature means ``thidua.formula.Formula``, which Sphinx knows as data, not as
    a class. Only a name that one documented object has is resolved; others still fail the build.
    """
    if node.get("refdomain") != "py":
        return None
    python = env.domains.python_domain
    name = node["reftarget"].rpartition(".")[2]
    found = [
        full
        for full, entry in python.objects.items()
        if full.rpartition(".")[2] == name and not entry.aliased
    ]
    if len(found) != 1:
        return None
    return python.resolve_xref(env, node["refdoc"], app.builder, "obj", found[0], node, shown)


def keep_sentences(app: Sphinx) -> None:
    """Keep napoleon's hands off attributes.

    It reads ``Name of the award: "Cờ thi đua"`` as a type and a text.
    """
    kept: list[list[str]] = []

    def before(
        _: Sphinx, what: str, _name: str, _obj: object, _opt: object, lines: list[str]
    ) -> None:
        if what in {"attribute", "data", "property"}:
            kept.append(lines.copy())

    def after(
        _: Sphinx, what: str, _name: str, _obj: object, _opt: object, lines: list[str]
    ) -> None:
        if what in {"attribute", "data", "property"}:
            lines[:] = kept.pop()

    app.connect("autodoc-process-docstring", before, priority=400)  # napoleon has 500
    app.connect("autodoc-process-docstring", after, priority=600)


def setup(app: Sphinx) -> None:
    """Let Sphinx ask :func:`find_by_name`, and :func:`keep_sentences`."""
    app.connect("missing-reference", find_by_name)
    keep_sentences(app)
