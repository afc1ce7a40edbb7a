"""The seeded sample: made-up businesses, filings and consents, and an effect of known size."""
