"""What a GET of a vendor's endpoint shows: its payloads, and the rules on how it answers."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from email.message import Message
from typing import TYPE_CHECKING

import httpx

from mirasapo.errors import Upstream
from mirasapo.intake.conformance.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 200_000_000
_TIMEOUT = httpx.Timeout(30.0)
_JSON = {"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl"}
_UTF_8 = {"utf-8", "utf8"}
_PROBLEM = "application/problem+json"
_CALL_US = "アドレスと、動いているかを確かめてください。"
# What of an endpoint's rule cannot be seen from one GET.
BEYOND = {
    "R-08-21": "OpenAPI の定義を公開しているかと、ほかの誤りの返し方は、一度の GET では分かりません。",
}


@dataclass(slots=True)
class Answer:
    """The body of a good answer (None of a bad one), and what was found on the way to it.

    `seen`: the rules about which the answer says something.
    """

    body: bytes | None
    seen: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def fetch(url: str, token: str | None = None, *, verify: ssl.SSLContext | bool = True) -> Answer:
    """GET the address once; redirects are not followed.

    Raises Upstream when nobody answers, or with more than `MAX_BYTES`.
    """
    headers = {"Accept": "application/json, application/x-ndjson"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    try:
        with (
            httpx.Client(timeout=_TIMEOUT, verify=_modern(verify), headers=headers) as client,
            client.stream("GET", url) as response,
        ):
            body = _read(response)
    except (httpx.HTTPError, ssl.SSLError) as fault:
        if not _is_tls(fault):
            raise Upstream(
                "接続先が答えません。", "つながらないか、時間がかかりすぎます。", _CALL_US
            ) from None
        how = "TLS 1.2 以上で、正しい証明書を使います。"
        broken = Finding("R-06-06", "URL", "TLS 1.2 以上で確かめられる接続ができません。", how)
        return Answer(None, {"R-06-06"}, [broken])
    answer = Answer(body if response.is_success else None, {"R-06-06", "R-08-21"})
    answer.findings = [*_transport(response), *_form(response, body)]
    return answer


def _modern(verify: ssl.SSLContext | bool) -> ssl.SSLContext:
    context = verify if isinstance(verify, ssl.SSLContext) else ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _is_tls(fault: BaseException | None) -> bool:
    """Whether the encryption is what failed: httpx hides that some causes down."""
    while fault is not None:
        if isinstance(fault, ssl.SSLError):
            return True
        fault = fault.__cause__ or fault.__context__
    return False


def _read(response: httpx.Response) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > MAX_BYTES:
            why = f"{MAX_BYTES // 1_000_000}MBを超えています。"
            raise Upstream(
                "接続先の返事が大きすぎます。", why, "件数を絞ったアドレスにしてください。"
            )
        parts.append(part)
    return b"".join(parts)


def _transport(response: httpx.Response) -> Iterator[Finding]:
    if response.url.scheme != "https":
        how = "https:// のアドレスで、TLS 1.2 以上で公開します。"
        yield Finding("R-06-06", "URL", "通信が暗号化されていません。", how)


def _form(response: httpx.Response, body: bytes) -> Iterator[Finding]:
    if response.url.scheme != "https":
        how = "https:// のアドレスで公開します。"
        yield Finding("R-08-21", "URL", "TLS の上で返していません。", how)
    named = Message()
    named["content-type"] = response.headers.get("content-type", "")
    kind, charset = named.get_content_type(), str(named.get_param("charset", "utf-8"))
    if not response.is_success:
        what = f"申請を返さず、状態 {response.status_code} を返しました。"
        yield Finding("R-08-21", "HTTP", what, "GET に 200 と申請を返します。")
        if kind != _PROBLEM:
            how = f"誤りは RFC 9457 の {_PROBLEM} で返します。"
            yield Finding("R-08-21", "HTTP Content-Type", "誤りの形が違います。", how)
        return
    if kind not in _JSON:
        how = "application/json(1行1件なら application/x-ndjson)とします。"
        yield Finding("R-08-21", "HTTP Content-Type", "JSON の形式の名前ではありません。", how)
    if charset.lower() not in _UTF_8:
        what = "Content-Type の charset が UTF-8 ではありません。"
        yield Finding("R-08-21", "HTTP Content-Type", what, "charset=utf-8 とするか、省きます。")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        yield Finding("R-08-21", "HTTP", "返事が UTF-8 ではありません。", "UTF-8 で返します。")
