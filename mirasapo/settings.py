"""All settings, read from the environment once: names `MIRASAPO_*`, nothing else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from mirasapo.errors import BadInput

MEANINGS = {
    "MIRASAPO_HOME": "folder of everything that is kept: database, lake, secrets, logs; `./.mirasapo`",
    "MIRASAPO_PORT": "port of the front door; 8000",
    "MIRASAPO_BASE_URL": "address at which people reach the front door; `http://localhost:<port>`",
    "MIRASAPO_DATABASE_URL": "a PostgreSQL ≥ 15 on which roles and databases may be made; "
    "without it the embedded one is used",
    "MIRASAPO_DATABASE_URL_GATEWAY": "the gateway login, where the logins are made by somebody else",
    "MIRASAPO_DATABASE_URL_INTAKE": "the intake login, likewise",
    "MIRASAPO_DATABASE_URL_CUT": "the cut login, likewise",
    "MIRASAPO_DATABASE_URL_JOBS": "the jobs login, likewise",
    "MIRASAPO_LAKE_URL": "`file://…` or `s3://bucket/prefix`; `lake` below the home. "
    "A bucket's address and key are read from `AWS_ENDPOINT_URL`, `AWS_REGION`, "
    "`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`",
    "MIRASAPO_STAND_IN": "1 mounts the stand-in for GビズID (demo and tests only); off",
    "MIRASAPO_OIDC_ISSUER": "issuer of the OpenID provider, compared exactly; the stand-in's",
    "MIRASAPO_OIDC_CLIENT_ID": "our client id there; `mirasapo-connect`",
    "MIRASAPO_OIDC_CLIENT_SECRET": "our secret there",
    "MIRASAPO_GBIZINFO_URL": "address of gBizINFO's REST API",
    "MIRASAPO_GBIZINFO_TOKEN": "its token",
    "MIRASAPO_GBIZINFO_RATE": "requests a second to gBizINFO; 1",
    "MIRASAPO_GBIZINFO_REST_AFTER": "requests to gBizINFO after which there is a rest, 0 for none; 5000",
    "MIRASAPO_GBIZINFO_REST_MINUTES": "how long it is; 10",
    "MIRASAPO_JGRANTS_URL": "address of jGrants' public API, up to the version",
    "MIRASAPO_JGRANTS_RATE": "requests a second to jGrants; 1",
    "MIRASAPO_NTA_URL": "address of the corporate-number Web-API, without its version",
    "MIRASAPO_NTA_ID": "application id there",
    "MIRASAPO_NTA_RATE": "requests a second to it; 1",
    "MIRASAPO_ACQUIRE": "1 lets the worker fetch by itself every night: the register's changes, gBizINFO, "
    "jGrants (each where its id or token is set); off",
    "MIRASAPO_VOILA_URL": "where Voila listens; set by `mirasapo up`",
    "MIRASAPO_VOILA_SECRET": "what Voila demands of the front door; set by `mirasapo up`",
    "MIRASAPO_IDEMPOTENCY_HOURS": "how long the answer to an `Idempotency-Key` is kept; 24",
    "MIRASAPO_UPLOAD_HOURS": "how long a file sent in parts waits for the rest, and for its filing; 72",
    "MIRASAPO_REFUSED_DAYS": "how long a payload that was refused is kept, with its faults; 90, at least 1",
    "MIRASAPO_DRAFT_DAYS": "how long an uploaded file is kept that no filing names; 30, at least 1",
    "MIRASAPO_BATCH_MB": "how big a batch of filings (NDJSON, unpacked) may be; 200",
    "MIRASAPO_BATCH_FILINGS": "how many filings it may hold; 10000",
    "MIRASAPO_CLAMD": "virus scanner: `unix:/path` or `tcp:host:port` of ClamAV's clamd; without it "
    "attachments are quarantined, and never given out",
    "MIRASAPO_METRICS_TOKEN": "bearer token that opens `/metrics`; without it only who is on this machine, "
    "with no proxy between and a base URL of this machine, may read it",
    "MIRASAPO_CUT": "the cut that a notebook opens; `cuts/latest` below the home",
    "MIRASAPO_TEST_DATABASE_URL": "a server for the tests instead of the embedded one",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything is and what is switched on.

    `database_url` is None when the embedded server (or a PostgreSQL found on the machine) is used.
    """

    home: Path
    database_url: str | None
    gateway_url: str | None
    intake_url: str | None
    cut_url: str | None
    jobs_url: str | None
    lake_url: str
    port: int
    base_url: str
    stand_in: bool
    gbizinfo_url: str
    gbizinfo_token: str
    gbizinfo_rate: float
    gbizinfo_rest_after: int
    gbizinfo_rest_minutes: float
    jgrants_url: str
    jgrants_rate: float
    nta_url: str
    nta_id: str
    nta_rate: float
    oidc_issuer: str
    oidc_client_id: str
    oidc_client_secret: str
    metrics_token: str
    idempotency_hours: float
    upload_hours: float
    refused_days: float
    draft_days: float
    batch_mb: float
    batch_filings: float
    clamd: str
    acquire: bool

    def environment(self) -> dict[str, str]:
        """The same settings as environment variables, for a child process."""
        named = {
            "MIRASAPO_HOME": str(self.home),
            "MIRASAPO_DATABASE_URL": self.database_url,
            "MIRASAPO_DATABASE_URL_GATEWAY": self.gateway_url,
            "MIRASAPO_DATABASE_URL_INTAKE": self.intake_url,
            "MIRASAPO_DATABASE_URL_CUT": self.cut_url,
            "MIRASAPO_DATABASE_URL_JOBS": self.jobs_url,
            "MIRASAPO_LAKE_URL": self.lake_url,
            "MIRASAPO_PORT": str(self.port),
            "MIRASAPO_BASE_URL": self.base_url,
            "MIRASAPO_STAND_IN": "1" if self.stand_in else "0",
            "MIRASAPO_GBIZINFO_URL": self.gbizinfo_url,
            "MIRASAPO_GBIZINFO_TOKEN": self.gbizinfo_token,
            "MIRASAPO_GBIZINFO_RATE": str(self.gbizinfo_rate),
            "MIRASAPO_GBIZINFO_REST_AFTER": str(self.gbizinfo_rest_after),
            "MIRASAPO_GBIZINFO_REST_MINUTES": str(self.gbizinfo_rest_minutes),
            "MIRASAPO_JGRANTS_URL": self.jgrants_url,
            "MIRASAPO_JGRANTS_RATE": str(self.jgrants_rate),
            "MIRASAPO_NTA_URL": self.nta_url,
            "MIRASAPO_NTA_ID": self.nta_id,
            "MIRASAPO_NTA_RATE": str(self.nta_rate),
            "MIRASAPO_OIDC_ISSUER": self.oidc_issuer,
            "MIRASAPO_OIDC_CLIENT_ID": self.oidc_client_id,
            "MIRASAPO_OIDC_CLIENT_SECRET": self.oidc_client_secret,
            "MIRASAPO_METRICS_TOKEN": self.metrics_token,
            "MIRASAPO_IDEMPOTENCY_HOURS": str(self.idempotency_hours),
            "MIRASAPO_UPLOAD_HOURS": str(self.upload_hours),
            "MIRASAPO_REFUSED_DAYS": str(self.refused_days),
            "MIRASAPO_DRAFT_DAYS": str(self.draft_days),
            "MIRASAPO_BATCH_MB": str(self.batch_mb),
            "MIRASAPO_BATCH_FILINGS": str(self.batch_filings),
            "MIRASAPO_CLAMD": self.clamd,
            "MIRASAPO_ACQUIRE": "1" if self.acquire else "0",
        }
        return {name: value for name, value in named.items() if value is not None}

    @classmethod
    def from_environment(cls) -> Self:
        """Read `MIRASAPO_*`; every one has a default that works on one machine."""
        get = os.environ.get
        home = Path(get("MIRASAPO_HOME") or ".mirasapo").absolute()
        port = int(_number("MIRASAPO_PORT", 8000, 1, 65535))
        base_url = _web_address("MIRASAPO_BASE_URL", f"http://localhost:{port}")
        return cls(
            home=home,
            database_url=get("MIRASAPO_DATABASE_URL") or None,
            gateway_url=get("MIRASAPO_DATABASE_URL_GATEWAY") or None,
            intake_url=get("MIRASAPO_DATABASE_URL_INTAKE") or None,
            cut_url=get("MIRASAPO_DATABASE_URL_CUT") or None,
            jobs_url=get("MIRASAPO_DATABASE_URL_JOBS") or None,
            lake_url=get("MIRASAPO_LAKE_URL") or (home / "lake").as_uri(),
            port=port,
            base_url=base_url,
            stand_in=get("MIRASAPO_STAND_IN", "") == "1",
            gbizinfo_url=_web_address("MIRASAPO_GBIZINFO_URL", "https://api.info.gbiz.go.jp/hojin"),
            gbizinfo_token=get("MIRASAPO_GBIZINFO_TOKEN") or "",
            gbizinfo_rate=_number("MIRASAPO_GBIZINFO_RATE", 1.0, 0.01, 100.0),
            gbizinfo_rest_after=int(_number("MIRASAPO_GBIZINFO_REST_AFTER", 5000, 0, 1e9)),
            gbizinfo_rest_minutes=_number("MIRASAPO_GBIZINFO_REST_MINUTES", 10.0, 0, 1440),
            jgrants_url=_web_address(
                "MIRASAPO_JGRANTS_URL", "https://api.jgrants-portal.go.jp/exp"
            ),
            jgrants_rate=_number("MIRASAPO_JGRANTS_RATE", 1.0, 0.01, 100.0),
            nta_url=_web_address("MIRASAPO_NTA_URL", "https://api.houjin-bangou.nta.go.jp"),
            nta_id=get("MIRASAPO_NTA_ID") or "",
            nta_rate=_number("MIRASAPO_NTA_RATE", 1.0, 0.01, 100.0),
            oidc_issuer=_web_address("MIRASAPO_OIDC_ISSUER", f"{base_url}/stand-in/gbizid/"),
            oidc_client_id=get("MIRASAPO_OIDC_CLIENT_ID") or "mirasapo-connect",
            oidc_client_secret=get("MIRASAPO_OIDC_CLIENT_SECRET") or "",
            metrics_token=get("MIRASAPO_METRICS_TOKEN") or "",
            idempotency_hours=_number("MIRASAPO_IDEMPOTENCY_HOURS", 24.0, 0.01, 24.0 * 366),
            upload_hours=_number("MIRASAPO_UPLOAD_HOURS", 72.0, 0.01, 24.0 * 366),
            refused_days=_number("MIRASAPO_REFUSED_DAYS", 90.0, 1.0, 3660.0),
            draft_days=_number("MIRASAPO_DRAFT_DAYS", 30.0, 1.0, 3660.0),
            batch_mb=_number("MIRASAPO_BATCH_MB", 200.0, 0.001, 10_000.0),
            batch_filings=_number("MIRASAPO_BATCH_FILINGS", 10_000, 1, 1_000_000),
            clamd=get("MIRASAPO_CLAMD") or "",
            acquire=get("MIRASAPO_ACQUIRE", "") == "1",
        )


def _web_address(name: str, default: str) -> str:
    """The http(s) address in the environment's `name`, else `default`. Raises BadInput for another."""
    return require_web_address(name, os.environ.get(name) or default)


def require_web_address(name: str, text: str) -> str:
    """`text`, if it is the address of a web service. Raises BadInput, naming `name`, if not."""
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or any(char.isspace() for char in text):
        raise BadInput(
            f"{name} のアドレスが使えません。",
            "http:// か https:// で始まるアドレスで指定します。",
            f"{name} を直してください。",
        )
    return text


def _number(name: str, default: float, lowest: float, highest: float) -> float:
    text = os.environ.get(name) or str(default)
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not lowest <= number <= highest:
        raise BadInput(
            f"設定 {name} の値が使えません。",
            f"{lowest:g} から {highest:g} までの数で指定します。",
            f"{name} を直すか、外してください。",
        )
    return number
