"""The methods paragraph of a report, in French or English: figures, intervals, versions and limits, to be quoted."""

from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version

from annotator.agreement.registry import measure_named
from annotator.agreement.resampling import RESAMPLES, SEED
from annotator.model.told import Sentence
from annotator.workflow.agreeing import Report
from annotator.workflow.figures import Figure

QUOTED = ("span_f1_exact", "span_f1_overlap", "gamma", "gamma_cat", "bar_u_alpha")

_ENGLISH: Mapping[str, str] = {
    "who": (
        "{people} labelled the same texts; {documents} documents were done by two of them at least ({spans} spans)."
    ),
    "figure": "{title} was {value}{interval} (n = {n}; {paper})",
    "undefined": "{title} has no value ({why})",
    "interval": " [{low}, {high}]",
    "jackknife": "Brackets hold 95 % intervals by the jackknife over documents with Student's t.",
    "bootstrap": (
        "Brackets hold 95 % intervals by the percentile bootstrap over documents ({resamples} draws, seed {seed})."
    ),
    "none": "There are no intervals: these need five common documents.",
    "gamma": (
        "Gamma weighs place and label {alpha:g} to {beta:g}; chance was drawn by the {sampler} sampler, "
        "{samples} times for each document (seed {seed})."
    ),
    "share": "{share} of the text was labelled; measures of the continuum depend on this share.",
    "suggestions": (
        "Annotators accepted {share} of {offered} entities that the program had suggested, which can raise agreement."
    ),
    "limits": (
        "Spans of several fragments are compared fragment by fragment in exact F1, by their outer edges "
        "elsewhere. The intervals cover the choice of documents, not of annotators; a bias that all share "
        "cannot be seen. No scale of adjectives applies."
    ),
    "version": "Computed with annotator {annotator}, numpy {numpy} and scipy {scipy}.",
}
_FRENCH: Mapping[str, str] = {
    "who": (
        "{people} ont étiqueté les mêmes textes ; {documents} documents ont été terminés par au moins deux "
        "d’entre eux ({spans} segments)."
    ),
    "figure": "{title} : {value}{interval} (n = {n} ; {paper})",
    "undefined": "{title} : pas de valeur ({why})",
    "interval": " [{low} ; {high}]",
    "jackknife": "Les crochets donnent des intervalles à 95 % par jackknife sur les documents, avec le t de Student.",
    "bootstrap": (
        "Les crochets donnent des intervalles à 95 % par bootstrap des percentiles sur les documents "
        "({resamples} tirages, graine {seed})."
    ),
    "none": "Aucun intervalle n’est donné : il faut cinq documents communs.",
    "gamma": (
        "Gamma pondère la position et l’étiquette dans le rapport {alpha:g} à {beta:g} ; le hasard a été tiré"
        " par l’échantillonneur « {sampler} », {samples} fois par document (graine {seed})."
    ),
    "share": "{share} du texte était étiqueté ; les mesures sur le continuum dépendent de cette part.",
    "suggestions": (
        "Les annotateurs ont accepté {share} des {offered} entités proposées par le programme, ce qui peut "
        "accroître l’accord."
    ),
    "limits": (
        "Les segments à plusieurs fragments sont comparés fragment par fragment dans le F1 exact, par leurs "
        "bords extérieurs ailleurs. Les intervalles portent sur le choix des documents, non sur celui des "
        "annotateurs ; un biais que tous partagent reste invisible. Aucune échelle d’adjectifs ne s’applique."
    ),
    "version": "Calculé avec annotator {annotator}, numpy {numpy} et scipy {scipy}.",
}
_FRENCH_TITLES: Mapping[str, str] = {
    "span_f1_exact": "F1 exact des segments",
    "span_f1_overlap": "F1 des segments par recouvrement",
}
"""Titles that are words; the others are the same in both languages."""
_TEXTS = {"en": _ENGLISH, "fr": _FRENCH}
_AND = {"en": "and", "fr": "et"}


def methods(report: Report, language: str = "en", *, say: Callable[[Sentence], str] = str) -> str:
    """Return the paragraph; what the report has not is not spoken of. ``say`` puts a sentence into the language."""
    texts = _TEXTS.get(language, _ENGLISH)
    found = {one.measure: one for one in report.measures if one.label is None and one.attribute is None}
    quoted = [found[name] for name in QUOTED if name in found]
    people = _listed(report.annotators, _AND.get(language, "and"))
    parts = [texts["who"].format(people=people, documents=report.documents, spans=sum(report.spans.values()))]
    parts += [_sentence("; " if texts is _ENGLISH else " ; ", [_figure(one, texts, language, say) for one in quoted])]
    parts.append(texts[quoted[0].interval].format(resamples=RESAMPLES, seed=SEED))
    stated = found["gamma"].also
    parts.append(texts["gamma"].format(**stated))
    parts.append(texts["share"].format(share=_percent(stated["labelled_share"], language)))
    offered = report.suggestions["offered"]
    if offered:
        share = _percent(report.suggestions["share"], language)
        parts.append(texts["suggestions"].format(share=share, offered=offered))
    versions = {name: version(name) for name in ("annotator", "numpy", "scipy")}
    return " ".join([*parts, texts["limits"], texts["version"].format(**versions)])


def _figure(one: Figure, texts: Mapping[str, str], language: str, say: Callable[[Sentence], str]) -> str:
    measure = measure_named(one.measure)
    title = _FRENCH_TITLES.get(one.measure, measure.title) if texts is _FRENCH else measure.title
    if one.undefined is not None:
        return texts["undefined"].format(title=title, why=say(one.undefined).rstrip("."))
    low, high = (_number(end, language) for end in (one.low, one.high))
    between = "" if one.low is None else texts["interval"].format(low=low, high=high)
    value = _number(one.value, language)
    return texts["figure"].format(title=title, value=value, interval=between, n=one.n, paper=measure.paper)


def _number(value: float | None, language: str) -> str:
    shown = "" if value is None else f"{value:.2f}"
    return shown.replace(".", ",") if language == "fr" else shown


def _percent(share: object, language: str) -> str:
    return _number(100 * float(str(share)), language)[:-3] + ("\u00a0%" if language == "fr" else "%")


def _listed(names: Sequence[str], last: str) -> str:
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def _sentence(between: str, parts: Sequence[str]) -> str:
    whole = between.join(parts)
    return whole[0].upper() + whole[1:] + "."
