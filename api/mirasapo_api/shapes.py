"""The JSON that comes back from the API, as it is documented.

Answers are encoded straight from the services' own objects; a test holds them against these shapes.
"""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - pydantic reads the types of a model
from typing import Any, Literal
from uuid import UUID  # noqa: TC003 - same

from pydantic import BaseModel, Field


class Shape(BaseModel):
    """Something that comes back."""


class ResultSet(Shape):
    """ページングの情報"""

    count: int = Field(description="results の件数")
    offset: int
    limit: int


class Metadata(Shape):
    """一覧の情報"""

    resultset: ResultSet


class Fault(Shape):
    """誤り一つ"""

    where: str | None = None
    item: str | None = Field(None, description="データ項目のキー")
    label: str | None = Field(None, description="データ項目の名称")
    what: str
    why: str | None = None


class Problem(Shape):
    """断りの応答 (RFC 9457, application/problem+json)"""

    type: str = Field(examples=["urn:mirasapo:problem:not_allowed"])
    title: str
    status: int
    detail: str = Field(description="何が起きたか、なぜか、次に何をすればよいか")
    code: str = Field(examples=["not_allowed"])
    what: str
    why: str
    next_step: str
    faults: list[Fault] | None = Field(None, description="誤りの一覧 (422 のとき)")


class OAuthRefusal(Problem):
    """トークンを出せないときの応答 (RFC 6749 §5.2): error に、断りの内容を添える"""

    error: Literal["invalid_client", "invalid_request", "invalid_scope", "unsupported_grant_type"]


# ── signing in ────────────────────────────────────────────────────────────────────────────────


class SessionToken(Shape):
    """スクリプト用のトークン"""

    token: str = Field(description="Authorization: Bearer に付けて送る")
    expires_at: datetime


class KernelToken(Shape):
    """画面用のトークン: 使うたびに延び、サインアウトで終わる"""

    token: str
    expires_in: int = Field(description="秒", examples=[900])


class AccessToken(Shape):
    """システム用のトークン (RFC 6749)"""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int = Field(description="秒", examples=[600])
    scope: str = Field(examples=["filings:write:04"])


class NamedBusiness(Shape):
    """事業者の名前"""

    business_id: UUID
    name: str | None = Field(description="個人事業主など、法人番号公表サイトにないときは null")
    corporate_number: str | None


class NamedInstitution(Shape):
    """支援機関"""

    institution_id: UUID
    name: str
    kind: str


class Me(Shape):
    """サインインしている人"""

    account_id: UUID
    role: str
    display_name: str
    recipient: int = Field(description="提供先 1–8。0 は、どの提供先でもない")
    business: NamedBusiness | None
    institution: NamedInstitution | None
    permissions: list[str]
    expires_at: datetime
    csrf_token: str | None = Field(description="ブラウザーの Cookie で来たときだけ")


class Named(Shape):
    """番号と名称"""

    number: int
    name_ja: str


class NamedKind(Shape):
    """支援機関の種別"""

    kind: str
    name_ja: str


class NamedProgramme(Shape):
    """制度"""

    code: str
    name_ja: str
    short_ja: str


class NamedTable(Shape):
    """データモデルの表"""

    table: str
    label_ja: str
    row_key: list[str] = Field(description="行を見分ける項目のキー。なければ空")


class Vocabulary(Shape):
    """画面に出す言葉と、自分の提供先に開きうるデータ区分"""

    purposes: list[Named]
    data_classes: list[Named]
    recipients: list[Named]
    institution_kinds: list[NamedKind]
    programmes: list[NamedProgramme]
    tables: list[NamedTable]
    ceiling: dict[str, list[int]] = Field(description="利用目的ごとの、上限のデータ区分")


# ── businesses ────────────────────────────────────────────────────────────────────────────────


class Hit(Shape):
    """検索で見つかった事業者 (公表情報)"""

    business_id: UUID
    corporate_number: str = Field(description="法人番号", examples=["1130001011420"])
    name: str
    kana: str | None
    address: str | None
    status: str = Field(description="active または closed")
    closed_on: date | None = Field(description="登記記録の閉鎖等の日")
    successor_number: str | None = Field(description="承継先の法人番号 (登記のとおり)")
    succeeded_by: str | None = Field(
        description="承継先をたどった先の、いま存続している法人番号。たどり着けないときは null"
    )
    made_up: bool = Field(description="見本 (架空) か")
    open_classes: list[int] = Field(description="いま自分に開いているデータ区分")


