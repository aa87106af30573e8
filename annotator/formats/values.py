"""Values that foreign files give for texts, numbers and attributes, taken as they are or not at all."""

import re
from typing import Any, TypeGuard

from annotator.model.layer import Value

_APART = re.compile(r"(.*) \((rejected|ignored|prediction)\)", re.DOTALL)


def named_apart(annotator: str) -> tuple[str, str]:
    """Return whose layer it is, and why it is kept apart: ``Anna (rejected)`` holds what Anna rejected."""
    found = _APART.fullmatch(annotator)
    return (found[1], found[2]) if found else (annotator, "")


def text_of(value: Any) -> str:
    """Return a text or a number as text; anything else is none."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def is_whole(value: Any) -> TypeGuard[int]:
    """Tell whether a value is a whole number; JSON's true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool)


def seconds_of(value: Any) -> int:
    """Return a time spent as whole seconds; one that cannot be is none."""
    return round(value) if isinstance(value, int | float) and 0 <= value < 1 << 31 else 0


def attributes_of(value: Any) -> dict[str, Value]:
    """Return an object's values as attributes: lists as several values, what is itself an object is left out."""
    if not isinstance(value, dict):
        return {}
    return {str(key): held for key, given in value.items() if (held := _attribute(given)) is not None}


def _attribute(value: Any) -> Value | None:
    if isinstance(value, list | tuple):
        return tuple(str(one) for one in value if isinstance(one, str | int | float))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else None
