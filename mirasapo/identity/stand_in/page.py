"""The page on which a visitor of the stand-in chooses who to be: no script, nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.identity.stand_in.personas import Persona

NOTICE: Final = "これは本物のGビズIDではありません(デモ用の代役)"

_STYLE: Final = """
body{margin:0;font:16px/1.7 "Noto Sans JP","Hiragino Sans",sans-serif;color:#333;background:#fff}
header{background:#ffd43d;border-bottom:4px solid #333;padding:16px 24px;font-weight:700}
main{max-width:640px;margin:0 auto;padding:24px}
h1{font-size:28px;line-height:1.5;margin:0 0 16px}
button{display:block;width:100%;min-height:56px;margin:0 0 16px;padding:12px 16px;text-align:left;
font:inherit;color:#0017c1;background:#fff;border:1px solid #0017c1;border-radius:8px;cursor:pointer}
button:hover{background:#c5d7fb;text-decoration:underline}
button:focus-visible{outline:4px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #ffd43d}
button strong,button span{display:block}
"""
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

# form-action is left open on purpose: the answer of the form is a redirect to the relying party,
# which may have another address, and browsers hold redirects of a form against form-action.
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    # The browser then keeps its Origin header, which the form's own check needs.
    "Referrer-Policy": "same-origin",
}


def choose(personas: Mapping[str, Persona], action: str, question: Mapping[str, str]) -> str:
    """The page with a button for each persona; `question` is the authorization request."""
    kept = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in question.items()
    )
    buttons = "".join(
        f'<button name="persona" value="{escape(key)}"><strong>{escape(persona.label)}</strong>'
        f"<span>{escape(persona.name)}</span></button>"
        for key, persona in personas.items()
    )
    return _page(
        "どのアカウントでサインインしますか",
        "<p>ここにある事業者は、すべて見本です。選ぶと、その事業者としてサインインします。</p>"
        f'<form method="post" action="{escape(action)}">{kept}{buttons}</form>',
    )


def refusal(why: str) -> str:
    """The page for a question that must not be answered by a redirect."""
    return _page("サインインを続けられません", f"<p>{escape(why)}</p>")


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{escape(title)}'
        '</title><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><header>{NOTICE}</header>"
        f"<main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )
