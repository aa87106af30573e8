"""`python -m tests.mutants`: every mutant, in a copy of the program, must be noticed by the laws of merging."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.mutants.mutants import MUTANTS, ROOT, Mutant

LAWS = ("tests/workflow/test_merging_laws.py", "tests/workflow/test_merging.py")
"""The laws first; what takes a certain order of steps is an example of its own."""
_NEEDED = ("annotator", "tests", "resources", "seeds", "pyproject.toml")
_SECONDS = 900
_FAILED = re.compile(r"^FAILED \S+::(\w+)", re.MULTILINE)


def main() -> int:
    """Run all mutants, or those with a word in their name; returns 1 when one lives or the program itself fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("word", nargs="?", default="")
    word = parser.parse_args().word
    living = 0
    with tempfile.TemporaryDirectory(prefix="mutants") as folder:
        if not word and noticed_by(Path(folder) / "none", None):
            print("the laws fail for the program as it is", file=sys.stderr)
            return 1
        for number, mutant in enumerate(one for one in MUTANTS if word in one.name):
            began = time.perf_counter()
            test = noticed_by(Path(folder) / str(number), mutant)
            living += not test
            took = f"{time.perf_counter() - began:.0f} s"
            print(
                f"killed  {mutant.name} ({took}, by {test})" if test else f"LIVES   {mutant.name} ({took})", flush=True
            )
    return 1 if living else 0


def noticed_by(root: Path, mutant: Mutant | None) -> str:
    """Return which test fails in a copy of the program with a mistake in it, nothing where none does."""
    for name in _NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, root / name)
    if mutant is not None:
        mutant.apply(root)
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *LAWS]
    environment = os.environ | {"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, timeout=_SECONDS, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout.decode() + done.stderr.decode())
    failed = _FAILED.search(done.stdout.decode())
    return failed[1] if failed and done.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
