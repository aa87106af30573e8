"""The pages that documents were read from: kept at import, written out again byte for byte."""

from pathlib import Path
from uuid import UUID

from annotator.model.ids import DocumentId
from annotator.model.told import Told
from annotator.store import pages
from annotator.store.project import Project


class PageError(Told):
    """A page that was not kept, or cannot be written."""


def write_page(project: Project, document: str, out: Path) -> Path:
    """Write the page of a document to a new file. Raises PageError."""
    try:
        id_ = DocumentId(str(UUID(document)))
    except ValueError as error:
        raise PageError("“{document}” is not the id of a document.", document=document) from error
    with project.reading() as connection:
        data = pages.page_of(connection, id_)
    if data is None:
        raise PageError("No page was kept for the document {document}: only web pages are.", document=document)
    try:
        with out.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise PageError("“{file}” could not be written: {reason}.", file=out.name, reason=error.strerror) from error
    return out
