"""ミラサポconnect API: a filing is read, kept, made into rows and projected, or refused."""
