"""What the first bytes of a file are: no library is needed to look, so that a missing one is told by the reader."""

import re

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_PAGE = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL
)


def is_feed(head: bytes) -> bool:
    """Tell whether these are the first bytes of a news feed."""
    return bool(_FEED.search(head.replace(b"\0", b"")))


def is_page(head: bytes) -> bool:
    """Tell whether these are the first bytes of a web page."""
    return bool(_PAGE.match(head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")))


def _has_key(head: bytes, *names: bytes) -> bool:
    """Tell whether a JSON key of one of these names stands there; in a text its quotation mark would be escaped."""
    return re.search(rb'(?<!\\)"(?:' + b"|".join(names) + rb')"\s*:', head) is not None


def is_span_table(head: bytes) -> bool:
    """Tell whether this is a table of spans that was written here."""
    return head.removeprefix(b"\xef\xbb\xbf").startswith(
        b"row,id,annotator,label,start,end,text,note,attributes,fragments"
    )


def is_label_studio(head: bytes) -> bool:
    """Tell whether these are Label Studio's tasks, whole or in short form."""
    if _has_key(head, b"annotation_id", b"completions", b"was_cancelled"):
        return True
    return _has_key(head, b"data") and _has_key(head, b"annotations", b"predictions") and not is_uima_json(head)


def is_prodigy(head: bytes) -> bool:
    """Tell whether these are Prodigy's rows."""
    return _has_key(head, b"_input_hash", b"_task_hash", b"_view_id", b"_is_binary", b"_annotator_id", b"answer")


def is_doccano(head: bytes) -> bool:
    """Tell whether these are doccano's rows: entities by their offsets' names, or labels with nothing of ours."""
    if _has_key(head, b"offset_unit", b"token_start", b"spans"):
        return False
    return (
        _has_key(head, b"start_offset", b"Comments")
        or re.search(rb'(?<!\\)"labels?"\s*:\s*\[\s*[\[\]]', head) is not None
    )


def is_spacy_json(head: bytes) -> bool:
    """Tell whether this is spaCy's older training data."""
    return re.match(rb'\s*\[\s*(?:\[\s*)?"', head) is not None or _has_key(head, b"paragraphs")


def is_uima_json(head: bytes) -> bool:
    """Tell whether this is a UIMA CAS in JSON."""
    return _has_key(head, b"%TYPES", b"%FEATURE_STRUCTURES", b"%VIEWS")


def is_uima_xmi(head: bytes) -> bool:
    """Tell whether this is a UIMA CAS in XMI."""
    return b"http://www.omg.org/XMI" in head


def is_webanno_tsv(head: bytes) -> bool:
    """Tell whether this is WebAnno's TSV, of whatever version."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return (
        start.startswith((b"#FORMAT=WebAnno TSV", b"#id=1"))
        or re.match(rb"# ?(?:de\.tud|webanno\.)", start) is not None
    )
