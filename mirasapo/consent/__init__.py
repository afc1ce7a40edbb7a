"""Consent to secondary use: given, refused, withdrawn, by filing."""