class Succession(Shape):
    """法人番号が、いまどの法人につながるか (公表情報)"""

    numbers: list[str] = Field(
        description="この番号から承継先をたどった番号。自身から始まる", examples=[["1130001011420"]]
    )
    end: str = Field(
        description="終わりの状態。living (存続), closed (閉鎖、承継先なし), deleted (番号の削除),"
        " unknown (終わりの番号が登記の情報にない), cycle (承継先が輪になっている)"
    )
    business_id: UUID | None = Field(description="終わりの法人。unknown と cycle では null")
    name: str | None = Field(description="終わりの法人の名称。検索対象除外の法人では null")
    succeeded_by: str | None = Field(
        description="この番号を承継して存続している法人番号。自身が存続していれば null"
    )


class Hits(Shape):
    """検索の結果"""

    results: list[Hit]
    metadata: Metadata


class Value(Shape):
    """開示された値一つ"""

    layer: str = Field(description="open (公表情報), master (最新情報), filing (申請)")
    table: str
    row_key: str | None
    row_no: int | None
    filing_no: int | None = Field(description="この応答の中で申請を区別する番号 (1 から)")
    filing_id: UUID | None = Field(
        description="申請を示す欄 (番号、版、制度、年度、根拠、時点) は、制度活用情報 (区分10) が"
        "開示されていないときと、公表情報では null"
    )
    version_no: int | None
    programme: str | None
    fiscal_year: int | None
    item_key: str
    label_ja: str
    unit: str | None
    value: Any
    value_ja: str | None = Field(description="コードの値の日本語。コードでない値では null")
    source: str = Field(
        description="nta, gbizinfo, または申請を送ったシステム。それも開示されていないときは filing"
    )
    basis: str | None = Field(description="open, deemed, individual, none")
    as_of_on: date | None
    data_class: int
    third_party: bool = Field(description="事業者以外の人や団体についての値か")


class ClosedClass(Shape):
    """開いていないデータ区分とその理由"""

    data_class: int
    reason: str


class Revealed(Shape):
    """開示された情報"""

    business_id: UUID
    purpose: int
    values: list[Value]
    open_classes: list[int]
    closed_classes: list[ClosedClass]
    ledger_entry: int | None = Field(description="閲覧記録の番号")


class FilingHead(Shape):
    """申請の見出し"""

    filing_id: UUID
    version_no: int
    programme: str
    fiscal_year: int
    filed_on: date
    status: str
    procedure: str
    basis: str


class Filings(Shape):
    """申請の一覧"""

    results: list[FilingHead]
    metadata: Metadata
    ledger_entry: int | None


class PrefilledValue(Shape):
    """知られている値"""

    row_key: str = Field(description="一覧の行の見分け。一つだけの項目では空")
    value: Any
    value_ja: str | None = Field(description="コードの値の日本語。コードでない値では null")
    source: str
    as_of_on: date | None = Field(description="時点。開示されていないときは null")
    programme: str | None
    fiscal_year: int | None
    locked: bool = Field(description="登記など公の情報で、書き換えられない")
    stale: bool | None = Field(
        description="項目の種類ごとの期限より古い。時点が分からなければ null"
    )


class PrefilledField(Shape):
    """様式の項目一つ"""

    item_key: str
    label_ja: str
    table: str
    unit: str | None
    data_class: int
    values: list[PrefilledValue]
    why_not: Literal["filing_only", "no_basis", "closed", "not_held"] | None = Field(
        description="値がない理由: 申請ごとの項目、根拠がない、開示されない、持っていない"
    )
    reason: str | None = Field(description="その理由の日本語")


class Prefilled(Shape):
    """様式に、すでに知られている値を入れたもの"""

    business_id: UUID
    programme: str
    purpose: int
    moment: datetime
    fields: list[PrefilledField]
    filled: int = Field(description="値のある項目の数")
    ledger_entry: int | None = Field(description="閲覧記録の番号")


