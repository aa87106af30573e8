"""Values that foreign files give for texts, numbers and attributes, taken as they are or not at all."""

from typing import Any

from annotator.model.layer import Value


def text_of(value: Any) -> str:
    """Return a text or a number as text; anything else is none."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def is_whole(value: Any) -> bool:
    """Tell whether a value is a whole number; JSON's true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool)


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
