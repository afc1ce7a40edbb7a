"""Alembic's migrations; run by `mirasapo db init` and `mirasapo db upgrade` as the owner."""
