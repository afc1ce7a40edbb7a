"""What the generated documents call the values of the catalogue's closed lists, in Japanese."""

from __future__ import annotations

DOMAINS_JA = {"generic": "汎用", "specific": "制度固有"}
TYPES_JA = {
    "string": "文字",
    "text": "文章",
    "code": "コード",
    "money": "金額",
    "integer": "整数",
    "decimal": "小数",
    "boolean": "はい・いいえ",
    "date": "日付",
    "datetime": "日時",
    "year_month": "年月",
    "phone": "電話番号",
    "email": "メールアドレス",
    "url": "URL",
    "file": "ファイル",
}
MASTER_POLICIES_JA = {
    "registry": "登記が優先",
    "latest": "最新が優先",
    "snapshot": "一覧ごと置き換え",
    "period": "決算期ごとに最新",
    "append": "すべて残す",
    "merge": "同じものをまとめる",
    "derived": "計算で求める",
    "never": "申請にだけ残す",
}
MASTER_UNITS_JA = {"item": "項目", "row": "行", "list": "一覧"}
KEY_ROLES_JA = {"PK": "主キー", "AK": "代替キー", "FK": "外部キー"}
CERTAINTIES_JA = {
    "confirmed": "公開仕様・様式で確認",
    "known": "公開様式から既知(未再確認)",
    "design": "本モデルの設計",
}
SENSITIVITIES_JA = {
    "public": "公開の情報",
    "basic": "基本情報",
    "personal": "個人の情報",
    "financial": "財務",
    "bank": "金融機関との取引",
    "plan": "事業計画",
    "consultation": "相談",
    "attachment": "添付書類",
    "admin": "手続",
    "consent": "同意",
}
BASES_JA = {"deemed": "みなし同意", "individual": "個別同意"}
COUNTS_NOTE = (
    "件数(汎用443・制度固有802・計1,245)は令和3年度報告書によります。"
    "どの項目を選んだかは本プロジェクトの判断です。"
)
MARK = "●"


def marked(whether: object) -> str:
    """● where it holds, nothing where not."""
    return MARK if whether else ""
