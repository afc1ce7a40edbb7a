"""`mirasapo load`: the register, gBizINFO, the catalogue of support, the support institutions."""

from __future__ import annotations

import typer

from mirasapo.cli.load.gbizinfo import load_published
from mirasapo.cli.load.institutions import load_directory
from mirasapo.cli.load.register import load_register
from mirasapo.cli.load.support import load_programmes, load_subsidies

app = typer.Typer(
    help="国税庁・gBizINFO・制度カタログ・支援機関のデータを取り込みます。", no_args_is_help=True
)
app.command(
    "nta",
    help="国税庁法人番号のファイル、または Web-API の応答を取り込みます。全部で一つの処理です: "
    "一つでも取り込めないファイルがあれば、何も取り込みません。",
)(load_register)
app.command(
    "gbizinfo",
    help="gBizINFO から法人の公表情報を取り込みます。法人番号を並べるか、検索・更新のあった期間・"
    "番号のファイルで指定します。途中で止まった取得は --resume で続けられます。",
)(load_published)
app.command("jgrants", help="jGrants の公開API から補助金の情報を取り込みます。")(load_subsidies)
app.command(
    "programmes", help="ミラサポplus 制度ナビや J-Net21 の一覧を制度カタログに取り込みます。"
)(load_programmes)
app.command(
    "institutions",
    help="支援機関の一覧(CSV か Excel)を取り込みます。誤りが一つでもあれば、何も取り込みません。",
)(load_directory)
