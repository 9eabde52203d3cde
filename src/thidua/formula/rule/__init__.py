# SPDX-License-Identifier: MIT
"""What forms mean, in words: a module for each of `thidua.formula.forms`.

``entry``
    One answer.
``target``
    A result against a target.
``count``
    Events, offences, prizes.
``several``
    Factors, raters, items, peers.

Forms made of forms are said by `thidua.formula.say` itself.
"""
