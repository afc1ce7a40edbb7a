"""The only way to item values for a person: decision, projection of columns, ledger entry."""
