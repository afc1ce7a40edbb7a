"""A data model that does not hold together is refused with the file and the line.

Each case breaks a copy of data_model/ in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from mirasapo.catalog.load import check, examine, load_catalog
from mirasapo.errors import BadInput
from tests.model_files import edit, line_of, set_cell

IDENTITY = "generic/business_identity.csv"
OFFICER = "generic/officer.csv"
FINANCE = "generic/finance.csv"
RESTRUCTURING = "specific/restructuring.csv"
PUBLISHED = "published_keys.csv"
PROGRAMMES = "programmes.yaml"
INDEX = "code_lists/index.yaml"


def test_手を加えないデータモデルに誤りはない(model: Path) -> None:
    assert check(model) == []
    assert len(load_catalog(model).items) == 1245


@dataclass(frozen=True)
class Break:
    """One broken reference: where, what is put in place of what, and what is said.

    `column` is a column of an item's row, whose whole cell is replaced; else `old` is a text.
    """

    file: str
    start: str
    old: str
    new: str
    said: str
    column: bool = True

    def apply(self, model: Path) -> int:
        change = set_cell if self.column else edit
        return change(model / self.file, self.start, self.old, self.new)


def text(file: str, start: str, old: str, new: str, said: str) -> Break:
    return Break(file, start, old, new, said, column=False)


BREAKS = {
    "コード表": Break(IDENTITY, "G0009", "code_list", "nowhere", "コード表 nowhere"),
    "制度": Break(RESTRUCTURING, "S0263", "programmes", "04 17", "制度 17"),
    "制度なし": Break(RESTRUCTURING, "S0263", "programmes", "", "どの制度にも"),
    "型": Break(IDENTITY, "G0006", "type", "words", "words"),
    "マスタの決まり": Break(IDENTITY, "G0012", "master_policy", "newest", "newest"),
    "更新の単位": Break(IDENTITY, "G0012", "master_unit", "cell", "cell"),
    "鍵の役割": Break(IDENTITY, "G0001", "key_role", "KEY", "key_role「KEY」"),
    "確かさ": Break(IDENTITY, "G0012", "certainty", "sure", "certainty「sure」"),
    "機微": Break(IDENTITY, "G0012", "sensitivity", "financal", "sensitivity「financal」"),
    "日付": Break(IDENTITY, "G0012", "valid_from", "2021/4/1", "valid_from「2021/4/1」"),
    "印": Break(IDENTITY, "G0010", "array", "1", "array「1」"),
    "データ区分14": Break(IDENTITY, "G0012", "data_class", "14", "「14」"),
    "データ区分なし": Break(IDENTITY, "G0012", "data_class", "", "データ区分「」"),
    "名称なし": Break(IDENTITY, "G0012", "label_ja", "", "label_ja がありません"),
    "英語の名称なし": Break(IDENTITY, "G0012", "label_en", "", "label_en がありません"),
    "制限の名": Break(IDENTITY, "G0006", "limit", "longest=150", "longest=150"),
    "制限の値": Break(IDENTITY, "G0006", "limit", "max_length=long", "を読めません"),
    "制限の重なり": Break(IDENTITY, "G0006", "limit", "max_length=150; max_length=20", "二度"),
    "制限の型違い": Break(IDENTITY, "G0006", "limit", "minimum=1", "between"),
    "コード表の型違い": Break(IDENTITY, "G0009", "type", "string", "コード表は付けられません"),
    "ファイルの制限": Break(RESTRUCTURING, "S0321", "limit", "", "ファイルの大きさと形式"),
    "行の中の配列": Break(OFFICER, "G0112", "array", "yes", "配列"),
    "制度固有の更新": Break(
        RESTRUCTURING, "S0263", "master_policy", "latest", "マスタを更新しません"
    ),
    "鍵のない決算期": Break(FINANCE, "G0154", "key_role", "", "行の鍵がありません"),
    "列の名前": Break(IDENTITY, "G0012", "item", "business_id", "列の名前"),
    "鍵の重なり": Break(IDENTITY, "G0012", "item", "shop_name", "二度書かれて"),
    "番号の重なり": Break(IDENTITY, "G0012", "number", "S0001", "項番が"),
    "名称の重なり": Break(IDENTITY, "G0012", "label_ja", "屋号", "カテゴリの中の名称が"),
    "列の数": text(IDENTITY, "G0012", ",code,", ",code,,", "列の数"),
    "見出し": text(IDENTITY, "number", "label_ja", "label", "列 label_ja"),
    "カテゴリ": text(
        "categories.csv", "generic,officer", "officer", "officers", "項目カテゴリ officers の項目"
    ),
    "領域のカテゴリ": text(
        "areas.csv", "people", " officer ", " officers ", "officers の項目がありません"
    ),
    "領域のないカテゴリ": text("areas.csv", "people", " workplace", "", "workplace がどの領域にも"),
    "領域の重なり": text("areas.csv", "plan", "management", "sapoin management", "二つの領域"),
    "領域の混ざり": text("areas.csv", "people", " workplace", " workplace yorozu", "混ざって"),
    "表の名前なし": text("tables.csv", "officer,row", "row", "rows", "表 officer・rows に項目が"),
    "対応先": text(
        "mappings/gbizinfo.csv", "hojin.name,", "trade_name", "name", "項目 business_identity.name"
    ),
    "取り込まない理由": text(
        "mappings/gbizinfo.csv", "hojin.update_date", "来歴の基準日として使う", "", "理由"
    ),
    "コードの重なり": text("code_lists/sex.csv", "9,", "9,", "2,", "コード 2 は二度"),
    "コードの名称なし": text("code_lists/sex.csv", "1,", "男性", "", "空です"),
    "コード表の出典": text(
        INDEX, "  source: 総務省", "  source:", "  sources:", "source がありません"
    ),
    "コード表の二重の見出し": text(
        INDEX, "jsic_middle:", "jsic_middle:", "jsic_major:", "jsic_major が二度"
    ),
    "制度の見出し": text(PROGRAMMES, "    short_ja: サポイン", "short_ja", "short", "制度 03"),
    "並びの値": text(PROGRAMMES, "    system: own", "own", "[own]", "system「['own']」は"),
    "計算式の名前": text(
        "formulas.yaml", "- name: gross_profit", "gross_profit", "[]", "name が文字では"
    ),
    "制度の略称": text(
        PROGRAMMES, "    short_ja: サポイン", "サポイン", "3", "short_ja が文字では"
    ),
    "様式の版": text(PROGRAMMES, "    form_versions:", '["2020-1"]', '"2020-1"', "form_versions"),
    "制度の根拠": text(PROGRAMMES, "    basis: individual", "individual", "implied", "implied"),
    "出す人": text(PROGRAMMES, "    filed_by: institution", "institution", "anyone", "anyone"),
    "調査": text(PROGRAMMES, "  useful:", "useful", "usable", "survey"),
    "調査の件数": text(PROGRAMMES, "  useful:", "24", "25", "useful の 25 件"),
    "優先度": text(PROGRAMMES, "    middle:", "middle", "medium", "priorities の見出しか順"),
    "優先度の制度": text(
        PROGRAMMES, "        - 情報処理支援機関", "- 情報", "# 情報", "middle の制度が 2 件"
    ),
    "優先度の理由": text(PROGRAMMES, "      reason: その他", "その他", "#", "low の reason"),
    "利用システム": text(PROGRAMMES, "    system: own", "own", "mine", "mine"),
    "統合状況": text(PROGRAMMES, "    in_data_model:", "true", "◯", "◯"),
    "API": text(PROGRAMMES, "    provides_api: partly", "partly", "some", "some"),
    "API取得情報": text(
        PROGRAMMES, "    api_information: [事業基本", "[事業基本情報, ", "事業[", "api_information"
    ),
    "用語の意味": text("glossary.yaml", "  meaning: 情報の主", "meaning", "means", "business"),
    "退けた語の重なり": text(
        "glossary.yaml", "  refused: [adviser", "adviser", "enterprise", "「enterprise」"
    ),
}


# Elsewhere than in the line that was changed: in the line that suffers.
SHOWN_ELSEWHERE = {"番号の重なり", "領域のないカテゴリ"}


@pytest.mark.parametrize("name", BREAKS)
def test_行の誤りはファイルと行を示して断られる(model: Path, name: str) -> None:
    case = BREAKS[name]
    number = case.apply(model)
    with pytest.raises(BadInput, match=r"\w+:\d+: "):
        load_catalog(model)
    said = [problem for problem in check(model) if case.said in problem.what]
    assert said
    assert all(problem.cure for problem in said)
    if case.file.endswith(".csv") and name not in SHOWN_ELSEWHERE:
        assert (case.file, number) in {(problem.file, problem.line) for problem in said}


def test_カテゴリの綴りの誤りは_その行だけに示される(model: Path) -> None:
    line = edit(model / "categories.csv", "generic,officer", "officer", "officers")
    (found,) = check(model)
    assert (found.file, found.line) == ("categories.csv", line)
    assert found.cure == "officer の綴りに直すか、行を消します。"


def test_カテゴリの行がなければ_あるはずの所だけに示される(model: Path) -> None:
    path = model / "categories.csv"
    above = line_of(path, "generic,representative")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines.pop(above).startswith("generic,officer,")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (found,) = check(model)
    assert (found.file, found.line) == ("categories.csv", above)
    assert found.what == "項目カテゴリ officer の行がありません。"
    assert "「generic,officer,名称」" in found.cure


def test_カテゴリの分け方は項目と同じ(model: Path) -> None:
    line = edit(model / "categories.csv", "generic,officer", "generic", "specific")
    (found,) = check(model)
    assert (found.file, found.line) == ("categories.csv", line)


@pytest.mark.parametrize("file", [OFFICER, FINANCE, "tables.csv", "code_lists/sex.csv", PUBLISHED])
@pytest.mark.parametrize("quote", ['"', '""', '"""'])
def test_閉じない引用符は_その行だけに示される(model: Path, file: str, quote: str) -> None:
    path = model / file
    lines = path.read_text(encoding="utf-8").splitlines()
    head, _, tail = lines[2].partition(",")
    lines[2] = f"{head},{quote}x{tail}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (found,) = check(model)
    assert (found.file, found.line) == (file, 3)
    assert found.what == "引用符が閉じていないか、余っています。"


