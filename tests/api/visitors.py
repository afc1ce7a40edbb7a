"""Visitors of the application in process: browsers that keep cookies, scripts with tokens."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import httpx
from fastapi import FastAPI

BASE = "http://localhost:8000"
PASSWORD = "correct horse battery"


HERE = "127.0.0.1"
ELSEWHERE = "192.0.2.1"


def send(
    app: FastAPI, method: str, url: str, *, peer: str = HERE, **question: Any
) -> httpx.Response:
    """One request, answered in process as if it came from `peer`."""

    async def go() -> httpx.Response:
        transport = httpx.ASGITransport(app, client=(peer, 50000))
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            return await client.request(method, url, **question)

    return asyncio.run(go())


@dataclass
class Browser:
    """Keeps cookies, asks for pages, says where a form came from; does not follow redirects."""

    app: FastAPI
    cookies: dict[str, str] = field(default_factory=dict)
    origin: str = BASE

    def get(self, url: str, **headers: str) -> httpx.Response:
        return self._send("GET", url, headers)

    def post(self, url: str, data: dict[str, str] | None = None, **headers: str) -> httpx.Response:
        return self._send("POST", url, {"Origin": self.origin, **headers}, data=data)

    def _send(
        self, method: str, url: str, headers: dict[str, str], **question: Any
    ) -> httpx.Response:
        sent = {"Accept": "text/html,application/xhtml+xml", **headers}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = send(self.app, method, urljoin(BASE, url), headers=sent, **question)
        for line in answer.headers.get_list("set-cookie"):
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return answer

    def begin_gbizid(self, next_path: str = "/") -> str:
        """Go to the provider; the address at which it asks who to be."""
        answer = self.get(f"/auth/gbizid/start?next={next_path}")
        assert answer.status_code == 303
        return answer.headers["location"]

    def choose(self, address: str, persona: str = "prime") -> str:
        """Choose a persona there; the address of the callback."""
        question = dict(parse_qsl(urlsplit(address).query))
        answer = self.post(address.partition("?")[0], {**question, "persona": persona})
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def sign_in_gbizid(self, persona: str = "prime", next_path: str = "/") -> httpx.Response:
        return self.get(self.choose(self.begin_gbizid(next_path), persona))

    def sign_in_own(self, name: str, password: str = PASSWORD, **form: str) -> httpx.Response:
        return self.post("/auth/own", {"name": name, "password": password, **form})

    @property
    def csrf(self) -> str:
        return str(self.get("/api/v1/me").json()["csrf_token"])


@dataclass
class Script:
    """Sends a bearer token and JSON."""

    app: FastAPI
    token: str | None = None

    def __call__(self, method: str, url: str, **question: Any) -> httpx.Response:
        headers = {"Accept": "application/json", **question.pop("headers", {})}
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        return send(self.app, method, url, headers=headers, **question)

    def sign_in(self, name: str, password: str = PASSWORD) -> Script:
        answer = self("POST", "/api/v1/sessions", json={"name": name, "password": password})
        assert answer.status_code == 201, answer.text
        self.token = answer.json()["token"]
        return self
