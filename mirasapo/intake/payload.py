"""A filing as it is sent: one JSON document, read into typed values with every fault listed.

{"programme": "04", "form_version": "2021-1", "filing_number": "…", "version": 1,
"procedure": "new", "status": "filed", "fiscal_year": 2022, "filed_on": "2022-05-07",
"business": {"corporate_number": "…"}, "consent": {"answer": "given", "terms_version": "…"},
"items": {"<item key>": value}, "groups": {"<table>": [{"<item key>": value}]},
"attachments": [{"name": "…", "item": "<item key>", "sha256": "…"}]}
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mirasapo.business.content import Content, Form
from mirasapo.business.document import read_document
from mirasapo.business.identify import Identity
from mirasapo.business.register import item_of
from mirasapo.catalog import Fault, load_policy
from mirasapo.errors import NotAllowed
from mirasapo.intake.attachments import AcceptedFile, Matching
from mirasapo.intake.header import Header

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from mirasapo.catalog import Catalog, Programme
    from mirasapo.intake.attachments import Uploads
    from mirasapo.intake.scanning import Scan

    FindUploads = Callable[[Collection[str]], Uploads]


@dataclass(frozen=True, slots=True)
class Filing:
    """A valid filing: header, typed rows by stem, accepted files."""

    programme: str
    form_version: str
    filing_number: str
    version: int
    procedure: str
    status: str
    fiscal_year: int
    filed_on: date
    identity: Identity
    answer: str | None
    terms_version: str
    basis: str
    content: Content
    files: tuple[AcceptedFile, ...]
    payload_sha256: str
    size_bytes: int


class FilingReader:
    """Reads filings against one catalogue; keeps the forms that it has prepared.

    `strict`: values as people write them are faults.
    """

    def __init__(self, catalog: Catalog, *, strict: bool = False) -> None:
        self.catalog = catalog
        self._strict = strict
        self._forms: dict[str, Form] = {}
        self._number_item = item_of(catalog, "corporate_number")

    def form(self, programme: str) -> Form:
        """The form of a programme. Raises BadInput for an unknown one."""
        if programme not in self._forms:
            self._forms[programme] = Form(self.catalog, programme, strict=self._strict)
        return self._forms[programme]

    def read(
        self,
        body: bytes,
        attachments: Mapping[str, bytes],
        *,
        programmes: Collection[str],
        today: date,
        find_uploads: FindUploads | None = None,
        scans: Mapping[str, Scan] | None = None,
    ) -> tuple[Filing | None, list[Fault]]:
        """The filing, or None and everything that is wrong with it.

        `find_uploads` gives those of the hashes asked for that the sender uploaded before; `scans`
        what the scanner said of the attachments, by name.

        `programmes` are those that the sender may file for; `today` is the day in Japan: nothing
        is filed after it. Raises BadInput for a body that is no JSON object at all, NotAllowed for
        another programme.
        """
        document = read_document(body)
        uploads = find_uploads(hashes_of(document)) if find_uploads else None
        return self.judge(
            body,
            document,
            attachments,
            programmes=programmes,
            today=today,
            uploads=uploads,
            scans=scans,
        )

    def judge(
        self,
        body: bytes,
        document: Mapping[str, Any],
        attachments: Mapping[str, bytes],
        *,
        programmes: Collection[str],
        today: date,
        uploads: Uploads | None = None,
        scans: Mapping[str, Scan] | None = None,
    ) -> tuple[Filing | None, list[Fault]]:
        """The same of a body whose JSON is read already; `uploads` are those that it names."""
        header = Header(document, self.catalog.programmes, today)
        if header.programme is not None and header.programme.code not in programmes:
            raise NotAllowed(
                "この制度の申請は送れません。",
                "この接続には、その制度の申請を送る権限がありません。",
                "制度番号を確かめるか、事務局に権限を申し出てください。",
            )
        content, files, faults = self.examine(
            document, header, attachments, uploads=uploads, scans=scans
        )
        if faults or header.programme is None or header.identity is None:
            return None, faults
        return Filing(
            programme=header.programme.code,
            form_version=header.form_version,
            filing_number=header.filing_number,
            version=header.version,
            procedure=header.procedure,
            status=header.status,
            fiscal_year=header.fiscal_year,
            filed_on=header.filed_on,
            identity=header.identity,
            answer=header.answer,
            terms_version=header.terms_version,
            basis=basis_of(header.programme, header.fiscal_year, header.answer),
            content=content,
            files=files,
            payload_sha256=sha256(body).hexdigest(),
            size_bytes=len(body),
        ), []

    def examine(
        self,
        document: Mapping[str, Any],
        header: Header,
        attachments: Mapping[str, bytes],
        *,
        uploads: Uploads | None = None,
        scans: Mapping[str, Scan] | None = None,
    ) -> tuple[Content, tuple[AcceptedFile, ...], list[Fault]]:
        """What could be read under a header, and everything that is wrong, header included."""
        if header.programme is None:
            return Content(), (), header.faults
        form = self.form(header.programme.code)
        content = form.read(document.get("items"), document.get("groups"))
        matching = Matching(self.catalog, content, attachments, uploads, scans)
        files = matching.match(document.get("attachments"))
        wrong = [*header.faults, *content.faults, *matching.faults]
        return content, files, wrong + self._number_faults(header, content)

    def _number_faults(self, header: Header, content: Content) -> list[Fault]:
        """The corporate number among the items must be the one of the header."""
        item = self._number_item
        for row in content.rows.get(item.table, ()):
            stated = row.get(item.column)
            if stated is not None and header.identity != Identity(stated, None):
                why = "business に書いた事業者と同じ法人番号を書きます。"
                return [Fault(item.key, item.label_ja, "申請者の法人番号と違います。", why)]
        return []


def hashes_of(document: Mapping[str, Any]) -> set[str]:
    """The hashes by which a document names its files; it may be of any shape."""
    entries = document.get("attachments")
    named = (
        (e.get("sha256") for e in entries if isinstance(e, dict))
        if isinstance(entries, list)
        else ()
    )
    return {each for each in named if isinstance(each, str)}


def basis_of(programme: Programme, fiscal_year: int, answer: str | None) -> str:
    """deemed, individual or none: on what secondary use of a filing rests.

    The terms of the fiscal year come first (policy.yaml): where they say nothing of secondary use
    there is no basis, whatever the programme and the answer.
    """
    if not load_policy().terms_of(fiscal_year).secondary_use:
        return "none"
    if programme.basis == "deemed":
        return "deemed"
    return "individual" if answer == "given" else "none"
