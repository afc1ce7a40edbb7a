"""The door of the command line: `mirasapo`, and `python -m mirasapo.cli`.

Nothing is imported before Ctrl-C can be answered without a traceback.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; `mirasapo.cli.main` has it."""
    try:
        from mirasapo.cli.main import run
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
