"""The bodies of the pages for signing in and out; no script, so that they work everywhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, Response

from mirasapo.portal.plain_page import PLAIN_CSP, plain_page

if TYPE_CHECKING:
    from mirasapo.errors import MirasapoError

_HEADERS = {"Content-Security-Policy": PLAIN_CSP, "Cache-Control": "no-store"}


def sign_in(return_to: str, refusal: MirasapoError | None = None, *, stand_in: bool) -> Response:
    """The page with the two ways in; `refusal` is why the last try failed."""
    start = "/auth/gbizid/start?" + urlencode({"next": return_to})
    body = f"""{_notice(refusal)}
<div class="cards">
<section class="card" aria-labelledby="gbizid">
<h2 id="gbizid">事業者の方</h2>
<p>GビズIDプライムのアカウントでサインインします。</p>
{_stand_in_notice() if stand_in else ""}
<p><a class="button" href="{escape(start)}">GビズIDでサインイン</a></p>
</section>
<section class="card" aria-labelledby="own">
<h2 id="own">支援者・行政・分析者の方</h2>
<p>ミラサポconnect IDでサインインします。</p>
<form method="post" action="/auth/own">
<input type="hidden" name="next" value="{escape(return_to)}">
<div class="field"><label for="name">サインイン名</label>
<input id="name" name="name" autocomplete="username" required maxlength="200"></div>
<div class="field"><label for="password">パスワード</label>
<input id="password" name="password" type="password" autocomplete="current-password" required
maxlength="256"></div>
<button class="button" type="submit">サインイン</button>
</form>
</section>
</div>"""
    status = 200 if refusal is None else refusal.status
    return HTMLResponse(plain_page("サインイン", body), status, _HEADERS)


def sign_out(display_name: str, csrf: str) -> Response:
    """The page that asks before signing out; its form carries the CSRF token."""
    body = f"""<p>サインアウトすると、開いている画面はすべて終わります。</p>
<form method="post" action="/logout">
<input type="hidden" name="csrf_token" value="{escape(csrf)}">
<button class="button" type="submit">サインアウトする</button>
<a class="button outline" href="/">戻る</a>
</form>"""
    document = plain_page("サインアウトしますか", body, signed_in=display_name)
    return HTMLResponse(document, headers=_HEADERS)


def signed_out(*, by_gbizid: bool) -> Response:
    """The page after signing out; another session may remain at GビズID."""
    remains = (
        '<div class="notice info"><p>GビズIDのサインインは残っていることがあります。'
        "共用の端末では、GビズIDのサイトでもログアウトし、ブラウザーを閉じてください。</p></div>"
    )
    body = f"""<p>ご利用ありがとうございました。</p>{remains if by_gbizid else ""}
<p><a class="button outline" href="/">はじめの画面へ</a></p>"""
    return HTMLResponse(plain_page("サインアウトしました", body), headers=_HEADERS)


def _notice(refusal: MirasapoError | None) -> str:
    if refusal is None:
        return ""
    return f'<div class="notice error" role="alert"><p>{escape(refusal.sentence)}</p></div>'


def _stand_in_notice() -> str:
    return (
        '<div class="notice info"><p>いまは、本物のGビズIDではなく、デモ用の代役につながります。'
        "</p></div>"
    )
