"""Schemes from JSON: validated to the last field by msgspec, errors naming the path; kept compressed in the project."""

import hashlib
from typing import Any

import msgspec

from annotator.model.scheme import Scheme
from annotator.store.codec import canonical, squeeze, unsqueeze

EMPTY_SCHEME = Scheme(id="empty", version="0", languages=("en",), labels=())


class SchemeError(ValueError):
    """A scheme that cannot be used; the message names the path in its JSON."""


def parse_scheme(data: bytes) -> Scheme:
    """Return the scheme of its JSON bytes. Raises SchemeError with the path of what is wrong."""
    try:
        raw = msgspec.json.decode(data)
        scheme = msgspec.convert(_ends_renamed(raw), Scheme)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SchemeError(f"The scheme cannot be read: {error}.") from error
    _check_references(scheme)
    return scheme


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
        raise SchemeError("The scheme has no labels: $.labels is empty.")
    for what, values in (
        ("id", [label.id for label in scheme.labels]),
        ("shortcut", [label.shortcut for label in scheme.labels if label.shortcut]),
    ):
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise SchemeError(f"Two labels have the {what} “{twice}”: $.labels[...].{what}.")
    for i, label in enumerate(scheme.labels):
        for j, attribute in enumerate(label.attributes):
            place = f"$.labels[{i}].attributes[{j}]"
            if attribute.when and label.attribute(attribute.when.attribute) is None:
                raise SchemeError(
                    f"The condition speaks of “{attribute.when.attribute}”, which is not there: {place}.when."
                )
            if attribute.type == "enum" and not attribute.values:
                raise SchemeError(f"An enumerated attribute has no values: {place}.values.")
            if (
                attribute.type == "enum"
                and attribute.default
                and attribute.default not in [v.value for v in attribute.values]
            ):
                raise SchemeError(f"The default “{attribute.default}” is not one of the values: {place}.default.")
