"""A rulebook that does not hold together is refused with file, line and cure.

Each case breaks a copy of rulebook/ in one place.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from mirasapo.catalog import Catalog, Problem
from mirasapo.catalog.policy import examine_policy, load_policy, policy_problems
from mirasapo.catalog.relations import examine_relations
from mirasapo.catalog.rulebook import examine_rules, load_rules
from mirasapo.errors import BadInput
from mirasapo.resources import resource

PROJECT = Path(__file__).parents[2]
RULES, POLICY, RELATIONS = "rules.yaml", "policy.yaml", "relations.yaml"
CH8, CH11 = "08_programme_systems.md", "11_consent.md"
FIRST = "  sentence: 申請は、制度ごとに"  # the first line of R-08-01 in rules.yaml
ABOVE = "R-07-04:"
CHECK = "tests/spec/test_catalog_schemas.py::test_形の違う申請はスキーマにも受付にも断られる"


@pytest.fixture
def rulebook(tmp_path: Path) -> Path:
    copy = tmp_path / "rulebook"
    shutil.copytree(resource("rulebook"), copy)
    return copy


@dataclass(frozen=True)
class Break:
    """What is put in place of what, what is then said, and in which line: the one with `at`.

    Without `at` it is the line that was changed.

    `told`: the file that the problem is found in, where it is another one. Both are looked
    for below the line with `after`.
    """

    file: str
    old: str
    new: str
    said: str
    at: str = ""
    told: str = ""
    after: str = ""

    def apply(self, rulebook: Path) -> tuple[str, int]:
        path = rulebook / self.file
        text = path.read_text(encoding="utf-8")
        above, marker, below = text.partition(f"\n{self.after}") if self.after else ("", "", text)
        assert self.old in below
        changed = f"{above}{marker}{below[: below.index(self.old)]}".count("\n") + 1
        below = below.replace(self.old, self.new, 1)
        path.write_text(f"{above}{marker}{below}", encoding="utf-8")
        told = self.told or self.file
        if not self.at:
            return told, changed + self.old.startswith("\n")
        lines = (rulebook / told).read_text(encoding="utf-8").splitlines()
        start = above.count("\n") + 2 if self.after else 0
        return told, next(
            n for n, line in enumerate(lines, 1) if n > start and self.at in f"\n{line}"
        )


def problems_of(rulebook: Path, catalog: Catalog) -> list[Problem]:
    """Everything that `mirasapo model check` finds in a rulebook."""
    policy, found = examine_policy(rulebook)
    found = [*found, *examine_rules(rulebook, PROJECT)[1]]
    found += examine_relations(rulebook, catalog)[1]
    return [*found, *(policy_problems(policy, catalog) if policy is not None else [])]


def rule(old: str, new: str, said: str, at: str = "", after: str = "R-08-01:") -> Break:
    return Break(RULES, old, new, said, at, after=after)


def policy(old: str, new: str, said: str, at: str = "") -> Break:
    return Break(POLICY, old, new, said, at)


def relation(old: str, new: str, said: str, at: str = "") -> Break:
    return Break(RELATIONS, old, new, said, at)


ROW = "| R-08-01 |"
BREAKS = {
    # rules.yaml
    "番号の形": rule("R-08-01:", "R-13-01:", "R-13-01 の番号は R-章-番号 の形", FIRST, ABOVE),
    "章にない規則": rule("R-08-01:", "R-08-91:", "R-08-91 が 08章 の表にありません", FIRST, ABOVE),
    "規則の重なり": rule("R-08-02:", "R-08-01:", "見出し R-08-01 が二度", "R-08-01:"),
    "規則の書き方": rule(
        "  level: must", "  level must", "YAML として読めません", "  who:", "R-08-01:"
    ),
    "強さ": rule("level: must", "level: may", "level「may」を知りません"),
    "確かめ方": rule("program: payload", "program: paper", "program「paper」を知りません"),
    "守る人": rule(
        "  who: 制度のシステム", "  who: 制度のシステム・誰か", "who「誰か」を知りません"
    ),
    "守る人なし": rule("  who: 制度のシステム", '  who: ""', "who「」を知りません"),
    "見出しの綴り": rule("  who: ", "  whom: ", "知らない見出し whom"),
    "見出しなし": rule("  who: ", "  # who: ", "who がありません", FIRST),
    "文字でない値": rule("level: must", "level: [must]", "level が文字ではありません"),
    "理由なし": rule("program: payload", "program: none", "why_not がありません", FIRST),
    "要らない理由": rule("  program:", "  why_not: ない。\n  program:", "why_not は要りません"),
    "足りないものなし": rule(CHECK, '""', "open がありません", FIRST),
    "要らない足りないもの": rule("  program:", "  open: ない。\n  program:", "open は要りません"),
    "文の終わり": rule("の形で送る。", "の形で送る", "「。」で終わる文ではありません"),
    "検査の形": rule(CHECK, "tests/spec", "「ファイル::検査」の形ではありません"),
    "ない検査": rule(CHECK, f"{CHECK}_", f"check {CHECK}_ がありません"),
    "ない検査のファイル": rule(CHECK, "tests/no.py::test_a", "check tests/no.py::test_a が"),
    # the tables of the chapters
    "違う文": Break(CH8, "JSON Schema の形で", "形で", "R-08-01 の規則の文が rules.yaml と違", ROW),
    "違う強さ": Break(CH8, "形で送る。 | 必須", "形で送る。 | 推奨", "R-08-01 の強さが", ROW),
    "違う確かめ方": Break(CH8, "必須 | 送る内容", "必須 | つなぎ方", "の確かめ方が", ROW),
    "違う文の側": Break(
        RULES, "の形で送る。", "の形で送れ。", "R-08-01 の規則の文が rules.yaml と違", ROW, CH8
    ),
    "表だけの規則": Break(
        RULES, "R-08-01:", "R-08-91:", "R-08-01 が rules.yaml にありません", ROW, CH8
    ),
    "行の重なり": Break(CH8, ROW, "| R-08-02 |", "R-08-02 が表に二度以上", "| R-08-02 |"),
    "別の章": Break(CH11, "| R-11-01 |", "| R-08-01 |", "は 08章 の規則です", "| R-08-01 |"),
    "番号なし": Break(CH8, ROW, "|  |", "R-08-01 が 08章 の表にありません", FIRST, RULES),
    "行の形": Break(CH8, f"{ROW} ", f"{ROW}", "規則の表の行を読めません", ROW),
    # policy.yaml
    "方針の見出しの綴り": policy("\nterms:", "\nterm:", "知らない見出し term ", "term:"),
    "方針の見出しなし": policy(
        "version: ", "# version: ", "見出し version がありません", "# 中小企業庁関連"
    ),
    "方針の版": policy(
        'version: "2025-02-14"', "version: 2025-02-14", "version が文字", "version:"
    ),
    "組でない見出し": policy(
        "\npurposes:", "\npurposes: 9\nx:", "purposes が見出しと値", "purposes:"
    ),
    "行のない見出し": policy(
        "\npurposes:", "\npurposes: {}\nx:", "purposes が見出しと", "purposes:"
    ),
    "並びでない見出し": policy("\nterms:", "\nterms: 1\nx:", "terms が行の並び", "terms: 1"),
    "組でない行": policy(
        "  8:\n    name_ja: 事業者", "  8: x\n  7x:\n    name_ja: ", "の 8 が見出し", "purposes"
    ),
    "名前なし": policy(
        "    name_ja: 申請者本人\n",
        "    examples: 申請者本人\n",
        "name_ja がありません",
        "    examples: 申請者",
    ),
    "区分の番号": policy(
        "  13: {name_ja", "  14: {name_ja", "data_classes は 1 から 13", "\ndata_classes:"
    ),
    "ない区分": policy("data_classes: [12, 13]", "data_classes: [12, 14]", "8 の data_classes"),
    "区分なし": policy("data_classes: [12, 13]", "data_classes: []", "8 の data_classes"),
    "真偽の区分": policy("data_classes: [12, 13]", "data_classes: [true]", "8 の data_classes"),
    "区分の重なり": policy("data_classes: [12, 13]", "data_classes: [12, 12]", "同じ番号が二度"),
    "ない提供先": policy("recipients: [8]", "recipients: [9]", "9 の recipients"),
    "一覧の組": policy(
        "  sole_proprietor:\n", "  sole:\n", "researcher_fields の組が", "  corporation:"
    ),
    "一覧の項目": policy(
        "items: [finance.net_sales_yen]", "items: finance", "items を読めません", "売上高"
    ),
    "一覧の項目の形": policy(
        "items: [finance.net_sales_yen]", "items: [1]", "items を読めません", "売上高"
    ),
    "一覧の見出し": policy('{field: "売上高"', '{name: "売上高"', "知らない見出し name", "売上高"),
    "一覧のない項目": policy(
        "finance.net_sales_yen", "finance.sales", "項目 finance.sales が", "売上高"
    ),
    "根拠": policy(
        "basis: individual}", "basis: implied}", "basis「implied」", "  administrative_procedure:"
    ),
    "規約の見出し": policy(
        "    secondary_use: true", "    # true", "secondary_use が", "version: policy-"
    ),
    "規約の余る見出し": policy(
        "    secondary_use: true", "    secondary: true", "知らない見出し secondary"
    ),
    "規約の真偽": policy("secondary_use: true", 'secondary_use: "yes"', "secondary_use を"),
    "規約の期限": policy("until_fiscal_year: null", "until_fiscal_year: 2030", "期限なしでは"),
    "規約の年度": policy("until_fiscal_year: 2021", "until_fiscal_year: 令和3", "より後の年度"),
    "規約の重なり": policy(
        "version: none-fy2019-2021",
        "version: policy-2025-02-14",
        "二度あります",
        "version: policy-",
    ),
    "規約の本文なし": policy(
        "version: policy-2025-02-14", "version: policy-2026", "本文がありません", "version: policy-"
    ),
    "規約にない本文": policy(
        "version: policy-2025-02-14", "version: policy-2026", "が terms にありません", "terms:"
    ),
    "規約の文言": Break(
        "consent_terms/policy-2025-02-14.ja.md",
        "です",
        "だ",
        "公開後に変わって",
        "sha256: a0cc",
        POLICY,
    ),
    # relations.yaml
    "ない項目": relation(
        "finance.period_starts_on",
        "finance.period_start",
        "finance.period_start は",
        "finance.period_start,",
    ),
    "ない表": relation(
        "- advanced_collaboration_member",
        "- advanced_member",
        "member_tables: advanced_member",
        "- advanced_member",
    ),
    "ない計算式": relation(
        "expense_sum_total", "expense_total", "expense_formulas: expense_total は", "expense_total,"
    ),
    "ない結果": relation(
        "[adopted, certified]", "[adopted, accepted]", "results: accepted は", "accepted"
    ),
    "ない状態": relation("  not_adopted: [", "  lost: [", "results の「lost」", "  lost: ["),
    "ない見出しの名": relation(
        "  filed_on: filing", "  filed: filing", "header_items の「filed」", "  filed: "
    ),
    "見出しの項目の組": relation(
        "header_items:", "header_items: [a]\nx:", "header_items が見出しと値の組", "header_items:"
    ),
    "見出しの項目の形": relation(
        "procedure: filing_header.procedure_type",
        "procedure: [a]",
        "「procedure」の値",
        "  procedure: [a]",
    ),
    "関係の見出しの綴り": relation("caps:", "cap:", "知らない見出し cap ", "cap:"),
    "関係の見出しなし": relation(
        "terms_item: ", "# terms_item: ", "見出し terms_item がありません", "# 項目どうしの関係"
    ),
    "ない事業者の種類": relation(
        "[corporation, association]", "[corporation, asociationn]", "incorporated: asociationn は"
    ),
    "コード表のない事業者の種類": relation(
        "business_identity.organization_type: []",
        "business_identity.trade_name: [株式会社]",
        "incorporated: 株式会社 は",
    ),
    "行と一度だけの日付": relation(
        "- [subsidy_project.starts_on, subsidy_project.ends_on]",
        "- [subsidy_project.starts_on, finance.period_ends_on]",
        "同じ行にありません",
    ),
    "別の表の一度だけの日付": relation(
        "- [subsidy_project.starts_on, subsidy_project.ends_on]",
        "- [subsidy_project.starts_on, grant_lifecycle.decided_on]",
        "同じ行にありません",
    ),
    "二度の日付の順": relation(
        "[grant_lifecycle.applied_on, grant_lifecycle.decided_on]",
        "[finance.period_starts_on, finance.period_ends_on]",
        "date_orders に finance.period_starts_on と finance.period_ends_on が二度",
    ),
    "逆の日付の順": relation(
        "[grant_lifecycle.applied_on, grant_lifecycle.decided_on]",
        "[finance.period_ends_on, finance.period_starts_on]",
        "date_orders に finance.period_ends_on と finance.period_starts_on が二度",
    ),
    "二度の結果": relation(
        "[adopted, certified]", "[adopted, adopted]", "results に adopted が二度"
    ),
    "二度の埋め草": relation("不明, 未定", "不明, 不明", "fillers に 不明 が二度"),
    "見出しの項目なし": relation(
        "  procedure: filing_header.procedure_type",
        "  # procedure",
        "header_items に procedure がありません",
        "header_items:",
    ),
    "組でない組": relation(
        ", expense.cap_yen]", "]", "caps に、二つの項目キーの組でない行", "caps:"
    ),
    "並びでない並び": relation(
        "half_width_kana: [",
        "half_width_kana: {a: b} #",
        "half_width_kana が文字の",
        "half_width_kana:",
    ),
    "文字でない並び": relation(
        'filler_days: ["1868-01-01"',
        "filler_days: [1868-01-01",
        "filler_days が文字の",
        "filler_days:",
    ),
    "一つでない項目": relation(
        "terms_item: consent", "terms_item: [a] # ", "terms_item が一つの", "terms_item:"
    ),
    "違う種類の日付": relation(
        "finance.period_ends_on]", "finance.net_sales_yen]", "finance.net_sales_yen は日付か年月"
    ),
    "日付と年月": relation(
        "[subsidy_project.starts_on, subsidy_project.ends_on]",
        "[subsidy_project.starts_on, subsidy_project.schedule_end_month]",
        "日付と年月で比べられません",
    ),
    "年月と日付": relation(
        "management_improvement.end_month]",
        "grant_lifecycle.decided_on]",
        "日付と年月で比べられません",
    ),
    "別の表の行": relation(
        "certification.certification_expires_on]",
        "intellectual_property.registered_on]",
        "同じ行にありません",
    ),
    "同じ項目": relation(
        "finance.period_ends_on]", "finance.period_starts_on]", "同じ項目と比べて"
    ),
    "金額でない上限": relation("expense.cap_yen]", "expense.class]", "は金額ではありません"),
    "団体コードでない住所": relation(
        "[business_place.prefecture, business_place.local_government_code]",
        "[business_place.prefecture, business_place.name]",
        "business_place.name は団体コードでは",
    ),
    "都道府県でない住所": relation(
        "[business_place.prefecture, business_place.local_government_code]",
        "[business_place.city, business_place.local_government_code]",
        "business_place.city は都道府県の",
    ),
    "別の住所": relation(
        "[business_place.prefecture, business_place.local_government_code]",
        "[business_place.prefecture, main_office_address.local_government_code]",
        "同じ行にありません",
    ),
    "上のない業種": relation(
        "industry_business.main_industry_middle]",
        "industry_business.main_industry_major]",
        "main_industry_major は上の分類のある",
    ),
    "文字でない半角カナ": relation(
        "[bank.account_holder_kana]", "[finance.net_sales_yen]", "は文字ではありません"
    ),
    "法人番号でない見出し": relation(
        "corporate_number: business_identity.corporate_number",
        "corporate_number: business_identity.trade_name",
        "は法人番号ではありません",
    ),
    "12桁でない番号": relation(
        "twelve_digits: [support_institution.certified_institution_number]",
        "twelve_digits: [business_identity.corporate_number]",
        "は12桁の番号では",
    ),
    "真偽でない同意": relation(
        "- consent_provenance.consents_to_secondary_use",
        "- consent_provenance.consent_class",
        "は真偽ではありません",
    ),
    "一覧のない結果": relation(
        "result_item: filing_header.result",
        "result_item: filing_header.title",
        "filing_header.title はコード表の",
    ),
    "繰り返さない参加者の表": relation(
        "- advanced_collaboration_member", "- header", "header は繰り返す表では"
    ),
    "合計でない式": relation(
        "[total_assets_by_parts", "[operating_margin_percent", "合計ではありません"
    ),
    "日付でない埋め草": relation('"1900-01-01"', '"1900-13-01"', "1900-13-01 は日付では"),
    # the table of a published version
    "広げた区分": policy(
        "data_classes: [1, 6, 9, 10]",
        "data_classes: [1, 6, 8, 9, 10]",
        "利用目的 1 の data_classes が、公開した",
    ),
    "入れ替えた区分": policy(
        "data_classes: [1, 6, 9, 10]",
        "data_classes: [1, 6, 8, 10]",
        "2025-02-14 版(1・6・9・10)と違います",
    ),
    "広げた提供先": policy(
        "recipients: [1, 2]", "recipients: [1, 2, 3]", "利用目的 2 の recipients が、公開した"
    ),
    "公開の表の側": policy(
        "1: {data_classes: [1, 6, 9, 10]",
        "1: {data_classes: [1, 6, 10]",
        "2025-02-14 版(1・6・10)と違います",
        "    data_classes: [1, 6, 9, 10]",
    ),
    "増やした一覧": policy(
        '    - {field: "売上高"',
        '    - {field: "純利益", items: []}\n    - {field: "売上高"',
        "公開後に変わって",
        "tables:",
    ),
    "行のない版": policy('version: "2025-02-14"\nsource', 'version: "2026-04-01"\nsource', "0 行"),
}


def test_手を加えないルールブックに誤りはない(rulebook: Path, catalog: Catalog) -> None:
    assert problems_of(rulebook, catalog) == []


@pytest.mark.parametrize("name", BREAKS)
def test_ルールブックの誤りはファイルと行と直し方を示す(
    rulebook: Path, catalog: Catalog, name: str
) -> None:
    case = BREAKS[name]
    file, line = case.apply(rulebook)
    found = problems_of(rulebook, catalog)
    said = [problem for problem in found if case.said in problem.what]
    assert (file, line) in {(problem.file, problem.line) for problem in said}
    assert all(problem.cure.endswith("。") for problem in found)
    assert all(problem.what.endswith("。") for problem in found)


@pytest.mark.parametrize("file", [RULES, POLICY, RELATIONS])
def test_ファイルがなければ断られる(rulebook: Path, catalog: Catalog, file: str) -> None:
    (rulebook / file).unlink()
    what, cure = "ファイルがありません。", "この名前のファイルを置きます。"
    assert Problem(file, 1, what, cure) in problems_of(rulebook, catalog)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("  level: must", "  level must", "YAML として読めません。"),
        ("R-08-02:", "R-08-01:", "見出し R-08-01 が二度書かれています。"),
        ("  who: 制度のシステム", "  whom: 制度のシステム", "知らない見出し whom があります。"),
        ("  level: must", "  level: [must]", "level が文字ではありません。"),
        ("  sentence: 申請は", "  sentencee: 申請は", "知らない見出し sentencee があります。"),
    ],
)
def test_規則の誤りで章の表は責められない(
    rulebook: Path, catalog: Catalog, old: str, new: str, what: str
) -> None:
    rule(old, new, what).apply(rulebook)
    (found,) = problems_of(rulebook, catalog)
    assert found.file == RULES
    assert found.what.endswith(what)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [(RELATIONS, "caps:", "cap:"), (POLICY, "\nterms:", "\nterm:")],
)
def test_見出しの綴りの誤りは_それだけが示される(
    rulebook: Path, catalog: Catalog, file: str, old: str, new: str
) -> None:
    told, line = Break(file, old, new, "").apply(rulebook)
    (found,) = problems_of(rulebook, catalog)
    assert (found.file, found.line) == (told, line)
    assert found.cure.startswith(f"{old.strip(':').strip()} の綴りに直すか")


def test_章がないか読めなければ断られる(rulebook: Path, catalog: Catalog) -> None:
    (rulebook / CH8).rename(rulebook / "chapter_8.md")
    (rulebook / CH11).write_bytes("規則".encode("cp932"))
    found = problems_of(rulebook, catalog)
    said = {(each.file, each.line, each.what) for each in found}
    assert ("08_*.md", 1, "08章のファイルがありません。") in said
    assert (CH11, 1, "UTF-8 として読めません。") in said
    assert all(each.cure for each in found)


def test_誤りのあるルールブックは読み込めず直し方が示される(rulebook: Path) -> None:
    BREAKS["強さ"].apply(rulebook)
    with pytest.raises(BadInput, match=r"rules\.yaml:106: .*must・should のどれかを書きます。"):
        load_rules(rulebook)
    BREAKS["根拠"].apply(rulebook)
    with pytest.raises(BadInput, match=r"policy\.yaml:\d+: .*deemed か individual を書きます。"):
        load_policy(rulebook)


def test_検査のない所では検査の名を確かめない(rulebook: Path) -> None:
    BREAKS["ない検査"].apply(rulebook)
    assert examine_rules(rulebook)[1] == []
