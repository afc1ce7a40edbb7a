"""A gathering from gBizINFO that may take days: questions, then the numbers they found, one by one.

What is still to be asked stands in the database, and each step is done in the transaction of what it
brought: a run that was killed goes on without asking again what it has.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID, uuid4

from sqlalchemy import Connection, func, select, text, update
from sqlalchemy.dialects.postgresql import insert

from mirasapo.acquisition.bulk import bulk_transaction
from mirasapo.acquisition.gbizinfo.client import UnreadableAnswer
from mirasapo.acquisition.gbizinfo.config import MOST_ON_A_PAGE, MOST_PAGES
from mirasapo.acquisition.gbizinfo.load import SOURCE, Loading
from mirasapo.acquisition.gbizinfo.question import Question, divided
from mirasapo.errors import BadInput, Conflict, NotFound, Upstream
from mirasapo.store.tables import acquisition, acquisition_step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

    Progress = Callable[[int, int | None], None]
    """Told how many steps are done, and of how many; None while that is not known yet."""

QUESTION, NUMBER = "question", "number"
FOUND, NOT_WHOLE, FAILED = "found", "not_whole", "failed"  # outcomes of a question
APPLIED, SAME, NONE, REFUSED = "applied", "same", "none", "refused"  # of a number
_STEP = acquisition_step.c
_LISTED = 1000


class Client(Protocol):
    """What a run asks of a client."""

    version: str

    def record(self, corporate_number: str) -> dict[str, Any] | None:
        """The record of one corporation, None when there is none."""

    def search(self, asked: Mapping[str, str], page: int) -> list[str]:
        """The corporate numbers on one page of a search."""

    def updated(self, first: str, last: str, page: int, part: str = "") -> tuple[list[str], int]:
        """The corporate numbers on one page of what changed, and the number of pages."""


@dataclass(slots=True)
class RunReport:
    """What a run has done so far, and what this turn of it did.

    `questions`, `numbers`: steps of the whole run; `outcomes`: how many numbers ended how (applied:
    newer than what was known, same: known already, none: gBizINFO has nothing, refused).
    `incomplete`: questions whose answer is not all there is, `refused`: numbers whose record could
    not be taken, at most 1,000 of each. The rest is of this turn, as in `load.Report`.
    """

    run: str
    questions: int = 0
    numbers: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    incomplete: list[dict[str, str]] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)
    rows_read: int = 0
    rows_applied: int = 0
    values: int = 0
    issues: int = 0
    unknown: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The report as one JSON object."""
        return asdict(self)


def start(
    databases: Databases,
    version: str,
    *,
    questions: Iterable[Question] = (),
    numbers: Iterable[str] = (),
    run: UUID | None = None,
) -> UUID:
    """Note what is to be asked; its id. `version` is that of the API.

    `run` is an id of the caller's own: one that is noted already stays as it is.
    """
    made_id = run or uuid4()
    with databases.intake.begin() as conn:
        made = insert(acquisition).values(acquisition_id=made_id, source=SOURCE, version=version)
        if conn.execute(made.on_conflict_do_nothing()).rowcount:
            _add(conn, made_id, QUESTION, [question.name for question in questions])
            _add(conn, made_id, NUMBER, numbers)
    return made_id


def unfinished(databases: Databases) -> tuple[UUID, str]:
    """The newest run that has not come to its end, and the version of the API that it asks.

    Raises NotFound when there is none.
    """
    columns = acquisition.c
    newest = (
        select(columns.acquisition_id, columns.version)
        .where(columns.source == SOURCE, columns.finished_at.is_(None))
        .order_by(columns.started_at.desc(), columns.acquisition_id)
        .limit(1)
    )
    with databases.intake.begin() as conn:
        found = conn.execute(newest).first()
    if found is None:
        raise NotFound(
            "続きのある取得がありません。",
            "途中で止まった gBizINFO の取得がありません。",
            "法人番号か、--search か --updated-from を指定してください。",
        )
    return found.acquisition_id, found.version


def carry_on(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    client: Client,
    run: UUID,
    progress: Progress | None = None,
) -> RunReport:
    """Do every step of a run that is not done yet.

    Raises Upstream when the service does not answer well: what was done stays, and the run goes on
    from there the next time. Raises Conflict for a run of another version of the API.
    """
    with databases.intake.begin() as conn:
        version = conn.scalar(
            select(acquisition.c.version).where(acquisition.c.acquisition_id == run)
        )
        if version != client.version:
            raise Conflict(
                "取得の続きをできません。",
                f"この取得は API の {version} に問い合わせています。",
                f"{version} の接続で続けてください。",
            )
        failed = (_STEP.acquisition_id == run) & (_STEP.outcome == FAILED)
        conn.execute(update(acquisition_step).where(failed).values(outcome=None, why=None))
    turn = _Turn(databases, Loading(databases, lake, catalog), client, run, progress)
    turn.ask_everything()
    turn.fetch_everything()
    with databases.intake.begin() as conn:
        ended = update(acquisition).where(acquisition.c.acquisition_id == run)
        conn.execute(ended.values(finished_at=func.now()))
        _tell(conn, run, turn.report)
    report, done = turn.report, turn.loading.report
    report.rows_read, report.rows_applied = done.rows_read, done.rows_applied
    report.values, report.issues, report.unknown = done.values, done.issues, done.unknown
    return report


