"""The 39 cases, each one function."""

import importlib
import pkgutil
from dataclasses import dataclass
from typing import Callable

_CASES = []


@dataclass(frozen=True)
class Case:
    """A fault: its number, its name, how it is made to happen, and what does it."""

    number: int
    name: str
    how: str
    function: Callable


def case(number, name):
    """Makes a case of a function, whose description says how the fault is made to happen."""

    def register(function):
        how = " ".join(function.__doc__.split())
        _CASES.append(Case(number, name, how, function))
        return function

    return register


def all_cases():
    """The cases in the order of their numbers."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return sorted(_CASES, key=lambda one: one.number)