class Correction(Shape):
    """訂正の受領"""

    business_id: UUID
    item_key: str
    payload_sha256: str
    stated_at: datetime
    applied: bool = Field(description="最新情報の値になったか。より新しい事実があれば、ならない")


class AcceptedFile(Shape):
    """受け取ったファイル"""

    name: str
    sha256: str
    size_bytes: int
    media_type: str
    scan: Literal["clean", "quarantined"] = Field(
        description="ウイルス検査: clean (異常なし), quarantined (検査が済むまで誰にも渡さない)"
    )


class Discrepancy(Shape):
    """申請の中の食い違い: 書かれた値と、ほかの項目から計算した値の差が許す差を超えた"""

    rule: str = Field(description="計算式の名前", examples=["total_assets_by_financing"])
    item: str = Field(description="結果のデータ項目のキー", examples=["finance.total_assets_yen"])
    label: str = Field(description="その項目の名称", examples=["資産合計"])
    items: list[str] = Field(
        description="計算に使う項目のキー",
        examples=[["finance.total_liabilities_yen", "finance.net_assets_yen"]],
    )
    row: int | None = Field(description="繰り返す項目の何行目か (1 から)。一度だけの項目では null")
    filed: float = Field(description="申請に書かれた値", examples=[100_000])
    computed: float = Field(description="計算した値", examples=[90_000])
    difference: float = Field(description="書かれた値 − 計算した値", examples=[10_000])
    tolerance: float = Field(description="許す差", examples=[2000])
    unit: str | None = Field(examples=["円"])
    what: str = Field(description="日本語の説明")


class Reading(Shape):
    """人の書き方で書かれた値と、その読み方"""

    item: str = Field(description="データ項目のキー")
    label: str
    row: int | None = Field(description="groups の表の何行目か。一度だけ書く項目では null")
    written: str = Field(description="書かれたまま。受信データにもこのまま残る")
    read: Any = Field(description="読み取った値。空白だけのときは null")
    rules: list[str] = Field(examples=[["separator", "unit"]])
    what: str = Field(description="どの規則で読んだか")


_READINGS = "人の書き方(全角、和暦、千円など)で書かれ、確かに読み取れた値。原文は受信データに残る"


class Receipt(Shape):
    """申請の受領"""

    filing_id: UUID
    version_no: int
    business_id: UUID
    payload_sha256: str
    accepted: list[AcceptedFile]
    projected: int = Field(description="マスタに反映した項目の数")
    warnings: list[Discrepancy] = Field(
        description="受け取ったが、項目どうしの計算が合わないところ。直すときは次の版を送る"
    )
    readings: list[Reading] = Field(description=_READINGS)


class Upload(Shape):
    """添付ファイルのアップロード"""

    upload_id: UUID
    state: Literal["receiving", "completed"]
    name: str
    size_bytes: int
    sha256: str
    offset: int = Field(description="受け取ったバイト数。続きはこの位置から送る")
    media_type: str | None = Field(description="中身から見分けた形式。終わるまでは null")
    scan: Literal["clean", "quarantined", "infected"] | None
    expires_at: datetime = Field(description="この日時までに、続きと申請を送る")


class Rehearsal(Shape):
    """試し送りの結果: 何も保存していない"""

    dry_run: Literal[True]
    what: str
    version_no: int
    payload_sha256: str
    accepted: list[AcceptedFile]
    repeated: bool = Field(description="同じ内容をすでに受け取っているか")
    warnings: list[Discrepancy]
    readings: list[Reading] = Field(description=_READINGS)


# ── disclosure ────────────────────────────────────────────────────────────────────────────────


class DisclosureRequest(Shape):
    """開示のお願い"""

    request_id: UUID
    state: str = Field(
        description="pending, approved, partly_approved, refused, withdrawn, revoked, expired"
    )
    business: NamedBusiness
    institution: NamedInstitution
    requested_by_name: str
    purpose: int
    purpose_text: str
    data_classes: list[int]
    approved_classes: list[int] | None
    programmes: list[str] | None
    fiscal_years: list[int] | None
    message: str | None
    requested_at: datetime
    valid_until: datetime
    granted_until: datetime | None
    answered_at: datetime | None
    withdrawn_at: datetime | None
    revoked_at: datetime | None


class DisclosureRequests(Shape):
    """開示のお願いの一覧"""

    results: list[DisclosureRequest]
    metadata: Metadata