@pytest.mark.parametrize("file", [OFFICER, "tables.csv", PUBLISHED, PROGRAMMES])
def test_BOMはその名で示される(model: Path, file: str) -> None:
    path = model / file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [(found.file, found.line, found.what) for found in check(model)] == [
        (file, 1, "ファイルの先頭に BOM があります。")
    ]


@pytest.mark.parametrize(
    ("word", "used"),
    [
        ("master", "用語「master」で使われています。"),
        ("capital", "項目キー business_identity.capital_yen(generic/business_identity.csv:"),
        ("officer", "用語「officer」、項目キー business_identity.officer_count("),
        ("jsic", "コード表「jsic_major」、コード表「jsic_middle」"),
    ],
)
def test_使われている語を退ければ_用語集の行に示される(model: Path, word: str, used: str) -> None:
    line = edit(model / "glossary.yaml", "  refused: [adviser", "adviser", f"adviser, {word}")
    (found,) = check(model)
    assert (found.file, found.line) == ("glossary.yaml", line)
    assert found.what.startswith(f"supporter が退ける「{word}」は、{used}")


def test_同じ表に違うマスタの決まりは置けない(model: Path) -> None:
    number = set_cell(model / OFFICER, "G0113", "master_policy", "append")
    said = [problem for problem in check(model) if "違うマスタ更新" in problem.what]
    assert [(problem.file, problem.line) for problem in said] == [(OFFICER, number)]


