"""What a business does: see its own facts, answer requests, take back what it allowed, see who looked.

own · requests → request → confirm → answered · approvals → revoke → revoked
    · consents → withdraw → withdrawn · records
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from mirasapo.portal.flow import PERIODS, action
from mirasapo.portal.words import (
    OPEN_STATES,
    Names,
    end_of_day,
    last_day,
    months_later,
    today,
)

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from mirasapo.client import (
        Consent,
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
# bases under which an approval opens a value; None: not told, so it may be one of them
DISCLOSABLE = ("deemed", "individual", None)


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
    consents: tuple[Consent, ...] = ()
    consent: Consent | None = None
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
            and (programmes is None or value.programme in (*programmes, None))
            and (years is None or value.fiscal_year in (*years, None))
        ]

    def consents_by_year(self) -> dict[int | None, dict[str, Consent]]:
        """The consents by fiscal year, the newest first, and in it by what they are called.

        Further filings of one programme in one year are counted, so that no two have one name.
        """
        ordered = sorted(
            self.consents,
            key=lambda consent: (-(consent.fiscal_year or 0), consent.programme or ""),
        )
        years: dict[int | None, dict[str, Consent]] = {}
        for consent in ordered:
            year = years.setdefault(consent.fiscal_year, {})
            name = self.names.consent(consent)
            same = sum(other.programme == consent.programme for other in year.values())
            year[f"{name}({same + 1}件目)" if same else name] = consent
        return years

    def consent_name(self, consent: Consent) -> str:
        """What a consent of the list is called there, with its fiscal year."""
        year = f"{consent.fiscal_year}年度 " if consent.fiscal_year else ""
        listed = self.consents_by_year().get(consent.fiscal_year, {})
        named = {other.filing_id: name for name, other in listed.items()}
        return year + named.get(consent.filing_id, self.names.consent(consent))

    @property
    def periods(self) -> dict[int, str]:
        """Periods shorter than the one asked for, by months."""
        if self.request is None:
            return {}
        asked = last_day(self.request.valid_until)
        return {
            months: name
            for months, name in PERIODS.items()
            if months_later(self.day, months) < asked
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
    def open_consents(self) -> Self:
        """The consents to secondary use, of each filing the newest."""
        return replace(self, screen="consents", consents=tuple(self.api.consents()))

    @action
    def ask_withdraw(self, filing_id: UUID) -> Self:
        """Show a consent once more before it is withdrawn."""
        (consent,) = [each for each in self.consents if each.filing_id == filing_id]
        return replace(self, screen="withdraw", consent=consent)

    @action
    def withdraw(self) -> Self:
        """Withdraw the consent shown: the next cut has nothing of its filing."""
        if self.consent is None:
            return self
        self.api.withdraw_consent(self.consent.filing_id)
        return replace(self, screen="withdrawn")

    @action
    def open_records(self) -> Self:
        """Who looked at what, newest first."""
        return replace(self, screen="records", records=tuple(self.api.ledger(limit=RECORDS)))
