"""`make bench ONLY=name`: run the benchmarks, print a line a figure, keep the results as JSON."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

NAMES = ("start_up", "push", "push_single", "reveal", "rebuild", "upload", "register")
RESULTS = Path(__file__).parent / "results"


def main(names: list[str]) -> int:
    """Run the named benchmarks, all when none is named; 1 when a target is missed."""
    unknown = sorted(set(names) - set(NAMES))
    if unknown:
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(NAMES)}.")
        return 2
    missed = False
    for name in names or NAMES:
        figures = import_module(f"benchmarks.{name}").figures()
        RESULTS.mkdir(exist_ok=True)
        text = json.dumps([figure.record() for figure in figures], ensure_ascii=False, indent=1)
        (RESULTS / f"{name}.json").write_text(text + "\n", "utf-8")
        for figure in figures:
            print(figure.line(), flush=True)
            missed |= figure.holds is False
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