def test_一つの表に汎用と制度固有は混ざらない(model: Path) -> None:
    set_cell(model / RESTRUCTURING, "S0263", "entity", "officer")
    assert any("汎用と制度固有が混ざって" in problem.what for problem in check(model))


def test_表の名前は二つの表に使えない(model: Path) -> None:
    set_cell(model / IDENTITY, "G0012", "entity", "officer_row")
    said = {problem.what for problem in check(model)}
    assert "表名 officer_row が二つの表で使われています。" in said
    assert "表 officer_row の名前がありません。" in said


def test_長すぎる表の名前は使えない(model: Path) -> None:
    long = "business_" * 6 + "profile"
    set_cell(model / IDENTITY, "G0012", "entity", long)
    assert any("使えません(50文字まで)" in problem.what for problem in check(model))


def test_項目の数が違えば断られる(model: Path) -> None:
    path = model / RESTRUCTURING
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    key = f"restructuring.{lines[-1].split(',')[1]}"
    published = (model / PUBLISHED).read_text(encoding="utf-8").splitlines()
    line = next(n for n, row in enumerate(published, 1) if row.startswith(f"{key},"))
    count = (
        f"公開した restructuring の項目は {len(lines) - 1} 件、この表は {len(lines) - 2} 件です。"
    )
    assert [f"{found.file}:{found.line}: {found.what}" for found in check(model)] == [
        f"{PUBLISHED}:{line}: 公開した項目キー {key} がデータモデルにありません。",
        f"{RESTRUCTURING}:{len(lines) - 1}: specific の項目が 801 件です(802 件のはずです)。{count}",
    ]


