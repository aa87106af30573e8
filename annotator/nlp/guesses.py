"""What the model found, mended: borders put where names begin and end, and what is no name left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from annotator.model.text import search_form
from annotator.nlp.gazetteer import Match
from annotator.nlp.lexicon import demonyms, functions, given_names, not_names
from annotator.nlp.shapes import ARTICLE
from annotator.nlp.words import Words, begins_sentence

_LEAD = re.compile(
    r"(?:(?:le|la|les|un|une|des|du|de la|de|au|aux|ce|cette|ces|son|sa|ses|leur|leurs|the|m\.|mm\.|mme|mmes|"
    r"mlle|mgr|dr|pr|me|monsieur|madame|maître|pour|chez|selon|avec|après|avant|depuis|dans|en|à|si|mais|et|ou|car|comme|quand|dès|"
    r"par|sur|sous|vers|contre|malgré|outre|sans|aussi|ainsi|alors|enfin|premier ministre|première ministre|président|"
    r"présidente|général|colonel|cardinal|roi|reine|pape|prince|ministre|député|députée|sénateur|sénatrice|groupe|"
    r"tempête|ouragan|cyclone|typhon|film|série|ville|administration|gouvernement|présidence|famille|affaire|procès|"
    r"dossier|clan)\s|(?:l|d|qu|s|n|j|c)'|[\s«»\"'(\[–—:,.;-])+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s«»\"'()\[\],.;:!?…–—-]+$")
_CUT = re.compile(
    r"\s(?:en|contre|dans|à|par|pour|avec|sans|qui|que|dont|et|ou|où|a|ont|est|sont|depuis|vers|sur|selon|après|"
    r"chez|lors|au|aux)\s|\s?[«»(]\s?|[,:]\s|\s[–—-]\s"
)
_PREFIX = re.compile(
    r"(?<!\w)(?:pro|anti|ex|vice|non|mi|post|pré|néo|franco|russo|israélo|américano|sino|germano|syro|irako|inter|euro)-$"
)
_UPPER = re.compile(r"(?<![\w'-])[A-ZÀ-Þ]")
_TWO_PEOPLES = re.compile("[a-z]+o-")
_ROMAN = re.compile("[IVXLC]+")
_INITIAL = re.compile(r"(?:^|\W)[A-Z]$")
_LOWER_TAIL = re.compile(r"(?: [a-zà-ÿ][\w'-]*)+$")
_ARTICLED = re.compile(ARTICLE)
_PLURAL = re.compile(r"\b(?:les|des|aux|ces|nos|leurs) $", re.IGNORECASE)
_PERHAPS_A_PLACE = re.compile(
    r"(?:\b(?:à|vers|à l'est de|à l'ouest de|depuis|jusqu'à) |\b(?:près|autour|au large) d')$"
)
_CLEARLY_A_PLACE = re.compile(
    r"\b(?:près de|au large de|ville de|village de|au nord de|au sud de|banlieues? de|autour de|région de|localité de|"
    r"province de) $"
)
_TOWN_ARTICLE = re.compile(r"(?:^| )(La |Le |Les |L')$")
_OF_A_FIRM = re.compile(
    r"\b(?:salariés d(?:e |')|filiale d(?:e |')|PDG d(?:e |')|actionnaires d(?:e |')|rachat d(?:e |')|chez )$"
)
_STAFF = re.compile(r" \(\d[\d ]* (?:salariés|employés|emplois|postes)")
_TOWN = re.compile(
    r"(?:[A-ZÀ-Þ]\w+-(?:sur|en|lès|les|la|le|de|du|aux|sous|l|d)-|Saint-|Sainte-|Villeneuve|Château)[\w'-]*"
)
_MOST_LOWER = 3


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends what the model found in one text; ``common`` tells whether a lower-case word is an ordinary one."""

    words: Words
    known: dict[int, Match]
    common: Callable[[str], bool]

    def mended(self, start: int, end: int, label: str) -> list[tuple[int, int, str]]:
        """Return the names in a stretch that the model took for one, with their types."""
        text = self.words.text
        start, end = self._snapped(*self._trimmed(start, end))
        cut = _CUT.search(text, start, end)
        if cut and not any(m.start <= cut.start() and m.end >= cut.end() for m in self._known_within(start, end)):
            return self.mended(start, cut.start(), label) + self.mended(cut.end(), end, label)
        start, end = self._narrowed(start, end, label)
        if label == "LOC" and start not in self.known:
            start = self._with_article(start)
        stretch = text[start:end]
        if len(stretch) < 2 or "\n" in stretch or stretch.islower() or self._is_no_name(start, end, label):
            return []
        return [(start, end, self._by_context(start, end, label))]

    def _known_within(self, start: int, end: int) -> list[Match]:
        return [match for at in range(start, end) if (match := self.known.get(at)) is not None]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Leave out articles, titles and signs around a name."""
        text = self.words.text
        known = self.known.get(start)
        lead = _LEAD.match(text, start, end)
        if lead and lead.end() < end and not (known is not None and known.end >= end):
            start = lead.end()
        tail = _TAIL.search(text, start, end)
        if tail and not (text[tail.start()] == "." and _INITIAL.search(text, start, tail.start())):
            end = tail.start()
        return start, end

    def _snapped(self, start: int, end: int) -> tuple[int, int]:
        """Put borders where words end: a name does not begin or end inside a compound."""
        text = self.words.text
        if start >= end:
            return start, end
        if text[start - 1 : start] == "-" and not _PREFIX.search(text, max(0, start - 12), start):
            while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "-"):
                start -= 1
        while end < len(text) and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalnum())):
            end += 1
        return start, end

    def _narrowed(self, start: int, end: int, label: str) -> tuple[int, int]:
        """Leave out lower-case words at the ends, where the type has none, and a first word that is no name."""
        text = self.words.text
        if text[start : start + 1].islower() and not _ARTICLED.match(text, start):
            upper = _UPPER.search(text, start, end)
            lower = text.count(" ", start, upper.start()) if upper else 0
            if upper and (label in ("PER", "LOC") or lower > _MOST_LOWER):
                start = upper.start()
        tail = _LOWER_TAIL.search(text, start, end) if label != "ORG" else None
        end = tail.start() if tail else end
        first, space, _ = text[start:end].partition(" ")
        form = search_form(first)
        people = label == "PER" and form in demonyms() and form not in given_names()
        if space and (people or (form in not_names() and start not in self.known)):
            start += len(first) + 1
        return start, end

    def _with_article(self, start: int) -> int:
        """Return where the name of a town begins that has an article: « de La Verrière »."""
        article = _TOWN_ARTICLE.search(self.words.text, max(0, start - 4), start)
        return article.start(1) if article and not begins_sentence(self.words.text, article.start(1)) else start

    def _is_no_name(self, start: int, end: int, label: str) -> bool:
        text = self.words.text
        stretch = text[start:end]
        form = search_form(stretch)
        if form in not_names() or _ROMAN.fullmatch(stretch) or self.words.shouted(start, end):
            return True
        if stretch[0].islower() and label != "ORG" and not _ARTICLED.match(stretch):
            return True
        if " " in stretch:
            return False
        people = form in demonyms() or (_TWO_PEOPLES.match(form) and form.rpartition("-")[2] in demonyms())
        if (people and label != "PER") or form in functions():
            return True
        if stretch[-1] in "sx" and _PLURAL.search(text, max(0, start - 6), start):
            return True
        return begins_sentence(text, start) and self.common(stretch.lower()) and form not in given_names()

    def _by_context(self, start: int, end: int, label: str) -> str:
        """Return the type, corrected where the name or what stands before it is that of a place."""
        text = self.words.text
        if _TOWN.fullmatch(text, start, end) or _CLEARLY_A_PLACE.search(text, max(0, start - 16), start):
            return "LOC"
        bracket = self.known.get(end + 2)
        if label != "ORG" and text[end : end + 2] == " (" and bracket is not None and bracket.label == "LOC":
            return "LOC"
        firm = _OF_A_FIRM.search(text, max(0, start - 20), start) or _STAFF.match(text, end)
        if firm and " " not in text[start:end]:
            return "ORG"
        perhaps = label == "MISC" and _PERHAPS_A_PLACE.search(text, max(0, start - 16), start)
        return "LOC" if perhaps else label
