"""The store: the server, the tables, logins and rights, the lake; the only place with DDL."""