def told(model: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.what) for problem in check(model)]


def test_公開した制度がなければ_そのことだけを言う(model: Path) -> None:
    path = model / PROGRAMMES
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index('  "16":')], encoding="utf-8")
    assert told(model) == [(PROGRAMMES, "公開した制度 16 がありません。")]


def test_制度の数が違えば断られる(model: Path) -> None:
    path = model / PROGRAMMES
    text = path.read_text(encoding="utf-8")
    last = text[text.index('  "16":') :].replace('"16"', '"17"')
    path.write_text(text + last, encoding="utf-8")
    assert (PROGRAMMES, "制度が 17 件です(16 件のはずです)。") in told(model)


def test_項目のファイルがなければ_そのことだけを言う(model: Path) -> None:
    (model / OFFICER).rename(model / "generic/officers.csv")
    [problem] = check(model)
    assert (problem.file, problem.what) == (
        OFFICER,
        f"公開した項目 10 件のファイル {OFFICER} がありません。",
    )
    assert problem.cure == "generic/officers.csv をこの名前に戻します。"


def test_項目のファイルの写しは_そのことだけを言う(model: Path) -> None:
    copy = "generic/officer_copy.csv"
    (model / copy).write_bytes((model / OFFICER).read_bytes())
    assert told(model) == [(copy, f"{OFFICER} と同じ項番の行があります。")]


def test_コード表の名前の綴りは_その行だけを言う(model: Path) -> None:
    line = edit(model / INDEX, "sex:", "sex", "sexx")
    [problem] = check(model)
    assert (problem.file, problem.line) == (INDEX, line)
    assert problem.cure.startswith("sex の綴りに直すか")


@pytest.mark.parametrize("file", ["categories.csv", "tables.csv", PROGRAMMES, INDEX])
def test_ファイルがなければ断られる(model: Path, file: str) -> None:
    (model / file).unlink()
    assert (file, 1, "ファイルがありません。") in [
        (problem.file, problem.line, problem.what) for problem in check(model)
    ]


@pytest.mark.parametrize("file", ["tables.csv", "glossary.yaml"])
def test_UTF8でなければ断られる(model: Path, file: str) -> None:
    path = model / file
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp932"))
    assert any(
        problem.file == file and problem.what == "UTF-8 として読めません。"
        for problem in check(model)
    )


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("business:\n  ja: [事業者\n", 3, "YAML として読めません。"),
        ("- business\n", 1, "見出しと値の組になっていません。"),
        ("", 1, "見出しと値の組になっていません。"),
        ("business: \x00", 1, "YAML として読めません。"),
        ("business: 事業者\n", 1, "business の中身が読めません。"),
    ],
)
def test_YAMLの誤りは行を示す(model: Path, text: str, line: int, what: str) -> None:
    (model / "glossary.yaml").write_text(text, encoding="utf-8")
    assert ("glossary.yaml", line, what) in [
        (problem.file, problem.line, problem.what) for problem in check(model)
    ]


def test_制度の一覧が一覧でなければ断られる(model: Path) -> None:
    text = "survey: {surveyed: 103}\nprogrammes: [01, 02]\n"
    (model / PROGRAMMES).write_text(text, encoding="utf-8")
    said = {problem.what for problem in check(model) if problem.file == PROGRAMMES}
    assert "見出しと値の組になっていません。" in said
    assert "survey の見出しが足りないか、余っています。" in said


def test_索引にないコード表は断られる(model: Path) -> None:
    (model / "code_lists" / "extra.csv").write_text("code,label_ja\n1,一\n", encoding="utf-8")
    assert [f"{found.file}:{found.line}: {found.what}" for found in check(model)] == [
        "code_lists/extra.csv:1: index.yaml に版と出典がありません。"
    ]


def test_誤りがあっても読めたところまでは分かる(model: Path) -> None:
    set_cell(model / RESTRUCTURING, "S0263", "type", "words")
    examined = examine(model)
    assert len(examined.catalog.items) == 1244
    assert examined.problems


