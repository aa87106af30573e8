"""What may be a name in brat's standoff files: types of ASCII letters, digits, ``_`` and ``-``; folders for people.

Any other character of a type is written as ``_xHHHH_``, so that it comes back.
"""

import re
from urllib.parse import quote, unquote

_OTHER = re.compile(r"[^A-Za-z0-9_-]|_(?=x[0-9a-f]{4,6}_)")
_ESCAPED = re.compile(r"_x([0-9a-f]{4,6})_")
KEY = re.compile(r"[A-Za-z0-9_-]+")


def type_name(label: str) -> str:
    """Return a label as a brat type; one of no characters is an escape of none."""
    return _OTHER.sub(lambda found: f"_x{ord(found.group()):04x}_", label) or "_x110000_"


def label_of(type_: str) -> str:
    """Return the label that `type_name` was given; other names are as they are."""
    return _ESCAPED.sub(_character, type_)


def folder_name(annotator: str) -> str:
    """Return a folder for an annotator, safe on every file system."""
    name = quote(annotator, safe=" '()éèêëàâäîïôöùûüç")
    return name if not name.startswith((".", " ")) and name else f"%{ord(name[:1] or '_'):02X}{name[1:]}"


def annotator_of(folder: str) -> str:
    """Return the annotator that `folder_name` was given."""
    return unquote(folder)


def _character(found: re.Match[str]) -> str:
    code = int(found.group(1), 16)
    return "" if code == 0x110000 else chr(code) if code < 0x110000 else found.group()
