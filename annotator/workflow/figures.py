"""The figures of a group of annotators: every measure of the registry that they can have, with intervals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from annotator.agreement.alpha_u_2004 import alpha_u_2004
from annotator.agreement.arrays import Floats
from annotator.agreement.bar_u_alpha import bar_u_alpha
from annotator.agreement.cohen_kappa import cohen_kappa
from annotator.agreement.continuum import division, division_by_labels, labelled_share
from annotator.agreement.cu_alpha import cu_alpha
from annotator.agreement.disorder import Disorders, Settings, disorders
from annotator.agreement.estimate import Estimate
from annotator.agreement.fleiss_kappa import fleiss_kappa
from annotator.agreement.gamma import gamma
from annotator.agreement.gamma_cat import gamma_cat
from annotator.agreement.gamma_k import gamma_k
from annotator.agreement.gwet_ac1 import gwet_ac1
from annotator.agreement.gwet_ac2 import gwet_ac2
from annotator.agreement.items import Items
from annotator.agreement.krippendorff_alpha import krippendorff_alpha
from annotator.agreement.ku_alpha import ku_alpha
from annotator.agreement.link_f1 import link_common
from annotator.agreement.percent_agreement import percent_agreement
from annotator.agreement.registry import measure_named
from annotator.agreement.resampling import Result, measured
from annotator.agreement.scott_pi import scott_pi
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.span_f1_overlap import overlap_common
from annotator.agreement.study import Study
from annotator.agreement.token_alpha import token_alpha
from annotator.agreement.token_kappa import token_kappa
from annotator.agreement.tokens import token_items
from annotator.agreement.u_alpha import u_alpha
from annotator.agreement.u_alpha_family import continuum_of
from annotator.agreement.undefined import LABELS_OVERLAP, Undefined
from annotator.agreement.weighted_kappa import weighted_kappa
from annotator.model.told import Sentence
from annotator.workflow.comparing import Comparison
from annotator.workflow.values import Values, aligned_origins, attribute_items, label_items, scale_of


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one label (or all, None), with its interval over documents, or the sentence why it has no value.

    ``n`` counts what is compared, ``attribute`` is the key of the attribute that it is about, ``documents`` how many it
    saw, ``interval`` how that was made, ``also`` what stands beside it: parameters, and the share of labelled text.
    """

    measure: str
    label: str | None
    value: float | None
    low: float | None
    high: float | None
    n: int
    undefined: Sentence | None
    attribute: str | None = None
    documents: int = 0
    interval: str = "none"
    also: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Some annotators of a comparison, the study of them alone, and the disorders of its documents."""

    made: Comparison
    members: tuple[int, ...]
    study: Study
    disorders: Disorders
    share: float

    @property
    def labels(self) -> Iterator[tuple[int, str]]:
        """Yield the labels that somebody used, with their numbers."""
        used = np.unique(self.study.spans.label).tolist()
        return ((number, self.study.labels[number]) for number in used)


def group(made: Comparison, members: Sequence[int], settings: Settings, rows: Mapping[int, Floats]) -> Group:
    """Return a group; ``rows`` are the disorders that are known, by document of its study."""
    study = made.study.between(members)
    return Group(made, tuple(members), study, disorders(study, settings, rows=rows), labelled_share(study))


def quick_figures(made: Comparison, members: Sequence[int]) -> list[Figure]:
    """Return exact and overlap F1 of some annotators, of all labels and of each: what takes no time."""
    study = made.study.between(members)
    exact = exact_common(study)
    found = []
    for name, common in (("span_f1_exact", exact), ("span_f1_overlap", overlap_common(study, exact))):
        found.append(_figure(name, common.f1()))
        used = np.unique(study.spans.label).tolist()
        found += [_figure(name, common.f1(label=k), label=study.labels[k]) for k in used]
    return found


def gamma_figures(one: Group) -> Iterator[Figure]:
    """Yield gamma and gamma-cat."""
    yield _of(one, "gamma", gamma(one.disorders))
    yield _of(one, "gamma_cat", gamma_cat(one.disorders))


def span_figures(one: Group) -> Iterator[Figure]:
    """Yield the measures of places and labels."""
    yield from gamma_figures(one)
    for k, label in one.labels:
        yield _of(one, "gamma_k", gamma_k(one.disorders, k), label)
    yield _of(one, "bar_u_alpha", bar_u_alpha(continuum_of(division(one.study))))
    yield from _divided(one)
    yield _of(one, "alpha_u_2004", alpha_u_2004(one.study))
    tokens = token_items(one.study)
    yield _of(one, "token_alpha", token_alpha(tokens))
    yield _of(one, "token_kappa", token_kappa(tokens))
    for k, label in one.labels:
        yield _of(one, "u_alpha", u_alpha(continuum_of(division(one.study, k)), k), label)
        yield _of(one, "alpha_u_2004", alpha_u_2004(one.study, k), label)


def _divided(one: Group) -> Iterator[Figure]:
    """Yield the measures that need one label at each place."""
    made = division_by_labels(one.study)
    if made is None:
        count = int(one.study.common()[one.study.document].sum())
        names = [("u_alpha", None), ("cu_alpha", None), *(("ku_alpha", label) for _, label in one.labels)]
        yield from (Figure(name, label, None, None, None, count, LABELS_OVERLAP) for name, label in names)
        return
    continuum = continuum_of(made)
    yield _of(one, "u_alpha", u_alpha(continuum))
    yield _of(one, "cu_alpha", cu_alpha(continuum))
    for k, label in one.labels:
        yield _of(one, "ku_alpha", ku_alpha(continuum, k), label)


def link_figures(one: Group) -> Iterator[Figure]:
    """Yield link F1 of all types together, where there are links."""
    made = one.made
    if made.links.types:
        common = link_common(made.study, made.links)
        pairs = [(i, j) for n, i in enumerate(one.members) for j in one.members[n + 1 :]]
        yield _figure("link_f1", common.f1(pairs))


def item_figures(one: Group) -> Iterator[Figure]:
    """Yield the measures of labels of aligned spans, and of what was recorded of them."""
    study = one.study
    origins, document = aligned_origins(study, one.disorders.documents, one.disorders.aligned)
    documents = len(one.disorders.documents)
    yield from _of_items(label_items(study, origins, document, documents), None, None)
    values = Values(one.made)
    for label in one.made.scheme.labels:
        for attribute in values.recorded(label, study.spans.origin.tolist()):
            items = attribute_items(study, values, label, attribute, origins, document, documents)
            yield from _of_items(items, label.key, attribute.key, scale_of(attribute)[0])


def _of_items(items: Items, label: str | None, attribute: str | None, scale: str = "nominal") -> Iterator[Figure]:
    measures: dict[str, Callable[[Items], Estimate]] = {
        "percent_agreement": percent_agreement,
        "krippendorff_alpha": lambda some: krippendorff_alpha(some, scale),
        "gwet_ac1": gwet_ac1,
        "fleiss_kappa": fleiss_kappa,
    }
    if scale == "ordinal":
        measures["gwet_ac2"] = gwet_ac2
    if len(items.annotators) == 2:
        measures |= {"cohen_kappa": cohen_kappa, "scott_pi": scott_pi}
        if scale == "ordinal":
            measures["weighted_kappa"] = weighted_kappa
    for name, measure in measures.items():
        yield _figure(name, measure(items), label=label, attribute=attribute)


def _of(one: Group, name: str, estimate: Estimate, label: str | None = None) -> Figure:
    beside = {"labelled_share": one.share} if measure_named(name).continuum else {}
    return _figure(name, estimate, label=label, beside=beside)


def _figure(
    name: str,
    estimate: Estimate,
    *,
    label: str | None = None,
    attribute: str | None = None,
    beside: Mapping[str, object] | None = None,
) -> Figure:
    return figure_of(name, measured(estimate), label, attribute, {**estimate.also, **(beside or {})})


def figure_of(
    name: str, result: Result, label: str | None, attribute: str | None, also: Mapping[str, object]
) -> Figure:
    """Return the figure of a result."""
    undefined = result.value.why if isinstance(result.value, Undefined) else None
    value = None if isinstance(result.value, Undefined) else result.value
    return Figure(
        name,
        label,
        value,
        result.low,
        result.high,
        result.count,
        undefined,
        attribute,
        result.documents,
        result.method,
        also,
    )
