"""The reference arms of agreement, run by the Python of another environment (`make peers`): one job on stdin as JSON.

Prints the seconds of each run, without imports. Never imported by the program or its tests.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

type Job = dict[str, Any]


def gamma(job: Job) -> Callable[[], object]:
    """Return pygamma-agreement's gamma of one document with its own defaults (30 samples at least, its sampler)."""
    from pyannote.core import Segment  # type: ignore[import-not-found]  # lives in the other environment
    from pygamma_agreement import (  # type: ignore[import-not-found]  # the same
        CombinedCategoricalDissimilarity,
        Continuum,
    )

    continuum = Continuum()
    for name, spans in job["layers"].items():
        for start, end, label in spans:
            continuum.add(name, Segment(start, end), label)
    unlike = CombinedCategoricalDissimilarity(alpha=1, beta=1)
    return lambda: continuum.compute_gamma(unlike, n_samples=30).gamma


def alpha(job: Job) -> Callable[[], object]:
    """Return krippendorff's nominal alpha of random items."""
    import krippendorff  # type: ignore[import-not-found]  # the same
    import numpy as np

    data = np.random.default_rng(job["seed"]).integers(0, job["values"], (job["annotators"], job["items"]))
    return lambda: krippendorff.alpha(reliability_data=data.astype(float), level_of_measurement="nominal")


def f1(job: Job) -> Callable[[], object]:
    """Return nervaluate's F1 of each pair of annotators."""
    from nervaluate import Evaluator  # type: ignore[import-not-found]  # the same

    layers: dict[str, list[list[dict[str, Any]]]] = job["layers"]
    names = sorted(layers)
    pairs = [(a, b) for n, a in enumerate(names) for b in names[n + 1 :]]
    return lambda: [Evaluator(layers[a], layers[b], tags=job["labels"], loader="dict").evaluate() for a, b in pairs]


def main() -> None:
    """Run the job that is asked for."""
    job = json.load(sys.stdin)
    run = {"gamma": gamma, "alpha": alpha, "f1": f1}[sys.argv[1]](job)
    taken = []
    for _ in range(job["runs"]):
        began = time.perf_counter()
        run()
        taken.append(time.perf_counter() - began)
    print("seconds", json.dumps(taken))


if __name__ == "__main__":
    main()
