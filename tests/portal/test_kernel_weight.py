"""What a portal kernel may not carry: no data, no database, no server."""

from __future__ import annotations

import json
import subprocess
import sys

FORBIDDEN = ("pandas", "sqlalchemy", "psycopg", "psycopg2", "fastapi", "voila", "duckdb", "plotly")


def test_portal_imports_no_data_library_and_no_voila() -> None:
    script = "import json, sys, mirasapo.portal.start; print(json.dumps(list(sys.modules)))"
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True, timeout=60
    ).stdout
    loaded = json.loads(printed)
    assert {name.partition(".")[0] for name in loaded}.isdisjoint(FORBIDDEN)
    own = {name.split(".")[1] for name in loaded if name.startswith("mirasapo.")}
    assert own <= {"portal", "client", "errors"}
