"""The only way to item values for analysis: consented, pseudonymised Parquet.

A cut reads as the login `cut`, whose row security admits filings with a basis for secondary use
and a consent that stands; it carries what the policy gives researchers for the evaluation of
policy (purpose 1, recipient 4, closed field list ※5) and nothing that names a business.
"""

from mirasapo.cuts.writing import cut

__all__ = ["cut"]
