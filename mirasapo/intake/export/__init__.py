"""Exports of programmes' systems as filings: any CSV or Excel file, through a mapping column → item.

`grid` reads a file as lines of texts, `table` finds its header, `proposal` says which column may be
which item, `mapping` is what a person confirmed of it, `filings` makes filings of the rows.
"""
