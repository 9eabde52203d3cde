# SPDX-License-Identifier: MIT
"""How Sphinx builds the documentation: ``make docs``."""

from __future__ import annotations

import sys
from importlib import import_module, metadata
from typing import TYPE_CHECKING

from sphinx.addnodes import desc_signature, pending_xref

if TYPE_CHECKING:
    from docutils import nodes
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
    (
        r"py:class",
        r"Fraction|date|thidua\.(wire\.documents\.T|cluster\.fact\.T|columns\.score\._Frame)",
    ),
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
    if node["reftarget"] in found:
        found = [node["reftarget"]]
    if len(found) != 1:
        return None
    return python.resolve_xref(env, node["refdoc"], app.builder, "obj", found[0], node, shown)


def say_which(_: Sphinx, doctree: nodes.document) -> None:
    """Give a type that an annotation calls by its bare name the name of its own module.

    Several folders have a ``Need`` or a ``Fact``; which one is meant the module says in which the
    documented class is written, or the package of which an alias is documented.
    """
    for signature in doctree.findall(desc_signature):
        documented = import_module(signature["module"] or "builtins")
        holder = getattr(documented, signature["fullname"].partition(".")[0], None)
        own = sys.modules.get(getattr(holder, "__module__", ""), documented)
        for node in signature.parent.findall(pending_xref):
            name = node["reftarget"]
            meant = getattr(own, name, None) or getattr(documented, name, None)
            if isinstance(meant, type) and meant.__module__.startswith("thidua."):
                node["reftarget"] = f"{meant.__module__}.{meant.__qualname__}"
            elif meant is not None and not isinstance(meant, type):
                # An alias knows no module: the folder that offers it is meant.
                node["reftarget"] = next(
                    (
                        f"{folder}.{name}"
                        for folder, module in sorted(sys.modules.items())
                        if folder.startswith("thidua.")
                        and name in getattr(module, "__all__", ())
                        and getattr(module, name, None) is meant
                    ),
                    name,
                )


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
    """Let Sphinx ask :func:`find_by_name` and :func:`say_which`, and :func:`keep_sentences`."""
    app.connect("doctree-read", say_which)
    app.connect("missing-reference", find_by_name)
    keep_sentences(app)
