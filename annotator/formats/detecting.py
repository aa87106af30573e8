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
