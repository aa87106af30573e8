"""Schemes from JSON: validated to the last field by msgspec, errors naming the path; kept compressed in the project."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import msgspec

from annotator.model.scheme import Scheme
from annotator.model.told import Told
from annotator.store.codec import canonical, squeeze, unsqueeze

EMPTY_SCHEME = Scheme(id="empty", version="0", languages=("en",), labels=())


class SchemeError(Told):
    """A scheme that cannot be used; the message names the path in its JSON."""


def parse_scheme(data: bytes) -> Scheme:
    """Return the scheme of its JSON bytes. Raises SchemeError with the path of what is wrong.

    What this program does not know is passed over: the scheme of a project may have been made by another version.
    """
    scheme, _ = _converted(data)
    _check_references(scheme)
    return scheme


def check_scheme(data: bytes) -> None:
    """Raise SchemeError, with its path, for whatever in a scheme that comes in cannot be used or is not known."""
    scheme, raw = _converted(data)
    for path in _unknown(raw, scheme, "$"):
        raise SchemeError("The scheme has something that is not known here: {path}.", path=path)
    _check_references(scheme)


def _converted(data: bytes) -> tuple[Scheme, Any]:
    try:
        raw = _ends_renamed(msgspec.json.decode(data))
        return msgspec.convert(raw, Scheme), raw
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SchemeError("The scheme cannot be read: {reason}.", reason=str(error)) from error


def _unknown(raw: Any, made: object, path: str) -> Iterator[str]:
    """Yield the paths of what was given and has no place in what was made of it."""
    if is_dataclass(made):
        known = {field.name for field in fields(made)}
        for key, value in raw.items():
            if key in known:
                yield from _unknown(value, getattr(made, key), f"{path}.{key}")
            else:
                yield f"{path}.{key}"
    elif isinstance(made, tuple):
        for at, (given, one) in enumerate(zip(raw, made, strict=True)):
            yield from _unknown(given, one, f"{path}[{at}]")


def scheme_hash(data: bytes) -> str:
    """Return the SHA-256, in hexadecimal, of a scheme's canonical JSON."""
    return hashlib.sha256(canonical(msgspec.json.decode(data))).hexdigest()


def squeezed_scheme(data: bytes) -> bytes:
    """Return a scheme as the project keeps it."""
    return squeeze(canonical(msgspec.json.decode(data)))


def unsqueezed_scheme(data: bytes) -> bytes:
    """Return the JSON bytes of `squeezed_scheme`."""
    return unsqueeze(data)


def _ends_renamed(raw: Any) -> Any:
    """Give the ends of link types the names that Python allows: ``from`` is a keyword there."""
    if isinstance(raw, dict) and isinstance(raw.get("link_types"), list):
        names = {"from": "source", "to": "target"}
        renamed = [
            {names.get(k, k): v for k, v in item.items()} if isinstance(item, dict) else item
            for item in raw["link_types"]
        ]
        return raw | {"link_types": renamed}
    return raw


def _check_references(scheme: Scheme) -> None:
    if not scheme.labels:
        raise SchemeError("The scheme has no labels: {path} is empty.", path="$.labels")
    for what, values in (
        ("id", [label.id for label in scheme.labels]),
        ("shortcut", [label.shortcut for label in scheme.labels if label.shortcut]),
    ):
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            path = f"$.labels[...].{what}"
            raise SchemeError("Two labels have the same “{value}”: {path}.", value=twice, path=path)
    for i, label in enumerate(scheme.labels):
        for j, attribute in enumerate(label.attributes):
            place = f"$.labels[{i}].attributes[{j}]"
            if attribute.when and label.attribute(attribute.when.attribute) is None:
                raise SchemeError(
                    "The condition speaks of “{attribute}”, which is not there: {path}.",
                    attribute=attribute.when.attribute,
                    path=f"{place}.when",
                )
            if attribute.type == "enum" and not attribute.values:
                raise SchemeError("An enumerated attribute has no values: {path}.", path=f"{place}.values")
            if (
                attribute.type == "enum"
                and attribute.default
                and attribute.default not in [v.value for v in attribute.values]
            ):
                raise SchemeError(
                    "The default “{value}” is not one of the values: {path}.",
                    value=attribute.default,
                    path=f"{place}.default",
                )
