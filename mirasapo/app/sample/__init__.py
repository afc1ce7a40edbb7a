"""The seeded sample: made-up businesses, filings and consents, and an effect of known size."""

from mirasapo.app.sample.accounts import demo_accounts
from mirasapo.app.sample.loading import load

__all__ = ["demo_accounts", "load"]
