"""Files of every kind that articles come in, made on the spot: small, ours, and with what each kind is known for."""

import zipfile
from pathlib import Path

from annotator.formats.registry import Reading, Refusal, read_articles
from annotator.model.document import Article

PARAGRAPH = (
    "Selon la capitainerie de Norvik, trois grues sont tombées mardi soir sur le quai nord. Le port aurait fermé "
    "deux jours, a indiqué sa directrice Lena Hout, qui attend un rapport avant la fin de la semaine."
)
PAGE = f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8">
<title>Le quai nord rouvre | Radio Norvik</title>
<meta property="og:title" content="Le quai nord rouvre"><meta property="og:site_name" content="Radio Norvik">
<meta property="article:published_time" content="2025-03-04T10:00:00+01:00">
<link rel="canonical" href="https://radio.example/quai-nord"></head>
<body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav><article><h1>Le quai nord rouvre</h1>
<p>{PARAGRAPH}</p><p>Un échec honteux pour la ville, selon « Le Phare ».</p>
<ul><li>trois grues</li><li>deux jours</li></ul>
<p>{PARAGRAPH.replace("mardi", "jeudi")}</p></article>
<footer>© Radio Norvik, tous droits réservés</footer></body></html>"""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def found(path: Path, *, how: Reading = Reading(), format_name: str = "") -> list[Article | Refusal]:
    """Return everything that a file gives."""
    return list(read_articles(path, how, format_name=format_name))


def article(path: Path, *, how: Reading = Reading(), format_name: str = "") -> Article:
    """Return the one article of a file."""
    (one,) = found(path, how=how, format_name=format_name)
    assert isinstance(one, Article), one
    return one


def refusal(path: Path, *, how: Reading = Reading(), format_name: str = "") -> str:
    """Return why the one thing in a file is refused."""
    (one,) = found(path, how=how, format_name=format_name)
    assert isinstance(one, Refusal), one
    return str(one.reason)


def packed(path: Path, parts: dict[str, str | bytes]) -> Path:
    """Write a zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def docx(path: Path, body: str, *, title: str = "") -> Path:
    """Write a Word document with this XML in its body."""
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006"
    about = (
        f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>Lena Hout</dc:creator></cp:coreProperties>"
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": kinds,
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    return packed(path, parts | ({"docProps/core.xml": about} if title else {}))


def words(text: str) -> str:
    """Return a paragraph of Word."""
    return f"<w:p>{run(text)}</w:p>"


def run(text: str) -> str:
    """Return a run of Word."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(path: Path, body: str) -> Path:
    """Write an OpenDocument text with this XML in its body."""
    spaces = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "text", "table", "drawing"))
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    meta = (
        f'<office:document-meta {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        "<dc:title>Le quai nord</dc:title></office:meta></office:document-meta>"
    )
    return packed(path, {"content.xml": content, "meta.xml": meta, "META-INF/manifest.xml": "<manifest/>"})


def epub(path: Path, chapters: dict[str, str | bytes], *, more: dict[str, str | bytes] | None = None) -> Path:
    """Write a book whose spine is the chapters in reverse, which is not their order in the archive."""
    items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in chapters)
    spine = "".join(f'<itemref idref="{n}"/>' for n in reversed(list(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Les quais</dc:title><dc:language>fr-FR</dc:language><dc:creator>Lena Hout</dc:creator></metadata>"
        f'<manifest>{items}<item id="css" href="s.css" media-type="text/css"/></manifest>'
        f'<spine>{spine}<itemref idref="css"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    parts: dict[str, str | bytes] = {"META-INF/container.xml": container, "OPS/book.opf": package}
    parts |= {f"OPS/{n}.xhtml": content for n, content in chapters.items()}
    return packed(path, parts | (more or {}))


def pdf(path: Path, pages: list[list[tuple[int, int, str]]], *, title: str = "") -> Path:
    """Write a PDF whose pages have lines at (left, bottom) in 10-point Helvetica; a page without any has a picture."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    objects[2] = objects[2].replace(" >>", " /Encoding /WinAnsiEncoding >>")
    objects.append(f"<< /Title ({title}) /Author (Lena Hout) /CreationDate (D:20250304100000) >>")
    picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    objects.append(f"{picture} /Length 1 >>\nstream\nx\nendstream")
    kids = []
    for lines in pages:
        shown = "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj\n" for x, y, text in lines)
        content = f"BT /F 10 Tf\n{shown}ET" if lines else "q 200 0 0 200 50 50 cm /I Do Q"
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        resources = "<< /Font << /F 3 0 R >> >>" if lines else "<< /XObject << /I 5 0 R >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources {resources}"
        objects.append(f"{page} /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    path.write_bytes(data + end.encode())
    return path
