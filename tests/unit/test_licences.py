"""No package needed at run time is under the GPL or AGPL (LGPL libraries are used as libraries)."""

from __future__ import annotations

import re
from importlib import metadata

from packaging.requirements import Requirement

OWN = "mirasapo-connect"


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def run_time_closure() -> dict[str, metadata.Distribution]:
    found: dict[str, metadata.Distribution] = {}
    queue = [(OWN, frozenset[str]())]
    while queue:
        name, extras = queue.pop()
        if name in found and not extras:
            continue
        distribution = metadata.distribution(name)
        found[name] = distribution
        for text in distribution.requires or ():
            wanted = Requirement(text)
            environments = [{"extra": extra} for extra in extras] or [{"extra": ""}]
            if wanted.marker is None or any(wanted.marker.evaluate(e) for e in environments):
                child = (_name(wanted.name), frozenset(wanted.extras))
                if child[0] not in found or child[1]:
                    queue.append(child)
    return found


def _licence(distribution: metadata.Distribution) -> str:
    meta = distribution.metadata
    stated = [meta.get("License-Expression"), *(meta.get_all("Classifier") or ())]
    texts = [line for line in stated if line and ("License" in line or line == stated[0])]
    return " ".join(texts) or (meta.get("License") or "").splitlines()[0]


def test_no_gpl_at_run_time():
    closure = run_time_closure()
    assert len(closure) > 60  # the walk went below the direct dependencies
    # "GPL" alone, not "LGPL"; a choice of licences ("… OR …") may be taken the other way
    offending = {
        name: licence
        for name, licence in ((n, _licence(d)) for n, d in closure.items())
        if re.search(r"(?<!L)\bA?GPL|(?<!Lesser )General Public License", licence)
        and " OR " not in licence
    }
    assert offending == {}


def test_the_walk_would_find_a_gpl_package():
    assert re.search(r"(?<!L)\bA?GPL", "GPL-3.0-only")
    assert not re.search(r"(?<!L)\bA?GPL", "LGPL-3.0-only")
