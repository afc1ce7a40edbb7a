"""What a business does: see its own facts, answer requests, take approvals back, see who looked.

own · requests → request → confirm → answered · approvals → revoke → revoked · records
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from mirasapo.portal.flow import PERIODS, action
from mirasapo.portal.words import (
    OPEN_STATES,
    Names,
    end_of_day,
    moment_of,
    months_later,
    today,
)

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from mirasapo.client import (
        DisclosureRequest,
        LedgerEntry,
        MirasapoClient,
        Person,
        Revealed,
        Value,
    )
    from mirasapo.errors import MirasapoError

OWN_VIEW = 3  # 申請者本人による一括保存・閲覧
RECORDS = 100
DISCLOSABLE = ("deemed", "individual")  # bases under which an approval opens a value


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer before it is given: which classes, and until when (None: as asked)."""

    data_classes: frozenset[int] = frozenset()
    months: int | None = None


@dataclass(frozen=True, slots=True)
class BusinessFlow:
    """What one business's page shows."""

    api: MirasapoClient = field(repr=False, compare=False)
    me: Person
    names: Names
    day: date
    screen: str = "own"
    own: Revealed | None = None
    requests: tuple[DisclosureRequest, ...] = ()
    request: DisclosureRequest | None = None
    answer: Answer = Answer()
    records: tuple[LedgerEntry, ...] = ()
    refusal: MirasapoError | None = None

    @classmethod
    def begin(cls, api: MirasapoClient, day: date | None = None) -> Self:
        """The first screen, for whoever the API says this is."""
        return cls(api, api.me(), Names.of(api.vocabulary()), day or today()).open_own()

    @property
    def waiting(self) -> list[DisclosureRequest]:
        """Requests that wait for an answer."""
        return [request for request in self.requests if request.state == "pending"]

    @property
    def approvals(self) -> list[DisclosureRequest]:
        """Requests that are granted and in force."""
        return [request for request in self.requests if request.state in OPEN_STATES]

    @property
    def past(self) -> list[DisclosureRequest]:
        """Requests that are over: refused, withdrawn, revoked, expired."""
        current = ("pending", *OPEN_STATES)
        return [request for request in self.requests if request.state not in current]

    def preview(self, data_class: int) -> list[Value]:
        """What approving this class of the request shown would open, out of one's own values.

        Facts on third parties, and facts filed without a basis for secondary use, stay closed
        whatever is approved; public ones are open already.
        """
        if self.own is None or self.request is None:
            return []
        programmes, years = self.request.programmes, self.request.fiscal_years
        return [
            value
            for value in self.own.values
            if value.data_class == data_class
            and value.value is not None
            and not value.third_party
            and value.basis in DISCLOSABLE
            and (programmes is None or value.programme in programmes)
            and (years is None or value.fiscal_year in years)
        ]

    @property
    def periods(self) -> dict[int, str]:
        """Periods shorter than the one asked for, by months."""
        if self.request is None:
            return {}
        asked = moment_of(self.request.valid_until)
        return {
            months: name
            for months, name in PERIODS.items()
            if end_of_day(months_later(self.day, months)) < asked
        }

    def until(self) -> datetime | None:
        """The moment until which the answer holds; None: as asked."""
        if self.answer.months is None:
            return None
        return end_of_day(months_later(self.day, self.answer.months))

    @action
    def open_own(self) -> Self:
        """Everything held on the business, and what waits for it."""
        requests = tuple(self.api.disclosure_requests())
        return replace(self, screen="own", own=None, requests=requests).read_own()

    @action
    def read_own(self) -> Self:
        """Read what is held; when that is refused, what waits for an answer still shows."""
        if self.me.business is None:
            return self
        return replace(self, own=self.api.reveal(self.me.business.business_id, OWN_VIEW))

    @action
    def open_requests(self) -> Self:
        """The requests to the business, newest first."""
        return replace(self, screen="requests", requests=tuple(self.api.disclosure_requests()))

    @action
    def open_request(self, request_id: UUID) -> Self:
        """One request, with nothing chosen."""
        request = self.api.disclosure_request(request_id)
        return replace(self, screen="request", request=request, answer=Answer())

    @action
    def confirm(self, answer: Answer) -> Self:
        """Show the answer once more before it is given."""
        return replace(self, screen="confirm", answer=answer)

    @action
    def back_to_request(self) -> Self:
        """Back to choosing, with what was chosen."""
        return replace(self, screen="request")

    @action
    def give_answer(self) -> Self:
        """Give the answer; choosing no class refuses the request."""
        if self.request is None:
            return self
        classes = sorted(self.answer.data_classes)
        answered = self.api.answer(self.request.request_id, classes, self.until())
        return replace(self, screen="answered", request=answered)

    @action
    def open_approvals(self) -> Self:
        """What is open to whom by an approval, and what was."""
        return replace(self, screen="approvals", requests=tuple(self.api.disclosure_requests()))

    @action
    def ask_revoke(self, request_id: UUID) -> Self:
        """Show an approval once more before it is taken back."""
        return replace(self, screen="revoke", request=self.api.disclosure_request(request_id))

    @action
    def revoke(self) -> Self:
        """Take the approval shown back, from this second on."""
        if self.request is None:
            return self
        revoked = self.api.revoke(self.request.request_id)
        return replace(self, screen="revoked", request=revoked)

    @action
    def open_records(self) -> Self:
        """Who looked at what, newest first."""
        return replace(self, screen="records", records=tuple(self.api.ledger(limit=RECORDS)))