class LedgerEntry(Shape):
    """閲覧記録"""

    entry_id: int
    occurred_at: datetime
    who: str
    institution_name: str | None
    on_behalf_of: str | None
    purpose: int
    data_classes: list[int]
    items: list[str] = Field(description="データ項目の名称")
    allowed: bool
    basis: str
    reason: str
    through: str


class LedgerEntries(Shape):
    """閲覧記録の一覧"""

    results: list[LedgerEntry]
    metadata: Metadata


class Consent(Shape):
    """二次利用の同意"""

    filing_id: UUID
    programme: str | None
    fiscal_year: int | None
    answer: str = Field(description="given, refused, withdrawn")
    basis: str = Field(description="deemed (みなし同意), individual (個別の同意)")
    terms_version: str
    answered_at: datetime


class Consents(Shape):
    """同意の一覧"""

    results: list[Consent]
    metadata: Metadata


# ── the catalogue of support ──────────────────────────────────────────────────────────────────


class Programme(Shape):
    """データモデルの対象の16制度の一つ"""

    code: str = Field(examples=["04"])
    name_ja: str
    short_ja: str
    basis: str = Field(description="二次利用の根拠: deemed (みなし同意), individual (個別の同意)")
    filed_by: str = Field(description="business (事業者) または institution (支援機関)")
    system: str = Field(description="jgrants, jgrants_and_own, own, own_planned")
    form_versions: list[str]


class Programmes(Shape):
    """16制度の一覧"""

    results: list[Programme]
    metadata: Metadata


class Call(Shape):
    """公募"""

    call_id: str | None
    round: str | None
    regions: list[str]
    region_detail: str | None
    accepts_from: date | None = Field(description="募集開始日 (日本)")
    accepts_until: date | None = Field(description="募集終了日 (日本)")
    accepts_until_at: datetime | None = Field(description="募集終了の時刻。出所にあるときだけ")
    project_until: date | None


class PublishedFile(Shape):
    """公募要領などのファイル"""

    kind: str
    name: str
    sha256: str
    size_bytes: int


class ListedSubsidy(Shape):
    """補助金などの支援制度 (一覧)"""

    subsidy_id: UUID
    source: str = Field(description="jgrants, mirasapo_navi, jnet21")
    source_id: str
    programme: str | None = Field(description="16制度のどれか。確かなときだけ")
    title: str
    catch_phrase: str | None
    kind: str | None
    organisers: list[str]
    regions: list[str] = Field(description="空なら、出所に記載がない")
    employees: str | None
    rate: str | None
    amount_cap_yen: int | None = Field(description="円。null は、上限なしか記載なし")
    url: str | None
    as_of_at: datetime = Field(description="出所の更新日時。なければ取得日時")
    checked_at: datetime
    calls: list[Call]
    attribution: str = Field(description="表示するときに添える出典")


class Total(ResultSet):
    """ページングの情報と全体の件数"""

    total: int = Field(description="条件に合う全体の件数")


class TotalMetadata(Shape):
    """一覧の情報"""

    resultset: Total


class Subsidies(Shape):
    """支援制度の一覧"""

    results: list[ListedSubsidy]
    metadata: TotalMetadata


class Change(Shape):
    """前の版から変わった項目"""

    column: str
    label_ja: str
    before: Any
    after: Any


class SubsidyVersion(Shape):
    """支援制度の版"""

    version_no: int
    as_of_at: datetime
    seen_at: datetime = Field(description="この版を取り込んだ日時")
    changes: list[Change]


class Subsidy(ListedSubsidy):
    """支援制度の詳細と版"""

    number: str | None
    summary: str | None
    detail_html: str | None = Field(description="安全な要素だけの HTML")
    purposes: list[str]
    industries: list[str]
    keywords: list[str]
    eligible: str | None
    usage: str | None
    reception: str | None
    multiple_requests: bool | None
    governing_law: str | None
    application_url: str | None
    published_on: date | None
    unpublished_on: date | None
    first_seen_at: datetime
    attachments: list[PublishedFile]
    source_ja: str
    licence: str
    versions: list[SubsidyVersion] = Field(description="新しい順")


class Health(Shape):
    """動いているか"""

    status: Literal["ok"]
