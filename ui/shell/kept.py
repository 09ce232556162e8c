"""Answers worked out once: kept by the function that gives them, its arguments and the look.

An answer is a function of a view. What it gives is kept until the plan's version changes, apart
for each store, plan, date and audience, so it is never stale and never shown to the wrong reader.
"""

from collections.abc import Callable
from datetime import date
from pickle import dumps, loads
from typing import Concatenate, ParamSpec, TypeVar

import streamlit as st

from ui.shell.look import Look, require_seeing, view
from workstreams.view import View

Given = ParamSpec("Given")
Made = TypeVar("Made")
Answer = Callable[Concatenate[View, Given], Made]
"""A function of a module, or a method of something declared, that takes a view first."""
MOST = 3000
"""How many answers are kept; the one that was longest not asked for goes first."""
PLAIN = (str, int, float, date, type(None))
"""Arguments that their own text tells apart."""


def answer(
    look: Look, function: Answer[Given, Made], *given: Given.args, **named: Given.kwargs
) -> Made:
    """What the function gives for the plan as it is looked at, worked out once.

    Each asker gets a copy, so that none can change what the next is given; it must be plain
    values, frames or dataclasses of them. An argument is a plain value, or something declared
    (a workstream, a measure, a chart) whose ``key`` stands for it.

    Raises:
        NotAllowed: The visitor may not look at this; what is kept for others is not theirs.
        TypeError: The function or an argument has nothing that tells it from every other.
    """
    require_seeing(look)
    key = asked(function, *given, **named)
    made: Made = loads(_kept(repr(look), key, lambda: function(view(look), *given, **named)))
    return made


def asked(function: Answer[Given, Made], *given: Given.args, **named: Given.kwargs) -> str:
    """What is asked, as a text that tells it from everything else that may be. Raises TypeError."""
    arguments = [_told(one) for one in given]
    arguments += [f"{name}={_told(one)}" for name, one in sorted(named.items())]
    return f"{_name(function)}({', '.join(arguments)})"


@st.cache_data(show_spinner=False, max_entries=MOST)
def _kept(look: str, key: str, _work: Callable[[], object]) -> bytes:
    """The answer as bytes: Streamlit would hand the first asker the very thing, not a copy.

    Two texts are the whole key: it would take a look apart field by field.
    """
    return dumps(_work())


def _name(function: Callable[..., object]) -> str:
    """The function's module and name, and for a method what it is of."""
    module, name = getattr(function, "__module__", None), getattr(function, "__qualname__", "<")
    # A lambda or an inner function shares its name with others and may hold values of its own.
    if module is None or "<" in name:
        raise TypeError(f"{function!r} has no name of its own to keep its answer by")
    owner = getattr(function, "__self__", None)
    return f"{module}.{name}" if owner is None else f"{module}.{name} of {_told(owner)}"


def _told(argument: object) -> str:
    """The text that tells an argument from every other."""
    if isinstance(argument, PLAIN):
        return repr(argument)
    key = getattr(argument, "key", None)
    if isinstance(key, str):
        kind = type(argument)
        return f"{kind.__module__}.{kind.__qualname__} {key!r}"
    raise TypeError(f"{argument!r} cannot tell one answer from another")
