"""Every refusal of the project: one tree, with its HTTP status and exit code in one place.

    MirasapoError                 500  1
    ├── BadInput                  422  2   a file, value, number or id that cannot be read for certain
    │   ├── FaultyFiling          422  2   a filing with faults, each listed with item, label, what, why
    │   └── KeyReused             422  2   an Idempotency-Key under which another request was answered
    ├── NotSignedIn               401  3   nobody, or a session or token that has ended
    ├── NotAllowed                403  4   somebody, but not for this
    ├── NotFound                  404  5   nothing under that id that this person may know of
    ├── Conflict                  409  6   the state does not permit it (answered twice, other content)
    │   ├── KeyInFlight           409  6   an Idempotency-Key whose request is not answered yet
    │   └── OffsetMismatch        409  6   a part of an upload that does not begin where the upload ends
    ├── Upstream                  502  7   gBizINFO, the register or the OpenID provider did not answer well
    └── NotReady                  503  8   database, lake or portal not there (yet)

A message says what happened, why, and what to do next, in plain Japanese: people read it in the
portal, the terminal and the `detail` of a problem+json answer. It never carries the value of an item.
"""

from __future__ import annotations

from typing import Any, ClassVar


class MirasapoError(Exception):
    """A refusal that a person reads: `what` happened, `why`, and what to do `next_step`."""

    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1
    code: ClassVar[str] = "internal"

    def __init__(self, what: str, why: str = "", next_step: str = "", **members: Any) -> None:
        self.what = what
        self.why = why
        self.next_step = next_step
        self.members = (
            members  # extra members of the problem+json answer: ids and faults, no values
        )
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The refusal as one text: what, why, next."""
        return "".join(part for part in (self.what, self.why, self.next_step) if part)

    @property
    def document(self) -> dict[str, Any]:
        """The refusal for a program: the same words as HTTP's problem+json and `--json` answer."""
        return {
            "code": self.code,
            "what": self.what,
            "why": self.why,
            "next_step": self.next_step,
            **self.members,
        }


class BadInput(MirasapoError):
    """A file, value, number or id that cannot be read for certain."""

    status, exit_code, code = 422, 2, "bad_input"


class FaultyFiling(BadInput):
    """A filing with faults; `members["faults"]` lists them all."""

    code = "faulty_filing"


class KeyReused(BadInput):
    """An Idempotency-Key under which another request was answered."""

    code = "idempotency_key_reused"


class NotSignedIn(MirasapoError):
    """Nobody is signed in, or the session or token has ended."""

    status, exit_code, code = 401, 3, "not_signed_in"


class NotAllowed(MirasapoError):
    """Somebody is signed in, but may not do this."""

    status, exit_code, code = 403, 4, "not_allowed"


class NotFound(MirasapoError):
    """Nothing under that id that this person may know of."""

    status, exit_code, code = 404, 5, "not_found"


class Conflict(MirasapoError):
    """The state does not permit it: answered already, or the same id with other content."""

    status, exit_code, code = 409, 6, "conflict"


class KeyInFlight(Conflict):
    """An Idempotency-Key under which the same sender has a request that is not answered yet."""

    code = "idempotency_key_in_flight"


class OffsetMismatch(Conflict):
    """A part that does not begin where the upload ends; `members["offset"]` says where that is."""

    code = "offset_mismatch"


class Upstream(MirasapoError):
    """An outside service did not answer, or answered something unreadable."""

    status, exit_code, code = 502, 7, "upstream"


class NotReady(MirasapoError):
    """A part of the platform (database, lake, portal) is not there yet."""

    status, exit_code, code = 503, 8, "not_ready"