class _Turn:
    """One turn of a run, from where it stands to its end."""

    def __init__(
        self,
        databases: Databases,
        loading: Loading,
        client: Client,
        run: UUID,
        progress: Progress | None,
    ) -> None:
        self._databases, self.loading, self._client = databases, loading, client
        self._run, self._progress = run, progress
        self.report = RunReport(str(run))

    def ask_everything(self) -> None:
        """Ask every question, those that come of the answers as well."""
        done = 0
        while (name := self._next(QUESTION)) is not None:
            self._ask(Question.named(name))
            done += 1
            self._tell(done, None)

    def fetch_everything(self) -> None:
        """Fetch the record of every number."""
        total, done = self._counts()
        while (number := self._next(NUMBER)) is not None:
            self._fetch(number)
            done += 1
            self._tell(done, total)

    def _ask(self, question: Question) -> None:
        asked = dict(question.asked)
        more: list[Question] = []
        outcome, why = FOUND, None
        try:
            if question.part is None:
                numbers = self._client.search(asked, question.page)
                full = len(numbers) >= MOST_ON_A_PAGE
                if full and question.page < MOST_PAGES:
                    more = [question.next_page]
                elif full:
                    division = divided(question)
                    more, why = list(division.questions), division.missed or None
                    if not more:
                        why = f"{MOST_ON_A_PAGE * MOST_PAGES:,}件を超え、これ以上分けられません。"
            else:
                page, part = question.page, question.part
                numbers, pages = self._client.updated(asked["from"], asked["to"], page, part)
                more = [question.next_page] if page < pages else []
        except Upstream as refusal:
            if not question.part:  # of a part alone the service is known to fail at times
                self._note_failure(QUESTION, question.name)
                raise
            numbers, outcome, why = [], FAILED, refusal.why
        if why is not None and outcome == FOUND:
            outcome = NOT_WHOLE
        with self._databases.intake.begin() as conn:
            _add(conn, self._run, NUMBER, numbers)
            _add(conn, self._run, QUESTION, [each.name for each in more])
            self._done(conn, QUESTION, question.name, outcome, why)

    def _fetch(self, number: str) -> None:
        try:
            record = self._client.record(number)
            said = None if record is None else self.loading.read(number, record)
        except (UnreadableAnswer, BadInput) as refusal:
            with self._databases.intake.begin() as conn:
                self._done(conn, NUMBER, number, REFUSED, refusal.why)
            return
        except Upstream:
            self._note_failure(NUMBER, number)
            raise
        with bulk_transaction(self._databases) as conn:
            if said is None:
                outcome = NONE
            else:
                outcome = APPLIED if self.loading.take_over(conn, said).applied else SAME
            self._done(conn, NUMBER, number, outcome)

    def _next(self, kind: str) -> str | None:
        """What is asked next: what has failed before comes last, so that it blocks nothing."""
        waiting = select(_STEP.name).where(
            _STEP.acquisition_id == self._run, _STEP.kind == kind, _STEP.outcome.is_(None)
        )
        with self._databases.intake.begin() as conn:
            return conn.scalar(waiting.order_by(_STEP.tries, _STEP.name).limit(1))

    def _counts(self) -> tuple[int, int]:
        """How many numbers there are, and how many of them are done."""
        counted = select(func.count(), func.count(_STEP.outcome)).where(
            _STEP.acquisition_id == self._run, _STEP.kind == NUMBER
        )
        with self._databases.intake.begin() as conn:
            total, done = conn.execute(counted).one()
        return total, done

    def _done(
        self, conn: Connection, kind: str, name: str, outcome: str, why: str | None = None
    ) -> None:
        conn.execute(_step(self._run, kind, name).values(outcome=outcome, why=why))

    def _note_failure(self, kind: str, name: str) -> None:
        with self._databases.intake.begin() as conn:
            conn.execute(_step(self._run, kind, name).values(tries=_STEP.tries + 1))

    def _tell(self, done: int, total: int | None) -> None:
        if self._progress is not None:
            self._progress(done, total)


def _step(run: UUID, kind: str, name: str) -> Any:
    return update(acquisition_step).where(
        _STEP.acquisition_id == run, _STEP.kind == kind, _STEP.name == name
    )


_ADD = text(
    """
    INSERT INTO core.acquisition_step (acquisition_id, kind, name)
    SELECT :run, :kind, unnest(CAST(:names AS text[])) ON CONFLICT DO NOTHING
    """
)


def _add(conn: Connection, run: UUID, kind: str, names: Iterable[str]) -> None:
    conn.execute(_ADD, {"run": run, "kind": kind, "names": list(names)})


def _tell(conn: Connection, run: UUID, report: RunReport) -> None:
    """Count the steps of the whole run, and list those that did not end well."""
    outcomes = select(_STEP.kind, _STEP.outcome, func.count()).where(_STEP.acquisition_id == run)
    counted: Counter[str] = Counter()
    for kind, outcome, count in conn.execute(outcomes.group_by(_STEP.kind, _STEP.outcome)):
        if kind == NUMBER:
            report.outcomes[outcome] = count
        counted[kind] += count
    report.questions, report.numbers = counted[QUESTION], counted[NUMBER]
    lacking = select(_STEP.kind, _STEP.name, _STEP.why).where(
        _STEP.acquisition_id == run, _STEP.why.is_not(None)
    )
    for kind, into, called in (
        (QUESTION, report.incomplete, "question"),
        (NUMBER, report.refused, "number"),
    ):
        found = lacking.where(_STEP.kind == kind).order_by(_STEP.name).limit(_LISTED)
        into += [{called: row.name, "why": row.why} for row in conn.execute(found)]
