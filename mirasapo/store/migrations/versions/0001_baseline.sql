-- Generated from data_model/ and store/tables.py by `make generate`; do not edit.

CREATE TABLE core.acquisition (
	acquisition_id UUID DEFAULT gen_random_uuid() NOT NULL,
	source TEXT NOT NULL,
	version TEXT NOT NULL,
	started_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	finished_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_acquisition PRIMARY KEY (acquisition_id)
);

COMMENT ON TABLE core.acquisition IS '取得: one gathering from an outside service, which may take days';

COMMENT ON COLUMN core.acquisition.source IS 'gbizinfo, …';

COMMENT ON COLUMN core.acquisition.version IS 'of the source''s API';

COMMENT ON COLUMN core.acquisition.finished_at IS 'null: it goes on where it stopped';

CREATE TABLE core.business (
	business_id UUID DEFAULT gen_random_uuid() NOT NULL,
	corporate_number TEXT,
	sole_proprietor_key TEXT,
	made_up BOOLEAN DEFAULT false NOT NULL,
	CONSTRAINT pk_business PRIMARY KEY (business_id),
	CONSTRAINT uq_business_corporate_number UNIQUE (corporate_number),
	CONSTRAINT uq_business_sole_proprietor_key UNIQUE (sole_proprietor_key)
);

COMMENT ON TABLE core.business IS '事業者 with at least one filing, account or gBizINFO record';

COMMENT ON COLUMN core.business.corporate_number IS '法人番号; none for sole proprietors and founders';

COMMENT ON COLUMN core.business.sole_proprietor_key IS '個人事業主整理番号';

CREATE TABLE core.erasure (
	erasure_id UUID DEFAULT gen_random_uuid() NOT NULL,
	kind TEXT NOT NULL,
	erased_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	ordered_by TEXT NOT NULL,
	law TEXT,
	reason TEXT NOT NULL,
	business_id UUID,
	filing_id UUID,
	source TEXT,
	filing_number TEXT,
	CONSTRAINT pk_erasure PRIMARY KEY (erasure_id),
	CONSTRAINT ck_erasure_kind CHECK (kind IN ('term', 'order')),
	CONSTRAINT ck_erasure_law CHECK (kind = 'term' OR (law <> '' AND filing_id IS NOT NULL))
);

COMMENT ON TABLE core.erasure IS '消去: what is no longer held, by whose order and on which ground; never a value';

COMMENT ON COLUMN core.erasure.kind IS 'term: its time was over; order: on legal grounds';

COMMENT ON COLUMN core.erasure.ordered_by IS 'who ordered it, or the login of the term';

COMMENT ON COLUMN core.erasure.law IS '根拠条文 of an order';

COMMENT ON COLUMN core.erasure.reason IS 'never what was erased';

COMMENT ON COLUMN core.erasure.source IS 'client_id of the sender of the filing';

CREATE TABLE core.idempotent_answer (
	client_id TEXT NOT NULL,
	idempotency_key TEXT NOT NULL,
	request_sha256 TEXT NOT NULL,
	answer TEXT NOT NULL,
	answered_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_idempotent_answer PRIMARY KEY (client_id, idempotency_key)
);

CREATE INDEX ix_idempotent_answer_expires_at ON core.idempotent_answer (expires_at);

COMMENT ON TABLE core.idempotent_answer IS 'answers by Idempotency-Key, each written in the transaction of what it answers';

COMMENT ON COLUMN core.idempotent_answer.idempotency_key IS 'the sender''s Idempotency-Key';

COMMENT ON COLUMN core.idempotent_answer.request_sha256 IS 'of what was asked for, the body, the files and their names';

COMMENT ON COLUMN core.idempotent_answer.answer IS 'the JSON that was answered';

CREATE TABLE core.payload (
	sha256 TEXT NOT NULL,
	size_bytes BIGINT NOT NULL,
	media_type TEXT NOT NULL,
	kind TEXT NOT NULL,
	source TEXT NOT NULL,
	received_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	faults JSONB,
	scan TEXT,
	within_sha256 TEXT,
	offset_bytes BIGINT,
	CONSTRAINT pk_payload PRIMARY KEY (sha256),
	CONSTRAINT ck_payload_scan CHECK (scan IN ('clean', 'quarantined', 'infected')),
	CONSTRAINT ck_payload_slice CHECK ((within_sha256 IS NULL) = (offset_bytes IS NULL)),
	CONSTRAINT fk_payload_within_sha256 FOREIGN KEY(within_sha256) REFERENCES core.payload (sha256)
);

CREATE INDEX ix_payload_within_sha256_offset_bytes ON core.payload (within_sha256, offset_bytes);

COMMENT ON TABLE core.payload IS '受信データ: the manifest of the lake, by content hash';

COMMENT ON COLUMN core.payload.kind IS 'register, gbizinfo, filing, batch, attachment, refused_filing, …';

COMMENT ON COLUMN core.payload.source IS 'nta, gbizinfo, or the client_id of the sender';

COMMENT ON COLUMN core.payload.faults IS 'of a refused payload: [{item, label, what, why}], no values';

COMMENT ON COLUMN core.payload.scan IS 'of a file that people read: clean, quarantined (never given out), infected';

COMMENT ON COLUMN core.payload.within_sha256 IS 'the batch whose object holds these bytes; null: an object of their own';

COMMENT ON COLUMN core.payload.offset_bytes IS 'where they begin in it';

CREATE TABLE core.upload (
	upload_id UUID DEFAULT gen_random_uuid() NOT NULL,
	client_id TEXT NOT NULL,
	name TEXT NOT NULL,
	size_bytes BIGINT NOT NULL,
	sha256 TEXT NOT NULL,
	media_type TEXT,
	started_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
	completed_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_upload PRIMARY KEY (upload_id)
);

CREATE INDEX ix_upload_client_id_sha256 ON core.upload (client_id, sha256);

CREATE INDEX ix_upload_expires_at ON core.upload (expires_at);

COMMENT ON TABLE core.upload IS 'attachments that are sent in parts, before the filing that names them by SHA-256';

COMMENT ON COLUMN core.upload.client_id IS 'who may go on with it and refer to it';

COMMENT ON COLUMN core.upload.name IS 'file name as announced';

COMMENT ON COLUMN core.upload.size_bytes IS 'as announced, in the end as received';

COMMENT ON COLUMN core.upload.sha256 IS 'as announced, in the end as received';

COMMENT ON COLUMN core.upload.media_type IS 'recognised from the bytes; null until all are there';

COMMENT ON COLUMN core.upload.completed_at IS 'from then on the lake has it and a filing may name it';

CREATE TABLE identity.client (
	client_id TEXT NOT NULL,
	name TEXT NOT NULL,
	secret_hash TEXT NOT NULL,
	kind TEXT NOT NULL,
	programmes TEXT[] NOT NULL,
	scopes TEXT[] NOT NULL,
	closed_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_client PRIMARY KEY (client_id)
);

COMMENT ON TABLE identity.client IS 'OAuth 2.0 clients: programme systems and private services';

COMMENT ON COLUMN identity.client.secret_hash IS 'argon2id';

COMMENT ON COLUMN identity.client.kind IS 'programme_system, private_service';

CREATE TABLE identity.sign_in (
	state_hash BYTEA NOT NULL,
	browser_hash BYTEA NOT NULL,
	nonce TEXT NOT NULL,
	code_verifier TEXT NOT NULL,
	return_to TEXT NOT NULL,
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_sign_in PRIMARY KEY (state_hash)
);

COMMENT ON TABLE identity.sign_in IS 'OpenID sign-ins under way; the row is deleted by the first callback, so no answer works twice';

COMMENT ON COLUMN identity.sign_in.state_hash IS 'sha256 of the OpenID state';

COMMENT ON COLUMN identity.sign_in.browser_hash IS 'sha256 of the cookie of the browser that began it';

COMMENT ON COLUMN identity.sign_in.code_verifier IS 'PKCE';

COMMENT ON COLUMN identity.sign_in.return_to IS 'local path to go to afterwards';

CREATE TABLE jobs.job_report (
	job_id BIGINT NOT NULL,
	asked_by TEXT,
	done BIGINT,
	total BIGINT,
	outcome JSONB,
	refusal JSONB,
	told_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT pk_job_report PRIMARY KEY (job_id)
);

COMMENT ON TABLE jobs.job_report IS 'what a job reports of itself; its state and its times are in the queue''s tables';

COMMENT ON COLUMN jobs.job_report.job_id IS 'procrastinate_jobs.id';

COMMENT ON COLUMN jobs.job_report.asked_by IS 'client or account that may see it; none: an operator''s';

COMMENT ON COLUMN jobs.job_report.done IS 'how far it is, in units of its own';

COMMENT ON COLUMN jobs.job_report.total IS 'of how many; none: not known';

COMMENT ON COLUMN jobs.job_report.outcome IS 'counts at its end; never values';

COMMENT ON COLUMN jobs.job_report.refusal IS 'code, what, why, next_step';

CREATE TABLE open.ceiling (
	purpose SMALLINT NOT NULL,
	recipient SMALLINT NOT NULL,
	class_bits BIGINT NOT NULL,
	CONSTRAINT pk_ceiling PRIMARY KEY (purpose, recipient)
);

COMMENT ON TABLE open.ceiling IS 'the policy''s ceiling (rulebook/policy.yaml); written by `mirasapo db init`';

COMMENT ON COLUMN open.ceiling.purpose IS '利用目的 1–9';

COMMENT ON COLUMN open.ceiling.recipient IS '提供先 1–8';

COMMENT ON COLUMN open.ceiling.class_bits IS 'データ区分 that the policy opens';

CREATE TABLE open.institution_list (
	as_of_on DATE NOT NULL,
	revision INTEGER NOT NULL,
	payload_sha256 TEXT NOT NULL,
	received_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT pk_institution_list PRIMARY KEY (as_of_on, revision)
);

COMMENT ON TABLE open.institution_list IS '支援機関の一覧: each list that was taken in, by its day, never by arrival';

COMMENT ON COLUMN open.institution_list.as_of_on IS '基準日: what the list says holds that day';

COMMENT ON COLUMN open.institution_list.revision IS 'counts corrections of a day''s list';

CREATE TABLE open.item (
	item_key TEXT NOT NULL,
	table_name TEXT NOT NULL,
	column_name TEXT NOT NULL,
	data_class SMALLINT NOT NULL,
	third_party BOOLEAN NOT NULL,
	bit BIGINT NOT NULL,
	label_ja TEXT NOT NULL,
	CONSTRAINT pk_item PRIMARY KEY (item_key),
	CONSTRAINT uq_item_table_name_column_name UNIQUE (table_name, column_name)
);

COMMENT ON TABLE open.item IS 'データ項目: the catalogue as the database knows it; written by `mirasapo db init`';

COMMENT ON COLUMN open.item.item_key IS '<category>.<item>';

COMMENT ON COLUMN open.item.table_name IS 'stem: filing_<stem> and, if generic, <stem>';

COMMENT ON COLUMN open.item.data_class IS 'データ区分 1–13 of the policy';

COMMENT ON COLUMN open.item.third_party IS 'about a person other than the business';

COMMENT ON COLUMN open.item.bit IS '1 << (data_class-1), << 13 more if third_party';

CREATE TABLE open.published_business_industry (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	main_industry_major TEXT,
	main_industry_middle TEXT,
	main_industry_minor TEXT,
	main_industry_detail TEXT,
	main_industry_name TEXT,
	sub_industry_middle TEXT[],
	summary TEXT,
	main_product_service TEXT[],
	company_history TEXT,
	unified_qualification_business_item TEXT[],
	unified_qualification_grade TEXT[],
	exports BOOLEAN,
	has_overseas_base BOOLEAN,
	is_franchise_member BOOLEAN,
	CONSTRAINT pk_published_business_industry PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_business_industry IS '公表情報: 業種・事業内容';

COMMENT ON COLUMN open.published_business_industry.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_business_industry.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_business_industry.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_business_industry.main_industry_major IS '主たる業種(大分類)';

COMMENT ON COLUMN open.published_business_industry.main_industry_middle IS '主たる業種(中分類)';

COMMENT ON COLUMN open.published_business_industry.main_industry_minor IS '主たる業種(小分類)';

COMMENT ON COLUMN open.published_business_industry.main_industry_detail IS '主たる業種(細分類)';

COMMENT ON COLUMN open.published_business_industry.main_industry_name IS '主たる業種名称';

COMMENT ON COLUMN open.published_business_industry.sub_industry_middle IS '従たる業種(中分類)';

COMMENT ON COLUMN open.published_business_industry.summary IS '事業概要';

COMMENT ON COLUMN open.published_business_industry.main_product_service IS '主要製品・サービス';

COMMENT ON COLUMN open.published_business_industry.company_history IS '企業の沿革';

COMMENT ON COLUMN open.published_business_industry.unified_qualification_business_item IS '営業品目コード(全省庁統一資格)';

COMMENT ON COLUMN open.published_business_industry.unified_qualification_grade IS '全省庁統一資格等級';

COMMENT ON COLUMN open.published_business_industry.exports IS '輸出の有無';

COMMENT ON COLUMN open.published_business_industry.has_overseas_base IS '海外拠点の有無';

COMMENT ON COLUMN open.published_business_industry.is_franchise_member IS 'フランチャイズ加盟の有無';

CREATE TABLE open.published_business_place_row (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	number TEXT,
	name TEXT,
	name_kana TEXT,
	type TEXT,
	postal_code TEXT,
	local_government_code TEXT,
	prefecture TEXT,
	city TEXT,
	town_and_block TEXT,
	building TEXT,
	full_address TEXT,
	phone TEXT,
	industry_code TEXT,
	activity TEXT,
	employee_count BIGINT,
	site_tenure_type TEXT,
	employment_insurance_number TEXT,
	insured_count BIGINT,
	insurance_lost_on DATE,
	CONSTRAINT pk_published_business_place_row PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_business_place_row IS '公表情報: 事業所';

COMMENT ON COLUMN open.published_business_place_row.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_business_place_row.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_business_place_row.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_business_place_row.number IS '事業所番号';

COMMENT ON COLUMN open.published_business_place_row.name IS '名称';

COMMENT ON COLUMN open.published_business_place_row.name_kana IS '名称(カナ)';

COMMENT ON COLUMN open.published_business_place_row.type IS '種別';

COMMENT ON COLUMN open.published_business_place_row.postal_code IS '郵便番号';

COMMENT ON COLUMN open.published_business_place_row.local_government_code IS '全国地方公共団体コード';

COMMENT ON COLUMN open.published_business_place_row.prefecture IS '都道府県';

COMMENT ON COLUMN open.published_business_place_row.city IS '市区町村';

COMMENT ON COLUMN open.published_business_place_row.town_and_block IS '町字以下';

COMMENT ON COLUMN open.published_business_place_row.building IS '建物名等';

COMMENT ON COLUMN open.published_business_place_row.full_address IS '住所の連結表記';

COMMENT ON COLUMN open.published_business_place_row.phone IS '電話番号';

COMMENT ON COLUMN open.published_business_place_row.industry_code IS '業種コード';

COMMENT ON COLUMN open.published_business_place_row.activity IS '事業内容';

COMMENT ON COLUMN open.published_business_place_row.employee_count IS '従業員数';

COMMENT ON COLUMN open.published_business_place_row.site_tenure_type IS '所有形態';

COMMENT ON COLUMN open.published_business_place_row.employment_insurance_number IS '雇用保険適用事業所番号';

COMMENT ON COLUMN open.published_business_place_row.insured_count IS '被保険者数';

COMMENT ON COLUMN open.published_business_place_row.insurance_lost_on IS '全喪年月日';

CREATE TABLE open.published_business_profile (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	corporate_number TEXT,
	sole_proprietor_key TEXT,
	entity_class TEXT,
	gbizid_account_id TEXT,
	gbizid_account_type TEXT,
	trade_name TEXT,
	trade_name_kana TEXT,
	trade_name_en TEXT,
	organization_type TEXT,
	alternate_name TEXT[],
	shop_name TEXT,
	activity_status TEXT,
	description TEXT,
	website_url TEXT,
	established_on DATE,
	founding_year BIGINT,
	fiscal_year_start_date TEXT,
	fiscal_closing_month BIGINT,
	capital_yen BIGINT,
	issued_share_count BIGINT,
	employee_count BIGINT,
	regular_employee_count BIGINT,
	fulltime_employee_count BIGINT,
	parttime_employee_count BIGINT,
	officer_count BIGINT,
	male_employee_count BIGINT,
	female_employee_count BIGINT,
	invoice_registration_number TEXT,
	consumption_tax_status TEXT,
	corporate_number_assigned_on DATE,
	registry_process TEXT,
	registry_changed_on DATE,
	registry_closed_on DATE,
	registry_close_cause TEXT,
	successor_corporate_number TEXT,
	CONSTRAINT pk_published_business_profile PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_business_profile IS '公表情報: 事業者';

COMMENT ON COLUMN open.published_business_profile.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_business_profile.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_business_profile.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_business_profile.corporate_number IS '法人番号';

COMMENT ON COLUMN open.published_business_profile.sole_proprietor_key IS '個人事業主整理番号';

COMMENT ON COLUMN open.published_business_profile.entity_class IS '事業者区分';

COMMENT ON COLUMN open.published_business_profile.gbizid_account_id IS 'GビズIDアカウント管理番号';

COMMENT ON COLUMN open.published_business_profile.gbizid_account_type IS 'GビズIDアカウント種別';

COMMENT ON COLUMN open.published_business_profile.trade_name IS '商号または名称';

COMMENT ON COLUMN open.published_business_profile.trade_name_kana IS '商号または名称(カナ)';

COMMENT ON COLUMN open.published_business_profile.trade_name_en IS '商号または名称(英字)';

COMMENT ON COLUMN open.published_business_profile.organization_type IS '組織種別';

COMMENT ON COLUMN open.published_business_profile.alternate_name IS '通称';

COMMENT ON COLUMN open.published_business_profile.shop_name IS '屋号';

COMMENT ON COLUMN open.published_business_profile.activity_status IS '事業活動状況';

COMMENT ON COLUMN open.published_business_profile.description IS '事業者説明';

COMMENT ON COLUMN open.published_business_profile.website_url IS 'WebサイトURL';

COMMENT ON COLUMN open.published_business_profile.established_on IS '設立年月日';

COMMENT ON COLUMN open.published_business_profile.founding_year IS '創業年';

COMMENT ON COLUMN open.published_business_profile.fiscal_year_start_date IS '事業年度開始日';

COMMENT ON COLUMN open.published_business_profile.fiscal_closing_month IS '決算月';

COMMENT ON COLUMN open.published_business_profile.capital_yen IS '資本金または出資の額';

COMMENT ON COLUMN open.published_business_profile.issued_share_count IS '発行済株式総数';

COMMENT ON COLUMN open.published_business_profile.employee_count IS '従業員数';

COMMENT ON COLUMN open.published_business_profile.regular_employee_count IS '常時使用する従業員数';

COMMENT ON COLUMN open.published_business_profile.fulltime_employee_count IS '正社員数';

COMMENT ON COLUMN open.published_business_profile.parttime_employee_count IS 'パート・アルバイト数';

COMMENT ON COLUMN open.published_business_profile.officer_count IS '役員数';

COMMENT ON COLUMN open.published_business_profile.male_employee_count IS '従業員数(男性)';

COMMENT ON COLUMN open.published_business_profile.female_employee_count IS '従業員数(女性)';

COMMENT ON COLUMN open.published_business_profile.invoice_registration_number IS '適格請求書発行事業者登録番号';

COMMENT ON COLUMN open.published_business_profile.consumption_tax_status IS '消費税課税事業者区分';

COMMENT ON COLUMN open.published_business_profile.corporate_number_assigned_on IS '法人番号指定年月日';

COMMENT ON COLUMN open.published_business_profile.registry_process IS '登記情報処理区分';

COMMENT ON COLUMN open.published_business_profile.registry_changed_on IS '登記情報変更年月日';

COMMENT ON COLUMN open.published_business_profile.registry_closed_on IS '登記記録の閉鎖等年月日';

COMMENT ON COLUMN open.published_business_profile.registry_close_cause IS '登記記録の閉鎖等の事由';

COMMENT ON COLUMN open.published_business_profile.successor_corporate_number IS '承継先法人番号';

CREATE TABLE open.published_certification_commendation (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	commendation_title TEXT,
	commended_on DATE,
	commendation_ministry TEXT,
	commendation_target TEXT,
	commendation_category TEXT,
	CONSTRAINT pk_published_certification_commendation PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_certification_commendation IS '公表情報: 表彰';

COMMENT ON COLUMN open.published_certification_commendation.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_certification_commendation.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_certification_commendation.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_certification_commendation.commendation_title IS '表彰名';

COMMENT ON COLUMN open.published_certification_commendation.commended_on IS '表彰年月日';

COMMENT ON COLUMN open.published_certification_commendation.commendation_ministry IS '表彰府省';

COMMENT ON COLUMN open.published_certification_commendation.commendation_target IS '受賞対象';

COMMENT ON COLUMN open.published_certification_commendation.commendation_category IS '表彰部門';

CREATE TABLE open.published_certification_row (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	certification_title TEXT,
	certified_on DATE,
	certification_expires_on DATE,
	certification_ministry TEXT,
	certification_target TEXT,
	certification_category TEXT,
	CONSTRAINT pk_published_certification_row PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_certification_row IS '公表情報: 認定・届出';

COMMENT ON COLUMN open.published_certification_row.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_certification_row.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_certification_row.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_certification_row.certification_title IS '認定・届出の名称';

COMMENT ON COLUMN open.published_certification_row.certified_on IS '認定日';

COMMENT ON COLUMN open.published_certification_row.certification_expires_on IS '認定の有効期限';

COMMENT ON COLUMN open.published_certification_row.certification_ministry IS '認定府省';

COMMENT ON COLUMN open.published_certification_row.certification_target IS '認定の対象';

COMMENT ON COLUMN open.published_certification_row.certification_category IS '認定の部門';

CREATE TABLE open.published_financial_statement (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	fiscal_closed_on DATE,
	period_starts_on DATE,
	period_ends_on DATE,
	period_class TEXT,
	accounting_standard TEXT,
	tax_accounting_method TEXT,
	closing_employee_count BIGINT,
	total_assets_yen BIGINT,
	current_assets_yen BIGINT,
	cash_and_deposits_yen BIGINT,
	notes_receivable_yen BIGINT,
	accounts_receivable_yen BIGINT,
	securities_yen BIGINT,
	inventories_yen BIGINT,
	other_current_assets_yen BIGINT,
	advance_payments_yen BIGINT,
	short_term_loans_receivable_yen BIGINT,
	allowance_for_doubtful_accounts_yen BIGINT,
	fixed_assets_yen BIGINT,
	tangible_fixed_assets_yen BIGINT,
	land_yen BIGINT,
	intangible_fixed_assets_yen BIGINT,
	other_fixed_assets_yen BIGINT,
	total_loans_receivable_yen BIGINT,
	deferred_assets_yen BIGINT,
	total_liabilities_yen BIGINT,
	current_liabilities_yen BIGINT,
	notes_payable_yen BIGINT,
	accounts_payable_yen BIGINT,
	short_term_borrowings_yen BIGINT,
	other_current_liabilities_yen BIGINT,
	accrued_liabilities_yen BIGINT,
	advances_received_yen BIGINT,
	deposits_received_yen BIGINT,
	fixed_liabilities_yen BIGINT,
	long_term_borrowings_yen BIGINT,
	bonds_payable_yen BIGINT,
	borrowings_from_officers_yen BIGINT,
	net_assets_yen BIGINT,
	closing_capital_stock_yen BIGINT,
	capital_reserve_yen BIGINT,
	retained_earnings_yen BIGINT,
	net_sales_yen BIGINT,
	cost_of_sales_yen BIGINT,
	depreciation_in_cost_of_sales_yen BIGINT,
	labor_cost_yen BIGINT,
	gross_profit_yen BIGINT,
	selling_and_administrative_expenses_yen BIGINT,
	depreciation_in_selling_and_administrative_expenses_yen BIGINT,
	personnel_cost_yen BIGINT,
	officer_compensation_yen BIGINT,
	payroll_yen BIGINT,
	rent_expenses_yen BIGINT,
	research_and_development_expenses_yen BIGINT,
	operating_income_yen BIGINT,
	non_operating_income_yen BIGINT,
	non_operating_expenses_yen BIGINT,
	interest_expense_yen BIGINT,
	ordinary_income_yen BIGINT,
	extraordinary_gain_yen BIGINT,
	extraordinary_loss_yen BIGINT,
	income_before_tax_yen BIGINT,
	net_income_yen BIGINT,
	depreciation_yen BIGINT,
	value_added_yen BIGINT,
	interest_bearing_debt_yen BIGINT,
	overseas_sales_yen BIGINT,
	CONSTRAINT pk_published_financial_statement PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_financial_statement IS '公表情報: 財務(決算期)';

COMMENT ON COLUMN open.published_financial_statement.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_financial_statement.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_financial_statement.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_financial_statement.fiscal_closed_on IS '決算年月日';

COMMENT ON COLUMN open.published_financial_statement.period_starts_on IS '事業期間開始日';

COMMENT ON COLUMN open.published_financial_statement.period_ends_on IS '事業期間終了日';

COMMENT ON COLUMN open.published_financial_statement.period_class IS '決算期区分';

COMMENT ON COLUMN open.published_financial_statement.accounting_standard IS '会計基準';

COMMENT ON COLUMN open.published_financial_statement.tax_accounting_method IS '消費税経理方式';

COMMENT ON COLUMN open.published_financial_statement.closing_employee_count IS '期末従業員数';

COMMENT ON COLUMN open.published_financial_statement.total_assets_yen IS '資産合計';

COMMENT ON COLUMN open.published_financial_statement.current_assets_yen IS '流動資産合計';

COMMENT ON COLUMN open.published_financial_statement.cash_and_deposits_yen IS '現金及び預金';

COMMENT ON COLUMN open.published_financial_statement.notes_receivable_yen IS '受取手形';

COMMENT ON COLUMN open.published_financial_statement.accounts_receivable_yen IS '売掛金';

COMMENT ON COLUMN open.published_financial_statement.securities_yen IS '有価証券';

COMMENT ON COLUMN open.published_financial_statement.inventories_yen IS '棚卸資産';

COMMENT ON COLUMN open.published_financial_statement.other_current_assets_yen IS 'その他流動資産合計';

COMMENT ON COLUMN open.published_financial_statement.advance_payments_yen IS '前払金';

COMMENT ON COLUMN open.published_financial_statement.short_term_loans_receivable_yen IS '短期貸付金';

COMMENT ON COLUMN open.published_financial_statement.allowance_for_doubtful_accounts_yen IS '貸倒引当金';

COMMENT ON COLUMN open.published_financial_statement.fixed_assets_yen IS '固定資産合計';

COMMENT ON COLUMN open.published_financial_statement.tangible_fixed_assets_yen IS '有形固定資産合計';

COMMENT ON COLUMN open.published_financial_statement.land_yen IS '土地';

COMMENT ON COLUMN open.published_financial_statement.intangible_fixed_assets_yen IS '無形固定資産合計';

COMMENT ON COLUMN open.published_financial_statement.other_fixed_assets_yen IS 'その他固定資産合計';

COMMENT ON COLUMN open.published_financial_statement.total_loans_receivable_yen IS '貸付金合計';

COMMENT ON COLUMN open.published_financial_statement.deferred_assets_yen IS '繰延資産';

COMMENT ON COLUMN open.published_financial_statement.total_liabilities_yen IS '負債合計';

COMMENT ON COLUMN open.published_financial_statement.current_liabilities_yen IS '流動負債合計';

COMMENT ON COLUMN open.published_financial_statement.notes_payable_yen IS '支払手形';

COMMENT ON COLUMN open.published_financial_statement.accounts_payable_yen IS '買掛金';

COMMENT ON COLUMN open.published_financial_statement.short_term_borrowings_yen IS '短期借入金';

COMMENT ON COLUMN open.published_financial_statement.other_current_liabilities_yen IS 'その他流動負債合計';

COMMENT ON COLUMN open.published_financial_statement.accrued_liabilities_yen IS '未払金';

COMMENT ON COLUMN open.published_financial_statement.advances_received_yen IS '前受金';

COMMENT ON COLUMN open.published_financial_statement.deposits_received_yen IS '預り金';

COMMENT ON COLUMN open.published_financial_statement.fixed_liabilities_yen IS '固定負債合計';

COMMENT ON COLUMN open.published_financial_statement.long_term_borrowings_yen IS '長期借入金';

COMMENT ON COLUMN open.published_financial_statement.bonds_payable_yen IS '社債';

COMMENT ON COLUMN open.published_financial_statement.borrowings_from_officers_yen IS '役員借入金';

COMMENT ON COLUMN open.published_financial_statement.net_assets_yen IS '純資産合計';

COMMENT ON COLUMN open.published_financial_statement.closing_capital_stock_yen IS '期末資本金';

COMMENT ON COLUMN open.published_financial_statement.capital_reserve_yen IS '資本準備金';

COMMENT ON COLUMN open.published_financial_statement.retained_earnings_yen IS '利益剰余金';

COMMENT ON COLUMN open.published_financial_statement.net_sales_yen IS '売上高';

COMMENT ON COLUMN open.published_financial_statement.cost_of_sales_yen IS '売上原価';

COMMENT ON COLUMN open.published_financial_statement.depreciation_in_cost_of_sales_yen IS '売上原価内減価償却費';

COMMENT ON COLUMN open.published_financial_statement.labor_cost_yen IS '労務費';

COMMENT ON COLUMN open.published_financial_statement.gross_profit_yen IS '売上総利益';

COMMENT ON COLUMN open.published_financial_statement.selling_and_administrative_expenses_yen IS '販売費及び一般管理費';

COMMENT ON COLUMN open.published_financial_statement.depreciation_in_selling_and_administrative_expenses_yen IS '販管費内減価償却費';

COMMENT ON COLUMN open.published_financial_statement.personnel_cost_yen IS '人件費';

COMMENT ON COLUMN open.published_financial_statement.officer_compensation_yen IS '役員報酬';

COMMENT ON COLUMN open.published_financial_statement.payroll_yen IS '給与支給総額';

COMMENT ON COLUMN open.published_financial_statement.rent_expenses_yen IS '地代家賃';

COMMENT ON COLUMN open.published_financial_statement.research_and_development_expenses_yen IS '研究開発費';

COMMENT ON COLUMN open.published_financial_statement.operating_income_yen IS '営業利益';

COMMENT ON COLUMN open.published_financial_statement.non_operating_income_yen IS '営業外収益';

COMMENT ON COLUMN open.published_financial_statement.non_operating_expenses_yen IS '営業外費用';

COMMENT ON COLUMN open.published_financial_statement.interest_expense_yen IS '支払利息';

COMMENT ON COLUMN open.published_financial_statement.ordinary_income_yen IS '経常利益';

COMMENT ON COLUMN open.published_financial_statement.extraordinary_gain_yen IS '特別利益';

COMMENT ON COLUMN open.published_financial_statement.extraordinary_loss_yen IS '特別損失';

COMMENT ON COLUMN open.published_financial_statement.income_before_tax_yen IS '税引前当期純利益';

COMMENT ON COLUMN open.published_financial_statement.net_income_yen IS '当期純利益';

COMMENT ON COLUMN open.published_financial_statement.depreciation_yen IS '減価償却費合計';

COMMENT ON COLUMN open.published_financial_statement.value_added_yen IS '付加価値額';

COMMENT ON COLUMN open.published_financial_statement.interest_bearing_debt_yen IS '有利子負債合計';

COMMENT ON COLUMN open.published_financial_statement.overseas_sales_yen IS '海外売上高';

CREATE TABLE open.published_grant_history_procurement (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	procurement_title TEXT,
	procurement_yen BIGINT,
	procurement_ordered_on DATE,
	procurement_ministry TEXT,
	CONSTRAINT pk_published_grant_history_procurement PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_grant_history_procurement IS '公表情報: 調達実績';

COMMENT ON COLUMN open.published_grant_history_procurement.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_grant_history_procurement.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_grant_history_procurement.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_grant_history_procurement.procurement_title IS '調達事業名';

COMMENT ON COLUMN open.published_grant_history_procurement.procurement_yen IS '調達金額';

COMMENT ON COLUMN open.published_grant_history_procurement.procurement_ordered_on IS '受注日';

COMMENT ON COLUMN open.published_grant_history_procurement.procurement_ministry IS '調達府省';

CREATE TABLE open.published_grant_history_received_subsidy (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	received_subsidy_title TEXT,
	received_subsidy_yen BIGINT,
	received_subsidy_approved_on DATE,
	received_subsidy_ministry TEXT,
	received_subsidy_target TEXT,
	received_subsidy_theme TEXT,
	received_subsidy_difference TEXT,
	CONSTRAINT pk_published_grant_history_received_subsidy PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_grant_history_received_subsidy IS '公表情報: 受給補助金';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_title IS '受給補助金名';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_yen IS '受給補助金額';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_approved_on IS '受給補助金の認定日';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_ministry IS '受給補助金の府省';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_target IS '受給補助金の対象';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_theme IS '過去の補助事業のテーマ名';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_difference IS '今回の事業との相違点';

CREATE TABLE open.published_intellectual_property (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	type TEXT,
	application_number TEXT,
	applied_on DATE,
	publication_number TEXT,
	registration_number TEXT,
	registered_on DATE,
	title TEXT,
	classification_type TEXT,
	classification_code TEXT,
	classification_name TEXT,
	document_url TEXT,
	right_holder_name TEXT,
	expires_on DATE,
	country TEXT,
	use_status TEXT,
	licensee_name TEXT,
	related_business TEXT,
	CONSTRAINT pk_published_intellectual_property PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_intellectual_property IS '公表情報: 知的財産権';

COMMENT ON COLUMN open.published_intellectual_property.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_intellectual_property.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_intellectual_property.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_intellectual_property.type IS '権利の種別';

COMMENT ON COLUMN open.published_intellectual_property.application_number IS '出願番号';

COMMENT ON COLUMN open.published_intellectual_property.applied_on IS '出願年月日';

COMMENT ON COLUMN open.published_intellectual_property.publication_number IS '公開番号';

COMMENT ON COLUMN open.published_intellectual_property.registration_number IS '登録番号';

COMMENT ON COLUMN open.published_intellectual_property.registered_on IS '登録年月日';

COMMENT ON COLUMN open.published_intellectual_property.title IS '発明の名称等';

COMMENT ON COLUMN open.published_intellectual_property.classification_type IS '分類コードの種別';

COMMENT ON COLUMN open.published_intellectual_property.classification_code IS '分類コード値';

COMMENT ON COLUMN open.published_intellectual_property.classification_name IS '分類の名称';

COMMENT ON COLUMN open.published_intellectual_property.document_url IS '文献固定アドレス';

COMMENT ON COLUMN open.published_intellectual_property.right_holder_name IS '権利者名';

COMMENT ON COLUMN open.published_intellectual_property.expires_on IS '存続期間満了日';

COMMENT ON COLUMN open.published_intellectual_property.country IS '権利の国・地域';

COMMENT ON COLUMN open.published_intellectual_property.use_status IS '実施状況';

COMMENT ON COLUMN open.published_intellectual_property.licensee_name IS '実施許諾先';

COMMENT ON COLUMN open.published_intellectual_property.related_business IS '関連する事業・製品';

CREATE TABLE open.published_record (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	CONSTRAINT pk_published_record PRIMARY KEY (business_id, source)
);

COMMENT ON TABLE open.published_record IS '公表情報: which record of a source is the newest of a business';

COMMENT ON COLUMN open.published_record.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_record.as_of_on IS '更新年月日 of the record as a whole';

CREATE TABLE open.published_registered_address (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	postal_code TEXT,
	local_government_code TEXT,
	town_id TEXT,
	prefecture TEXT,
	city TEXT,
	town TEXT,
	block_and_lot TEXT,
	building TEXT,
	full_address TEXT,
	address_kana TEXT,
	latitude NUMERIC,
	longitude NUMERIC,
	CONSTRAINT pk_published_registered_address PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_registered_address IS '公表情報: 登記住所';

COMMENT ON COLUMN open.published_registered_address.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_registered_address.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_registered_address.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_registered_address.postal_code IS '郵便番号';

COMMENT ON COLUMN open.published_registered_address.local_government_code IS '全国地方公共団体コード';

COMMENT ON COLUMN open.published_registered_address.town_id IS '町字ID';

COMMENT ON COLUMN open.published_registered_address.prefecture IS '都道府県';

COMMENT ON COLUMN open.published_registered_address.city IS '市区町村';

COMMENT ON COLUMN open.published_registered_address.town IS '町字';

COMMENT ON COLUMN open.published_registered_address.block_and_lot IS '番地以下';

COMMENT ON COLUMN open.published_registered_address.building IS '建物名等';

COMMENT ON COLUMN open.published_registered_address.full_address IS '連結表記';

COMMENT ON COLUMN open.published_registered_address.address_kana IS 'カナ表記';

COMMENT ON COLUMN open.published_registered_address.latitude IS '代表点の緯度';

COMMENT ON COLUMN open.published_registered_address.longitude IS '代表点の経度';

CREATE TABLE open.published_representative (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	family_name TEXT,
	given_name TEXT,
	family_name_kana TEXT,
	given_name_kana TEXT,
	title TEXT,
	born_on DATE,
	age BIGINT,
	sex TEXT,
	appointed_on DATE,
	address TEXT,
	career TEXT,
	CONSTRAINT pk_published_representative PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_representative IS '公表情報: 代表者';

COMMENT ON COLUMN open.published_representative.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_representative.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_representative.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_representative.family_name IS '氏';

COMMENT ON COLUMN open.published_representative.given_name IS '名';

COMMENT ON COLUMN open.published_representative.family_name_kana IS '氏(カナ)';

COMMENT ON COLUMN open.published_representative.given_name_kana IS '名(カナ)';

COMMENT ON COLUMN open.published_representative.title IS '役職名';

COMMENT ON COLUMN open.published_representative.born_on IS '生年月日';

COMMENT ON COLUMN open.published_representative.age IS '年齢';

COMMENT ON COLUMN open.published_representative.sex IS '性別';

COMMENT ON COLUMN open.published_representative.appointed_on IS '就任年月日';

COMMENT ON COLUMN open.published_representative.address IS '住所';

COMMENT ON COLUMN open.published_representative.career IS '経歴';

CREATE TABLE open.published_shareholder_securities_report (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	securities_report_name TEXT,
	securities_report_holding_ratio NUMERIC,
	CONSTRAINT pk_published_shareholder_securities_report PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_shareholder_securities_report IS '公表情報: 大株主(有価証券報告書)';

COMMENT ON COLUMN open.published_shareholder_securities_report.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_shareholder_securities_report.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_shareholder_securities_report.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_shareholder_securities_report.securities_report_name IS '大株主名(有価証券報告書)';

COMMENT ON COLUMN open.published_shareholder_securities_report.securities_report_holding_ratio IS '大株主の持株割合(有価証券報告書)';

CREATE TABLE open.published_workplace (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	origins JSONB,
	average_employee_age NUMERIC,
	average_service_years NUMERIC,
	average_service_years_male NUMERIC,
	average_service_years_female NUMERIC,
	average_monthly_overtime_hours NUMERIC,
	female_worker_percent NUMERIC,
	female_manager_count BIGINT,
	manager_count BIGINT,
	female_officer_count BIGINT,
	male_childcare_leave_eligible_count BIGINT,
	male_childcare_leave_taken_count BIGINT,
	female_childcare_leave_eligible_count BIGINT,
	female_childcare_leave_taken_count BIGINT,
	lowest_hourly_wage_yen_per_hour BIGINT,
	average_salary_yen_per_year BIGINT,
	CONSTRAINT pk_published_workplace PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_workplace IS '公表情報: 職場・雇用';

COMMENT ON COLUMN open.published_workplace.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_workplace.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_workplace.origins IS '出典元, where the source names its own: by column';

COMMENT ON COLUMN open.published_workplace.average_employee_age IS '従業員の平均年齢';

COMMENT ON COLUMN open.published_workplace.average_service_years IS '正社員の平均継続勤務年数';

COMMENT ON COLUMN open.published_workplace.average_service_years_male IS '男性の平均継続勤務年数';

COMMENT ON COLUMN open.published_workplace.average_service_years_female IS '女性の平均継続勤務年数';

COMMENT ON COLUMN open.published_workplace.average_monthly_overtime_hours IS '月平均所定外労働時間';

COMMENT ON COLUMN open.published_workplace.female_worker_percent IS '女性労働者の割合';

COMMENT ON COLUMN open.published_workplace.female_manager_count IS '女性管理職人数';

COMMENT ON COLUMN open.published_workplace.manager_count IS '管理職全体人数';

COMMENT ON COLUMN open.published_workplace.female_officer_count IS '女性役員人数';

COMMENT ON COLUMN open.published_workplace.male_childcare_leave_eligible_count IS '育児休業対象者数(男性)';

COMMENT ON COLUMN open.published_workplace.male_childcare_leave_taken_count IS '育児休業取得者数(男性)';

COMMENT ON COLUMN open.published_workplace.female_childcare_leave_eligible_count IS '育児休業対象者数(女性)';

COMMENT ON COLUMN open.published_workplace.female_childcare_leave_taken_count IS '育児休業取得者数(女性)';

COMMENT ON COLUMN open.published_workplace.lowest_hourly_wage_yen_per_hour IS '事業場内最低賃金';

COMMENT ON COLUMN open.published_workplace.average_salary_yen_per_year IS '平均給与額';

CREATE TABLE open.register_body (
	corporate_number TEXT NOT NULL,
	business_id UUID DEFAULT gen_random_uuid() NOT NULL,
	sequence_number BIGINT NOT NULL,
	process TEXT NOT NULL,
	correction TEXT NOT NULL,
	updated_on DATE NOT NULL,
	changed_on DATE,
	name TEXT NOT NULL,
	written_name TEXT,
	kind TEXT,
	prefecture TEXT,
	city TEXT,
	street TEXT,
	local_government_code TEXT,
	postal_code TEXT,
	address_outside TEXT,
	closed_on DATE,
	close_cause TEXT,
	successor_number TEXT,
	change_detail TEXT,
	assigned_on DATE,
	name_en TEXT,
	address_en TEXT,
	kana TEXT,
	out_of_search BOOLEAN DEFAULT false NOT NULL,
	made_up BOOLEAN DEFAULT false NOT NULL,
	search_name TEXT NOT NULL,
	grams INTEGER[] NOT NULL,
	payload_sha256 TEXT NOT NULL,
	CONSTRAINT pk_register_body PRIMARY KEY (corporate_number),
	CONSTRAINT uq_register_body_business_id UNIQUE (business_id)
);

CREATE INDEX ix_register_body_grams ON open.register_body USING gin (grams);

CREATE INDEX ix_register_body_search_name_prefix ON open.register_body (search_name text_pattern_ops);

COMMENT ON TABLE open.register_body IS '国税庁法人番号: the newest row of each body';

COMMENT ON COLUMN open.register_body.corporate_number IS '法人番号';

COMMENT ON COLUMN open.register_body.sequence_number IS '一連番号 within its file';

COMMENT ON COLUMN open.register_body.process IS '処理区分';

COMMENT ON COLUMN open.register_body.correction IS '訂正区分';

COMMENT ON COLUMN open.register_body.updated_on IS '更新年月日';

COMMENT ON COLUMN open.register_body.changed_on IS '変更年月日';

COMMENT ON COLUMN open.register_body.name IS '商号又は名称';

COMMENT ON COLUMN open.register_body.written_name IS 'as the row writes it, where ＿ stands for a character';

COMMENT ON COLUMN open.register_body.kind IS '法人種別';

COMMENT ON COLUMN open.register_body.local_government_code IS '団体コード, 6 digits with its check digit';

COMMENT ON COLUMN open.register_body.address_outside IS '国外所在地';

COMMENT ON COLUMN open.register_body.successor_number IS '承継先法人番号';

COMMENT ON COLUMN open.register_body.change_detail IS '変更事由の詳細';

COMMENT ON COLUMN open.register_body.out_of_search IS '検索対象除外';

COMMENT ON COLUMN open.register_body.made_up IS 'sample data, no real body';

COMMENT ON COLUMN open.register_body.search_name IS 'name normalised for search';

COMMENT ON COLUMN open.register_body.grams IS 'bigrams of search_name and kana, packed';

CREATE TABLE open.register_spelling (
	corporate_number TEXT NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_register_spelling PRIMARY KEY (corporate_number, name)
);

COMMENT ON TABLE open.register_spelling IS 'names of the register that its Shift_JIS files replace by ＿';

COMMENT ON COLUMN open.register_spelling.corporate_number IS '法人番号';

COMMENT ON COLUMN open.register_spelling.name IS '商号又は名称, not to be held by Shift_JIS';

CREATE TABLE open.subsidy (
	subsidy_id UUID DEFAULT gen_random_uuid() NOT NULL,
	source TEXT NOT NULL,
	source_id TEXT NOT NULL,
	programme TEXT,
	number TEXT,
	title TEXT NOT NULL,
	catch_phrase TEXT,
	summary TEXT,
	detail_html TEXT,
	kind TEXT,
	organisers TEXT[] DEFAULT '{}' NOT NULL,
	regions TEXT[] DEFAULT '{}' NOT NULL,
	purposes TEXT[] DEFAULT '{}' NOT NULL,
	industries TEXT[] DEFAULT '{}' NOT NULL,
	keywords TEXT[] DEFAULT '{}' NOT NULL,
	employees TEXT,
	eligible TEXT,
	usage TEXT,
	rate TEXT,
	amount_cap_yen BIGINT,
	reception TEXT,
	multiple_requests BOOLEAN,
	governing_law TEXT,
	url TEXT,
	application_url TEXT,
	published_on DATE,
	unpublished_on DATE,
	as_of_at TIMESTAMP WITH TIME ZONE NOT NULL,
	content_sha256 TEXT NOT NULL,
	first_seen_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	checked_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	search_text TEXT NOT NULL,
	CONSTRAINT pk_subsidy PRIMARY KEY (subsidy_id),
	CONSTRAINT uq_subsidy_source_source_id UNIQUE (source, source_id)
);

COMMENT ON TABLE open.subsidy IS '制度カタログ: the newest version of each subsidy or other support, by source';

COMMENT ON COLUMN open.subsidy.source IS 'jgrants, mirasapo_navi, jnet21';

COMMENT ON COLUMN open.subsidy.source_id IS 'the source''s own id or address';

COMMENT ON COLUMN open.subsidy.programme IS '制度番号 01–16, where it is certain';

COMMENT ON COLUMN open.subsidy.number IS '制度の管理番号';

COMMENT ON COLUMN open.subsidy.title IS '名称';

COMMENT ON COLUMN open.subsidy.catch_phrase IS 'キャッチコピー・副題';

COMMENT ON COLUMN open.subsidy.summary IS '概要';

COMMENT ON COLUMN open.subsidy.detail_html IS '内容';

COMMENT ON COLUMN open.subsidy.kind IS '種別';

COMMENT ON COLUMN open.subsidy.organisers IS '所管・実施機関';

COMMENT ON COLUMN open.subsidy.regions IS '対象地域';

COMMENT ON COLUMN open.subsidy.purposes IS '利用目的';

COMMENT ON COLUMN open.subsidy.industries IS '業種';

COMMENT ON COLUMN open.subsidy.keywords IS 'キーワード';

COMMENT ON COLUMN open.subsidy.employees IS '従業員数の条件';

COMMENT ON COLUMN open.subsidy.eligible IS '対象者';

COMMENT ON COLUMN open.subsidy.usage IS '利用方法';

COMMENT ON COLUMN open.subsidy.rate IS '補助率';

COMMENT ON COLUMN open.subsidy.amount_cap_yen IS '上限額(円)';

COMMENT ON COLUMN open.subsidy.reception IS '申請受付';

COMMENT ON COLUMN open.subsidy.multiple_requests IS '複数申請の可否';

COMMENT ON COLUMN open.subsidy.governing_law IS '根拠法令';

COMMENT ON COLUMN open.subsidy.url IS '詳細ページ';

COMMENT ON COLUMN open.subsidy.application_url IS '申請先';

COMMENT ON COLUMN open.subsidy.published_on IS '公開開始日';

COMMENT ON COLUMN open.subsidy.unpublished_on IS '公開終了日';

COMMENT ON COLUMN open.subsidy.as_of_at IS 'as the source dates it, else when fetched';

COMMENT ON COLUMN open.subsidy.content_sha256 IS 'of the newest version';

COMMENT ON COLUMN open.subsidy.checked_at IS 'last seen there';

COMMENT ON COLUMN open.subsidy.search_text IS 'normalised for search';

CREATE TABLE open.support_institution (
	institution_id UUID DEFAULT gen_random_uuid() NOT NULL,
	number TEXT,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	region TEXT,
	certified_institution_number TEXT,
	certified_on DATE,
	certified_until DATE,
	valid_from DATE,
	valid_until DATE,
	as_of_on DATE,
	made_up BOOLEAN DEFAULT false NOT NULL,
	CONSTRAINT pk_support_institution PRIMARY KEY (institution_id),
	CONSTRAINT uq_support_institution_number UNIQUE (number)
);

CREATE UNIQUE INDEX uq_support_institution_name_kind ON open.support_institution (name, kind) WHERE number IS NULL;

COMMENT ON TABLE open.support_institution IS '支援機関';

COMMENT ON COLUMN open.support_institution.number IS '機関番号 in the lists; none for one of no list';

COMMENT ON COLUMN open.support_institution.kind IS '支援機関の種別, after the policy''s closed list (※3)';

COMMENT ON COLUMN open.support_institution.region IS '都道府県, or 全国';

COMMENT ON COLUMN open.support_institution.certified_institution_number IS '認定経営革新等支援機関ID番号, 12 digits';

COMMENT ON COLUMN open.support_institution.certified_on IS '認定日';

COMMENT ON COLUMN open.support_institution.certified_until IS '認定期限, the last day of the certification';

COMMENT ON COLUMN open.support_institution.valid_from IS 'the first day on which it may support; none: always';

COMMENT ON COLUMN open.support_institution.valid_until IS 'the last one; none: until a list no longer names it';

COMMENT ON COLUMN open.support_institution.as_of_on IS '基準日 of the newest list that names it';

CREATE TABLE trust.consent (
	consent_id BIGINT GENERATED ALWAYS AS IDENTITY,
	business_id UUID NOT NULL,
	filing_id UUID NOT NULL,
	answer TEXT NOT NULL,
	basis TEXT NOT NULL,
	terms_version TEXT NOT NULL,
	language TEXT DEFAULT 'ja' NOT NULL,
	answered_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	answered_by TEXT NOT NULL,
	CONSTRAINT pk_consent PRIMARY KEY (consent_id),
	CONSTRAINT ck_consent_answer CHECK (answer IN ('given', 'refused', 'withdrawn'))
);

CREATE INDEX ix_consent_business_id ON trust.consent (business_id);

CREATE INDEX ix_consent_filing_id_consent_id ON trust.consent (filing_id, consent_id);

COMMENT ON TABLE trust.consent IS '二次利用の同意: append only, the newest row per filing counts';

COMMENT ON COLUMN trust.consent.answer IS 'given, refused, withdrawn';

COMMENT ON COLUMN trust.consent.basis IS 'deemed, individual';

COMMENT ON COLUMN trust.consent.answered_by IS 'account id, or client_id of the system that took it';

CREATE TABLE trust.grant_line (
	line_id BIGINT GENERATED ALWAYS AS IDENTITY,
	business_id UUID NOT NULL,
	audience TEXT NOT NULL,
	level SMALLINT NOT NULL,
	effect TEXT NOT NULL,
	purpose SMALLINT NOT NULL,
	class_bits BIGINT NOT NULL,
	programmes TEXT[],
	fiscal_years INTEGER[],
	valid_from TIMESTAMP WITH TIME ZONE NOT NULL,
	valid_until TIMESTAMP WITH TIME ZONE,
	origin TEXT NOT NULL,
	CONSTRAINT pk_grant_line PRIMARY KEY (line_id),
	CONSTRAINT ck_grant_line_effect CHECK (effect IN ('allow', 'deny')),
	CONSTRAINT ck_grant_line_level CHECK (level BETWEEN 0 AND 2)
);

CREATE INDEX ix_grant_line_audience_purpose_business_id ON trust.grant_line (audience, purpose, business_id);

CREATE INDEX ix_grant_line_business_id_audience_purpose ON trust.grant_line (business_id, audience, purpose);

COMMENT ON TABLE trust.grant_line IS '開示設定 and approvals as lines: what decide() reads';

COMMENT ON COLUMN trust.grant_line.audience IS 'all, kind:<kind>, institution:<uuid>, service:<client_id>';

COMMENT ON COLUMN trust.grant_line.level IS '0 all, 1 kind, 2 institution or service';

COMMENT ON COLUMN trust.grant_line.effect IS 'allow, deny';

COMMENT ON COLUMN trust.grant_line.programmes IS 'NULL: all';

COMMENT ON COLUMN trust.grant_line.fiscal_years IS 'NULL: all';

COMMENT ON COLUMN trust.grant_line.valid_until IS 'NULL: open-ended; compared when read';

COMMENT ON COLUMN trust.grant_line.origin IS 'request:<uuid> or setting:<account>';

CREATE TABLE trust.ledger_entry (
	entry_id BIGINT GENERATED ALWAYS AS IDENTITY,
	occurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
	business_id UUID NOT NULL,
	actor TEXT NOT NULL,
	institution_id UUID,
	on_behalf_of TEXT,
	purpose SMALLINT NOT NULL,
	items TEXT[] NOT NULL,
	basis TEXT NOT NULL,
	through TEXT NOT NULL,
	allowed BOOLEAN NOT NULL,
	reason TEXT NOT NULL,
	canonical BYTEA NOT NULL,
	salt BYTEA NOT NULL,
	leaf_index BIGINT,
	CONSTRAINT pk_ledger_entry PRIMARY KEY (entry_id),
	CONSTRAINT uq_ledger_entry_leaf_index UNIQUE (leaf_index)
);

CREATE INDEX ix_ledger_entry_business_id_entry_id ON trust.ledger_entry (business_id, entry_id);

COMMENT ON TABLE trust.ledger_entry IS '閲覧記録: one entry per request and business, append only';

COMMENT ON COLUMN trust.ledger_entry.actor IS 'account id or client_id';

COMMENT ON COLUMN trust.ledger_entry.items IS 'item keys; never a value';

COMMENT ON COLUMN trust.ledger_entry.basis IS 'request:<uuid>, setting, own, policy, consent …';

COMMENT ON COLUMN trust.ledger_entry.through IS 'route, portal or command';

COMMENT ON COLUMN trust.ledger_entry.canonical IS 'canonical JSON that is hashed';

COMMENT ON COLUMN trust.ledger_entry.salt IS '16 random bytes; leaf = sha256(0x00 ‖ salt ‖ canonical)';

COMMENT ON COLUMN trust.ledger_entry.leaf_index IS 'NULL until sealed';

CREATE TABLE trust.narrowing (
	purpose SMALLINT NOT NULL,
	recipient SMALLINT NOT NULL,
	class_bits BIGINT NOT NULL,
	reason TEXT NOT NULL,
	CONSTRAINT pk_narrowing PRIMARY KEY (purpose, recipient)
);

COMMENT ON TABLE trust.narrowing IS 'the Agency''s own switch: narrows the ceiling, never widens it';

COMMENT ON COLUMN trust.narrowing.class_bits IS 'classes that the Agency has closed';

CREATE TABLE trust.suspension (
	suspension_id BIGINT GENERATED ALWAYS AS IDENTITY,
	business_id UUID NOT NULL,
	valid_from TIMESTAMP WITH TIME ZONE NOT NULL,
	valid_until TIMESTAMP WITH TIME ZONE,
	set_by UUID NOT NULL,
	CONSTRAINT pk_suspension PRIMARY KEY (suspension_id)
);

CREATE INDEX ix_suspension_business_id ON trust.suspension (business_id);

COMMENT ON TABLE trust.suspension IS 'one switch of the business that closes everything for everybody else';

CREATE TABLE core.acquisition_step (
	acquisition_id UUID NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	outcome TEXT,
	why TEXT,
	tries INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT pk_acquisition_step PRIMARY KEY (acquisition_id, kind, name),
	CONSTRAINT ck_acquisition_step_kind CHECK (kind IN ('question', 'number')),
	CONSTRAINT fk_acquisition_step_acquisition_id FOREIGN KEY(acquisition_id) REFERENCES core.acquisition (acquisition_id)
);

CREATE INDEX ix_acquisition_step_waiting ON core.acquisition_step (acquisition_id, kind, tries, name) WHERE outcome IS NULL;

COMMENT ON TABLE core.acquisition_step IS 'what an acquisition has asked and what it has still to ask';

COMMENT ON COLUMN core.acquisition_step.kind IS 'question, number';

COMMENT ON COLUMN core.acquisition_step.name IS 'what is asked, as JSON; a corporate number';

COMMENT ON COLUMN core.acquisition_step.outcome IS 'null until it is done';

COMMENT ON COLUMN core.acquisition_step.why IS 'of what is not whole or was not taken';

COMMENT ON COLUMN core.acquisition_step.tries IS 'that failed';

CREATE TABLE core.bank_relation (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	account_type TEXT,
	account_number TEXT,
	account_holder_kana TEXT,
	CONSTRAINT pk_bank_relation PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_bank_relation_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.bank_relation IS 'マスタ: 振込口座';

COMMENT ON COLUMN core.bank_relation.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.bank_relation.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.bank_relation.account_type IS '振込口座種別';

COMMENT ON COLUMN core.bank_relation.account_number IS '振込口座番号';

COMMENT ON COLUMN core.bank_relation.account_holder_kana IS '振込口座名義(カナ)';

CREATE TABLE core.bank_relation_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	code TEXT,
	name TEXT,
	branch_code TEXT,
	branch_name TEXT,
	is_main_bank BOOLEAN,
	loan_balance_yen BIGINT,
	CONSTRAINT pk_bank_relation_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_bank_relation_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.bank_relation_row IS 'マスタ: 取引金融機関';

COMMENT ON COLUMN core.bank_relation_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.bank_relation_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.bank_relation_row.code IS '金融機関コード';

COMMENT ON COLUMN core.bank_relation_row.name IS '金融機関名';

COMMENT ON COLUMN core.bank_relation_row.branch_code IS '支店コード';

COMMENT ON COLUMN core.bank_relation_row.branch_name IS '支店名';

COMMENT ON COLUMN core.bank_relation_row.is_main_bank IS 'メインバンク区分';

COMMENT ON COLUMN core.bank_relation_row.loan_balance_yen IS '借入残高';

CREATE TABLE core.batch (
	batch_id UUID DEFAULT gen_random_uuid() NOT NULL,
	client_id TEXT NOT NULL,
	programmes TEXT[] NOT NULL,
	payload_sha256 TEXT NOT NULL,
	object_sha256 TEXT NOT NULL,
	job_id BIGINT NOT NULL,
	size_bytes BIGINT NOT NULL,
	received INTEGER NOT NULL,
	accepted INTEGER DEFAULT 0 NOT NULL,
	repeated INTEGER DEFAULT 0 NOT NULL,
	refused INTEGER DEFAULT 0 NOT NULL,
	line_no INTEGER DEFAULT 0 NOT NULL,
	offset_bytes BIGINT DEFAULT 0 NOT NULL,
	received_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	finished_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_batch PRIMARY KEY (batch_id),
	CONSTRAINT fk_batch_object_sha256 FOREIGN KEY(object_sha256) REFERENCES core.payload (sha256)
);

CREATE INDEX ix_batch_object_sha256 ON core.batch (object_sha256);

CREATE INDEX ix_batch_received_at ON core.batch (received_at) WHERE finished_at IS NULL;

COMMENT ON TABLE core.batch IS '一括送信: many filings sent as one NDJSON, and how far they are taken in';

COMMENT ON COLUMN core.batch.client_id IS 'who sent it and may ask for it';

COMMENT ON COLUMN core.batch.programmes IS 'what it could file for then';

COMMENT ON COLUMN core.batch.payload_sha256 IS 'of the bytes as they were sent';

COMMENT ON COLUMN core.batch.object_sha256 IS 'where they lie: the same, until a line of them was erased';

COMMENT ON COLUMN core.batch.job_id IS 'that takes it in';

COMMENT ON COLUMN core.batch.received IS 'filings in it: lines that are not blank';

COMMENT ON COLUMN core.batch.line_no IS 'lines done';

COMMENT ON COLUMN core.batch.offset_bytes IS 'where the next line begins: moved in the transaction of the rows';

COMMENT ON COLUMN core.batch.finished_at IS 'null: not all lines are done';

CREATE TABLE core.batch_line (
	within_sha256 TEXT NOT NULL,
	offset_bytes BIGINT NOT NULL,
	size_bytes BIGINT NOT NULL,
	sha256 TEXT,
	CONSTRAINT pk_batch_line PRIMARY KEY (within_sha256, offset_bytes),
	CONSTRAINT fk_batch_line_within_sha256 FOREIGN KEY(within_sha256) REFERENCES core.payload (sha256)
);

CREATE INDEX ix_batch_line_sha256 ON core.batch_line (sha256);

COMMENT ON TABLE core.batch_line IS 'what lies where in the object of a batch, taken in or not: so that it can be erased';

COMMENT ON COLUMN core.batch_line.sha256 IS 'none: longer than a filing may be';

CREATE TABLE core.business_industry (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	main_industry_major TEXT,
	main_industry_middle TEXT,
	main_industry_minor TEXT,
	main_industry_detail TEXT,
	main_industry_name TEXT,
	sub_industry_middle TEXT[],
	summary TEXT,
	main_product_service TEXT[],
	company_history TEXT,
	unified_qualification_business_item TEXT[],
	unified_qualification_grade TEXT[],
	exports BOOLEAN,
	has_overseas_base BOOLEAN,
	is_franchise_member BOOLEAN,
	CONSTRAINT pk_business_industry PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_industry_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_industry IS 'マスタ: 業種・事業内容';

COMMENT ON COLUMN core.business_industry.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_industry.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_industry.main_industry_major IS '主たる業種(大分類)';

COMMENT ON COLUMN core.business_industry.main_industry_middle IS '主たる業種(中分類)';

COMMENT ON COLUMN core.business_industry.main_industry_minor IS '主たる業種(小分類)';

COMMENT ON COLUMN core.business_industry.main_industry_detail IS '主たる業種(細分類)';

COMMENT ON COLUMN core.business_industry.main_industry_name IS '主たる業種名称';

COMMENT ON COLUMN core.business_industry.sub_industry_middle IS '従たる業種(中分類)';

COMMENT ON COLUMN core.business_industry.summary IS '事業概要';

COMMENT ON COLUMN core.business_industry.main_product_service IS '主要製品・サービス';

COMMENT ON COLUMN core.business_industry.company_history IS '企業の沿革';

COMMENT ON COLUMN core.business_industry.unified_qualification_business_item IS '営業品目コード(全省庁統一資格)';

COMMENT ON COLUMN core.business_industry.unified_qualification_grade IS '全省庁統一資格等級';

COMMENT ON COLUMN core.business_industry.exports IS '輸出の有無';

COMMENT ON COLUMN core.business_industry.has_overseas_base IS '海外拠点の有無';

COMMENT ON COLUMN core.business_industry.is_franchise_member IS 'フランチャイズ加盟の有無';

CREATE TABLE core.business_industry_license (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	license_name TEXT,
	license_number TEXT,
	license_expires_on DATE,
	license_authority TEXT,
	CONSTRAINT pk_business_industry_license PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_industry_license_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_industry_license IS 'マスタ: 許認可';

COMMENT ON COLUMN core.business_industry_license.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_industry_license.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_industry_license.license_name IS '許認可・免許名称';

COMMENT ON COLUMN core.business_industry_license.license_number IS '許認可番号';

COMMENT ON COLUMN core.business_industry_license.license_expires_on IS '許認可の有効期限';

COMMENT ON COLUMN core.business_industry_license.license_authority IS '許認可の行政庁';

CREATE TABLE core.business_place (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	list_entered_on DATE,
	CONSTRAINT pk_business_place PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_place_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_place IS 'マスタ: 事業所一覧';

COMMENT ON COLUMN core.business_place.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_place.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_place.list_entered_on IS '記入日';

CREATE TABLE core.business_place_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	number TEXT,
	name TEXT,
	name_kana TEXT,
	type TEXT,
	postal_code TEXT,
	local_government_code TEXT,
	prefecture TEXT,
	city TEXT,
	town_and_block TEXT,
	building TEXT,
	full_address TEXT,
	phone TEXT,
	industry_code TEXT,
	activity TEXT,
	employee_count BIGINT,
	site_tenure_type TEXT,
	employment_insurance_number TEXT,
	insured_count BIGINT,
	insurance_lost_on DATE,
	CONSTRAINT pk_business_place_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_place_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_place_row IS 'マスタ: 事業所';

COMMENT ON COLUMN core.business_place_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_place_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_place_row.number IS '事業所番号';

COMMENT ON COLUMN core.business_place_row.name IS '名称';

COMMENT ON COLUMN core.business_place_row.name_kana IS '名称(カナ)';

COMMENT ON COLUMN core.business_place_row.type IS '種別';

COMMENT ON COLUMN core.business_place_row.postal_code IS '郵便番号';

COMMENT ON COLUMN core.business_place_row.local_government_code IS '全国地方公共団体コード';

COMMENT ON COLUMN core.business_place_row.prefecture IS '都道府県';

COMMENT ON COLUMN core.business_place_row.city IS '市区町村';

COMMENT ON COLUMN core.business_place_row.town_and_block IS '町字以下';

COMMENT ON COLUMN core.business_place_row.building IS '建物名等';

COMMENT ON COLUMN core.business_place_row.full_address IS '住所の連結表記';

COMMENT ON COLUMN core.business_place_row.phone IS '電話番号';

COMMENT ON COLUMN core.business_place_row.industry_code IS '業種コード';

COMMENT ON COLUMN core.business_place_row.activity IS '事業内容';

COMMENT ON COLUMN core.business_place_row.employee_count IS '従業員数';

COMMENT ON COLUMN core.business_place_row.site_tenure_type IS '所有形態';

COMMENT ON COLUMN core.business_place_row.employment_insurance_number IS '雇用保険適用事業所番号';

COMMENT ON COLUMN core.business_place_row.insured_count IS '被保険者数';

COMMENT ON COLUMN core.business_place_row.insurance_lost_on IS '全喪年月日';

CREATE TABLE core.business_profile (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	corporate_number TEXT,
	sole_proprietor_key TEXT,
	entity_class TEXT,
	gbizid_account_id TEXT,
	gbizid_account_type TEXT,
	trade_name TEXT,
	trade_name_kana TEXT,
	trade_name_en TEXT,
	organization_type TEXT,
	alternate_name TEXT[],
	shop_name TEXT,
	activity_status TEXT,
	description TEXT,
	website_url TEXT,
	established_on DATE,
	founding_year BIGINT,
	fiscal_year_start_date TEXT,
	fiscal_closing_month BIGINT,
	capital_yen BIGINT,
	issued_share_count BIGINT,
	employee_count BIGINT,
	regular_employee_count BIGINT,
	fulltime_employee_count BIGINT,
	parttime_employee_count BIGINT,
	officer_count BIGINT,
	male_employee_count BIGINT,
	female_employee_count BIGINT,
	invoice_registration_number TEXT,
	consumption_tax_status TEXT,
	corporate_number_assigned_on DATE,
	registry_process TEXT,
	registry_changed_on DATE,
	registry_closed_on DATE,
	registry_close_cause TEXT,
	successor_corporate_number TEXT,
	CONSTRAINT pk_business_profile PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_profile_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_profile IS 'マスタ: 事業者';

COMMENT ON COLUMN core.business_profile.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_profile.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_profile.corporate_number IS '法人番号';

COMMENT ON COLUMN core.business_profile.sole_proprietor_key IS '個人事業主整理番号';

COMMENT ON COLUMN core.business_profile.entity_class IS '事業者区分';

COMMENT ON COLUMN core.business_profile.gbizid_account_id IS 'GビズIDアカウント管理番号';

COMMENT ON COLUMN core.business_profile.gbizid_account_type IS 'GビズIDアカウント種別';

COMMENT ON COLUMN core.business_profile.trade_name IS '商号または名称';

COMMENT ON COLUMN core.business_profile.trade_name_kana IS '商号または名称(カナ)';

COMMENT ON COLUMN core.business_profile.trade_name_en IS '商号または名称(英字)';

COMMENT ON COLUMN core.business_profile.organization_type IS '組織種別';

COMMENT ON COLUMN core.business_profile.alternate_name IS '通称';

COMMENT ON COLUMN core.business_profile.shop_name IS '屋号';

COMMENT ON COLUMN core.business_profile.activity_status IS '事業活動状況';

COMMENT ON COLUMN core.business_profile.description IS '事業者説明';

COMMENT ON COLUMN core.business_profile.website_url IS 'WebサイトURL';

COMMENT ON COLUMN core.business_profile.established_on IS '設立年月日';

COMMENT ON COLUMN core.business_profile.founding_year IS '創業年';

COMMENT ON COLUMN core.business_profile.fiscal_year_start_date IS '事業年度開始日';

COMMENT ON COLUMN core.business_profile.fiscal_closing_month IS '決算月';

COMMENT ON COLUMN core.business_profile.capital_yen IS '資本金または出資の額';

COMMENT ON COLUMN core.business_profile.issued_share_count IS '発行済株式総数';

COMMENT ON COLUMN core.business_profile.employee_count IS '従業員数';

COMMENT ON COLUMN core.business_profile.regular_employee_count IS '常時使用する従業員数';

COMMENT ON COLUMN core.business_profile.fulltime_employee_count IS '正社員数';

COMMENT ON COLUMN core.business_profile.parttime_employee_count IS 'パート・アルバイト数';

COMMENT ON COLUMN core.business_profile.officer_count IS '役員数';

COMMENT ON COLUMN core.business_profile.male_employee_count IS '従業員数(男性)';

COMMENT ON COLUMN core.business_profile.female_employee_count IS '従業員数(女性)';

COMMENT ON COLUMN core.business_profile.invoice_registration_number IS '適格請求書発行事業者登録番号';

COMMENT ON COLUMN core.business_profile.consumption_tax_status IS '消費税課税事業者区分';

COMMENT ON COLUMN core.business_profile.corporate_number_assigned_on IS '法人番号指定年月日';

COMMENT ON COLUMN core.business_profile.registry_process IS '登記情報処理区分';

COMMENT ON COLUMN core.business_profile.registry_changed_on IS '登記情報変更年月日';

COMMENT ON COLUMN core.business_profile.registry_closed_on IS '登記記録の閉鎖等年月日';

COMMENT ON COLUMN core.business_profile.registry_close_cause IS '登記記録の閉鎖等の事由';

COMMENT ON COLUMN core.business_profile.successor_corporate_number IS '承継先法人番号';

CREATE TABLE core.business_profile_related_organization (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	related_organization_corporate_number TEXT,
	related_organization_role TEXT,
	CONSTRAINT pk_business_profile_related_organization PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_profile_related_organization_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_profile_related_organization IS 'マスタ: 関連組織';

COMMENT ON COLUMN core.business_profile_related_organization.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_profile_related_organization.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_profile_related_organization.related_organization_corporate_number IS '関連組織法人番号';

COMMENT ON COLUMN core.business_profile_related_organization.related_organization_role IS '関連組織の関係区分';

CREATE TABLE core.business_sme_status (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	class TEXT,
	is_small_business BOOLEAN,
	is_deemed_large_business BOOLEAN,
	deemed_large_business_reason TEXT,
	has_taxable_income_over_1500_million_yen BOOLEAN,
	is_npo BOOLEAN,
	industry_class TEXT,
	judged_on DATE,
	CONSTRAINT pk_business_sme_status PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_sme_status_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_sme_status IS 'マスタ: 中小企業者判定';

COMMENT ON COLUMN core.business_sme_status.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_sme_status.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_sme_status.class IS '中小企業者区分';

COMMENT ON COLUMN core.business_sme_status.is_small_business IS '小規模企業者該当';

COMMENT ON COLUMN core.business_sme_status.is_deemed_large_business IS 'みなし大企業該当';

COMMENT ON COLUMN core.business_sme_status.deemed_large_business_reason IS 'みなし大企業該当事由';

COMMENT ON COLUMN core.business_sme_status.has_taxable_income_over_1500_million_yen IS '課税所得年平均額15億円超該当';

COMMENT ON COLUMN core.business_sme_status.is_npo IS '特定非営利活動法人該当';

COMMENT ON COLUMN core.business_sme_status.industry_class IS '判定に用いた業種区分';

COMMENT ON COLUMN core.business_sme_status.judged_on IS '判定基準日';

CREATE TABLE core.certification (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	has_management_innovation_plan BOOLEAN,
	has_management_improvement_plan BOOLEAN,
	has_business_continuity_plan BOOLEAN,
	is_regional_future_leader BOOLEAN,
	has_declared_partnership BOOLEAN,
	CONSTRAINT pk_certification PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_certification_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.certification IS 'マスタ: 認定・表彰の有無';

COMMENT ON COLUMN core.certification.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.certification.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.certification.has_management_innovation_plan IS '経営革新計画の承認の有無';

COMMENT ON COLUMN core.certification.has_management_improvement_plan IS '経営力向上計画の認定の有無';

COMMENT ON COLUMN core.certification.has_business_continuity_plan IS '事業継続力強化計画の認定の有無';

COMMENT ON COLUMN core.certification.is_regional_future_leader IS '地域未来牽引企業の選定の有無';

COMMENT ON COLUMN core.certification.has_declared_partnership IS 'パートナーシップ構築宣言の有無';

CREATE TABLE core.certification_commendation (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	commendation_title TEXT,
	commended_on DATE,
	commendation_ministry TEXT,
	commendation_target TEXT,
	commendation_category TEXT,
	CONSTRAINT pk_certification_commendation PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_certification_commendation_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.certification_commendation IS 'マスタ: 表彰';

COMMENT ON COLUMN core.certification_commendation.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.certification_commendation.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.certification_commendation.commendation_title IS '表彰名';

COMMENT ON COLUMN core.certification_commendation.commended_on IS '表彰年月日';

COMMENT ON COLUMN core.certification_commendation.commendation_ministry IS '表彰府省';

COMMENT ON COLUMN core.certification_commendation.commendation_target IS '受賞対象';

COMMENT ON COLUMN core.certification_commendation.commendation_category IS '表彰部門';

CREATE TABLE core.certification_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	certification_title TEXT,
	certified_on DATE,
	certification_expires_on DATE,
	certification_ministry TEXT,
	certification_target TEXT,
	certification_category TEXT,
	CONSTRAINT pk_certification_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_certification_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.certification_row IS 'マスタ: 認定・届出';

COMMENT ON COLUMN core.certification_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.certification_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.certification_row.certification_title IS '認定・届出の名称';

COMMENT ON COLUMN core.certification_row.certified_on IS '認定日';

COMMENT ON COLUMN core.certification_row.certification_expires_on IS '認定の有効期限';

COMMENT ON COLUMN core.certification_row.certification_ministry IS '認定府省';

COMMENT ON COLUMN core.certification_row.certification_target IS '認定の対象';

COMMENT ON COLUMN core.certification_row.certification_category IS '認定の部門';

CREATE TABLE core.conflict (
	conflict_id TEXT NOT NULL,
	business_id UUID NOT NULL,
	table_name TEXT NOT NULL,
	row_key TEXT NOT NULL,
	unit TEXT NOT NULL,
	item_keys TEXT[] NOT NULL,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	claims JSONB NOT NULL,
	settled_by TEXT,
	CONSTRAINT pk_conflict PRIMARY KEY (conflict_id),
	CONSTRAINT fk_conflict_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

CREATE INDEX ix_conflict_business_id ON core.conflict (business_id);

COMMENT ON TABLE core.conflict IS '食い違い: where sources contradict each other, derived with the master';

COMMENT ON COLUMN core.conflict.conflict_id IS 'of business and unit: the same every time';

COMMENT ON COLUMN core.conflict.table_name IS 'stem of the master table';

COMMENT ON COLUMN core.conflict.unit IS 'first column of what is decided together';

COMMENT ON COLUMN core.conflict.item_keys IS 'the items that differ';

COMMENT ON COLUMN core.conflict.kind IS 'mismatch, disagree';

COMMENT ON COLUMN core.conflict.state IS 'open, settled, outdated';

COMMENT ON COLUMN core.conflict.claims IS '[{source, reference, as_of_on, payload_sha256, claim_hash}], the winner first; no values';

COMMENT ON COLUMN core.conflict.settled_by IS 'payload_sha256 of the settlement';

CREATE TABLE core.consent (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	consents_to_secondary_use BOOLEAN,
	consent_class TEXT,
	consented_at TIMESTAMP WITH TIME ZONE,
	consent_terms_version TEXT,
	consent_withdrawn_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_consent PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_consent_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.consent IS 'マスタ: 二次利用の同意';

COMMENT ON COLUMN core.consent.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.consent.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.consent.consents_to_secondary_use IS '二次利用の同意の有無';

COMMENT ON COLUMN core.consent.consent_class IS '同意区分';

COMMENT ON COLUMN core.consent.consented_at IS '同意日時';

COMMENT ON COLUMN core.consent.consent_terms_version IS '同意した規約の版';

COMMENT ON COLUMN core.consent.consent_withdrawn_at IS '同意撤回日時';

CREATE TABLE core.consent_item_provenance (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	source_system TEXT,
	acquired_at TIMESTAMP WITH TIME ZONE,
	source_updated_on DATE,
	import_frequency TEXT,
	data_quality TEXT,
	CONSTRAINT pk_consent_item_provenance PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_consent_item_provenance_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.consent_item_provenance IS 'マスタ: 項目の来歴';

COMMENT ON COLUMN core.consent_item_provenance.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.consent_item_provenance.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.consent_item_provenance.source_system IS '出典システム';

COMMENT ON COLUMN core.consent_item_provenance.acquired_at IS 'データ取得日時';

COMMENT ON COLUMN core.consent_item_provenance.source_updated_on IS 'データ最終更新日';

COMMENT ON COLUMN core.consent_item_provenance.import_frequency IS 'データ取込頻度';

COMMENT ON COLUMN core.consent_item_provenance.data_quality IS 'データ品質';

CREATE TABLE core.consent_scope (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	consent_purpose TEXT,
	consent_recipient_class TEXT,
	CONSTRAINT pk_consent_scope PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_consent_scope_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.consent_scope IS 'マスタ: 同意の範囲';

COMMENT ON COLUMN core.consent_scope.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.consent_scope.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.consent_scope.consent_purpose IS '利用目的';

COMMENT ON COLUMN core.consent_scope.consent_recipient_class IS '提供先区分';

CREATE TABLE core.contact_person (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	name TEXT,
	name_kana TEXT,
	department TEXT,
	title TEXT,
	phone TEXT,
	mobile TEXT,
	email TEXT,
	mailing_address TEXT,
	CONSTRAINT pk_contact_person PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_contact_person_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.contact_person IS 'マスタ: 担当者';

COMMENT ON COLUMN core.contact_person.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.contact_person.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.contact_person.name IS '氏名';

COMMENT ON COLUMN core.contact_person.name_kana IS '氏名(カナ)';

COMMENT ON COLUMN core.contact_person.department IS '部署';

COMMENT ON COLUMN core.contact_person.title IS '役職';

COMMENT ON COLUMN core.contact_person.phone IS '電話番号';

COMMENT ON COLUMN core.contact_person.mobile IS '携帯電話番号';

COMMENT ON COLUMN core.contact_person.email IS 'メールアドレス';

COMMENT ON COLUMN core.contact_person.mailing_address IS '書類送付先住所';

CREATE TABLE core.contact_point (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	name TEXT,
	purpose TEXT,
	phone TEXT,
	extension TEXT,
	fax TEXT,
	email TEXT,
	url TEXT,
	social_media TEXT[],
	address TEXT,
	CONSTRAINT pk_contact_point PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_contact_point_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.contact_point IS 'マスタ: 連絡先';

COMMENT ON COLUMN core.contact_point.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.contact_point.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.contact_point.name IS '名称';

COMMENT ON COLUMN core.contact_point.purpose IS '用途';

COMMENT ON COLUMN core.contact_point.phone IS '電話番号';

COMMENT ON COLUMN core.contact_point.extension IS '内線番号';

COMMENT ON COLUMN core.contact_point.fax IS 'FAX番号';

COMMENT ON COLUMN core.contact_point.email IS 'メールアドレス';

COMMENT ON COLUMN core.contact_point.url IS 'URL';

COMMENT ON COLUMN core.contact_point.social_media IS 'SNSアカウント';

COMMENT ON COLUMN core.contact_point.address IS '住所';

CREATE TABLE core.erased_object (
	erasure_id UUID NOT NULL,
	sha256 TEXT NOT NULL,
	kind TEXT NOT NULL,
	size_bytes BIGINT NOT NULL,
	removed_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_erased_object PRIMARY KEY (erasure_id, sha256),
	CONSTRAINT fk_erased_object_erasure_id FOREIGN KEY(erasure_id) REFERENCES core.erasure (erasure_id)
);

CREATE INDEX ix_erased_object_sha256 ON core.erased_object (sha256);

COMMENT ON TABLE core.erased_object IS '消去した受信データ: by content hash; of an order the same bytes are not taken in again';

COMMENT ON COLUMN core.erased_object.kind IS 'that of the payload';

COMMENT ON COLUMN core.erased_object.removed_at IS 'from then on the lake has it no more';

CREATE TABLE core.filing (
	filing_id UUID DEFAULT gen_random_uuid() NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	filing_number TEXT NOT NULL,
	form_version TEXT NOT NULL,
	procedure TEXT NOT NULL,
	status TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	filed_on DATE NOT NULL,
	received_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	source TEXT NOT NULL,
	basis TEXT NOT NULL,
	terms_version TEXT NOT NULL,
	filed_by_institution_id UUID,
	payload_sha256 TEXT NOT NULL,
	tables TEXT[] NOT NULL,
	class_bits BIGINT NOT NULL,
	CONSTRAINT pk_filing PRIMARY KEY (filing_id, version_no),
	CONSTRAINT uq_filing_source_filing_number_version_no UNIQUE (source, filing_number, version_no),
	CONSTRAINT ck_filing_basis CHECK (basis IN ('deemed', 'individual', 'none')),
	CONSTRAINT fk_filing_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id),
	CONSTRAINT fk_filing_payload_sha256 FOREIGN KEY(payload_sha256) REFERENCES core.payload (sha256)
);

CREATE INDEX ix_filing_business_id ON core.filing (business_id);

COMMENT ON TABLE core.filing IS '申請: one row per version, never overwritten';

COMMENT ON COLUMN core.filing.programme IS '制度番号 01–16';

COMMENT ON COLUMN core.filing.filing_number IS 'the sender''s own number';

COMMENT ON COLUMN core.filing.procedure IS 'new, change, report …';

COMMENT ON COLUMN core.filing.status IS 'filed, adopted, not_adopted, withdrawn';

COMMENT ON COLUMN core.filing.fiscal_year IS '年度 of the filing';

COMMENT ON COLUMN core.filing.filed_on IS '申請日: the as-of date of its facts';

COMMENT ON COLUMN core.filing.source IS 'client_id of the programme system';

COMMENT ON COLUMN core.filing.basis IS 'deemed, individual, none: of secondary use';

COMMENT ON COLUMN core.filing.terms_version IS '規約文言 under which it was made';

COMMENT ON COLUMN core.filing.filed_by_institution_id IS '支援機関 that filed about the business (12, 14)';

COMMENT ON COLUMN core.filing.tables IS 'stems of the item tables that hold its rows';

COMMENT ON COLUMN core.filing.class_bits IS 'bits of all its non-null items';

CREATE TABLE core.financial_statement (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	fiscal_closed_on DATE,
	period_starts_on DATE,
	period_ends_on DATE,
	period_class TEXT,
	accounting_standard TEXT,
	tax_accounting_method TEXT,
	closing_employee_count BIGINT,
	total_assets_yen BIGINT,
	current_assets_yen BIGINT,
	cash_and_deposits_yen BIGINT,
	notes_receivable_yen BIGINT,
	accounts_receivable_yen BIGINT,
	securities_yen BIGINT,
	inventories_yen BIGINT,
	other_current_assets_yen BIGINT,
	advance_payments_yen BIGINT,
	short_term_loans_receivable_yen BIGINT,
	allowance_for_doubtful_accounts_yen BIGINT,
	fixed_assets_yen BIGINT,
	tangible_fixed_assets_yen BIGINT,
	land_yen BIGINT,
	intangible_fixed_assets_yen BIGINT,
	other_fixed_assets_yen BIGINT,
	total_loans_receivable_yen BIGINT,
	deferred_assets_yen BIGINT,
	total_liabilities_yen BIGINT,
	current_liabilities_yen BIGINT,
	notes_payable_yen BIGINT,
	accounts_payable_yen BIGINT,
	short_term_borrowings_yen BIGINT,
	other_current_liabilities_yen BIGINT,
	accrued_liabilities_yen BIGINT,
	advances_received_yen BIGINT,
	deposits_received_yen BIGINT,
	fixed_liabilities_yen BIGINT,
	long_term_borrowings_yen BIGINT,
	bonds_payable_yen BIGINT,
	borrowings_from_officers_yen BIGINT,
	net_assets_yen BIGINT,
	closing_capital_stock_yen BIGINT,
	capital_reserve_yen BIGINT,
	retained_earnings_yen BIGINT,
	net_sales_yen BIGINT,
	cost_of_sales_yen BIGINT,
	depreciation_in_cost_of_sales_yen BIGINT,
	labor_cost_yen BIGINT,
	gross_profit_yen BIGINT,
	selling_and_administrative_expenses_yen BIGINT,
	depreciation_in_selling_and_administrative_expenses_yen BIGINT,
	personnel_cost_yen BIGINT,
	officer_compensation_yen BIGINT,
	payroll_yen BIGINT,
	rent_expenses_yen BIGINT,
	research_and_development_expenses_yen BIGINT,
	operating_income_yen BIGINT,
	non_operating_income_yen BIGINT,
	non_operating_expenses_yen BIGINT,
	interest_expense_yen BIGINT,
	ordinary_income_yen BIGINT,
	extraordinary_gain_yen BIGINT,
	extraordinary_loss_yen BIGINT,
	income_before_tax_yen BIGINT,
	net_income_yen BIGINT,
	depreciation_yen BIGINT,
	value_added_yen BIGINT,
	interest_bearing_debt_yen BIGINT,
	overseas_sales_yen BIGINT,
	CONSTRAINT pk_financial_statement PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_financial_statement_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.financial_statement IS 'マスタ: 財務(決算期)';

COMMENT ON COLUMN core.financial_statement.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.financial_statement.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.financial_statement.fiscal_closed_on IS '決算年月日';

COMMENT ON COLUMN core.financial_statement.period_starts_on IS '事業期間開始日';

COMMENT ON COLUMN core.financial_statement.period_ends_on IS '事業期間終了日';

COMMENT ON COLUMN core.financial_statement.period_class IS '決算期区分';

COMMENT ON COLUMN core.financial_statement.accounting_standard IS '会計基準';

COMMENT ON COLUMN core.financial_statement.tax_accounting_method IS '消費税経理方式';

COMMENT ON COLUMN core.financial_statement.closing_employee_count IS '期末従業員数';

COMMENT ON COLUMN core.financial_statement.total_assets_yen IS '資産合計';

COMMENT ON COLUMN core.financial_statement.current_assets_yen IS '流動資産合計';

COMMENT ON COLUMN core.financial_statement.cash_and_deposits_yen IS '現金及び預金';

COMMENT ON COLUMN core.financial_statement.notes_receivable_yen IS '受取手形';

COMMENT ON COLUMN core.financial_statement.accounts_receivable_yen IS '売掛金';

COMMENT ON COLUMN core.financial_statement.securities_yen IS '有価証券';

COMMENT ON COLUMN core.financial_statement.inventories_yen IS '棚卸資産';

COMMENT ON COLUMN core.financial_statement.other_current_assets_yen IS 'その他流動資産合計';

COMMENT ON COLUMN core.financial_statement.advance_payments_yen IS '前払金';

COMMENT ON COLUMN core.financial_statement.short_term_loans_receivable_yen IS '短期貸付金';

COMMENT ON COLUMN core.financial_statement.allowance_for_doubtful_accounts_yen IS '貸倒引当金';

COMMENT ON COLUMN core.financial_statement.fixed_assets_yen IS '固定資産合計';

COMMENT ON COLUMN core.financial_statement.tangible_fixed_assets_yen IS '有形固定資産合計';

COMMENT ON COLUMN core.financial_statement.land_yen IS '土地';

COMMENT ON COLUMN core.financial_statement.intangible_fixed_assets_yen IS '無形固定資産合計';

COMMENT ON COLUMN core.financial_statement.other_fixed_assets_yen IS 'その他固定資産合計';

COMMENT ON COLUMN core.financial_statement.total_loans_receivable_yen IS '貸付金合計';

COMMENT ON COLUMN core.financial_statement.deferred_assets_yen IS '繰延資産';

COMMENT ON COLUMN core.financial_statement.total_liabilities_yen IS '負債合計';

COMMENT ON COLUMN core.financial_statement.current_liabilities_yen IS '流動負債合計';

COMMENT ON COLUMN core.financial_statement.notes_payable_yen IS '支払手形';

COMMENT ON COLUMN core.financial_statement.accounts_payable_yen IS '買掛金';

COMMENT ON COLUMN core.financial_statement.short_term_borrowings_yen IS '短期借入金';

COMMENT ON COLUMN core.financial_statement.other_current_liabilities_yen IS 'その他流動負債合計';

COMMENT ON COLUMN core.financial_statement.accrued_liabilities_yen IS '未払金';

COMMENT ON COLUMN core.financial_statement.advances_received_yen IS '前受金';

COMMENT ON COLUMN core.financial_statement.deposits_received_yen IS '預り金';

COMMENT ON COLUMN core.financial_statement.fixed_liabilities_yen IS '固定負債合計';

COMMENT ON COLUMN core.financial_statement.long_term_borrowings_yen IS '長期借入金';

COMMENT ON COLUMN core.financial_statement.bonds_payable_yen IS '社債';

COMMENT ON COLUMN core.financial_statement.borrowings_from_officers_yen IS '役員借入金';

COMMENT ON COLUMN core.financial_statement.net_assets_yen IS '純資産合計';

COMMENT ON COLUMN core.financial_statement.closing_capital_stock_yen IS '期末資本金';

COMMENT ON COLUMN core.financial_statement.capital_reserve_yen IS '資本準備金';

COMMENT ON COLUMN core.financial_statement.retained_earnings_yen IS '利益剰余金';

COMMENT ON COLUMN core.financial_statement.net_sales_yen IS '売上高';

COMMENT ON COLUMN core.financial_statement.cost_of_sales_yen IS '売上原価';

COMMENT ON COLUMN core.financial_statement.depreciation_in_cost_of_sales_yen IS '売上原価内減価償却費';

COMMENT ON COLUMN core.financial_statement.labor_cost_yen IS '労務費';

COMMENT ON COLUMN core.financial_statement.gross_profit_yen IS '売上総利益';

COMMENT ON COLUMN core.financial_statement.selling_and_administrative_expenses_yen IS '販売費及び一般管理費';

COMMENT ON COLUMN core.financial_statement.depreciation_in_selling_and_administrative_expenses_yen IS '販管費内減価償却費';

COMMENT ON COLUMN core.financial_statement.personnel_cost_yen IS '人件費';

COMMENT ON COLUMN core.financial_statement.officer_compensation_yen IS '役員報酬';

COMMENT ON COLUMN core.financial_statement.payroll_yen IS '給与支給総額';

COMMENT ON COLUMN core.financial_statement.rent_expenses_yen IS '地代家賃';

COMMENT ON COLUMN core.financial_statement.research_and_development_expenses_yen IS '研究開発費';

COMMENT ON COLUMN core.financial_statement.operating_income_yen IS '営業利益';

COMMENT ON COLUMN core.financial_statement.non_operating_income_yen IS '営業外収益';

COMMENT ON COLUMN core.financial_statement.non_operating_expenses_yen IS '営業外費用';

COMMENT ON COLUMN core.financial_statement.interest_expense_yen IS '支払利息';

COMMENT ON COLUMN core.financial_statement.ordinary_income_yen IS '経常利益';

COMMENT ON COLUMN core.financial_statement.extraordinary_gain_yen IS '特別利益';

COMMENT ON COLUMN core.financial_statement.extraordinary_loss_yen IS '特別損失';

COMMENT ON COLUMN core.financial_statement.income_before_tax_yen IS '税引前当期純利益';

COMMENT ON COLUMN core.financial_statement.net_income_yen IS '当期純利益';

COMMENT ON COLUMN core.financial_statement.depreciation_yen IS '減価償却費合計';

COMMENT ON COLUMN core.financial_statement.value_added_yen IS '付加価値額';

COMMENT ON COLUMN core.financial_statement.interest_bearing_debt_yen IS '有利子負債合計';

COMMENT ON COLUMN core.financial_statement.overseas_sales_yen IS '海外売上高';

CREATE TABLE core.grant_history (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	concurrent_subsidy_title TEXT[],
	CONSTRAINT pk_grant_history PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_grant_history_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.grant_history IS 'マスタ: 併願の補助金';

COMMENT ON COLUMN core.grant_history.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.grant_history.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.grant_history.concurrent_subsidy_title IS '併願・重複申請補助金名';

CREATE TABLE core.grant_history_procurement (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	procurement_title TEXT,
	procurement_yen BIGINT,
	procurement_ordered_on DATE,
	procurement_ministry TEXT,
	CONSTRAINT pk_grant_history_procurement PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_grant_history_procurement_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.grant_history_procurement IS 'マスタ: 調達実績';

COMMENT ON COLUMN core.grant_history_procurement.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.grant_history_procurement.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.grant_history_procurement.procurement_title IS '調達事業名';

COMMENT ON COLUMN core.grant_history_procurement.procurement_yen IS '調達金額';

COMMENT ON COLUMN core.grant_history_procurement.procurement_ordered_on IS '受注日';

COMMENT ON COLUMN core.grant_history_procurement.procurement_ministry IS '調達府省';

CREATE TABLE core.grant_history_received_subsidy (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	received_subsidy_title TEXT,
	received_subsidy_yen BIGINT,
	received_subsidy_approved_on DATE,
	received_subsidy_ministry TEXT,
	received_subsidy_target TEXT,
	received_subsidy_theme TEXT,
	received_subsidy_difference TEXT,
	CONSTRAINT pk_grant_history_received_subsidy PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_grant_history_received_subsidy_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.grant_history_received_subsidy IS 'マスタ: 受給補助金';

COMMENT ON COLUMN core.grant_history_received_subsidy.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.grant_history_received_subsidy.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_title IS '受給補助金名';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_yen IS '受給補助金額';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_approved_on IS '受給補助金の認定日';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_ministry IS '受給補助金の府省';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_target IS '受給補助金の対象';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_theme IS '過去の補助事業のテーマ名';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_difference IS '今回の事業との相違点';

CREATE TABLE core.intellectual_property (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	type TEXT,
	application_number TEXT,
	applied_on DATE,
	publication_number TEXT,
	registration_number TEXT,
	registered_on DATE,
	title TEXT,
	classification_type TEXT,
	classification_code TEXT,
	classification_name TEXT,
	document_url TEXT,
	right_holder_name TEXT,
	expires_on DATE,
	country TEXT,
	use_status TEXT,
	licensee_name TEXT,
	related_business TEXT,
	CONSTRAINT pk_intellectual_property PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_intellectual_property_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.intellectual_property IS 'マスタ: 知的財産権';

COMMENT ON COLUMN core.intellectual_property.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.intellectual_property.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.intellectual_property.type IS '権利の種別';

COMMENT ON COLUMN core.intellectual_property.application_number IS '出願番号';

COMMENT ON COLUMN core.intellectual_property.applied_on IS '出願年月日';

COMMENT ON COLUMN core.intellectual_property.publication_number IS '公開番号';

COMMENT ON COLUMN core.intellectual_property.registration_number IS '登録番号';

COMMENT ON COLUMN core.intellectual_property.registered_on IS '登録年月日';

COMMENT ON COLUMN core.intellectual_property.title IS '発明の名称等';

COMMENT ON COLUMN core.intellectual_property.classification_type IS '分類コードの種別';

COMMENT ON COLUMN core.intellectual_property.classification_code IS '分類コード値';

COMMENT ON COLUMN core.intellectual_property.classification_name IS '分類の名称';

COMMENT ON COLUMN core.intellectual_property.document_url IS '文献固定アドレス';

COMMENT ON COLUMN core.intellectual_property.right_holder_name IS '権利者名';

COMMENT ON COLUMN core.intellectual_property.expires_on IS '存続期間満了日';

COMMENT ON COLUMN core.intellectual_property.country IS '権利の国・地域';

COMMENT ON COLUMN core.intellectual_property.use_status IS '実施状況';

COMMENT ON COLUMN core.intellectual_property.licensee_name IS '実施許諾先';

COMMENT ON COLUMN core.intellectual_property.related_business IS '関連する事業・製品';

CREATE TABLE core.local_benchmark_financial (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	base_closed_on DATE,
	industry_major TEXT,
	industry_minor TEXT,
	scale_class TEXT,
	sales_growth_percent NUMERIC,
	sales_growth_benchmark_percent NUMERIC,
	sales_growth_score BIGINT,
	operating_margin_percent NUMERIC,
	operating_margin_benchmark_percent NUMERIC,
	operating_margin_score BIGINT,
	labor_productivity_yen_per_person BIGINT,
	labor_productivity_benchmark_yen_per_person BIGINT,
	labor_productivity_score BIGINT,
	ebitda_debt_ratio NUMERIC,
	ebitda_debt_benchmark_ratio NUMERIC,
	ebitda_debt_score BIGINT,
	working_capital_turnover_months NUMERIC,
	working_capital_turnover_benchmark_months NUMERIC,
	working_capital_turnover_score BIGINT,
	equity_percent NUMERIC,
	equity_benchmark_percent NUMERIC,
	equity_score BIGINT,
	total_score BIGINT,
	total_rank TEXT,
	CONSTRAINT pk_local_benchmark_financial PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_local_benchmark_financial_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.local_benchmark_financial IS 'マスタ: ロカベン財務(決算期)';

COMMENT ON COLUMN core.local_benchmark_financial.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.local_benchmark_financial.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.local_benchmark_financial.base_closed_on IS '算定基準決算日';

COMMENT ON COLUMN core.local_benchmark_financial.industry_major IS '比較業種(大分類)';

COMMENT ON COLUMN core.local_benchmark_financial.industry_minor IS '比較業種(小分類)';

COMMENT ON COLUMN core.local_benchmark_financial.scale_class IS '比較事業規模区分';

COMMENT ON COLUMN core.local_benchmark_financial.sales_growth_percent IS '売上増加率';

COMMENT ON COLUMN core.local_benchmark_financial.sales_growth_benchmark_percent IS '売上増加率の業種基準値';

COMMENT ON COLUMN core.local_benchmark_financial.sales_growth_score IS '売上増加率の得点';

COMMENT ON COLUMN core.local_benchmark_financial.operating_margin_percent IS '営業利益率';

COMMENT ON COLUMN core.local_benchmark_financial.operating_margin_benchmark_percent IS '営業利益率の業種基準値';

COMMENT ON COLUMN core.local_benchmark_financial.operating_margin_score IS '営業利益率の得点';

COMMENT ON COLUMN core.local_benchmark_financial.labor_productivity_yen_per_person IS '労働生産性';

COMMENT ON COLUMN core.local_benchmark_financial.labor_productivity_benchmark_yen_per_person IS '労働生産性の業種基準値';

COMMENT ON COLUMN core.local_benchmark_financial.labor_productivity_score IS '労働生産性の得点';

COMMENT ON COLUMN core.local_benchmark_financial.ebitda_debt_ratio IS 'EBITDA有利子負債倍率';

COMMENT ON COLUMN core.local_benchmark_financial.ebitda_debt_benchmark_ratio IS 'EBITDA有利子負債倍率の業種基準値';

COMMENT ON COLUMN core.local_benchmark_financial.ebitda_debt_score IS 'EBITDA有利子負債倍率の得点';

COMMENT ON COLUMN core.local_benchmark_financial.working_capital_turnover_months IS '営業運転資本回転期間';

COMMENT ON COLUMN core.local_benchmark_financial.working_capital_turnover_benchmark_months IS '営業運転資本回転期間の業種基準値';

COMMENT ON COLUMN core.local_benchmark_financial.working_capital_turnover_score IS '営業運転資本回転期間の得点';

COMMENT ON COLUMN core.local_benchmark_financial.equity_percent IS '自己資本比率';

COMMENT ON COLUMN core.local_benchmark_financial.equity_benchmark_percent IS '自己資本比率の業種基準値';

COMMENT ON COLUMN core.local_benchmark_financial.equity_score IS '自己資本比率の得点';

COMMENT ON COLUMN core.local_benchmark_financial.total_score IS '総合評価点';

COMMENT ON COLUMN core.local_benchmark_financial.total_rank IS '総合評価ランク';

CREATE TABLE core.local_benchmark_nonfinancial (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	entered_on DATE,
	product_service_content TEXT,
	customer_value TEXT,
	end_user_profile TEXT,
	end_user_needs TEXT,
	owner_view_vision TEXT,
	owner_view_management_motivation TEXT,
	owner_view_successor TEXT,
	business_view_history TEXT,
	business_view_strength TEXT,
	business_view_weakness TEXT,
	business_view_it_use TEXT,
	business_view_hourly_value_added TEXT,
	stakeholder_view_market TEXT,
	stakeholder_view_competitors TEXT,
	stakeholder_view_repeat_rate TEXT,
	stakeholder_view_customer_trend TEXT,
	stakeholder_view_employees TEXT,
	stakeholder_view_banks TEXT,
	internal_view_organization TEXT,
	internal_view_quality TEXT,
	internal_view_plan_sharing TEXT,
	internal_view_meetings TEXT,
	internal_view_research_and_development TEXT,
	internal_view_intellectual_property TEXT,
	internal_view_human_resources TEXT,
	current_situation TEXT,
	future_goal TEXT,
	gap_issue TEXT,
	countermeasure TEXT,
	CONSTRAINT pk_local_benchmark_nonfinancial PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_local_benchmark_nonfinancial_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.local_benchmark_nonfinancial IS 'マスタ: ロカベン非財務';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.entered_on IS '非財務記入日';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.product_service_content IS '製品・サービスの内容';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.customer_value IS '顧客に提供している価値';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.end_user_profile IS 'エンドユーザー属性';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.end_user_needs IS 'エンドユーザーのニーズ';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.owner_view_vision IS '経営理念・ビジョン';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.owner_view_management_motivation IS '経営意欲';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.owner_view_successor IS '後継者の有無と育成・承継のタイミング';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.business_view_history IS '企業及び事業沿革';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.business_view_strength IS '強み';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.business_view_weakness IS '弱み';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.business_view_it_use IS 'IT投資・活用の状況';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.business_view_hourly_value_added IS '1時間当たり付加価値向上の取組';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.stakeholder_view_market IS '市場動向・規模・シェア';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.stakeholder_view_competitors IS '競合他社との比較';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.stakeholder_view_repeat_rate IS '顧客リピート率・新規開拓率';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.stakeholder_view_customer_trend IS '主な取引先企業の推移・フィードバック';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.stakeholder_view_employees IS '従業員定着率・勤続年数・平均給与';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.stakeholder_view_banks IS '取引金融機関数・メインバンクとの関係';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.internal_view_organization IS '組織体制';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.internal_view_quality IS '品質管理・情報管理体制';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.internal_view_plan_sharing IS '事業計画・経営計画の共有状況';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.internal_view_meetings IS '社内会議の実施状況';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.internal_view_research_and_development IS '研究開発・商品開発の体制';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.internal_view_intellectual_property IS '知的財産権の保有・活用状況';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.internal_view_human_resources IS '人材育成の取組状況';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.current_situation IS '現状認識';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.future_goal IS '将来目標';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.gap_issue IS '現状と目標のギャップ・課題';

COMMENT ON COLUMN core.local_benchmark_nonfinancial.countermeasure IS '課題への対応策';

CREATE TABLE core.local_benchmark_nonfinancial_customer (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	customer_name TEXT,
	customer_transaction TEXT,
	customer_reason TEXT,
	CONSTRAINT pk_local_benchmark_nonfinancial_customer PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_local_benchmark_nonfinancial_customer_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.local_benchmark_nonfinancial_customer IS 'マスタ: ロカベン商流の得意先';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_customer.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_customer.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_customer.customer_name IS '得意先名';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_customer.customer_transaction IS '得意先との取引内容';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_customer.customer_reason IS '得意先に選ばれている理由';

CREATE TABLE core.local_benchmark_nonfinancial_partner (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	partner_name TEXT,
	partner_transaction TEXT,
	CONSTRAINT pk_local_benchmark_nonfinancial_partner PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_local_benchmark_nonfinancial_partner_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.local_benchmark_nonfinancial_partner IS 'マスタ: ロカベン商流の協力先';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_partner.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_partner.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_partner.partner_name IS '協力先名';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_partner.partner_transaction IS '協力先との取引内容';

CREATE TABLE core.local_benchmark_nonfinancial_process (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	process_number BIGINT,
	process_name TEXT,
	process_content TEXT,
	process_differentiator TEXT,
	CONSTRAINT pk_local_benchmark_nonfinancial_process PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_local_benchmark_nonfinancial_process_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.local_benchmark_nonfinancial_process IS 'マスタ: ロカベン業務フローの工程';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_process.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_process.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_process.process_number IS '工程番号';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_process.process_name IS '工程名';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_process.process_content IS '工程の実施内容';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_process.process_differentiator IS '工程の差別化ポイント';

CREATE TABLE core.local_benchmark_nonfinancial_supplier (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	supplier_name TEXT,
	supplier_transaction TEXT,
	supplier_reason TEXT,
	CONSTRAINT pk_local_benchmark_nonfinancial_supplier PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_local_benchmark_nonfinancial_supplier_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.local_benchmark_nonfinancial_supplier IS 'マスタ: ロカベン商流の仕入先';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_supplier.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_supplier.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_supplier.supplier_name IS '仕入先名';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_supplier.supplier_transaction IS '仕入先との取引内容';

COMMENT ON COLUMN core.local_benchmark_nonfinancial_supplier.supplier_reason IS '仕入先の選定理由';

CREATE TABLE core.main_office_address (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	postal_code TEXT,
	local_government_code TEXT,
	prefecture TEXT,
	city TEXT,
	town_and_block TEXT,
	building TEXT,
	full_address TEXT,
	CONSTRAINT pk_main_office_address PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_main_office_address_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.main_office_address IS 'マスタ: 主たる事業所の住所';

COMMENT ON COLUMN core.main_office_address.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.main_office_address.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.main_office_address.postal_code IS '郵便番号';

COMMENT ON COLUMN core.main_office_address.local_government_code IS '全国地方公共団体コード';

COMMENT ON COLUMN core.main_office_address.prefecture IS '都道府県';

COMMENT ON COLUMN core.main_office_address.city IS '市区町村';

COMMENT ON COLUMN core.main_office_address.town_and_block IS '町字以下';

COMMENT ON COLUMN core.main_office_address.building IS '建物名等';

COMMENT ON COLUMN core.main_office_address.full_address IS '住所の連結表記';

CREATE TABLE core.officer (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	list_entered_on DATE,
	CONSTRAINT pk_officer PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_officer_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.officer IS 'マスタ: 役員表';

COMMENT ON COLUMN core.officer.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.officer.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.officer.list_entered_on IS '記入日';

CREATE TABLE core.officer_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	name TEXT,
	name_kana TEXT,
	title TEXT,
	born_on DATE,
	sex TEXT,
	full_time_class TEXT,
	concurrent_company_name TEXT,
	concurrent_company_corporate_number TEXT,
	serves_large_company BOOLEAN,
	CONSTRAINT pk_officer_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_officer_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.officer_row IS 'マスタ: 役員';

COMMENT ON COLUMN core.officer_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.officer_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.officer_row.name IS '氏名';

COMMENT ON COLUMN core.officer_row.name_kana IS '氏名(カナ)';

COMMENT ON COLUMN core.officer_row.title IS '役職';

COMMENT ON COLUMN core.officer_row.born_on IS '生年月日';

COMMENT ON COLUMN core.officer_row.sex IS '性別';

COMMENT ON COLUMN core.officer_row.full_time_class IS '常勤・非常勤の別';

COMMENT ON COLUMN core.officer_row.concurrent_company_name IS '兼務先会社名';

COMMENT ON COLUMN core.officer_row.concurrent_company_corporate_number IS '兼務先法人番号';

COMMENT ON COLUMN core.officer_row.serves_large_company IS '大企業役職員兼務の別';

CREATE TABLE core.provenance (
	business_id UUID NOT NULL,
	table_name TEXT NOT NULL,
	row_key TEXT NOT NULL,
	item_key TEXT NOT NULL,
	bit BIGINT NOT NULL,
	source TEXT NOT NULL,
	filing_id UUID,
	version_no INTEGER,
	programme TEXT,
	fiscal_year INTEGER,
	basis TEXT NOT NULL,
	as_of_on DATE NOT NULL,
	order_key TEXT NOT NULL,
	payload_sha256 TEXT NOT NULL,
	CONSTRAINT pk_provenance PRIMARY KEY (business_id, table_name, row_key, item_key),
	CONSTRAINT fk_provenance_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.provenance IS '来歴: where each current value of the master comes from';

COMMENT ON COLUMN core.provenance.table_name IS 'stem of the master table';

COMMENT ON COLUMN core.provenance.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.provenance.bit IS 'open.item.bit';

COMMENT ON COLUMN core.provenance.source IS 'nta, gbizinfo, or client_id';

COMMENT ON COLUMN core.provenance.basis IS 'open, deemed, individual, none';

COMMENT ON COLUMN core.provenance.order_key IS 'sortable: rank, as-of, sender''s version, content hash';

CREATE TABLE core.registered_address (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	postal_code TEXT,
	local_government_code TEXT,
	town_id TEXT,
	prefecture TEXT,
	city TEXT,
	town TEXT,
	block_and_lot TEXT,
	building TEXT,
	full_address TEXT,
	address_kana TEXT,
	latitude NUMERIC,
	longitude NUMERIC,
	CONSTRAINT pk_registered_address PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_registered_address_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.registered_address IS 'マスタ: 登記住所';

COMMENT ON COLUMN core.registered_address.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.registered_address.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.registered_address.postal_code IS '郵便番号';

COMMENT ON COLUMN core.registered_address.local_government_code IS '全国地方公共団体コード';

COMMENT ON COLUMN core.registered_address.town_id IS '町字ID';

COMMENT ON COLUMN core.registered_address.prefecture IS '都道府県';

COMMENT ON COLUMN core.registered_address.city IS '市区町村';

COMMENT ON COLUMN core.registered_address.town IS '町字';

COMMENT ON COLUMN core.registered_address.block_and_lot IS '番地以下';

COMMENT ON COLUMN core.registered_address.building IS '建物名等';

COMMENT ON COLUMN core.registered_address.full_address IS '連結表記';

COMMENT ON COLUMN core.registered_address.address_kana IS 'カナ表記';

COMMENT ON COLUMN core.registered_address.latitude IS '代表点の緯度';

COMMENT ON COLUMN core.registered_address.longitude IS '代表点の経度';

CREATE TABLE core.representative (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	family_name TEXT,
	given_name TEXT,
	family_name_kana TEXT,
	given_name_kana TEXT,
	title TEXT,
	born_on DATE,
	age BIGINT,
	sex TEXT,
	appointed_on DATE,
	address TEXT,
	career TEXT,
	CONSTRAINT pk_representative PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_representative_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.representative IS 'マスタ: 代表者';

COMMENT ON COLUMN core.representative.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.representative.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.representative.family_name IS '氏';

COMMENT ON COLUMN core.representative.given_name IS '名';

COMMENT ON COLUMN core.representative.family_name_kana IS '氏(カナ)';

COMMENT ON COLUMN core.representative.given_name_kana IS '名(カナ)';

COMMENT ON COLUMN core.representative.title IS '役職名';

COMMENT ON COLUMN core.representative.born_on IS '生年月日';

COMMENT ON COLUMN core.representative.age IS '年齢';

COMMENT ON COLUMN core.representative.sex IS '性別';

COMMENT ON COLUMN core.representative.appointed_on IS '就任年月日';

COMMENT ON COLUMN core.representative.address IS '住所';

COMMENT ON COLUMN core.representative.career IS '経歴';

CREATE TABLE core.shareholder (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	list_entered_on DATE,
	CONSTRAINT pk_shareholder PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_shareholder_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.shareholder IS 'マスタ: 株主表';

COMMENT ON COLUMN core.shareholder.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.shareholder.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.shareholder.list_entered_on IS '記入日';

CREATE TABLE core.shareholder_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	entity_class TEXT,
	name TEXT,
	corporate_number TEXT,
	location TEXT,
	investment_percent NUMERIC,
	is_large_company BOOLEAN,
	investment_yen BIGINT,
	share_count BIGINT,
	voting_percent NUMERIC,
	relation_to_representative TEXT,
	CONSTRAINT pk_shareholder_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_shareholder_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.shareholder_row IS 'マスタ: 株主・出資者';

COMMENT ON COLUMN core.shareholder_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.shareholder_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.shareholder_row.entity_class IS '個人・法人の別';

COMMENT ON COLUMN core.shareholder_row.name IS '氏名または名称';

COMMENT ON COLUMN core.shareholder_row.corporate_number IS '法人番号';

COMMENT ON COLUMN core.shareholder_row.location IS '所在地(市区町村まで)';

COMMENT ON COLUMN core.shareholder_row.investment_percent IS '出資比率';

COMMENT ON COLUMN core.shareholder_row.is_large_company IS '大企業区分';

COMMENT ON COLUMN core.shareholder_row.investment_yen IS '出資額';

COMMENT ON COLUMN core.shareholder_row.share_count IS '所有株式数';

COMMENT ON COLUMN core.shareholder_row.voting_percent IS '議決権比率';

COMMENT ON COLUMN core.shareholder_row.relation_to_representative IS '代表者との関係';

CREATE TABLE core.shareholder_securities_report (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	securities_report_name TEXT,
	securities_report_holding_ratio NUMERIC,
	CONSTRAINT pk_shareholder_securities_report PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_shareholder_securities_report_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.shareholder_securities_report IS 'マスタ: 大株主(有価証券報告書)';

COMMENT ON COLUMN core.shareholder_securities_report.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.shareholder_securities_report.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.shareholder_securities_report.securities_report_name IS '大株主名(有価証券報告書)';

COMMENT ON COLUMN core.shareholder_securities_report.securities_report_holding_ratio IS '大株主の持株割合(有価証券報告書)';

CREATE TABLE core.statement (
	payload_sha256 TEXT NOT NULL,
	business_id UUID NOT NULL,
	kind TEXT NOT NULL,
	document TEXT NOT NULL,
	CONSTRAINT pk_statement PRIMARY KEY (payload_sha256),
	CONSTRAINT ck_statement_kind CHECK (kind IN ('correction', 'settlement')),
	CONSTRAINT fk_statement_payload_sha256 FOREIGN KEY(payload_sha256) REFERENCES core.payload (sha256),
	CONSTRAINT fk_statement_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

CREATE INDEX ix_statement_business_id ON core.statement (business_id);

COMMENT ON TABLE core.statement IS '訂正・裁定: what the business itself put right, and which claim a person took';

COMMENT ON COLUMN core.statement.kind IS 'correction, settlement';

COMMENT ON COLUMN core.statement.document IS 'the payload''s own text, as in the lake';

CREATE TABLE core.succession_plan (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	successor_presence TEXT,
	intention TEXT,
	basic_policy TEXT,
	planned_month TEXT,
	successor_name TEXT,
	successor_born_on DATE,
	successor_relation TEXT,
	successor_current_title TEXT,
	training_internal TEXT,
	training_external TEXT,
	stakeholder_understanding TEXT,
	asset_distribution TEXT,
	share_valuation_yen BIGINT,
	business_assets TEXT,
	has_personal_guarantee BOOLEAN,
	personal_guarantee_balance_yen BIGINT,
	special_plan_is_confirmed BOOLEAN,
	tax_deferral_status TEXT,
	diagnosed_on DATE,
	issue TEXT,
	consulted_institution_name TEXT,
	CONSTRAINT pk_succession_plan PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_succession_plan_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.succession_plan IS 'マスタ: 承継計画';

COMMENT ON COLUMN core.succession_plan.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.succession_plan.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.succession_plan.successor_presence IS '後継者の有無';

COMMENT ON COLUMN core.succession_plan.intention IS '承継の意向';

COMMENT ON COLUMN core.succession_plan.basic_policy IS '承継の基本方針';

COMMENT ON COLUMN core.succession_plan.planned_month IS '承継の予定時期';

COMMENT ON COLUMN core.succession_plan.successor_name IS '後継者氏名';

COMMENT ON COLUMN core.succession_plan.successor_born_on IS '後継者の生年月日';

COMMENT ON COLUMN core.succession_plan.successor_relation IS '後継者と現経営者との関係';

COMMENT ON COLUMN core.succession_plan.successor_current_title IS '後継者の現役職';

COMMENT ON COLUMN core.succession_plan.training_internal IS '後継者教育の内容(社内)';

COMMENT ON COLUMN core.succession_plan.training_external IS '後継者教育の内容(社外)';

COMMENT ON COLUMN core.succession_plan.stakeholder_understanding IS '関係者の理解に向けた取組';

COMMENT ON COLUMN core.succession_plan.asset_distribution IS '株式・財産の分配方針';

COMMENT ON COLUMN core.succession_plan.share_valuation_yen IS '株式評価額';

COMMENT ON COLUMN core.succession_plan.business_assets IS '事業用資産の内容';

COMMENT ON COLUMN core.succession_plan.has_personal_guarantee IS '経営者個人保証の有無';

COMMENT ON COLUMN core.succession_plan.personal_guarantee_balance_yen IS '個人保証債務残高';

COMMENT ON COLUMN core.succession_plan.special_plan_is_confirmed IS '特例承継計画の確認の有無';

COMMENT ON COLUMN core.succession_plan.tax_deferral_status IS '事業承継税制の適用状況';

COMMENT ON COLUMN core.succession_plan.diagnosed_on IS '事業承継診断の実施日';

COMMENT ON COLUMN core.succession_plan.issue IS '承継上の課題';

COMMENT ON COLUMN core.succession_plan.consulted_institution_name IS '承継の相談先支援機関';

CREATE TABLE core.succession_plan_year (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	year_number BIGINT,
	year_sales_target_yen BIGINT,
	year_ordinary_income_target_yen BIGINT,
	year_representative_share_percent NUMERIC,
	year_successor_share_percent NUMERIC,
	year_representative_title TEXT,
	year_successor_title TEXT,
	CONSTRAINT pk_succession_plan_year PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_succession_plan_year_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.succession_plan_year IS 'マスタ: 承継計画の年次';

COMMENT ON COLUMN core.succession_plan_year.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.succession_plan_year.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.succession_plan_year.year_number IS '年次';

COMMENT ON COLUMN core.succession_plan_year.year_sales_target_yen IS '売上高目標';

COMMENT ON COLUMN core.succession_plan_year.year_ordinary_income_target_yen IS '経常利益目標';

COMMENT ON COLUMN core.succession_plan_year.year_representative_share_percent IS '現経営者の持株比率';

COMMENT ON COLUMN core.succession_plan_year.year_successor_share_percent IS '後継者の持株比率';

COMMENT ON COLUMN core.succession_plan_year.year_representative_title IS '現経営者の役職';

COMMENT ON COLUMN core.succession_plan_year.year_successor_title IS '後継者の役職';

CREATE TABLE core.support_institution_relation (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	institution_id TEXT,
	name TEXT,
	type TEXT,
	certified_institution_number TEXT,
	person_name TEXT,
	phone TEXT,
	email TEXT,
	address TEXT,
	support_content TEXT,
	CONSTRAINT pk_support_institution_relation PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_support_institution_relation_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.support_institution_relation IS 'マスタ: 支援機関との関係';

COMMENT ON COLUMN core.support_institution_relation.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.support_institution_relation.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.support_institution_relation.institution_id IS '支援機関ID';

COMMENT ON COLUMN core.support_institution_relation.name IS '名称';

COMMENT ON COLUMN core.support_institution_relation.type IS '種別';

COMMENT ON COLUMN core.support_institution_relation.certified_institution_number IS '認定経営革新等支援機関ID番号';

COMMENT ON COLUMN core.support_institution_relation.person_name IS '担当者氏名';

COMMENT ON COLUMN core.support_institution_relation.phone IS '電話番号';

COMMENT ON COLUMN core.support_institution_relation.email IS 'メールアドレス';

COMMENT ON COLUMN core.support_institution_relation.address IS '住所';

COMMENT ON COLUMN core.support_institution_relation.support_content IS '支援内容';

CREATE TABLE core.workplace (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	average_employee_age NUMERIC,
	average_service_years NUMERIC,
	average_service_years_male NUMERIC,
	average_service_years_female NUMERIC,
	average_monthly_overtime_hours NUMERIC,
	female_worker_percent NUMERIC,
	female_manager_count BIGINT,
	manager_count BIGINT,
	female_officer_count BIGINT,
	male_childcare_leave_eligible_count BIGINT,
	male_childcare_leave_taken_count BIGINT,
	female_childcare_leave_eligible_count BIGINT,
	female_childcare_leave_taken_count BIGINT,
	lowest_hourly_wage_yen_per_hour BIGINT,
	average_salary_yen_per_year BIGINT,
	CONSTRAINT pk_workplace PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_workplace_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.workplace IS 'マスタ: 職場・雇用';

COMMENT ON COLUMN core.workplace.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.workplace.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.workplace.average_employee_age IS '従業員の平均年齢';

COMMENT ON COLUMN core.workplace.average_service_years IS '正社員の平均継続勤務年数';

COMMENT ON COLUMN core.workplace.average_service_years_male IS '男性の平均継続勤務年数';

COMMENT ON COLUMN core.workplace.average_service_years_female IS '女性の平均継続勤務年数';

COMMENT ON COLUMN core.workplace.average_monthly_overtime_hours IS '月平均所定外労働時間';

COMMENT ON COLUMN core.workplace.female_worker_percent IS '女性労働者の割合';

COMMENT ON COLUMN core.workplace.female_manager_count IS '女性管理職人数';

COMMENT ON COLUMN core.workplace.manager_count IS '管理職全体人数';

COMMENT ON COLUMN core.workplace.female_officer_count IS '女性役員人数';

COMMENT ON COLUMN core.workplace.male_childcare_leave_eligible_count IS '育児休業対象者数(男性)';

COMMENT ON COLUMN core.workplace.male_childcare_leave_taken_count IS '育児休業取得者数(男性)';

COMMENT ON COLUMN core.workplace.female_childcare_leave_eligible_count IS '育児休業対象者数(女性)';

COMMENT ON COLUMN core.workplace.female_childcare_leave_taken_count IS '育児休業取得者数(女性)';

COMMENT ON COLUMN core.workplace.lowest_hourly_wage_yen_per_hour IS '事業場内最低賃金';

COMMENT ON COLUMN core.workplace.average_salary_yen_per_year IS '平均給与額';

CREATE TABLE identity.account (
	account_id UUID DEFAULT gen_random_uuid() NOT NULL,
	role TEXT NOT NULL,
	issuer TEXT NOT NULL,
	sub TEXT NOT NULL,
	display_name TEXT NOT NULL,
	password_hash TEXT,
	business_id UUID,
	institution_id UUID,
	failed_at TIMESTAMP WITH TIME ZONE,
	failures INTEGER DEFAULT 0 NOT NULL,
	closed_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_account PRIMARY KEY (account_id),
	CONSTRAINT uq_account_issuer_sub UNIQUE (issuer, sub),
	CONSTRAINT fk_account_institution_id FOREIGN KEY(institution_id) REFERENCES open.support_institution (institution_id)
);

CREATE INDEX ix_account_business_id ON identity.account (business_id);

COMMENT ON TABLE identity.account IS 'a person; identity is (issuer, sub)';

COMMENT ON COLUMN identity.account.role IS 'business, supporter, officer, analyst, administrator';

COMMENT ON COLUMN identity.account.issuer IS 'OpenID issuer, or ''own''';

COMMENT ON COLUMN identity.account.sub IS 'of the issuer; for ''own'' the sign-in name';

COMMENT ON COLUMN identity.account.password_hash IS 'argon2id; own ID only';

COMMENT ON COLUMN identity.account.failed_at IS 'last failed sign-in';

CREATE TABLE open.institution_version (
	as_of_on DATE NOT NULL,
	revision INTEGER NOT NULL,
	number TEXT NOT NULL,
	institution_id UUID NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	region TEXT,
	certified_institution_number TEXT,
	certified_on DATE,
	certified_until DATE,
	CONSTRAINT pk_institution_version PRIMARY KEY (as_of_on, revision, number),
	CONSTRAINT fk_institution_version_as_of_on_revision FOREIGN KEY(as_of_on, revision) REFERENCES open.institution_list (as_of_on, revision)
);

CREATE INDEX ix_institution_version_number ON open.institution_version (number);

COMMENT ON TABLE open.institution_version IS '支援機関の版: what each list says of each institution';

COMMENT ON COLUMN open.institution_version.number IS '機関番号';

COMMENT ON COLUMN open.institution_version.institution_id IS 'made from the number, always the same';

COMMENT ON COLUMN open.institution_version.kind IS '支援機関の種別, after the policy''s closed list (※3)';

COMMENT ON COLUMN open.institution_version.region IS '都道府県, or 全国';

COMMENT ON COLUMN open.institution_version.certified_institution_number IS '認定経営革新等支援機関ID番号, 12 digits';

COMMENT ON COLUMN open.institution_version.certified_on IS '認定日';

COMMENT ON COLUMN open.institution_version.certified_until IS '認定期限, the last day of the certification';

CREATE TABLE open.subsidy_attachment (
	subsidy_id UUID NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	size_bytes BIGINT NOT NULL,
	CONSTRAINT pk_subsidy_attachment PRIMARY KEY (subsidy_id, position),
	CONSTRAINT fk_subsidy_attachment_subsidy_id FOREIGN KEY(subsidy_id) REFERENCES open.subsidy (subsidy_id) ON DELETE CASCADE
);

COMMENT ON TABLE open.subsidy_attachment IS '公募要領などのファイル of the newest version';

COMMENT ON COLUMN open.subsidy_attachment.kind IS '公募要領, 交付要綱・概要, 様式';

COMMENT ON COLUMN open.subsidy_attachment.name IS 'file name as published';

COMMENT ON COLUMN open.subsidy_attachment.sha256 IS 'the file lies in the lake';

CREATE TABLE open.subsidy_call (
	subsidy_id UUID NOT NULL,
	position INTEGER NOT NULL,
	call_id TEXT,
	round TEXT,
	regions TEXT[] DEFAULT '{}' NOT NULL,
	region_detail TEXT,
	accepts_from DATE,
	accepts_until DATE,
	accepts_until_at TIMESTAMP WITH TIME ZONE,
	project_until DATE,
	CONSTRAINT pk_subsidy_call PRIMARY KEY (subsidy_id, position),
	CONSTRAINT fk_subsidy_call_subsidy_id FOREIGN KEY(subsidy_id) REFERENCES open.subsidy (subsidy_id) ON DELETE CASCADE
);

COMMENT ON TABLE open.subsidy_call IS '公募: the calls of the newest version';

COMMENT ON COLUMN open.subsidy_call.call_id IS '公募回ID';

COMMENT ON COLUMN open.subsidy_call.round IS '公募回';

COMMENT ON COLUMN open.subsidy_call.regions IS '対象地域';

COMMENT ON COLUMN open.subsidy_call.region_detail IS '対象地域の詳細';

COMMENT ON COLUMN open.subsidy_call.accepts_from IS '募集開始日 in Japan';

COMMENT ON COLUMN open.subsidy_call.accepts_until IS '募集終了日 in Japan';

COMMENT ON COLUMN open.subsidy_call.accepts_until_at IS 'the exact end, where the source has one';

COMMENT ON COLUMN open.subsidy_call.project_until IS '事業終了期限';

CREATE TABLE open.subsidy_version (
	subsidy_id UUID NOT NULL,
	as_of_at TIMESTAMP WITH TIME ZONE NOT NULL,
	content_sha256 TEXT NOT NULL,
	content JSONB NOT NULL,
	seen_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	payload_sha256 TEXT NOT NULL,
	CONSTRAINT pk_subsidy_version PRIMARY KEY (subsidy_id, as_of_at, content_sha256),
	CONSTRAINT fk_subsidy_version_subsidy_id FOREIGN KEY(subsidy_id) REFERENCES open.subsidy (subsidy_id) ON DELETE CASCADE
);

COMMENT ON TABLE open.subsidy_version IS '制度カタログの版: numbered by (as_of_at, content_sha256), never by arrival';

COMMENT ON COLUMN open.subsidy_version.content IS 'all columns, calls and attachments';

CREATE TABLE trust.disclosure_request (
	request_id UUID DEFAULT gen_random_uuid() NOT NULL,
	business_id UUID NOT NULL,
	institution_id UUID NOT NULL,
	requested_by UUID NOT NULL,
	purpose SMALLINT NOT NULL,
	purpose_text TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	programmes TEXT[],
	fiscal_years INTEGER[],
	valid_until TIMESTAMP WITH TIME ZONE NOT NULL,
	requested_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	answered_at TIMESTAMP WITH TIME ZONE,
	answered_by UUID,
	approved_bits BIGINT,
	withdrawn_at TIMESTAMP WITH TIME ZONE,
	revoked_at TIMESTAMP WITH TIME ZONE,
	message TEXT,
	CONSTRAINT pk_disclosure_request PRIMARY KEY (request_id),
	CONSTRAINT fk_disclosure_request_institution_id FOREIGN KEY(institution_id) REFERENCES open.support_institution (institution_id)
);

CREATE INDEX ix_disclosure_request_business_id ON trust.disclosure_request (business_id);

CREATE INDEX ix_disclosure_request_institution_id ON trust.disclosure_request (institution_id);

COMMENT ON TABLE trust.disclosure_request IS '開示依頼; its state is derived when read, never stored';

COMMENT ON COLUMN trust.disclosure_request.requested_by IS 'account of the supporter';

COMMENT ON COLUMN trust.disclosure_request.purpose_text IS 'in the supporter''s own plain words';

COMMENT ON COLUMN trust.disclosure_request.class_bits IS 'data classes asked for';

COMMENT ON COLUMN trust.disclosure_request.programmes IS 'NULL: all';

COMMENT ON COLUMN trust.disclosure_request.fiscal_years IS 'NULL: all';

COMMENT ON COLUMN trust.disclosure_request.valid_until IS 'asked for';

COMMENT ON COLUMN trust.disclosure_request.answered_by IS 'account of the business';

COMMENT ON COLUMN trust.disclosure_request.approved_bits IS 'NULL: not answered; 0: refused';

COMMENT ON COLUMN trust.disclosure_request.withdrawn_at IS 'by the supporter, before the answer';

COMMENT ON COLUMN trust.disclosure_request.revoked_at IS 'by the business, after the answer';

CREATE TABLE core.attachment (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	name TEXT NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	item_key TEXT,
	sha256 TEXT NOT NULL,
	size_bytes BIGINT NOT NULL,
	media_type TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	CONSTRAINT pk_attachment PRIMARY KEY (filing_id, version_no, name),
	CONSTRAINT fk_attachment_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_attachment_basis CHECK (basis IN ('deemed', 'individual', 'none')),
	CONSTRAINT fk_attachment_sha256 FOREIGN KEY(sha256) REFERENCES core.payload (sha256)
);

CREATE INDEX ix_attachment_business_id ON core.attachment (business_id);

COMMENT ON TABLE core.attachment IS '添付ファイル: the file lies in the lake';

COMMENT ON COLUMN core.attachment.name IS 'file name as sent';

COMMENT ON COLUMN core.attachment.programme IS '制度番号';

COMMENT ON COLUMN core.attachment.fiscal_year IS '年度';

COMMENT ON COLUMN core.attachment.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.attachment.item_key IS 'the item of type file that it answers, if any';

COMMENT ON COLUMN core.attachment.media_type IS 'recognised from the bytes';

CREATE TABLE core.batch_refusal (
	batch_id UUID NOT NULL,
	line_no INTEGER NOT NULL,
	code TEXT NOT NULL,
	what TEXT NOT NULL,
	why TEXT NOT NULL,
	next_step TEXT NOT NULL,
	faults JSONB NOT NULL,
	CONSTRAINT pk_batch_refusal PRIMARY KEY (batch_id, line_no),
	CONSTRAINT fk_batch_refusal_batch_id FOREIGN KEY(batch_id) REFERENCES core.batch (batch_id)
);

COMMENT ON TABLE core.batch_refusal IS 'lines of batches that were not taken in, and why';

COMMENT ON COLUMN core.batch_refusal.line_no IS 'from 1, blank lines counted';

COMMENT ON COLUMN core.batch_refusal.code IS 'of the refusal, as in problem+json';

COMMENT ON COLUMN core.batch_refusal.faults IS '[{item, label, what, why}], no values';

CREATE TABLE core.filing_advanced_collaboration (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	type TEXT,
	project_class TEXT,
	group_name TEXT,
	group_member_count BIGINT,
	lead_company_name TEXT,
	lead_company_corporate_number TEXT,
	lead_company_scale_class TEXT,
	background TEXT,
	shared_data TEXT,
	data_system TEXT,
	data_governance TEXT,
	common_system_name TEXT,
	common_system_plan TEXT,
	supply_chain_position TEXT,
	regional_plan_number TEXT,
	regional_plan_approved_on DATE,
	group_value_added_yen BIGINT,
	year2_plan TEXT,
	agreement_concluded_on DATE,
	agreement_file TEXT,
	trade_relation TEXT,
	continuity TEXT,
	spillover TEXT,
	CONSTRAINT pk_filing_advanced_collaboration PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_advanced_collaboration_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_advanced_collaboration_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_advanced_collaboration_business_id ON core.filing_advanced_collaboration (business_id);

COMMENT ON TABLE core.filing_advanced_collaboration IS '申請の記載: ものづくり高度連携';

COMMENT ON COLUMN core.filing_advanced_collaboration.programme IS '制度番号';

COMMENT ON COLUMN core.filing_advanced_collaboration.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_advanced_collaboration.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_advanced_collaboration.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_advanced_collaboration.type IS '連携の類型';

COMMENT ON COLUMN core.filing_advanced_collaboration.project_class IS 'プロジェクト区分';

COMMENT ON COLUMN core.filing_advanced_collaboration.group_name IS '連携体の名称';

COMMENT ON COLUMN core.filing_advanced_collaboration.group_member_count IS '連携体の構成者数';

COMMENT ON COLUMN core.filing_advanced_collaboration.lead_company_name IS '幹事企業名';

COMMENT ON COLUMN core.filing_advanced_collaboration.lead_company_corporate_number IS '幹事企業の法人番号';

COMMENT ON COLUMN core.filing_advanced_collaboration.lead_company_scale_class IS '幹事企業の規模区分';

COMMENT ON COLUMN core.filing_advanced_collaboration.background IS '連携の背景・目的';

COMMENT ON COLUMN core.filing_advanced_collaboration.shared_data IS '共有するデータの内容';

COMMENT ON COLUMN core.filing_advanced_collaboration.data_system IS 'データ共有の方法・システム';

COMMENT ON COLUMN core.filing_advanced_collaboration.data_governance IS 'データの契約・セキュリティの取決め';

COMMENT ON COLUMN core.filing_advanced_collaboration.common_system_name IS '共通システムの名称';

COMMENT ON COLUMN core.filing_advanced_collaboration.common_system_plan IS '共通システムの導入工程';

COMMENT ON COLUMN core.filing_advanced_collaboration.supply_chain_position IS 'サプライチェーン上の位置付け';

COMMENT ON COLUMN core.filing_advanced_collaboration.regional_plan_number IS '地域経済牽引事業計画の承認番号';

COMMENT ON COLUMN core.filing_advanced_collaboration.regional_plan_approved_on IS '地域経済牽引事業計画の承認日';

COMMENT ON COLUMN core.filing_advanced_collaboration.group_value_added_yen IS '連携体全体の付加価値額目標';

COMMENT ON COLUMN core.filing_advanced_collaboration.year2_plan IS '2年度目の事業計画';

COMMENT ON COLUMN core.filing_advanced_collaboration.agreement_concluded_on IS '連携協定書の締結日';

COMMENT ON COLUMN core.filing_advanced_collaboration.agreement_file IS '連携協定書ファイル';

COMMENT ON COLUMN core.filing_advanced_collaboration.trade_relation IS '事業者間の取引関係';

COMMENT ON COLUMN core.filing_advanced_collaboration.continuity IS '連携の継続・発展の見通し';

COMMENT ON COLUMN core.filing_advanced_collaboration.spillover IS '波及効果・横展開';

CREATE TABLE core.filing_advanced_collaboration_indicator (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	indicator_name TEXT,
	indicator_current NUMERIC,
	indicator_target NUMERIC,
	CONSTRAINT pk_filing_advanced_collaboration_indicator PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_advanced_collaboration_indicator_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_advanced_collaboration_indicator_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_advanced_collaboration_indicator_business_id ON core.filing_advanced_collaboration_indicator (business_id);

COMMENT ON TABLE core.filing_advanced_collaboration_indicator IS '申請の記載: 高度連携の効率化指標';

COMMENT ON COLUMN core.filing_advanced_collaboration_indicator.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_advanced_collaboration_indicator.programme IS '制度番号';

COMMENT ON COLUMN core.filing_advanced_collaboration_indicator.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_advanced_collaboration_indicator.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_advanced_collaboration_indicator.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_advanced_collaboration_indicator.indicator_name IS '効率化の指標';

COMMENT ON COLUMN core.filing_advanced_collaboration_indicator.indicator_current IS '効率化の現状値';

COMMENT ON COLUMN core.filing_advanced_collaboration_indicator.indicator_target IS '効率化の目標値';

CREATE TABLE core.filing_advanced_collaboration_member (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	member_name TEXT,
	member_corporate_number TEXT,
	member_role TEXT,
	member_class TEXT,
	member_eligible_yen BIGINT,
	member_requested_yen BIGINT,
	member_equipment TEXT,
	CONSTRAINT pk_filing_advanced_collaboration_member PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_advanced_collaboration_member_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_advanced_collaboration_member_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_advanced_collaboration_member_business_id ON core.filing_advanced_collaboration_member (business_id);

COMMENT ON TABLE core.filing_advanced_collaboration_member IS '申請の記載: 高度連携の参加事業者';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.programme IS '制度番号';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.member_name IS '参加事業者名';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.member_corporate_number IS '参加事業者の法人番号';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.member_role IS '参加事業者の役割分担';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.member_class IS '参加事業者の申請種別';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.member_eligible_yen IS '参加事業者別の補助対象経費';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.member_requested_yen IS '参加事業者別の補助金申請額';

COMMENT ON COLUMN core.filing_advanced_collaboration_member.member_equipment IS '参加事業者別の設備投資の内容';

CREATE TABLE core.filing_attachment (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	financial_statement_file TEXT[],
	tax_return_file TEXT[],
	registry_certificate_file TEXT,
	employee_roster_file TEXT,
	tax_payment_certificate_file TEXT,
	CONSTRAINT pk_filing_attachment PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_attachment_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_attachment_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_attachment_business_id ON core.filing_attachment (business_id);

COMMENT ON TABLE core.filing_attachment IS '申請の記載: 添付書類';

COMMENT ON COLUMN core.filing_attachment.programme IS '制度番号';

COMMENT ON COLUMN core.filing_attachment.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_attachment.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_attachment.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_attachment.financial_statement_file IS '決算書';

COMMENT ON COLUMN core.filing_attachment.tax_return_file IS '確定申告書';

COMMENT ON COLUMN core.filing_attachment.registry_certificate_file IS '履歴事項全部証明書';

COMMENT ON COLUMN core.filing_attachment.employee_roster_file IS '労働者名簿';

COMMENT ON COLUMN core.filing_attachment.tax_payment_certificate_file IS '納税証明書';

CREATE TABLE core.filing_attachment_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	attachment_id TEXT,
	type TEXT,
	file_name TEXT,
	media_type TEXT,
	size_bytes BIGINT,
	sha256 TEXT,
	submitted_at TIMESTAMP WITH TIME ZONE,
	storage_key TEXT,
	is_disclosable BOOLEAN,
	CONSTRAINT pk_filing_attachment_row PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_attachment_row_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_attachment_row_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_attachment_row_business_id ON core.filing_attachment_row (business_id);

COMMENT ON TABLE core.filing_attachment_row IS '申請の記載: 添付書類の明細';

COMMENT ON COLUMN core.filing_attachment_row.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_attachment_row.programme IS '制度番号';

COMMENT ON COLUMN core.filing_attachment_row.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_attachment_row.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_attachment_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_attachment_row.attachment_id IS '添付書類ID';

COMMENT ON COLUMN core.filing_attachment_row.type IS '添付書類区分';

COMMENT ON COLUMN core.filing_attachment_row.file_name IS 'ファイル名';

COMMENT ON COLUMN core.filing_attachment_row.media_type IS 'ファイル形式';

COMMENT ON COLUMN core.filing_attachment_row.size_bytes IS 'ファイルサイズ';

COMMENT ON COLUMN core.filing_attachment_row.sha256 IS 'ハッシュ値(SHA-256)';

COMMENT ON COLUMN core.filing_attachment_row.submitted_at IS '提出日時';

COMMENT ON COLUMN core.filing_attachment_row.storage_key IS '保管場所キー';

COMMENT ON COLUMN core.filing_attachment_row.is_disclosable IS '開示可否';

CREATE TABLE core.filing_bank_relation (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	account_type TEXT,
	account_number TEXT,
	account_holder_kana TEXT,
	CONSTRAINT pk_filing_bank_relation PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_bank_relation_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_bank_relation_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_bank_relation_business_id ON core.filing_bank_relation (business_id);

COMMENT ON TABLE core.filing_bank_relation IS '申請の記載: 振込口座';

COMMENT ON COLUMN core.filing_bank_relation.programme IS '制度番号';

COMMENT ON COLUMN core.filing_bank_relation.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_bank_relation.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_bank_relation.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_bank_relation.account_type IS '振込口座種別';

COMMENT ON COLUMN core.filing_bank_relation.account_number IS '振込口座番号';

COMMENT ON COLUMN core.filing_bank_relation.account_holder_kana IS '振込口座名義(カナ)';

CREATE TABLE core.filing_bank_relation_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	code TEXT,
	name TEXT,
	branch_code TEXT,
	branch_name TEXT,
	is_main_bank BOOLEAN,
	loan_balance_yen BIGINT,
	CONSTRAINT pk_filing_bank_relation_row PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_bank_relation_row_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_bank_relation_row_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_bank_relation_row_business_id ON core.filing_bank_relation_row (business_id);

COMMENT ON TABLE core.filing_bank_relation_row IS '申請の記載: 取引金融機関';

COMMENT ON COLUMN core.filing_bank_relation_row.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_bank_relation_row.programme IS '制度番号';

COMMENT ON COLUMN core.filing_bank_relation_row.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_bank_relation_row.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_bank_relation_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_bank_relation_row.code IS '金融機関コード';

COMMENT ON COLUMN core.filing_bank_relation_row.name IS '金融機関名';

COMMENT ON COLUMN core.filing_bank_relation_row.branch_code IS '支店コード';

COMMENT ON COLUMN core.filing_bank_relation_row.branch_name IS '支店名';

COMMENT ON COLUMN core.filing_bank_relation_row.is_main_bank IS 'メインバンク区分';

COMMENT ON COLUMN core.filing_bank_relation_row.loan_balance_yen IS '借入残高';

CREATE TABLE core.filing_business_continuity (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	plan_type TEXT,
	risk_class TEXT,
	business_activity_summary TEXT,
	purpose TEXT,
	impact_people TEXT,
	impact_facility TEXT,
	impact_finance TEXT,
	impact_information TEXT,
	impact_other TEXT,
	initial_life_safety TEXT,
	initial_structure TEXT,
	initial_information TEXT,
	initial_other TEXT,
	measure_people_now TEXT,
	measure_people_plan TEXT,
	measure_equipment_now TEXT,
	measure_equipment_plan TEXT,
	measure_finance_now TEXT,
	measure_finance_plan TEXT,
	measure_information_now TEXT,
	measure_information_plan TEXT,
	peacetime_structure TEXT,
	training_plan TEXT,
	review_plan TEXT,
	joint_content TEXT,
	implementation_period TEXT,
	funding TEXT[],
	insurance TEXT[],
	approved_on DATE,
	agrees_to_data_use BOOLEAN,
	CONSTRAINT pk_filing_business_continuity PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_business_continuity_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_continuity_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_continuity_business_id ON core.filing_business_continuity (business_id);

COMMENT ON TABLE core.filing_business_continuity IS '申請の記載: 事業継続力強化計画';

COMMENT ON COLUMN core.filing_business_continuity.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_continuity.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_continuity.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_continuity.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_continuity.plan_type IS '計画の種別';

COMMENT ON COLUMN core.filing_business_continuity.risk_class IS '対象リスク';

COMMENT ON COLUMN core.filing_business_continuity.business_activity_summary IS '自社の事業活動の概要';

COMMENT ON COLUMN core.filing_business_continuity.purpose IS '事業継続力強化の目的';

COMMENT ON COLUMN core.filing_business_continuity.impact_people IS '人員への影響';

COMMENT ON COLUMN core.filing_business_continuity.impact_facility IS '建物・設備への影響';

COMMENT ON COLUMN core.filing_business_continuity.impact_finance IS '資金繰りへの影響';

COMMENT ON COLUMN core.filing_business_continuity.impact_information IS '情報への影響';

COMMENT ON COLUMN core.filing_business_continuity.impact_other IS 'その他の影響';

COMMENT ON COLUMN core.filing_business_continuity.initial_life_safety IS '初動対応(人命の安全確保)';

COMMENT ON COLUMN core.filing_business_continuity.initial_structure IS '初動対応(非常時の緊急時体制の構築)';

COMMENT ON COLUMN core.filing_business_continuity.initial_information IS '初動対応(被害状況の把握・被害情報の共有)';

COMMENT ON COLUMN core.filing_business_continuity.initial_other IS '初動対応(その他の取組)';

COMMENT ON COLUMN core.filing_business_continuity.measure_people_now IS '対策A 人員体制(現在の取組)';

COMMENT ON COLUMN core.filing_business_continuity.measure_people_plan IS '対策A 人員体制(今後の計画)';

COMMENT ON COLUMN core.filing_business_continuity.measure_equipment_now IS '対策B 設備・機器・装置(現在の取組)';

COMMENT ON COLUMN core.filing_business_continuity.measure_equipment_plan IS '対策B 設備・機器・装置(今後の計画)';

COMMENT ON COLUMN core.filing_business_continuity.measure_finance_now IS '対策C 資金手当て(現在の取組)';

COMMENT ON COLUMN core.filing_business_continuity.measure_finance_plan IS '対策C 資金手当て(今後の計画)';

COMMENT ON COLUMN core.filing_business_continuity.measure_information_now IS '対策D 重要情報の保護(現在の取組)';

COMMENT ON COLUMN core.filing_business_continuity.measure_information_plan IS '対策D 重要情報の保護(今後の計画)';

COMMENT ON COLUMN core.filing_business_continuity.peacetime_structure IS '平時の推進体制';

COMMENT ON COLUMN core.filing_business_continuity.training_plan IS '訓練・教育の実施計画';

COMMENT ON COLUMN core.filing_business_continuity.review_plan IS '見直し予定';

COMMENT ON COLUMN core.filing_business_continuity.joint_content IS '連携の態様・代替生産等の内容';

COMMENT ON COLUMN core.filing_business_continuity.implementation_period IS '実施期間';

COMMENT ON COLUMN core.filing_business_continuity.funding IS '必要資金の額と調達方法';

COMMENT ON COLUMN core.filing_business_continuity.insurance IS '加入済みの保険・共済';

COMMENT ON COLUMN core.filing_business_continuity.approved_on IS '認定年月日';

COMMENT ON COLUMN core.filing_business_continuity.agrees_to_data_use IS 'データ利活用同意(チェックシート)';

CREATE TABLE core.filing_business_continuity_cooperator (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	cooperator TEXT,
	cooperator_content TEXT,
	CONSTRAINT pk_filing_business_continuity_cooperator PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_business_continuity_cooperator_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_continuity_cooperator_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_continuity_cooperator_business_id ON core.filing_business_continuity_cooperator (business_id);

COMMENT ON TABLE core.filing_business_continuity_cooperator IS '申請の記載: 強化計画の協力者';

COMMENT ON COLUMN core.filing_business_continuity_cooperator.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_business_continuity_cooperator.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_continuity_cooperator.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_continuity_cooperator.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_continuity_cooperator.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_continuity_cooperator.cooperator IS '協力者の名称・住所・代表者';

COMMENT ON COLUMN core.filing_business_continuity_cooperator.cooperator_content IS '協力者の協力内容';

CREATE TABLE core.filing_business_continuity_equipment (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	equipment_measure_number TEXT,
	equipment_acquired_month TEXT,
	equipment_name TEXT,
	equipment_location TEXT,
	equipment_type TEXT,
	equipment_yen BIGINT,
	CONSTRAINT pk_filing_business_continuity_equipment PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_business_continuity_equipment_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_continuity_equipment_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_continuity_equipment_business_id ON core.filing_business_continuity_equipment (business_id);

COMMENT ON TABLE core.filing_business_continuity_equipment IS '申請の記載: 事業継続力強化設備';

COMMENT ON COLUMN core.filing_business_continuity_equipment.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_business_continuity_equipment.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_continuity_equipment.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_continuity_equipment.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_continuity_equipment.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_continuity_equipment.equipment_measure_number IS '設備の取組番号';

COMMENT ON COLUMN core.filing_business_continuity_equipment.equipment_acquired_month IS '設備の取得年月';

COMMENT ON COLUMN core.filing_business_continuity_equipment.equipment_name IS '設備の名称・型式';

COMMENT ON COLUMN core.filing_business_continuity_equipment.equipment_location IS '設備の所在地';

COMMENT ON COLUMN core.filing_business_continuity_equipment.equipment_type IS '設備の種類';

COMMENT ON COLUMN core.filing_business_continuity_equipment.equipment_yen IS '設備の金額';

CREATE TABLE core.filing_business_continuity_hazard (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	hazard_type TEXT,
	hazard_basis TEXT,
	hazard_level TEXT,
	CONSTRAINT pk_filing_business_continuity_hazard PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_business_continuity_hazard_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_continuity_hazard_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_continuity_hazard_business_id ON core.filing_business_continuity_hazard (business_id);

COMMENT ON TABLE core.filing_business_continuity_hazard IS '申請の記載: 強化計画の想定災害';

COMMENT ON COLUMN core.filing_business_continuity_hazard.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_business_continuity_hazard.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_continuity_hazard.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_continuity_hazard.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_continuity_hazard.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_continuity_hazard.hazard_type IS '想定する自然災害等の種類';

COMMENT ON COLUMN core.filing_business_continuity_hazard.hazard_basis IS '被害想定の根拠';

COMMENT ON COLUMN core.filing_business_continuity_hazard.hazard_level IS '想定する被害規模';

CREATE TABLE core.filing_business_continuity_initial_response (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	initial_timing TEXT,
	initial_preparation TEXT,
	CONSTRAINT pk_filing_business_continuity_initial_response PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_business_continuity_initial_response_filing_i_00bb FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_continuity_initial_response_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_continuity_initial_response_business_id ON core.filing_business_continuity_initial_response (business_id);

COMMENT ON TABLE core.filing_business_continuity_initial_response IS '申請の記載: 強化計画の初動対応';

COMMENT ON COLUMN core.filing_business_continuity_initial_response.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_business_continuity_initial_response.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_continuity_initial_response.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_continuity_initial_response.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_continuity_initial_response.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_continuity_initial_response.initial_timing IS '初動対応の発災後の対応時期';

COMMENT ON COLUMN core.filing_business_continuity_initial_response.initial_preparation IS '初動対応の事前対策の内容';

CREATE TABLE core.filing_business_continuity_joint_member (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	joint_member_name TEXT,
	CONSTRAINT pk_filing_business_continuity_joint_member PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_business_continuity_joint_member_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_continuity_joint_member_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_continuity_joint_member_business_id ON core.filing_business_continuity_joint_member (business_id);

COMMENT ON TABLE core.filing_business_continuity_joint_member IS '申請の記載: 強化計画の連携事業者';

COMMENT ON COLUMN core.filing_business_continuity_joint_member.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_business_continuity_joint_member.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_continuity_joint_member.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_continuity_joint_member.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_continuity_joint_member.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_continuity_joint_member.joint_member_name IS '連携事業者の名称';

CREATE TABLE core.filing_business_industry (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	main_industry_major TEXT,
	main_industry_middle TEXT,
	main_industry_minor TEXT,
	main_industry_detail TEXT,
	main_industry_name TEXT,
	sub_industry_middle TEXT[],
	summary TEXT,
	main_product_service TEXT[],
	company_history TEXT,
	unified_qualification_business_item TEXT[],
	unified_qualification_grade TEXT[],
	exports BOOLEAN,
	has_overseas_base BOOLEAN,
	is_franchise_member BOOLEAN,
	CONSTRAINT pk_filing_business_industry PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_business_industry_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_industry_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_industry_business_id ON core.filing_business_industry (business_id);

COMMENT ON TABLE core.filing_business_industry IS '申請の記載: 業種・事業内容';

COMMENT ON COLUMN core.filing_business_industry.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_industry.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_industry.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_industry.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_industry.main_industry_major IS '主たる業種(大分類)';

COMMENT ON COLUMN core.filing_business_industry.main_industry_middle IS '主たる業種(中分類)';

COMMENT ON COLUMN core.filing_business_industry.main_industry_minor IS '主たる業種(小分類)';

COMMENT ON COLUMN core.filing_business_industry.main_industry_detail IS '主たる業種(細分類)';

COMMENT ON COLUMN core.filing_business_industry.main_industry_name IS '主たる業種名称';

COMMENT ON COLUMN core.filing_business_industry.sub_industry_middle IS '従たる業種(中分類)';

COMMENT ON COLUMN core.filing_business_industry.summary IS '事業概要';

COMMENT ON COLUMN core.filing_business_industry.main_product_service IS '主要製品・サービス';

COMMENT ON COLUMN core.filing_business_industry.company_history IS '企業の沿革';

COMMENT ON COLUMN core.filing_business_industry.unified_qualification_business_item IS '営業品目コード(全省庁統一資格)';

COMMENT ON COLUMN core.filing_business_industry.unified_qualification_grade IS '全省庁統一資格等級';

COMMENT ON COLUMN core.filing_business_industry.exports IS '輸出の有無';

COMMENT ON COLUMN core.filing_business_industry.has_overseas_base IS '海外拠点の有無';

COMMENT ON COLUMN core.filing_business_industry.is_franchise_member IS 'フランチャイズ加盟の有無';

CREATE TABLE core.filing_business_industry_license (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	license_name TEXT,
	license_number TEXT,
	license_expires_on DATE,
	license_authority TEXT,
	CONSTRAINT pk_filing_business_industry_license PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_business_industry_license_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_industry_license_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_industry_license_business_id ON core.filing_business_industry_license (business_id);

COMMENT ON TABLE core.filing_business_industry_license IS '申請の記載: 許認可';

COMMENT ON COLUMN core.filing_business_industry_license.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_business_industry_license.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_industry_license.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_industry_license.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_industry_license.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_industry_license.license_name IS '許認可・免許名称';

COMMENT ON COLUMN core.filing_business_industry_license.license_number IS '許認可番号';

COMMENT ON COLUMN core.filing_business_industry_license.license_expires_on IS '許認可の有効期限';

COMMENT ON COLUMN core.filing_business_industry_license.license_authority IS '許認可の行政庁';

CREATE TABLE core.filing_business_place (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	list_entered_on DATE,
	CONSTRAINT pk_filing_business_place PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_business_place_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_place_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_place_business_id ON core.filing_business_place (business_id);

COMMENT ON TABLE core.filing_business_place IS '申請の記載: 事業所一覧';

COMMENT ON COLUMN core.filing_business_place.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_place.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_place.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_place.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_place.list_entered_on IS '記入日';

CREATE TABLE core.filing_business_place_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	number TEXT,
	name TEXT,
	name_kana TEXT,
	type TEXT,
	postal_code TEXT,
	local_government_code TEXT,
	prefecture TEXT,
	city TEXT,
	town_and_block TEXT,
	building TEXT,
	full_address TEXT,
	phone TEXT,
	industry_code TEXT,
	activity TEXT,
	employee_count BIGINT,
	site_tenure_type TEXT,
	employment_insurance_number TEXT,
	insured_count BIGINT,
	insurance_lost_on DATE,
	CONSTRAINT pk_filing_business_place_row PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_business_place_row_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_place_row_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_place_row_business_id ON core.filing_business_place_row (business_id);

COMMENT ON TABLE core.filing_business_place_row IS '申請の記載: 事業所';

COMMENT ON COLUMN core.filing_business_place_row.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_business_place_row.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_place_row.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_place_row.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_place_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_place_row.number IS '事業所番号';

COMMENT ON COLUMN core.filing_business_place_row.name IS '名称';

COMMENT ON COLUMN core.filing_business_place_row.name_kana IS '名称(カナ)';

COMMENT ON COLUMN core.filing_business_place_row.type IS '種別';

COMMENT ON COLUMN core.filing_business_place_row.postal_code IS '郵便番号';

COMMENT ON COLUMN core.filing_business_place_row.local_government_code IS '全国地方公共団体コード';

COMMENT ON COLUMN core.filing_business_place_row.prefecture IS '都道府県';

COMMENT ON COLUMN core.filing_business_place_row.city IS '市区町村';

COMMENT ON COLUMN core.filing_business_place_row.town_and_block IS '町字以下';

COMMENT ON COLUMN core.filing_business_place_row.building IS '建物名等';

COMMENT ON COLUMN core.filing_business_place_row.full_address IS '住所の連結表記';

COMMENT ON COLUMN core.filing_business_place_row.phone IS '電話番号';

COMMENT ON COLUMN core.filing_business_place_row.industry_code IS '業種コード';

COMMENT ON COLUMN core.filing_business_place_row.activity IS '事業内容';

COMMENT ON COLUMN core.filing_business_place_row.employee_count IS '従業員数';

COMMENT ON COLUMN core.filing_business_place_row.site_tenure_type IS '所有形態';

COMMENT ON COLUMN core.filing_business_place_row.employment_insurance_number IS '雇用保険適用事業所番号';

COMMENT ON COLUMN core.filing_business_place_row.insured_count IS '被保険者数';

COMMENT ON COLUMN core.filing_business_place_row.insurance_lost_on IS '全喪年月日';

CREATE TABLE core.filing_business_profile (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	corporate_number TEXT,
	sole_proprietor_key TEXT,
	entity_class TEXT,
	gbizid_account_id TEXT,
	gbizid_account_type TEXT,
	trade_name TEXT,
	trade_name_kana TEXT,
	trade_name_en TEXT,
	organization_type TEXT,
	alternate_name TEXT[],
	shop_name TEXT,
	activity_status TEXT,
	description TEXT,
	website_url TEXT,
	established_on DATE,
	founding_year BIGINT,
	fiscal_year_start_date TEXT,
	fiscal_closing_month BIGINT,
	capital_yen BIGINT,
	issued_share_count BIGINT,
	employee_count BIGINT,
	regular_employee_count BIGINT,
	fulltime_employee_count BIGINT,
	parttime_employee_count BIGINT,
	officer_count BIGINT,
	male_employee_count BIGINT,
	female_employee_count BIGINT,
	invoice_registration_number TEXT,
	consumption_tax_status TEXT,
	corporate_number_assigned_on DATE,
	registry_process TEXT,
	registry_changed_on DATE,
	registry_closed_on DATE,
	registry_close_cause TEXT,
	successor_corporate_number TEXT,
	CONSTRAINT pk_filing_business_profile PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_business_profile_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_profile_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_profile_business_id ON core.filing_business_profile (business_id);

COMMENT ON TABLE core.filing_business_profile IS '申請の記載: 事業者';

COMMENT ON COLUMN core.filing_business_profile.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_profile.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_profile.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_profile.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_profile.corporate_number IS '法人番号';

COMMENT ON COLUMN core.filing_business_profile.sole_proprietor_key IS '個人事業主整理番号';

COMMENT ON COLUMN core.filing_business_profile.entity_class IS '事業者区分';

COMMENT ON COLUMN core.filing_business_profile.gbizid_account_id IS 'GビズIDアカウント管理番号';

COMMENT ON COLUMN core.filing_business_profile.gbizid_account_type IS 'GビズIDアカウント種別';

COMMENT ON COLUMN core.filing_business_profile.trade_name IS '商号または名称';

COMMENT ON COLUMN core.filing_business_profile.trade_name_kana IS '商号または名称(カナ)';

COMMENT ON COLUMN core.filing_business_profile.trade_name_en IS '商号または名称(英字)';

COMMENT ON COLUMN core.filing_business_profile.organization_type IS '組織種別';

COMMENT ON COLUMN core.filing_business_profile.alternate_name IS '通称';

COMMENT ON COLUMN core.filing_business_profile.shop_name IS '屋号';

COMMENT ON COLUMN core.filing_business_profile.activity_status IS '事業活動状況';

COMMENT ON COLUMN core.filing_business_profile.description IS '事業者説明';

COMMENT ON COLUMN core.filing_business_profile.website_url IS 'WebサイトURL';

COMMENT ON COLUMN core.filing_business_profile.established_on IS '設立年月日';

COMMENT ON COLUMN core.filing_business_profile.founding_year IS '創業年';

COMMENT ON COLUMN core.filing_business_profile.fiscal_year_start_date IS '事業年度開始日';

COMMENT ON COLUMN core.filing_business_profile.fiscal_closing_month IS '決算月';

COMMENT ON COLUMN core.filing_business_profile.capital_yen IS '資本金または出資の額';

COMMENT ON COLUMN core.filing_business_profile.issued_share_count IS '発行済株式総数';

COMMENT ON COLUMN core.filing_business_profile.employee_count IS '従業員数';

COMMENT ON COLUMN core.filing_business_profile.regular_employee_count IS '常時使用する従業員数';

COMMENT ON COLUMN core.filing_business_profile.fulltime_employee_count IS '正社員数';

COMMENT ON COLUMN core.filing_business_profile.parttime_employee_count IS 'パート・アルバイト数';

COMMENT ON COLUMN core.filing_business_profile.officer_count IS '役員数';

COMMENT ON COLUMN core.filing_business_profile.male_employee_count IS '従業員数(男性)';

COMMENT ON COLUMN core.filing_business_profile.female_employee_count IS '従業員数(女性)';

COMMENT ON COLUMN core.filing_business_profile.invoice_registration_number IS '適格請求書発行事業者登録番号';

COMMENT ON COLUMN core.filing_business_profile.consumption_tax_status IS '消費税課税事業者区分';

COMMENT ON COLUMN core.filing_business_profile.corporate_number_assigned_on IS '法人番号指定年月日';

COMMENT ON COLUMN core.filing_business_profile.registry_process IS '登記情報処理区分';

COMMENT ON COLUMN core.filing_business_profile.registry_changed_on IS '登記情報変更年月日';

COMMENT ON COLUMN core.filing_business_profile.registry_closed_on IS '登記記録の閉鎖等年月日';

COMMENT ON COLUMN core.filing_business_profile.registry_close_cause IS '登記記録の閉鎖等の事由';

COMMENT ON COLUMN core.filing_business_profile.successor_corporate_number IS '承継先法人番号';

CREATE TABLE core.filing_business_profile_related_organization (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	related_organization_corporate_number TEXT,
	related_organization_role TEXT,
	CONSTRAINT pk_filing_business_profile_related_organization PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_business_profile_related_organization_filing__f6c0 FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_profile_related_organization_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_profile_related_organization_business_id ON core.filing_business_profile_related_organization (business_id);

COMMENT ON TABLE core.filing_business_profile_related_organization IS '申請の記載: 関連組織';

COMMENT ON COLUMN core.filing_business_profile_related_organization.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_business_profile_related_organization.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_profile_related_organization.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_profile_related_organization.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_profile_related_organization.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_profile_related_organization.related_organization_corporate_number IS '関連組織法人番号';

COMMENT ON COLUMN core.filing_business_profile_related_organization.related_organization_role IS '関連組織の関係区分';

CREATE TABLE core.filing_business_sme_status (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	class TEXT,
	is_small_business BOOLEAN,
	is_deemed_large_business BOOLEAN,
	deemed_large_business_reason TEXT,
	has_taxable_income_over_1500_million_yen BOOLEAN,
	is_npo BOOLEAN,
	industry_class TEXT,
	judged_on DATE,
	CONSTRAINT pk_filing_business_sme_status PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_business_sme_status_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_business_sme_status_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_business_sme_status_business_id ON core.filing_business_sme_status (business_id);

COMMENT ON TABLE core.filing_business_sme_status IS '申請の記載: 中小企業者判定';

COMMENT ON COLUMN core.filing_business_sme_status.programme IS '制度番号';

COMMENT ON COLUMN core.filing_business_sme_status.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_business_sme_status.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_business_sme_status.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_business_sme_status.class IS '中小企業者区分';

COMMENT ON COLUMN core.filing_business_sme_status.is_small_business IS '小規模企業者該当';

COMMENT ON COLUMN core.filing_business_sme_status.is_deemed_large_business IS 'みなし大企業該当';

COMMENT ON COLUMN core.filing_business_sme_status.deemed_large_business_reason IS 'みなし大企業該当事由';

COMMENT ON COLUMN core.filing_business_sme_status.has_taxable_income_over_1500_million_yen IS '課税所得年平均額15億円超該当';

COMMENT ON COLUMN core.filing_business_sme_status.is_npo IS '特定非営利活動法人該当';

COMMENT ON COLUMN core.filing_business_sme_status.industry_class IS '判定に用いた業種区分';

COMMENT ON COLUMN core.filing_business_sme_status.judged_on IS '判定基準日';

CREATE TABLE core.filing_certification (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	has_management_innovation_plan BOOLEAN,
	has_management_improvement_plan BOOLEAN,
	has_business_continuity_plan BOOLEAN,
	is_regional_future_leader BOOLEAN,
	has_declared_partnership BOOLEAN,
	CONSTRAINT pk_filing_certification PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_certification_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_certification_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_certification_business_id ON core.filing_certification (business_id);

COMMENT ON TABLE core.filing_certification IS '申請の記載: 認定・表彰の有無';

COMMENT ON COLUMN core.filing_certification.programme IS '制度番号';

COMMENT ON COLUMN core.filing_certification.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_certification.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_certification.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_certification.has_management_innovation_plan IS '経営革新計画の承認の有無';

COMMENT ON COLUMN core.filing_certification.has_management_improvement_plan IS '経営力向上計画の認定の有無';

COMMENT ON COLUMN core.filing_certification.has_business_continuity_plan IS '事業継続力強化計画の認定の有無';

COMMENT ON COLUMN core.filing_certification.is_regional_future_leader IS '地域未来牽引企業の選定の有無';

COMMENT ON COLUMN core.filing_certification.has_declared_partnership IS 'パートナーシップ構築宣言の有無';

CREATE TABLE core.filing_certification_commendation (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	commendation_title TEXT,
	commended_on DATE,
	commendation_ministry TEXT,
	commendation_target TEXT,
	commendation_category TEXT,
	CONSTRAINT pk_filing_certification_commendation PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_certification_commendation_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_certification_commendation_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_certification_commendation_business_id ON core.filing_certification_commendation (business_id);

COMMENT ON TABLE core.filing_certification_commendation IS '申請の記載: 表彰';

COMMENT ON COLUMN core.filing_certification_commendation.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_certification_commendation.programme IS '制度番号';

COMMENT ON COLUMN core.filing_certification_commendation.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_certification_commendation.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_certification_commendation.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_certification_commendation.commendation_title IS '表彰名';

COMMENT ON COLUMN core.filing_certification_commendation.commended_on IS '表彰年月日';

COMMENT ON COLUMN core.filing_certification_commendation.commendation_ministry IS '表彰府省';

COMMENT ON COLUMN core.filing_certification_commendation.commendation_target IS '受賞対象';

COMMENT ON COLUMN core.filing_certification_commendation.commendation_category IS '表彰部門';

CREATE TABLE core.filing_certification_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	certification_title TEXT,
	certified_on DATE,
	certification_expires_on DATE,
	certification_ministry TEXT,
	certification_target TEXT,
	certification_category TEXT,
	CONSTRAINT pk_filing_certification_row PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_certification_row_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_certification_row_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_certification_row_business_id ON core.filing_certification_row (business_id);

COMMENT ON TABLE core.filing_certification_row IS '申請の記載: 認定・届出';

COMMENT ON COLUMN core.filing_certification_row.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_certification_row.programme IS '制度番号';

COMMENT ON COLUMN core.filing_certification_row.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_certification_row.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_certification_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_certification_row.certification_title IS '認定・届出の名称';

COMMENT ON COLUMN core.filing_certification_row.certified_on IS '認定日';

COMMENT ON COLUMN core.filing_certification_row.certification_expires_on IS '認定の有効期限';

COMMENT ON COLUMN core.filing_certification_row.certification_ministry IS '認定府省';

COMMENT ON COLUMN core.filing_certification_row.certification_target IS '認定の対象';

COMMENT ON COLUMN core.filing_certification_row.certification_category IS '認定の部門';

CREATE TABLE core.filing_commercialization_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	year_number BIGINT,
	reported_on DATE,
	stage TEXT,
	product_name TEXT,
	product_sales_yen BIGINT,
	product_cost_yen BIGINT,
	project_profit_yen BIGINT,
	profit_repayment_yen BIGINT,
	actual_value_added_yen BIGINT,
	actual_payroll_yen BIGINT,
	actual_lowest_wage_yen_per_hour BIGINT,
	actual_employee_count BIGINT,
	intellectual_property_status TEXT,
	shortfall_reason TEXT,
	CONSTRAINT pk_filing_commercialization_report PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_commercialization_report_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_commercialization_report_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_commercialization_report_business_id ON core.filing_commercialization_report (business_id);

COMMENT ON TABLE core.filing_commercialization_report IS '申請の記載: 事業化状況報告';

COMMENT ON COLUMN core.filing_commercialization_report.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_commercialization_report.programme IS '制度番号';

COMMENT ON COLUMN core.filing_commercialization_report.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_commercialization_report.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_commercialization_report.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_commercialization_report.year_number IS '報告年次';

COMMENT ON COLUMN core.filing_commercialization_report.reported_on IS '報告日';

COMMENT ON COLUMN core.filing_commercialization_report.stage IS '事業化の段階';

COMMENT ON COLUMN core.filing_commercialization_report.product_name IS '製品・サービス名';

COMMENT ON COLUMN core.filing_commercialization_report.product_sales_yen IS '製品の売上額';

COMMENT ON COLUMN core.filing_commercialization_report.product_cost_yen IS '製品の原価';

COMMENT ON COLUMN core.filing_commercialization_report.project_profit_yen IS '補助事業に係る収益額';

COMMENT ON COLUMN core.filing_commercialization_report.profit_repayment_yen IS '収益納付額';

COMMENT ON COLUMN core.filing_commercialization_report.actual_value_added_yen IS '付加価値額の実績';

COMMENT ON COLUMN core.filing_commercialization_report.actual_payroll_yen IS '給与支給総額の実績';

COMMENT ON COLUMN core.filing_commercialization_report.actual_lowest_wage_yen_per_hour IS '事業場内最低賃金の実績';

COMMENT ON COLUMN core.filing_commercialization_report.actual_employee_count IS '従業員数の実績';

COMMENT ON COLUMN core.filing_commercialization_report.intellectual_property_status IS '知的財産権等の出願・取得状況';

COMMENT ON COLUMN core.filing_commercialization_report.shortfall_reason IS '目標未達の理由';

CREATE TABLE core.filing_consent (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	consents_to_secondary_use BOOLEAN,
	consent_class TEXT,
	consented_at TIMESTAMP WITH TIME ZONE,
	consent_terms_version TEXT,
	consent_withdrawn_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_filing_consent PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_consent_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_consent_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_consent_business_id ON core.filing_consent (business_id);

COMMENT ON TABLE core.filing_consent IS '申請の記載: 二次利用の同意';

COMMENT ON COLUMN core.filing_consent.programme IS '制度番号';

COMMENT ON COLUMN core.filing_consent.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_consent.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_consent.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_consent.consents_to_secondary_use IS '二次利用の同意の有無';

COMMENT ON COLUMN core.filing_consent.consent_class IS '同意区分';

COMMENT ON COLUMN core.filing_consent.consented_at IS '同意日時';

COMMENT ON COLUMN core.filing_consent.consent_terms_version IS '同意した規約の版';

COMMENT ON COLUMN core.filing_consent.consent_withdrawn_at IS '同意撤回日時';

CREATE TABLE core.filing_consent_item_provenance (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	source_system TEXT,
	acquired_at TIMESTAMP WITH TIME ZONE,
	source_updated_on DATE,
	import_frequency TEXT,
	data_quality TEXT,
	CONSTRAINT pk_filing_consent_item_provenance PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_consent_item_provenance_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_consent_item_provenance_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_consent_item_provenance_business_id ON core.filing_consent_item_provenance (business_id);

COMMENT ON TABLE core.filing_consent_item_provenance IS '申請の記載: 項目の来歴';

COMMENT ON COLUMN core.filing_consent_item_provenance.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_consent_item_provenance.programme IS '制度番号';

COMMENT ON COLUMN core.filing_consent_item_provenance.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_consent_item_provenance.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_consent_item_provenance.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_consent_item_provenance.source_system IS '出典システム';

COMMENT ON COLUMN core.filing_consent_item_provenance.acquired_at IS 'データ取得日時';

COMMENT ON COLUMN core.filing_consent_item_provenance.source_updated_on IS 'データ最終更新日';

COMMENT ON COLUMN core.filing_consent_item_provenance.import_frequency IS 'データ取込頻度';

COMMENT ON COLUMN core.filing_consent_item_provenance.data_quality IS 'データ品質';

CREATE TABLE core.filing_consent_scope (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	consent_purpose TEXT,
	consent_recipient_class TEXT,
	CONSTRAINT pk_filing_consent_scope PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_consent_scope_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_consent_scope_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_consent_scope_business_id ON core.filing_consent_scope (business_id);

COMMENT ON TABLE core.filing_consent_scope IS '申請の記載: 同意の範囲';

COMMENT ON COLUMN core.filing_consent_scope.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_consent_scope.programme IS '制度番号';

COMMENT ON COLUMN core.filing_consent_scope.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_consent_scope.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_consent_scope.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_consent_scope.consent_purpose IS '利用目的';

COMMENT ON COLUMN core.filing_consent_scope.consent_recipient_class IS '提供先区分';

CREATE TABLE core.filing_contact_person (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	name TEXT,
	name_kana TEXT,
	department TEXT,
	title TEXT,
	phone TEXT,
	mobile TEXT,
	email TEXT,
	mailing_address TEXT,
	CONSTRAINT pk_filing_contact_person PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_contact_person_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_contact_person_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_contact_person_business_id ON core.filing_contact_person (business_id);

COMMENT ON TABLE core.filing_contact_person IS '申請の記載: 担当者';

COMMENT ON COLUMN core.filing_contact_person.programme IS '制度番号';

COMMENT ON COLUMN core.filing_contact_person.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_contact_person.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_contact_person.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_contact_person.name IS '氏名';

COMMENT ON COLUMN core.filing_contact_person.name_kana IS '氏名(カナ)';

COMMENT ON COLUMN core.filing_contact_person.department IS '部署';

COMMENT ON COLUMN core.filing_contact_person.title IS '役職';

COMMENT ON COLUMN core.filing_contact_person.phone IS '電話番号';

COMMENT ON COLUMN core.filing_contact_person.mobile IS '携帯電話番号';

COMMENT ON COLUMN core.filing_contact_person.email IS 'メールアドレス';

COMMENT ON COLUMN core.filing_contact_person.mailing_address IS '書類送付先住所';

CREATE TABLE core.filing_contact_point (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	name TEXT,
	purpose TEXT,
	phone TEXT,
	extension TEXT,
	fax TEXT,
	email TEXT,
	url TEXT,
	social_media TEXT[],
	address TEXT,
	CONSTRAINT pk_filing_contact_point PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_contact_point_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_contact_point_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_contact_point_business_id ON core.filing_contact_point (business_id);

COMMENT ON TABLE core.filing_contact_point IS '申請の記載: 連絡先';

COMMENT ON COLUMN core.filing_contact_point.programme IS '制度番号';

COMMENT ON COLUMN core.filing_contact_point.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_contact_point.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_contact_point.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_contact_point.name IS '名称';

COMMENT ON COLUMN core.filing_contact_point.purpose IS '用途';

COMMENT ON COLUMN core.filing_contact_point.phone IS '電話番号';

COMMENT ON COLUMN core.filing_contact_point.extension IS '内線番号';

COMMENT ON COLUMN core.filing_contact_point.fax IS 'FAX番号';

COMMENT ON COLUMN core.filing_contact_point.email IS 'メールアドレス';

COMMENT ON COLUMN core.filing_contact_point.url IS 'URL';

COMMENT ON COLUMN core.filing_contact_point.social_media IS 'SNSアカウント';

COMMENT ON COLUMN core.filing_contact_point.address IS '住所';

CREATE TABLE core.filing_development_support (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	implementer_name TEXT,
	starts_on DATE,
	ends_on DATE,
	regional_status TEXT,
	small_business_count BIGINT,
	business_count BIGINT,
	regional_issue TEXT,
	long_term_vision TEXT,
	goal TEXT,
	policy TEXT,
	economic_survey_content TEXT,
	demand_survey_content TEXT,
	analysis_content TEXT,
	plan_support_content TEXT,
	followup_frequency TEXT,
	new_demand_content TEXT,
	dx_support TEXT,
	evaluation_mechanism TEXT,
	staff_training TEXT,
	collaboration TEXT,
	regional_revitalization TEXT,
	staff_structure TEXT,
	funding_method TEXT,
	partner TEXT[],
	approved_on DATE,
	CONSTRAINT pk_filing_development_support PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_development_support_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_development_support_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_development_support_business_id ON core.filing_development_support (business_id);

COMMENT ON TABLE core.filing_development_support IS '申請の記載: 経営発達支援計画';

COMMENT ON COLUMN core.filing_development_support.programme IS '制度番号';

COMMENT ON COLUMN core.filing_development_support.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_development_support.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_development_support.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_development_support.implementer_name IS '実施者名';

COMMENT ON COLUMN core.filing_development_support.starts_on IS '実施期間の開始';

COMMENT ON COLUMN core.filing_development_support.ends_on IS '実施期間の終了';

COMMENT ON COLUMN core.filing_development_support.regional_status IS '地域の現状';

COMMENT ON COLUMN core.filing_development_support.small_business_count IS '地域内小規模事業者数';

COMMENT ON COLUMN core.filing_development_support.business_count IS '地域の商工業者数';

COMMENT ON COLUMN core.filing_development_support.regional_issue IS '地域の課題';

COMMENT ON COLUMN core.filing_development_support.long_term_vision IS '小規模事業者の中長期的な振興のあり方';

COMMENT ON COLUMN core.filing_development_support.goal IS '経営発達支援事業の目標';

COMMENT ON COLUMN core.filing_development_support.policy IS '目標達成に向けた方針';

COMMENT ON COLUMN core.filing_development_support.economic_survey_content IS '地域の経済動向調査の事業内容';

COMMENT ON COLUMN core.filing_development_support.demand_survey_content IS '需要動向調査の事業内容';

COMMENT ON COLUMN core.filing_development_support.analysis_content IS '経営状況の分析の事業内容・分析手段';

COMMENT ON COLUMN core.filing_development_support.plan_support_content IS '事業計画策定支援の事業内容';

COMMENT ON COLUMN core.filing_development_support.followup_frequency IS '策定後の実施支援のフォローアップ頻度';

COMMENT ON COLUMN core.filing_development_support.new_demand_content IS '新たな需要の開拓の事業内容';

COMMENT ON COLUMN core.filing_development_support.dx_support IS 'DXに向けたIT活用支援の内容';

COMMENT ON COLUMN core.filing_development_support.evaluation_mechanism IS '事業の評価及び見直しの仕組み';

COMMENT ON COLUMN core.filing_development_support.staff_training IS '経営指導員等の資質向上の取組';

COMMENT ON COLUMN core.filing_development_support.collaboration IS '他の支援機関との連携・情報交換';

COMMENT ON COLUMN core.filing_development_support.regional_revitalization IS '地域経済の活性化に資する取組';

COMMENT ON COLUMN core.filing_development_support.staff_structure IS '実施体制(組織図・従事人数)';

COMMENT ON COLUMN core.filing_development_support.funding_method IS '事業費の調達方法';

COMMENT ON COLUMN core.filing_development_support.partner IS '連携者名と役割';

COMMENT ON COLUMN core.filing_development_support.approved_on IS '認定通知日';

CREATE TABLE core.filing_development_support_advisor (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	statutory_advisor_name TEXT,
	statutory_advisor_contact TEXT,
	CONSTRAINT pk_filing_development_support_advisor PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_development_support_advisor_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_development_support_advisor_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_development_support_advisor_business_id ON core.filing_development_support_advisor (business_id);

COMMENT ON TABLE core.filing_development_support_advisor IS '申請の記載: 発達計画の法定経営指導員';

COMMENT ON COLUMN core.filing_development_support_advisor.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_development_support_advisor.programme IS '制度番号';

COMMENT ON COLUMN core.filing_development_support_advisor.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_development_support_advisor.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_development_support_advisor.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_development_support_advisor.statutory_advisor_name IS '法定経営指導員氏名';

COMMENT ON COLUMN core.filing_development_support_advisor.statutory_advisor_contact IS '法定経営指導員の連絡先';

CREATE TABLE core.filing_development_support_municipality (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	municipality_name TEXT,
	municipality_contact TEXT,
	CONSTRAINT pk_filing_development_support_municipality PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_development_support_municipality_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_development_support_municipality_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_development_support_municipality_business_id ON core.filing_development_support_municipality (business_id);

COMMENT ON TABLE core.filing_development_support_municipality IS '申請の記載: 発達計画の共同実施市町村';

COMMENT ON COLUMN core.filing_development_support_municipality.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_development_support_municipality.programme IS '制度番号';

COMMENT ON COLUMN core.filing_development_support_municipality.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_development_support_municipality.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_development_support_municipality.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_development_support_municipality.municipality_name IS '共同実施市町村名';

COMMENT ON COLUMN core.filing_development_support_municipality.municipality_contact IS '市町村の担当部署・連絡先';

CREATE TABLE core.filing_development_support_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	year_number BIGINT,
	economic_survey_target_count BIGINT,
	demand_survey_target_count BIGINT,
	analysis_target_count BIGINT,
	plan_support_target_count BIGINT,
	followup_target_count BIGINT,
	sales_increase_target_count BIGINT,
	profit_increase_target_count BIGINT,
	exhibition_target_count BIGINT,
	deal_target_count BIGINT,
	year_funding_yen BIGINT,
	annual_result TEXT,
	CONSTRAINT pk_filing_development_support_year PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_development_support_year_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_development_support_year_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_development_support_year_business_id ON core.filing_development_support_year (business_id);

COMMENT ON TABLE core.filing_development_support_year IS '申請の記載: 発達計画の年度別の目標と資金';

COMMENT ON COLUMN core.filing_development_support_year.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_development_support_year.programme IS '制度番号';

COMMENT ON COLUMN core.filing_development_support_year.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_development_support_year.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_development_support_year.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_development_support_year.year_number IS '年次';

COMMENT ON COLUMN core.filing_development_support_year.economic_survey_target_count IS '地域の経済動向調査の公表回数目標';

COMMENT ON COLUMN core.filing_development_support_year.demand_survey_target_count IS '需要動向調査の対象事業者数目標';

COMMENT ON COLUMN core.filing_development_support_year.analysis_target_count IS '経営状況の分析の事業者数目標';

COMMENT ON COLUMN core.filing_development_support_year.plan_support_target_count IS '事業計画策定支援の事業者数目標';

COMMENT ON COLUMN core.filing_development_support_year.followup_target_count IS '策定後の実施支援のフォローアップ事業者数目標';

COMMENT ON COLUMN core.filing_development_support_year.sales_increase_target_count IS '策定後の実施支援の売上増加事業者数目標';

COMMENT ON COLUMN core.filing_development_support_year.profit_increase_target_count IS '策定後の実施支援の粗利増加事業者数目標';

COMMENT ON COLUMN core.filing_development_support_year.exhibition_target_count IS '新たな需要の開拓の展示会等出展者数目標';

COMMENT ON COLUMN core.filing_development_support_year.deal_target_count IS '新たな需要の開拓の商談成立件数目標';

COMMENT ON COLUMN core.filing_development_support_year.year_funding_yen IS '年度別必要資金の額';

COMMENT ON COLUMN core.filing_development_support_year.annual_result IS '実施状況報告の年度実績';

CREATE TABLE core.filing_expense (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sum_total_yen BIGINT,
	sum_eligible_yen BIGINT,
	sum_requested_yen BIGINT,
	applied_rate TEXT,
	cap_yen BIGINT,
	CONSTRAINT pk_filing_expense PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_expense_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_expense_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_expense_business_id ON core.filing_expense (business_id);

COMMENT ON TABLE core.filing_expense IS '申請の記載: 経費合計';

COMMENT ON COLUMN core.filing_expense.programme IS '制度番号';

COMMENT ON COLUMN core.filing_expense.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_expense.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_expense.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_expense.sum_total_yen IS '事業に要する額の合計';

COMMENT ON COLUMN core.filing_expense.sum_eligible_yen IS '補助対象額の合計';

COMMENT ON COLUMN core.filing_expense.sum_requested_yen IS '補助金交付申請額の合計';

COMMENT ON COLUMN core.filing_expense.applied_rate IS '適用する補助率';

COMMENT ON COLUMN core.filing_expense.cap_yen IS '補助上限額';

CREATE TABLE core.filing_expense_line (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	line_number BIGINT,
	class TEXT,
	content TEXT,
	calculation_basis TEXT,
	unit_price_yen BIGINT,
	quantity NUMERIC,
	payee_name TEXT,
	total_with_tax_yen BIGINT,
	eligible_yen BIGINT,
	requested_yen BIGINT,
	has_competing_quote BOOLEAN,
	vendor_selection_reason TEXT,
	CONSTRAINT pk_filing_expense_line PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_expense_line_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_expense_line_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_expense_line_business_id ON core.filing_expense_line (business_id);

COMMENT ON TABLE core.filing_expense_line IS '申請の記載: 経費明細';

COMMENT ON COLUMN core.filing_expense_line.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_expense_line.programme IS '制度番号';

COMMENT ON COLUMN core.filing_expense_line.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_expense_line.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_expense_line.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_expense_line.line_number IS '明細番号';

COMMENT ON COLUMN core.filing_expense_line.class IS '経費区分';

COMMENT ON COLUMN core.filing_expense_line.content IS '内容・必要理由';

COMMENT ON COLUMN core.filing_expense_line.calculation_basis IS '積算根拠';

COMMENT ON COLUMN core.filing_expense_line.unit_price_yen IS '単価';

COMMENT ON COLUMN core.filing_expense_line.quantity IS '数量';

COMMENT ON COLUMN core.filing_expense_line.payee_name IS '支払予定先';

COMMENT ON COLUMN core.filing_expense_line.total_with_tax_yen IS '事業に要する額(税込)';

COMMENT ON COLUMN core.filing_expense_line.eligible_yen IS '補助対象額';

COMMENT ON COLUMN core.filing_expense_line.requested_yen IS '補助金申請額';

COMMENT ON COLUMN core.filing_expense_line.has_competing_quote IS '相見積書の有無';

COMMENT ON COLUMN core.filing_expense_line.vendor_selection_reason IS '発注先選定理由';

CREATE TABLE core.filing_expert_dispatch (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	filing_number_as_filed TEXT,
	eligible_institution_name TEXT,
	necessity TEXT,
	issue TEXT,
	requested_support TEXT,
	expert_id TEXT,
	expert_name TEXT,
	expert_selection TEXT,
	institution_evaluation TEXT,
	CONSTRAINT pk_filing_expert_dispatch PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_expert_dispatch_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_expert_dispatch_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_expert_dispatch_business_id ON core.filing_expert_dispatch (business_id);

COMMENT ON TABLE core.filing_expert_dispatch IS '申請の記載: 専門家派遣';

COMMENT ON COLUMN core.filing_expert_dispatch.programme IS '制度番号';

COMMENT ON COLUMN core.filing_expert_dispatch.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_expert_dispatch.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_expert_dispatch.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_expert_dispatch.filing_number_as_filed IS '派遣の申請番号';

COMMENT ON COLUMN core.filing_expert_dispatch.eligible_institution_name IS '派遣が可能な機関名';

COMMENT ON COLUMN core.filing_expert_dispatch.necessity IS '派遣の必要性';

COMMENT ON COLUMN core.filing_expert_dispatch.issue IS '経営課題の内容';

COMMENT ON COLUMN core.filing_expert_dispatch.requested_support IS '希望する支援内容';

COMMENT ON COLUMN core.filing_expert_dispatch.expert_id IS '専門家ID';

COMMENT ON COLUMN core.filing_expert_dispatch.expert_name IS '専門家氏名';

COMMENT ON COLUMN core.filing_expert_dispatch.expert_selection IS '専門家の選定方法';

COMMENT ON COLUMN core.filing_expert_dispatch.institution_evaluation IS '支援機関による評価';

CREATE TABLE core.filing_expert_dispatch_expert (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	expert_qualification TEXT,
	expert_field TEXT,
	CONSTRAINT pk_filing_expert_dispatch_expert PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_expert_dispatch_expert_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_expert_dispatch_expert_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_expert_dispatch_expert_business_id ON core.filing_expert_dispatch_expert (business_id);

COMMENT ON TABLE core.filing_expert_dispatch_expert IS '申請の記載: 派遣専門家';

COMMENT ON COLUMN core.filing_expert_dispatch_expert.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_expert_dispatch_expert.programme IS '制度番号';

COMMENT ON COLUMN core.filing_expert_dispatch_expert.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_expert_dispatch_expert.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_expert_dispatch_expert.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_expert_dispatch_expert.expert_qualification IS '専門家の保有資格';

COMMENT ON COLUMN core.filing_expert_dispatch_expert.expert_field IS '専門家の専門分野';

CREATE TABLE core.filing_expert_dispatch_issue (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	issue_class TEXT,
	CONSTRAINT pk_filing_expert_dispatch_issue PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_expert_dispatch_issue_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_expert_dispatch_issue_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_expert_dispatch_issue_business_id ON core.filing_expert_dispatch_issue (business_id);

COMMENT ON TABLE core.filing_expert_dispatch_issue IS '申請の記載: 専門家派遣の経営課題';

COMMENT ON COLUMN core.filing_expert_dispatch_issue.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_expert_dispatch_issue.programme IS '制度番号';

COMMENT ON COLUMN core.filing_expert_dispatch_issue.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_expert_dispatch_issue.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_expert_dispatch_issue.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_expert_dispatch_issue.issue_class IS '経営課題の区分';

CREATE TABLE core.filing_expert_dispatch_visit (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	visit_number BIGINT,
	planned_on DATE,
	executed_on DATE,
	start_time TEXT,
	end_time TEXT,
	support_hours NUMERIC,
	place TEXT,
	method TEXT,
	theme TEXT,
	situation_before TEXT,
	advice TEXT,
	outcome TEXT,
	remaining_issue TEXT,
	photo_file TEXT,
	fee_yen BIGINT,
	travel_route TEXT,
	travel_expense_yen BIGINT,
	attendance_is_confirmed BOOLEAN,
	evaluation BIGINT,
	evaluation_comment TEXT,
	time_reported_at TIMESTAMP WITH TIME ZONE,
	change_reason TEXT,
	CONSTRAINT pk_filing_expert_dispatch_visit PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_expert_dispatch_visit_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_expert_dispatch_visit_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_expert_dispatch_visit_business_id ON core.filing_expert_dispatch_visit (business_id);

COMMENT ON TABLE core.filing_expert_dispatch_visit IS '申請の記載: 専門家派遣の実施';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.programme IS '制度番号';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.visit_number IS '派遣の回数(通算)';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.planned_on IS '派遣予定日';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.executed_on IS '実施日';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.start_time IS '支援開始時刻';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.end_time IS '支援終了時刻';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.support_hours IS '支援時間数';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.place IS '支援場所';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.method IS '支援方法';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.theme IS '支援テーマ';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.situation_before IS '支援前の事業者の状況';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.advice IS '支援・助言の内容';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.outcome IS '支援の成果';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.remaining_issue IS '残された課題・今後の方向性';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.photo_file IS '支援時の写真';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.fee_yen IS '謝金額';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.travel_route IS '旅費の経路';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.travel_expense_yen IS '旅費額';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.attendance_is_confirmed IS '事業者による従事証明';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.evaluation IS '事業者による支援評価';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.evaluation_comment IS '事業者の評価コメント';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.time_reported_at IS 'オンライン時刻報告の日時';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.change_reason IS 'キャンセル・日程変更の理由';

CREATE TABLE core.filing_financial_statement (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	fiscal_closed_on DATE,
	period_starts_on DATE,
	period_ends_on DATE,
	period_class TEXT,
	accounting_standard TEXT,
	tax_accounting_method TEXT,
	closing_employee_count BIGINT,
	total_assets_yen BIGINT,
	current_assets_yen BIGINT,
	cash_and_deposits_yen BIGINT,
	notes_receivable_yen BIGINT,
	accounts_receivable_yen BIGINT,
	securities_yen BIGINT,
	inventories_yen BIGINT,
	other_current_assets_yen BIGINT,
	advance_payments_yen BIGINT,
	short_term_loans_receivable_yen BIGINT,
	allowance_for_doubtful_accounts_yen BIGINT,
	fixed_assets_yen BIGINT,
	tangible_fixed_assets_yen BIGINT,
	land_yen BIGINT,
	intangible_fixed_assets_yen BIGINT,
	other_fixed_assets_yen BIGINT,
	total_loans_receivable_yen BIGINT,
	deferred_assets_yen BIGINT,
	total_liabilities_yen BIGINT,
	current_liabilities_yen BIGINT,
	notes_payable_yen BIGINT,
	accounts_payable_yen BIGINT,
	short_term_borrowings_yen BIGINT,
	other_current_liabilities_yen BIGINT,
	accrued_liabilities_yen BIGINT,
	advances_received_yen BIGINT,
	deposits_received_yen BIGINT,
	fixed_liabilities_yen BIGINT,
	long_term_borrowings_yen BIGINT,
	bonds_payable_yen BIGINT,
	borrowings_from_officers_yen BIGINT,
	net_assets_yen BIGINT,
	closing_capital_stock_yen BIGINT,
	capital_reserve_yen BIGINT,
	retained_earnings_yen BIGINT,
	net_sales_yen BIGINT,
	cost_of_sales_yen BIGINT,
	depreciation_in_cost_of_sales_yen BIGINT,
	labor_cost_yen BIGINT,
	gross_profit_yen BIGINT,
	selling_and_administrative_expenses_yen BIGINT,
	depreciation_in_selling_and_administrative_expenses_yen BIGINT,
	personnel_cost_yen BIGINT,
	officer_compensation_yen BIGINT,
	payroll_yen BIGINT,
	rent_expenses_yen BIGINT,
	research_and_development_expenses_yen BIGINT,
	operating_income_yen BIGINT,
	non_operating_income_yen BIGINT,
	non_operating_expenses_yen BIGINT,
	interest_expense_yen BIGINT,
	ordinary_income_yen BIGINT,
	extraordinary_gain_yen BIGINT,
	extraordinary_loss_yen BIGINT,
	income_before_tax_yen BIGINT,
	net_income_yen BIGINT,
	depreciation_yen BIGINT,
	value_added_yen BIGINT,
	interest_bearing_debt_yen BIGINT,
	overseas_sales_yen BIGINT,
	CONSTRAINT pk_filing_financial_statement PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_financial_statement_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_financial_statement_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_financial_statement_business_id ON core.filing_financial_statement (business_id);

COMMENT ON TABLE core.filing_financial_statement IS '申請の記載: 財務(決算期)';

COMMENT ON COLUMN core.filing_financial_statement.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_financial_statement.programme IS '制度番号';

COMMENT ON COLUMN core.filing_financial_statement.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_financial_statement.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_financial_statement.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_financial_statement.fiscal_closed_on IS '決算年月日';

COMMENT ON COLUMN core.filing_financial_statement.period_starts_on IS '事業期間開始日';

COMMENT ON COLUMN core.filing_financial_statement.period_ends_on IS '事業期間終了日';

COMMENT ON COLUMN core.filing_financial_statement.period_class IS '決算期区分';

COMMENT ON COLUMN core.filing_financial_statement.accounting_standard IS '会計基準';

COMMENT ON COLUMN core.filing_financial_statement.tax_accounting_method IS '消費税経理方式';

COMMENT ON COLUMN core.filing_financial_statement.closing_employee_count IS '期末従業員数';

COMMENT ON COLUMN core.filing_financial_statement.total_assets_yen IS '資産合計';

COMMENT ON COLUMN core.filing_financial_statement.current_assets_yen IS '流動資産合計';

COMMENT ON COLUMN core.filing_financial_statement.cash_and_deposits_yen IS '現金及び預金';

COMMENT ON COLUMN core.filing_financial_statement.notes_receivable_yen IS '受取手形';

COMMENT ON COLUMN core.filing_financial_statement.accounts_receivable_yen IS '売掛金';

COMMENT ON COLUMN core.filing_financial_statement.securities_yen IS '有価証券';

COMMENT ON COLUMN core.filing_financial_statement.inventories_yen IS '棚卸資産';

COMMENT ON COLUMN core.filing_financial_statement.other_current_assets_yen IS 'その他流動資産合計';

COMMENT ON COLUMN core.filing_financial_statement.advance_payments_yen IS '前払金';

COMMENT ON COLUMN core.filing_financial_statement.short_term_loans_receivable_yen IS '短期貸付金';

COMMENT ON COLUMN core.filing_financial_statement.allowance_for_doubtful_accounts_yen IS '貸倒引当金';

COMMENT ON COLUMN core.filing_financial_statement.fixed_assets_yen IS '固定資産合計';

COMMENT ON COLUMN core.filing_financial_statement.tangible_fixed_assets_yen IS '有形固定資産合計';

COMMENT ON COLUMN core.filing_financial_statement.land_yen IS '土地';

COMMENT ON COLUMN core.filing_financial_statement.intangible_fixed_assets_yen IS '無形固定資産合計';

COMMENT ON COLUMN core.filing_financial_statement.other_fixed_assets_yen IS 'その他固定資産合計';

COMMENT ON COLUMN core.filing_financial_statement.total_loans_receivable_yen IS '貸付金合計';

COMMENT ON COLUMN core.filing_financial_statement.deferred_assets_yen IS '繰延資産';

COMMENT ON COLUMN core.filing_financial_statement.total_liabilities_yen IS '負債合計';

COMMENT ON COLUMN core.filing_financial_statement.current_liabilities_yen IS '流動負債合計';

COMMENT ON COLUMN core.filing_financial_statement.notes_payable_yen IS '支払手形';

COMMENT ON COLUMN core.filing_financial_statement.accounts_payable_yen IS '買掛金';

COMMENT ON COLUMN core.filing_financial_statement.short_term_borrowings_yen IS '短期借入金';

COMMENT ON COLUMN core.filing_financial_statement.other_current_liabilities_yen IS 'その他流動負債合計';

COMMENT ON COLUMN core.filing_financial_statement.accrued_liabilities_yen IS '未払金';

COMMENT ON COLUMN core.filing_financial_statement.advances_received_yen IS '前受金';

COMMENT ON COLUMN core.filing_financial_statement.deposits_received_yen IS '預り金';

COMMENT ON COLUMN core.filing_financial_statement.fixed_liabilities_yen IS '固定負債合計';

COMMENT ON COLUMN core.filing_financial_statement.long_term_borrowings_yen IS '長期借入金';

COMMENT ON COLUMN core.filing_financial_statement.bonds_payable_yen IS '社債';

COMMENT ON COLUMN core.filing_financial_statement.borrowings_from_officers_yen IS '役員借入金';

COMMENT ON COLUMN core.filing_financial_statement.net_assets_yen IS '純資産合計';

COMMENT ON COLUMN core.filing_financial_statement.closing_capital_stock_yen IS '期末資本金';

COMMENT ON COLUMN core.filing_financial_statement.capital_reserve_yen IS '資本準備金';

COMMENT ON COLUMN core.filing_financial_statement.retained_earnings_yen IS '利益剰余金';

COMMENT ON COLUMN core.filing_financial_statement.net_sales_yen IS '売上高';

COMMENT ON COLUMN core.filing_financial_statement.cost_of_sales_yen IS '売上原価';

COMMENT ON COLUMN core.filing_financial_statement.depreciation_in_cost_of_sales_yen IS '売上原価内減価償却費';

COMMENT ON COLUMN core.filing_financial_statement.labor_cost_yen IS '労務費';

COMMENT ON COLUMN core.filing_financial_statement.gross_profit_yen IS '売上総利益';

COMMENT ON COLUMN core.filing_financial_statement.selling_and_administrative_expenses_yen IS '販売費及び一般管理費';

COMMENT ON COLUMN core.filing_financial_statement.depreciation_in_selling_and_administrative_expenses_yen IS '販管費内減価償却費';

COMMENT ON COLUMN core.filing_financial_statement.personnel_cost_yen IS '人件費';

COMMENT ON COLUMN core.filing_financial_statement.officer_compensation_yen IS '役員報酬';

COMMENT ON COLUMN core.filing_financial_statement.payroll_yen IS '給与支給総額';

COMMENT ON COLUMN core.filing_financial_statement.rent_expenses_yen IS '地代家賃';

COMMENT ON COLUMN core.filing_financial_statement.research_and_development_expenses_yen IS '研究開発費';

COMMENT ON COLUMN core.filing_financial_statement.operating_income_yen IS '営業利益';

COMMENT ON COLUMN core.filing_financial_statement.non_operating_income_yen IS '営業外収益';

COMMENT ON COLUMN core.filing_financial_statement.non_operating_expenses_yen IS '営業外費用';

COMMENT ON COLUMN core.filing_financial_statement.interest_expense_yen IS '支払利息';

COMMENT ON COLUMN core.filing_financial_statement.ordinary_income_yen IS '経常利益';

COMMENT ON COLUMN core.filing_financial_statement.extraordinary_gain_yen IS '特別利益';

COMMENT ON COLUMN core.filing_financial_statement.extraordinary_loss_yen IS '特別損失';

COMMENT ON COLUMN core.filing_financial_statement.income_before_tax_yen IS '税引前当期純利益';

COMMENT ON COLUMN core.filing_financial_statement.net_income_yen IS '当期純利益';

COMMENT ON COLUMN core.filing_financial_statement.depreciation_yen IS '減価償却費合計';

COMMENT ON COLUMN core.filing_financial_statement.value_added_yen IS '付加価値額';

COMMENT ON COLUMN core.filing_financial_statement.interest_bearing_debt_yen IS '有利子負債合計';

COMMENT ON COLUMN core.filing_financial_statement.overseas_sales_yen IS '海外売上高';

CREATE TABLE core.filing_funding (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	own_yen BIGINT,
	subsidy_yen BIGINT,
	other_yen BIGINT,
	total_yen BIGINT,
	bridge_own_yen BIGINT,
	bridge_loan_yen BIGINT,
	bridge_lender_name TEXT,
	bridge_other_yen BIGINT,
	CONSTRAINT pk_filing_funding PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_funding_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_funding_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_funding_business_id ON core.filing_funding (business_id);

COMMENT ON TABLE core.filing_funding IS '申請の記載: 資金調達';

COMMENT ON COLUMN core.filing_funding.programme IS '制度番号';

COMMENT ON COLUMN core.filing_funding.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_funding.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_funding.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_funding.own_yen IS '自己資金額';

COMMENT ON COLUMN core.filing_funding.subsidy_yen IS '補助金額';

COMMENT ON COLUMN core.filing_funding.other_yen IS 'その他の額';

COMMENT ON COLUMN core.filing_funding.total_yen IS '合計額';

COMMENT ON COLUMN core.filing_funding.bridge_own_yen IS '補助金相当額の手当(自己資金)';

COMMENT ON COLUMN core.filing_funding.bridge_loan_yen IS '補助金相当額の手当(借入金)';

COMMENT ON COLUMN core.filing_funding.bridge_lender_name IS '補助金相当額の手当(借入先)';

COMMENT ON COLUMN core.filing_funding.bridge_other_yen IS '補助金相当額の手当(その他)';

CREATE TABLE core.filing_funding_loan (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	loan_yen BIGINT,
	lender_name TEXT,
	has_collateral_or_guarantee BOOLEAN,
	CONSTRAINT pk_filing_funding_loan PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_funding_loan_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_funding_loan_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_funding_loan_business_id ON core.filing_funding_loan (business_id);

COMMENT ON TABLE core.filing_funding_loan IS '申請の記載: 資金調達の借入';

COMMENT ON COLUMN core.filing_funding_loan.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_funding_loan.programme IS '制度番号';

COMMENT ON COLUMN core.filing_funding_loan.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_funding_loan.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_funding_loan.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_funding_loan.loan_yen IS '借入金額';

COMMENT ON COLUMN core.filing_funding_loan.lender_name IS '借入先';

COMMENT ON COLUMN core.filing_funding_loan.has_collateral_or_guarantee IS '担保・保証の有無';

CREATE TABLE core.filing_funding_other_source (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	other_source_name TEXT,
	CONSTRAINT pk_filing_funding_other_source PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_funding_other_source_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_funding_other_source_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_funding_other_source_business_id ON core.filing_funding_other_source (business_id);

COMMENT ON TABLE core.filing_funding_other_source IS '申請の記載: 資金調達のその他の調達先';

COMMENT ON COLUMN core.filing_funding_other_source.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_funding_other_source.programme IS '制度番号';

COMMENT ON COLUMN core.filing_funding_other_source.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_funding_other_source.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_funding_other_source.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_funding_other_source.other_source_name IS 'その他の調達先';

CREATE TABLE core.filing_generation_change (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	target_type TEXT,
	experience_class TEXT,
	officer_years NUMERIC,
	industry_years NUMERIC,
	predecessor_age BIGINT,
	predecessor_new_title TEXT,
	share_transfer_status TEXT,
	representation_transfer_status TEXT,
	post_structure TEXT,
	five_year_plan TEXT,
	closes_business_place BOOLEAN,
	existing_closure_content TEXT,
	capital_investment_content TEXT,
	shop_rent_content TEXT,
	marketing_content TEXT,
	publicity_content TEXT,
	filing_fee_yen BIGINT,
	guarantee_release_prospect TEXT,
	center_case_number TEXT,
	bank_support TEXT,
	maintained_employee_count BIGINT,
	no_successor_status TEXT,
	CONSTRAINT pk_filing_generation_change PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_generation_change_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_generation_change_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_generation_change_business_id ON core.filing_generation_change (business_id);

COMMENT ON TABLE core.filing_generation_change IS '申請の記載: 世代交代集中支援';

COMMENT ON COLUMN core.filing_generation_change.programme IS '制度番号';

COMMENT ON COLUMN core.filing_generation_change.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_generation_change.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_generation_change.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_generation_change.target_type IS '対象類型';

COMMENT ON COLUMN core.filing_generation_change.experience_class IS '後継者の経営経験要件区分';

COMMENT ON COLUMN core.filing_generation_change.officer_years IS '後継者の役員就任期間';

COMMENT ON COLUMN core.filing_generation_change.industry_years IS '後継者の同業種実務経験年数';

COMMENT ON COLUMN core.filing_generation_change.predecessor_age IS '先代経営者の年齢';

COMMENT ON COLUMN core.filing_generation_change.predecessor_new_title IS '先代経営者の退任後の役職';

COMMENT ON COLUMN core.filing_generation_change.share_transfer_status IS '株式の移転状況';

COMMENT ON COLUMN core.filing_generation_change.representation_transfer_status IS '代表権の移転状況';

COMMENT ON COLUMN core.filing_generation_change.post_structure IS '承継後の経営体制';

COMMENT ON COLUMN core.filing_generation_change.five_year_plan IS '承継後5年間の事業計画';

COMMENT ON COLUMN core.filing_generation_change.closes_business_place IS '事業所の廃止・集約の有無';

COMMENT ON COLUMN core.filing_generation_change.existing_closure_content IS '既存事業の廃止の内容';

COMMENT ON COLUMN core.filing_generation_change.capital_investment_content IS '新事業の設備投資の内容';

COMMENT ON COLUMN core.filing_generation_change.shop_rent_content IS '店舗等借入費の内容';

COMMENT ON COLUMN core.filing_generation_change.marketing_content IS 'マーケティング調査費の内容';

COMMENT ON COLUMN core.filing_generation_change.publicity_content IS '会場借料・広報費の内容';

COMMENT ON COLUMN core.filing_generation_change.filing_fee_yen IS '承継に係る申請手続代行費';

COMMENT ON COLUMN core.filing_generation_change.guarantee_release_prospect IS '経営者保証解除の見込み';

COMMENT ON COLUMN core.filing_generation_change.center_case_number IS '事業承継・引継ぎ支援センターの相談番号';

COMMENT ON COLUMN core.filing_generation_change.bank_support IS '金融機関の承継支援の内容';

COMMENT ON COLUMN core.filing_generation_change.maintained_employee_count IS '雇用維持の見込み人数';

COMMENT ON COLUMN core.filing_generation_change.no_successor_status IS '後継者不在の状況';

CREATE TABLE core.filing_generation_change_successor_training (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	training_name TEXT,
	training_completed_on DATE,
	CONSTRAINT pk_filing_generation_change_successor_training PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_generation_change_successor_training_filing_i_6674 FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_generation_change_successor_training_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_generation_change_successor_training_business_id ON core.filing_generation_change_successor_training (business_id);

COMMENT ON TABLE core.filing_generation_change_successor_training IS '申請の記載: 後継者の研修';

COMMENT ON COLUMN core.filing_generation_change_successor_training.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_generation_change_successor_training.programme IS '制度番号';

COMMENT ON COLUMN core.filing_generation_change_successor_training.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_generation_change_successor_training.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_generation_change_successor_training.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_generation_change_successor_training.training_name IS '後継者が受講した研修名';

COMMENT ON COLUMN core.filing_generation_change_successor_training.training_completed_on IS '後継者の研修修了日';

CREATE TABLE core.filing_grant_history (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	concurrent_subsidy_title TEXT[],
	CONSTRAINT pk_filing_grant_history PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_grant_history_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_history_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_history_business_id ON core.filing_grant_history (business_id);

COMMENT ON TABLE core.filing_grant_history IS '申請の記載: 併願の補助金';

COMMENT ON COLUMN core.filing_grant_history.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_history.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_history.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_history.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_history.concurrent_subsidy_title IS '併願・重複申請補助金名';

CREATE TABLE core.filing_grant_history_procurement (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	procurement_title TEXT,
	procurement_yen BIGINT,
	procurement_ordered_on DATE,
	procurement_ministry TEXT,
	CONSTRAINT pk_filing_grant_history_procurement PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_grant_history_procurement_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_history_procurement_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_history_procurement_business_id ON core.filing_grant_history_procurement (business_id);

COMMENT ON TABLE core.filing_grant_history_procurement IS '申請の記載: 調達実績';

COMMENT ON COLUMN core.filing_grant_history_procurement.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_grant_history_procurement.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_history_procurement.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_history_procurement.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_history_procurement.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_history_procurement.procurement_title IS '調達事業名';

COMMENT ON COLUMN core.filing_grant_history_procurement.procurement_yen IS '調達金額';

COMMENT ON COLUMN core.filing_grant_history_procurement.procurement_ordered_on IS '受注日';

COMMENT ON COLUMN core.filing_grant_history_procurement.procurement_ministry IS '調達府省';

CREATE TABLE core.filing_grant_history_received_subsidy (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	received_subsidy_title TEXT,
	received_subsidy_yen BIGINT,
	received_subsidy_approved_on DATE,
	received_subsidy_ministry TEXT,
	received_subsidy_target TEXT,
	received_subsidy_theme TEXT,
	received_subsidy_difference TEXT,
	CONSTRAINT pk_filing_grant_history_received_subsidy PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_grant_history_received_subsidy_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_history_received_subsidy_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_history_received_subsidy_business_id ON core.filing_grant_history_received_subsidy (business_id);

COMMENT ON TABLE core.filing_grant_history_received_subsidy IS '申請の記載: 受給補助金';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_title IS '受給補助金名';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_yen IS '受給補助金額';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_approved_on IS '受給補助金の認定日';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_ministry IS '受給補助金の府省';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_target IS '受給補助金の対象';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_theme IS '過去の補助事業のテーマ名';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_difference IS '今回の事業との相違点';

CREATE TABLE core.filing_grant_lifecycle (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	applied_on DATE,
	decision_number TEXT,
	decided_on DATE,
	decision_yen BIGINT,
	condition TEXT,
	performance_reported_on DATE,
	completed_on DATE,
	performance_content TEXT,
	performance_outcome TEXT,
	performance_eligible_spent_yen BIGINT,
	amount_fixed_on DATE,
	fixed_amount_yen BIGINT,
	advance_payment_requested_yen BIGINT,
	settlement_requested_on DATE,
	settlement_requested_yen BIGINT,
	paid_on DATE,
	consumption_tax_deduction_yen BIGINT,
	CONSTRAINT pk_filing_grant_lifecycle PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_grant_lifecycle_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_lifecycle_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_lifecycle_business_id ON core.filing_grant_lifecycle (business_id);

COMMENT ON TABLE core.filing_grant_lifecycle IS '申請の記載: 交付・実績・確定';

COMMENT ON COLUMN core.filing_grant_lifecycle.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_lifecycle.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_lifecycle.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_lifecycle.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_lifecycle.applied_on IS '交付申請日';

COMMENT ON COLUMN core.filing_grant_lifecycle.decision_number IS '交付決定番号';

COMMENT ON COLUMN core.filing_grant_lifecycle.decided_on IS '交付決定日';

COMMENT ON COLUMN core.filing_grant_lifecycle.decision_yen IS '交付決定額';

COMMENT ON COLUMN core.filing_grant_lifecycle.condition IS '交付の条件';

COMMENT ON COLUMN core.filing_grant_lifecycle.performance_reported_on IS '実績報告書の提出日';

COMMENT ON COLUMN core.filing_grant_lifecycle.completed_on IS '補助事業の完了日';

COMMENT ON COLUMN core.filing_grant_lifecycle.performance_content IS '実施した内容';

COMMENT ON COLUMN core.filing_grant_lifecycle.performance_outcome IS '事業の成果';

COMMENT ON COLUMN core.filing_grant_lifecycle.performance_eligible_spent_yen IS '補助対象経費の支出額';

COMMENT ON COLUMN core.filing_grant_lifecycle.amount_fixed_on IS '確定通知日';

COMMENT ON COLUMN core.filing_grant_lifecycle.fixed_amount_yen IS '補助金の確定額';

COMMENT ON COLUMN core.filing_grant_lifecycle.advance_payment_requested_yen IS '概算払請求額';

COMMENT ON COLUMN core.filing_grant_lifecycle.settlement_requested_on IS '精算払請求日';

COMMENT ON COLUMN core.filing_grant_lifecycle.settlement_requested_yen IS '精算払請求額';

COMMENT ON COLUMN core.filing_grant_lifecycle.paid_on IS '補助金の支払日';

COMMENT ON COLUMN core.filing_grant_lifecycle.consumption_tax_deduction_yen IS '消費税仕入控除税額の報告額';

CREATE TABLE core.filing_grant_lifecycle_accident_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	accident_reported_on DATE,
	accident_detail TEXT,
	CONSTRAINT pk_filing_grant_lifecycle_accident_report PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_grant_lifecycle_accident_report_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_lifecycle_accident_report_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_lifecycle_accident_report_business_id ON core.filing_grant_lifecycle_accident_report (business_id);

COMMENT ON TABLE core.filing_grant_lifecycle_accident_report IS '申請の記載: 事故報告';

COMMENT ON COLUMN core.filing_grant_lifecycle_accident_report.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_grant_lifecycle_accident_report.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_lifecycle_accident_report.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_lifecycle_accident_report.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_lifecycle_accident_report.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_lifecycle_accident_report.accident_reported_on IS '事故報告日';

COMMENT ON COLUMN core.filing_grant_lifecycle_accident_report.accident_detail IS '事故の原因と処置';

CREATE TABLE core.filing_grant_lifecycle_acquired_asset (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	acquired_asset_name TEXT,
	acquired_asset_spec TEXT,
	acquired_asset_acquired_on DATE,
	acquired_asset_price_yen BIGINT,
	acquired_asset_location TEXT,
	acquired_asset_restriction_years BIGINT,
	acquired_asset_disposal_applied_on DATE,
	acquired_asset_disposal_method TEXT,
	acquired_asset_disposal_repayment_yen BIGINT,
	CONSTRAINT pk_filing_grant_lifecycle_acquired_asset PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_grant_lifecycle_acquired_asset_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_lifecycle_acquired_asset_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_lifecycle_acquired_asset_business_id ON core.filing_grant_lifecycle_acquired_asset (business_id);

COMMENT ON TABLE core.filing_grant_lifecycle_acquired_asset IS '申請の記載: 取得財産とその処分';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_name IS '取得財産の名称';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_spec IS '取得財産の規格';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_acquired_on IS '取得年月日';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_price_yen IS '取得価格';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_location IS '保管場所';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_restriction_years IS '処分制限期間';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_disposal_applied_on IS '財産処分の承認申請日';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_disposal_method IS '財産処分の方法';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_disposal_repayment_yen IS '財産処分による納付額';

CREATE TABLE core.filing_grant_lifecycle_plan_change (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	plan_change_applied_on DATE,
	plan_change_content TEXT,
	plan_change_reason TEXT,
	CONSTRAINT pk_filing_grant_lifecycle_plan_change PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_grant_lifecycle_plan_change_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_lifecycle_plan_change_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_lifecycle_plan_change_business_id ON core.filing_grant_lifecycle_plan_change (business_id);

COMMENT ON TABLE core.filing_grant_lifecycle_plan_change IS '申請の記載: 計画変更';

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.plan_change_applied_on IS '計画変更の承認申請日';

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.plan_change_content IS '計画変更の内容';

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.plan_change_reason IS '計画変更の理由';

CREATE TABLE core.filing_grant_lifecycle_progress_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	progress_reported_on DATE,
	progress_summary TEXT,
	CONSTRAINT pk_filing_grant_lifecycle_progress_report PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_grant_lifecycle_progress_report_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_lifecycle_progress_report_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_lifecycle_progress_report_business_id ON core.filing_grant_lifecycle_progress_report (business_id);

COMMENT ON TABLE core.filing_grant_lifecycle_progress_report IS '申請の記載: 遂行状況報告';

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.progress_reported_on IS '遂行状況報告日';

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.progress_summary IS '遂行状況の概要';

CREATE TABLE core.filing_header (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	filing_id_as_filed TEXT,
	receipt_number TEXT,
	programme_as_filed TEXT,
	jgrants_subsidy_id TEXT,
	jgrants_subsidy_number TEXT,
	call_round TEXT,
	procedure_type TEXT,
	status TEXT,
	filed_on DATE,
	submitted_to TEXT,
	title TEXT,
	summary TEXT,
	content TEXT,
	content_updated_on DATE,
	delegator_name TEXT,
	delegator_role TEXT,
	delegation_content TEXT,
	is_filed_by_proxy BOOLEAN,
	proxy_name TEXT,
	joint_type TEXT,
	pledges_no_antisocial_ties BOOLEAN,
	pledges_truthfulness BOOLEAN,
	result TEXT,
	result_notified_on DATE,
	withdrawal_reason TEXT,
	CONSTRAINT pk_filing_header PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_header_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_header_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_header_business_id ON core.filing_header (business_id);

COMMENT ON TABLE core.filing_header IS '申請の記載: 申請・届出';

COMMENT ON COLUMN core.filing_header.programme IS '制度番号';

COMMENT ON COLUMN core.filing_header.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_header.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_header.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_header.filing_id_as_filed IS '申請ID';

COMMENT ON COLUMN core.filing_header.receipt_number IS '受付番号';

COMMENT ON COLUMN core.filing_header.programme_as_filed IS '制度番号';

COMMENT ON COLUMN core.filing_header.jgrants_subsidy_id IS 'jGrants補助金ID';

COMMENT ON COLUMN core.filing_header.jgrants_subsidy_number IS 'jGrants補助金管理番号';

COMMENT ON COLUMN core.filing_header.call_round IS '公募回';

COMMENT ON COLUMN core.filing_header.procedure_type IS '手続の種別';

COMMENT ON COLUMN core.filing_header.status IS '申請の状態';

COMMENT ON COLUMN core.filing_header.filed_on IS '申請日';

COMMENT ON COLUMN core.filing_header.submitted_to IS '宛先';

COMMENT ON COLUMN core.filing_header.title IS '申請名称';

COMMENT ON COLUMN core.filing_header.summary IS '申請概要';

COMMENT ON COLUMN core.filing_header.content IS '申請内容';

COMMENT ON COLUMN core.filing_header.content_updated_on IS '申請内容の更新年月日';

COMMENT ON COLUMN core.filing_header.delegator_name IS '委任者の氏名または名称';

COMMENT ON COLUMN core.filing_header.delegator_role IS '委任者の役割';

COMMENT ON COLUMN core.filing_header.delegation_content IS '委任内容';

COMMENT ON COLUMN core.filing_header.is_filed_by_proxy IS '代理申請の有無';

COMMENT ON COLUMN core.filing_header.proxy_name IS '代理人名';

COMMENT ON COLUMN core.filing_header.joint_type IS '申請の形態';

COMMENT ON COLUMN core.filing_header.pledges_no_antisocial_ties IS '反社会的勢力排除の誓約';

COMMENT ON COLUMN core.filing_header.pledges_truthfulness IS '申請内容の真正性の誓約';

COMMENT ON COLUMN core.filing_header.result IS '審査の結果';

COMMENT ON COLUMN core.filing_header.result_notified_on IS '結果通知日';

COMMENT ON COLUMN core.filing_header.withdrawal_reason IS '取下げ・中止の理由';

CREATE TABLE core.filing_intellectual_property (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	type TEXT,
	application_number TEXT,
	applied_on DATE,
	publication_number TEXT,
	registration_number TEXT,
	registered_on DATE,
	title TEXT,
	classification_type TEXT,
	classification_code TEXT,
	classification_name TEXT,
	document_url TEXT,
	right_holder_name TEXT,
	expires_on DATE,
	country TEXT,
	use_status TEXT,
	licensee_name TEXT,
	related_business TEXT,
	CONSTRAINT pk_filing_intellectual_property PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_intellectual_property_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_intellectual_property_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_intellectual_property_business_id ON core.filing_intellectual_property (business_id);

COMMENT ON TABLE core.filing_intellectual_property IS '申請の記載: 知的財産権';

COMMENT ON COLUMN core.filing_intellectual_property.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_intellectual_property.programme IS '制度番号';

COMMENT ON COLUMN core.filing_intellectual_property.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_intellectual_property.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_intellectual_property.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_intellectual_property.type IS '権利の種別';

COMMENT ON COLUMN core.filing_intellectual_property.application_number IS '出願番号';

COMMENT ON COLUMN core.filing_intellectual_property.applied_on IS '出願年月日';

COMMENT ON COLUMN core.filing_intellectual_property.publication_number IS '公開番号';

COMMENT ON COLUMN core.filing_intellectual_property.registration_number IS '登録番号';

COMMENT ON COLUMN core.filing_intellectual_property.registered_on IS '登録年月日';

COMMENT ON COLUMN core.filing_intellectual_property.title IS '発明の名称等';

COMMENT ON COLUMN core.filing_intellectual_property.classification_type IS '分類コードの種別';

COMMENT ON COLUMN core.filing_intellectual_property.classification_code IS '分類コード値';

COMMENT ON COLUMN core.filing_intellectual_property.classification_name IS '分類の名称';

COMMENT ON COLUMN core.filing_intellectual_property.document_url IS '文献固定アドレス';

COMMENT ON COLUMN core.filing_intellectual_property.right_holder_name IS '権利者名';

COMMENT ON COLUMN core.filing_intellectual_property.expires_on IS '存続期間満了日';

COMMENT ON COLUMN core.filing_intellectual_property.country IS '権利の国・地域';

COMMENT ON COLUMN core.filing_intellectual_property.use_status IS '実施状況';

COMMENT ON COLUMN core.filing_intellectual_property.licensee_name IS '実施許諾先';

COMMENT ON COLUMN core.filing_intellectual_property.related_business IS '関連する事業・製品';

CREATE TABLE core.filing_japan_brand (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	project_class TEXT,
	adoption_year_class TEXT,
	past_adoption TEXT[],
	brand_name TEXT,
	brand_concept TEXT,
	brand_strategy TEXT,
	regional_resource TEXT,
	overseas_customer TEXT,
	overseas_market TEXT,
	overseas_competitor TEXT,
	overseas_price_yen BIGINT,
	regulation TEXT,
	distribution TEXT,
	uses_cross_border_ec BOOLEAN,
	ec_site_name TEXT[],
	crowdfunding_plan TEXT,
	joint_applicant_count BIGINT,
	design_expert_use TEXT,
	overseas_trademark_plan TEXT,
	domestic_status TEXT,
	regional_effect TEXT,
	overseas_team TEXT,
	has_checked_export_control BOOLEAN,
	regional_organization_collaboration TEXT,
	CONSTRAINT pk_filing_japan_brand PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_japan_brand_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_japan_brand_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_japan_brand_business_id ON core.filing_japan_brand (business_id);

COMMENT ON TABLE core.filing_japan_brand IS '申請の記載: JAPANブランド';

COMMENT ON COLUMN core.filing_japan_brand.programme IS '制度番号';

COMMENT ON COLUMN core.filing_japan_brand.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_japan_brand.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_japan_brand.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_japan_brand.project_class IS '事業区分';

COMMENT ON COLUMN core.filing_japan_brand.adoption_year_class IS '採択年数の区分';

COMMENT ON COLUMN core.filing_japan_brand.past_adoption IS '過去の採択年度と事業名';

COMMENT ON COLUMN core.filing_japan_brand.brand_name IS 'ブランド名';

COMMENT ON COLUMN core.filing_japan_brand.brand_concept IS 'ブランドコンセプト';

COMMENT ON COLUMN core.filing_japan_brand.brand_strategy IS 'ブランド戦略';

COMMENT ON COLUMN core.filing_japan_brand.regional_resource IS '活用する地域資源・素材・技術';

COMMENT ON COLUMN core.filing_japan_brand.overseas_customer IS '海外のターゲット顧客';

COMMENT ON COLUMN core.filing_japan_brand.overseas_market IS '海外市場の規模・動向';

COMMENT ON COLUMN core.filing_japan_brand.overseas_competitor IS '海外競合商品との比較';

COMMENT ON COLUMN core.filing_japan_brand.overseas_price_yen IS '海外での想定小売価格';

COMMENT ON COLUMN core.filing_japan_brand.regulation IS '現地規制・認証への対応';

COMMENT ON COLUMN core.filing_japan_brand.distribution IS '商流・物流の設計';

COMMENT ON COLUMN core.filing_japan_brand.uses_cross_border_ec IS '越境ECの活用の有無';

COMMENT ON COLUMN core.filing_japan_brand.ec_site_name IS '利用するECサイト名';

COMMENT ON COLUMN core.filing_japan_brand.crowdfunding_plan IS 'クラウドファンディングの活用計画';

COMMENT ON COLUMN core.filing_japan_brand.joint_applicant_count IS '共同申請者数';

COMMENT ON COLUMN core.filing_japan_brand.design_expert_use IS 'デザイン・専門家の活用';

COMMENT ON COLUMN core.filing_japan_brand.overseas_trademark_plan IS '商標の海外出願計画';

COMMENT ON COLUMN core.filing_japan_brand.domestic_status IS '国内先行販売の状況';

COMMENT ON COLUMN core.filing_japan_brand.regional_effect IS '地域経済への波及効果';

COMMENT ON COLUMN core.filing_japan_brand.overseas_team IS '海外事業の社内体制';

COMMENT ON COLUMN core.filing_japan_brand.has_checked_export_control IS '輸出管理の該非判定の確認';

COMMENT ON COLUMN core.filing_japan_brand.regional_organization_collaboration IS '地域団体・産地組合との連携';

CREATE TABLE core.filing_japan_brand_country (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	target_country TEXT,
	target_country_reason TEXT,
	CONSTRAINT pk_filing_japan_brand_country PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_japan_brand_country_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_japan_brand_country_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_japan_brand_country_business_id ON core.filing_japan_brand_country (business_id);

COMMENT ON TABLE core.filing_japan_brand_country IS '申請の記載: JAPANブランドの対象国';

COMMENT ON COLUMN core.filing_japan_brand_country.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_japan_brand_country.programme IS '制度番号';

COMMENT ON COLUMN core.filing_japan_brand_country.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_japan_brand_country.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_japan_brand_country.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_japan_brand_country.target_country IS '対象国・地域';

COMMENT ON COLUMN core.filing_japan_brand_country.target_country_reason IS '対象国の選定理由';

CREATE TABLE core.filing_japan_brand_exhibition (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	exhibition_name TEXT,
	exhibition_place TEXT,
	exhibition_month TEXT,
	exhibition_target_deal_count BIGINT,
	CONSTRAINT pk_filing_japan_brand_exhibition PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_japan_brand_exhibition_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_japan_brand_exhibition_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_japan_brand_exhibition_business_id ON core.filing_japan_brand_exhibition (business_id);

COMMENT ON TABLE core.filing_japan_brand_exhibition IS '申請の記載: JAPANブランドの展示会';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.programme IS '制度番号';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.exhibition_name IS '展示会名';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.exhibition_place IS '展示会の開催地';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.exhibition_month IS '展示会の開催時期';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.exhibition_target_deal_count IS '展示会での目標商談数';

CREATE TABLE core.filing_japan_brand_product (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	product_name TEXT,
	product_description TEXT,
	CONSTRAINT pk_filing_japan_brand_product PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_japan_brand_product_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_japan_brand_product_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_japan_brand_product_business_id ON core.filing_japan_brand_product (business_id);

COMMENT ON TABLE core.filing_japan_brand_product IS '申請の記載: JAPANブランドの対象商品';

COMMENT ON COLUMN core.filing_japan_brand_product.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_japan_brand_product.programme IS '制度番号';

COMMENT ON COLUMN core.filing_japan_brand_product.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_japan_brand_product.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_japan_brand_product.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_japan_brand_product.product_name IS '対象商品・サービス名';

COMMENT ON COLUMN core.filing_japan_brand_product.product_description IS '対象商品・サービスの説明';

CREATE TABLE core.filing_japan_brand_support_partner (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	support_partner_name TEXT,
	support_partner_number TEXT,
	support_partner_content TEXT,
	support_partner_fee_yen BIGINT,
	CONSTRAINT pk_filing_japan_brand_support_partner PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_japan_brand_support_partner_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_japan_brand_support_partner_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_japan_brand_support_partner_business_id ON core.filing_japan_brand_support_partner (business_id);

COMMENT ON TABLE core.filing_japan_brand_support_partner IS '申請の記載: JAPANブランドの支援パートナー';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.programme IS '制度番号';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.support_partner_name IS '支援パートナー名';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.support_partner_number IS '支援パートナーの登録番号';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.support_partner_content IS '支援パートナーの支援内容';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.support_partner_fee_yen IS '支援パートナーとの契約額';

CREATE TABLE core.filing_japan_brand_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	year_number BIGINT,
	year_overseas_sales_target_yen BIGINT,
	year_domestic_sales_target_yen BIGINT,
	year_new_customer_target_count BIGINT,
	CONSTRAINT pk_filing_japan_brand_year PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_japan_brand_year_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_japan_brand_year_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_japan_brand_year_business_id ON core.filing_japan_brand_year (business_id);

COMMENT ON TABLE core.filing_japan_brand_year IS '申請の記載: JAPANブランドの年次目標';

COMMENT ON COLUMN core.filing_japan_brand_year.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_japan_brand_year.programme IS '制度番号';

COMMENT ON COLUMN core.filing_japan_brand_year.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_japan_brand_year.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_japan_brand_year.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_japan_brand_year.year_number IS '年次';

COMMENT ON COLUMN core.filing_japan_brand_year.year_overseas_sales_target_yen IS '年次別の海外売上目標';

COMMENT ON COLUMN core.filing_japan_brand_year.year_domestic_sales_target_yen IS '年次別の国内売上目標';

COMMENT ON COLUMN core.filing_japan_brand_year.year_new_customer_target_count IS '年次別の新規取引先目標数';

CREATE TABLE core.filing_local_benchmark_financial (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	base_closed_on DATE,
	industry_major TEXT,
	industry_minor TEXT,
	scale_class TEXT,
	sales_growth_percent NUMERIC,
	sales_growth_benchmark_percent NUMERIC,
	sales_growth_score BIGINT,
	operating_margin_percent NUMERIC,
	operating_margin_benchmark_percent NUMERIC,
	operating_margin_score BIGINT,
	labor_productivity_yen_per_person BIGINT,
	labor_productivity_benchmark_yen_per_person BIGINT,
	labor_productivity_score BIGINT,
	ebitda_debt_ratio NUMERIC,
	ebitda_debt_benchmark_ratio NUMERIC,
	ebitda_debt_score BIGINT,
	working_capital_turnover_months NUMERIC,
	working_capital_turnover_benchmark_months NUMERIC,
	working_capital_turnover_score BIGINT,
	equity_percent NUMERIC,
	equity_benchmark_percent NUMERIC,
	equity_score BIGINT,
	total_score BIGINT,
	total_rank TEXT,
	CONSTRAINT pk_filing_local_benchmark_financial PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_local_benchmark_financial_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_local_benchmark_financial_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_local_benchmark_financial_business_id ON core.filing_local_benchmark_financial (business_id);

COMMENT ON TABLE core.filing_local_benchmark_financial IS '申請の記載: ロカベン財務(決算期)';

COMMENT ON COLUMN core.filing_local_benchmark_financial.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_local_benchmark_financial.programme IS '制度番号';

COMMENT ON COLUMN core.filing_local_benchmark_financial.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_local_benchmark_financial.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_local_benchmark_financial.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_local_benchmark_financial.base_closed_on IS '算定基準決算日';

COMMENT ON COLUMN core.filing_local_benchmark_financial.industry_major IS '比較業種(大分類)';

COMMENT ON COLUMN core.filing_local_benchmark_financial.industry_minor IS '比較業種(小分類)';

COMMENT ON COLUMN core.filing_local_benchmark_financial.scale_class IS '比較事業規模区分';

COMMENT ON COLUMN core.filing_local_benchmark_financial.sales_growth_percent IS '売上増加率';

COMMENT ON COLUMN core.filing_local_benchmark_financial.sales_growth_benchmark_percent IS '売上増加率の業種基準値';

COMMENT ON COLUMN core.filing_local_benchmark_financial.sales_growth_score IS '売上増加率の得点';

COMMENT ON COLUMN core.filing_local_benchmark_financial.operating_margin_percent IS '営業利益率';

COMMENT ON COLUMN core.filing_local_benchmark_financial.operating_margin_benchmark_percent IS '営業利益率の業種基準値';

COMMENT ON COLUMN core.filing_local_benchmark_financial.operating_margin_score IS '営業利益率の得点';

COMMENT ON COLUMN core.filing_local_benchmark_financial.labor_productivity_yen_per_person IS '労働生産性';

COMMENT ON COLUMN core.filing_local_benchmark_financial.labor_productivity_benchmark_yen_per_person IS '労働生産性の業種基準値';

COMMENT ON COLUMN core.filing_local_benchmark_financial.labor_productivity_score IS '労働生産性の得点';

COMMENT ON COLUMN core.filing_local_benchmark_financial.ebitda_debt_ratio IS 'EBITDA有利子負債倍率';

COMMENT ON COLUMN core.filing_local_benchmark_financial.ebitda_debt_benchmark_ratio IS 'EBITDA有利子負債倍率の業種基準値';

COMMENT ON COLUMN core.filing_local_benchmark_financial.ebitda_debt_score IS 'EBITDA有利子負債倍率の得点';

COMMENT ON COLUMN core.filing_local_benchmark_financial.working_capital_turnover_months IS '営業運転資本回転期間';

COMMENT ON COLUMN core.filing_local_benchmark_financial.working_capital_turnover_benchmark_months IS '営業運転資本回転期間の業種基準値';

COMMENT ON COLUMN core.filing_local_benchmark_financial.working_capital_turnover_score IS '営業運転資本回転期間の得点';

COMMENT ON COLUMN core.filing_local_benchmark_financial.equity_percent IS '自己資本比率';

COMMENT ON COLUMN core.filing_local_benchmark_financial.equity_benchmark_percent IS '自己資本比率の業種基準値';

COMMENT ON COLUMN core.filing_local_benchmark_financial.equity_score IS '自己資本比率の得点';

COMMENT ON COLUMN core.filing_local_benchmark_financial.total_score IS '総合評価点';

COMMENT ON COLUMN core.filing_local_benchmark_financial.total_rank IS '総合評価ランク';

CREATE TABLE core.filing_local_benchmark_nonfinancial (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	entered_on DATE,
	product_service_content TEXT,
	customer_value TEXT,
	end_user_profile TEXT,
	end_user_needs TEXT,
	owner_view_vision TEXT,
	owner_view_management_motivation TEXT,
	owner_view_successor TEXT,
	business_view_history TEXT,
	business_view_strength TEXT,
	business_view_weakness TEXT,
	business_view_it_use TEXT,
	business_view_hourly_value_added TEXT,
	stakeholder_view_market TEXT,
	stakeholder_view_competitors TEXT,
	stakeholder_view_repeat_rate TEXT,
	stakeholder_view_customer_trend TEXT,
	stakeholder_view_employees TEXT,
	stakeholder_view_banks TEXT,
	internal_view_organization TEXT,
	internal_view_quality TEXT,
	internal_view_plan_sharing TEXT,
	internal_view_meetings TEXT,
	internal_view_research_and_development TEXT,
	internal_view_intellectual_property TEXT,
	internal_view_human_resources TEXT,
	current_situation TEXT,
	future_goal TEXT,
	gap_issue TEXT,
	countermeasure TEXT,
	CONSTRAINT pk_filing_local_benchmark_nonfinancial PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_local_benchmark_nonfinancial_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_local_benchmark_nonfinancial_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_local_benchmark_nonfinancial_business_id ON core.filing_local_benchmark_nonfinancial (business_id);

COMMENT ON TABLE core.filing_local_benchmark_nonfinancial IS '申請の記載: ロカベン非財務';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.programme IS '制度番号';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.entered_on IS '非財務記入日';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.product_service_content IS '製品・サービスの内容';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.customer_value IS '顧客に提供している価値';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.end_user_profile IS 'エンドユーザー属性';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.end_user_needs IS 'エンドユーザーのニーズ';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.owner_view_vision IS '経営理念・ビジョン';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.owner_view_management_motivation IS '経営意欲';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.owner_view_successor IS '後継者の有無と育成・承継のタイミング';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.business_view_history IS '企業及び事業沿革';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.business_view_strength IS '強み';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.business_view_weakness IS '弱み';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.business_view_it_use IS 'IT投資・活用の状況';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.business_view_hourly_value_added IS '1時間当たり付加価値向上の取組';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.stakeholder_view_market IS '市場動向・規模・シェア';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.stakeholder_view_competitors IS '競合他社との比較';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.stakeholder_view_repeat_rate IS '顧客リピート率・新規開拓率';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.stakeholder_view_customer_trend IS '主な取引先企業の推移・フィードバック';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.stakeholder_view_employees IS '従業員定着率・勤続年数・平均給与';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.stakeholder_view_banks IS '取引金融機関数・メインバンクとの関係';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.internal_view_organization IS '組織体制';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.internal_view_quality IS '品質管理・情報管理体制';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.internal_view_plan_sharing IS '事業計画・経営計画の共有状況';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.internal_view_meetings IS '社内会議の実施状況';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.internal_view_research_and_development IS '研究開発・商品開発の体制';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.internal_view_intellectual_property IS '知的財産権の保有・活用状況';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.internal_view_human_resources IS '人材育成の取組状況';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.current_situation IS '現状認識';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.future_goal IS '将来目標';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.gap_issue IS '現状と目標のギャップ・課題';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial.countermeasure IS '課題への対応策';

CREATE TABLE core.filing_local_benchmark_nonfinancial_customer (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	customer_name TEXT,
	customer_transaction TEXT,
	customer_reason TEXT,
	CONSTRAINT pk_filing_local_benchmark_nonfinancial_customer PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_local_benchmark_nonfinancial_customer_filing__4ebd FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_local_benchmark_nonfinancial_customer_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_local_benchmark_nonfinancial_customer_business_id ON core.filing_local_benchmark_nonfinancial_customer (business_id);

COMMENT ON TABLE core.filing_local_benchmark_nonfinancial_customer IS '申請の記載: ロカベン商流の得意先';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_customer.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_customer.programme IS '制度番号';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_customer.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_customer.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_customer.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_customer.customer_name IS '得意先名';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_customer.customer_transaction IS '得意先との取引内容';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_customer.customer_reason IS '得意先に選ばれている理由';

CREATE TABLE core.filing_local_benchmark_nonfinancial_partner (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	partner_name TEXT,
	partner_transaction TEXT,
	CONSTRAINT pk_filing_local_benchmark_nonfinancial_partner PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_local_benchmark_nonfinancial_partner_filing_i_193c FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_local_benchmark_nonfinancial_partner_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_local_benchmark_nonfinancial_partner_business_id ON core.filing_local_benchmark_nonfinancial_partner (business_id);

COMMENT ON TABLE core.filing_local_benchmark_nonfinancial_partner IS '申請の記載: ロカベン商流の協力先';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_partner.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_partner.programme IS '制度番号';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_partner.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_partner.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_partner.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_partner.partner_name IS '協力先名';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_partner.partner_transaction IS '協力先との取引内容';

CREATE TABLE core.filing_local_benchmark_nonfinancial_process (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	process_number BIGINT,
	process_name TEXT,
	process_content TEXT,
	process_differentiator TEXT,
	CONSTRAINT pk_filing_local_benchmark_nonfinancial_process PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_local_benchmark_nonfinancial_process_filing_i_abd9 FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_local_benchmark_nonfinancial_process_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_local_benchmark_nonfinancial_process_business_id ON core.filing_local_benchmark_nonfinancial_process (business_id);

COMMENT ON TABLE core.filing_local_benchmark_nonfinancial_process IS '申請の記載: ロカベン業務フローの工程';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.programme IS '制度番号';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.process_number IS '工程番号';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.process_name IS '工程名';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.process_content IS '工程の実施内容';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_process.process_differentiator IS '工程の差別化ポイント';

CREATE TABLE core.filing_local_benchmark_nonfinancial_supplier (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	supplier_name TEXT,
	supplier_transaction TEXT,
	supplier_reason TEXT,
	CONSTRAINT pk_filing_local_benchmark_nonfinancial_supplier PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_local_benchmark_nonfinancial_supplier_filing__bbd2 FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_local_benchmark_nonfinancial_supplier_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_local_benchmark_nonfinancial_supplier_business_id ON core.filing_local_benchmark_nonfinancial_supplier (business_id);

COMMENT ON TABLE core.filing_local_benchmark_nonfinancial_supplier IS '申請の記載: ロカベン商流の仕入先';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_supplier.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_supplier.programme IS '制度番号';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_supplier.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_supplier.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_supplier.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_supplier.supplier_name IS '仕入先名';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_supplier.supplier_transaction IS '仕入先との取引内容';

COMMENT ON COLUMN core.filing_local_benchmark_nonfinancial_supplier.supplier_reason IS '仕入先の選定理由';

CREATE TABLE core.filing_main_office_address (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	postal_code TEXT,
	local_government_code TEXT,
	prefecture TEXT,
	city TEXT,
	town_and_block TEXT,
	building TEXT,
	full_address TEXT,
	CONSTRAINT pk_filing_main_office_address PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_main_office_address_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_main_office_address_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_main_office_address_business_id ON core.filing_main_office_address (business_id);

COMMENT ON TABLE core.filing_main_office_address IS '申請の記載: 主たる事業所の住所';

COMMENT ON COLUMN core.filing_main_office_address.programme IS '制度番号';

COMMENT ON COLUMN core.filing_main_office_address.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_main_office_address.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_main_office_address.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_main_office_address.postal_code IS '郵便番号';

COMMENT ON COLUMN core.filing_main_office_address.local_government_code IS '全国地方公共団体コード';

COMMENT ON COLUMN core.filing_main_office_address.prefecture IS '都道府県';

COMMENT ON COLUMN core.filing_main_office_address.city IS '市区町村';

COMMENT ON COLUMN core.filing_main_office_address.town_and_block IS '町字以下';

COMMENT ON COLUMN core.filing_main_office_address.building IS '建物名等';

COMMENT ON COLUMN core.filing_main_office_address.full_address IS '住所の連結表記';

CREATE TABLE core.filing_management_improvement (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	filing_type TEXT,
	submission_office TEXT,
	guideline_name TEXT[],
	start_month TEXT,
	end_month TEXT,
	term_years BIGINT,
	overview TEXT,
	market TEXT,
	business_condition TEXT,
	issue TEXT,
	labor_input NUMERIC,
	uses_own_resources BOOLEAN,
	uses_resources_of_others BOOLEAN,
	succession_transfer_type TEXT[],
	permit_predecessor_name TEXT[],
	finance_support TEXT[],
	certificate_file TEXT[],
	approval_number TEXT,
	approved_on DATE,
	change_content TEXT,
	agrees_to_data_use BOOLEAN,
	CONSTRAINT pk_filing_management_improvement PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_management_improvement_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_management_improvement_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_management_improvement_business_id ON core.filing_management_improvement (business_id);

COMMENT ON TABLE core.filing_management_improvement IS '申請の記載: 経営力向上計画';

COMMENT ON COLUMN core.filing_management_improvement.programme IS '制度番号';

COMMENT ON COLUMN core.filing_management_improvement.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_management_improvement.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_management_improvement.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_management_improvement.filing_type IS '申請種別';

COMMENT ON COLUMN core.filing_management_improvement.submission_office IS '提出先';

COMMENT ON COLUMN core.filing_management_improvement.guideline_name IS '適用する事業分野別指針名';

COMMENT ON COLUMN core.filing_management_improvement.start_month IS '実施時期の開始年月';

COMMENT ON COLUMN core.filing_management_improvement.end_month IS '実施時期の終了年月';

COMMENT ON COLUMN core.filing_management_improvement.term_years IS '計画の期間';

COMMENT ON COLUMN core.filing_management_improvement.overview IS '現状認識(自社の事業概要)';

COMMENT ON COLUMN core.filing_management_improvement.market IS '現状認識(顧客・市場の動向と競合の動向)';

COMMENT ON COLUMN core.filing_management_improvement.business_condition IS '現状認識(自社の経営状況)';

COMMENT ON COLUMN core.filing_management_improvement.issue IS '現状認識(経営課題)';

COMMENT ON COLUMN core.filing_management_improvement.labor_input IS '労働投入量';

COMMENT ON COLUMN core.filing_management_improvement.uses_own_resources IS '現有経営資源を利用する取組の有無';

COMMENT ON COLUMN core.filing_management_improvement.uses_resources_of_others IS '他者から取得・提供された経営資源を利用する取組の有無';

COMMENT ON COLUMN core.filing_management_improvement.succession_transfer_type IS '事業承継等の種類';

COMMENT ON COLUMN core.filing_management_improvement.permit_predecessor_name IS '特定許認可等に係る被承継等中小企業者名';

COMMENT ON COLUMN core.filing_management_improvement.finance_support IS '利用を予定する金融支援';

COMMENT ON COLUMN core.filing_management_improvement.certificate_file IS '工業会証明書・経産局確認書ファイル';

COMMENT ON COLUMN core.filing_management_improvement.approval_number IS '認定番号';

COMMENT ON COLUMN core.filing_management_improvement.approved_on IS '認定年月日';

COMMENT ON COLUMN core.filing_management_improvement.change_content IS '変更認定の内容';

COMMENT ON COLUMN core.filing_management_improvement.agrees_to_data_use IS 'データ利活用同意(チェックシート)';

CREATE TABLE core.filing_management_improvement_action (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	action_number TEXT,
	action_content TEXT,
	action_guideline_ref TEXT,
	action_period TEXT,
	action_is_new_business BOOLEAN,
	CONSTRAINT pk_filing_management_improvement_action PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_management_improvement_action_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_management_improvement_action_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_management_improvement_action_business_id ON core.filing_management_improvement_action (business_id);

COMMENT ON TABLE core.filing_management_improvement_action IS '申請の記載: 経営力向上計画の実施事項';

COMMENT ON COLUMN core.filing_management_improvement_action.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_management_improvement_action.programme IS '制度番号';

COMMENT ON COLUMN core.filing_management_improvement_action.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_management_improvement_action.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_management_improvement_action.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_management_improvement_action.action_number IS '実施事項番号';

COMMENT ON COLUMN core.filing_management_improvement_action.action_content IS '実施事項の内容';

COMMENT ON COLUMN core.filing_management_improvement_action.action_guideline_ref IS '実施事項の指針該当箇所';

COMMENT ON COLUMN core.filing_management_improvement_action.action_period IS '実施事項の実施期間';

COMMENT ON COLUMN core.filing_management_improvement_action.action_is_new_business IS '実施事項の新事業活動該当';

CREATE TABLE core.filing_management_improvement_due_diligence (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	due_diligence_type TEXT,
	due_diligence_provider_name TEXT,
	CONSTRAINT pk_filing_management_improvement_due_diligence PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_management_improvement_due_diligence_filing_i_a844 FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_management_improvement_due_diligence_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_management_improvement_due_diligence_business_id ON core.filing_management_improvement_due_diligence (business_id);

COMMENT ON TABLE core.filing_management_improvement_due_diligence IS '申請の記載: 経営力向上計画の事前調査';

COMMENT ON COLUMN core.filing_management_improvement_due_diligence.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_management_improvement_due_diligence.programme IS '制度番号';

COMMENT ON COLUMN core.filing_management_improvement_due_diligence.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_management_improvement_due_diligence.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_management_improvement_due_diligence.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_management_improvement_due_diligence.due_diligence_type IS '事業承継等事前調査の種類';

COMMENT ON COLUMN core.filing_management_improvement_due_diligence.due_diligence_provider_name IS '事業承継等事前調査の実施主体';

CREATE TABLE core.filing_management_improvement_equipment (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	equipment_action_number TEXT,
	equipment_acquired_month TEXT,
	equipment_tax_class TEXT,
	equipment_name TEXT,
	equipment_location TEXT,
	equipment_type TEXT,
	equipment_unit_price_yen BIGINT,
	equipment_quantity BIGINT,
	equipment_yen BIGINT,
	equipment_certificate_number TEXT,
	CONSTRAINT pk_filing_management_improvement_equipment PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_management_improvement_equipment_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_management_improvement_equipment_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_management_improvement_equipment_business_id ON core.filing_management_improvement_equipment (business_id);

COMMENT ON TABLE core.filing_management_improvement_equipment IS '申請の記載: 経営力向上計画の設備';

COMMENT ON COLUMN core.filing_management_improvement_equipment.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_management_improvement_equipment.programme IS '制度番号';

COMMENT ON COLUMN core.filing_management_improvement_equipment.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_management_improvement_equipment.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_management_improvement_equipment.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_action_number IS '設備の実施事項番号';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_acquired_month IS '設備の取得年月';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_tax_class IS '設備の利用を想定する支援措置';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_name IS '設備の名称・型式';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_location IS '設備の所在地';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_type IS '設備の種類';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_unit_price_yen IS '設備の単価';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_quantity IS '設備の数量';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_yen IS '設備の金額';

COMMENT ON COLUMN core.filing_management_improvement_equipment.equipment_certificate_number IS '設備の証明書等の文書番号';

CREATE TABLE core.filing_management_improvement_field (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	field_middle TEXT,
	field_detail TEXT,
	CONSTRAINT pk_filing_management_improvement_field PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_management_improvement_field_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_management_improvement_field_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_management_improvement_field_business_id ON core.filing_management_improvement_field (business_id);

COMMENT ON TABLE core.filing_management_improvement_field IS '申請の記載: 経営力向上計画の事業分野';

COMMENT ON COLUMN core.filing_management_improvement_field.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_management_improvement_field.programme IS '制度番号';

COMMENT ON COLUMN core.filing_management_improvement_field.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_management_improvement_field.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_management_improvement_field.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_management_improvement_field.field_middle IS '事業分野(中分類)';

COMMENT ON COLUMN core.filing_management_improvement_field.field_detail IS '事業分野(細分類)';

CREATE TABLE core.filing_management_improvement_fund (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	fund_action_number TEXT,
	fund_use TEXT,
	fund_method TEXT,
	fund_yen BIGINT,
	CONSTRAINT pk_filing_management_improvement_fund PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_management_improvement_fund_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_management_improvement_fund_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_management_improvement_fund_business_id ON core.filing_management_improvement_fund (business_id);

COMMENT ON TABLE core.filing_management_improvement_fund IS '申請の記載: 経営力向上計画の資金';

COMMENT ON COLUMN core.filing_management_improvement_fund.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_management_improvement_fund.programme IS '制度番号';

COMMENT ON COLUMN core.filing_management_improvement_fund.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_management_improvement_fund.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_management_improvement_fund.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_management_improvement_fund.fund_action_number IS '資金の実施事項番号';

COMMENT ON COLUMN core.filing_management_improvement_fund.fund_use IS '資金の使途・用途';

COMMENT ON COLUMN core.filing_management_improvement_fund.fund_method IS '資金の調達方法';

COMMENT ON COLUMN core.filing_management_improvement_fund.fund_yen IS '資金の金額';

CREATE TABLE core.filing_management_improvement_indicator (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	indicator_type TEXT,
	indicator_current NUMERIC,
	indicator_target NUMERIC,
	indicator_growth_percent NUMERIC,
	CONSTRAINT pk_filing_management_improvement_indicator PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_management_improvement_indicator_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_management_improvement_indicator_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_management_improvement_indicator_business_id ON core.filing_management_improvement_indicator (business_id);

COMMENT ON TABLE core.filing_management_improvement_indicator IS '申請の記載: 経営力向上計画の指標';

COMMENT ON COLUMN core.filing_management_improvement_indicator.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_management_improvement_indicator.programme IS '制度番号';

COMMENT ON COLUMN core.filing_management_improvement_indicator.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_management_improvement_indicator.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_management_improvement_indicator.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_management_improvement_indicator.indicator_type IS '目標指標の種類';

COMMENT ON COLUMN core.filing_management_improvement_indicator.indicator_current IS '指標の現状値(A)';

COMMENT ON COLUMN core.filing_management_improvement_indicator.indicator_target IS '指標の計画終了時の目標値(B)';

COMMENT ON COLUMN core.filing_management_improvement_indicator.indicator_growth_percent IS '指標の伸び率((B-A)/A)';

CREATE TABLE core.filing_management_improvement_realty (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	land_detail TEXT,
	house_detail TEXT,
	transfer_detail TEXT,
	CONSTRAINT pk_filing_management_improvement_realty PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_management_improvement_realty_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_management_improvement_realty_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_management_improvement_realty_business_id ON core.filing_management_improvement_realty (business_id);

COMMENT ON TABLE core.filing_management_improvement_realty IS '申請の記載: 経営力向上計画の不動産';

COMMENT ON COLUMN core.filing_management_improvement_realty.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_management_improvement_realty.programme IS '制度番号';

COMMENT ON COLUMN core.filing_management_improvement_realty.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_management_improvement_realty.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_management_improvement_realty.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_management_improvement_realty.land_detail IS '土地の所在地番・地目・地積';

COMMENT ON COLUMN core.filing_management_improvement_realty.house_detail IS '家屋の所在・家屋番号・種類構造・床面積';

COMMENT ON COLUMN core.filing_management_improvement_realty.transfer_detail IS '不動産の譲渡者名と取得予定時期';

CREATE TABLE core.filing_mirasapo_plus (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	member_id TEXT,
	member_email TEXT,
	member_registered_on DATE,
	member_class TEXT,
	login_method TEXT,
	linked_system TEXT[],
	interest_policy TEXT[],
	problem_code TEXT[],
	business_stage TEXT,
	favorite_programme TEXT[],
	favorite_supporter TEXT[],
	programme_search_condition TEXT[],
	wants_newsletter BOOLEAN,
	push_preference TEXT[],
	agrees_to_case_publication BOOLEAN,
	self_diagnosis TEXT,
	CONSTRAINT pk_filing_mirasapo_plus PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_mirasapo_plus_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_mirasapo_plus_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_mirasapo_plus_business_id ON core.filing_mirasapo_plus (business_id);

COMMENT ON TABLE core.filing_mirasapo_plus IS '申請の記載: ミラサポplus会員';

COMMENT ON COLUMN core.filing_mirasapo_plus.programme IS '制度番号';

COMMENT ON COLUMN core.filing_mirasapo_plus.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_mirasapo_plus.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_mirasapo_plus.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_mirasapo_plus.member_id IS '会員ID';

COMMENT ON COLUMN core.filing_mirasapo_plus.member_email IS '会員登録メールアドレス';

COMMENT ON COLUMN core.filing_mirasapo_plus.member_registered_on IS '会員登録日';

COMMENT ON COLUMN core.filing_mirasapo_plus.member_class IS '会員区分';

COMMENT ON COLUMN core.filing_mirasapo_plus.login_method IS 'ログイン方式';

COMMENT ON COLUMN core.filing_mirasapo_plus.linked_system IS 'データ連携を許可した申請システム';

COMMENT ON COLUMN core.filing_mirasapo_plus.interest_policy IS '関心のある施策分野';

COMMENT ON COLUMN core.filing_mirasapo_plus.problem_code IS '選択したお困りごと';

COMMENT ON COLUMN core.filing_mirasapo_plus.business_stage IS '選択した事業ステージ';

COMMENT ON COLUMN core.filing_mirasapo_plus.favorite_programme IS 'お気に入りの制度番号';

COMMENT ON COLUMN core.filing_mirasapo_plus.favorite_supporter IS 'お気に入りの支援者ID';

COMMENT ON COLUMN core.filing_mirasapo_plus.programme_search_condition IS '制度ナビの検索条件';

COMMENT ON COLUMN core.filing_mirasapo_plus.wants_newsletter IS 'メールマガジンの配信希望';

COMMENT ON COLUMN core.filing_mirasapo_plus.push_preference IS 'プッシュ通知の希望区分';

COMMENT ON COLUMN core.filing_mirasapo_plus.agrees_to_case_publication IS '事例掲載への同意';

COMMENT ON COLUMN core.filing_mirasapo_plus.self_diagnosis IS '経営課題の自己診断結果';

CREATE TABLE core.filing_mirasapo_plus_activity_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	report_id TEXT,
	report_title TEXT,
	report_created_on DATE,
	report_updated_on DATE,
	CONSTRAINT pk_filing_mirasapo_plus_activity_report PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_mirasapo_plus_activity_report_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_mirasapo_plus_activity_report_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_mirasapo_plus_activity_report_business_id ON core.filing_mirasapo_plus_activity_report (business_id);

COMMENT ON TABLE core.filing_mirasapo_plus_activity_report IS '申請の記載: ミラサポ活動レポート';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.programme IS '制度番号';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.report_id IS '活動レポートID';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.report_title IS '活動レポートの名称';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.report_created_on IS '活動レポートの作成日';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.report_updated_on IS '活動レポートの最終更新日';

CREATE TABLE core.filing_mirasapo_plus_external_import (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	import_source TEXT,
	imported_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_filing_mirasapo_plus_external_import PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_mirasapo_plus_external_import_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_mirasapo_plus_external_import_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_mirasapo_plus_external_import_business_id ON core.filing_mirasapo_plus_external_import (business_id);

COMMENT ON TABLE core.filing_mirasapo_plus_external_import IS '申請の記載: ミラサポの外部取込';

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.programme IS '制度番号';

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.import_source IS '外部取込元';

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.imported_at IS '外部取込日時';

CREATE TABLE core.filing_mirasapo_plus_form_output (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	output_form TEXT,
	output_on DATE,
	CONSTRAINT pk_filing_mirasapo_plus_form_output PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_mirasapo_plus_form_output_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_mirasapo_plus_form_output_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_mirasapo_plus_form_output_business_id ON core.filing_mirasapo_plus_form_output (business_id);

COMMENT ON TABLE core.filing_mirasapo_plus_form_output IS '申請の記載: ミラサポの出力様式';

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.programme IS '制度番号';

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.output_form IS '電子申請サポートの出力様式';

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.output_on IS '電子申請サポートの出力日';

CREATE TABLE core.filing_monozukuri (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	type TEXT,
	frame_class TEXT,
	field TEXT,
	core_technology TEXT[],
	service_productivity_method TEXT[],
	innovation TEXT,
	technical_issue TEXT,
	technical_solution TEXT,
	technical_target TEXT[],
	project_content TEXT,
	future_outlook TEXT,
	recent_results TEXT,
	global_expansion_type TEXT,
	overseas_subsidiary_name TEXT,
	overseas_subsidiary_investment_percent NUMERIC,
	overseas_survey_file TEXT,
	overseas_customer_file TEXT,
	joint_research_file TEXT,
	contactless_effect TEXT,
	advanced_digital_technology_use TEXT,
	environmental_consideration TEXT,
	fundraising_record TEXT,
	is_startup BOOLEAN,
	second_founded_on DATE,
	collaborates_with_academia BOOLEAN,
	academia_name TEXT[],
	investor_funding_status TEXT[],
	wants_growth_bonus BOOLEAN,
	wants_policy_bonus BOOLEAN,
	wants_disaster_bonus BOOLEAN,
	wage_bonus_class TEXT,
	wants_insurance_bonus BOOLEAN,
	similar_subsidy_count BIGINT,
	technology_source_name TEXT[],
	intellectual_property_cost_content TEXT,
	cloud_content TEXT,
	commercial_target TEXT,
	regional_effect TEXT,
	niche_leader_potential TEXT,
	covid_investment TEXT,
	plan_file TEXT,
	CONSTRAINT pk_filing_monozukuri PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_monozukuri_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_monozukuri_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_monozukuri_business_id ON core.filing_monozukuri (business_id);

COMMENT ON TABLE core.filing_monozukuri IS '申請の記載: ものづくり補助金';

COMMENT ON COLUMN core.filing_monozukuri.programme IS '制度番号';

COMMENT ON COLUMN core.filing_monozukuri.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_monozukuri.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_monozukuri.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_monozukuri.type IS '申請類型';

COMMENT ON COLUMN core.filing_monozukuri.frame_class IS '申請枠';

COMMENT ON COLUMN core.filing_monozukuri.field IS '事業分野';

COMMENT ON COLUMN core.filing_monozukuri.core_technology IS '特定ものづくり基盤技術分野';

COMMENT ON COLUMN core.filing_monozukuri.service_productivity_method IS '中小サービスガイドラインの手法';

COMMENT ON COLUMN core.filing_monozukuri.innovation IS '革新性';

COMMENT ON COLUMN core.filing_monozukuri.technical_issue IS '技術的課題';

COMMENT ON COLUMN core.filing_monozukuri.technical_solution IS '課題の解決方法';

COMMENT ON COLUMN core.filing_monozukuri.technical_target IS '達成目標値';

COMMENT ON COLUMN core.filing_monozukuri.project_content IS '補助事業の具体的取組内容';

COMMENT ON COLUMN core.filing_monozukuri.future_outlook IS '将来の展望';

COMMENT ON COLUMN core.filing_monozukuri.recent_results IS '直近期と前期の経営状況';

COMMENT ON COLUMN core.filing_monozukuri.global_expansion_type IS 'グローバル展開の類型';

COMMENT ON COLUMN core.filing_monozukuri.overseas_subsidiary_name IS '海外子会社名';

COMMENT ON COLUMN core.filing_monozukuri.overseas_subsidiary_investment_percent IS '海外子会社への出資比率';

COMMENT ON COLUMN core.filing_monozukuri.overseas_survey_file IS '海外市場調査報告書ファイル';

COMMENT ON COLUMN core.filing_monozukuri.overseas_customer_file IS '想定顧客が分かる書類ファイル';

COMMENT ON COLUMN core.filing_monozukuri.joint_research_file IS '共同研究契約書ファイル';

COMMENT ON COLUMN core.filing_monozukuri.contactless_effect IS '対人接触機会の減少に資する取組';

COMMENT ON COLUMN core.filing_monozukuri.advanced_digital_technology_use IS '先端デジタル技術の活用';

COMMENT ON COLUMN core.filing_monozukuri.environmental_consideration IS '環境に配慮した事業の実施';

COMMENT ON COLUMN core.filing_monozukuri.fundraising_record IS '資金調達の実績';

COMMENT ON COLUMN core.filing_monozukuri.is_startup IS 'スタートアップ該当';

COMMENT ON COLUMN core.filing_monozukuri.second_founded_on IS '第二創業の日';

COMMENT ON COLUMN core.filing_monozukuri.collaborates_with_academia IS '産学官連携の有無';

COMMENT ON COLUMN core.filing_monozukuri.academia_name IS '産学官連携先名';

COMMENT ON COLUMN core.filing_monozukuri.investor_funding_status IS 'ファンド・投資家からの出資状況';

COMMENT ON COLUMN core.filing_monozukuri.wants_growth_bonus IS '成長性加点の希望';

COMMENT ON COLUMN core.filing_monozukuri.wants_policy_bonus IS '政策加点の希望';

COMMENT ON COLUMN core.filing_monozukuri.wants_disaster_bonus IS '災害等加点の希望';

COMMENT ON COLUMN core.filing_monozukuri.wage_bonus_class IS '賃上げ等加点の区分';

COMMENT ON COLUMN core.filing_monozukuri.wants_insurance_bonus IS '被用者保険の任意適用加点の希望';

COMMENT ON COLUMN core.filing_monozukuri.similar_subsidy_count IS '過去3年の類似補助金の回数';

COMMENT ON COLUMN core.filing_monozukuri.technology_source_name IS '技術導入費の支払先';

COMMENT ON COLUMN core.filing_monozukuri.intellectual_property_cost_content IS '知的財産権等関連経費の内容';

COMMENT ON COLUMN core.filing_monozukuri.cloud_content IS 'クラウドサービス利用費の内容';

COMMENT ON COLUMN core.filing_monozukuri.commercial_target IS '事業化面の目標';

COMMENT ON COLUMN core.filing_monozukuri.regional_effect IS '地域経済への波及効果';

COMMENT ON COLUMN core.filing_monozukuri.niche_leader_potential IS 'ニッチトップとなる潜在性';

COMMENT ON COLUMN core.filing_monozukuri.covid_investment IS '感染症対策投資の内容';

COMMENT ON COLUMN core.filing_monozukuri.plan_file IS '事業計画書ファイル';

CREATE TABLE core.filing_monozukuri_expert (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	expert_name TEXT,
	expert_fee_yen_per_day BIGINT,
	CONSTRAINT pk_filing_monozukuri_expert PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_monozukuri_expert_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_monozukuri_expert_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_monozukuri_expert_business_id ON core.filing_monozukuri_expert (business_id);

COMMENT ON TABLE core.filing_monozukuri_expert IS '申請の記載: もの補助の専門家';

COMMENT ON COLUMN core.filing_monozukuri_expert.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_monozukuri_expert.programme IS '制度番号';

COMMENT ON COLUMN core.filing_monozukuri_expert.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_monozukuri_expert.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_monozukuri_expert.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_monozukuri_expert.expert_name IS '専門家名';

COMMENT ON COLUMN core.filing_monozukuri_expert.expert_fee_yen_per_day IS '専門家の謝金単価';

CREATE TABLE core.filing_monozukuri_machine (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	machine_name TEXT,
	machine_model TEXT,
	machine_price_yen BIGINT,
	CONSTRAINT pk_filing_monozukuri_machine PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_monozukuri_machine_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_monozukuri_machine_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_monozukuri_machine_business_id ON core.filing_monozukuri_machine (business_id);

COMMENT ON TABLE core.filing_monozukuri_machine IS '申請の記載: もの補助の機械装置';

COMMENT ON COLUMN core.filing_monozukuri_machine.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_monozukuri_machine.programme IS '制度番号';

COMMENT ON COLUMN core.filing_monozukuri_machine.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_monozukuri_machine.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_monozukuri_machine.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_monozukuri_machine.machine_name IS '機械装置等の名称';

COMMENT ON COLUMN core.filing_monozukuri_machine.machine_model IS '機械装置等の型番';

COMMENT ON COLUMN core.filing_monozukuri_machine.machine_price_yen IS '機械装置等の取得予定額';

CREATE TABLE core.filing_monozukuri_plan_supporter (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	plan_supporter_name TEXT,
	plan_supporter_fee_yen BIGINT,
	plan_supporter_period TEXT,
	plan_supporter_hours NUMERIC,
	CONSTRAINT pk_filing_monozukuri_plan_supporter PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_monozukuri_plan_supporter_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_monozukuri_plan_supporter_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_monozukuri_plan_supporter_business_id ON core.filing_monozukuri_plan_supporter (business_id);

COMMENT ON TABLE core.filing_monozukuri_plan_supporter IS '申請の記載: もの補助の計画作成支援者';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.programme IS '制度番号';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.plan_supporter_name IS '計画作成支援者の名称';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.plan_supporter_fee_yen IS '計画作成支援者への報酬額';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.plan_supporter_period IS '計画作成支援者との契約期間';

COMMENT ON COLUMN core.filing_monozukuri_plan_supporter.plan_supporter_hours IS '計画作成支援者の作業等時間';

CREATE TABLE core.filing_officer (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	list_entered_on DATE,
	CONSTRAINT pk_filing_officer PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_officer_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_officer_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_officer_business_id ON core.filing_officer (business_id);

COMMENT ON TABLE core.filing_officer IS '申請の記載: 役員表';

COMMENT ON COLUMN core.filing_officer.programme IS '制度番号';

COMMENT ON COLUMN core.filing_officer.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_officer.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_officer.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_officer.list_entered_on IS '記入日';

CREATE TABLE core.filing_officer_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	name TEXT,
	name_kana TEXT,
	title TEXT,
	born_on DATE,
	sex TEXT,
	full_time_class TEXT,
	concurrent_company_name TEXT,
	concurrent_company_corporate_number TEXT,
	serves_large_company BOOLEAN,
	CONSTRAINT pk_filing_officer_row PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_officer_row_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_officer_row_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_officer_row_business_id ON core.filing_officer_row (business_id);

COMMENT ON TABLE core.filing_officer_row IS '申請の記載: 役員';

COMMENT ON COLUMN core.filing_officer_row.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_officer_row.programme IS '制度番号';

COMMENT ON COLUMN core.filing_officer_row.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_officer_row.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_officer_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_officer_row.name IS '氏名';

COMMENT ON COLUMN core.filing_officer_row.name_kana IS '氏名(カナ)';

COMMENT ON COLUMN core.filing_officer_row.title IS '役職';

COMMENT ON COLUMN core.filing_officer_row.born_on IS '生年月日';

COMMENT ON COLUMN core.filing_officer_row.sex IS '性別';

COMMENT ON COLUMN core.filing_officer_row.full_time_class IS '常勤・非常勤の別';

COMMENT ON COLUMN core.filing_officer_row.concurrent_company_name IS '兼務先会社名';

COMMENT ON COLUMN core.filing_officer_row.concurrent_company_corporate_number IS '兼務先法人番号';

COMMENT ON COLUMN core.filing_officer_row.serves_large_company IS '大企業役職員兼務の別';

CREATE TABLE core.filing_profit_plan (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	calculation_basis TEXT,
	CONSTRAINT pk_filing_profit_plan PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_profit_plan_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_profit_plan_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_profit_plan_business_id ON core.filing_profit_plan (business_id);

COMMENT ON TABLE core.filing_profit_plan IS '申請の記載: 収益計画';

COMMENT ON COLUMN core.filing_profit_plan.programme IS '制度番号';

COMMENT ON COLUMN core.filing_profit_plan.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_profit_plan.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_profit_plan.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_profit_plan.calculation_basis IS '算出根拠';

CREATE TABLE core.filing_profit_plan_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	year_number BIGINT,
	fiscal_closing_year_month TEXT,
	net_sales_yen BIGINT,
	operating_income_yen BIGINT,
	ordinary_income_yen BIGINT,
	personnel_cost_yen BIGINT,
	depreciation_yen BIGINT,
	value_added_yen BIGINT,
	value_added_growth_percent NUMERIC,
	payroll_yen BIGINT,
	payroll_growth_percent NUMERIC,
	employee_count BIGINT,
	project_sales_yen BIGINT,
	project_cost_yen BIGINT,
	capital_investment_yen BIGINT,
	CONSTRAINT pk_filing_profit_plan_year PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_profit_plan_year_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_profit_plan_year_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_profit_plan_year_business_id ON core.filing_profit_plan_year (business_id);

COMMENT ON TABLE core.filing_profit_plan_year IS '申請の記載: 収益計画の年次';

COMMENT ON COLUMN core.filing_profit_plan_year.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_profit_plan_year.programme IS '制度番号';

COMMENT ON COLUMN core.filing_profit_plan_year.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_profit_plan_year.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_profit_plan_year.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_profit_plan_year.year_number IS '年次';

COMMENT ON COLUMN core.filing_profit_plan_year.fiscal_closing_year_month IS '決算年月';

COMMENT ON COLUMN core.filing_profit_plan_year.net_sales_yen IS '売上高';

COMMENT ON COLUMN core.filing_profit_plan_year.operating_income_yen IS '営業利益';

COMMENT ON COLUMN core.filing_profit_plan_year.ordinary_income_yen IS '経常利益';

COMMENT ON COLUMN core.filing_profit_plan_year.personnel_cost_yen IS '人件費';

COMMENT ON COLUMN core.filing_profit_plan_year.depreciation_yen IS '減価償却費';

COMMENT ON COLUMN core.filing_profit_plan_year.value_added_yen IS '付加価値額';

COMMENT ON COLUMN core.filing_profit_plan_year.value_added_growth_percent IS '付加価値額伸び率';

COMMENT ON COLUMN core.filing_profit_plan_year.payroll_yen IS '給与支給総額';

COMMENT ON COLUMN core.filing_profit_plan_year.payroll_growth_percent IS '給与支給総額伸び率';

COMMENT ON COLUMN core.filing_profit_plan_year.employee_count IS '従業員数';

COMMENT ON COLUMN core.filing_profit_plan_year.project_sales_yen IS '補助事業に係る売上高';

COMMENT ON COLUMN core.filing_profit_plan_year.project_cost_yen IS '補助事業に係る原価';

COMMENT ON COLUMN core.filing_profit_plan_year.capital_investment_yen IS '設備投資額';

CREATE TABLE core.filing_project (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	title TEXT,
	summary TEXT,
	content TEXT,
	industry_code TEXT,
	starts_on DATE,
	ends_on DATE,
	purpose TEXT,
	organization TEXT,
	effect TEXT,
	target_market TEXT,
	advantage TEXT,
	risk TEXT,
	commercialization_month TEXT,
	commercialization_sales_yen BIGINT,
	CONSTRAINT pk_filing_project PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_project_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_project_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_project_business_id ON core.filing_project (business_id);

COMMENT ON TABLE core.filing_project IS '申請の記載: 補助事業計画';

COMMENT ON COLUMN core.filing_project.programme IS '制度番号';

COMMENT ON COLUMN core.filing_project.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_project.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_project.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_project.title IS '補助事業計画名';

COMMENT ON COLUMN core.filing_project.summary IS '計画の概要';

COMMENT ON COLUMN core.filing_project.content IS '具体的な取組内容';

COMMENT ON COLUMN core.filing_project.industry_code IS '対象業種';

COMMENT ON COLUMN core.filing_project.starts_on IS '開始予定日';

COMMENT ON COLUMN core.filing_project.ends_on IS '完了予定日';

COMMENT ON COLUMN core.filing_project.purpose IS '目的・必要性';

COMMENT ON COLUMN core.filing_project.organization IS '実施体制';

COMMENT ON COLUMN core.filing_project.effect IS '事業の効果';

COMMENT ON COLUMN core.filing_project.target_market IS '想定顧客・市場規模';

COMMENT ON COLUMN core.filing_project.advantage IS '優位性・収益性';

COMMENT ON COLUMN core.filing_project.risk IS '課題・リスクと解決方法';

COMMENT ON COLUMN core.filing_project.commercialization_month IS '事業化見込み時期';

COMMENT ON COLUMN core.filing_project.commercialization_sales_yen IS '事業化見込み売上規模';

CREATE TABLE core.filing_project_collaborator (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	collaborator_name TEXT,
	collaborator_role TEXT,
	CONSTRAINT pk_filing_project_collaborator PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_project_collaborator_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_project_collaborator_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_project_collaborator_business_id ON core.filing_project_collaborator (business_id);

COMMENT ON TABLE core.filing_project_collaborator IS '申請の記載: 補助事業の外部協力者';

COMMENT ON COLUMN core.filing_project_collaborator.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_project_collaborator.programme IS '制度番号';

COMMENT ON COLUMN core.filing_project_collaborator.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_project_collaborator.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_project_collaborator.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_project_collaborator.collaborator_name IS '外部協力者名';

COMMENT ON COLUMN core.filing_project_collaborator.collaborator_role IS '外部協力者の役割';

CREATE TABLE core.filing_project_schedule (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	schedule_task TEXT,
	schedule_start_month TEXT,
	schedule_end_month TEXT,
	CONSTRAINT pk_filing_project_schedule PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_project_schedule_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_project_schedule_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_project_schedule_business_id ON core.filing_project_schedule (business_id);

COMMENT ON TABLE core.filing_project_schedule IS '申請の記載: 補助事業の工程';

COMMENT ON COLUMN core.filing_project_schedule.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_project_schedule.programme IS '制度番号';

COMMENT ON COLUMN core.filing_project_schedule.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_project_schedule.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_project_schedule.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_project_schedule.schedule_task IS '工程名';

COMMENT ON COLUMN core.filing_project_schedule.schedule_start_month IS '工程の開始年月';

COMMENT ON COLUMN core.filing_project_schedule.schedule_end_month IS '工程の終了年月';

CREATE TABLE core.filing_project_site (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	site_postal_code TEXT,
	site_address TEXT,
	site_tenure_type TEXT,
	CONSTRAINT pk_filing_project_site PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_project_site_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_project_site_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_project_site_business_id ON core.filing_project_site (business_id);

COMMENT ON TABLE core.filing_project_site IS '申請の記載: 補助事業の実施場所';

COMMENT ON COLUMN core.filing_project_site.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_project_site.programme IS '制度番号';

COMMENT ON COLUMN core.filing_project_site.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_project_site.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_project_site.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_project_site.site_postal_code IS '実施場所の郵便番号';

COMMENT ON COLUMN core.filing_project_site.site_address IS '実施場所の住所';

COMMENT ON COLUMN core.filing_project_site.site_tenure_type IS '実施場所の所有形態';

CREATE TABLE core.filing_registered_address (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	postal_code TEXT,
	local_government_code TEXT,
	town_id TEXT,
	prefecture TEXT,
	city TEXT,
	town TEXT,
	block_and_lot TEXT,
	building TEXT,
	full_address TEXT,
	address_kana TEXT,
	latitude NUMERIC,
	longitude NUMERIC,
	CONSTRAINT pk_filing_registered_address PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_registered_address_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_registered_address_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_registered_address_business_id ON core.filing_registered_address (business_id);

COMMENT ON TABLE core.filing_registered_address IS '申請の記載: 登記住所';

COMMENT ON COLUMN core.filing_registered_address.programme IS '制度番号';

COMMENT ON COLUMN core.filing_registered_address.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_registered_address.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_registered_address.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_registered_address.postal_code IS '郵便番号';

COMMENT ON COLUMN core.filing_registered_address.local_government_code IS '全国地方公共団体コード';

COMMENT ON COLUMN core.filing_registered_address.town_id IS '町字ID';

COMMENT ON COLUMN core.filing_registered_address.prefecture IS '都道府県';

COMMENT ON COLUMN core.filing_registered_address.city IS '市区町村';

COMMENT ON COLUMN core.filing_registered_address.town IS '町字';

COMMENT ON COLUMN core.filing_registered_address.block_and_lot IS '番地以下';

COMMENT ON COLUMN core.filing_registered_address.building IS '建物名等';

COMMENT ON COLUMN core.filing_registered_address.full_address IS '連結表記';

COMMENT ON COLUMN core.filing_registered_address.address_kana IS 'カナ表記';

COMMENT ON COLUMN core.filing_registered_address.latitude IS '代表点の緯度';

COMMENT ON COLUMN core.filing_registered_address.longitude IS '代表点の経度';

CREATE TABLE core.filing_representative (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	family_name TEXT,
	given_name TEXT,
	family_name_kana TEXT,
	given_name_kana TEXT,
	title TEXT,
	born_on DATE,
	age BIGINT,
	sex TEXT,
	appointed_on DATE,
	address TEXT,
	career TEXT,
	CONSTRAINT pk_filing_representative PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_representative_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_representative_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_representative_business_id ON core.filing_representative (business_id);

COMMENT ON TABLE core.filing_representative IS '申請の記載: 代表者';

COMMENT ON COLUMN core.filing_representative.programme IS '制度番号';

COMMENT ON COLUMN core.filing_representative.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_representative.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_representative.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_representative.family_name IS '氏';

COMMENT ON COLUMN core.filing_representative.given_name IS '名';

COMMENT ON COLUMN core.filing_representative.family_name_kana IS '氏(カナ)';

COMMENT ON COLUMN core.filing_representative.given_name_kana IS '名(カナ)';

COMMENT ON COLUMN core.filing_representative.title IS '役職名';

COMMENT ON COLUMN core.filing_representative.born_on IS '生年月日';

COMMENT ON COLUMN core.filing_representative.age IS '年齢';

COMMENT ON COLUMN core.filing_representative.sex IS '性別';

COMMENT ON COLUMN core.filing_representative.appointed_on IS '就任年月日';

COMMENT ON COLUMN core.filing_representative.address IS '住所';

COMMENT ON COLUMN core.filing_representative.career IS '経歴';

CREATE TABLE core.filing_restructuring (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	frame_class TEXT,
	type TEXT,
	reorganization_method TEXT,
	current_business TEXT,
	swot TEXT,
	necessity TEXT,
	content TEXT,
	new_industry_code TEXT,
	new_product_name TEXT,
	novelty_no_production_record TEXT,
	novelty_performance TEXT,
	market_novelty TEXT,
	required_sales_percent NUMERIC,
	new_business_sales_yen BIGINT,
	differentiation TEXT,
	decline_percent NUMERIC,
	uses_value_added_decline BOOLEAN,
	emergency_month TEXT[],
	emergency_sales_yen BIGINT,
	emergency_effect TEXT,
	fixed_cost_yen BIGINT,
	cooperation_payment_yen BIGINT,
	minimum_wage_worker_percent NUMERIC,
	graduation_requirement TEXT,
	global_expansion_type TEXT,
	overseas_preparation TEXT,
	confirmation_institution_name TEXT,
	institution_support_content TEXT,
	institution_support_fee_yen BIGINT,
	confirmation_bank_name TEXT,
	bank_involvement TEXT,
	machine_model TEXT[],
	uses_lease BOOLEAN,
	is_real_estate_or_asset_business BOOLEAN,
	employment_effect TEXT,
	agrees_to_ebpm BOOLEAN,
	agrees_to_case_publication BOOLEAN,
	wants_emergency_bonus BOOLEAN,
	wants_minimum_wage_bonus BOOLEAN,
	applies_for_early_start BOOLEAN,
	early_start_reason TEXT,
	early_start_ordered_on DATE,
	plan_file TEXT,
	confirmation_letter_file TEXT,
	mirasapo_finance_file TEXT,
	CONSTRAINT pk_filing_restructuring PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_restructuring_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_restructuring_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_restructuring_business_id ON core.filing_restructuring (business_id);

COMMENT ON TABLE core.filing_restructuring IS '申請の記載: 事業再構築補助金';

COMMENT ON COLUMN core.filing_restructuring.programme IS '制度番号';

COMMENT ON COLUMN core.filing_restructuring.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_restructuring.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_restructuring.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_restructuring.frame_class IS '申請枠';

COMMENT ON COLUMN core.filing_restructuring.type IS '再構築の類型';

COMMENT ON COLUMN core.filing_restructuring.reorganization_method IS '事業再編の手法';

COMMENT ON COLUMN core.filing_restructuring.current_business IS '現在の事業の状況';

COMMENT ON COLUMN core.filing_restructuring.swot IS '自社の強み・弱み・機会・脅威';

COMMENT ON COLUMN core.filing_restructuring.necessity IS '再構築の必要性・緊急性';

COMMENT ON COLUMN core.filing_restructuring.content IS '再構築の具体的内容';

COMMENT ON COLUMN core.filing_restructuring.new_industry_code IS '新規事業の業種';

COMMENT ON COLUMN core.filing_restructuring.new_product_name IS '新規事業の製品・サービス名';

COMMENT ON COLUMN core.filing_restructuring.novelty_no_production_record IS '製品等の新規性(過去の製造実績なし)';

COMMENT ON COLUMN core.filing_restructuring.novelty_performance IS '製品等の新規性(定量的な性能の違い)';

COMMENT ON COLUMN core.filing_restructuring.market_novelty IS '市場の新規性(既存顧客との代替性)';

COMMENT ON COLUMN core.filing_restructuring.required_sales_percent IS '売上高構成比要件';

COMMENT ON COLUMN core.filing_restructuring.new_business_sales_yen IS '新事業の売上高目標(5年後)';

COMMENT ON COLUMN core.filing_restructuring.differentiation IS '差別化の方法';

COMMENT ON COLUMN core.filing_restructuring.decline_percent IS '売上減少率';

COMMENT ON COLUMN core.filing_restructuring.uses_value_added_decline IS '付加価値額減少による代替要件';

COMMENT ON COLUMN core.filing_restructuring.emergency_month IS '緊急事態宣言の影響月';

COMMENT ON COLUMN core.filing_restructuring.emergency_sales_yen IS '緊急事態宣言月の売上高';

COMMENT ON COLUMN core.filing_restructuring.emergency_effect IS '緊急事態宣言の影響内容';

COMMENT ON COLUMN core.filing_restructuring.fixed_cost_yen IS '固定費額(対象期間)';

COMMENT ON COLUMN core.filing_restructuring.cooperation_payment_yen IS '協力金の受給額';

COMMENT ON COLUMN core.filing_restructuring.minimum_wage_worker_percent IS '最低賃金枠の対象従業員割合';

COMMENT ON COLUMN core.filing_restructuring.graduation_requirement IS '卒業枠の要件';

COMMENT ON COLUMN core.filing_restructuring.global_expansion_type IS 'グローバル展開の類型';

COMMENT ON COLUMN core.filing_restructuring.overseas_preparation IS '海外事業の準備状況';

COMMENT ON COLUMN core.filing_restructuring.confirmation_institution_name IS '認定支援機関確認書の発行機関';

COMMENT ON COLUMN core.filing_restructuring.institution_support_content IS '認定支援機関の支援内容';

COMMENT ON COLUMN core.filing_restructuring.institution_support_fee_yen IS '認定支援機関への報酬額';

COMMENT ON COLUMN core.filing_restructuring.confirmation_bank_name IS '確認書の発行金融機関名';

COMMENT ON COLUMN core.filing_restructuring.bank_involvement IS '金融機関の関与度合い';

COMMENT ON COLUMN core.filing_restructuring.machine_model IS '機械装置・システム構築費の型式';

COMMENT ON COLUMN core.filing_restructuring.uses_lease IS 'リース利用の有無';

COMMENT ON COLUMN core.filing_restructuring.is_real_estate_or_asset_business IS '不動産賃貸・資産運用への該当確認';

COMMENT ON COLUMN core.filing_restructuring.employment_effect IS '雇用への影響';

COMMENT ON COLUMN core.filing_restructuring.agrees_to_ebpm IS 'EBPMへの継続的情報提供の同意';

COMMENT ON COLUMN core.filing_restructuring.agrees_to_case_publication IS '採択者交流・事例公表への同意';

COMMENT ON COLUMN core.filing_restructuring.wants_emergency_bonus IS '緊急事態宣言の加点';

COMMENT ON COLUMN core.filing_restructuring.wants_minimum_wage_bonus IS '最低賃金の加点';

COMMENT ON COLUMN core.filing_restructuring.applies_for_early_start IS '事前着手申請の有無';

COMMENT ON COLUMN core.filing_restructuring.early_start_reason IS '事前着手の理由';

COMMENT ON COLUMN core.filing_restructuring.early_start_ordered_on IS '事前着手予定の発注日';

COMMENT ON COLUMN core.filing_restructuring.plan_file IS '事業計画書ファイル';

COMMENT ON COLUMN core.filing_restructuring.confirmation_letter_file IS '認定支援機関確認書ファイル';

COMMENT ON COLUMN core.filing_restructuring.mirasapo_finance_file IS '事業財務情報ファイル';

CREATE TABLE core.filing_restructuring_building_work (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	building_cost_class TEXT,
	building_spec TEXT,
	building_plan_file TEXT,
	CONSTRAINT pk_filing_restructuring_building_work PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_restructuring_building_work_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_restructuring_building_work_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_restructuring_building_work_business_id ON core.filing_restructuring_building_work (business_id);

COMMENT ON TABLE core.filing_restructuring_building_work IS '申請の記載: 再構築の建物費';

COMMENT ON COLUMN core.filing_restructuring_building_work.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_restructuring_building_work.programme IS '制度番号';

COMMENT ON COLUMN core.filing_restructuring_building_work.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_restructuring_building_work.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_restructuring_building_work.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_restructuring_building_work.building_cost_class IS '建物費の内訳';

COMMENT ON COLUMN core.filing_restructuring_building_work.building_spec IS '建物の構造・面積';

COMMENT ON COLUMN core.filing_restructuring_building_work.building_plan_file IS '建物の平面図ファイル';

CREATE TABLE core.filing_restructuring_decline_month (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	decline_target_month TEXT,
	decline_target_sales_yen BIGINT,
	decline_base_month TEXT,
	decline_base_sales_yen BIGINT,
	decline_proof_file TEXT,
	CONSTRAINT pk_filing_restructuring_decline_month PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_restructuring_decline_month_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_restructuring_decline_month_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_restructuring_decline_month_business_id ON core.filing_restructuring_decline_month (business_id);

COMMENT ON TABLE core.filing_restructuring_decline_month IS '申請の記載: 再構築の売上減少月';

COMMENT ON COLUMN core.filing_restructuring_decline_month.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_restructuring_decline_month.programme IS '制度番号';

COMMENT ON COLUMN core.filing_restructuring_decline_month.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_restructuring_decline_month.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_restructuring_decline_month.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_restructuring_decline_month.decline_target_month IS '売上減少の対象年月';

COMMENT ON COLUMN core.filing_restructuring_decline_month.decline_target_sales_yen IS '対象月の売上高';

COMMENT ON COLUMN core.filing_restructuring_decline_month.decline_base_month IS 'コロナ以前の比較年月';

COMMENT ON COLUMN core.filing_restructuring_decline_month.decline_base_sales_yen IS '比較月の売上高';

COMMENT ON COLUMN core.filing_restructuring_decline_month.decline_proof_file IS '売上高減少証明書類ファイル';

CREATE TABLE core.filing_restructuring_plan_supporter (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	plan_supporter_name TEXT,
	plan_supporter_fee_yen BIGINT,
	plan_supporter_period TEXT,
	CONSTRAINT pk_filing_restructuring_plan_supporter PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_restructuring_plan_supporter_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_restructuring_plan_supporter_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_restructuring_plan_supporter_business_id ON core.filing_restructuring_plan_supporter (business_id);

COMMENT ON TABLE core.filing_restructuring_plan_supporter IS '申請の記載: 再構築の計画書作成支援者';

COMMENT ON COLUMN core.filing_restructuring_plan_supporter.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_restructuring_plan_supporter.programme IS '制度番号';

COMMENT ON COLUMN core.filing_restructuring_plan_supporter.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_restructuring_plan_supporter.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_restructuring_plan_supporter.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_restructuring_plan_supporter.plan_supporter_name IS '事業計画書作成支援者名';

COMMENT ON COLUMN core.filing_restructuring_plan_supporter.plan_supporter_fee_yen IS '事業計画書作成支援者の報酬';

COMMENT ON COLUMN core.filing_restructuring_plan_supporter.plan_supporter_period IS '作成支援の契約期間';

CREATE TABLE core.filing_restructuring_planned_asset (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	asset_name TEXT,
	asset_class TEXT,
	asset_product_code TEXT,
	asset_price_yen BIGINT,
	asset_location TEXT,
	CONSTRAINT pk_filing_restructuring_planned_asset PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_restructuring_planned_asset_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_restructuring_planned_asset_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_restructuring_planned_asset_business_id ON core.filing_restructuring_planned_asset (business_id);

COMMENT ON TABLE core.filing_restructuring_planned_asset IS '申請の記載: 再構築で取得する資産';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.programme IS '制度番号';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.asset_name IS '主な資産の名称';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.asset_class IS '主な資産の区分';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.asset_product_code IS '主な資産の商品分類番号';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.asset_price_yen IS '主な資産の取得予定価格';

COMMENT ON COLUMN core.filing_restructuring_planned_asset.asset_location IS '主な資産の設置場所';

CREATE TABLE core.filing_sapoin (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	erad_organization_code TEXT,
	erad_project_number TEXT,
	plan_title TEXT,
	public_summary TEXT,
	main_technology TEXT,
	sub_technology TEXT[],
	downstream_field TEXT,
	downstream_sub_field TEXT[],
	downstream_needs TEXT,
	upgrade_goal TEXT,
	conventional_issue TEXT,
	new_technology TEXT,
	novelty TEXT,
	duration_years BIGINT,
	managing_organization_name TEXT,
	managing_organization_corporate_number TEXT,
	project_leader_name TEXT,
	project_leader_affiliation TEXT,
	project_leader_erad_number TEXT,
	sub_leader_name TEXT,
	sub_leader_affiliation TEXT,
	flat_grant_eligible_yen BIGINT,
	equipment TEXT[],
	prior_art TEXT,
	intellectual_property_policy TEXT,
	intellectual_property_committee TEXT,
	product_plan TEXT,
	year_sales_yen BIGINT[],
	user_company_name TEXT[],
	user_evaluation TEXT,
	market_forecast TEXT,
	ripple_effect TEXT,
	management_effect TEXT,
	other_funding TEXT[],
	has_ethics_training BOOLEAN,
	has_checked_export_control BOOLEAN,
	interim_evaluation TEXT,
	CONSTRAINT pk_filing_sapoin PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_sapoin_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sapoin_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sapoin_business_id ON core.filing_sapoin (business_id);

COMMENT ON TABLE core.filing_sapoin IS '申請の記載: サポイン';

COMMENT ON COLUMN core.filing_sapoin.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sapoin.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sapoin.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sapoin.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sapoin.erad_organization_code IS 'e-Rad研究機関コード';

COMMENT ON COLUMN core.filing_sapoin.erad_project_number IS 'e-Rad応募課題ID';

COMMENT ON COLUMN core.filing_sapoin.plan_title IS '研究開発計画名';

COMMENT ON COLUMN core.filing_sapoin.public_summary IS '研究開発の要約(公表用)';

COMMENT ON COLUMN core.filing_sapoin.main_technology IS '主たる技術分野';

COMMENT ON COLUMN core.filing_sapoin.sub_technology IS '従たる技術分野';

COMMENT ON COLUMN core.filing_sapoin.downstream_field IS '川下分野(主)';

COMMENT ON COLUMN core.filing_sapoin.downstream_sub_field IS '川下分野(副)';

COMMENT ON COLUMN core.filing_sapoin.downstream_needs IS '川下製造業者の課題・ニーズ';

COMMENT ON COLUMN core.filing_sapoin.upgrade_goal IS '高度化目標';

COMMENT ON COLUMN core.filing_sapoin.conventional_issue IS '従来技術の課題';

COMMENT ON COLUMN core.filing_sapoin.new_technology IS '新技術の内容';

COMMENT ON COLUMN core.filing_sapoin.novelty IS '新技術の新規性・独創性';

COMMENT ON COLUMN core.filing_sapoin.duration_years IS '研究期間(年度数)';

COMMENT ON COLUMN core.filing_sapoin.managing_organization_name IS '事業管理機関名';

COMMENT ON COLUMN core.filing_sapoin.managing_organization_corporate_number IS '事業管理機関の法人番号';

COMMENT ON COLUMN core.filing_sapoin.project_leader_name IS '総括研究代表者氏名';

COMMENT ON COLUMN core.filing_sapoin.project_leader_affiliation IS '総括研究代表者の所属・役職';

COMMENT ON COLUMN core.filing_sapoin.project_leader_erad_number IS '総括研究代表者のe-Rad研究者番号';

COMMENT ON COLUMN core.filing_sapoin.sub_leader_name IS '副総括研究代表者氏名';

COMMENT ON COLUMN core.filing_sapoin.sub_leader_affiliation IS '副総括研究代表者の所属・役職';

COMMENT ON COLUMN core.filing_sapoin.flat_grant_eligible_yen IS '定額補助の対象額';

COMMENT ON COLUMN core.filing_sapoin.equipment IS '主な購入機械装置';

COMMENT ON COLUMN core.filing_sapoin.prior_art IS '関連特許の先行調査結果';

COMMENT ON COLUMN core.filing_sapoin.intellectual_property_policy IS '知的財産の帰属・取扱い';

COMMENT ON COLUMN core.filing_sapoin.intellectual_property_committee IS '知財運営委員会';

COMMENT ON COLUMN core.filing_sapoin.product_plan IS '事業化計画(製品)';

COMMENT ON COLUMN core.filing_sapoin.year_sales_yen IS '年次別事業化売上見込';

COMMENT ON COLUMN core.filing_sapoin.user_company_name IS '想定ユーザー企業';

COMMENT ON COLUMN core.filing_sapoin.user_evaluation IS 'ユーザー企業の評価・要望';

COMMENT ON COLUMN core.filing_sapoin.market_forecast IS '市場規模予測';

COMMENT ON COLUMN core.filing_sapoin.ripple_effect IS '経済産業上の波及効果';

COMMENT ON COLUMN core.filing_sapoin.management_effect IS '経営的効果';

COMMENT ON COLUMN core.filing_sapoin.other_funding IS '他の研究費の応募・受入状況';

COMMENT ON COLUMN core.filing_sapoin.has_ethics_training IS '研究倫理教育の受講';

COMMENT ON COLUMN core.filing_sapoin.has_checked_export_control IS '安全保障貿易管理の確認';

COMMENT ON COLUMN core.filing_sapoin.interim_evaluation IS '中間評価の結果';

CREATE TABLE core.filing_sapoin_advisor (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	advisor_organization_name TEXT,
	advisor_role TEXT,
	CONSTRAINT pk_filing_sapoin_advisor PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sapoin_advisor_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sapoin_advisor_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sapoin_advisor_business_id ON core.filing_sapoin_advisor (business_id);

COMMENT ON TABLE core.filing_sapoin_advisor IS '申請の記載: サポインのアドバイザー';

COMMENT ON COLUMN core.filing_sapoin_advisor.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sapoin_advisor.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sapoin_advisor.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sapoin_advisor.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sapoin_advisor.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sapoin_advisor.advisor_organization_name IS 'アドバイザー機関名';

COMMENT ON COLUMN core.filing_sapoin_advisor.advisor_role IS 'アドバイザーの役割';

CREATE TABLE core.filing_sapoin_organization (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	research_organization_name TEXT,
	research_organization_class TEXT,
	research_organization_role TEXT,
	CONSTRAINT pk_filing_sapoin_organization PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sapoin_organization_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sapoin_organization_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sapoin_organization_business_id ON core.filing_sapoin_organization (business_id);

COMMENT ON TABLE core.filing_sapoin_organization IS '申請の記載: サポインの研究等実施機関';

COMMENT ON COLUMN core.filing_sapoin_organization.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sapoin_organization.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sapoin_organization.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sapoin_organization.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sapoin_organization.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sapoin_organization.research_organization_name IS '研究等実施機関名';

COMMENT ON COLUMN core.filing_sapoin_organization.research_organization_class IS '研究等実施機関の区分';

COMMENT ON COLUMN core.filing_sapoin_organization.research_organization_role IS '研究等実施機関の役割';

CREATE TABLE core.filing_sapoin_researcher (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	researcher_name TEXT,
	researcher_effort_percent NUMERIC,
	CONSTRAINT pk_filing_sapoin_researcher PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sapoin_researcher_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sapoin_researcher_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sapoin_researcher_business_id ON core.filing_sapoin_researcher (business_id);

COMMENT ON TABLE core.filing_sapoin_researcher IS '申請の記載: サポインの研究員';

COMMENT ON COLUMN core.filing_sapoin_researcher.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sapoin_researcher.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sapoin_researcher.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sapoin_researcher.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sapoin_researcher.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sapoin_researcher.researcher_name IS '研究員氏名';

COMMENT ON COLUMN core.filing_sapoin_researcher.researcher_effort_percent IS '研究員エフォート';

CREATE TABLE core.filing_sapoin_site (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	site_name TEXT,
	site_address TEXT,
	CONSTRAINT pk_filing_sapoin_site PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sapoin_site_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sapoin_site_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sapoin_site_business_id ON core.filing_sapoin_site (business_id);

COMMENT ON TABLE core.filing_sapoin_site IS '申請の記載: サポインの研究開発拠点';

COMMENT ON COLUMN core.filing_sapoin_site.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sapoin_site.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sapoin_site.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sapoin_site.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sapoin_site.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sapoin_site.site_name IS '研究開発拠点の施設名';

COMMENT ON COLUMN core.filing_sapoin_site.site_address IS '研究開発拠点の所在地';

CREATE TABLE core.filing_sapoin_subtheme (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	subtheme_number TEXT,
	subtheme_title TEXT,
	subtheme_target TEXT,
	subtheme_organization_name TEXT,
	subtheme_content TEXT,
	CONSTRAINT pk_filing_sapoin_subtheme PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sapoin_subtheme_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sapoin_subtheme_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sapoin_subtheme_business_id ON core.filing_sapoin_subtheme (business_id);

COMMENT ON TABLE core.filing_sapoin_subtheme IS '申請の記載: サポインのサブテーマ';

COMMENT ON COLUMN core.filing_sapoin_subtheme.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sapoin_subtheme.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sapoin_subtheme.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sapoin_subtheme.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sapoin_subtheme.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sapoin_subtheme.subtheme_number IS 'サブテーマ番号';

COMMENT ON COLUMN core.filing_sapoin_subtheme.subtheme_title IS 'サブテーマ名';

COMMENT ON COLUMN core.filing_sapoin_subtheme.subtheme_target IS 'サブテーマの技術的目標値';

COMMENT ON COLUMN core.filing_sapoin_subtheme.subtheme_organization_name IS 'サブテーマの実施機関';

COMMENT ON COLUMN core.filing_sapoin_subtheme.subtheme_content IS 'サブテーマの実施内容';

CREATE TABLE core.filing_sapoin_year_budget (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	research_fiscal_year BIGINT,
	year_eligible_yen BIGINT,
	year_requested_yen BIGINT,
	year_organization_name TEXT,
	goods_cost_yen BIGINT,
	personnel_cost_yen BIGINT,
	travel_cost_yen BIGINT,
	other_cost_yen BIGINT,
	consignment_cost_yen BIGINT,
	indirect_cost_yen BIGINT,
	CONSTRAINT pk_filing_sapoin_year_budget PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sapoin_year_budget_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sapoin_year_budget_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sapoin_year_budget_business_id ON core.filing_sapoin_year_budget (business_id);

COMMENT ON TABLE core.filing_sapoin_year_budget IS '申請の記載: サポインの年度・機関別経費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sapoin_year_budget.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sapoin_year_budget.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sapoin_year_budget.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sapoin_year_budget.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sapoin_year_budget.research_fiscal_year IS '研究開発年度';

COMMENT ON COLUMN core.filing_sapoin_year_budget.year_eligible_yen IS '年度別補助対象経費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.year_requested_yen IS '年度別補助金申請額';

COMMENT ON COLUMN core.filing_sapoin_year_budget.year_organization_name IS '機関名';

COMMENT ON COLUMN core.filing_sapoin_year_budget.goods_cost_yen IS '物品費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.personnel_cost_yen IS '人件費・謝金';

COMMENT ON COLUMN core.filing_sapoin_year_budget.travel_cost_yen IS '旅費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.other_cost_yen IS 'その他経費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.consignment_cost_yen IS '委託費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.indirect_cost_yen IS '間接経費';

CREATE TABLE core.filing_service_competitiveness (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	core_company_name TEXT,
	core_company_corporate_number TEXT,
	sme_percent NUMERIC,
	governance TEXT,
	service_name TEXT,
	service_summary TEXT,
	cross_field_combination TEXT,
	addressed_problem TEXT,
	value_method TEXT[],
	efficiency_method TEXT[],
	advanced_technology TEXT[],
	advanced_technology_detail TEXT,
	rate_class TEXT,
	demonstration TEXT,
	year1_plan TEXT,
	year2_plan TEXT,
	year1_requested_yen BIGINT,
	year2_requested_yen BIGINT,
	competitiveness TEXT,
	revenue_model TEXT,
	sales_plan TEXT,
	commercialization_outlook TEXT,
	self_sustainability TEXT,
	regional_effect TEXT,
	academia_content TEXT,
	intellectual_property_handling TEXT,
	data_protection TEXT,
	regulation TEXT,
	has_smrj_support BOOLEAN,
	director_name TEXT,
	CONSTRAINT pk_filing_service_competitiveness PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_service_competitiveness_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_service_competitiveness_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_service_competitiveness_business_id ON core.filing_service_competitiveness (business_id);

COMMENT ON TABLE core.filing_service_competitiveness IS '申請の記載: サビサポ';

COMMENT ON COLUMN core.filing_service_competitiveness.programme IS '制度番号';

COMMENT ON COLUMN core.filing_service_competitiveness.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_service_competitiveness.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_service_competitiveness.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_service_competitiveness.core_company_name IS 'コア企業名';

COMMENT ON COLUMN core.filing_service_competitiveness.core_company_corporate_number IS 'コア企業の法人番号';

COMMENT ON COLUMN core.filing_service_competitiveness.sme_percent IS '中小企業者の割合';

COMMENT ON COLUMN core.filing_service_competitiveness.governance IS '連携規約・責任体制';

COMMENT ON COLUMN core.filing_service_competitiveness.service_name IS '新サービスモデルの名称';

COMMENT ON COLUMN core.filing_service_competitiveness.service_summary IS '新サービスモデルの概要';

COMMENT ON COLUMN core.filing_service_competitiveness.cross_field_combination IS '異分野の組合せの内容';

COMMENT ON COLUMN core.filing_service_competitiveness.addressed_problem IS '解決する地域・業界の課題';

COMMENT ON COLUMN core.filing_service_competitiveness.value_method IS '付加価値の向上';

COMMENT ON COLUMN core.filing_service_competitiveness.efficiency_method IS '効率の向上';

COMMENT ON COLUMN core.filing_service_competitiveness.advanced_technology IS '活用する先端技術';

COMMENT ON COLUMN core.filing_service_competitiveness.advanced_technology_detail IS '先端技術活用の内容';

COMMENT ON COLUMN core.filing_service_competitiveness.rate_class IS '補助率区分';

COMMENT ON COLUMN core.filing_service_competitiveness.demonstration IS '実証の方法・フィールド';

COMMENT ON COLUMN core.filing_service_competitiveness.year1_plan IS '初年度の計画';

COMMENT ON COLUMN core.filing_service_competitiveness.year2_plan IS '2年度目の計画';

COMMENT ON COLUMN core.filing_service_competitiveness.year1_requested_yen IS '初年度補助金申請額';

COMMENT ON COLUMN core.filing_service_competitiveness.year2_requested_yen IS '2年度目補助金申請予定額';

COMMENT ON COLUMN core.filing_service_competitiveness.competitiveness IS '市場における競争力';

COMMENT ON COLUMN core.filing_service_competitiveness.revenue_model IS '価格設定・収益モデル';

COMMENT ON COLUMN core.filing_service_competitiveness.sales_plan IS '販売計画';

COMMENT ON COLUMN core.filing_service_competitiveness.commercialization_outlook IS '10年以内の事業化の見通し';

COMMENT ON COLUMN core.filing_service_competitiveness.self_sustainability IS '事業の自立化の見込み';

COMMENT ON COLUMN core.filing_service_competitiveness.regional_effect IS '地域経済を支えるサービス産業への効果';

COMMENT ON COLUMN core.filing_service_competitiveness.academia_content IS '大学・公設試との共同研究の内容';

COMMENT ON COLUMN core.filing_service_competitiveness.intellectual_property_handling IS '知的財産の取扱い';

COMMENT ON COLUMN core.filing_service_competitiveness.data_protection IS '個人情報・データ保護の方策';

COMMENT ON COLUMN core.filing_service_competitiveness.regulation IS '規制・許認可への対応';

COMMENT ON COLUMN core.filing_service_competitiveness.has_smrj_support IS '中小機構の支援の有無';

COMMENT ON COLUMN core.filing_service_competitiveness.director_name IS '事業統括責任者氏名';

CREATE TABLE core.filing_service_competitiveness_member (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	member_name TEXT,
	member_class TEXT,
	member_role TEXT,
	member_resource TEXT,
	CONSTRAINT pk_filing_service_competitiveness_member PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_service_competitiveness_member_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_service_competitiveness_member_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_service_competitiveness_member_business_id ON core.filing_service_competitiveness_member (business_id);

COMMENT ON TABLE core.filing_service_competitiveness_member IS '申請の記載: サビサポの連携体構成員';

COMMENT ON COLUMN core.filing_service_competitiveness_member.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_service_competitiveness_member.programme IS '制度番号';

COMMENT ON COLUMN core.filing_service_competitiveness_member.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_service_competitiveness_member.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_service_competitiveness_member.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_service_competitiveness_member.member_name IS '連携体構成員名';

COMMENT ON COLUMN core.filing_service_competitiveness_member.member_class IS '連携体構成員の区分';

COMMENT ON COLUMN core.filing_service_competitiveness_member.member_role IS '連携体構成員の役割';

COMMENT ON COLUMN core.filing_service_competitiveness_member.member_resource IS '連携体構成員の提供する経営資源';

CREATE TABLE core.filing_service_competitiveness_task (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	development_item TEXT,
	development_content TEXT,
	development_member_name TEXT,
	CONSTRAINT pk_filing_service_competitiveness_task PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_service_competitiveness_task_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_service_competitiveness_task_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_service_competitiveness_task_business_id ON core.filing_service_competitiveness_task (business_id);

COMMENT ON TABLE core.filing_service_competitiveness_task IS '申請の記載: サビサポの開発項目';

COMMENT ON COLUMN core.filing_service_competitiveness_task.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_service_competitiveness_task.programme IS '制度番号';

COMMENT ON COLUMN core.filing_service_competitiveness_task.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_service_competitiveness_task.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_service_competitiveness_task.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_service_competitiveness_task.development_item IS '開発項目';

COMMENT ON COLUMN core.filing_service_competitiveness_task.development_content IS '開発項目の内容';

COMMENT ON COLUMN core.filing_service_competitiveness_task.development_member_name IS '開発項目の担当者';

CREATE TABLE core.filing_service_competitiveness_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	year_sales_yen BIGINT,
	year_user_count BIGINT,
	year_number BIGINT,
	CONSTRAINT pk_filing_service_competitiveness_year PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_service_competitiveness_year_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_service_competitiveness_year_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_service_competitiveness_year_business_id ON core.filing_service_competitiveness_year (business_id);

COMMENT ON TABLE core.filing_service_competitiveness_year IS '申請の記載: サビサポの年次計画';

COMMENT ON COLUMN core.filing_service_competitiveness_year.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_service_competitiveness_year.programme IS '制度番号';

COMMENT ON COLUMN core.filing_service_competitiveness_year.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_service_competitiveness_year.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_service_competitiveness_year.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_service_competitiveness_year.year_sales_yen IS '年次別サービス売上計画';

COMMENT ON COLUMN core.filing_service_competitiveness_year.year_user_count IS '年次別利用者数計画';

COMMENT ON COLUMN core.filing_service_competitiveness_year.year_number IS '年次';

CREATE TABLE core.filing_shareholder (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	list_entered_on DATE,
	CONSTRAINT pk_filing_shareholder PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_shareholder_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_shareholder_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_shareholder_business_id ON core.filing_shareholder (business_id);

COMMENT ON TABLE core.filing_shareholder IS '申請の記載: 株主表';

COMMENT ON COLUMN core.filing_shareholder.programme IS '制度番号';

COMMENT ON COLUMN core.filing_shareholder.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_shareholder.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_shareholder.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_shareholder.list_entered_on IS '記入日';

CREATE TABLE core.filing_shareholder_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	entity_class TEXT,
	name TEXT,
	corporate_number TEXT,
	location TEXT,
	investment_percent NUMERIC,
	is_large_company BOOLEAN,
	investment_yen BIGINT,
	share_count BIGINT,
	voting_percent NUMERIC,
	relation_to_representative TEXT,
	CONSTRAINT pk_filing_shareholder_row PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_shareholder_row_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_shareholder_row_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_shareholder_row_business_id ON core.filing_shareholder_row (business_id);

COMMENT ON TABLE core.filing_shareholder_row IS '申請の記載: 株主・出資者';

COMMENT ON COLUMN core.filing_shareholder_row.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_shareholder_row.programme IS '制度番号';

COMMENT ON COLUMN core.filing_shareholder_row.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_shareholder_row.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_shareholder_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_shareholder_row.entity_class IS '個人・法人の別';

COMMENT ON COLUMN core.filing_shareholder_row.name IS '氏名または名称';

COMMENT ON COLUMN core.filing_shareholder_row.corporate_number IS '法人番号';

COMMENT ON COLUMN core.filing_shareholder_row.location IS '所在地(市区町村まで)';

COMMENT ON COLUMN core.filing_shareholder_row.investment_percent IS '出資比率';

COMMENT ON COLUMN core.filing_shareholder_row.is_large_company IS '大企業区分';

COMMENT ON COLUMN core.filing_shareholder_row.investment_yen IS '出資額';

COMMENT ON COLUMN core.filing_shareholder_row.share_count IS '所有株式数';

COMMENT ON COLUMN core.filing_shareholder_row.voting_percent IS '議決権比率';

COMMENT ON COLUMN core.filing_shareholder_row.relation_to_representative IS '代表者との関係';

CREATE TABLE core.filing_shareholder_securities_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	securities_report_name TEXT,
	securities_report_holding_ratio NUMERIC,
	CONSTRAINT pk_filing_shareholder_securities_report PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_shareholder_securities_report_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_shareholder_securities_report_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_shareholder_securities_report_business_id ON core.filing_shareholder_securities_report (business_id);

COMMENT ON TABLE core.filing_shareholder_securities_report IS '申請の記載: 大株主(有価証券報告書)';

COMMENT ON COLUMN core.filing_shareholder_securities_report.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_shareholder_securities_report.programme IS '制度番号';

COMMENT ON COLUMN core.filing_shareholder_securities_report.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_shareholder_securities_report.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_shareholder_securities_report.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_shareholder_securities_report.securities_report_name IS '大株主名(有価証券報告書)';

COMMENT ON COLUMN core.filing_shareholder_securities_report.securities_report_holding_ratio IS '大株主の持株割合(有価証券報告書)';

CREATE TABLE core.filing_succession_plan (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	successor_presence TEXT,
	intention TEXT,
	basic_policy TEXT,
	planned_month TEXT,
	successor_name TEXT,
	successor_born_on DATE,
	successor_relation TEXT,
	successor_current_title TEXT,
	training_internal TEXT,
	training_external TEXT,
	stakeholder_understanding TEXT,
	asset_distribution TEXT,
	share_valuation_yen BIGINT,
	business_assets TEXT,
	has_personal_guarantee BOOLEAN,
	personal_guarantee_balance_yen BIGINT,
	special_plan_is_confirmed BOOLEAN,
	tax_deferral_status TEXT,
	diagnosed_on DATE,
	issue TEXT,
	consulted_institution_name TEXT,
	CONSTRAINT pk_filing_succession_plan PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_succession_plan_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_succession_plan_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_succession_plan_business_id ON core.filing_succession_plan (business_id);

COMMENT ON TABLE core.filing_succession_plan IS '申請の記載: 承継計画';

COMMENT ON COLUMN core.filing_succession_plan.programme IS '制度番号';

COMMENT ON COLUMN core.filing_succession_plan.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_succession_plan.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_succession_plan.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_succession_plan.successor_presence IS '後継者の有無';

COMMENT ON COLUMN core.filing_succession_plan.intention IS '承継の意向';

COMMENT ON COLUMN core.filing_succession_plan.basic_policy IS '承継の基本方針';

COMMENT ON COLUMN core.filing_succession_plan.planned_month IS '承継の予定時期';

COMMENT ON COLUMN core.filing_succession_plan.successor_name IS '後継者氏名';

COMMENT ON COLUMN core.filing_succession_plan.successor_born_on IS '後継者の生年月日';

COMMENT ON COLUMN core.filing_succession_plan.successor_relation IS '後継者と現経営者との関係';

COMMENT ON COLUMN core.filing_succession_plan.successor_current_title IS '後継者の現役職';

COMMENT ON COLUMN core.filing_succession_plan.training_internal IS '後継者教育の内容(社内)';

COMMENT ON COLUMN core.filing_succession_plan.training_external IS '後継者教育の内容(社外)';

COMMENT ON COLUMN core.filing_succession_plan.stakeholder_understanding IS '関係者の理解に向けた取組';

COMMENT ON COLUMN core.filing_succession_plan.asset_distribution IS '株式・財産の分配方針';

COMMENT ON COLUMN core.filing_succession_plan.share_valuation_yen IS '株式評価額';

COMMENT ON COLUMN core.filing_succession_plan.business_assets IS '事業用資産の内容';

COMMENT ON COLUMN core.filing_succession_plan.has_personal_guarantee IS '経営者個人保証の有無';

COMMENT ON COLUMN core.filing_succession_plan.personal_guarantee_balance_yen IS '個人保証債務残高';

COMMENT ON COLUMN core.filing_succession_plan.special_plan_is_confirmed IS '特例承継計画の確認の有無';

COMMENT ON COLUMN core.filing_succession_plan.tax_deferral_status IS '事業承継税制の適用状況';

COMMENT ON COLUMN core.filing_succession_plan.diagnosed_on IS '事業承継診断の実施日';

COMMENT ON COLUMN core.filing_succession_plan.issue IS '承継上の課題';

COMMENT ON COLUMN core.filing_succession_plan.consulted_institution_name IS '承継の相談先支援機関';

CREATE TABLE core.filing_succession_plan_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	year_number BIGINT,
	year_sales_target_yen BIGINT,
	year_ordinary_income_target_yen BIGINT,
	year_representative_share_percent NUMERIC,
	year_successor_share_percent NUMERIC,
	year_representative_title TEXT,
	year_successor_title TEXT,
	CONSTRAINT pk_filing_succession_plan_year PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_succession_plan_year_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_succession_plan_year_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_succession_plan_year_business_id ON core.filing_succession_plan_year (business_id);

COMMENT ON TABLE core.filing_succession_plan_year IS '申請の記載: 承継計画の年次';

COMMENT ON COLUMN core.filing_succession_plan_year.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_succession_plan_year.programme IS '制度番号';

COMMENT ON COLUMN core.filing_succession_plan_year.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_succession_plan_year.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_succession_plan_year.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_succession_plan_year.year_number IS '年次';

COMMENT ON COLUMN core.filing_succession_plan_year.year_sales_target_yen IS '売上高目標';

COMMENT ON COLUMN core.filing_succession_plan_year.year_ordinary_income_target_yen IS '経常利益目標';

COMMENT ON COLUMN core.filing_succession_plan_year.year_representative_share_percent IS '現経営者の持株比率';

COMMENT ON COLUMN core.filing_succession_plan_year.year_successor_share_percent IS '後継者の持株比率';

COMMENT ON COLUMN core.filing_succession_plan_year.year_representative_title IS '現経営者の役職';

COMMENT ON COLUMN core.filing_succession_plan_year.year_successor_title IS '後継者の役職';

CREATE TABLE core.filing_succession_subsidy (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	project_class TEXT,
	innovation_type TEXT,
	expert_type TEXT,
	transfer_type TEXT,
	grant_application_type_number TEXT,
	successor_company_name TEXT,
	successor_company_corporate_number TEXT,
	successor_representative_name TEXT,
	controlling_shareholder_name TEXT,
	predecessor_company_name TEXT,
	predecessor_company_corporate_number TEXT,
	predecessor_entity_class TEXT,
	predecessor_representative_name TEXT,
	predecessor_address TEXT,
	predecessor_industry_code TEXT,
	predecessor_employee_count BIGINT,
	predecessor_capital_yen BIGINT,
	predecessor_sales_yen BIGINT,
	predecessor_established_on DATE,
	transferred_resources TEXT,
	transferred_detail TEXT,
	executed_on DATE,
	representative_changed_on DATE,
	innovation_content TEXT,
	innovation_category TEXT[],
	existing_business TEXT,
	trigger_reason TEXT,
	startup_plan TEXT,
	startup_certificate_file TEXT,
	productivity_target_percent NUMERIC,
	regional_contribution TEXT,
	financial_advisor_name TEXT[],
	financial_advisor_registration_number TEXT[],
	financial_advisor_contracted_on DATE,
	financial_advisor_retainer_yen BIGINT,
	financial_advisor_interim_fee_yen BIGINT,
	financial_advisor_success_fee_yen BIGINT,
	matching_site_name TEXT[],
	matching_fee_yen BIGINT,
	valuation_method TEXT,
	valuation_yen BIGINT,
	second_opinion_fee_yen BIGINT,
	basic_agreement_concluded_on DATE,
	final_agreement_concluded_on DATE,
	deal_closed_on DATE,
	transfer_price_yen BIGINT,
	has_warranty_insurance BOOLEAN,
	transferred_employee_count BIGINT,
	not_closed_reason TEXT,
	uses_closure_cost BOOLEAN,
	closure_target TEXT,
	closure_registration_cost_yen BIGINT,
	closure_inventory_cost_yen BIGINT,
	closure_demolition_cost_yen BIGINT,
	closure_restoration_cost_yen BIGINT,
	realty_status TEXT,
	transfer_started_on DATE,
	wants_revival_plan_bonus BOOLEAN,
	wants_sme_accounting_bonus BOOLEAN,
	agreement_file TEXT[],
	confirmation_letter_file TEXT,
	CONSTRAINT pk_filing_succession_subsidy PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_succession_subsidy_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_succession_subsidy_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_succession_subsidy_business_id ON core.filing_succession_subsidy (business_id);

COMMENT ON TABLE core.filing_succession_subsidy IS '申請の記載: 事業承継・引継ぎ補助金';

COMMENT ON COLUMN core.filing_succession_subsidy.programme IS '制度番号';

COMMENT ON COLUMN core.filing_succession_subsidy.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_succession_subsidy.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_succession_subsidy.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_succession_subsidy.project_class IS '事業区分';

COMMENT ON COLUMN core.filing_succession_subsidy.innovation_type IS '経営革新の型';

COMMENT ON COLUMN core.filing_succession_subsidy.expert_type IS '専門家活用の型';

COMMENT ON COLUMN core.filing_succession_subsidy.transfer_type IS '承継の形態';

COMMENT ON COLUMN core.filing_succession_subsidy.grant_application_type_number IS '交付申請類型番号';

COMMENT ON COLUMN core.filing_succession_subsidy.successor_company_name IS '承継者名称';

COMMENT ON COLUMN core.filing_succession_subsidy.successor_company_corporate_number IS '承継者法人番号';

COMMENT ON COLUMN core.filing_succession_subsidy.successor_representative_name IS '承継者代表者氏名';

COMMENT ON COLUMN core.filing_succession_subsidy.controlling_shareholder_name IS '支配株主・株主代表';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_company_name IS '被承継者名称';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_company_corporate_number IS '被承継者法人番号';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_entity_class IS '被承継者の事業者区分';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_representative_name IS '被承継者代表者氏名';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_address IS '被承継者所在地';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_industry_code IS '被承継者の業種';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_employee_count IS '被承継者の従業員数';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_capital_yen IS '被承継者の資本金';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_sales_yen IS '被承継者の売上高';

COMMENT ON COLUMN core.filing_succession_subsidy.predecessor_established_on IS '被承継者の開業・設立年月日';

COMMENT ON COLUMN core.filing_succession_subsidy.transferred_resources IS '経営資源引継ぎの対象';

COMMENT ON COLUMN core.filing_succession_subsidy.transferred_detail IS '引き継ぐ経営資源の具体的内容';

COMMENT ON COLUMN core.filing_succession_subsidy.executed_on IS '承継実施日';

COMMENT ON COLUMN core.filing_succession_subsidy.representative_changed_on IS '経営者交代日';

COMMENT ON COLUMN core.filing_succession_subsidy.innovation_content IS '経営革新等に係る取組の内容';

COMMENT ON COLUMN core.filing_succession_subsidy.innovation_category IS '取組の類型';

COMMENT ON COLUMN core.filing_succession_subsidy.existing_business IS '既存事業の状況';

COMMENT ON COLUMN core.filing_succession_subsidy.trigger_reason IS '承継を契機とする理由';

COMMENT ON COLUMN core.filing_succession_subsidy.startup_plan IS '創業に係る計画';

COMMENT ON COLUMN core.filing_succession_subsidy.startup_certificate_file IS '特定創業支援等事業の証明書ファイル';

COMMENT ON COLUMN core.filing_succession_subsidy.productivity_target_percent IS '生産性向上要件の達成見込';

COMMENT ON COLUMN core.filing_succession_subsidy.regional_contribution IS '地域の需要・雇用への貢献';

COMMENT ON COLUMN core.filing_succession_subsidy.financial_advisor_name IS 'FA・仲介業者名';

COMMENT ON COLUMN core.filing_succession_subsidy.financial_advisor_registration_number IS 'FA・仲介業者のM&A支援機関登録番号';

COMMENT ON COLUMN core.filing_succession_subsidy.financial_advisor_contracted_on IS 'FA・仲介契約締結日';

COMMENT ON COLUMN core.filing_succession_subsidy.financial_advisor_retainer_yen IS 'FA・仲介の着手金';

COMMENT ON COLUMN core.filing_succession_subsidy.financial_advisor_interim_fee_yen IS 'FA・仲介の中間報酬';

COMMENT ON COLUMN core.filing_succession_subsidy.financial_advisor_success_fee_yen IS 'FA・仲介の成功報酬';

COMMENT ON COLUMN core.filing_succession_subsidy.matching_site_name IS 'M&Aマッチングサイト名';

COMMENT ON COLUMN core.filing_succession_subsidy.matching_fee_yen IS 'マッチングサイト利用料';

COMMENT ON COLUMN core.filing_succession_subsidy.valuation_method IS '企業価値算定の方法';

COMMENT ON COLUMN core.filing_succession_subsidy.valuation_yen IS '企業価値算定額';

COMMENT ON COLUMN core.filing_succession_subsidy.second_opinion_fee_yen IS 'セカンドオピニオン費用';

COMMENT ON COLUMN core.filing_succession_subsidy.basic_agreement_concluded_on IS '基本合意書締結日';

COMMENT ON COLUMN core.filing_succession_subsidy.final_agreement_concluded_on IS '最終契約書締結日';

COMMENT ON COLUMN core.filing_succession_subsidy.deal_closed_on IS 'クロージング日';

COMMENT ON COLUMN core.filing_succession_subsidy.transfer_price_yen IS '譲渡価額';

COMMENT ON COLUMN core.filing_succession_subsidy.has_warranty_insurance IS '表明保証保険の加入';

COMMENT ON COLUMN core.filing_succession_subsidy.transferred_employee_count IS '従業員引継ぎ人数';

COMMENT ON COLUMN core.filing_succession_subsidy.not_closed_reason IS '補助事業期間内に引継ぎ未了の理由';

COMMENT ON COLUMN core.filing_succession_subsidy.uses_closure_cost IS '廃業費併用の有無';

COMMENT ON COLUMN core.filing_succession_subsidy.closure_target IS '廃業する事業・事業所の内容';

COMMENT ON COLUMN core.filing_succession_subsidy.closure_registration_cost_yen IS '廃業登記費';

COMMENT ON COLUMN core.filing_succession_subsidy.closure_inventory_cost_yen IS '在庫廃棄費';

COMMENT ON COLUMN core.filing_succession_subsidy.closure_demolition_cost_yen IS '解体費';

COMMENT ON COLUMN core.filing_succession_subsidy.closure_restoration_cost_yen IS '原状回復費';

COMMENT ON COLUMN core.filing_succession_subsidy.realty_status IS '不動産登記簿・賃貸借の状況';

COMMENT ON COLUMN core.filing_succession_subsidy.transfer_started_on IS '経営資源引継ぎの着手時期';

COMMENT ON COLUMN core.filing_succession_subsidy.wants_revival_plan_bonus IS '加点(債権放棄等を伴う再生計画)';

COMMENT ON COLUMN core.filing_succession_subsidy.wants_sme_accounting_bonus IS '加点(中小企業の会計に関する基本要領)';

COMMENT ON COLUMN core.filing_succession_subsidy.agreement_file IS '基本合意書・最終契約書ファイル';

COMMENT ON COLUMN core.filing_succession_subsidy.confirmation_letter_file IS '認定支援機関による確認書ファイル';

CREATE TABLE core.filing_succession_subsidy_due_diligence (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	due_diligence_type TEXT,
	due_diligence_provider_name TEXT,
	due_diligence_fee_yen BIGINT,
	CONSTRAINT pk_filing_succession_subsidy_due_diligence PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_succession_subsidy_due_diligence_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_succession_subsidy_due_diligence_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_succession_subsidy_due_diligence_business_id ON core.filing_succession_subsidy_due_diligence (business_id);

COMMENT ON TABLE core.filing_succession_subsidy_due_diligence IS '申請の記載: 承継補助金のデュー・デリジェンス';

COMMENT ON COLUMN core.filing_succession_subsidy_due_diligence.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_succession_subsidy_due_diligence.programme IS '制度番号';

COMMENT ON COLUMN core.filing_succession_subsidy_due_diligence.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_succession_subsidy_due_diligence.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_succession_subsidy_due_diligence.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_succession_subsidy_due_diligence.due_diligence_type IS 'デュー・デリジェンスの種類';

COMMENT ON COLUMN core.filing_succession_subsidy_due_diligence.due_diligence_provider_name IS 'デュー・デリジェンス実施者';

COMMENT ON COLUMN core.filing_succession_subsidy_due_diligence.due_diligence_fee_yen IS 'デュー・デリジェンス費用';

CREATE TABLE core.filing_support_institution_relation (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	institution_id TEXT,
	name TEXT,
	type TEXT,
	certified_institution_number TEXT,
	person_name TEXT,
	phone TEXT,
	email TEXT,
	address TEXT,
	support_content TEXT,
	CONSTRAINT pk_filing_support_institution_relation PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_support_institution_relation_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_support_institution_relation_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_support_institution_relation_business_id ON core.filing_support_institution_relation (business_id);

COMMENT ON TABLE core.filing_support_institution_relation IS '申請の記載: 支援機関との関係';

COMMENT ON COLUMN core.filing_support_institution_relation.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_support_institution_relation.programme IS '制度番号';

COMMENT ON COLUMN core.filing_support_institution_relation.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_support_institution_relation.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_support_institution_relation.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_support_institution_relation.institution_id IS '支援機関ID';

COMMENT ON COLUMN core.filing_support_institution_relation.name IS '名称';

COMMENT ON COLUMN core.filing_support_institution_relation.type IS '種別';

COMMENT ON COLUMN core.filing_support_institution_relation.certified_institution_number IS '認定経営革新等支援機関ID番号';

COMMENT ON COLUMN core.filing_support_institution_relation.person_name IS '担当者氏名';

COMMENT ON COLUMN core.filing_support_institution_relation.phone IS '電話番号';

COMMENT ON COLUMN core.filing_support_institution_relation.email IS 'メールアドレス';

COMMENT ON COLUMN core.filing_support_institution_relation.address IS '住所';

COMMENT ON COLUMN core.filing_support_institution_relation.support_content IS '支援内容';

CREATE TABLE core.filing_sustaining_general (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	chamber_type TEXT,
	chamber_name TEXT,
	joint_role_class TEXT,
	industry_class TEXT,
	latest_sales_yen BIGINT,
	latest_gross_profit_yen BIGINT,
	latest_period_months BIGINT,
	company_overview TEXT,
	top_products TEXT,
	market_trend TEXT,
	strength TEXT,
	policy_plan TEXT,
	sales_channel TEXT,
	efficiency_plan TEXT,
	frame_class TEXT,
	was_adopted_before BOOLEAN,
	past_difference TEXT,
	past_outcome TEXT,
	startup_supported_on DATE,
	startup_support_city TEXT,
	wants_raised_cap BOOLEAN,
	wage_bonus_class TEXT,
	wants_succession_bonus BOOLEAN,
	succession_timing_class TEXT,
	successor_candidate_name TEXT,
	wants_management_improvement_bonus BOOLEAN,
	wants_depopulated_area_bonus BOOLEAN,
	wants_regional_leader_bonus BOOLEAN,
	wants_covid_bonus BOOLEAN,
	support_plan_issued_on DATE,
	support_plan_content TEXT,
	support_plan_advisor_name TEXT,
	support_plan_file TEXT,
	outside_advisor_name TEXT,
	outside_advice_fee_yen BIGINT,
	CONSTRAINT pk_filing_sustaining_general PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_sustaining_general_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sustaining_general_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sustaining_general_business_id ON core.filing_sustaining_general (business_id);

COMMENT ON TABLE core.filing_sustaining_general IS '申請の記載: 持続化補助金(一般型)';

COMMENT ON COLUMN core.filing_sustaining_general.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sustaining_general.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sustaining_general.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sustaining_general.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sustaining_general.chamber_type IS '商工会・商工会議所の別';

COMMENT ON COLUMN core.filing_sustaining_general.chamber_name IS '管轄団体名';

COMMENT ON COLUMN core.filing_sustaining_general.joint_role_class IS '共同申請での役割';

COMMENT ON COLUMN core.filing_sustaining_general.industry_class IS '主たる業種の区分';

COMMENT ON COLUMN core.filing_sustaining_general.latest_sales_yen IS '直近1期の売上高';

COMMENT ON COLUMN core.filing_sustaining_general.latest_gross_profit_yen IS '直近1期の売上総利益';

COMMENT ON COLUMN core.filing_sustaining_general.latest_period_months IS '直近の決算期間';

COMMENT ON COLUMN core.filing_sustaining_general.company_overview IS '企業概要';

COMMENT ON COLUMN core.filing_sustaining_general.top_products IS '売上・利益の多い商品・サービス';

COMMENT ON COLUMN core.filing_sustaining_general.market_trend IS '顧客ニーズと市場の動向';

COMMENT ON COLUMN core.filing_sustaining_general.strength IS '自社と商品・サービスの強み';

COMMENT ON COLUMN core.filing_sustaining_general.policy_plan IS '経営方針・目標と今後のプラン';

COMMENT ON COLUMN core.filing_sustaining_general.sales_channel IS '販路開拓等の取組内容';

COMMENT ON COLUMN core.filing_sustaining_general.efficiency_plan IS '業務効率化の取組内容';

COMMENT ON COLUMN core.filing_sustaining_general.frame_class IS '希望する枠';

COMMENT ON COLUMN core.filing_sustaining_general.was_adopted_before IS '過去の採択の有無';

COMMENT ON COLUMN core.filing_sustaining_general.past_difference IS '過去の補助事業との違い';

COMMENT ON COLUMN core.filing_sustaining_general.past_outcome IS '過去の補助事業の成果';

COMMENT ON COLUMN core.filing_sustaining_general.startup_supported_on IS '特定創業支援等事業の支援日';

COMMENT ON COLUMN core.filing_sustaining_general.startup_support_city IS '特定創業支援等事業の市区町村';

COMMENT ON COLUMN core.filing_sustaining_general.wants_raised_cap IS '補助上限額の引上げ希望';

COMMENT ON COLUMN core.filing_sustaining_general.wage_bonus_class IS '賃上げ加点の希望区分';

COMMENT ON COLUMN core.filing_sustaining_general.wants_succession_bonus IS '事業承継加点の希望';

COMMENT ON COLUMN core.filing_sustaining_general.succession_timing_class IS '事業承継の目標時期';

COMMENT ON COLUMN core.filing_sustaining_general.successor_candidate_name IS '後継者候補名';

COMMENT ON COLUMN core.filing_sustaining_general.wants_management_improvement_bonus IS '経営力向上計画加点の希望';

COMMENT ON COLUMN core.filing_sustaining_general.wants_depopulated_area_bonus IS '過疎地域加点の希望';

COMMENT ON COLUMN core.filing_sustaining_general.wants_regional_leader_bonus IS '地域未来牽引企業等加点の希望';

COMMENT ON COLUMN core.filing_sustaining_general.wants_covid_bonus IS '新型コロナウイルス感染症加点の希望';

COMMENT ON COLUMN core.filing_sustaining_general.support_plan_issued_on IS '事業支援計画書の発行日';

COMMENT ON COLUMN core.filing_sustaining_general.support_plan_content IS '事業支援計画書の支援内容';

COMMENT ON COLUMN core.filing_sustaining_general.support_plan_advisor_name IS '経営指導員名';

COMMENT ON COLUMN core.filing_sustaining_general.support_plan_file IS '事業支援計画書ファイル';

COMMENT ON COLUMN core.filing_sustaining_general.outside_advisor_name IS 'アドバイスをした第三者の名称';

COMMENT ON COLUMN core.filing_sustaining_general.outside_advice_fee_yen IS 'アドバイス料の金額';

CREATE TABLE core.filing_sustaining_general_joint_member (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	joint_member_name TEXT,
	joint_member_role TEXT,
	CONSTRAINT pk_filing_sustaining_general_joint_member PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sustaining_general_joint_member_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sustaining_general_joint_member_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sustaining_general_joint_member_business_id ON core.filing_sustaining_general_joint_member (business_id);

COMMENT ON TABLE core.filing_sustaining_general_joint_member IS '申請の記載: 持続化補助金の共同事業者';

COMMENT ON COLUMN core.filing_sustaining_general_joint_member.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sustaining_general_joint_member.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sustaining_general_joint_member.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sustaining_general_joint_member.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sustaining_general_joint_member.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sustaining_general_joint_member.joint_member_name IS '共同事業者の名称';

COMMENT ON COLUMN core.filing_sustaining_general_joint_member.joint_member_role IS '共同事業者の役割';

CREATE TABLE core.filing_sustaining_general_past_adoption (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	past_adoption_round TEXT,
	CONSTRAINT pk_filing_sustaining_general_past_adoption PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sustaining_general_past_adoption_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sustaining_general_past_adoption_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sustaining_general_past_adoption_business_id ON core.filing_sustaining_general_past_adoption (business_id);

COMMENT ON TABLE core.filing_sustaining_general_past_adoption IS '申請の記載: 持続化補助金の過去の採択';

COMMENT ON COLUMN core.filing_sustaining_general_past_adoption.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sustaining_general_past_adoption.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sustaining_general_past_adoption.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sustaining_general_past_adoption.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sustaining_general_past_adoption.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sustaining_general_past_adoption.past_adoption_round IS '過去に採択された公募回';

CREATE TABLE core.filing_sustaining_low_risk (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	new_initiative TEXT,
	contact_reduction TEXT,
	contact_reduction_amount TEXT,
	current_contact TEXT,
	shift_class TEXT,
	covid_impact TEXT,
	plan_summary TEXT,
	has_prevention_cost BOOLEAN,
	prevention_cost_yen BIGINT,
	prevention_content TEXT[],
	guideline_name TEXT[],
	wants_special_measure BOOLEAN,
	special_month TEXT,
	special_income_yen BIGINT,
	special_base_month TEXT,
	special_base_income_yen BIGINT,
	special_decline_percent NUMERIC,
	special_received_grant_yen BIGINT,
	wants_multi_shop_bonus BOOLEAN,
	wants_wage_bonus BOOLEAN,
	shop_count BIGINT,
	online_sales TEXT,
	contactless_service TEXT,
	introduces_cashless_payment BOOLEAN,
	offers_takeout BOOLEAN,
	has_retroactive_cost BOOLEAN,
	retroactive_first_ordered_on DATE,
	expense_system_number TEXT,
	oath_file TEXT,
	plan_file TEXT,
	decline_proof_file TEXT[],
	confirmation_letter_file TEXT,
	confirmation_institution_name TEXT,
	joint_member_name TEXT[],
	CONSTRAINT pk_filing_sustaining_low_risk PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_sustaining_low_risk_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sustaining_low_risk_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sustaining_low_risk_business_id ON core.filing_sustaining_low_risk (business_id);

COMMENT ON TABLE core.filing_sustaining_low_risk IS '申請の記載: 持続化補助金(低感染リスク型)';

COMMENT ON COLUMN core.filing_sustaining_low_risk.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sustaining_low_risk.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sustaining_low_risk.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sustaining_low_risk.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sustaining_low_risk.new_initiative IS '新たな取組の内容';

COMMENT ON COLUMN core.filing_sustaining_low_risk.contact_reduction IS '対人接触機会を減らす方法';

COMMENT ON COLUMN core.filing_sustaining_low_risk.contact_reduction_amount IS '対人接触の減少量の見込み';

COMMENT ON COLUMN core.filing_sustaining_low_risk.current_contact IS '既存事業の対人接触の状況';

COMMENT ON COLUMN core.filing_sustaining_low_risk.shift_class IS '転換・多角化の別';

COMMENT ON COLUMN core.filing_sustaining_low_risk.covid_impact IS '感染症による経営への影響';

COMMENT ON COLUMN core.filing_sustaining_low_risk.plan_summary IS '経営計画の概要';

COMMENT ON COLUMN core.filing_sustaining_low_risk.has_prevention_cost IS '感染防止対策費の有無';

COMMENT ON COLUMN core.filing_sustaining_low_risk.prevention_cost_yen IS '感染防止対策費の額';

COMMENT ON COLUMN core.filing_sustaining_low_risk.prevention_content IS '感染防止対策の内容';

COMMENT ON COLUMN core.filing_sustaining_low_risk.guideline_name IS '業種別ガイドライン名';

COMMENT ON COLUMN core.filing_sustaining_low_risk.wants_special_measure IS '特別措置の適用希望';

COMMENT ON COLUMN core.filing_sustaining_low_risk.special_month IS '特別措置の対象月';

COMMENT ON COLUMN core.filing_sustaining_low_risk.special_income_yen IS '対象月の事業収入';

COMMENT ON COLUMN core.filing_sustaining_low_risk.special_base_month IS '特別措置の比較月';

COMMENT ON COLUMN core.filing_sustaining_low_risk.special_base_income_yen IS '比較月の事業収入';

COMMENT ON COLUMN core.filing_sustaining_low_risk.special_decline_percent IS '事業収入の減少率';

COMMENT ON COLUMN core.filing_sustaining_low_risk.special_received_grant_yen IS '受領済みの助成金等の額';

COMMENT ON COLUMN core.filing_sustaining_low_risk.wants_multi_shop_bonus IS '多店舗展開加点の希望';

COMMENT ON COLUMN core.filing_sustaining_low_risk.wants_wage_bonus IS '賃上げ加点の希望';

COMMENT ON COLUMN core.filing_sustaining_low_risk.shop_count IS '店舗数';

COMMENT ON COLUMN core.filing_sustaining_low_risk.online_sales IS 'オンライン販売・EC導入の内容';

COMMENT ON COLUMN core.filing_sustaining_low_risk.contactless_service IS '非対面サービスの内容';

COMMENT ON COLUMN core.filing_sustaining_low_risk.introduces_cashless_payment IS 'キャッシュレス決済の導入';

COMMENT ON COLUMN core.filing_sustaining_low_risk.offers_takeout IS '移動販売・テイクアウトの実施';

COMMENT ON COLUMN core.filing_sustaining_low_risk.has_retroactive_cost IS '遡及適用の経費の有無';

COMMENT ON COLUMN core.filing_sustaining_low_risk.retroactive_first_ordered_on IS '遡及適用の最初の発注日';

COMMENT ON COLUMN core.filing_sustaining_low_risk.expense_system_number IS '経費登録システムの登録番号';

COMMENT ON COLUMN core.filing_sustaining_low_risk.oath_file IS '宣誓・同意書ファイル';

COMMENT ON COLUMN core.filing_sustaining_low_risk.plan_file IS '経営計画・補助事業計画ファイル';

COMMENT ON COLUMN core.filing_sustaining_low_risk.decline_proof_file IS '収入減少の証明書類ファイル';

COMMENT ON COLUMN core.filing_sustaining_low_risk.confirmation_letter_file IS '支援機関確認書ファイル';

COMMENT ON COLUMN core.filing_sustaining_low_risk.confirmation_institution_name IS '支援機関確認書の発行機関';

COMMENT ON COLUMN core.filing_sustaining_low_risk.joint_member_name IS '共同申請の参画事業者名';

CREATE TABLE core.filing_wage_raise (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	plan_type TEXT,
	payroll_target_percent NUMERIC,
	lowest_wage_target_raise_yen_per_hour BIGINT,
	is_declared BOOLEAN,
	declared_on DATE,
	employee_representative_name TEXT,
	payroll_officer_name TEXT,
	regional_minimum_wage_yen_per_hour BIGINT,
	declaration_file TEXT,
	CONSTRAINT pk_filing_wage_raise PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_wage_raise_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_wage_raise_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_wage_raise_business_id ON core.filing_wage_raise (business_id);

COMMENT ON TABLE core.filing_wage_raise IS '申請の記載: 賃上げ計画';

COMMENT ON COLUMN core.filing_wage_raise.programme IS '制度番号';

COMMENT ON COLUMN core.filing_wage_raise.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_wage_raise.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_wage_raise.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_wage_raise.plan_type IS '計画の種別';

COMMENT ON COLUMN core.filing_wage_raise.payroll_target_percent IS '給与支給総額の目標増加率';

COMMENT ON COLUMN core.filing_wage_raise.lowest_wage_target_raise_yen_per_hour IS '事業場内最低賃金の引上げ目標額';

COMMENT ON COLUMN core.filing_wage_raise.is_declared IS '従業員への表明の有無';

COMMENT ON COLUMN core.filing_wage_raise.declared_on IS '賃上げ表明日';

COMMENT ON COLUMN core.filing_wage_raise.employee_representative_name IS '従業員代表者氏名';

COMMENT ON COLUMN core.filing_wage_raise.payroll_officer_name IS '給与事務担当者氏名';

COMMENT ON COLUMN core.filing_wage_raise.regional_minimum_wage_yen_per_hour IS '地域別最低賃金額';

COMMENT ON COLUMN core.filing_wage_raise.declaration_file IS '賃上げ表明書ファイル';

CREATE TABLE core.filing_workplace (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	average_employee_age NUMERIC,
	average_service_years NUMERIC,
	average_service_years_male NUMERIC,
	average_service_years_female NUMERIC,
	average_monthly_overtime_hours NUMERIC,
	female_worker_percent NUMERIC,
	female_manager_count BIGINT,
	manager_count BIGINT,
	female_officer_count BIGINT,
	male_childcare_leave_eligible_count BIGINT,
	male_childcare_leave_taken_count BIGINT,
	female_childcare_leave_eligible_count BIGINT,
	female_childcare_leave_taken_count BIGINT,
	lowest_hourly_wage_yen_per_hour BIGINT,
	average_salary_yen_per_year BIGINT,
	CONSTRAINT pk_filing_workplace PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_workplace_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_workplace_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_workplace_business_id ON core.filing_workplace (business_id);

COMMENT ON TABLE core.filing_workplace IS '申請の記載: 職場・雇用';

COMMENT ON COLUMN core.filing_workplace.programme IS '制度番号';

COMMENT ON COLUMN core.filing_workplace.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_workplace.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_workplace.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_workplace.average_employee_age IS '従業員の平均年齢';

COMMENT ON COLUMN core.filing_workplace.average_service_years IS '正社員の平均継続勤務年数';

COMMENT ON COLUMN core.filing_workplace.average_service_years_male IS '男性の平均継続勤務年数';

COMMENT ON COLUMN core.filing_workplace.average_service_years_female IS '女性の平均継続勤務年数';

COMMENT ON COLUMN core.filing_workplace.average_monthly_overtime_hours IS '月平均所定外労働時間';

COMMENT ON COLUMN core.filing_workplace.female_worker_percent IS '女性労働者の割合';

COMMENT ON COLUMN core.filing_workplace.female_manager_count IS '女性管理職人数';

COMMENT ON COLUMN core.filing_workplace.manager_count IS '管理職全体人数';

COMMENT ON COLUMN core.filing_workplace.female_officer_count IS '女性役員人数';

COMMENT ON COLUMN core.filing_workplace.male_childcare_leave_eligible_count IS '育児休業対象者数(男性)';

COMMENT ON COLUMN core.filing_workplace.male_childcare_leave_taken_count IS '育児休業取得者数(男性)';

COMMENT ON COLUMN core.filing_workplace.female_childcare_leave_eligible_count IS '育児休業対象者数(女性)';

COMMENT ON COLUMN core.filing_workplace.female_childcare_leave_taken_count IS '育児休業取得者数(女性)';

COMMENT ON COLUMN core.filing_workplace.lowest_hourly_wage_yen_per_hour IS '事業場内最低賃金';

COMMENT ON COLUMN core.filing_workplace.average_salary_yen_per_year IS '平均給与額';

CREATE TABLE core.filing_yorozu (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	case_number TEXT,
	center_name TEXT,
	satellite_venue_name TEXT,
	received_on DATE,
	new_or_continued TEXT,
	visit_number BIGINT,
	method TEXT,
	client_name TEXT,
	client_position TEXT,
	client_class TEXT,
	referral_route TEXT,
	referral_institution_name TEXT,
	field_major TEXT,
	field_minor TEXT[],
	client_request TEXT,
	emergency_class TEXT,
	situation TEXT,
	true_issue TEXT,
	proposal TEXT,
	support_plan TEXT,
	next_action TEXT,
	next_visit_on DATE,
	coordinator_name TEXT[],
	duration_minutes BIGINT,
	collaboration_content TEXT,
	is_handed_over BOOLEAN,
	uses_expert_dispatch BOOLEAN,
	proposed_programme_name TEXT[],
	result TEXT,
	solution TEXT,
	monthly_sales_before_yen BIGINT,
	monthly_sales_after_yen BIGINT,
	sales_increase_yen BIGINT,
	satisfaction BIGINT,
	client_comment TEXT,
	agrees_to_case_publication BOOLEAN,
	agrees_to_sharing BOOLEAN,
	CONSTRAINT pk_filing_yorozu PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_yorozu_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_yorozu_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_yorozu_business_id ON core.filing_yorozu (business_id);

COMMENT ON TABLE core.filing_yorozu IS '申請の記載: よろず相談記録';

COMMENT ON COLUMN core.filing_yorozu.programme IS '制度番号';

COMMENT ON COLUMN core.filing_yorozu.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_yorozu.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_yorozu.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_yorozu.case_number IS '相談受付番号';

COMMENT ON COLUMN core.filing_yorozu.center_name IS '拠点名';

COMMENT ON COLUMN core.filing_yorozu.satellite_venue_name IS 'サテライト会場名';

COMMENT ON COLUMN core.filing_yorozu.received_on IS '相談受付日';

COMMENT ON COLUMN core.filing_yorozu.new_or_continued IS '相談区分';

COMMENT ON COLUMN core.filing_yorozu.visit_number IS '相談回数';

COMMENT ON COLUMN core.filing_yorozu.method IS '相談方法';

COMMENT ON COLUMN core.filing_yorozu.client_name IS '相談者氏名';

COMMENT ON COLUMN core.filing_yorozu.client_position IS '相談者の立場';

COMMENT ON COLUMN core.filing_yorozu.client_class IS '相談者の事業者区分';

COMMENT ON COLUMN core.filing_yorozu.referral_route IS '相談のきっかけ・来訪経路';

COMMENT ON COLUMN core.filing_yorozu.referral_institution_name IS '紹介元支援機関';

COMMENT ON COLUMN core.filing_yorozu.field_major IS '相談分野(大分類)';

COMMENT ON COLUMN core.filing_yorozu.field_minor IS '相談分野';

COMMENT ON COLUMN core.filing_yorozu.client_request IS '相談内容(相談者の申し出)';

COMMENT ON COLUMN core.filing_yorozu.emergency_class IS 'コロナ・災害等の緊急相談該当';

COMMENT ON COLUMN core.filing_yorozu.situation IS '経営状況の把握内容';

COMMENT ON COLUMN core.filing_yorozu.true_issue IS '真の経営課題';

COMMENT ON COLUMN core.filing_yorozu.proposal IS '提案内容';

COMMENT ON COLUMN core.filing_yorozu.support_plan IS '支援計画(伴走支援の目標)';

COMMENT ON COLUMN core.filing_yorozu.next_action IS '宿題・次回までの対応';

COMMENT ON COLUMN core.filing_yorozu.next_visit_on IS '次回予定日';

COMMENT ON COLUMN core.filing_yorozu.coordinator_name IS '担当コーディネーター氏名';

COMMENT ON COLUMN core.filing_yorozu.duration_minutes IS '対応時間';

COMMENT ON COLUMN core.filing_yorozu.collaboration_content IS '支援機関連携の内容';

COMMENT ON COLUMN core.filing_yorozu.is_handed_over IS '他機関への引継ぎの有無';

COMMENT ON COLUMN core.filing_yorozu.uses_expert_dispatch IS '専門家派遣利用の有無';

COMMENT ON COLUMN core.filing_yorozu.proposed_programme_name IS '活用を提案した施策・補助金';

COMMENT ON COLUMN core.filing_yorozu.result IS '支援の結果';

COMMENT ON COLUMN core.filing_yorozu.solution IS '課題解決の内容';

COMMENT ON COLUMN core.filing_yorozu.monthly_sales_before_yen IS '支援前の月商';

COMMENT ON COLUMN core.filing_yorozu.monthly_sales_after_yen IS '支援後の月商';

COMMENT ON COLUMN core.filing_yorozu.sales_increase_yen IS '支援による売上増加額';

COMMENT ON COLUMN core.filing_yorozu.satisfaction IS '相談者の満足度';

COMMENT ON COLUMN core.filing_yorozu.client_comment IS '相談者からの意見';

COMMENT ON COLUMN core.filing_yorozu.agrees_to_case_publication IS '成果事例の公表可否';

COMMENT ON COLUMN core.filing_yorozu.agrees_to_sharing IS '他の支援機関との共有への同意';

CREATE TABLE core.filing_yorozu_collaborating_institution (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	collaborating_institution_name TEXT,
	CONSTRAINT pk_filing_yorozu_collaborating_institution PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_yorozu_collaborating_institution_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_yorozu_collaborating_institution_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_yorozu_collaborating_institution_business_id ON core.filing_yorozu_collaborating_institution (business_id);

COMMENT ON TABLE core.filing_yorozu_collaborating_institution IS '申請の記載: よろず拠点の連携先';

COMMENT ON COLUMN core.filing_yorozu_collaborating_institution.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_yorozu_collaborating_institution.programme IS '制度番号';

COMMENT ON COLUMN core.filing_yorozu_collaborating_institution.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_yorozu_collaborating_institution.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_yorozu_collaborating_institution.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_yorozu_collaborating_institution.collaborating_institution_name IS '連携した支援機関';

CREATE TABLE core.filing_yorozu_followup (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	followed_up_on DATE,
	followup_result TEXT,
	CONSTRAINT pk_filing_yorozu_followup PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_yorozu_followup_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_yorozu_followup_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_yorozu_followup_business_id ON core.filing_yorozu_followup (business_id);

COMMENT ON TABLE core.filing_yorozu_followup IS '申請の記載: よろず支援のフォローアップ';

COMMENT ON COLUMN core.filing_yorozu_followup.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_yorozu_followup.programme IS '制度番号';

COMMENT ON COLUMN core.filing_yorozu_followup.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_yorozu_followup.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_yorozu_followup.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_yorozu_followup.followed_up_on IS 'フォローアップ実施日';

COMMENT ON COLUMN core.filing_yorozu_followup.followup_result IS 'フォローアップ結果';

CREATE TABLE identity.session (
	session_hash BYTEA NOT NULL,
	account_id UUID NOT NULL,
	kind TEXT NOT NULL,
	parent_hash BYTEA,
	csrf TEXT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	seen_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_session PRIMARY KEY (session_hash),
	CONSTRAINT fk_session_account_id FOREIGN KEY(account_id) REFERENCES identity.account (account_id)
);

CREATE INDEX ix_session_account_id ON identity.session (account_id);

COMMENT ON TABLE identity.session IS 'server-side sessions; deleting the row ends it';

COMMENT ON COLUMN identity.session.session_hash IS 'sha256 of the cookie or token';

COMMENT ON COLUMN identity.session.kind IS 'browser, kernel_ticket, kernel, token';

COMMENT ON COLUMN identity.session.parent_hash IS 'the browser session that a kernel token hangs on';

SET LOCAL search_path = jobs;

-- Procrastinate Schema

DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;
EXCEPTION
    WHEN OTHERS THEN
        -- On managed PostgreSQL services (e.g. Azure Database for PostgreSQL, Amazon RDS,
        -- Google Cloud SQL), CREATE EXTENSION may fail with various error codes:
        -- insufficient_privilege, feature_not_supported, or provider-specific errors.
        -- Before ignoring, verify the extension actually exists — if it does not exist
        -- and cannot be created, re-raise so the failure is explicit.
        IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'plpgsql') THEN
            RAISE NOTICE 'plpgsql extension already exists, skipping creation.';
        ELSE
            RAISE;
        END IF;
END;
$$;

-- Enums

CREATE TYPE procrastinate_job_status AS ENUM (
    'todo',  -- The job is queued
    'doing',  -- The job has been fetched by a worker
    'succeeded',  -- The job ended successfully
    'failed',  -- The job ended with an error
    'cancelled', -- The job was cancelled
    'aborting',  -- legacy, not used anymore since v3.0.0
    'aborted'  -- The job was aborted
);

CREATE TYPE procrastinate_job_event_type AS ENUM (
    'deferred',  -- Job created, in todo
    'started',  -- todo -> doing
    'deferred_for_retry',  -- doing -> todo
    'failed',  -- doing -> failed
    'succeeded',  -- doing -> succeeded
    'cancelled', -- todo -> cancelled
    'abort_requested', -- not a state transition, but set in a separate field
    'aborted', -- doing -> aborted (only allowed when abort_requested field is set)
    'scheduled', -- not a state transition, but recording when a task is scheduled for
    'retried' -- Manually retried failed job
);

-- Composite Types

CREATE TYPE procrastinate_job_to_defer_v1 AS (
    queue_name character varying,
    task_name character varying,
    priority integer,
    lock text,
    queueing_lock text,
    args jsonb,
    scheduled_at timestamp with time zone
);

-- Tables

CREATE TABLE procrastinate_workers(
    id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    last_heartbeat timestamp with time zone NOT NULL DEFAULT NOW()
);

CREATE TABLE procrastinate_jobs (
    id bigserial PRIMARY KEY,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    lock text,
    queueing_lock text,
    args jsonb DEFAULT '{}' NOT NULL,
    status procrastinate_job_status DEFAULT 'todo'::procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone NULL,
    attempts integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint REFERENCES procrastinate_workers(id) ON DELETE SET NULL,
    CONSTRAINT check_not_todo_abort_requested CHECK (NOT (status = 'todo' AND abort_requested = true))
);

CREATE TABLE procrastinate_periodic_defers (
    id bigserial PRIMARY KEY,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint REFERENCES procrastinate_jobs(id) NULL,
    periodic_id character varying(128) NOT NULL DEFAULT '',
    CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp)
);

CREATE TABLE procrastinate_events (
    id bigserial PRIMARY KEY,
    job_id bigint NOT NULL REFERENCES procrastinate_jobs ON DELETE CASCADE,
    type procrastinate_job_event_type,
    at timestamp with time zone DEFAULT NOW() NULL
);

-- Constraints & Indices

-- this prevents from having several jobs with the same queueing lock in the "todo" state
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON procrastinate_jobs (queueing_lock) WHERE status = 'todo';
-- this prevents from having several jobs with the same lock in the "doing" state
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON procrastinate_jobs (lock) WHERE status = 'doing';

-- Index for select_stalled_jobs_by_heartbeat query
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON procrastinate_jobs(worker_id) WHERE worker_id IS NOT NULL AND status = 'doing'::procrastinate_job_status;

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON procrastinate_jobs(queue_name);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON procrastinate_jobs (id, lock) WHERE status = ANY (ARRAY['todo'::procrastinate_job_status, 'doing'::procrastinate_job_status]);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON procrastinate_jobs(priority desc, id asc) WHERE (status = 'todo'::procrastinate_job_status);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON procrastinate_events(job_id);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON procrastinate_periodic_defers(job_id);

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON procrastinate_workers(last_heartbeat);

-- Functions
CREATE FUNCTION procrastinate_defer_jobs_v1(
    jobs procrastinate_job_to_defer_v1[]
)
    RETURNS bigint[]
    LANGUAGE plpgsql
AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION procrastinate_defer_periodic_job_v2(
    _queue_name character varying,
    _lock character varying,
    _queueing_lock character varying,
    _task_name character varying,
    _priority integer,
    _periodic_id character varying,
    _defer_timestamp bigint,
    _args jsonb
)
    RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE FUNCTION procrastinate_fetch_job_v2(
    target_queue_names character varying[],
    p_worker_id bigint
)
    RETURNS procrastinate_jobs
    LANGUAGE plpgsql
AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION procrastinate_finish_job_v1(job_id bigint, end_status procrastinate_job_status, delete_job boolean)
    RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean)
    RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION procrastinate_retry_job_v1(
    job_id bigint,
    retry_at timestamp with time zone,
    new_priority integer,
    new_queue_name character varying,
    new_lock character varying
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION procrastinate_retry_job_v2(
    job_id bigint,
    retry_at timestamp with time zone,
    new_priority integer,
    new_queue_name character varying,
    new_lock character varying
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION procrastinate_notify_queue_job_inserted_v1()
    RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION procrastinate_notify_queue_abort_job_v1()
RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION procrastinate_trigger_function_status_events_insert_v1()
    RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION procrastinate_trigger_function_status_events_update_v1()
    RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION procrastinate_trigger_function_scheduled_events_v1()
    RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION procrastinate_trigger_abort_requested_events_procedure_v1()
    RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION procrastinate_unlink_periodic_defers_v1()
    RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION procrastinate_register_worker_v1()
    RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION procrastinate_unregister_worker_v1(worker_id bigint)
    RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION procrastinate_update_heartbeat_v1(worker_id bigint)
    RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat float)
    RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

-- Triggers

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1
    AFTER INSERT ON procrastinate_jobs
    FOR EACH ROW WHEN ((new.status = 'todo'::procrastinate_job_status))
    EXECUTE PROCEDURE procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1
    AFTER UPDATE OF abort_requested ON procrastinate_jobs
    FOR EACH ROW WHEN ((old.abort_requested = false AND new.abort_requested = true AND new.status = 'doing'::procrastinate_job_status))
    EXECUTE PROCEDURE procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1
    AFTER UPDATE OF status ON procrastinate_jobs
    FOR EACH ROW
    EXECUTE PROCEDURE procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1
    AFTER INSERT ON procrastinate_jobs
    FOR EACH ROW WHEN ((new.status = 'todo'::procrastinate_job_status))
    EXECUTE PROCEDURE procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1
    AFTER UPDATE OR INSERT ON procrastinate_jobs
    FOR EACH ROW WHEN ((new.scheduled_at IS NOT NULL AND new.status = 'todo'::procrastinate_job_status))
    EXECUTE PROCEDURE procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1
    AFTER UPDATE OF abort_requested ON procrastinate_jobs
    FOR EACH ROW WHEN ((new.abort_requested = true))
    EXECUTE PROCEDURE procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1
    BEFORE DELETE ON procrastinate_jobs
    FOR EACH ROW EXECUTE PROCEDURE procrastinate_unlink_periodic_defers_v1();

SET LOCAL search_path = DEFAULT;
