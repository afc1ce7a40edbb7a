"""What a supporter does: find a business, see what is open, ask for more, read what was approved.

search → business → draft → confirm → requested
requests → request → (reading | withdraw → request)
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from mirasapo.errors import BadInput, MirasapoError
from mirasapo.portal.flow import PERIODS, action
from mirasapo.portal.words import Names, end_of_day, months_later, today, writable

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from mirasapo.client import DisclosureRequest, Hit, MirasapoClient, Person, Revealed

CONSULTATION = 6  # 経営相談に際する支援者による閲覧: the usual purpose of a supporter
WORDS_LIMIT = 400
NAME_LIMIT = 150  # of the API
HITS = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """A request before it is sent."""

    purpose: int = CONSULTATION
    data_classes: frozenset[int] = frozenset()
    words: str = ""
    months: int = 3

    def faults(self) -> dict[str, str]:
        """What is still missing, by field, as the sentence shown beside it."""
        faults = {}
        if not self.data_classes:
            faults["data_classes"] = "お願いする情報を、1つ以上選んでください。"
        if not self.words.strip():
            faults["words"] = "何のために必要かを書いてください。事業者がこれを読んで決めます。"
        elif len(self.words) > WORDS_LIMIT:
            faults["words"] = f"{WORDS_LIMIT}文字以内で書いてください。"
        elif not writable(self.words):
            faults["words"] = "使えない文字が入っています。消して書き直してください。"
        return faults

    def until(self, day: date) -> date:
        """The last day of the period asked for, when sent on `day`."""
        return months_later(day, self.months)


@dataclass(frozen=True, slots=True)
class SupporterFlow:
    """What one supporter's page shows."""

    api: MirasapoClient = field(repr=False, compare=False)
    me: Person
    names: Names
    day: date
    screen: str = "search"
    query: str = ""
    hits: tuple[Hit, ...] | None = None
    hit: Hit | None = None
    public: Revealed | None = None
    draft: Draft = Draft()
    faults: dict[str, str] = field(default_factory=dict)
    sent: DisclosureRequest | None = None
    requests: tuple[DisclosureRequest, ...] = ()
    request: DisclosureRequest | None = None
    reading: Revealed | None = None
    refusal: MirasapoError | None = None

    @classmethod
    def begin(cls, api: MirasapoClient, day: date | None = None) -> Self:
        """The first screen, for whoever the API says this is."""
        return cls(api, api.me(), Names.of(api.vocabulary()), day or today())

    @property
    def purposes(self) -> dict[int, str]:
        """The purposes for which a supporter may ask anything at all."""
        return {
            number: name for number, name in self.names.purposes.items() if self.askable(number)
        }

    def askable(self, purpose: int) -> tuple[int, ...]:
        """The data classes that the policy lets a supporter have for a purpose."""
        return self.names.ceiling.get(purpose, ())

    @action
    def go(self, screen: str) -> Self:
        """To a screen that needs nothing new from the API."""
        return replace(self, screen=screen, faults={})

    @action
    def search(self, query: str) -> Self:
        """Look for businesses by name; what was found before goes, whatever comes of it."""
        asked = replace(self, screen="search", query=query, hits=None, faults={})
        fault = _fault_of_name(query.strip())
        return replace(asked, faults={"query": fault}) if fault else asked.find()

    @action
    def find(self) -> Self:
        """Ask for the name that was written."""
        return replace(self, hits=tuple(self.api.search(self.query.strip(), limit=HITS)))

    @action
    def open_business(self, hit: Hit) -> Self:
        """Show what everybody may see of a business, and what is open to this institution."""
        public = self.api.public_facts(hit.business_id)
        return replace(self, screen="business", hit=hit, public=public, draft=Draft())

    @action
    def read(self, purpose: int = CONSULTATION) -> Self:
        """Read what was approved of the business shown; the reading goes into the ledger."""
        if self.hit is None:
            return self
        return replace(
            self, screen="reading", reading=self.api.reveal(self.hit.business_id, purpose)
        )

    @action
    def begin_request(self) -> Self:
        """Start a request to the business shown, with nothing chosen."""
        purpose = CONSULTATION if CONSULTATION in self.purposes else min(self.purposes)
        return replace(self, screen="draft", draft=Draft(purpose=purpose), faults={})

    @action
    def confirm(self, draft: Draft) -> Self:
        """Check the draft; without faults, show it once more before it is sent."""
        classes = draft.data_classes & set(self.askable(draft.purpose))
        draft = replace(draft, data_classes=classes)
        faults = draft.faults()
        return replace(self, draft=draft, faults=faults, screen="draft" if faults else "confirm")

    @action
    def send(self) -> Self:
        """Send the request."""
        if self.hit is None or self.draft.months not in PERIODS:
            raise BadInput(
                "お願いを送れませんでした。",
                "内容がそろっていません。",
                "はじめから選び直してください。",
            )
        sent = self.api.request_disclosure(
            self.hit.business_id,
            self.draft.purpose,
            self.draft.words.strip(),
            sorted(self.draft.data_classes),
            end_of_day(self.draft.until(self.day)),
        )
        return replace(self, screen="requested", sent=sent)

    @action
    def open_requests(self) -> Self:
        """The requests of this institution, newest first."""
        return replace(self, screen="requests", requests=tuple(self.api.disclosure_requests()))

    @action
    def open_request(self, request_id: UUID) -> Self:
        """One request, as it stands now."""
        return replace(self, screen="request", request=self.api.disclosure_request(request_id))

    @action
    def read_approved(self) -> Self:
        """Read what the request shown was granted, for its purpose."""
        if self.request is None:
            return self
        business = self.request.business
        reading = self.api.reveal(business.business_id, self.request.purpose)
        return replace(self, screen="reading", reading=reading)

    @action
    def withdraw(self) -> Self:
        """Withdraw the request shown, before it is answered."""
        if self.request is None:
            return self
        withdrawn = self.api.withdraw(self.request.request_id)
        return replace(self, screen="request", request=withdrawn)


def _fault_of_name(name: str) -> str:
    """What is wrong with a name to look for, as the sentence shown beside it; '' when nothing is."""
    if not name:
        return "事業者の名前を入れてください。"
    if len(name) > NAME_LIMIT:
        return f"名前は{NAME_LIMIT}文字までで入れてください。いまは{len(name)}文字あります。"
    if not writable(name):
        return "名前に、使えない文字が入っています。消して入れ直してください。"
    return ""
