# SPDX-License-Identifier: MIT
"""What forms came to for a unit, in words: a module for each of `thidua.formula.forms`.

``entry``
    One answer.
``target``
    A result against a target.
``count``
    Events, offences, prizes.
``several``
    Factors, raters, items, peers.
``calculation``
    A formula of the rubric's own.

Forms made of forms are told by `thidua.formula.tell` itself.
"""
