"""Rows of the formats: 1,000 documents of 40 spans written and read back in each; JSON Lines against a bare dump."""

import resource
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec

from annotator.formats.carrying import carried
from annotator.formats.registry import FORMATS, Format, Reading, Writing, format_named, loaded
from annotator.model.layer import LabelledDocument
from annotator.model.segments import plain_segmentation
from annotator.store.schemes import EMPTY_SCHEME
from benchmarks.corpus import ANNA, Ground, new_document, piece
from benchmarks.timing import Goal, Row, pairs, seconds

COUNT = 1000


def layers(count: int) -> Iterator[LabelledDocument]:
    """Yield the layers of the corpus, one at a time."""
    for n in range(count):
        new = new_document(piece(n))
        cut = plain_segmentation(new.text)
        yield LabelledDocument(new.document, new.text, cut, ANNA, new.layers[0].layer, new.layers[0].spans)


def every(ground: Ground) -> list[Row]:
    """Rows of every format, on the smaller corpus."""
    return list(each_format(ground.a))


def each_format(count: int) -> Iterator[Row]:
    """Yield a row for each format, and one of JSON Lines against what msgspec alone takes for the same bytes."""
    held = list(layers(count))
    with tempfile.TemporaryDirectory(prefix="formats") as folder:
        yield _against_a_dump(held, Path(folder))
        for chosen in (f for f in FORMATS if f.writer):
            kept = [carried(one, chosen.cannot)[0] for one in held]
            out = Path(folder) / f"{chosen.name}{chosen.suffixes[0]}"
            written = seconds(partial(_write, chosen, kept, out))
            read = seconds(partial(_read, chosen, out)) if chosen.reader else 0.0
            note = f"written {written:.2f} s, read {read:.2f} s"
            work = f"{chosen.name}: {count:,} documents written and read back"
            yield Row(f"format {chosen.name}", work, "–", written + read, None, "s", Goal(at_most=60), note=note)


def _write(chosen: Format, kept: list[LabelledDocument], out: Path) -> None:
    loaded(chosen.writer)(iter(kept), out, Writing(EMPTY_SCHEME))


def _read(chosen: Format, out: Path) -> None:
    for _ in loaded(chosen.reader)(out, Reading(offset_unit="codepoint")):
        pass


def _against_a_dump(held: list[LabelledDocument], folder: Path) -> Row:
    from annotator.formats.jsonl_writer import line_of, write

    plain = [msgspec.json.decode(line_of(one)) for one in held]

    def bare() -> None:
        with (folder / "bare.jsonl").open("wb") as file:
            for line in plain:
                file.write(msgspec.json.encode(line) + b"\n")

    ran = pairs(partial(write, held, folder / "ours.jsonl", Writing(EMPTY_SCHEME)), bare)
    ours, reference = ran.medians()
    work, arm = "JSON Lines written and read back", "a bare msgspec dump"
    return Row("format jsonl dump", work, arm, ours, reference, "s", Goal(ratio_at_most=3), null=ran.null)


def peak(chosen: Format, count: int) -> int:
    """Return the largest memory, in MB, that this process took to write and read so many documents."""
    with tempfile.TemporaryDirectory(prefix="formats") as folder:
        out = Path(folder) / f"out{chosen.suffixes[0]}"
        kept = (carried(one, chosen.cannot)[0] for one in layers(count))
        loaded(chosen.writer)(kept, out, Writing(EMPTY_SCHEME))
        if chosen.reader:
            _read(chosen, out)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(peak(format_named(sys.argv[1]), int(sys.argv[2])), "MB")
    else:
        for row in each_format(COUNT):
            ratio = f", {row.ratio:.2f} x {row.arm} (null {row.null or 0:.0%})" if row.ratio else ""
            print(f"{row.work}: {row.ours:.2f} s{ratio} {row.note} {row.verdict}", flush=True)
