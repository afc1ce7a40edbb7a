-- Generated from data_model/ and store/tables.py by `make generate`; do not edit.

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

CREATE TABLE core.payload (
	sha256 TEXT NOT NULL,
	size_bytes BIGINT NOT NULL,
	media_type TEXT NOT NULL,
	kind TEXT NOT NULL,
	source TEXT NOT NULL,
	received_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
	faults JSONB,
	CONSTRAINT pk_payload PRIMARY KEY (sha256)
);

COMMENT ON TABLE core.payload IS '受信データ: the manifest of the lake, by content hash';

COMMENT ON COLUMN core.payload.kind IS 'register, gbizinfo, filing, attachment, refused_filing, …';

COMMENT ON COLUMN core.payload.source IS 'nta, gbizinfo, or the client_id of the sender';

COMMENT ON COLUMN core.payload.faults IS 'of a refused payload: [{item, label, what, why}], no values';

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
	main_industry_major TEXT,
	main_industry_middle TEXT,
	main_industry_minor TEXT,
	main_industry_detail TEXT,
	main_industry_name TEXT,
	sub_industry_middle TEXT[],
	business_summary TEXT,
	main_products_services TEXT[],
	company_history TEXT,
	unified_qualification_business_items TEXT[],
	unified_qualification_grade TEXT[],
	export_flag BOOLEAN,
	overseas_base_flag BOOLEAN,
	franchise_member_flag BOOLEAN,
	CONSTRAINT pk_published_business_industry PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_business_industry IS '公表情報: 業種・事業内容';

COMMENT ON COLUMN open.published_business_industry.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_business_industry.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_business_industry.main_industry_major IS '主たる業種(大分類)';

COMMENT ON COLUMN open.published_business_industry.main_industry_middle IS '主たる業種(中分類)';

COMMENT ON COLUMN open.published_business_industry.main_industry_minor IS '主たる業種(小分類)';

COMMENT ON COLUMN open.published_business_industry.main_industry_detail IS '主たる業種(細分類)';

COMMENT ON COLUMN open.published_business_industry.main_industry_name IS '主たる業種名称';

COMMENT ON COLUMN open.published_business_industry.sub_industry_middle IS '従たる業種(中分類)';

COMMENT ON COLUMN open.published_business_industry.business_summary IS '事業概要';

COMMENT ON COLUMN open.published_business_industry.main_products_services IS '主要製品・サービス';

COMMENT ON COLUMN open.published_business_industry.company_history IS '企業の沿革';

COMMENT ON COLUMN open.published_business_industry.unified_qualification_business_items IS '営業品目コード(全省庁統一資格)';

COMMENT ON COLUMN open.published_business_industry.unified_qualification_grade IS '全省庁統一資格等級';

COMMENT ON COLUMN open.published_business_industry.export_flag IS '輸出の有無';

COMMENT ON COLUMN open.published_business_industry.overseas_base_flag IS '海外拠点の有無';

COMMENT ON COLUMN open.published_business_industry.franchise_member_flag IS 'フランチャイズ加盟の有無';

