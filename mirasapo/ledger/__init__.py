"""The access ledger: who saw what, for which purpose, on which basis."""
