"""What tests of agreement share: texts, two places in them, and how a project is measured."""

from collections.abc import Sequence

from annotator.store.project import Project
from annotator.workflow.agreeing import Agreeing, Report
from annotator.workflow.figures import Figure

TEXTS = [f"Article {n}. Le pont est miné, selon l’armée. La ville reste calme et l’eau monte." for n in range(6)]
CLAIM, WHO = (11, 28), (30, 44)
type Place = tuple[int, int, str]


def measured(project: Project, *names: str, by: str = "") -> Report:
    work = Agreeing(project, names, by)
    steps = list(work.run())
    assert steps == [] or steps[-1][0] == steps[-1][1]
    return work.report


def of(figures: Sequence[Figure], measure: str, label: str | None = None, attribute: str | None = None) -> Figure:
    return next(f for f in figures if (f.measure, f.label, f.attribute) == (measure, label, attribute))
