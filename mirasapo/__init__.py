"""ミラサポconnect: what small businesses filed, gathered once, disclosed as they allow."""

__version__ = "0.1.0"
