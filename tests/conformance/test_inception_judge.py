"""Apache UIMA reads the CASes that we serialise, as INCEpTION does at import: types, text, offsets, features, ends."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats.carrying import carried
from annotator.formats.offsets import Offsets
from annotator.formats.registry import Writing, format_named
from annotator.formats.uima import LINK, SPAN
from annotator.formats.uima_types import TOKEN
from annotator.formats.uima_writer import write_xmi
from annotator.model.layer import LabelledDocument
from annotator.store.schemes import EMPTY_SCHEME
from tests.layers import layers

UIMA = Path("/usr/share/java/uimaj-core.jar")


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Compile the judge, and return the command that runs it."""
    if not UIMA.exists() or not shutil.which("javac"):
        pytest.skip("Java's compiler and Apache UIMA (Debian: default-jdk-headless, libuima-core-java) are not here")
    out = tmp_path_factory.mktemp("judge")
    source = Path(__file__).with_name("CasJudge.java")
    subprocess.run(["javac", "-cp", str(UIMA), "-d", str(out), str(source)], check=True)
    return ["java", "-Xshare:auto", "-cp", f"{out}:{UIMA}", "CasJudge"]


def quoted(text: str) -> str:
    """Return a text as the judge prints it: by UTF-16 units."""
    units = memoryview(text.encode("utf-16-le")).cast("H")
    return "".join(chr(u) if 0x20 < u < 0x7F and u != 0x5C else f"\\u{u:04x}" for u in units)


def told(one: LabelledDocument) -> Counter[tuple[str, ...]]:
    """Return the rows of spans and tokens, and the ends of links, that the judge should print."""
    unit, rows = Offsets(one.text, "utf16").unit, Counter[tuple[str, ...]]()
    by_id = {span.id: span for span in one.spans}
    for span in one.spans:
        place = str(unit(span.start)), str(unit(span.end))
        rows[SPAN, *place, quoted(span.text), f"label={quoted(span.label)}"] += 1
    for start, end in zip(one.segmentation.starts, one.segmentation.ends, strict=True):
        rows[TOKEN, str(unit(start)), str(unit(end)), quoted(one.text[start:end])] += 1
    for link in one.links:
        ends = (by_id[link.source], next(s for s in one.spans if s.id == link.target))
        said = (f"{SPAN}@{unit(end.start)}-{unit(end.end)}" for end in ends)
        rows[LINK, *(f"{name}={quoted(end)}" for name, end in zip(("Governor", "Dependent"), said, strict=True))] += 1
    return rows


def printed(rows: list[list[str]]) -> Counter[tuple[str, ...]]:
    """Return the same of what the judge has printed of a file."""
    found = Counter[tuple[str, ...]]()
    for _, name, start, end, words, *said in (row for row in rows if row[0] == "annotation"):
        by_name = {one.partition("=")[0]: one for one in said}
        if name == SPAN:
            found[SPAN, start, end, words, by_name["label"]] += 1
        elif name == TOKEN:
            found[TOKEN, start, end, words] += 1
        elif name == LINK:
            found[LINK, by_name["Governor"], by_name["Dependent"]] += 1
    return found


@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(held=st.lists(layers(), min_size=20, max_size=20))
def test_uima_reads_every_serialised_cas_as_it_was_meant(
    judge: list[str], tmp_path: Path, held: list[LabelledDocument]
) -> None:
    kept = [carried(one, format_named("uima_xmi").cannot)[0] for one in held]
    paths = []
    for n, one in enumerate(kept):
        write_xmi([one], tmp_path / f"{n}.zip", Writing(EMPTY_SCHEME))
        with ZipFile(tmp_path / f"{n}.zip") as archive:
            (name,) = (p for p in archive.namelist() if p.endswith(".ser") and "INITIAL" not in p)
            paths.append(tmp_path / f"{n}.ser")
            paths[-1].write_bytes(archive.read(name))
    out = subprocess.run([*judge, *map(str, paths)], check=True, capture_output=True, text=True).stdout
    files = [[line.split("\t") for line in part.split("\n")] for part in out.split("file\t")[1:]]
    assert len(files) == len(kept)
    for one, rows in zip(kept, files, strict=True):
        assert rows[1][1] == quoted(one.text)
        assert printed(rows) == told(one)
