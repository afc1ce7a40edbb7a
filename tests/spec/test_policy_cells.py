"""データ利活用ポリシーの表: each of its 936 cells is a test, asked of the policy and of the rule.

The table is that of page 3 of the policy (2025-02-14), written down here once more and by hand:
〇 for what is ticked. A cell is open where the purpose ticks its data class and its recipient.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product
from uuid import uuid4

import pytest

from mirasapo.catalog import load_policy
from mirasapo.disclosure.rule import Actor, Decision, Facts, GrantLine, Subject, decide
from mirasapo.resources import real_data

TABLE = """
利用目的                                |         データの区分                  |    提供先
                                        |  1  2  3  4  5  6  7  8  9 10 11 12 13 |  1  2  3  4  5  6  7  8
1 政策の効果検証（EBPM）の実施          | 〇 ー ー ー ー 〇 ー ー 〇 〇 ー ー ー | 〇 〇 〇 〇 ー ー ー ー
2 行政機関内での情報共有                | 〇 〇 〇 〇 〇 〇 〇 〇 〇 〇 〇 〇 〇 | 〇 〇 ー ー ー ー ー ー
3 申請者本人による一括した保存・閲覧    | 〇 〇 〇 〇 〇 〇 〇 〇 ー 〇 〇 〇 〇 | ー ー ー ー ー ー 〇 ー
4 申請の円滑化（ワンスオンリー等）      | 〇 〇 〇 ー 〇 〇 〇 〇 ー 〇 ー ー ー | 〇 〇 〇 ー ー ー ー ー
5 経営支援情報の紹介                    | 〇 〇 〇 ー 〇 〇 〇 〇 ー 〇 〇 〇 ー | 〇 〇 〇 ー 〇 ー ー ー
6 経営相談に際する支援者による閲覧      | 〇 〇 〇 ー ー 〇 〇 〇 ー 〇 〇 〇 ー | ー ー 〇 ー 〇 ー ー ー
7 支援機関の支援実績等の見える化        | 〇 〇 ー ー ー 〇 ー ー ー ー ー 〇 〇 | 〇 〇 〇 ー 〇 〇 ー ー
8 支援者情報の提供・マッチング          | ー ー ー ー ー ー ー ー ー ー ー 〇 〇 | 〇 〇 〇 ー 〇 〇 ー ー
9 政府保有情報のオープンデータ化        | 〇 ー ー ー ー ー ー 〇 ー 〇 ー 〇 ー | ー ー ー ー ー ー ー 〇
"""
NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
ALL_CLASSES = (1 << 13) - 1
BUSINESS, INSTITUTION = uuid4(), uuid4()
FILED = Subject(BUSINESS, "filing", "04", 2023, "jgrants-04", "deemed")
READERS = (1, 2, 3, 5, 7)  # of items; 4, 6 and 8 get cuts and publications, never a grant
TICKS = {
    int(name.split()[0]): tuple([tick == "〇" for tick in ticks.split()] for ticks in (left, right))
    for name, left, right in (line.split("|") for line in TABLE.strip().splitlines()[2:])
}
CELLS = [
    (purpose, data_class, recipient, classes[data_class - 1] and recipients[recipient - 1])
    for purpose, (classes, recipients) in TICKS.items()
    for data_class, recipient in product(range(1, 14), range(1, 9))
]


@cache
def everything_in_favour(purpose: int) -> Facts:
    """Every business, kind and institution has allowed everything; nothing is suspended."""
    lines = [
        GrantLine(
            *(BUSINESS, audience, level, "allow", purpose, ALL_CLASSES, None, None),
            *(NOW - timedelta(hours=1), None, "setting:a"),
        )
        for level, audience in enumerate(("all", "kind:chamber", f"institution:{INSTITUTION}"))
    ]
    return Facts(load_policy(), lines)


def asked(purpose: int, data_class: int, recipient: int) -> Decision:
    actor = Actor("a", recipient, BUSINESS, INSTITUTION, "chamber")
    return decide(actor, purpose, FILED, data_class, NOW, everything_in_favour(purpose))


@pytest.mark.parametrize(
    ("purpose", "data_class", "recipient", "is_open"),
    CELLS,
    ids=[
        f"purpose{p}-class{c}-recipient{r}-{'open' if opened else 'closed'}"
        for p, c, r, opened in CELLS
    ],
)
def test_ますは表のとおりに開閉する(
    purpose: int, data_class: int, recipient: int, *, is_open: bool
) -> None:
    policy = load_policy()
    assert ((purpose, data_class, recipient) in policy.cells) == is_open
    assert bool(policy.ceiling(purpose, recipient) >> (data_class - 1) & 1) == is_open
    decision = asked(purpose, data_class, recipient)
    assert (decision.rule == "ceiling") == (not is_open)
    assert decision.allowed == (is_open and recipient in READERS)


def test_表は9目的13区分8提供先で175ますが開いている() -> None:
    assert [(len(classes), len(recipients)) for classes, recipients in TICKS.values()] == [
        (13, 8)
    ] * 9
    assert list(TICKS) == list(range(1, 10))
    assert len(CELLS) == 936
    assert sum(is_open for *_, is_open in CELLS) == 175


def test_書き写した表は原本と一ますも違わない() -> None:
    folder = real_data()
    if folder is None:
        pytest.skip("ポリシーの表の原本 (../shared/data/policy) がここにありません")
    original = json.loads((folder / "policy" / "data_policy_matrix.json").read_text("utf-8"))
    ticked = {
        row["id"]: (set(row["categories"]), set(row["recipients"])) for row in original["purposes"]
    }
    for purpose, data_class, recipient, is_open in CELLS:
        classes, recipients = ticked[purpose]
        assert is_open == (data_class in classes and recipient in recipients)


def test_書き写した表の印の数は原本の本文と同じである() -> None:
    """The text of the PDF has no columns left; the ticks of each purpose can still be counted."""
    folder = real_data()
    if folder is None:
        pytest.skip("ポリシーの本文 (../shared/data/policy) がここにありません")
    text = (folder / "policy" / "data_policy.txt").read_text("utf-8")
    table = text[text.rindex("政 策 の 効 果 検 証") : text.index("（※１）「独立行政法人」とは")]
    counted = [line.count("〇") + line.count("○") for line in table.splitlines()]
    assert [count for count in counted if count] == [
        sum(classes) + sum(recipients) for classes, recipients in TICKS.values()
    ]
