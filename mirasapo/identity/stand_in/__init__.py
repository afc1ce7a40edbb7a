"""A stand-in for GビズID: an OpenID provider for demonstrations and tests, never for real use.

It keeps the real one's quirks: an issuer with a slash at its end, no attribute in the ID token,
numbers for kinds of account, a prefecture code in `prefecture_name`. Everybody may sign in as
anybody, so it is mounted only where `MIRASAPO_STAND_IN=1` asks for it.
"""

from mirasapo.identity.stand_in.faults import Fault
from mirasapo.identity.stand_in.personas import Persona, load_personas
from mirasapo.identity.stand_in.provider import PATH, create_stand_in

__all__ = ["PATH", "Fault", "Persona", "create_stand_in", "load_personas"]
