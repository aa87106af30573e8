"""PER, ORG, LOC, MISC: what the model says, mended by lists, shapes and the rest of the document.

Order of trust: a project's and our own list, shapes of names, then the model. One surface has one type per document,
and a name found once is found at its other places.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from annotator.model.highlights import Found
from annotator.model.text import search_form
from annotator.nlp.gazetteer import NEVER, Gazetteer, Match
from annotator.nlp.patterns import found_by_shape

_LEAD = re.compile(
    r"(?:(?:le|la|les|un|une|des|du|de la|de|au|aux|ce|cette|ces|son|sa|ses|leur|leurs|the)\s|(?:l|d|qu|s|n)'|"
    r"[\s«»\"“”'(\[–—:,.;-])+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s«»\"“”'()\[\],.;:!?…–—-]+$")
_CUT = re.compile(
    r"\s(?:en|contre|dans|à|par|pour|avec|sans|qui|que|dont|et|ou|où|a|ont|est|sont|depuis|vers|sur|selon|après|"
    r"chez|lors|au|aux)\s"
)
_DEMONYM = re.compile(
    r"[A-ZÀ-Ý][a-zà-ÿ-]+(?:ains?|aines?|iens?|iennes?|ais|aises?|ois|oises?|éens?|éennes?|andes?|ols|oles|aux|"
    r"aliens?|Russes?|ares|urcs|urdes|elges|isses|ecs|atres|ites|istes|rabes|uifs|uives)"
)
_PLURAL = re.compile(
    r"\b(?:les|des|aux|ces|nos|leurs|deux|trois|quelques|certains|plusieurs|nombreux|jeunes)\s$", re.IGNORECASE
)
_NATIONS = frozenset(
    [
        "russe",
        "turc",
        "turque",
        "grec",
        "kurde",
        "arabe",
        "belge",
        "suisse",
        "tchèque",
        "britannique",
    ]
)
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:à|vers|depuis|en|près de|au nord de|au sud de|à l'est de|à l'ouest de)\s|\bprès d')$"
)


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    label: str
    origin: str
    trust: int


def names(
    text: str,
    model: Iterable[tuple[int, int, str]],
    *,
    gazetteer: Gazetteer,
    given: frozenset[str],
    common: Callable[[str], bool] = lambda _: False,
) -> list[Found]:
    """Return the names of a text in normal form, sorted, none overlapping another.

    ``model`` gives (start, end, label) in code points; ``common`` tells whether a lower-case word is an ordinary one.
    """
    listed = gazetteer.matches(text)
    never = [(m.start, m.end) for m in listed if m.label == NEVER]
    shaped = [_Name(m.start, m.end, m.label, "rule", 2) for m in _mended_shapes(text, found_by_shape(text, given))]
    known = [_Name(m.start, m.end, m.label, "gazetteer", 3) for m in listed if m.label != NEVER]
    guessed = [n for found in model for n in _cleaned(text, *found, known, common=common)]
    kept = _without_overlaps(_prefer_longer(known, shaped), guessed)
    kept = [n for n in kept if not any(a <= n.start and n.end <= b for a, b in never)]
    kept = _one_type_each(text, kept)
    kept = _everywhere(text, kept, never)
    return [Found(n.label, n.start, n.end, n.origin) for n in sorted(kept, key=lambda n: n.start)]


def _mended_shapes(text: str, found: Iterable[Match]) -> Iterable[Match]:
    for match in found:
        start, end = _trimmed(text, match.start, match.end)
        if end - start > 1 and "\n" not in text[start:end]:
            yield replace(match, start=start, end=end)


def _prefer_longer(known: list[_Name], shaped: list[_Name]) -> list[_Name]:
    """Keep listed names unless they are inside a longer one found by its shape; of two shapes the first counts."""
    kept: list[_Name] = []
    for name in shaped:
        inside = [k for k in known if k.start < name.end and name.start < k.end]
        if any(not (name.start <= k.start and k.end <= name.end) for k in inside):
            continue
        if any((k.start, k.end) == (name.start, name.end) for k in inside):
            continue
        if not any(k.start < name.end and name.start < k.end for k in kept):
            kept.append(name)
    free = [k for k in known if not any(n.start <= k.start and k.end <= n.end for n in kept)]
    return kept + free


def _cleaned(
    text: str, start: int, end: int, label: str, known: list[_Name], *, common: Callable[[str], bool]
) -> list[_Name]:
    """Return what is a name in what the model found: articles, tails and ordinary words left out."""
    start, end = _trimmed(text, start, end)
    cut = _CUT.search(text, start, end)
    if cut and not any(k.start <= start and k.end >= cut.end() for k in known):
        tail = _cleaned(text, cut.end(), end, label, known, common=common)
        return _cleaned(text, start, cut.start(), label, known, common=common) + tail
    words = text[start:end]
    if len(words) < 2 or not any(sign.isupper() for sign in words) or "\n" in words:
        return []
    if words[0].islower() and not re.match(r"(?:al|el|an|as|ad|ar|at|ez|es)-", words):
        upper = next((m.start() for m in re.finditer(r"(?<![\w'])[A-ZÀ-Ý]", words)), 0)
        if not upper or words[:upper].count(" ") > 3:
            return []
        if label in ("PER", "LOC"):
            return _cleaned(text, start + upper, end, label, known, common=common)
    if _is_people(text, start, words) or _only_begins(text, start, words, common):
        return []
    return [_Name(start, end, _by_context(text, start, label), "model", 1)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _LEAD.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    tail = _TAIL.search(text, start, end)
    if tail and not (text[tail.start()] == "." and re.search(r"(?:^|\W)[A-Z]$", text[start : tail.start()])):
        end = tail.start()
    return start, end


def _is_people(text: str, start: int, words: str) -> bool:
    """Tell whether words name a people (« les Américains »), which is no name of one thing."""
    if " " in words or not (_DEMONYM.fullmatch(words) or words.lower().removesuffix("s") in _NATIONS):
        return False
    return (
        bool(_PLURAL.search(text[max(0, start - 12) : start]))
        or words.lower().removesuffix("s") in _NATIONS
        or words.endswith(("iens", "ains", "aines", "iennes", "éens"))
    )


def _only_begins(text: str, start: int, words: str, common: Callable[[str], bool]) -> bool:
    """Tell whether a single word has its capital only because a sentence begins with it."""
    before = text[:start].rstrip(' «"“(-–—•')[-1:]
    return " " not in words and (not before or before in "\n.!?:…") and common(words.lower())


def _by_context(text: str, start: int, label: str) -> str:
    """Return the type, corrected where the preposition before speaks of a place."""
    if label == "MISC" and _PLACE_BEFORE.search(text[max(0, start - 16) : start]):
        return "LOC"
    return label


def _without_overlaps(sure: list[_Name], guessed: list[_Name]) -> list[_Name]:
    """Add what the model found to what is surer; a guess that reaches over sure names gives way or is cut."""
    kept = list(sure)
    for name in sorted(guessed, key=lambda n: (n.start, -n.end)):
        hits = [k for k in kept if k.start < name.end and name.start < k.end]
        if not hits:
            kept.append(name)
        elif all(
            k.origin == "gazetteer" and k.start > name.start and k.end <= name.end for k in hits
        ) and name.label in ("PER", "ORG"):
            longer = _length(name) > max(_length(k) for k in hits)
            if longer and len(hits) == 1:
                kept = [k for k in kept if k not in hits] + [name]
    return kept


def _length(name: _Name) -> int:
    """Return the length of a name in characters, to compare two."""
    return name.end - name.start


def _one_type_each(text: str, kept: list[_Name]) -> list[_Name]:
    """Give all places of one surface the type that most, and the most trusted, of them have."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in kept:
        votes[search_form(text[name.start : name.end])][name.label] += {1: 2, 2: 3, 3: 50}[name.trust]
    full = {
        form.split()[-1]: "PER"
        for form, labels in votes.items()
        if " " in form and labels.most_common(1)[0][0] == "PER"
    }
    result = []
    for name in kept:
        form = search_form(text[name.start : name.end])
        label = votes[form].most_common(1)[0][0]
        if name.trust < 3 and form in full:
            label = "PER"
        result.append(replace(name, label=label))
    return result


def _everywhere(text: str, kept: list[_Name], never: list[tuple[int, int]]) -> list[_Name]:
    """Find the other places of names found once, and the family names of people found whole."""
    wanted: dict[str, str] = {}
    for name in kept:
        words = text[name.start : name.end]
        if len(words) > 3 or words.isupper():
            wanted[words] = name.label
        family = words.rsplit(" ", 1)[-1]
        if name.label == "PER" and " " in words and len(family) > 3 and family[0].isupper():
            wanted.setdefault(family, "PER")
    if not wanted:
        return kept
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(w) for w in sorted(wanted, key=lambda w: (-len(w), w))) + r")(?![\w-])"
    )
    taken = sorted([(n.start, n.end) for n in kept] + never)
    more = [
        _Name(*m.span(), wanted[m.group()], "rule", 1) for m in pattern.finditer(text) if not _touches(taken, *m.span())
    ]
    return kept + more


def _touches(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, start))
    return any(a < end and start < b for a, b in taken[max(0, at - 2) : at + 2])
