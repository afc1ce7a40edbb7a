"""Connections to the database, one engine per login; owner is for migrations only."""

from __future__ import annotations

import atexit
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

import psycopg
from sqlalchemy import URL, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from mirasapo.errors import BadInput, NotReady
from mirasapo.store.secrets import read_secrets
from mirasapo.store.server import EmbeddedServer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.engine import ExceptionContext
    from sqlalchemy.pool import PoolProxiedConnection

    from mirasapo.settings import Settings

LOGINS = ("owner", "gateway", "intake", "cut", "jobs")
DATABASE = "mirasapo"
# connections kept and, above them, lent in a rush: gateway serves persons, the others single jobs
_POOLS = {"owner": (1, 2), "gateway": (10, 15), "intake": (3, 7), "cut": (2, 3), "jobs": (1, 3)}
# Less than a client's patience: who cannot be served is to hear so.
_POOL_WAIT_SECONDS = 10.0


class Databases:
    """The engines by login, made when first used.

    `urls` are libpq URLs by login. `server` is the embedded server to release in `dispose`.
    """

    def __init__(self, urls: Mapping[str, str], server: EmbeddedServer | None = None) -> None:
        self._urls = dict(urls)
        self._engines: dict[str, Engine] = {}
        self._server = server
        self._lock = Lock()

    @classmethod
    def from_settings(cls, settings: Settings, logins: Collection[str] = LOGINS) -> Self:
        """Connections for services: from `MIRASAPO_DATABASE_URL_*`, else from the home's secrets.

        Only those of `logins`, and never the owner. Starts the embedded server where it is the one
        used. Raises NotReady when the database
        was not made yet.
        """
        given = given_urls(settings)
        if len(given) == len(LOGINS) - 1:
            return cls({login: url for login, url in given.items() if login in logins})
        kept = read_secrets(settings.home).get("database")
        if not kept:
            raise not_made(settings)
        server = None
        if settings.database_url is None:
            server = EmbeddedServer(settings.home)
            base = server.start()
        else:
            base = settings.database_url
        made = {
            login: login_url(base, secret["user"], secret["password"], kept["name"])
            for login, secret in kept["logins"].items()
            if login != "owner"
        }
        urls = {**made, **given}
        databases = cls({login: urls[login] for login in urls if login in logins}, server)
        if server is not None:
            atexit.register(databases.dispose)  # the last command to end stops the server
        return databases

    @property
    def gateway(self) -> Engine:
        """Reads of persons under row security; writes to `trust` and `identity`."""
        return self.engine("gateway")

    @property
    def intake(self) -> Engine:
        """Writes of filings, open data and the master; serves no person."""
        return self.engine("intake")

    @property
    def cut(self) -> Engine:
        """Reads by basis of consent, for cuts."""
        return self.engine("cut")

    @property
    def jobs(self) -> Engine:
        """The queue of jobs and what they report, nothing else."""
        return self.engine("jobs")

    @property
    def owner(self) -> Engine:
        """Migrations only: `mirasapo db init` has it, no service."""
        return self.engine("owner")

    def engine(self, login: str) -> Engine:
        """The engine of one login. Raises NotReady when this process was not given it."""
        with self._lock:
            if login not in self._engines:
                kept, rush = _POOLS[login]
                self._engines[login] = engine_of(self.url(login), kept, rush)
            return self._engines[login]

    def raw(self, login: str) -> psycopg.Connection[tuple[Any, ...]]:
        """A new psycopg 3 connection of its own, for COPY streams; the caller closes it.

        Use it as `with databases.raw("intake") as connection:` – it commits, or rolls back, and
        closes. Raises NotReady when the database does not answer.
        """
        try:
            return psycopg.connect(self.url(login), connect_timeout=10)
        except psycopg.OperationalError as fault:
            raise no_answer() from fault

    def url(self, login: str) -> str:
        """The libpq URL of a login. Raises NotReady when this process was not given it."""
        try:
            return self._urls[login]
        except KeyError:
            raise NotReady(
                f"データベースの利用者 {login} の接続情報がありません。",
                "この処理には渡されていません。",
                "mirasapo db init を実行してください。",
            ) from None

    def dispose(self) -> None:
        """Close all connections and let go of the embedded server; may be called again."""
        with self._lock:
            for engine in self._engines.values():
                engine.dispose()
            self._engines.clear()
        if self._server is not None:
            self._server.release()


def given_urls(settings: Settings) -> dict[str, str]:
    """The URLs of logins that were made elsewhere and handed in by the environment."""
    given = {
        "gateway": settings.gateway_url,
        "intake": settings.intake_url,
        "cut": settings.cut_url,
        "jobs": settings.jobs_url,
    }
    return {login: url for login, url in given.items() if url}


def login_url(base: str, user: str, password: str, database: str) -> str:
    """The URL of a login on the server of `base`."""
    url = read_url(base).set(username=user, password=password, database=database)
    return url.render_as_string(hide_password=False)


def read_url(text: str) -> URL:
    """A database URL as an object. Raises BadInput without the text: it may hold a password."""
    try:
        url = make_url(text)
    except ArgumentError:
        url = None
    if url is None or url.get_backend_name() not in ("postgresql", "postgres"):
        raise BadInput(
            "データベースのURLを読めません。",
            "postgresql:// で始まるURLではありません。",
            "postgresql://利用者:パスワード@ホスト:5432/データベース の形で指定してください。",
        )
    return url.set(drivername="postgresql")


class _Pool(QueuePool):
    """Lends connections; says NotReady when all are lent out for too long."""

    def connect(self) -> PoolProxiedConnection:
        try:
            return super().connect()
        except PoolTimeoutError:
            raise NotReady(
                "いまは処理できません。",
                "データベースの接続がすべて使われています。",
                "少し待ってから、もう一度お試しください。",
            ) from None


def engine_of(url: str, kept: int = 1, rush: int = 2) -> Engine:
    """An engine (psycopg2) that says NotReady when the database is not there."""
    engine = create_engine(
        read_url(url).set(drivername="postgresql+psycopg2"),
        pool_size=kept,
        max_overflow=rush,
        poolclass=_Pool,
        pool_timeout=_POOL_WAIT_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,  # an error is logged, and parameters are item values
        connect_args={"connect_timeout": 10},
    )
    event.listen(engine, "handle_error", _say_not_ready)
    return engine


def _say_not_ready(context: ExceptionContext) -> None:
    lost = context.is_disconnect or context.connection is None
    if (
        lost
        and not context.is_pre_ping
        and isinstance(context.sqlalchemy_exception, OperationalError | InterfaceError)
    ):
        raise no_answer() from context.original_exception


def not_made(settings: Settings) -> NotReady:
    """The refusal when `mirasapo db init` has not run for this home."""
    return NotReady(
        "データベースがまだ用意されていません。",
        f"{settings.home} に接続情報がありません。",
        "mirasapo db init を実行してください。",
    )


def no_answer() -> NotReady:
    """The refusal when the database does not answer."""
    return NotReady(
        "データベースに接続できません。",
        "起動していないか、接続が切れました。",
        "少し待ってからやり直し、続くときは mirasapo doctor で確かめてください。",
    )
