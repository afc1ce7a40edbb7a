"""Pages without script: before sign-in, refusals, sign-out. They work where a portal cannot."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mirasapo.errors import MirasapoError

SITE = "ミラサポconnect"

# Nothing but our own stylesheet: no script at all.
PLAIN_CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

_DOCUMENT = """<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} | {site}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/mirasapo.css">
</head>
<body class="plain">
<a class="skip-link" href="#main">本文へ移動</a>
<header class="site-header">
<a class="site-name" href="/">{site}</a>
{person}</header>
<main id="main" tabindex="-1">
<h1>{title}</h1>
{body}
</main>
<footer class="site-footer"><p>{footer}</p></footer>
</body>
</html>
"""

FOOTER = "ミラサポconnectは、中小企業の申請の情報を、事業者の承認のもとで支援に活かす仕組みです。"


def plain_page(title: str, body: str, *, signed_in: str | None = None) -> str:
    """The whole document around `body`, which is HTML already; `title` becomes the h1.

    `signed_in` is the display name of the person, who then gets the way out.
    """
    person = (
        f'<span class="site-part">{escape(signed_in)}</span>'
        '<a class="sign-out" href="/logout">サインアウト</a>\n'
        if signed_in
        else ""
    )
    return _DOCUMENT.format(
        title=escape(title), site=SITE, person=person, body=body, footer=escape(FOOTER)
    )


def refusal_page(error: MirasapoError, *, signed_in: str | None = None) -> str:
    """A refusal as a page: what happened as its heading, then why and what next."""
    body = (
        f'<div class="notice error"><p>{escape(error.why)}</p></div>'
        f"<p>{escape(error.next_step)}</p>"
        '<p><a class="button outline" href="/">はじめの画面へ</a></p>'
    )
    return plain_page(error.what.rstrip("。"), body, signed_in=signed_in)


FRONT_BODY = """
<p class="lead">申請のたびに同じことを書かない。だれに何を見せるかは、あなたが決める。</p>
<div class="cards">
<section class="card">
<h2>事業者の方</h2>
<p>ご自分の情報を確かめ、支援者からの「開示のお願い」に答えます。だれが見たかも分かります。</p>
<p><a class="button" href="/auth/gbizid/start?next=/portal/business">GビズIDでサインイン</a></p>
</section>
<section class="card">
<h2>支援者・行政・分析者の方</h2>
<p>支援者は、事業者を名前で探し、公開されている情報を読みます。さらに必要なときは、開示をお願いします。</p>
<p><a class="button" href="/login">ミラサポconnect IDでサインイン</a></p>
</section>
</div>
<h2>お約束</h2>
<ul class="plain-list">
<li>事業者が承認した区分の情報だけを、承認した期間だけ表示します。</li>
<li>承認は、いつでも取り消せます。取り消すと、その時から見えなくなります。</li>
<li>だれが、いつ、何を見たかを、すべて記録します。記録は事業者が確かめられます。</li>
</ul>
"""


ENDED = (
    '<div class="notice info" role="status"><p>サインアウトしたか、時間が切れました。'
    "続けるには、もう一度サインインしてください。</p></div>"
)


def front_page(*, ended: bool = False) -> str:
    """The page before sign-in: two ways in, and what is promised; `ended` after a session."""
    return plain_page("申請の情報を、支援に活かす", (ENDED if ended else "") + FRONT_BODY)


_API = '<a href="/api/docs">API の定義</a>'
# role without a portal → what there is for it
_PLACES = {
    "officer": (
        "行政の方",
        f"事業者を名前で探し、共有されている情報を読むことは、API でできます。使い方は{_API}にあります。",
        "読んだことは、事業者が確かめられる記録に残ります。",
    ),
    "analyst": (
        "分析者の方",
        "同意のある申請を仮名にした分析用データを、JupyterLab で分析します。",
        "JupyterLab は、サーバーで mirasapo ebpm lab を実行すると開きます。",
        "事業者の名前や一件ごとの申請は、分析用データにはありません。",
    ),
    "administrator": (
        "システムを管理する方",
        "管理の操作は、サーバーで mirasapo コマンドを使います。",
        "mirasapo --help で、できることの一覧を見られます。",
    ),
}


def no_portal_page(display_name: str, role: str) -> str:
    """For a signed-in person whose role has no portal: what there is for them instead."""
    called, *lines = _PLACES[role]
    body = (
        '<div class="notice info"><p>この役割の方が使う画面は、ここにはまだありません。</p></div>'
        f"<h2>{called}ができること</h2>"
        f'<ul class="plain-list">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'
        '<p><a class="button outline" href="/logout">サインアウトへ進む</a></p>'
    )
    return plain_page("サインインしました", body, signed_in=display_name)