def test_誤りが多いときは初めの五つと残りの数を言う(model: Path) -> None:
    path = model / FINANCE
    text = path.read_text(encoding="utf-8")
    count = text.count(",known,")
    assert count > 10
    path.write_text(text.replace(",known,", ",knownn,"), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        load_catalog(model)
    assert f"{count} 件" in refused.value.sentence
    assert f"ほか {count - 5} 件" in refused.value.sentence


# What is wrong in one place is told there, however much hangs on it.
ROOTS = {
    "字下げ": (
        text(PROGRAMMES, "    short_ja: サポイン", "    short", "   short", ""),
        "YAML として読めません。",
    ),
    "タブ": (
        text(INDEX, "  label_ja: 法人種別", "  label", "\tlabel", ""),
        "YAML として読めません。",
    ),
    "二度の見出し": (
        text(PROGRAMMES, '  "02":', "02", "01", ""),
        "見出し 01 が二度書かれています。",
    ),
    "見出し": (text(IDENTITY, "number", "label_ja", "label", ""), "列 label_ja がありません。"),
    "コード表の版": (
        text(INDEX, "  revision: ISO/IEC 5218:2004", "revision", "revisions", ""),
        "コード表 sex の revision がありません。",
    ),
    "項目": (
        Break(FINANCE, "G0166", "data_class", "14", ""),
        "データ区分「14」は知らない値です。",
    ),
    "項目の列": (
        text(FINANCE, "G0166", ",money,", ",money,,", ""),
        "列の数が 28 です(27 必要)。",
    ),
}


@pytest.mark.parametrize("name", ROOTS)
def test_大もとの誤りだけが示される(model: Path, name: str) -> None:
    case, what = ROOTS[name]
    line = case.apply(model)
    (found,) = check(model)
    assert (found.file, found.what) == (case.file, what)
    assert abs(found.line - line) <= 2  # YAML tells where reading ends


def test_制度の見出しの誤りで_その制度の項目は責められない(model: Path) -> None:
    edit(model / PROGRAMMES, "    short_ja: サポイン", "short_ja", "short")
    said = {problem.what for problem in check(model)}
    assert said == {
        "制度 03 の見出しが足りないか、余っています。",
        "優先度 high の制度が 15 件です。",
    }


def test_制度の一覧の見出しがなければ_項目は責められない(model: Path) -> None:
    edit(model / PROGRAMMES, "programmes:", "programmes", "programs")
    assert {problem.file for problem in check(model)} == {PROGRAMMES}


def test_ファイルが一つなければ_それだけが示される(model: Path) -> None:
    (model / "categories.csv").unlink()
    assert [(problem.file, problem.what) for problem in check(model)] == [
        ("categories.csv", "ファイルがありません。")
    ]


def test_公開したキーの表も変わっていれば_件数は最後の項目の行に示される(model: Path) -> None:
    path = model / RESTRUCTURING
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    published = model / PUBLISHED
    rows = published.read_text(encoding="utf-8").splitlines()
    key = f"restructuring.{lines[-1].split(',')[1]},"
    kept = [row for row in rows if not row.startswith(key)]
    published.write_text("\n".join(kept) + "\n", encoding="utf-8")
    (found,) = check(model)
    last = max((model / "specific").glob("*.csv"))
    count = len(last.read_text(encoding="utf-8").splitlines())
    assert (found.file, found.line) == (f"specific/{last.name}", count)


@pytest.mark.parametrize(
    ("file", "start", "old", "new"),
    [
        (PROGRAMMES, "    system: own", "own", "mine"),
        (PROGRAMMES, "    form_versions:", '["2020-1"]', '"2020-1"'),
        (PROGRAMMES, "      reason: その他", "その他", "#"),
        (PROGRAMMES, "        - 情報処理支援機関", "- 情報", "# 情報"),
        (INDEX, "  revision: ISO/IEC 5218", "ISO/IEC", "# ISO"),
    ],
)
def test_YAMLの値の誤りは値の行を示す(
    model: Path, file: str, start: str, old: str, new: str
) -> None:
    line = edit(model / file, start, old, new)
    lines = {problem.line for problem in check(model) if problem.file == file}
    assert lines == {line - (old == "- 情報")}  # a list is told where its heading stands
