"""Remembering what was computed of a document's agreement, for as long as its layers are what they were."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.disorder import Settings, document_disorder
from annotator.agreement.study import Study
from annotator.model.ids import DocumentId
from annotator.store.connection import check_header
from annotator.store.errors import ProjectInUse, ProjectReadOnly
from annotator.store.project import Project
from annotator.store.schema import USER_VERSION
from annotator.store.statistics import Statistic, keep_statistics, kept_statistics

ARITHMETIC = 1
"""To be raised whenever the same layers would give other numbers."""


def open_to_remember(path: Path) -> Project:
    """Open a project so that what is computed can be kept; for reading only where it is in use, read-only or older.

    Raises what `Project.open` raises.
    """
    if check_header(path) == USER_VERSION:
        try:
            return Project.open(path)
        except (ProjectInUse, ProjectReadOnly):
            pass
    return Project.open(path, read_only=True)


@dataclass(slots=True)
class Remembering:
    """The disorders of the documents of one study: from the project where they are kept there, else computed.

    ``team`` is by what the study's annotators are known, ``made`` what was computed anew.
    """

    project: Project
    study: Study
    settings: Settings
    team: bytes = field(init=False)
    made: dict[DocumentId, Statistic] = field(init=False, default_factory=dict)
    _kept: dict[DocumentId, Statistic] = field(init=False)

    def __post_init__(self) -> None:
        """Read what is kept."""
        self.team = _digest("\0".join(self.study.annotators).encode())
        self._kept = kept_statistics(self.project, self.team)

    def row(self, document: int) -> Floats:
        """Return a document's numbers, by its place in the study."""
        id_ = DocumentId(self.study.documents[document])
        layers = self._layers(document)
        found, numbers = self._kept.get(id_, (b"", b""))
        if found == layers:
            return np.frombuffer(numbers, "<f8").astype(np.float64)
        made = document_disorder(self.study, document, self.settings)
        self.made[id_] = layers, made.astype("<f8").tobytes()
        return made

    def keep(self) -> bool:
        """Keep in the project what was computed anew; False where there is something and the project is only read."""
        if self.made and not self.project.read_only:
            keep_statistics(self.project, self.team, self.made)
        return not (self.made and self.project.read_only)

    def _layers(self, document: int) -> bytes:
        """Return the hash of everything that a document's numbers depend on."""
        study = self.study
        size = int(study.begin[document]), int(study.length[document])
        parts = [repr((ARITHMETIC, self.settings, study.labels, size, study.done[document].tolist())).encode()]
        for annotator in np.flatnonzero(study.done[document]):
            layer = study.layer(document, annotator)
            parts += [column.astype("<i8").tobytes() for column in (layer.start, layer.end, layer.label)]
            parts.append(len(layer).to_bytes(8))
        return _digest(b"".join(parts))


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
