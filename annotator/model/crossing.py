"""How a frozen value crosses the pipe of a worker: by its values, and only up to the last that is not as usual."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from operator import attrgetter
from typing import Any


class ByValues:
    """For a dataclass: it is pickled as a call with its values; with slots, by its state, it takes ten times longer."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Return the call that makes it again."""
        kind: Any = type(self)  # mypy takes no class for hashable whose instances are not
        values_of, usual = _plan(kind)
        values = values_of(self)
        count = len(values)
        while count and values[count - 1] == usual[count - 1]:
            count -= 1
        return type(self), values[:count]


@cache
def _plan(kind: Any) -> tuple[Callable[[object], tuple[object, ...]], tuple[object, ...]]:
    """Return what reads the values of such a dataclass, and what they are where nothing is said."""
    held = fields(kind)
    usual = (one.default if one.default_factory is MISSING else one.default_factory() for one in held)
    return attrgetter(*(one.name for one in held)), tuple(usual)
