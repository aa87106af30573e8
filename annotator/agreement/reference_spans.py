"""Quantities of reference vectors about spans: F1, counts, the u-alpha family, alpha_U, tokens, links; not gamma."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from annotator.agreement.against_gold import against_gold
from annotator.agreement.alpha_u_2004 import alpha_u_2004, disagreement
from annotator.agreement.bar_u_alpha import bar_u_alpha
from annotator.agreement.continuum import division, division_by_labels
from annotator.agreement.cu_alpha import cu_alpha
from annotator.agreement.ku_alpha import ku_alpha
from annotator.agreement.link_f1 import End, LinkEnds, link_common, make_links
from annotator.agreement.match_counts import match_counts
from annotator.agreement.reference_gamma import gamma_quantities
from annotator.agreement.span_f1 import Common
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.span_f1_overlap import overlap_common
from annotator.agreement.study import Sheet, Study, Unit, make_study
from annotator.agreement.token_alpha import token_alpha
from annotator.agreement.token_kappa import token_kappa
from annotator.agreement.tokens import token_items
from annotator.agreement.u_alpha import u_alpha
from annotator.agreement.u_alpha_family import continuum_of
from annotator.agreement.undefined import LABELS_OVERLAP, Undefined

type Quantities = dict[str, Callable[[], Any]]


def span_quantities(vector: Mapping[str, Any]) -> Quantities:
    """Return everything that can be computed from the spans of a vector, by the names that vectors use."""
    study, measure = study_of(vector), str(vector.get("measure", "")).lower()
    found: Quantities = {
        "span_f1_exact": lambda: exact_common(study).f1().value,
        "span_f1_overlap": lambda: overlap_common(study).f1().value,
        "bar_u_alpha": lambda: bar_u_alpha(continuum_of(division_by_labels(study) or division(study))).value,
        "alpha_u_2004": lambda: alpha_u_2004(study).value,
        "token_alpha": lambda: token_alpha(token_items(study)).value,
        "token_kappa": lambda: token_kappa(token_items(study)).value,
    }
    found |= dict.fromkeys(("f1_exact", "exact_f1"), found["span_f1_exact"])
    found |= dict.fromkeys(("f1_overlap", "overlap_f1"), found["span_f1_overlap"])
    found |= _by_labels(study) | _counts(study) | gamma_quantities(vector, study)
    if vector["data"].get("links"):
        found["link_f1"] = lambda: _links(vector, study).f1().value
    return found | _by_measure(measure, vector, study, found)


def _by_measure(measure: str, vector: Mapping[str, Any], study: Study, found: Quantities) -> Quantities:
    """Return the quantities whose short names mean the measure that the vector is about."""
    if measure == "alpha_u_2004":
        return _alpha_u(study)
    if measure in ("ku_alpha", "gamma_k"):
        each = {label: _of_label(found[measure], label) for label in study.labels}
        return each | dict.fromkeys(("per_label", "value"), found[measure])
    own: Quantities = dict.fromkeys(("value", "alpha", "kappa"), found[measure]) if measure in found else {}
    if "f1" in measure:
        common = overlap_common if "overlap" in measure else exact_common
        return own | _f1(_links(vector, study) if measure == "link_f1" else common(study), study)
    return own


def _f1(common: Common, study: Study) -> Quantities:
    estimate = common.f1()
    found: Quantities = dict.fromkeys(("mean", "f1", "value"), lambda: estimate.value)
    found["sd"] = lambda: float(np.nanstd([_number(common.f1([pair]).value) for pair in common.pairs]))
    by_label = {label: common.f1(label=n) for n, label in enumerate(study.labels[: common.both.shape[2]])}
    found |= _same(("per_label", "per_label_mean"), {label: one.value for label, one in by_label.items()})
    by_document = dict(zip(study.documents, estimate.by_document(), strict=False))
    found |= _same(("per_document", "per_document_mean"), by_document)
    if len(study.annotators) == 2:
        first, second = range(2)
        found |= {name: _value_of(one) for name, one in against_gold(common, second, first).items()}
    return found


def _same(names: Iterable[str], value: Any) -> Quantities:
    return dict.fromkeys(names, lambda: value)


def _of_label(compute: Callable[[], Any], label: str) -> Callable[[], Any]:
    return lambda: compute()[label]


def _value_of(estimate: Any) -> Callable[[], Any]:
    return lambda: estimate.value


def _number(value: Any) -> float:
    return np.nan if isinstance(value, Undefined) else value


def _alpha_u(study: Study) -> Quantities:
    labels = {label: alpha_u_2004(study, n).value for n, label in enumerate(study.labels)}
    once = np.ones((1, len(study.documents)))
    parts = {
        label: disagreement(division(study, n)).observed_and_expected(once, study.length, len(study.annotators))
        for n, label in enumerate(study.labels)
    }
    found = _same(("alpha", "value"), alpha_u_2004(study).value) | _same(("per_label",), labels)
    found |= _same(("Do",), {label: float(part[0][0]) for label, part in parts.items()})
    return found | _same(("De",), {label: float(part[1][0]) for label, part in parts.items()})


def _by_labels(study: Study) -> Quantities:
    made = division_by_labels(study)
    if made is None:
        overlap = Undefined(LABELS_OVERLAP)
        each = dict.fromkeys(study.labels, overlap)
        return _same(("u_alpha", "cu_alpha", "cu_coverage"), overlap) | _same(("ku_alpha", "ku_coverage"), each)
    continuum = continuum_of(made)
    coverage = continuum.coverage()
    by_label = dict(enumerate(study.labels))
    return {
        "u_alpha": lambda: u_alpha(continuum).value,
        "cu_alpha": lambda: cu_alpha(continuum).value,
        "ku_alpha": lambda: {label: ku_alpha(continuum, n).value for n, label in by_label.items()},
        "cu_coverage": lambda: float(coverage[-1]),
        "ku_coverage": lambda: {label: float(coverage[n]) for n, label in by_label.items()},
    }


def _counts(study: Study) -> Quantities:
    if len(study.annotators) != 2:
        return {}
    layers = [(study.layer(d, 0), study.layer(d, 1)) for d in range(len(study.documents))]
    by_document = [match_counts(*pair) for pair in layers]
    views = by_document[0] if by_document else {}
    return {view: _summed([counts[view] for counts in by_document]) for view in views}


def _summed(rows: list[tuple[int, ...]]) -> Callable[[], Any]:
    return lambda: [sum(column) for column in zip(*rows, strict=True)]


def study_of(vector: Mapping[str, Any]) -> Study:
    """Return the study of a vector: one document or several, offsets half-open or, where it says so, inclusive."""
    data = vector["data"]
    documents = data.get("documents") or [data]
    inclusive = int(any(word in str(data.get("offsets", "")).lower() for word in ("inclusive", "closed")))
    names = vector.get("annotators") or sorted({name for document in documents for name in _spans(document)})
    sheets = [_sheet(document, n, names, inclusive) for n, document in enumerate(documents)]
    return make_study(sheets, [str(name) for name in names])


def _sheet(document: Mapping[str, Any], number: int, names: Sequence[Any], inclusive: int) -> Sheet:
    given = {str(name): _spans(document).get(name, () if "spans" not in document else None) for name in names}
    layers = {name: [_unit(span, inclusive) for span in spans] for name, spans in given.items() if spans is not None}
    last = max((unit[1] for units in layers.values() for unit in units), default=0)
    continuum = document.get("continuum") or {}
    begin = int(continuum.get("begin", 0))
    length = int(continuum.get("length", document.get("length", last - begin)))
    tokens = document.get("tokens")
    cut = None if tokens is None else [_ends(token, inclusive) for token in tokens]
    return Sheet(str(document.get("id", number)), length, layers, begin, cut)


def _spans(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the spans by annotator; a document that has links alone has the annotators of these."""
    return document.get("spans") or dict.fromkeys(document.get("links") or (), ())


