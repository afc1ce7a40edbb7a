"""A copy of the data model to break."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model_files import model_copy


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return model_copy(tmp_path)
