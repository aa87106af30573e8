"""The types of the CASes that we write: those of UIMA, of DKPro that INCEpTION knows, and our two custom layers.

What INCEpTION makes of a custom layer is fixed: a relation's ends have the type of the layer that it is attached to.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.formats.uima import LINK, SPAN

STRING, BOOLEAN, ANNOTATION = "uima.cas.String", "uima.cas.Boolean", "uima.tcas.Annotation"
DOCUMENT = "uima.tcas.DocumentAnnotation"
META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
"""INCEpTION asks every CAS for it, and cannot open one whose type system lacks it."""
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
ENDS = ("Governor", "Dependent")
_FEATURE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_RESERVED = frozenset(
    ("begin", "end", "sofa", "label", "note", "other", "layer", "value", "PosValue", "next", *ENDS)
) | frozenset(("source", "target", "id", "address", "type", "view"))


@dataclass(frozen=True, slots=True)
class Type:
    """A type: what it is a kind of, and the features that it adds, each with what it holds."""

    parent: str
    features: Mapping[str, str]


def is_feature(key: str) -> bool:
    """Tell whether an attribute can be a feature of the same name."""
    return bool(_FEATURE.fullmatch(key)) and key not in _RESERVED


def types(keys: Iterable[str]) -> dict[str, Type]:
    """Return the types of a CAS whose spans have these attributes, parents first."""
    said = ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")
    return {
        META: Type(DOCUMENT, dict.fromkeys(said, STRING) | {"isLastSegment": BOOLEAN}),
        SENTENCE: Type(ANNOTATION, {}),
        TOKEN: Type(ANNOTATION, {}),
        SPAN: Type(ANNOTATION, dict.fromkeys(("label", "note", "other", *keys), STRING)),
        LINK: Type(ANNOTATION, {**dict.fromkeys(ENDS, SPAN), "label": STRING, "other": STRING}),
    }


def type_system(keys: Iterable[str]) -> bytes:
    """Return the description of these types in XML."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += ['<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">', "<types>"]
    for name, type_ in types(keys).items():
        lines += ["<typeDescription>", f"<name>{name}</name>", f"<supertypeName>{type_.parent}</supertypeName>"]
        lines.append("<features>")
        for key, range_ in type_.features.items():
            shown = f"<name>{key}</name><rangeTypeName>{range_}</rangeTypeName>"
            lines.append(f"<featureDescription>{shown}</featureDescription>")
        lines += ["</features>", "</typeDescription>"]
    return "\n".join([*lines, "</types>", "</typeSystemDescription>", ""]).encode()