def _unit(span: Any, inclusive: int) -> Unit:
    if isinstance(span, Mapping):
        fragments = tuple(_ends(fragment, inclusive) for fragment in span.get("fragments", ()))
        start, end = (fragments[0][0], fragments[-1][1]) if fragments else _ends(span, inclusive)
        return start, end, str(span.get("label", "")), fragments if len(fragments) > 1 else ()
    start, end = _ends(span, inclusive)
    return start, end, str(span[2]) if len(span) > 2 else "", ()


def _ends(place: Any, inclusive: int) -> tuple[int, int]:
    if isinstance(place, Mapping):
        return place["start"], place["end"] + inclusive
    return place[0], place[1] + inclusive


def _links(vector: Mapping[str, Any], study: Study) -> Common:
    """Return the links of a vector: ends are places, or positions in their annotator's list of spans, or ids there."""
    documents = vector["data"].get("documents") or [vector["data"]]
    given = []
    for document in documents:
        links = document.get("links") or {}
        spans = _spans(document)
        given.append({name: [_link(link, spans.get(name) or ()) for link in each] for name, each in links.items()})
    return link_common(study, make_links(study, given))


def _link(link: Mapping[str, Any], spans: Sequence[Any]) -> LinkEnds:
    source, target = link.get("source", link.get("from")), link.get("target", link.get("to"))
    return str(link.get("type", link.get("label", ""))), _end(source, spans), _end(target, spans)


def _end(end: Any, spans: Sequence[Any]) -> End:
    if isinstance(end, str):
        end = next(span for span in spans if str(span.get("id")) == end)
    place = spans[end] if isinstance(end, int) else end
    start, stop, _, _ = _unit(place, 0)
    kind = place.get("kind", "span") if isinstance(place, Mapping) else "span"
    return str(kind), start, stop
