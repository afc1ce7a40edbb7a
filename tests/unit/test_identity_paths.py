"""Where a sign-in may lead afterwards: paths of this site and nothing else."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo_api.routes.auth import local_path

TRICKY = st.text(alphabet=st.sampled_from("/\\:.@?#ah \t\n\r%"), max_size=12)


@given(TRICKY | st.text(max_size=20))
def test_no_path_leads_to_another_host(path: str) -> None:
    kept = local_path(path)
    assert kept.startswith("/")
    # as browsers read it: a backslash is a slash, and control characters vanish
    seen = "".join(kept.split()).replace("\\", "/")
    assert urlsplit(urljoin("http://localhost:8000/login", seen)).netloc == "localhost:8000"


@pytest.mark.parametrize("path", ["/", "/portal/business", "/portal/x?a=b#c", "/日本語"])
def test_paths_of_this_site_are_kept(path: str) -> None:
    assert local_path(path) == path
