"""ミラサポconnect API: a filing is validated, kept, shredded into rows and projected, or refused."""
