"""The client stays small: a portal kernel imports it and holds neither database nor framework."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = {"fastapi", "pandas", "psycopg", "psycopg2", "pydantic", "sqlalchemy", "starlette", "yaml"}


def test_the_client_brings_no_database_and_no_framework() -> None:
    code = "import json, sys, mirasapo.client; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = {name.partition(".")[0] for name in json.loads(run.stdout)}
    assert loaded & HEAVY == set()
    assert {"httpx", "msgspec"} <= loaded
