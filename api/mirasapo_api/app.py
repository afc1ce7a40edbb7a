"""The application: routes, the stand-in where asked for, and the front door to the portals."""

from __future__ import annotations

import secrets
from functools import cache
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI

import mirasapo
from mirasapo.identity import gbizid
from mirasapo.identity.clients import load_key
from mirasapo.identity.openid import RelyingParty
from mirasapo.identity.stand_in import PATH, Fault, create_stand_in, load_personas
from mirasapo_api import deps, front_door, problem
from mirasapo_api.definition import PATH as DEFINITION
from mirasapo_api.definition import define
from mirasapo_api.metrics import Metrics
from mirasapo_api.password_line import PasswordLine
from mirasapo_api.routes import (
    auth,
    batches,
    businesses,
    consents,
    definition,
    disclosure_requests,
    filings,
    health,
    jobs,
    ledger_entries,
    me,
    oauth,
    once_only,
    programmes,
    sessions,
    subsidies,
    uploads,
)
from mirasapo_api.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Collection

    import httpx

    from mirasapo.app.root import Platform
    from mirasapo.app.voila_server import VoilaAddress

DESCRIPTION = """\
中小企業の申請情報を一度だけ預かり、事業者が許した範囲で開示し、同意の範囲で分析に使うための API です。

- 人はサインインして得たトークンを、システムは `/oauth/token` で得たトークンを、
  `Authorization: Bearer` に付けて送ります。
- 断りの応答は `application/problem+json` (RFC 9457) です。
  何が起きたか、なぜか、次に何をすればよいかを返します。
- 日時は時差付きの ISO 8601 です。
"""


def create_app(
    platform: Platform,
    *,
    voila: VoilaAddress | None = None,
    openid_transport: httpx.AsyncBaseTransport | None = None,
    stand_in_faults: Collection[Fault] = (),
) -> FastAPI:
    """The whole application on this platform.

    Without `voila` the portals answer that they are not running. `openid_transport` replaces the
    network to the OpenID provider, `stand_in_faults` make the stand-in answer wrongly: for tests.
    """
    settings = platform.settings
    app = FastAPI(
        title="ミラサポconnect API",
        version=mirasapo.__version__,
        description=DESCRIPTION,
        openapi_url=DEFINITION,
        docs_url=None,  # the stock pages load their scripts from a CDN
        redoc_url=None,
        # A redirect to the path with another slash would drop the body of a push.
        redirect_slashes=False,
        # Its logs would hold the messages of exceptions, and those may hold values.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    # With the stand-in both sides are this process: they need not agree on a secret beforehand.
    openid_secret = settings.oidc_client_secret or secrets.token_urlsafe(32)
    app.state.platform = platform
    app.state.metrics = Metrics()
    app.state.passwords = PasswordLine()
    app.state.stand_in = settings.stand_in
    app.state.token_key = load_key(settings.home, settings.base_url)
    app.state.relying_party = RelyingParty(
        gbizid.registration(settings, openid_secret), openid_transport
    )
    app.state.on_session_end = []
    for module in (
        auth,
        sessions,
        me,
        businesses,
        filings,
        batches,
        uploads,
        jobs,
        disclosure_requests,
        consents,
        ledger_entries,
        programmes,
        subsidies,
        once_only,
    ):
        app.include_router(module.router, dependencies=[Depends(deps.named_once)])
    app.include_router(oauth.router)  # reads no query
    app.include_router(health.router)  # same
    app.include_router(definition.router)  # same
    if settings.stand_in:
        stand_in = create_stand_in(
            issuer=f"{settings.base_url}{PATH}/",
            client_id=settings.oidc_client_id,
            client_secret=openid_secret,
            redirect_uris=[settings.base_url + gbizid.CALLBACK],
            personas=lambda: load_personas(settings.home),
            faults=stand_in_faults,
        )
        app.mount(PATH, stand_in)
    problem.install(app)
    front_door.install(app, platform, voila)
    app.add_middleware(
        Surface, metrics=app.state.metrics, https=settings.base_url.startswith("https://")
    )
    app.openapi = cache(lambda: define(app, platform.catalog, settings.base_url))  # type: ignore[method-assign]
    return app
