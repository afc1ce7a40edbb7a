"""How jGrants is asked; the address is a setting."""

from __future__ import annotations

from mirasapo.acquisition.programmes.regions import EVERYWHERE

LIST = "v1/public/subsidies"
DETAIL = "v2/public/subsidies/id"

KEYWORDS = (
    *("事業", "補助", "支援", "制度", "令和", "助成", "募集", "交付", "融資", "開発"),
    *("創業", "災害", "奨励"),
)
"""The service has no list of everything: what at least one of these finds is united.

Of the 341 grants of 制度ナビ 328 have one of them, and the other 13 are allowances and homes for
private persons; 事業 alone misses 78.
"""

SHORTEST_KEYWORD, LONGEST_KEYWORD = 2, 255
LONGEST_ID = 18

ALSO = EVERYWHERE
"""The filter by area leaves out what is for the whole country: that is asked for beside it."""

MOST_BYTES = 1 << 30
"""Of one answer: attachments lie inside it as text, a third longer than they are."""
MOST_LIST_BYTES = 64 << 20
"""Of a list, which is held in memory."""
