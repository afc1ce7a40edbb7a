"""What only several versions of one filing show."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mirasapo.intake.conformance.finding import Finding, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RULE = "R-08-08"
_STEP = "内容を変えるたびに、版を一つだけ上げます。"


def version_findings(documents: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[tuple[int, Seen]]:
    """R-08-08, by place of the payload: versions go up one by one, the business stays the same.

    The same payload again is a repetition, which is allowed.
    """
    series: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for number, document in documents:
        name = document.get("filing_number")
        if isinstance(name, str):
            series[name].append((number, document))
    for versions in series.values():
        for (_, earlier), (number, later) in pairwise(versions):
            yield number, _compared(earlier, later)


def _compared(earlier: dict[str, Any], later: dict[str, Any]) -> Seen:
    if earlier == later:
        return None
    if any(earlier.get(name) != later.get(name) for name in ("programme", "business")):
        how = "別の事業者の申請には、別の申請番号を付けます。"
        return Finding(RULE, "business", "同じ申請番号で、制度か事業者が違います。", how)
    before, after = earlier.get("version"), later.get("version")
    if not isinstance(before, int) or not isinstance(after, int) or after == before + 1:
        return None
    return Finding(RULE, "version", "前の版から一つだけ上がっていません。", _STEP)