CREATE TABLE open.published_business_place_row (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	business_place_number TEXT,
	business_place_name TEXT,
	business_place_name_kana TEXT,
	business_place_type TEXT,
	business_place_postal_code TEXT,
	business_place_local_government_code TEXT,
	business_place_prefecture TEXT,
	business_place_city TEXT,
	business_place_town_and_block TEXT,
	business_place_building TEXT,
	business_place_full_address TEXT,
	business_place_phone TEXT,
	business_place_industry_code TEXT,
	business_place_activity TEXT,
	business_place_employee_count BIGINT,
	business_place_tenure_type TEXT,
	business_place_employment_insurance_number TEXT,
	business_place_insured_count BIGINT,
	business_place_insurance_loss_date DATE,
	CONSTRAINT pk_published_business_place_row PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_business_place_row IS '公表情報: 事業所';

COMMENT ON COLUMN open.published_business_place_row.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_business_place_row.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_business_place_row.business_place_number IS '事業所番号';

COMMENT ON COLUMN open.published_business_place_row.business_place_name IS '事業所名称';

COMMENT ON COLUMN open.published_business_place_row.business_place_name_kana IS '事業所名称(カナ)';

COMMENT ON COLUMN open.published_business_place_row.business_place_type IS '事業所種別(本社・支店・工場・店舗・研究所)';

COMMENT ON COLUMN open.published_business_place_row.business_place_postal_code IS '事業所の郵便番号';

COMMENT ON COLUMN open.published_business_place_row.business_place_local_government_code IS '事業所の全国地方公共団体コード';

COMMENT ON COLUMN open.published_business_place_row.business_place_prefecture IS '事業所の都道府県';

COMMENT ON COLUMN open.published_business_place_row.business_place_city IS '事業所の市区町村';

COMMENT ON COLUMN open.published_business_place_row.business_place_town_and_block IS '事業所の町字以下';

COMMENT ON COLUMN open.published_business_place_row.business_place_building IS '事業所の建物名等';

COMMENT ON COLUMN open.published_business_place_row.business_place_full_address IS '事業所の住所連結表記';

COMMENT ON COLUMN open.published_business_place_row.business_place_phone IS '事業所の電話番号';

COMMENT ON COLUMN open.published_business_place_row.business_place_industry_code IS '事業所の業種コード';

COMMENT ON COLUMN open.published_business_place_row.business_place_activity IS '事業所の事業内容';

COMMENT ON COLUMN open.published_business_place_row.business_place_employee_count IS '事業所の従業員数';

COMMENT ON COLUMN open.published_business_place_row.business_place_tenure_type IS '事業所の所有形態(自己所有・賃借)';

COMMENT ON COLUMN open.published_business_place_row.business_place_employment_insurance_number IS '雇用保険適用事業所番号';

COMMENT ON COLUMN open.published_business_place_row.business_place_insured_count IS '事業所の被保険者数';

COMMENT ON COLUMN open.published_business_place_row.business_place_insurance_loss_date IS '事業所の全喪年月日';

CREATE TABLE open.published_business_profile (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	corporate_number TEXT,
	sole_proprietor_key TEXT,
	business_entity_class TEXT,
	gbizid_account_id TEXT,
	gbizid_account_type TEXT,
	trade_name TEXT,
	trade_name_kana TEXT,
	trade_name_en TEXT,
	organization_type TEXT,
	alternate_name TEXT[],
	shop_name TEXT,
	activity_status TEXT,
	business_description TEXT,
	website_url TEXT,
	establishment_date DATE,
	founding_year BIGINT,
	fiscal_year_start_date TEXT,
	fiscal_closing_month BIGINT,
	capital_amount BIGINT,
	issued_shares_total BIGINT,
	employee_count BIGINT,
	regular_employee_count BIGINT,
	fulltime_employee_count BIGINT,
	parttime_employee_count BIGINT,
	officer_count BIGINT,
	male_employee_count BIGINT,
	female_employee_count BIGINT,
	invoice_registration_number TEXT,
	consumption_tax_status TEXT,
	corporate_number_assigned_date DATE,
	registry_process_code TEXT,
	registry_change_date DATE,
	registry_close_date DATE,
	registry_close_cause TEXT,
	successor_corporate_number TEXT,
	CONSTRAINT pk_published_business_profile PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_business_profile IS '公表情報: 事業者';

COMMENT ON COLUMN open.published_business_profile.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_business_profile.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_business_profile.corporate_number IS '法人番号';

COMMENT ON COLUMN open.published_business_profile.sole_proprietor_key IS '個人事業主整理番号';

COMMENT ON COLUMN open.published_business_profile.business_entity_class IS '事業者区分(法人・個人事業主・組合・創業予定者)';

COMMENT ON COLUMN open.published_business_profile.gbizid_account_id IS 'GビズIDアカウント管理番号';

COMMENT ON COLUMN open.published_business_profile.gbizid_account_type IS 'GビズIDアカウント種別';

COMMENT ON COLUMN open.published_business_profile.trade_name IS '商号または名称';

COMMENT ON COLUMN open.published_business_profile.trade_name_kana IS '商号または名称(カナ)';

COMMENT ON COLUMN open.published_business_profile.trade_name_en IS '商号または名称(英字)';

COMMENT ON COLUMN open.published_business_profile.organization_type IS '組織種別';

COMMENT ON COLUMN open.published_business_profile.alternate_name IS '通称';

COMMENT ON COLUMN open.published_business_profile.shop_name IS '屋号';

COMMENT ON COLUMN open.published_business_profile.activity_status IS '事業活動状況';

COMMENT ON COLUMN open.published_business_profile.business_description IS '事業者説明';

COMMENT ON COLUMN open.published_business_profile.website_url IS 'WebサイトURL';

COMMENT ON COLUMN open.published_business_profile.establishment_date IS '設立年月日';

COMMENT ON COLUMN open.published_business_profile.founding_year IS '創業年';

COMMENT ON COLUMN open.published_business_profile.fiscal_year_start_date IS '事業年度開始日';

COMMENT ON COLUMN open.published_business_profile.fiscal_closing_month IS '決算月';

COMMENT ON COLUMN open.published_business_profile.capital_amount IS '資本金または出資の額';

COMMENT ON COLUMN open.published_business_profile.issued_shares_total IS '発行済株式総数';

COMMENT ON COLUMN open.published_business_profile.employee_count IS '従業員数';

COMMENT ON COLUMN open.published_business_profile.regular_employee_count IS '常時使用する従業員数';

COMMENT ON COLUMN open.published_business_profile.fulltime_employee_count IS '正社員数';

COMMENT ON COLUMN open.published_business_profile.parttime_employee_count IS 'パート・アルバイト数';

COMMENT ON COLUMN open.published_business_profile.officer_count IS '役員数';

COMMENT ON COLUMN open.published_business_profile.male_employee_count IS '従業員数(男性)';

COMMENT ON COLUMN open.published_business_profile.female_employee_count IS '従業員数(女性)';

COMMENT ON COLUMN open.published_business_profile.invoice_registration_number IS '適格請求書発行事業者登録番号';

COMMENT ON COLUMN open.published_business_profile.consumption_tax_status IS '消費税課税事業者区分';

COMMENT ON COLUMN open.published_business_profile.corporate_number_assigned_date IS '法人番号指定年月日';

COMMENT ON COLUMN open.published_business_profile.registry_process_code IS '登記情報処理区分';

COMMENT ON COLUMN open.published_business_profile.registry_change_date IS '登記情報変更年月日';

COMMENT ON COLUMN open.published_business_profile.registry_close_date IS '登記記録の閉鎖等年月日';

COMMENT ON COLUMN open.published_business_profile.registry_close_cause IS '登記記録の閉鎖等の事由';

COMMENT ON COLUMN open.published_business_profile.successor_corporate_number IS '承継先法人番号';

CREATE TABLE open.published_certification_commendation (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	commendation_title TEXT,
	commendation_date DATE,
	commendation_ministry TEXT,
	commendation_target TEXT,
	commendation_category TEXT,
	CONSTRAINT pk_published_certification_commendation PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_certification_commendation IS '公表情報: 表彰';

COMMENT ON COLUMN open.published_certification_commendation.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_certification_commendation.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_certification_commendation.commendation_title IS '表彰名';

COMMENT ON COLUMN open.published_certification_commendation.commendation_date IS '表彰年月日';

COMMENT ON COLUMN open.published_certification_commendation.commendation_ministry IS '表彰府省';

COMMENT ON COLUMN open.published_certification_commendation.commendation_target IS '受賞対象';

COMMENT ON COLUMN open.published_certification_commendation.commendation_category IS '表彰部門';

CREATE TABLE open.published_certification_row (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	certification_title TEXT,
	certification_date DATE,
	certification_expiry_date DATE,
	certification_ministry TEXT,
	certification_target TEXT,
	certification_category TEXT,
	CONSTRAINT pk_published_certification_row PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_certification_row IS '公表情報: 認定・届出';

COMMENT ON COLUMN open.published_certification_row.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_certification_row.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_certification_row.certification_title IS '認定・届出名称';

COMMENT ON COLUMN open.published_certification_row.certification_date IS '認定日';

COMMENT ON COLUMN open.published_certification_row.certification_expiry_date IS '認定有効期限';

COMMENT ON COLUMN open.published_certification_row.certification_ministry IS '認定府省';

COMMENT ON COLUMN open.published_certification_row.certification_target IS '認定対象';

COMMENT ON COLUMN open.published_certification_row.certification_category IS '認定部門';

CREATE TABLE open.published_financial_statement (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	fin_closing_date DATE,
	fin_period_start_date DATE,
	fin_period_end_date DATE,
	fin_period_class TEXT,
	fin_accounting_standard TEXT,
	fin_tax_accounting_method TEXT,
	fin_employees_at_end BIGINT,
	fin_total_assets BIGINT,
	fin_current_assets BIGINT,
	fin_cash_and_deposits BIGINT,
	fin_notes_receivable BIGINT,
	fin_accounts_receivable BIGINT,
	fin_securities BIGINT,
	fin_inventories BIGINT,
	fin_other_current_assets BIGINT,
	fin_advance_payments BIGINT,
	fin_short_term_loans_receivable BIGINT,
	fin_allowance_for_doubtful BIGINT,
	fin_fixed_assets BIGINT,
	fin_tangible_fixed_assets BIGINT,
	fin_land BIGINT,
	fin_intangible_fixed_assets BIGINT,
	fin_other_fixed_assets BIGINT,
	fin_loans_receivable_total BIGINT,
	fin_deferred_assets BIGINT,
	fin_total_liabilities BIGINT,
	fin_current_liabilities BIGINT,
	fin_notes_payable BIGINT,
	fin_accounts_payable BIGINT,
	fin_short_term_borrowings BIGINT,
	fin_other_current_liabilities BIGINT,
	fin_accrued_liabilities BIGINT,
	fin_advances_received BIGINT,
	fin_deposits_received BIGINT,
	fin_fixed_liabilities BIGINT,
	fin_long_term_borrowings BIGINT,
	fin_bonds_payable BIGINT,
	fin_borrowings_from_officers BIGINT,
	fin_net_assets BIGINT,
	fin_capital_stock_at_end BIGINT,
	fin_capital_reserve BIGINT,
	fin_retained_earnings BIGINT,
	fin_net_sales BIGINT,
	fin_cost_of_sales BIGINT,
	fin_depreciation_in_cost BIGINT,
	fin_labor_cost BIGINT,
	fin_gross_profit BIGINT,
	fin_sga_expenses BIGINT,
	fin_depreciation_in_sga BIGINT,
	fin_personnel_cost BIGINT,
	fin_officer_compensation BIGINT,
	fin_total_payroll BIGINT,
	fin_rent_expenses BIGINT,
	fin_rd_expenses BIGINT,
	fin_operating_income BIGINT,
	fin_non_operating_income BIGINT,
	fin_non_operating_expenses BIGINT,
	fin_interest_expense BIGINT,
	fin_ordinary_income BIGINT,
	fin_extraordinary_gain BIGINT,
	fin_extraordinary_loss BIGINT,
	fin_income_before_tax BIGINT,
	fin_net_income BIGINT,
	fin_depreciation_total BIGINT,
	fin_value_added BIGINT,
	fin_interest_bearing_debt BIGINT,
	fin_overseas_sales BIGINT,
	CONSTRAINT pk_published_financial_statement PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_financial_statement IS '公表情報: 財務(決算期)';

COMMENT ON COLUMN open.published_financial_statement.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_financial_statement.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_financial_statement.fin_closing_date IS '決算年月日';

COMMENT ON COLUMN open.published_financial_statement.fin_period_start_date IS '事業期間開始日';

COMMENT ON COLUMN open.published_financial_statement.fin_period_end_date IS '事業期間終了日';

COMMENT ON COLUMN open.published_financial_statement.fin_period_class IS '決算期区分(直近・前期・前々期)';

COMMENT ON COLUMN open.published_financial_statement.fin_accounting_standard IS '会計基準';

COMMENT ON COLUMN open.published_financial_statement.fin_tax_accounting_method IS '消費税経理方式(税込・税抜)';

COMMENT ON COLUMN open.published_financial_statement.fin_employees_at_end IS '期末従業員数';

COMMENT ON COLUMN open.published_financial_statement.fin_total_assets IS '資産合計';

COMMENT ON COLUMN open.published_financial_statement.fin_current_assets IS '流動資産合計';

COMMENT ON COLUMN open.published_financial_statement.fin_cash_and_deposits IS '現金及び預金';

COMMENT ON COLUMN open.published_financial_statement.fin_notes_receivable IS '受取手形';

COMMENT ON COLUMN open.published_financial_statement.fin_accounts_receivable IS '売掛金';

COMMENT ON COLUMN open.published_financial_statement.fin_securities IS '有価証券';

COMMENT ON COLUMN open.published_financial_statement.fin_inventories IS '棚卸資産';

COMMENT ON COLUMN open.published_financial_statement.fin_other_current_assets IS 'その他流動資産合計';

COMMENT ON COLUMN open.published_financial_statement.fin_advance_payments IS '前払金';

COMMENT ON COLUMN open.published_financial_statement.fin_short_term_loans_receivable IS '短期貸付金';

COMMENT ON COLUMN open.published_financial_statement.fin_allowance_for_doubtful IS '貸倒引当金';

COMMENT ON COLUMN open.published_financial_statement.fin_fixed_assets IS '固定資産合計';

COMMENT ON COLUMN open.published_financial_statement.fin_tangible_fixed_assets IS '有形固定資産合計';

COMMENT ON COLUMN open.published_financial_statement.fin_land IS '土地';

COMMENT ON COLUMN open.published_financial_statement.fin_intangible_fixed_assets IS '無形固定資産合計';

COMMENT ON COLUMN open.published_financial_statement.fin_other_fixed_assets IS 'その他固定資産合計';

COMMENT ON COLUMN open.published_financial_statement.fin_loans_receivable_total IS '貸付金合計';

COMMENT ON COLUMN open.published_financial_statement.fin_deferred_assets IS '繰延資産';

COMMENT ON COLUMN open.published_financial_statement.fin_total_liabilities IS '負債合計';

COMMENT ON COLUMN open.published_financial_statement.fin_current_liabilities IS '流動負債合計';

COMMENT ON COLUMN open.published_financial_statement.fin_notes_payable IS '支払手形';

COMMENT ON COLUMN open.published_financial_statement.fin_accounts_payable IS '買掛金';

COMMENT ON COLUMN open.published_financial_statement.fin_short_term_borrowings IS '短期借入金';

COMMENT ON COLUMN open.published_financial_statement.fin_other_current_liabilities IS 'その他流動負債合計';

COMMENT ON COLUMN open.published_financial_statement.fin_accrued_liabilities IS '未払金';

COMMENT ON COLUMN open.published_financial_statement.fin_advances_received IS '前受金';

COMMENT ON COLUMN open.published_financial_statement.fin_deposits_received IS '預り金';

COMMENT ON COLUMN open.published_financial_statement.fin_fixed_liabilities IS '固定負債合計';

COMMENT ON COLUMN open.published_financial_statement.fin_long_term_borrowings IS '長期借入金';

COMMENT ON COLUMN open.published_financial_statement.fin_bonds_payable IS '社債';

COMMENT ON COLUMN open.published_financial_statement.fin_borrowings_from_officers IS '役員借入金';

COMMENT ON COLUMN open.published_financial_statement.fin_net_assets IS '純資産合計';

COMMENT ON COLUMN open.published_financial_statement.fin_capital_stock_at_end IS '期末資本金';

COMMENT ON COLUMN open.published_financial_statement.fin_capital_reserve IS '資本準備金';

COMMENT ON COLUMN open.published_financial_statement.fin_retained_earnings IS '利益剰余金';

COMMENT ON COLUMN open.published_financial_statement.fin_net_sales IS '売上高';

COMMENT ON COLUMN open.published_financial_statement.fin_cost_of_sales IS '売上原価';

COMMENT ON COLUMN open.published_financial_statement.fin_depreciation_in_cost IS '売上原価内減価償却費';

COMMENT ON COLUMN open.published_financial_statement.fin_labor_cost IS '労務費';

COMMENT ON COLUMN open.published_financial_statement.fin_gross_profit IS '売上総利益';

COMMENT ON COLUMN open.published_financial_statement.fin_sga_expenses IS '販売費及び一般管理費';

COMMENT ON COLUMN open.published_financial_statement.fin_depreciation_in_sga IS '販管費内減価償却費';

COMMENT ON COLUMN open.published_financial_statement.fin_personnel_cost IS '人件費';

COMMENT ON COLUMN open.published_financial_statement.fin_officer_compensation IS '役員報酬';

COMMENT ON COLUMN open.published_financial_statement.fin_total_payroll IS '給与支給総額';

COMMENT ON COLUMN open.published_financial_statement.fin_rent_expenses IS '地代家賃';

COMMENT ON COLUMN open.published_financial_statement.fin_rd_expenses IS '研究開発費';

COMMENT ON COLUMN open.published_financial_statement.fin_operating_income IS '営業利益';

COMMENT ON COLUMN open.published_financial_statement.fin_non_operating_income IS '営業外収益';

COMMENT ON COLUMN open.published_financial_statement.fin_non_operating_expenses IS '営業外費用';

COMMENT ON COLUMN open.published_financial_statement.fin_interest_expense IS '支払利息';

COMMENT ON COLUMN open.published_financial_statement.fin_ordinary_income IS '経常利益';

COMMENT ON COLUMN open.published_financial_statement.fin_extraordinary_gain IS '特別利益';

COMMENT ON COLUMN open.published_financial_statement.fin_extraordinary_loss IS '特別損失';

COMMENT ON COLUMN open.published_financial_statement.fin_income_before_tax IS '税引前当期純利益';

COMMENT ON COLUMN open.published_financial_statement.fin_net_income IS '当期純利益';

COMMENT ON COLUMN open.published_financial_statement.fin_depreciation_total IS '減価償却費合計';

COMMENT ON COLUMN open.published_financial_statement.fin_value_added IS '付加価値額';

COMMENT ON COLUMN open.published_financial_statement.fin_interest_bearing_debt IS '有利子負債合計';

COMMENT ON COLUMN open.published_financial_statement.fin_overseas_sales IS '海外売上高';

CREATE TABLE open.published_grant_history_procurement (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	procurement_title TEXT,
	procurement_amount BIGINT,
	procurement_order_date DATE,
	procurement_ministry TEXT,
	CONSTRAINT pk_published_grant_history_procurement PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_grant_history_procurement IS '公表情報: 調達実績';

COMMENT ON COLUMN open.published_grant_history_procurement.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_grant_history_procurement.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_grant_history_procurement.procurement_title IS '調達事業名';

COMMENT ON COLUMN open.published_grant_history_procurement.procurement_amount IS '調達金額';

COMMENT ON COLUMN open.published_grant_history_procurement.procurement_order_date IS '調達受注日';

COMMENT ON COLUMN open.published_grant_history_procurement.procurement_ministry IS '調達府省';

CREATE TABLE open.published_grant_history_received_subsidy (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	received_subsidy_title TEXT,
	received_subsidy_amount BIGINT,
	received_subsidy_date DATE,
	received_subsidy_ministry TEXT,
	received_subsidy_target TEXT,
	received_subsidy_theme TEXT,
	received_subsidy_difference TEXT,
	CONSTRAINT pk_published_grant_history_received_subsidy PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_grant_history_received_subsidy IS '公表情報: 受給補助金';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_title IS '受給補助金名称';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_amount IS '受給補助金額';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_date IS '受給補助金認定日';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_ministry IS '受給補助金府省';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_target IS '受給補助金対象';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_theme IS '受給補助金の事業テーマ名';

COMMENT ON COLUMN open.published_grant_history_received_subsidy.received_subsidy_difference IS '受給補助事業との相違点';

CREATE TABLE open.published_intellectual_property (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	ip_type TEXT,
	ip_application_number TEXT,
	ip_application_date DATE,
	ip_publication_number TEXT,
	ip_registration_number TEXT,
	ip_registration_date DATE,
	ip_title TEXT,
	ip_classification_type TEXT,
	ip_classification_code TEXT,
	ip_classification_name TEXT,
	ip_document_url TEXT,
	ip_owner_name TEXT,
	ip_expiry_date DATE,
	ip_country TEXT,
	ip_use_status TEXT,
	ip_licensee TEXT,
	ip_related_business TEXT,
	CONSTRAINT pk_published_intellectual_property PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_intellectual_property IS '公表情報: 知的財産権';

COMMENT ON COLUMN open.published_intellectual_property.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_intellectual_property.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_intellectual_property.ip_type IS '知財種別(特許・実用新案・意匠・商標)';

COMMENT ON COLUMN open.published_intellectual_property.ip_application_number IS '知財出願番号';

COMMENT ON COLUMN open.published_intellectual_property.ip_application_date IS '知財出願年月日';

COMMENT ON COLUMN open.published_intellectual_property.ip_publication_number IS '知財公開番号';

COMMENT ON COLUMN open.published_intellectual_property.ip_registration_number IS '知財登録番号';

COMMENT ON COLUMN open.published_intellectual_property.ip_registration_date IS '知財登録年月日';

COMMENT ON COLUMN open.published_intellectual_property.ip_title IS '知財名称(発明の名称・意匠に係る物品・表示用商標)';

COMMENT ON COLUMN open.published_intellectual_property.ip_classification_type IS '知財分類コード種別';

COMMENT ON COLUMN open.published_intellectual_property.ip_classification_code IS '知財分類コード値';

COMMENT ON COLUMN open.published_intellectual_property.ip_classification_name IS '知財分類名称';

COMMENT ON COLUMN open.published_intellectual_property.ip_document_url IS '知財文献固定アドレス';

COMMENT ON COLUMN open.published_intellectual_property.ip_owner_name IS '知財権利者名';

COMMENT ON COLUMN open.published_intellectual_property.ip_expiry_date IS '知財存続期間満了日';

COMMENT ON COLUMN open.published_intellectual_property.ip_country IS '知財権利の国・地域';

COMMENT ON COLUMN open.published_intellectual_property.ip_use_status IS '知財実施状況';

COMMENT ON COLUMN open.published_intellectual_property.ip_licensee IS '知財実施許諾先';

COMMENT ON COLUMN open.published_intellectual_property.ip_related_business IS '知財に関連する事業・製品';

CREATE TABLE open.published_registered_address (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	registered_postal_code TEXT,
	registered_local_government_code TEXT,
	registered_town_id TEXT,
	registered_prefecture TEXT,
	registered_city TEXT,
	registered_town TEXT,
	registered_block_and_lot TEXT,
	registered_building TEXT,
	registered_full_address TEXT,
	registered_address_kana TEXT,
	registered_latitude NUMERIC,
	registered_longitude NUMERIC,
	CONSTRAINT pk_published_registered_address PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_registered_address IS '公表情報: 登記住所';

COMMENT ON COLUMN open.published_registered_address.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_registered_address.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_registered_address.registered_postal_code IS '登記住所の郵便番号';

COMMENT ON COLUMN open.published_registered_address.registered_local_government_code IS '登記住所の全国地方公共団体コード';

COMMENT ON COLUMN open.published_registered_address.registered_town_id IS '登記住所の町字ID';

COMMENT ON COLUMN open.published_registered_address.registered_prefecture IS '登記住所の都道府県';

COMMENT ON COLUMN open.published_registered_address.registered_city IS '登記住所の市区町村';

COMMENT ON COLUMN open.published_registered_address.registered_town IS '登記住所の町字';

COMMENT ON COLUMN open.published_registered_address.registered_block_and_lot IS '登記住所の番地以下';

COMMENT ON COLUMN open.published_registered_address.registered_building IS '登記住所の建物名等';

COMMENT ON COLUMN open.published_registered_address.registered_full_address IS '登記住所の連結表記';

COMMENT ON COLUMN open.published_registered_address.registered_address_kana IS '登記住所(カナ)';

COMMENT ON COLUMN open.published_registered_address.registered_latitude IS '登記住所の代表点の緯度';

COMMENT ON COLUMN open.published_registered_address.registered_longitude IS '登記住所の代表点の経度';

CREATE TABLE open.published_representative (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	representative_family_name TEXT,
	representative_given_name TEXT,
	representative_family_name_kana TEXT,
	representative_given_name_kana TEXT,
	representative_title TEXT,
	representative_birth_date DATE,
	representative_age BIGINT,
	representative_sex TEXT,
	representative_appointed_date DATE,
	representative_address TEXT,
	representative_career TEXT,
	CONSTRAINT pk_published_representative PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_representative IS '公表情報: 代表者';

COMMENT ON COLUMN open.published_representative.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_representative.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_representative.representative_family_name IS '代表者の氏(姓)';

COMMENT ON COLUMN open.published_representative.representative_given_name IS '代表者の名';

COMMENT ON COLUMN open.published_representative.representative_family_name_kana IS '代表者の氏(姓・カナ)';

COMMENT ON COLUMN open.published_representative.representative_given_name_kana IS '代表者の名(カナ)';

COMMENT ON COLUMN open.published_representative.representative_title IS '代表者の役職名';

COMMENT ON COLUMN open.published_representative.representative_birth_date IS '代表者生年月日';

COMMENT ON COLUMN open.published_representative.representative_age IS '代表者年齢';

COMMENT ON COLUMN open.published_representative.representative_sex IS '代表者性別';

COMMENT ON COLUMN open.published_representative.representative_appointed_date IS '代表者就任年月日';

COMMENT ON COLUMN open.published_representative.representative_address IS '代表者住所';

COMMENT ON COLUMN open.published_representative.representative_career IS '代表者経歴';

CREATE TABLE open.published_shareholder_securities_report (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	shareholder_major_name_securities_report TEXT,
	shareholder_major_ratio_securities_report NUMERIC,
	CONSTRAINT pk_published_shareholder_securities_report PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_shareholder_securities_report IS '公表情報: 大株主(有価証券報告書)';

COMMENT ON COLUMN open.published_shareholder_securities_report.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_shareholder_securities_report.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_shareholder_securities_report.shareholder_major_name_securities_report IS '大株主名(有価証券報告書)';

COMMENT ON COLUMN open.published_shareholder_securities_report.shareholder_major_ratio_securities_report IS '大株主の持株割合(有価証券報告書)';

CREATE TABLE open.published_workplace (
	business_id UUID NOT NULL,
	source TEXT NOT NULL,
	row_no INTEGER NOT NULL,
	as_of_on DATE NOT NULL,
	payload_sha256 TEXT NOT NULL,
	avg_employee_age NUMERIC,
	avg_service_years NUMERIC,
	avg_service_years_male NUMERIC,
	avg_service_years_female NUMERIC,
	avg_overtime_hours NUMERIC,
	female_worker_ratio NUMERIC,
	female_manager_count BIGINT,
	manager_total_count BIGINT,
	female_officer_count BIGINT,
	paternity_leave_eligible BIGINT,
	paternity_leave_taken BIGINT,
	maternity_leave_eligible BIGINT,
	maternity_leave_taken BIGINT,
	lowest_hourly_wage BIGINT,
	avg_annual_salary BIGINT,
	CONSTRAINT pk_published_workplace PRIMARY KEY (business_id, source, row_no)
);

COMMENT ON TABLE open.published_workplace IS '公表情報: 職場・雇用';

COMMENT ON COLUMN open.published_workplace.source IS 'gbizinfo, …';

COMMENT ON COLUMN open.published_workplace.row_no IS '1, 2, … as published';

COMMENT ON COLUMN open.published_workplace.avg_employee_age IS '従業員の平均年齢';

COMMENT ON COLUMN open.published_workplace.avg_service_years IS '正社員の平均継続勤務年数';

COMMENT ON COLUMN open.published_workplace.avg_service_years_male IS '男性の平均継続勤務年数';

COMMENT ON COLUMN open.published_workplace.avg_service_years_female IS '女性の平均継続勤務年数';

COMMENT ON COLUMN open.published_workplace.avg_overtime_hours IS '月平均所定外労働時間';

COMMENT ON COLUMN open.published_workplace.female_worker_ratio IS '女性労働者の割合';

COMMENT ON COLUMN open.published_workplace.female_manager_count IS '女性管理職人数';

COMMENT ON COLUMN open.published_workplace.manager_total_count IS '管理職全体人数';

COMMENT ON COLUMN open.published_workplace.female_officer_count IS '女性役員人数';

COMMENT ON COLUMN open.published_workplace.paternity_leave_eligible IS '育児休業対象者数(男性)';

COMMENT ON COLUMN open.published_workplace.paternity_leave_taken IS '育児休業取得者数(男性)';

COMMENT ON COLUMN open.published_workplace.maternity_leave_eligible IS '育児休業対象者数(女性)';

COMMENT ON COLUMN open.published_workplace.maternity_leave_taken IS '育児休業取得者数(女性)';

COMMENT ON COLUMN open.published_workplace.lowest_hourly_wage IS '事業場内最低賃金';

COMMENT ON COLUMN open.published_workplace.avg_annual_salary IS '平均給与額';

CREATE TABLE open.register_body (
	corporate_number TEXT NOT NULL,
	business_id UUID DEFAULT gen_random_uuid() NOT NULL,
	sequence_number BIGINT NOT NULL,
	process TEXT NOT NULL,
	correction TEXT NOT NULL,
	updated_on DATE NOT NULL,
	changed_on DATE,
	name TEXT NOT NULL,
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

COMMENT ON COLUMN open.register_body.kind IS '法人種別';

COMMENT ON COLUMN open.register_body.local_government_code IS '団体コード, 6 digits with its check digit';

COMMENT ON COLUMN open.register_body.address_outside IS '国外所在地';

COMMENT ON COLUMN open.register_body.successor_number IS '承継先法人番号';

COMMENT ON COLUMN open.register_body.change_detail IS '変更事由の詳細';

COMMENT ON COLUMN open.register_body.out_of_search IS '検索対象除外';

COMMENT ON COLUMN open.register_body.made_up IS 'sample data, no real body';

COMMENT ON COLUMN open.register_body.search_name IS 'name normalised for search';

COMMENT ON COLUMN open.register_body.grams IS 'bigrams of search_name and kana, packed';

CREATE TABLE open.support_institution (
	institution_id UUID DEFAULT gen_random_uuid() NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	region TEXT,
	valid_from DATE,
	valid_until DATE,
	made_up BOOLEAN DEFAULT false NOT NULL,
	CONSTRAINT pk_support_institution PRIMARY KEY (institution_id),
	CONSTRAINT uq_support_institution_name_kind UNIQUE (name, kind)
);

COMMENT ON TABLE open.support_institution IS '支援機関';

COMMENT ON COLUMN open.support_institution.kind IS '支援機関の種別, after the policy''s closed list (※3)';

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
	bank_code TEXT,
	bank_name TEXT,
	bank_branch_code TEXT,
	bank_branch_name TEXT,
	main_bank_flag BOOLEAN,
	loan_balance BIGINT,
	CONSTRAINT pk_bank_relation_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_bank_relation_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.bank_relation_row IS 'マスタ: 取引金融機関';

COMMENT ON COLUMN core.bank_relation_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.bank_relation_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.bank_relation_row.bank_code IS '取引金融機関コード';

COMMENT ON COLUMN core.bank_relation_row.bank_name IS '取引金融機関名';

COMMENT ON COLUMN core.bank_relation_row.bank_branch_code IS '取引支店コード';

COMMENT ON COLUMN core.bank_relation_row.bank_branch_name IS '取引支店名';

COMMENT ON COLUMN core.bank_relation_row.main_bank_flag IS 'メインバンク区分';

COMMENT ON COLUMN core.bank_relation_row.loan_balance IS '借入残高';

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
	business_summary TEXT,
	main_products_services TEXT[],
	company_history TEXT,
	unified_qualification_business_items TEXT[],
	unified_qualification_grade TEXT[],
	export_flag BOOLEAN,
	overseas_base_flag BOOLEAN,
	franchise_member_flag BOOLEAN,
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

COMMENT ON COLUMN core.business_industry.business_summary IS '事業概要';

COMMENT ON COLUMN core.business_industry.main_products_services IS '主要製品・サービス';

COMMENT ON COLUMN core.business_industry.company_history IS '企業の沿革';

COMMENT ON COLUMN core.business_industry.unified_qualification_business_items IS '営業品目コード(全省庁統一資格)';

COMMENT ON COLUMN core.business_industry.unified_qualification_grade IS '全省庁統一資格等級';

COMMENT ON COLUMN core.business_industry.export_flag IS '輸出の有無';

COMMENT ON COLUMN core.business_industry.overseas_base_flag IS '海外拠点の有無';

COMMENT ON COLUMN core.business_industry.franchise_member_flag IS 'フランチャイズ加盟の有無';

CREATE TABLE core.business_industry_license (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	business_license_name TEXT,
	business_license_number TEXT,
	business_license_expiry_date DATE,
	business_license_authority TEXT,
	CONSTRAINT pk_business_industry_license PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_industry_license_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_industry_license IS 'マスタ: 許認可';

COMMENT ON COLUMN core.business_industry_license.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_industry_license.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_industry_license.business_license_name IS '許認可・免許名称';

COMMENT ON COLUMN core.business_industry_license.business_license_number IS '許認可番号';

COMMENT ON COLUMN core.business_industry_license.business_license_expiry_date IS '許認可の有効期限';

COMMENT ON COLUMN core.business_industry_license.business_license_authority IS '許認可の行政庁';

CREATE TABLE core.business_place (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	business_place_list_entry_date DATE,
	CONSTRAINT pk_business_place PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_place_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_place IS 'マスタ: 事業所一覧';

COMMENT ON COLUMN core.business_place.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_place.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_place.business_place_list_entry_date IS '事業所一覧記入日';

CREATE TABLE core.business_place_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	business_place_number TEXT,
	business_place_name TEXT,
	business_place_name_kana TEXT,
	business_place_type TEXT,
	business_place_postal_code TEXT,
	business_place_local_government_code TEXT,
	business_place_prefecture TEXT,
	business_place_city TEXT,
	business_place_town_and_block TEXT,
	business_place_building TEXT,
	business_place_full_address TEXT,
	business_place_phone TEXT,
	business_place_industry_code TEXT,
	business_place_activity TEXT,
	business_place_employee_count BIGINT,
	business_place_tenure_type TEXT,
	business_place_employment_insurance_number TEXT,
	business_place_insured_count BIGINT,
	business_place_insurance_loss_date DATE,
	CONSTRAINT pk_business_place_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_place_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_place_row IS 'マスタ: 事業所';

COMMENT ON COLUMN core.business_place_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_place_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_place_row.business_place_number IS '事業所番号';

COMMENT ON COLUMN core.business_place_row.business_place_name IS '事業所名称';

COMMENT ON COLUMN core.business_place_row.business_place_name_kana IS '事業所名称(カナ)';

COMMENT ON COLUMN core.business_place_row.business_place_type IS '事業所種別(本社・支店・工場・店舗・研究所)';

COMMENT ON COLUMN core.business_place_row.business_place_postal_code IS '事業所の郵便番号';

COMMENT ON COLUMN core.business_place_row.business_place_local_government_code IS '事業所の全国地方公共団体コード';

COMMENT ON COLUMN core.business_place_row.business_place_prefecture IS '事業所の都道府県';

COMMENT ON COLUMN core.business_place_row.business_place_city IS '事業所の市区町村';

COMMENT ON COLUMN core.business_place_row.business_place_town_and_block IS '事業所の町字以下';

COMMENT ON COLUMN core.business_place_row.business_place_building IS '事業所の建物名等';

COMMENT ON COLUMN core.business_place_row.business_place_full_address IS '事業所の住所連結表記';

COMMENT ON COLUMN core.business_place_row.business_place_phone IS '事業所の電話番号';

COMMENT ON COLUMN core.business_place_row.business_place_industry_code IS '事業所の業種コード';

COMMENT ON COLUMN core.business_place_row.business_place_activity IS '事業所の事業内容';

COMMENT ON COLUMN core.business_place_row.business_place_employee_count IS '事業所の従業員数';

COMMENT ON COLUMN core.business_place_row.business_place_tenure_type IS '事業所の所有形態(自己所有・賃借)';

COMMENT ON COLUMN core.business_place_row.business_place_employment_insurance_number IS '雇用保険適用事業所番号';

COMMENT ON COLUMN core.business_place_row.business_place_insured_count IS '事業所の被保険者数';

COMMENT ON COLUMN core.business_place_row.business_place_insurance_loss_date IS '事業所の全喪年月日';

CREATE TABLE core.business_profile (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	corporate_number TEXT,
	sole_proprietor_key TEXT,
	business_entity_class TEXT,
	gbizid_account_id TEXT,
	gbizid_account_type TEXT,
	trade_name TEXT,
	trade_name_kana TEXT,
	trade_name_en TEXT,
	organization_type TEXT,
	alternate_name TEXT[],
	shop_name TEXT,
	activity_status TEXT,
	business_description TEXT,
	website_url TEXT,
	establishment_date DATE,
	founding_year BIGINT,
	fiscal_year_start_date TEXT,
	fiscal_closing_month BIGINT,
	capital_amount BIGINT,
	issued_shares_total BIGINT,
	employee_count BIGINT,
	regular_employee_count BIGINT,
	fulltime_employee_count BIGINT,
	parttime_employee_count BIGINT,
	officer_count BIGINT,
	male_employee_count BIGINT,
	female_employee_count BIGINT,
	invoice_registration_number TEXT,
	consumption_tax_status TEXT,
	corporate_number_assigned_date DATE,
	registry_process_code TEXT,
	registry_change_date DATE,
	registry_close_date DATE,
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

COMMENT ON COLUMN core.business_profile.business_entity_class IS '事業者区分(法人・個人事業主・組合・創業予定者)';

COMMENT ON COLUMN core.business_profile.gbizid_account_id IS 'GビズIDアカウント管理番号';

COMMENT ON COLUMN core.business_profile.gbizid_account_type IS 'GビズIDアカウント種別';

COMMENT ON COLUMN core.business_profile.trade_name IS '商号または名称';

COMMENT ON COLUMN core.business_profile.trade_name_kana IS '商号または名称(カナ)';

COMMENT ON COLUMN core.business_profile.trade_name_en IS '商号または名称(英字)';

COMMENT ON COLUMN core.business_profile.organization_type IS '組織種別';

COMMENT ON COLUMN core.business_profile.alternate_name IS '通称';

COMMENT ON COLUMN core.business_profile.shop_name IS '屋号';

COMMENT ON COLUMN core.business_profile.activity_status IS '事業活動状況';

COMMENT ON COLUMN core.business_profile.business_description IS '事業者説明';

COMMENT ON COLUMN core.business_profile.website_url IS 'WebサイトURL';

COMMENT ON COLUMN core.business_profile.establishment_date IS '設立年月日';

COMMENT ON COLUMN core.business_profile.founding_year IS '創業年';

COMMENT ON COLUMN core.business_profile.fiscal_year_start_date IS '事業年度開始日';

COMMENT ON COLUMN core.business_profile.fiscal_closing_month IS '決算月';

COMMENT ON COLUMN core.business_profile.capital_amount IS '資本金または出資の額';

COMMENT ON COLUMN core.business_profile.issued_shares_total IS '発行済株式総数';

COMMENT ON COLUMN core.business_profile.employee_count IS '従業員数';

COMMENT ON COLUMN core.business_profile.regular_employee_count IS '常時使用する従業員数';

COMMENT ON COLUMN core.business_profile.fulltime_employee_count IS '正社員数';

COMMENT ON COLUMN core.business_profile.parttime_employee_count IS 'パート・アルバイト数';

COMMENT ON COLUMN core.business_profile.officer_count IS '役員数';

COMMENT ON COLUMN core.business_profile.male_employee_count IS '従業員数(男性)';

COMMENT ON COLUMN core.business_profile.female_employee_count IS '従業員数(女性)';

COMMENT ON COLUMN core.business_profile.invoice_registration_number IS '適格請求書発行事業者登録番号';

COMMENT ON COLUMN core.business_profile.consumption_tax_status IS '消費税課税事業者区分';

COMMENT ON COLUMN core.business_profile.corporate_number_assigned_date IS '法人番号指定年月日';

COMMENT ON COLUMN core.business_profile.registry_process_code IS '登記情報処理区分';

COMMENT ON COLUMN core.business_profile.registry_change_date IS '登記情報変更年月日';

COMMENT ON COLUMN core.business_profile.registry_close_date IS '登記記録の閉鎖等年月日';

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
	sme_class TEXT,
	small_enterprise_flag BOOLEAN,
	deemed_large_enterprise_flag BOOLEAN,
	deemed_large_enterprise_reason TEXT,
	taxable_income_over_1_5bn_flag BOOLEAN,
	npo_flag BOOLEAN,
	sme_industry_class TEXT,
	sme_judged_date DATE,
	CONSTRAINT pk_business_sme_status PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_business_sme_status_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.business_sme_status IS 'マスタ: 中小企業者判定';

COMMENT ON COLUMN core.business_sme_status.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.business_sme_status.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.business_sme_status.sme_class IS '中小企業者区分';

COMMENT ON COLUMN core.business_sme_status.small_enterprise_flag IS '小規模企業者該当';

COMMENT ON COLUMN core.business_sme_status.deemed_large_enterprise_flag IS 'みなし大企業該当';

COMMENT ON COLUMN core.business_sme_status.deemed_large_enterprise_reason IS 'みなし大企業該当事由';

COMMENT ON COLUMN core.business_sme_status.taxable_income_over_1_5bn_flag IS '課税所得年平均額15億円超該当';

COMMENT ON COLUMN core.business_sme_status.npo_flag IS '特定非営利活動法人該当';

COMMENT ON COLUMN core.business_sme_status.sme_industry_class IS '判定に用いた業種区分';

COMMENT ON COLUMN core.business_sme_status.sme_judged_date IS '判定基準日';

CREATE TABLE core.certification (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	keiei_kakushin_flag BOOLEAN,
	keiei_kojo_flag BOOLEAN,
	bcp_plan_flag BOOLEAN,
	regional_leader_flag BOOLEAN,
	partnership_declaration_flag BOOLEAN,
	CONSTRAINT pk_certification PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_certification_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.certification IS 'マスタ: 認定・表彰の有無';

COMMENT ON COLUMN core.certification.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.certification.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.certification.keiei_kakushin_flag IS '経営革新計画の承認の有無';

COMMENT ON COLUMN core.certification.keiei_kojo_flag IS '経営力向上計画の認定の有無';

COMMENT ON COLUMN core.certification.bcp_plan_flag IS '事業継続力強化計画の認定の有無';

COMMENT ON COLUMN core.certification.regional_leader_flag IS '地域未来牽引企業の選定の有無';

COMMENT ON COLUMN core.certification.partnership_declaration_flag IS 'パートナーシップ構築宣言の有無';

CREATE TABLE core.certification_commendation (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	commendation_title TEXT,
	commendation_date DATE,
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

COMMENT ON COLUMN core.certification_commendation.commendation_date IS '表彰年月日';

COMMENT ON COLUMN core.certification_commendation.commendation_ministry IS '表彰府省';

COMMENT ON COLUMN core.certification_commendation.commendation_target IS '受賞対象';

COMMENT ON COLUMN core.certification_commendation.commendation_category IS '表彰部門';

CREATE TABLE core.certification_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	certification_title TEXT,
	certification_date DATE,
	certification_expiry_date DATE,
	certification_ministry TEXT,
	certification_target TEXT,
	certification_category TEXT,
	CONSTRAINT pk_certification_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_certification_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.certification_row IS 'マスタ: 認定・届出';

COMMENT ON COLUMN core.certification_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.certification_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.certification_row.certification_title IS '認定・届出名称';

COMMENT ON COLUMN core.certification_row.certification_date IS '認定日';

COMMENT ON COLUMN core.certification_row.certification_expiry_date IS '認定有効期限';

COMMENT ON COLUMN core.certification_row.certification_ministry IS '認定府省';

COMMENT ON COLUMN core.certification_row.certification_target IS '認定対象';

COMMENT ON COLUMN core.certification_row.certification_category IS '認定部門';

CREATE TABLE core.consent (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	secondary_use_consent BOOLEAN,
	consent_class TEXT,
	consent_at TIMESTAMP WITH TIME ZONE,
	consent_terms_version TEXT,
	consent_withdrawn_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_consent PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_consent_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.consent IS 'マスタ: 二次利用の同意';

COMMENT ON COLUMN core.consent.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.consent.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.consent.secondary_use_consent IS 'データ二次利用同意の有無';

COMMENT ON COLUMN core.consent.consent_class IS '同意区分(みなし同意・個別同意)';

COMMENT ON COLUMN core.consent.consent_at IS '同意日時';

COMMENT ON COLUMN core.consent.consent_terms_version IS '同意した規約の版';

COMMENT ON COLUMN core.consent.consent_withdrawn_at IS '同意撤回日時';

CREATE TABLE core.consent_item_provenance (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	source_system TEXT,
	acquired_at TIMESTAMP WITH TIME ZONE,
	source_last_update_date DATE,
	import_frequency TEXT,
	data_quality TEXT,
	CONSTRAINT pk_consent_item_provenance PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_consent_item_provenance_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.consent_item_provenance IS 'マスタ: 項目の来歴';

COMMENT ON COLUMN core.consent_item_provenance.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.consent_item_provenance.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.consent_item_provenance.source_system IS 'データ出典システム';

COMMENT ON COLUMN core.consent_item_provenance.acquired_at IS 'データ取得日時';

COMMENT ON COLUMN core.consent_item_provenance.source_last_update_date IS 'データ最終更新日';

COMMENT ON COLUMN core.consent_item_provenance.import_frequency IS 'データ取込頻度';

COMMENT ON COLUMN core.consent_item_provenance.data_quality IS 'データ品質区分';

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

COMMENT ON COLUMN core.consent_scope.consent_purpose IS '同意の利用目的';

COMMENT ON COLUMN core.consent_scope.consent_recipient_class IS '同意の提供先区分';

CREATE TABLE core.contact_person (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	contact_person_name TEXT,
	contact_person_name_kana TEXT,
	contact_person_department TEXT,
	contact_person_title TEXT,
	contact_person_phone TEXT,
	contact_person_mobile TEXT,
	contact_person_email TEXT,
	contact_person_mailing_address TEXT,
	CONSTRAINT pk_contact_person PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_contact_person_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.contact_person IS 'マスタ: 担当者';

COMMENT ON COLUMN core.contact_person.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.contact_person.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.contact_person.contact_person_name IS '担当者氏名';

COMMENT ON COLUMN core.contact_person.contact_person_name_kana IS '担当者氏名(カナ)';

COMMENT ON COLUMN core.contact_person.contact_person_department IS '担当者の部署';

COMMENT ON COLUMN core.contact_person.contact_person_title IS '担当者の役職';

COMMENT ON COLUMN core.contact_person.contact_person_phone IS '担当者電話番号';

COMMENT ON COLUMN core.contact_person.contact_person_mobile IS '担当者携帯電話番号';

COMMENT ON COLUMN core.contact_person.contact_person_email IS '担当者メールアドレス';

COMMENT ON COLUMN core.contact_person.contact_person_mailing_address IS '担当者の書類送付先住所';

CREATE TABLE core.contact_point (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	contact_name TEXT,
	contact_purpose TEXT,
	contact_phone TEXT,
	contact_extension TEXT,
	contact_fax TEXT,
	contact_email TEXT,
	contact_url TEXT,
	contact_social_media TEXT[],
	contact_address TEXT,
	CONSTRAINT pk_contact_point PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_contact_point_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.contact_point IS 'マスタ: 連絡先';

COMMENT ON COLUMN core.contact_point.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.contact_point.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.contact_point.contact_name IS '連絡先名称';

COMMENT ON COLUMN core.contact_point.contact_purpose IS '連絡先用途';

COMMENT ON COLUMN core.contact_point.contact_phone IS '連絡先電話番号';

COMMENT ON COLUMN core.contact_point.contact_extension IS '連絡先内線番号';

COMMENT ON COLUMN core.contact_point.contact_fax IS '連絡先FAX番号';

COMMENT ON COLUMN core.contact_point.contact_email IS '連絡先メールアドレス';

COMMENT ON COLUMN core.contact_point.contact_url IS '連絡先URL';

COMMENT ON COLUMN core.contact_point.contact_social_media IS '連絡先SNSアカウント';

COMMENT ON COLUMN core.contact_point.contact_address IS '連絡先住所';

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
	fin_closing_date DATE,
	fin_period_start_date DATE,
	fin_period_end_date DATE,
	fin_period_class TEXT,
	fin_accounting_standard TEXT,
	fin_tax_accounting_method TEXT,
	fin_employees_at_end BIGINT,
	fin_total_assets BIGINT,
	fin_current_assets BIGINT,
	fin_cash_and_deposits BIGINT,
	fin_notes_receivable BIGINT,
	fin_accounts_receivable BIGINT,
	fin_securities BIGINT,
	fin_inventories BIGINT,
	fin_other_current_assets BIGINT,
	fin_advance_payments BIGINT,
	fin_short_term_loans_receivable BIGINT,
	fin_allowance_for_doubtful BIGINT,
	fin_fixed_assets BIGINT,
	fin_tangible_fixed_assets BIGINT,
	fin_land BIGINT,
	fin_intangible_fixed_assets BIGINT,
	fin_other_fixed_assets BIGINT,
	fin_loans_receivable_total BIGINT,
	fin_deferred_assets BIGINT,
	fin_total_liabilities BIGINT,
	fin_current_liabilities BIGINT,
	fin_notes_payable BIGINT,
	fin_accounts_payable BIGINT,
	fin_short_term_borrowings BIGINT,
	fin_other_current_liabilities BIGINT,
	fin_accrued_liabilities BIGINT,
	fin_advances_received BIGINT,
	fin_deposits_received BIGINT,
	fin_fixed_liabilities BIGINT,
	fin_long_term_borrowings BIGINT,
	fin_bonds_payable BIGINT,
	fin_borrowings_from_officers BIGINT,
	fin_net_assets BIGINT,
	fin_capital_stock_at_end BIGINT,
	fin_capital_reserve BIGINT,
	fin_retained_earnings BIGINT,
	fin_net_sales BIGINT,
	fin_cost_of_sales BIGINT,
	fin_depreciation_in_cost BIGINT,
	fin_labor_cost BIGINT,
	fin_gross_profit BIGINT,
	fin_sga_expenses BIGINT,
	fin_depreciation_in_sga BIGINT,
	fin_personnel_cost BIGINT,
	fin_officer_compensation BIGINT,
	fin_total_payroll BIGINT,
	fin_rent_expenses BIGINT,
	fin_rd_expenses BIGINT,
	fin_operating_income BIGINT,
	fin_non_operating_income BIGINT,
	fin_non_operating_expenses BIGINT,
	fin_interest_expense BIGINT,
	fin_ordinary_income BIGINT,
	fin_extraordinary_gain BIGINT,
	fin_extraordinary_loss BIGINT,
	fin_income_before_tax BIGINT,
	fin_net_income BIGINT,
	fin_depreciation_total BIGINT,
	fin_value_added BIGINT,
	fin_interest_bearing_debt BIGINT,
	fin_overseas_sales BIGINT,
	CONSTRAINT pk_financial_statement PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_financial_statement_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.financial_statement IS 'マスタ: 財務(決算期)';

COMMENT ON COLUMN core.financial_statement.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.financial_statement.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.financial_statement.fin_closing_date IS '決算年月日';

COMMENT ON COLUMN core.financial_statement.fin_period_start_date IS '事業期間開始日';

COMMENT ON COLUMN core.financial_statement.fin_period_end_date IS '事業期間終了日';

COMMENT ON COLUMN core.financial_statement.fin_period_class IS '決算期区分(直近・前期・前々期)';

COMMENT ON COLUMN core.financial_statement.fin_accounting_standard IS '会計基準';

COMMENT ON COLUMN core.financial_statement.fin_tax_accounting_method IS '消費税経理方式(税込・税抜)';

COMMENT ON COLUMN core.financial_statement.fin_employees_at_end IS '期末従業員数';

COMMENT ON COLUMN core.financial_statement.fin_total_assets IS '資産合計';

COMMENT ON COLUMN core.financial_statement.fin_current_assets IS '流動資産合計';

COMMENT ON COLUMN core.financial_statement.fin_cash_and_deposits IS '現金及び預金';

COMMENT ON COLUMN core.financial_statement.fin_notes_receivable IS '受取手形';

COMMENT ON COLUMN core.financial_statement.fin_accounts_receivable IS '売掛金';

COMMENT ON COLUMN core.financial_statement.fin_securities IS '有価証券';

COMMENT ON COLUMN core.financial_statement.fin_inventories IS '棚卸資産';

COMMENT ON COLUMN core.financial_statement.fin_other_current_assets IS 'その他流動資産合計';

COMMENT ON COLUMN core.financial_statement.fin_advance_payments IS '前払金';

COMMENT ON COLUMN core.financial_statement.fin_short_term_loans_receivable IS '短期貸付金';

COMMENT ON COLUMN core.financial_statement.fin_allowance_for_doubtful IS '貸倒引当金';

COMMENT ON COLUMN core.financial_statement.fin_fixed_assets IS '固定資産合計';

COMMENT ON COLUMN core.financial_statement.fin_tangible_fixed_assets IS '有形固定資産合計';

COMMENT ON COLUMN core.financial_statement.fin_land IS '土地';

COMMENT ON COLUMN core.financial_statement.fin_intangible_fixed_assets IS '無形固定資産合計';

COMMENT ON COLUMN core.financial_statement.fin_other_fixed_assets IS 'その他固定資産合計';

COMMENT ON COLUMN core.financial_statement.fin_loans_receivable_total IS '貸付金合計';

COMMENT ON COLUMN core.financial_statement.fin_deferred_assets IS '繰延資産';

COMMENT ON COLUMN core.financial_statement.fin_total_liabilities IS '負債合計';

COMMENT ON COLUMN core.financial_statement.fin_current_liabilities IS '流動負債合計';

COMMENT ON COLUMN core.financial_statement.fin_notes_payable IS '支払手形';

COMMENT ON COLUMN core.financial_statement.fin_accounts_payable IS '買掛金';

COMMENT ON COLUMN core.financial_statement.fin_short_term_borrowings IS '短期借入金';

COMMENT ON COLUMN core.financial_statement.fin_other_current_liabilities IS 'その他流動負債合計';

COMMENT ON COLUMN core.financial_statement.fin_accrued_liabilities IS '未払金';

COMMENT ON COLUMN core.financial_statement.fin_advances_received IS '前受金';

COMMENT ON COLUMN core.financial_statement.fin_deposits_received IS '預り金';

COMMENT ON COLUMN core.financial_statement.fin_fixed_liabilities IS '固定負債合計';

COMMENT ON COLUMN core.financial_statement.fin_long_term_borrowings IS '長期借入金';

COMMENT ON COLUMN core.financial_statement.fin_bonds_payable IS '社債';

COMMENT ON COLUMN core.financial_statement.fin_borrowings_from_officers IS '役員借入金';

COMMENT ON COLUMN core.financial_statement.fin_net_assets IS '純資産合計';

COMMENT ON COLUMN core.financial_statement.fin_capital_stock_at_end IS '期末資本金';

COMMENT ON COLUMN core.financial_statement.fin_capital_reserve IS '資本準備金';

COMMENT ON COLUMN core.financial_statement.fin_retained_earnings IS '利益剰余金';

COMMENT ON COLUMN core.financial_statement.fin_net_sales IS '売上高';

COMMENT ON COLUMN core.financial_statement.fin_cost_of_sales IS '売上原価';

COMMENT ON COLUMN core.financial_statement.fin_depreciation_in_cost IS '売上原価内減価償却費';

COMMENT ON COLUMN core.financial_statement.fin_labor_cost IS '労務費';

COMMENT ON COLUMN core.financial_statement.fin_gross_profit IS '売上総利益';

COMMENT ON COLUMN core.financial_statement.fin_sga_expenses IS '販売費及び一般管理費';

COMMENT ON COLUMN core.financial_statement.fin_depreciation_in_sga IS '販管費内減価償却費';

COMMENT ON COLUMN core.financial_statement.fin_personnel_cost IS '人件費';

COMMENT ON COLUMN core.financial_statement.fin_officer_compensation IS '役員報酬';

COMMENT ON COLUMN core.financial_statement.fin_total_payroll IS '給与支給総額';

COMMENT ON COLUMN core.financial_statement.fin_rent_expenses IS '地代家賃';

COMMENT ON COLUMN core.financial_statement.fin_rd_expenses IS '研究開発費';

COMMENT ON COLUMN core.financial_statement.fin_operating_income IS '営業利益';

COMMENT ON COLUMN core.financial_statement.fin_non_operating_income IS '営業外収益';

COMMENT ON COLUMN core.financial_statement.fin_non_operating_expenses IS '営業外費用';

COMMENT ON COLUMN core.financial_statement.fin_interest_expense IS '支払利息';

COMMENT ON COLUMN core.financial_statement.fin_ordinary_income IS '経常利益';

COMMENT ON COLUMN core.financial_statement.fin_extraordinary_gain IS '特別利益';

COMMENT ON COLUMN core.financial_statement.fin_extraordinary_loss IS '特別損失';

COMMENT ON COLUMN core.financial_statement.fin_income_before_tax IS '税引前当期純利益';

COMMENT ON COLUMN core.financial_statement.fin_net_income IS '当期純利益';

COMMENT ON COLUMN core.financial_statement.fin_depreciation_total IS '減価償却費合計';

COMMENT ON COLUMN core.financial_statement.fin_value_added IS '付加価値額';

COMMENT ON COLUMN core.financial_statement.fin_interest_bearing_debt IS '有利子負債合計';

COMMENT ON COLUMN core.financial_statement.fin_overseas_sales IS '海外売上高';

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
	procurement_amount BIGINT,
	procurement_order_date DATE,
	procurement_ministry TEXT,
	CONSTRAINT pk_grant_history_procurement PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_grant_history_procurement_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.grant_history_procurement IS 'マスタ: 調達実績';

COMMENT ON COLUMN core.grant_history_procurement.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.grant_history_procurement.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.grant_history_procurement.procurement_title IS '調達事業名';

COMMENT ON COLUMN core.grant_history_procurement.procurement_amount IS '調達金額';

COMMENT ON COLUMN core.grant_history_procurement.procurement_order_date IS '調達受注日';

COMMENT ON COLUMN core.grant_history_procurement.procurement_ministry IS '調達府省';

CREATE TABLE core.grant_history_received_subsidy (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	received_subsidy_title TEXT,
	received_subsidy_amount BIGINT,
	received_subsidy_date DATE,
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

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_title IS '受給補助金名称';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_amount IS '受給補助金額';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_date IS '受給補助金認定日';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_ministry IS '受給補助金府省';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_target IS '受給補助金対象';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_theme IS '受給補助金の事業テーマ名';

COMMENT ON COLUMN core.grant_history_received_subsidy.received_subsidy_difference IS '受給補助事業との相違点';

CREATE TABLE core.intellectual_property (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	ip_type TEXT,
	ip_application_number TEXT,
	ip_application_date DATE,
	ip_publication_number TEXT,
	ip_registration_number TEXT,
	ip_registration_date DATE,
	ip_title TEXT,
	ip_classification_type TEXT,
	ip_classification_code TEXT,
	ip_classification_name TEXT,
	ip_document_url TEXT,
	ip_owner_name TEXT,
	ip_expiry_date DATE,
	ip_country TEXT,
	ip_use_status TEXT,
	ip_licensee TEXT,
	ip_related_business TEXT,
	CONSTRAINT pk_intellectual_property PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_intellectual_property_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.intellectual_property IS 'マスタ: 知的財産権';

COMMENT ON COLUMN core.intellectual_property.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.intellectual_property.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.intellectual_property.ip_type IS '知財種別(特許・実用新案・意匠・商標)';

COMMENT ON COLUMN core.intellectual_property.ip_application_number IS '知財出願番号';

COMMENT ON COLUMN core.intellectual_property.ip_application_date IS '知財出願年月日';

COMMENT ON COLUMN core.intellectual_property.ip_publication_number IS '知財公開番号';

COMMENT ON COLUMN core.intellectual_property.ip_registration_number IS '知財登録番号';

COMMENT ON COLUMN core.intellectual_property.ip_registration_date IS '知財登録年月日';

COMMENT ON COLUMN core.intellectual_property.ip_title IS '知財名称(発明の名称・意匠に係る物品・表示用商標)';

COMMENT ON COLUMN core.intellectual_property.ip_classification_type IS '知財分類コード種別';

COMMENT ON COLUMN core.intellectual_property.ip_classification_code IS '知財分類コード値';

COMMENT ON COLUMN core.intellectual_property.ip_classification_name IS '知財分類名称';

COMMENT ON COLUMN core.intellectual_property.ip_document_url IS '知財文献固定アドレス';

COMMENT ON COLUMN core.intellectual_property.ip_owner_name IS '知財権利者名';

COMMENT ON COLUMN core.intellectual_property.ip_expiry_date IS '知財存続期間満了日';

COMMENT ON COLUMN core.intellectual_property.ip_country IS '知財権利の国・地域';

COMMENT ON COLUMN core.intellectual_property.ip_use_status IS '知財実施状況';

COMMENT ON COLUMN core.intellectual_property.ip_licensee IS '知財実施許諾先';

COMMENT ON COLUMN core.intellectual_property.ip_related_business IS '知財に関連する事業・製品';

CREATE TABLE core.locaben_financial (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_base_closing_date DATE,
	locaben_industry_major TEXT,
	locaben_industry_minor TEXT,
	locaben_scale_class TEXT,
	locaben_sales_growth_rate NUMERIC,
	locaben_sales_growth_benchmark NUMERIC,
	locaben_sales_growth_score BIGINT,
	locaben_operating_margin NUMERIC,
	locaben_operating_margin_benchmark NUMERIC,
	locaben_operating_margin_score BIGINT,
	locaben_labor_productivity BIGINT,
	locaben_labor_productivity_benchmark BIGINT,
	locaben_labor_productivity_score BIGINT,
	locaben_ebitda_debt_ratio NUMERIC,
	locaben_ebitda_debt_benchmark NUMERIC,
	locaben_ebitda_debt_score BIGINT,
	locaben_working_capital_turnover NUMERIC,
	locaben_working_capital_benchmark NUMERIC,
	locaben_working_capital_score BIGINT,
	locaben_equity_ratio NUMERIC,
	locaben_equity_ratio_benchmark NUMERIC,
	locaben_equity_ratio_score BIGINT,
	locaben_total_score BIGINT,
	locaben_total_rank TEXT,
	CONSTRAINT pk_locaben_financial PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_locaben_financial_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.locaben_financial IS 'マスタ: ロカベン財務(決算期)';

COMMENT ON COLUMN core.locaben_financial.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.locaben_financial.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.locaben_financial.locaben_base_closing_date IS 'ロカベン算定基準決算日';

COMMENT ON COLUMN core.locaben_financial.locaben_industry_major IS 'ロカベン比較業種(大分類)';

COMMENT ON COLUMN core.locaben_financial.locaben_industry_minor IS 'ロカベン比較業種(小分類)';

COMMENT ON COLUMN core.locaben_financial.locaben_scale_class IS 'ロカベン比較事業規模区分';

COMMENT ON COLUMN core.locaben_financial.locaben_sales_growth_rate IS 'ロカベン売上増加率';

COMMENT ON COLUMN core.locaben_financial.locaben_sales_growth_benchmark IS 'ロカベン売上増加率の業種基準値';

COMMENT ON COLUMN core.locaben_financial.locaben_sales_growth_score IS 'ロカベン売上増加率の得点';

COMMENT ON COLUMN core.locaben_financial.locaben_operating_margin IS 'ロカベン営業利益率';

COMMENT ON COLUMN core.locaben_financial.locaben_operating_margin_benchmark IS 'ロカベン営業利益率の業種基準値';

COMMENT ON COLUMN core.locaben_financial.locaben_operating_margin_score IS 'ロカベン営業利益率の得点';

COMMENT ON COLUMN core.locaben_financial.locaben_labor_productivity IS 'ロカベン労働生産性';

COMMENT ON COLUMN core.locaben_financial.locaben_labor_productivity_benchmark IS 'ロカベン労働生産性の業種基準値';

COMMENT ON COLUMN core.locaben_financial.locaben_labor_productivity_score IS 'ロカベン労働生産性の得点';

COMMENT ON COLUMN core.locaben_financial.locaben_ebitda_debt_ratio IS 'ロカベンEBITDA有利子負債倍率';

COMMENT ON COLUMN core.locaben_financial.locaben_ebitda_debt_benchmark IS 'ロカベンEBITDA有利子負債倍率の業種基準値';

COMMENT ON COLUMN core.locaben_financial.locaben_ebitda_debt_score IS 'ロカベンEBITDA有利子負債倍率の得点';

COMMENT ON COLUMN core.locaben_financial.locaben_working_capital_turnover IS 'ロカベン営業運転資本回転期間';

COMMENT ON COLUMN core.locaben_financial.locaben_working_capital_benchmark IS 'ロカベン営業運転資本回転期間の業種基準値';

COMMENT ON COLUMN core.locaben_financial.locaben_working_capital_score IS 'ロカベン営業運転資本回転期間の得点';

COMMENT ON COLUMN core.locaben_financial.locaben_equity_ratio IS 'ロカベン自己資本比率';

COMMENT ON COLUMN core.locaben_financial.locaben_equity_ratio_benchmark IS 'ロカベン自己資本比率の業種基準値';

COMMENT ON COLUMN core.locaben_financial.locaben_equity_ratio_score IS 'ロカベン自己資本比率の得点';

COMMENT ON COLUMN core.locaben_financial.locaben_total_score IS 'ロカベン総合評価点';

COMMENT ON COLUMN core.locaben_financial.locaben_total_rank IS 'ロカベン総合評価ランク';

CREATE TABLE core.locaben_nonfinancial (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_nonfinancial_entry_date DATE,
	locaben_product_service_content TEXT,
	locaben_customer_value TEXT,
	locaben_end_user_profile TEXT,
	locaben_end_user_needs TEXT,
	locaben_vp_vision TEXT,
	locaben_vp_management_will TEXT,
	locaben_vp_successor TEXT,
	locaben_vb_history TEXT,
	locaben_vb_strength TEXT,
	locaben_vb_weakness TEXT,
	locaben_vb_it_use TEXT,
	locaben_vb_hourly_value_added TEXT,
	locaben_vs_market TEXT,
	locaben_vs_competitors TEXT,
	locaben_vs_repeat_rate TEXT,
	locaben_vs_customers_trend TEXT,
	locaben_vs_employees TEXT,
	locaben_vs_banks TEXT,
	locaben_vi_organization TEXT,
	locaben_vi_quality TEXT,
	locaben_vi_plan_sharing TEXT,
	locaben_vi_meetings TEXT,
	locaben_vi_rd TEXT,
	locaben_vi_ip TEXT,
	locaben_vi_hr_dev TEXT,
	locaben_current_recognition TEXT,
	locaben_future_goal TEXT,
	locaben_gap_issue TEXT,
	locaben_countermeasure TEXT,
	CONSTRAINT pk_locaben_nonfinancial PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_locaben_nonfinancial_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.locaben_nonfinancial IS 'マスタ: ロカベン非財務';

COMMENT ON COLUMN core.locaben_nonfinancial.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.locaben_nonfinancial.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_nonfinancial_entry_date IS 'ロカベン非財務記入日';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_product_service_content IS 'ロカベンの製品・サービスの内容';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_customer_value IS 'ロカベンの顧客に提供している価値';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_end_user_profile IS 'ロカベン商流のエンドユーザー属性';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_end_user_needs IS 'ロカベン商流のエンドユーザーのニーズ';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vp_vision IS 'ロカベン経営者視点_経営理念・ビジョン';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vp_management_will IS 'ロカベン経営者視点_経営意欲';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vp_successor IS 'ロカベン経営者視点_後継者の有無と育成・承継のタイミング';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vb_history IS 'ロカベン事業視点_企業及び事業沿革';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vb_strength IS 'ロカベン事業視点_強み';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vb_weakness IS 'ロカベン事業視点_弱み';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vb_it_use IS 'ロカベン事業視点_IT投資・活用の状況';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vb_hourly_value_added IS 'ロカベン事業視点_1時間当たり付加価値向上の取組';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vs_market IS 'ロカベン関係者視点_市場動向・規模・シェア';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vs_competitors IS 'ロカベン関係者視点_競合他社との比較';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vs_repeat_rate IS 'ロカベン関係者視点_顧客リピート率・新規開拓率';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vs_customers_trend IS 'ロカベン関係者視点_主な取引先企業の推移・フィードバック';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vs_employees IS 'ロカベン関係者視点_従業員定着率・勤続年数・平均給与';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vs_banks IS 'ロカベン関係者視点_取引金融機関数・メインバンクとの関係';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vi_organization IS 'ロカベン内部管理視点_組織体制';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vi_quality IS 'ロカベン内部管理視点_品質管理・情報管理体制';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vi_plan_sharing IS 'ロカベン内部管理視点_事業計画・経営計画の共有状況';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vi_meetings IS 'ロカベン内部管理視点_社内会議の実施状況';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vi_rd IS 'ロカベン内部管理視点_研究開発・商品開発の体制';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vi_ip IS 'ロカベン内部管理視点_知的財産権の保有・活用状況';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_vi_hr_dev IS 'ロカベン内部管理視点_人材育成の取組状況';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_current_recognition IS 'ロカベン現状認識';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_future_goal IS 'ロカベン将来目標';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_gap_issue IS 'ロカベン現状と目標のギャップ・課題';

COMMENT ON COLUMN core.locaben_nonfinancial.locaben_countermeasure IS 'ロカベン課題への対応策';

CREATE TABLE core.locaben_nonfinancial_customer (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_customer_name TEXT,
	locaben_customer_transaction TEXT,
	locaben_customer_reason TEXT,
	CONSTRAINT pk_locaben_nonfinancial_customer PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_locaben_nonfinancial_customer_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.locaben_nonfinancial_customer IS 'マスタ: ロカベン商流の得意先';

COMMENT ON COLUMN core.locaben_nonfinancial_customer.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.locaben_nonfinancial_customer.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.locaben_nonfinancial_customer.locaben_customer_name IS 'ロカベン商流の得意先名';

COMMENT ON COLUMN core.locaben_nonfinancial_customer.locaben_customer_transaction IS 'ロカベン商流の得意先取引内容';

COMMENT ON COLUMN core.locaben_nonfinancial_customer.locaben_customer_reason IS 'ロカベン商流の得意先に選ばれている理由';

CREATE TABLE core.locaben_nonfinancial_partner (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_partner_name TEXT,
	locaben_partner_transaction TEXT,
	CONSTRAINT pk_locaben_nonfinancial_partner PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_locaben_nonfinancial_partner_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.locaben_nonfinancial_partner IS 'マスタ: ロカベン商流の協力先';

COMMENT ON COLUMN core.locaben_nonfinancial_partner.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.locaben_nonfinancial_partner.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.locaben_nonfinancial_partner.locaben_partner_name IS 'ロカベン商流の協力先名';

COMMENT ON COLUMN core.locaben_nonfinancial_partner.locaben_partner_transaction IS 'ロカベン商流の協力先取引内容';

CREATE TABLE core.locaben_nonfinancial_process (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_process_no BIGINT,
	locaben_process_name TEXT,
	locaben_process_content TEXT,
	locaben_process_differentiator TEXT,
	CONSTRAINT pk_locaben_nonfinancial_process PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_locaben_nonfinancial_process_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.locaben_nonfinancial_process IS 'マスタ: ロカベン業務フローの工程';

COMMENT ON COLUMN core.locaben_nonfinancial_process.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.locaben_nonfinancial_process.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.locaben_nonfinancial_process.locaben_process_no IS 'ロカベン業務フローの工程番号';

COMMENT ON COLUMN core.locaben_nonfinancial_process.locaben_process_name IS 'ロカベン業務フローの工程名';

COMMENT ON COLUMN core.locaben_nonfinancial_process.locaben_process_content IS 'ロカベン業務フローの実施内容';

COMMENT ON COLUMN core.locaben_nonfinancial_process.locaben_process_differentiator IS 'ロカベン業務フローの差別化ポイント';

CREATE TABLE core.locaben_nonfinancial_supplier (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_supplier_name TEXT,
	locaben_supplier_transaction TEXT,
	locaben_supplier_reason TEXT,
	CONSTRAINT pk_locaben_nonfinancial_supplier PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_locaben_nonfinancial_supplier_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.locaben_nonfinancial_supplier IS 'マスタ: ロカベン商流の仕入先';

COMMENT ON COLUMN core.locaben_nonfinancial_supplier.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.locaben_nonfinancial_supplier.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.locaben_nonfinancial_supplier.locaben_supplier_name IS 'ロカベン商流の仕入先名';

COMMENT ON COLUMN core.locaben_nonfinancial_supplier.locaben_supplier_transaction IS 'ロカベン商流の仕入先取引内容';

COMMENT ON COLUMN core.locaben_nonfinancial_supplier.locaben_supplier_reason IS 'ロカベン商流の仕入先選定理由';

CREATE TABLE core.main_office_address (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	main_office_postal_code TEXT,
	main_office_local_government_code TEXT,
	main_office_prefecture TEXT,
	main_office_city TEXT,
	main_office_town_and_block TEXT,
	main_office_building TEXT,
	main_office_full_address TEXT,
	CONSTRAINT pk_main_office_address PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_main_office_address_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.main_office_address IS 'マスタ: 主たる事業所の住所';

COMMENT ON COLUMN core.main_office_address.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.main_office_address.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.main_office_address.main_office_postal_code IS '主たる事業所の郵便番号';

COMMENT ON COLUMN core.main_office_address.main_office_local_government_code IS '主たる事業所の全国地方公共団体コード';

COMMENT ON COLUMN core.main_office_address.main_office_prefecture IS '主たる事業所の都道府県';

COMMENT ON COLUMN core.main_office_address.main_office_city IS '主たる事業所の市区町村';

COMMENT ON COLUMN core.main_office_address.main_office_town_and_block IS '主たる事業所の町字以下';

COMMENT ON COLUMN core.main_office_address.main_office_building IS '主たる事業所の建物名等';

COMMENT ON COLUMN core.main_office_address.main_office_full_address IS '主たる事業所の住所連結表記';

CREATE TABLE core.officer (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	officer_list_entry_date DATE,
	CONSTRAINT pk_officer PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_officer_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.officer IS 'マスタ: 役員表';

COMMENT ON COLUMN core.officer.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.officer.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.officer.officer_list_entry_date IS '役員表記入日';

CREATE TABLE core.officer_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	officer_name TEXT,
	officer_name_kana TEXT,
	officer_title TEXT,
	officer_birth_date DATE,
	officer_sex TEXT,
	officer_fulltime_flag TEXT,
	officer_concurrent_company_name TEXT,
	officer_concurrent_corporate_number TEXT,
	officer_large_company_concurrent_flag BOOLEAN,
	CONSTRAINT pk_officer_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_officer_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.officer_row IS 'マスタ: 役員';

COMMENT ON COLUMN core.officer_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.officer_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.officer_row.officer_name IS '役員氏名';

COMMENT ON COLUMN core.officer_row.officer_name_kana IS '役員氏名(カナ)';

COMMENT ON COLUMN core.officer_row.officer_title IS '役員の役職';

COMMENT ON COLUMN core.officer_row.officer_birth_date IS '役員生年月日';

COMMENT ON COLUMN core.officer_row.officer_sex IS '役員性別';

COMMENT ON COLUMN core.officer_row.officer_fulltime_flag IS '役員の常勤・非常勤の別';

COMMENT ON COLUMN core.officer_row.officer_concurrent_company_name IS '役員の兼務先会社名';

COMMENT ON COLUMN core.officer_row.officer_concurrent_corporate_number IS '役員の兼務先法人番号';

COMMENT ON COLUMN core.officer_row.officer_large_company_concurrent_flag IS '役員の大企業役職員兼務の別';

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
	registered_postal_code TEXT,
	registered_local_government_code TEXT,
	registered_town_id TEXT,
	registered_prefecture TEXT,
	registered_city TEXT,
	registered_town TEXT,
	registered_block_and_lot TEXT,
	registered_building TEXT,
	registered_full_address TEXT,
	registered_address_kana TEXT,
	registered_latitude NUMERIC,
	registered_longitude NUMERIC,
	CONSTRAINT pk_registered_address PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_registered_address_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.registered_address IS 'マスタ: 登記住所';

COMMENT ON COLUMN core.registered_address.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.registered_address.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.registered_address.registered_postal_code IS '登記住所の郵便番号';

COMMENT ON COLUMN core.registered_address.registered_local_government_code IS '登記住所の全国地方公共団体コード';

COMMENT ON COLUMN core.registered_address.registered_town_id IS '登記住所の町字ID';

COMMENT ON COLUMN core.registered_address.registered_prefecture IS '登記住所の都道府県';

COMMENT ON COLUMN core.registered_address.registered_city IS '登記住所の市区町村';

COMMENT ON COLUMN core.registered_address.registered_town IS '登記住所の町字';

COMMENT ON COLUMN core.registered_address.registered_block_and_lot IS '登記住所の番地以下';

COMMENT ON COLUMN core.registered_address.registered_building IS '登記住所の建物名等';

COMMENT ON COLUMN core.registered_address.registered_full_address IS '登記住所の連結表記';

COMMENT ON COLUMN core.registered_address.registered_address_kana IS '登記住所(カナ)';

COMMENT ON COLUMN core.registered_address.registered_latitude IS '登記住所の代表点の緯度';

COMMENT ON COLUMN core.registered_address.registered_longitude IS '登記住所の代表点の経度';

CREATE TABLE core.representative (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	representative_family_name TEXT,
	representative_given_name TEXT,
	representative_family_name_kana TEXT,
	representative_given_name_kana TEXT,
	representative_title TEXT,
	representative_birth_date DATE,
	representative_age BIGINT,
	representative_sex TEXT,
	representative_appointed_date DATE,
	representative_address TEXT,
	representative_career TEXT,
	CONSTRAINT pk_representative PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_representative_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.representative IS 'マスタ: 代表者';

COMMENT ON COLUMN core.representative.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.representative.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.representative.representative_family_name IS '代表者の氏(姓)';

COMMENT ON COLUMN core.representative.representative_given_name IS '代表者の名';

COMMENT ON COLUMN core.representative.representative_family_name_kana IS '代表者の氏(姓・カナ)';

COMMENT ON COLUMN core.representative.representative_given_name_kana IS '代表者の名(カナ)';

COMMENT ON COLUMN core.representative.representative_title IS '代表者の役職名';

COMMENT ON COLUMN core.representative.representative_birth_date IS '代表者生年月日';

COMMENT ON COLUMN core.representative.representative_age IS '代表者年齢';

COMMENT ON COLUMN core.representative.representative_sex IS '代表者性別';

COMMENT ON COLUMN core.representative.representative_appointed_date IS '代表者就任年月日';

COMMENT ON COLUMN core.representative.representative_address IS '代表者住所';

COMMENT ON COLUMN core.representative.representative_career IS '代表者経歴';

CREATE TABLE core.shareholder (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	shareholder_list_entry_date DATE,
	CONSTRAINT pk_shareholder PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_shareholder_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.shareholder IS 'マスタ: 株主表';

COMMENT ON COLUMN core.shareholder.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.shareholder.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.shareholder.shareholder_list_entry_date IS '株主表記入日';

CREATE TABLE core.shareholder_row (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	shareholder_entity_class TEXT,
	shareholder_name TEXT,
	shareholder_corporate_number TEXT,
	shareholder_location TEXT,
	shareholder_investment_ratio NUMERIC,
	shareholder_large_company_flag BOOLEAN,
	shareholder_investment_amount BIGINT,
	shareholder_shares_held BIGINT,
	shareholder_voting_ratio NUMERIC,
	shareholder_relation_to_representative TEXT,
	CONSTRAINT pk_shareholder_row PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_shareholder_row_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.shareholder_row IS 'マスタ: 株主・出資者';

COMMENT ON COLUMN core.shareholder_row.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.shareholder_row.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.shareholder_row.shareholder_entity_class IS '株主区分(個人・法人)';

COMMENT ON COLUMN core.shareholder_row.shareholder_name IS '株主氏名または名称';

COMMENT ON COLUMN core.shareholder_row.shareholder_corporate_number IS '株主法人番号';

COMMENT ON COLUMN core.shareholder_row.shareholder_location IS '株主の所在地(市区町村まで)';

COMMENT ON COLUMN core.shareholder_row.shareholder_investment_ratio IS '株主出資比率';

COMMENT ON COLUMN core.shareholder_row.shareholder_large_company_flag IS '株主の大企業区分';

COMMENT ON COLUMN core.shareholder_row.shareholder_investment_amount IS '株主の出資額';

COMMENT ON COLUMN core.shareholder_row.shareholder_shares_held IS '株主の所有株式数';

COMMENT ON COLUMN core.shareholder_row.shareholder_voting_ratio IS '株主の議決権比率';

COMMENT ON COLUMN core.shareholder_row.shareholder_relation_to_representative IS '株主と代表者との関係';

CREATE TABLE core.shareholder_securities_report (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	shareholder_major_name_securities_report TEXT,
	shareholder_major_ratio_securities_report NUMERIC,
	CONSTRAINT pk_shareholder_securities_report PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_shareholder_securities_report_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.shareholder_securities_report IS 'マスタ: 大株主(有価証券報告書)';

COMMENT ON COLUMN core.shareholder_securities_report.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.shareholder_securities_report.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.shareholder_securities_report.shareholder_major_name_securities_report IS '大株主名(有価証券報告書)';

COMMENT ON COLUMN core.shareholder_securities_report.shareholder_major_ratio_securities_report IS '大株主の持株割合(有価証券報告書)';

CREATE TABLE core.succession_plan (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	succession_successor_exists TEXT,
	succession_intention TEXT,
	succession_basic_policy TEXT,
	succession_planned_date TEXT,
	succession_successor_name TEXT,
	succession_successor_birth_date DATE,
	succession_successor_relation TEXT,
	succession_successor_current_title TEXT,
	succession_training_internal TEXT,
	succession_training_external TEXT,
	succession_stakeholder_understanding TEXT,
	succession_asset_distribution TEXT,
	succession_share_valuation BIGINT,
	succession_business_assets TEXT,
	succession_personal_guarantee_flag BOOLEAN,
	succession_personal_guarantee_amount BIGINT,
	succession_special_plan_confirmed_flag BOOLEAN,
	succession_tax_deferral_status TEXT,
	succession_diagnosis_date DATE,
	succession_issue TEXT,
	succession_consulted_organization TEXT,
	CONSTRAINT pk_succession_plan PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_succession_plan_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.succession_plan IS 'マスタ: 承継計画';

COMMENT ON COLUMN core.succession_plan.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.succession_plan.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.succession_plan.succession_successor_exists IS '後継者の有無';

COMMENT ON COLUMN core.succession_plan.succession_intention IS '承継の意向';

COMMENT ON COLUMN core.succession_plan.succession_basic_policy IS '承継の基本方針';

COMMENT ON COLUMN core.succession_plan.succession_planned_date IS '承継の予定時期';

COMMENT ON COLUMN core.succession_plan.succession_successor_name IS '後継者氏名';

COMMENT ON COLUMN core.succession_plan.succession_successor_birth_date IS '後継者の生年月日';

COMMENT ON COLUMN core.succession_plan.succession_successor_relation IS '後継者と現経営者との関係';

COMMENT ON COLUMN core.succession_plan.succession_successor_current_title IS '後継者の現役職';

COMMENT ON COLUMN core.succession_plan.succession_training_internal IS '後継者教育の内容(社内)';

COMMENT ON COLUMN core.succession_plan.succession_training_external IS '後継者教育の内容(社外)';

COMMENT ON COLUMN core.succession_plan.succession_stakeholder_understanding IS '承継に係る関係者の理解に向けた取組';

COMMENT ON COLUMN core.succession_plan.succession_asset_distribution IS '承継に係る株式・財産の分配方針';

COMMENT ON COLUMN core.succession_plan.succession_share_valuation IS '承継に係る株式評価額';

COMMENT ON COLUMN core.succession_plan.succession_business_assets IS '承継に係る事業用資産の内容';

COMMENT ON COLUMN core.succession_plan.succession_personal_guarantee_flag IS '承継に係る経営者個人保証の有無';

COMMENT ON COLUMN core.succession_plan.succession_personal_guarantee_amount IS '承継に係る個人保証債務残高';

COMMENT ON COLUMN core.succession_plan.succession_special_plan_confirmed_flag IS '特例承継計画の確認の有無';

COMMENT ON COLUMN core.succession_plan.succession_tax_deferral_status IS '事業承継税制の適用状況';

COMMENT ON COLUMN core.succession_plan.succession_diagnosis_date IS '事業承継診断の実施日';

COMMENT ON COLUMN core.succession_plan.succession_issue IS '承継上の課題';

COMMENT ON COLUMN core.succession_plan.succession_consulted_organization IS '承継の相談先支援機関';

CREATE TABLE core.succession_plan_year (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	succession_plan_year_no BIGINT,
	succession_year_sales_target BIGINT,
	succession_year_ordinary_income_target BIGINT,
	succession_year_owner_share_ratio NUMERIC,
	succession_year_successor_share_ratio NUMERIC,
	succession_year_owner_title TEXT,
	succession_year_successor_title TEXT,
	CONSTRAINT pk_succession_plan_year PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_succession_plan_year_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.succession_plan_year IS 'マスタ: 承継計画の年次';

COMMENT ON COLUMN core.succession_plan_year.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.succession_plan_year.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.succession_plan_year.succession_plan_year_no IS '承継計画の年次';

COMMENT ON COLUMN core.succession_plan_year.succession_year_sales_target IS '承継計画の年次別売上高目標';

COMMENT ON COLUMN core.succession_plan_year.succession_year_ordinary_income_target IS '承継計画の年次別経常利益目標';

COMMENT ON COLUMN core.succession_plan_year.succession_year_owner_share_ratio IS '承継計画の年次別現経営者持株比率';

COMMENT ON COLUMN core.succession_plan_year.succession_year_successor_share_ratio IS '承継計画の年次別後継者持株比率';

COMMENT ON COLUMN core.succession_plan_year.succession_year_owner_title IS '承継計画の年次別現経営者役職';

COMMENT ON COLUMN core.succession_plan_year.succession_year_successor_title IS '承継計画の年次別後継者役職';

CREATE TABLE core.support_institution_relation (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	support_org_id TEXT,
	support_org_name TEXT,
	support_org_type TEXT,
	support_org_certified_number TEXT,
	support_org_person_name TEXT,
	support_org_phone TEXT,
	support_org_email TEXT,
	support_org_address TEXT,
	support_org_support_content TEXT,
	CONSTRAINT pk_support_institution_relation PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_support_institution_relation_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.support_institution_relation IS 'マスタ: 支援機関との関係';

COMMENT ON COLUMN core.support_institution_relation.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.support_institution_relation.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.support_institution_relation.support_org_id IS '支援機関ID';

COMMENT ON COLUMN core.support_institution_relation.support_org_name IS '支援機関名称';

COMMENT ON COLUMN core.support_institution_relation.support_org_type IS '支援機関種別(商工会・商工会議所・認定支援機関・金融機関・よろず)';

COMMENT ON COLUMN core.support_institution_relation.support_org_certified_number IS '認定経営革新等支援機関ID番号';

COMMENT ON COLUMN core.support_institution_relation.support_org_person_name IS '支援機関担当者氏名';

COMMENT ON COLUMN core.support_institution_relation.support_org_phone IS '支援機関電話番号';

COMMENT ON COLUMN core.support_institution_relation.support_org_email IS '支援機関メールアドレス';

COMMENT ON COLUMN core.support_institution_relation.support_org_address IS '支援機関住所';

COMMENT ON COLUMN core.support_institution_relation.support_org_support_content IS '支援機関の支援内容';

CREATE TABLE core.workplace (
	business_id UUID NOT NULL,
	row_key TEXT DEFAULT '' NOT NULL,
	class_bits BIGINT NOT NULL,
	avg_employee_age NUMERIC,
	avg_service_years NUMERIC,
	avg_service_years_male NUMERIC,
	avg_service_years_female NUMERIC,
	avg_overtime_hours NUMERIC,
	female_worker_ratio NUMERIC,
	female_manager_count BIGINT,
	manager_total_count BIGINT,
	female_officer_count BIGINT,
	paternity_leave_eligible BIGINT,
	paternity_leave_taken BIGINT,
	maternity_leave_eligible BIGINT,
	maternity_leave_taken BIGINT,
	lowest_hourly_wage BIGINT,
	avg_annual_salary BIGINT,
	CONSTRAINT pk_workplace PRIMARY KEY (business_id, row_key),
	CONSTRAINT fk_workplace_business_id FOREIGN KEY(business_id) REFERENCES core.business (business_id)
);

COMMENT ON TABLE core.workplace IS 'マスタ: 職場・雇用';

COMMENT ON COLUMN core.workplace.row_key IS ''''' for tables of one row per business';

COMMENT ON COLUMN core.workplace.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.workplace.avg_employee_age IS '従業員の平均年齢';

COMMENT ON COLUMN core.workplace.avg_service_years IS '正社員の平均継続勤務年数';

COMMENT ON COLUMN core.workplace.avg_service_years_male IS '男性の平均継続勤務年数';

COMMENT ON COLUMN core.workplace.avg_service_years_female IS '女性の平均継続勤務年数';

COMMENT ON COLUMN core.workplace.avg_overtime_hours IS '月平均所定外労働時間';

COMMENT ON COLUMN core.workplace.female_worker_ratio IS '女性労働者の割合';

COMMENT ON COLUMN core.workplace.female_manager_count IS '女性管理職人数';

COMMENT ON COLUMN core.workplace.manager_total_count IS '管理職全体人数';

COMMENT ON COLUMN core.workplace.female_officer_count IS '女性役員人数';

COMMENT ON COLUMN core.workplace.paternity_leave_eligible IS '育児休業対象者数(男性)';

COMMENT ON COLUMN core.workplace.paternity_leave_taken IS '育児休業取得者数(男性)';

COMMENT ON COLUMN core.workplace.maternity_leave_eligible IS '育児休業対象者数(女性)';

COMMENT ON COLUMN core.workplace.maternity_leave_taken IS '育児休業取得者数(女性)';

COMMENT ON COLUMN core.workplace.lowest_hourly_wage IS '事業場内最低賃金';

COMMENT ON COLUMN core.workplace.avg_annual_salary IS '平均給与額';

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

CREATE TABLE core.filing_attachment (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	attachment_financial_statement_file TEXT[],
	attachment_tax_return_file TEXT[],
	attachment_registry_certificate_file TEXT,
	attachment_employee_roster_file TEXT,
	attachment_tax_payment_certificate_file TEXT,
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

COMMENT ON COLUMN core.filing_attachment.attachment_financial_statement_file IS '決算書ファイル';

COMMENT ON COLUMN core.filing_attachment.attachment_tax_return_file IS '確定申告書ファイル';

COMMENT ON COLUMN core.filing_attachment.attachment_registry_certificate_file IS '履歴事項全部証明書ファイル';

COMMENT ON COLUMN core.filing_attachment.attachment_employee_roster_file IS '労働者名簿ファイル';

COMMENT ON COLUMN core.filing_attachment.attachment_tax_payment_certificate_file IS '納税証明書ファイル';

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
	attachment_type TEXT,
	attachment_file_name TEXT,
	attachment_media_type TEXT,
	attachment_size_bytes BIGINT,
	attachment_sha256 TEXT,
	attachment_submitted_at TIMESTAMP WITH TIME ZONE,
	attachment_storage_key TEXT,
	attachment_disclosable_flag BOOLEAN,
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

COMMENT ON COLUMN core.filing_attachment_row.attachment_type IS '添付書類区分';

COMMENT ON COLUMN core.filing_attachment_row.attachment_file_name IS '添付書類ファイル名';

COMMENT ON COLUMN core.filing_attachment_row.attachment_media_type IS '添付書類形式';

COMMENT ON COLUMN core.filing_attachment_row.attachment_size_bytes IS '添付書類サイズ';

COMMENT ON COLUMN core.filing_attachment_row.attachment_sha256 IS '添付書類ハッシュ値(SHA-256)';

COMMENT ON COLUMN core.filing_attachment_row.attachment_submitted_at IS '添付書類提出日時';

COMMENT ON COLUMN core.filing_attachment_row.attachment_storage_key IS '添付書類保管場所キー';

COMMENT ON COLUMN core.filing_attachment_row.attachment_disclosable_flag IS '添付書類開示可否';

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
	bank_code TEXT,
	bank_name TEXT,
	bank_branch_code TEXT,
	bank_branch_name TEXT,
	main_bank_flag BOOLEAN,
	loan_balance BIGINT,
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

COMMENT ON COLUMN core.filing_bank_relation_row.bank_code IS '取引金融機関コード';

COMMENT ON COLUMN core.filing_bank_relation_row.bank_name IS '取引金融機関名';

COMMENT ON COLUMN core.filing_bank_relation_row.bank_branch_code IS '取引支店コード';

COMMENT ON COLUMN core.filing_bank_relation_row.bank_branch_name IS '取引支店名';

COMMENT ON COLUMN core.filing_bank_relation_row.main_bank_flag IS 'メインバンク区分';

COMMENT ON COLUMN core.filing_bank_relation_row.loan_balance IS '借入残高';

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
	business_summary TEXT,
	main_products_services TEXT[],
	company_history TEXT,
	unified_qualification_business_items TEXT[],
	unified_qualification_grade TEXT[],
	export_flag BOOLEAN,
	overseas_base_flag BOOLEAN,
	franchise_member_flag BOOLEAN,
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

COMMENT ON COLUMN core.filing_business_industry.business_summary IS '事業概要';

COMMENT ON COLUMN core.filing_business_industry.main_products_services IS '主要製品・サービス';

COMMENT ON COLUMN core.filing_business_industry.company_history IS '企業の沿革';

COMMENT ON COLUMN core.filing_business_industry.unified_qualification_business_items IS '営業品目コード(全省庁統一資格)';

COMMENT ON COLUMN core.filing_business_industry.unified_qualification_grade IS '全省庁統一資格等級';

COMMENT ON COLUMN core.filing_business_industry.export_flag IS '輸出の有無';

COMMENT ON COLUMN core.filing_business_industry.overseas_base_flag IS '海外拠点の有無';

COMMENT ON COLUMN core.filing_business_industry.franchise_member_flag IS 'フランチャイズ加盟の有無';

CREATE TABLE core.filing_business_industry_license (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	business_license_name TEXT,
	business_license_number TEXT,
	business_license_expiry_date DATE,
	business_license_authority TEXT,
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

COMMENT ON COLUMN core.filing_business_industry_license.business_license_name IS '許認可・免許名称';

COMMENT ON COLUMN core.filing_business_industry_license.business_license_number IS '許認可番号';

COMMENT ON COLUMN core.filing_business_industry_license.business_license_expiry_date IS '許認可の有効期限';

COMMENT ON COLUMN core.filing_business_industry_license.business_license_authority IS '許認可の行政庁';

CREATE TABLE core.filing_business_place (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	business_place_list_entry_date DATE,
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

COMMENT ON COLUMN core.filing_business_place.business_place_list_entry_date IS '事業所一覧記入日';

CREATE TABLE core.filing_business_place_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	business_place_number TEXT,
	business_place_name TEXT,
	business_place_name_kana TEXT,
	business_place_type TEXT,
	business_place_postal_code TEXT,
	business_place_local_government_code TEXT,
	business_place_prefecture TEXT,
	business_place_city TEXT,
	business_place_town_and_block TEXT,
	business_place_building TEXT,
	business_place_full_address TEXT,
	business_place_phone TEXT,
	business_place_industry_code TEXT,
	business_place_activity TEXT,
	business_place_employee_count BIGINT,
	business_place_tenure_type TEXT,
	business_place_employment_insurance_number TEXT,
	business_place_insured_count BIGINT,
	business_place_insurance_loss_date DATE,
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

COMMENT ON COLUMN core.filing_business_place_row.business_place_number IS '事業所番号';

COMMENT ON COLUMN core.filing_business_place_row.business_place_name IS '事業所名称';

COMMENT ON COLUMN core.filing_business_place_row.business_place_name_kana IS '事業所名称(カナ)';

COMMENT ON COLUMN core.filing_business_place_row.business_place_type IS '事業所種別(本社・支店・工場・店舗・研究所)';

COMMENT ON COLUMN core.filing_business_place_row.business_place_postal_code IS '事業所の郵便番号';

COMMENT ON COLUMN core.filing_business_place_row.business_place_local_government_code IS '事業所の全国地方公共団体コード';

COMMENT ON COLUMN core.filing_business_place_row.business_place_prefecture IS '事業所の都道府県';

COMMENT ON COLUMN core.filing_business_place_row.business_place_city IS '事業所の市区町村';

COMMENT ON COLUMN core.filing_business_place_row.business_place_town_and_block IS '事業所の町字以下';

COMMENT ON COLUMN core.filing_business_place_row.business_place_building IS '事業所の建物名等';

COMMENT ON COLUMN core.filing_business_place_row.business_place_full_address IS '事業所の住所連結表記';

COMMENT ON COLUMN core.filing_business_place_row.business_place_phone IS '事業所の電話番号';

COMMENT ON COLUMN core.filing_business_place_row.business_place_industry_code IS '事業所の業種コード';

COMMENT ON COLUMN core.filing_business_place_row.business_place_activity IS '事業所の事業内容';

COMMENT ON COLUMN core.filing_business_place_row.business_place_employee_count IS '事業所の従業員数';

COMMENT ON COLUMN core.filing_business_place_row.business_place_tenure_type IS '事業所の所有形態(自己所有・賃借)';

COMMENT ON COLUMN core.filing_business_place_row.business_place_employment_insurance_number IS '雇用保険適用事業所番号';

COMMENT ON COLUMN core.filing_business_place_row.business_place_insured_count IS '事業所の被保険者数';

COMMENT ON COLUMN core.filing_business_place_row.business_place_insurance_loss_date IS '事業所の全喪年月日';

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
	business_entity_class TEXT,
	gbizid_account_id TEXT,
	gbizid_account_type TEXT,
	trade_name TEXT,
	trade_name_kana TEXT,
	trade_name_en TEXT,
	organization_type TEXT,
	alternate_name TEXT[],
	shop_name TEXT,
	activity_status TEXT,
	business_description TEXT,
	website_url TEXT,
	establishment_date DATE,
	founding_year BIGINT,
	fiscal_year_start_date TEXT,
	fiscal_closing_month BIGINT,
	capital_amount BIGINT,
	issued_shares_total BIGINT,
	employee_count BIGINT,
	regular_employee_count BIGINT,
	fulltime_employee_count BIGINT,
	parttime_employee_count BIGINT,
	officer_count BIGINT,
	male_employee_count BIGINT,
	female_employee_count BIGINT,
	invoice_registration_number TEXT,
	consumption_tax_status TEXT,
	corporate_number_assigned_date DATE,
	registry_process_code TEXT,
	registry_change_date DATE,
	registry_close_date DATE,
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

COMMENT ON COLUMN core.filing_business_profile.business_entity_class IS '事業者区分(法人・個人事業主・組合・創業予定者)';

COMMENT ON COLUMN core.filing_business_profile.gbizid_account_id IS 'GビズIDアカウント管理番号';

COMMENT ON COLUMN core.filing_business_profile.gbizid_account_type IS 'GビズIDアカウント種別';

COMMENT ON COLUMN core.filing_business_profile.trade_name IS '商号または名称';

COMMENT ON COLUMN core.filing_business_profile.trade_name_kana IS '商号または名称(カナ)';

COMMENT ON COLUMN core.filing_business_profile.trade_name_en IS '商号または名称(英字)';

COMMENT ON COLUMN core.filing_business_profile.organization_type IS '組織種別';

COMMENT ON COLUMN core.filing_business_profile.alternate_name IS '通称';

COMMENT ON COLUMN core.filing_business_profile.shop_name IS '屋号';

COMMENT ON COLUMN core.filing_business_profile.activity_status IS '事業活動状況';

COMMENT ON COLUMN core.filing_business_profile.business_description IS '事業者説明';

COMMENT ON COLUMN core.filing_business_profile.website_url IS 'WebサイトURL';

COMMENT ON COLUMN core.filing_business_profile.establishment_date IS '設立年月日';

COMMENT ON COLUMN core.filing_business_profile.founding_year IS '創業年';

COMMENT ON COLUMN core.filing_business_profile.fiscal_year_start_date IS '事業年度開始日';

COMMENT ON COLUMN core.filing_business_profile.fiscal_closing_month IS '決算月';

COMMENT ON COLUMN core.filing_business_profile.capital_amount IS '資本金または出資の額';

COMMENT ON COLUMN core.filing_business_profile.issued_shares_total IS '発行済株式総数';

COMMENT ON COLUMN core.filing_business_profile.employee_count IS '従業員数';

COMMENT ON COLUMN core.filing_business_profile.regular_employee_count IS '常時使用する従業員数';

COMMENT ON COLUMN core.filing_business_profile.fulltime_employee_count IS '正社員数';

COMMENT ON COLUMN core.filing_business_profile.parttime_employee_count IS 'パート・アルバイト数';

COMMENT ON COLUMN core.filing_business_profile.officer_count IS '役員数';

COMMENT ON COLUMN core.filing_business_profile.male_employee_count IS '従業員数(男性)';

COMMENT ON COLUMN core.filing_business_profile.female_employee_count IS '従業員数(女性)';

COMMENT ON COLUMN core.filing_business_profile.invoice_registration_number IS '適格請求書発行事業者登録番号';

COMMENT ON COLUMN core.filing_business_profile.consumption_tax_status IS '消費税課税事業者区分';

COMMENT ON COLUMN core.filing_business_profile.corporate_number_assigned_date IS '法人番号指定年月日';

COMMENT ON COLUMN core.filing_business_profile.registry_process_code IS '登記情報処理区分';

COMMENT ON COLUMN core.filing_business_profile.registry_change_date IS '登記情報変更年月日';

COMMENT ON COLUMN core.filing_business_profile.registry_close_date IS '登記記録の閉鎖等年月日';

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
	sme_class TEXT,
	small_enterprise_flag BOOLEAN,
	deemed_large_enterprise_flag BOOLEAN,
	deemed_large_enterprise_reason TEXT,
	taxable_income_over_1_5bn_flag BOOLEAN,
	npo_flag BOOLEAN,
	sme_industry_class TEXT,
	sme_judged_date DATE,
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

COMMENT ON COLUMN core.filing_business_sme_status.sme_class IS '中小企業者区分';

COMMENT ON COLUMN core.filing_business_sme_status.small_enterprise_flag IS '小規模企業者該当';

COMMENT ON COLUMN core.filing_business_sme_status.deemed_large_enterprise_flag IS 'みなし大企業該当';

COMMENT ON COLUMN core.filing_business_sme_status.deemed_large_enterprise_reason IS 'みなし大企業該当事由';

COMMENT ON COLUMN core.filing_business_sme_status.taxable_income_over_1_5bn_flag IS '課税所得年平均額15億円超該当';

COMMENT ON COLUMN core.filing_business_sme_status.npo_flag IS '特定非営利活動法人該当';

COMMENT ON COLUMN core.filing_business_sme_status.sme_industry_class IS '判定に用いた業種区分';

COMMENT ON COLUMN core.filing_business_sme_status.sme_judged_date IS '判定基準日';

CREATE TABLE core.filing_certification (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	keiei_kakushin_flag BOOLEAN,
	keiei_kojo_flag BOOLEAN,
	bcp_plan_flag BOOLEAN,
	regional_leader_flag BOOLEAN,
	partnership_declaration_flag BOOLEAN,
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

COMMENT ON COLUMN core.filing_certification.keiei_kakushin_flag IS '経営革新計画の承認の有無';

COMMENT ON COLUMN core.filing_certification.keiei_kojo_flag IS '経営力向上計画の認定の有無';

COMMENT ON COLUMN core.filing_certification.bcp_plan_flag IS '事業継続力強化計画の認定の有無';

COMMENT ON COLUMN core.filing_certification.regional_leader_flag IS '地域未来牽引企業の選定の有無';

COMMENT ON COLUMN core.filing_certification.partnership_declaration_flag IS 'パートナーシップ構築宣言の有無';

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
	commendation_date DATE,
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

COMMENT ON COLUMN core.filing_certification_commendation.commendation_date IS '表彰年月日';

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
	certification_date DATE,
	certification_expiry_date DATE,
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

COMMENT ON COLUMN core.filing_certification_row.certification_title IS '認定・届出名称';

COMMENT ON COLUMN core.filing_certification_row.certification_date IS '認定日';

COMMENT ON COLUMN core.filing_certification_row.certification_expiry_date IS '認定有効期限';

COMMENT ON COLUMN core.filing_certification_row.certification_ministry IS '認定府省';

COMMENT ON COLUMN core.filing_certification_row.certification_target IS '認定対象';

COMMENT ON COLUMN core.filing_certification_row.certification_category IS '認定部門';

CREATE TABLE core.filing_commercialization_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	comm_report_year_no BIGINT,
	comm_report_date DATE,
	comm_report_stage TEXT,
	comm_report_product_name TEXT,
	comm_report_product_sales BIGINT,
	comm_report_product_cost BIGINT,
	comm_report_project_profit BIGINT,
	comm_report_profit_repayment BIGINT,
	comm_report_value_added_actual BIGINT,
	comm_report_payroll_actual BIGINT,
	comm_report_lowest_wage_actual BIGINT,
	comm_report_employees_actual BIGINT,
	comm_report_ip_status TEXT,
	comm_report_shortfall_reason TEXT,
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

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_year_no IS '事業化状況報告年度(1〜5年目)';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_date IS '事業化状況報告日';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_stage IS '事業化状況の段階(第1〜第5段階)';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_product_name IS '事業化した製品・サービス名';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_product_sales IS '事業化した製品の売上額';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_product_cost IS '事業化した製品の原価';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_project_profit IS '事業化状況報告の補助事業に係る収益額';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_profit_repayment IS '事業化状況報告の収益納付額';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_value_added_actual IS '事業化状況報告の付加価値額実績';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_payroll_actual IS '事業化状況報告の給与支給総額実績';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_lowest_wage_actual IS '事業化状況報告の事業場内最低賃金実績';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_employees_actual IS '事業化状況報告の従業員数実績';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_ip_status IS '事業化状況報告の知的財産権等の出願・取得状況';

COMMENT ON COLUMN core.filing_commercialization_report.comm_report_shortfall_reason IS '事業化状況報告の目標未達の理由';

CREATE TABLE core.filing_consent (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	secondary_use_consent BOOLEAN,
	consent_class TEXT,
	consent_at TIMESTAMP WITH TIME ZONE,
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

COMMENT ON COLUMN core.filing_consent.secondary_use_consent IS 'データ二次利用同意の有無';

COMMENT ON COLUMN core.filing_consent.consent_class IS '同意区分(みなし同意・個別同意)';

COMMENT ON COLUMN core.filing_consent.consent_at IS '同意日時';

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
	source_last_update_date DATE,
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

COMMENT ON COLUMN core.filing_consent_item_provenance.source_system IS 'データ出典システム';

COMMENT ON COLUMN core.filing_consent_item_provenance.acquired_at IS 'データ取得日時';

COMMENT ON COLUMN core.filing_consent_item_provenance.source_last_update_date IS 'データ最終更新日';

COMMENT ON COLUMN core.filing_consent_item_provenance.import_frequency IS 'データ取込頻度';

COMMENT ON COLUMN core.filing_consent_item_provenance.data_quality IS 'データ品質区分';

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

COMMENT ON COLUMN core.filing_consent_scope.consent_purpose IS '同意の利用目的';

COMMENT ON COLUMN core.filing_consent_scope.consent_recipient_class IS '同意の提供先区分';

CREATE TABLE core.filing_contact_person (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	contact_person_name TEXT,
	contact_person_name_kana TEXT,
	contact_person_department TEXT,
	contact_person_title TEXT,
	contact_person_phone TEXT,
	contact_person_mobile TEXT,
	contact_person_email TEXT,
	contact_person_mailing_address TEXT,
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

COMMENT ON COLUMN core.filing_contact_person.contact_person_name IS '担当者氏名';

COMMENT ON COLUMN core.filing_contact_person.contact_person_name_kana IS '担当者氏名(カナ)';

COMMENT ON COLUMN core.filing_contact_person.contact_person_department IS '担当者の部署';

COMMENT ON COLUMN core.filing_contact_person.contact_person_title IS '担当者の役職';

COMMENT ON COLUMN core.filing_contact_person.contact_person_phone IS '担当者電話番号';

COMMENT ON COLUMN core.filing_contact_person.contact_person_mobile IS '担当者携帯電話番号';

COMMENT ON COLUMN core.filing_contact_person.contact_person_email IS '担当者メールアドレス';

COMMENT ON COLUMN core.filing_contact_person.contact_person_mailing_address IS '担当者の書類送付先住所';

CREATE TABLE core.filing_contact_point (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	contact_name TEXT,
	contact_purpose TEXT,
	contact_phone TEXT,
	contact_extension TEXT,
	contact_fax TEXT,
	contact_email TEXT,
	contact_url TEXT,
	contact_social_media TEXT[],
	contact_address TEXT,
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

COMMENT ON COLUMN core.filing_contact_point.contact_name IS '連絡先名称';

COMMENT ON COLUMN core.filing_contact_point.contact_purpose IS '連絡先用途';

COMMENT ON COLUMN core.filing_contact_point.contact_phone IS '連絡先電話番号';

COMMENT ON COLUMN core.filing_contact_point.contact_extension IS '連絡先内線番号';

COMMENT ON COLUMN core.filing_contact_point.contact_fax IS '連絡先FAX番号';

COMMENT ON COLUMN core.filing_contact_point.contact_email IS '連絡先メールアドレス';

COMMENT ON COLUMN core.filing_contact_point.contact_url IS '連絡先URL';

COMMENT ON COLUMN core.filing_contact_point.contact_social_media IS '連絡先SNSアカウント';

COMMENT ON COLUMN core.filing_contact_point.contact_address IS '連絡先住所';

CREATE TABLE core.filing_expense (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	expense_sum_total BIGINT,
	expense_sum_eligible BIGINT,
	expense_sum_requested BIGINT,
	expense_applied_rate TEXT,
	expense_cap_amount BIGINT,
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

COMMENT ON COLUMN core.filing_expense.expense_sum_total IS '経費合計(事業に要する額)';

COMMENT ON COLUMN core.filing_expense.expense_sum_eligible IS '経費合計(補助対象額)';

COMMENT ON COLUMN core.filing_expense.expense_sum_requested IS '経費合計(補助金交付申請額)';

COMMENT ON COLUMN core.filing_expense.expense_applied_rate IS '経費に適用する補助率';

COMMENT ON COLUMN core.filing_expense.expense_cap_amount IS '経費に係る補助上限額';

CREATE TABLE core.filing_expense_line (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	expense_line_no BIGINT,
	expense_category TEXT,
	expense_content TEXT,
	expense_basis TEXT,
	expense_unit_price BIGINT,
	expense_quantity NUMERIC,
	expense_payee TEXT,
	expense_total_with_tax BIGINT,
	expense_eligible_amount BIGINT,
	expense_requested_amount BIGINT,
	expense_competing_quote_flag BOOLEAN,
	expense_vendor_selection_reason TEXT,
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

COMMENT ON COLUMN core.filing_expense_line.expense_line_no IS '経費明細番号';

COMMENT ON COLUMN core.filing_expense_line.expense_category IS '経費区分';

COMMENT ON COLUMN core.filing_expense_line.expense_content IS '経費の内容・必要理由';

COMMENT ON COLUMN core.filing_expense_line.expense_basis IS '経費の積算根拠(単価×数量)';

COMMENT ON COLUMN core.filing_expense_line.expense_unit_price IS '経費単価';

COMMENT ON COLUMN core.filing_expense_line.expense_quantity IS '経費数量';

COMMENT ON COLUMN core.filing_expense_line.expense_payee IS '経費の支払予定先';

COMMENT ON COLUMN core.filing_expense_line.expense_total_with_tax IS '経費明細の事業に要する額(税込)';

COMMENT ON COLUMN core.filing_expense_line.expense_eligible_amount IS '経費明細の補助対象額(税抜)';

COMMENT ON COLUMN core.filing_expense_line.expense_requested_amount IS '経費明細の補助金申請額';

COMMENT ON COLUMN core.filing_expense_line.expense_competing_quote_flag IS '経費の相見積書の有無';

COMMENT ON COLUMN core.filing_expense_line.expense_vendor_selection_reason IS '経費の発注先選定理由';

CREATE TABLE core.filing_expert_dispatch (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	dispatch_application_no TEXT,
	dispatch_eligible_org TEXT,
	dispatch_necessity TEXT,
	dispatch_issue TEXT,
	dispatch_requested_support TEXT,
	dispatch_expert_id TEXT,
	dispatch_expert_name TEXT,
	dispatch_expert_selection TEXT,
	dispatch_times_no BIGINT,
	dispatch_org_evaluation TEXT,
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

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_application_no IS '専門家派遣の申請番号';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_eligible_org IS '専門家派遣が可能な機関名';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_necessity IS '専門家派遣の必要性(支援機関で解決困難な理由)';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_issue IS '専門家派遣で扱う経営課題の内容';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_requested_support IS '専門家派遣で希望する支援内容';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_expert_id IS '派遣専門家ID';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_expert_name IS '派遣専門家氏名';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_expert_selection IS '派遣専門家の選定方法(指名・公募・推薦)';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_times_no IS '専門家派遣の回数(通算)';

COMMENT ON COLUMN core.filing_expert_dispatch.dispatch_org_evaluation IS '専門家派遣の支援機関による評価';

CREATE TABLE core.filing_expert_dispatch_expert (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	dispatch_expert_qualification TEXT,
	dispatch_expert_field TEXT,
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

COMMENT ON COLUMN core.filing_expert_dispatch_expert.dispatch_expert_qualification IS '派遣専門家の保有資格';

COMMENT ON COLUMN core.filing_expert_dispatch_expert.dispatch_expert_field IS '派遣専門家の専門分野';

CREATE TABLE core.filing_expert_dispatch_issue (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	dispatch_issue_class TEXT,
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

COMMENT ON COLUMN core.filing_expert_dispatch_issue.dispatch_issue_class IS '専門家派遣で扱う経営課題の区分';

CREATE TABLE core.filing_expert_dispatch_visit (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	dispatch_planned_date DATE,
	dispatch_executed_date DATE,
	dispatch_start_time TEXT,
	dispatch_end_time TEXT,
	dispatch_hours NUMERIC,
	dispatch_place TEXT,
	dispatch_method TEXT,
	dispatch_theme TEXT,
	dispatch_before TEXT,
	dispatch_advice TEXT,
	dispatch_outcome TEXT,
	dispatch_remaining_issue TEXT,
	dispatch_photo_file TEXT,
	dispatch_fee BIGINT,
	dispatch_travel_route TEXT,
	dispatch_travel_expense BIGINT,
	dispatch_attendance_confirmed_flag BOOLEAN,
	dispatch_evaluation BIGINT,
	dispatch_evaluation_comment TEXT,
	dispatch_time_report_at TIMESTAMP WITH TIME ZONE,
	dispatch_change_reason TEXT,
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

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_planned_date IS '専門家派遣の予定日';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_executed_date IS '専門家派遣の実施日';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_start_time IS '専門家派遣の支援開始時刻';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_end_time IS '専門家派遣の支援終了時刻';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_hours IS '専門家派遣の支援時間数';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_place IS '専門家派遣の支援場所';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_method IS '専門家派遣の支援方法(訪問・オンライン)';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_theme IS '専門家派遣の支援テーマ';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_before IS '専門家派遣による支援前の事業者の状況';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_advice IS '専門家派遣による支援・助言の内容';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_outcome IS '専門家派遣による支援の成果';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_remaining_issue IS '専門家派遣後に残された課題・今後の方向性';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_photo_file IS '専門家派遣の支援時写真ファイル';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_fee IS '専門家派遣の謝金額';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_travel_route IS '専門家派遣の旅費経路';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_travel_expense IS '専門家派遣の旅費額';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_attendance_confirmed_flag IS '専門家派遣の事業者による従事証明';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_evaluation IS '専門家派遣の事業者による支援評価';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_evaluation_comment IS '専門家派遣の事業者による評価コメント';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_time_report_at IS '派遣専門家のオンライン時刻報告';

COMMENT ON COLUMN core.filing_expert_dispatch_visit.dispatch_change_reason IS '専門家派遣のキャンセル・日程変更の理由';

CREATE TABLE core.filing_financial_statement (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	fin_closing_date DATE,
	fin_period_start_date DATE,
	fin_period_end_date DATE,
	fin_period_class TEXT,
	fin_accounting_standard TEXT,
	fin_tax_accounting_method TEXT,
	fin_employees_at_end BIGINT,
	fin_total_assets BIGINT,
	fin_current_assets BIGINT,
	fin_cash_and_deposits BIGINT,
	fin_notes_receivable BIGINT,
	fin_accounts_receivable BIGINT,
	fin_securities BIGINT,
	fin_inventories BIGINT,
	fin_other_current_assets BIGINT,
	fin_advance_payments BIGINT,
	fin_short_term_loans_receivable BIGINT,
	fin_allowance_for_doubtful BIGINT,
	fin_fixed_assets BIGINT,
	fin_tangible_fixed_assets BIGINT,
	fin_land BIGINT,
	fin_intangible_fixed_assets BIGINT,
	fin_other_fixed_assets BIGINT,
	fin_loans_receivable_total BIGINT,
	fin_deferred_assets BIGINT,
	fin_total_liabilities BIGINT,
	fin_current_liabilities BIGINT,
	fin_notes_payable BIGINT,
	fin_accounts_payable BIGINT,
	fin_short_term_borrowings BIGINT,
	fin_other_current_liabilities BIGINT,
	fin_accrued_liabilities BIGINT,
	fin_advances_received BIGINT,
	fin_deposits_received BIGINT,
	fin_fixed_liabilities BIGINT,
	fin_long_term_borrowings BIGINT,
	fin_bonds_payable BIGINT,
	fin_borrowings_from_officers BIGINT,
	fin_net_assets BIGINT,
	fin_capital_stock_at_end BIGINT,
	fin_capital_reserve BIGINT,
	fin_retained_earnings BIGINT,
	fin_net_sales BIGINT,
	fin_cost_of_sales BIGINT,
	fin_depreciation_in_cost BIGINT,
	fin_labor_cost BIGINT,
	fin_gross_profit BIGINT,
	fin_sga_expenses BIGINT,
	fin_depreciation_in_sga BIGINT,
	fin_personnel_cost BIGINT,
	fin_officer_compensation BIGINT,
	fin_total_payroll BIGINT,
	fin_rent_expenses BIGINT,
	fin_rd_expenses BIGINT,
	fin_operating_income BIGINT,
	fin_non_operating_income BIGINT,
	fin_non_operating_expenses BIGINT,
	fin_interest_expense BIGINT,
	fin_ordinary_income BIGINT,
	fin_extraordinary_gain BIGINT,
	fin_extraordinary_loss BIGINT,
	fin_income_before_tax BIGINT,
	fin_net_income BIGINT,
	fin_depreciation_total BIGINT,
	fin_value_added BIGINT,
	fin_interest_bearing_debt BIGINT,
	fin_overseas_sales BIGINT,
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

COMMENT ON COLUMN core.filing_financial_statement.fin_closing_date IS '決算年月日';

COMMENT ON COLUMN core.filing_financial_statement.fin_period_start_date IS '事業期間開始日';

COMMENT ON COLUMN core.filing_financial_statement.fin_period_end_date IS '事業期間終了日';

COMMENT ON COLUMN core.filing_financial_statement.fin_period_class IS '決算期区分(直近・前期・前々期)';

COMMENT ON COLUMN core.filing_financial_statement.fin_accounting_standard IS '会計基準';

COMMENT ON COLUMN core.filing_financial_statement.fin_tax_accounting_method IS '消費税経理方式(税込・税抜)';

COMMENT ON COLUMN core.filing_financial_statement.fin_employees_at_end IS '期末従業員数';

COMMENT ON COLUMN core.filing_financial_statement.fin_total_assets IS '資産合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_current_assets IS '流動資産合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_cash_and_deposits IS '現金及び預金';

COMMENT ON COLUMN core.filing_financial_statement.fin_notes_receivable IS '受取手形';

COMMENT ON COLUMN core.filing_financial_statement.fin_accounts_receivable IS '売掛金';

COMMENT ON COLUMN core.filing_financial_statement.fin_securities IS '有価証券';

COMMENT ON COLUMN core.filing_financial_statement.fin_inventories IS '棚卸資産';

COMMENT ON COLUMN core.filing_financial_statement.fin_other_current_assets IS 'その他流動資産合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_advance_payments IS '前払金';

COMMENT ON COLUMN core.filing_financial_statement.fin_short_term_loans_receivable IS '短期貸付金';

COMMENT ON COLUMN core.filing_financial_statement.fin_allowance_for_doubtful IS '貸倒引当金';

COMMENT ON COLUMN core.filing_financial_statement.fin_fixed_assets IS '固定資産合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_tangible_fixed_assets IS '有形固定資産合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_land IS '土地';

COMMENT ON COLUMN core.filing_financial_statement.fin_intangible_fixed_assets IS '無形固定資産合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_other_fixed_assets IS 'その他固定資産合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_loans_receivable_total IS '貸付金合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_deferred_assets IS '繰延資産';

COMMENT ON COLUMN core.filing_financial_statement.fin_total_liabilities IS '負債合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_current_liabilities IS '流動負債合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_notes_payable IS '支払手形';

COMMENT ON COLUMN core.filing_financial_statement.fin_accounts_payable IS '買掛金';

COMMENT ON COLUMN core.filing_financial_statement.fin_short_term_borrowings IS '短期借入金';

COMMENT ON COLUMN core.filing_financial_statement.fin_other_current_liabilities IS 'その他流動負債合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_accrued_liabilities IS '未払金';

COMMENT ON COLUMN core.filing_financial_statement.fin_advances_received IS '前受金';

COMMENT ON COLUMN core.filing_financial_statement.fin_deposits_received IS '預り金';

COMMENT ON COLUMN core.filing_financial_statement.fin_fixed_liabilities IS '固定負債合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_long_term_borrowings IS '長期借入金';

COMMENT ON COLUMN core.filing_financial_statement.fin_bonds_payable IS '社債';

COMMENT ON COLUMN core.filing_financial_statement.fin_borrowings_from_officers IS '役員借入金';

COMMENT ON COLUMN core.filing_financial_statement.fin_net_assets IS '純資産合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_capital_stock_at_end IS '期末資本金';

COMMENT ON COLUMN core.filing_financial_statement.fin_capital_reserve IS '資本準備金';

COMMENT ON COLUMN core.filing_financial_statement.fin_retained_earnings IS '利益剰余金';

COMMENT ON COLUMN core.filing_financial_statement.fin_net_sales IS '売上高';

COMMENT ON COLUMN core.filing_financial_statement.fin_cost_of_sales IS '売上原価';

COMMENT ON COLUMN core.filing_financial_statement.fin_depreciation_in_cost IS '売上原価内減価償却費';

COMMENT ON COLUMN core.filing_financial_statement.fin_labor_cost IS '労務費';

COMMENT ON COLUMN core.filing_financial_statement.fin_gross_profit IS '売上総利益';

COMMENT ON COLUMN core.filing_financial_statement.fin_sga_expenses IS '販売費及び一般管理費';

COMMENT ON COLUMN core.filing_financial_statement.fin_depreciation_in_sga IS '販管費内減価償却費';

COMMENT ON COLUMN core.filing_financial_statement.fin_personnel_cost IS '人件費';

COMMENT ON COLUMN core.filing_financial_statement.fin_officer_compensation IS '役員報酬';

COMMENT ON COLUMN core.filing_financial_statement.fin_total_payroll IS '給与支給総額';

COMMENT ON COLUMN core.filing_financial_statement.fin_rent_expenses IS '地代家賃';

COMMENT ON COLUMN core.filing_financial_statement.fin_rd_expenses IS '研究開発費';

COMMENT ON COLUMN core.filing_financial_statement.fin_operating_income IS '営業利益';

COMMENT ON COLUMN core.filing_financial_statement.fin_non_operating_income IS '営業外収益';

COMMENT ON COLUMN core.filing_financial_statement.fin_non_operating_expenses IS '営業外費用';

COMMENT ON COLUMN core.filing_financial_statement.fin_interest_expense IS '支払利息';

COMMENT ON COLUMN core.filing_financial_statement.fin_ordinary_income IS '経常利益';

COMMENT ON COLUMN core.filing_financial_statement.fin_extraordinary_gain IS '特別利益';

COMMENT ON COLUMN core.filing_financial_statement.fin_extraordinary_loss IS '特別損失';

COMMENT ON COLUMN core.filing_financial_statement.fin_income_before_tax IS '税引前当期純利益';

COMMENT ON COLUMN core.filing_financial_statement.fin_net_income IS '当期純利益';

COMMENT ON COLUMN core.filing_financial_statement.fin_depreciation_total IS '減価償却費合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_value_added IS '付加価値額';

COMMENT ON COLUMN core.filing_financial_statement.fin_interest_bearing_debt IS '有利子負債合計';

COMMENT ON COLUMN core.filing_financial_statement.fin_overseas_sales IS '海外売上高';

CREATE TABLE core.filing_funding (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	funding_own_amount BIGINT,
	funding_subsidy_amount BIGINT,
	funding_other_amount BIGINT,
	funding_total BIGINT,
	funding_bridge_own BIGINT,
	funding_bridge_loan BIGINT,
	funding_bridge_lender TEXT,
	funding_bridge_other BIGINT,
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

COMMENT ON COLUMN core.filing_funding.funding_own_amount IS '資金調達の自己資金額';

COMMENT ON COLUMN core.filing_funding.funding_subsidy_amount IS '資金調達の補助金額';

COMMENT ON COLUMN core.filing_funding.funding_other_amount IS '資金調達のその他の額';

COMMENT ON COLUMN core.filing_funding.funding_total IS '資金調達の合計額';

COMMENT ON COLUMN core.filing_funding.funding_bridge_own IS '補助金相当額の手当(自己資金)';

COMMENT ON COLUMN core.filing_funding.funding_bridge_loan IS '補助金相当額の手当(借入金)';

COMMENT ON COLUMN core.filing_funding.funding_bridge_lender IS '補助金相当額の手当(借入先)';

COMMENT ON COLUMN core.filing_funding.funding_bridge_other IS '補助金相当額の手当(その他)';

CREATE TABLE core.filing_funding_loan (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	funding_loan_amount BIGINT,
	funding_lender TEXT,
	funding_collateral_flag BOOLEAN,
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

COMMENT ON COLUMN core.filing_funding_loan.funding_loan_amount IS '資金調達の借入金額';

COMMENT ON COLUMN core.filing_funding_loan.funding_lender IS '資金調達の借入先';

COMMENT ON COLUMN core.filing_funding_loan.funding_collateral_flag IS '資金調達の借入金に係る担保・保証の有無';

CREATE TABLE core.filing_funding_other_source (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	funding_other_source TEXT,
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

COMMENT ON COLUMN core.filing_funding_other_source.funding_other_source IS '資金調達のその他の調達先';

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
	procurement_amount BIGINT,
	procurement_order_date DATE,
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

COMMENT ON COLUMN core.filing_grant_history_procurement.procurement_amount IS '調達金額';

COMMENT ON COLUMN core.filing_grant_history_procurement.procurement_order_date IS '調達受注日';

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
	received_subsidy_amount BIGINT,
	received_subsidy_date DATE,
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

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_title IS '受給補助金名称';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_amount IS '受給補助金額';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_date IS '受給補助金認定日';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_ministry IS '受給補助金府省';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_target IS '受給補助金対象';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_theme IS '受給補助金の事業テーマ名';

COMMENT ON COLUMN core.filing_grant_history_received_subsidy.received_subsidy_difference IS '受給補助事業との相違点';

CREATE TABLE core.filing_grant_lifecycle (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	grant_application_date DATE,
	grant_decision_number TEXT,
	grant_decision_date DATE,
	grant_decision_amount BIGINT,
	grant_condition TEXT,
	performance_report_date DATE,
	actual_completion_date DATE,
	performance_content TEXT,
	performance_outcome TEXT,
	performance_eligible_spent BIGINT,
	final_notice_date DATE,
	final_amount BIGINT,
	advance_payment_request BIGINT,
	settlement_request_date DATE,
	settlement_request_amount BIGINT,
	paid_date DATE,
	consumption_tax_deduction BIGINT,
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

COMMENT ON COLUMN core.filing_grant_lifecycle.grant_application_date IS '交付申請日';

COMMENT ON COLUMN core.filing_grant_lifecycle.grant_decision_number IS '交付決定番号';

COMMENT ON COLUMN core.filing_grant_lifecycle.grant_decision_date IS '交付決定日';

COMMENT ON COLUMN core.filing_grant_lifecycle.grant_decision_amount IS '交付決定額';

COMMENT ON COLUMN core.filing_grant_lifecycle.grant_condition IS '交付の条件';

COMMENT ON COLUMN core.filing_grant_lifecycle.performance_report_date IS '実績報告書提出日';

COMMENT ON COLUMN core.filing_grant_lifecycle.actual_completion_date IS '補助事業の完了日(実績)';

COMMENT ON COLUMN core.filing_grant_lifecycle.performance_content IS '実績_実施内容';

COMMENT ON COLUMN core.filing_grant_lifecycle.performance_outcome IS '実績_成果';

COMMENT ON COLUMN core.filing_grant_lifecycle.performance_eligible_spent IS '実績_補助対象経費支出額';

COMMENT ON COLUMN core.filing_grant_lifecycle.final_notice_date IS '確定通知日';

COMMENT ON COLUMN core.filing_grant_lifecycle.final_amount IS '補助金確定額';

COMMENT ON COLUMN core.filing_grant_lifecycle.advance_payment_request IS '概算払請求額';

COMMENT ON COLUMN core.filing_grant_lifecycle.settlement_request_date IS '精算払請求日';

COMMENT ON COLUMN core.filing_grant_lifecycle.settlement_request_amount IS '精算払請求額';

COMMENT ON COLUMN core.filing_grant_lifecycle.paid_date IS '補助金支払日';

COMMENT ON COLUMN core.filing_grant_lifecycle.consumption_tax_deduction IS '消費税仕入控除税額の報告額';

CREATE TABLE core.filing_grant_lifecycle_accident_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	accident_report_date DATE,
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

COMMENT ON COLUMN core.filing_grant_lifecycle_accident_report.accident_report_date IS '事故報告日';

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
	acquired_asset_date DATE,
	acquired_asset_price BIGINT,
	acquired_asset_location TEXT,
	acquired_asset_restriction_years BIGINT,
	CONSTRAINT pk_filing_grant_lifecycle_acquired_asset PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_grant_lifecycle_acquired_asset_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_lifecycle_acquired_asset_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_lifecycle_acquired_asset_business_id ON core.filing_grant_lifecycle_acquired_asset (business_id);

COMMENT ON TABLE core.filing_grant_lifecycle_acquired_asset IS '申請の記載: 取得財産';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_name IS '取得財産の名称';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_spec IS '取得財産の規格';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_date IS '取得財産の取得年月日';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_price IS '取得財産の取得価格';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_location IS '取得財産の保管場所';

COMMENT ON COLUMN core.filing_grant_lifecycle_acquired_asset.acquired_asset_restriction_years IS '取得財産の処分制限期間';

CREATE TABLE core.filing_grant_lifecycle_asset_disposal (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	asset_disposal_date DATE,
	asset_disposal_method TEXT,
	asset_disposal_repayment BIGINT,
	CONSTRAINT pk_filing_grant_lifecycle_asset_disposal PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_grant_lifecycle_asset_disposal_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_grant_lifecycle_asset_disposal_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_grant_lifecycle_asset_disposal_business_id ON core.filing_grant_lifecycle_asset_disposal (business_id);

COMMENT ON TABLE core.filing_grant_lifecycle_asset_disposal IS '申請の記載: 財産処分';

COMMENT ON COLUMN core.filing_grant_lifecycle_asset_disposal.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_grant_lifecycle_asset_disposal.programme IS '制度番号';

COMMENT ON COLUMN core.filing_grant_lifecycle_asset_disposal.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_grant_lifecycle_asset_disposal.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_grant_lifecycle_asset_disposal.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_grant_lifecycle_asset_disposal.asset_disposal_date IS '財産処分承認申請日';

COMMENT ON COLUMN core.filing_grant_lifecycle_asset_disposal.asset_disposal_method IS '財産処分の方法';

COMMENT ON COLUMN core.filing_grant_lifecycle_asset_disposal.asset_disposal_repayment IS '財産処分による納付額';

CREATE TABLE core.filing_grant_lifecycle_plan_change (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	plan_change_date DATE,
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

COMMENT ON COLUMN core.filing_grant_lifecycle_plan_change.plan_change_date IS '計画変更承認申請日';

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
	progress_report_date DATE,
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

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.progress_report_date IS '遂行状況報告日';

COMMENT ON COLUMN core.filing_grant_lifecycle_progress_report.progress_summary IS '遂行状況の概要';

CREATE TABLE core.filing_header (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	application_id TEXT,
	application_receipt_number TEXT,
	application_programme_code TEXT,
	application_jgrants_subsidy_id TEXT,
	application_jgrants_subsidy_name TEXT,
	application_call_round TEXT,
	application_procedure_type TEXT,
	application_status TEXT,
	application_date DATE,
	application_addressee TEXT,
	application_title TEXT,
	application_summary TEXT,
	application_content TEXT,
	application_content_updated_date DATE,
	application_delegator_name TEXT,
	application_delegate_role TEXT,
	application_delegation_content TEXT,
	application_proxy_flag BOOLEAN,
	application_proxy_name TEXT,
	application_joint_class TEXT,
	application_antisocial_exclusion_pledge BOOLEAN,
	application_truthfulness_pledge BOOLEAN,
	application_result TEXT,
	application_result_notified_date DATE,
	application_withdrawal_reason TEXT,
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

COMMENT ON COLUMN core.filing_header.application_id IS '申請ID';

COMMENT ON COLUMN core.filing_header.application_receipt_number IS '申請受付番号';

COMMENT ON COLUMN core.filing_header.application_programme_code IS '申請対象の制度番号(高01〜高16)';

COMMENT ON COLUMN core.filing_header.application_jgrants_subsidy_id IS '申請対象jGrants補助金ID';

COMMENT ON COLUMN core.filing_header.application_jgrants_subsidy_name IS '申請対象jGrants補助金管理番号';

COMMENT ON COLUMN core.filing_header.application_call_round IS '申請した公募回';

COMMENT ON COLUMN core.filing_header.application_procedure_type IS '申請様式・手続の種別(新規・変更・中止・報告)';

COMMENT ON COLUMN core.filing_header.application_status IS '申請状態(下書き・申請済・差戻し・採択・不採択・取下げ)';

COMMENT ON COLUMN core.filing_header.application_date IS '申請日';

COMMENT ON COLUMN core.filing_header.application_addressee IS '申請宛先';

COMMENT ON COLUMN core.filing_header.application_title IS '申請名称(タイトル)';

COMMENT ON COLUMN core.filing_header.application_summary IS '申請概要';

COMMENT ON COLUMN core.filing_header.application_content IS '申請内容';

COMMENT ON COLUMN core.filing_header.application_content_updated_date IS '申請内容更新年月日';

COMMENT ON COLUMN core.filing_header.application_delegator_name IS '申請の委任者氏名または名称';

COMMENT ON COLUMN core.filing_header.application_delegate_role IS '申請の委任者の役割';

COMMENT ON COLUMN core.filing_header.application_delegation_content IS '申請の委任内容';

COMMENT ON COLUMN core.filing_header.application_proxy_flag IS '申請における代理の有無';

COMMENT ON COLUMN core.filing_header.application_proxy_name IS '申請における代理人名';

COMMENT ON COLUMN core.filing_header.application_joint_class IS '申請の形態(単独・共同)';

COMMENT ON COLUMN core.filing_header.application_antisocial_exclusion_pledge IS '申請時の反社会的勢力排除の誓約';

COMMENT ON COLUMN core.filing_header.application_truthfulness_pledge IS '申請内容の真正性の誓約';

COMMENT ON COLUMN core.filing_header.application_result IS '申請結果(採択・認定)';

COMMENT ON COLUMN core.filing_header.application_result_notified_date IS '申請結果通知日';

COMMENT ON COLUMN core.filing_header.application_withdrawal_reason IS '申請取下げ・中止の理由';

CREATE TABLE core.filing_intellectual_property (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	ip_type TEXT,
	ip_application_number TEXT,
	ip_application_date DATE,
	ip_publication_number TEXT,
	ip_registration_number TEXT,
	ip_registration_date DATE,
	ip_title TEXT,
	ip_classification_type TEXT,
	ip_classification_code TEXT,
	ip_classification_name TEXT,
	ip_document_url TEXT,
	ip_owner_name TEXT,
	ip_expiry_date DATE,
	ip_country TEXT,
	ip_use_status TEXT,
	ip_licensee TEXT,
	ip_related_business TEXT,
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

COMMENT ON COLUMN core.filing_intellectual_property.ip_type IS '知財種別(特許・実用新案・意匠・商標)';

COMMENT ON COLUMN core.filing_intellectual_property.ip_application_number IS '知財出願番号';

COMMENT ON COLUMN core.filing_intellectual_property.ip_application_date IS '知財出願年月日';

COMMENT ON COLUMN core.filing_intellectual_property.ip_publication_number IS '知財公開番号';

COMMENT ON COLUMN core.filing_intellectual_property.ip_registration_number IS '知財登録番号';

COMMENT ON COLUMN core.filing_intellectual_property.ip_registration_date IS '知財登録年月日';

COMMENT ON COLUMN core.filing_intellectual_property.ip_title IS '知財名称(発明の名称・意匠に係る物品・表示用商標)';

COMMENT ON COLUMN core.filing_intellectual_property.ip_classification_type IS '知財分類コード種別';

COMMENT ON COLUMN core.filing_intellectual_property.ip_classification_code IS '知財分類コード値';

COMMENT ON COLUMN core.filing_intellectual_property.ip_classification_name IS '知財分類名称';

COMMENT ON COLUMN core.filing_intellectual_property.ip_document_url IS '知財文献固定アドレス';

COMMENT ON COLUMN core.filing_intellectual_property.ip_owner_name IS '知財権利者名';

COMMENT ON COLUMN core.filing_intellectual_property.ip_expiry_date IS '知財存続期間満了日';

COMMENT ON COLUMN core.filing_intellectual_property.ip_country IS '知財権利の国・地域';

COMMENT ON COLUMN core.filing_intellectual_property.ip_use_status IS '知財実施状況';

COMMENT ON COLUMN core.filing_intellectual_property.ip_licensee IS '知財実施許諾先';

COMMENT ON COLUMN core.filing_intellectual_property.ip_related_business IS '知財に関連する事業・製品';

CREATE TABLE core.filing_japan_brand (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jb_project_class TEXT,
	jb_adoption_year TEXT,
	jb_past_adoption TEXT[],
	jb_brand_name TEXT,
	jb_brand_concept TEXT,
	jb_brand_strategy TEXT,
	jb_regional_resource TEXT,
	jb_overseas_customer TEXT,
	jb_overseas_market TEXT,
	jb_overseas_competitor TEXT,
	jb_overseas_price BIGINT,
	jb_regulation TEXT,
	jb_distribution TEXT,
	jb_cross_border_ec_flag BOOLEAN,
	jb_ec_site TEXT[],
	jb_crowdfunding_plan TEXT,
	jb_support_partner_fee BIGINT,
	jb_joint_applicants BIGINT,
	jb_joint_cap_raise BIGINT,
	jb_designer_use TEXT,
	jb_overseas_trademark_plan TEXT,
	jb_domestic_status TEXT,
	jb_regional_effect TEXT,
	jb_overseas_team TEXT,
	jb_export_control_check BOOLEAN,
	jb_union_collaboration TEXT,
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

COMMENT ON COLUMN core.filing_japan_brand.jb_project_class IS 'JB事業の区分(海外展開・全国展開)';

COMMENT ON COLUMN core.filing_japan_brand.jb_adoption_year IS 'JB事業の採択年数区分(1〜3年目)';

COMMENT ON COLUMN core.filing_japan_brand.jb_past_adoption IS 'JB事業の過去の採択年度と事業名';

COMMENT ON COLUMN core.filing_japan_brand.jb_brand_name IS 'JB事業のブランド名';

COMMENT ON COLUMN core.filing_japan_brand.jb_brand_concept IS 'JB事業のブランドコンセプト';

COMMENT ON COLUMN core.filing_japan_brand.jb_brand_strategy IS 'JB事業のブランド戦略';

COMMENT ON COLUMN core.filing_japan_brand.jb_regional_resource IS 'JB事業で活用する地域資源・素材・技術';

COMMENT ON COLUMN core.filing_japan_brand.jb_overseas_customer IS 'JB事業で想定する海外ターゲット顧客';

COMMENT ON COLUMN core.filing_japan_brand.jb_overseas_market IS 'JB事業の海外市場の規模・動向';

COMMENT ON COLUMN core.filing_japan_brand.jb_overseas_competitor IS 'JB事業の海外競合商品との比較';

COMMENT ON COLUMN core.filing_japan_brand.jb_overseas_price IS 'JB事業の想定小売価格(海外)';

COMMENT ON COLUMN core.filing_japan_brand.jb_regulation IS 'JB事業の現地規制・認証への対応';

COMMENT ON COLUMN core.filing_japan_brand.jb_distribution IS 'JB事業の商流・物流の設計';

COMMENT ON COLUMN core.filing_japan_brand.jb_cross_border_ec_flag IS 'JB事業の越境EC活用の有無';

COMMENT ON COLUMN core.filing_japan_brand.jb_ec_site IS 'JB事業で利用するECサイト名';

COMMENT ON COLUMN core.filing_japan_brand.jb_crowdfunding_plan IS 'JB事業のクラウドファンディング活用計画';

COMMENT ON COLUMN core.filing_japan_brand.jb_support_partner_fee IS 'JB事業の支援パートナーとの契約額';

COMMENT ON COLUMN core.filing_japan_brand.jb_joint_applicants IS 'JB事業の共同申請者数';

COMMENT ON COLUMN core.filing_japan_brand.jb_joint_cap_raise IS 'JB事業の共同申請による上限引上げ額';

COMMENT ON COLUMN core.filing_japan_brand.jb_designer_use IS 'JB事業のデザイン・専門家の活用';

COMMENT ON COLUMN core.filing_japan_brand.jb_overseas_trademark_plan IS 'JB事業の商標の海外出願計画';

COMMENT ON COLUMN core.filing_japan_brand.jb_domestic_status IS 'JB事業の国内先行販売の状況';

COMMENT ON COLUMN core.filing_japan_brand.jb_regional_effect IS 'JB事業の地域経済への波及効果';

COMMENT ON COLUMN core.filing_japan_brand.jb_overseas_team IS 'JB事業の海外事業の社内体制';

COMMENT ON COLUMN core.filing_japan_brand.jb_export_control_check IS 'JB事業の輸出管理(該非判定)の確認';

COMMENT ON COLUMN core.filing_japan_brand.jb_union_collaboration IS 'JB事業の地域団体・産地組合との連携';

CREATE TABLE core.filing_japan_brand_country (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jb_target_country TEXT,
	jb_target_country_reason TEXT,
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

COMMENT ON COLUMN core.filing_japan_brand_country.jb_target_country IS 'JB事業の対象国・地域';

COMMENT ON COLUMN core.filing_japan_brand_country.jb_target_country_reason IS 'JB事業の対象国の選定理由';

CREATE TABLE core.filing_japan_brand_exhibition (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jb_exhibition_name TEXT,
	jb_exhibition_place TEXT,
	jb_exhibition_date TEXT,
	jb_exhibition_target_deals BIGINT,
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

COMMENT ON COLUMN core.filing_japan_brand_exhibition.jb_exhibition_name IS 'JB事業の展示会名';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.jb_exhibition_place IS 'JB事業の展示会開催地';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.jb_exhibition_date IS 'JB事業の展示会開催時期';

COMMENT ON COLUMN core.filing_japan_brand_exhibition.jb_exhibition_target_deals IS 'JB事業の展示会目標商談数';

CREATE TABLE core.filing_japan_brand_product (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jb_product TEXT,
	jb_product_description TEXT,
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

COMMENT ON COLUMN core.filing_japan_brand_product.jb_product IS 'JB事業の対象商品・サービス名';

COMMENT ON COLUMN core.filing_japan_brand_product.jb_product_description IS 'JB事業の対象商品の説明';

CREATE TABLE core.filing_japan_brand_support_partner (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jb_support_partner_name TEXT,
	jb_support_partner_number TEXT,
	jb_support_partner_content TEXT,
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

COMMENT ON COLUMN core.filing_japan_brand_support_partner.jb_support_partner_name IS 'JB事業の支援パートナー名';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.jb_support_partner_number IS 'JB事業の支援パートナー登録番号';

COMMENT ON COLUMN core.filing_japan_brand_support_partner.jb_support_partner_content IS 'JB事業の支援パートナーの支援内容';

CREATE TABLE core.filing_japan_brand_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jb_year_overseas_sales_target BIGINT,
	jb_year_domestic_sales_target BIGINT,
	jb_year_new_customer_target BIGINT,
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

COMMENT ON COLUMN core.filing_japan_brand_year.jb_year_overseas_sales_target IS 'JB事業の年次別海外売上目標';

COMMENT ON COLUMN core.filing_japan_brand_year.jb_year_domestic_sales_target IS 'JB事業の年次別国内売上目標';

COMMENT ON COLUMN core.filing_japan_brand_year.jb_year_new_customer_target IS 'JB事業の年次別新規取引先目標数';

CREATE TABLE core.filing_jigyo_keizoku (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	bcp_class TEXT,
	bcp_risk_class TEXT,
	bcp_business_role TEXT,
	bcp_purpose TEXT,
	bcp_impact_people TEXT,
	bcp_impact_facility TEXT,
	bcp_impact_finance TEXT,
	bcp_impact_information TEXT,
	bcp_impact_other TEXT,
	bcp_initial_life TEXT,
	bcp_initial_structure TEXT,
	bcp_initial_information TEXT,
	bcp_initial_other TEXT,
	bcp_measure_people_now TEXT,
	bcp_measure_people_plan TEXT,
	bcp_measure_equipment_now TEXT,
	bcp_measure_equipment_plan TEXT,
	bcp_measure_finance_now TEXT,
	bcp_measure_finance_plan TEXT,
	bcp_measure_information_now TEXT,
	bcp_measure_information_plan TEXT,
	bcp_peacetime_structure TEXT,
	bcp_training_plan TEXT,
	bcp_review_plan TEXT,
	bcp_joint_content TEXT,
	bcp_term TEXT,
	bcp_funding TEXT[],
	bcp_insurance TEXT[],
	bcp_approval_date DATE,
	bcp_checklist_consent BOOLEAN,
	CONSTRAINT pk_filing_jigyo_keizoku PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_jigyo_keizoku_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jigyo_keizoku_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jigyo_keizoku_business_id ON core.filing_jigyo_keizoku (business_id);

COMMENT ON TABLE core.filing_jigyo_keizoku IS '申請の記載: 事業継続力強化計画';

COMMENT ON COLUMN core.filing_jigyo_keizoku.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jigyo_keizoku.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jigyo_keizoku.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jigyo_keizoku.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_class IS '強化計画の種別(単独型・連携型)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_risk_class IS '強化計画の対象リスク(自然災害・感染症・両方)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_business_role IS '強化計画における自社の事業活動の概要';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_purpose IS '強化計画における事業継続力強化の目的';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_impact_people IS '強化計画の影響_人員';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_impact_facility IS '強化計画の影響_建物・設備';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_impact_finance IS '強化計画の影響_資金繰り';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_impact_information IS '強化計画の影響_情報';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_impact_other IS '強化計画の影響_その他(取引先・ライフライン)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_initial_life IS '強化計画の初動対応_人命の安全確保';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_initial_structure IS '強化計画の初動対応_非常時の緊急時体制の構築';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_initial_information IS '強化計画の初動対応_被害状況の把握・被害情報の共有';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_initial_other IS '強化計画の初動対応_その他の取組';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_measure_people_now IS '強化計画の対策A_人員体制(現在の取組)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_measure_people_plan IS '強化計画の対策A_人員体制(今後の計画)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_measure_equipment_now IS '強化計画の対策B_設備・機器・装置(現在の取組)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_measure_equipment_plan IS '強化計画の対策B_設備・機器・装置(今後の計画)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_measure_finance_now IS '強化計画の対策C_資金手当て(現在の取組)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_measure_finance_plan IS '強化計画の対策C_資金手当て(今後の計画)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_measure_information_now IS '強化計画の対策D_重要情報の保護(現在の取組)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_measure_information_plan IS '強化計画の対策D_重要情報の保護(今後の計画)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_peacetime_structure IS '強化計画の平時の推進体制(経営層の指揮)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_training_plan IS '強化計画の訓練・教育の実施計画';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_review_plan IS '強化計画の見直し予定';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_joint_content IS '強化計画における連携の態様・代替生産等の内容';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_term IS '強化計画の実施期間(3年以内)';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_funding IS '強化計画の必要資金の額と調達方法';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_insurance IS '強化計画に記載する加入済みの保険・共済';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_approval_date IS '強化計画の認定年月日';

COMMENT ON COLUMN core.filing_jigyo_keizoku.bcp_checklist_consent IS '強化計画のデータ利活用同意(チェックシート)';

CREATE TABLE core.filing_jigyo_keizoku_equipment (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	bcp_equip_measure_no TEXT,
	bcp_equip_month TEXT,
	bcp_equip_name TEXT,
	bcp_equip_location TEXT,
	bcp_equip_type TEXT,
	bcp_equip_amount BIGINT,
	CONSTRAINT pk_filing_jigyo_keizoku_equipment PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_jigyo_keizoku_equipment_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jigyo_keizoku_equipment_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jigyo_keizoku_equipment_business_id ON core.filing_jigyo_keizoku_equipment (business_id);

COMMENT ON TABLE core.filing_jigyo_keizoku_equipment IS '申請の記載: 事業継続力強化設備';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.bcp_equip_measure_no IS '事業継続力強化設備の取組番号';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.bcp_equip_month IS '事業継続力強化設備の取得年月';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.bcp_equip_name IS '事業継続力強化設備の名称・型式';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.bcp_equip_location IS '事業継続力強化設備の所在地';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.bcp_equip_type IS '事業継続力強化設備の種類';

COMMENT ON COLUMN core.filing_jigyo_keizoku_equipment.bcp_equip_amount IS '事業継続力強化設備の金額';

CREATE TABLE core.filing_jigyo_keizoku_hazard (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	bcp_hazard_type TEXT,
	bcp_hazard_basis TEXT,
	bcp_hazard_level TEXT,
	CONSTRAINT pk_filing_jigyo_keizoku_hazard PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_jigyo_keizoku_hazard_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jigyo_keizoku_hazard_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jigyo_keizoku_hazard_business_id ON core.filing_jigyo_keizoku_hazard (business_id);

COMMENT ON TABLE core.filing_jigyo_keizoku_hazard IS '申請の記載: 強化計画の想定災害';

COMMENT ON COLUMN core.filing_jigyo_keizoku_hazard.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_jigyo_keizoku_hazard.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jigyo_keizoku_hazard.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jigyo_keizoku_hazard.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jigyo_keizoku_hazard.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jigyo_keizoku_hazard.bcp_hazard_type IS '強化計画で想定する自然災害等の種類';

COMMENT ON COLUMN core.filing_jigyo_keizoku_hazard.bcp_hazard_basis IS '強化計画の被害想定の根拠(J-SHIS震度・ハザードマップ浸水深等)';

COMMENT ON COLUMN core.filing_jigyo_keizoku_hazard.bcp_hazard_level IS '強化計画で想定する被害規模(震度・浸水深)';

CREATE TABLE core.filing_jigyo_keizoku_initial_response (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	bcp_initial_timing TEXT,
	bcp_initial_preparation TEXT,
	CONSTRAINT pk_filing_jigyo_keizoku_initial_response PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_jigyo_keizoku_initial_response_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jigyo_keizoku_initial_response_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jigyo_keizoku_initial_response_business_id ON core.filing_jigyo_keizoku_initial_response (business_id);

COMMENT ON TABLE core.filing_jigyo_keizoku_initial_response IS '申請の記載: 強化計画の初動対応';

COMMENT ON COLUMN core.filing_jigyo_keizoku_initial_response.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_jigyo_keizoku_initial_response.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jigyo_keizoku_initial_response.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jigyo_keizoku_initial_response.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jigyo_keizoku_initial_response.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jigyo_keizoku_initial_response.bcp_initial_timing IS '強化計画の初動対応における発災後の対応時期';

COMMENT ON COLUMN core.filing_jigyo_keizoku_initial_response.bcp_initial_preparation IS '強化計画の初動対応における事前対策の内容';

CREATE TABLE core.filing_jigyo_keizoku_joint_member (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	bcp_joint_member TEXT,
	CONSTRAINT pk_filing_jigyo_keizoku_joint_member PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_jigyo_keizoku_joint_member_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jigyo_keizoku_joint_member_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jigyo_keizoku_joint_member_business_id ON core.filing_jigyo_keizoku_joint_member (business_id);

COMMENT ON TABLE core.filing_jigyo_keizoku_joint_member IS '申請の記載: 強化計画の連携事業者';

COMMENT ON COLUMN core.filing_jigyo_keizoku_joint_member.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_jigyo_keizoku_joint_member.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jigyo_keizoku_joint_member.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jigyo_keizoku_joint_member.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jigyo_keizoku_joint_member.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jigyo_keizoku_joint_member.bcp_joint_member IS '強化計画の連携事業者の名称';

CREATE TABLE core.filing_jigyo_keizoku_supporter (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	bcp_supporter TEXT,
	bcp_supporter_content TEXT,
	CONSTRAINT pk_filing_jigyo_keizoku_supporter PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_jigyo_keizoku_supporter_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jigyo_keizoku_supporter_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jigyo_keizoku_supporter_business_id ON core.filing_jigyo_keizoku_supporter (business_id);

COMMENT ON TABLE core.filing_jigyo_keizoku_supporter IS '申請の記載: 強化計画の協力者';

COMMENT ON COLUMN core.filing_jigyo_keizoku_supporter.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_jigyo_keizoku_supporter.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jigyo_keizoku_supporter.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jigyo_keizoku_supporter.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jigyo_keizoku_supporter.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jigyo_keizoku_supporter.bcp_supporter IS '強化計画の協力者の名称・住所・代表者';

COMMENT ON COLUMN core.filing_jigyo_keizoku_supporter.bcp_supporter_content IS '強化計画の協力者の協力内容';

CREATE TABLE core.filing_jizokuka_general (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jizokuka_chamber_type TEXT,
	jizokuka_chamber_name TEXT,
	jizokuka_joint_role_class TEXT,
	jizokuka_industry_class TEXT,
	jizokuka_latest_sales BIGINT,
	jizokuka_latest_gross_profit BIGINT,
	jizokuka_latest_period_months BIGINT,
	jizokuka_company_overview TEXT,
	jizokuka_top_products TEXT,
	jizokuka_market_trend TEXT,
	jizokuka_strength TEXT,
	jizokuka_policy_plan TEXT,
	jizokuka_sales_channel TEXT,
	jizokuka_efficiency TEXT,
	jizokuka_efficiency_flag BOOLEAN,
	jizokuka_past_adopted_flag BOOLEAN,
	jizokuka_past_difference TEXT,
	jizokuka_past_outcome TEXT,
	jizokuka_startup_support_date DATE,
	jizokuka_startup_support_city TEXT,
	jizokuka_cap_raise_flag BOOLEAN,
	jizokuka_wage_bonus TEXT,
	jizokuka_succession_bonus BOOLEAN,
	jizokuka_succession_diagnosis_flag BOOLEAN,
	jizokuka_successor_candidate TEXT,
	jizokuka_kojo_bonus BOOLEAN,
	jizokuka_depopulated_bonus BOOLEAN,
	jizokuka_regional_bonus BOOLEAN,
	jizokuka_covid_bonus BOOLEAN,
	jizokuka_form4_date DATE,
	jizokuka_form4_support TEXT,
	jizokuka_form4_advisor TEXT,
	jizokuka_form4_file TEXT,
	jizokuka_disposal_flag BOOLEAN,
	jizokuka_disposal_ratio NUMERIC,
	CONSTRAINT pk_filing_jizokuka_general PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_jizokuka_general_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jizokuka_general_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jizokuka_general_business_id ON core.filing_jizokuka_general (business_id);

COMMENT ON TABLE core.filing_jizokuka_general IS '申請の記載: 持続化補助金(一般型)';

COMMENT ON COLUMN core.filing_jizokuka_general.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jizokuka_general.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jizokuka_general.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jizokuka_general.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_chamber_type IS '商工会・商工会議所の別';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_chamber_name IS '管轄商工会・商工会議所名';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_joint_role_class IS '共同申請の代表者区分(代表・参画)';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_industry_class IS '主たる業種区分(商業サービス・宿泊娯楽・製造その他)';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_latest_sales IS '直近1期売上高';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_latest_gross_profit IS '直近1期売上総利益';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_latest_period_months IS '直近決算期間';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_company_overview IS '経営計画_企業概要';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_top_products IS '経営計画_売上・利益の多い商品サービス';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_market_trend IS '経営計画_顧客ニーズと市場の動向';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_strength IS '経営計画_自社や商品・サービスの強み';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_policy_plan IS '経営計画_経営方針・目標と今後のプラン';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_sales_channel IS '販路開拓等の取組内容';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_efficiency IS '業務効率化(生産性向上)の取組内容';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_efficiency_flag IS '業務効率化の取組の有無';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_past_adopted_flag IS '過去の持続化補助金採択の有無';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_past_difference IS '過去の補助事業との違い';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_past_outcome IS '過去の補助事業の成果';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_startup_support_date IS '認定特定創業支援等事業の支援を受けた日';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_startup_support_city IS '特定創業支援等事業の認定市区町村';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_cap_raise_flag IS '法人設立・開業日による補助上限引上げ希望';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_wage_bonus IS '賃上げ加点希望区分';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_succession_bonus IS '事業承継加点の希望';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_succession_diagnosis_flag IS '事業承継診断票の有無';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_successor_candidate IS '後継者候補名';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_kojo_bonus IS '経営力向上計画加点の希望';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_depopulated_bonus IS '過疎地域加点の該当';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_regional_bonus IS '地域未来牽引企業等加点の希望';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_covid_bonus IS '新型コロナウイルス感染症加点の該当';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_form4_date IS '事業支援計画書(様式4)の発行日';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_form4_support IS '事業支援計画書の支援内容';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_form4_advisor IS '事業支援計画書の経営指導員名';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_form4_file IS '事業支援計画書ファイル';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_disposal_flag IS '設備処分費の有無';

COMMENT ON COLUMN core.filing_jizokuka_general.jizokuka_disposal_ratio IS '設備処分費の割合';

CREATE TABLE core.filing_jizokuka_general_joint_member (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jizokuka_joint_member_name TEXT,
	jizokuka_joint_member_role TEXT,
	CONSTRAINT pk_filing_jizokuka_general_joint_member PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_jizokuka_general_joint_member_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jizokuka_general_joint_member_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jizokuka_general_joint_member_business_id ON core.filing_jizokuka_general_joint_member (business_id);

COMMENT ON TABLE core.filing_jizokuka_general_joint_member IS '申請の記載: 持続化補助金の共同事業者';

COMMENT ON COLUMN core.filing_jizokuka_general_joint_member.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_jizokuka_general_joint_member.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jizokuka_general_joint_member.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jizokuka_general_joint_member.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jizokuka_general_joint_member.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jizokuka_general_joint_member.jizokuka_joint_member_name IS '共同事業者名';

COMMENT ON COLUMN core.filing_jizokuka_general_joint_member.jizokuka_joint_member_role IS '共同事業者の役割';

CREATE TABLE core.filing_jizokuka_general_past_adoption (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	jizokuka_past_year TEXT,
	CONSTRAINT pk_filing_jizokuka_general_past_adoption PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_jizokuka_general_past_adoption_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jizokuka_general_past_adoption_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jizokuka_general_past_adoption_business_id ON core.filing_jizokuka_general_past_adoption (business_id);

COMMENT ON TABLE core.filing_jizokuka_general_past_adoption IS '申請の記載: 持続化補助金の過去の採択';

COMMENT ON COLUMN core.filing_jizokuka_general_past_adoption.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_jizokuka_general_past_adoption.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jizokuka_general_past_adoption.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jizokuka_general_past_adoption.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jizokuka_general_past_adoption.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jizokuka_general_past_adoption.jizokuka_past_year IS '過去の持続化補助金公募年度';

CREATE TABLE core.filing_jizokuka_lowrisk (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	lowrisk_new_initiative TEXT,
	lowrisk_contact_reduction TEXT,
	lowrisk_contact_reduction_amount TEXT,
	lowrisk_current_contact TEXT,
	lowrisk_shift_class TEXT,
	lowrisk_covid_impact TEXT,
	lowrisk_plan_summary TEXT,
	lowrisk_prevention_cost_flag BOOLEAN,
	lowrisk_prevention_cost BIGINT,
	lowrisk_prevention_content TEXT[],
	lowrisk_guideline_name TEXT[],
	lowrisk_special_measure_flag BOOLEAN,
	lowrisk_special_month TEXT,
	lowrisk_special_income BIGINT,
	lowrisk_special_base_month TEXT,
	lowrisk_special_base_income BIGINT,
	lowrisk_special_decline_rate NUMERIC,
	lowrisk_special_received_grant BIGINT,
	lowrisk_bonus_multi_shop BOOLEAN,
	lowrisk_bonus_wage BOOLEAN,
	lowrisk_shop_count BIGINT,
	lowrisk_online_sales TEXT,
	lowrisk_contactless_service TEXT,
	lowrisk_cashless_flag BOOLEAN,
	lowrisk_takeout_flag BOOLEAN,
	lowrisk_retroactive_flag BOOLEAN,
	lowrisk_retroactive_order_date DATE,
	lowrisk_expense_system_no TEXT,
	lowrisk_oath_file TEXT,
	lowrisk_plan_file TEXT,
	lowrisk_decline_file TEXT[],
	lowrisk_support_confirm_file TEXT,
	lowrisk_support_confirm_org TEXT,
	lowrisk_joint_member TEXT[],
	CONSTRAINT pk_filing_jizokuka_lowrisk PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_jizokuka_lowrisk_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_jizokuka_lowrisk_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_jizokuka_lowrisk_business_id ON core.filing_jizokuka_lowrisk (business_id);

COMMENT ON TABLE core.filing_jizokuka_lowrisk IS '申請の記載: 持続化補助金(低感染リスク型)';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.programme IS '制度番号';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_new_initiative IS '低感染型におけるポストコロナを踏まえた新たな取組の内容';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_contact_reduction IS '低感染型における対人接触機会を減少させる方法';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_contact_reduction_amount IS '低感染型の対人接触の減少量の見込み';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_current_contact IS '低感染型における既存事業の対人接触の状況';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_shift_class IS '低感染型における事業の転換・多角化の別';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_covid_impact IS '低感染型における新型コロナウイルス感染症による経営への影響';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_plan_summary IS '低感染型の経営計画の概要';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_prevention_cost_flag IS '低感染型の感染防止対策費の有無';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_prevention_cost IS '低感染型の感染防止対策費の額';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_prevention_content IS '低感染型の感染防止対策の内容(消毒・換気・間仕切り等)';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_guideline_name IS '低感染型で遵守する業種別ガイドライン名';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_special_measure_flag IS '低感染型の緊急事態措置による特別措置の適用希望';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_special_month IS '低感染型の特別措置_対象月';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_special_income IS '低感染型の特別措置_対象月事業収入';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_special_base_month IS '低感染型の特別措置_比較月';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_special_base_income IS '低感染型の特別措置_比較月事業収入';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_special_decline_rate IS '低感染型の特別措置_減少率';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_special_received_grant IS '低感染型の特別措置_受領済み助成金等の額';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_bonus_multi_shop IS '低感染型の加点_多店舗展開';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_bonus_wage IS '低感染型の加点_賃上げ';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_shop_count IS '低感染型の店舗数';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_online_sales IS '低感染型におけるオンライン販売・EC導入の内容';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_contactless_service IS '低感染型における非対面サービスの内容';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_cashless_flag IS '低感染型におけるキャッシュレス決済の導入';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_takeout_flag IS '低感染型における移動販売・テイクアウトの実施';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_retroactive_flag IS '低感染型の遡及適用(2021年1月8日以降)の経費の有無';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_retroactive_order_date IS '低感染型の遡及適用の最初の発注日';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_expense_system_no IS '低感染型の経費登録システムの登録番号';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_oath_file IS '低感染型の宣誓・同意書ファイル';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_plan_file IS '低感染型の経営計画及び補助事業計画ファイル(5ページ以内)';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_decline_file IS '低感染型の月間事業収入の減少を証する書類ファイル';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_support_confirm_file IS '低感染型の支援機関確認書ファイル';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_support_confirm_org IS '低感染型の支援機関確認書の発行支援機関';

COMMENT ON COLUMN core.filing_jizokuka_lowrisk.lowrisk_joint_member IS '低感染型の共同申請の参画事業者名';

CREATE TABLE core.filing_keiei_hattatsu (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	hattatsu_implementer TEXT,
	hattatsu_start_date DATE,
	hattatsu_end_date DATE,
	hattatsu_regional_status TEXT,
	hattatsu_small_business_count BIGINT,
	hattatsu_business_count BIGINT,
	hattatsu_regional_issue TEXT,
	hattatsu_long_term_vision TEXT,
	hattatsu_goal TEXT,
	hattatsu_policy TEXT,
	hattatsu_econ_survey_issue TEXT,
	hattatsu_econ_survey_content TEXT,
	hattatsu_demand_survey_content TEXT,
	hattatsu_analysis_content TEXT,
	hattatsu_plan_support_content TEXT,
	hattatsu_followup_frequency TEXT,
	hattatsu_new_demand_content TEXT,
	hattatsu_dx_support TEXT,
	hattatsu_evaluation_mechanism TEXT,
	hattatsu_staff_training TEXT,
	hattatsu_collaboration TEXT,
	hattatsu_regional_activation TEXT,
	hattatsu_staff_structure TEXT,
	hattatsu_funding_method TEXT,
	hattatsu_partner TEXT[],
	hattatsu_approval_date DATE,
	hattatsu_annual_result TEXT[],
	CONSTRAINT pk_filing_keiei_hattatsu PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_keiei_hattatsu_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_hattatsu_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_hattatsu_business_id ON core.filing_keiei_hattatsu (business_id);

COMMENT ON TABLE core.filing_keiei_hattatsu IS '申請の記載: 経営発達支援計画';

COMMENT ON COLUMN core.filing_keiei_hattatsu.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_hattatsu.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_hattatsu.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_hattatsu.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_implementer IS '発達計画の実施者名(商工会・商工会議所)';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_start_date IS '発達計画の実施期間_開始';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_end_date IS '発達計画の実施期間_終了';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_regional_status IS '発達計画の地域の現状(人口・産業構造)';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_small_business_count IS '発達計画の地域内小規模事業者数';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_business_count IS '発達計画の地域の商工業者数';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_regional_issue IS '発達計画の地域の課題';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_long_term_vision IS '発達計画における小規模事業者の中長期的な振興のあり方';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_goal IS '発達計画の経営発達支援事業の目標';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_policy IS '発達計画の目標達成に向けた方針';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_econ_survey_issue IS '発達計画の地域の経済動向調査_現状と課題';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_econ_survey_content IS '発達計画の地域の経済動向調査_事業内容';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_demand_survey_content IS '発達計画の需要動向調査_事業内容';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_analysis_content IS '発達計画の経営状況の分析_事業内容・分析手段';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_plan_support_content IS '発達計画の事業計画策定支援_事業内容';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_followup_frequency IS '発達計画の策定後の実施支援_フォローアップ頻度';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_new_demand_content IS '発達計画の新たな需要の開拓_事業内容';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_dx_support IS '発達計画におけるDXに向けたIT活用支援の内容';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_evaluation_mechanism IS '発達計画の事業の評価及び見直しの仕組み';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_staff_training IS '発達計画の経営指導員等の資質向上の取組';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_collaboration IS '発達計画の他の支援機関との連携・情報交換';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_regional_activation IS '発達計画の地域経済の活性化に資する取組';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_staff_structure IS '発達計画の実施体制_組織図・従事人数';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_funding_method IS '発達計画の資金の調達方法(会費・補助金・事業収入)';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_partner IS '発達計画の連携者名と役割(別表4)';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_approval_date IS '発達計画の認定通知日';

COMMENT ON COLUMN core.filing_keiei_hattatsu.hattatsu_annual_result IS '発達計画の実施状況報告_年度実績';

CREATE TABLE core.filing_keiei_hattatsu_advisor (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	hattatsu_statutory_advisor_name TEXT,
	hattatsu_statutory_advisor_contact TEXT,
	CONSTRAINT pk_filing_keiei_hattatsu_advisor PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_hattatsu_advisor_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_hattatsu_advisor_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_hattatsu_advisor_business_id ON core.filing_keiei_hattatsu_advisor (business_id);

COMMENT ON TABLE core.filing_keiei_hattatsu_advisor IS '申請の記載: 発達計画の法定経営指導員';

COMMENT ON COLUMN core.filing_keiei_hattatsu_advisor.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_hattatsu_advisor.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_hattatsu_advisor.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_hattatsu_advisor.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_hattatsu_advisor.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_hattatsu_advisor.hattatsu_statutory_advisor_name IS '発達計画の法定経営指導員氏名';

COMMENT ON COLUMN core.filing_keiei_hattatsu_advisor.hattatsu_statutory_advisor_contact IS '発達計画の法定経営指導員の連絡先';

CREATE TABLE core.filing_keiei_hattatsu_municipality (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	hattatsu_municipality TEXT,
	hattatsu_municipality_contact TEXT,
	CONSTRAINT pk_filing_keiei_hattatsu_municipality PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_hattatsu_municipality_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_hattatsu_municipality_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_hattatsu_municipality_business_id ON core.filing_keiei_hattatsu_municipality (business_id);

COMMENT ON TABLE core.filing_keiei_hattatsu_municipality IS '申請の記載: 発達計画の共同実施市町村';

COMMENT ON COLUMN core.filing_keiei_hattatsu_municipality.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_hattatsu_municipality.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_hattatsu_municipality.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_hattatsu_municipality.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_hattatsu_municipality.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_hattatsu_municipality.hattatsu_municipality IS '発達計画の共同実施市町村名';

COMMENT ON COLUMN core.filing_keiei_hattatsu_municipality.hattatsu_municipality_contact IS '発達計画の市町村の担当部署・連絡先';

CREATE TABLE core.filing_keiei_hattatsu_year_funding (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	hattatsu_year_funding BIGINT,
	CONSTRAINT pk_filing_keiei_hattatsu_year_funding PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_hattatsu_year_funding_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_hattatsu_year_funding_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_hattatsu_year_funding_business_id ON core.filing_keiei_hattatsu_year_funding (business_id);

COMMENT ON TABLE core.filing_keiei_hattatsu_year_funding IS '申請の記載: 発達計画の年度別資金';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_funding.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_funding.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_funding.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_funding.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_funding.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_funding.hattatsu_year_funding IS '発達計画の年度別必要資金の額';

CREATE TABLE core.filing_keiei_hattatsu_year_target (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	hattatsu_econ_survey_target BIGINT,
	hattatsu_demand_survey_target BIGINT,
	hattatsu_analysis_target BIGINT,
	hattatsu_plan_support_target BIGINT,
	hattatsu_followup_target BIGINT,
	hattatsu_sales_up_target BIGINT,
	hattatsu_profit_up_target BIGINT,
	hattatsu_exhibition_target BIGINT,
	hattatsu_deal_target BIGINT,
	CONSTRAINT pk_filing_keiei_hattatsu_year_target PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_hattatsu_year_target_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_hattatsu_year_target_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_hattatsu_year_target_business_id ON core.filing_keiei_hattatsu_year_target (business_id);

COMMENT ON TABLE core.filing_keiei_hattatsu_year_target IS '申請の記載: 発達計画の年度別目標';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_econ_survey_target IS '発達計画の地域の経済動向調査_公表回数目標(年度別)';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_demand_survey_target IS '発達計画の需要動向調査_対象事業者数目標(年度別)';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_analysis_target IS '発達計画の経営状況の分析_事業者数目標(年度別)';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_plan_support_target IS '発達計画の事業計画策定支援_事業者数目標(年度別)';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_followup_target IS '発達計画の策定後の実施支援_フォローアップ事業者数目標(年度別)';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_sales_up_target IS '発達計画の策定後の実施支援_売上増加事業者数目標(年度別)';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_profit_up_target IS '発達計画の策定後の実施支援_粗利増加事業者数目標(年度別)';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_exhibition_target IS '発達計画の新たな需要の開拓_展示会等出展者数目標(年度別)';

COMMENT ON COLUMN core.filing_keiei_hattatsu_year_target.hattatsu_deal_target IS '発達計画の新たな需要の開拓_商談成立件数目標(年度別)';

CREATE TABLE core.filing_keiei_kojo (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	kojo_application_class TEXT,
	kojo_submission_office TEXT,
	kojo_guideline_name TEXT[],
	kojo_start_month TEXT,
	kojo_end_month TEXT,
	kojo_term_years BIGINT,
	kojo_overview TEXT,
	kojo_market TEXT,
	kojo_condition TEXT,
	kojo_issue TEXT,
	kojo_labor_input NUMERIC,
	kojo_own_resource_flag BOOLEAN,
	kojo_other_resource_flag BOOLEAN,
	kojo_succession_type TEXT[],
	kojo_permit_predecessor TEXT[],
	kojo_finance_support TEXT[],
	kojo_certificate_file TEXT[],
	kojo_approval_no TEXT,
	kojo_approval_date DATE,
	kojo_change_content TEXT,
	kojo_checklist_consent BOOLEAN,
	CONSTRAINT pk_filing_keiei_kojo PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_keiei_kojo_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_kojo_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_kojo_business_id ON core.filing_keiei_kojo (business_id);

COMMENT ON TABLE core.filing_keiei_kojo IS '申請の記載: 経営力向上計画';

COMMENT ON COLUMN core.filing_keiei_kojo.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_kojo.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_kojo.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_kojo.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_application_class IS '経営力向上計画の申請種別(単独・共同・変更・事業承継等)';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_submission_office IS '経営力向上計画の提出先(主務大臣・経済産業局)';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_guideline_name IS '経営力向上計画で適用する事業分野別指針名';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_start_month IS '経営力向上計画の実施時期_開始年月';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_end_month IS '経営力向上計画の実施時期_終了年月';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_term_years IS '経営力向上計画の期間(3年・4年・5年)';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_overview IS '経営力向上計画の現状認識_自社の事業概要';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_market IS '経営力向上計画の現状認識_顧客・市場の動向と競合の動向';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_condition IS '経営力向上計画の現状認識_自社の経営状況';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_issue IS '経営力向上計画の現状認識_経営課題';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_labor_input IS '経営力向上計画の労働投入量(労働者数・総労働時間)';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_own_resource_flag IS '経営力向上計画における現有経営資源を利用する取組の有無';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_other_resource_flag IS '経営力向上計画における他者から取得・提供された経営資源を利用する取組の有無';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_succession_type IS '経営力向上計画の事業承継等の種類';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_permit_predecessor IS '経営力向上計画の特定許認可等に係る被承継等中小企業者名';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_finance_support IS '経営力向上計画で利用を予定する金融支援';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_certificate_file IS '経営力向上計画の工業会証明書・経産局確認書ファイル';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_approval_no IS '経営力向上計画の認定番号';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_approval_date IS '経営力向上計画の認定年月日';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_change_content IS '経営力向上計画の変更認定の内容';

COMMENT ON COLUMN core.filing_keiei_kojo.kojo_checklist_consent IS '経営力向上計画のデータ利活用同意(チェックシート)';

CREATE TABLE core.filing_keiei_kojo_action (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	kojo_action_no TEXT,
	kojo_action_content TEXT,
	kojo_action_guideline_ref TEXT,
	kojo_action_period TEXT,
	kojo_action_new_business_flag BOOLEAN,
	CONSTRAINT pk_filing_keiei_kojo_action PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_kojo_action_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_kojo_action_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_kojo_action_business_id ON core.filing_keiei_kojo_action (business_id);

COMMENT ON TABLE core.filing_keiei_kojo_action IS '申請の記載: 経営力向上計画の実施事項';

COMMENT ON COLUMN core.filing_keiei_kojo_action.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_kojo_action.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_kojo_action.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_kojo_action.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_kojo_action.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_kojo_action.kojo_action_no IS '経営力向上計画の実施事項番号';

COMMENT ON COLUMN core.filing_keiei_kojo_action.kojo_action_content IS '経営力向上計画の実施事項の内容';

COMMENT ON COLUMN core.filing_keiei_kojo_action.kojo_action_guideline_ref IS '経営力向上計画の実施事項の指針該当箇所';

COMMENT ON COLUMN core.filing_keiei_kojo_action.kojo_action_period IS '経営力向上計画の実施事項の実施期間';

COMMENT ON COLUMN core.filing_keiei_kojo_action.kojo_action_new_business_flag IS '経営力向上計画の実施事項の新事業活動該当';

CREATE TABLE core.filing_keiei_kojo_dd (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	kojo_dd_type TEXT,
	kojo_dd_provider TEXT,
	CONSTRAINT pk_filing_keiei_kojo_dd PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_kojo_dd_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_kojo_dd_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_kojo_dd_business_id ON core.filing_keiei_kojo_dd (business_id);

COMMENT ON TABLE core.filing_keiei_kojo_dd IS '申請の記載: 経営力向上計画の事前調査';

COMMENT ON COLUMN core.filing_keiei_kojo_dd.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_kojo_dd.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_kojo_dd.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_kojo_dd.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_kojo_dd.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_kojo_dd.kojo_dd_type IS '経営力向上計画の事業承継等事前調査(DD)の種類';

COMMENT ON COLUMN core.filing_keiei_kojo_dd.kojo_dd_provider IS '経営力向上計画の事業承継等事前調査の実施主体';

CREATE TABLE core.filing_keiei_kojo_equipment (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	kojo_equip_action_no TEXT,
	kojo_equip_acquired_month TEXT,
	kojo_equip_tax_class TEXT,
	kojo_equip_name TEXT,
	kojo_equip_location TEXT,
	kojo_equip_type TEXT,
	kojo_equip_unit_price BIGINT,
	kojo_equip_quantity BIGINT,
	kojo_equip_amount BIGINT,
	kojo_equip_certificate_no TEXT,
	CONSTRAINT pk_filing_keiei_kojo_equipment PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_kojo_equipment_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_kojo_equipment_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_kojo_equipment_business_id ON core.filing_keiei_kojo_equipment (business_id);

COMMENT ON TABLE core.filing_keiei_kojo_equipment IS '申請の記載: 経営力向上計画の設備';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_action_no IS '経営力向上計画の設備_実施事項番号';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_acquired_month IS '経営力向上計画の設備_取得年月';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_tax_class IS '経営力向上計画の設備_利用を想定する支援措置(A・B・C・D類型)';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_name IS '経営力向上計画の設備_名称・型式';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_location IS '経営力向上計画の設備_所在地';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_type IS '経営力向上計画の設備_種類(機械装置・器具備品・工具・建物附属・ソフトウェア)';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_unit_price IS '経営力向上計画の設備_単価';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_quantity IS '経営力向上計画の設備_数量';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_amount IS '経営力向上計画の設備_金額';

COMMENT ON COLUMN core.filing_keiei_kojo_equipment.kojo_equip_certificate_no IS '経営力向上計画の設備_証明書等の文書番号';

CREATE TABLE core.filing_keiei_kojo_field (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	kojo_field_middle TEXT,
	kojo_field_detail TEXT,
	CONSTRAINT pk_filing_keiei_kojo_field PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_kojo_field_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_kojo_field_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_kojo_field_business_id ON core.filing_keiei_kojo_field (business_id);

COMMENT ON TABLE core.filing_keiei_kojo_field IS '申請の記載: 経営力向上計画の事業分野';

COMMENT ON COLUMN core.filing_keiei_kojo_field.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_kojo_field.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_kojo_field.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_kojo_field.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_kojo_field.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_kojo_field.kojo_field_middle IS '経営力向上計画に係る事業分野(中分類)';

COMMENT ON COLUMN core.filing_keiei_kojo_field.kojo_field_detail IS '経営力向上計画に係る事業分野(細分類)';

CREATE TABLE core.filing_keiei_kojo_fund (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	kojo_fund_action_no TEXT,
	kojo_fund_use TEXT,
	kojo_fund_method TEXT,
	kojo_fund_amount BIGINT,
	CONSTRAINT pk_filing_keiei_kojo_fund PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_kojo_fund_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_kojo_fund_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_kojo_fund_business_id ON core.filing_keiei_kojo_fund (business_id);

COMMENT ON TABLE core.filing_keiei_kojo_fund IS '申請の記載: 経営力向上計画の資金';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.kojo_fund_action_no IS '経営力向上計画の資金_実施事項番号';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.kojo_fund_use IS '経営力向上計画の資金_使途・用途';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.kojo_fund_method IS '経営力向上計画の資金_調達方法(自己資金・融資・補助金等)';

COMMENT ON COLUMN core.filing_keiei_kojo_fund.kojo_fund_amount IS '経営力向上計画の資金_金額';

CREATE TABLE core.filing_keiei_kojo_kpi (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	kojo_kpi_type TEXT,
	kojo_kpi_current NUMERIC,
	kojo_kpi_target NUMERIC,
	kojo_kpi_growth NUMERIC,
	CONSTRAINT pk_filing_keiei_kojo_kpi PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_kojo_kpi_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_kojo_kpi_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_kojo_kpi_business_id ON core.filing_keiei_kojo_kpi (business_id);

COMMENT ON TABLE core.filing_keiei_kojo_kpi IS '申請の記載: 経営力向上計画の指標';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.kojo_kpi_type IS '経営力向上計画の目標指標の種類';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.kojo_kpi_current IS '経営力向上計画の指標_現状値(A)';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.kojo_kpi_target IS '経営力向上計画の指標_計画終了時の目標値(B)';

COMMENT ON COLUMN core.filing_keiei_kojo_kpi.kojo_kpi_growth IS '経営力向上計画の指標_伸び率((B-A)/A)';

CREATE TABLE core.filing_keiei_kojo_realty (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	kojo_land_detail TEXT,
	kojo_house_detail TEXT,
	kojo_transfer_detail TEXT,
	CONSTRAINT pk_filing_keiei_kojo_realty PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_keiei_kojo_realty_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_keiei_kojo_realty_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_keiei_kojo_realty_business_id ON core.filing_keiei_kojo_realty (business_id);

COMMENT ON TABLE core.filing_keiei_kojo_realty IS '申請の記載: 経営力向上計画の不動産';

COMMENT ON COLUMN core.filing_keiei_kojo_realty.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_keiei_kojo_realty.programme IS '制度番号';

COMMENT ON COLUMN core.filing_keiei_kojo_realty.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_keiei_kojo_realty.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_keiei_kojo_realty.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_keiei_kojo_realty.kojo_land_detail IS '経営力向上計画の不動産_土地の所在地番・地目・地積';

COMMENT ON COLUMN core.filing_keiei_kojo_realty.kojo_house_detail IS '経営力向上計画の不動産_家屋の所在・家屋番号・種類構造・床面積';

COMMENT ON COLUMN core.filing_keiei_kojo_realty.kojo_transfer_detail IS '経営力向上計画の不動産_譲渡者名と取得予定時期';

CREATE TABLE core.filing_kodo_renkei (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	renkei_type TEXT,
	renkei_project_class TEXT,
	renkei_group_name TEXT,
	renkei_group_size BIGINT,
	renkei_lead_company TEXT,
	renkei_lead_company_number TEXT,
	renkei_lead_company_size TEXT,
	renkei_background TEXT,
	renkei_shared_data TEXT,
	renkei_data_system TEXT,
	renkei_data_governance TEXT,
	renkei_common_system TEXT,
	renkei_common_system_plan TEXT,
	renkei_supply_chain_position TEXT,
	renkei_regional_plan_number TEXT,
	renkei_regional_plan_date DATE,
	renkei_group_value_added BIGINT,
	renkei_second_year_plan TEXT,
	renkei_agreement_date DATE,
	renkei_agreement_file TEXT,
	renkei_trade_relation TEXT,
	renkei_continuity TEXT,
	renkei_spillover TEXT,
	CONSTRAINT pk_filing_kodo_renkei PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_kodo_renkei_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_kodo_renkei_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_kodo_renkei_business_id ON core.filing_kodo_renkei (business_id);

COMMENT ON TABLE core.filing_kodo_renkei IS '申請の記載: ものづくり高度連携';

COMMENT ON COLUMN core.filing_kodo_renkei.programme IS '制度番号';

COMMENT ON COLUMN core.filing_kodo_renkei.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_kodo_renkei.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_kodo_renkei.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_type IS '高度連携の類型(企業間連携型・サプライチェーン効率化型)';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_project_class IS '高度連携のプロジェクト区分(データ共有・地域経済牽引事業)';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_group_name IS '高度連携体の名称';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_group_size IS '高度連携体の構成者数';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_lead_company IS '高度連携の幹事企業名';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_lead_company_number IS '高度連携の幹事企業法人番号';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_lead_company_size IS '高度連携の幹事企業の規模区分';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_background IS '高度連携の背景・目的';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_shared_data IS '高度連携により共有するデータの内容';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_data_system IS '高度連携におけるデータ共有の方法・システム';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_data_governance IS '高度連携におけるデータの契約・セキュリティの取決め';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_common_system IS '高度連携の共通システムの名称';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_common_system_plan IS '高度連携の共通システムの導入工程';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_supply_chain_position IS '高度連携におけるサプライチェーン上の位置付け';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_regional_plan_number IS '高度連携に係る地域経済牽引事業計画の承認番号';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_regional_plan_date IS '高度連携に係る地域経済牽引事業計画の承認日';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_group_value_added IS '高度連携体全体の付加価値額目標';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_second_year_plan IS '高度連携の2年度目の事業計画';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_agreement_date IS '高度連携の連携協定書の締結日';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_agreement_file IS '高度連携の連携協定書ファイル';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_trade_relation IS '高度連携における事業者間の取引関係';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_continuity IS '高度連携の継続・発展の見通し';

COMMENT ON COLUMN core.filing_kodo_renkei.renkei_spillover IS '高度連携の波及効果・横展開';

CREATE TABLE core.filing_kodo_renkei_kpi (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	renkei_efficiency_kpi TEXT,
	renkei_efficiency_baseline NUMERIC,
	renkei_efficiency_target NUMERIC,
	CONSTRAINT pk_filing_kodo_renkei_kpi PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_kodo_renkei_kpi_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_kodo_renkei_kpi_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_kodo_renkei_kpi_business_id ON core.filing_kodo_renkei_kpi (business_id);

COMMENT ON TABLE core.filing_kodo_renkei_kpi IS '申請の記載: 高度連携の効率化指標';

COMMENT ON COLUMN core.filing_kodo_renkei_kpi.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_kodo_renkei_kpi.programme IS '制度番号';

COMMENT ON COLUMN core.filing_kodo_renkei_kpi.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_kodo_renkei_kpi.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_kodo_renkei_kpi.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_kodo_renkei_kpi.renkei_efficiency_kpi IS '高度連携による効率化の指標';

COMMENT ON COLUMN core.filing_kodo_renkei_kpi.renkei_efficiency_baseline IS '高度連携による効率化の現状値';

COMMENT ON COLUMN core.filing_kodo_renkei_kpi.renkei_efficiency_target IS '高度連携による効率化の目標値';

CREATE TABLE core.filing_kodo_renkei_member (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	renkei_member_name TEXT,
	renkei_member_number TEXT,
	renkei_member_role TEXT,
	renkei_member_class TEXT,
	renkei_member_eligible BIGINT,
	renkei_member_requested BIGINT,
	renkei_member_equipment TEXT,
	CONSTRAINT pk_filing_kodo_renkei_member PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_kodo_renkei_member_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_kodo_renkei_member_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_kodo_renkei_member_business_id ON core.filing_kodo_renkei_member (business_id);

COMMENT ON TABLE core.filing_kodo_renkei_member IS '申請の記載: 高度連携の参加事業者';

COMMENT ON COLUMN core.filing_kodo_renkei_member.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_kodo_renkei_member.programme IS '制度番号';

COMMENT ON COLUMN core.filing_kodo_renkei_member.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_kodo_renkei_member.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_kodo_renkei_member.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_kodo_renkei_member.renkei_member_name IS '高度連携の参加事業者名';

COMMENT ON COLUMN core.filing_kodo_renkei_member.renkei_member_number IS '高度連携の参加事業者法人番号';

COMMENT ON COLUMN core.filing_kodo_renkei_member.renkei_member_role IS '高度連携の参加事業者の役割分担';

COMMENT ON COLUMN core.filing_kodo_renkei_member.renkei_member_class IS '高度連携の参加事業者の申請種別(補助対象・対象外)';

COMMENT ON COLUMN core.filing_kodo_renkei_member.renkei_member_eligible IS '高度連携の参加事業者別補助対象経費';

COMMENT ON COLUMN core.filing_kodo_renkei_member.renkei_member_requested IS '高度連携の参加事業者別補助金申請額';

COMMENT ON COLUMN core.filing_kodo_renkei_member.renkei_member_equipment IS '高度連携の参加事業者別設備投資の内容';

CREATE TABLE core.filing_locaben_financial (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_base_closing_date DATE,
	locaben_industry_major TEXT,
	locaben_industry_minor TEXT,
	locaben_scale_class TEXT,
	locaben_sales_growth_rate NUMERIC,
	locaben_sales_growth_benchmark NUMERIC,
	locaben_sales_growth_score BIGINT,
	locaben_operating_margin NUMERIC,
	locaben_operating_margin_benchmark NUMERIC,
	locaben_operating_margin_score BIGINT,
	locaben_labor_productivity BIGINT,
	locaben_labor_productivity_benchmark BIGINT,
	locaben_labor_productivity_score BIGINT,
	locaben_ebitda_debt_ratio NUMERIC,
	locaben_ebitda_debt_benchmark NUMERIC,
	locaben_ebitda_debt_score BIGINT,
	locaben_working_capital_turnover NUMERIC,
	locaben_working_capital_benchmark NUMERIC,
	locaben_working_capital_score BIGINT,
	locaben_equity_ratio NUMERIC,
	locaben_equity_ratio_benchmark NUMERIC,
	locaben_equity_ratio_score BIGINT,
	locaben_total_score BIGINT,
	locaben_total_rank TEXT,
	CONSTRAINT pk_filing_locaben_financial PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_locaben_financial_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_locaben_financial_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_locaben_financial_business_id ON core.filing_locaben_financial (business_id);

COMMENT ON TABLE core.filing_locaben_financial IS '申請の記載: ロカベン財務(決算期)';

COMMENT ON COLUMN core.filing_locaben_financial.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_locaben_financial.programme IS '制度番号';

COMMENT ON COLUMN core.filing_locaben_financial.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_locaben_financial.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_locaben_financial.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_base_closing_date IS 'ロカベン算定基準決算日';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_industry_major IS 'ロカベン比較業種(大分類)';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_industry_minor IS 'ロカベン比較業種(小分類)';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_scale_class IS 'ロカベン比較事業規模区分';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_sales_growth_rate IS 'ロカベン売上増加率';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_sales_growth_benchmark IS 'ロカベン売上増加率の業種基準値';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_sales_growth_score IS 'ロカベン売上増加率の得点';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_operating_margin IS 'ロカベン営業利益率';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_operating_margin_benchmark IS 'ロカベン営業利益率の業種基準値';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_operating_margin_score IS 'ロカベン営業利益率の得点';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_labor_productivity IS 'ロカベン労働生産性';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_labor_productivity_benchmark IS 'ロカベン労働生産性の業種基準値';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_labor_productivity_score IS 'ロカベン労働生産性の得点';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_ebitda_debt_ratio IS 'ロカベンEBITDA有利子負債倍率';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_ebitda_debt_benchmark IS 'ロカベンEBITDA有利子負債倍率の業種基準値';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_ebitda_debt_score IS 'ロカベンEBITDA有利子負債倍率の得点';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_working_capital_turnover IS 'ロカベン営業運転資本回転期間';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_working_capital_benchmark IS 'ロカベン営業運転資本回転期間の業種基準値';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_working_capital_score IS 'ロカベン営業運転資本回転期間の得点';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_equity_ratio IS 'ロカベン自己資本比率';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_equity_ratio_benchmark IS 'ロカベン自己資本比率の業種基準値';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_equity_ratio_score IS 'ロカベン自己資本比率の得点';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_total_score IS 'ロカベン総合評価点';

COMMENT ON COLUMN core.filing_locaben_financial.locaben_total_rank IS 'ロカベン総合評価ランク';

CREATE TABLE core.filing_locaben_nonfinancial (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_nonfinancial_entry_date DATE,
	locaben_product_service_content TEXT,
	locaben_customer_value TEXT,
	locaben_end_user_profile TEXT,
	locaben_end_user_needs TEXT,
	locaben_vp_vision TEXT,
	locaben_vp_management_will TEXT,
	locaben_vp_successor TEXT,
	locaben_vb_history TEXT,
	locaben_vb_strength TEXT,
	locaben_vb_weakness TEXT,
	locaben_vb_it_use TEXT,
	locaben_vb_hourly_value_added TEXT,
	locaben_vs_market TEXT,
	locaben_vs_competitors TEXT,
	locaben_vs_repeat_rate TEXT,
	locaben_vs_customers_trend TEXT,
	locaben_vs_employees TEXT,
	locaben_vs_banks TEXT,
	locaben_vi_organization TEXT,
	locaben_vi_quality TEXT,
	locaben_vi_plan_sharing TEXT,
	locaben_vi_meetings TEXT,
	locaben_vi_rd TEXT,
	locaben_vi_ip TEXT,
	locaben_vi_hr_dev TEXT,
	locaben_current_recognition TEXT,
	locaben_future_goal TEXT,
	locaben_gap_issue TEXT,
	locaben_countermeasure TEXT,
	CONSTRAINT pk_filing_locaben_nonfinancial PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_locaben_nonfinancial_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_locaben_nonfinancial_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_locaben_nonfinancial_business_id ON core.filing_locaben_nonfinancial (business_id);

COMMENT ON TABLE core.filing_locaben_nonfinancial IS '申請の記載: ロカベン非財務';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.programme IS '制度番号';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_nonfinancial_entry_date IS 'ロカベン非財務記入日';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_product_service_content IS 'ロカベンの製品・サービスの内容';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_customer_value IS 'ロカベンの顧客に提供している価値';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_end_user_profile IS 'ロカベン商流のエンドユーザー属性';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_end_user_needs IS 'ロカベン商流のエンドユーザーのニーズ';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vp_vision IS 'ロカベン経営者視点_経営理念・ビジョン';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vp_management_will IS 'ロカベン経営者視点_経営意欲';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vp_successor IS 'ロカベン経営者視点_後継者の有無と育成・承継のタイミング';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vb_history IS 'ロカベン事業視点_企業及び事業沿革';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vb_strength IS 'ロカベン事業視点_強み';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vb_weakness IS 'ロカベン事業視点_弱み';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vb_it_use IS 'ロカベン事業視点_IT投資・活用の状況';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vb_hourly_value_added IS 'ロカベン事業視点_1時間当たり付加価値向上の取組';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vs_market IS 'ロカベン関係者視点_市場動向・規模・シェア';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vs_competitors IS 'ロカベン関係者視点_競合他社との比較';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vs_repeat_rate IS 'ロカベン関係者視点_顧客リピート率・新規開拓率';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vs_customers_trend IS 'ロカベン関係者視点_主な取引先企業の推移・フィードバック';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vs_employees IS 'ロカベン関係者視点_従業員定着率・勤続年数・平均給与';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vs_banks IS 'ロカベン関係者視点_取引金融機関数・メインバンクとの関係';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vi_organization IS 'ロカベン内部管理視点_組織体制';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vi_quality IS 'ロカベン内部管理視点_品質管理・情報管理体制';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vi_plan_sharing IS 'ロカベン内部管理視点_事業計画・経営計画の共有状況';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vi_meetings IS 'ロカベン内部管理視点_社内会議の実施状況';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vi_rd IS 'ロカベン内部管理視点_研究開発・商品開発の体制';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vi_ip IS 'ロカベン内部管理視点_知的財産権の保有・活用状況';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_vi_hr_dev IS 'ロカベン内部管理視点_人材育成の取組状況';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_current_recognition IS 'ロカベン現状認識';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_future_goal IS 'ロカベン将来目標';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_gap_issue IS 'ロカベン現状と目標のギャップ・課題';

COMMENT ON COLUMN core.filing_locaben_nonfinancial.locaben_countermeasure IS 'ロカベン課題への対応策';

CREATE TABLE core.filing_locaben_nonfinancial_customer (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_customer_name TEXT,
	locaben_customer_transaction TEXT,
	locaben_customer_reason TEXT,
	CONSTRAINT pk_filing_locaben_nonfinancial_customer PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_locaben_nonfinancial_customer_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_locaben_nonfinancial_customer_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_locaben_nonfinancial_customer_business_id ON core.filing_locaben_nonfinancial_customer (business_id);

COMMENT ON TABLE core.filing_locaben_nonfinancial_customer IS '申請の記載: ロカベン商流の得意先';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_customer.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_customer.programme IS '制度番号';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_customer.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_customer.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_customer.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_customer.locaben_customer_name IS 'ロカベン商流の得意先名';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_customer.locaben_customer_transaction IS 'ロカベン商流の得意先取引内容';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_customer.locaben_customer_reason IS 'ロカベン商流の得意先に選ばれている理由';

CREATE TABLE core.filing_locaben_nonfinancial_partner (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_partner_name TEXT,
	locaben_partner_transaction TEXT,
	CONSTRAINT pk_filing_locaben_nonfinancial_partner PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_locaben_nonfinancial_partner_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_locaben_nonfinancial_partner_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_locaben_nonfinancial_partner_business_id ON core.filing_locaben_nonfinancial_partner (business_id);

COMMENT ON TABLE core.filing_locaben_nonfinancial_partner IS '申請の記載: ロカベン商流の協力先';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_partner.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_partner.programme IS '制度番号';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_partner.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_partner.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_partner.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_partner.locaben_partner_name IS 'ロカベン商流の協力先名';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_partner.locaben_partner_transaction IS 'ロカベン商流の協力先取引内容';

CREATE TABLE core.filing_locaben_nonfinancial_process (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_process_no BIGINT,
	locaben_process_name TEXT,
	locaben_process_content TEXT,
	locaben_process_differentiator TEXT,
	CONSTRAINT pk_filing_locaben_nonfinancial_process PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_locaben_nonfinancial_process_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_locaben_nonfinancial_process_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_locaben_nonfinancial_process_business_id ON core.filing_locaben_nonfinancial_process (business_id);

COMMENT ON TABLE core.filing_locaben_nonfinancial_process IS '申請の記載: ロカベン業務フローの工程';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.programme IS '制度番号';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.locaben_process_no IS 'ロカベン業務フローの工程番号';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.locaben_process_name IS 'ロカベン業務フローの工程名';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.locaben_process_content IS 'ロカベン業務フローの実施内容';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_process.locaben_process_differentiator IS 'ロカベン業務フローの差別化ポイント';

CREATE TABLE core.filing_locaben_nonfinancial_supplier (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	locaben_supplier_name TEXT,
	locaben_supplier_transaction TEXT,
	locaben_supplier_reason TEXT,
	CONSTRAINT pk_filing_locaben_nonfinancial_supplier PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_locaben_nonfinancial_supplier_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_locaben_nonfinancial_supplier_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_locaben_nonfinancial_supplier_business_id ON core.filing_locaben_nonfinancial_supplier (business_id);

COMMENT ON TABLE core.filing_locaben_nonfinancial_supplier IS '申請の記載: ロカベン商流の仕入先';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_supplier.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_supplier.programme IS '制度番号';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_supplier.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_supplier.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_supplier.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_supplier.locaben_supplier_name IS 'ロカベン商流の仕入先名';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_supplier.locaben_supplier_transaction IS 'ロカベン商流の仕入先取引内容';

COMMENT ON COLUMN core.filing_locaben_nonfinancial_supplier.locaben_supplier_reason IS 'ロカベン商流の仕入先選定理由';

CREATE TABLE core.filing_main_office_address (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	main_office_postal_code TEXT,
	main_office_local_government_code TEXT,
	main_office_prefecture TEXT,
	main_office_city TEXT,
	main_office_town_and_block TEXT,
	main_office_building TEXT,
	main_office_full_address TEXT,
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

COMMENT ON COLUMN core.filing_main_office_address.main_office_postal_code IS '主たる事業所の郵便番号';

COMMENT ON COLUMN core.filing_main_office_address.main_office_local_government_code IS '主たる事業所の全国地方公共団体コード';

COMMENT ON COLUMN core.filing_main_office_address.main_office_prefecture IS '主たる事業所の都道府県';

COMMENT ON COLUMN core.filing_main_office_address.main_office_city IS '主たる事業所の市区町村';

COMMENT ON COLUMN core.filing_main_office_address.main_office_town_and_block IS '主たる事業所の町字以下';

COMMENT ON COLUMN core.filing_main_office_address.main_office_building IS '主たる事業所の建物名等';

COMMENT ON COLUMN core.filing_main_office_address.main_office_full_address IS '主たる事業所の住所連結表記';

CREATE TABLE core.filing_mirasapo_plus (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	mirasapo_member_id TEXT,
	mirasapo_member_email TEXT,
	mirasapo_member_registered_date DATE,
	mirasapo_member_class TEXT,
	mirasapo_login_method TEXT,
	mirasapo_linked_system TEXT[],
	mirasapo_interest_policy TEXT[],
	mirasapo_problem_code TEXT[],
	mirasapo_business_stage TEXT,
	mirasapo_favorite_programme TEXT[],
	mirasapo_favorite_supporter TEXT[],
	mirasapo_navi_condition TEXT[],
	mirasapo_newsletter_flag BOOLEAN,
	mirasapo_push_preference TEXT[],
	mirasapo_case_consent_flag BOOLEAN,
	mirasapo_self_diagnosis TEXT,
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

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_member_id IS 'ミラサポ会員ID';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_member_email IS 'ミラサポ会員登録メールアドレス';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_member_registered_date IS 'ミラサポ会員登録日';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_member_class IS 'ミラサポ会員区分(事業者・支援者・一般)';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_login_method IS 'ミラサポログイン方式(GビズID・SNS・メール)';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_linked_system IS 'ミラサポでデータ連携を許可した申請システム';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_interest_policy IS 'ミラサポで関心のある施策分野';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_problem_code IS 'ミラサポで選択したお困りごと(サービスカタログ)';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_business_stage IS 'ミラサポで選択した事業ステージ';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_favorite_programme IS 'ミラサポでお気に入り登録した制度番号';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_favorite_supporter IS 'ミラサポでお気に入り登録した支援者ID';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_navi_condition IS 'ミラサポ制度ナビの検索条件';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_newsletter_flag IS 'ミラサポのメールマガジン配信希望';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_push_preference IS 'ミラサポのプッシュ通知の希望区分';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_case_consent_flag IS 'ミラサポの事例掲載への同意';

COMMENT ON COLUMN core.filing_mirasapo_plus.mirasapo_self_diagnosis IS 'ミラサポの経営課題自己診断結果';

CREATE TABLE core.filing_mirasapo_plus_activity_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	mirasapo_report_id TEXT,
	mirasapo_report_title TEXT,
	mirasapo_report_created_date DATE,
	mirasapo_report_updated_date DATE,
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

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.mirasapo_report_id IS 'ミラサポ活動レポートID';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.mirasapo_report_title IS 'ミラサポ活動レポート名称';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.mirasapo_report_created_date IS 'ミラサポ活動レポート作成日';

COMMENT ON COLUMN core.filing_mirasapo_plus_activity_report.mirasapo_report_updated_date IS 'ミラサポ活動レポート最終更新日';

CREATE TABLE core.filing_mirasapo_plus_external_import (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	mirasapo_import_source TEXT,
	mirasapo_import_at TIMESTAMP WITH TIME ZONE,
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

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.mirasapo_import_source IS 'ミラサポの外部取込元(gBizINFO・経営力向上計画・会計ソフト)';

COMMENT ON COLUMN core.filing_mirasapo_plus_external_import.mirasapo_import_at IS 'ミラサポの外部取込日時';

CREATE TABLE core.filing_mirasapo_plus_form_output (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	mirasapo_output_form TEXT,
	mirasapo_output_date DATE,
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

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.mirasapo_output_form IS 'ミラサポ電子申請サポートの出力様式';

COMMENT ON COLUMN core.filing_mirasapo_plus_form_output.mirasapo_output_date IS 'ミラサポ電子申請サポートの出力日';

CREATE TABLE core.filing_monodukuri (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	mono_type TEXT,
	mono_frame TEXT,
	mono_field TEXT,
	mono_core_technology TEXT[],
	mono_service_guideline TEXT[],
	mono_innovation TEXT,
	mono_technical_issue TEXT,
	mono_technical_solution TEXT,
	mono_technical_target TEXT[],
	mono_plan_part1 TEXT,
	mono_plan_part2 TEXT,
	mono_recent_results TEXT,
	mono_global_class TEXT,
	mono_overseas_subsidiary TEXT,
	mono_overseas_subsidiary_ratio NUMERIC,
	mono_overseas_survey_file TEXT,
	mono_overseas_customer_file TEXT,
	mono_joint_research_file TEXT,
	mono_contactless_effect TEXT,
	mono_advanced_digital TEXT,
	mono_environment TEXT,
	mono_crowdfunding_record TEXT,
	mono_startup_flag BOOLEAN,
	mono_second_founding_date DATE,
	mono_academia_flag BOOLEAN,
	mono_academia_name TEXT[],
	mono_investor TEXT[],
	mono_bonus_growth BOOLEAN,
	mono_bonus_policy BOOLEAN,
	mono_bonus_disaster BOOLEAN,
	mono_bonus_wage TEXT,
	mono_bonus_insurance BOOLEAN,
	mono_penalty_count BIGINT,
	mono_technology_source TEXT[],
	mono_ip_cost_content TEXT,
	mono_cloud_content TEXT,
	mono_commercial_target TEXT,
	mono_regional_effect TEXT,
	mono_niche_top TEXT,
	mono_covid_investment TEXT,
	mono_plan_file TEXT,
	CONSTRAINT pk_filing_monodukuri PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_monodukuri_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_monodukuri_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_monodukuri_business_id ON core.filing_monodukuri (business_id);

COMMENT ON TABLE core.filing_monodukuri IS '申請の記載: ものづくり補助金';

COMMENT ON COLUMN core.filing_monodukuri.programme IS '制度番号';

COMMENT ON COLUMN core.filing_monodukuri.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_monodukuri.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_monodukuri.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_monodukuri.mono_type IS 'もの補助の申請類型(一般型・グローバル展開型)';

COMMENT ON COLUMN core.filing_monodukuri.mono_frame IS 'もの補助の申請枠(通常枠・低感染リスク型ビジネス枠)';

COMMENT ON COLUMN core.filing_monodukuri.mono_field IS 'もの補助の事業分野(新商品開発・新生産方式・新サービス・新提供方式)';

COMMENT ON COLUMN core.filing_monodukuri.mono_core_technology IS 'もの補助の特定ものづくり基盤技術分野';

COMMENT ON COLUMN core.filing_monodukuri.mono_service_guideline IS 'もの補助の中小サービスガイドラインの手法該当';

COMMENT ON COLUMN core.filing_monodukuri.mono_innovation IS 'もの補助の革新性(自社・業界における新規性)';

COMMENT ON COLUMN core.filing_monodukuri.mono_technical_issue IS 'もの補助の技術的課題';

COMMENT ON COLUMN core.filing_monodukuri.mono_technical_solution IS 'もの補助の課題の解決方法';

COMMENT ON COLUMN core.filing_monodukuri.mono_technical_target IS 'もの補助の達成目標値(品質・精度・時間等)';

COMMENT ON COLUMN core.filing_monodukuri.mono_plan_part1 IS 'もの補助計画書その1_補助事業の具体的取組内容';

COMMENT ON COLUMN core.filing_monodukuri.mono_plan_part2 IS 'もの補助計画書その2_将来の展望';

COMMENT ON COLUMN core.filing_monodukuri.mono_recent_results IS 'もの補助の直近期と前期の経営状況';

COMMENT ON COLUMN core.filing_monodukuri.mono_global_class IS 'もの補助のグローバル展開の区分(①〜④)';

COMMENT ON COLUMN core.filing_monodukuri.mono_overseas_subsidiary IS 'もの補助の海外子会社名';

COMMENT ON COLUMN core.filing_monodukuri.mono_overseas_subsidiary_ratio IS 'もの補助の海外子会社への出資比率';

COMMENT ON COLUMN core.filing_monodukuri.mono_overseas_survey_file IS 'もの補助の海外市場調査報告書ファイル';

COMMENT ON COLUMN core.filing_monodukuri.mono_overseas_customer_file IS 'もの補助の想定顧客が分かる書類ファイル';

COMMENT ON COLUMN core.filing_monodukuri.mono_joint_research_file IS 'もの補助の共同研究契約書ファイル';

COMMENT ON COLUMN core.filing_monodukuri.mono_contactless_effect IS 'もの補助の対人接触機会の減少に資する取組';

COMMENT ON COLUMN core.filing_monodukuri.mono_advanced_digital IS 'もの補助の先端デジタル技術の活用';

COMMENT ON COLUMN core.filing_monodukuri.mono_environment IS 'もの補助の環境に配慮した事業の実施';

COMMENT ON COLUMN core.filing_monodukuri.mono_crowdfunding_record IS 'もの補助のクラウドファンディング等による資金調達実績';

COMMENT ON COLUMN core.filing_monodukuri.mono_startup_flag IS 'もの補助のスタートアップ(創業5年以内)該当';

COMMENT ON COLUMN core.filing_monodukuri.mono_second_founding_date IS 'もの補助の第二創業該当日';

COMMENT ON COLUMN core.filing_monodukuri.mono_academia_flag IS 'もの補助の産学官連携の有無';

COMMENT ON COLUMN core.filing_monodukuri.mono_academia_name IS 'もの補助の産学官連携先名';

COMMENT ON COLUMN core.filing_monodukuri.mono_investor IS 'もの補助のファンド・投資家からの出資状況';

COMMENT ON COLUMN core.filing_monodukuri.mono_bonus_growth IS 'もの補助の加点_成長性(経営革新計画)';

COMMENT ON COLUMN core.filing_monodukuri.mono_bonus_policy IS 'もの補助の加点_政策(創業・第二創業)';

COMMENT ON COLUMN core.filing_monodukuri.mono_bonus_disaster IS 'もの補助の加点_災害等(事業継続力強化計画)';

COMMENT ON COLUMN core.filing_monodukuri.mono_bonus_wage IS 'もの補助の加点_賃上げ等';

COMMENT ON COLUMN core.filing_monodukuri.mono_bonus_insurance IS 'もの補助の加点_被用者保険の任意適用';

COMMENT ON COLUMN core.filing_monodukuri.mono_penalty_count IS 'もの補助の減点_過去3年の類似補助金回数';

COMMENT ON COLUMN core.filing_monodukuri.mono_technology_source IS 'もの補助の技術導入費の支払先';

COMMENT ON COLUMN core.filing_monodukuri.mono_ip_cost_content IS 'もの補助の知的財産権等関連経費の内容';

COMMENT ON COLUMN core.filing_monodukuri.mono_cloud_content IS 'もの補助のクラウドサービス利用費の内容';

COMMENT ON COLUMN core.filing_monodukuri.mono_commercial_target IS 'もの補助の事業化面の目標(時期・売上・量産価格)';

COMMENT ON COLUMN core.filing_monodukuri.mono_regional_effect IS 'もの補助の地域経済への波及効果';

COMMENT ON COLUMN core.filing_monodukuri.mono_niche_top IS 'もの補助のニッチトップとなる潜在性';

COMMENT ON COLUMN core.filing_monodukuri.mono_covid_investment IS 'もの補助の感染症対策投資の内容';

COMMENT ON COLUMN core.filing_monodukuri.mono_plan_file IS 'もの補助の事業計画書ファイル';

CREATE TABLE core.filing_monodukuri_expert (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	mono_expert_name TEXT,
	mono_expert_fee BIGINT,
	CONSTRAINT pk_filing_monodukuri_expert PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_monodukuri_expert_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_monodukuri_expert_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_monodukuri_expert_business_id ON core.filing_monodukuri_expert (business_id);

COMMENT ON TABLE core.filing_monodukuri_expert IS '申請の記載: もの補助の専門家';

COMMENT ON COLUMN core.filing_monodukuri_expert.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_monodukuri_expert.programme IS '制度番号';

COMMENT ON COLUMN core.filing_monodukuri_expert.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_monodukuri_expert.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_monodukuri_expert.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_monodukuri_expert.mono_expert_name IS 'もの補助の専門家経費の専門家名';

COMMENT ON COLUMN core.filing_monodukuri_expert.mono_expert_fee IS 'もの補助の専門家経費の謝金単価';

CREATE TABLE core.filing_monodukuri_machine (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	mono_machine_name TEXT,
	mono_machine_model TEXT,
	mono_machine_price BIGINT,
	CONSTRAINT pk_filing_monodukuri_machine PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_monodukuri_machine_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_monodukuri_machine_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_monodukuri_machine_business_id ON core.filing_monodukuri_machine (business_id);

COMMENT ON TABLE core.filing_monodukuri_machine IS '申請の記載: もの補助の機械装置';

COMMENT ON COLUMN core.filing_monodukuri_machine.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_monodukuri_machine.programme IS '制度番号';

COMMENT ON COLUMN core.filing_monodukuri_machine.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_monodukuri_machine.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_monodukuri_machine.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_monodukuri_machine.mono_machine_name IS 'もの補助で導入予定の機械装置等の名称';

COMMENT ON COLUMN core.filing_monodukuri_machine.mono_machine_model IS 'もの補助で導入予定の機械装置等の型番';

COMMENT ON COLUMN core.filing_monodukuri_machine.mono_machine_price IS 'もの補助で導入予定の機械装置等の取得予定額';

CREATE TABLE core.filing_monodukuri_supporter (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	mono_supporter_name TEXT,
	mono_supporter_fee BIGINT,
	mono_supporter_period TEXT,
	mono_supporter_hours NUMERIC,
	CONSTRAINT pk_filing_monodukuri_supporter PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_monodukuri_supporter_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_monodukuri_supporter_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_monodukuri_supporter_business_id ON core.filing_monodukuri_supporter (business_id);

COMMENT ON TABLE core.filing_monodukuri_supporter IS '申請の記載: もの補助の計画作成支援者';

COMMENT ON COLUMN core.filing_monodukuri_supporter.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_monodukuri_supporter.programme IS '制度番号';

COMMENT ON COLUMN core.filing_monodukuri_supporter.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_monodukuri_supporter.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_monodukuri_supporter.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_monodukuri_supporter.mono_supporter_name IS 'もの補助の計画作成支援者の名称';

COMMENT ON COLUMN core.filing_monodukuri_supporter.mono_supporter_fee IS 'もの補助の計画作成支援者への報酬額';

COMMENT ON COLUMN core.filing_monodukuri_supporter.mono_supporter_period IS 'もの補助の計画作成支援者との契約期間';

COMMENT ON COLUMN core.filing_monodukuri_supporter.mono_supporter_hours IS 'もの補助の計画作成支援者の作業等時間';

CREATE TABLE core.filing_officer (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	officer_list_entry_date DATE,
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

COMMENT ON COLUMN core.filing_officer.officer_list_entry_date IS '役員表記入日';

CREATE TABLE core.filing_officer_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	officer_name TEXT,
	officer_name_kana TEXT,
	officer_title TEXT,
	officer_birth_date DATE,
	officer_sex TEXT,
	officer_fulltime_flag TEXT,
	officer_concurrent_company_name TEXT,
	officer_concurrent_corporate_number TEXT,
	officer_large_company_concurrent_flag BOOLEAN,
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

COMMENT ON COLUMN core.filing_officer_row.officer_name IS '役員氏名';

COMMENT ON COLUMN core.filing_officer_row.officer_name_kana IS '役員氏名(カナ)';

COMMENT ON COLUMN core.filing_officer_row.officer_title IS '役員の役職';

COMMENT ON COLUMN core.filing_officer_row.officer_birth_date IS '役員生年月日';

COMMENT ON COLUMN core.filing_officer_row.officer_sex IS '役員性別';

COMMENT ON COLUMN core.filing_officer_row.officer_fulltime_flag IS '役員の常勤・非常勤の別';

COMMENT ON COLUMN core.filing_officer_row.officer_concurrent_company_name IS '役員の兼務先会社名';

COMMENT ON COLUMN core.filing_officer_row.officer_concurrent_corporate_number IS '役員の兼務先法人番号';

COMMENT ON COLUMN core.filing_officer_row.officer_large_company_concurrent_flag IS '役員の大企業役職員兼務の別';

CREATE TABLE core.filing_profit_plan (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	profit_plan_basis TEXT,
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

COMMENT ON COLUMN core.filing_profit_plan.profit_plan_basis IS '収益計画の算出根拠';

CREATE TABLE core.filing_profit_plan_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	profit_plan_year_no BIGINT,
	profit_plan_closing_month TEXT,
	profit_plan_sales BIGINT,
	profit_plan_operating_income BIGINT,
	profit_plan_ordinary_income BIGINT,
	profit_plan_personnel BIGINT,
	profit_plan_depreciation BIGINT,
	profit_plan_value_added BIGINT,
	profit_plan_value_added_growth NUMERIC,
	profit_plan_payroll BIGINT,
	profit_plan_payroll_growth NUMERIC,
	profit_plan_employees BIGINT,
	profit_plan_project_sales BIGINT,
	profit_plan_project_cost BIGINT,
	profit_plan_capex BIGINT,
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

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_year_no IS '収益計画の年次(基準年度・1〜5年後)';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_closing_month IS '収益計画の決算年月';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_sales IS '収益計画の売上高';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_operating_income IS '収益計画の営業利益';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_ordinary_income IS '収益計画の経常利益';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_personnel IS '収益計画の人件費';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_depreciation IS '収益計画の減価償却費';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_value_added IS '収益計画の付加価値額';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_value_added_growth IS '収益計画の付加価値額伸び率';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_payroll IS '収益計画の給与支給総額';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_payroll_growth IS '収益計画の給与支給総額伸び率';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_employees IS '収益計画の従業員数';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_project_sales IS '収益計画の補助事業に係る売上高';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_project_cost IS '収益計画の補助事業に係る原価';

COMMENT ON COLUMN core.filing_profit_plan_year.profit_plan_capex IS '収益計画の設備投資額';

CREATE TABLE core.filing_project (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	project_title TEXT,
	project_summary TEXT,
	project_content TEXT,
	project_industry_code TEXT,
	project_start_date DATE,
	project_end_date DATE,
	project_purpose TEXT,
	project_organization TEXT,
	project_effect TEXT,
	project_target_market TEXT,
	project_advantage TEXT,
	project_risk TEXT,
	project_commercialization_date TEXT,
	project_commercialization_sales BIGINT,
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

COMMENT ON COLUMN core.filing_project.project_title IS '補助事業計画名';

COMMENT ON COLUMN core.filing_project.project_summary IS '補助事業計画の概要';

COMMENT ON COLUMN core.filing_project.project_content IS '補助事業の具体的取組内容';

COMMENT ON COLUMN core.filing_project.project_industry_code IS '補助事業の対象業種';

COMMENT ON COLUMN core.filing_project.project_start_date IS '補助事業開始予定日';

COMMENT ON COLUMN core.filing_project.project_end_date IS '補助事業完了予定日';

COMMENT ON COLUMN core.filing_project.project_purpose IS '補助事業の目的・必要性';

COMMENT ON COLUMN core.filing_project.project_organization IS '補助事業の実施体制';

COMMENT ON COLUMN core.filing_project.project_effect IS '補助事業の効果';

COMMENT ON COLUMN core.filing_project.project_target_market IS '補助事業の想定顧客・市場規模';

COMMENT ON COLUMN core.filing_project.project_advantage IS '補助事業の優位性・収益性';

COMMENT ON COLUMN core.filing_project.project_risk IS '補助事業の課題・リスクと解決方法';

COMMENT ON COLUMN core.filing_project.project_commercialization_date IS '補助事業の事業化見込み時期';

COMMENT ON COLUMN core.filing_project.project_commercialization_sales IS '補助事業の事業化見込み売上規模';

CREATE TABLE core.filing_project_collaborator (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	project_collaborator_name TEXT,
	project_collaborator_role TEXT,
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

COMMENT ON COLUMN core.filing_project_collaborator.project_collaborator_name IS '補助事業の外部協力者名';

COMMENT ON COLUMN core.filing_project_collaborator.project_collaborator_role IS '補助事業の外部協力者の役割';

CREATE TABLE core.filing_project_schedule (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	project_schedule_task TEXT,
	project_schedule_start TEXT,
	project_schedule_end TEXT,
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

COMMENT ON COLUMN core.filing_project_schedule.project_schedule_task IS '補助事業の実施スケジュール(工程)';

COMMENT ON COLUMN core.filing_project_schedule.project_schedule_start IS '補助事業の工程開始年月';

COMMENT ON COLUMN core.filing_project_schedule.project_schedule_end IS '補助事業の工程終了年月';

CREATE TABLE core.filing_project_site (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	project_site_postal_code TEXT,
	project_site_address TEXT,
	project_site_tenure TEXT,
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

COMMENT ON COLUMN core.filing_project_site.project_site_postal_code IS '補助事業実施場所の郵便番号';

COMMENT ON COLUMN core.filing_project_site.project_site_address IS '補助事業実施場所の住所';

COMMENT ON COLUMN core.filing_project_site.project_site_tenure IS '補助事業実施場所の所有形態';

CREATE TABLE core.filing_registered_address (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	registered_postal_code TEXT,
	registered_local_government_code TEXT,
	registered_town_id TEXT,
	registered_prefecture TEXT,
	registered_city TEXT,
	registered_town TEXT,
	registered_block_and_lot TEXT,
	registered_building TEXT,
	registered_full_address TEXT,
	registered_address_kana TEXT,
	registered_latitude NUMERIC,
	registered_longitude NUMERIC,
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

COMMENT ON COLUMN core.filing_registered_address.registered_postal_code IS '登記住所の郵便番号';

COMMENT ON COLUMN core.filing_registered_address.registered_local_government_code IS '登記住所の全国地方公共団体コード';

COMMENT ON COLUMN core.filing_registered_address.registered_town_id IS '登記住所の町字ID';

COMMENT ON COLUMN core.filing_registered_address.registered_prefecture IS '登記住所の都道府県';

COMMENT ON COLUMN core.filing_registered_address.registered_city IS '登記住所の市区町村';

COMMENT ON COLUMN core.filing_registered_address.registered_town IS '登記住所の町字';

COMMENT ON COLUMN core.filing_registered_address.registered_block_and_lot IS '登記住所の番地以下';

COMMENT ON COLUMN core.filing_registered_address.registered_building IS '登記住所の建物名等';

COMMENT ON COLUMN core.filing_registered_address.registered_full_address IS '登記住所の連結表記';

COMMENT ON COLUMN core.filing_registered_address.registered_address_kana IS '登記住所(カナ)';

COMMENT ON COLUMN core.filing_registered_address.registered_latitude IS '登記住所の代表点の緯度';

COMMENT ON COLUMN core.filing_registered_address.registered_longitude IS '登記住所の代表点の経度';

CREATE TABLE core.filing_representative (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	representative_family_name TEXT,
	representative_given_name TEXT,
	representative_family_name_kana TEXT,
	representative_given_name_kana TEXT,
	representative_title TEXT,
	representative_birth_date DATE,
	representative_age BIGINT,
	representative_sex TEXT,
	representative_appointed_date DATE,
	representative_address TEXT,
	representative_career TEXT,
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

COMMENT ON COLUMN core.filing_representative.representative_family_name IS '代表者の氏(姓)';

COMMENT ON COLUMN core.filing_representative.representative_given_name IS '代表者の名';

COMMENT ON COLUMN core.filing_representative.representative_family_name_kana IS '代表者の氏(姓・カナ)';

COMMENT ON COLUMN core.filing_representative.representative_given_name_kana IS '代表者の名(カナ)';

COMMENT ON COLUMN core.filing_representative.representative_title IS '代表者の役職名';

COMMENT ON COLUMN core.filing_representative.representative_birth_date IS '代表者生年月日';

COMMENT ON COLUMN core.filing_representative.representative_age IS '代表者年齢';

COMMENT ON COLUMN core.filing_representative.representative_sex IS '代表者性別';

COMMENT ON COLUMN core.filing_representative.representative_appointed_date IS '代表者就任年月日';

COMMENT ON COLUMN core.filing_representative.representative_address IS '代表者住所';

COMMENT ON COLUMN core.filing_representative.representative_career IS '代表者経歴';

CREATE TABLE core.filing_sabisapo (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sabisapo_core_company TEXT,
	sabisapo_core_company_number TEXT,
	sabisapo_sme_ratio NUMERIC,
	sabisapo_governance TEXT,
	sabisapo_service_name TEXT,
	sabisapo_service_summary TEXT,
	sabisapo_cross_field TEXT,
	sabisapo_problem TEXT,
	sabisapo_guideline_value TEXT[],
	sabisapo_guideline_efficiency TEXT[],
	sabisapo_advanced_technology TEXT[],
	sabisapo_advanced_technology_detail TEXT,
	sabisapo_rate_class TEXT,
	sabisapo_demonstration TEXT,
	sabisapo_year1_plan TEXT,
	sabisapo_year2_plan TEXT,
	sabisapo_year1_requested BIGINT,
	sabisapo_year2_requested BIGINT,
	sabisapo_competitiveness TEXT,
	sabisapo_revenue_model TEXT,
	sabisapo_sales_plan TEXT,
	sabisapo_long_term TEXT,
	sabisapo_self_sustaining TEXT,
	sabisapo_regional_effect TEXT,
	sabisapo_academia_content TEXT,
	sabisapo_ip_handling TEXT,
	sabisapo_privacy TEXT,
	sabisapo_regulation TEXT,
	sabisapo_smrj_support_flag BOOLEAN,
	sabisapo_channel TEXT,
	sabisapo_director_name TEXT,
	CONSTRAINT pk_filing_sabisapo PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_sabisapo_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sabisapo_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sabisapo_business_id ON core.filing_sabisapo (business_id);

COMMENT ON TABLE core.filing_sabisapo IS '申請の記載: サビサポ';

COMMENT ON COLUMN core.filing_sabisapo.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sabisapo.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sabisapo.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sabisapo.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_core_company IS 'サビサポのコア企業名';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_core_company_number IS 'サビサポのコア企業法人番号';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_sme_ratio IS 'サビサポの連携体に占める中小企業者の割合';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_governance IS 'サビサポの連携規約・責任体制';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_service_name IS 'サビサポの新サービスモデルの名称';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_service_summary IS 'サビサポの新サービスモデルの概要';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_cross_field IS 'サビサポの異分野の組合せの内容';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_problem IS 'サビサポで解決する地域・業界の課題';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_guideline_value IS 'サビサポの付加価値の向上(新規顧客層への展開等)';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_guideline_efficiency IS 'サビサポの効率の向上(サービス提供プロセス改善等)';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_advanced_technology IS 'サビサポにおける先端技術の活用(IoT・AI・ブロックチェーン等)';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_advanced_technology_detail IS 'サビサポにおける先端技術活用の内容';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_rate_class IS 'サビサポの補助率区分(1/2・先端技術2/3)';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_demonstration IS 'サビサポの実証の方法・フィールド';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_year1_plan IS 'サビサポの初年度の計画';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_year2_plan IS 'サビサポの2年度目の計画';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_year1_requested IS 'サビサポの初年度補助金申請額';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_year2_requested IS 'サビサポの2年度目補助金申請予定額';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_competitiveness IS 'サビサポの市場における競争力';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_revenue_model IS 'サビサポの価格設定・収益モデル';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_sales_plan IS 'サビサポの販売計画';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_long_term IS 'サビサポの10年以内の事業化の見通し';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_self_sustaining IS 'サビサポの事業の自立化の見込み(融資返済・投資回収)';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_regional_effect IS 'サビサポによる地域経済を支えるサービス産業への効果';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_academia_content IS 'サビサポの大学・公設試との共同研究の内容';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_ip_handling IS 'サビサポの知的財産の取扱い';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_privacy IS 'サビサポの個人情報・データ保護の方策';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_regulation IS 'サビサポの規制・許認可への対応';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_smrj_support_flag IS 'サビサポの中小機構の支援(ブラッシュアップ)の有無';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_channel IS 'サビサポの販路開拓の取組';

COMMENT ON COLUMN core.filing_sabisapo.sabisapo_director_name IS 'サビサポの事業統括責任者氏名';

CREATE TABLE core.filing_sabisapo_member (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sabisapo_member_name TEXT,
	sabisapo_member_class TEXT,
	sabisapo_member_role TEXT,
	sabisapo_member_resource TEXT,
	CONSTRAINT pk_filing_sabisapo_member PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sabisapo_member_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sabisapo_member_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sabisapo_member_business_id ON core.filing_sabisapo_member (business_id);

COMMENT ON TABLE core.filing_sabisapo_member IS '申請の記載: サビサポの連携体構成員';

COMMENT ON COLUMN core.filing_sabisapo_member.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sabisapo_member.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sabisapo_member.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sabisapo_member.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sabisapo_member.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sabisapo_member.sabisapo_member_name IS 'サビサポの連携体構成員名';

COMMENT ON COLUMN core.filing_sabisapo_member.sabisapo_member_class IS 'サビサポの連携体構成員の区分(中小・大企業・大学・研究機関・NPO)';

COMMENT ON COLUMN core.filing_sabisapo_member.sabisapo_member_role IS 'サビサポの連携体構成員の役割';

COMMENT ON COLUMN core.filing_sabisapo_member.sabisapo_member_resource IS 'サビサポの連携体構成員の提供する経営資源';

CREATE TABLE core.filing_sabisapo_task (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sabisapo_development_item TEXT,
	sabisapo_development_content TEXT,
	sabisapo_development_member TEXT,
	CONSTRAINT pk_filing_sabisapo_task PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sabisapo_task_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sabisapo_task_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sabisapo_task_business_id ON core.filing_sabisapo_task (business_id);

COMMENT ON TABLE core.filing_sabisapo_task IS '申請の記載: サビサポの開発項目';

COMMENT ON COLUMN core.filing_sabisapo_task.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sabisapo_task.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sabisapo_task.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sabisapo_task.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sabisapo_task.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sabisapo_task.sabisapo_development_item IS 'サビサポの開発項目';

COMMENT ON COLUMN core.filing_sabisapo_task.sabisapo_development_content IS 'サビサポの開発項目の内容';

COMMENT ON COLUMN core.filing_sabisapo_task.sabisapo_development_member IS 'サビサポの開発項目の担当者';

CREATE TABLE core.filing_sabisapo_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sabisapo_year_sales BIGINT,
	sabisapo_year_users BIGINT,
	CONSTRAINT pk_filing_sabisapo_year PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sabisapo_year_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sabisapo_year_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sabisapo_year_business_id ON core.filing_sabisapo_year (business_id);

COMMENT ON TABLE core.filing_sabisapo_year IS '申請の記載: サビサポの年次計画';

COMMENT ON COLUMN core.filing_sabisapo_year.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sabisapo_year.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sabisapo_year.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sabisapo_year.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sabisapo_year.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sabisapo_year.sabisapo_year_sales IS 'サビサポの年次別サービス売上計画';

COMMENT ON COLUMN core.filing_sabisapo_year.sabisapo_year_users IS 'サビサポの年次別利用者数計画';

CREATE TABLE core.filing_saikochiku (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	saikochiku_frame TEXT,
	saikochiku_type TEXT,
	saikochiku_reorganization_method TEXT,
	saikochiku_current_business TEXT,
	saikochiku_swot TEXT,
	saikochiku_necessity TEXT,
	saikochiku_content TEXT,
	saikochiku_new_industry_code TEXT,
	saikochiku_new_product TEXT,
	saikochiku_novelty_no_record TEXT,
	saikochiku_novelty_performance TEXT,
	saikochiku_market_novelty TEXT,
	saikochiku_sales_ratio_requirement NUMERIC,
	saikochiku_new_business_sales BIGINT,
	saikochiku_differentiation TEXT,
	saikochiku_decline_rate NUMERIC,
	saikochiku_decline_value_added_flag BOOLEAN,
	saikochiku_emergency_month TEXT[],
	saikochiku_emergency_sales BIGINT,
	saikochiku_emergency_effect TEXT,
	saikochiku_fixed_cost BIGINT,
	saikochiku_cooperation_money BIGINT,
	saikochiku_minimum_wage_worker_ratio NUMERIC,
	saikochiku_graduation_requirement TEXT,
	saikochiku_global_type TEXT,
	saikochiku_overseas_preparation TEXT,
	saikochiku_confirm_support_org TEXT,
	saikochiku_confirm_support_content TEXT,
	saikochiku_confirm_support_fee BIGINT,
	saikochiku_confirm_bank TEXT,
	saikochiku_confirm_bank_involvement TEXT,
	saikochiku_machine_model TEXT[],
	saikochiku_lease_flag BOOLEAN,
	saikochiku_ineligible_check BOOLEAN,
	saikochiku_employment_effect TEXT,
	saikochiku_ebpm_cooperation_flag BOOLEAN,
	saikochiku_case_publication_flag BOOLEAN,
	saikochiku_bonus_emergency BOOLEAN,
	saikochiku_bonus_minimum_wage BOOLEAN,
	saikochiku_early_start_flag BOOLEAN,
	saikochiku_early_start_reason TEXT,
	saikochiku_early_start_order_date DATE,
	saikochiku_plan_file TEXT,
	saikochiku_confirm_file TEXT,
	saikochiku_mirasapo_finance_file TEXT,
	CONSTRAINT pk_filing_saikochiku PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_saikochiku_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_saikochiku_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_saikochiku_business_id ON core.filing_saikochiku (business_id);

COMMENT ON TABLE core.filing_saikochiku IS '申請の記載: 事業再構築補助金';

COMMENT ON COLUMN core.filing_saikochiku.programme IS '制度番号';

COMMENT ON COLUMN core.filing_saikochiku.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_saikochiku.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_saikochiku.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_frame IS '再構築の申請枠(通常・卒業・グローバルV字・緊急事態・最低賃金・大規模賃上げ)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_type IS '再構築の類型(新分野展開・事業転換・業種転換・業態転換・事業再編)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_reorganization_method IS '再構築における事業再編の手法';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_current_business IS '再構築計画における現在の事業の状況';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_swot IS '再構築計画における自社の強み・弱み・機会・脅威';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_necessity IS '再構築の必要性・緊急性';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_content IS '再構築の具体的内容';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_new_industry_code IS '再構築による新規事業の業種(現事業からの変更後)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_new_product IS '再構築による新規事業の製品・サービス名';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_novelty_no_record IS '再構築による製品等の新規性(過去製造実績なし)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_novelty_performance IS '再構築による製品等の新規性(定量的性能の違い)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_market_novelty IS '再構築による市場の新規性(既存顧客との代替性)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_sales_ratio_requirement IS '再構築の売上高構成比要件(新事業10%以上等)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_new_business_sales IS '再構築による新事業の売上高目標(5年後)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_differentiation IS '再構築における差別化の方法';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_decline_rate IS '再構築の売上減少要件_減少率';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_decline_value_added_flag IS '再構築の付加価値額減少による代替要件';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_emergency_month IS '再構築に係る緊急事態宣言の影響月';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_emergency_sales IS '再構築に係る緊急事態宣言月の売上高';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_emergency_effect IS '再構築に係る緊急事態宣言の影響内容';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_fixed_cost IS '再構築に係る固定費額(対象期間)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_cooperation_money IS '再構築に係る協力金の受給額';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_minimum_wage_worker_ratio IS '再構築の最低賃金枠の対象従業員割合';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_graduation_requirement IS '再構築の卒業枠の要件(組織再編・設備投資・グローバル)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_global_type IS '再構築におけるグローバル展開の類型';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_overseas_preparation IS '再構築における海外事業の準備状況';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_confirm_support_org IS '再構築の認定支援機関確認書の発行機関';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_confirm_support_content IS '再構築に係る認定支援機関の支援内容';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_confirm_support_fee IS '再構築に係る認定支援機関への報酬額';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_confirm_bank IS '再構築の金融機関確認書の発行金融機関名';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_confirm_bank_involvement IS '再構築への金融機関の関与度合い';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_machine_model IS '再構築の機械装置・システム構築費の型式';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_lease_flag IS '再構築におけるリース利用の有無';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_ineligible_check IS '再構築における不動産賃貸・資産運用への該当確認';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_employment_effect IS '再構築事業による雇用への影響';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_ebpm_cooperation_flag IS '再構築に係るEBPMへの継続的情報提供の同意';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_case_publication_flag IS '再構築に係る採択者交流・事例公表への同意';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_bonus_emergency IS '再構築の加点_緊急事態宣言';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_bonus_minimum_wage IS '再構築の加点_最低賃金';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_early_start_flag IS '再構築の事前着手申請の有無';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_early_start_reason IS '再構築の事前着手の理由';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_early_start_order_date IS '再構築の事前着手予定の発注日';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_plan_file IS '再構築事業計画書ファイル(15ページ以内)';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_confirm_file IS '再構築の認定支援機関確認書ファイル';

COMMENT ON COLUMN core.filing_saikochiku.saikochiku_mirasapo_finance_file IS '再構築の事業財務情報ファイル(ミラサポplus)';

CREATE TABLE core.filing_saikochiku_building_work (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	saikochiku_building_cost_class TEXT,
	saikochiku_building_spec TEXT,
	saikochiku_building_plan_file TEXT,
	CONSTRAINT pk_filing_saikochiku_building_work PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_saikochiku_building_work_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_saikochiku_building_work_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_saikochiku_building_work_business_id ON core.filing_saikochiku_building_work (business_id);

COMMENT ON TABLE core.filing_saikochiku_building_work IS '申請の記載: 再構築の建物費';

COMMENT ON COLUMN core.filing_saikochiku_building_work.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_saikochiku_building_work.programme IS '制度番号';

COMMENT ON COLUMN core.filing_saikochiku_building_work.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_saikochiku_building_work.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_saikochiku_building_work.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_saikochiku_building_work.saikochiku_building_cost_class IS '再構築の建物費の内訳(新築・改修・撤去)';

COMMENT ON COLUMN core.filing_saikochiku_building_work.saikochiku_building_spec IS '再構築に係る建物の構造・面積';

COMMENT ON COLUMN core.filing_saikochiku_building_work.saikochiku_building_plan_file IS '再構築の建物費の平面図ファイル';

CREATE TABLE core.filing_saikochiku_decline_month (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	saikochiku_decline_target_month TEXT,
	saikochiku_decline_target_sales BIGINT,
	saikochiku_decline_base_month TEXT,
	saikochiku_decline_base_sales BIGINT,
	saikochiku_decline_proof_file TEXT,
	CONSTRAINT pk_filing_saikochiku_decline_month PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_saikochiku_decline_month_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_saikochiku_decline_month_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_saikochiku_decline_month_business_id ON core.filing_saikochiku_decline_month (business_id);

COMMENT ON TABLE core.filing_saikochiku_decline_month IS '申請の記載: 再構築の売上減少月';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.programme IS '制度番号';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.saikochiku_decline_target_month IS '再構築の売上減少要件_対象期間年月';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.saikochiku_decline_target_sales IS '再構築の売上減少要件_対象月売上高';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.saikochiku_decline_base_month IS '再構築の売上減少要件_コロナ以前比較年月';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.saikochiku_decline_base_sales IS '再構築の売上減少要件_比較月売上高';

COMMENT ON COLUMN core.filing_saikochiku_decline_month.saikochiku_decline_proof_file IS '再構築の売上高減少証明書類ファイル';

CREATE TABLE core.filing_saikochiku_plan_supporter (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	saikochiku_plan_supporter TEXT,
	saikochiku_plan_supporter_fee BIGINT,
	saikochiku_plan_supporter_period TEXT,
	CONSTRAINT pk_filing_saikochiku_plan_supporter PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_saikochiku_plan_supporter_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_saikochiku_plan_supporter_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_saikochiku_plan_supporter_business_id ON core.filing_saikochiku_plan_supporter (business_id);

COMMENT ON TABLE core.filing_saikochiku_plan_supporter IS '申請の記載: 再構築の計画書作成支援者';

COMMENT ON COLUMN core.filing_saikochiku_plan_supporter.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_saikochiku_plan_supporter.programme IS '制度番号';

COMMENT ON COLUMN core.filing_saikochiku_plan_supporter.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_saikochiku_plan_supporter.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_saikochiku_plan_supporter.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_saikochiku_plan_supporter.saikochiku_plan_supporter IS '再構築事業計画書作成支援者名';

COMMENT ON COLUMN core.filing_saikochiku_plan_supporter.saikochiku_plan_supporter_fee IS '再構築事業計画書作成支援者の報酬';

COMMENT ON COLUMN core.filing_saikochiku_plan_supporter.saikochiku_plan_supporter_period IS '再構築事業計画書作成支援の契約期間';

CREATE TABLE core.filing_saikochiku_planned_asset (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	saikochiku_asset_name TEXT,
	saikochiku_asset_class TEXT,
	saikochiku_asset_product_code TEXT,
	saikochiku_asset_price BIGINT,
	saikochiku_asset_location TEXT,
	CONSTRAINT pk_filing_saikochiku_planned_asset PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_saikochiku_planned_asset_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_saikochiku_planned_asset_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_saikochiku_planned_asset_business_id ON core.filing_saikochiku_planned_asset (business_id);

COMMENT ON TABLE core.filing_saikochiku_planned_asset IS '申請の記載: 再構築で取得する資産';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.programme IS '制度番号';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.saikochiku_asset_name IS '再構築で取得する主な資産の名称';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.saikochiku_asset_class IS '再構築で取得する主な資産の区分(建物・機械装置)';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.saikochiku_asset_product_code IS '再構築で取得する主な資産の商品分類番号';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.saikochiku_asset_price IS '再構築で取得する主な資産の取得予定価格';

COMMENT ON COLUMN core.filing_saikochiku_planned_asset.saikochiku_asset_location IS '再構築で取得する主な資産の設置場所';

CREATE TABLE core.filing_sapoin (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sapoin_erad_org_code TEXT,
	sapoin_erad_project_id TEXT,
	sapoin_plan_title TEXT,
	sapoin_public_summary TEXT,
	sapoin_main_technology TEXT,
	sapoin_sub_technology TEXT[],
	sapoin_downstream_field TEXT,
	sapoin_downstream_sub_field TEXT[],
	sapoin_downstream_needs TEXT,
	sapoin_upgrade_goal TEXT,
	sapoin_conventional_issue TEXT,
	sapoin_new_technology TEXT,
	sapoin_novelty TEXT,
	sapoin_duration_years BIGINT,
	sapoin_admin_org_name TEXT,
	sapoin_admin_org_corporate_number TEXT,
	sapoin_pl_name TEXT,
	sapoin_pl_affiliation TEXT,
	sapoin_pl_erad_number TEXT,
	sapoin_sl_name TEXT,
	sapoin_sl_affiliation TEXT,
	sapoin_fixed_rate_amount BIGINT,
	sapoin_equipment TEXT[],
	sapoin_prior_art TEXT,
	sapoin_ip_policy TEXT,
	sapoin_ip_committee TEXT,
	sapoin_product_plan TEXT,
	sapoin_year_sales BIGINT[],
	sapoin_user_company TEXT[],
	sapoin_user_evaluation TEXT,
	sapoin_market_forecast TEXT,
	sapoin_ripple_effect TEXT,
	sapoin_management_effect TEXT,
	sapoin_other_funding TEXT[],
	sapoin_ethics_training_flag BOOLEAN,
	sapoin_export_control_flag BOOLEAN,
	sapoin_interim_evaluation TEXT,
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

COMMENT ON COLUMN core.filing_sapoin.sapoin_erad_org_code IS 'サポインのe-Rad研究機関コード';

COMMENT ON COLUMN core.filing_sapoin.sapoin_erad_project_id IS 'サポインのe-Rad応募課題ID';

COMMENT ON COLUMN core.filing_sapoin.sapoin_plan_title IS 'サポインの研究開発計画名';

COMMENT ON COLUMN core.filing_sapoin.sapoin_public_summary IS 'サポインの研究開発の要約(公表用)';

COMMENT ON COLUMN core.filing_sapoin.sapoin_main_technology IS 'サポインの主たる技術分野(特定ものづくり基盤技術12分野)';

COMMENT ON COLUMN core.filing_sapoin.sapoin_sub_technology IS 'サポインの従たる技術分野';

COMMENT ON COLUMN core.filing_sapoin.sapoin_downstream_field IS 'サポインの川下分野(主)';

COMMENT ON COLUMN core.filing_sapoin.sapoin_downstream_sub_field IS 'サポインの川下分野(副)';

COMMENT ON COLUMN core.filing_sapoin.sapoin_downstream_needs IS 'サポインの川下製造業者の課題・ニーズ';

COMMENT ON COLUMN core.filing_sapoin.sapoin_upgrade_goal IS 'サポインの高度化目標(指針該当項目)';

COMMENT ON COLUMN core.filing_sapoin.sapoin_conventional_issue IS 'サポインの従来技術の課題';

COMMENT ON COLUMN core.filing_sapoin.sapoin_new_technology IS 'サポインの新技術の内容';

COMMENT ON COLUMN core.filing_sapoin.sapoin_novelty IS 'サポインの新技術の新規性・独創性';

COMMENT ON COLUMN core.filing_sapoin.sapoin_duration_years IS 'サポインの研究期間(年度数)';

COMMENT ON COLUMN core.filing_sapoin.sapoin_admin_org_name IS 'サポインの事業管理機関名';

COMMENT ON COLUMN core.filing_sapoin.sapoin_admin_org_corporate_number IS 'サポインの事業管理機関法人番号';

COMMENT ON COLUMN core.filing_sapoin.sapoin_pl_name IS 'サポインの総括研究代表者氏名';

COMMENT ON COLUMN core.filing_sapoin.sapoin_pl_affiliation IS 'サポインの総括研究代表者所属・役職';

COMMENT ON COLUMN core.filing_sapoin.sapoin_pl_erad_number IS 'サポインの総括研究代表者e-Rad研究者番号';

COMMENT ON COLUMN core.filing_sapoin.sapoin_sl_name IS 'サポインの副総括研究代表者氏名';

COMMENT ON COLUMN core.filing_sapoin.sapoin_sl_affiliation IS 'サポインの副総括研究代表者所属・役職';

COMMENT ON COLUMN core.filing_sapoin.sapoin_fixed_rate_amount IS 'サポインの定額補助(大学・公設試等)対象額';

COMMENT ON COLUMN core.filing_sapoin.sapoin_equipment IS 'サポインの主な購入機械装置';

COMMENT ON COLUMN core.filing_sapoin.sapoin_prior_art IS 'サポインの関連特許の先行調査結果';

COMMENT ON COLUMN core.filing_sapoin.sapoin_ip_policy IS 'サポインの知的財産の帰属・取扱い';

COMMENT ON COLUMN core.filing_sapoin.sapoin_ip_committee IS 'サポインの研究開発に関する知財運営委員会';

COMMENT ON COLUMN core.filing_sapoin.sapoin_product_plan IS 'サポインの事業化計画(製品)';

COMMENT ON COLUMN core.filing_sapoin.sapoin_year_sales IS 'サポインの年次別事業化売上見込';

COMMENT ON COLUMN core.filing_sapoin.sapoin_user_company IS 'サポインの想定ユーザー企業';

COMMENT ON COLUMN core.filing_sapoin.sapoin_user_evaluation IS 'サポインのユーザー企業の評価・要望';

COMMENT ON COLUMN core.filing_sapoin.sapoin_market_forecast IS 'サポインの市場規模予測';

COMMENT ON COLUMN core.filing_sapoin.sapoin_ripple_effect IS 'サポインの経済産業上の波及効果';

COMMENT ON COLUMN core.filing_sapoin.sapoin_management_effect IS 'サポインの経営的効果(省エネ・コスト削減)';

COMMENT ON COLUMN core.filing_sapoin.sapoin_other_funding IS 'サポインの他の研究費の応募・受入状況';

COMMENT ON COLUMN core.filing_sapoin.sapoin_ethics_training_flag IS 'サポインの研究倫理教育の受講';

COMMENT ON COLUMN core.filing_sapoin.sapoin_export_control_flag IS 'サポインの安全保障貿易管理の確認';

COMMENT ON COLUMN core.filing_sapoin.sapoin_interim_evaluation IS 'サポインの中間評価の結果';

CREATE TABLE core.filing_sapoin_advisor (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sapoin_advisor_org TEXT,
	sapoin_advisor_role TEXT,
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

COMMENT ON COLUMN core.filing_sapoin_advisor.sapoin_advisor_org IS 'サポインのアドバイザー機関名';

COMMENT ON COLUMN core.filing_sapoin_advisor.sapoin_advisor_role IS 'サポインのアドバイザーの役割';

CREATE TABLE core.filing_sapoin_organization (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sapoin_research_org_name TEXT,
	sapoin_research_org_class TEXT,
	sapoin_research_org_role TEXT,
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

COMMENT ON COLUMN core.filing_sapoin_organization.sapoin_research_org_name IS 'サポインの研究等実施機関名';

COMMENT ON COLUMN core.filing_sapoin_organization.sapoin_research_org_class IS 'サポインの研究等実施機関区分(中小・大企業・大学・公設試)';

COMMENT ON COLUMN core.filing_sapoin_organization.sapoin_research_org_role IS 'サポインの研究等実施機関の役割';

CREATE TABLE core.filing_sapoin_researcher (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sapoin_researcher_name TEXT,
	sapoin_researcher_effort NUMERIC,
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

COMMENT ON COLUMN core.filing_sapoin_researcher.sapoin_researcher_name IS 'サポインの研究員氏名';

COMMENT ON COLUMN core.filing_sapoin_researcher.sapoin_researcher_effort IS 'サポインの研究員エフォート';

CREATE TABLE core.filing_sapoin_site (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sapoin_site_name TEXT,
	sapoin_site_address TEXT,
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

COMMENT ON COLUMN core.filing_sapoin_site.sapoin_site_name IS 'サポインの研究開発拠点施設名';

COMMENT ON COLUMN core.filing_sapoin_site.sapoin_site_address IS 'サポインの研究開発拠点所在地';

CREATE TABLE core.filing_sapoin_subtheme (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sapoin_subtheme_no TEXT,
	sapoin_subtheme_title TEXT,
	sapoin_subtheme_target TEXT,
	sapoin_subtheme_org TEXT,
	sapoin_subtheme_content TEXT,
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

COMMENT ON COLUMN core.filing_sapoin_subtheme.sapoin_subtheme_no IS 'サポインのサブテーマ番号';

COMMENT ON COLUMN core.filing_sapoin_subtheme.sapoin_subtheme_title IS 'サポインのサブテーマ名';

COMMENT ON COLUMN core.filing_sapoin_subtheme.sapoin_subtheme_target IS 'サポインのサブテーマ技術的目標値';

COMMENT ON COLUMN core.filing_sapoin_subtheme.sapoin_subtheme_org IS 'サポインのサブテーマ実施機関';

COMMENT ON COLUMN core.filing_sapoin_subtheme.sapoin_subtheme_content IS 'サポインのサブテーマ実施内容';

CREATE TABLE core.filing_sapoin_year_budget (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	sapoin_fiscal_year BIGINT,
	sapoin_year_eligible_cost BIGINT,
	sapoin_year_requested BIGINT,
	sapoin_year_org_allocation BIGINT,
	sapoin_cost_goods BIGINT,
	sapoin_cost_personnel BIGINT,
	sapoin_cost_travel BIGINT,
	sapoin_cost_other BIGINT,
	sapoin_cost_consignment BIGINT,
	sapoin_cost_indirect BIGINT,
	CONSTRAINT pk_filing_sapoin_year_budget PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sapoin_year_budget_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sapoin_year_budget_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sapoin_year_budget_business_id ON core.filing_sapoin_year_budget (business_id);

COMMENT ON TABLE core.filing_sapoin_year_budget IS '申請の記載: サポインの年度別経費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sapoin_year_budget.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sapoin_year_budget.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sapoin_year_budget.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sapoin_year_budget.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_fiscal_year IS 'サポインの研究開発年度';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_year_eligible_cost IS 'サポインの年度別補助対象経費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_year_requested IS 'サポインの年度別補助金申請額';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_year_org_allocation IS 'サポインの年度別機関別配分額';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_cost_goods IS 'サポインの物品費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_cost_personnel IS 'サポインの人件費・謝金';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_cost_travel IS 'サポインの旅費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_cost_other IS 'サポインのその他経費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_cost_consignment IS 'サポインの委託費';

COMMENT ON COLUMN core.filing_sapoin_year_budget.sapoin_cost_indirect IS 'サポインの間接経費';

CREATE TABLE core.filing_sedaikotai (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	gensucc_class TEXT,
	gensucc_experience_class TEXT,
	gensucc_officer_years NUMERIC,
	gensucc_industry_years NUMERIC,
	gensucc_predecessor_age BIGINT,
	gensucc_predecessor_new_title TEXT,
	gensucc_share_transfer_status TEXT,
	gensucc_authority_transfer_status TEXT,
	gensucc_post_structure TEXT,
	gensucc_five_year_plan TEXT,
	gensucc_site_closure_flag BOOLEAN,
	gensucc_existing_closure_content TEXT,
	gensucc_capex_content TEXT,
	gensucc_rent_content TEXT,
	gensucc_marketing_content TEXT,
	gensucc_pr_content TEXT,
	gensucc_filing_fee BIGINT,
	gensucc_guarantee_release TEXT,
	gensucc_center_case_no TEXT,
	gensucc_bank_support TEXT,
	gensucc_employment_maintained BIGINT,
	gensucc_no_successor_status TEXT,
	CONSTRAINT pk_filing_sedaikotai PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_sedaikotai_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sedaikotai_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sedaikotai_business_id ON core.filing_sedaikotai (business_id);

COMMENT ON TABLE core.filing_sedaikotai IS '申請の記載: 世代交代集中支援';

COMMENT ON COLUMN core.filing_sedaikotai.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sedaikotai.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sedaikotai.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sedaikotai.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_class IS '世代交代支援の対象類型(後継者承継・統合型M&A等)';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_experience_class IS '世代交代支援の後継者の経営経験要件区分(役員3年・同業6年・研修)';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_officer_years IS '世代交代支援の後継者の役員就任期間';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_industry_years IS '世代交代支援の後継者の同業種実務経験年数';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_predecessor_age IS '世代交代支援の先代経営者の年齢';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_predecessor_new_title IS '世代交代支援の先代経営者の退任後の役職';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_share_transfer_status IS '世代交代支援の株式の移転状況';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_authority_transfer_status IS '世代交代支援の代表権の移転状況';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_post_structure IS '世代交代支援の承継後の経営体制';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_five_year_plan IS '世代交代支援の承継後5年間の事業計画';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_site_closure_flag IS '世代交代支援の事業所の廃止・集約の有無';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_existing_closure_content IS '世代交代支援の既存事業の廃止の内容';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_capex_content IS '世代交代支援の新事業の設備投資の内容';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_rent_content IS '世代交代支援の店舗等借入費の内容';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_marketing_content IS '世代交代支援のマーケティング調査費の内容';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_pr_content IS '世代交代支援の会場借料・広報費の内容';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_filing_fee IS '世代交代支援の承継に係る申請手続代行費';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_guarantee_release IS '世代交代支援の経営者保証解除の見込み';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_center_case_no IS '世代交代支援の事業承継・引継ぎ支援センターの相談番号';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_bank_support IS '世代交代支援の金融機関の承継支援の内容';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_employment_maintained IS '世代交代支援の雇用維持の見込み人数';

COMMENT ON COLUMN core.filing_sedaikotai.gensucc_no_successor_status IS '世代交代支援の後継者不在の状況';

CREATE TABLE core.filing_sedaikotai_successor_training (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	gensucc_training_name TEXT,
	gensucc_training_completed_date DATE,
	CONSTRAINT pk_filing_sedaikotai_successor_training PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_sedaikotai_successor_training_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_sedaikotai_successor_training_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_sedaikotai_successor_training_business_id ON core.filing_sedaikotai_successor_training (business_id);

COMMENT ON TABLE core.filing_sedaikotai_successor_training IS '申請の記載: 後継者の研修';

COMMENT ON COLUMN core.filing_sedaikotai_successor_training.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_sedaikotai_successor_training.programme IS '制度番号';

COMMENT ON COLUMN core.filing_sedaikotai_successor_training.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_sedaikotai_successor_training.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_sedaikotai_successor_training.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_sedaikotai_successor_training.gensucc_training_name IS '世代交代支援の後継者が受講した研修名';

COMMENT ON COLUMN core.filing_sedaikotai_successor_training.gensucc_training_completed_date IS '世代交代支援の後継者の研修修了日';

CREATE TABLE core.filing_shareholder (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	shareholder_list_entry_date DATE,
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

COMMENT ON COLUMN core.filing_shareholder.shareholder_list_entry_date IS '株主表記入日';

CREATE TABLE core.filing_shareholder_row (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	shareholder_entity_class TEXT,
	shareholder_name TEXT,
	shareholder_corporate_number TEXT,
	shareholder_location TEXT,
	shareholder_investment_ratio NUMERIC,
	shareholder_large_company_flag BOOLEAN,
	shareholder_investment_amount BIGINT,
	shareholder_shares_held BIGINT,
	shareholder_voting_ratio NUMERIC,
	shareholder_relation_to_representative TEXT,
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

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_entity_class IS '株主区分(個人・法人)';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_name IS '株主氏名または名称';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_corporate_number IS '株主法人番号';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_location IS '株主の所在地(市区町村まで)';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_investment_ratio IS '株主出資比率';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_large_company_flag IS '株主の大企業区分';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_investment_amount IS '株主の出資額';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_shares_held IS '株主の所有株式数';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_voting_ratio IS '株主の議決権比率';

COMMENT ON COLUMN core.filing_shareholder_row.shareholder_relation_to_representative IS '株主と代表者との関係';

CREATE TABLE core.filing_shareholder_securities_report (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	shareholder_major_name_securities_report TEXT,
	shareholder_major_ratio_securities_report NUMERIC,
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

COMMENT ON COLUMN core.filing_shareholder_securities_report.shareholder_major_name_securities_report IS '大株主名(有価証券報告書)';

COMMENT ON COLUMN core.filing_shareholder_securities_report.shareholder_major_ratio_securities_report IS '大株主の持株割合(有価証券報告書)';

CREATE TABLE core.filing_shokei_hosei (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	shokei_class TEXT,
	shokei_innovation_type TEXT,
	shokei_expert_type TEXT,
	shokei_form TEXT,
	shokei_application_type_no TEXT,
	shokei_successor_company_name TEXT,
	shokei_successor_company_number TEXT,
	shokei_successor_representative TEXT,
	shokei_controlling_shareholder TEXT,
	shokei_predecessor_name TEXT,
	shokei_predecessor_number TEXT,
	shokei_predecessor_class TEXT,
	shokei_predecessor_representative TEXT,
	shokei_predecessor_address TEXT,
	shokei_predecessor_industry TEXT,
	shokei_predecessor_employees BIGINT,
	shokei_predecessor_capital BIGINT,
	shokei_predecessor_sales BIGINT,
	shokei_predecessor_established DATE,
	shokei_transferred_resources TEXT,
	shokei_transferred_detail TEXT,
	shokei_executed_date DATE,
	shokei_ceo_change_date DATE,
	shokei_innovation_content TEXT,
	shokei_innovation_category TEXT[],
	shokei_existing_business TEXT,
	shokei_trigger_reason TEXT,
	shokei_startup_plan TEXT,
	shokei_startup_certificate_file TEXT,
	shokei_productivity_target NUMERIC,
	shokei_regional_contribution TEXT,
	shokei_fa_name TEXT[],
	shokei_fa_registration_number TEXT[],
	shokei_fa_contract_date DATE,
	shokei_fa_retainer BIGINT,
	shokei_fa_interim_fee BIGINT,
	shokei_fa_success_fee BIGINT,
	shokei_matching_site TEXT[],
	shokei_matching_fee BIGINT,
	shokei_valuation_method TEXT,
	shokei_valuation_amount BIGINT,
	shokei_second_opinion_fee BIGINT,
	shokei_basic_agreement_date DATE,
	shokei_final_agreement_date DATE,
	shokei_closing_date DATE,
	shokei_transfer_price BIGINT,
	shokei_rw_insurance_flag BOOLEAN,
	shokei_transferred_employees BIGINT,
	shokei_not_closed_reason TEXT,
	shokei_closure_use_flag BOOLEAN,
	shokei_closure_target TEXT,
	shokei_closure_registration_cost BIGINT,
	shokei_closure_inventory_cost BIGINT,
	shokei_closure_demolition_cost BIGINT,
	shokei_closure_restoration_cost BIGINT,
	shokei_realty_status TEXT,
	shokei_ma_start_date DATE,
	shokei_bonus_revival BOOLEAN,
	shokei_bonus_accounting BOOLEAN,
	shokei_agreement_file TEXT[],
	shokei_confirm_file TEXT,
	CONSTRAINT pk_filing_shokei_hosei PRIMARY KEY (filing_id, version_no),
	CONSTRAINT fk_filing_shokei_hosei_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_shokei_hosei_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_shokei_hosei_business_id ON core.filing_shokei_hosei (business_id);

COMMENT ON TABLE core.filing_shokei_hosei IS '申請の記載: 事業承継・引継ぎ補助金';

COMMENT ON COLUMN core.filing_shokei_hosei.programme IS '制度番号';

COMMENT ON COLUMN core.filing_shokei_hosei.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_shokei_hosei.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_shokei_hosei.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_class IS '承継補助金の事業区分(経営革新・専門家活用)';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_innovation_type IS '承継補助金の経営革新の型(創業支援・経営者交代・M&A)';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_expert_type IS '承継補助金の専門家活用の型(買い手支援・売り手支援)';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_form IS '承継補助金の承継の形態(株式譲渡・事業譲渡・合併・分割・親族内等)';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_application_type_no IS '承継補助金の交付申請類型番号';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_successor_company_name IS '承継補助金の承継者名称';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_successor_company_number IS '承継補助金の承継者法人番号';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_successor_representative IS '承継補助金の承継者代表者氏名';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_controlling_shareholder IS '承継補助金の承継者の支配株主・株主代表';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_name IS '承継補助金の被承継者名称';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_number IS '承継補助金の被承継者法人番号';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_class IS '承継補助金の被承継者の事業者区分';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_representative IS '承継補助金の被承継者代表者氏名';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_address IS '承継補助金の被承継者所在地';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_industry IS '承継補助金の被承継者の業種';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_employees IS '承継補助金の被承継者の従業員数';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_capital IS '承継補助金の被承継者の資本金';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_sales IS '承継補助金の被承継者の売上高';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_predecessor_established IS '承継補助金の被承継者の開業・設立年月日';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_transferred_resources IS '承継補助金の経営資源引継ぎの対象(設備・従業員・顧客等)';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_transferred_detail IS '承継補助金で引き継ぐ経営資源の具体的内容';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_executed_date IS '承継補助金の承継実施日';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_ceo_change_date IS '承継補助金の経営者交代日';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_innovation_content IS '承継補助金の経営革新等に係る取組の内容';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_innovation_category IS '承継補助金の取組の類型(新商品・新役務・新生産方式・事業転換)';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_existing_business IS '承継補助金の既存事業の状況';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_trigger_reason IS '承継補助金の取組で承継を契機とする理由';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_startup_plan IS '承継補助金の創業に係る計画';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_startup_certificate_file IS '承継補助金の特定創業支援等事業の証明書ファイル';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_productivity_target IS '承継補助金の生産性向上要件(付加価値額年率3%)の達成見込';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_regional_contribution IS '承継補助金の地域の需要・雇用への貢献';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_fa_name IS '承継補助金のFA・仲介業者名';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_fa_registration_number IS '承継補助金のFA・仲介業者のM&A支援機関登録番号';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_fa_contract_date IS '承継補助金のFA・仲介契約締結日';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_fa_retainer IS '承継補助金のFA・仲介の着手金';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_fa_interim_fee IS '承継補助金のFA・仲介の中間報酬';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_fa_success_fee IS '承継補助金のFA・仲介の成功報酬';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_matching_site IS '承継補助金のM&Aマッチングサイト名';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_matching_fee IS '承継補助金のマッチングサイト利用料';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_valuation_method IS '承継補助金の企業価値算定の方法';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_valuation_amount IS '承継補助金の企業価値算定額';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_second_opinion_fee IS '承継補助金のセカンドオピニオン費用';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_basic_agreement_date IS '承継補助金の基本合意書締結日';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_final_agreement_date IS '承継補助金の最終契約書締結日';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_closing_date IS '承継補助金のクロージング日';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_transfer_price IS '承継補助金の譲渡価額';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_rw_insurance_flag IS '承継補助金の表明保証保険の加入';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_transferred_employees IS '承継補助金の従業員引継ぎ人数';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_not_closed_reason IS '承継補助金の補助事業期間内に引継ぎ未了の理由';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_closure_use_flag IS '承継補助金の廃業費併用の有無';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_closure_target IS '承継補助金で廃業する事業・事業所の内容';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_closure_registration_cost IS '承継補助金の廃業登記費';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_closure_inventory_cost IS '承継補助金の在庫廃棄費';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_closure_demolition_cost IS '承継補助金の解体費';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_closure_restoration_cost IS '承継補助金の原状回復費';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_realty_status IS '承継補助金の不動産登記簿・賃貸借の状況';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_ma_start_date IS '承継補助金の経営資源引継ぎの着手時期';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_bonus_revival IS '承継補助金の加点_債権放棄等を伴う再生計画';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_bonus_accounting IS '承継補助金の加点_中小企業の会計に関する基本要領';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_agreement_file IS '承継補助金の基本合意書・最終契約書ファイル';

COMMENT ON COLUMN core.filing_shokei_hosei.shokei_confirm_file IS '承継補助金の認定支援機関による確認書ファイル';

CREATE TABLE core.filing_shokei_hosei_due_diligence (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	shokei_dd_type TEXT,
	shokei_dd_provider TEXT,
	shokei_dd_fee BIGINT,
	CONSTRAINT pk_filing_shokei_hosei_due_diligence PRIMARY KEY (filing_id, version_no, row_no),
	CONSTRAINT fk_filing_shokei_hosei_due_diligence_filing_id_version_no FOREIGN KEY(filing_id, version_no) REFERENCES core.filing (filing_id, version_no),
	CONSTRAINT ck_filing_shokei_hosei_due_diligence_basis CHECK (basis IN ('deemed', 'individual', 'none'))
);

CREATE INDEX ix_filing_shokei_hosei_due_diligence_business_id ON core.filing_shokei_hosei_due_diligence (business_id);

COMMENT ON TABLE core.filing_shokei_hosei_due_diligence IS '申請の記載: 承継補助金のデュー・デリジェンス';

COMMENT ON COLUMN core.filing_shokei_hosei_due_diligence.row_no IS '1, 2, … as filed';

COMMENT ON COLUMN core.filing_shokei_hosei_due_diligence.programme IS '制度番号';

COMMENT ON COLUMN core.filing_shokei_hosei_due_diligence.fiscal_year IS '年度';

COMMENT ON COLUMN core.filing_shokei_hosei_due_diligence.basis IS '二次利用の根拠';

COMMENT ON COLUMN core.filing_shokei_hosei_due_diligence.class_bits IS 'bits of the row''s non-null items';

COMMENT ON COLUMN core.filing_shokei_hosei_due_diligence.shokei_dd_type IS '承継補助金のデュー・デリジェンスの種類';

COMMENT ON COLUMN core.filing_shokei_hosei_due_diligence.shokei_dd_provider IS '承継補助金のデュー・デリジェンス実施者';

COMMENT ON COLUMN core.filing_shokei_hosei_due_diligence.shokei_dd_fee IS '承継補助金のデュー・デリジェンス費用';

CREATE TABLE core.filing_succession_plan (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	succession_successor_exists TEXT,
	succession_intention TEXT,
	succession_basic_policy TEXT,
	succession_planned_date TEXT,
	succession_successor_name TEXT,
	succession_successor_birth_date DATE,
	succession_successor_relation TEXT,
	succession_successor_current_title TEXT,
	succession_training_internal TEXT,
	succession_training_external TEXT,
	succession_stakeholder_understanding TEXT,
	succession_asset_distribution TEXT,
	succession_share_valuation BIGINT,
	succession_business_assets TEXT,
	succession_personal_guarantee_flag BOOLEAN,
	succession_personal_guarantee_amount BIGINT,
	succession_special_plan_confirmed_flag BOOLEAN,
	succession_tax_deferral_status TEXT,
	succession_diagnosis_date DATE,
	succession_issue TEXT,
	succession_consulted_organization TEXT,
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

COMMENT ON COLUMN core.filing_succession_plan.succession_successor_exists IS '後継者の有無';

COMMENT ON COLUMN core.filing_succession_plan.succession_intention IS '承継の意向';

COMMENT ON COLUMN core.filing_succession_plan.succession_basic_policy IS '承継の基本方針';

COMMENT ON COLUMN core.filing_succession_plan.succession_planned_date IS '承継の予定時期';

COMMENT ON COLUMN core.filing_succession_plan.succession_successor_name IS '後継者氏名';

COMMENT ON COLUMN core.filing_succession_plan.succession_successor_birth_date IS '後継者の生年月日';

COMMENT ON COLUMN core.filing_succession_plan.succession_successor_relation IS '後継者と現経営者との関係';

COMMENT ON COLUMN core.filing_succession_plan.succession_successor_current_title IS '後継者の現役職';

COMMENT ON COLUMN core.filing_succession_plan.succession_training_internal IS '後継者教育の内容(社内)';

COMMENT ON COLUMN core.filing_succession_plan.succession_training_external IS '後継者教育の内容(社外)';

COMMENT ON COLUMN core.filing_succession_plan.succession_stakeholder_understanding IS '承継に係る関係者の理解に向けた取組';

COMMENT ON COLUMN core.filing_succession_plan.succession_asset_distribution IS '承継に係る株式・財産の分配方針';

COMMENT ON COLUMN core.filing_succession_plan.succession_share_valuation IS '承継に係る株式評価額';

COMMENT ON COLUMN core.filing_succession_plan.succession_business_assets IS '承継に係る事業用資産の内容';

COMMENT ON COLUMN core.filing_succession_plan.succession_personal_guarantee_flag IS '承継に係る経営者個人保証の有無';

COMMENT ON COLUMN core.filing_succession_plan.succession_personal_guarantee_amount IS '承継に係る個人保証債務残高';

COMMENT ON COLUMN core.filing_succession_plan.succession_special_plan_confirmed_flag IS '特例承継計画の確認の有無';

COMMENT ON COLUMN core.filing_succession_plan.succession_tax_deferral_status IS '事業承継税制の適用状況';

COMMENT ON COLUMN core.filing_succession_plan.succession_diagnosis_date IS '事業承継診断の実施日';

COMMENT ON COLUMN core.filing_succession_plan.succession_issue IS '承継上の課題';

COMMENT ON COLUMN core.filing_succession_plan.succession_consulted_organization IS '承継の相談先支援機関';

CREATE TABLE core.filing_succession_plan_year (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	succession_plan_year_no BIGINT,
	succession_year_sales_target BIGINT,
	succession_year_ordinary_income_target BIGINT,
	succession_year_owner_share_ratio NUMERIC,
	succession_year_successor_share_ratio NUMERIC,
	succession_year_owner_title TEXT,
	succession_year_successor_title TEXT,
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

COMMENT ON COLUMN core.filing_succession_plan_year.succession_plan_year_no IS '承継計画の年次';

COMMENT ON COLUMN core.filing_succession_plan_year.succession_year_sales_target IS '承継計画の年次別売上高目標';

COMMENT ON COLUMN core.filing_succession_plan_year.succession_year_ordinary_income_target IS '承継計画の年次別経常利益目標';

COMMENT ON COLUMN core.filing_succession_plan_year.succession_year_owner_share_ratio IS '承継計画の年次別現経営者持株比率';

COMMENT ON COLUMN core.filing_succession_plan_year.succession_year_successor_share_ratio IS '承継計画の年次別後継者持株比率';

COMMENT ON COLUMN core.filing_succession_plan_year.succession_year_owner_title IS '承継計画の年次別現経営者役職';

COMMENT ON COLUMN core.filing_succession_plan_year.succession_year_successor_title IS '承継計画の年次別後継者役職';

CREATE TABLE core.filing_support_institution_relation (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	support_org_id TEXT,
	support_org_name TEXT,
	support_org_type TEXT,
	support_org_certified_number TEXT,
	support_org_person_name TEXT,
	support_org_phone TEXT,
	support_org_email TEXT,
	support_org_address TEXT,
	support_org_support_content TEXT,
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

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_id IS '支援機関ID';

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_name IS '支援機関名称';

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_type IS '支援機関種別(商工会・商工会議所・認定支援機関・金融機関・よろず)';

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_certified_number IS '認定経営革新等支援機関ID番号';

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_person_name IS '支援機関担当者氏名';

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_phone IS '支援機関電話番号';

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_email IS '支援機関メールアドレス';

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_address IS '支援機関住所';

COMMENT ON COLUMN core.filing_support_institution_relation.support_org_support_content IS '支援機関の支援内容';

CREATE TABLE core.filing_wage_raise (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	wage_plan_type TEXT,
	wage_payroll_target_rate NUMERIC,
	wage_lowest_wage_target_raise BIGINT,
	wage_declared_flag BOOLEAN,
	wage_declared_date DATE,
	wage_employee_rep_name TEXT,
	wage_payroll_officer_name TEXT,
	wage_regional_minimum_wage BIGINT,
	wage_declaration_file TEXT,
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

COMMENT ON COLUMN core.filing_wage_raise.wage_plan_type IS '賃上げ計画の種別(給与支給総額・事業場内最低賃金)';

COMMENT ON COLUMN core.filing_wage_raise.wage_payroll_target_rate IS '賃上げ計画の給与支給総額目標増加率';

COMMENT ON COLUMN core.filing_wage_raise.wage_lowest_wage_target_raise IS '賃上げ計画の事業場内最低賃金引上げ目標額';

COMMENT ON COLUMN core.filing_wage_raise.wage_declared_flag IS '賃上げ計画の従業員への表明の有無';

COMMENT ON COLUMN core.filing_wage_raise.wage_declared_date IS '賃上げ表明日';

COMMENT ON COLUMN core.filing_wage_raise.wage_employee_rep_name IS '賃上げ表明書の従業員代表者氏名';

COMMENT ON COLUMN core.filing_wage_raise.wage_payroll_officer_name IS '賃上げ表明書の給与事務担当者氏名';

COMMENT ON COLUMN core.filing_wage_raise.wage_regional_minimum_wage IS '賃上げ計画の地域別最低賃金額';

COMMENT ON COLUMN core.filing_wage_raise.wage_declaration_file IS '賃上げ表明書ファイル';

CREATE TABLE core.filing_workplace (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	avg_employee_age NUMERIC,
	avg_service_years NUMERIC,
	avg_service_years_male NUMERIC,
	avg_service_years_female NUMERIC,
	avg_overtime_hours NUMERIC,
	female_worker_ratio NUMERIC,
	female_manager_count BIGINT,
	manager_total_count BIGINT,
	female_officer_count BIGINT,
	paternity_leave_eligible BIGINT,
	paternity_leave_taken BIGINT,
	maternity_leave_eligible BIGINT,
	maternity_leave_taken BIGINT,
	lowest_hourly_wage BIGINT,
	avg_annual_salary BIGINT,
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

COMMENT ON COLUMN core.filing_workplace.avg_employee_age IS '従業員の平均年齢';

COMMENT ON COLUMN core.filing_workplace.avg_service_years IS '正社員の平均継続勤務年数';

COMMENT ON COLUMN core.filing_workplace.avg_service_years_male IS '男性の平均継続勤務年数';

COMMENT ON COLUMN core.filing_workplace.avg_service_years_female IS '女性の平均継続勤務年数';

COMMENT ON COLUMN core.filing_workplace.avg_overtime_hours IS '月平均所定外労働時間';

COMMENT ON COLUMN core.filing_workplace.female_worker_ratio IS '女性労働者の割合';

COMMENT ON COLUMN core.filing_workplace.female_manager_count IS '女性管理職人数';

COMMENT ON COLUMN core.filing_workplace.manager_total_count IS '管理職全体人数';

COMMENT ON COLUMN core.filing_workplace.female_officer_count IS '女性役員人数';

COMMENT ON COLUMN core.filing_workplace.paternity_leave_eligible IS '育児休業対象者数(男性)';

COMMENT ON COLUMN core.filing_workplace.paternity_leave_taken IS '育児休業取得者数(男性)';

COMMENT ON COLUMN core.filing_workplace.maternity_leave_eligible IS '育児休業対象者数(女性)';

COMMENT ON COLUMN core.filing_workplace.maternity_leave_taken IS '育児休業取得者数(女性)';

COMMENT ON COLUMN core.filing_workplace.lowest_hourly_wage IS '事業場内最低賃金';

COMMENT ON COLUMN core.filing_workplace.avg_annual_salary IS '平均給与額';

CREATE TABLE core.filing_yorozu (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	yorozu_case_no TEXT,
	yorozu_base_name TEXT,
	yorozu_satellite TEXT,
	yorozu_received_date DATE,
	yorozu_new_or_continued TEXT,
	yorozu_visit_no BIGINT,
	yorozu_method TEXT,
	yorozu_client_name TEXT,
	yorozu_client_position TEXT,
	yorozu_client_class TEXT,
	yorozu_referral_route TEXT,
	yorozu_referral_org TEXT,
	yorozu_field_major TEXT,
	yorozu_field_minor TEXT[],
	yorozu_request TEXT,
	yorozu_emergency_flag TEXT,
	yorozu_situation TEXT,
	yorozu_true_issue TEXT,
	yorozu_proposal TEXT,
	yorozu_support_plan TEXT,
	yorozu_next_action TEXT,
	yorozu_next_date DATE,
	yorozu_coordinator TEXT[],
	yorozu_duration_minutes BIGINT,
	yorozu_collaboration_content TEXT,
	yorozu_handover_flag BOOLEAN,
	yorozu_dispatch_flag BOOLEAN,
	yorozu_proposed_policy TEXT[],
	yorozu_result TEXT,
	yorozu_solution TEXT,
	yorozu_sales_before BIGINT,
	yorozu_sales_after BIGINT,
	yorozu_sales_increase BIGINT,
	yorozu_satisfaction BIGINT,
	yorozu_client_comment TEXT,
	yorozu_case_publication_flag BOOLEAN,
	yorozu_sharing_consent_flag BOOLEAN,
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

COMMENT ON COLUMN core.filing_yorozu.yorozu_case_no IS 'よろず相談受付番号';

COMMENT ON COLUMN core.filing_yorozu.yorozu_base_name IS 'よろず拠点名';

COMMENT ON COLUMN core.filing_yorozu.yorozu_satellite IS 'よろず拠点のサテライト会場名';

COMMENT ON COLUMN core.filing_yorozu.yorozu_received_date IS 'よろず相談受付日';

COMMENT ON COLUMN core.filing_yorozu.yorozu_new_or_continued IS 'よろず相談区分(新規・継続)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_visit_no IS 'よろず相談回数';

COMMENT ON COLUMN core.filing_yorozu.yorozu_method IS 'よろず相談方法(来訪・訪問・電話・オンライン・メール)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_client_name IS 'よろず相談者氏名';

COMMENT ON COLUMN core.filing_yorozu.yorozu_client_position IS 'よろず相談者の立場(経営者・後継者・従業員・創業予定者)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_client_class IS 'よろず相談者の事業者区分(創業前・小規模・中小・その他)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_referral_route IS 'よろず相談のきっかけ・来訪経路';

COMMENT ON COLUMN core.filing_yorozu.yorozu_referral_org IS 'よろず相談の紹介元支援機関';

COMMENT ON COLUMN core.filing_yorozu.yorozu_field_major IS 'よろず相談分野(大分類)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_field_minor IS 'よろず相談分野(売上拡大・経営改善・創業・事業承継等)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_request IS 'よろず相談内容(相談者の申し出)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_emergency_flag IS 'よろず相談のコロナ・災害等の緊急相談該当';

COMMENT ON COLUMN core.filing_yorozu.yorozu_situation IS 'よろず相談での経営状況の把握内容';

COMMENT ON COLUMN core.filing_yorozu.yorozu_true_issue IS 'よろず相談で把握した真の経営課題';

COMMENT ON COLUMN core.filing_yorozu.yorozu_proposal IS 'よろず相談での提案内容';

COMMENT ON COLUMN core.filing_yorozu.yorozu_support_plan IS 'よろず支援計画(伴走支援の目標)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_next_action IS 'よろず相談の宿題・次回までの対応';

COMMENT ON COLUMN core.filing_yorozu.yorozu_next_date IS 'よろず相談の次回予定日';

COMMENT ON COLUMN core.filing_yorozu.yorozu_coordinator IS 'よろず拠点の担当コーディネーター氏名';

COMMENT ON COLUMN core.filing_yorozu.yorozu_duration_minutes IS 'よろず相談の対応時間';

COMMENT ON COLUMN core.filing_yorozu.yorozu_collaboration_content IS 'よろず拠点の支援機関連携の内容';

COMMENT ON COLUMN core.filing_yorozu.yorozu_handover_flag IS 'よろず拠点から他機関への引継ぎの有無';

COMMENT ON COLUMN core.filing_yorozu.yorozu_dispatch_flag IS 'よろず拠点による専門家派遣利用の有無';

COMMENT ON COLUMN core.filing_yorozu.yorozu_proposed_policy IS 'よろず拠点が活用を提案した施策・補助金';

COMMENT ON COLUMN core.filing_yorozu.yorozu_result IS 'よろず支援の結果(解決・継続・中断)';

COMMENT ON COLUMN core.filing_yorozu.yorozu_solution IS 'よろず支援による課題解決の内容';

COMMENT ON COLUMN core.filing_yorozu.yorozu_sales_before IS 'よろず支援前の月商';

COMMENT ON COLUMN core.filing_yorozu.yorozu_sales_after IS 'よろず支援後の月商';

COMMENT ON COLUMN core.filing_yorozu.yorozu_sales_increase IS 'よろず支援による売上増加額';

COMMENT ON COLUMN core.filing_yorozu.yorozu_satisfaction IS 'よろず相談者の満足度';

COMMENT ON COLUMN core.filing_yorozu.yorozu_client_comment IS 'よろず相談者からの意見';

COMMENT ON COLUMN core.filing_yorozu.yorozu_case_publication_flag IS 'よろず支援の成果事例の公表可否';

COMMENT ON COLUMN core.filing_yorozu.yorozu_sharing_consent_flag IS 'よろず相談内容の他の支援機関との共有への同意';

CREATE TABLE core.filing_yorozu_collaborating_institution (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	yorozu_collaborated_org TEXT,
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

COMMENT ON COLUMN core.filing_yorozu_collaborating_institution.yorozu_collaborated_org IS 'よろず拠点が連携した支援機関';

CREATE TABLE core.filing_yorozu_followup (
	filing_id UUID NOT NULL,
	version_no INTEGER NOT NULL,
	row_no INTEGER NOT NULL,
	business_id UUID NOT NULL,
	programme TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	basis TEXT NOT NULL,
	class_bits BIGINT NOT NULL,
	yorozu_followup_date DATE,
	yorozu_followup_result TEXT,
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

COMMENT ON COLUMN core.filing_yorozu_followup.yorozu_followup_date IS 'よろず支援のフォローアップ実施日';

COMMENT ON COLUMN core.filing_yorozu_followup.yorozu_followup_result IS 'よろず支援のフォローアップ結果';

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
