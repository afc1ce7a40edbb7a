"""A mutation of the data model of every kind is caught, with file, line and cure.

Each mutation changes one line of a copy of data_model/ that a tired person could have changed so.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mirasapo.catalog.lint.names import STUTTER, UNITS, shared_words
from mirasapo.catalog.lint.tables import KEYLESS
from mirasapo.catalog.lint.words import HOMONYMS, refused_words
from mirasapo.catalog.load import check, load_catalog
from mirasapo.catalog.policy import examine_policy
from mirasapo.catalog.relations import examine_relations
from mirasapo.catalog.seal import seal
from mirasapo.resources import resource
from tests.model_files import edit, set_cell

if TYPE_CHECKING:
    from pathlib import Path

    from mirasapo.catalog import Catalog

FINANCE = "generic/finance.csv"
IDENTITY = "generic/business_identity.csv"
IMPROVEMENT = "specific/management_improvement.csv"
OFFICER = "generic/officer.csv"
POINTS = "open_points.md"
FORMULAS = "formulas.yaml"
PUBLISHED = "published_keys.csv"
CODES = "published_codes.csv"
FORMS = "published_programmes.csv"
PROGRAMMES = "programmes.yaml"
GBIZINFO = "mappings/gbizinfo.csv"
ADDRESS = "generic/main_office_address.csv"
BRAND = "specific/japan_brand.csv"
CONTACT = "generic/contact_point.csv"
RIGHT = "generic/intellectual_property.csv"
DAY = date(2026, 11, 24)
ASSETS = "  of: finance.total_assets_yen"


@dataclass(frozen=True)
class Cell:
    """One cell of the item with this number."""

    file: str
    number: str
    column: str
    value: str

    def apply(self, model: Path) -> int:
        return set_cell(model / self.file, self.number, self.column, self.value)


@dataclass(frozen=True)
class Line:
    """A piece of the first line that begins so."""

    file: str
    start: str
    old: str
    new: str

    def apply(self, model: Path) -> int:
        return edit(model / self.file, self.start, self.old, self.new)


def _expression(old: str, new: str) -> Line:
    return Line(FORMULAS, '  expression: "finance.current_assets', old, new)


LONG = "役員一人の姓と名の読みを全角カナで書いたもので、" * 6 + "対応します。"
MUTATIONS: dict[str, tuple[Cell | Line, str]] = {
    # texts
    "定義がない": (Cell(OFFICER, "G0113", "definition", ""), "日本語の一文"),
    "定義が二文": (
        Cell(OFFICER, "G0113", "definition", "役員の読みを全角カナで書きます。漢字と対応します。"),
        "日本語の一文",
    ),
    "定義が英語": (
        Cell(OFFICER, "G0113", "definition", "The reading of the name in kana。"),
        "日本語の一文",
    ),
    "定義が短い": (Cell(OFFICER, "G0113", "definition", "姓と名の読み方です。"), "定義が 10 文字"),
    "定義が長い": (Cell(OFFICER, "G0113", "definition", LONG), "文字です"),
    "定義が名称の言い換え": (
        Cell(OFFICER, "G0113", "definition", "氏名のカナの名称の内容を記入する項目の欄です。"),
        "言い換え",
    ),
    "区分の理由がない": (Cell(OFFICER, "G0113", "class_reason", "区分3"), "理由になっていません"),
    "マスタの理由がない": (Cell(OFFICER, "G0113", "master_reason", ""), "理由になっていません"),
    "名称に下線": (Cell(OFFICER, "G0113", "label_ja", "役員_氏名"), "_ があります"),
    "名称に全角の括弧": (Cell(OFFICER, "G0113", "label_ja", "氏名（カナ）"), "全角の （"),
    "名称に見えない文字": (Cell(OFFICER, "G0113", "label_ja", "氏\u200b名"), "U+200B"),
    "理由が同じ字": (Cell(OFFICER, "G0113", "class_reason", "あ" * 9), "理由になっていません"),
    "表の名前がない": (Line("tables.csv", "officer,row", "役員", ""), "名称が空"),
    "カテゴリの名前が二つ": (
        Line("categories.csv", "generic,officer", "役員", "代表者"),
        "行目にもあります",
    ),
    "領域の名前が空白": (Line("areas.csv", "people", "代表者・役員・株主・職場", " "), "名称が空"),
    "英語の名称が日本語": (Cell(OFFICER, "G0113", "label_en", "氏名"), "英語でない字"),
    # names
    "金額の名が円でない": (Cell(IDENTITY, "G0019", "item", "capital"), "_yen"),
    "日付の名が日付でない": (Cell(FINANCE, "G0155", "item", "period_start_date"), "_on"),
    "真偽の名が文でない": (Cell(OFFICER, "G0120", "item", "large_company_flag"), "文になって"),
    "文字の名が真偽": (Cell(OFFICER, "G0113", "item", "is_kana"), "真偽の名前"),
    "文字の名が日付": (Cell(OFFICER, "G0113", "item", "kana_on"), "型 string のものでは"),
    "吃音": (Cell(OFFICER, "G0113", "item", "officer_name_kana"), "officer はカテゴリの名"),
    "ローマ字": (Cell(OFFICER, "G0113", "item", "yago_kana"), "ローマ字"),
    # values
    "長さがない": (Cell(OFFICER, "G0113", "limit", ""), "長さの制限"),
    "知らない単位": (Cell(FINANCE, "G0211", "unit", "えん"), "単位 えん"),
    "円でない金額": (Cell(FINANCE, "G0211", "unit", "人"), "型 money と単位 人"),
    "単位のある文字": (Cell(OFFICER, "G0113", "unit", "人"), "型 string に単位"),
    "様式の単位": (Cell(FINANCE, "G0211", "form_unit", "千人"), "様式の単位 千人"),
    "逆の範囲": (
        Cell(IMPROVEMENT, "S0663", "limit", "minimum=9; maximum=1"),
        "maximum より大きい",
    ),
    "様式にあった期間": (
        Line(OFFICER, "G0113", ",,,confirmed", ",2022-01-01,2021-01-01,confirmed"),
        "valid_until より後",
    ),
    # published keys
    "公開したキーの変更": (
        Line(PUBLISHED, "finance.land_yen", "land_yen", "site_yen"),
        "finance.site_yen",
    ),
    "公開したキーの型": (
        Line(PUBLISHED, "officer.name,", "string", "text"),
        "officer.name の型「string」が、公開した「text」と違います",
    ),
    "二度の公開したキー": (
        Line(PUBLISHED, "officer.name_kana,", "officer.name_kana", "officer.name"),
        "officer.name は二度",
    ),
    "公開したキーの印": (
        Line(PUBLISHED, "finance.fiscal_closed_on,", "yes", "1"),
        "行の鍵の印「yes」が、公開した「1」と違います",
    ),
    "行の鍵をやめた項目": (
        Cell(RIGHT, "G0288", "key_role", ""),
        "行の鍵の印「なし」が、公開した「yes」と",
    ),
    "行の鍵になった項目": (
        Cell(OFFICER, "G0113", "key_role", "PK"),
        "行の鍵の印「yes」が、公開した「なし」と",
    ),
    "公開したキーの項目の改名": (
        Cell(FINANCE, "G0174", "item", "site_yen"),
        "公開した finance.land_yen と違います",
    ),
    "公開したキーの項目の型": (Cell(OFFICER, "G0112", "type", "text"), "公開した「string」と"),
    "公開したデータ区分": (
        Cell(OFFICER, "G0112", "data_class", "1"),
        "データ区分「1」が、公開した「3」と",
    ),
    "公開したデータ区分の側": (
        Line(PUBLISHED, "officer.name,", ",3,", ",1,"),
        "データ区分「3」が、公開した「1」と",
    ),
    "公開した第三者の印": (Cell(OFFICER, "G0112", "third_party", "yes"), "第三者の印「yes」が"),
    "公開したコード表": (
        Cell(IDENTITY, "G0009", "code_list", "sex"),
        "コード表「sex」が、公開した「",
    ),
    # published codes
    "公開したコードの番号": (
        Line("code_lists/sex.csv", "9,", "9,", "3,"),
        "3 は、公開した sex ISO/IEC 5218:2004 9 と違います",
    ),
    "公開したコードの名称": (
        Line("code_lists/sex.csv", "1,", "男性", "男"),
        "名称「男」が、公開した「男性」と違います",
    ),
    "公開したコードの表の側": (
        Line(CODES, "sex,ISO/IEC 5218:2004,1,", "男性", "男"),
        "名称「男性」が、公開した「男」と違います",
    ),
    "公開していないコード": (
        Line("code_lists/sex.csv", "9,", "9,", "3,その他\n9,"),
        "コード sex ISO/IEC 5218:2004 3 の行が",
    ),
    "コード表の版": (
        Line("code_lists/index.yaml", "  revision: ISO/IEC 5218", "2004", "2005"),
        "コード sex ISO/IEC 5218:2005 の行が",
    ),
    # published programmes
    "公開した根拠": (
        Line(PROGRAMMES, "    basis: deemed", "deemed", "individual"),
        "01 の根拠「individual」が、公開した「deemed」と",
    ),
    "公開した制限": (
        Cell(OFFICER, "G0112", "limit", "max_length=99"),
        "書き方の制限「max_length=99」が",
    ),
    "公開した並びの印": (
        Line(PUBLISHED, "officer.name,", "max_length=100,", "max_length=100,yes"),
        "並びの印「なし」が、公開した「yes」と",
    ),
    "公開した制度の項目": (
        Cell(IMPROVEMENT, "S0663", "programmes", "13 15"),
        "制度「13 15」が、公開した「13」と",
    ),
    "公開した名称": (
        Cell(OFFICER, "G0112", "label_ja", "役員の氏名"),
        "名称「役員の氏名」が、公開した「氏名」と",
    ),
    "公開したマスタの決まり": (
        Cell(IDENTITY, "G0012", "master_policy", "merge"),
        "マスタの決まり「merge」が、公開した「latest」と",
    ),
    "公開した上位のコード": (
        Line("code_lists/jsic_middle.csv", "02,", ",A", ",B"),
        "上位のコード「B」が、公開した「A」と",
    ),
    "公開した制度の名称": (
        Line(PROGRAMMES, "    name_ja: 【令和3年度】戦略", "戦略", "戦術"),
        "名称「【令和3年度】戦術",
    ),
    "コード表の知らない見出し": (
        Line(
            "code_lists/index.yaml",
            "  revision: ISO/IEC 5218",
            "  revision",
            "  revised: x\n  revision",
        ),
        "知らない見出し revised",
    ),
    "カテゴリを理由にした区分": (
        Cell(OFFICER, "G0113", "class_reason", "このカテゴリの項目はみな区分3のため"),
        "理由になっていません",
    ),
    "公開した機微": (
        Cell(OFFICER, "G0112", "sensitivity", "basic"),
        "機微「basic」が、公開した「personal」と",
    ),
    "公開した二次利用": (
        Line(PROGRAMMES, "    secondary_use_2021:", "false", "true"),
        "2021年度の二次利用「true」が、公開した「false」と",
    ),
    "公開した出す人": (
        Line(PROGRAMMES, "    filed_by: business", "business", "institution"),
        "01 の出す人「institution」が、公開した「business」と",
    ),
    "公開した様式の版": (
        Line(PROGRAMMES, '    form_versions: ["2021', "2021-1", "2012-1"),
        "様式の版「2012-1」が、公開した「2021-1」と",
    ),
    "公開した様式の版の側": (
        Line(FORMS, "01,", "2020-1", "2020-2"),
        "様式の版「2020-1」が、公開した「2020-2」と",
    ),
    "様式の版の重なり": (
        Line(PROGRAMMES, "    form_versions:", "[", '["2020-1", '),
        "制度 01 の様式の版が、年度-番号の古い順",
    ),
    "様式の版の綴り": (
        Line(PROGRAMMES, "    form_versions:", "2020-1", "2020_1"),
        "制度 01 の様式の版が、年度-番号の古い順",
    ),
    "項目のある制度の統合状況": (
        Line(PROGRAMMES, "    in_data_model:", "true", "false"),
        "制度 01 の項目が",
    ),
    # numbers and programmes
    "違う番号": (Cell(OFFICER, "G0113", "number", "G0444"), "項番「G0444」"),
    "別の頭字の番号": (Cell(OFFICER, "G0113", "number", "S0113"), "項番「S0113」"),
    "順でない番号": (Cell(OFFICER, "G0114", "number", "G0113"), "項番 G0113 が前の行の"),
    "二度の制度": (Cell(IMPROVEMENT, "S0663", "programmes", "13 13"), "「13」と書きます"),
    "順でない制度": (Cell(IMPROVEMENT, "S0663", "programmes", "15 13"), "「13 15」と書きます"),
    "余白の出所": (Cell(OFFICER, "G0113", "source", "  "), "source の前後に余白"),
    # keys of single rows
    "番号でない鍵": (Cell(CONTACT, "G0085", "key_role", "PK"), "一件を見分ける番号ではありません"),
    # the way into the master
    "分けられた住所": (Cell(ADDRESS, "G0078", "master_unit", "item"), "違うマスタ更新"),
    "マスタに入らない単位": (
        Cell(IMPROVEMENT, "S0663", "master_unit", "row"),
        "master_unit が row",
    ),
    # the forms of today
    "まだ始まらない項目": (
        Cell(IMPROVEMENT, "S0663", "valid_from", "2031-04-01"),
        "制度 13 の様式の版(2021-1)に",
    ),
    "初めからある項目の始まり": (
        Cell(IMPROVEMENT, "S0663", "valid_from", "2015-04-01"),
        "valid_from 2015-04-01 から始まるのに",
    ),
    "終わったのにある項目": (
        Cell(IMPROVEMENT, "S0663", "valid_until", "2020-03-31"),
        "制度 13 の新しい様式の版(2021-1)",
    ),
    "終わらない版の項目": (
        Cell(IMPROVEMENT, "S0663", "valid_until", "2024-03-31"),
        "まだあります",
    ),
    # words
    "退けた語": (Cell(OFFICER, "G0113", "item", "firm_name_kana"), "firm は、glossary.yaml"),
    "退けた語の複数形": (Cell(OFFICER, "G0113", "item", "freelancers_name"), "freelancer は"),
    "重なった語": (Cell(BRAND, "S0186", "label_ja", "展示会展示会名"), "「展示会」が二度続いて"),
    "制度の名で始まる名称": (
        Cell(BRAND, "S0186", "label_ja", "JAPANブランド展示会名"),
        "制度の名「JAPANブランド」で",
    ),
    # mappings
    "知らない読み方": (
        Line(GBIZINFO, "hojin.name,", "text", "words"),
        "convert「words」",
    ),
    "読まない項目の読み方": (
        Line(GBIZINFO, "hojin.aggregated_year", ",,,", ",,text,"),
        "convert「text」",
    ),
    "二度の対応": (Line(GBIZINFO, "hojin.kana,", "hojin.kana", "hojin.name"), "hojin.name は二度"),
    "二つの出所": (
        Line(GBIZINFO, "hojin.name_en,", "trade_name_en", "trade_name_kana"),
        "同じ版の hojin.kana も",
    ),
    # code lists
    "同じ名称のコード": (Line("code_lists/sex.csv", "2,", "女性", "男性"), "コード 1 と 2 が"),
    # the survey
    "調査の数": (Line(PROGRAMMES, "  surveyed:", "103", "130"), "報告書では 103 件"),
    "優先度の数": (Line(PROGRAMMES, "      count: 3", "3", "4"), "報告書の 3 件"),
    "制度の値": (Line(PROGRAMMES, "    basis: individual", "individual", "implied"), "implied"),
    "退けた語の重なり": (
        Line("glossary.yaml", "  refused: [adviser", "adviser", "enterprise"),
        "「enterprise」",
    ),
    # entities
    "表の綴り": (Cell(OFFICER, "G0113", "entity", "oficer"), "表 oficer・row の名前が"),
    "繰り返しの綴り": (Cell(OFFICER, "G0113", "repeat_group", "rows"), "表 officer・rows の名前が"),
    # codes
    "一覧のないコード": (Cell(IDENTITY, "G0009", "code_list", ""), "コード表がなく"),
    "検査数字のない法人番号": (Cell(IDENTITY, "G0001", "limit", "digits=13"), "検査がありません"),
    "制限のあるコード": (Cell(IDENTITY, "G0009", "limit", "max_length=9"), "コード表のある項目"),
    "決まったのに未決": (
        Line(
            POINTS,
            "| `expense.class` 経費区分",
            "expense.class` 経費区分",
            "officer.name` 氏名",
        ),
        "未決ではありません",
    ),
    "名称の違う未決": (
        Line(POINTS, "| `expense.class`", "経費区分", "経費"),
        "名称は「経費区分」",
    ),
    "二度の未決": (
        Line(
            POINTS,
            "| `expense.class` 経費区分",
            "expense.class` 経費区分",
            "attachment.type` 添付書類区分",
        ),
        "二度書かれて",
    ),
    "知らない項目の未決": (
        Line(POINTS, "| `expense.class`", "expense.class", "expense.kind"),
        "項目 expense.kind が",
    ),
    "理由のない未決": (
        Line(POINTS, "| `attachment.type`", "様式の選択肢が項目名に列挙されていない", ""),
        "理由がありません",
    ),
    # meanings
    "同じ定義": (
        Cell(
            OFFICER,
            "G0113",
            "definition",
            "取締役、監査役など会社の役員一人の姓と名で、代表者も含めて一人を一行として書きます。",
        ),
        "定義が officer.name と",
    ),
    "同じ英語の名称": (Cell(OFFICER, "G0113", "label_en", "name"), "英語の名称が officer.name と"),
    "同じ名称の違う型": (Cell(OFFICER, "G0113", "label_ja", "経常利益"), "型と単位が"),
    # references
    "鍵でない参照先": (
        Cell(IMPROVEMENT, "S0660", "references", "management_improvement.action_content"),
        "は鍵ではありません",
    ),
    "ない参照先": (Cell(IMPROVEMENT, "S0660", "references", "nobody.knows"), "nobody.knows は"),
    "参照先と違う長さ": (Cell(IMPROVEMENT, "S0660", "limit", "max_length=6"), "型か長さか単位"),
    "参照先のない外部の鍵": (Cell(IMPROVEMENT, "S0660", "references", ""), "FK の項目にだけ"),
    # tables
    "様式に行の鍵がない": (Cell(FINANCE, "G0154", "programmes", "03 04"), "様式に、行の鍵が"),
    # formulas
    "式のない項目": (_expression("fixed_assets", "fixed_asset"), "finance.fixed_asset_yen が"),
    "式の括弧": (_expression("finance.current", "(finance.current"), "式として読めません"),
    "式の知らない関数": (
        _expression("finance.current_assets_yen", "abs(finance.current_assets_yen)"),
        "abs(finance.current_assets_yen)",
    ),
    "式の単位": (_expression("current_assets_yen +", "current_assets_yen *"), "足し引き"),
    "式の結果の項目": (
        Line(FORMULAS, ASSETS, "assets_yen", "assets"),
        "finance.total_assets が",
    ),
    "式の結果の単位": (
        Line(FORMULAS, '  expression: "finance.operating_income_yen / finance.n', " * 100", ""),
        "operating_margin_percent の単位 % に、式の単位 単位なし",
    ),
    "式の文字の項目": (_expression("current_assets_yen", "period_class"), "一つの数では"),
    "式の届かない行": (
        _expression("finance.current_assets_yen", "expense.eligible_yen"),
        "どの行に当たるか",
    ),
    "式の許す差がない": (
        Line(FORMULAS, "  tolerance_yen", "tolerance_yen", "tolerances"),
        "許す差を読めません",
    ),
    "式の許す差の単位": (
        Line(FORMULAS, "  tolerance_yen", "tolerance_yen", "tolerance"),
        "見出しが結果の単位と",
    ),
    "式の種類": (Line(FORMULAS, "  kind: formula", "formula", "guess"), "kind を"),
    "式の名前の重なり": (
        Line(FORMULAS, "- name: total_assets_by_fin", "by_financing", "by_parts"),
        "同じ名前",
    ),
    "式にない欠けてよい項目": (
        Line(FORMULAS, "  treat_missing_as_zero: [finance.d", "deferred_", "total_"),
        "finance.total_assets_yen は式に",
    ),
}


@pytest.mark.parametrize("kind", MUTATIONS)
def test_変異はファイルと行と直し方を示して見つかる(model: Path, kind: str) -> None:
    mutation, said = MUTATIONS[kind]
    line = mutation.apply(model)
    found = [problem for problem in check(model) if said in problem.what + problem.cure]
    assert (mutation.file, line) in {(problem.file, problem.line) for problem in found}
    assert all(problem.cure.endswith("。") for problem in found)


def test_変異には12を超える種類がある() -> None:
    assert len(MUTATIONS) > 12


def test_吃音の許しはすべて要り_理由がある(catalog: Catalog) -> None:
    needed = {(item.category, word) for item in catalog.items for word in shared_words(item)}
    assert STUTTER.keys() == needed
    assert all(STUTTER.values())


def test_退けた語の許しはすべて要り_理由がある(catalog: Catalog) -> None:
    used = {
        (item.category, word): item.key
        for item in catalog.items
        for word, _ in refused_words(catalog, item)
    }
    assert HOMONYMS.keys() == used.keys()
    assert all(HOMONYMS.values())


def test_様式が新しくなれば項目は終われる(model: Path) -> None:
    set_cell(model / IMPROVEMENT, "S0663", "valid_until", "2024-03-31")
    path = model / PROGRAMMES
    head, entry, tail = path.read_text(encoding="utf-8").partition('"13":')
    tail = tail.replace('["2021-1"]', '["2021-1", "2024-1"]', 1)
    path.write_text(f"{head}{entry}{tail}", encoding="utf-8")
    edit(model / FORMS, "13,", "2021-1", "2021-1 2024-1")
    seal(model, "data_model", "新しい様式", DAY)
    assert check(model) == []
    form = load_catalog(model).programmes["13"]
    assert {item.number for item in form.items} - {item.number for item in form.offered} == {
        "S0663"
    }


def test_新しい様式の版から項目は始まれる(model: Path) -> None:
    set_cell(model / IMPROVEMENT, "S0663", "valid_from", "2024-04-01")
    path = model / PROGRAMMES
    head, entry, tail = path.read_text(encoding="utf-8").partition('"13":')
    tail = tail.replace('["2021-1"]', '["2021-1", "2024-1"]', 1)
    path.write_text(f"{head}{entry}{tail}", encoding="utf-8")
    edit(model / FORMS, "13,", "2021-1", "2021-1 2024-1")
    seal(model, "data_model", "新しい様式", DAY)
    assert check(model) == []


def test_公開した事柄は_公開の表と同じ変更で改められる(model: Path) -> None:
    """データ区分を改める、コードを加える、コード表を改定する。"""
    set_cell(model / OFFICER, "G0112", "data_class", "1")
    set_cell(model / PUBLISHED, "officer.name,", "data_class", "1")
    edit(model / "code_lists/sex.csv", "9,", "9,", "3,その他\n9,")
    edit(model / CODES, "sex,ISO/IEC 5218:2004,9,", "sex", "sex,ISO/IEC 5218:2004,3,その他,\nsex")
    assert [(problem.file, problem.what) for problem in check(model)] == [
        (file, "封印したときと内容が違います。") for file in (CODES, PUBLISHED)
    ]
    assert seal(model, "data_model", "区分の見直し", DAY) == [CODES, PUBLISHED]
    assert check(model) == []
    edit(model / "code_lists/sex.csv", "3,", "3,その他", "4,その他")
    edit(model / "code_lists/index.yaml", "  revision: ISO/IEC 5218", "2004", "2030")
    rows = (model / "code_lists/sex.csv").read_text(encoding="utf-8").splitlines()[1:]
    with (model / CODES).open("a", encoding="utf-8") as file:
        file.writelines(f"sex,ISO/IEC 5218:2030,{row},\n" for row in rows)
    seal(model, "data_model", "改定", DAY)
    assert check(model) == []


@pytest.mark.parametrize("file", ["formulas.yaml", "generic/officer.csv"])
def test_改行は一通りに書く(model: Path, file: str) -> None:
    path = model / file
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert [(problem.file, problem.line, problem.what) for problem in check(model)] == [
        (file, 1, "改行が CR か CRLF です。")
    ]


def test_ポリシーの閉じた一覧は封印されている(tmp_path: Path) -> None:
    rulebook = tmp_path / "rulebook"
    shutil.copytree(resource("rulebook"), rulebook)
    assert examine_policy(rulebook)[1] == []
    line = '  - {field: "法人名", items: [business_identity.trade_name'
    edit(rulebook / "policy.yaml", line, "trade_name", "trade_name, finance.net_sales_yen")
    assert [problem.what for problem in examine_policy(rulebook)[1]] == [
        "封印したときと内容が違います。"
    ]


def test_わけのない封印は断られる(model: Path) -> None:
    path = model / "seals.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("公開の始まり", " ", 1), "utf-8")
    assert [(problem.file, problem.line) for problem in check(model)] == [("seals.csv", 2)]


def test_計算式は封印されている(model: Path) -> None:
    _expression(" + ", " - ").apply(model)
    assert [(problem.file, problem.what) for problem in check(model)] == [
        (FORMULAS, "封印したときと内容が違います。")
    ]


def test_項目の関係は封印されている(tmp_path: Path) -> None:
    rulebook = tmp_path / "rulebook"
    shutil.copytree(resource("rulebook"), rulebook)
    assert examine_relations(rulebook)[1] == []
    path = rulebook / "relations.yaml"
    text = path.read_text(encoding="utf-8")
    pair = next(line for line in text.splitlines() if line.startswith("  - ["))
    one, other = pair.removeprefix("  - [").removesuffix("]").split(", ")
    path.write_text(text.replace(pair, f"  - [{other}, {one}]", 1), encoding="utf-8")
    assert [problem.what for problem in examine_relations(rulebook)[1]] == [
        "封印したときと内容が違います。"
    ]


def test_公開した一群がなくなれば一度だけ言う(model: Path) -> None:
    path = model / "code_lists/sex.csv"
    path.write_text("code,label_ja\n", encoding="utf-8")
    said = [problem for problem in check(model) if "公開した" in problem.what]
    assert [problem.file for problem in said] == [CODES] * 4


def test_単位はすべて使われている(catalog: Catalog) -> None:
    assert {item.unit for item in catalog.items} - {None} == UNITS.keys()


def test_鍵のない繰り返しには決まりごとの理由がある(catalog: Catalog) -> None:
    keyless = {
        table.items[0].master_policy
        for table in catalog.tables
        if table.repeated and not table.row_key_items
    }
    assert keyless == KEYLESS.keys()


def test_計算式はすべて読め_単位が合う(catalog: Catalog) -> None:
    assert len(catalog.formulas) == 29
    assert {formula.kind for formula in catalog.formulas} == {"identity", "formula"}
    assert all(formula.tolerance >= 0 for formula in catalog.formulas)


def test_一覧のないコードにはすべて理由がある(catalog: Catalog) -> None:
    for key, reason in catalog.open_points.items():
        assert catalog.item(key).codes is None
        assert reason
