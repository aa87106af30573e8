"""Rows of web pages: importing them on all cores, against bare trafilatura on as many; memory for few and many."""

import multiprocessing
import os
from itertools import count
from multiprocessing.process import BaseProcess
from pathlib import Path

from annotator.workflow.importing import Importing
from annotator.workflow.starting import new_project
from benchmarks.corpus import Ground, piece
from benchmarks.timing import Goal, Row, pairs, resident_mb, seconds

_LINKS = "".join(f'<li><a href="/r/{n}">Une autre information du jour, la {n}e</a></li>' for n in range(120))
_SCRIPT = "".join(f"window.data[{n}] = {{id: {n}, seen: false}};" for n in range(300))


def importing(ground: Ground) -> list[Row]:
    """Import web pages without highlighting: extraction, language, fingerprint, page kept, checks, journal, index."""
    folder, names = _pages(ground, ground.b // 5), count()

    def ours() -> None:
        _import(ground.folder / f"pages{next(names)}.annotator", folder)

    taken = pairs(ours, lambda: _bare(folder), count=3)
    a, b = taken.medians()
    work = f"import {ground.b // 5:,} web pages on {os.cpu_count()} cores"
    goal = Goal(ratio_at_most=1.3)
    return [Row("pages", work, "bare trafilatura, as many processes", a, b, "s", goal, null=taken.null, pairs=3)]


def importing_all(ground: Ground) -> list[Row]:
    """Import as many web pages as B has articles, once, between two runs of the bare arm."""
    folder = _pages(ground, ground.b)
    before = seconds(lambda: _bare(folder))
    ours = seconds(lambda: _import(ground.folder / "all.annotator", folder))
    after = seconds(lambda: _bare(folder))
    work = f"import {ground.b:,} web pages on {os.cpu_count()} cores"
    null = abs(after / before - 1)
    arm = "bare trafilatura, as many processes"
    return [Row("pages_all", work, arm, ours, (before + after) / 2, "s", Goal(ratio_at_most=1.3), null=null, pairs=1)]


def memory(ground: Ground) -> list[Row]:
    """Import few web pages and then ten times as many: what the program and its workers take at most, together."""
    small = _import(ground.folder / "few.annotator", _pages(ground, ground.a))
    large = _import(ground.folder / "many.annotator", _pages(ground, ground.b))
    work = f"memory of importing {ground.b:,} web pages"
    return [Row("pages_mb", work, f"{ground.a:,} pages", large, small, "MB", Goal(ratio_at_most=1.5))]


def extract(path: Path) -> int:
    """Extract one page with trafilatura and nothing else."""
    import trafilatura

    found = trafilatura.bare_extraction(path.read_bytes(), include_comments=False, with_metadata=True)
    return len(getattr(found, "text", None) or "")


def _bare(folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        for _ in pool.imap_unordered(extract, sorted(folder.iterdir()), chunksize=8):
            pass


def _import(path: Path, folder: Path) -> float:
    """Import a folder into a new project; returns the most memory seen of the program and its workers, in MB."""
    most = 0.0
    with new_project(path) as project:
        for _ in Importing(project, [folder]).run():
            most = max(most, resident_mb() + sum(map(_resident, multiprocessing.active_children())))
    path.unlink()
    return most


def _resident(worker: BaseProcess) -> float:
    try:
        return resident_mb(worker.pid or 0)
    except (OSError, StopIteration):  # it has just ended
        return 0.0


def _pages(ground: Ground, articles: int) -> Path:
    """Return a folder of so many web pages."""
    folder = ground.folder / f"pages{articles}"
    if not folder.exists():
        folder.mkdir()
        for n in range(articles):
            (folder / f"{n:05}.html").write_text(_page(n), encoding="utf-8")
    return folder


def _page(number: int) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in piece(number).text.split("\n") if line.strip())
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Article {number} | Le Phare</title>'
        '<meta property="og:site_name" content="Le Phare">'
        '<meta property="article:published_time" content="2025-03-04">'
        f"<script>{_SCRIPT}</script></head><body><nav><ul>{_LINKS}</ul></nav><article><h1>Article {number}</h1>"
        f"{paragraphs}</article><aside><ul>{_LINKS}</ul></aside><footer>© Le Phare</footer></body></html>"
    )
